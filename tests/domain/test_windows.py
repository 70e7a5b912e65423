"""Runs of weeks and of weekends at both ends of what is known."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.time import Cycle, Horizon, Period

MONDAY = dt.date(2027, 3, 1)


def horizon(offset: int, days: int, history: int = 0) -> Horizon:
    return Horizon(start=MONDAY + dt.timedelta(days=offset), days=days, history_days=history)


def test_week_runs_reach_into_the_history() -> None:
    found = list(horizon(0, 14, 14).week_runs(2))
    assert found == [Period(first=-7, last=6), Period(first=0, last=13)]


def test_week_runs_leave_out_weeks_that_are_cut() -> None:
    """From Thursday, ten days: the first whole week starts on day 4 and is cut at the end."""
    assert list(horizon(3, 10).week_runs(1)) == []
    assert list(horizon(3, 11).week_runs(1)) == [Period(first=4, last=10)]
    assert list(horizon(3, 10, 3).week_runs(1)) == [Period(first=-3, last=3)]


def test_a_week_of_the_history_alone_is_no_run() -> None:
    assert list(horizon(0, 5, 7).week_runs(1)) == []


def test_fewer_weeks_than_asked_are_one_incomplete_run() -> None:
    assert list(horizon(0, 16, 9).week_runs(12)) == [Period(first=-7, last=13, complete=False)]


def test_week_53_is_a_week_like_any_other() -> None:
    """28 December 2026 to 3 January 2027 is week 53, and follows and precedes whole weeks."""
    year_end = Horizon(start=dt.date(2026, 12, 28), days=7, history_days=7)
    assert list(year_end.week_runs(2)) == [Period(first=-7, last=6)]
    assert year_end.date(0).isocalendar()[:2] == (2026, 53)
    assert [run.days for run in year_end.week_runs(1)] == [range(7)]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, [((5, 6),), ((12, 13),)]),
        (5, [((0, 1),), ((7, 8),)]),
        (6, [((-1, 0),), ((6, 7),), ((13, 14),)]),  # both outer days are beyond the known ones
    ],
)
def test_weekend_runs_of_one(offset: int, expected: list[object]) -> None:
    assert list(horizon(offset, 14).weekend_runs(1)) == expected


def test_weekend_runs_reach_into_the_history() -> None:
    found = list(horizon(0, 14, 9).weekend_runs(2))
    assert found == [((-2, -1), (5, 6)), ((5, 6), (12, 13))]


def test_a_history_that_begins_on_a_sunday_has_that_weekend() -> None:
    assert next(iter(horizon(0, 7, 8).weekend_runs(3))) == ((-9, -8), (-2, -1), (5, 6))


def test_fewer_weekends_than_asked_are_one_run() -> None:
    assert list(horizon(0, 14).weekend_runs(4)) == [((5, 6), (12, 13))]
    assert list(horizon(0, 3).weekend_runs(1)) == []


def test_the_days_before_the_plan_are_known_or_not() -> None:
    assert horizon(0, 5, 9).before(7) == Period(first=-7, last=-1)
    assert horizon(0, 5, 6).before(7) is None


def test_known_weekends_with_their_fridays_and_mondays() -> None:
    """A weekend counts as soon as one of its days is known, in the history too."""
    monday = Horizon(start=dt.date(2027, 2, 1), days=12, history_days=2)
    assert list(monday.known_weekends()) == [range(-2, 0), range(5, 7)]
    assert list(monday.known_weekends(friday=True)) == [range(-3, 0), range(4, 7), range(11, 14)]
    assert list(monday.known_weekends(monday=True)) == [range(-2, 1), range(5, 8)]
    saturday = Horizon(start=dt.date(2027, 2, 6), days=1)
    assert list(saturday.known_weekends(friday=True, monday=True)) == [range(-1, 3)]
    tuesday = Horizon(start=dt.date(2027, 2, 2), days=3)
    assert list(tuesday.known_weekends(friday=True, monday=True)) == []


def test_a_cycle_begins_with_the_plan_unless_it_has_a_date() -> None:
    """Twenty days from a Thursday, ten known before them: cycles of two weeks."""
    plan = horizon(3, 20, 10)
    assert list(plan.periods(Cycle(weeks=2))) == [
        Period(first=0, last=13),
        Period(first=14, last=19, complete=False),
    ]
    assert list(plan.periods(Cycle(weeks=2, begins=MONDAY))) == [
        Period(first=-3, last=10),
        Period(first=11, last=19, complete=False),
    ]


def test_cycles_run_on_before_and_after_the_date_that_is_given() -> None:
    """The same cycles, whichever of their first days is named."""
    plan = horizon(0, 40, 20)
    known = MONDAY + dt.timedelta(days=16)
    for turns in (-7, -1, 0, 1, 9):
        begins = known + dt.timedelta(weeks=3 * turns)
        assert list(plan.periods(Cycle(weeks=3, begins=begins))) == [
            Period(first=-5, last=15),
            Period(first=16, last=36),
            Period(first=37, last=39, complete=False),
        ]
