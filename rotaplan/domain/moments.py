"""Moments at which the number of people at work can change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Shift, Shifts


def moments(
    scenario: Scenario, shifts: Shifts, day: int, start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Return the pieces of a time slot in which the same shifts are under way throughout.

    A piece is left out where a shift named, of a day that is not known, would be under way in
    it: nobody can tell who is there then (the morning after the plan; the first night of a plan
    without history). So is one that belongs to duties of the history alone: it is past.

    Parameters
    ----------
    scenario
        Whose shifts and days they are.
    shifts
        Shifts that count.
    day
        Day on which the slot begins.
    start, end
        On the clock, in minutes after midnight; an end that is not after the start is of the
        next day.

    Returns
    -------
    tuple
        Pairs of instants, in order.
    """
    horizon = scenario.horizon
    if end <= start:
        end += DAY_MINUTES
    opens, closes = horizon.instant(day, start), horizon.instant(day, end)
    cuts = {opens, closes}
    unknown: list[tuple[int, int]] = []
    past: list[tuple[int, int]] = []
    ahead: list[tuple[int, int]] = []
    for when, shift in _near(scenario, shifts, day):
        for first, last in scenario.spans(shift, when):
            cuts |= {cut for cut in (first, last) if opens < cut < closes}
            if when in horizon.known and when < 0:
                past.append((first, last))
            elif shift.code in scenario.demanded:
                (ahead if when in horizon.known else unknown).append((first, last))
    edges = sorted(cuts)
    return tuple(
        (a, b)
        for a, b in pairwise(edges)
        if not _held(unknown, a, b) and (_held(ahead, a, b) or not _held(past, a, b))
    )


def _held(spans: list[tuple[int, int]], opens: int, closes: int) -> bool:
    """Whether any span holds all of a piece of time."""
    return any(first <= opens and closes <= last for first, last in spans)


def _near(scenario: Scenario, shifts: Shifts, day: int) -> Iterator[tuple[int, Shift]]:
    """Yield each shift named on each day on which it could reach into a slot of a day."""
    for shift in scenario.shifts:
        if shift.works and shifts.has(shift):
            reach = max(shift.end - 1, 0) // DAY_MINUTES
            for when in range(day - reach, day + 3):
                yield when, shift


def under_way(scenario: Scenario, shift: Shift, day: int, piece: tuple[int, int]) -> bool:
    """Whether a shift of a day is under way throughout a piece of time; its breaks count."""
    return any(first <= piece[0] and piece[1] <= last for first, last in scenario.spans(shift, day))
