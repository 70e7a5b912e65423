"""When people are there: absences, fixed days off, hours in which somebody can or cannot come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import People, Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import HALF_DAY_MINUTE, Absence, Availability, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_HALVES = {"morning": (0, HALF_DAY_MINUTE), "afternoon": (HALF_DAY_MINUTE, DAY_MINUTES)}
_MONDAYS = Days(weekdays=frozenset({0}))
Piece = tuple[int, int]


@rule("availability", scope=(), basic=True, level=1, weight=1000, alone=True)
class AvailabilityRule(RuleBase):
    """Nobody works while absent, on a fixed day off, or outside the hours given.

    A duty is objected to where

    - its start day lies in a firm absence of whole days (a night that starts on the eve of the
      absence is allowed), or on a weekday that the person never works;
    - one of its pieces overlaps a firm half day of absence: before 13:00, or from 13:00 on, by
      the clock on the wall;
    - one of its pieces overlaps hours in which the person cannot come;
    - it has work on a day for which hours in which the person can come are given, and a minute
      of that work lies outside all of these. Days without such a line are open, except to
      volunteers and to the people of ``declared``, who come only when they have said that they
      can.

    The pause of a split shift is free time. Priced per duty.
    """

    declared: People | None = param("value", "people", default=None)

    examples = (
        Example(
            "leave on the second and third day",
            "N E . E",
            breaks=1,
            given={"absences": (Absence(person="A", first=1, last=2),)},
        ),
        Example(
            "a morning off lets a late shift start, not a day shift",
            "D\nL",
            breaks=1,
            given={
                "absences": tuple(
                    Absence(person=name, first=0, last=0, part="morning") for name in "AB"
                )
            },
        ),
        Example(
            "a night that runs into a morning off",
            "N .",
            breaks=1,
            given={"absences": (Absence(person="A", first=1, last=1, part="morning"),)},
        ),
        Example(
            "leave that is only asked for binds nobody",
            "E",
            breaks=0,
            given={"absences": (Absence(person="A", first=0, last=0, firm=False),)},
        ),
        Example(
            "never on Mondays",
            "E E",
            breaks=1,
            given={"people": (Person(id="A", fixed_days_off=frozenset({0})),)},
        ),
        Example(
            "on Mondays only from 13:00 to 23:00",
            "L E\nE L",
            breaks=1,
            given={
                "availability": tuple(
                    Availability(person=name, days=_MONDAYS, start=780, end=1380, available=True)
                    for name in "AB"
                )
            },
        ),
        Example(
            "never from 22:00 to 07:00, from the eve on",
            "E D",
            breaks=1,
            given={"availability": (Availability(person="A", start=1320, end=1860),)},
        ),
        Example(
            "B has said nothing, and comes only when that is said",
            "L E\nL .",
            breaks=1,
            params={"declared": People(ids=frozenset({"B"}))},
        ),
        Example(
            "two volunteers: A has declared the first morning, B nothing",
            "E . E\n. E .",
            breaks=2,
            given={
                "people": tuple(Person(id=name, volunteer=True) for name in "AB"),
                "availability": (
                    Availability(person="A", days=_MONDAYS, start=360, end=840, available=True),
                ),
            },
        ),
        Example(
            "the pause of a split shift leaves room for an errand",
            "S\nD",
            breaks=1,
            given={
                "availability": tuple(
                    Availability(person=name, start=600, end=900) for name in "AB"
                )
            },
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in scenario.people:
            absences = [a for a in scenario.absences if a.person == person.id and a.firm]
            hours = [h for h in scenario.availability if h.person == person.id]
            only_declared = person.volunteer or (
                self.declared is not None and self.declared.has(person)
            )
            for duty in schedule.timeline(person):
                if duty.day < 0:
                    continue
                if (
                    scenario.horizon.date(duty.day).weekday() in person.fixed_days_off
                    or any(_in_absence(scenario, duty, absence) for absence in absences)
                    or any(_in_hours(scenario, duty, h) for h in hours if not h.available)
                    or not _within(scenario, duty, [h for h in hours if h.available], only_declared)
                ):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        for number, person in enumerate(scenario.people):
            closed = _closed_days(scenario, person)
            named = self.declared is not None and self.declared.has(person)
            no_open_day = named or person.volunteer
            blocked = _blocked(scenario, person, frame.longest_reach, no_open_day)
            for day in scenario.horizon.planned:
                if day in closed:
                    refused = frame.work
                else:
                    near = [
                        piece
                        for later in range(day, day + frame.longest_reach + 1)
                        for piece in blocked.get(later, ())
                    ]
                    refused = _meeting(frame, day, near) if near else frozenset()
                if refused:
                    yield Allowed(rule, self.grade, number, day, frame.every - refused)


def _in_absence(scenario: Scenario, duty: Duty, absence: Absence) -> bool:
    """Whether a duty falls in a firm absence."""
    if absence.part == "all":
        return absence.first <= duty.day <= absence.last
    opens, closes = _HALVES[absence.part]
    horizon = scenario.horizon
    return any(
        start < horizon.instant(day, closes) and end > horizon.instant(day, opens)
        for start, end in scenario.spans(duty.shift, duty.day)
        for day in _days_of(duty)
        if absence.first <= day <= absence.last
    )


def _days_of(duty: Duty) -> range:
    """Return the calendar days that a duty can touch."""
    return range(duty.day, duty.day + max(duty.shift.end - 1, 0) // DAY_MINUTES + 1)


def _in_hours(scenario: Scenario, duty: Duty, hours: Availability) -> bool:
    """Whether a duty overlaps hours that the person cannot come in."""
    horizon = scenario.horizon
    return any(
        start < horizon.instant(day, hours.end) and end > horizon.instant(day, hours.start)
        for day in range(duty.day - hours.end // DAY_MINUTES, _days_of(duty).stop)
        if hours.days.has(horizon.date(day), scenario.calendar)
        for start, end in scenario.spans(duty.shift, duty.day)
    )


def _within(scenario: Scenario, duty: Duty, hours: list[Availability], only_declared: bool) -> bool:
    """Whether all work of a duty lies within the hours given, on days that give any.

    With ``only_declared``, on every day.
    """
    horizon = scenario.horizon
    for day in _days_of(duty):
        if not only_declared and not any(
            h.days.has(horizon.date(day), scenario.calendar) for h in hours
        ):
            continue
        midnight, midnights = horizon.instant(day), horizon.instant(day + 1)
        for start, end in scenario.spans(duty.shift, duty.day):
            minute, last = max(start, midnight), min(end, midnights)
            while minute < last:
                reached = _open_until(scenario, day, hours, minute)
                if reached <= minute:
                    return False
                minute = reached
    return True


def _open_until(scenario: Scenario, day: int, hours: list[Availability], minute: int) -> int:
    """Return how far the person can stay from an instant on; that instant where not at all."""
    horizon = scenario.horizon
    return max(
        (
            horizon.instant(other, h.end)
            for h in hours
            for other in range(day - h.end // DAY_MINUTES, day + 1)
            if h.days.has(horizon.date(other), scenario.calendar)
            and horizon.instant(other, h.start) <= minute
        ),
        default=minute,
    )


def _closed_days(scenario: Scenario, person: Person) -> frozenset[int]:
    """Return the planned days on which a person starts no work at all."""
    horizon = scenario.horizon
    away = {
        day
        for day in horizon.planned
        for absence in scenario.absent.get((person.id, day), ())
        if absence.part == "all"
    }
    off = {day for day in horizon.planned if horizon.date(day).weekday() in person.fixed_days_off}
    return frozenset(away | off)


def _blocked(
    scenario: Scenario, person: Person, reach: int, no_open_day: bool
) -> Mapping[int, list[Piece]]:
    """Return for each day the pieces of time in which a person cannot work.

    ``reach`` days behind the horizon are looked at too, where the last nights end.
    ``no_open_day`` closes the days for which no hours are given.
    """
    horizon = scenario.horizon
    days = range(horizon.days + reach)
    found: dict[int, list[Piece]] = {}
    for absence in scenario.absences:
        if absence.person == person.id and absence.firm and absence.part != "all":
            opens, closes = _HALVES[absence.part]
            for day in range(max(absence.first, 0), min(absence.last + 1, days.stop)):
                piece = (horizon.instant(day, opens), horizon.instant(day, closes))
                found.setdefault(day, []).append(piece)
    windows: dict[bool, list[Piece]] = {True: [], False: []}
    limited: set[int] = set(days) if no_open_day else set()
    for hours in scenario.availability:
        if hours.person != person.id:
            continue
        first = horizon.date(-1 - hours.end // DAY_MINUTES)
        for date in hours.days.between(first, horizon.date(days.stop - 1), scenario.calendar):
            day = horizon.day(date)
            piece = (horizon.instant(day, hours.start), horizon.instant(day, hours.end))
            windows[hours.available].append(piece)
            if hours.available:
                limited.add(day)
    for day in days:
        midnight, midnights = horizon.instant(day), horizon.instant(day + 1)
        pieces = [p for p in windows[False] if p[0] < midnights and p[1] > midnight]
        if day in limited:
            pieces += _gaps((midnight, midnights), sorted(windows[True]))
        if pieces:
            found.setdefault(day, []).extend(pieces)
    return found


def _gaps(whole: Piece, windows: list[Piece]) -> Iterator[Piece]:
    """Yield what a piece of time has outside sorted windows."""
    reached, closes = whole
    for start, end in windows:
        if start >= closes:
            break
        if start > reached:
            yield reached, start
        reached = max(reached, end)
    if reached < closes:
        yield reached, closes


def _meeting(frame: Frame, day: int, pieces: list[Piece]) -> frozenset[int]:
    """Return the options that, started on a day, meet one of these pieces of time."""
    return frozenset(
        number
        for number, option in frame.numbered
        if any(
            start < closes and opens < end
            for start, end in frame.scenario.spans(option.shift, day)
            for opens, closes in pieces
        )
    )
