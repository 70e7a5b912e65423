"""Improve a large roster by columns: some weeks after the other, all other days staying."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.dive import CAREFUL, HASTY, Pace, dive
from rotaplan.engines.columns.master import Master
from rotaplan.engines.columns.polish import polish
from rotaplan.engines.part import PersonDay
from rotaplan.strategies.beside import MOST_CELLS
from rotaplan.strategies.columns import ColumnSearch, pace_for

WINDOW = 28
"""Days that are open at a time to begin with, unless that takes too many steps: in so short a
window a dive ends at its bound, or not far from it (benchmarks/README.md)."""
_MOST_STEPS = 20_000_000
"""Of everybody in a window; from where there are more, windows are half as long."""
_STEPS_GROWTH = 3
"""How many times as many there may be in a window that is half as long again: instance 24 has 50
million in 42 days, over 100 in 56."""
_FAR = 0.05
"""Of the bound of a window: from further above a hasty dive comes nearer."""
_SWEEP_GAIN = 0.05
"""Of the price: people are polished in pairs of weeks as long as a pass brings more."""
_KNOWN = 0.5
"""Of the rows of a window: if it is known what so many were worth, its mixture begins there."""
_LITTLE, _LONGEST = 0.01, 56
"""Of the price: where all windows together bring less, they become longer, up to so many days."""
_WINDOWS_SHARE = 0.6
"""Of the time: all days together have the rest, which is the only way to a bound."""
_NEAR = 0.05
"""Of somebody's whole count: on no day is it further from what it is at present. Of the year of
instance 24 that is 46 of 936 steps of working time and two of 26 weekends."""
_GROUPS = 3
"""In which everybody is looked at, what is found being offered after each: that takes seconds."""
_TRIES = 3
"""How often those for whom a window no longer fits are polished again before it is left."""


class ColumnWindows(ColumnSearch):
    """Columns of a window of days at a time; what is proven of one says nothing of the whole.

    First everybody is polished in one window after the other, then the cheapest mixture of each
    is brought to a roster. Between some weeks and others that lie far away, in a window of both,
    work moves from where it is not needed to where it is. In the end all days are searched
    together, if these are not too many: only then a bound is told.

    Parameters are those of :class:`~rotaplan.strategies.columns.ColumnSearch`.
    """

    _length: int
    _window: Sequence[int]

    def run(self) -> bool:
        """Search until time is over; False where it could not begin."""
        if self._over():
            return True
        if not self.begin():
            return False
        if len(self._incumbent.model.domains) > MOST_CELLS:
            self._sweep(self._shift)
        self._polish_each(self._windows(0))
        self._sweep(lambda: self._polish_each(self._pairs()))
        while not self._over() and not self._turn():
            self._mix_each(chain(self._pairs(), self._ahead()))
        if not self._over():
            self._open_all()
            self._search()
        return True

    def _mix_each(self, windows: Iterable[Sequence[int]]) -> None:
        """Mix everybody in one window after the other; have longer ones if that brings little."""
        before, steps = self._incumbent.costs[-1], 0
        for window in windows:
            if self._turn():
                return
            roster = self._roster()
            self._open(window, roster)
            self._mix(roster)
            steps = max(steps, self._people.size)
        self._rounds += 1
        if self._incumbent.costs[-1] > (1 - _LITTLE) * before:
            self._lengthen(steps)

    def _turn(self) -> bool:
        """Whether it is the turn of all days together, where these are not too many."""
        begun, now = self._begun, time.monotonic()
        done = self._done or now - begun > _WINDOWS_SHARE * (self._until - begun)
        return done and len(self._incumbent.model.domains) <= MOST_CELLS

    def _lengthen(self, steps: int) -> None:
        """Have longer windows from now on, unless they would be too large; these have so many."""
        longest = min(_LONGEST, self._days)
        self._done = self._length >= longest
        if steps < _MOST_STEPS // _STEPS_GROWTH:
            self._length = min(self._length + self._length // 2, longest)

    def _open_all(self) -> None:
        """Open all days."""
        self._people, self._rows = self._whole
        self._window = range(self._days)

    def begin(self) -> bool:
        """Prepare everybody's graph; False where somebody's rules remember too much for one."""
        if not super().begin():
            return False
        self._whole = self._people, self._rows
        self._length, self._rounds = min(WINDOW, self._days // 2), 0
        self._begun, self._done = time.monotonic(), False
        self._worth = np.full(len(self._rows), np.nan)
        return True

    def _polish_each(self, windows: Iterable[Sequence[int]]) -> None:
        """Polish everybody in one window after the other; halve the next where one is too large."""
        for window in windows:
            roster = self._roster()
            self._open(window, roster)
            self._polish(roster, range(len(roster)))
            if self._people.size > _MOST_STEPS:
                self._length = max(2, self._length // 2)

    def _sweep(self, once: Callable[[], None]) -> None:
        """Do something again as long as it brings enough."""
        before = math.inf
        while not self._over() and self._incumbent.costs[-1] < (1 - _SWEEP_GAIN) * before:
            before = self._incumbent.costs[-1]
            once()

    def _shift(self) -> None:
        """Give everybody the best roster of all days near the present one: eased, then exactly.

        So work moves between seasons; in windows, what somebody must work in all leaves no choice.
        """
        people, rows = self._whole
        self._window, roster = range(self._days), self._roster()
        size = -(-len(roster) // _GROUPS)
        for some in (rows.eased(), rows):
            near, order = (
                people.near(roster, _NEAR),
                self._rng.sample(range(len(roster)), len(roster)),
            )
            for first in range(0, len(order), size):
                group = order[first : first + size]
                roster = polish(near, some, roster, group, self._over, times=1)
                # Offering everybody's days takes half a minute for a year of 150 people.
                if self._price(roster) < self._incumbent.costs[-1]:
                    self._offer(dict(enumerate(roster)))

    def _price(self, roster: Sequence[Ints]) -> float:
        """Return what a roster costs in all."""
        people, rows = self._whole
        alone = sum(people.worth(person, options) for person, options in enumerate(roster))
        return alone + rows.cost(rows.filled(roster))

    def _windows(self, first: int) -> Iterator[Sequence[int]]:
        """Yield windows that hold all days from one on, as long as there is time."""
        while first < self._days and not self._over():
            last = min(first + self._length, self._days)
            yield range(first, last)
            first = last

    def _ahead(self) -> Iterator[Sequence[int]]:
        """Yield windows on end, the first of which begins on any day."""
        return self._windows(self._rng.randrange(self._length))

    def _pairs(self) -> Iterator[Sequence[int]]:
        """Yield windows in two pieces: where most is amiss with where least is, and so on."""
        size = self._length // 2
        begins = range(self._rng.randrange(size) - size, self._days, size)
        pieces = [range(max(begin, 0), min(begin + size, self._days)) for begin in begins]
        amiss = self._amiss()
        # What is left at an end is longer next time.
        pieces = [piece for piece in pieces if 2 * len(piece) >= size]
        pieces.sort(key=lambda piece: float(amiss[list(piece)].mean()))
        for good, bad in zip(pieces[: len(pieces) // 2], pieces[::-1], strict=False):
            if self._over():
                return
            yield sorted((*good, *bad))

    def _amiss(self) -> Floats:
        """Return what the cover of each day costs."""
        rows = self._whole[1]
        costs = rows.costs(rows.filled(self._roster()))
        return np.bincount(rows.day, costs, self._days).astype(np.float64)

    def _open(self, window: Sequence[int], roster: Sequence[Ints]) -> None:
        """Open a window, all other days being as in a roster."""
        people, rows = self._whole
        self._window = window
        self._people, self._rows = people.opened(window, roster), rows.on(window)

    def _mix(self, roster: Sequence[Ints]) -> None:
        """Bring the cheapest mixture of everybody in the window to a roster, if it is cheaper."""
        master = Master(self._people, self._rows, roster, range(len(roster)))
        most = self._cost(master, roster) - 1
        self._converge(master, most + 1)
        if self._over() or master.bound > most:
            return
        pace = self._pace(most + 1, master.bound)
        found = dive(master, most, self._rng, self._over, self._look, pace)
        if found is not None:
            self._take(master, found)

    def _pace(self, present: float, bound: float) -> Pace:
        """Return how to dive in a window: with more care each round, less if its bound is far."""
        if self._rounds > 1:
            return CAREFUL
        hasty = not self._rounds and present > (1 + _FAR) * bound
        return HASTY if hasty else pace_for(present, bound)

    def _converge(self, master: Master, enough: float = math.inf) -> None:
        """Find the cheapest mixture, from what its rows were worth in windows before."""
        known = self._worth[self._rows.number]
        if len(known) and np.isfinite(known).mean() > _KNOWN:
            master.begin_at(np.nan_to_num(known), self._over)
        master.converge(self._over, enough=enough)
        if master.prices is not None:
            self._worth[self._rows.number] = master.prices

    def _offer(self, found: Mapping[int, Ints]) -> None:
        """Offer what the window has, and for whom it no longer fits, the best beside the others.

        Another search may have changed somebody's other days since the window was opened.
        """
        for _ in range(_TRIES):
            if self._incumbent.offer(self._inside(found), -1):
                return
            unfit, roster = self._merged(found)
            if not unfit:
                return
            self._open(self._window, roster)
            better = polish(self._people, self._rows, roster, unfit, self._over)
            found = {**found, **{person: better[person] for person in unfit}}

    def _merged(self, found: Mapping[int, Ints]) -> tuple[list[int], list[Ints]]:
        """Return for whom the window's days no longer fit, and the roster with all others'."""
        unfit, roster, whole = [], self._roster(), self._whole[0]
        days = list(self._window)
        for person, options in found.items():
            changed = roster[person].copy()
            changed[days] = options[days]
            if math.isinf(whole.worth(person, changed)):
                unfit.append(person)
            else:
                roster[person] = changed
        return unfit, roster

    def _inside(self, found: Mapping[int, Ints]) -> dict[PersonDay, int]:
        """Return the days of the window."""
        return {
            (person, day): int(options[day])
            for person, options in found.items()
            for day in self._window
        }
