"""Rest: between duties, and once a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import (
    Clash,
    Event,
    Occurrences,
    Requirement,
    RestIn,
    Succession,
)
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_DAILY_REST = 11 * _HOUR
_WEEK = 7
_LONG_AGO = -(10**9)
_ON_CALL = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="D"), Demand(shift="E"), Demand(shift="H")),
}


@rule(
    "rest_between",
    source="2003/88/CE art. 3",
    scope=("who", "shifts"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class RestBetween(RuleBase):
    """At least ``minimum`` between the end of a duty and the start of any later one.

    For each pair of duties a before b of one person: start(b) - end(a) >= minimum. The rule
    speaks of pairs in which b is one of the shifts named and starts in the horizon; a may be
    of the history. Real minutes count, over midnight and clock changes too. Priced per pair,
    by the hours missing, started hours counting whole.

    With ``reduced``, a rest may be that short: only what it lacks to ``reduced`` is missing then.
    Of the pairs with a rest from ``reduced`` up to less than the minimum, at most ``times`` have
    their later duty in one period (the week); those that the history alone holds beyond that
    are not charged. Priced per pair beyond.

    On call at home one rests (code du travail L.3121-10): duties of that family are no duties
    here, unless ``at_home`` says so. What a call-out takes is a duty of its own.
    """

    minimum: int = param("min", "duration", least=0, most=72 * 60, sample="11:00")
    reduced: int | None = param("value", "duration", default=None, most=72 * 60, sample="9:00")
    times: int = param("value", "count", default=1, most=31, sample=3)
    period: PeriodName = param("window", "period", default="week")
    at_home: bool = param("value", "flag", default=False)

    counted = frozenset({"reduced"})
    examples = (
        Example("late, then early: eight hours", "L E", breaks=1, params={"minimum": 660}),
        Example("late, day off, early", "L . E", breaks=0, params={"minimum": 660}),
        Example(
            "on call at home until the early duty",
            "H E",
            breaks=0,
            params={"minimum": 660},
            given=_ON_CALL,
        ),
        Example(
            "where that is no rest",
            "H E",
            breaks=1,
            params={"minimum": 660, "at_home": True},
            given=_ON_CALL,
        ),
        Example("the late shift is in the history", "L | E", breaks=1, params={"minimum": 660}),
        Example(
            "three duties within 35 hours are three pairs",
            "L D E",
            breaks=3,
            params={"minimum": 35 * 60},
        ),
        Example(
            "eight hours once a week, as allowed",
            "L E . . . . . . L E",
            breaks=0,
            params={"minimum": 660, "reduced": 480},
        ),
        Example(
            "eight hours twice in a week",
            "L E . L E . .",
            breaks=1,
            amount=1,
            params={"minimum": 660, "reduced": 480},
        ),
        Example(
            "eight hours are below the reduced rest",
            "L E",
            breaks=1,
            params={"minimum": 660, "reduced": 540, "times": 3},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days, or periods, with as many days before them as the rest is long."""
        reach = -(-self.minimum // (24 * _HOUR))
        yield from horizon.windows(1 + reach)
        if self.reduced is not None:
            for period in horizon.periods(self.period):
                yield Period(first=period.first - reach, last=period.last)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        floor = self.minimum if self.reduced is None else min(self.reduced, self.minimum)
        for person in self.people(scenario):
            short: list[int] = []
            for a, b in combinations(schedule.at_work(person, at_home=self.at_home), 2):
                rest = b.start - a.end
                if rest >= self.minimum or not self.shifts.has(b.shift):
                    continue
                if rest >= floor:
                    short.append(b.day)
                elif b.day >= 0:
                    yield self.violation(
                        person=person,
                        days=(a.day, b.day),
                        shift=b.shift.code,
                        measured=rest,
                        limit=floor,
                        amount=-(-(floor - rest) // _HOUR),
                    )
            yield from self._too_often(scenario, person, short)

    def _too_often(
        self, scenario: Scenario, person: Person, short: Sequence[int]
    ) -> Iterator[Violation]:
        """Yield the periods with too many reduced rests, given the days that they end on."""
        for period in scenario.horizon.periods(self.period) if short else ():
            held = [day for day in short if day in period.days]
            beyond = len(held) - max(self.times, sum(day < 0 for day in held))
            if beyond > 0:
                yield self.violation(
                    person=person,
                    days=period.days,
                    measured=len(held),
                    limit=self.times,
                    aspect="reduced",
                    amount=beyond,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        work = frame.at_work(at_home=self.at_home)
        later = frame.on(self.shifts) & work
        least = self.minimum
        if self.reduced is not None and self.reduced < least:
            least = self.reduced
            yield from self._counted(frame, rule)
        reach = (least - 1) // 1440 + 1 + frame.longest_reach
        horizon = frame.scenario.horizon
        for gap in range(1, reach + 1):
            for day in range(max(-gap, -horizon.history_days), horizon.days - gap):
                pairs = {}
                for then in later:
                    opens = frame.span(then, day + gap)[0]
                    for first in work:
                        short = least - (opens - frame.span(first, day)[1])
                        if short > 0:
                            pairs[first, then] = (short + _HOUR - 1) // _HOUR
                if not pairs:
                    continue
                table = clashes(pairs)
                for person, _ in self.bound(frame, (day, day + gap)):
                    if day >= 0 or frame.past(person, day):
                        yield Succession(rule, self.grade, person, day, gap, table)

    def _counted(self, frame: Frame, rule: int) -> Iterator[Requirement]:
        """Yield that a period holds so many reduced rests at most."""
        for period in frame.scenario.horizon.periods(self.period):
            pairs = [
                ((first, clash.first), (then, clash.then))
                for then in period.days
                for first, table in self._reduced_before(frame, then)
                for clash in table
            ]
            for person, _ in self.bound(frame, period.days):
                events: list[Event] = []
                past = 0
                for steps in pairs:
                    if any(d < 0 and frame.past(person, d) not in o for d, o in steps):
                        continue
                    ahead = tuple((d, options) for d, options in steps if d >= 0)
                    if ahead:
                        events.append(Event(ahead, every=True))
                    else:
                        past += 1
                most = max(self.times, past)
                if len(events) + past > most:
                    yield Occurrences(rule, self.grade, person, tuple(events), past, most=most)

    def _reduced_before(self, frame: Frame, day: int) -> Iterator[tuple[int, tuple[Clash, ...]]]:
        """Yield each known day before one, with the options that leave a reduced rest between."""
        reach = (self.minimum - 1) // 1440 + 1 + frame.longest_reach
        work = frame.at_work(at_home=self.at_home)
        for first in range(max(day - reach, -frame.scenario.horizon.history_days), day):
            table = clashes(
                {
                    (option, then): 1
                    for then in frame.on(self.shifts) & work
                    for option in work
                    if (self.reduced or 0)
                    <= frame.span(then, day)[0] - frame.span(option, first)[1]
                    < self.minimum
                }
            )
            if table:
                yield first, table


@rule(
    "weekly_rest",
    source="2003/88/CE art. 5",
    scope=("who",),
    level=1,
    weight=100,
    derogable=True,
    alone=True,
)
class WeeklyRest(RuleBase):
    """A rest of at least ``minimum`` in each window.

    The window is the ISO week, or any run of ``window`` consecutive days where that is given.
    The rest is the time between the end of a duty and the start of the next one; all of it
    counts, but at least ``minimum`` less 11 h (the daily rest that goes with it) must lie in
    the window: a Sunday off between Saturday evening and Monday morning is the rest of that
    week. Time before the first known duty and after the last one counts as free. Windows that
    the known days cut short are not judged. The window that ends on the eve of the plan is: its
    rest may still be under way. Where the duties of the history alone leave no room for a
    window's rest, nothing is charged. Priced once a window.

    With ``sunday`` the windows are the ISO weeks, and the rest holds all of their Sunday, from
    midnight to midnight, instead of that share; ``window`` cannot be given then. On call at home
    one rests (code du travail L.3121-10), unless ``at_home`` says otherwise.
    """

    minimum: int = param("min", "duration", least=12 * 60, most=96 * 60, sample="35:00")
    window: int | None = param("window", "window", default=None, least=2, most=28, sample=None)
    sunday: bool = param("value", "flag", default=False)
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "on call at home on Sunday is rest",
            "D D D D D D H D",
            breaks=0,
            params={"minimum": 2100},
            given=_ON_CALL,
        ),
        Example(
            "where that is no rest",
            "D D D D D D H D",
            breaks=1,
            params={"minimum": 2100, "at_home": True},
            given=_ON_CALL,
        ),
        Example("seven days", "D D D D D D D", breaks=1, params={"minimum": 2100}),
        Example("Sunday off is 40 hours", "D D D D D D . D", breaks=1, params={"minimum": 41 * 60}),
        Example(
            "Sunday off is 35 hours and more", "D D D D D D .", breaks=0, params={"minimum": 2100}
        ),
        Example(
            "late, off, early is 32 hours", "D D D D D L . E", breaks=1, params={"minimum": 2100}
        ),
        Example(
            "the rest of last week ends too soon", "D D D D D L . | E", 1, params={"minimum": 2100}
        ),
        Example(
            "the history left no rest in its week",
            "D D D D D D | N . .",
            breaks=0,
            params={"minimum": 2100},
        ),
        Example(
            "two days off, but not the Sunday",
            "D D D D . . D D",
            breaks=1,
            params={"minimum": 2100, "sunday": True},
        ),
        Example(
            "a night that ends on the Sunday",
            "D D D D D N . . D",
            breaks=1,
            params={"minimum": 2100, "sunday": True},
        ),
        Example(
            "from Saturday evening to Monday morning",
            "D D D D D E . D",
            breaks=0,
            params={"minimum": 2100, "sunday": True},
        ),
    )

    def __post_init__(self) -> None:
        if self.sunday and self.window is not None:
            raise ValueError("sunday: window")

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the windows."""
        return self._windows(horizon)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        for person in self.people(scenario):
            line = schedule.at_work(person, at_home=self.at_home)
            decided = [duty for duty in line if duty.day < 0]
            for window in self._windows(horizon):
                first = window.last if self.sunday else window.first
                opens, closes = horizon.instant(first), horizon.instant(window.last + 1)
                inside = closes - opens if self.sunday else self.minimum - _DAILY_REST
                longest = self._longest(line, opens, closes, inside)
                if longest >= self.minimum:
                    continue
                held = any(duty.end > opens for duty in decided)
                if not held or self._longest(decided, opens, closes, inside) >= self.minimum:
                    yield self.violation(
                        person=person,
                        days=window.days,
                        measured=longest,
                        limit=self.minimum,
                        aspect="sunday" if self.sunday else "",
                    )

    def _longest(self, line: Sequence[Duty], opens: int, closes: int, inside: int) -> int:
        """Return the longest rest between duties that lies far enough in a window."""
        ends = [_LONG_AGO, *(duty.end for duty in line)]
        starts = [*(duty.start for duty in line), -_LONG_AGO]
        return max(
            (
                start - end
                for end, start in zip(ends, starts, strict=True)
                if min(start, closes) - max(end, opens) >= inside
            ),
            default=0,
        )

    def _windows(self, horizon: Horizon) -> Iterator[Period]:
        """Yield the windows that ``check`` judges."""
        eve = horizon.before(self.window or _WEEK)
        if eve is not None and (self.window is not None or horizon.start.weekday() == 0):
            yield eve
        windows = horizon.periods("week") if self.window is None else horizon.windows(self.window)
        yield from (window for window in windows if window.complete)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        if self.window is None:
            periods = [week for week in horizon.periods("week") if week.complete]
            last_week = horizon.before(_WEEK) if horizon.start.weekday() == 0 else None
        else:
            periods = [run for run in horizon.windows(self.window) if run.complete]
            last_week = horizon.before(self.window)
        for period in periods if last_week is None else [last_week, *periods]:
            opens, closes = horizon.instant(period.first), horizon.instant(period.last + 1)
            inside, last = self.minimum - _DAILY_REST, period.last
            if self.sunday:
                opens = horizon.instant(period.last)
                inside = closes - opens
                # The rest may go on for days after it.
                last = min(last + (self.minimum - 1) // 1440, horizon.days - 1)
            for person, _ in self.bound(frame, period.days):
                if self._hopeless(frame, person, opens, closes, inside):
                    continue
                yield RestIn(
                    rule,
                    self.grade,
                    person,
                    period.first,
                    last,
                    opens=opens,
                    closes=closes,
                    minutes=self.minimum,
                    inside=inside,
                    idle=frame.work - frame.at_work(at_home=self.at_home),
                )

    def _hopeless(self, frame: Frame, person: int, opens: int, closes: int, inside: int) -> bool:
        """Whether the history reaches into a window and leaves no room for its rest."""
        free_from = _LONG_AGO
        for day in range(-frame.scenario.horizon.history_days, 0):
            option = frame.past(person, day)
            if option in frame.at_rest(at_home=self.at_home):
                continue
            start, end = frame.span(option, day)
            latest_start = max(opens, free_from) + inside
            if start - free_from >= self.minimum and latest_start <= min(start, closes):
                return False
            free_from = max(free_from, end)
        return free_from > opens and free_from + inside > closes
