"""One place for each person at the least price, proven: a small model of its own for CP-SAT."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from rotaplan.engines.solver import cp_model
from rotaplan.errors import ModelError

Who = TypeVar("Who", bound=Hashable)
_EFFORT = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(Generic[Who]):
    """Who gets which place.

    Attributes
    ----------
    place
        Number of the place of each person.
    prices
        Price of each level, in order; compared from the left.
    proven
        Whether no other choice has lower prices.
    """

    place: Mapping[Who, int]
    prices: tuple[int, ...]
    proven: bool


def assign(
    prices: Mapping[Who, tuple[tuple[int, ...], ...]],
    room: tuple[tuple[int, int], ...],
    seed: int = 0,
) -> Assigned[Who] | None:
    """Return the best places, level after level; None where there is no room for all.

    Parameters
    ----------
    prices
        For each person, by place, the prices by level; whole numbers from 0.
    room
        For each place, the fewest and the most people.
    seed
        Of the solver.
    """
    model = cp_model.CpModel()
    takes = {
        who: [model.new_bool_var(f"{number}-{place}") for place in range(len(room))]
        for number, who in enumerate(prices)
    }
    for row in takes.values():
        model.add_exactly_one(row)
    for place, (least, most) in enumerate(room):
        model.add_linear_constraint(sum(row[place] for row in takes.values()), least, most)
    levels = max((len(one) for by_place in prices.values() for one in by_place), default=0)
    found, proven, solver = [], True, cp_model.CpSolver()
    for level in range(levels):
        price = sum(
            by_place[place][level] * takes[who][place]
            for who, by_place in prices.items()
            for place in range(len(room))
        )
        model.minimize(price)
        status = _solve(solver, model, seed)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        proven = proven and status == cp_model.OPTIMAL
        found.append(round(solver.objective_value))
        model.add(price <= found[-1])
    chosen = {
        who: next(at for at, one in enumerate(row) if solver.boolean_value(one))
        for who, row in takes.items()
    }
    return Assigned(place=chosen, prices=tuple(found), proven=proven)


def _solve(solver: cp_model.CpSolver, model: cp_model.CpModel, seed: int) -> int:
    """Return the status of a search by one worker and with a limit on effort: it repeats."""
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = _EFFORT
    status = solver.solve(model)
    if status == cp_model.MODEL_INVALID:
        raise ModelError(model.validate())
    return int(status)
