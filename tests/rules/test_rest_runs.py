"""Rests by number of days, by hand: hours between end and start, clock changes, what is next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rotaplan.rules.rest_runs import RestHours
from tests.rules.verdicts import found

SPRING_FRIDAY = dt.date(2027, 3, 26)  # an hour is lost in the night to Sunday
AUTUMN_FRIDAY = dt.date(2027, 10, 29)


@pytest.mark.parametrize(
    ("roster", "hours"),
    [("L . . E", 56), ("L . . L", 64), ("E . . E", 64), ("N . . . E", 72), ("N . . . N", 88)],
)
def test_a_double_rest_is_counted_in_hours(roster: str, hours: int) -> None:
    assert not found(roster, RestHours(double=60 * hours))
    (only,) = found(roster, RestHours(double=60 * hours + 1))
    assert (only.measured, only.amount) == (60 * hours, 1)


def test_a_clock_change_takes_an_hour_of_rest_or_gives_one() -> None:
    rule = RestHours(double=56 * 60)
    assert [v.measured for v in found("L . . E", rule, start=SPRING_FRIDAY)] == [55 * 60]
    assert not found("L . . E", RestHours(double=57 * 60), start=AUTUMN_FRIDAY)


def test_each_number_of_days_has_its_own_length() -> None:
    rule = RestHours(minimum=36 * 60, double=60 * 60, triple=84 * 60)
    assert [v.limit // 60 for v in found("L . E . . . . . . .", rule)] == [36]
    assert [v.limit // 60 for v in found("L . . E", rule)] == [60]
    assert [v.limit // 60 for v in found("L . . . E", rule)] == [84]
    assert not found("L E", rule)
    assert not found("L . . . . E", rule)


def test_the_day_on_which_a_night_ends_is_no_whole_day_of_rest() -> None:
    """Three empty cells after a night are 72 hours: two days of rest, and not three."""
    rule = RestHours(minimum=36 * 60, double=60 * 60, triple=84 * 60)
    assert not found("N . . . E . . . . .", rule)
    assert not found("N . E", rule)
    assert [
        (v.measured // 60, v.limit // 60)
        for v in found("N . . . . E", replace(rule, triple=100 * 60))
    ] == [(96, 100)]
    assert [v.limit // 60 for v in found("N . . E", replace(rule, minimum=49 * 60))] == [49]
