"""A finished roster: who works what on which day, with the history in front."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.work import AT_HOME, Shift


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Assignment:
    """One person on one shift on one day.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon (the day on which the shift starts).
    shift
        Code of the shift.
    skill
        Function filled; empty where the post asks for none.
    """

    person: str
    day: int
    shift: str
    skill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A shift on a person's timeline, in absolute minutes.

    Attributes
    ----------
    day
        Day on which it starts; negative in the history.
    shift
        The shift.
    skill
        Function filled.
    start, end
        First instant of work, and the instant after the last.
    minutes
        Real minutes worked, unpaid breaks taken off.
    """

    day: int
    shift: Shift
    skill: str
    start: int
    end: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """A roster of a scenario, made by a solver or by hand.

    Attributes
    ----------
    scenario
        The question that it answers.
    assignments
        Sorted; two on one day of one person are possible and judged as such.
    """

    scenario: Scenario
    assignments: tuple[Assignment, ...]

    @staticmethod
    def of(scenario: Scenario, assignments: Iterable[Assignment]) -> Schedule:
        """Return a schedule, sorted."""
        return Schedule(scenario=scenario, assignments=tuple(sorted(assignments)))

    def changed(self, removed: Iterable[Assignment], added: Iterable[Assignment]) -> Schedule:
        """Return this roster with some duties taken out and others put in.

        The timelines of people whom neither names are shared, so that trying a change in a
        large roster costs little.
        """
        removed, added = frozenset(removed), tuple(added)
        kept = (one for one in self.assignments if one not in removed)
        other = Schedule.of(self.scenario, (*kept, *added))
        touched = {one.person for one in (*removed, *added)}
        # What a cached property holds is a plain attribute: filling it in saves the work.
        lines = {**self._timelines, **other._lines(touched)}
        vars(other)["_timelines"] = lines
        vars(other)["_by_day"] = {**self._by_day, **_days(lines, touched)}
        return other

    @cached_property
    def _timelines(self) -> Mapping[str, tuple[Duty, ...]]:
        return self._lines({person.id for person in self.scenario.people})

    def _lines(self, people: Set[str]) -> Mapping[str, tuple[Duty, ...]]:
        """Return the work of some people in order of time."""
        scenario = self.scenario
        duties: dict[str, list[Duty]] = {one.id: [] for one in scenario.people if one.id in people}
        for past in scenario.history:
            if past.person in duties and past.shift in scenario.shift:
                duties[past.person].append(self._duty(past.day, past.shift, ""))
        for one in self.assignments:
            if one.person in duties:
                duties[one.person].append(self.duty(one))
        return {
            person: tuple(
                sorted(
                    (duty for duty in line if duty.shift.works),
                    key=lambda duty: (duty.start, duty.day, duty.shift.code),
                )
            )
            for person, line in duties.items()
        }

    def duty(self, one: Assignment) -> Duty:
        """Return an assignment as it lies on a timeline."""
        return self._duty(one.day, one.shift, one.skill)

    def _duty(self, day: int, code: str, skill: str) -> Duty:
        scenario = self.scenario
        shift = scenario.shift[code]
        spans = scenario.spans(shift, day) or ((scenario.horizon.instant(day),) * 2,)
        return Duty(
            day=day,
            shift=shift,
            skill=skill,
            start=spans[0][0],
            end=spans[-1][1],
            minutes=scenario.minutes(shift, day),
        )

    def timeline(self, person: Person) -> tuple[Duty, ...]:
        """Return all work of a person in order of time, history included."""
        return self._timelines[person.id]

    def at_work(self, person: Person, *, at_home: bool = False) -> tuple[Duty, ...]:
        """Return the duties of a person that are no rest, in order of time.

        Being on call at home is rest, unless ``at_home`` says that it is work. What a call-out
        takes is a duty of its own.
        """
        line = self._timelines[person.id]
        return line if at_home else tuple(duty for duty in line if not AT_HOME.has(duty.shift))

    def days_worked(self, person: Person, *, at_home: bool = False) -> set[int]:
        """Return the known days on which such a duty of a person starts."""
        return {duty.day for duty in self.at_work(person, at_home=at_home)}

    def by_day(self, person: Person) -> Mapping[int, tuple[Duty, ...]]:
        """Return the work of a person by start day, history included; days off are missing."""
        return self._by_day[person.id]

    @cached_property
    def _by_day(self) -> Mapping[str, Mapping[int, tuple[Duty, ...]]]:
        return _days(self._timelines, self._timelines.keys())

    @cached_property
    def held(self) -> Mapping[tuple[int, str, str], tuple[str, ...]]:
        """People by (day, shift, function), in order of staff number."""
        found: dict[tuple[int, str, str], list[str]] = {}
        for one in self.assignments:
            found.setdefault((one.day, one.shift, one.skill), []).append(one.person)
        return {key: tuple(sorted(people)) for key, people in found.items()}

    def on_need(self, need: Need) -> tuple[str, ...]:
        """Return who fills a need.

        A need with a function is filled by those who fill that function; one without by
        everybody on the shift, whatever their function.
        """
        if need.skill:
            return self.held.get((need.day, need.shift, need.skill), ())
        return self.on_shift(need.day, need.shift)

    def on_shift(self, day: int, shift: str) -> tuple[str, ...]:
        """Return who works a shift on a day, whatever the function."""
        return self._on_shift.get((day, shift), ())

    @cached_property
    def _on_shift(self) -> Mapping[tuple[int, str], tuple[str, ...]]:
        found: dict[tuple[int, str], list[str]] = {}
        for one in self.assignments:
            found.setdefault((one.day, one.shift), []).append(one.person)
        return {key: tuple(sorted(people)) for key, people in found.items()}

    def code(self, person: str, day: int) -> str:
        """Return the code of a cell; empty for a day off."""
        return self._codes.get((person, day), "")

    @cached_property
    def _codes(self) -> Mapping[tuple[str, int], str]:
        return {(one.person, one.day): one.shift for one in self.assignments}

    def uncovered(self) -> Iterator[tuple[Need, int]]:
        """Yield each need below its target, with how many people are missing."""
        for day in self.scenario.horizon.planned:
            for need in self.scenario.needs[day]:
                missing = max(need.minimum, need.target) - len(self.on_need(need))
                if missing > 0:
                    yield need, missing


def _days(
    lines: Mapping[str, tuple[Duty, ...]], people: Set[str]
) -> Mapping[str, Mapping[int, tuple[Duty, ...]]]:
    """Return the timelines of some people by start day."""
    found: dict[str, dict[int, tuple[Duty, ...]]] = {}
    for person in people:
        days: dict[int, tuple[Duty, ...]] = {}
        for duty in lines[person]:
            days[duty.day] = (*days.get(duty.day, ()), duty)
        found[person] = days
    return found
