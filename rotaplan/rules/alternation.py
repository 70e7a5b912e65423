"""How work alternates: order of shifts, starting times, kinds in a period, days and nights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.sequences import Sequence
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Shift
from rotaplan.model.chains import chain, fitting
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Requirement, Succession
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_ELN = Sequence.of("E L N")


@rule("forward_rotation", scope=("who",), must=False, level=6, weight=10)
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


@rule("stable_start", must=False, level=6, weight=1)
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
