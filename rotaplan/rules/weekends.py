"""Weekends: how many are worked, and whether whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Groups, Requirement, Succession
from rotaplan.rules.base import Example, RuleBase, param, rule

_WEEK = 7


@rule("weekends_max", scope=("who", "shifts"), alone=True)
class WeekendsMax(RuleBase):
    """Weekends worked, at most.

    For each person: number of weekends on which one of the shifts named starts, on Saturday or
    Sunday, <= maximum; over the weekends of the plan, or over any n consecutive weekends, those
    of the history included, where ``window`` gives n (as weeks, or as days; started weeks count
    whole). With ``friday_night`` a duty of Friday that ends after Saturday 00:00 counts for the
    weekend too, if its Saturday or Sunday is a day of the plan or of the history. A weekend of
    which only one day is known counts by that day. Weekends worked in the history beyond the
    maximum are not charged. Priced per weekend.
    """

    maximum: int = param("max", "count", most=60, sample=2)
    window: int | None = param("window", "window", default=None, least=7, most=364, sample="28")
    friday_night: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "two weekends, one at most",
            ". . . . . D . . . . . . . D",
            1,
            1,
            {"maximum": 1},
        ),
        Example("both days of one weekend", ". . . . . D D . . . . . . .", 0, 0, {"maximum": 1}),
        Example(
            "the weekend before counts",
            "D . | . . . . . D .",
            1,
            1,
            {"maximum": 1, "window": 14},
        ),
        Example(
            "two weekends of the history are not charged",
            "D . . . . . . D . | . . . . . . .",
            0,
            0,
            {"maximum": 1, "window": 28},
        ),
        Example(
            "a night from Friday to Saturday",
            ". . . . N . .",
            1,
            1,
            {"maximum": 0, "friday_night": True},
        ),
        Example(
            "a late shift on Friday",
            ". . . . L . .",
            0,
            0,
            {"maximum": 0, "friday_night": True},
        ),
    )

    @property
    def counts_plan(self) -> bool:
        return self.window is None

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the weekends of the plan, or the runs of weekends."""
        if self.window is None:
            return horizon.weekend_spans(1)
        return horizon.weekend_spans(-(-self.window // _WEEK))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon = scenario.horizon
        runs = (
            [tuple(horizon.weekends())]
            if self.window is None
            else list(horizon.weekend_runs(-(-self.window // _WEEK)))
        )
        for person in self.people(scenario):
            for run in runs:
                worked = {saturday: self._days(schedule, person, saturday) for saturday, _ in run}
                count = sum(bool(days) for days in worked.values())
                past = sum(any(day < 0 for day in days) for days in worked.values())
                beyond = count - max(self.maximum, past)
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=(day for days in worked.values() for day in days),
                        measured=count,
                        limit=self.maximum,
                        amount=beyond,
                    )

    def _days(self, schedule: Schedule, person: Person, saturday: int) -> list[int]:
        """Return the days on which work of a person makes a weekend one worked."""
        opens = schedule.scenario.horizon.instant(saturday)
        by_day = schedule.by_day(person)
        return [
            duty.day
            for day in (saturday - 1, saturday, saturday + 1)
            for duty in by_day.get(day, ())
            if self.shifts.has(duty.shift)
            and (day >= saturday or (self.friday_night and duty.end > opens))
        ]

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        options = frame.on(self.shifts)
        if self.window is None:
            runs = [tuple(horizon.weekends())]
        else:
            runs = list(horizon.weekend_runs((self.window + _WEEK - 1) // _WEEK))
        nights = {}
        if self.friday_night:
            for saturday in sorted({saturday for run in runs for saturday, _ in run}):
                midnight = horizon.instant(saturday)
                nights[saturday - 1] = frozenset(
                    option for option in options if frame.span(option, saturday - 1)[1] > midnight
                )
        for person, _ in frame.people(self.who):
            for run in runs:
                past = 0
                groups = []
                for saturday, sunday in run:
                    days: tuple[int, ...] = (saturday, sunday)
                    if nights.get(saturday - 1):
                        days = (saturday - 1, saturday, sunday)
                    if any(
                        frame.past(person, day) in nights.get(day, options)
                        for day in days
                        if day < 0
                    ):
                        past += 1
                        continue
                    ahead = tuple(day for day in days if day in horizon.planned)
                    if ahead:
                        groups.append(ahead)
                yield Groups(
                    rule,
                    self.grade,
                    person,
                    tuple(groups),
                    options,
                    base=past,
                    most=max(self.maximum, past),
                    instead={
                        day: nights[day] for group in groups for day in group if day in nights
                    },
                )


@rule("weekend_complete", scope=("who", "shifts"), must=False, level=6, alone=True)
class WeekendComplete(RuleBase):
    """Saturday and Sunday both worked, or both off.

    For each person and weekend of the plan: one of the shifts named starts on Saturday if and
    only if one starts on Sunday. A weekend that begins in the history is judged with its
    Saturday as it was; one of which a day is not known is not judged. Priced per weekend.
    """

    examples = (
        Example("Saturday alone", ". . . . . D .", 1, 1),
        Example("Sunday alone", ". . . . . . D", 1, 1),
        Example("both, on different shifts", ". . . . . E L", 0, 0),
        Example("neither", "D D D D D . .", 0, 0),
        Example("the plan ends on Saturday", ". . . . . D", 0, 0),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the weekends."""
        return horizon.weekend_spans(1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        known = scenario.horizon.known
        for person in self.people(scenario):
            by_day = schedule.by_day(person)
            for weekend in scenario.horizon.weekends():
                if not all(day in known for day in weekend):
                    continue
                worked = [
                    day
                    for day in weekend
                    if any(self.shifts.has(duty.shift) for duty in by_day.get(day, ()))
                ]
                if len(worked) == 1:
                    yield self.violation(person=person, days=weekend, measured=1, limit=2)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        known = frame.scenario.horizon.known
        inside = frame.on(self.shifts)
        outside = frame.every - inside
        table = clashes(
            {
                pair: 1
                for one in sorted(inside)
                for other in sorted(outside)
                for pair in ((one, other), (other, one))
            }
        )
        if not table:
            return
        for saturday, sunday in frame.scenario.horizon.weekends():
            if saturday in known and sunday in known:
                for person, _ in frame.people(self.who):
                    yield Succession(rule, self.grade, person, saturday, 1, table)


@rule("weekend_identical", scope=("who", "shifts"), must=False, level=6, alone=True)
class WeekendIdentical(RuleBase):
    """The same shift on Saturday and on Sunday, where both are worked.

    For each person and weekend of the plan: if one of the shifts named starts on Saturday and
    one on Sunday, it is the same code, whatever the function. A weekend of which one day alone
    is worked is left to the rule on complete weekends. A weekend that begins in the history is
    judged with its Saturday as it was. Priced per weekend.
    """

    examples = (
        Example("early on Saturday, late on Sunday", ". . . . . E L", 1, 1),
        Example("late on both days", ". . . . . L L", 0, 0),
        Example("Saturday alone", ". . . . . E .", 0, 0),
        Example("another shift next weekend", ". . . . . E E . . . . . L L", 0, 0),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the weekends."""
        return horizon.weekend_spans(1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            by_day = schedule.by_day(person)
            for weekend in scenario.horizon.weekends():
                first, then = (
                    {d.shift.code for d in by_day.get(day, ()) if self.shifts.has(d.shift)}
                    for day in weekend
                )
                if first and then and first != then:
                    yield self.violation(
                        person=person, days=weekend, shift=", ".join(sorted(first | then))
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        known = frame.scenario.horizon.known
        chosen = frame.on(self.shifts)
        pairs = {
            (one, other): 1
            for options in frame.by_code.values()
            for one in sorted(options & chosen)
            for other in sorted(chosen - options)
        }
        if not pairs:
            return
        table = clashes(pairs)
        for saturday, sunday in frame.scenario.horizon.weekends():
            if saturday in known and sunday in known:
                for person, _ in frame.people(self.who):
                    yield Succession(rule, self.grade, person, saturday, 1, table)
