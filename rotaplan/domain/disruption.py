"""What can happen to a schedule that is published already: incidents, as rows of data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from rotaplan.domain.calendar import EVERY_DAY, Days
from rotaplan.domain.people import People
from rotaplan.domain.work import Shift, Shifts
from rotaplan.problem import Cell


class Effect(StrEnum):
    """What a disruption does."""

    ABSENT = "absent"
    LATE = "late"
    SKILL_LOST = "skill_lost"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    ADDED = "added"
    DEMAND = "demand"
    SERVICE = "service"
    VOLUNTEER = "volunteer"


ON_PEOPLE = frozenset({Effect.ABSENT, Effect.LATE, Effect.SKILL_LOST, Effect.VOLUNTEER})
"""Effects that concern people; the others concern shifts."""


COLUMNS = (
    "id",
    "type",
    "start",
    "end",
    "certainty",
    "known",
    "target",
    "effect",
    "hours",
    "skills",
    "label",
    "site",
    "priority",
    "source",
    "note",
)
"""Columns of the sheet of disruptions, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disruption:
    """One row of the sheet of disruptions: what happens, from when, until when.

    Attributes
    ----------
    effect
        ``absent``: the people are away. ``late``: they cannot begin work before ``minute`` (on
        the shifts named, which may be those of one site). ``skill_lost``: they no longer hold
        ``skill``. ``closed``: a line, site, room or post does not run; duties under way are cut
        at its start, and the pieces of work that fall into it are lost. ``cancelled``: duties
        that begin within it do not run. ``changed``: they run at the hours of ``made``.
        ``added``: duties (``made``, or more people on the shifts named). ``demand``: needs
        change. ``service``: needs are those of days ``like`` this. ``volunteer``: the people
        have agreed to be called on days of rest.
    start, end
        Instants in minutes since 1970 (UTC); ``end`` is exclusive, None while it is open.
    estimated
        Whether the end is only an estimate.
    known
        Instant since when it is known; None where not said: then since its start.
    name
        Identifier of the planner: a later row of the same name replaces the earlier one.
    people
        Whom it concerns, for the effects on people.
    shifts
        Which shifts, for the others (and the duties of ``late``).
    skill
        The skill that is lost.
    minute
        Earliest sign-on of ``late``, in minutes after midnight.
    made
        The new duty of ``added``, or the hours of ``changed``.
    count
        People added by ``added`` (per duty) and ``demand`` (may be negative).
    factor
        What ``demand`` multiplies needs by, rounded up; None where ``count`` says it.
    like
        Of ``service``: one weekday, public holidays, or one day type.
    priority
        Of the needs of ``added``: 1 most to 5 least important.
    told
        The row as the planner wrote it: names of filled columns (of ``COLUMNS``) and their
        texts, moments by the wall clock. It is written back so.
    origin
        Where it was read.
    """

    effect: Effect
    start: int
    end: int | None = None
    estimated: bool = False
    known: int | None = None
    name: str = ""
    people: People = field(default_factory=People)
    shifts: Shifts = field(default_factory=Shifts)
    skill: str = ""
    minute: int = 0
    made: Shift | None = None
    count: int = 1
    factor: Fraction | None = None
    like: Days = EVERY_DAY
    priority: int = 5
    told: tuple[tuple[str, str], ...] = ()
    origin: Cell | None = None

    @property
    def known_since(self) -> int:
        """Instant since when it is known."""
        return self.start if self.known is None else self.known

    def covers(self, instant: int) -> bool:
        """Whether an instant lies in it."""
        return self.start <= instant and (self.end is None or instant < self.end)


def merged(
    earlier: tuple[Disruption, ...], later: tuple[Disruption, ...]
) -> tuple[Disruption, ...]:
    """Return all disruptions, those that a later one replaces left out.

    A later row replaces an earlier one of the same name; without names, one with the same
    effect on the same people and shifts that begins at the same moment (its end has moved). It
    takes the place of the earlier one, for what is done in between builds on it.
    """
    rows = {_identity(one): one for one in earlier}
    rows |= {_identity(one): one for one in later}
    return tuple(rows.values())


def same_event(one: Disruption, other: Disruption) -> bool:
    """Whether one of two rows replaces the other, as :func:`merged` has it."""
    return _identity(one) == _identity(other)


def _identity(one: Disruption) -> tuple[object, ...]:
    if one.name:
        return (one.name.casefold(),)
    made = one.made.code if one.made else ""
    return (one.effect, one.start, one.people, one.shifts, one.skill, made)
