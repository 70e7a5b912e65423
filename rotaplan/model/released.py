"""Runs of days of which some are excused: what is left to ask once an exception is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rotaplan.model.chains import Step, chain
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Runs

Excused = Callable[[range], bool]
"""Whether a run on these days is allowed to be as long or short as it is."""


def without_excused(frame: Frame, runs: Runs, excused: Excused) -> Iterator[Requirement]:
    """Yield what a requirement that must hold asks of the runs that are not excused.

    Parameters
    ----------
    frame
        The cells.
    runs
        What is asked of every run.
    excused
        Told the days of a run, its history included; a longer run is never excused where a part
        of it is not.
    """
    days = frame.scenario.horizon.days
    outside = frame.every - runs.options
    first = -runs.before
    if runs.most is not None:
        for start in (first, *range(1, days)):
            begun = max(runs.most, -start)
            for span in _just_too_long(start, start + begun + 1, days, excused):
                steps = [(day, runs.options) for day in span if day >= 0]
                yield from _never(frame, runs, steps)
    for start in (first, *range(1, days)):
        if start <= 0 and runs.before_open:
            continue
        for after in range(max(start + 1, 0), min(start + runs.least, days + runs.closed)):
            if excused(range(start, after)):
                continue
            steps = [(day, runs.options) for day in range(max(start, 0), after)]
            steps += [(start - 1, outside)] if start > 0 else []
            steps += [(after, outside)] if after < days else []
            yield from _never(frame, runs, steps)


def _just_too_long(start: int, after: int, days: int, excused: Excused) -> Iterator[range]:
    """Yield the shortest run from a day on that is too long and not excused."""
    for end in range(max(after, 1), days + 1):
        if not excused(range(start, end)):
            yield range(start, end)
            return


def _never(frame: Frame, runs: Runs, steps: list[Step]) -> Iterator[Requirement]:
    made = chain(frame, runs.rule, runs.grade, runs.person, steps)
    if made is not None:
        yield made
