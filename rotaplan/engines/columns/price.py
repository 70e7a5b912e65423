"""The cheapest roster of one person at given prices: shortest paths over nodes and counts.

The table of a day has a row for each node of the graph and an axis for each counter, as wide as
what can still be reached and still be brought to a good end. Counters that never bind get no
axis: a counter becomes one when a cheapest roster breaks what is asked of it. What is found
without an axis is a lower bound all the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns.counters import Counter, Floats
from rotaplan.engines.columns.graph import Graph, minimised
from rotaplan.engines.columns.layers import Batch, Layer, layers_of

Ints = npt.NDArray[np.int64]
MOST_CELLS = 1_500_000
"""Cells of one day's table; a counter for which there is no room stays without an axis."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A cheapest roster: its options by day; ``value`` is a lower bound where not ``kept``."""

    value: float
    options: Ints
    kept: bool


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
    """

    def __init__(
        self, graph: Graph, counters: Sequence[Counter], domains: Sequence[Sequence[int]]
    ) -> None:
        self._graph, self._counters, self._domains = graph, counters, domains
        self.axes: list[int] = []
        self._full: set[int] = set()
        self._layers: list[Layer] = []
        self._lay_out()

    def price(self, costs: Floats) -> Priced | None:
        """Return the cheapest roster, None where there is none.

        Parameters
        ----------
        costs
            Price of each option on each day.
        """
        while True:
            found = self._cheapest(costs)
            if found is None:
                return None
            broken = self._broken(found[1])
            if not broken:
                return Priced(found[0], found[1], True)
            if not self._widen(broken):
                return Priced(found[0], found[1], False)

    def _broken(self, options: Ints) -> list[int]:
        """Return the counters without an axis that a roster pays for."""
        free = [number for number in range(len(self._counters)) if number not in self.axes]
        counts = self.counts(options)
        return [number for number in free if self._counters[number].cost(counts[number])]

    def _widen(self, broken: Sequence[int]) -> bool:
        """Give one more counter an axis, if one fits; tell whether the table has changed."""
        for number in broken:
            if number in self._full:
                continue
            self.axes.append(number)
            self._lay_out()
            if all(math.prod(layer.shape) <= MOST_CELLS for layer in self._layers):
                return True
            self._full.add(number)
            self.axes.remove(number)
            self._lay_out()
        return False

    def counts(self, options: Ints) -> list[int]:
        """Return the steps of each counter in a roster that the graph allows."""
        walked = self.walk(options)
        assert walked is not None
        days = np.arange(len(options))
        return [
            walked[1][one.position] if one.gains is None else int(one.gains[days, options].sum())
            for one in self._counters
        ]

    def walk(self, options: Sequence[int] | Ints) -> tuple[float, list[int]] | None:
        """Return what a roster costs on the graph and adds to its counters; None off the graph."""
        letter = {o: number for number, some in enumerate(self._graph.letters) for o in some}
        node, cost = 0, 0.0
        gains = [0] * (1 + max((one.position for one in self._counters), default=-1))
        for chosen, steps in zip(options, self._graph.steps, strict=True):
            edge = steps.get((node, letter[int(chosen)]))
            if edge is None:
                return None
            node, more, gained = edge
            cost += more
            gains = [a + b for a, b in zip(gains, gained, strict=True)]
        cost += self._graph.ends[node]
        return None if math.isinf(cost) else (cost, gains)

    def worth(self, options: Sequence[int] | Ints) -> float:
        """Return what a whole roster costs on the graph and for its counts; infinite if barred."""
        walked = self.walk(options)
        if walked is None:
            return math.inf
        chosen = np.asarray(options, dtype=np.int64)
        counts = self.counts(chosen)
        return walked[0] + sum(
            one.cost(count) for one, count in zip(self._counters, counts, strict=True)
        )

    def _lay_out(self) -> None:
        """Prepare the tables for the counters that have an axis."""
        axes = [self._counters[number] for number in self.axes]
        graph = minimised(self._graph, [one.position for one in axes if one.gains is None])
        self._layers = layers_of(graph, axes, self._domains)
        self._ends = np.array(graph.ends)

    def _cheapest(self, costs: Floats) -> tuple[float, Ints] | None:
        """Return the value and the options of a cheapest path."""
        if not self._layers:
            return None
        table = np.zeros((1,) * (1 + len(self.axes)))
        tables, raw = [table], [table]
        prices: list[Floats] = []
        last = len(self._layers) - 1
        for day, layer in enumerate(self._layers):
            row = np.array([costs[day, some].min() for some in layer.choices])
            prices.append(row)
            found = np.full(layer.shape, np.inf)
            for batch in layer.batches:
                _extend(table, found, batch, row)
            for axis, price in layer.closing:
                found += price.reshape((-1,) + (1,) * (found.ndim - axis - 2))
            if day == last:
                found += self._ends.reshape((-1,) + (1,) * (found.ndim - 1))
            raw.append(found)
            closed = tuple(axis + 1 for axis, _ in layer.closing)
            table = found.min(axis=closed, keepdims=True) if closed else found
            tables.append(table)
        value = float(tables[-1].min())
        if math.isinf(value):
            return None
        return value, self._path(tables, raw, prices, costs)

    def _path(
        self,
        tables: Sequence[Floats],
        raw: Sequence[Floats],
        prices: Sequence[Floats],
        costs: Floats,
    ) -> Ints:
        """Read a cheapest path back from the tables."""
        options = np.zeros(len(self._layers), dtype=np.int64)
        best = np.unravel_index(int(tables[-1].argmin()), tables[-1].shape)
        place = [int(i) for i in best]
        for day in range(len(self._layers) - 1, -1, -1):
            layer = self._layers[day]
            place = _opened(raw[day + 1], place, layer)
            choice, place = _before(tables[day], place, layer, prices[day])
            some = layer.choices[choice]
            options[day] = some[int(costs[day, some].argmin())]
        return options


def _opened(table: Floats, place: list[int], layer: Layer) -> list[int]:
    """Return the place in a table before its closing axes were taken together."""
    closed = {axis + 1 for axis, _ in layer.closing}
    if not closed:
        return place
    index = tuple(slice(None) if axis in closed else i for axis, i in enumerate(place))
    part = table[index]
    inside = iter(np.unravel_index(int(part.argmin()), part.shape))
    return [int(next(inside)) if axis in closed else i for axis, i in enumerate(place)]


def _before(table: Floats, place: list[int], layer: Layer, prices: Floats) -> tuple[int, list[int]]:
    """Return the choice that led to a place most cheaply, and the place that it came from."""
    best, found, came = math.inf, -1, place
    for batch in layer.batches:
        moved = [
            i - placed.start + taken.start
            for i, taken, placed in zip(place[1:], batch.taken, batch.placed, strict=True)
        ]
        fits = zip(moved, batch.taken, strict=True)
        position = int(np.searchsorted(batch.target, place[0]))
        if position == len(batch.target) or batch.target[position] != place[0]:
            continue
        if not all(taken.start <= i < taken.stop for i, taken in fits):
            continue
        begin = int(batch.begins[position])
        end = int(batch.begins[position + 1]) if position + 1 < len(batch.begins) else None
        rows = batch.source[begin:end]
        values = table[(rows, *moved)] + batch.price[begin:end] + prices[batch.choice[begin:end]]
        least = int(values.argmin())
        if values[least] < best:
            best, found = float(values[least]), int(batch.choice[begin:end][least])
            came = [int(rows[least]), *moved]
    return found, came


def _extend(table: Floats, found: Floats, batch: Batch, prices: Floats) -> None:
    """Carry the table of a day over the edges of a batch."""
    steps = batch.price + prices[batch.choice]
    taken: tuple[Any, ...] = (batch.source, *batch.taken)
    reached = table[taken]
    reached = reached + steps.reshape((-1,) + (1,) * (table.ndim - 1))
    least = np.minimum.reduceat(reached, batch.begins, axis=0)
    index: tuple[Any, ...] = (batch.target, *batch.placed)
    found[index] = np.minimum(found[index], least)
