"""Why a cell is decided before anything is planned: by hand, or by the time that has passed."""

from __future__ import annotations

from typing import Literal

from rotaplan.domain.scenario import Scenario

Decision = Literal["hand", "worked", "past", "rest", "soon", "closed"]
DECISIONS: tuple[Decision, ...] = ("hand", "worked", "past", "rest", "soon", "closed")


def decision(scenario: Scenario, person: str, day: int) -> Decision:
    """Return why a decided cell stays as it is.

    ``hand``: somebody imposes it (sheet Fixes, a cell filled in). Where a published schedule is
    planned again: ``worked``, its duty has begun; ``past``, its day off is over; ``closed``, it
    lies after the last day open to change; ``soon``, it is too near to be changed; ``rest``, it
    is a day off that was announced.
    """
    published = scenario.published
    if published is None or any((pin.person, pin.day) == (person, day) for pin in scenario.pins):
        return "hand"
    horizon = scenario.horizon
    post = published.stands.get((person, day))
    if post is not None and horizon.instant(day, scenario.shift[post.shift].start) <= published.now:
        return "worked"
    if post is None and horizon.instant(day + 1) <= published.now:
        return "past"
    if published.last_day is not None and day > published.last_day:
        return "closed"
    return "rest" if post is None else "soon"
