"""Hours between two rests by hand: the history, either end, and what ends a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rotaplan.rules.work_period import WorkPeriod
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

HOUR = 60


def test_a_period_is_charged_once_with_all_its_hours() -> None:
    """Eight days make 64 h; runs of seven among them are not judged on their own."""
    (only,) = found(". D D D D D D D D .", WorkPeriod(maximum=48 * HOUR))
    assert (only.days, only.measured, only.amount) == (tuple(range(1, 9)), 64 * HOUR, 16)


def test_hours_count_and_not_days() -> None:
    """Seven days of seven hours are 49 h: split duties, of which no pause counts."""
    rule = WorkPeriod(maximum=49 * HOUR)
    assert not found("S S S S S S S .", rule)
    (only,) = found("S S S S S S S .", replace(rule, maximum=48 * HOUR))
    assert (only.measured, only.amount) == (49 * HOUR, 1)
    (only,) = found("S S .", WorkPeriod(maximum=25 * HOUR, counted_pause=6 * HOUR))
    assert only.measured == 26 * HOUR


def test_leave_ends_a_period_and_so_does_a_day_off_after_a_night() -> None:
    rule = WorkPeriod(maximum=16 * HOUR)
    assert not found("D CA | D D .", rule)
    assert not found("N N . D D .", rule)


def test_a_period_of_the_history_goes_on() -> None:
    """Three days of the history are 24 h: allowed 16 h, the plan pays for its own eight."""
    rule = WorkPeriod(maximum=16 * HOUR)
    (only,) = found("D D D | D .", rule)
    assert (only.days, only.measured, only.amount) == ((-3, -2, -1, 0), 32 * HOUR, 8)
    assert not found("D D D | . D", rule)


def test_a_started_hour_is_a_whole_one() -> None:
    shifts = shifts_of(D={"unpaid_break_minutes": 45})
    (only,) = found("D D .", WorkPeriod(maximum=14 * HOUR), shifts=shifts)
    assert (only.measured, only.amount) == (14 * HOUR + 30, 1)


def test_a_night_through_a_clock_change_has_its_real_hours() -> None:
    rule = WorkPeriod(maximum=15 * HOUR)
    start = dt.date(2027, 3, 27)
    assert not found("N N .", rule, start=start)
    assert found("N N .", rule, start=dt.date(2027, 2, 6))
