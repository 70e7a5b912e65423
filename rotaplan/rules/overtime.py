"""Overtime: hours beyond the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rotaplan.domain.attribution import Attribution, ledger
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.minutes import MinuteBoard
from rotaplan.model.requirements import Pool, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_FULL_TIME = {"people": tuple(Person(id=name, weekly_minutes=35 * _HOUR) for name in "AB")}


@rule("overtime_cap", scope=("who", "shifts"), level=1)
class OvertimeCap(RuleBase):
    """Hours beyond the contract, counted week by week, at most: in a week, a month, a year.

    For each person whose contract states weekly minutes c, and each period:
    sum over its ISO weeks of max(0, minutes worked - c) <= maximum. A week belongs to the period
    in which it ends. With ``together``, the sum over all people meant. What one week has too
    little does not make up for another, as overtime is owed by the week. Duties count on their
    start day. A week that the known days cut is judged on what is known of it. What the history
    alone holds beyond is not charged. Priced per started hour.
    """

    maximum: int = param("max", "duration", most=1000 * _HOUR, sample="4:00")
    period: PeriodName = param("window", "period", default="week", sample="month")
    together: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "35 hours, one more",
            "D D D D D . .\n. . . . . . .",
            1,
            4,
            {"maximum": _HOUR},
            given=_FULL_TIME,
        ),
        Example(
            "five more",
            "D D D D D . .\n. . . . . . .",
            0,
            0,
            {"maximum": 5 * _HOUR},
            given=_FULL_TIME,
        ),
        Example(
            "two people, five hours each, eight for all",
            "D D D D D . .\nD D D D D . .",
            1,
            2,
            {"maximum": 8 * _HOUR, "together": True},
            given=_FULL_TIME,
        ),
        Example(
            "what one has in hand helps nobody else",
            "D D D D D . .\nD . . . . . .",
            1,
            1,
            {"maximum": 4 * _HOUR, "together": True},
            given=_FULL_TIME,
        ),
        Example(
            "five hours in each of two weeks",
            "D D D D D . . D D D D D . .\n. . . . . . . . . . . . . .",
            1,
            2,
            {"maximum": 8 * _HOUR, "period": "month"},
            given=_FULL_TIME,
        ),
        Example(
            "a short week does not make up for a long one",
            "D D D D D . . D D D . . . .\n. . . . . . . . . . . . . .",
            1,
            1,
            {"maximum": 4 * _HOUR, "period": "month"},
            given=_FULL_TIME,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods, from the first day of their first week."""
        for period in horizon.periods(self.period):
            first = period.first - horizon.date(period.first).weekday()
            yield Period(first=first, last=period.last)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario)
        books = [
            (
                person.id,
                person.weekly_minutes,
                *ledger(schedule.timeline(person), self.shifts, account),
            )
            for person in self.people(scenario)
            if person.weekly_minutes is not None
        ]
        for period in scenario.horizon.periods(self.period):
            weeks = [*scenario.horizon.weeks_of(period)]
            found: dict[str, tuple[int, int]] = {}
            for name, contract, whole, past in books:
                found[name] = (
                    sum(max(0, sum(whole[d] for d in week.days) - contract) for week in weeks),
                    sum(max(0, sum(past[d] for d in week.days) - contract) for week in weeks),
                )
            if self.together:
                everybody = sum(extra for extra, _ in found.values())
                decided = sum(extra for _, extra in found.values())
                yield from self._judge(None, period, everybody, decided)
            else:
                for one, (extra, decided) in found.items():
                    yield from self._judge(scenario.person[one], period, extra, decided)

    def _judge(
        self, person: Person | None, period: Period, extra: int, decided: int
    ) -> Iterator[Violation]:
        beyond = extra - max(self.maximum, decided)
        if beyond > 0:
            yield self.violation(
                person=person,
                days=period.days,
                measured=extra,
                limit=self.maximum,
                amount=-(-beyond // _HOUR),
            )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        account = Attribution(scenario=frame.scenario)
        board = MinuteBoard(
            frame=frame, shifts=self.shifts, account=account, meant=frozenset(horizon.known)
        )
        for period in horizon.periods(self.period):
            weeks = [(week, *board.cells(week)) for week in horizon.weeks_of(period)]
            members: list[Total] = []
            exceeded = 0
            for number, person in frame.people(self.who):
                contract = person.weekly_minutes
                if contract is None:
                    continue
                pasts = [board.past(number, week) for week, _, _ in weeks]
                mine = [
                    Total(rule, self.grade, number, days, values, past, most=contract)
                    for (_, days, values), past in zip(weeks, pasts, strict=True)
                ]
                over = sum(max(0, past - contract) for past in pasts)
                members += mine
                exceeded += over
                if not self.together:
                    yield from self._alone(mine, over)
            if self.together and members:
                cap = max(self.maximum, exceeded)
                yield Pool(rule, self.grade, tuple(members), most=cap, unit=_HOUR)

    def _alone(self, weeks: list[Total], exceeded: int) -> Iterator[Requirement]:
        """Yield what one person's weeks of a period may have together; one needs no pool."""
        cap = max(self.maximum, exceeded)
        if len(weeks) == 1:
            yield replace(weeks[0], most=(weeks[0].most or 0) + cap, unit=_HOUR)
        elif weeks:
            yield Pool(weeks[0].rule, self.grade, tuple(weeks), most=cap, unit=_HOUR)
