"""Cover: how many people each shift needs, by day and by function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.calendar import Days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Need, Pin, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Cover, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_LEAST_PRIORITY = 5
_MONDAYS = Days(weekdays=frozenset({0}))
_URGENT = {"demand": (Demand(shift="E", minimum=2, target=3, priority=1),)}
_CAPPED = {"demand": (Demand(shift="E", minimum=1, maximum=1),)}


@rule("cover_minimum", scope=("shifts", "when"), basic=True, must=False, level=2, weight=100)
class CoverMinimum(RuleBase):
    """Each shift has at least the people without whom service suffers (effectif minimum).

    For each line of needs on each day: people on it >= minimum. A line that names a function
    counts those who fill that function; a line without one counts everybody on the shift.
    Priced by the people missing, times 6 less the priority of the line (priority 1 counts five
    times, priority 5 or none once). A minimum that cannot be met is therefore reported, and the
    rest of the roster still made, unless the row is made strict.
    """

    examples = (
        Example("nobody on the second day", "E .\nL .", breaks=1, needs={"E": 1}),
        Example("as many as needed", "E E\nL .", breaks=0, needs={"L": 0, "E": 1}),
        Example("priority 1 counts five times", "E\n.", breaks=1, amount=5, given=_URGENT),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for day in scenario.horizon.planned:
            for need in scenario.needs[day]:
                if not self.on(scenario, day) or not self.shifts.has(scenario.shift[need.shift]):
                    continue
                held = len(schedule.on_need(need))
                if held < need.minimum:
                    yield self.violation(
                        days=(day,),
                        shift=need.shift,
                        skill=need.skill,
                        measured=held,
                        limit=need.minimum,
                        amount=(6 - need.priority) * (need.minimum - held),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        everybody = tuple(range(len(frame.scenario.people)))
        for need, options in _posts(self, frame):
            if need.minimum > 0:
                yield Cover(
                    rule,
                    self.grade,
                    need.day,
                    options,
                    everybody,
                    least=need.minimum,
                    factor=1 + _LEAST_PRIORITY - need.priority,
                )


@rule("cover_target", scope=("shifts", "when"), basic=True, must=False, level=4, weight=10)
class CoverTarget(RuleBase):
    """Each shift has the people wished for (effectif cible), and no more where that is priced.

    For each line of needs on each day, with its target (the minimum where it gives none):
    ``under`` units for each person missing, times 6 less the priority of the line, and ``over``
    units for each person beyond the target, whatever the priority. People are counted as for
    the minimum. Where both minimum and target are missed, both rules are priced, each at its
    own level. The public shift-scheduling instances are weight 1, ``under=100``, ``over=1``.
    """

    under: int = param("value", "count", default=1, least=0, most=10_000, sample=1)
    over: int = param("value", "count", default=0, least=0, most=10_000, sample=0)

    examples = (
        Example("two wished for, one there", "E\nL", breaks=1, needs={"E": 2, "L": 1}),
        Example("one more than wished for costs nothing", "E\nE", breaks=0, needs={"E": 1}),
        Example(
            "unless that is priced",
            "E\nE",
            breaks=1,
            amount=3,
            needs={"E": 1},
            params={"over": 3},
        ),
        Example(
            "two missing at priority 1, ten units each",
            "E\n.",
            breaks=1,
            amount=100,
            params={"under": 10},
            given=_URGENT,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for day in scenario.horizon.planned:
            for need in scenario.needs[day]:
                if not self.on(scenario, day) or not self.shifts.has(scenario.shift[need.shift]):
                    continue
                held = len(schedule.on_need(need))
                missing, beyond = max(0, need.target - held), max(0, held - need.target)
                amount = self.under * (6 - need.priority) * missing + self.over * beyond
                if amount:
                    yield self.violation(
                        days=(day,),
                        shift=need.shift,
                        skill=need.skill,
                        measured=held,
                        limit=need.target,
                        amount=amount,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        everybody = tuple(range(len(frame.scenario.people)))
        for need, options in _posts(self, frame):
            cell = (rule, self.grade, need.day, options, everybody)
            below = self.under * (1 + _LEAST_PRIORITY - need.priority)
            if need.target > 0 and below:
                yield Cover(*cell, least=need.target, factor=below)
            if self.over:
                yield Cover(*cell, most=need.target, factor=self.over)


@rule("cover_maximum", scope=("shifts", "when"), basic=True, level=4, weight=100)
class CoverMaximum(RuleBase):
    """No shift has more people than its maximum; where nobody is asked for, it is closed.

    For each line of needs with a maximum, on each day: people on it <= maximum. A shift that
    has lines of needs, but none for a day, is closed on that day: nobody works it but those whom
    the Fixes sheet puts on it. Priced by the people too many.
    """

    examples = (
        Example("two where one may be", "E .\nE E", breaks=1, given=_CAPPED),
        Example("one each day", "E .\n. E", breaks=0, given=_CAPPED),
        Example(
            "closed on Tuesday",
            "E E",
            breaks=1,
            given={"demand": (Demand(shift="E", days=_MONDAYS, minimum=1),)},
        ),
        Example(
            "both are imposed",
            "E\nE",
            breaks=1,
            given={**_CAPPED, "pins": tuple(Pin(person=p, day=0, shift="E") for p in "AB")},
        ),
        Example(
            "closed on Tuesday, but A is imposed",
            ". E\n. .",
            breaks=0,
            given={
                "demand": (Demand(shift="E", days=_MONDAYS, minimum=1),),
                "pins": (Pin(person="A", day=1, shift="E"),),
            },
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        imposed: dict[tuple[int, str | None], set[str]] = {}
        for pin in scenario.pins:
            imposed.setdefault((pin.day, pin.shift), set()).add(pin.person)
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            limits = {(need.shift, need.skill): need.maximum for need in scenario.needs[day]}
            closed = scenario.demanded - {shift for shift, _ in limits}
            limits |= {(code, ""): len(imposed.get((day, code), ())) for code in closed}
            for (code, skill), limit in sorted(limits.items()):
                if limit is None or not self.shifts.has(scenario.shift[code]):
                    continue
                people = (
                    schedule.held.get((day, code, skill), ())
                    if skill
                    else schedule.on_shift(day, code)
                )
                if len(people) > limit:
                    yield self.violation(
                        days=(day,),
                        shift=code,
                        skill=skill,
                        measured=len(people),
                        limit=limit,
                        amount=len(people) - limit,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        everybody = tuple(range(len(scenario.people)))
        pinned: dict[tuple[int, str], set[str]] = {}
        for pin in scenario.pins:
            if pin.shift is not None:
                pinned.setdefault((pin.day, pin.shift), set()).add(pin.person)
        for need, options in _posts(self, frame):
            if need.maximum is not None:
                yield Cover(rule, self.grade, need.day, options, everybody, most=need.maximum)
        meant = [
            code for code in sorted(scenario.demanded) if self.shifts.has(scenario.shift[code])
        ]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            asked = {need.shift for need in scenario.needs[day]}
            for code in meant:
                if code not in asked and code in frame.by_code:
                    most = len(pinned.get((day, code), ()))
                    options = frame.by_code[code]
                    yield Cover(rule, self.grade, day, options, everybody, most=most)


def _posts(rule: RuleBase, frame: Frame) -> Iterator[tuple[Need, frozenset[int]]]:
    """Yield the needs in the scope of a rule, with the options that count for each."""
    chosen = frame.on(rule.shifts)
    for day in frame.scenario.horizon.planned:
        if not rule.on(frame.scenario, day):
            continue
        for need in frame.scenario.needs[day]:
            options = frame.by_code.get(need.shift, frozenset()) & chosen
            if need.skill:
                options = frozenset(i for i in options if _function(frame, i) == need.skill)
            if options:
                yield need, options


def _function(frame: Frame, number: int) -> str:
    """Return the function of an option."""
    option = frame.options[number]
    return option.skill if option else ""
