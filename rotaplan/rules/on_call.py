"""On call and in reserve: how much of it for each one, and how many stand by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import ALL_WORK, Family, Shift, Shifts, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Cover, Groups, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_ON_CALL = Shifts(families=frozenset({Family.ON_CALL, Family.ON_SITE_CALL}))
_RESERVE = Shifts(families=frozenset({Family.RESERVE}))
_WITH_CALL = {
    "shifts": (
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="C", spans=(Span(start=1080, end=1920),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="C"), Demand(shift="E")),
}
_AT_HOME = Shifts(families=frozenset({Family.ON_CALL}))
_WITH_RESERVE = {
    "shifts": (
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="R", spans=(Span(start=360, end=840),), family=Family.RESERVE),
    ),
    "demand": (Demand(shift="R"), Demand(shift="E")),
}


def _reach(minutes: int | None) -> Mapping[str, object]:
    """Return what an example is given of somebody who can be on the spot in so many minutes."""
    return {**_WITH_CALL, "people": (Person(id="A", reach_minutes=minutes),)}


@rule(
    "oncall_limits",
    source="décret 2002-9 art. 20 à 25",
    scope=("who", "shifts"),
    level=3,
    alone=True,
)
class OncallLimits(RuleBase):
    """On-call duties and on-call weekends of a person in each period, at most.

    The shifts named count, or where none is named those of the families on call (astreinte)
    and on-site call (garde). For each person and period: duties that start in it <= maximum;
    weekends with such a duty on Saturday or Sunday <= ``weekends``, a weekend belonging to the
    period of its Saturday (of its Sunday, where the Saturday is not known). What the history
    already exceeds is charged only for what the plan adds. Priced per duty and per weekend.
    Hours on call are a row of hours in a period (``minutes_period``) that names these shifts.
    """

    maximum: int | None = param("max", "count", default=None, most=60, sample=6)
    weekends: int | None = param("value", "count", default=None, most=10, sample=1)
    period: PeriodName = param("window", "period", default="month", sample="month")

    examples = (
        Example("three nights on call", "C C C E", 1, 1, {"maximum": 2}, given=_WITH_CALL),
        Example("two of them", "C C E E", 0, 0, {"maximum": 2}, given=_WITH_CALL),
        Example(
            "two weekends on call",
            ". . . . . C C . . . . . C .",
            1,
            1,
            {"weekends": 1},
            given=_WITH_CALL,
        ),
        Example(
            "one weekend on call, one at work",
            ". . . . . C C . . . . . E .",
            0,
            0,
            {"weekends": 1},
            given=_WITH_CALL,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        shifts = _ON_CALL if self.shifts == ALL_WORK else self.shifts
        for person in self.people(scenario):
            held = [d.day for d in schedule.timeline(person) if shifts.has(d.shift)]
            for period in horizon.periods(self.period):
                days = [day for day in held if day in period.days]
                weekends: dict[int, list[int]] = {}
                for day in held:
                    weekday = horizon.date(day).weekday()
                    saturday = day - (weekday - 5)
                    home = saturday if saturday in horizon.known else saturday + 1
                    if weekday >= 5 and home in period.days:
                        weekends.setdefault(saturday, []).append(day)
                past = sum(day < 0 for day in days)
                begun = sum(min(found) < 0 for found in weekends.values())
                both = [day for found in weekends.values() for day in found]
                for count, limit, decided, which in (
                    (len(days), self.maximum, past, days),
                    (len(weekends), self.weekends, begun, both),
                ):
                    if limit is not None and count > max(limit, decided):
                        yield self.violation(
                            person=person,
                            days=which,
                            measured=count,
                            limit=limit,
                            amount=count - max(limit, decided),
                        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        options = frame.on(_ON_CALL if self.shifts == ALL_WORK else self.shifts)
        one = dict.fromkeys(sorted(options), 1)
        pairs = [pair for run in horizon.weekend_runs(len(horizon.known)) for pair in run]
        for period in horizon.periods(self.period):
            ahead = tuple(day for day in period.days if day >= 0)
            mine = [
                (saturday, sunday)
                for saturday, sunday in pairs
                if (saturday if saturday in horizon.known else sunday) in period.days
            ]
            for number, _ in frame.people(self.who):
                if self.maximum is not None:
                    past = sum(frame.past(number, day) in options for day in period.days if day < 0)
                    values, most = (one,) * len(ahead), max(self.maximum, past)
                    yield Total(rule, self.grade, number, ahead, values, past, most=most)
                if self.weekends is not None:
                    begun = [
                        any(frame.past(number, day) in options for day in pair if day < 0)
                        for pair in mine
                    ]
                    groups = (
                        tuple(day for day in pair if day in horizon.planned)
                        for pair, past_one in zip(mine, begun, strict=True)
                        if not past_one
                    )
                    yield Groups(
                        rule,
                        self.grade,
                        number,
                        tuple(group for group in groups if group),
                        options,
                        base=sum(begun),
                        most=max(self.weekends, sum(begun)),
                    )


@rule("reserve", must=False, level=4, weight=5)
class Reserve(RuleBase):
    """At least so many people in reserve each day.

    For each day meant: number of the people meant on one of the shifts named (those of the
    family reserve, where none is named) >= minimum. Where only people of some quality make a
    reserve, name them by skill, role or status. Priced per person missing.
    """

    minimum: int = param("min", "count", least=1, most=50, sample=1)

    examples = (
        Example("nobody on the second day", "R E\nE E", 1, 1, {"minimum": 1}, given=_WITH_RESERVE),
        Example("one each day", "R E\nE R", 0, 0, {"minimum": 1}, given=_WITH_RESERVE),
        Example(
            "early shifts as reserve",
            "E .\nE E",
            1,
            1,
            {"minimum": 2, "shifts": Shifts(codes=frozenset({"E"}))},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        shifts = _RESERVE if self.shifts == ALL_WORK else self.shifts
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            held = sum(
                any(shifts.has(duty.shift) for duty in schedule.by_day(person).get(day, ()))
                for person in self.people(scenario)
            )
            if held < self.minimum:
                yield self.violation(
                    days=(day,),
                    shift=self.shifts.text,
                    measured=held,
                    limit=self.minimum,
                    amount=self.minimum - held,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(_RESERVE if self.shifts == ALL_WORK else self.shifts)
        people = tuple(number for number, _ in frame.people(self.who))
        for day in frame.scenario.horizon.planned:
            if self.on(frame.scenario, day):
                yield Cover(rule, self.grade, day, options, people, least=self.minimum)


@rule("reach_time", scope=("who", "shifts"), level=1, weight=100, alone=True)
class ReachTime(RuleBase):
    """On call only those who are on the spot in time.

    The sheet of people says within how many minutes each can be there. On the shifts named
    (those of the family on call, where none is named) only people whose time is known and
    <= maximum. Priced per duty.
    """

    maximum: int = param("max", "duration", most=24 * 60, sample="0:30")

    examples = (
        Example("45 minutes away", "C", 1, 1, {"maximum": 30}, given=_reach(45)),
        Example("20 minutes away", "C", 0, 0, {"maximum": 30}, given=_reach(20)),
        Example("nobody knows", "C", 1, 1, {"maximum": 30}, given=_reach(None)),
        Example("at work all may", "E", 0, 0, {"maximum": 30}, given=_reach(45)),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        shifts = _AT_HOME if self.shifts == ALL_WORK else self.shifts
        for person in self.people(scenario):
            reach = person.reach_minutes
            if reach is not None and reach <= self.maximum:
                continue
            for duty in schedule.timeline(person):
                if duty.day >= 0 and shifts.has(duty.shift):
                    yield self.violation(
                        person=person,
                        days=(duty.day,),
                        shift=duty.shift.code,
                        measured=reach or 0,
                        limit=self.maximum,
                        aspect="unknown" if reach is None else "",
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        barred = frame.on(_AT_HOME if self.shifts == ALL_WORK else self.shifts)
        for number, person in frame.people(self.who):
            if person.reach_minutes is None or person.reach_minutes > self.maximum:
                for day in frame.scenario.horizon.planned:
                    yield Allowed(rule, self.grade, number, day, frame.every - barred)
