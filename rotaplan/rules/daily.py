"""One day's work: how long, in how many parts, with which breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rotaplan.domain.attribution import Attribution, minutes_in_hours
from rotaplan.domain.calendar import EVERY_DAY
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.work import Family, Shift, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_NIGHT = Shifts(codes=frozenset({"N"}))
_SPLIT = Shifts(codes=frozenset({"S"}))


def _refusals(
    rule: RuleBase, frame: Frame, index: int, day: int, refused: dict[int, set[int]]
) -> Iterator[Requirement]:
    """Yield for everybody meant the options refused on a day, by amount."""
    for amount, options in sorted(refused.items()):
        left = frame.every - options
        for number, _ in rule.bound(frame, (day,)):
            yield Allowed(index, rule.grade, number, day, left, amount)


@rule(
    "day_max",
    source="décret 2000-815 art. 3 (10 h); décret 2002-9 (9 h by day, 10 h by night)",
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class DayMax(RuleBase):
    """Working time of a day, at most; nights can have a limit of their own.

    For each person and each day meant: minutes worked of the duties that start on the day, real
    ones and breaks off, <= maximum. Where one of them is a night, the limit is ``night`` if that
    is given; ``nights`` names the shifts that are nights, those of the night family where it
    names none. With ``dark``, a night is instead a duty of which more than so many minutes lie
    between ``start`` and ``end`` on the clock, whatever it is called. Pauses of a split shift
    that last at most ``counted_pause`` are time worked (30 min in urban transport). All of a
    duty counts on its start day: for calendar days cut at midnight, take the hours in a period
    with the period day. Priced per started hour.
    """

    maximum: int = param("max", "duration", most=24 * _HOUR, sample="10:00")
    night: int | None = param("value", "duration", default=None, most=24 * _HOUR, sample="10:00")
    nights: Shifts | None = param("value", "shifts", default=None)
    dark: int | None = param("value", "duration", default=None, most=24 * _HOUR, sample="2:30")
    start: int = param("value", "duration", default=22 * _HOUR, most=24 * _HOUR, sample="22:00")
    end: int = param("value", "duration", default=5 * _HOUR, most=24 * _HOUR, sample="5:00")
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")

    examples = (
        Example("eight hours, seven at most", "D", breaks=1, amount=1, params={"maximum": 420}),
        Example("eight hours at most", "D L N S", breaks=0, params={"maximum": 480}),
        Example(
            "nights have seven hours at most",
            "D N",
            breaks=1,
            amount=1,
            params={"maximum": 480, "night": 420},
        ),
        Example(
            "a longer limit at night",
            "D N",
            breaks=1,
            amount=2,
            params={"maximum": 400, "night": 480},
        ),
        Example(
            "a late duty is a night where more than two hours are after eight",
            "L D",
            breaks=1,
            amount=1,
            params={"maximum": 480, "night": 420, "dark": 119, "start": 1200},
        ),
        Example(
            "two hours are not more than two hours",
            "L D",
            breaks=0,
            params={"maximum": 480, "night": 420, "dark": 120, "start": 1200},
        ),
        Example("early and late on one day", "E+L", breaks=1, amount=6, params={"maximum": 600}),
        Example(
            "a pause of six hours that counts",
            "S D",
            breaks=1,
            amount=3,
            params={"maximum": 600, "counted_pause": 360},
        ),
        Example("one that does not", "S D", 0, 0, {"maximum": 480, "counted_pause": 359}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario, counted_pause=self.counted_pause)
        for person in self.people(scenario):
            for day, duties in sorted(schedule.by_day(person).items()):
                meant = [duty for duty in duties if self.shifts.has(duty.shift)]
                if day < 0 or not meant or not self.on(scenario, day):
                    continue
                limit = self.maximum
                if self.night is not None and any(self._at_night(scenario, duty) for duty in meant):
                    limit = self.night
                found = sum(account.by_day(duty.shift, day)[day] for duty in meant)
                if found > limit:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        shift=meant[-1].shift.code,
                        measured=found,
                        limit=limit,
                        amount=-(-(found - limit) // _HOUR),
                    )

    def _at_night(self, scenario: Scenario, duty: Duty) -> bool:
        if self.dark is not None:
            span = (self.start, self.end, EVERY_DAY)
            return minutes_in_hours(scenario, duty.shift, duty.day, *span) > self.dark
        if self.nights is None:
            return duty.shift.family is Family.NIGHT
        return self.nights.has(duty.shift)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        account = Attribution(scenario=frame.scenario, counted_pause=self.counted_pause)
        for day in frame.scenario.horizon.planned:
            if not self.on(frame.scenario, day):
                continue
            nights = self._nights(frame, day)
            refused: dict[int, set[int]] = {}
            for option, chosen in frame.numbered:
                if option not in options:
                    continue
                minutes = sum(account.by_day(chosen.shift, day).values())
                most = self.maximum
                if self.night is not None and option in nights:
                    most = self.night
                if minutes > most:
                    hours = (minutes - most + _HOUR - 1) // _HOUR
                    refused.setdefault(hours, set()).add(option)
            yield from _refusals(self, frame, rule, day, refused)

    def _nights(self, frame: Frame, day: int) -> frozenset[int]:
        """Return the options that are nights on a day."""
        if self.dark is None:
            return frame.on(self.nights or Shifts(families=frozenset({Family.NIGHT})))
        hours = (self.start, self.end, EVERY_DAY)
        return frozenset(
            number
            for number, option in frame.numbered
            if minutes_in_hours(frame.scenario, option.shift, day, *hours) > self.dark
        )


@rule(
    "split_shift",
    source="décret 2002-9 (two parts of at least 3 h)",
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class SplitShift(RuleBase):
    """Split duties: number of parts, shortest part, shortest and longest pause between parts.

    For each person and each day meant, for a duty of which the shift has several pieces of
    work: number of pieces <= ``parts``; each of them lasts at least ``minimum``; each pause
    between two of them lasts at least ``pause`` and at most ``maximum``. Real minutes count.
    A duty in one piece is no split duty. Priced once per duty that is not so.
    """

    minimum: int = param("min", "duration", default=0, most=12 * _HOUR, sample="3:00")
    maximum: int | None = param("max", "duration", default=None, most=12 * _HOUR, sample="4:00")
    pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="1:00")
    parts: int = param("value", "count", default=2, least=1, most=6, sample=2)

    counted = frozenset({"parts"})
    examples = (
        Example("parts of three and of four hours", "S", breaks=0, params={"minimum": 180}),
        Example("a part of three hours is too short", "S D", breaks=1, params={"minimum": 200}),
        Example("a pause of six hours is too long", "S", breaks=1, params={"maximum": 300}),
        Example("a pause of six hours", "S", breaks=0, params={"maximum": 360, "pause": 360}),
        Example("no split duty at all", "S D", breaks=1, params={"parts": 1}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day < 0 or not self.on(scenario, duty.day):
                    continue
                if not self.shifts.has(duty.shift) or len(duty.shift.spans) < 2:
                    continue
                for aspect, measured, limit in self._faults(scenario.spans(duty.shift, duty.day)):
                    yield self.violation(
                        person=person,
                        days=(duty.day,),
                        shift=duty.shift.code,
                        measured=measured,
                        limit=limit,
                        aspect=aspect,
                    )
                    break

    def _faults(self, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
        """Yield what is wrong with the parts of a duty: aspect, figure and limit."""
        shortest = min(end - start for start, end in pieces)
        pauses = [b[0] - a[1] for a, b in pairwise(pieces)]
        if len(pieces) > self.parts:
            yield "parts", len(pieces), self.parts
        if shortest < self.minimum:
            yield "", shortest, self.minimum
        if min(pauses) < self.pause:
            yield "short", min(pauses), self.pause
        if self.maximum is not None and max(pauses) > self.maximum:
            yield "long", max(pauses), self.maximum

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        for day in frame.scenario.horizon.planned:
            if not self.on(frame.scenario, day):
                continue
            refused = {
                number
                for number, option in frame.numbered
                if number in options and not self._fits(frame.scenario, option.shift, day)
            }
            yield from _refusals(self, frame, rule, day, {1: refused} if refused else {})

    def _fits(self, scenario: Scenario, shift: Shift, day: int) -> bool:
        """Whether a shift is in one piece, or split as it should be."""
        spans = scenario.spans(shift, day)
        if len(spans) <= 1:
            return True
        before = None
        for start, end in spans:
            if end - start < self.minimum:
                return False
            if before is not None and start - before < self.pause:
                return False
            if before is not None and self.maximum is not None and start - before > self.maximum:
                return False
            before = end
        return len(spans) <= self.parts


@rule(
    "break_rule",
    source="2003/88/CE art. 4; décret 2000-815 art. 3 (20 min before 6 h)",
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class BreakRule(RuleBase):
    """Long work holds a break.

    For each person and each day meant: where a duty has more than ``maximum`` of work on end,
    its shift has an unpaid break of at least ``pause``. A pause of that length between two
    pieces of a split duty ends the stretch; a shorter one does not, and counts as work on end.
    Shifts with a paid break of their own are named in ``paid``. Real minutes count. Where in
    the stretch the break lies is settled on the spot: the roster does not say. Priced once per
    duty.
    """

    maximum: int = param("max", "duration", most=24 * _HOUR, sample="6:00")
    pause: int = param("value", "duration", default=20, least=1, most=4 * _HOUR, sample="0:20")
    paid: Shifts | None = param("value", "shifts", default=None)

    examples = (
        Example("eight hours without a break", "D", breaks=1, params={"maximum": 360}),
        Example("split: three hours, then four", "S", breaks=0, params={"maximum": 360}),
        Example(
            "the pause of six hours is shorter than asked for: thirteen hours on end",
            "S",
            breaks=1,
            params={"maximum": 600, "pause": 361, "shifts": _SPLIT},
        ),
        Example("nights have a paid break", "N", 0, params={"maximum": 360, "paid": _NIGHT}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                shift = duty.shift
                if duty.day < 0 or not self.on(scenario, duty.day) or not self.shifts.has(shift):
                    continue
                if self.paid is not None and self.paid.has(shift):
                    continue
                stretches: list[tuple[int, int]] = []
                for start, end in scenario.spans(shift, duty.day):
                    if stretches and start - stretches[-1][1] < self.pause:
                        stretches[-1] = (stretches[-1][0], end)
                    else:
                        stretches.append((start, end))
                longest = max((end - start for start, end in stretches), default=0)
                if longest > self.maximum and shift.unpaid_break_minutes < self.pause:
                    yield self.violation(
                        person=person,
                        days=(duty.day,),
                        shift=shift.code,
                        measured=longest,
                        limit=self.maximum,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        if self.paid is not None:
            options -= frame.on(self.paid)
        for day in frame.scenario.horizon.planned:
            if not self.on(frame.scenario, day):
                continue
            refused = {
                number
                for number, option in frame.numbered
                if number in options
                and option.shift.unpaid_break_minutes < self.pause
                and self._without_pause(frame.scenario, option.shift, day) > self.maximum
            }
            yield from _refusals(self, frame, rule, day, {1: refused} if refused else {})

    def _without_pause(self, scenario: Scenario, shift: Shift, day: int) -> int:
        """Return the longest time from a start to an end without a pause that counts."""
        spans = scenario.spans(shift, day)
        longest = since = 0
        for number, (start, end) in enumerate(spans):
            if number == 0 or start - spans[number - 1][1] >= self.pause:
                since = start
            longest = max(longest, end - since)
        return longest
