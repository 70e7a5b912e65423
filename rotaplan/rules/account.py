"""The account of hours: what somebody owes or is owed while a year or a cycle goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import Person
from rotaplan.domain.presence import due_minutes, present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_LARGEST = 3000 * _HOUR
_WEEKLY = {"people": (Person(id="A", weekly_minutes=35 * _HOUR),)}


@rule("balance_account", scope=("who", "shifts"), must=False, level=5, alone=True)
class BalanceAccount(RuleBase):
    """The account of hours (annualisation): within a floor and a ceiling, closed near a target.

    For each person whose contract states hours, at the end of each period of the plan::

        balance = opening + minutes of the duties so far - minutes due so far
        minimum <= balance <= maximum

    and at the end of the plan: target - tolerance <= balance <= target + tolerance. The opening
    is the counter brought forward (``counter``, hours unless another is named); the duties are
    those of the planned days, on their start day, at the time the planner credits, or with
    ``credited`` no, as worked. Due are the weekly minutes of the contract, a seventh for each day
    under contract without firm absence, so that leave leaves the balance as it is; where the
    planner gives hours for the whole plan, those, spread alike over these days. Halves of a
    minute are rounded up.

    Floor and ceiling stand in Min and Max and may be negative. Periods that the end of the plan
    cuts are judged at that end. Priced per started hour outside, at each end and each limit.
    """

    minimum: int | None = param(
        "min", "duration", default=None, least=-_LARGEST, most=_LARGEST, sample="-12:00"
    )
    maximum: int | None = param(
        "max", "duration", default=None, least=-_LARGEST, most=_LARGEST, sample="24:00"
    )
    period: PeriodName = param("window", "period", default="week", sample="month")
    target: int | None = param(
        "value", "duration", default=None, least=-_LARGEST, most=_LARGEST, sample="0:00"
    )
    tolerance: int = param("value", "duration", default=0, most=_LARGEST, sample="12:00")
    counter: str = param("value", "word", default="hours")
    credited: bool = param("value", "flag", default=True)

    examples = (
        Example("40 hours of 35", "D D D D D . .", 1, 5, {"maximum": 0}, given=_WEEKLY),
        Example(
            "five hours ahead are allowed",
            "D D D D D . .",
            0,
            0,
            {"maximum": 5 * _HOUR},
            given=_WEEKLY,
        ),
        Example(
            "three hours behind after a week, two ahead after two",
            "D D D D . . . D D D D D . .",
            1,
            3,
            {"minimum": 0},
            given=_WEEKLY,
        ),
        Example(
            "closed at nought, two hours more or less",
            "D D D D . . . D D D D D . .",
            0,
            0,
            {"target": 0, "tolerance": 2 * _HOUR},
            given=_WEEKLY,
        ),
        Example(
            "what was brought forward is worked off",
            "D D D D . . .",
            0,
            0,
            {"target": 0},
            given={
                "people": (Person(id="A", weekly_minutes=35 * _HOUR, opening={"hours": 3 * _HOUR}),)
            },
        ),
        Example(
            "two days of leave are not due",
            "D D D . . . .",
            1,
            1,
            {"target": 0},
            given={**_WEEKLY, "absences": (Absence(person="A", first=3, last=4),)},
        ),
    )

    def __post_init__(self) -> None:
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("minimum: maximum")

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        worth = scenario.credited if self.credited else scenario.minutes
        present = present_days(scenario)
        ends = [period.last for period in scenario.horizon.periods(self.period)]
        for person in self.people(scenario):
            for last in ends:
                due = due_minutes(scenario, person, present[person.id], last)
                if due is None:
                    continue
                worked = sum(
                    worth(duty.shift, duty.day)
                    for duty in schedule.timeline(person)
                    if 0 <= duty.day <= last and self.shifts.has(duty.shift)
                )
                balance = person.opening.get(self.counter.casefold(), 0) + worked - due
                yield from self._amiss(person, last, balance, self.minimum, self.maximum, "")
                if self.target is not None and last == scenario.horizon.days - 1:
                    least, most = self.target - self.tolerance, self.target + self.tolerance
                    yield from self._amiss(person, last, balance, least, most, "closing")

    def _amiss(
        self,
        person: Person,
        last: int,
        balance: int,
        least: int | None,
        most: int | None,
        aspect: str,
    ) -> Iterator[Violation]:
        """Yield where the balance at the end of a day is out of its limits."""
        for limit, beyond in ((least, -1), (most, 1)):
            if limit is not None and (balance - limit) * beyond > 0:
                yield self.violation(
                    person=person,
                    days=(last,),
                    measured=balance,
                    limit=limit,
                    aspect=aspect,
                    amount=-(-abs(balance - limit) // _HOUR),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        worth = scenario.credited if self.credited else scenario.minutes
        chosen = [
            (number, one.shift) for number, one in frame.numbered if self.shifts.has(one.shift)
        ]
        values = tuple(
            {number: worth(shift, day) for number, shift in chosen}
            for day in scenario.horizon.planned
        )
        asked = {
            period.last: [(self.minimum, self.maximum)]
            for period in scenario.horizon.periods(self.period)
        }
        if self.target is not None:
            closing = (self.target - self.tolerance, self.target + self.tolerance)
            asked[scenario.horizon.days - 1].append(closing)
        present = present_days(scenario)
        for number, person in frame.people(self.who):
            opening = person.opening.get(self.counter.casefold(), 0)
            for last, limits in asked.items():
                due = due_minutes(scenario, person, present[person.id], last)
                days = tuple(range(last + 1))
                for least, most in limits if due is not None else ():
                    yield Total(
                        rule,
                        self.grade,
                        number,
                        days,
                        values[: len(days)],
                        opening - (due or 0),
                        least,
                        most,
                        _HOUR,
                    )
