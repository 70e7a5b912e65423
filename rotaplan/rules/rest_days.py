"""Days of rest: how many in a period, or in any run of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import Person
from rotaplan.domain.presence import by_presence, present_days, taken_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.days_off import DayCells
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Event, Occurrences, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_SUNDAY = 6
ON_CALL_AT_HOME = {
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
            given=ON_CALL_AT_HOME,
        ),
        Example(
            "where that is no rest",
            "D D D D D D H",
            1,
            1,
            {"minimum": 1, "period": "week", "at_home": True},
            given=ON_CALL_AT_HOME,
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
        taken = {one: taken_days(line, self.whole) for one, line in lines.items()}
        decided = {
            one: taken_days((duty for duty in line if duty.day < 0), self.whole)
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
        cells = DayCells.of(frame, at_home=self.at_home, whole=self.whole)
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
        self, cells: DayCells, rule: int, person: int, able: list[int]
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
