"""Rest between duties, shortened now and then, in drawn rosters."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.work import Shifts
from rotaplan.rules.rest import RestBetween, WeeklyRest
from tests.rules.verdicts import found

ONCE_A_WEEK = RestBetween(minimum=11 * 60, reduced=8 * 60, times=1)


@pytest.mark.parametrize(
    ("roster", "weeks"),
    [
        ("L E . . . . .", []),
        ("L E . L E . .", [(2, 1)]),
        ("L E L E L E .", [(3, 2)]),
        (". . . . . L E L E . . . . .", []),  # the second ends in the next week
        (". L E L E . . L E L E . . .", [(2, 1), (2, 1)]),
    ],
)
def test_rests_may_be_reduced_so_often_a_week(roster: str, weeks: list[tuple[int, int]]) -> None:
    """Eight hours lie between a late and an early shift; once a week that is allowed."""
    faults = found(roster, ONCE_A_WEEK)
    assert [(v.measured, v.amount) for v in faults] == weeks
    assert {(v.aspect, v.limit) for v in faults} <= {("reduced", 1)}


def test_a_rest_below_the_reduced_one_is_a_fault_and_not_counted() -> None:
    rule = RestBetween(minimum=12 * 60, reduced=9 * 60, times=0)
    (only,) = found("L E . . . . .", rule)
    assert (only.aspect, only.measured, only.limit, only.amount) == ("", 480, 540, 1)


def test_no_reduced_rest_at_all() -> None:
    rule = RestBetween(minimum=11 * 60, reduced=8 * 60, times=0)
    (only,) = found("L E . . . . .", rule)
    assert (only.measured, only.limit, only.amount) == (1, 0, 1)


def test_reduced_rests_of_the_history_count_but_are_not_charged() -> None:
    thursday = dt.date(2027, 2, 4)
    (only,) = found("L E . | L E . .", ONCE_A_WEEK, start=thursday)
    assert (only.measured, only.amount) == (2, 1)
    friday = thursday + dt.timedelta(days=1)
    assert not found("L E L E | . . .", ONCE_A_WEEK, start=friday)
    (only,) = found("L E L E | L E .", ONCE_A_WEEK, start=friday)
    assert (only.measured, only.limit, only.amount) == (3, 1, 1)


def test_a_rest_from_the_eve_is_counted_on_the_day_that_it_ends() -> None:
    (only,) = found("L | E . L E . . .", ONCE_A_WEEK)
    assert (only.measured, only.amount) == (2, 1)


def test_only_rests_before_the_shifts_named_are_counted() -> None:
    lates = RestBetween(
        minimum=11 * 60, reduced=8 * 60, times=0, shifts=Shifts(codes=frozenset({"L"}))
    )
    assert not found("L E L E . . .", lates)


def test_a_reduced_rest_no_shorter_than_the_minimum_changes_nothing() -> None:
    rule = RestBetween(minimum=11 * 60, reduced=13 * 60, times=0)
    assert [(v.measured, v.limit, v.amount) for v in found("L E", rule)] == [(480, 660, 3)]
    assert not found("E E", rule)


@pytest.mark.parametrize(
    ("roster", "hours"),
    [
        ("E E E E E E . E", []),
        ("E E E E E L . L", []),
        ("E E E E E L . E", [32]),
        ("E E E E . . E E", [0]),
        ("E E E E E N . .", [0]),
        (". . E E E E . .", []),
        ("E E E E E E | . L", []),
        ("E E E E E L | . E", [32]),
        ("E E E E E E E | L", []),  # nothing can be mended
    ],
)
def test_the_weekly_rest_holds_the_whole_sunday(roster: str, hours: list[int]) -> None:
    days = len(roster.partition("|")[0].split()) if "|" in roster else 0
    start = dt.date(2027, 2, 1) + dt.timedelta(days=days)
    faults = found(roster, WeeklyRest(minimum=35 * 60, sunday=True), start=start)
    assert [v.measured for v in faults] == [60 * one for one in hours]


def test_a_long_rest_around_the_sunday_ends_days_later() -> None:
    rule = WeeklyRest(minimum=72 * 60, sunday=True)
    assert not found("E E E E E E . . . L . . .", rule)
    (first,) = found("E E E E E E . . E . . . .", rule)
    assert first.measured == 64 * 60


def test_a_weekly_rest_with_its_sunday_takes_no_other_window() -> None:
    with pytest.raises(ValueError, match="window"):
        WeeklyRest(window=7, minimum=35 * 60, sunday=True)
