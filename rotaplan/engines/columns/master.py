"""The linear program over rosters of people: which mixture of them is cheapest, and a bound."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.linear_solver import pywraplp

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.people import People
from rotaplan.engines.columns.walks import Passage

SMOOTHING = 0.7
_ROSTERS = 1
"""Taken of each person and round: two take no fewer rounds, and twice the columns."""
_LIKELIEST = 30
"""Columns of each person that a program of those who are left begins with."""
_CLOSE = 1e-6
_MORE_ROUNDS = 50
"""At most, beyond a bound that is good enough."""
_PARAMETERS = "use_preprocessing: false use_dual_simplex: false"
Stop = Callable[[], bool]


@dataclass(frozen=True, eq=False)
class Column:
    """A roster of one person, with what it costs that person alone."""

    person: int
    options: Ints
    cost: float
    taken: npt.NDArray[np.bool_]


class Master:
    """The program for some people, all others staying as they are.

    Parameters
    ----------
    people, rows
        What is asked of each person, and of several.
    roster
        The roster of each person; those of the people in question are the first columns.
    free
        The people in question.

    Attributes
    ----------
    bound
        No roster of these people costs less; what the others cost alone is left out.
    value
        Of the mixture found last.
    effort
        Steps looked at so far: a measure of work that no clock decides.
    """

    def __init__(
        self,
        people: People,
        rows: CoverRows,
        roster: Sequence[Ints],
        free: Sequence[int],
    ) -> None:
        self.people, self.rows, self.free = people, rows, tuple(free)
        self._roster = tuple(roster)
        self.filled = np.zeros(len(rows))
        inside = frozenset(free)
        for person, options in enumerate(roster):
            if person not in inside:
                self.filled += rows.taken(person, options)
        self.bound, self.value = -math.inf, math.inf
        self.effort = 0
        self.columns: list[Column] = []
        self._known: set[tuple[int, bytes]] = set()
        self._centre: Floats | None = None
        self._least: Mapping[int, float] = {}
        self._write()
        for person in self.free:
            self.add(person, roster[person])

    def _write(self) -> None:
        """Write the rows of the program, without a column."""
        self._program = pywraplp.Solver.CreateSolver("GLOP")
        # Presolved, a program would forget the basis that it ended with.
        self._program.SetSolverSpecificParametersAsString(_PARAMETERS)
        self._objective = self._program.Objective()
        self._variables: list[Any] = []
        self._once = {person: self._program.Constraint(1.0, 1.0) for person in self.free}
        self._cover = []
        for number in range(len(self.rows)):
            low = self.rows.low[number] - self.filled[number]
            high = self.rows.high[number] - self.filled[number]
            row = self._program.Constraint(low, high)
            for bound, price, sign in (
                (low, self.rows.under[number], 1.0),
                (high, self.rows.over[number], -1.0),
            ):
                if math.isfinite(bound):
                    slack = self._program.NumVar(0.0, math.inf, "")
                    row.SetCoefficient(slack, sign)
                    self._objective.SetCoefficient(slack, price)
            self._cover.append(row)

    def add(self, person: int, options: Ints, alone: float | None = None) -> bool:
        """Add a roster of somebody as a column; tell whether it is new.

        ``alone`` is what it costs the person alone, where that is known.
        """
        if (person, options.tobytes()) in self._known:
            return False
        self.adopt(self.column(person, options, alone))
        return True

    def column(self, person: int, options: Ints, alone: float | None = None) -> Column:
        """Return a roster of somebody as a column, without adding it."""
        cost = self.people.worth(person, options) if alone is None else alone
        return Column(person, options, cost, self.rows.taken(person, options))

    def adopt(self, column: Column) -> None:
        """Add a column of another program, if it is new."""
        key = (column.person, column.options.tobytes())
        if key in self._known:
            return
        self._known.add(key)
        variable = self._program.NumVar(0.0, math.inf, "")
        self._objective.SetCoefficient(variable, column.cost)
        self._once[column.person].SetCoefficient(variable, 1.0)
        for number in np.flatnonzero(column.taken):
            self._cover[number].SetCoefficient(variable, 1.0)
        self.columns.append(column)
        self._variables.append(variable)

    def solve(self) -> tuple[Floats, Floats]:
        """Return the share of each column, and the duals of the rows."""
        self._program.Solve()
        self.value = self._objective.Value()
        cover = np.array([row.dual_value() for row in self._cover])
        return (
            np.array([variable.solution_value() for variable in self._variables]),
            np.clip(cover, -self.rows.over, self.rows.under),
        )

    def price(
        self, duals: Floats, people: Sequence[int], stop: Stop
    ) -> tuple[dict[int, float], list[tuple[int, Ints, float]]] | None:
        """Return what the cheapest roster of each of some people costs at these duals, and some.

        With each what it costs the person alone. None where the search was stopped before all were
        priced.
        """

        def premiums(person: int) -> Floats:
            return self.rows.premiums(person, duals)

        priced = self.people.price_each(people, premiums, _ROSTERS, stop)
        if priced is None:
            return None
        self.effort += sum(self.people.effort(person) for person in people)
        both = list(zip(people, priced, strict=True))
        least = {person: one.value for person, one in both}
        some = [(person, zip(one.rosters, one.alone, strict=True)) for person, one in both]
        return least, [(person, *each) for person, found in some for each in found]

    def within(self, person: int, gap: float) -> list[Passage] | None:
        """Return the steps of somebody's rosters that lift the bound by no more than a gap.

        None where there are too many places, or before there is a bound.
        """
        if self._centre is None:
            return None
        return self.people.within(person, self.rows.premiums(person, self._centre), gap)

    def begin_at(self, prices: Floats, stop: Stop) -> None:
        """Add what everybody's cheapest roster is where the rows are worth so much; bound it.

        Where the prices are nearly those of the mixture, little is left to do for it.
        """
        self._priced_at(np.clip(prices, -self.rows.over, self.rows.under), stop)

    @property
    def prices(self) -> Floats | None:
        """What the rows are worth where the bound is the highest that was found."""
        return self._centre

    def converge(self, stop: Stop, enough: float = math.inf, rounds: float = math.inf) -> None:
        """Add columns until the mixture is the cheapest there is, or no better bound matters.

        Parameters
        ----------
        stop
            Tells when time is over.
        enough
            A bound that ends the search: nothing below it is of any use.
        rounds
            So many at most.
        """
        done = 0
        while not stop():
            _, duals = self.solve()
            if self._settled(enough) or done >= rounds or not self._round(duals, stop):
                return
            done += 1

    def settle(self, stop: Stop) -> None:
        """Bring a bound that was good enough as near to the mixture as a few rounds can."""
        for _ in range(_MORE_ROUNDS):
            _, duals = self.solve()
            if self.value - self.bound <= _CLOSE or not self._round(duals, stop):
                return

    @property
    def least(self) -> float:
        """The bound, rounded up to a whole price."""
        return math.ceil(self.bound - _CLOSE) if math.isfinite(self.bound) else -math.inf

    def _settled(self, enough: float) -> bool:
        """Whether the bound, rounded up to a whole price, can rise no more or is enough."""
        return self.least >= min(enough, math.ceil(self.value - _CLOSE))

    def _round(self, duals: Floats, stop: Stop) -> bool:
        """Price everybody, near the centre first; tell whether anything new came of it."""
        centre = self._centre
        tried = [duals] if centre is None else [SMOOTHING * centre + (1 - SMOOTHING) * duals, duals]
        return any(self._priced_at(prices, stop) for prices in tried)

    def _priced_at(self, prices: Floats, stop: Stop) -> bool:
        """Price everybody; tell whether anything new came of it."""
        priced = self.price(prices, self.free, stop)
        if priced is None:
            return False
        bound = sum(priced[0].values()) + self.rows.worth(prices, self.filled)
        if bound > self.bound:
            self.bound, self._centre, self._least = bound, prices, priced[0]
        return sum(self.add(*one) for one in priced[1]) > 0

    def useful(self, most: float) -> list[Column]:
        """Return the columns that can be part of a roster which costs no more than ``most``.

        A column that lifts the bound beyond it is in no such roster.
        """
        if self._centre is None:
            return list(self.columns)
        lifts = self.lifts(self.columns)
        return [self.columns[i] for i in np.flatnonzero(lifts <= most - self.bound + _CLOSE)]

    def lifts(self, columns: Sequence[Column]) -> Floats:
        """Return by how much each column lifts the bound for whatever roster it is part of."""
        if self._centre is None or not columns:
            return np.zeros(len(columns))
        worth = np.array([column.taken for column in columns]) @ self._centre
        found: Floats = np.array([one.cost - self._least[one.person] for one in columns]) - worth
        return found

    def without(self, held: Sequence[Column], most: float, rows: CoverRows) -> Master:
        """Return the program of the people that are left when some have their roster.

        Parameters
        ----------
        held
            A column of each of these.
        most
            Columns that are in no roster of this price are left out.
        rows
            The same rows as here, maybe at other prices.
        """
        roster = list(self._roster)
        for column in held:
            roster[column.person] = column.options
        inside = {column.person for column in held}
        rest = Master(self.people, rows, roster, [p for p in self.free if p not in inside])
        count = dict.fromkeys(rest.free, 0)
        useful = [one for one in self.useful(most) if one.person in count]
        for number in np.argsort(self.lifts(useful), kind="stable"):
            column = useful[number]
            count[column.person] += 1
            if count[column.person] <= _LIKELIEST:
                rest.adopt(column)
        rest._begin_from(self._centre, self._least)
        return rest

    def _begin_from(self, centre: Floats | None, least: Mapping[int, float]) -> None:
        """Take over the prices of another program, at which all people are priced already."""
        if centre is None:
            return
        self._centre, self._least = centre, {person: least[person] for person in self.free}
        self.bound = sum(self._least.values()) + self.rows.worth(centre, self.filled)
