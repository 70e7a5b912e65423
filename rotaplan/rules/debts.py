"""Rest that is owed: what past exceptions to the rules have to be paid back with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rotaplan.domain.derogation import Derogation, debts
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, RestIn
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_THURSDAY = dt.date(2027, 2, 4)


def _owed(hours: int) -> dict[str, object]:
    past = Derogation(
        rule="rest_between",
        person="A",
        first=-2,
        last=-1,
        deadline=_THURSDAY,
        compensation_minutes=hours * _HOUR,
    )
    return {"derogations": (past,)}


@rule(
    "rest_debt",
    source="2003/88/CE art. 18",
    scope=("who",),
    basic=True,
    level=1,
    weight=100,
    alone=True,
)
class RestDebt(RuleBase):
    """Rest owed for past derogations is given back by its deadline, joined to a daily rest.

    A debt is a recorded derogation whose days all lie before the plan, with a compensation and
    a deadline. For each person and each deadline within the plan: some rest between two duties,
    from the first planned day to the end of the day of the deadline, lasts at least
    ``minimum`` plus what is due until then. Where the duties of the history leave no room for
    it, nothing is charged. What derogations of the plan itself bring about is due in the next
    one. Priced once a deadline.
    """

    minimum: int = param("min", "duration", default=11 * _HOUR, most=48 * _HOUR, sample="11:00")

    examples = (
        Example(
            "sixteen hours a day, where eleven and six are due by Thursday",
            "D D D D D",
            breaks=1,
            given=_owed(6),
        ),
        Example("a day off on Tuesday", "D . D D D", breaks=0, given=_owed(6)),
        Example("eleven and five are sixteen", "D D D D D", breaks=0, given=_owed(5)),
        Example("the deadline lies beyond the plan", "D D", breaks=0, given=_owed(6)),
        Example(
            "a shorter rest to join it to", "D D D D", 0, None, {"minimum": 0}, given=_owed(16)
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        opens = horizon.instant(0)
        for person in self.people(scenario):
            line = schedule.timeline(person)
            for last, due in debts(scenario.derogations, person.id, horizon):
                needed, closes = self.minimum + due, horizon.instant(last + 1)
                free = max([opens, *(duty.end for duty in line if duty.day < 0)])
                if closes - free < needed:
                    continue
                ends = [opens, *(max(duty.end, opens) for duty in line)]
                starts = [*(min(duty.start, closes) for duty in line), closes]
                longest = max(b - a for a, b in zip(ends, starts, strict=True))
                if longest < needed:
                    yield self.violation(
                        person=person,
                        days=range(last + 1),
                        measured=max(longest, 0),
                        limit=needed,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        for number, person in frame.people(self.who):
            worked = [
                frame.span(option, day)[1]
                for day in range(-horizon.history_days, 0)
                if (option := frame.past(number, day))
            ]
            begins = max([horizon.instant(0), *worked])
            for last, due in debts(frame.scenario.derogations, person.id, horizon):
                rest, end = self.minimum + due, horizon.instant(last + 1)
                if begins + rest <= end:
                    yield RestIn(
                        rule,
                        self.grade,
                        number,
                        0,
                        last,
                        opens=horizon.instant(0),
                        closes=end,
                        minutes=rest,
                        inside=rest,
                    )
