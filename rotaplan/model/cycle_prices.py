"""Rules whose departures have a price, on a cycle: which ask anything of it, and from what day."""

from __future__ import annotations

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.model.cycle import cycle_model
from rotaplan.model.requirements import (
    Allowed,
    Groups,
    Occurrences,
    Requirement,
    RestIn,
    Succession,
    Total,
)


def first_day(requirement: Requirement) -> int | None:
    """Return the first day that a requirement speaks of; None where that is the whole walk."""
    match requirement:
        case Allowed() | Succession():
            return requirement.day
        case Total():
            return min(requirement.days, default=None)
        case Groups():
            return min((day for group in requirement.groups for day in group), default=None)
        case RestIn():
            return requirement.first
        case Occurrences():
            return min((d for event in requirement.events for d, _ in event.cells), default=None)
    return None


def idle_rules(question: RotationQuestion) -> frozenset[int]:
    """Return the priced rules that ask nothing of a walk, by their place among all.

    They speak of what a line does not have: wishes, leave, holidays, a contract.
    """
    if not question.priced:
        return frozenset()
    weeks = 2 * question.turn_weeks + -(-question.reach_days // WEEK)
    asked = cycle_model(question.alone(), WEEK * weeks).requirements
    return frozenset(question.priced) - {one.rule for one in asked if not empty(one)}


def empty(requirement: Requirement) -> bool:
    """Whether a requirement speaks of no day at all."""
    return isinstance(requirement, Total | Groups | Occurrences) and first_day(requirement) is None
