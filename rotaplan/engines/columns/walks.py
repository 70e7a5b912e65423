"""The graph of one person with the counts in its places: one place for all that can follow alike.

A place is a node with a count on each axis. Only places that can be reached and brought to a good
end are there, and those from which the same can follow, at the same price, are one: a limit that
can bind no more is forgotten. The day's table is then one row of numbers without holes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns.counters import Counter, Floats, Ints
from rotaplan.engines.columns.graph import Graph
from rotaplan.engines.columns.layers import Day, days_of, windows_of

MOST_STEPS = 2_000_000
"""Steps of all days together, beyond which there are tables with holes: of instance 13 of
schedulingbenchmarks these take 0.18 s a price, and the steps of the same people 0.012."""
_DENSE = 20
"""Up to so many possible keys for one that is there, they are numbered by a table."""
_SEEDS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Walk:
    """One day: all steps between places, ordered by the place that they lead to.

    Attributes
    ----------
    index
        Of each step: its choice times ``places``, plus the place that it comes from.
    price
        Of each step beside its option; None where all are free.
    begins
        Where the steps to each place begin.
    choices
        The options that differ in nothing but their price, by choice.
    places
        Before this day.
    """

    index: Ints
    price: Floats | None
    begins: Ints
    choices: tuple[Ints, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Steps of a day that cheap enough rosters take, a step for each option.

    Attributes
    ----------
    source, option, target
        Of each step: the place that it comes from, its option, and the place that it leads to.
    price
        Of each step beside its option.
    lift
        How much dearer than the cheapest way on from the same place it is. Over all days, the
        lifts of a roster add up to what it costs more than the cheapest one.
    """

    source: Ints
    option: Ints
    target: Ints
    price: Floats
    lift: Floats


@dataclass(slots=True)
class _Steps:
    """The steps of a day while places are still as reached; ordered by ``source``."""

    source: Ints
    choice: Ints
    price: Floats
    target: Ints
    places: int
    """After this day."""


def walks_of(
    graph: Graph, axes: Sequence[Counter], domains: Sequence[Sequence[int]]
) -> list[Walk] | None:
    """Return the days of somebody, none where no roster is possible.

    None instead of a list where there are more than ``MOST_STEPS``.
    """
    days = days_of(graph, axes, domains)
    windows = windows_of(days, axes, len(graph.ends)) if days else None
    if windows is None:
        return []
    reached = _reached(days, axes, windows, np.array(graph.ends))
    if reached is None:
        return None
    walks: list[Walk] = []
    alike = np.zeros(reached[-1].places, dtype=np.int64)
    for number in range(len(days) - 1, -1, -1):
        before = reached[number - 1].places if number else 1
        walk, alike = _merged(reached[number], alike, before, days[number].choices)
        if not len(walk.begins):
            return []
        walks.append(walk)
    return walks[::-1]


def _reached(
    days: Sequence[Day],
    axes: Sequence[Counter],
    windows: Sequence[tuple[Ints, Ints]],
    ends: Floats,
) -> list[_Steps] | None:
    """Return all steps between places that can be reached, None where they are too many."""
    found: list[_Steps] = []
    nodes, total = np.zeros(1, dtype=np.int64), 0
    # An array for each axis: with one of two dimensions, looking at every axis takes twice as long.
    counts = [np.zeros(1, dtype=np.int64) for _ in axes]
    for number, day in enumerate(days):
        source, edge = _leaving(day, nodes)
        low, high = windows[number]
        after = [count[source] + day.gains[edge, axis] for axis, count in enumerate(counts)]
        kept = np.ones(len(edge), dtype=bool)
        for axis, count in enumerate(after):
            kept &= (count >= low[axis]) & (count <= high[axis])
        price = day.price[edge]
        if number == len(days) - 1:
            price = price + ends[day.target[edge]]
        for axis, one in enumerate(axes):
            if one.last == number:
                asked = one.costs(range(int(low[axis]), int(high[axis]) + 1))
                place = np.clip(after[axis] - low[axis], 0, len(asked) - 1)
                price = price + asked[place]
                after[axis] = np.full(len(edge), low[axis])
        kept &= np.isfinite(price)
        source, edge, price = source[kept], edge[kept], price[kept]
        after = [count[kept] for count in after]
        total += len(edge)
        # Most of these steps go when places alike become one.
        if total > 4 * MOST_STEPS:
            return None
        target = day.target[edge]
        key, room = target.copy(), day.after
        for axis, count in enumerate(after):
            width = int(high[axis] - low[axis] + 1)
            key = key * width + (count - low[axis])
            room *= width
        first, place = _numbered(key, room)
        found.append(_Steps(source, day.choice[edge], price, place, len(first)))
        nodes, counts = target[first], [count[first] for count in after]
        for axis, one in enumerate(axes):
            if one.last == number:
                counts[axis] = np.zeros(len(first), dtype=np.int64)
    return found


def _numbered(key: Ints, room: int) -> tuple[Ints, Ints]:
    """Return where one of each key stands, in the order of keys, and the number of each key."""
    if room > _DENSE * len(key):
        _, first, number = np.unique(key, return_index=True, return_inverse=True)
        return first, number.ravel()
    stands = np.full(room, -1, dtype=np.int64)
    stands[key] = np.arange(len(key))
    first = stands[stands >= 0]
    stands[key[first]] = np.arange(len(first))
    return first, stands[key]


def _begins(ordered: Ints) -> Ints:
    """Return where each value of an ordered array begins."""
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(fresh)


def _leaving(day: Day, nodes: Ints) -> tuple[Ints, Ints]:
    """Return place and edge of each step that leaves places at these nodes."""
    order = np.argsort(day.source, kind="stable")
    bounds = np.searchsorted(day.source[order], np.arange(int(nodes.max(initial=0)) + 2))
    count = bounds[nodes + 1] - bounds[nodes]
    source = np.repeat(np.arange(len(nodes)), count)
    within = np.arange(len(source)) - np.repeat(np.cumsum(count) - count, count)
    return source, order[bounds[nodes][source] + within]


def _merged(day: _Steps, alike: Ints, before: int, choices: tuple[Ints, ...]) -> tuple[Walk, Ints]:
    """Return a day with places alike as one, and to which place each one before it now belongs.

    ``alike`` says the same of those after it; -1 marks one from which no good end can be reached.
    """
    kept = alike[day.target] >= 0
    source, choice, price = day.source[kept], day.choice[kept], day.price[kept]
    target = alike[day.target[kept]]
    belongs = np.full(before, -1, dtype=np.int64)
    if not len(source):
        return Walk(source, None, source, choices, 0), belongs
    begins = _begins(source)
    leaving = source[begins]
    marks = np.add.reduceat(_marks(choice, target, price), begins)
    kinds, first, belongs[leaving] = np.unique(marks, return_index=True, return_inverse=True)
    stands = np.zeros(before, dtype=bool)
    stands[leaving[first]] = True
    once = stands[source]
    source, choice, price, target = belongs[source[once]], choice[once], price[once], target[once]
    order = np.argsort(target * len(kinds) + source, kind="stable")
    some = price[order] if np.any(price) else None
    begins = _begins(target[order])
    return Walk((choice * len(kinds) + source)[order], some, begins, choices, len(kinds)), belongs


def _marks(choice: Ints, target: Ints, price: Floats) -> npt.NDArray[np.uint64]:
    """Return a number for each step whose sum over the steps of a place tells it from others.

    Numbers of 64 bits: that two of a hundred thousand places differ unseen is no matter (one
    chance in a thousand million), and every roster is priced again from its rules.
    """
    first = choice.astype(np.uint64) * _SEEDS[0] + target.astype(np.uint64) * _SEEDS[1]
    # Adding nothing makes of a negative zero a positive one, which has other bits.
    mixed = first + (price + 0.0).view(np.uint64) * _SEEDS[2] + _SEEDS[0]
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    found: npt.NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return found


class Walks:
    """All days of somebody.

    Parameters
    ----------
    days
        With at least one roster.
    options
        How many there are, off included.
    """

    def __init__(self, days: Sequence[Walk], options: int) -> None:
        self._days = days
        self.size = sum(len(walk.index) for walk in days)
        some = [day * options + chosen for day, walk in enumerate(days) for chosen in walk.choices]
        sizes = np.array([len(chosen) for chosen in some])
        self._cells, self._begins = np.concatenate(some), np.cumsum(sizes) - sizes
        ends = np.cumsum([len(walk.choices) for walk in days]).tolist()
        self._of_day = [slice(a, b) for a, b in zip([0, *ends], ends, strict=False)]

    def cheapest(self, costs: Floats, most: int) -> tuple[float, list[Ints]] | None:
        """Return the least price, and rosters that end differently; None without any.

        Parameters
        ----------
        costs
            Price of each option on each day.
        most
            So many rosters at most, the cheapest first.
        """
        least = np.minimum.reduceat(costs.ravel()[self._cells], self._begins)
        table, reached = np.zeros(1), np.zeros(1)
        sums: list[Floats] = []
        for walk, day in zip(self._days, self._of_day, strict=True):
            every = np.add.outer(least[day], table).ravel()
            reached = every[walk.index]
            if walk.price is not None:
                reached += walk.price
            sums.append(every)
            table = np.minimum.reduceat(reached, walk.begins)
        value = float(table[0])
        if not np.isfinite(value):
            return None
        few = min(most, len(reached))
        ends = np.argpartition(reached, few - 1)[:few]
        ends = ends[np.lexsort((ends, reached[ends]))]
        finite = [int(end) for end in ends if np.isfinite(reached[end])]
        return value, [_path(self._days, sums, costs, end) for end in finite]

    def within(self, costs: Floats, gap: float) -> list[Passage]:
        """Return, day by day, the steps of rosters that cost no more than the cheapest and a gap.

        Parameters
        ----------
        costs
            Price of each option on each day.
        gap
            Included.
        """
        opened = [_opened(walk) for walk in self._days]
        prices = [costs[day, one.option] + one.price for day, one in enumerate(opened)]
        before = [np.zeros(1)]
        for one, price in zip(opened, prices, strict=True):
            table = np.full(1 + int(one.target.max()), np.inf)
            np.minimum.at(table, one.target, before[-1][one.source] + price)
            before.append(table)
        most = float(before.pop()[0]) + gap
        after = np.zeros(1)
        found: list[Passage] = []
        for one, price, table in zip(opened[::-1], prices[::-1], before[::-1], strict=True):
            onward = price + after[one.target]
            after = np.full(len(table), np.inf)
            np.minimum.at(after, one.source, onward)
            kept = np.flatnonzero(table[one.source] + onward <= most)
            source = one.source[kept]
            found.append(
                Passage(
                    source=source,
                    option=one.option[kept],
                    target=one.target[kept],
                    price=one.price[kept],
                    lift=onward[kept] - after[source],
                )
            )
        return found[::-1]


def _opened(walk: Walk) -> Passage:
    """Return a day with a step for each option of each choice; nothing is lifted yet."""
    choice, source = np.divmod(walk.index, walk.places)
    target = np.repeat(np.arange(len(walk.begins)), np.diff(walk.begins, append=len(walk.index)))
    sizes = np.array([len(some) for some in walk.choices])
    step = np.repeat(np.arange(len(choice)), sizes[choice])
    first = np.cumsum(sizes[choice]) - sizes[choice]
    position = np.arange(len(step)) - first[step] + (np.cumsum(sizes) - sizes)[choice[step]]
    price = np.zeros(len(choice)) if walk.price is None else walk.price
    return Passage(
        source=source[step],
        option=np.concatenate(walk.choices)[position],
        target=target[step],
        price=price[step],
        lift=np.zeros(len(step)),
    )


def _path(walks: Sequence[Walk], sums: Sequence[Floats], costs: Floats, step: int) -> Ints:
    """Read a cheapest roster back that ends with a step."""
    options = np.zeros(len(walks), dtype=np.int64)
    for day in range(len(walks) - 1, -1, -1):
        walk = walks[day]
        choice, place = divmod(int(walk.index[step]), walk.places)
        some = walk.choices[choice]
        options[day] = some[int(costs[day, some].argmin())]
        if day:
            before = walks[day - 1]
            begin = int(before.begins[place])
            last = place + 1 == len(before.begins)
            end = len(before.index) if last else int(before.begins[place + 1])
            values = sums[day - 1][before.index[begin:end]]
            if before.price is not None:
                values = values + before.price[begin:end]
            step = begin + int(values.argmin())
    return options
