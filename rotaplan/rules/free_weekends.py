"""Weekends and Sundays off: how often, how many on end, and how a free weekend begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import ALL_WORK, Family, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import GroupRuns, Groups, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_WEEK = 7
_NIGHTS = Shifts(families=frozenset({Family.NIGHT}))
_WEEKEND_1 = ". . . . . D ."
_WEEKEND_0 = ". . . . . . ."
_BOTH = ". . . . . D D"


@rule("weekend_every", scope=("who", "shifts"), level=4, weight=10, alone=True)
class WeekendEvery(RuleBase):
    """At least ``minimum`` weekends off in any run of consecutive weekends (one in two, say).

    For each person and each run of n consecutive weekends, n being the weeks begun in
    ``window``: weekends on which none of the shifts named starts, on Saturday or Sunday, >=
    minimum. Runs that begin in the history count; runs of which fewer weekends are known are
    not judged. What the history alone makes impossible is not charged. Priced per weekend.
    """

    minimum: int = param("min", "count", default=1, least=1, most=10, sample=1)
    window: int = param("window", "window", default=14, least=1, most=182, sample="14")

    examples = (
        Example("two weekends in a row", f"{_WEEKEND_1} {_BOTH}", 1, 1, {"window": 14}),
        Example("every other weekend", f"{_WEEKEND_1} {_WEEKEND_0} {_BOTH}", 0, 0, {"window": 14}),
        Example("the history counts", f"D . | {_BOTH}", 1, 1, {"window": 14}),
        Example(
            "two off of three are asked for",
            f"{_WEEKEND_1} {_BOTH} {_BOTH}",
            1,
            2,
            {"minimum": 2, "window": 21},
        ),
        Example("it alone is not charged", f"D . . . . . . D . | {_WEEKEND_0}", 0, 0, {}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of weekends."""
        return horizon.weekend_spans(-(-self.window // _WEEK))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        number = -(-self.window // _WEEK)
        for person in self.people(scenario):
            worked = {d.day for d in schedule.timeline(person) if self.shifts.has(d.shift)}
            for run in scenario.horizon.weekend_runs(number):
                if len(run) < number:
                    continue
                free = [weekend for weekend in run if not worked.intersection(weekend)]
                lost = sum(any(d in worked and d < 0 for d in weekend) for weekend in run)
                missing = min(self.minimum, number - lost) - len(free)
                if missing > 0:
                    yield self.violation(
                        person=person,
                        days=(d for weekend in run for d in weekend if d in worked),
                        measured=len(free),
                        limit=self.minimum,
                        amount=missing,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        number = (self.window + _WEEK - 1) // _WEEK
        for run in frame.scenario.horizon.weekend_runs(number):
            if len(run) < number:
                continue
            for person, _ in frame.people(self.who):
                past, groups = 0, []
                for weekend in run:
                    if any(frame.past(person, day) in options for day in weekend if day < 0):
                        past += 1
                    else:
                        groups.append(_planned(frame, weekend))
                most = max(number - self.minimum, past)
                ahead = tuple(group for group in groups if group)
                yield Groups(rule, self.grade, person, ahead, options, base=past, most=most)


def _planned(frame: Frame, days: Iterable[int]) -> tuple[int, ...]:
    """Return the planned ones of some days."""
    return tuple(day for day in days if day in frame.scenario.horizon.planned)


@rule("weekend_run", scope=("who", "shifts"), level=4, weight=10, alone=True)
class WeekendRun(RuleBase):
    """Consecutive weekends worked, at most; consecutive weekends off, at least.

    A weekend is worked if one of the shifts named starts on its Saturday or Sunday, off
    otherwise; with ``friday`` the Friday before, and with ``monday`` the Monday after, belong to
    it. One of which a single day is known counts by that day. Maximum: weekends worked on end.
    Minimum: weekends off on end between two worked ones. ``worked`` asks for at least so many
    worked on end. The history belongs to the runs. Too long: weekends beyond the maximum,
    counted from what the history alone holds where that is more. Too short: weekends missing,
    for runs of which both ends are known: neither the run of the first known weekend nor that
    of the last, unless ``edges`` asks for these too. Priced by these weekends.
    """

    minimum: int | None = param("min", "count", default=None, least=1, most=12)
    maximum: int | None = param("max", "count", default=None, least=0, most=12, sample=2)
    worked: int | None = param("value", "count", default=None, least=1, most=12)
    friday: bool = param("value", "flag", default=False)
    monday: bool = param("value", "flag", default=False)
    edges: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "three weekends on end",
            f"{_WEEKEND_1} {_BOTH} {_WEEKEND_1}",
            1,
            1,
            {"maximum": 2},
        ),
        Example("two of them", f"{_WEEKEND_1} {_BOTH} {_WEEKEND_0}", 0, 0, {"maximum": 2}),
        Example(
            "one weekend off between",
            f"{_BOTH} {_WEEKEND_0} {_BOTH}",
            1,
            1,
            {"minimum": 2},
        ),
        Example("the plan ends before that", f"{_BOTH} {_WEEKEND_0}", 0, 0, {"minimum": 2}),
        Example(
            "one weekend alone",
            f"{_WEEKEND_0} {_BOTH} {_WEEKEND_0}",
            1,
            1,
            {"worked": 2},
        ),
        Example("two in the history", f"D . . . . . . D . | {_BOTH}", 1, 1, {"maximum": 2}),
        Example(
            "one weekend alone at the end, and judged",
            f"{_WEEKEND_0} {_BOTH}",
            1,
            1,
            {"worked": 2, "edges": True},
        ),
        Example(
            "a Friday, then a Monday after the weekend",
            ". . . . D . . . . . . . . . D",
            1,
            1,
            {"maximum": 1, "friday": True, "monday": True},
        ),
        Example("neither counts by itself", ". . . . D . . D", 0, 0, {"maximum": 0}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of one weekend more than may be worked on end."""
        return () if self.maximum is None else horizon.weekend_spans(self.maximum + 1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        known = scenario.horizon.known
        weekends = list(scenario.horizon.known_weekends(friday=self.friday, monday=self.monday))
        for person in self.people(scenario):
            days = {d.day for d in schedule.timeline(person) if self.shifts.has(d.shift)}
            decided = sum(
                one[-1] < 0 or any(day < 0 and day in days for day in one) for one in weekends
            )
            first = 0
            for busy, same in groupby(bool(days.intersection(one)) for one in weekends):
                after = first + len(list(same))
                run = weekends[first:after]
                past = min(max(0, decided - first), len(run))
                inner = self.edges or (first > 0 and after < len(weekends))
                if after >= decided < len(weekends):
                    most = self.maximum if busy else None
                    least = (self.worked if busy else self.minimum) if inner else None
                    yield from self._judge(person, run, known, past, least, most)
                first = after

    def _judge(
        self,
        person: Person,
        run: Sequence[range],
        known: range,
        past: int,
        least: int | None,
        most: int | None,
    ) -> Iterator[Violation]:
        """Yield what is amiss with the length of one run of weekends."""
        length = len(run)
        gaps = (
            (least, 0 if least is None else least - length),
            (most, 0 if most is None else length - max(most, past)),
        )
        for limit, gap in gaps:
            if limit is not None and gap > 0:
                yield self.violation(
                    person=person,
                    days=(day for weekend in run for day in weekend if day in known),
                    measured=length,
                    limit=limit,
                    amount=gap,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        weekends = frame.scenario.horizon.known_weekends(friday=self.friday, monday=self.monday)
        known = tuple(weekends)
        for person, _ in frame.people(self.who):
            decided: list[bool] = []
            groups: list[tuple[int, ...]] = []
            for days in known:
                works = any(day < 0 and frame.past(person, day) in options for day in days)
                if works or days[-1] < 0:
                    decided.append(works)
                else:
                    groups.append(_planned(frame, days))
            yield from self._bounds(rule, person, options, tuple(groups), decided)

    def _bounds(
        self,
        rule: int,
        person: int,
        options: frozenset[int],
        groups: tuple[tuple[int, ...], ...],
        decided: Sequence[bool],
    ) -> Iterator[Requirement]:
        """Yield the bounds on weekends worked, then those on weekends off."""
        for empty, least, most in (
            (False, self.worked, self.maximum),
            (True, self.minimum, None),
        ):
            before = 0
            while before < len(decided) and decided[-1 - before] is not empty:
                before += 1
            if groups and (most is not None or (least or 0) > 1):
                yield GroupRuns(
                    rule,
                    self.grade,
                    person,
                    groups,
                    options,
                    empty,
                    least or 0,
                    most,
                    before,
                    before_open=before == len(decided) and not self.edges,
                    closed=self.edges,
                )


@rule("no_night_before_off_weekend", scope=("who", "shifts"), must=False, level=6, alone=True)
class NoNightBeforeOffWeekend(RuleBase):
    """No night on the Friday before a weekend off: a free weekend starts on Friday evening.

    For each person and each weekend of which Friday, Saturday and Sunday are planned: if none
    of the person's work starts on Saturday or Sunday, none of the shifts named (shifts of the
    family night, where none is named) starts on Friday. Priced per weekend.
    """

    examples = (
        Example("a night, then the weekend off", ". . . . N . .", 1, 1),
        Example("a night, and Sunday worked", ". . . . N . N", 0, 0),
        Example("a late shift", ". . . . L . .", 0, 0),
        Example(
            "a late shift, where that is named",
            ". . . . L . .",
            1,
            1,
            {"shifts": Shifts(codes=frozenset({"L"}))},
        ),
        Example("Friday is in the history", "N | . . .", 0, 0),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        nights = _NIGHTS if self.shifts == ALL_WORK else self.shifts
        for person in self.people(scenario):
            by_day = schedule.by_day(person)
            for saturday, sunday in scenario.horizon.weekends():
                friday = saturday - 1
                if friday < 0 or sunday not in scenario.horizon.planned:
                    continue
                late = [d for d in by_day.get(friday, ()) if nights.has(d.shift)]
                if late and not by_day.get(saturday) and not by_day.get(sunday):
                    yield self.violation(
                        person=person,
                        days=(friday, saturday, sunday),
                        shift=late[0].shift.code,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        chosen = frame.on(_NIGHTS if self.shifts == ALL_WORK else self.shifts)
        nights = dict.fromkeys(sorted(chosen), 1)
        work = dict.fromkeys(sorted(frame.work), -1)
        for saturday, sunday in frame.scenario.horizon.weekends():
            days = (saturday - 1, saturday, sunday)
            if days[0] >= 0 and sunday < frame.scenario.horizon.days:
                for person, _ in frame.people(self.who):
                    yield Total(rule, self.grade, person, days, (nights, work, work), most=0)


@rule("sundays", source="décret 2002-9", scope=("who", "shifts"), level=3, weight=10, alone=True)
class Sundays(RuleBase):
    """Sundays off in each period, or in any run of consecutive days, at least.

    For each person and each window: Sundays on which none of the shifts named starts >=
    minimum. With ``saturday_night``, work that starts on Saturday and ends on Sunday takes the
    Sunday too. The windows are all runs of ``window`` days where that is given, those that
    begin in the history included; otherwise the periods named. Only whole windows are judged.
    Of the Sundays that the history leaves, no more is asked than can still be off. Priced per
    Sunday.
    """

    minimum: int = param("min", "count", least=1, most=60, sample=2)
    window: int | None = param("window", "window", default=None, least=7, most=366, sample="28")
    period: PeriodName = param("value", "period", default="month")
    saturday_night: bool = param("value", "flag", default=False)

    examples = (
        Example("both Sundays worked", f"{_BOTH} {_BOTH}", 1, 1, {"minimum": 1, "window": 14}),
        Example("one of two", f"{_BOTH} {_WEEKEND_1}", 0, 0, {"minimum": 1, "window": 14}),
        Example(
            "a night from Saturday to Sunday",
            ". . . . . N .",
            1,
            1,
            {"minimum": 1, "window": 7, "saturday_night": True},
        ),
        Example(
            "that night counts for Saturday", ". . . . . N .", 0, 0, {"minimum": 1, "window": 7}
        ),
        Example(
            "the week before was worked", f"{_BOTH} | {_BOTH}", 1, 1, {"minimum": 1, "window": 14}
        ),
        Example("a month that is not known whole", f"{_BOTH} {_BOTH}", 0, 0, {"minimum": 2}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the windows."""
        return self._windows(horizon)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        for person in self.people(scenario):
            taken: dict[int, int] = {}
            for duty in schedule.timeline(person):
                if not self.shifts.has(duty.shift):
                    continue
                sunday = duty.day + 6 - horizon.date(duty.day).weekday()
                reaches = self.saturday_night and duty.end > horizon.instant(sunday)
                if duty.day == sunday or (duty.day == sunday - 1 and reaches):
                    taken[sunday] = min(duty.day, taken.get(sunday, duty.day))
            for window in self._windows(horizon):
                sundays = {day for day in window.days if horizon.date(day).weekday() == 6}
                free = len(sundays - taken.keys())
                lost = sum(taken.get(day, 0) < 0 for day in sundays)
                missing = min(self.minimum, len(sundays) - lost) - free
                if missing > 0:
                    yield self.violation(
                        person=person,
                        days=sundays & taken.keys(),
                        measured=free,
                        limit=self.minimum,
                        amount=missing,
                    )

    def _windows(self, horizon: Horizon) -> Iterator[Period]:
        """Yield the windows that ``check`` judges."""
        if self.window is None:
            return (period for period in horizon.periods(self.period) if period.complete)
        return (run for run in horizon.windows(self.window) if run.complete)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        options = frame.on(self.shifts)
        spills: dict[int, frozenset[int]] = {}
        windows = (
            horizon.periods(self.period) if self.window is None else horizon.windows(self.window)
        )
        for window in windows:
            if not window.complete:
                continue
            sundays = [day for day in window.days if (horizon.date(day).weekday() + 1) % _WEEK == 0]
            if self.saturday_night:
                for sunday in sundays:
                    midnight = horizon.instant(sunday)
                    spills[sunday - 1] = frozenset(
                        o for o in options if frame.span(o, sunday - 1)[1] > midnight
                    )
            for person, _ in frame.people(self.who):
                past, groups = 0, []
                for sunday in sundays:
                    days = (sunday - 1, sunday) if self.saturday_night else (sunday,)
                    if any(frame.past(person, d) in spills.get(d, options) for d in days if d < 0):
                        past += 1
                    else:
                        groups.append(_planned(frame, days))
                yield Groups(
                    rule,
                    self.grade,
                    person,
                    tuple(group for group in groups if group),
                    options,
                    base=past,
                    most=max(len(sundays) - self.minimum, past),
                    instead=spills,
                )
