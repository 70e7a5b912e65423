"""What the requirements of a scenario say of a complete roster, read without any solver."""

from __future__ import annotations

from dataclasses import dataclass

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.build import build
from rotaplan.model.frame import Frame
from rotaplan.model.measure import Value, costs
from rotaplan.model.requirements import OFF


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found amiss.

    Attributes
    ----------
    rejected
        Whether something that must hold is broken.
    cost
        Sum of all prices, weights included.
    """

    rejected: bool
    cost: int


def cells_of(frame: Frame, schedule: Schedule) -> dict[tuple[int, int], int] | None:
    """Return the option of each worked cell; None where the roster has no place in the frame.

    That is where a cell holds two duties, or an option that the frame does not know.
    """
    numbers = {(option.shift.code, option.skill): i for i, option in frame.numbered}
    found: dict[tuple[int, int], int] = {}
    for one in schedule.assignments:
        cell = (frame.number[one.person], one.day)
        if cell in found or (one.shift, one.skill) not in numbers:
            return None
        found[cell] = numbers[one.shift, one.skill]
    return found


def reading(frame: Frame, chosen: dict[tuple[int, int], int]) -> Value:
    """Return the function that gives the option of any cell, history included."""

    def value(person: int, day: int) -> int:
        if day < 0:
            return frame.past(person, day)
        return chosen.get((person, day), OFF)

    return value


def weigh(scenario: Scenario, schedule: Schedule) -> Verdict:
    """Return what the requirements that the rules post find in a roster."""
    model = build(scenario)
    chosen = cells_of(model.frame, schedule)
    if chosen is None:
        return Verdict(True, 0)
    value = reading(model.frame, chosen)
    rejected = any(value(*cell) not in options for cell, options in model.domains.items())
    cost = 0
    for index, amount in costs(model, value):
        grade = model.requirements[index].grade
        rejected |= grade.must
        cost += 0 if grade.must else grade.weight * amount
    return Verdict(rejected, cost)


def judged(scenario: Scenario, schedule: Schedule) -> Verdict:
    """Return what the rules' ``check`` finds in a roster."""
    found = [v for rule in scenario.rules for v in rule.check(scenario, schedule)]
    return Verdict(any(v.must for v in found), sum(v.cost for v in found))
