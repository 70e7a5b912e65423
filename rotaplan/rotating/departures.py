"""Where a grid departs from rules that have a price: found by the judge, each once a turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rotaplan.domain.report import Violation
from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One departure from a rule that has a price.

    Attributes
    ----------
    violation
        With the figures; its days are those of a walk of which nobody has seen the calendar.
    cells
        Where: weeks of the grid from 0, and weekdays, in the order in which they are walked;
        none where it goes on all through the cycle.
    """

    violation: Violation
    cells: tuple[tuple[int, int], ...]

    def to_json(self) -> dict[str, Any]:
        """Return the departure in the stable form of ``--json``.

        ``days`` are pairs of the week of the grid, from 1, and the weekday, from 0 for Monday.
        """
        one = self.violation
        return {
            "rule": one.rule,
            "row": one.row,
            "days": [[week + 1, day] for week, day in self.cells],
            "measured": one.measured,
            "limit": one.limit,
            "amount": one.amount,
            "level": one.level,
            "price": one.cost,
        }


def departures_of(question: RotationQuestion, rotation: Rotation) -> tuple[Departure, ...]:
    """Return all departures of a grid from the rules that have a price, in order of the rules.

    Each is counted once for a turn of the cycle; one of a rule that counts by several weeks,
    once for each week of the cycle that can be the first of them.
    """
    parts = rotation.parted(question.weeks or len(rotation.lines))
    return tuple(
        replace(one, cells=tuple((number * len(part.lines) + w, day) for w, day in one.cells))
        for rule in question.priced
        for number, part in enumerate(parts)
        for one in _of_walk(question, rule, part)
    )


def prices_of(
    question: RotationQuestion, departures: tuple[Departure, ...]
) -> tuple[tuple[int, int], ...]:
    """Return what departures cost at each level that has a price, in order of level."""
    found = dict.fromkeys(question.levels, 0)
    for one in departures:
        found[one.violation.level] += one.violation.cost
    return tuple(found.items())


def _of_walk(question: RotationQuestion, rule: int, walk: Rotation) -> Iterator[Departure]:
    """Yield the departures of a walk that closes on itself.

    Told are those that begin on the days on which they are counted. How much there is of them
    is what these days add to a walk without them: this holds too where a departure never ends.
    """
    walkers, days = question.counted(rule)
    turn = days.stop - days.start
    longer = days.stop + turn + WEEK * -(-question.reach_days // WEEK)
    found = _found(question, rule, walk, longer, walkers)
    rest = sum(one.amount for one in found)
    rest -= sum(one.amount for one in _found(question, rule, walk, longer - turn, walkers))
    for one in found:
        if one.days and one.days[0] in days:
            rest -= one.amount
            yield Departure(violation=one, cells=_cells(walk, one))
    endless = max(found, key=lambda one: len(one.days), default=None)
    if rest > 0 and endless is not None:
        yield Departure(violation=replace(endless, amount=rest), cells=())


def _found(
    question: RotationQuestion, rule: int, walk: Rotation, days: int, walkers: int
) -> list[Violation]:
    roster = question.stretched(walk, days // WEEK, walkers)
    return list(question.rules[rule].check(roster.scenario, roster))


def _cells(walk: Rotation, violation: Violation) -> tuple[tuple[int, int], ...]:
    """Return weeks of the walk and weekdays of the days of a violation."""
    behind = int(violation.person) - 1
    return tuple(((behind + day // WEEK) % len(walk.lines), day % WEEK) for day in violation.days)
