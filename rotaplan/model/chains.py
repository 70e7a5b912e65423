"""A sequence of cells of one person that must not all be as described."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rotaplan.domain.sequences import Step as DayStep
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Allowed, Grade, Total

Step = tuple[int, frozenset[int]]
"""A day, and the options that fit it there."""


@lru_cache(maxsize=4096)
def _worth(options: frozenset[int], amount: int) -> Mapping[int, int]:
    return dict.fromkeys(sorted(options), amount)


def chain(
    frame: Frame, rule: int, grade: Grade, person: int, steps: Iterable[Step], amount: int = 1
) -> Total | Allowed | None:
    """Return the requirement that not every step fits; None where it can never be broken.

    Days of the history are decided here: a step that fits there disappears, one that does not
    makes the whole hold. Days before the history have no steps.

    Parameters
    ----------
    frame
        The cells.
    rule, grade
        Origin and grade of the requirement.
    person
        Whose cells.
    steps
        Distinct days, each with the options that fit.
    amount
        What it costs where all steps fit.
    """
    ahead: list[Step] = []
    for day, options in steps:
        if not options or (day < 0 and frame.past(person, day) not in options):
            return None
        if day >= 0 and options != frame.every:
            ahead.append((day, options))
    if len(ahead) == 1:
        day, options = ahead[0]
        return Allowed(rule, grade, person, day, frame.every - options, amount)
    # A sum that reaches its greatest value only where every step fits, bounded just below.
    return Total(
        rule,
        grade,
        person,
        tuple(day for day, _ in ahead),
        tuple(_worth(options, amount) for _, options in ahead),
        most=amount * (len(ahead) - 1),
    )


def weighed_chain(
    frame: Frame,
    rule: int,
    grade: Grade,
    person: int,
    steps: Iterable[tuple[int, Mapping[int, int]]],
    most: int,
    unit: int,
) -> Total | None:
    """Return the requirement that, where every step fits, its worths add up to ``most`` at most.

    Its amount is what they add up to beyond that, in started ``unit``, and nothing where some
    step does not fit. None where it can never be broken. Days of the history are decided here.

    Parameters
    ----------
    frame
        The cells.
    rule, grade
        Origin and grade of the requirement.
    person
        Whose cells.
    steps
        Distinct days, each with the options that fit and what they are worth (of any sign).
    most
        Greatest sum of the worths.
    unit
        What the excess is counted in.
    """
    ahead: list[tuple[int, Mapping[int, int]]] = []
    for day, worths in steps:
        if day < 0:
            past = frame.past(person, day)
            if past not in worths:
                return None
            most -= worths[past]
        elif not worths:
            return None
        else:
            ahead.append((day, worths))
    greatest = sum(max(worths.values()) for _, worths in ahead)
    least = sum(min(worths.values()) for _, worths in ahead)
    if greatest <= most:
        return None
    # Each step that fits is worth so much more that with one missing the sum stays below.
    gate = greatest - most
    values = tuple(
        {option: gate + worth - min(worths.values()) for option, worth in worths.items()}
        for _, worths in ahead
    )
    limit = gate * len(ahead) + most - least
    return Total(rule, grade, person, tuple(day for day, _ in ahead), values, most=limit, unit=unit)


def fitting(frame: Frame, step: DayStep) -> frozenset[int]:
    """Return the options that a step of a sequence describes, off included where it fits."""
    work = frozenset() if step.shifts is None else frame.on(step.shifts)
    return work | {OFF} if step.off else work
