"""Weekends off by hand: both ends of the known days, the history, nights that reach in."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.work import Shifts
from rotaplan.rules.base import RuleBase
from rotaplan.rules.free_weekends import NoNightBeforeOffWeekend, Sundays, WeekendEvery, WeekendRun
from rotaplan.rules.weekends import WeekendIdentical
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

FRIDAY = dt.date(2027, 2, 5)
SUNDAY = dt.date(2027, 2, 7)
OFF = ". . . . . . ."
ON = ". . . . . D ."


def test_one_weekend_in_three() -> None:
    rule = WeekendEvery(window=21)
    assert not found(f"{ON} {ON} {OFF} {ON} {ON}", rule)
    (only,) = found(f"{ON} {ON} {ON}", rule)
    assert (only.days, only.measured, only.limit) == ((5, 12, 19), 0, 1)


def test_a_window_that_is_not_known_whole_is_not_judged() -> None:
    assert not found(ON, WeekendEvery(window=14))


@pytest.mark.parametrize(("front", "breaks"), [("D", 1), (".", 0)])
def test_a_saturday_worked_in_the_history_makes_that_weekend_one_worked(
    front: str, breaks: int
) -> None:
    """The plan starts on the Sunday; the next weekend is worked."""
    roster = f"{front} | . . . . . . D ."
    assert len(found(roster, WeekendEvery(window=14), start=SUNDAY)) == breaks
    assert len(found(roster, WeekendRun(maximum=1), start=SUNDAY)) == breaks


def test_a_run_is_charged_for_what_the_plan_adds() -> None:
    """Two weekends of the history where one may be: the third costs one."""
    past = "D . . . . . . D ."
    assert not found(f"{past} | {OFF}", WeekendRun(maximum=1))
    (only,) = found(f"{past} | {ON}", WeekendRun(maximum=1))
    assert (only.measured, only.limit, only.amount) == (3, 1, 1)


def test_weekends_off_between_two_worked_ones() -> None:
    assert not found(f"{ON} {OFF} {OFF} {ON}", WeekendRun(minimum=2))
    (only,) = found(f"{ON} {OFF} {ON} {OFF}", WeekendRun(minimum=3))
    assert (only.days, only.amount) == ((12, 13), 2)


def test_the_history_ends_a_run_of_weekends_off_too_soon() -> None:
    """Worked, off, then worked in the plan: one weekend off where two are asked for."""
    assert len(found(f"D . . . . . . . . | {ON}", WeekendRun(minimum=2))) == 1
    assert not found(f". . | {ON}", WeekendRun(minimum=2))


def test_a_night_on_friday_needs_the_whole_weekend_planned() -> None:
    rule = NoNightBeforeOffWeekend()
    assert not found("N .", rule, start=FRIDAY)
    assert len(found("N . .", rule, start=FRIDAY)) == 1


@pytest.mark.parametrize("day", [dt.date(2027, 3, 27), dt.date(2027, 10, 30), dt.date(2027, 2, 6)])
def test_a_saturday_night_takes_the_sunday_only_where_asked(day: dt.date) -> None:
    """Also on the two nights on which the clocks change."""
    roster = "N . . . . . ."
    rule = Sundays(minimum=1, window=7)
    assert not found(roster, rule, start=day)
    night = Sundays(minimum=1, window=7, saturday_night=True)
    assert len(found(roster, night, start=day)) == 1
    assert not found(roster.replace("N", "L"), night, start=day)


def test_sundays_of_a_whole_month() -> None:
    """February 2027 has four Sundays; March is not known whole."""
    sunday = ". . . . . . D"
    rule = Sundays(minimum=2)
    assert not found(f"{sunday} {sunday} {OFF} {OFF} {sunday}", rule)
    (only,) = found(f"{sunday} {sunday} {sunday} {OFF} {sunday}", rule)
    assert (only.days, only.measured) == ((6, 13, 20), 1)


def test_a_saturday_night_of_the_history_is_not_charged() -> None:
    rule = Sundays(minimum=1, window=7, saturday_night=True)
    assert not found(". . . . . N | . ", rule, start=SUNDAY)


def test_identical_weekends_of_some_shifts_only() -> None:
    rule = WeekendIdentical(shifts=Shifts(codes=frozenset({"E", "L"})))
    assert not found(". . . . . E N", rule)
    assert len(found(". . . . . E L", rule)) == 1
    assert len(found("E | L", WeekendIdentical(), start=SUNDAY)) == 1


def unknown(rule: RuleBase, start: dt.date, front: str = "") -> list[tuple[int, tuple[int, ...]]]:
    """Return missing days, and the days that they leave open, of what cannot be verified."""
    roster = f"{front} | {OFF} {OFF}" if front else f"{OFF} {OFF}"
    scenario, _ = drawn(roster, rule, start=start)
    return [(one.missing_days, one.days) for one in rule.unverifiable(scenario)]


def test_weekends_before_the_known_days_cannot_be_verified() -> None:
    """The plan starts on a Monday: of two weekends on end, one is nine days ahead of the next."""
    monday = dt.date(2027, 2, 1)
    ((missing, days),) = unknown(WeekendEvery(window=14), monday)
    assert (missing, days[-1]) == (2, 6)
    assert not unknown(WeekendEvery(window=14), monday, ". .")
    assert not unknown(WeekendRun(minimum=2), monday)
    ((missing, _),) = unknown(WeekendRun(maximum=2), monday)
    assert missing == 9


def test_a_plan_that_starts_on_a_sunday_cannot_know_that_weekend() -> None:
    assert unknown(WeekendIdentical(), SUNDAY) == [(1, (0,))]
    assert not unknown(WeekendIdentical(), SUNDAY, ".")
