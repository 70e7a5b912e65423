"""Leave is not to be spoilt at either end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.presence import leaves
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_NIGHT = Shifts(codes=frozenset({"N"}))
_AWAY = {"absences": (Absence(person="A", first=1, last=2),)}


@rule("near_leave", scope=("who", "shifts"), must=False, level=6, weight=2, alone=True)
class NearLeave(RuleBase):
    """No shift named just before a leave, nor just after it.

    For each person and each stretch of consecutive days of firm absence of at least
    ``minimum`` days: none of the shifts named starts on the ``before`` days ahead of its first
    day, nor on the ``after`` days that follow its last. A shift is charged once, however many
    leaves it is near; days of the history are not judged. Priced per shift.
    """

    minimum: int = param("min", "days", default=1, least=1, most=60, sample=1)
    before: int = param("value", "days", default=1, least=0, most=7, sample=1)
    after: int = param("value", "days", default=0, least=0, most=7, sample=1)

    examples = (
        Example("a night on the eve", "N . . D", 1, 1, {"shifts": _NIGHT}, given=_AWAY),
        Example("a day on the eve", "D . . D", 0, 0, {"shifts": _NIGHT}, given=_AWAY),
        Example("back at work at once", "N . . D", 1, 1, {"before": 0, "after": 1}, given=_AWAY),
        Example("a leave too short to count", "N . . D", 0, 0, {"minimum": 3}, given=_AWAY),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            stretches = [s for s in leaves(scenario, person) if len(s.days) >= self.minimum]
            for duty in schedule.timeline(person):
                if duty.day < 0 or not self.shifts.has(duty.shift):
                    continue
                if any(
                    0 < leave.first - duty.day <= self.before
                    or 0 < duty.day - leave.last <= self.after
                    for leave in stretches
                ):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        fine = frame.every - frame.on(self.shifts)
        for number, person in frame.people(self.who):
            near: set[int] = set()
            for leave in leaves(scenario, person):
                if leave.last - leave.first + 1 >= self.minimum:
                    near.update(range(leave.first - self.before, leave.first))
                    near.update(range(leave.last + 1, leave.last + 1 + self.after))
            for day in sorted(near):
                if day in scenario.horizon.planned:
                    yield Allowed(rule, self.grade, number, day, fine)
