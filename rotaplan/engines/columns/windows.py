"""Sums over a few days on end, remembered on the graph: an axis for each would be too many."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rotaplan.engines.columns.tracks import State, Step, price
from rotaplan.model.measure import outside
from rotaplan.model.requirements import Total

_LONGEST = 4
"""Days from the first to the last that a sum on the graph may span."""


def is_short(one: Total) -> bool:
    """Whether a total spans so few days that the graph can remember it."""
    return bool(one.days) and max(one.days) - min(one.days) < _LONGEST


@dataclass(frozen=True, slots=True)
class _Window:
    """One total: its days in order, what each option is worth there, and what can still come.

    ``rest`` holds, for each number of days gone by, the least and the most that the others add.
    """

    one: Total
    days: tuple[int, ...]
    worths: tuple[tuple[int, ...], ...]
    rest: tuple[tuple[int, int], ...]

    def cost(self, value: int) -> float:
        """Return what a sum costs."""
        found = outside(value, self.one.least, self.one.most)
        return price(self.one.grade, -(-found // self.one.unit))

    def open(self, gone: int, value: int) -> bool:
        """Whether anything that can still come would cost."""
        low, high = self.rest[gone]
        least, most = self.one.least, self.one.most
        below = least is not None and value + low < least
        return below or (most is not None and value + high > most)


class WindowTrack:
    """All short totals of a person: the state is the sum so far of each that may still cost."""

    counts = False

    def __init__(self, totals: Sequence[Total], options: int) -> None:
        self._windows = [_window(one, options) for one in totals]
        self._on: dict[int, list[tuple[int, int]]] = {}
        for number, window in enumerate(self._windows):
            for place, day in enumerate(window.days):
                self._on.setdefault(day, []).append((number, place))
        self._options = options
        self.start: State = ()
        self.key: Hashable = (
            "windows",
            tuple(
                (w.one.grade, w.days, w.worths, w.one.base, w.one.least, w.one.most, w.one.unit)
                for w in self._windows
            ),
        )

    def step(self, state: State, day: int, option: int) -> Step:
        """See :class:`~rotaplan.engines.columns.tracks.Track`."""
        assert isinstance(state, tuple)
        sums, cost = dict(state), 0.0
        for number, place in self._on.get(day, ()):
            window = self._windows[number]
            if place and number not in sums:
                continue
            value = sums.pop(number, window.one.base) + window.worths[place][option]
            if place + 1 == len(window.days):
                cost += window.cost(value)
            elif window.open(place + 1, value):
                sums[number] = value
        return tuple(sorted(sums.items())), cost, 0

    def finish(self, state: State) -> float:
        """See :class:`~rotaplan.engines.columns.tracks.Track`."""
        return 0.0

    def behaviour(self, option: int) -> Hashable:
        """See :class:`~rotaplan.engines.columns.tracks.Track`."""
        return tuple(worth[option] for window in self._windows for worth in window.worths)


def _window(one: Total, options: int) -> _Window:
    order = sorted(range(len(one.days)), key=lambda place: one.days[place])
    worths = tuple(
        tuple(one.values[place].get(option, 0) for option in range(options)) for place in order
    )
    rest = tuple(
        (sum(min(worth) for worth in worths[gone:]), sum(max(worth) for worth in worths[gone:]))
        for gone in range(len(worths) + 1)
    )
    return _Window(one, tuple(one.days[place] for place in order), worths, rest)
