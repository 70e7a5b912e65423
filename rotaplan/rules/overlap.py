"""Nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Requirement, Succession
from rotaplan.rules.base import Example, RuleBase, param, rule

_GUARD = Shift(code="G", spans=(Span(start=480, end=1920),), family=Family.ON_SITE_CALL)
_HOME = Shift(code="H", spans=(Span(start=480, end=1980),), family=Family.ON_CALL)
_EARLY = Shift(code="E", spans=(Span(start=360, end=840),), family=Family.MORNING)
_LATE = Shift(code="L", spans=(Span(start=480, end=960),), family=Family.EVENING)
_LONG = {
    "shifts": (_GUARD, _HOME, _EARLY, _LATE),
    "demand": tuple(Demand(shift=code) for code in "GHEL"),
}


@rule("no_overlap", scope=(), basic=True, level=1, weight=1000, alone=True)
class NoOverlap(RuleBase):
    """Nobody works two duties at the same time.

    For each person and each pair of duties of which one is planned: no minute lies in a piece
    of work of both. One duty a day is not enough for that: 24 hours on site from 8:00 are still
    under way when the next day's early shift begins. The pause of a split shift is free time,
    and a duty may begin in the minute in which another ends. On-call duties at home do not
    count, unless ``at_home`` says so. Real minutes count, over midnight and clock changes, and
    those of the history too. Priced per pair.
    """

    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("24 hours from 8:00, then a shift from 6:00", "G E", 1, 1, given=_LONG),
        Example("the next one begins as they end", "G L", 0, 0, given=_LONG),
        Example("a day off between", "G . E", 0, 0, given=_LONG),
        Example("they are in the history", "G | E", 1, 1, given=_LONG),
        Example("on call at home until 9:00", "H L", 0, 0, given=_LONG),
        Example("where that counts too", "H L", 1, 1, {"at_home": True}, given=_LONG),
        Example("two duties of one day", "E+L", breaks=1, given=_LONG),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in scenario.people:
            line = [duty for duty in schedule.timeline(person) if self._counts(duty)]
            for a, b in combinations(line, 2):
                if a.end > b.start and b.day >= 0:
                    shared = sum(
                        max(0, min(one[1], other[1]) - max(one[0], other[0]))
                        for one in scenario.spans(a.shift, a.day)
                        for other in scenario.spans(b.shift, b.day)
                    )
                    if shared:
                        yield self.violation(
                            person=person,
                            days=(a.day, b.day),
                            shift=b.shift.code,
                            measured=shared,
                        )

    def _counts(self, duty: Duty) -> bool:
        return self.at_home or duty.shift.family is not Family.ON_CALL

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        meant = [
            (number, option.shift)
            for number, option in frame.numbered
            if self.at_home or option.shift.family != Family.ON_CALL
        ]
        for gap in range(1, frame.longest_reach + 1):
            for day in range(max(-gap, -horizon.history_days), horizon.days - gap):
                long = [
                    (number, shift)
                    for number, shift in meant
                    if frame.span(number, day)[1] > horizon.instant(day + gap)
                ]
                pairs = {
                    (first, then): 1
                    for first, shift in long
                    for then, later in meant
                    if _meet(frame, shift, day, later, day + gap)
                }
                if not pairs:
                    continue
                table = clashes(pairs)
                for person, _ in enumerate(frame.scenario.people):
                    if day >= 0 or frame.past(person, day):
                        yield Succession(rule, self.grade, person, day, gap, table)


def _meet(frame: Frame, shift: Shift, day: int, later: Shift, then: int) -> bool:
    """Whether two shifts, started on these days, have a minute of work in common."""
    return any(
        opens < end and start < closes
        for opens, closes in frame.scenario.spans(shift, day)
        for start, end in frame.scenario.spans(later, then)
    )
