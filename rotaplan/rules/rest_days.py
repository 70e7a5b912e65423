"""Days of rest: how many in a period or in any run of days, and how many on end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set

from rotaplan.domain.people import Person
from rotaplan.domain.presence import by_presence, present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Cycle, Horizon, Period, PeriodName
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
    otherwise.
    """

    minimum: int = param("min", "count", most=366, sample=4)
    window: int | None = param("window", "window", default=None, least=1, most=91, sample="14")
    period: PeriodName = param("value", "period", default="fortnight")
    consecutive: int = param("value", "count", default=0, most=60, sample=2)
    sunday: bool = param("value", "flag", default=False)
    leave: bool = param("value", "flag", default=True)
    at_home: bool = param("value", "flag", default=False)

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
        for window in self._windows(scenario.horizon):
            named = {day for day in window.days if self.on(scenario, day)}
            for person in self.people(scenario):
                meant = named if self.leave else named & present[person.id]
                free = meant - schedule.days_worked(person, at_home=self.at_home)
                possible = sum(day >= 0 or day in free for day in meant)
                minimum = self.minimum
                if not self.leave:
                    minimum = by_presence(minimum, present[person.id], window.days)
                missing = min(minimum, possible) - len(free)
                if missing > 0:
                    yield self.violation(
                        person=person,
                        days=window.days,
                        measured=len(free),
                        limit=minimum,
                        amount=missing,
                    )
                if self.consecutive or self.sunday:
                    yield from self._apart(scenario, person, window, meant, free)

    def _apart(
        self, scenario: Scenario, person: Person, window: Period, meant: set[int], free: set[int]
    ) -> Iterator[Violation]:
        """Yield a window in which the days off do not follow one another as they could."""
        length = max(self.consecutive, 1)
        possible, longest = False, 0
        for first in window.days:
            last, holds = first, False
            while last in meant and (last in free or last >= 0):
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
        work = frame.at_work(at_home=self.at_home)
        one = dict.fromkeys(sorted(work), 1)
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
                days = tuple(day for day in meant if day >= 0)
                past = sum(day < 0 and frame.past(number, day) in work for day in meant)
                most = max(len(meant) - minimum, past)
                yield Total(rule, self.grade, number, days, (one,) * len(days), past, most=most)
                if self.consecutive or self.sunday:
                    yield from self._together(frame, rule, number, meant)

    def _together(
        self, frame: Frame, rule: int, person: int, meant: list[int]
    ) -> Iterator[Requirement]:
        """Yield that one of the stretches of days that can be off is."""
        length = max(self.consecutive, 1)
        rest = frame.at_rest(at_home=self.at_home)
        events = []
        for place in range(len(meant) - length + 1):
            days = meant[place : place + length]
            if days[-1] - days[0] >= length:
                continue
            if self.sunday and all(frame.scenario.horizon.date(day).weekday() != 6 for day in days):
                continue
            if any(day < 0 and frame.past(person, day) not in rest for day in days):
                continue
            cells = tuple((day, rest) for day in days if day >= 0)
            if not cells:
                return
            events.append(Event(cells, every=True))
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
    otherwise. In a period that began in the history, no more is asked of the days still to plan
    than a block for each ``length`` + 1 of them (a Sunday for each seven). Priced per block.
    """

    minimum: int = param("min", "count", least=1, most=183, sample=30)
    length: int = param("value", "days", default=2, least=1, most=14, sample=2)
    weekend: bool = param("value", "flag", default=False)
    leave: bool = param("value", "flag", default=True)
    at_home: bool = param("value", "flag", default=False)
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
            free = (known if self.leave else present[person.id]) - schedule.days_worked(
                person, at_home=self.at_home
            )
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
        whole = frozenset(horizon.known)
        each = 7 if self.weekend else self.length + 1
        for period in horizon.periods(self.period):
            if not period.complete:
                continue
            for number, person in self.bound(frame, period.days):
                able = whole if self.leave else present[person.id]
                least = self.minimum
                if not self.leave:
                    least = by_presence(least, present[person.id], period.days)
                events: list[Event] = []
                past = 0
                for steps in self._ways(frame, period, able):
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

    def _ways(self, frame: Frame, period: Period, able: Set[int]) -> Iterator[list[Step]]:
        """Yield each way in which a block, or a Sunday that counts, comes about; no two at once.

        ``able`` are the days that can be days off at all.
        """
        work = frame.at_work(at_home=self.at_home)
        rest = frame.at_rest(at_home=self.at_home)
        for day in period.days:
            sunday = frame.scenario.horizon.date(day).weekday() == _SUNDAY
            if day not in able or (self.weekend and not sunday):
                continue
            before = [(day - 1, work)] if day - 1 in able else []
            if self.weekend and before:
                yield [(day - 1, rest), (day, rest)]
            block = range(day, day + self.length)
            if able >= set(block):
                yield [*before, *((one, rest) for one in block)]
