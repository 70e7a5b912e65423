"""Overtime: hours beyond the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.attribution import Attribution, ledger
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Period
from rotaplan.model.frame import Frame
from rotaplan.model.minutes import MinuteBoard
from rotaplan.model.requirements import Pool, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_FULL_TIME = {"people": tuple(Person(id=name, weekly_minutes=35 * _HOUR) for name in "AB")}


@rule("overtime_cap", scope=("who", "shifts"), level=1)
class OvertimeCap(RuleBase):
    """Hours beyond the contract in each ISO week, at most.

    For each person whose contract states weekly minutes c, and each week:
    sum of the minutes worked - c <= maximum. With ``together``, the sum over all people meant
    of max(0, minutes worked - c) <= maximum, week by week. Duties count on their start day. A
    week that the known days cut is judged on what is known of it. What the history alone holds
    beyond is not charged. Priced per started hour.
    """

    maximum: int = param("max", "duration", most=200 * _HOUR, sample="4:00")
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
    )

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
        for week in scenario.horizon.periods("week"):
            found: dict[str, tuple[int, int]] = {}
            for name, contract, whole, past in books:
                found[name] = (
                    sum(whole[day] for day in week.days) - contract,
                    sum(past[day] for day in week.days) - contract,
                )
            if self.together:
                everybody = sum(max(0, extra) for extra, _ in found.values())
                decided = sum(max(0, extra) for _, extra in found.values())
                yield from self._judge(None, week, everybody, decided)
            else:
                for one, (extra, decided) in found.items():
                    yield from self._judge(scenario.person[one], week, extra, decided)

    def _judge(
        self, person: Person | None, week: Period, extra: int, decided: int
    ) -> Iterator[Violation]:
        beyond = extra - max(self.maximum, decided)
        if beyond > 0:
            yield self.violation(
                person=person,
                days=week.days,
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
        for week in horizon.periods("week"):
            days, values = board.cells(week)
            members: list[Total] = []
            exceeded = 0
            for number, person in frame.people(self.who):
                contract = person.weekly_minutes
                if contract is None:
                    continue
                past = board.past(number, week)
                if self.together:
                    exceeded += max(0, past - contract)
                    members.append(
                        Total(rule, self.grade, number, days, values, past, most=contract)
                    )
                else:
                    cap = max(contract + self.maximum, past)
                    yield Total(rule, self.grade, number, days, values, past, most=cap, unit=_HOUR)
            if members:
                cap = max(self.maximum, exceeded)
                yield Pool(rule, self.grade, tuple(members), most=cap, unit=_HOUR)
