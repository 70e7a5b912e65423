"""Weekends by hand: Friday nights, both ends of the plan, the history."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.rules.weekends import WeekendComplete, WeekendsMax
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

FRIDAY = dt.date(2027, 2, 5)
SUNDAY = dt.date(2027, 2, 7)


@pytest.mark.parametrize("day", [dt.date(2027, 3, 26), dt.date(2027, 10, 29), FRIDAY])
def test_a_friday_night_counts_only_where_asked(day: dt.date) -> None:
    """Also on the two weekends on which the clocks change."""
    assert not found("N . .", WeekendsMax(maximum=0), start=day)
    (only,) = found("N . .", WeekendsMax(maximum=0, friday_night=True), start=day)
    assert (only.days, only.measured) == ((0,), 1)


def test_a_friday_shift_until_midnight_is_not_of_the_weekend() -> None:
    late = Shift(code="M", spans=(Span(start=960, end=1440),))
    later = Shift(code="P", spans=(Span(start=960, end=1441),))
    rule = WeekendsMax(maximum=0, friday_night=True)
    more = {"shifts": (*shifts_of(), late, later), "needs": {"M": 0, "P": 0}, "start": FRIDAY}
    assert not found("M . .", rule, **more)
    assert len(found("P . .", rule, **more)) == 1


def test_friday_and_sunday_are_one_weekend() -> None:
    rule = WeekendsMax(maximum=1, friday_night=True)
    assert not found("N . D", rule, start=FRIDAY)


def test_a_friday_night_of_the_history_is_not_charged() -> None:
    """It makes the weekend one worked; working its Sunday as well adds nothing."""
    rule = WeekendsMax(maximum=0, friday_night=True)
    assert not found("N | . D", rule, start=dt.date(2027, 2, 6))
    assert len(found(". | . D", rule, start=dt.date(2027, 2, 6))) == 1


def test_a_plan_that_starts_on_a_sunday_has_that_weekend() -> None:
    assert len(found("D .", WeekendsMax(maximum=0), start=SUNDAY)) == 1
    assert not found("D | D .", WeekendsMax(maximum=0), start=SUNDAY)


def test_a_plan_that_ends_on_a_saturday_has_that_weekend() -> None:
    assert len(found(". D", WeekendsMax(maximum=0), start=FRIDAY)) == 1


def test_any_two_weekends_in_a_row() -> None:
    """First and third weekend worked: never two in two, but two in three."""
    roster = ". . . . . D . . . . . . . . . . . . . D ."
    assert not found(roster, WeekendsMax(maximum=1, window=14))
    (only,) = found(roster, WeekendsMax(maximum=1, window=21))
    assert only.days == (5, 19)


def test_a_window_in_days_is_taken_as_started_weeks() -> None:
    roster = ". . . . . D . . . . . . . D"
    assert not found(roster, WeekendsMax(maximum=1, window=7))
    assert len(found(roster, WeekendsMax(maximum=1, window=8))) == 1


def test_only_the_shifts_named_make_a_weekend_worked() -> None:
    nights = WeekendsMax(maximum=0, shifts=Shifts(codes=frozenset({"N"})))
    assert not found(". . . . . D .", nights)
    assert len(found(". . . . . D N", nights)) == 1


def test_a_weekend_begun_in_the_history_is_completed() -> None:
    (only,) = found("D | . .", WeekendComplete(), start=SUNDAY)
    assert only.days == (-1, 0)
    assert not found("D | D .", WeekendComplete(), start=SUNDAY)
    assert not found("D .", WeekendComplete(), start=SUNDAY)


def test_complete_weekends_of_one_shift() -> None:
    """Nights on both days or on neither; a day shift beside a night is half a weekend."""
    nights = WeekendComplete(shifts=Shifts(codes=frozenset({"N"})))
    assert not found(". . . . . D .", nights)
    assert len(found(". . . . . N D", nights)) == 1
    assert not found(". . . . . N N", nights)
