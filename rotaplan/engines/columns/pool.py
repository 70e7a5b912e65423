"""Rosters of single people that can still be part of something better, from all that was tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rotaplan.engines.columns.counters import Ints
from rotaplan.engines.columns.master import Column, Master

_LIKELIEST = 30
"""Of each person: more make the linear program slow."""

LIKELY = 300
"""The same where no linear program is solved with them."""


class Pool:
    """Keeps columns, each with the least that it adds to the bound of the whole.

    Parameters
    ----------
    master
        The converged program over everybody.
    """

    def __init__(self, master: Master) -> None:
        self._master = master
        self._known: set[tuple[int, bytes]] = set()
        self._kept: dict[int, list[tuple[float, Column]]] = {person: [] for person in master.free}
        self.keep(master.columns)

    def keep(self, columns: Iterable[Column]) -> None:
        """Take columns in that are not there yet."""
        fresh = [one for one in columns if (one.person, one.options.tobytes()) not in self._known]
        for column, lift in zip(fresh, self._master.lifts(fresh), strict=True):
            self._known.add((column.person, column.options.tobytes()))
            self._kept[column.person].append((float(lift), column))

    def see(self, rosters: Iterable[tuple[int, Ints]], gap: float) -> None:
        """Take in rosters of single people that were found otherwise, of those within the gap."""
        fresh = [
            self._master.column(person, options)
            for person, options in rosters
            if (person, options.tobytes()) not in self._known
        ]
        lifts = self._master.lifts(fresh)
        self.keep(one for one, lift in zip(fresh, lifts, strict=True) if lift <= gap)

    def of(self, people: Sequence[int], gap: float, most: int = _LIKELIEST) -> list[Column]:
        """Return the likeliest columns of each of some people, of those within the gap.

        Parameters
        ----------
        people
            Whose.
        gap
            What a column may add to the bound at most.
        most
            Of each person.
        """
        found: list[Column] = []
        for person in people:
            kept = sorted(self._kept[person], key=lambda pair: pair[0])
            found += [column for lift, column in kept[:most] if lift <= gap]
        return found
