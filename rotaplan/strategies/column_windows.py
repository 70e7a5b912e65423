"""Improve a long roster by columns: some weeks after the other, all other days staying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rotaplan.engines.columns.layers import Ints
from rotaplan.strategies.columns import ColumnSearch

WINDOW = 42
"""Days that are open at a time."""
_SWEEP_GAIN = 0.01
"""Of the price: where a pass over all windows brings less, a few people anew may bring more."""


class ColumnWindows(ColumnSearch):
    """Columns of a window of days at a time; what is proven of one says nothing of the whole.

    Parameters are those of :class:`~rotaplan.strategies.columns.ColumnSearch`. Nothing is told.
    """

    idle_parts = 3

    def run(self) -> bool:
        """Search until time is over; False where it could not begin."""
        # Everybody's graph takes its time: 23 s for a year of 150 people.
        if self._over():
            return True
        if not self.begin():
            return False
        self._whole = self._people, self._rows
        first, parts = 0, False
        while not self._over():
            before = self._incumbent.costs[-1]
            for window in self._windows(first):
                self._improve(window, parts)
            parts = before - self._incumbent.costs[-1] < _SWEEP_GAIN * before
            first = self._rng.randrange(1, WINDOW)
        return True

    def _windows(self, first: int) -> Iterator[range]:
        """Yield windows that hold all days from one on, as long as there is time."""
        for start in range(first, self._days, WINDOW):
            if self._over():
                return
            yield range(start, min(start + WINDOW, self._days))

    def _improve(self, window: range, parts: bool) -> None:
        """Give one person after the other the best there is, then, if asked, a few at a time."""
        people, rows = self._whole
        roster = self._roster()
        self._window = window
        self._people, self._rows = people.opened(window, roster), rows.between(window)
        self._polish(roster, range(len(roster)))
        if parts:
            self._parts()

    def _offer(self, found: Mapping[int, Ints]) -> None:
        """Offer what the window has: other days may have changed since it was opened."""
        changes = {
            (person, day): int(options[day])
            for person, options in found.items()
            for day in self._window
        }
        self._incumbent.offer(changes, -1)
