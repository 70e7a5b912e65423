"""Days of rest: how many in a period or in any run of days, and how many on end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from rotaplan.domain.people import Person
from rotaplan.domain.presence import by_presence, present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import DAY_MINUTES, Cycle, Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.chains import Step
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Event, Occurrences, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_SUNDAY = 6
_ON_CALL = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="D"), Demand(shift="H")),
}


@rule(
    "rest_days_window",
    source="décret 2002-9 (4 rest days in 2 weeks)",
    scope=("who", "when"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class RestDaysWindow(RuleBase):
    """Days off in each period, or in any run of consecutive days, at least.

    For each person and each window: number of days, among those meant, on which no work
    starts >= minimum. The windows are all runs of ``window`` days where that is given, those
    that begin in the history included; otherwise the periods named. Only whole windows are
    judged. What the history alone makes impossible is not charged: a day off is asked of each
    planned day at most. Priced per day.

    With ``consecutive``, that many of these days off follow one another inside the window; with
    ``sunday``, one of those is a Sunday (alone, one Sunday is off). Where the history leaves no
    such days, or the days meant hold none, nothing is charged. Priced once a window.

    Leave counts as days off. With ``leave`` set to no, days of firm absence (and those outside
    the contract) are none, and the minimum is lowered by their share of the window, rounded
    down. On call at home one rests (code du travail L.3121-10), unless ``at_home`` says
    otherwise. With ``whole``, a day into which a duty of the eve runs is no day off either.
    """

    minimum: int = param("min", "count", most=366, sample=4)
    window: int | None = param("window", "window", default=None, least=1, most=91, sample="14")
    period: PeriodName = param("value", "period", default="fortnight")
    consecutive: int = param("value", "count", default=0, most=60, sample=2)
    sunday: bool = param("value", "flag", default=False)
    leave: bool = param("value", "flag", default=True)
    at_home: bool = param("value", "flag", default=False)
    whole: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "three days off in two weeks",
            "D D D D D . D D D D D D . .",
            1,
            1,
            {"minimum": 4, "period": "fortnight"},
        ),
        Example(
            "one day off in each run of seven",
            "D D D D D D . D D D D D D .",
            0,
            0,
            {"minimum": 1, "window": 7},
        ),
        Example("seven days in a row", ". D D D D D D D", 1, 1, {"minimum": 1, "window": 7}),
        Example("the history counts", "D D D D D D | D .", 1, 1, {"minimum": 1, "window": 7}),
        Example(
            "rest that the history did not leave is not asked for",
            "D D D D D D | .",
            0,
            0,
            {"minimum": 2, "window": 7},
        ),
        Example(
            "four days off, never two on end",
            "D D D D D D . D . D . D D .",
            1,
            1,
            {"minimum": 4, "consecutive": 2},
        ),
        Example(
            "two on end, but the Sunday stands alone",
            "D D D D D D . D . . D D D .",
            1,
            1,
            {"minimum": 4, "consecutive": 2, "sunday": True},
        ),
        Example(
            "a weekend and two more days",
            "D D D D D . . D . D . D D D",
            0,
            0,
            {"minimum": 4, "consecutive": 2, "sunday": True},
        ),
        Example(
            "two days off and three of leave, which are none: three of seven are asked of four",
            "D D . . . . .",
            0,
            0,
            {"minimum": 3, "period": "week", "leave": False},
            given={"absences": (Absence(person="A", first=4, last=6),)},
        ),
        Example(
            "one day off and three of leave",
            "D D D D . . .",
            1,
            1,
            {"minimum": 3, "period": "week", "leave": False},
            given={"absences": (Absence(person="A", first=4, last=6),)},
        ),
        Example(
            "the day on which a night ends is not a whole one",
            "D D D D N . .",
            1,
            1,
            {"minimum": 2, "period": "week", "whole": True},
        ),
        Example(
            "on call at home on the seventh day",
            "D D D D D D H",
            0,
            0,
            {"minimum": 1, "period": "week"},
            given=_ON_CALL,
        ),
        Example(
            "where that is no rest",
            "D D D D D D H",
            1,
            1,
            {"minimum": 1, "period": "week", "at_home": True},
            given=_ON_CALL,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the windows."""
        return self._windows(horizon)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        lines = {
            person.id: schedule.at_work(person, at_home=self.at_home)
            for person in self.people(scenario)
        }
        taken = {one: _taken(line, self.whole) for one, line in lines.items()}
        decided = {
            one: _taken((duty for duty in line if duty.day < 0), self.whole)
            for one, line in lines.items()
        }
        for window in self._windows(scenario.horizon):
            named = {day for day in window.days if self.on(scenario, day)}
            for person in self.people(scenario):
                meant = named if self.leave else named & present[person.id]
                free = meant - taken[person.id]
                possible = meant - decided[person.id]
                minimum = self.minimum
                if not self.leave:
                    minimum = by_presence(minimum, present[person.id], window.days)
                missing = min(minimum, len(possible)) - len(free)
                if missing > 0:
                    yield self.violation(
                        person=person,
                        days=window.days,
                        measured=len(free),
                        limit=minimum,
                        amount=missing,
                    )
                if self.consecutive or self.sunday:
                    yield from self._apart(scenario, person, window, possible, free)

    def _apart(
        self, scenario: Scenario, person: Person, window: Period, able: set[int], free: set[int]
    ) -> Iterator[Violation]:
        """Yield a window in which the days off do not follow one another as they could.

        ``able`` are the days that the history leaves.
        """
        length = max(self.consecutive, 1)
        possible, longest = False, 0
        for first in window.days:
            last, holds = first, False
            while last in able:
                holds = holds or not self.sunday or scenario.horizon.date(last).weekday() == 6
                last += 1
                possible = possible or (holds and last - first >= length)
                if holds and free.issuperset(range(first, last)):
                    longest = max(longest, last - first)
        if possible and longest < length:
            yield self.violation(
                person=person,
                days=window.days,
                measured=longest,
                limit=length,
                aspect="sunday" if self.sunday else "consecutive",
            )

    def _windows(self, horizon: Horizon) -> Iterator[Period]:
        """Yield the windows that ``check`` judges."""
        if self.window is None:
            return (period for period in horizon.periods(self.period) if period.complete)
        return (run for run in horizon.windows(self.window) if run.complete)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        present = present_days(frame.scenario)
        cells = _Cells.of(frame, self)
        one = dict.fromkeys(sorted(cells.work), 1)
        windows = (
            horizon.periods(self.period) if self.window is None else horizon.windows(self.window)
        )
        for window in windows:
            if not window.complete:
                continue
            named = [day for day in window.days if self.on(frame.scenario, day)]
            for number, person in self.bound(frame, window.days):
                meant, minimum = named, self.minimum
                if not self.leave:
                    meant = [day for day in named if day in present[person.id]]
                    minimum = by_presence(minimum, present[person.id], window.days)
                open_ = [day for day in meant if not cells.spoilt(number, day)]
                days = tuple(day for day in open_ if day >= 0)
                past = len(meant) - len(open_)
                most = max(len(meant) - minimum, past)
                if cells.late:
                    events = tuple(cells.busy(day) for day in days)
                    yield Occurrences(rule, self.grade, number, events, past, most=most)
                else:
                    values = (one,) * len(days)
                    yield Total(rule, self.grade, number, days, values, past, most=most)
                if self.consecutive or self.sunday:
                    yield from self._together(cells, rule, number, open_)

    def _together(
        self, cells: _Cells, rule: int, person: int, able: list[int]
    ) -> Iterator[Requirement]:
        """Yield that one of the stretches of days that can be off is."""
        length = max(self.consecutive, 1)
        horizon = cells.frame.scenario.horizon
        events = []
        for place in range(len(able) - length + 1):
            days = able[place : place + length]
            if days[-1] - days[0] >= length:
                continue
            if self.sunday and all(horizon.date(day).weekday() != _SUNDAY for day in days):
                continue
            steps = [*cells.calm(days[0] - 1), *((day, cells.rest) for day in days)]
            ahead = tuple((day, options) for day, options in steps if day >= 0)
            if not ahead:
                return
            events.append(Event(ahead, every=True))
        if events:
            yield Occurrences(rule, self.grade, person, tuple(events), least=1)


@rule(
    "rest_blocks",
    source="décret 2016-755 art. 25 (30 double rests a year, 14 of them at the weekend)",
    scope=("who",),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class RestBlocks(RuleBase):
    """Blocks of days off on end in each period, at least: double rests a year, say.

    A block is a longest stretch of consecutive days off, of at least ``length`` days; it belongs
    to the period in which it begins, and however long it is, it is one. For each person and each
    whole period: number of blocks >= minimum. With ``weekend``, which asks for two days, what
    counts instead are the Sundays of the period that are off together with the Saturday before
    or the Monday after. How many hours such a rest must last is a matter of ``rest_hours``.

    Leave counts as days off. With ``leave`` set to no, days of firm absence (and those outside
    the contract) are none, and the minimum is lowered by their share of the period, rounded
    down. On call at home one rests (code du travail L.3121-10), unless ``at_home`` says
    otherwise. With ``whole``, a day into which a duty of the eve runs is no day off either. In a
    period that began in the history, no more is asked of the days still to plan than a block for
    each ``length`` + 1 of them (a Sunday for each seven). Priced per block.
    """

    minimum: int = param("min", "count", least=1, most=183, sample=30)
    length: int = param("value", "days", default=2, least=1, most=14, sample=2)
    weekend: bool = param("value", "flag", default=False)
    leave: bool = param("value", "flag", default=True)
    at_home: bool = param("value", "flag", default=False)
    whole: bool = param("value", "flag", default=False)
    period: PeriodName = param("window", "period", default="year", sample="year")

    counted = frozenset({"weekend"})
    examples = (
        Example(
            "one double rest in two weeks",
            "D D D . . D D D . D . D D D",
            1,
            1,
            {"minimum": 2, "period": "fortnight"},
        ),
        Example(
            "five days off on end are one block, two more another",
            "D . . . . . D D D . . D D D",
            0,
            0,
            {"minimum": 2, "period": "fortnight"},
        ),
        Example(
            "a Sunday with its Monday, another alone",
            "D D D D D D . . D D D D D .",
            1,
            1,
            {"minimum": 2, "weekend": True, "period": "fortnight"},
        ),
        Example(
            "a Sunday with its Monday, a whole weekend",
            "D D D D D D . . D D D D . .",
            0,
            0,
            {"minimum": 2, "weekend": True, "period": "fortnight"},
        ),
        Example(
            "a week of leave is no double rest, and lowers four to two",
            "D . . D D D D . . . . . . .",
            1,
            1,
            {"minimum": 4, "period": "fortnight", "leave": False},
            given={"absences": (Absence(person="A", first=7, last=13),)},
        ),
        Example(
            "the block of the history counts, two more are asked of seven days",
            ". . D D D D D | D D D D D D D",
            1,
            2,
            {"minimum": 4, "period": Cycle(weeks=2, begins=dt.date(2027, 1, 25))},
        ),
        Example(
            "a night ends on the first of two days off",
            "D N . . D D D",
            1,
            1,
            {"minimum": 1, "period": "week", "whole": True},
        ),
        Example(
            "a day on call at home belongs to it",
            "D D D D D . H",
            0,
            0,
            {"minimum": 1, "period": "week"},
            given=_ON_CALL,
        ),
    )

    def __post_init__(self) -> None:
        if self.weekend and self.length != 2:
            raise ValueError("weekend: length")

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the whole periods."""
        return (period for period in horizon.periods(self.period) if period.complete)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        present = present_days(scenario)
        known = frozenset(horizon.known)
        for person in self.people(scenario):
            line = schedule.at_work(person, at_home=self.at_home)
            free = (known if self.leave else present[person.id]) - _taken(line, self.whole)
            for period in self.judged(horizon):
                held = [day for day in period.days if self._counts(scenario, free, day)]
                past = free & set(range(period.first - 7, 0))
                decided = [day for day in held if self._counts(scenario, past, day)]
                minimum = self.minimum
                if not self.leave:
                    minimum = by_presence(minimum, present[person.id], period.days)
                owed = minimum
                if period.first < 0:
                    each = 7 if self.weekend else self.length + 1
                    owed = min(minimum, len(decided) + (period.last + 1) // each)
                if len(held) < owed:
                    yield self.violation(
                        person=person,
                        days=period.days,
                        measured=len(held),
                        limit=minimum,
                        aspect="weekend" if self.weekend else "",
                        amount=owed - len(held),
                    )

    def _counts(self, scenario: Scenario, free: Set[int], day: int) -> bool:
        """Whether a block begins on a day, or the Sunday that it is has a day off beside it."""
        if self.weekend:
            sunday = scenario.horizon.date(day).weekday() == _SUNDAY
            return sunday and day in free and (day - 1 in free or day + 1 in free)
        return day - 1 not in free and free >= set(range(day, day + self.length))

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        present = present_days(frame.scenario)
        known = frozenset(horizon.known)
        cells = _Cells.of(frame, self)
        each = 7 if self.weekend else self.length + 1
        for period in horizon.periods(self.period):
            if not period.complete:
                continue
            for number, person in self.bound(frame, period.days):
                able = known if self.leave else present[person.id]
                least = self.minimum
                if not self.leave:
                    least = by_presence(least, present[person.id], period.days)
                events: list[Event] = []
                past = 0
                for steps in self._ways(cells, period, able):
                    if any(day < 0 and frame.past(number, day) not in o for day, o in steps):
                        continue
                    ahead = tuple((day, options) for day, options in steps if day >= 0)
                    if ahead:
                        events.append(Event(ahead, every=True))
                    else:
                        past += 1
                if period.first < 0:
                    least = min(least, past + (period.last + 1) // each)
                yield Occurrences(rule, self.grade, number, tuple(events), past, least=least)

    def _ways(self, cells: _Cells, period: Period, able: Set[int]) -> Iterator[list[Step]]:
        """Yield each way in which a block, or a Sunday that counts, comes about; no two at once.

        ``able`` are the days that can be days off at all.
        """
        horizon = cells.frame.scenario.horizon
        for day in period.days:
            sunday = horizon.date(day).weekday() == _SUNDAY
            if day not in able or (self.weekend and not sunday):
                continue
            eve = day - 1
            if self.weekend and eve in able:
                yield [*cells.calm(eve - 1), (eve, cells.rest), (day, cells.rest)]
            block = range(day, day + self.length)
            if not able >= set(block):
                continue
            off = [(one, cells.rest) for one in block]
            if eve not in able:
                yield [*cells.calm(eve), *off]
                continue
            yield [(eve, cells.work - cells.late), *off]
            if cells.late and eve - 1 in horizon.known:
                yield [(eve - 1, cells.late), (eve, cells.rest), *off]


def _taken(line: Iterable[Duty], whole: bool) -> set[int]:
    """Return the days on which duties start; with ``whole``, those too into which they run."""
    return {
        day
        for duty in line
        for day in range(duty.day, duty.day + (2 if whole and duty.shift.end > DAY_MINUTES else 1))
    }


@dataclass(frozen=True, slots=True)
class _Cells:
    """Which options make a day no day off.

    Attributes
    ----------
    frame
        The cells.
    work, rest
        Options that are work on their day, and the others.
    late
        Those that spoil the next day too; none where days off need not be whole.
    """

    frame: Frame
    work: frozenset[int]
    rest: frozenset[int]
    late: frozenset[int]

    @staticmethod
    def of(frame: Frame, rule: RestDaysWindow | RestBlocks) -> _Cells:
        """Return what a row says of options."""
        work = frame.at_work(at_home=rule.at_home)
        late = frozenset(
            number
            for number, option in frame.numbered
            if rule.whole and number in work and option.shift.end > DAY_MINUTES
        )
        return _Cells(frame, work, frame.every - work, late)

    def spoilt(self, person: int, day: int) -> bool:
        """Whether the history leaves no day off there."""
        return (day < 0 and self.frame.past(person, day) in self.work) or (
            day <= 0 and self.frame.past(person, day - 1) in self.late
        )

    def busy(self, day: int) -> Event:
        """Return the event that a planned day is no day off."""
        eve = ((day - 1, self.late),) if day > 0 else ()
        return Event(((day, self.work), *eve))

    def calm(self, day: int) -> Iterator[Step]:
        """Yield that nothing of a day, where it is known, runs into the next one."""
        if self.late and day in self.frame.scenario.horizon.known:
            yield day, self.frame.every - self.late
