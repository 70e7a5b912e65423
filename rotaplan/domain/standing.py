"""How one person stands around a duty: rest before and after it, hours of its week."""

from __future__ import annotations

from collections.abc import Iterable

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Duty


def rest_around(line: Iterable[Duty], day: int, shift: str) -> tuple[int | None, int | None]:
    """Return the minutes free before and after a duty of a timeline.

    Parameters
    ----------
    line
        The person's duties in order of time, that one among them.
    day, shift
        Start day and code of the duty.

    Returns
    -------
    tuple
        None on a side on which no duty is known; negative where duties overlap.
    """
    before: int | None = None
    own: Duty | None = None
    for duty in line:
        if own is not None:
            return before, duty.start - own.end
        if (duty.day, duty.shift.code) == (day, shift):
            own = duty
            before = None if before is None else duty.start - before
        else:
            before = duty.end if before is None else max(before, duty.end)
    return before, None


def week_minutes(scenario: Scenario, line: Iterable[Duty], day: int) -> int:
    """Return the minutes worked, breaks off, in the ISO week of a day; duties count whole."""
    monday = day - scenario.horizon.date(day).weekday()
    return sum(duty.minutes for duty in line if monday <= duty.day < monday + 7)
