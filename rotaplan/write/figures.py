"""Figures of a finished roster: hours, nights, cover, wishes and how evenly they are spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Need, Scenario, Wish
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.work import Family
from rotaplan.rules.base import RuleBase

COUNTERS = ("hours", "night", "weekend", "sunday", "holiday", "hardship")
"""Counters that every person has, in the order in which they are shown."""
REST_DUE = "rest_due"
"""Counter, in minutes, of the rest to give back; shown where somebody has some."""
_HEADED = {
    "hours": ("hours", "heures", "solde heures", "solde", "opening balance", "balance"),
    "night": ("night", "nights", "nuit", "nuits"),
    "weekend": ("weekend", "weekends", "week-end", "week-ends"),
    "sunday": ("sunday", "sundays", "dimanche", "dimanches"),
    "holiday": ("holiday", "holidays", "férié", "fériés", "jours fériés", "public holidays"),
    "hardship": ("hardship", "pénibilité", "points"),
    REST_DUE: (REST_DUE,),
}
"""What planners write above the counters that they bring forward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one person works over the planned days.

    Attributes
    ----------
    person
        Who.
    minutes
        Minutes credited.
    target_minutes
        Minutes expected; None where the contract does not tell.
    shifts
        Duties.
    nights
        Duties of the family night.
    weekends
        Weekends with a duty that starts on one of their days.
    sundays, holidays
        Duties that start on a Sunday, on a public holiday.
    free_days
        Duties that start on a Sunday or a public holiday, each once.
    hardship
        Points of hardship.
    """

    person: Person
    minutes: int
    target_minutes: int | None
    shifts: int
    nights: int
    weekends: int
    sundays: int
    holidays: int
    free_days: int
    hardship: int

    @property
    def acquired(self) -> Mapping[str, int]:
        """What each standing counter gains; for hours the minutes beyond the target."""
        return {
            "hours": 0 if self.target_minutes is None else self.minutes - self.target_minutes,
            "night": self.nights,
            "weekend": self.weekends,
            "sunday": self.sundays,
            "holiday": self.holidays,
            "hardship": self.hardship,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One line of needs on one day, and who holds it.

    Attributes
    ----------
    need
        What is asked for.
    held
        Staff numbers.
    """

    need: Need
    held: tuple[str, ...]

    @property
    def wanted(self) -> int:
        """People wished for."""
        return max(self.need.minimum, self.need.target)

    @property
    def missing(self) -> int:
        """People missing, 0 where it is covered."""
        return max(0, self.wanted - len(self.held))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How evenly something falls on people, per full-time equivalent.

    Attributes
    ----------
    name
        ``hours`` (gap to the target, in hours), ``night``, ``weekend`` or ``free_day``.
    least, mean, most
        Over everybody who is present on some planned day.
    """

    name: str
    least: float
    mean: float
    most: float


def target_minutes(scenario: Scenario, person: Person) -> int | None:
    """Return the minutes expected of somebody over the planned days.

    The planner's figure where there is one; otherwise the weekly minutes of the contract in
    proportion to the days of presence; None where neither is known.
    """
    if person.target_minutes is not None:
        return person.target_minutes
    if person.weekly_minutes is None:
        return None
    return round(person.weekly_minutes * scenario.presence_days(person) / 7)


def opening(person: Person, name: str) -> int:
    """Return what somebody brings forward in a counter, under any of its usual headings."""
    for heading in _HEADED.get(name, (name,)):
        if heading in person.opening:
            return person.opening[heading]
    return 0


def named_counters(scenario: Scenario) -> tuple[str, ...]:
    """Return the counters brought forward that are not among the standing ones, in order."""
    standing = {heading for headings in _HEADED.values() for heading in headings}
    return tuple(sorted({name for person in scenario.people for name in person.opening} - standing))


def standing_counter(name: str) -> str | None:
    """Return which standing counter a heading means, in any of its usual words; None if none."""
    return next((one for one in COUNTERS if name in _HEADED[one]), None)


def carried_by(scenario: Scenario) -> Mapping[str, tuple[RuleBase, ...]]:
    """Return the rules that carry each named counter on, by its name in lower case.

    A rule of priority reads a figure, such as a rank, to which no duty adds anything.
    """
    found: dict[str, tuple[RuleBase, ...]] = {}
    for rule in scenario.rules:
        name = str(getattr(rule, "counter", "")).casefold()
        if name and isinstance(rule, RuleBase) and rule.key != "priority":
            found[name] = (*found.get(name, ()), rule)
    return found


def counts_in(scenario: Scenario, duty: Duty, name: str) -> bool:
    """Whether a duty counts in a named counter.

    It does if a rule that carries the counter on speaks of it; without such a rule, if the
    counter bears the code of the shift, its family or one of its tags.
    """
    rules = carried_by(scenario).get(name, ())
    if rules:
        return any(_speaks_of(rule, scenario, duty) for rule in rules)
    shift = duty.shift
    return name in (shift.code.casefold(), str(shift.family)) or name in shift.tags


def gain(scenario: Scenario, duty: Duty, name: str) -> int:
    """Return what a duty adds to a named counter: minutes or points where its rule counts those."""
    if not counts_in(scenario, duty, name):
        return 0
    rules = [one for one in carried_by(scenario).get(name, ()) if _speaks_of(one, scenario, duty)]
    return max((_worth(rule, scenario, duty) for rule in rules), default=1)


def _speaks_of(rule: RuleBase, scenario: Scenario, duty: Duty) -> bool:
    if rule.key == "holidays_share" and rule.when.every:
        held = scenario.calendar.is_holiday(scenario.horizon.date(duty.day))
        return held and rule.shifts.has(duty.shift)
    return rule.shifts.has(duty.shift) and rule.on(scenario, duty.day)


def _worth(rule: RuleBase, scenario: Scenario, duty: Duty) -> int:
    if rule.key == "balance_points":
        return duty.shift.hardship
    if rule.key in ("balance_minutes", "balance_account"):
        worth = scenario.credited if getattr(rule, "credited", False) else scenario.minutes
        return worth(duty.shift, duty.day)
    return 1


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Everything that the answer counts, from one schedule.

    Attributes
    ----------
    scenario, schedule
        The question and its answer.
    """

    scenario: Scenario
    schedule: Schedule

    @cached_property
    def cells(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        """Codes by person and planned day; days off are missing."""
        found: dict[tuple[str, int], tuple[str, ...]] = {}
        for one in self.schedule.assignments:
            found[one.person, one.day] = (*found.get((one.person, one.day), ()), one.shift)
        return found

    @cached_property
    def doubled(self) -> frozenset[tuple[str, int]]:
        """Person and day of the cells that hold two codes or more, which a formula cannot read."""
        return frozenset(key for key, codes in self.cells.items() if len(codes) > 1)

    @cached_property
    def doubled_people(self) -> frozenset[str]:
        """Staff numbers with such a cell."""
        return frozenset(person for person, _ in self.doubled)

    @cached_property
    def doubled_days(self) -> frozenset[int]:
        """Days with such a cell."""
        return frozenset(day for _, day in self.doubled)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """One per person, in the order of the scenario."""
        return tuple(self._tally(person) for person in self.scenario.people)

    def duties(self, person: Person) -> Iterator[Duty]:
        """Yield the duties of somebody that start on planned days."""
        return (duty for duty in self.schedule.timeline(person) if duty.day >= 0)

    def _tally(self, person: Person) -> Tally:
        scenario = self.scenario
        duties = tuple(self.duties(person))
        days = {duty.day for duty in duties}
        dates = [scenario.horizon.date(duty.day) for duty in duties]
        sundays = [date.weekday() == 6 for date in dates]
        holidays = [scenario.calendar.is_holiday(date) for date in dates]
        return Tally(
            person=person,
            minutes=sum(scenario.credited(duty.shift, duty.day) for duty in duties),
            target_minutes=target_minutes(scenario, person),
            shifts=len(duties),
            nights=sum(duty.shift.family is Family.NIGHT for duty in duties),
            weekends=sum(bool(days & set(pair)) for pair in scenario.horizon.weekends()),
            sundays=sum(sundays),
            holidays=sum(holidays),
            free_days=sum(a or b for a, b in zip(sundays, holidays, strict=True)),
            hardship=sum(duty.shift.hardship for duty in duties),
        )

    def acquired(self, person: Person, name: str) -> int:
        """Return what a named counter of somebody gains."""
        found = sum(gain(self.scenario, duty, name) for duty in self.duties(person))
        rules = carried_by(self.scenario).get(name, ())
        if any(rule.key == "balance_account" for rule in rules):
            found -= target_minutes(self.scenario, person) or 0
        return found

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Every need of every planned day with its holders, in order of day and sheet."""
        anybody: dict[tuple[int, str], list[str]] = {}
        for (day, shift, _), people in self.schedule.held.items():
            anybody.setdefault((day, shift), []).extend(people)
        return tuple(
            Post(
                need=need,
                held=self.schedule.held.get((day, need.shift, need.skill), ())
                if need.skill
                else tuple(sorted(anybody.get((day, need.shift), ()))),
            )
            for day in self.scenario.horizon.planned
            for need in self.scenario.needs[day]
        )

    @cached_property
    def wanted(self) -> Mapping[tuple[int, str], int]:
        """People wished for by day and shift, whatever their function."""
        named: dict[tuple[int, str], int] = {}
        anybody: dict[tuple[int, str], int] = {}
        for post in self.posts:
            key = (post.need.day, post.need.shift)
            if post.need.skill:
                named[key] = named.get(key, 0) + post.wanted
            else:
                anybody[key] = post.wanted
        return {
            key: max(named.get(key, 0), anybody.get(key, 0)) for key in sorted({*named, *anybody})
        }

    @property
    def missing(self) -> int:
        """People missing over all posts."""
        return sum(post.missing for post in self.posts)

    @property
    def demanded(self) -> int:
        """People wished for over all posts."""
        return sum(post.wanted for post in self.posts)

    @property
    def coverage(self) -> float:
        """Share of the people wished for that are there, 0 to 1; 1 where none are asked for.

        Rounded down to a thousandth, so that 100 % means that nobody is missing.
        """
        if not self.demanded:
            return 1.0
        return (self.demanded - self.missing) * 1000 // self.demanded / 1000

    def is_granted(self, wish: Wish) -> bool:
        """Whether a wish came true."""
        person = self.scenario.person[wish.person]
        meets = any(
            wish.shifts is None or wish.shifts.has(duty.shift)
            for duty in self.schedule.by_day(person).get(wish.day, ())
        )
        return meets == wish.on

    @cached_property
    def spreads(self) -> tuple[Spread, ...]:
        """How evenly hours, nights, weekends, and Sundays and holidays fall on people."""
        measures: tuple[tuple[str, Callable[[Tally], float]], ...] = (
            ("hours", lambda tally: tally.acquired["hours"] / 60),
            ("night", lambda tally: tally.nights),
            ("weekend", lambda tally: tally.weekends),
            ("free_day", lambda tally: tally.free_days),
        )
        present = [
            tally
            for tally in self.tallies
            if tally.person.fte > 0 and self.scenario.presence_days(tally.person)
        ]
        if not present:
            return ()
        found = []
        for name, measure in measures:
            values = [measure(tally) / float(tally.person.fte) for tally in present]
            found.append(
                Spread(
                    name=name, least=min(values), mean=sum(values) / len(values), most=max(values)
                )
            )
        return tuple(found)
