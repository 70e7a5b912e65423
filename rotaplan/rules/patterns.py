"""Patterns over consecutive days: unwanted, asked for, and days alone between others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.sequences import Sequence, Step
from rotaplan.domain.time import Horizon, Period
from rotaplan.model.chains import chain, fitting
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_FRIDAYS = Days(weekdays=frozenset({4}))


@rule("pattern", scope=("who", "when"), must=False, level=6, weight=10, alone=True)
class Pattern(RuleBase):
    """A sequence over consecutive days that is not wanted, or that must be gone through.

    For each person and each run of as many known days as the sequence has, at least one of them
    planned: not every day is as its step says. Where days are named, they are those of the first
    step. Priced once per run of days.

    With ``wanted``: where the first step fits a day (of the history too), each later step fits
    its day, as far as the plan reaches. To ask for a sequence from a day on, whatever that day
    holds, let it begin with "anything". Priced per day that is not as asked.
    """

    sequence: Sequence = param("value", "sequence", least=2, most=28, sample="R M R")
    wanted: bool = param("value", "flag", default=False)

    examples = (
        Example("off, early, off", ". E . E E .", 1, 1, {"sequence": Sequence.of(". E .")}),
        Example("two earlies", ". E E .", 0, 0, {"sequence": Sequence.of(". E .")}),
        Example("a late, then any work", "L . L L D", 2, 2, {"sequence": Sequence.of("L *")}),
        Example("begun in the history", "N N | E", 1, 1, {"sequence": Sequence.of("N N E|D")}),
        Example(
            "on Fridays: off, then a weekend at work",
            ". . . D . D D . D D",
            1,
            1,
            {"sequence": Sequence.of(". * *"), "when": _FRIDAYS},
        ),
        Example(
            "a night, then a day off or another night",
            ". N N . N",
            0,
            0,
            {"sequence": Sequence.of("N N|."), "wanted": True},
        ),
        Example(
            "every night is followed by two days off",
            "N . D N E",
            2,
            2,
            {"sequence": Sequence.of("N . ."), "wanted": True},
        ),
        Example(
            "from Friday on: late, late, late, whatever Friday holds",
            "D D D D D L E",
            1,
            1,
            {"sequence": Sequence.of("? L L L"), "wanted": True, "when": _FRIDAYS},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of days as long as the sequence."""
        return horizon.windows(len(self.sequence.steps))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        known = scenario.horizon.known
        length = len(self.sequence.steps)
        for person in self.people(scenario):
            for first in known:
                if not self.on(scenario, first):
                    continue
                days = range(first, first + length)
                if self.wanted:
                    yield from self._missed(schedule, person, days)
                elif days[-1] in scenario.horizon.planned and all(
                    self._fits(schedule, person, day, step)
                    for day, step in zip(days, self.sequence.steps, strict=True)
                ):
                    yield self.violation(person=person, days=days, measured=length)

    def _fits(self, schedule: Schedule, person: Person, day: int, step: Step) -> bool:
        duties = schedule.by_day(person).get(day, ())
        return step.fits([duty.shift for duty in duties])

    def _missed(self, schedule: Schedule, person: Person, days: range) -> Iterator[Violation]:
        """Yield a sequence that is begun and not gone through."""
        steps = dict(zip(days, self.sequence.steps, strict=True))
        if not self._fits(schedule, person, days[0], steps.pop(days[0])):
            return
        ahead = [day for day in steps if day in schedule.scenario.horizon.planned]
        wrong = [day for day in ahead if not self._fits(schedule, person, day, steps[day])]
        if wrong:
            yield self.violation(
                person=person,
                days=wrong,
                measured=len(days) - len(wrong),
                limit=len(days),
                amount=len(wrong),
            )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        options = [fitting(frame, step) for step in self.sequence.steps]
        for first in range(-horizon.history_days, horizon.days):
            if not self.on(frame.scenario, first):
                continue
            last = first + len(options) - 1
            chains = []
            if self.wanted:
                for day in range(max(first + 1, 0), min(last, horizon.days - 1) + 1):
                    other = frame.every - options[day - first]
                    chains.append([(first, options[0]), (day, other)])
            elif 0 <= last < horizon.days:
                chains.append(list(zip(range(first, last + 1), options, strict=True)))
            for number, _ in frame.people(self.who):
                for steps in chains:
                    made = chain(frame, rule, self.grade, number, steps)
                    if made is not None:
                        yield made


@rule("isolated", scope=("who", "when"), must=False, level=6, weight=10, alone=True)
class Isolated(RuleBase):
    """No day of work alone between two days off, no day off alone between two days of work.

    For each person and each day meant of which the day before and the day after are known, the
    history included: ``which`` says whether single days of ``work``, single days ``off`` or
    ``both`` are not wanted. Days of leave and absence are days off on either side of a day of
    work; but a day of firm absence, or outside the contract, is never a single day off. Priced
    per day.
    """

    which: Literal["work", "off", "both"] = param(
        "value", "word", default="both", choices=("work", "off", "both")
    )

    examples = (
        Example("one day of work", ". E . . D D", breaks=1, params={"which": "work"}),
        Example("one day off", "D D . E E .", breaks=1, params={"which": "off"}),
        Example("a day of each kind", "D D . D . . .", breaks=2),
        Example("the day before the plan", "D | . D .", breaks=2),
        Example("at the ends nothing is known", "D . . D D . . D", breaks=0),
        Example(
            "one day of leave",
            "D D . D D",
            breaks=0,
            given={"absences": (Absence(person="A", first=2, last=2),)},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with those beside them."""
        return horizon.windows(3)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        known = scenario.horizon.known
        present = present_days(scenario)
        for person in self.people(scenario):
            worked = schedule.by_day(person).keys()
            for day in known[1:-1]:
                if day + 1 < 0 or not self.on(scenario, day):
                    continue
                before, here, after = (one in worked for one in (day - 1, day, day + 1))
                if before != after or before == here:
                    continue
                other, rest = ("off", False) if here else ("work", True)
                if self.which != other and not (rest and day not in present[person.id]):
                    yield self.violation(person=person, days=(day,), measured=1)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        horizon = scenario.horizon
        off = frozenset({OFF})
        present = present_days(scenario)
        for day in range(max(-1, 1 - horizon.history_days), horizon.days - 1):
            if not self.on(scenario, day):
                continue
            for number, person in frame.people(self.who):
                kinds = []
                if self.which in ("work", "both"):
                    kinds.append((off, frame.work))
                if self.which in ("off", "both") and day in present[person.id]:
                    kinds.append((frame.work, off))
                for beside, here in kinds:
                    steps = ((day - 1, beside), (day, here), (day + 1, beside))
                    made = chain(frame, rule, self.grade, number, steps)
                    if made is not None:
                        yield made
