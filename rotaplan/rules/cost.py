"""What the roster costs: hours, premiums, outside staff, people mobilised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.attribution import minutes_in_hours
from rotaplan.domain.calendar import Days
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES, Horizon, Period, PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Groups, Pool, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_PAID = {"people": (Person(id="A", hourly_cost=20), Person(id="B", hourly_cost=30))}
_SUNDAY = Days(weekdays=frozenset({6}))


@rule("cost", must=False, level=7)
class Cost(RuleBase):
    """Hours at the hourly cost of each person, as cheap as can be; or within a budget.

    Over the planned days meant and the shifts named: hours worked, breaks off (or with
    ``credited`` those that the planner credits) * hourly cost. Without ``maximum`` each
    person's sum is charged. With it, only what all of them together cost beyond it: a strict
    row is then a budget. Somebody whose hourly cost is not known costs nothing. Priced by the
    started unit of money, of each person or of the whole.
    """

    maximum: int | None = param("max", "count", default=None, least=1, most=10**9, sample=20000)
    credited: bool = param("value", "flag", default=False)

    examples = (
        Example("eight hours at 20, eight at 30", "E .\n. E", 2, 400, given=_PAID),
        Example("nobody works", ". .\n. .", 0, 0, given=_PAID),
        Example("a budget of 300", "E .\n. E", 1, 100, {"maximum": 300}, given=_PAID),
        Example("a budget of 400", "E .\n. E", 0, 0, {"maximum": 400}, given=_PAID),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        worth = scenario.credited if self.credited else scenario.minutes
        whole = 0
        for person in self.people(scenario):
            duties = [
                duty
                for duty in schedule.timeline(person)
                if duty.day >= 0 and self.shifts.has(duty.shift) and self.on(scenario, duty.day)
            ]
            paid = sum(worth(duty.shift, duty.day) for duty in duties) * person.hourly_cost
            whole += paid
            if self.maximum is None and paid > 0:
                price = -(-paid // _HOUR)
                yield self.violation(
                    person=person,
                    days=(duty.day for duty in duties),
                    measured=price,
                    amount=price,
                )
        if self.maximum is not None and whole > self.maximum * _HOUR:
            price = -(-whole // _HOUR)
            yield self.violation(measured=price, limit=self.maximum, amount=price - self.maximum)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        worth = scenario.credited if self.credited else scenario.minutes
        days = tuple(day for day in scenario.horizon.planned if self.on(scenario, day))
        chosen = frame.on(self.shifts)
        members = []
        for number, person in frame.people(self.who):
            if not person.hourly_cost:
                continue
            values = tuple(
                {
                    i: worth(option.shift, day) * person.hourly_cost
                    for i, option in frame.numbered
                    if i in chosen
                }
                for day in days
            )
            members.append(Total(rule, self.grade, number, days, values, most=0, unit=_HOUR))
        if self.maximum is None:
            yield from members
        elif members:
            budget = self.maximum * _HOUR
            yield Pool(rule, self.grade, tuple(members), most=budget, unit=_HOUR)


@rule("premium", must=False, level=7, alone=True)
class Premium(RuleBase):
    """Extra pay for hours at night, on Sundays, on public holidays.

    Over planned duties of the shifts named: the minutes that fall on the days meant, between
    ``start`` and ``end`` on the clock, at ``rate`` percent of the hourly cost. Where the end is
    not after the start, the hours run until the next morning and belong to the day on which
    they begin. Unpaid breaks are not taken off: their hour is not known. Priced by the started
    unit of money, each person apart.
    """

    rate: int = param("value", "count", least=1, most=1000, sample=25)
    start: int = param("value", "duration", default=0, most=DAY_MINUTES, sample="21:00")
    end: int = param("value", "duration", default=DAY_MINUTES, most=DAY_MINUTES, sample="6:00")

    examples = (
        Example(
            "a night from Sunday: two hours of it, at half pay more",
            ". . . . . . N\n. . . . . . .",
            1,
            20,
            {"rate": 50, "when": _SUNDAY},
            given=_PAID,
        ),
        Example(
            "the same in hours of the night, whichever day",
            ". . . . . . N\n. . . . . . .",
            1,
            80,
            {"rate": 50, "start": 1260, "end": 360},
            given=_PAID,
        ),
        Example(
            "no work on Sunday",
            "D D D D D D .\n. . . . . . .",
            0,
            0,
            {"rate": 50, "when": _SUNDAY},
            given=_PAID,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            extra: dict[int, int] = {}
            for duty in schedule.timeline(person):
                if duty.day >= 0 and self.shifts.has(duty.shift):
                    extra[duty.day] = extra.get(duty.day, 0) + minutes_in_hours(
                        scenario, duty.shift, duty.day, self.start, self.end, self.when
                    )
            price = -(-sum(extra.values()) * person.hourly_cost * self.rate // (_HOUR * 100))
            if price > 0:
                yield self.violation(
                    person=person,
                    days=(day for day, minutes in extra.items() if minutes),
                    measured=price,
                    amount=price,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario, chosen = frame.scenario, frame.on(self.shifts)
        days, tables = [], []
        for day in scenario.horizon.planned:
            table = {
                i: minutes_in_hours(scenario, o.shift, day, self.start, self.end, self.when)
                for i, o in frame.numbered
                if i in chosen
            }
            if any(table.values()):
                days.append(day)
                tables.append(table)
        for number, person in frame.people(self.who):
            rate = person.hourly_cost * self.rate
            if rate and days:
                values = tuple({i: minutes * rate for i, minutes in t.items()} for t in tables)
                unit = _HOUR * 100
                yield Total(rule, self.grade, number, tuple(days), values, most=0, unit=unit)


@rule("external", must=False, level=7)
class External(RuleBase):
    """Shifts worked by outside staff (temporary, agency), at most.

    Name the people by status or contract. For each period: number of the shifts named that all
    the people meant together start on a day meant <= maximum; with a maximum of 0 each of their
    shifts is charged. What the history already exceeds is charged only for what the plan adds.
    Priced per shift.
    """

    maximum: int = param("max", "count", most=100000, sample=0)
    period: PeriodName = param("window", "period", default="horizon", sample="month")

    examples = (
        Example("two by A, one by B", "E E .\n. . N", 1, 1, {"maximum": 2}),
        Example("two in all", "E . .\n. . N", 0, 0, {"maximum": 2}),
        Example(
            "counted by week",
            "E . . . . . . E\n. . . . . . . .",
            0,
            0,
            {"maximum": 1, "period": "week"},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for period in scenario.horizon.periods(self.period):
            held = [
                duty.day
                for person in self.people(scenario)
                for duty in schedule.timeline(person)
                if duty.day in period.days
                and self.shifts.has(duty.shift)
                and self.on(scenario, duty.day)
            ]
            limit = max(self.maximum, sum(day < 0 for day in held))
            if len(held) > limit:
                yield self.violation(
                    days=held,
                    shift=self.shifts.text,
                    measured=len(held),
                    limit=self.maximum,
                    amount=len(held) - limit,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        one = dict.fromkeys(sorted(options), 1)
        for period in frame.scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(frame.scenario, day)]
            ahead = tuple(day for day in meant if day >= 0)
            members, past = [], 0
            for number, _ in frame.people(self.who):
                decided = sum(frame.past(number, day) in options for day in meant if day < 0)
                past += decided
                values = (one,) * len(ahead)
                members.append(Total(rule, self.grade, number, ahead, values, decided, most=0))
            if members:
                yield Pool(rule, self.grade, tuple(members), most=max(self.maximum, past))


@rule("activation", must=False, level=7, alone=True)
class Activation(RuleBase):
    """Few people mobilised: each one who works at all in a period has a price.

    For each period and each person: charged once if one of the shifts named starts on a planned
    day meant of the period; not charged if that was so in the history of the same period
    already. Priced per person and period. A strict row keeps these people free altogether.
    """

    period: PeriodName = param("window", "period", default="horizon", sample="week")

    examples = (
        Example("two people for two shifts", "E .\n. E", 2, 2),
        Example("one of them for both", "E E\n. .", 1, 1),
        Example("nobody", ". .\n. .", 0, 0),
        Example("already mobilised this year", "E | E", 0, 0, {"period": "year"}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for period in scenario.horizon.periods(self.period):
            for person in self.people(scenario):
                held = [
                    duty.day
                    for duty in schedule.timeline(person)
                    if duty.day in period.days
                    and self.shifts.has(duty.shift)
                    and self.on(scenario, duty.day)
                ]
                if held and min(held) >= 0:
                    yield self.violation(
                        person=person, days=held, shift=self.shifts.text, measured=len(held)
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        for period in frame.scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(frame.scenario, day)]
            ahead = tuple(day for day in meant if day >= 0)
            for number, _ in frame.people(self.who):
                begun = any(frame.past(number, day) in options for day in meant if day < 0)
                if ahead and not begun:
                    yield Groups(rule, self.grade, number, (ahead,), options, most=0)
