"""Rest that is owed, by hand: several debts, deadlines, what the history leaves no room for."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.derogation import Derogation
from rotaplan.rules.debts import RestDebt
from tests.rules.verdicts import found

MONDAY = dt.date(2027, 2, 1)


def owed(hours: int, deadline: int, last: int = -1) -> Derogation:
    """Return an exception that is over, with rest due by a day of the plan."""
    return Derogation(
        rule="rest_between",
        person="A",
        first=last,
        last=last,
        deadline=MONDAY + dt.timedelta(days=deadline),
        compensation_minutes=60 * hours,
    )


def test_the_day_of_the_deadline_still_counts() -> None:
    rule = RestDebt()
    assert not found("D D . D", rule, derogations=(owed(9, 2),), start=MONDAY)
    assert found("D D . D", rule, derogations=(owed(9, 1),), start=MONDAY)


def test_what_is_due_later_includes_what_was_due_before() -> None:
    """Five hours by Tuesday and six more by Friday: 16 h, then 22 h of rest."""
    both = (owed(5, 1), owed(6, 4))
    (only,) = found("D D D D D", RestDebt(), derogations=both, start=MONDAY)
    assert (only.measured, only.limit, only.days) == (16 * 60, 22 * 60, (0, 1, 2, 3, 4))


def test_an_exception_of_the_plan_itself_is_due_in_the_next() -> None:
    assert not found("D D D", RestDebt(), derogations=(owed(20, 1, last=0),), start=MONDAY)


def test_what_the_history_leaves_no_room_for_is_not_charged() -> None:
    """The night ends at six: eighteen hours are left of the day of the deadline."""
    night = {"derogations": (owed(7, 0),), "start": MONDAY}
    assert found("N | D .", RestDebt(), **night)
    assert not found("N | D .", RestDebt(), derogations=(owed(8, 0),), start=MONDAY)
