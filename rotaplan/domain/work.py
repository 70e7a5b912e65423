"""Shifts: what a code on the roster means in hours, and which codes a rule speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rotaplan.problem import Cell


class Family(StrEnum):
    """What kind of work, or of absence from work, a code stands for."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAY = "day"
    NIGHT = "night"
    SPLIT = "split"
    ON_CALL = "on_call"
    ON_SITE_CALL = "on_site_call"
    RESERVE = "reserve"
    TRAINING = "training"
    REMOTE = "remote"
    REST = "rest"
    LEAVE = "leave"
    ABSENCE = "absence"


FREE_FAMILIES = frozenset({Family.REST, Family.LEAVE, Family.ABSENCE})
LEAVE_CODES = frozenset({"CA", "RTT", "JRTT", "CET", "HS", "REC", "CSS"})
"""Usual codes of leave that people have chosen, so that it can be talked about."""
ABSENCE_CODES = frozenset(
    {
        *("DISPO", "MAL", "CMO", "CLM", "CLD", "AT", "MAT", "PAT", "ENF", "ASA"),
        *("GR", "GRV", "SYN", "ABS"),
    }
)
"""Usual codes of absence that nobody has chosen, or that is a right: never to be given back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """An uninterrupted piece of work, in minutes after midnight of the shift's start day.

    Attributes
    ----------
    start
        Beginning, inclusive.
    end
        End, exclusive; above 1440 the work runs into the next day.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A code of the roster.

    Attributes
    ----------
    code
        What stands in the planner's grid.
    label
        Its name in full.
    spans
        One or two pieces of work; none for rest, leave and absence.
    unpaid_break_minutes
        Pause inside the work that does not count as work.
    credited_minutes
        Time to credit where the planner gives it; otherwise the time worked.
    family
        Night, morning, reserve...
    works
        Whether a day with this code is a day worked.
    skills
        What a person must hold, all of it, at the end of the shift.
    tags
        Further names by which rules may choose this code, folded to lower case.
    site
        Where the work is.
    colour
        Fill as ``#RRGGBB``; empty for the default of the family.
    hardship
        Points of hardship.
    variant_of
        Code of the duty of which this one is what an incident left; empty otherwise. Whoever
        names that duty means its variants too.
    origin
        Where it was read.
    """

    code: str
    label: str = ""
    spans: tuple[Span, ...] = ()
    unpaid_break_minutes: int = 0
    credited_minutes: int | None = None
    family: Family = Family.DAY
    works: bool = True
    skills: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    site: str = ""
    colour: str = ""
    hardship: int = 0
    variant_of: str = ""
    origin: Cell | None = None

    @property
    def base(self) -> str:
        """Code under which it was planned, before any incident."""
        return self.variant_of or self.code

    @property
    def start(self) -> int:
        """Minutes after midnight at which the first piece begins."""
        return self.spans[0].start if self.spans else 0

    @property
    def end(self) -> int:
        """Minutes after midnight of the start day at which the last piece ends."""
        return self.spans[-1].end if self.spans else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """A choice of shifts, as written in a cell; with nothing named it means all work.

    Attributes
    ----------
    codes
        Codes named one by one.
    families
        Families named.
    tags
        Tags named, folded to lower case.
    sites
        Sites named.
    without
        Codes left out again.
    text
        The words as the planner wrote them.
    """

    codes: frozenset[str] = frozenset()
    families: frozenset[Family] = frozenset()
    tags: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    text: str = ""

    @property
    def every(self) -> bool:
        """Whether nothing is named, so that all work is meant."""
        return not (self.codes or self.families or self.tags or self.sites)

    def has(self, shift: Shift) -> bool:
        """Whether a shift is meant."""
        # Asked tens of thousands of times in a judgement: what is not named is not looked at.
        if self.without and (shift.code in self.without or shift.base in self.without):
            return False
        if self.codes and (shift.code in self.codes or shift.base in self.codes):
            return True
        if self.families and shift.family in self.families:
            return True
        if self.tags and not self.tags.isdisjoint(shift.tags):
            return True
        if self.sites and shift.site in self.sites:
            return True
        return self.every and shift.works


ALL_WORK = Shifts()
AT_HOME = Shifts(families=frozenset({Family.ON_CALL}))
"""On call at home: rest, but for call-outs (code du travail L.3121-9, L.3121-10)."""
