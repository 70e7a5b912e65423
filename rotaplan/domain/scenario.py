"""A whole planning question: people, shifts, needs, absences, wishes, rules and history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from rotaplan.domain.calendar import EVERY_DAY, Calendar, Days
from rotaplan.domain.derogation import Derogation
from rotaplan.domain.people import Person
from rotaplan.domain.published import Published
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import ALL_WORK, Family, Shift, Shifts
from rotaplan.problem import Cell

if TYPE_CHECKING:
    from rotaplan.domain.report import Unverifiable, Violation
    from rotaplan.domain.schedule import Schedule

Language = Literal["fr", "en"]
HALF_DAY_MINUTE = 13 * 60
"""Where a morning absence ends and an afternoon absence begins, on the wall clock."""


class Rule(Protocol):
    """What the domain needs to know of a rule instance (see ``rotaplan.rules.base``)."""

    @property
    def key(self) -> str:
        """Stable key, such as ``rest_between``."""

    @property
    def row(self) -> str:
        """Where the planner wrote it, such as ``Règles!A7``; its key where it was not written."""

    @property
    def must(self) -> bool:
        """Whether it may never be broken."""

    @property
    def level(self) -> int:
        """Level of its price (1 safety ... 7 cost)."""

    @property
    def weight(self) -> int:
        """Price of one unit inside its level."""

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        """Yield what a schedule breaks."""

    def unverifiable(self, scenario: Scenario) -> Iterator[Unverifiable]:
        """Yield what cannot be judged for want of history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A line of needs.

    Attributes
    ----------
    shift
        Code of the shift.
    days
        On which days.
    minimum, target
        People below which service suffers, and people wished for; None where not given.
    maximum
        People that must not be exceeded; None where open.
    skill
        Function that these people fill (each person fills one function at a time); empty for
        anybody.
    site
        Where, if the shift does not tell.
    priority
        1 most to 5 least important.
    origin
        Where it was read.
    """

    shift: str
    days: Days = EVERY_DAY
    minimum: int | None = None
    target: int | None = None
    maximum: int | None = None
    skill: str = ""
    site: str = ""
    priority: int = 5
    origin: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A line of needs on one day."""

    day: int
    shift: str
    skill: str
    minimum: int
    target: int
    maximum: int | None
    priority: int
    origin: Cell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days on which somebody is not there.

    Attributes
    ----------
    person
        Staff number.
    first, last
        Days of the horizon, both inclusive; they may stick out at either end.
    code
        Code of the absence as written.
    part
        The whole day, or its half before or after 13:00.
    firm
        False for leave that is only asked for.
    origin
        Where it was read.
    """

    person: str
    first: int
    last: int
    code: str = ""
    part: Literal["all", "morning", "afternoon"] = "all"
    firm: bool = True
    origin: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Hours in which somebody can, or cannot, come.

    Attributes
    ----------
    person
        Staff number.
    days
        On which days.
    start, end
        Minutes after midnight, end exclusive; 0 and 1440 for the whole day.
    available
        True: the person can come only within such hours on these days. False: cannot come
        within these hours.
    origin
        Where it was read.
    """

    person: str
    days: Days = EVERY_DAY
    start: int = 0
    end: int = 1440
    available: bool = False
    origin: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Before which hour of a day somebody cannot begin work: a line does not run, say.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon.
    minute
        Earliest sign-on, in minutes after midnight.
    shifts
        The shifts meant: those of one site, say.
    """

    person: str
    day: int
    minute: int
    shifts: Shifts = ALL_WORK

    def bars(self, person: str, day: int, shift: Shift) -> bool:
        """Whether somebody would begin a shift of a day too early."""
        return (
            (person, day) == (self.person, self.day)
            and shift.start < self.minute
            and self.shifts.has(shift)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish of one person for one day.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon.
    shifts
        The shifts wished for, or wished away; None for any work (so a wish for rest is
        ``shifts=None, on=False``).
    on
        Whether to work these shifts, or not to.
    weight
        How strong, from 1.
    origin
        Where it was read.
    """

    person: str
    day: int
    shifts: Shifts | None = None
    on: bool = False
    weight: int = 1
    origin: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """An imposed day: a shift, or a day off where ``shift`` is None.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon.
    shift
        Code of the shift; None for a day off.
    text
        How a day off is written, where it is to stay as it was (``RH``).
    origin
        Where it was read.
    """

    person: str
    day: int
    shift: str | None
    text: str = ""
    origin: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A shift worked before the horizon (``day`` is negative)."""

    person: str
    day: int
    shift: str


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A whole planning question, read from a workbook or made in Python.

    Attributes
    ----------
    title
        Name of the service or of the plan.
    horizon
        Days to plan.
    calendar
        Public holidays and day types.
    people, shifts, demand, absences, availability, wishes, pins, rotations
        What the sheets of these names hold.
    rules
        One entry per active row of the rules sheet, and the basic rules that are always on.
    derogations
        Recorded exceptions to rules that must hold.
    history
        Shifts worked on the known days before the horizon.
    without_history
        Staff numbers of people of whom nothing is known before the horizon, where others have
        a history.
    language
        Language of the headings that were read, and so of the answer.
    country, subdivision, school_zone
        Of the public and school holidays.
    arrivals
        Hours before which people cannot begin work while a disruption lasts.
    published
        The schedule that people know, where one is re-planned; None otherwise.
    rotation_lines
        Lines of a rotation to design; None where the workbook does not say.
    seed, time_limit_seconds
        As set in the workbook; None where it does not say.
    """

    title: str = ""
    horizon: Horizon
    calendar: Calendar = field(default_factory=Calendar)
    people: tuple[Person, ...] = ()
    shifts: tuple[Shift, ...] = ()
    demand: tuple[Demand, ...] = ()
    absences: tuple[Absence, ...] = ()
    availability: tuple[Availability, ...] = ()
    wishes: tuple[Wish, ...] = ()
    pins: tuple[Pin, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    rules: tuple[Rule, ...] = ()
    derogations: tuple[Derogation, ...] = ()
    history: tuple[Past, ...] = ()
    without_history: frozenset[str] = frozenset()
    language: Language = "fr"
    country: str = "FR"
    subdivision: str = ""
    school_zone: str = ""
    arrivals: tuple[Arrival, ...] = ()
    published: Published | None = None
    rotation_lines: int | None = None
    seed: int | None = None
    time_limit_seconds: float | None = None

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by staff number."""
        return {person.id: person for person in self.people}

    @cached_property
    def shift(self) -> Mapping[str, Shift]:
        """Shifts by code."""
        return {shift.code: shift for shift in self.shifts}

    @cached_property
    def rotation(self) -> Mapping[str, Rotation]:
        """Cycles by name."""
        return {rotation.name: rotation for rotation in self.rotations}

    def cycle_code(self, person: Person, day: int) -> str | None:
        """Return the code that a person's cycle gives on a day, planned or not.

        An empty text is a day off; None where the person follows no cycle.
        """
        if person.seat is None or person.seat.line is None:
            return None
        since = day - self.horizon.day(person.seat.week)
        return self.rotation[person.seat.rotation].code(person.seat.line - 1, since)

    @cached_property
    def absent(self) -> Mapping[tuple[str, int], tuple[Absence, ...]]:
        """Firm absences by person and planned day."""
        found: dict[tuple[str, int], tuple[Absence, ...]] = {}
        for absence in self.absences:
            if not absence.firm:
                continue
            for day in range(max(absence.first, 0), min(absence.last, self.horizon.days - 1) + 1):
                key = (absence.person, day)
                found[key] = (*found.get(key, ()), absence)
        return found

    @cached_property
    def needs(self) -> Mapping[int, tuple[Need, ...]]:
        """Needs by planned day, one per shift and function.

        On a public holiday the lines of the weekday give way to those that name holidays, as
        soon as any line of the whole sheet does. A line that names dates goes before one that
        names holidays or day types, that before weekdays, that before a line for every day;
        among equals the last line wins. Where ``runs_as`` gives a date another weekday's
        service, it is that weekday.
        """
        return {
            day: tuple(_need(day, lines[-1]) for lines in self.demand_on(day).values())
            for day in self.horizon.planned
        }

    def demand_on(self, day: int) -> Mapping[tuple[str, str], tuple[Demand, ...]]:
        """Return by shift and function the lines that name a day most closely.

        Several name it equally closely where they contradict each other; the last one holds.
        """
        best: dict[tuple[str, str], tuple[int, tuple[Demand, ...]]] = {}
        for demand in self._demand_near[day]:
            rank = self._rank(demand, day)
            key = (demand.shift, demand.skill)
            highest, lines = best.get(key, (0, ()))
            if rank and rank >= highest:
                best[key] = (rank, (*lines, demand) if rank == highest else (demand,))
        return {key: lines for key, (_, lines) in best.items()}

    @cached_property
    def _demand_near(self) -> Mapping[int, list[Demand]]:
        """By planned day, the lines that may name it: one that names dates only, on these dates.

        A year of needs by date has thousands of lines, of which a day has a few.
        """
        horizon = self.horizon
        first, last = horizon.date(0), horizon.date(horizon.days - 1)
        near: dict[int, list[Demand]] = {day: [] for day in horizon.planned}
        for demand in self.demand:
            dates = demand.days.between(first, last, self.calendar)
            named = map(horizon.day, dates) if demand.days.dates_only else horizon.planned
            for day in named:
                near[day].append(demand)
        return near

    @cached_property
    def _holiday_lines(self) -> bool:
        return any(demand.days.holidays for demand in self.demand)

    def _rank(self, demand: Demand, day: int) -> int:
        """Return how closely a line names a day: 0 not at all, 4 by its date."""
        when, days = self.horizon.date(day), demand.days
        if any(first <= when <= last for first, last in days.spans):
            return 4
        if days.types & self.calendar.types_of(when):
            return 3
        runs_as = self.calendar.runs_as.get(when)
        holiday = runs_as is None and self.calendar.is_holiday(when)
        if holiday and days.holidays:
            return 3
        if holiday and self._holiday_lines:
            return 0
        if (when.weekday() if runs_as is None else runs_as) in days.weekdays:
            return 2
        return 1 if days.every else 0

    @cached_property
    def demanded(self) -> frozenset[str]:
        """Codes of the shifts that some line of needs names."""
        return frozenset(demand.shift for demand in self.demand)

    @cached_property
    def functions(self) -> Mapping[str, tuple[str, ...]]:
        """For each demanded shift, the functions a person on it can fill.

        An empty text stands for no function in particular; it is offered only where some line
        of needs asks for the shift without a function.
        """
        found: dict[str, set[str]] = {}
        for demand in self.demand:
            found.setdefault(demand.shift, set()).add(demand.skill)
        return {code: tuple(sorted(skills)) for code, skills in found.items()}

    def minutes(self, shift: Shift, day: int) -> int:
        """Return the real minutes of work of a shift that starts on a day.

        Clock changes count as they fall: a night of 8 h on the clock is 7 h in spring. Unpaid
        breaks are taken off.
        """
        key = (shift.code, day)
        if key not in self._minutes:
            self._minutes[key] = (
                sum(end - start for start, end in self.spans(shift, day))
                - shift.unpaid_break_minutes
            )
        return self._minutes[key]

    @cached_property
    def _minutes(self) -> dict[tuple[str, int], int]:
        return {}

    def credited(self, shift: Shift, day: int) -> int:
        """Return the minutes to credit: those the planner gives, else the minutes worked."""
        return (
            self.minutes(shift, day) if shift.credited_minutes is None else shift.credited_minutes
        )

    def spans(self, shift: Shift, day: int) -> tuple[tuple[int, int], ...]:
        """Return the pieces of work of a shift on a day, as instants in minutes."""
        key = (shift.code, day)
        if key not in self._spans:
            self._spans[key] = tuple(
                (self.horizon.instant(day, span.start), self.horizon.instant(day, span.end))
                for span in shift.spans
            )
        return self._spans[key]

    @cached_property
    def _spans(self) -> dict[tuple[str, int], tuple[tuple[int, int], ...]]:
        return {}

    def derogation(self, rule: Rule, person: str, days: Iterable[int]) -> Derogation | None:
        """Return the exception that allows a rule row to be broken; None where there is none.

        Parameters
        ----------
        rule
            The row; one that has a price needs no exception.
        person
            Staff number.
        days
            What the breach would concern (see :meth:`Derogation.covers`).
        """
        if not rule.must or not self.derogations:
            return None
        spoken = tuple(days)
        row = rule.row or rule.key
        covering = (one for one in self.derogations if one.covers(rule.key, row, person, spoken))
        return next(covering, None)

    def presence_days(self, person: Person) -> int:
        """Return on how many planned days somebody is under contract and not absent."""
        return sum(
            person.under_contract(self.horizon.date(day)) and not self.away(person, day)
            for day in self.horizon.planned
        )

    def away(self, person: Person, day: int) -> bool:
        """Whether somebody is absent all of a planned day, also by two half days."""
        parts = {absence.part for absence in self.absent.get((person.id, day), ())}
        return "all" in parts or {"morning", "afternoon"} <= parts

    def qualified(self, person: Person, shift: Shift, day: int) -> bool:
        """Whether every skill of a shift is held on the date it starts and on the date it ends."""
        later = max(shift.end - 1, 0) // 1440
        key = (person.id, shift.skills, day, later)
        if key not in self._qualified:
            dates = {self.horizon.date(day), self.horizon.date(day + later)}
            self._qualified[key] = all(
                person.holds(skill, when) for skill in shift.skills for when in dates
            )
        return self._qualified[key]

    @cached_property
    def _qualified(self) -> dict[tuple[str, frozenset[str], int, int], bool]:
        return {}

    def open_to(self, person: Person, shift: Shift) -> bool:
        """Whether a shift is among those the person may work at all (codes, fitness)."""
        return (
            (person.forbidden is None or not person.forbidden.has(shift))
            and (person.allowed is None or person.allowed.has(shift))
            and (person.night_fit or shift.family is not Family.NIGHT)
        )


def _need(day: int, demand: Demand) -> Need:
    """Return one line of needs on one day, with what was left blank filled in."""
    minimum = demand.minimum or 0
    target = demand.target if demand.target is not None else minimum
    return Need(
        day=day,
        shift=demand.shift,
        skill=demand.skill,
        minimum=minimum,
        target=target,
        maximum=demand.maximum,
        priority=demand.priority,
        origin=demand.origin,
    )
