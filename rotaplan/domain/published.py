"""The schedule that people know, and what it means to them when a cell of it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from rotaplan.domain.people import Person
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Family, Shift

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Scenario
    from rotaplan.domain.schedule import Assignment

HOUR = 60
MINOR_MOVE_MINUTES = 60
"""Starts moved by no more than this are minor, as agreements of transport services have it."""
CALLS = frozenset({Family.ON_CALL, Family.ON_SITE_CALL})
STANDBY = CALLS | {Family.RESERVE}
UNNOTICED = frozenset({"reused", "reserve", "freed"})
"""Changes that need no notice: the people concerned are at the disposal of the service."""


class Change(StrEnum):
    """What a change is to the person concerned."""

    ABSENT = "absent"  # the person is away; the duty is not theirs any more
    FREED = "freed"  # the incident took the duty; nothing in its place
    REUSED = "reused"  # the incident took the duty; another one at much the same hours
    RESERVE = "reserve"  # a reserve duty becomes a real one
    CALLED = "called"  # somebody on call is called in
    RESTORED = "restored"  # back to the duty of the schedule before the incident
    POST = "post"  # another post at the same hours
    MOVED = "moved"  # begins up to an hour earlier or later
    SWAPPED = "swapped"  # another duty at other hours
    TO_REST = "to_rest"  # a duty becomes a day off
    FROM_REST = "from_rest"  # a day off becomes a duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What stands in a cell: a shift, with the function filled on it."""

    shift: str
    skill: str = ""


PersonDay = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastChange:
    """One cell that an earlier re-plan changed, as it was announced.

    A cell that several re-plans have changed has one of each, in the order of announcement:
    what stood there before any of them is the ``before`` of the first.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon.
    before, after
        What stood there, and what took its place; None for a day off.
    announced
        When people were told, in minutes since 1970 (UTC).
    freed
        Whether the incident itself had taken or cut the duty.
    """

    person: str
    day: int
    before: Post | None
    after: Post | None
    announced: int
    freed: bool = False


@dataclass(frozen=True, kw_only=True)
class Published:
    """A published schedule at the moment when it is looked at again.

    Attributes
    ----------
    now
        The moment, in minutes since 1970 (UTC): what began before it is worked.
    cells
        What was announced, by staff number and day; days off are missing.
    stands
        What is left of it when the incident is known and nothing else is decided: cancelled
        duties are missing, cut ones are cut, duties of people who are away are missing.
    freed
        Cells whose duty the incident took or cut while the person is there.
    volunteers
        Days on which people have agreed to be called, by staff number.
    announced
        When a cell was changed by an earlier re-plan; others were announced long ago.
    original
        What stood in a cell before any re-plan, where that is not what was announced last; None
        for a day off.
    last_day
        Last day on which anything may change; None for the end of the horizon.
    """

    now: int
    cells: Mapping[PersonDay, Post]
    stands: Mapping[PersonDay, Post]
    freed: frozenset[PersonDay] = frozenset()
    volunteers: Mapping[str, frozenset[int]] = field(default_factory=dict)
    announced: Mapping[PersonDay, int] = field(default_factory=dict)
    original: Mapping[PersonDay, Post | None] = field(default_factory=dict)
    last_day: int | None = None

    @cached_property
    def borne(self) -> Mapping[str, int]:
        """How many changes each person has borne already."""
        found: dict[str, int] = {}
        for person, _ in self.announced:
            found[person] = found.get(person, 0) + 1
        return found

    @cached_property
    def told(self) -> frozenset[str]:
        """People who must be told of the incident whatever is decided."""
        cells = self.cells.keys() | self.stands.keys()
        return frozenset(cell[0] for cell in cells if self.cells.get(cell) != self.stands.get(cell))

    def volunteers_on(self, person: str, day: int) -> bool:
        """Whether somebody has agreed to be called on a day."""
        return day in self.volunteers.get(person, ())


def posts_of(scenario: Scenario, assignments: Iterable[Assignment]) -> dict[PersonDay, Post]:
    """Return what stands in the cells of a roster; days off are missing."""
    return {
        (one.person, one.day): Post(shift=one.shift, skill=one.skill)
        for one in assignments
        if scenario.shift[one.shift].works
    }


def on_standby(scenario: Scenario, published: Published, person: Person, day: int) -> bool:
    """Whether somebody is there to be told late: in reserve or on call on a day."""
    post = published.stands.get((person.id, day))
    if post is None:
        return False
    return person.reserve or scenario.shift[post.shift].family in STANDBY


def change_of(
    scenario: Scenario, published: Published, person: Person, day: int, post: Post | None
) -> Change | None:
    """Return what a new post in a cell is to the person; None where nothing changes for them.

    It is held against what still stands of the announced schedule; a duty that the incident
    took counts as ``freed`` where nothing takes its place.
    """
    cell = (person.id, day)
    before, stands = published.cells.get(cell), published.stands.get(cell)
    if post == stands:
        return None if stands == before else Change.FREED
    if post == before:
        return Change.RESTORED
    if cell in published.original and post == published.original[cell]:
        return Change.RESTORED
    if post is None:
        return Change.TO_REST
    new = scenario.shift[post.shift]
    if before is None and cell in published.freed:
        before = published.original.get(cell)  # taken by an incident before, and not a rest
    if before is None:
        return Change.FROM_REST
    old = scenario.shift[before.shift]
    if cell in published.freed and _within(old, new):
        return Change.REUSED
    if old.family in CALLS and new.family not in STANDBY:
        return Change.CALLED
    if old.family is Family.RESERVE and new.family not in STANDBY and _within(old, new):
        return Change.RESERVE
    if old.spans == new.spans:
        return Change.POST
    return Change.MOVED if abs(old.start - new.start) <= MINOR_MOVE_MINUTES else Change.SWAPPED


def _within(old: Shift, new: Shift) -> bool:
    """Whether a duty begins and ends within an hour of the hours of another."""
    return new.start >= old.start - MINOR_MOVE_MINUTES and new.end <= old.end + MINOR_MOVE_MINUTES


def changes_site(
    scenario: Scenario, published: Published, person: str, day: int, post: Post | None
) -> bool:
    """Whether a new post is at another site than the one announced for the day."""
    before = published.cells.get((person, day))
    if before is None or post is None:
        return False
    sites = {scenario.shift[one.shift].site for one in (before, post)}
    return len(sites) == 2 and "" not in sites


def notice_minutes(
    scenario: Scenario, published: Published, person: str, day: int, post: Post | None
) -> int:
    """Return the notice of a change: from now to the first start that it concerns.

    The earlier of the start announced and the new one counts; never below 0.
    """
    posts = (published.cells.get((person, day)), post)
    starts = [
        scenario.horizon.instant(day, scenario.shift[one.shift].start)
        for one in posts
        if one is not None
    ]
    earliest = min(starts, default=scenario.horizon.instant(day))
    return max(0, earliest - published.now)


class Notice(StrEnum):
    """How early somebody learns of a change, in the classes of their regime."""

    IMMEDIATE = "immediate"
    URGENT = "urgent"
    SHORT = "short"
    LATE = "late"
    EARLY = "early"
    AMPLE = "ample"


_DAY = DAY_MINUTES
Tiers = tuple[tuple[int, Notice], ...]
HOUSE_TIERS: Tiers = (
    (HOUR, Notice.IMMEDIATE),
    (24 * HOUR, Notice.URGENT),
    (48 * HOUR, Notice.SHORT),
    (7 * _DAY, Notice.LATE),
    (15 * _DAY, Notice.EARLY),
)
"""Below so many minutes, the class; ample beyond. Where no text of law says otherwise."""
_LEGAL_TIERS: Mapping[str, Tiers] = {
    # Décret 2002-9, art. 13: the roster is known 15 days before, changed 48 hours before.
    "fph": ((48 * HOUR, Notice.URGENT), (15 * _DAY, Notice.LATE)),
    # Décret 2016-755, art. 5: calendar 7 days, hours 3 days; unforeseen events 24 h and 1 h.
    "rail": (
        (HOUR, Notice.IMMEDIATE),
        (24 * HOUR, Notice.URGENT),
        (3 * _DAY, Notice.SHORT),
        (7 * _DAY, Notice.LATE),
    ),
}


def notice_class(person: Person, minutes: int) -> Notice:
    """Return the class of a notice in the regime of a person."""
    regime = person.regime.casefold()
    key = "rail" if regime.startswith(("rail", "sncf")) else regime[:3]
    tiers = _LEGAL_TIERS.get(key, HOUSE_TIERS)
    return next((name for below, name in tiers if minutes < below), Notice.AMPLE)
