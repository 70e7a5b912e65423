"""The tables of one person's days: which edges carry which counts, as far as they lead anywhere."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rotaplan.engines.columns.counters import Counter, Floats, Ints
from rotaplan.engines.columns.graph import Edge, Graph


@dataclass(frozen=True, slots=True)
class Batch:
    """Edges of a day that add the same to the counters, ordered by target.

    ``begins`` says where the edges of each target begin; ``taken`` and ``placed`` are the counts
    before and after, as slices of the tables.
    """

    source: Ints
    choice: Ints
    price: Floats
    target: Ints
    begins: Ints
    taken: tuple[slice, ...]
    placed: tuple[slice, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """One day: its batches, the choices between options, and the shape of the table after it.

    ``closing`` are the axes whose counter can add nothing later, with the price of each count.
    """

    batches: tuple[Batch, ...]
    choices: tuple[Ints, ...]
    shape: tuple[int, ...]
    closing: tuple[tuple[int, Floats], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The edges of a day as arrays; ``gains`` has a column for each axis."""

    source: Ints
    target: Ints
    choice: Ints
    price: Floats
    gains: Ints
    choices: tuple[Ints, ...]
    after: int


def layers_of(
    graph: Graph, axes: Sequence[Counter], domains: Sequence[Sequence[int]]
) -> list[Layer]:
    """Return the layers of a person's days; none where no roster is possible."""
    days = days_of(graph, axes, domains)
    if not days:
        return []
    windows = windows_of(days, axes, len(graph.ends))
    if windows is None:
        return []
    layers: list[Layer] = []
    low, high = np.zeros(len(axes), dtype=np.int64), np.zeros(len(axes), dtype=np.int64)
    for number, day in enumerate(days):
        after_low, after_high = windows[number]
        closing = tuple(
            (axis, one.costs(range(int(after_low[axis]), int(after_high[axis]) + 1)))
            for axis, one in enumerate(axes)
            if one.last == number
        )
        batches = _batches(day, (low, high), (after_low, after_high))
        widths = (int(width) for width in after_high - after_low + 1)
        layers.append(Layer(batches, day.choices, (day.after, *widths), closing))
        low, high = after_low.copy(), after_high.copy()
        for axis, _ in closing:
            low[axis] = high[axis] = 0
    return layers


def days_of(graph: Graph, axes: Sequence[Counter], domains: Sequence[Sequence[int]]) -> list[Day]:
    """Return the edges of each day; none where some day has none."""
    # Most days are like others: of a year of 364 there are ten.
    known: dict[Hashable, Day] = {}
    days: list[Day] = []
    for number, edges in enumerate(graph.days):
        offered = tuple(
            (option, tuple(0 if c.gains is None else int(c.gains[number, option]) for c in axes))
            for option in domains[number]
        )
        key = (id(edges), offered)
        if key not in known:
            known[key] = _day(graph.letter, edges, axes, dict(offered))
        days.append(known[key])
    return days if all(len(day.source) for day in days) else []


def _day(
    letter: Mapping[int, int],
    edges: Sequence[Edge],
    axes: Sequence[Counter],
    offered: Mapping[int, Sequence[int]],
) -> Day:
    """Return a day's edges, those of options that differ in nothing taken together."""
    of_group = [axis for axis, one in enumerate(axes) if one.gains is None]
    by_letter: dict[int, list[Edge]] = {}
    for edge in edges:
        by_letter.setdefault(edge.letter, []).append(edge)
    merged: dict[tuple[int, int, float, tuple[int, ...]], list[int]] = {}
    for option, each in offered.items():
        gains = list(each)
        for edge in by_letter.get(letter[option], ()):
            for axis, gain in zip(of_group, edge.gains, strict=True):
                gains[axis] = gain
            key = (edge.target, edge.source, edge.price, tuple(gains))
            merged.setdefault(key, []).append(option)
    keys = sorted(merged)
    choices: dict[tuple[int, ...], int] = {}
    choice = [choices.setdefault(tuple(merged[key]), len(choices)) for key in keys]
    return Day(
        source=np.array([key[1] for key in keys], dtype=np.int64),
        target=np.array([key[0] for key in keys], dtype=np.int64),
        choice=np.array(choice, dtype=np.int64),
        price=np.array([key[2] for key in keys], dtype=np.float64),
        gains=np.array([key[3] for key in keys], dtype=np.int64).reshape(len(keys), len(axes)),
        choices=tuple(np.array(some, dtype=np.int64) for some in choices),
        after=1 + max((edge.target for edge in edges), default=0),
    )


def windows_of(
    days: Sequence[Day], axes: Sequence[Counter], ends: int
) -> list[tuple[Ints, Ints]] | None:
    """Return the lowest and highest counts worth keeping after each day; None where none are."""
    count = len(axes)
    reached = [_forward(days, axes)]
    least = np.full((ends, count), -math.inf)
    most = np.full((ends, count), math.inf)
    found: list[tuple[Ints, Ints]] = []
    for number in range(len(days) - 1, -1, -1):
        for axis, one in enumerate(axes):
            if one.last == number:
                alive = least[:, axis] <= most[:, axis]
                low, high = one.needs
                least[:, axis] = np.where(alive, low, math.inf)
                most[:, axis] = np.where(alive, high, -math.inf)
        for axis, one in enumerate(axes):
            if one.near is not None and number < one.last:
                least[:, axis] = np.maximum(least[:, axis], one.near[0][number])
                most[:, axis] = np.minimum(most[:, axis], one.near[1][number])
        low_, high_ = reached[0][number]
        bottom, top = np.maximum(low_, least), np.minimum(high_, most)
        alive = np.all(bottom <= top, axis=1)
        if not alive.any():
            return None
        found.append(
            (
                bottom[alive].min(axis=0).astype(np.int64),
                top[alive].max(axis=0).astype(np.int64),
            )
        )
        day = days[number]
        nodes = days[number - 1].after if number else 1
        before_least = np.full((nodes, count), math.inf)
        before_most = np.full((nodes, count), -math.inf)
        kept = alive[day.target]
        source, target, gains = day.source[kept], day.target[kept], day.gains[kept]
        np.minimum.at(before_least, source, least[target] - gains)
        np.maximum.at(before_most, source, most[target] - gains)
        least, most = before_least, before_most
    return found[::-1]


def _forward(days: Sequence[Day], axes: Sequence[Counter]) -> list[tuple[Floats, Floats]]:
    """Return for each day the lowest and highest counts with which a node can be reached."""
    count = len(axes)
    low, high = np.zeros((1, count)), np.zeros((1, count))
    found = []
    for number, day in enumerate(days):
        after_low = np.full((day.after, count), math.inf)
        after_high = np.full((day.after, count), -math.inf)
        np.minimum.at(after_low, day.target, low[day.source] + day.gains)
        np.maximum.at(after_high, day.target, high[day.source] + day.gains)
        found.append((after_low, after_high))
        low, high = after_low.copy(), after_high.copy()
        for axis, one in enumerate(axes):
            if one.last == number:
                there = low[:, axis] <= high[:, axis]
                low[there, axis] = high[there, axis] = 0
    return found


def _batches(day: Day, before: tuple[Ints, Ints], after: tuple[Ints, Ints]) -> tuple[Batch, ...]:
    """Return a day's edges by what they add."""
    kinds, kind = np.unique(day.gains, axis=0, return_inverse=True)
    found: list[Batch] = []
    for number, gains in enumerate(kinds):
        first = np.maximum(before[0], after[0] - gains)
        last = np.minimum(before[1], after[1] - gains)
        if np.any(first > last):
            continue
        rows = np.flatnonzero(kind.ravel() == number)
        targets, begins = np.unique(day.target[rows], return_index=True)
        taken, placed = first - before[0], first + gains - after[0]
        widths = last - first + 1
        found.append(
            Batch(
                source=day.source[rows],
                choice=day.choice[rows],
                price=day.price[rows],
                target=targets,
                begins=begins,
                taken=_slices(taken, widths),
                placed=_slices(placed, widths),
            )
        )
    return tuple(found)


def _slices(begins: Ints, widths: Ints) -> tuple[slice, ...]:
    return tuple(slice(int(b), int(b + w)) for b, w in zip(begins, widths, strict=True))
