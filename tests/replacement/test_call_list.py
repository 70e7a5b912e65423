"""Whom the call list names first, and what it says of each one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from rotaplan import api
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence, Demand, Past, Scenario, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.errors import WorkbookError
from rotaplan.replacement import CallList
from rotaplan.rules.base import RuleBase, basic_rules
from tests.rules.drawn import MONDAY, drawn
from tests.solve.small import row

READY = (
    Shift(code="R", spans=(Span(start=330, end=690),), family=Family.RESERVE),
    Shift(code="Q", spans=(Span(start=840, end=1200),), family=Family.RESERVE),
    Shift(code="O", spans=(Span(start=0, end=1440),), family=Family.ON_CALL),
)
REST = row("rest_between", minimum=660)


def asked(
    roster: str,
    *rules: RuleBase,
    day: int = 0,
    needs: dict[str, int] | None = None,
    now: dt.datetime | None = None,
    away: frozenset[tuple[str, int]] = frozenset(),
    **more: Any,
) -> CallList:
    """Return the call list for the duty of A on a day of a drawn roster."""
    scenario, schedule = drawn(roster, *rules, *basic_rules(rules), **more)
    demand = (Demand(shift=code, minimum=n) for code, n in (needs or {"E": 1, "L": 1}).items())
    scenario = replace(
        scenario, shifts=(*scenario.shifts, *READY), demand=tuple(demand), language="en"
    )
    return api.replace(
        scenario,
        schedule.assignments,
        person="A",
        date=scenario.horizon.date(day),
        now=now,
        away=away,
    )


def listed(found: CallList) -> list[tuple[str, str]]:
    return [(one.person.id, one.source) for one in found.candidates]


def reasons(found: CallList) -> dict[str, str]:
    return {one.person.id: one.reason for one in found.excluded}


def test_freed_then_reserve_then_spare_then_rest_then_on_call() -> None:
    """F is on a post that nobody asks for; B and C make one too many on the late shift."""
    found = asked("E .\nL .\nL .\nR .\n. .\nD .\nO .", needs={"E": 1, "L": 1, "D": 0})
    assert listed(found) == [
        ("F", "freed"),
        ("D", "reserve"),
        ("B", "over_cover"),
        ("C", "over_cover"),
        ("E", "rest"),
        ("G", "on_call"),
    ]
    left = [one.leaves.shift if one.leaves else "" for one in found.candidates]
    assert left == ["D", "R", "L", "L", "", "O"]


def test_the_reserve_of_the_same_hours_is_asked_first() -> None:
    assert listed(asked("E\nQ\nR")) == [("C", "reserve"), ("B", "reserve")]


def test_rest_before_and_after_and_hours_of_the_week() -> None:
    """B worked late on the eve: 14 h to 6:00 are missing; C comes from a long rest."""
    people = tuple(Person(id=name, weekly_minutes=20 * 60) for name in "ABC")
    found = asked("D E D\nL . .\nE . L", REST, day=1, people=people)
    assert listed(found) == [("C", "rest")]
    one = found.candidates[0]
    assert (one.rest_before, one.rest_after) == (16 * 60, 24 * 60)
    assert (one.week_before, one.week_after, one.overtime) == (16 * 60, 24 * 60, 4 * 60)
    (out,) = found.excluded
    assert [(v.rule, v.row, v.measured, v.limit) for v in out.breaches] == [
        ("rest_between", REST.row, 8 * 60, 11 * 60)
    ]


def test_minutes_left_to_the_weekly_limit() -> None:
    limit = row("minutes_period", maximum=20 * 60, period="week")
    found = asked("E .\n. D\n. .", limit)
    assert {one.person.id: one.week_left for one in found.candidates} == {
        "B": 4 * 60,
        "C": 12 * 60,
    }


def test_at_rest_wish_then_contract_then_burden_then_hours() -> None:
    """On a Sunday: B would be beyond the contract, C worked a Sunday, D wished to be off."""
    people = (
        Person(id="A"),
        Person(id="B", weekly_minutes=7 * 60),
        Person(id="C", weekly_minutes=35 * 60, opening={"sunday": 2}),
        Person(id="D"),
        Person(id="E"),
    )
    found = asked(
        "E . . . . . E\n. . . . . . .\n. . . . . . .\n. . . . . . .\n. . . . . . .",
        day=6,
        people=people,
        wishes=(Wish(person="D", day=6),),
    )
    assert [name for name, _ in listed(found)] == ["E", "C", "B", "D"]
    assert [dict(one.burdens) for one in found.candidates] == [
        {"free_day": count} for count in (0, 2, 0, 0)
    ]
    assert [one.wish_against for one in found.candidates] == [False, False, False, True]


def test_fewer_hours_against_the_target_first() -> None:
    people = tuple(Person(id=name, target_minutes=24 * 60) for name in "ABC")
    found = asked("E . .\n. D D\n. . D", people=people)
    assert [(one.person.id, one.balance_after) for one in found.candidates] == [
        ("C", -8 * 60),
        ("B", 0),
    ]


def test_occupied_people_and_what_they_would_leave_open() -> None:
    """C could not move either: the early shift of the next day would come too soon."""
    found = asked("L .\nN .\nD E\nD .\nE .", REST, needs={"L": 1, "D": 2, "N": 1, "E": 1})
    assert reasons(found) == dict.fromkeys("BCDE", "occupied")
    assert [one.person.id for one in found.movable] == ["D", "B", "E"]
    assert all("one_per_day" in {v.rule for v in one.breaches} for one in found.excluded)


def test_the_absent_are_never_called() -> None:
    """On leave by the sheet of absences, by the grid alone, or for the half day that counts."""
    absences = (
        Absence(person="B", first=0, last=0, code="CMO"),
        Absence(person="D", first=0, last=0, code="CMO", part="morning"),
        Absence(person="E", first=0, last=0, code="CMO", part="afternoon"),
    )
    found = asked("L\n.\n.\n.\n.", absences=absences, away=frozenset({("C", 0)}))
    assert reasons(found) == {"B": "absent", "C": "absent", "E": "absent"}
    assert listed(found) == [("D", "rest")]
    assert "CMO" not in json.dumps(found.to_json())


def test_leave_binds_where_the_rule_on_availability_is_soft() -> None:
    soft = row("availability", must=False)
    found = asked("E\n.", soft, absences=(Absence(person="B", first=0, last=0, code="CA"),))
    assert reasons(found) == {"B": "absent"}


def test_whoever_has_begun_is_not_taken_away() -> None:
    """At 05:40 the reserve is on duty: for the people on the spot, not for the list."""
    now = dt.datetime.combine(MONDAY, dt.time(5, 40))
    found = asked("E\nR\nQ", now=now)
    assert listed(found) == [("C", "reserve")]
    (out,) = found.excluded
    assert (out.reason, out.begun, out.movable, out.standing_by) == ("occupied", True, False, True)
    assert found.notice_minutes == 20


def test_notice_counts_from_noon_of_the_eve_by_default() -> None:
    assert asked("E\n.").notice_minutes == 18 * 60


@pytest.mark.parametrize(("needs", "needed"), [({"E": 1}, True), ({"E": 0}, False)])
def test_whether_the_duty_is_missed(needs: dict[str, int], needed: bool) -> None:
    assert asked("E\n.", needs=needs).hole.needed is needed


def test_a_strict_rule_on_several_people_counts() -> None:
    """Nobody of those on the late shift may be taken where its minimum is strict."""
    minimum = row("cover_minimum", must=True)
    apart = row("apart", must=True)
    found = asked("E\nL\nR", minimum, needs={"E": 1, "L": 1, "R": 1})
    assert listed(found) == []
    assert reasons(found) == {"B": "occupied", "C": "rule"}
    assert [one.breaches[0].rule for one in found.excluded if one.reason == "rule"] == [
        "cover_minimum"
    ]
    together = asked("E\nE\n.", apart)
    assert {v.rule for one in together.excluded for v in one.breaches} >= {"one_per_day"}


def test_what_was_broken_before_is_told_and_blames_nobody() -> None:
    """B has five days on end where three are allowed; a day more would make it worse."""
    rules = (row("work_run", maximum=3),)
    found = asked("D D D E .\n. . . . .\nL L L . D", *rules, day=3)
    assert [one.person for one in found.broken] == ["A"]
    assert listed(found) == [("B", "rest")]
    assert reasons(found) == {"C": "rule"}


def test_a_rule_without_enough_history_is_named() -> None:
    scenario, schedule = drawn("E\n.", REST)
    scenario = replace(
        scenario,
        horizon=replace(scenario.horizon, history_days=3),
        history=(Past(person="A", day=-1, shift="E"),),
        without_history=frozenset({"B"}),
        rules=(row("work_run", maximum=6), *basic_rules(())),
    )
    found = api.replace(scenario, schedule.assignments, person="A", date=MONDAY)
    assert {one.rule for one in found.unverifiable} == {"work_run"}


def test_the_stable_form() -> None:
    """Every person once; figures in minutes; a sentence for each breach."""
    found = asked("E D\nL .\n. .\nR .", REST)
    told = found.to_json()
    assert told["hole"] == {
        "person": "A",
        "date": "2027-02-01",
        "day": 0,
        "shift": "E",
        "skill": None,
        "start": "2027-02-01T06:00+01:00",
        "end": "2027-02-01T14:00+01:00",
        "minutes": 480,
        "needed": True,
    }
    assert told["now"] == "2027-01-31T12:00+01:00"
    assert [(one["rank"], one["person"], one["consent"]) for one in told["candidates"]] == [
        (1, "D", False),
        (2, "C", True),
    ]
    (out,) = told["excluded"]
    assert (out["person"], out["reason"], out["works"]) == ("B", "occupied", "L")
    assert all(one["text"].endswith(".") for one in out["breaches"])
    json.dumps(told)


def small() -> tuple[Scenario, tuple[Assignment, ...]]:
    scenario, schedule = drawn("E . D\n. . L\nE+L . .")
    people = tuple(replace(one, name=f"Agent {one.id}") for one in scenario.people)
    return replace(scenario, people=people), schedule.assignments


@pytest.mark.parametrize(
    ("person", "day", "code", "fact"),
    [
        ("X", 0, "person-unknown", ("found", "X")),
        ("A", 40, "asked-date", ("last", "2027-02-03")),
        ("A", -1, "asked-date", ("first", "2027-02-01")),
        ("A", 1, "asked-nobody", ("date", "2027-02-02")),
        ("B", 0, "asked-no-duty", ("near", ("2027-02-03 (L)",))),
        ("agent c", 0, "asked-several", ("codes", ("E", "L"))),
    ],
)
def test_what_is_asked_must_mean_something(
    person: str, day: int, code: str, fact: tuple[str, object]
) -> None:
    scenario, planning = small()
    with pytest.raises(WorkbookError) as refused:
        api.replace(scenario, planning, person=person, date=MONDAY + dt.timedelta(days=day))
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.facts[fact[0]] == fact[1]


def test_a_name_or_a_staff_number_in_any_case() -> None:
    scenario, planning = small()
    for text in ("agent a", "a", " A "):
        found = api.replace(scenario, planning, person=text, date=MONDAY)
        assert found.hole.person.id == "A"
