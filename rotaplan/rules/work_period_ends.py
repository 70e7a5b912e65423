"""How work periods end and follow each other: days enough, rest enough, not always by night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from rotaplan.domain.people import Person
from rotaplan.domain.presence import leave_spans, longest_free, present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.domain.work import Family, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, StretchEnds, StretchPairs
from rotaplan.model.ties import Ties
from rotaplan.rules.base import Example, param, rule
from rotaplan.rules.work_period import BetweenRests

_HOUR = 60
_LONG = {"rest": 36 * _HOUR}
_DOUBLE = {"minimum": 60 * _HOUR, **_LONG}
Spans = tuple[tuple[int, int], ...]


@rule(
    "work_period_least",
    source="SNCF 2016, art. 34 (3 days)",
    scope=("who",),
    level=4,
    weight=10,
    alone=True,
)
class WorkPeriodLeast(BetweenRests):
    """Days of work between two rests (the long work period of the railways), at least.

    A work period ends as in ``work_period``: at a rest of at least ``rest`` hours, or without it
    at a day off; leave is such a rest unless ``leave`` says no, on call at home unless
    ``at_home`` says so. Days on which a duty of the period starts >= minimum.

    Judged are periods that are over: by another duty after a rest, or by a rest up to the end of
    the plan. No period counts as short that might be longer but for an absence or for want of
    knowledge: one with no rest between it and a day of firm absence, a day outside the contract
    or the days before the known ones (the first known day among these, as a night may end
    there); nor one that was interrupted on the eve of the plan. Priced per day missing, once a
    period.
    """

    minimum: int = param("min", "days", least=2, most=14, sample=3)

    examples = (
        Example("two days between two days off", "D D D . D D . D D D", 1, 1, {"minimum": 3}),
        Example("three days", "D D D . D D D . D D D", 0, 0, {"minimum": 3}),
        Example("the plan ends before the period does", "D D D . D D", 0, 0, {"minimum": 3}),
        Example("a day off at the end of the plan ends it", "D D D . D D .", 1, 1, {"minimum": 3}),
        Example("the first one may have begun before", "D . D D D .", 0, 0, {"minimum": 3}),
        Example("begun on the eve, cut short", "D D D . D | . D D D", 1, 2, {"minimum": 3}),
        Example(
            "32 hours off do not end it", "D D D . . L . E E . .", 0, 0, {"minimum": 3, **_LONG}
        ),
        Example("64 hours off do", "D D D . . D . . D D D", 1, 2, {"minimum": 3, **_LONG}),
        Example(
            "leave on the day after",
            "D D D . D D . . D D D",
            0,
            0,
            {"minimum": 3},
            given={"absences": (Absence(person="A", first=6, last=7),)},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield nothing: a period that might have begun before the known days is not short."""
        return ()

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        for person in self.people(scenario):
            periods = list(self.periods(scenario, schedule, person))
            for number, period in enumerate(periods):
                last = number == len(periods) - 1
                if period[-1].day < -1 or (last and not self._over(scenario, person, period[-1])):
                    continue
                past = [duty.day for duty in period if duty.day < 0]
                if past and past[-1] < -1:
                    continue
                if not all(self._clear(scenario, present[person.id], duty) for duty in period):
                    continue
                days = sorted({duty.day for duty in period})
                if len(days) < self.minimum:
                    yield self.violation(
                        person=person,
                        days=range(days[0], days[-1] + 1),
                        measured=len(days),
                        limit=self.minimum,
                        amount=self.minimum - len(days),
                    )

    def _over(self, scenario: Scenario, person: Person, last: Duty) -> bool:
        """Whether a rest lies between the last known duty and the end of the plan."""
        horizon = scenario.horizon
        away = () if self.leave else leave_spans(scenario, person)
        closes = horizon.instant(horizon.days)
        if self.rest is None:
            return longest_free(horizon.instant(last.day + 1), closes, away) > 0
        return longest_free(last.end, closes, away) >= self.rest

    def _clear(self, scenario: Scenario, present: frozenset[int], duty: Duty) -> bool:
        """Whether a rest lies between a duty and each day on which the person was not there."""
        horizon = scenario.horizon
        unknown = horizon.known.start - 1
        absent = [unknown, *(day for day in horizon.known if day not in present)]
        if self.rest is None:
            return all(abs(day - duty.day) > 1 for day in absent)
        for day in absent:
            # A night of the last unknown day may end on the first known one.
            closes = horizon.instant(day + 1 + (day == unknown))
            if max(horizon.instant(day) - duty.end, duty.start - closes) < self.rest:
                return False
        return True

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario, horizon = frame.scenario, frame.scenario.horizon
        present = present_days(scenario)
        work = frame.at_work(at_home=self.at_home)
        ties = Ties(frame=frame, work=work, rest=self.rest)
        for number, person in frame.people(self.who):
            away = () if self.leave else leave_spans(scenario, person)
            worths = {
                day: self._worths(frame, work, present[person.id], day) for day in horizon.known
            }
            eve = frame.past(number, -1) in work
            yield StretchEnds(
                rule,
                self.grade,
                number,
                tuple(worths[day] for day in horizon.planned),
                {**ties.joins(away), horizon.days: ties.closing(away)},
                base=ties.under_way(number, away, worths) if eve else self.minimum,
                least=self.minimum,
                most=_ANY,
                idle=frame.work - work,
            )

    def _worths(
        self, frame: Frame, work: frozenset[int], present: frozenset[int], day: int
    ) -> Mapping[int, int]:
        """Return what each option counts for: as many days as are asked for, where not judged."""
        horizon = frame.scenario.horizon
        first = horizon.known.start
        if self.rest is None:
            near = {day - 1, day, day + 1} & set(horizon.known)
            alike = 1 if day > first and near <= present else self.minimum
            return dict.fromkeys(sorted(work), alike)
        worths = {}
        for option in sorted(work):
            start, end = frame.span(option, day)
            around = horizon.days_between(start - self.rest + 1, end + self.rest - 1)
            there = all(one > first and (one in present or one >= horizon.days) for one in around)
            worths[option] = 1 if there else self.minimum
        return worths


_ANY = 10**6
"""More days than any period has."""


@rule(
    "rest_after_period",
    source="SNCF 2016, art. 34 (double rest after 6 days)",
    scope=("who",),
    level=1,
    weight=100,
    alone=True,
)
class RestAfterPeriod(BetweenRests):
    """After a work period of so many days, a rest of at least ``minimum``.

    A work period ends as in ``work_period``: at a rest of at least ``rest`` hours, or without it
    at a day off; leave is such a rest unless ``leave`` says no, on call at home unless
    ``at_home`` says so. Where duties of the period start on ``days`` days or more, the rest
    before the next duty, if this one is planned, lasts at least ``minimum``; where leave is no
    rest, outside of it at one stretch. A period that began before the known days counts from its
    first known duty. Real minutes count. Priced once a period.
    """

    minimum: int = param("min", "duration", least=_HOUR, most=14 * 24 * _HOUR, sample="60:00")
    days: int = param("value", "days", default=6, least=2, most=31, sample=6)

    examples = (
        Example("six days, then 40 hours", "L L L L L L . L L", 1, 1, _DOUBLE),
        Example("six days, then 64 hours", "D D D D D D . . D D", 0, 0, _DOUBLE),
        Example("five days, then 40 hours", "L L L L L . L L L", 0, 0, _DOUBLE),
        Example("a day off of 32 hours in between", "E E L . E E E L . L", 1, 1, _DOUBLE),
        Example("the history counts", "L L L L | L L . L L", 1, 1, _DOUBLE),
        Example("the next duty is of the history too", "L L L L L L . L | L", 0, 0, _DOUBLE),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as such a period and its rest can take."""
        rest = -(-self.minimum // (24 * _HOUR))
        return horizon.windows(1 + rest + self.days * (1 if self.rest is None else 2))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            away = () if self.leave else leave_spans(scenario, person)
            for period, following in pairwise(self.periods(scenario, schedule, person)):
                last, then = period[-1], following[0]
                if then.day < 0 or len({duty.day for duty in period}) < self.days:
                    continue
                rest = longest_free(last.end, then.start, away)
                if rest < self.minimum:
                    yield self.violation(
                        person=person,
                        days=(last.day, then.day),
                        shift=then.shift.code,
                        measured=rest,
                        limit=self.minimum,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        work = frame.at_work(at_home=self.at_home)
        ties = Ties(frame=frame, work=work, rest=self.rest)
        soon = Ties(frame=frame, work=work, rest=self.minimum)
        one = dict.fromkeys(sorted(work), 1)
        for number, person in frame.people(self.who):
            away = () if self.leave else leave_spans(frame.scenario, person)
            yield StretchEnds(
                rule,
                self.grade,
                number,
                (one,) * horizon.days,
                ties.joins(away),
                base=ties.under_way(number, away, dict.fromkeys(horizon.known, one)),
                most=self.days - 1,
                near=soon.joins(away),
                idle=frame.work - work,
            )


@rule(
    "night_periods",
    source="SNCF 2016, art. 34 (no two work periods by night on end)",
    scope=("who",),
    level=1,
    weight=100,
    alone=True,
)
class NightPeriods(BetweenRests):
    """No two work periods by night one after the other.

    A work period ends as in ``work_period``: at a rest of at least ``rest`` hours, or without it
    at a day off; leave is such a rest unless ``leave`` says no, on call at home unless
    ``at_home`` says so. It is one by night where at least half of its duties are nights: the
    shifts of ``nights``, those of the night family where it names none. A period under way is
    judged on what it holds, one of the history on what is known of it. Priced for each period
    with a planned duty that is by night, as the one before it is.
    """

    nights: Shifts | None = param("value", "shifts", default=None)

    examples = (
        Example("nights, two days off, nights", "N N N . . N N N", 1, 1),
        Example("days in between", "N N N . . D D D . . N N N", 0, 0),
        Example("half of them are nights", "N N . . N D . .", 1, 1),
        Example("fewer than half are", "N N . . N D D . .", 0, 0),
        Example("the first is of the history", "N N | . . N N", 1, 1),
        Example("both are", "N N . . N N | . . D D", 0, 0),
        Example("a rest of 40 hours does not end one", "N N . N N", 0, 0, {"rest": 48 * _HOUR}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as a period and two rests take: two weeks."""
        return horizon.windows(_TWO_WEEKS)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        nights = _NIGHTS if self.nights is None else self.nights
        for person in self.people(scenario):
            for first, then in pairwise(self.periods(scenario, schedule, person)):
                dark = [
                    2 * sum(nights.has(duty.shift) for duty in period) >= len(period)
                    for period in (first, then)
                ]
                if all(dark) and then[-1].day >= 0:
                    yield self.violation(person=person, days=range(first[0].day, then[-1].day + 1))

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        work = frame.at_work(at_home=self.at_home)
        dark = frame.on(_NIGHTS if self.nights is None else self.nights)
        ties = Ties(frame=frame, work=work, rest=self.rest)
        worth = {option: 1 if option in dark else -1 for option in sorted(work)}
        worths = dict.fromkeys(horizon.known, worth)
        for number, person in frame.people(self.who):
            away = () if self.leave else leave_spans(frame.scenario, person)
            *_, before, base = (None, None, *ties.known(number, away, worths))
            yield StretchPairs(
                rule,
                self.grade,
                number,
                (worth,) * horizon.days,
                ties.joins(away),
                base=base,
                before=before is not None and before >= 0,
                idle=frame.work - work,
            )


_NIGHTS = Shifts(families=frozenset({Family.NIGHT}))
_TWO_WEEKS = 14
