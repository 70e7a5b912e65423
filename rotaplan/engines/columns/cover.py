"""What is asked of several people, as rows of a linear program: so many on a day, and a price."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover

FORBIDDEN = 1000.0
"""Price, unless another is given, of what a must rules out."""
_LAST_EASED, _NEXT_EASED = 0.5, 0.2
"""How much nearer to each other the prices on both sides of what is asked are, where eased."""


@dataclass(slots=True)
class _Row:
    """One row: between ``low`` and ``high`` people, and what each one outside costs.

    ``never`` says on which sides, below and above, nobody may be outside at all.
    """

    day: int
    options: frozenset[int]
    people: frozenset[int]
    low: float = -math.inf
    high: float = math.inf
    under: float = 0.0
    over: float = 0.0
    never: tuple[bool, bool] = (False, False)


class CoverRows:
    """All rows, as arrays.

    Parameters
    ----------
    model
        What is asked.
    forbidden
        Price of each person missing or too many where a must allows none. A mixture may pay it;
        what is proven of the mixture holds all the same, since a roster never does.

    Attributes
    ----------
    number, day, low, high, under, over
        Of each row: its number among all, its day, its bounds, the price of each person missing
        and of each too many.
    never
        Of each row, whether a must allows nobody to be missing, and nobody to be too many.
    """

    def __init__(self, model: Model, forbidden: float = FORBIDDEN) -> None:
        rows = _rows(model, forbidden)
        options = len(model.frame.options)
        self._shape = (model.frame.scenario.horizon.days, options)
        self.number = np.arange(len(rows))
        self.day = np.array([row.day for row in rows], dtype=np.int64)
        self.low = np.array([row.low for row in rows])
        self.high = np.array([row.high for row in rows])
        self.under = np.array([row.under for row in rows])
        self.over = np.array([row.over for row in rows])
        self.never = [row.never for row in rows]
        self._has = np.array([[o in row.options for o in range(options)] for row in rows])
        self._has = self._has.reshape(len(rows), options)
        people = range(len(model.frame.scenario.people))
        self._counts = [np.array([p in row.people for row in rows], dtype=bool) for p in people]
        self._ease: Floats | None = None

    def __len__(self) -> int:
        return len(self.day)

    def taken(self, person: int, options: Ints) -> npt.NDArray[np.bool_]:
        """Return in which rows somebody's roster counts."""
        found: npt.NDArray[np.bool_] = (
            self._has[np.arange(len(self)), options[self.day]] & self._counts[person]
        )
        return found

    def filled(self, rosters: Sequence[Ints]) -> Floats:
        """Return how many are in each row where everybody has one of these rosters, in order."""
        found = np.zeros(len(self))
        for person, options in enumerate(rosters):
            found += self.taken(person, options)
        return found

    def people(self, row: int, some: Sequence[int]) -> list[int]:
        """Return those of some people who count in a row."""
        return [person for person in some if self._counts[person][row]]

    def options(self, row: int) -> list[int]:
        """Return the options that count in a row."""
        found: list[int] = np.flatnonzero(self._has[row]).tolist()
        return found

    def premiums(self, person: int, duals: Floats) -> Floats:
        """Return what each option costs somebody more, the rows being worth their duals."""
        found = np.zeros(self._shape)
        worth = np.where(self._counts[person], duals, 0.0)
        np.subtract.at(found, self.day, worth[:, None] * self._has)
        return found

    def on(self, days: Collection[int]) -> CoverRows:
        """Return the rows of some days."""
        found = copy(self)
        kept = np.flatnonzero(np.isin(self.day, sorted(days)))
        for name in ("number", "day", "low", "high", "under", "over"):
            setattr(found, name, getattr(self, name)[kept])
        found.never = [self.never[number] for number in kept]
        found._has = self._has[kept]
        found._counts = [counts[kept] for counts in self._counts]
        found._ease = None if self._ease is None else self._ease[kept]
        return found

    def stricter(self, times: float) -> CoverRows:
        """Return the same rows, but what a must rules out costs so many times as much."""
        found = copy(self)
        below, above = np.array(self.never, dtype=bool).reshape(len(self), 2).T
        found.under = np.where(below, self.under * times, self.under)
        found.over = np.where(above, self.over * times, self.over)
        return found

    def eased(self) -> CoverRows:
        """Return the same rows, in which one more counts less as what is asked comes near.

        The last one who is missing is worth less than those before, and one too many costs less.
        Who could be of more use elsewhere then leaves a place to somebody who could not. What a
        must rules out stays as dear as it is.
        """
        found = copy(self)
        musts = np.array(self.never, dtype=bool).reshape(len(self), 2).any(axis=1)
        found._ease = np.where(~musts & (self.low > 0), self.under + self.over, 0.0)
        return found

    def marginal(self, filled: Floats) -> Floats:
        """Return what one person more costs in each row, so many being there."""
        missing, beyond = filled < self.low, filled + 1 > self.high
        found: Floats = np.where(beyond, self.over, 0.0) - np.where(missing, self.under, 0.0)
        if self._ease is not None:
            found += np.where(filled == self.low - 1, _LAST_EASED * self._ease, 0.0)
            found -= np.where((filled == self.low) & beyond, _NEXT_EASED * self._ease, 0.0)
        return found

    def worth(self, duals: Floats, filled: Floats) -> float:
        """Return the part of a Lagrangian bound that the rows bring, so many being there."""
        above, below = duals > 0, duals < 0
        low, high = self.low[above] - filled[above], self.high[below] - filled[below]
        return float(duals[above] @ low + duals[below] @ high)

    def costs(self, filled: Floats) -> Floats:
        """Return what each row costs with so many people."""
        found = np.zeros(len(self))
        missing, beyond = self.low - filled, filled - self.high
        np.multiply(self.under, missing, out=found, where=missing > 0)
        np.multiply(self.over, beyond, out=found, where=beyond > 0)
        return found

    def cost(self, filled: Floats) -> float:
        """Return what all rows cost with so many people."""
        return float(self.costs(filled).sum())


def _rows(model: Model, forbidden: float) -> Sequence[_Row]:
    """Return the rows; what is at least and at most asked of the same people is one row."""
    found: list[_Row] = []
    half: dict[object, _Row] = {}
    for one in model.requirements:
        if not isinstance(one, Cover):
            continue
        must = one.grade.must
        price = forbidden if must else float(one.grade.weight * one.factor)
        for bound, low in ((one.least, True), (one.most, False)):
            if bound is None:
                continue
            key = (one.day, one.options, one.people)
            row = _fitting(half, key, bound, low)
            if row is None:
                row = _Row(one.day, one.options, frozenset(one.people))
                half[key, low] = row
                found.append(row)
            if low:
                row.low, row.under, row.never = bound, price, (must, row.never[1])
            else:
                row.high, row.over, row.never = bound, price, (row.never[0], must)
    return found


def _fitting(half: Mapping[object, _Row], key: object, bound: int, low: bool) -> _Row | None:
    """Return the row that has the other bound of the same people, and none of this kind."""
    row = half.get((key, not low))
    if row is None:
        return None
    if low:
        return row if math.isinf(row.low) and bound <= row.high else None
    return row if math.isinf(row.high) and bound >= row.low else None
