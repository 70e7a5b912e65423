"""The cheapest roster of one person at given prices: shortest paths over nodes and counts.

Counters that never bind get no axis: a counter becomes one when a cheapest roster breaks what is
asked of it. What is found without an axis is a lower bound all the same.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rotaplan.engines.columns import tables
from rotaplan.engines.columns.counters import Counter, Floats, Ints
from rotaplan.engines.columns.cut import Cut, Trail, cut
from rotaplan.engines.columns.graph import Graph, minimised
from rotaplan.engines.columns.layers import Layer, layers_of
from rotaplan.engines.columns.walks import Passage, Walk, Walks, walks_of

MOST_CELLS = 1_500_000
"""Cells of one day's table; a counter for which there is no room stays without an axis."""


@dataclass(frozen=True, slots=True)
class Priced:
    """The least price, and rosters by day: the cheapest first, all of them keeping what counts.

    ``value`` is only a lower bound where there is a counter for which there was no room.
    ``alone`` is what each roster costs the person alone, without the prices that were asked for.
    """

    value: float
    rosters: tuple[Ints, ...]
    alone: tuple[float, ...] = ()


class Pricer:
    """Prices the rosters of one person.

    Parameters
    ----------
    graph
        What the person's sequence rules allow.
    counters
        What is counted.
    domains
        The options of each day.
    binding
        Kinds of counters that have been given an axis so far, whoever for: a person begins with
        those of these kinds. Shared between people, and added to.
    """

    def __init__(
        self,
        graph: Graph,
        counters: Sequence[Counter],
        domains: Sequence[Sequence[int]],
        binding: set[Hashable],
    ) -> None:
        self.graph, self.counters, self._domains = graph, counters, domains
        self._binding = binding
        self.axes: list[int] = []
        self._full: set[int] = set()
        self._layers: list[Layer] = []
        self._walks: Walks | None = None
        self._trail = Trail(graph, domains)
        self._told: tuple[tuple[int, ...], Cut, Walks | None] | None = None
        self._begun = False
        self._around: tuple[Ints, float] | None = None

    def price(self, costs: Floats, most: int = 1) -> Priced | None:
        """Return the cheapest rosters, None where there is none.

        Parameters
        ----------
        costs
            Price of each option on each day.
        most
            Rosters wanted at most.
        """
        if not self._begun:
            self._begin()
        while True:
            found = self._cheapest(costs, most)
            if found is None:
                return None
            value, rosters = found
            broken = [self._broken(options) for options in rosters]
            if not broken[0] or not self._widen(broken[0]):
                both = zip(rosters, broken, strict=True)
                return Priced(value, tuple(options for options, some in both if not some))

    def within(self, costs: Floats, gap: float) -> list[Passage] | None:
        """Return, day by day, the steps of rosters that cost no more than the cheapest and a gap.

        Rosters that break what ``loose`` counters ask are among them. None where there are too
        many places.

        Parameters
        ----------
        costs
            Price of each option on each day.
        gap
            Included.
        """
        # What binds at these costs gets its axis: without, the cheapest would be too cheap.
        self.price(costs)
        part, walks = self._told_walks()
        if walks is None:
            return None
        return part.passages(walks.within(costs[part.days], gap))

    def _told_walks(self) -> tuple[Cut, Walks | None]:
        """Return the walks in which all counters have an axis that only the graph tells of."""
        told = [number for number, one in enumerate(self.counters) if one.gains is None]
        axes = (*self.axes, *(number for number in told if number not in self.axes))
        if len(axes) == len(self.axes):
            return self._cut, self._walks
        if self._told is None or self._told[0] != axes:
            part, days = self._laid_out(axes)
            self._told = (axes, part, _walks(part, days))
        return self._told[1:]

    def opened(self, domains: Sequence[Sequence[int]], binding: set[Hashable]) -> Pricer:
        """Return a pricer of the same person with other options on some days."""
        return Pricer(self.graph, self.counters, domains, binding)

    def near(self, options: Ints, part: float, binding: set[Hashable]) -> Pricer:
        """Return a pricer of rosters whose counts are never far from one roster's on any day.

        They differ by a part of that roster's whole count at most, or by one step.
        """
        found = Pricer(self.graph, self.counters, self._domains, binding)
        found._around = (options, part)
        return found

    def _near(self, one: Counter, options: Ints, part: float) -> Counter:
        """Return a counter of which only what is near one roster is looked at."""
        if one.gains is None:
            gains = self._told_by_day(options, one.position)
        else:
            gains = one.gains[np.arange(len(options)), options]
        counts = np.cumsum(gains)
        away = max(1, math.ceil(part * np.abs(gains).sum()))
        return replace(one, near=(counts - away, counts + away))

    def _told_by_day(self, options: Ints, position: int) -> Ints:
        """Return what the edges of each day of a roster add to a counter."""
        node, found = 0, np.zeros(len(options), dtype=np.int64)
        for day, option in enumerate(options.tolist()):
            step = self.graph.along(node, [option], day)
            assert step is not None
            node, _, gains = step
            found[day] = gains[position]
        return found

    @property
    def loose(self) -> list[Counter]:
        """Counters without an axis of which the graph does not tell."""
        free = [one for number, one in enumerate(self.counters) if number not in self.axes]
        return [one for one in free if one.gains is not None]

    def _begin(self) -> None:
        """Lay the table out with what has turned out to bind somebody, if there is room."""
        self._begun = True
        if self._around is not None:
            self.counters = [self._near(one, *self._around) for one in self.counters]
        kinds = [one.kind for one in self.counters]
        likely = [number for number, kind in enumerate(kinds) if kind in self._binding]
        if not likely or not self._widened(likely):
            self._lay_out()

    def _broken(self, options: Ints) -> list[int]:
        """Return the counters without an axis that a roster pays for."""
        free = [number for number in range(len(self.counters)) if number not in self.axes]
        if not free:
            return []
        counts = self.counts(options)
        return [number for number in free if self.counters[number].cost(counts[number])]

    def _widen(self, broken: Sequence[int]) -> bool:
        """Give counters an axis, all of them or one that fits; tell whether the table changed.

        Laying the table out takes as long as pricing some thirty times.
        """
        fresh = [number for number in broken if number not in self._full]
        if len(fresh) > 1 and self._widened(fresh):
            return True
        for number in fresh:
            if self._widened([number]):
                return True
            self._full.add(number)
        if fresh:
            self._lay_out()
        return False

    def _widened(self, numbers: Sequence[int]) -> bool:
        """Lay the table out with these axes more; tell whether there is room, or leave them."""
        before = self.axes
        self.axes = [*before, *numbers]
        self._lay_out()
        if not self._fits:
            self.axes = before
            return False
        self._binding.update(self.counters[number].kind for number in numbers)
        return True

    def counts(self, options: Ints) -> list[int]:
        """Return the steps of each counter in a roster that the graph allows."""
        walked = self.walk(options)
        assert walked is not None
        return self._counted(options, walked[1])

    def _counted(self, options: Ints, told: Sequence[int]) -> list[int]:
        """Return the steps of each counter, with those that the graph tells of."""
        days = np.arange(len(options))
        return [
            told[one.position] if one.gains is None else int(one.gains[days, options].sum())
            for one in self.counters
        ]

    def walk(self, options: Sequence[int] | Ints) -> tuple[float, tuple[int, ...]] | None:
        """Return what a roster costs on the graph and adds to its counters; None off the graph."""
        led = self._trail.of(np.asarray(options).tolist())
        if led is None:
            return None
        node, cost, gains = led
        cost += self.graph.ends[node]
        return None if math.isinf(cost) else (cost, gains)

    @property
    def size(self) -> int:
        """How much there is to look at for one price: steps of all days, or cells of all tables."""
        if self._walks is not None:
            return self._walks.size
        return sum(math.prod(layer.shape) for layer in self._layers)

    def worth(self, options: Sequence[int] | Ints) -> float:
        """Return what a whole roster costs on the graph and for its counts; infinite if barred."""
        walked = self.walk(options)
        if walked is None:
            return math.inf
        counts = self._counted(np.asarray(options, dtype=np.int64), walked[1])
        return walked[0] + sum(
            one.cost(count) for one, count in zip(self.counters, counts, strict=True)
        )

    def _lay_out(self) -> None:
        """Prepare the tables for the counters that have an axis."""
        self._cut, days = self._laid_out(self.axes)
        part = self._cut
        self._walks = _walks(part, days)
        self._layers = layers_of(part.graph, part.axes, part.domains) if days is None else []

    def _laid_out(self, numbers: Sequence[int]) -> tuple[Cut, list[Walk] | None]:
        """Return what is open, and its days where some counters have an axis (see ``walks_of``)."""
        axes = [self.counters[number] for number in numbers]
        graph = minimised(self.graph, [one.position for one in axes if one.gains is None])
        part = cut(graph, axes, self._domains)
        if self._around is not None:
            # Priced a few times only: tables are laid out in an eighth of the time.
            return part, None
        return part, walks_of(part.graph, part.axes, part.domains)

    @property
    def _fits(self) -> bool:
        """Whether there is room for all axes."""
        return all(math.prod(layer.shape) <= MOST_CELLS for layer in self._layers)

    def _cheapest(self, costs: Floats, most: int) -> tuple[float, Sequence[Ints]] | None:
        """Return the value and the options of a cheapest path, and others that are not far."""
        inside = costs[self._cut.days]
        if self._walks is not None:
            found = self._walks.cheapest(inside, most)
        else:
            one = tables.cheapest(self._layers, np.array(self._cut.graph.ends), inside)
            found = None if one is None else (one[0], [one[1]])
        if found is None:
            return None
        return found[0] + self._cut.spent(costs), [self._cut.whole(some) for some in found[1]]


def _walks(part: Cut, days: Sequence[Walk] | None) -> Walks | None:
    """Return the days of a graph as walks, if there are any."""
    return Walks(days, sum(len(some) for some in part.graph.letters)) if days else None
