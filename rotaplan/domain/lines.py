"""Lines of cycles that were chosen for people."""

from __future__ import annotations

from dataclasses import dataclass

from rotaplan.domain.people import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A line given to somebody.

    Attributes
    ----------
    person
        Staff number.
    seat
        The place: cycle, line, and the Monday of the week in which it is worked.
    broken
        What the line breaks of strict rules, in their own units.
    barred
        Posts of the line that the person may not hold, or never works on that weekday.
    away
        Posts of the line that fall on leave or outside the contract.
    priced
        Price of what the line breaks of soft rules, wishes among them, at all levels.
    """

    person: str
    seat: Seat
    broken: int
    barred: int
    away: int
    priced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """All lines given.

    Attributes
    ----------
    placements
        In the order of the people.
    proven
        Whether no other choice of lines is better: fewest breaches of strict rules, then fewest
        posts not open, then fewest lost to leave, then the prices of the levels in order.
    """

    placements: tuple[Placement, ...]
    proven: bool
