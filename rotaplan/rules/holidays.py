"""Public holidays: how many each one works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_TUESDAY = dt.date(2027, 2, 2)
_THURSDAY = dt.date(2027, 2, 4)
_TWO = {"calendar": Calendar(holidays={_TUESDAY: "A", _THURSDAY: "B"})}
_SECOND = Days(spans=((_THURSDAY, _THURSDAY),))
_BROUGHT = {**_TWO, "people": (Person(id="A", opening={"holidays": 1}),)}


@rule("holidays_share", must=False, level=5, weight=2, alone=True)
class HolidaysShare(RuleBase):
    """Public holidays worked, at most.

    For each person and period: number of public holidays on which one of the shifts named
    starts, plus the counter brought forward where ``counter`` names one, <= maximum. Where
    days are named, those days are meant in place of all public holidays: one row for 25
    December with the counter of past Christmases makes people take turns. What the history
    and the counter already exceed is charged only for what the plan adds. Priced per day.
    """

    maximum: int = param("max", "count", most=20, sample=1)
    period: PeriodName = param("window", "period", default="horizon", sample="year")
    counter: str = param("value", "word", default="")

    examples = (
        Example("both holidays", "D D . D", 1, 1, {"maximum": 1}, given=_TWO),
        Example("one of them", "D D D .", 0, 0, {"maximum": 1}, given=_TWO),
        Example("only the second is named", "D D . .", 0, 0, {"maximum": 0, "when": _SECOND}),
        Example(
            "one was worked before",
            "D D D .",
            1,
            1,
            {"maximum": 1, "counter": "holidays"},
            given=_BROUGHT,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon, calendar = scenario.horizon, scenario.calendar
        meant = {
            day
            for day in horizon.known
            if (
                calendar.is_holiday(horizon.date(day))
                if self.when.every
                else self.on(scenario, day)
            )
        }
        for person in self.people(scenario):
            brought = person.opening.get(self.counter.casefold(), 0) if self.counter else 0
            held = {d.day for d in schedule.timeline(person) if self.shifts.has(d.shift)} & meant
            for period in horizon.periods(self.period):
                days = held.intersection(period.days)
                past = sum(day < 0 for day in days)
                beyond = len(days) - max(self.maximum - brought, past)
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=days,
                        measured=len(days) + brought,
                        limit=self.maximum,
                        amount=beyond,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario, horizon = frame.scenario, frame.scenario.horizon
        options = frame.on(self.shifts)
        one = dict.fromkeys(sorted(options), 1)
        for period in horizon.periods(self.period):
            if self.when.every:
                meant = [d for d in period.days if horizon.date(d) in scenario.calendar.holidays]
            else:
                meant = [day for day in period.days if self.on(scenario, day)]
            ahead = tuple(day for day in meant if day >= 0)
            for number, person in frame.people(self.who):
                past = sum(frame.past(number, day) in options for day in meant if day < 0)
                most = self.maximum
                if self.counter:
                    most -= person.opening.get(self.counter.casefold(), 0)
                most = max(most, past)
                yield Total(rule, self.grade, number, ahead, (one,) * len(ahead), past, most=most)
