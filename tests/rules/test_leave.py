"""Near leaves and on public holidays, by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.people import Person
from rotaplan.domain.presence import leaves
from rotaplan.domain.scenario import Absence
from rotaplan.rules.holidays import HolidaysShare
from rotaplan.rules.leave import NearLeave
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

MAY_1, MAY_8 = dt.date(2027, 5, 1), dt.date(2027, 5, 8)
HOLIDAYS = Calendar(holidays={MAY_1: "1er mai", MAY_8: "8 mai"})


def away(first: int, last: int, **more: object) -> Absence:
    return Absence(person="A", first=first, last=last, **more)  # type: ignore[arg-type]


def test_absences_that_touch_are_one_leave() -> None:
    absences = (away(4, 5), away(2, 3), away(9, 9), away(3, 3), away(7, 7, firm=False))
    scenario, _ = drawn(". .", absences=absences)
    assert [(s.first, s.last) for s in leaves(scenario, scenario.people[0])] == [(2, 5), (9, 9)]


def test_a_leave_that_begins_after_the_plan_has_its_eve_in_it() -> None:
    (only,) = found(". D", NearLeave(), absences=(away(2, 20),))
    assert only.days == (1,)


def test_a_leave_of_the_history_has_its_return_in_the_plan() -> None:
    absences = (away(-3, -1),)
    assert len(found(". . | D D D", NearLeave(after=2), absences=absences)) == 2


@pytest.mark.parametrize("more", [{"firm": False}, {"part": "morning"}])
def test_only_firm_whole_days_are_protected(more: dict[str, object]) -> None:
    assert not found("D . .", NearLeave(), absences=(away(1, 1, **more),))


def test_a_day_between_two_leaves_is_charged_once() -> None:
    (only,) = found(". D .", NearLeave(after=1), absences=(away(0, 0), away(2, 2)))
    assert only.amount == 1


def test_holidays_are_counted_by_year_with_the_history() -> None:
    """1 May is in the history, 8 May is day 0."""
    rule = HolidaysShare(maximum=1, period="year")
    roster = "D . . . . . . | D"
    (only,) = found(roster, rule, calendar=HOLIDAYS, start=MAY_8)
    assert (only.days, only.measured, only.amount) == ((-7, 0), 2, 1)
    assert not found(roster, HolidaysShare(maximum=1), calendar=HOLIDAYS, start=MAY_8)


def test_taking_turns_by_a_counter_of_past_years() -> None:
    """Who worked the day last year is over the maximum with it; the other is not."""
    people = (Person(id="A", opening={"mai": 1}), Person(id="B"))
    rule = HolidaysShare(maximum=1, counter="Mai", when=Days(spans=((MAY_1, MAY_1),)))
    (only,) = found("D\nD", rule, people=people, start=MAY_1)
    assert (only.person, only.measured, only.limit) == ("A", 2, 1)


def test_a_counter_beyond_the_maximum_is_not_charged_by_itself() -> None:
    people = (Person(id="A", opening={"mai": 5}),)
    rule = HolidaysShare(maximum=1, counter="mai")
    assert not found(". .", rule, people=people, calendar=HOLIDAYS, start=MAY_1)
    (only,) = found("D .", rule, people=people, calendar=HOLIDAYS, start=MAY_1)
    assert only.amount == 1
