"""Rests of one, two, three days: how many hours they must last, which empty cells do not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES, Horizon, Period
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.chains import Step, chain
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_DOUBLE = {"minimum": 36 * _HOUR, "double": 60 * _HOUR}
_ON_CALL = {
    "shifts": (
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="L", spans=(Span(start=840, end=1320),)),
        Shift(code="H", spans=(Span(start=480, end=1440),), family=Family.ON_CALL),
    ),
    "demand": tuple(Demand(shift=code) for code in "ELH"),
}
_ALL = {**_DOUBLE, "triple": 84 * _HOUR}


@rule(
    "rest_hours",
    source="SNCF 2016 (periodic rests of 36, 60 and 84 h)",
    scope=("who", "shifts"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class RestHours(RuleBase):
    """A rest of one day off lasts at least ``minimum``, of two ``double``, of more ``triple``.

    For each person and each duty b with the one before it, a, where whole days without work lie
    between them: start(b) - end(a) >= minimum for one such day, ``double`` for two, ``triple``
    for three and more; what is not given is not asked for. Two days off after an evening and
    before a morning are 56 hours, not 60. The day on which a night ends is no whole day: night,
    three empty cells, morning is a rest of two days. The rule speaks of rests in which b is one
    of the shifts named and starts in the plan; a may be of the history. Leave counts as days off.
    So do days on call at home, where one rests (code du travail L.3121-10), unless ``at_home``
    says otherwise. Real minutes count. Priced by the hours missing, started hours counting whole.
    """

    minimum: int = param("min", "duration", default=0, most=72 * _HOUR, sample="36:00")
    double: int = param("value", "duration", default=0, most=96 * _HOUR, sample="60:00")
    triple: int = param("value", "duration", default=0, most=120 * _HOUR, sample="84:00")
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("late, two days off, early: 56 hours", "L . . E", 1, 4, _DOUBLE),
        Example("late, two days off, late", "L . . L", 0, 0, _DOUBLE),
        Example("late, one day off, early: 32 hours", "L . E", 1, 4, _DOUBLE),
        Example("three days off are not asked for", "L . . . E", 0, 0, _DOUBLE),
        Example("they are", "L . . . E", 1, 4, {"triple": 84 * _HOUR}),
        Example("the late shift is in the history", "L . | . E", 1, 4, _DOUBLE),
        Example("on call at home in between", "L H . E", 1, 4, _DOUBLE, given=_ON_CALL),
        Example(
            "where that is work, no such rest is taken",
            "L H . L",
            0,
            0,
            {"double": 80 * _HOUR, "at_home": True},
            given=_ON_CALL,
        ),
        Example("the day on which a night ends is not one of them", "N . . . E", 0, 0, _ALL),
        Example("nor does it alone make a rest", "N . E", 0, 0, _ALL),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the longest rest."""
        longest = max(self.minimum, self.double, self.triple)
        return horizon.windows(1 + -(-longest // (24 * _HOUR)))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for a, b in pairwise(schedule.at_work(person, at_home=self.at_home)):
                off = b.day - 1 - a.day - max(a.shift.end - 1, 0) // DAY_MINUTES
                if b.day < 0 or off < 1 or not self.shifts.has(b.shift):
                    continue
                needed = self.minimum if off == 1 else self.double if off == 2 else self.triple
                rest = b.start - a.end
                if rest < needed:
                    yield self.violation(
                        person=person,
                        days=(a.day, b.day),
                        shift=b.shift.code,
                        measured=rest,
                        limit=needed,
                        amount=-(-(needed - rest) // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        work = frame.at_work(at_home=self.at_home)
        rest = frame.at_rest(at_home=self.at_home)
        later = frame.on(self.shifts) & work
        asked = {2: self.minimum, 3: self.double}
        longest = max(self.minimum, self.double, self.triple)
        reach = (longest - 1) // 1440 + 1 + frame.longest_reach
        night = {i: max(option.shift.end - 1, 0) // 1440 for i, option in frame.numbered}
        for gap in range(2, reach + 1):
            for day in range(max(-gap, -horizon.history_days), horizon.days - gap):
                pairs = {}
                for then in later:
                    opens = frame.span(then, day + gap)[0]
                    for first in work:
                        apart = gap - night[first]
                        hours = asked.get(apart, self.triple)
                        short = hours - (opens - frame.span(first, day)[1])
                        if apart > 1 and short > 0:
                            pairs[first, then] = (short + _HOUR - 1) // _HOUR
                between: list[Step] = [(day + step, rest) for step in range(1, gap)]
                for clash in clashes(pairs):
                    steps = [(day, clash.first), *between, (day + gap, clash.then)]
                    for number, _ in self.bound(frame, (day, day + gap)):
                        made = chain(frame, rule, self.grade, number, steps, clash.amount)
                        if made is not None:
                            yield made
