"""What a good cycle is, as windows with a price: weekends, waits, changes of shift, rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.rotation import WEEK
from rotaplan.model.cycle import Step, Window
from rotaplan.model.requirements import OFF, Grade

WEEKENDS, CHANGES, RESTS = 11, 12, 13
"""Levels, after those of the rules: weekends worked, changes of shift, rests."""
HOURS_GAP, NIGHTS_GAP, SUNDAYS_GAP, WEEKENDS_GAP = 21, 22, 23, 24
"""Levels of what lines that do not rotate should have alike; they come before the others."""
CHANGE = Grade(False, CHANGES, 1)
_SATURDAY = 5
_LONGEST_GAP = 14
"""Days off over which a change of shift is still seen."""


def weekends(work: frozenset[int]) -> Window:
    """Return the price of a weekend on which a duty starts."""
    return Window(weekday=_SATURDAY, steps=_weekend(work), most=0, grade=Grade(False, WEEKENDS, 1))


def longest_wait(work: frozenset[int], weeks: int) -> Window:
    """Return the must that of so many weekends in a row at least one is free."""
    between = (Step(worths=()),) * (WEEK - 2)
    steps = _weekend(work) + (between + _weekend(work)) * (weeks - 1)
    return Window(weekday=_SATURDAY, steps=steps, most=weeks - 1)


def _weekend(work: frozenset[int]) -> tuple[Step, Step]:
    worths = tuple((option, 1) for option in sorted(work))
    return Step(worths=worths, closes=False), Step(worths=worths)


def changes(work: frozenset[int], most_off: int | None) -> Iterator[Window]:
    """Yield the price of a duty that is of another shift than the duty before it.

    Parameters
    ----------
    work
        The options of work.
    most_off
        Greatest length of a rest, where there is one.
    """
    longest = _LONGEST_GAP if most_off is None else min(most_off, _LONGEST_GAP)
    for first in sorted(work) if len(work) > 1 else ():
        ends = _fitting({first}), _fitting(work - {first})
        for gap in range(longest + 1):
            steps = (ends[0], *(_fitting({OFF}),) * gap, ends[1])
            yield from _every_day(steps, CHANGE)


def rests(work: frozenset[int]) -> Iterator[Window]:
    """Yield the price of a rest that begins: the fewer there are, the longer they are."""
    yield from _every_day((_fitting(work), _fitting({OFF})), Grade(False, RESTS, 1))


def _fitting(options: Iterable[int]) -> Step:
    return Step(worths=tuple((option, 1) for option in sorted(options)))


def _every_day(steps: tuple[Step, ...], grade: Grade) -> Iterator[Window]:
    for weekday in range(WEEK):
        yield Window(weekday=weekday, steps=steps, most=len(steps) - 1, grade=grade)
