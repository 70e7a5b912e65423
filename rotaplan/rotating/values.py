"""What the design of a rotation hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.problem import Problem
from rotaplan.result import Status
from rotaplan.rotating.departures import Departure
from rotaplan.rotating.grid import PRICE, GridFigures

Goal = Literal[
    "price_1",
    "price_2",
    "price_3",
    "missing",
    "price_4",
    "price_5",
    "hours_gap",
    "nights_gap",
    "sundays_gap",
    "weekends_gap",
    "price_6",
    "full_weekends",
    "longest_wait",
    "changes",
    "rests",
    "price_7",
]
GOALS: tuple[Goal, ...] = ("missing", "full_weekends", "longest_wait", "changes", "rests")
"""In order: none suffers for a later one."""
GAPS: tuple[Goal, ...] = ("hours_gap", "nights_gap", "sundays_gap", "weekends_gap")
FIXED_GOALS: tuple[Goal, ...] = ("missing", *GAPS, "full_weekends", "changes", "rests")
"""Those of lines that do not rotate, in order: who has what is settled before how good it is."""


def goals_of(question: RotationQuestion) -> tuple[Goal, ...]:
    """Return the goals of a question, in order.

    Rules with a price come in by their levels: posts are cover (4), what lines have alike is
    fairness (5), what makes a grid a good one are wishes (6).
    """
    meant = {*(FIXED_GOALS if question.weeks else GOALS)}
    meant |= {goal for goal in get_args(Goal) if goal in {f"{PRICE}{n}" for n in question.levels}}
    return tuple(goal for goal in get_args(Goal) if goal in meant)


Method = Literal["circulation", "table"]


@dataclass(frozen=True, kw_only=True)
class GoalReached:
    """News of a search: one goal is settled, as far as the time allowed.

    Attributes
    ----------
    goal
        Which one.
    figure
        Reached by the grid so far.
    proven
        Whether no grid does better, given the goals before it.
    """

    goal: Goal
    figure: int
    proven: bool


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One rotation, judged.

    Attributes
    ----------
    rotation
        The grid.
    figures
        Counted on it.
    bounds
        By goal, the best figure that is proven to be possible, given the goals before it; what
        is missing was not reached in time.
    method
        As an integer flow, or cell by cell on the table.
    departures
        From the rules that have a price, each once a turn.
    shared_weeks
        Weeks of it that the first grid has too; 0 for that one.
    """

    rotation: Rotation
    figures: GridFigures
    bounds: Mapping[Goal, int]
    method: Method
    departures: tuple[Departure, ...] = ()
    shared_weeks: int = 0

    def proven(self, goal: Goal) -> bool:
        """Whether no grid does better at a goal, given the goals before it."""
        return self.bounds.get(goal) == self.figures.of(goal)


@dataclass(frozen=True, kw_only=True)
class FewestLines:
    """How many lines are needed at least.

    Attributes
    ----------
    lines
        The least number for which a grid was found; None where none was.
    by_arithmetic
        Greatest number that arithmetic alone rules out, all below it included.
    by_search
        Numbers above that a search has proven not to be enough.
    proven
        Whether every number below ``lines`` is ruled out.
    """

    lines: int | None
    by_arithmetic: int
    by_search: tuple[int, ...]
    proven: bool


@dataclass(frozen=True, kw_only=True)
class RotationResult:
    """The answer to a question for a rotation.

    Attributes
    ----------
    question
        As asked; with ``fewest``, for that number of lines.
    status
        Of the first grid: optimal where every goal is proven.
    grids
        The best one first, then really different ones.
    problems
        What rules the rotation out by arithmetic.
    aside
        Rows that have no place in a cycle.
    on_table
        Rows of rules that the flow does not know and that had to be kept cell by cell.
    fewest
        Where the least number of lines was asked for.
    seconds, seed
        As used.
    versions
        Of rotaplan and of what it stands on.
    """

    question: RotationQuestion
    status: Status
    grids: tuple[Grid, ...] = ()
    problems: tuple[Problem, ...] = ()
    aside: tuple[Problem, ...] = ()
    on_table: tuple[str, ...] = ()
    fewest: FewestLines | None = None
    seconds: float = 0.0
    seed: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of rules that the planner wrote and every grid keeps."""
        return tuple(one.row for one in self.question.strict if one.row != one.key)

    def to_json(self) -> dict[str, Any]:
        """Return the result in the stable form of ``--json``; see the architecture of it there.

        ``rotation`` is one row a line with seven codes, null for a day off, and null as a whole
        without a grid. Where people keep their line, ``weeks`` rows are one line.
        """
        best = self.grids[0] if self.grids else None
        return {
            "status": self.status,
            "lines": self.question.lines,
            "weeks": self.question.weeks or None,
            "rotation": None if best is None else best.rotation.rows(),
            "figures": None if best is None else self._figures(best),
            "alternatives": [
                {"rotation": one.rotation.rows(), "figures": self._figures(one)}
                for one in self.grids[1:]
            ],
            "fewest": None
            if self.fewest is None
            else {"lines": self.fewest.lines, "proven": self.fewest.proven},
            "seconds": round(self.seconds, 3),
            "seed": self.seed,
            "versions": dict(self.versions),
        }

    def _figures(self, grid: Grid) -> dict[str, Any]:
        """Return the figures of a grid, and which goals are proven."""
        names = [name for name in GridFigures.__dataclass_fields__ if name != "prices"]
        found: dict[str, Any] = {name: getattr(grid.figures, name) for name in names}
        goals = goals_of(self.question)
        return {
            **found,
            "prices": {str(level): price for level, price in grid.figures.prices},
            "departures": [one.to_json() for one in grid.departures],
            "proven": [goal for goal in goals if grid.proven(goal)],
        }
