"""Hours between two rests by hand: the history, either end, and what ends a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rotaplan.domain.derogation import Derogation
from rotaplan.domain.scenario import Absence
from rotaplan.judge import judge
from rotaplan.rules.work_period import WorkPeriod, WorkPeriodDays
from tests.agreement.contents import shifts_of
from tests.rules.drawn import drawn
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


def test_a_rest_is_counted_in_hours_and_not_in_empty_cells() -> None:
    """Late, off, early is 32 h; late, off, late 40 h; early, then night with no cell off, 32 h."""
    rule = WorkPeriod(maximum=16 * HOUR, rest=36 * HOUR)
    (only,) = found("L L . E .", rule)
    assert (only.days, only.measured, only.amount) == ((0, 1, 2, 3), 24 * HOUR, 8)
    assert not found("L L . L L", rule)
    assert found("E E N .", rule)
    assert not found("E E N .", replace(rule, rest=32 * HOUR))


def test_days_off_too_short_neither_count_nor_begin_anew() -> None:
    rule = WorkPeriodDays(maximum=6, rest=36 * HOUR)
    (only,) = found("L L L . E E E E", rule)
    assert (only.measured, only.days) == (7, tuple(range(8)))
    assert not found("L L L . E E E", rule)


def test_leave_that_is_no_rest_needs_a_rest_beside_it() -> None:
    """Leave of two days between two duties ends nothing; with two days off before it, it does."""
    rule = WorkPeriod(maximum=40 * HOUR, rest=36 * HOUR, leave=False)
    two = (Absence(person="A", first=3, last=4),)
    (only,) = found("D D D . . D D D", rule, absences=two)
    assert only.measured == 48 * HOUR
    later = (Absence(person="A", first=5, last=6),)
    assert not found("D D D . . . . D D D", rule, absences=later)
    assert not found("D D D . . D D D", replace(rule, leave=True), absences=two)


def test_leave_that_is_no_rest_does_not_end_a_period_of_days_either() -> None:
    rule = WorkPeriod(maximum=40 * HOUR, leave=False)
    one = (Absence(person="A", first=3, last=3),)
    assert found("D D D . D D D", rule, absences=one)
    assert not found("D D D . . D D D", rule, absences=one)


def test_an_exception_frees_one_period_alone() -> None:
    """The engine's requirement leaves out what lies within the exception, and nothing else."""
    roster = "D D D . D D D"
    rule = WorkPeriod(maximum=16 * HOUR, rest=36 * HOUR, row="R!A2")
    allowed = Derogation(rule="work_period", person="A", first=0, last=2)
    scenario, schedule = drawn(roster, rule, derogations=(allowed,))
    report = judge(scenario, schedule)
    assert [one.days[0] for one in report.broken] == [4]
    assert [one.days[0] for one in report.derogated] == [0]
