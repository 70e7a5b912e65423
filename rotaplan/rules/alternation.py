"""How work alternates: order of shifts, starting times, kinds in a period, days and nights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.sequences import Sequence
from rotaplan.domain.time import DAY_MINUTES, Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Shifts
from rotaplan.model.chains import Step, chain, fitting
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import OFF, Event, Occurrences, Requirement, Succession
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_ELN = Sequence.of("E L N")


@rule("forward_rotation", scope=("who",), must=False, level=6, weight=10, alone=True)
class ForwardRotation(RuleBase):
    """Shifts go forward in an order (morning, afternoon, night), never backward.

    ``order`` gives kinds of shifts; one that fits several counts as the first of them. For each
    person, a shift of the order and the next one, at most ``days`` days later (1 for
    consecutive days): the second is not of an earlier kind than the first. Work that is of no
    kind may lie between. With ``days`` 1, a day without shifts of the order starts it anew: so
    the way back from nights to mornings leads over a day off. The first shift may be of the
    history. Priced per step backward.
    """

    order: Sequence = param("value", "sequence", least=2, most=10, sample="M S N")
    days: int = param("value", "days", default=1, least=1, most=7, sample=1)

    examples = (
        Example("early, late, night", "E E L N . . E", breaks=0, params={"order": _ELN}),
        Example("late, then early", "E L E", breaks=1, params={"order": _ELN}),
        Example("the late shift is in the history", "L | E", breaks=1, params={"order": _ELN}),
        Example("day shifts are not in the order", "L D E", breaks=0, params={"order": _ELN}),
        Example(
            "one day between does not help",
            "N . L D E",
            breaks=2,
            params={"order": _ELN, "days": 2},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as two shifts may lie apart."""
        return horizon.windows(self.days + 1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            line = [
                (duty, rank)
                for duty in schedule.timeline(person)
                if (rank := self._rank(duty.shift)) is not None
            ]
            for (a, before), (b, after) in pairwise(line):
                if b.day >= 0 and b.day - a.day <= self.days and after < before:
                    yield self.violation(person=person, days=(a.day, b.day), shift=b.shift.code)

    def _rank(self, shift: Shift) -> int | None:
        """Return the place of a shift in the order; None where it has none."""
        for place, step in enumerate(self.order.steps):
            if step.fits([shift]):
                return place
        return None

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        kinds: list[frozenset[int]] = []
        ordered: frozenset[int] = frozenset()
        for step in self.order.steps:
            kinds.append(fitting(frame, step) & frame.work - ordered)
            ordered |= kinds[-1]
        between = frame.every - ordered
        backward = [
            (kind, frozenset[int]().union(*kinds[:place])) for place, kind in enumerate(kinds)
        ]
        for gap in range(1, self.days + 1):
            for day in range(max(-gap, -horizon.history_days), horizon.days - gap):
                middle = [(day + step, between) for step in range(1, gap)]
                for number, _ in frame.people(self.who):
                    for kind, earlier in backward:
                        steps = [(day, kind), *middle, (day + gap, earlier)]
                        made = chain(frame, rule, self.grade, number, steps)
                        if made is not None:
                            yield made


@rule("stable_start", must=False, level=6, weight=1, alone=True)
class StableStart(RuleBase):
    """Starting times of consecutive days of work differ little.

    For each person and each planned day d meant: where a shift named starts on day d - 1 (of
    the history too) and one on day d, their starting times on the clock differ by at most
    ``maximum``, the short way round the clock (23:00 and 01:00 differ by two hours). Priced by
    the hours beyond, started hours counting whole.
    """

    maximum: int = param("max", "duration", most=12 * _HOUR, sample="2:00")

    examples = (
        Example("06:00, then 09:00", "E D", 1, 1, {"maximum": 120}),
        Example("exactly three hours", "E D E", 0, 0, {"maximum": 180}),
        Example("22:00 and 06:00 differ by eight hours", "N E", 1, 6, {"maximum": 120}),
        Example("a day off between", "E . L", 0, 0, {"maximum": 120}),
        Example("the day before the plan", "E | L", 1, 6, {"maximum": 120}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the pairs of days."""
        return horizon.windows(2)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            by_day = schedule.by_day(person)
            for day in scenario.horizon.planned:
                if not self.on(scenario, day):
                    continue
                for a in by_day.get(day - 1, ()):
                    for b in by_day.get(day, ()):
                        if not self.shifts.has(a.shift) or not self.shifts.has(b.shift):
                            continue
                        turn = abs(b.shift.start - a.shift.start) % DAY_MINUTES
                        apart = min(turn, DAY_MINUTES - turn)
                        if apart > self.maximum:
                            yield self.violation(
                                person=person,
                                days=(a.day, b.day),
                                shift=b.shift.code,
                                measured=apart,
                                limit=self.maximum,
                                amount=-((self.maximum - apart) // _HOUR),
                            )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        named = frame.on(self.shifts)
        starts = {i: o.shift.start % DAY_MINUTES for i, o in frame.numbered if i in named}
        pairs = {}
        for first, early in starts.items():
            for then, late in starts.items():
                ahead = (late - early) % DAY_MINUTES
                beyond = min(ahead, DAY_MINUTES - ahead) - self.maximum
                if beyond > 0:
                    pairs[first, then] = (beyond + _HOUR - 1) // _HOUR
        table = clashes(pairs)
        if not table:
            return
        horizon = frame.scenario.horizon
        for day in horizon.planned:
            if day - 1 in horizon.known and self.on(frame.scenario, day):
                for number, _ in frame.people(self.who):
                    if day > 0 or frame.past(number, -1) in named:
                        yield Succession(rule, self.grade, number, day - 1, 1, table)


@rule("variety", must=False, level=6, weight=10, alone=True)
class Variety(RuleBase):
    """How many kinds of shifts somebody works in a period, at least and at most.

    For each person and period: minimum <= number of different kinds among the shifts named that
    start on a day meant <= maximum. A kind is a code, or with ``by`` a family (morning, night,
    ...) or a site. A minimum is asked of whole periods only; in one that began in the history,
    one kind more for each day still to plan at most. Kinds that the history alone holds beyond
    the maximum are not charged. Priced per kind.
    """

    minimum: int | None = param("min", "count", default=None, most=20)
    maximum: int | None = param("max", "count", default=None, most=20, sample=2)
    period: PeriodName = param("window", "period", default="week", sample="week")
    by: Literal["code", "family", "site"] = param(
        "value", "word", default="code", choices=("code", "family", "site")
    )

    examples = (
        Example("three kinds in a week", "E L E N . . .", 1, 1, {"maximum": 2}),
        Example("two in each week", "E L E L . . . N N N E . . .", 0, 0, {"maximum": 2}),
        Example("always the same", "E E E E E . .", 1, 1, {"minimum": 2}),
        Example(
            "the history holds three already",
            "E L N | E D",
            1,
            1,
            {"maximum": 2, "period": "year"},
        ),
        Example("without a site all are alike", "E L N D", 0, 0, {"maximum": 1, "by": "site"}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for period in scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(scenario, day)]
            for person in self.people(scenario):
                line = [
                    duty
                    for duty in schedule.timeline(person)
                    if duty.day in meant and self.shifts.has(duty.shift)
                ]
                kinds = {self._kind(duty.shift) for duty in line}
                past = {self._kind(duty.shift) for duty in line if duty.day < 0}
                limits = []
                if self.minimum is not None and period.complete:
                    owed = self.minimum
                    if period.first < 0:
                        owed = min(owed, len(past) + sum(day >= 0 for day in meant))
                    limits.append((self.minimum, owed - len(kinds)))
                if self.maximum is not None:
                    beyond = len(kinds) - max(self.maximum, len(past))
                    limits.append((self.maximum, beyond))
                for limit, amount in limits:
                    if amount > 0:
                        yield self.violation(
                            person=person,
                            days=period.days,
                            measured=len(kinds),
                            limit=limit,
                            amount=amount,
                        )

    def _kind(self, shift: Shift) -> str:
        return {"code": shift.code, "family": shift.family.value, "site": shift.site}[self.by]

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        named = frame.on(self.shifts)
        found: dict[str, set[int]] = {}
        for number, option in frame.numbered:
            if number in named:
                name = str(getattr(option.shift, self.by))
                found.setdefault(name, set()).add(number)
        kinds = [frozenset(numbers) for _, numbers in sorted(found.items())]
        for period in frame.scenario.horizon.periods(self.period):
            meant = [day for day in period.days if self.on(frame.scenario, day)]
            ahead = [day for day in meant if day >= 0]
            whole = {kind: Event(tuple((day, kind) for day in ahead)) for kind in kinds}
            for number, _ in frame.people(self.who):
                worked = {frame.past(number, day) for day in meant if day < 0}
                done = sum(not kind.isdisjoint(worked) for kind in kinds)
                events = tuple(whole[kind] for kind in kinds if kind.isdisjoint(worked))
                if self.minimum is not None and period.complete:
                    least = self.minimum
                    if period.first < 0:
                        least = min(least, done + len(ahead))
                    yield Occurrences(rule, self.grade, number, events, done, least=least)
                if self.maximum is not None:
                    most = max(self.maximum, done)
                    yield Occurrences(rule, self.grade, number, events, done, most=most)


@rule(
    "day_night_switch",
    source="décret 2002-9",
    scope=("who",),
    must=False,
    level=6,
    weight=10,
    alone=True,
)
class DayNightSwitch(RuleBase):
    """Changes between work by day and work by night in a period, at most.

    For each person and period: number of duties in it that are a night while the last duty
    before, at most ``days`` days earlier, was none, or the other way round, <= maximum. Nights
    are the shifts of ``nights``, those of the night family where it names none. After a longer
    time off any work begins anew. The duty before may lie in the history or in the period
    before. Changes of the history beyond the maximum are not charged. Priced per change.
    """

    maximum: int = param("max", "count", most=366, sample=1)
    period: PeriodName = param("window", "period", default="week", sample="month")
    nights: Shifts | None = param("value", "shifts", default=None)
    days: int = param("value", "days", default=3, least=1, most=7, sample=3)

    examples = (
        Example("to nights and back", "E E N . D . .", 1, 1, {"maximum": 1}),
        Example("to nights once", "E E . N N . .", 0, 0, {"maximum": 1}),
        Example("each week has its change", "E N N . . . . E . N N . . .", 0, 0, {"maximum": 1}),
        Example("back after three days off", "N . . . D", 0, 0, {"maximum": 0}),
        Example("from the history", "N . | D", 1, 1, {"maximum": 0}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods, with the days before them on which a change can begin."""
        for period in horizon.periods(self.period):
            yield Period(first=period.first - self.days, last=period.last, complete=period.complete)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            changes = [
                b.day
                for a, b in pairwise(schedule.timeline(person))
                if b.day - a.day <= self.days and self._dark(a.shift) != self._dark(b.shift)
            ]
            for period in scenario.horizon.periods(self.period):
                days = [day for day in changes if day in period.days]
                beyond = len(days) - max(self.maximum, sum(day < 0 for day in days))
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=days,
                        measured=len(days),
                        limit=self.maximum,
                        amount=beyond,
                    )

    def _dark(self, shift: Shift) -> bool:
        return shift.family is Family.NIGHT if self.nights is None else self.nights.has(shift)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        nights = frame.on(self.nights or Shifts(families=frozenset({Family.NIGHT})))
        sides = (nights, frame.work - nights)
        for number, _ in frame.people(self.who):
            for period in frame.scenario.horizon.periods(self.period):
                events: list[Event] = []
                past = 0
                for day in period.days:
                    for steps in self._changes(frame, day, sides):
                        ahead = tuple((d, options) for d, options in steps if d >= 0)
                        if any(d < 0 and frame.past(number, d) not in o for d, o in steps):
                            continue
                        if ahead:
                            events.append(Event(ahead, every=True))
                        else:
                            past += 1
                most = max(self.maximum, past)
                yield Occurrences(rule, self.grade, number, tuple(events), past, most=most)

    def _changes(
        self, frame: Frame, day: int, sides: tuple[frozenset[int], frozenset[int]]
    ) -> Iterator[list[Step]]:
        """Yield each way in which a day of work can be a change."""
        off = frozenset({OFF})
        for gap in range(1, self.days + 1):
            if day - gap < -frame.scenario.horizon.history_days:
                return
            middle = [(day - back, off) for back in range(1, gap)]
            for before, here in (sides, sides[::-1]):
                if before and here:
                    yield [(day - gap, before), *middle, (day, here)]
