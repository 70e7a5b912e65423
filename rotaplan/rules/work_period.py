"""Working time between two rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rotaplan.domain.attribution import Attribution
from rotaplan.domain.people import Person
from rotaplan.domain.presence import leave_spans, leaves, longest_free
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Stretches
from rotaplan.model.ties import Ties
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_USUAL_DAY = 8 * _HOUR
_LONG = {"rest": 36 * _HOUR}
_REST = {"maximum": 48 * _HOUR, **_LONG}
_CALL = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="D"), Demand(shift="H")),
}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BetweenRests(RuleBase):
    """What rules on work periods share: when a period ends."""

    rest: int | None = param(
        "value", "duration", default=None, least=_HOUR, most=168 * _HOUR, sample="36:00"
    )
    leave: bool = param("value", "flag", default=True)
    at_home: bool = param("value", "flag", default=False)

    def periods(
        self, scenario: Scenario, schedule: Schedule, person: Person
    ) -> Iterator[list[Duty]]:
        """Yield the duties of each work period in order."""
        spans = () if self.leave else leave_spans(scenario, person)
        away = set() if self.leave else {d for one in leaves(scenario, person) for d in one.days}
        period: list[Duty] = []
        for duty in schedule.at_work(person, at_home=self.at_home):
            if period:
                between = range(period[-1].day + 1, duty.day)
                if self.rest is None:
                    ends = any(day not in away for day in between)
                else:
                    ends = longest_free(period[-1].end, duty.start, spans) >= self.rest
                if ends:
                    yield period
                    period = []
            period.append(duty)
        if period:
            yield period

    def _asked(
        self, frame: Frame, rule: int, worths: Mapping[int, Mapping[int, int]], most: int, unit: int
    ) -> Iterator[Requirement]:
        """Yield for each person what the duties of a period may be worth together."""
        work = frame.at_work(at_home=self.at_home)
        ties = Ties(frame=frame, work=work, rest=self.rest)
        values = tuple(worths[day] for day in frame.scenario.horizon.planned)
        for number, person in frame.people(self.who):
            away = () if self.leave else leave_spans(frame.scenario, person)
            yield Stretches(
                rule,
                self.grade,
                number,
                values,
                ties.joins(away),
                most,
                ties.under_way(number, away, worths),
                unit,
                self.excused(frame.scenario, person),
                frame.work - work,
            )


@rule(
    "work_period",
    source="SNCF 2016, art. 34 (grande période de travail, 48 h)",
    scope=("who",),
    level=4,
    weight=10,
    derogable=True,
    alone=True,
)
class WorkPeriod(BetweenRests):
    """Hours of work between two rests (the long work period of the railways), at most.

    A work period ends at a rest of at least ``rest`` hours between the end of a duty and the
    start of the next one (36 h where a periodic rest is 24 h and a daily rest of 12 h): two
    cells off after a late duty may be less, and no cell off at all may be enough. Without
    ``rest`` it ends at a day on which no duty starts. Sum of the minutes of its duties, each
    whole, <= maximum. Real minutes count; pauses of a split shift of at most ``counted_pause``
    are time worked. How many days a period may have is a matter of ``work_period_days``.

    Leave counts as rest. With ``leave`` set to no it does not, and so does not end a period:
    the rest must be had between the days of firm absence, at one stretch. On call at home one
    rests (code du travail L.3121-10), unless ``at_home`` says otherwise.

    A period that began in the history counts from its first known duty; what it already exceeds
    there is not charged. One that the end of the plan cuts is judged on what it holds. Priced
    per started hour, once a period.
    """

    maximum: int = param("max", "duration", least=2 * _HOUR, most=500 * _HOUR, sample="48:00")
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")

    examples = (
        Example("seven days of eight hours", ". D D D D D D D .", 1, 8, {"maximum": 48 * _HOUR}),
        Example("a day off begins a new period", "D D D D . D D D", 0, 0, {"maximum": 32 * _HOUR}),
        Example("two periods too long", "D D D . D D D D", 2, 24, {"maximum": 16 * _HOUR}),
        Example("the history counts", "D . D D | D D .", 1, 8, {"maximum": 24 * _HOUR}),
        Example(
            "what the history alone exceeds is not charged",
            "D D D | . D",
            0,
            0,
            {"maximum": 16 * _HOUR},
        ),
        Example("late, a day off, early: 32 hours are no rest", "L L L L . E E E", 1, 8, _REST),
        Example("late, a day off, late: 40 hours are one", "L L L L . L L L", 0, 0, _REST),
        Example(
            "a day of leave between two duties does not end it",
            "D D D . D D D D",
            1,
            8,
            {**_REST, "leave": False},
            given={"absences": (Absence(person="A", first=3, last=3),)},
        ),
        Example(
            "on call at home ends it", "D D D D H D D", 0, 0, {"maximum": 32 * _HOUR}, given=_CALL
        ),
        Example(
            "where that is no rest",
            "D D D D H D D",
            1,
            40,
            {"maximum": 32 * _HOUR, "at_home": True},
            given=_CALL,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as duties of eight hours need to reach it.

        Where rests are counted in hours, a day off may lie between any two of them.
        """
        duties = -(-self.maximum // _USUAL_DAY)
        return horizon.windows(1 + duties * (1 if self.rest is None else 2))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario, counted_pause=self.counted_pause)
        for person in self.people(scenario):
            for period in self.periods(scenario, schedule, person):
                minutes = {d: sum(account.by_day(d.shift, d.day).values()) for d in period}
                found = sum(minutes.values())
                past = sum(count for duty, count in minutes.items() if duty.day < 0)
                beyond = found - max(self.maximum, past)
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=range(period[0].day, period[-1].day + 1),
                        measured=found,
                        limit=self.maximum,
                        amount=-(-beyond // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        account = Attribution(scenario=frame.scenario, counted_pause=self.counted_pause)
        worths = {
            day: {
                number: sum(account.by_day(option.shift, day).values())
                for number, option in frame.numbered
            }
            for day in frame.scenario.horizon.known
        }
        yield from self._asked(frame, rule, worths, self.maximum, _HOUR)


@rule(
    "work_period_days",
    source="SNCF 2016, art. 34 (6 days); draft decree of 2016 on the railways",
    scope=("who",),
    level=4,
    weight=10,
    derogable=True,
    alone=True,
)
class WorkPeriodDays(BetweenRests):
    """Days of work between two rests (the long work period of the railways), at most.

    A work period ends as in ``work_period``: at a rest of at least ``rest`` hours, or without
    it at a day off; leave is such a rest unless ``leave`` says no, on call at home unless
    ``at_home`` says so. Days on which a duty of the
    period starts <= maximum. A day off too short to be a rest is not counted, but does not begin
    to count anew either: with 36 h, three lates, a day off and four earlies are a period of
    seven days.

    A period that began in the history counts from its first known duty; what it already exceeds
    there is not charged. Priced per day beyond, once a period.
    """

    maximum: int = param("max", "days", least=2, most=60, sample=6)

    examples = (
        Example("seven days", ". D D D D D D D .", 1, 1, {"maximum": 6}),
        Example("six days", ". D D D D D D . D", 0, 0, {"maximum": 6}),
        Example("32 hours off do not end it", "L L L . E E E E", 1, 1, {"maximum": 6, **_LONG}),
        Example("40 hours off do", "L L L . L L L L", 0, 0, {"maximum": 6, **_LONG}),
        Example("the history counts", "D D D D | D D D .", 1, 1, {"maximum": 6}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the longest period has, days off included."""
        return horizon.windows(1 + self.maximum * (1 if self.rest is None else 2))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for period in self.periods(scenario, schedule, person):
                days = sorted({duty.day for duty in period})
                past = sum(day < 0 for day in days)
                beyond = len(days) - max(self.maximum, past)
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=range(days[0], days[-1] + 1),
                        measured=len(days),
                        limit=self.maximum,
                        amount=beyond,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        worths = dict.fromkeys(frame.scenario.horizon.known, dict.fromkeys(sorted(frame.work), 1))
        yield from self._asked(frame, rule, worths, self.maximum, 1)
