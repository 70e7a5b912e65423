"""How far two rosters are apart, and a roster that must be so far from another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rotaplan.domain.published import posts_of
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Joint, Requirement
from rotaplan.rules.base import RuleBase


def distance(scenario: Scenario, one: Iterable[Assignment], other: Iterable[Assignment]) -> int:
    """Return the person-days on which two rosters differ: other shift, function, work or rest."""
    left, right = posts_of(scenario, one), posts_of(scenario, other)
    cells = left.keys() | right.keys()
    return sum(left.get(cell) != right.get(cell) for cell in cells)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Apart(RuleBase):
    """The roster differs from another one on so many person-days at least.

    Attributes
    ----------
    other
        The other roster.
    least
        Person-days.
    """

    key = "apart_from_plan"

    other: tuple[Assignment, ...] = ()
    least: int = 1

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        found = distance(scenario, schedule.assignments, self.other)
        if found < self.least:
            yield self.violation(measured=found, limit=self.least, amount=self.least - found)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        posts = posts_of(frame.scenario, self.other)
        cells, values = [], []
        for number, person in enumerate(frame.scenario.people):
            for day in frame.scenario.horizon.planned:
                cells.append((number, day))
                values.append({frame.option_of(posts.get((person.id, day))): 1})
        same = len(cells) - self.least
        yield Joint(rule, self.grade, tuple(cells), tuple(values), most=same)
