"""A cheapest roster by tables with an axis for each counter: for what has too many steps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.layers import Batch, Layer


def cheapest(layers: Sequence[Layer], ends: Floats, costs: Floats) -> tuple[float, Ints] | None:
    """Return the least price and a cheapest roster, None where there is none.

    Parameters
    ----------
    layers
        Of somebody.
    ends
        Price of ending in each node.
    costs
        Price of each option on each day.
    """
    if not layers:
        return None
    table = np.zeros((1,) * len(layers[0].shape))
    tables, raw = [table], [table]
    prices: list[Floats] = []
    for day, layer in enumerate(layers):
        row = np.array([costs[day, some].min() for some in layer.choices])
        prices.append(row)
        found = np.full(layer.shape, np.inf)
        for batch in layer.batches:
            _extend(table, found, batch, row)
        for axis, price in layer.closing:
            found += price.reshape((-1,) + (1,) * (found.ndim - axis - 2))
        if day == len(layers) - 1:
            found += ends.reshape((-1,) + (1,) * (found.ndim - 1))
        raw.append(found)
        closed = tuple(axis + 1 for axis, _ in layer.closing)
        table = found.min(axis=closed, keepdims=True) if closed else found
        tables.append(table)
    value = float(tables[-1].min())
    if math.isinf(value):
        return None
    return value, _path(layers, tables, raw, prices, costs)


def _path(
    layers: Sequence[Layer],
    tables: Sequence[Floats],
    raw: Sequence[Floats],
    prices: Sequence[Floats],
    costs: Floats,
) -> Ints:
    """Read a cheapest path back from the tables."""
    options = np.zeros(len(layers), dtype=np.int64)
    best = np.unravel_index(int(tables[-1].argmin()), tables[-1].shape)
    place = [int(i) for i in best]
    for day in range(len(layers) - 1, -1, -1):
        layer = layers[day]
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
    reached += steps.reshape((-1,) + (1,) * (table.ndim - 1))
    least = np.minimum.reduceat(reached, batch.begins, axis=0)
    index: tuple[Any, ...] = (batch.target, *batch.placed)
    found[index] = np.minimum(found[index], least)
