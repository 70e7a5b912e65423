"""People: who works, under which contract, with which dated skills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from rotaplan.domain.work import Shifts
from rotaplan.problem import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSkill:
    """A skill, clearance or licence of one person.

    Attributes
    ----------
    skill
        Its code, such as ``HAB:TRAM``.
    level
        As written; empty where levels do not matter.
    valid_from, valid_to
        Dates of validity, both inclusive; None without limit.
    origin
        Where it was read.
    """

    skill: str
    level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    origin: Cell | None = None

    def holds(self, day: date) -> bool:
        """Whether it is valid on a date."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place in a cycle.

    Attributes
    ----------
    rotation
        Name of the cycle.
    line
        The line worked in that week, from 1; the next one follows each Monday. None where it is
        still to be chosen: then no line is followed.
    week
        Monday of that week.
    origin
        Where the line was read, or is to be written.
    """

    rotation: str
    line: int | None
    week: date
    origin: Cell | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody on the roster.

    Attributes
    ----------
    id
        Staff number, as text.
    name
        Display name; falls back to the id.
    fte
        Working share (quotité), 0 to 1.
    weekly_minutes
        Contractual minutes a week at this working share; None where unknown.
    contract, team, site, regime, status, role
        As written; rules may name them.
    skills
        What the person holds.
    contract_from, contract_to
        First and last day of the contract, inclusive; None without limit.
    fixed_days_off
        Weekdays never worked, 0 Monday to 6 Sunday.
    forbidden, allowed
        Shifts the person may not, or may only, work; None where all are open.
    night_fit
        False where nights are medically excluded.
    reserve
        Whether the person belongs to the reserve.
    volunteer
        Whether the person gives time freely, so that only declared hours can be counted on.
    target_minutes
        Minutes expected over the horizon; None to derive them from the contract.
    opening
        Counters brought forward by name (``hours`` in minutes, ``night``, ...), folded to lower
        case.
    hourly_cost
        Cost of an hour; 0 where unknown.
    reach_minutes
        Within how many minutes the person can be on the spot when called; None where unknown.
    language
        ``fr`` or ``en``, in which the person is written to; empty where it is that of the service.
    seat
        Place in a cycle; None for somebody who follows none.
    origin
        Where it was read.
    """

    id: str
    name: str = ""
    fte: Fraction = Fraction(1)
    weekly_minutes: int | None = None
    contract: str = ""
    team: str = ""
    site: str = ""
    regime: str = ""
    status: str = ""
    role: str = ""
    skills: tuple[HeldSkill, ...] = ()
    contract_from: date | None = None
    contract_to: date | None = None
    fixed_days_off: frozenset[int] = frozenset()
    forbidden: Shifts | None = None
    allowed: Shifts | None = None
    night_fit: bool = True
    reserve: bool = False
    volunteer: bool = False
    target_minutes: int | None = None
    opening: Mapping[str, int] = field(default_factory=dict)
    hourly_cost: int = 0
    reach_minutes: int | None = None
    language: str = ""
    seat: Seat | None = None
    origin: Cell | None = None

    def holds(self, skill: str, day: date) -> bool:
        """Whether a skill is held and valid on a date."""
        return any(held.skill == skill and held.holds(day) for held in self.skills)

    def under_contract(self, day: date) -> bool:
        """Whether the contract covers a date."""
        return (self.contract_from is None or self.contract_from <= day) and (
            self.contract_to is None or day <= self.contract_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A choice of people, as written in a cell; with nothing named it means everybody.

    Attributes
    ----------
    ids
        Staff numbers.
    teams, contracts, regimes, sites, statuses, roles
        Groups named.
    skills
        Holders of any of these skills (at any date).
    reserve
        Whether the reserve is named.
    without
        Staff numbers left out again.
    text
        The words as the planner wrote them.
    """

    ids: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    contracts: frozenset[str] = frozenset()
    regimes: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    reserve: bool = False
    without: frozenset[str] = frozenset()
    text: str = ""

    @property
    def every(self) -> bool:
        """Whether nobody is named, so that everybody is meant."""
        return not (
            self.ids
            or self.teams
            or self.contracts
            or self.regimes
            or self.sites
            or self.statuses
            or self.roles
            or self.skills
            or self.reserve
        )

    def has(self, person: Person) -> bool:
        """Whether a person is meant."""
        if person.id in self.without:
            return False
        return (
            self.every
            or person.id in self.ids
            or person.team in self.teams
            or person.contract in self.contracts
            or person.regime in self.regimes
            or person.site in self.sites
            or person.status in self.statuses
            or person.role in self.roles
            or (self.reserve and person.reserve)
            or any(held.skill in self.skills for held in person.skills)
        )


EVERYBODY = People()
