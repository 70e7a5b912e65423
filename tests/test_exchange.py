"""Two people exchange: accepted, or refused with rule, person and value."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from rotaplan import api
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Absence
from rotaplan.domain.schedule import Schedule
from rotaplan.errors import WorkbookError
from rotaplan.exchange import Exchange
from rotaplan.judge import judge
from rotaplan.rules.base import RuleBase, basic_rules
from tests.agreement.cases import draw_schedule
from tests.agreement.contents import draw_scenario
from tests.rules.drawn import MONDAY, drawn
from tests.solve.small import row

REST = row("rest_between", minimum=660)


def asked(
    roster: str,
    *rules: RuleBase,
    days: tuple[int, int | None] = (0, None),
    away: frozenset[tuple[str, int]] = frozenset(),
    **more: Any,
) -> Exchange:
    """Return the verdict on an exchange of A and B."""
    scenario, schedule = drawn(roster, *rules, *basic_rules(rules), **more)
    date, other = (None if day is None else MONDAY + dt.timedelta(days=day) for day in days)
    assert date is not None
    return api.swap(
        scenario,
        schedule.assignments,
        person="A",
        date=date,
        other="B",
        other_date=other,
        away=away,
    )


def test_two_duties_of_one_day() -> None:
    found = asked("E .\nL .", REST)
    assert found.accepted
    first, second = found.sides
    assert [duty.shift.code for duty in (*first.gives, *first.takes)] == ["E", "L"]
    assert [duty.shift.code for duty in (*second.gives, *second.takes)] == ["L", "E"]


def test_refused_with_rule_person_and_value() -> None:
    """B, who was early and is to be late, has 8 h to the next early shift."""
    found = asked("L .\nE E", REST)
    assert not found.accepted
    first, second = found.sides
    assert first.accepted
    assert [(v.rule, v.row, v.person, v.measured, v.limit) for v in second.breaches] == [
        ("rest_between", REST.row, "B", 8 * 60, 11 * 60)
    ]
    assert second.rests == ((None, 8 * 60),)


def test_a_duty_against_rest_on_another_day() -> None:
    found = asked("E . .\n. . L", days=(0, 2))
    assert found.accepted
    first, second = found.sides
    assert (first.weeks, second.weeks) == ({0: (480, 480)}, {0: (480, 480)})


def test_whoever_works_already_that_day_cannot_take_more() -> None:
    found = asked("E . .\nD . L", days=(0, 2))
    assert [v.rule for v in found.sides[1].breaches][-1] == "one_per_day"


@pytest.mark.parametrize("grid", [False, True])
def test_the_absent_take_nothing(grid: bool) -> None:
    """Told as absent, whether the sheet of absences says so or the grid alone."""
    absences = () if grid else (Absence(person="B", first=0, last=0, code="CMO"),)
    away = frozenset({("B", 0)}) if grid else frozenset()
    found = asked("E\n.", away=away, absences=absences)
    assert not found.accepted
    assert found.sides[1].absent == (0,)
    assert "CMO" not in json.dumps(found.to_json())


def test_others_are_touched_too() -> None:
    """C must not work without A beside; B and A exchange."""
    people = row("together", who=People(ids=frozenset("AC")))
    found = asked("E\nL\nE", people)
    assert not found.accepted
    assert [v.rule for v in (*found.others, *found.sides[0].breaches)] == ["together"] * 2


def exchanged(roster: Schedule, day: int, pair: dict[str, str]) -> Schedule:
    """Return the roster with the day of two people exchanged."""
    names = {**pair, **{second: first for first, second in pair.items()}}
    return Schedule.of(
        roster.scenario,
        (
            replace(one, person=names.get(one.person, one.person)) if one.day == day else one
            for one in roster.assignments
        ),
    )


def test_the_price_of_it_is_that_of_the_judge() -> None:
    """On random rosters: accepted only where nothing strict is new, and priced as judged."""
    verdicts = {True: 0, False: 0}
    for number in range(150):
        rng = Random(f"swap-{number}")
        rules = (
            row("rest_between", minimum=660),
            row("work_run", maximum=rng.randint(2, 5)),
            row("requests", weight=3),
            row("shifts_period", maximum=4, must=False, level=5),
        )
        scenario = replace(draw_scenario(rng, rules[0]), rules=(*rules, *basic_rules(rules)))
        roster = draw_schedule(rng, scenario)
        if len(scenario.people) < 2 or not roster.assignments:
            continue
        given = rng.choice(roster.assignments)
        other = rng.choice([one.id for one in scenario.people if one.id != given.person])
        found = api.swap(
            scenario,
            roster.assignments,
            person=given.person,
            date=scenario.horizon.date(given.day),
            other=other,
        )
        after = judge(scenario, exchanged(roster, given.day, {given.person: other}))
        before = judge(scenario, roster)
        levels = sorted({*before.cost_by_level, *after.cost_by_level})
        dearer = {
            level: after.cost_by_level.get(level, 0) - before.cost_by_level.get(level, 0)
            for level in levels
        }
        assert found.prices == {level: price for level, price in dearer.items() if price}
        new = [one for one in after.broken if one not in before.broken]
        told = [v for side in found.sides for v in side.breaches] + list(found.others)
        assert all(one in new for one in told)
        if found.accepted:
            assert all(any(one.row == old.row for old in before.broken) for one in new)
        verdicts[found.accepted] += 1
    assert min(verdicts.values()) >= 20, verdicts


@pytest.mark.parametrize(
    ("other", "days", "code"),
    [
        ("A", (0, None), "asked-same-person"),
        ("B", (1, None), "asked-both-rest"),
        ("Z", (0, None), "person-unknown"),
        ("B", (0, 9), "asked-date"),
    ],
)
def test_what_is_asked_must_mean_something(
    other: str, days: tuple[int, int | None], code: str
) -> None:
    scenario, schedule = drawn("E .\nL .")
    date, second = (None if day is None else MONDAY + dt.timedelta(days=day) for day in days)
    assert date is not None
    with pytest.raises(WorkbookError) as refused:
        api.swap(
            scenario,
            schedule.assignments,
            person="A",
            date=date,
            other=other,
            other_date=second,
        )
    assert [problem.code for problem in refused.value.problems] == [code]
