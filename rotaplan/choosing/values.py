"""A few good rosters to choose from: what each costs by goal, and how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rotaplan.choosing.distance import distance
from rotaplan.domain.scenario import Scenario
from rotaplan.result import Result


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One roster of the choice.

    Attributes
    ----------
    name
        ``workbook`` (as the rules of the workbook have it), the goal that it puts first,
        ``balanced`` (all goals alike), or ``other`` (as the workbook has it, but different).
    number
        From 1, in the order of the table.
    result
        The roster, judged by the rules of the workbook.
    prices
        What it costs by goal.
    open_posts
        People missing to the targets.
    """

    name: str
    number: int
    result: Result
    prices: Mapping[str, int]
    open_posts: int


@dataclass(frozen=True, kw_only=True)
class Tradeoff:
    """Rosters none of which is better than another in every goal.

    Attributes
    ----------
    scenario
        The question.
    goals
        What is weighed, in the order given; goals that no row with a price speaks for are
        left out.
    choices
        The rosters.
    least_distance
        Person-days on which any two of them differ at least.
    dominated
        How many rosters were found and left out, another one being at least as good in
        every goal and better in one.
    without
        How many searches found no roster far enough from the others in the time given.
    seconds
        Time used.
    """

    scenario: Scenario
    goals: tuple[str, ...]
    choices: tuple[Choice, ...]
    least_distance: int
    dominated: int = 0
    without: int = 0
    seconds: float = 0.0

    def apart(self, one: Choice, other: Choice) -> int:
        """Return the person-days on which two of the rosters differ."""
        left, right = one.result.schedule, other.result.schedule
        if left is None or right is None:
            raise ValueError("there is no schedule to compare")
        return distance(self.scenario, left.assignments, right.assignments)

    def to_json(self) -> dict[str, Any]:
        """Return the choice in a stable form; distances in person-days."""
        return {
            "goals": list(self.goals),
            "least_distance": self.least_distance,
            "dominated": self.dominated,
            "without": self.without,
            "seconds": round(self.seconds, 3),
            "plans": [
                {
                    "number": one.number,
                    "name": one.name,
                    "prices": dict(one.prices),
                    "open_posts": one.open_posts,
                    "distances": [self.apart(one, other) for other in self.choices],
                    "result": one.result.to_json(),
                }
                for one in self.choices
            ],
        }


def dominates(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether a roster is at least as good as another in every goal, and better in one."""
    return all(one[goal] <= other[goal] for goal in one) and any(
        one[goal] < other[goal] for goal in one
    )
