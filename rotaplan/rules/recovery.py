"""Recovery: rest after nights and on-call work, days off for Sundays and holidays worked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.presence import present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import DAY_MINUTES, Horizon, Period
from rotaplan.domain.work import AT_HOME, Family, Shift, Shifts, Span
from rotaplan.model.chains import Step, chain, weighed_chain
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import OFF, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_SUNDAY = 6
_NIGHTS = Shifts(families=frozenset({Family.NIGHT}))
_ON_CALL = Shifts(families=frozenset({Family.ON_CALL, Family.ON_SITE_CALL}))
_D = Shifts(codes=frozenset({"D"}))
_CALLED = {
    "shifts": (
        Shift(code="N", spans=(Span(start=1320, end=1800),), family=Family.NIGHT),
        Shift(code="H", spans=(Span(start=480, end=1200),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="N"), Demand(shift="H")),
}


def _too_soon(
    rule: RuleBase, line: Iterable[Duty], minimum: int, rests: Callable[[Duty, Duty], bool]
) -> Iterator[tuple[Duty, Duty]]:
    """Yield each duty with the next one, where the rest between them is asked for and too short.

    With two duties on a day the timeline orders them; the next is the one that starts later.
    """
    for a, b in pairwise(line):
        if b.day >= 0 and b.start - a.end < minimum and rests(a, b):
            yield a, b


def _breach(
    rule: RuleBase, scenario: Scenario, a: Duty, b: Duty, minimum: int, person: str
) -> Violation:
    rest = b.start - a.end
    return rule.violation(
        person=scenario.person[person],
        days=(a.day, b.day),
        shift=b.shift.code,
        measured=rest,
        limit=minimum,
        amount=-(-(minimum - rest) // _HOUR),
    )


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two days on which duties can be too close to each other, and what stands around them.

    Attributes
    ----------
    day, last
        Of the two duties.
    ends, starts
        Instants at which the first duty can end and the second start, by option.
    short
        Pairs of options that are too close.
    around
        What the other days hold where a rest is asked for.
    """

    day: int
    last: int
    ends: Mapping[int, int]
    starts: Mapping[int, int]
    short: tuple[tuple[int, int], ...]
    around: tuple[Step, ...]


def _meetings(
    frame: Frame,
    minimum: int,
    kept: frozenset[int],
    then: Callable[[int], frozenset[int]],
    off: frozenset[int],
    run: int = 1,
) -> Iterator[_Meeting]:
    """Yield the meetings of the last of ``run`` days with an option of ``kept`` and a next duty.

    ``then`` says which options count as the next duty, by the number of days after; ``off`` are
    those that are no duty.
    """
    horizon = frame.scenario.horizon
    reach = (minimum - 1) // DAY_MINUTES + 1 + frame.longest_reach
    for gap in range(1, reach + 1):
        for day in range(max(-gap, run - 1 - horizon.history_days), horizon.days - gap):
            ends = {option: frame.span(option, day)[1] for option in sorted(kept)}
            starts = {option: frame.span(option, day + gap)[0] for option in sorted(then(gap))}
            short = tuple(
                (first, later)
                for first, end in ends.items()
                for later, start in starts.items()
                if start - end < minimum
            )
            if short:
                yield _Meeting(
                    day=day,
                    last=day + gap,
                    ends={first: ends[first] for first, _ in short},
                    starts={later: starts[later] for _, later in short},
                    short=short,
                    around=(
                        *((day - back, kept) for back in range(1, run)),
                        *((day + step, off) for step in range(1, gap)),
                    ),
                )


def _asked(
    rule: RuleBase, frame: Frame, index: int, minimum: int, meetings: Iterable[_Meeting]
) -> Iterator[Requirement]:
    """Yield that no two duties that meet are too close; with a price, by the hours missing."""
    for one in meetings:
        table = clashes(dict.fromkeys(one.short, 1)) if rule.must else ()
        missing = {
            (first, then): -((one.starts[then] - one.ends[first] - minimum) // _HOUR)
            for first, then in one.short
        }
        weighed = [
            *((day, dict.fromkeys(sorted(options), 0)) for day, options in one.around),
            (one.day, one.ends),
            (one.last, {option: -start for option, start in one.starts.items()}),
        ]
        for number, _ in rule.bound(frame, (one.day, one.last)):
            made: list[Requirement | None]
            if rule.must:
                around = one.around
                made = [
                    chain(
                        frame,
                        index,
                        rule.grade,
                        number,
                        (*around, (one.day, clash.first), (one.last, clash.then)),
                        max(missing[f, t] for f in clash.first for t in clash.then),
                    )
                    for clash in table
                ]
            else:
                made = [weighed_chain(frame, index, rule.grade, number, weighed, -minimum, _HOUR)]
            yield from (each for each in made if each is not None)


@rule("rest_after_nights", scope=("who", "shifts"), level=1, weight=10, derogable=True, alone=True)
class RestAfterNights(RuleBase):
    """After a run of nights, at least ``minimum`` before any other duty.

    Nights are the shifts named, or those of the night family where none is named. For each
    person: where ``nights_run`` or more consecutive days (1 where it is not given) each have a
    night, and the next duty b after the last of them, a, is not a night of the day after:
    start(b) - end(a) >= minimum. b may be a night again, after days off. Real minutes count,
    over midnight and clock changes too; nights of the history count, as far as it is known.
    On call at home one rests (code du travail L.3121-10): it is no duty, unless ``at_home`` says
    otherwise or such shifts are named as nights. Priced by the hours missing, started hours
    counting whole.
    """

    minimum: int = param("min", "duration", least=0, most=7 * 24 * _HOUR, sample="24:00")
    nights_run: int = param("value", "days", default=1, least=1, most=14, sample=2)
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("a night, then an early two days later", "N . E", 0, params={"minimum": 24 * 60}),
        Example("a night, then a late on the next day", "N L", 1, 16, {"minimum": 24 * 60}),
        Example("another night goes on with the run", "N N N .", 0, params={"minimum": 48 * 60}),
        Example(
            "a night again, too soon after the first",
            "N . N",
            breaks=1,
            amount=8,
            params={"minimum": 48 * 60},
        ),
        Example("asked for after two nights only", "N L", 0, 0, {"minimum": 1440, "nights_run": 2}),
        Example(
            "two nights, one in the history",
            "N | N L",
            breaks=1,
            params={"minimum": 1440, "nights_run": 2},
        ),
        Example("on call at home after a night", "N H N", 0, 0, {"minimum": 1440}, given=_CALLED),
        Example(
            "where that is no rest",
            "N H N",
            breaks=1,
            amount=22,
            params={"minimum": 1440, "at_home": True},
            given=_CALLED,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the run and the rest are long."""
        return horizon.windows(self.nights_run + -(-self.minimum // (24 * _HOUR)))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        named = _NIGHTS if self.shifts.every and not self.shifts.without else self.shifts
        for person in self.people(scenario):
            line = [
                duty
                for duty in schedule.timeline(person)
                if self.at_home or named.has(duty.shift) or not AT_HOME.has(duty.shift)
            ]
            dark = {duty.day for duty in line if named.has(duty.shift)}

            def rests(a: Duty, b: Duty, dark: set[int] = dark) -> bool:
                run = all(a.day - back in dark for back in range(self.nights_run))
                again = b.day == a.day + 1 and named.has(b.shift)
                return named.has(a.shift) and run and not again

            for a, b in _too_soon(self, line, self.minimum, rests):
                yield _breach(self, scenario, a, b, self.minimum, person.id)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        every = self.shifts.every and not self.shifts.without
        nights = frame.on(_NIGHTS if every else self.shifts)
        work = frame.at_work(at_home=self.at_home) | nights
        meetings = _meetings(
            frame,
            self.minimum,
            nights,
            lambda gap: work - nights if gap == 1 else work,
            frame.every - work,
            self.nights_run,
        )
        yield from _asked(self, frame, rule, self.minimum, meetings)


@rule("rest_after_oncall", scope=("who", "shifts"), level=1, weight=10, derogable=True, alone=True)
class RestAfterOnCall(RuleBase):
    """After an on-call duty, at least ``minimum`` before the next duty of another kind.

    On-call duties are the shifts named, or those of the on-call families (at home and on site)
    where none is named. For each person, each such duty a and the next duty b: start(b) -
    end(a) >= minimum, unless b is an on-call duty itself; with ``again`` even then. The roster
    does not know of calls: give calls that were answered a shift of their own, and name it.
    Real minutes count, the history too. Priced by the hours missing, started hours counting
    whole.
    """

    minimum: int = param("min", "duration", least=0, most=7 * 24 * _HOUR, sample="11:00")
    again: bool = param("value", "flag", default=False)

    examples = (
        Example("on call by day, early next day", "D E", 1, 1, {"minimum": 840, "shifts": _D}),
        Example("on call twice in a row", "D D", 0, 0, {"minimum": 1440, "shifts": _D}),
        Example(
            "not even on call again",
            "D D",
            breaks=1,
            amount=8,
            params={"minimum": 1440, "shifts": _D, "again": True},
        ),
        Example("the day after is off", "D . E", 0, 0, {"minimum": 1440, "shifts": _D}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the rest is long."""
        return horizon.windows(1 + -(-self.minimum // (24 * _HOUR)))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        named = _ON_CALL if self.shifts.every and not self.shifts.without else self.shifts

        def rests(a: Duty, b: Duty) -> bool:
            return named.has(a.shift) and (self.again or not named.has(b.shift))

        for person in self.people(scenario):
            line = schedule.timeline(person)
            for a, b in _too_soon(self, line, self.minimum, rests):
                yield _breach(self, scenario, a, b, self.minimum, person.id)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        every = self.shifts.every and not self.shifts.without
        calls = frame.on(_ON_CALL if every else self.shifts)
        later = frame.work if self.again else frame.work - calls
        meetings = _meetings(frame, self.minimum, calls, lambda _: later, frozenset({OFF}))
        yield from _asked(self, frame, rule, self.minimum, meetings)


@rule("comp_day", source="décret 2002-9", level=3, weight=10, alone=True)
class CompDay(RuleBase):
    """After a Sunday or public holiday worked, days off within a deadline.

    For each person and each day of the plan or the history on which one of the shifts named
    starts, if it is one of the days meant (Sundays and public holidays where none is named): of
    the ``within`` days that follow, at least ``minimum`` are days off. Days of firm absence and
    days outside the contract do not count, nor do other Sundays and holidays meant. Where fewer
    days than ``minimum`` could count, all of them are asked for. Judged once all days up to the
    deadline are known; days off of the history count. Priced per day missing.
    """

    minimum: int = param("min", "count", default=1, least=1, most=14, sample=1)
    within: int = param("value", "days", default=14, least=1, most=91, sample=14)

    examples = (
        Example(
            "a Sunday, then five days",
            ". . . . . . D D D D D D",
            breaks=1,
            amount=1,
            params={"within": 5},
        ),
        Example("Wednesday is off", ". . . . . . D D D . D D", 0, 0, params={"within": 5}),
        Example("two days are asked for", "D | D D . D", 1, 1, {"minimum": 2, "within": 4}),
        Example("the deadline is not over", "D | D D D", 0, 0, {"within": 4}),
        Example(
            "leave is no day in lieu",
            "D | D . D",
            1,
            1,
            {"within": 3},
            given={"absences": (Absence(person="A", first=1, last=1),)},
        ),
        Example(
            "the public holiday of Monday",
            "D D D D",
            1,
            1,
            {"within": 3},
            given={"calendar": Calendar(holidays={dt.date(2027, 2, 1): "fête"})},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days to be given back, with those up to the deadline."""
        for run in horizon.windows(self.within + 1):
            sunday = horizon.date(run.first).weekday() == _SUNDAY
            if run.complete and (sunday or not self.when.every):
                yield run

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        meant = {day for day in scenario.horizon.known if self._meant(scenario, day)}
        for person in self.people(scenario):
            worked = schedule.by_day(person)
            for day in sorted(meant & worked.keys()):
                deadline = day + self.within
                if not 0 <= deadline < scenario.horizon.days:
                    continue
                if not any(self.shifts.has(duty.shift) for duty in worked[day]):
                    continue
                counting = set(range(day + 1, deadline + 1)) & present[person.id] - meant
                free = counting - worked.keys()
                possible = sum(one >= 0 or one in free for one in counting)
                missing = min(self.minimum, possible) - len(free)
                if missing > 0:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        measured=len(free),
                        limit=self.minimum,
                        amount=missing,
                    )

    def _meant(self, scenario: Scenario, day: int) -> bool:
        """Whether a day is one that is given back when it is worked."""
        if not self.when.every:
            return self.on(scenario, day)
        date = scenario.horizon.date(day)
        return date.weekday() == _SUNDAY or scenario.calendar.is_holiday(date)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        horizon, calendar = scenario.horizon, scenario.calendar
        if self.when.every:
            given = [d for d in horizon.known if horizon.date(d).weekday() == _SUNDAY]
            given += [d for d in horizon.known if calendar.is_holiday(horizon.date(d))]
        else:
            given = [d for d in horizon.known if self.on(scenario, d)]
        named = frame.on(self.shifts)
        present = present_days(scenario)
        for day in sorted(set(given)):
            last = day + self.within
            if last < 0 or last >= horizon.days:
                continue
            for number, person in frame.people(self.who):
                if day < 0 and frame.past(number, day) not in named:
                    continue
                days = [d for d in range(day + 1, last + 1) if d in present[person.id]]
                days = [d for d in days if d not in given]
                past = sum(d < 0 and frame.past(number, d) == OFF for d in days)
                ahead = [d for d in days if d >= 0]
                owed = min(self.minimum, past + len(ahead))
                values = [{OFF: 1}] * len(ahead)
                if day >= 0:
                    ahead = [day, *ahead]
                    values = [dict.fromkeys(sorted(named), -owed), *values]
                    owed = 0
                if ahead:
                    yield Total(
                        rule, self.grade, number, tuple(ahead), tuple(values), past, least=owed
                    )
