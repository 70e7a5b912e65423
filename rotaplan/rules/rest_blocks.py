"""Blocks of days of rest on end: double rests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set

from rotaplan.domain.presence import by_presence, present_days, taken_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Cycle, Horizon, Period, PeriodName
from rotaplan.model.chains import Step
from rotaplan.model.days_off import DayCells
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Event, Occurrences, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule
from rotaplan.rules.rest_days import ON_CALL_AT_HOME

_SUNDAY = 6


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
            given=ON_CALL_AT_HOME,
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
            free = (known if self.leave else present[person.id]) - taken_days(line, self.whole)
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
        cells = DayCells.of(frame, at_home=self.at_home, whole=self.whole)
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

    def _ways(self, cells: DayCells, period: Period, able: Set[int]) -> Iterator[list[Step]]:
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
