"""Counts by hand: what the history leaves open, cut periods, days meant."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.calendar import Days
from rotaplan.domain.work import Shifts
from rotaplan.rules.counts import DaysPeriod, ShiftsPeriod, ShiftsWindow
from rotaplan.rules.rest_days import RestDaysWindow
from tests.rules.verdicts import found

FRIDAY = dt.date(2027, 2, 5)
SUNDAYS = Days(weekdays=frozenset({6}))
NIGHTS = Shifts(codes=frozenset({"N"}))


def test_a_minimum_asks_of_a_week_begun_only_the_days_left() -> None:
    """One day worked by Thursday, three days left: four of the five can be reached."""
    rule = DaysPeriod(minimum=5)
    assert not found(". . . D | D D D", rule, start=FRIDAY)
    (only,) = found(". . . D | D D .", rule, start=FRIDAY)
    assert (only.measured, only.limit, only.amount) == (3, 5, 1)


def test_a_minimum_out_of_reach_within_the_plan_stays_a_fault() -> None:
    """Eight days of a week can never be worked, and the planner has to hear of it."""
    (only,) = found("D D D D D D D", DaysPeriod(minimum=8))
    assert (only.measured, only.amount) == (7, 1)


def test_a_maximum_exceeded_by_the_history_charges_what_is_added() -> None:
    rule = DaysPeriod(maximum=3)
    assert not found("D D D D | . . .", rule, start=FRIDAY)
    (only,) = found("D D D D | D . D", rule, start=FRIDAY)
    assert (only.measured, only.limit, only.amount) == (6, 3, 2)


def test_week_53_counts_as_one() -> None:
    (only,) = found("D D D D D D .", DaysPeriod(maximum=5), start=dt.date(2026, 12, 28))
    assert only.days == tuple(range(7))


def test_a_month_ends_where_the_calendar_says() -> None:
    """Nights of 28 February and 1 March 2027 are of two months."""
    rule = ShiftsPeriod(maximum=1, period="month", shifts=NIGHTS)
    assert not found("N N", rule, start=dt.date(2027, 2, 28))
    assert len(found("N N", rule, start=dt.date(2027, 3, 1))) == 1


def test_both_limits_are_told_apart() -> None:
    rule = ShiftsPeriod(minimum=2, maximum=2, period="week", shifts=NIGHTS)
    over = found("N N N . . . . N . . . . . .", rule)
    assert [(v.measured, v.limit, v.amount) for v in over] == [(3, 2, 1), (1, 2, 1)]


def test_sundays_in_four_weeks() -> None:
    """Two Sundays worked in the plan, one in the history; two of four are allowed."""
    rule = ShiftsWindow(maximum=2, window=28, when=SUNDAYS)
    plan = ". . . . . . D . . . . . . D . . . . . . ."
    over = found(f"D D D D D D D | {plan}", rule)
    assert [(v.measured, v.amount) for v in over] == [(3, 1)]
    assert not found(f"D D D D D D . | {plan}", rule)


def test_one_sunday_off_in_two_weeks() -> None:
    rule = RestDaysWindow(minimum=1, window=14, when=SUNDAYS)
    assert len(found(". . . . . . D . . . . . . D", rule)) == 1
    assert not found("D D D D D D . D D D D D D D", rule)


def test_more_days_off_than_days_meant_are_never_asked_for() -> None:
    rule = RestDaysWindow(minimum=3, window=7, when=SUNDAYS)
    assert not found("D D D D D D .", rule)
    (only,) = found("D D D D D D D", rule)
    assert (only.measured, only.amount) == (0, 1)


def test_days_off_that_follow_one_another_are_a_fault_of_their_own() -> None:
    """Three days off where four are asked, none beside another: two faults, one unit each."""
    rule = RestDaysWindow(minimum=4, consecutive=2)
    count, apart = found("D D D D D D . D . D . D D D", rule)
    assert (count.measured, count.limit, count.amount, count.aspect) == (3, 4, 1, "")
    assert (apart.measured, apart.limit, apart.amount, apart.aspect) == (1, 2, 1, "consecutive")


def test_days_off_in_a_row_over_the_edge_of_a_window_are_in_neither() -> None:
    rule = RestDaysWindow(minimum=0, period="week", consecutive=2)
    assert len(found("D D D D D D . . D D D D D D", rule)) == 2
    assert not found("D D D D D . . . . D D D D D", rule)


def test_the_days_off_in_a_row_hold_a_sunday() -> None:
    rule = RestDaysWindow(minimum=2, consecutive=2, sunday=True)
    assert not found("D D D D D D . . D D D D D D", rule)
    (only,) = found("D D D D . . D D D D D D D .", rule)
    assert (only.measured, only.limit, only.aspect) == (1, 2, "sunday")
    alone = RestDaysWindow(minimum=0, sunday=True)
    assert not found("D D D D D D . D D D D D D D", alone)
    assert len(found("D D D D D . D D D D D D D D", alone)) == 1


def test_days_in_a_row_that_the_history_left_no_room_for_are_not_charged() -> None:
    rule = RestDaysWindow(minimum=0, period="week", consecutive=2)
    saturday = FRIDAY + dt.timedelta(days=1)
    assert not found("D D D D D D | D", rule, start=saturday + dt.timedelta(days=1))
    assert len(found("D D D D D | D .", rule, start=saturday)) == 1
    assert not found(". . D D D D | D", rule, start=saturday + dt.timedelta(days=1))


def test_windows_that_are_cut_are_not_judged() -> None:
    assert not found("D D D D D", RestDaysWindow(minimum=1, window=7))
    assert not found("D D D D D D", RestDaysWindow(minimum=1, period="week"))
    assert len(found("D D D D D D D", RestDaysWindow(minimum=1, period="week"))) == 1
