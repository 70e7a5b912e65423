"""What an engine is asked for a cycle, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rotaplan.engines.cpsat.engine import Watch
from rotaplan.engines.part import Limits, PartStatus
from rotaplan.engines.solver import cp_model

SHORTAGE = 10
"""Level at which lines missing to a target are priced: apart from those of rules."""
STATUSES: dict[int, PartStatus] = {
    int(cp_model.OPTIMAL): "optimal",
    int(cp_model.FEASIBLE): "feasible",
    int(cp_model.INFEASIBLE): "infeasible",
}


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """How many lines hold some options on a weekday: at least, wished for, at most."""

    weekday: int
    options: frozenset[int]
    least: int
    target: int
    most: int


@dataclass(frozen=True, kw_only=True)
class Load:
    """What lines carry, and should carry alike: the greatest less the least has a price.

    Attributes
    ----------
    level
        Of the price.
    terms
        Weekdays, options and worth: counted in each week in which all these days hold one of
        the options.
    """

    level: int
    terms: tuple[tuple[tuple[int, ...], frozenset[int], int], ...]


@dataclass(frozen=True, kw_only=True)
class CycleGoal:
    """What to minimise, and what to keep.

    Attributes
    ----------
    level
        Level whose price is minimised; None for any cycle.
    held
        Levels with the price that they may have at most.
    unlike
        Cycles, as options of their days, of which the answer differs: in so many of its days at
        least it takes an arc that the cycle never takes.
    apart
        That number of days.
    """

    level: int | None = None
    held: Mapping[int, int] = field(default_factory=dict)
    unlike: tuple[tuple[int, ...], ...] = ()
    apart: int = 0


@dataclass(frozen=True, kw_only=True)
class CycleAnswer:
    """What a search for a cycle found.

    Attributes
    ----------
    status
        What is proven.
    days
        Options of the days of the cycle, from a Monday; empty where none was found.
    cost
        Price at the level of the goal.
    bound
        Proven least price there.
    """

    status: PartStatus
    days: tuple[int, ...] = ()
    cost: int = 0
    bound: int = 0


class CycleEngine(Protocol):
    """A method to find cycles for one question."""

    def start(self, days: Sequence[int]) -> None:
        """Begin the next search from a cycle that is known."""

    def solve(self, goal: CycleGoal, limits: Limits, watch: Watch | None = None) -> CycleAnswer:
        """Return the best cycle for a goal that the limits allow to find."""


def cycle_solver(limits: Limits, seconds: float) -> cp_model.CpSolver:
    """Return a solver with one worker, presolve in full and the linear relaxation on.

    These decide most programs of cycles at once; the parameters of large rosters do not.
    """
    solver = cp_model.CpSolver()
    given = solver.parameters
    given.num_workers = 1
    given.catch_sigint_signal = False
    given.linearization_level = 2
    given.random_seed = limits.seed % (2**31)
    given.max_time_in_seconds = max(seconds, 0.01)
    if limits.effort is not None:
        given.max_deterministic_time = limits.effort
    return solver
