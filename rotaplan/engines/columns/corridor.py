"""The last step to the bound: all rosters that can be part of something cheap enough, at once.

At the duals of the cheapest mixture, a roster of somebody lifts the bound by what it costs more
than that person's cheapest one. Where the price asked for is near the bound, few steps of
everybody's graph are left: a narrow corridor, over which CP-SAT finds a roster of all people or
proves that there is none. Unlike columns, steps leave nothing out, and the linear relaxation of
such a program has the bound of the mixture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from rotaplan.engines.columns.counters import Counter, Ints
from rotaplan.engines.columns.master import Master
from rotaplan.engines.columns.program import Priced
from rotaplan.engines.columns.walks import Passage
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.engine import limit
from rotaplan.engines.part import Limits
from rotaplan.engines.solver import cp_model
from rotaplan.model.requirements import Total

MOST_STEPS = 40_000
"""Of all people: a program over more is not soon solved."""
_SCALE = 10_000
"""Lifts are written as whole numbers of these parts, rounded down: that bars nothing."""
_ROUNDING = 1e-6
_AtPlace = dict[int, list[cp_model.IntVar]]
"""Of a day and a person: by place, the steps that arrive at it, or leave it."""


@dataclass(frozen=True, eq=False)
class Passed:
    """What a corridor holds.

    Attributes
    ----------
    rosters
        Of each free person; empty where none were found.
    barred
        Whether it is proven that no rosters cost so little together.
    """

    rosters: Mapping[int, Ints]
    barred: bool


BARRED = Passed({}, True)


def pass_through(
    master: Master, most: int, limits: Limits, watch: Watch, widest: int = MOST_STEPS
) -> Passed | None:
    """Return rosters that cost no more than asked together, or that there are none.

    Parameters
    ----------
    master
        Converged, over the people in question.
    most
        The price, which is included; the bound or more.
    limits, watch
        Of the search.
    widest
        Steps of all people at most.

    Returns
    -------
    Passed
        None where the corridor is too wide.
    """
    corridors = _corridors(master, most, widest)
    if corridors is None:
        return None
    program = _Program(master, corridors)
    program.aim(most, _gap(master, most))
    solver = cp_model.CpSolver()
    limit(solver, limits)
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.stop_after_first_solution = True
    status = watch.solve(solver, program.model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    rosters = program.rosters(solver) if found else {}
    return Passed(rosters, status == cp_model.INFEASIBLE)


def is_narrow(master: Master, most: float) -> bool:
    """Whether all rosters that cost no more than asked together can be looked through."""
    return _corridors(master, most, MOST_STEPS) is not None


def _gap(master: Master, most: float) -> float:
    return most - master.bound + _ROUNDING


def _corridors(master: Master, most: float, widest: int) -> dict[int, list[Passage]] | None:
    """Return everybody's steps within the gap; None where they are too many."""
    gap = _gap(master, most)
    found: dict[int, list[Passage]] = {}
    steps = 0
    for person in master.free:
        days = master.within(person, gap)
        if days is None:
            return None
        steps += sum(len(one.source) for one in days)
        if steps > widest:
            return None
        found[person] = days
    return found


class _Program(Priced):
    """A path through everybody's corridor, and what all paths have in common."""

    def __init__(self, master: Master, corridors: Mapping[int, Sequence[Passage]]) -> None:
        super().__init__()
        self._master, self._corridors = master, corridors
        self._taken: dict[tuple[int, int, int], cp_model.IntVar] = {}
        self._lifted: list[cp_model.IntVar] = []
        self._lifts: list[int] = []
        for person, days in corridors.items():
            arriving: _AtPlace = {0: [self.model.new_constant(1)]}
            for day, steps in enumerate(days):
                arriving = self._day(person, day, steps, arriving)
            for one in master.people.pricers[person].loose:
                self._count(person, one)
        self.cover(master, self._counted)

    def aim(self, most: int, gap: float) -> None:
        """Ask that all cost so much at most, which the lifts say too, and sooner.

        A price to minimise leads the search, though the first roster is good enough.
        """
        self.model.minimize(self.cost)
        self.model.add(self.cost <= most)
        lift = cp_model.LinearExpr.weighted_sum(self._lifted, self._lifts)
        self.model.add(lift <= int(gap * _SCALE) + 1)

    def rosters(self, solver: cp_model.CpSolver) -> dict[int, Ints]:
        """Return everybody's roster of the answer."""
        found: dict[int, Ints] = {
            person: np.zeros(len(days), dtype=np.int64) for person, days in self._corridors.items()
        }
        for (person, day, option), literal in self._taken.items():
            if solver.boolean_value(literal):
                found[person][day] = option
        return found

    def _day(self, person: int, day: int, steps: Passage, arriving: _AtPlace) -> _AtPlace:
        """Write somebody's steps of a day; return those that arrive at each place after it."""
        leaving: _AtPlace = {}
        after: _AtPlace = {}
        of_option: dict[int, list[cp_model.IntVar]] = {}
        prices = self._master.people.own[person][day, steps.option] + steps.price
        lifts = (steps.lift * _SCALE).astype(np.int64)
        for number, option in enumerate(steps.option.tolist()):
            literal = self.model.new_bool_var("")
            leaving.setdefault(int(steps.source[number]), []).append(literal)
            after.setdefault(int(steps.target[number]), []).append(literal)
            of_option.setdefault(option, []).append(literal)
            self.pay(literal, prices[number])
            if lifts[number]:
                self._lifted.append(literal)
                self._lifts.append(int(lifts[number]))
        for place in sorted(arriving.keys() | leaving.keys()):
            before = cp_model.LinearExpr.sum(arriving.get(place, []))
            self.model.add(before == cp_model.LinearExpr.sum(leaving.get(place, [])))
        for option, literals in of_option.items():
            self._taken[person, day, option] = self._any(literals)
        self.model.add_exactly_one(self._taken[person, day, option] for option in of_option)
        return after

    def _any(self, literals: Sequence[cp_model.IntVar]) -> cp_model.IntVar:
        """Return a literal for one of several: decided first, it decides more than a step."""
        if len(literals) == 1:
            return literals[0]
        either = self.model.new_bool_var("")
        self.model.add(cp_model.LinearExpr.sum(literals) == either)
        return either

    def _count(self, person: int, counter: Counter) -> None:
        """Write what is asked of a count that the corridor does not keep."""
        assert counter.gains is not None
        cells = [
            cell for cell in np.argwhere(counter.gains).tolist() if (person, *cell) in self._taken
        ]
        worth = [int(counter.gains[day, option]) * counter.step for day, option in cells]
        literals = [self._taken[person, day, option] for day, option in cells]
        value = cp_model.LinearExpr.weighted_sum(literals, worth) + counter.base
        widest = abs(counter.base) + sum(map(abs, worth))
        for one in counter.bounds:
            assert isinstance(one, Total)
            beyond: Any = 0
            if not one.grade.must:
                most = widest + abs(one.least or 0) + abs(one.most or 0)
                beyond = one.unit * self.slack(most, one.grade.weight)
            if one.least is not None:
                self.model.add(value + beyond >= one.least)
            if one.most is not None:
                self.model.add(value - beyond <= one.most)

    def _counted(self, row: int) -> list[cp_model.IntVar]:
        """Return the literals that count in a row of cover."""
        rows, master = self._master.rows, self._master
        cells = product(rows.people(row, master.free), [int(rows.day[row])], rows.options(row))
        return [self._taken[cell] for cell in cells if cell in self._taken]
