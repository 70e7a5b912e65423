"""How many people are at work at any moment, and how far a day's cover may fall short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.fairness import demanded_units
from rotaplan.domain.moments import moments, under_way
from rotaplan.domain.people import People
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES, local_time
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Cover, Joint, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_MORNING = {"start": 480, "end": 720}
_NIGHT = {"start": 1320, "end": 360}
_A = People(ids=frozenset({"A"}))
_SPLIT = Shifts(codes=frozenset({"S"}))


def _clock(scenario: Scenario, piece: tuple[int, int]) -> str:
    """Return a piece of time as it stands on the clock."""
    first, last = (local_time(one, scenario.horizon.zone) for one in piece)
    return f"{first:%H:%M}-{last:%H:%M}"


def _present(
    rule: RuleBase, scenario: Scenario, schedule: Schedule, start: int, end: int
) -> Iterator[tuple[int, tuple[int, int], int, int]]:
    """Yield (day, piece of time, people at work in it, those of them by history alone).

    Neighbouring pieces with the same people are put together.
    """
    work = [
        (first, last, person.id, duty.day)
        for person in rule.people(scenario)
        for duty in schedule.timeline(person)
        if rule.shifts.has(duty.shift)
        for first, last in scenario.spans(duty.shift, duty.day)
    ]
    for day in scenario.horizon.planned:
        if not rule.on(scenario, day):
            continue
        opens, closes = (scenario.horizon.instant(one) for one in (day, day + 3))
        near = [piece for piece in work if piece[0] < closes and opens < piece[1]]
        held: tuple[int, tuple[int, int], int, int] | None = None
        for a, b in moments(scenario, rule.shifts, day, start, end):
            there = [(who, when) for first, last, who, when in near if first <= a and b <= last]
            count = len({who for who, _ in there})
            past = len({who for who, when in there if when < 0})
            if held and held[1][1] == a and held[2:] == (count, past):
                held = (day, (held[1][0], b), count, past)
                continue
            if held:
                yield held
            held = (day, (a, b), count, past)
        if held:
            yield held


def _bounded(
    rule: RuleBase,
    frame: Frame,
    index: int,
    slot: tuple[int, int],
    least: int | None,
    most: int | None,
    factor: int = 1,
) -> Iterator[Requirement]:
    """Yield the bounds on the people at work in each piece of a slot, per minute."""
    people = tuple(number for number, _ in frame.people(rule.who))
    for day in frame.scenario.horizon.planned:
        if not rule.on(frame.scenario, day):
            continue
        for cells, minutes in _pieces(rule, frame, day, slot):
            cost = factor * minutes
            # A bound on nobody still has a day: an engine has to hear that it cannot be met.
            if not people or list(cells) in ([], [day]):
                options = cells.get(day, frozenset())
                yield Cover(
                    index, rule.grade, day, options, people, least=least, most=most, factor=cost
                )
                continue
            past = sum(
                frame.past(number, when) in options
                for when, options in cells.items()
                if when < 0
                for number in people
            )
            ahead = [
                (when, dict.fromkeys(sorted(o), cost)) for when, o in cells.items() if when >= 0
            ]
            yield Joint(
                index,
                rule.grade,
                tuple((number, when) for when, _ in ahead for number in people),
                tuple(worth for _, worth in ahead for _ in people),
                base=past * cost,
                least=None if least is None else least * cost,
                most=None if most is None else max(most, past) * cost,
            )


def _pieces(
    rule: RuleBase, frame: Frame, day: int, slot: tuple[int, int]
) -> Iterator[tuple[dict[int, frozenset[int]], int]]:
    """Yield the options under way by day, and for how many minutes, all through a slot."""
    scenario = frame.scenario
    named = frame.on(rule.shifts)
    minutes: dict[tuple[tuple[int, frozenset[int]], ...], int] = {}
    for piece in moments(scenario, rule.shifts, day, *slot):
        cells = []
        for when in range(day - frame.longest_reach, day + 3):
            options = frozenset(
                number
                for number, option in frame.numbered
                if number in named and under_way(scenario, option.shift, when, piece)
            )
            if options and when in scenario.horizon.known:
                cells.append((when, options))
        key = tuple(cells)
        minutes[key] = minutes.get(key, 0) + piece[1] - piece[0]
    for key, length in minutes.items():
        yield dict(key), length


@rule("min_presence", must=False, level=2, weight=1)
class MinPresence(RuleBase):
    """At every moment of a time slot, at least so many people at work.

    For each day meant, and at every moment from ``start`` to ``end`` on the clock (an end that
    is not after the start is of the next day): number of the people meant who are at work on a
    shift named >= minimum. Whoever began the evening before counts until the end of the shift;
    breaks count as presence, the pause of a split duty does not. Moments at which somebody of a
    day outside the plan and its history could be at work are not judged, nor are those at which
    only duties of the history could be under way. The handover between two teams is a row of its
    own, for the minutes in which both are to be there. Priced per person missing and minute.
    """

    minimum: int = param("min", "count", least=1, most=500, sample=1)
    start: int = param("value", "duration", default=0, most=DAY_MINUTES, sample="07:00")
    end: int = param("value", "duration", default=DAY_MINUTES, most=DAY_MINUTES, sample="19:00")

    examples = (
        Example("early and day shift", "E D", 1, 60, {"minimum": 1, **_MORNING}),
        Example("someone is always there", "E\nD", 0, 0, {"minimum": 1, **_MORNING}),
        Example("two until noon", "E\nD", 1, 60, {"minimum": 2, **_MORNING}),
        Example("nights, the last one too", "N N", 0, 0, {"minimum": 1, **_NIGHT}),
        Example("yesterday's night until six", "N | E", 0, 0, {"minimum": 1, "end": 720}),
        Example(
            "the pause of a split duty",
            "S",
            1,
            120,
            {"minimum": 1, "start": 500, "end": 690},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for day, piece, count, _ in _present(self, scenario, schedule, self.start, self.end):
            if count < self.minimum:
                yield self.violation(
                    days=(day,),
                    shift=_clock(scenario, piece),
                    measured=count,
                    limit=self.minimum,
                    amount=(self.minimum - count) * (piece[1] - piece[0]),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        yield from _bounded(self, frame, rule, (self.start, self.end), self.minimum, None)


@rule("cover_curve", must=False, level=4, weight=1)
class CoverCurve(RuleBase):
    """A curve of demand: the people wished for in a time slot, one row for each slot.

    For each day meant, and at every moment from ``start`` to ``end`` on the clock (an end that
    is not after the start is of the next day), with the people at work counted as for the
    minimum presence: ``under`` units for each person missing to ``target`` and minute, ``over``
    units for each person beyond it and minute.
    """

    target: int = param("min", "count", most=500, sample=6)
    start: int = param("value", "duration", default=0, most=DAY_MINUTES, sample="11:00")
    end: int = param("value", "duration", default=DAY_MINUTES, most=DAY_MINUTES, sample="14:00")
    under: int = param("value", "count", default=1, most=10_000, sample=1)
    over: int = param("value", "count", default=0, most=10_000, sample=0)

    examples = (
        Example("one of two from eight to nine", "E\nD", 1, 60, {"target": 2, **_MORNING}),
        Example("as many as wished for", "E\nE", 0, 0, {"target": 2, **_MORNING}),
        Example("one too many costs nothing", "E\nD", 0, 0, {"target": 1, **_MORNING}),
        Example("unless that is priced", "E\nD", 1, 360, {"target": 1, "over": 2, **_MORNING}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for day, piece, count, past in _present(self, scenario, schedule, self.start, self.end):
            missing, beyond = max(0, self.target - count), max(0, count - max(self.target, past))
            price = self.under * missing + self.over * beyond
            if price:
                yield self.violation(
                    days=(day,),
                    shift=_clock(scenario, piece),
                    measured=count,
                    limit=self.target,
                    amount=price * (piece[1] - piece[0]),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        slot = (self.start, self.end)
        if self.under and self.target:
            yield from _bounded(self, frame, rule, slot, self.target, None, self.under)
        if self.over:
            yield from _bounded(self, frame, rule, slot, None, self.target, self.over)


@rule("resource_cap", level=2, weight=1)
class ResourceCap(RuleBase):
    """Never more people at the same time on shifts that share a resource (vehicles, desks).

    For each day meant, and at every moment from ``start`` to ``end`` on the clock (an end that
    is not after the start is of the next day): number of the people meant who are at work on a
    shift named <= maximum. They are counted as for the minimum presence; people whom the history
    alone holds there beyond the maximum are not charged. Priced per person too many and minute.
    """

    maximum: int = param("max", "count", most=500, sample=2)
    start: int = param("value", "duration", default=0, most=DAY_MINUTES, sample="07:00")
    end: int = param("value", "duration", default=DAY_MINUTES, most=DAY_MINUTES, sample="19:00")

    examples = (
        Example("both from nine to two", "E\nD", 1, 300, {"maximum": 1}),
        Example("one after the other", "E\nL", 0, 0, {"maximum": 1}),
        Example("split duties leave room in their pause", "S\nS", 2, 420, {"maximum": 1}),
        Example("yesterday's night and a night", "N . | .\n. N | N", 0, 0, {"maximum": 1}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for day, piece, count, past in _present(self, scenario, schedule, self.start, self.end):
            beyond = count - max(self.maximum, past)
            if beyond > 0:
                yield self.violation(
                    days=(day,),
                    shift=_clock(scenario, piece),
                    measured=count,
                    limit=self.maximum,
                    amount=beyond * (piece[1] - piece[0]),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        yield from _bounded(self, frame, rule, (self.start, self.end), None, self.maximum)


@rule("cover_smooth", scope=("shifts", "when"), must=False, level=4, weight=10)
class CoverSmooth(RuleBase):
    """No day on which too many people are missing: shortage is spread over the days.

    For each day meant: people whom the needs ask for on the shifts named (the target, or the
    minimum where it is higher), less the people on them, all shifts together, <= maximum. So
    somebody too many on one shift makes up for somebody missing on another; take one row a
    shift where that is not meant. Priced per person.
    """

    maximum: int = param("max", "count", most=500, sample=2)

    examples = (
        Example("three missing", "E\n.", 1, 1, {"maximum": 2}, needs={"E": 4}),
        Example("one missing on each day", "E .\n. E", 0, 0, {"maximum": 1}, needs={"E": 2}),
        Example("two missing over both shifts", "E\n.", 1, 1, {"maximum": 1}, {"E": 1, "L": 2}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        named = [s.code for s in scenario.shifts if s.works and self.shifts.has(s)]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            asked = demanded_units(scenario, self.shifts, (day,))
            missing = asked - sum(len(schedule.on_shift(day, code)) for code in named)
            if missing > self.maximum:
                yield self.violation(
                    days=(day,),
                    shift=self.shifts.text,
                    measured=missing,
                    limit=self.maximum,
                    amount=missing - self.maximum,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        options = frame.on(self.shifts)
        everybody = tuple(range(len(scenario.people)))
        for day in scenario.horizon.planned:
            if self.on(scenario, day):
                least = demanded_units(scenario, self.shifts, (day,)) - self.maximum
                if least > 0:
                    yield Cover(rule, self.grade, day, options, everybody, least=least)
