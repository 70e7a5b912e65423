"""How often: days worked and shifts of a kind, by period or in any run of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_CALL = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="D"), Demand(shift="H")),
}


def _count(
    frame: Frame, person: int, options: frozenset[int], days: Iterable[int]
) -> tuple[tuple[int, ...], int]:
    """Return the planned ones of some days, and on how many past ones an option was worked."""
    planned: list[int] = []
    past = 0
    for day in days:
        if day >= 0:
            planned.append(day)
        else:
            past += frame.past(person, day) in options
    return tuple(planned), past


@rule("days_period", scope=("who", "when"), derogable=True, alone=True)
class DaysPeriod(RuleBase):
    """Days worked in each period, at least and at most.

    For each person and period: minimum <= number of days of the period, among those meant, on
    which some work starts <= maximum. A minimum is asked of whole periods only; in one that
    began in the history, of the days still to plan. A maximum already exceeded in the history
    is charged for what the plan adds. On call at home one rests (code du travail L.3121-10),
    unless ``at_home`` says otherwise. Priced per day.
    """

    minimum: int | None = param("min", "count", default=None, most=366)
    maximum: int | None = param("max", "count", default=None, most=366, sample=5)
    period: PeriodName = param("window", "period", default="week", sample="week")
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "on call at home on the sixth day", "D D D D D H .", 0, 0, {"maximum": 5}, given=_CALL
        ),
        Example(
            "where that is work",
            "D D D D D H .",
            1,
            1,
            {"maximum": 5, "at_home": True},
            given=_CALL,
        ),
        Example("six days in a week", "D D D D D D .", 1, 1, {"maximum": 5}),
        Example("five days in each week", "D D D D D . . . . D D D D D", 0, 0, {"maximum": 5}),
        Example("three days missing", "D D . . . . .", 1, 3, {"minimum": 5}),
        Example("the second week is not whole", "D D D D D . . D", 0, 0, {"minimum": 5}),
        Example(
            "two days too many in the year so far, one more planned",
            "D D D D | D .",
            1,
            1,
            {"maximum": 2, "period": "year"},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        days = {
            person.id: schedule.days_worked(person, at_home=self.at_home)
            for person in self.people(scenario)
        }
        for period in scenario.horizon.periods(self.period):
            meant = {day for day in period.days if self.on(scenario, day)}
            to_plan = sum(day >= 0 for day in meant)
            for person in self.people(scenario):
                worked = meant & days[person.id]
                past = sum(day < 0 for day in worked)
                if self.minimum is not None and period.complete:
                    owed = self.minimum
                    if period.first < 0:
                        owed = min(owed, past + to_plan)
                    if len(worked) < owed:
                        yield self._breach(person, period, len(worked), self.minimum, owed)
                if self.maximum is not None and len(worked) > max(self.maximum, past):
                    cap = max(self.maximum, past)
                    yield self._breach(person, period, len(worked), self.maximum, cap)

    def _breach(
        self, person: Person, period: Period, worked: int, limit: int, effective: int
    ) -> Violation:
        return self.violation(
            person=person,
            days=period.days,
            measured=worked,
            limit=limit,
            amount=abs(worked - effective),
        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        work = frame.at_work(at_home=self.at_home)
        one = dict.fromkeys(sorted(work), 1)
        for period in frame.scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(frame.scenario, day)]
            for person, _ in self.bound(frame, period.days):
                days, past = _count(frame, person, work, meant)
                values = (one,) * len(days)
                if self.minimum is not None and period.complete:
                    reachable = past + len(days)
                    least = self.minimum if period.first >= 0 else min(self.minimum, reachable)
                    yield Total(rule, self.grade, person, days, values, past, least=least)
                if self.maximum is not None:
                    most = max(self.maximum, past)
                    yield Total(rule, self.grade, person, days, values, past, most=most)


@rule("days_window", scope=("who", "when"), derogable=True, alone=True)
class DaysWindow(RuleBase):
    """Days worked in any run of consecutive days, at most.

    For each person and each run of ``window`` days, those that begin in the history included:
    number of the days meant on which some work starts <= maximum. Where fewer days than that
    are known, they are one run. What the history alone holds beyond the maximum is not charged.
    On call at home one rests (code du travail L.3121-10), unless ``at_home`` says otherwise.
    Priced per day, each run on its own.
    """

    maximum: int = param("max", "count", most=366, sample=5)
    window: int = param("window", "window", default=7, least=1, most=366, sample="7")
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("six days worked in one run of seven", ". D D D . D D D .", 1, 1, {"maximum": 5}),
        Example("five days on, two off", "D D D D D . . D D D D D . .", 0, 0, {"maximum": 5}),
        Example("over two calendar weeks", ". . . D D D D D D .", 2, 2, {"maximum": 5}),
        Example("the history counts", "D D D D | D D . .", 1, 1, {"maximum": 5}),
        Example("it alone is not charged", "D D D D D D | .", 0, 0, {"maximum": 5}),
        Example("a day on call at home", "D D D H D D", 0, 0, {"maximum": 5}, given=_CALL),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of days."""
        return horizon.windows(self.window)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            days = schedule.days_worked(person, at_home=self.at_home)
            worked = {day for day in days if self.on(scenario, day)}
            for run in scenario.horizon.windows(self.window):
                inside = worked.intersection(run.days)
                beyond = len(inside) - max(self.maximum, sum(day < 0 for day in inside))
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=run.days,
                        measured=len(inside),
                        limit=self.maximum,
                        amount=beyond,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        work = frame.at_work(at_home=self.at_home)
        one = dict.fromkeys(sorted(work), 1)
        for run in frame.scenario.horizon.windows(self.window):
            meant = [day for day in run.days if self.on(frame.scenario, day)]
            for person, _ in self.bound(frame, run.days):
                days, past = _count(frame, person, work, meant)
                most = max(self.maximum, past)
                yield Total(rule, self.grade, person, days, (one,) * len(days), past, most=most)


@rule("shifts_period", derogable=True, alone=True)
class ShiftsPeriod(RuleBase):
    """Shifts of a kind in each period, at least and at most.

    For each person and period: minimum <= number of the shifts named that start on one of the
    days meant <= maximum. A minimum is asked of whole periods only; in one that began in the
    history, of the days still to plan (one shift a day). A maximum already exceeded in the
    history is charged for what the plan adds. Priced per shift.
    """

    minimum: int | None = param("min", "count", default=None, most=366)
    maximum: int | None = param("max", "count", default=None, most=366, sample=6)
    period: PeriodName = param("window", "period", default="horizon", sample="month")

    examples = (
        Example("five shifts, three at most", "N N . E E N", 1, 2, {"maximum": 3}),
        Example("five shifts, five at most", "N N . E E N", 0, 0, {"maximum": 5}),
        Example("two missing", "E . .", 1, 2, {"minimum": 3}),
        Example(
            "what the year already exceeds is not charged",
            "N N N | . .",
            0,
            0,
            {"maximum": 2, "period": "year"},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for period in scenario.horizon.periods(self.period):
            meant = {day for day in period.days if self.on(scenario, day)}
            for person in self.people(scenario):
                held = [
                    duty.day
                    for duty in schedule.timeline(person)
                    if duty.day in meant and self.shifts.has(duty.shift)
                ]
                past = sum(day < 0 for day in held)
                if self.minimum is not None and period.complete:
                    owed = self.minimum
                    if period.first < 0:
                        owed = min(owed, past + sum(day >= 0 for day in meant))
                    if len(held) < owed:
                        yield self._breach(person, period, len(held), self.minimum, owed)
                if self.maximum is not None and len(held) > max(self.maximum, past):
                    cap = max(self.maximum, past)
                    yield self._breach(person, period, len(held), self.maximum, cap)

    def _breach(
        self, person: Person, period: Period, held: int, limit: int, effective: int
    ) -> Violation:
        return self.violation(
            person=person,
            days=period.days,
            shift=self.shifts.text,
            measured=held,
            limit=limit,
            amount=abs(held - effective),
        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        one = dict.fromkeys(sorted(options), 1)
        for period in frame.scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(frame.scenario, day)]
            for person, _ in self.bound(frame, period.days):
                days, past = _count(frame, person, options, meant)
                values = (one,) * len(days)
                if self.minimum is not None and period.complete:
                    reachable = past + len(days)
                    least = self.minimum if period.first >= 0 else min(self.minimum, reachable)
                    yield Total(rule, self.grade, person, days, values, past, least=least)
                if self.maximum is not None:
                    most = max(self.maximum, past)
                    yield Total(rule, self.grade, person, days, values, past, most=most)


@rule("shifts_window", derogable=True, alone=True)
class ShiftsWindow(RuleBase):
    """Shifts of a kind in any run of consecutive days, at most.

    For each person and each run of ``window`` days, those that begin in the history included:
    number of the shifts named that start on one of the days meant <= maximum. Where fewer days
    than that are known, they are one run. What the history alone holds beyond the maximum is
    not charged. Priced per shift, each run on its own.
    """

    maximum: int = param("max", "count", most=366, sample=4)
    window: int = param("window", "window", default=7, least=1, most=366, sample="7")

    examples = (
        Example("four shifts in five days", "N N . N N . . .", 1, 1, {"maximum": 3, "window": 5}),
        Example("three of them", "N N . N . . . .", 0, 0, {"maximum": 3, "window": 5}),
        Example("the history counts", "N N N | N .", 1, 1, {"maximum": 3, "window": 5}),
        Example("it alone is not charged", "N N N N | . .", 0, 0, {"maximum": 3, "window": 5}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of days."""
        return horizon.windows(self.window)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {day for day in scenario.horizon.known if self.on(scenario, day)}
        for person in self.people(scenario):
            held = [
                duty.day
                for duty in schedule.timeline(person)
                if duty.day in meant and self.shifts.has(duty.shift)
            ]
            for run in scenario.horizon.windows(self.window):
                inside = [day for day in held if day in run.days]
                beyond = len(inside) - max(self.maximum, sum(day < 0 for day in inside))
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=run.days,
                        shift=self.shifts.text,
                        measured=len(inside),
                        limit=self.maximum,
                        amount=beyond,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        one = dict.fromkeys(sorted(options), 1)
        for run in frame.scenario.horizon.windows(self.window):
            meant = [day for day in run.days if self.on(frame.scenario, day)]
            for person, _ in self.bound(frame, run.days):
                days, past = _count(frame, person, options, meant)
                most = max(self.maximum, past)
                yield Total(rule, self.grade, person, days, (one,) * len(days), past, most=most)
