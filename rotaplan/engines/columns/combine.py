"""The best roster that columns which are known already can make together, by CP-SAT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rotaplan.engines.columns.counters import Ints
from rotaplan.engines.columns.master import Column, Master
from rotaplan.engines.columns.program import Priced
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.engine import tune
from rotaplan.engines.part import Limits
from rotaplan.engines.solver import cp_model


@dataclass(frozen=True, eq=False)
class Combined:
    """The best roster of some columns.

    Attributes
    ----------
    rosters
        Of each free person; empty where none was found.
    proven
        Whether these columns make no better one.
    """

    rosters: Mapping[int, Ints]
    proven: bool


def combine(
    master: Master, present: Mapping[int, Ints], most: float, limits: Limits, watch: Watch
) -> Combined:
    """Return a column for each free person, cheapest together as far as the limits allow.

    Parameters
    ----------
    master
        Whose columns are put together.
    present
        The roster of each free person now, to start from; these are among the columns.
    most
        A price that is not too high: what costs more is not looked for.
    limits, watch
        Of the search.
    """
    program = Priced()
    model = program.model
    columns = _considered(master, present, most)
    chosen = [model.new_bool_var("") for _ in columns]
    of_person: dict[int, list[cp_model.IntVar]] = {person: [] for person in master.free}
    for column, literal in zip(columns, chosen, strict=True):
        of_person[column.person].append(literal)
        program.pay(literal, column.cost)
        model.add_hint(literal, bool(np.array_equal(column.options, present[column.person])))
    for literals in of_person.values():
        model.add_exactly_one(literals)
    taken = np.array([column.taken for column in columns])
    program.cover(master, lambda row: [chosen[i] for i in np.flatnonzero(taken[:, row])])
    model.minimize(program.cost)
    solver = cp_model.CpSolver()
    tune(solver, limits, len(chosen))
    status = watch.solve(solver, model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Combined({}, False)
    rosters = {
        column.person: column.options
        for column, literal in zip(columns, chosen, strict=True)
        if solver.boolean_value(literal)
    }
    return Combined(rosters, status == cp_model.OPTIMAL)


def _considered(master: Master, present: Mapping[int, Ints], most: float) -> list[Column]:
    """Return the columns that can help, and the present roster to start from."""
    useful = {id(column) for column in master.useful(most)}
    return [
        column
        for column in master.columns
        if id(column) in useful or np.array_equal(column.options, present[column.person])
    ]
