"""Following a cycle by hand: which line on which day, what is no departure, who fills the gap."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rotaplan import api
from rotaplan.domain.calendar import Days
from rotaplan.domain.people import Person, Seat
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import Absence, Demand
from rotaplan.rules.base import basic_rules
from rotaplan.rules.rotation import FollowRotation
from tests.rules.drawn import MONDAY, drawn
from tests.rules.verdicts import found

CYCLE = Rotation.of("3×8", ["E", "E", "E", "E", "E", "", "", "N", "N", "", "", "", "", ""])
WEEK = dt.timedelta(days=7)


def seated(*lines: int, **more: object) -> dict[str, object]:
    """Return people A, B, ... on lines of the cycle (0 for nobody's line), and the cycle."""
    people = tuple(
        Person(id=name, seat=Seat(rotation="3×8", line=line, week=MONDAY) if line else None, **more)  # type: ignore[arg-type]
        for name, line in zip("ABCD", lines, strict=False)
    )
    return {"people": people, "rotations": (CYCLE,)}


@pytest.mark.parametrize("start", [MONDAY, MONDAY + dt.timedelta(days=2), MONDAY - 5 * WEEK])
def test_the_line_follows_the_weeks_whatever_the_plan_begins_with(start: dt.date) -> None:
    days = 21
    codes = [CYCLE.code(0, (start - MONDAY).days + day) or "." for day in range(days)]
    assert not found(" ".join(codes), FollowRotation(), start=start, **seated(1))
    others = ["L" if code == "N" else code for code in codes]
    told = found(" ".join(others), FollowRotation(), start=start, **seated(1))
    assert [v.days for v in told] == [(day,) for day, code in enumerate(codes) if code == "N"]
    assert {v.aspect for v in told} == {"swapped"}


def test_each_kind_of_departure_has_its_price() -> None:
    rule = FollowRotation(swapped=3, to_rest=5, from_rest=7)
    told = found("L . E E E E .", rule, **seated(1))
    assert [(v.days, v.aspect, v.shift, v.amount) for v in told] == [
        ((0,), "swapped", "E", 3),
        ((1,), "to_rest", "E", 5),
        ((5,), "from_rest", "E", 7),
    ]
    assert not found("L E E E E . .", FollowRotation(swapped=0), **seated(1))


def test_days_away_are_no_departures() -> None:
    """Leave of two days and of a morning, a weekday never worked, the end of the contract."""
    away = (
        Absence(person="A", first=0, last=1),
        Absence(person="A", first=2, last=2, part="morning"),
    )
    assert not found(". . . E E . .", FollowRotation(), absences=away, **seated(1))
    assert len(found(". . . E E . .", FollowRotation(), **seated(1))) == 3
    never = seated(1, fixed_days_off=frozenset({4}))
    assert not found("E E E E . . .", FollowRotation(), **never)
    gone = seated(1, contract_to=MONDAY + dt.timedelta(days=2))
    assert not found("E E E . . . .", FollowRotation(), **gone)


def test_only_the_days_meant_are_held() -> None:
    rule = FollowRotation(when=Days(weekdays=frozenset({0, 1})))
    assert [v.days for v in found(". E . . . . .", rule, **seated(1))] == [(0,)]


def test_the_reserve_fills_what_absence_opens() -> None:
    """A is away for a week; D, who has no cycle, takes the mornings, and nobody leaves theirs."""
    scenario, _ = drawn(
        "\n".join([". . . . . . ."] * 4),
        FollowRotation(must=False, level=3, weight=1),
        absences=(Absence(person="A", first=0, last=6),),
        **seated(1, 2, 0, 0),
    )
    demand = (
        Demand(shift="E", days=Days(weekdays=frozenset(range(5))), minimum=1),
        Demand(shift="N", days=Days(weekdays=frozenset({0, 1})), minimum=1),
    )
    rules = (*scenario.rules, *basic_rules(scenario.rules))
    scenario = replace(scenario, demand=demand, rules=rules)
    result = api.solve(scenario, api.Settings(seconds=5, workers=1, reproducible=True))
    assert result.status == "optimal"
    assert result.schedule is not None
    assert not list(result.schedule.uncovered())
    assert result.report is not None
    assert not [v for v in result.report.violations if v.rule == "follow_rotation"]
