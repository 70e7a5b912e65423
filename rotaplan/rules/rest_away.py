"""Rest away from home: what the railways call a repos hors résidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Requirement, Succession, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_AWAY = {"shifts": Shifts(codes=frozenset("L")), "minimum": 9 * _HOUR}


@rule(
    "rest_away",
    source="décret 2016-755 art. 16 (9 h)",
    scope=("who", "shifts"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class RestAway(RuleBase):
    """Rest after duties that end away from home: how long, and how many in a period.

    The shifts named are those after which a person does not sleep at home; without any, every
    shift is. For each pair of a duty a and a later one b of one person, b in the plan:
    start(b) - end(a) >= ``minimum`` where a is one of them, and >= ``at_least_home`` where it is
    not (14 h at home, say). Number of duties that end away in a period <= ``times``; those of
    the history alone beyond that are not charged. Real minutes count. Priced per pair by the
    hours missing, started hours counting whole, and per duty beyond.
    """

    minimum: int = param("min", "duration", most=72 * _HOUR, sample="9:00")
    at_least_home: int = param("value", "duration", default=0, most=72 * _HOUR, sample="14:00")
    times: int | None = param("value", "count", default=None, most=31, sample=2)
    period: PeriodName = param("window", "period", default="week")

    counted = frozenset({"times"})
    examples = (
        Example("late away, then early: eight hours", "L E", 1, 1, _AWAY),
        Example("late away, then day: eleven hours", "L D", 0, 0, _AWAY),
        Example("the night is no rest away", "N L", 0, 0, _AWAY),
        Example(
            "fourteen hours at home: day, then early",
            "D E",
            1,
            1,
            {**_AWAY, "at_least_home": 14 * _HOUR},
        ),
        Example("away twice in a week", "L . L . . . .", 1, 1, {**_AWAY, "times": 1}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the rest is long, and the periods."""
        longest = max(self.minimum, self.at_least_home)
        yield from horizon.windows(1 + -(-longest // (24 * _HOUR)))
        if self.times is not None:
            yield from horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            line = schedule.timeline(person)
            for a, b in combinations(line, 2):
                needed = self.minimum if self.shifts.has(a.shift) else self.at_least_home
                rest = b.start - a.end
                if b.day >= 0 and rest < needed:
                    yield self.violation(
                        person=person,
                        days=(a.day, b.day),
                        shift=b.shift.code,
                        measured=rest,
                        limit=needed,
                        amount=-(-(needed - rest) // _HOUR),
                    )
            for period in scenario.horizon.periods(self.period) if self.times is not None else ():
                held = [d.day for d in line if d.day in period.days and self.shifts.has(d.shift)]
                beyond = len(held) - max(self.times or 0, sum(day < 0 for day in held))
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=period.days,
                        measured=len(held),
                        limit=self.times or 0,
                        aspect="times",
                        amount=beyond,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        away = frame.on(self.shifts)
        longest = max(self.minimum, self.at_least_home)
        for gap in range(1, (longest - 1) // 1440 + 2 + frame.longest_reach):
            for day in range(max(-gap, -horizon.history_days), horizon.days - gap):
                pairs = {}
                for first in frame.work:
                    least = self.minimum if first in away else self.at_least_home
                    for then in frame.work:
                        opens, ends = frame.span(then, day + gap)[0], frame.span(first, day)[1]
                        if opens - ends < least:
                            pairs[first, then] = (least - opens + ends + _HOUR - 1) // _HOUR
                table = clashes(pairs)
                for number, _ in self.bound(frame, (day, day + gap)) if table else ():
                    if day >= 0 or frame.past(number, day):
                        yield Succession(rule, self.grade, number, day, gap, table)
        if self.times is None:
            return
        one = dict.fromkeys(sorted(away), 1)
        for period in horizon.periods(self.period):
            ahead = tuple(day for day in period.days if day >= 0)
            for number, _ in self.bound(frame, period.days):
                past = sum(frame.past(number, day) in away for day in period.days if day < 0)
                most = max(self.times, past)
                yield Total(rule, self.grade, number, ahead, (one,) * len(ahead), past, most=most)
