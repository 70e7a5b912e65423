"""What is left of somebody's graph where the first and the last days are decided."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rotaplan.engines.columns.counters import Counter, Floats, Ints
from rotaplan.engines.columns.graph import Edge, Graph, Step
from rotaplan.engines.columns.walks import Passage

Domains = Sequence[Sequence[int]]


@dataclass(frozen=True, eq=False)
class Cut:
    """The days from the first open one to where all that can follow is alike.

    Attributes
    ----------
    days
        Which these are.
    graph, axes, domains
        Of these days; what other days add to the axes is in their bases.
    options
        Of all days; only those outside count.
    price
        Of the days before, on the graph.
    """

    days: slice
    graph: Graph
    axes: Sequence[Counter]
    domains: Domains
    options: Ints
    price: float = 0.0

    def whole(self, options: Ints) -> Ints:
        """Return all days where those of the cut are known."""
        found = self.options.copy()
        found[self.days] = options
        return found

    def spent(self, costs: Floats) -> float:
        """Return what the days outside cost."""
        outside = np.ones(len(costs), dtype=bool)
        outside[self.days] = False
        return self.price + float(costs[outside, self.options[outside]].sum())

    def passages(self, inside: Sequence[Passage]) -> list[Passage]:
        """Return the steps of all days: outside there is one a day."""
        first, after = self.days.start, self.days.stop
        options = self.options.tolist()
        before = [_only(o, 0.0 if day else self.price) for day, o in enumerate(options[:first])]
        return [*before, *inside, *(_only(option, 0.0) for option in options[after:])]


class Trail:
    """Walks along a graph whose first and last days are decided: these are walked once.

    Parameters
    ----------
    graph
        Of somebody.
    domains
        The options of each day.
    """

    def __init__(self, graph: Graph, domains: Domains) -> None:
        self._graph = graph
        opened = [day for day, some in enumerate(domains) if len(some) != 1]
        self._first, self._end = (opened[0], opened[-1] + 1) if opened else (0, len(domains))
        decided = [some[0] if some else 0 for some in domains]
        self._before, self._after = decided[: self._first], decided[self._end :]
        self._begun = graph.along(0, self._before)
        self._rest: dict[int, Step | None] = {}
        self._last: tuple[list[int], Step | None] = ([], None)

    def of(self, options: list[int]) -> Step | None:
        """Return where all days lead, their price and gains; None where that is barred."""
        if options != self._last[0]:
            # What is found is walked for what it breaks, then for its price.
            self._last = options, self._walked(options)
        return self._last[1]

    def _walked(self, options: list[int]) -> Step | None:
        if options[: self._first] != self._before or options[self._end :] != self._after:
            return self._graph.along(0, options)
        if self._begun is None:
            return None
        inside = self._graph.along(self._begun[0], options[self._first : self._end], self._first)
        if inside is None:
            return None
        node = inside[0]
        if node not in self._rest:
            self._rest[node] = self._graph.along(node, self._after, self._end)
        rest = self._rest[node]
        return None if rest is None else _one_after_another(self._begun, inside, rest)


def cut(graph: Graph, axes: Sequence[Counter], domains: Domains) -> Cut:
    """Return the part of a graph that is still open.

    Parameters
    ----------
    graph
        Whose edges add to the axes that only they tell of, and to no other.
    axes
        Counters.
    domains
        The options of each day.
    """
    opened = [day for day, some in enumerate(domains) if len(some) > 1]
    decided = [some[0] if some else 0 for some in domains]
    options = np.array(decided)
    whole = Cut(slice(0, len(domains)), graph, axes, domains, options)
    if not opened or not all(domains):
        return whole
    first = opened[0]
    before = graph.along(0, decided[:first])
    end, nodes = _joined(graph, opened[-1] + 1, decided)
    if before is None or not nodes:
        return whole
    node, price, gains = before
    ends = list(graph.ends)
    if end < len(domains):
        after = graph.along(nodes[0], decided[end:], end)
        if after is None:
            return whole
        last, later, more = after
        ends = [math.inf] * nodes[0] + [later + graph.ends[last]]
        gains = tuple(a + b for a, b in zip(gains, more, strict=True))
    days = slice(first, end)
    edges = _from(node, graph.days[days])
    count = 1 + max((edge.target for edge in edges[-1]), default=0)
    ends = (ends + [math.inf] * count)[:count]
    return Cut(
        days=days,
        graph=Graph(graph.letters, edges, tuple(ends)),
        axes=_moved(axes, gains, options, days),
        domains=domains[days],
        options=options,
        price=price,
    )


def _one_after_another(*steps: Step) -> Step:
    """Return steps that follow each other as one."""
    gains = tuple(map(sum, zip(*(step[2] for step in steps), strict=True)))
    return steps[-1][0], sum(step[1] for step in steps), gains


def _joined(graph: Graph, day: int, decided: Sequence[int]) -> tuple[int, list[int]]:
    """Return the first day, from one on, before which all decided days have led to one node.

    With the nodes before it: several where there is no such day.
    """
    nodes = sorted({edge.target for edge in graph.days[day - 1]})
    while len(nodes) > 1 and day < len(decided):
        steps = [graph.along(node, decided[day : day + 1], day) for node in nodes]
        nodes = sorted({step[0] for step in steps if step is not None})
        day += 1
    return day, nodes


def _from(node: int, days: Sequence[tuple[Edge, ...]]) -> tuple[tuple[Edge, ...], ...]:
    """Return days that begin in a node, as a graph's do, without nodes that it does not lead to."""
    first = [replace(edge, source=0) for edge in days[0] if edge.source == node]
    found = [tuple(first)]
    for edges in days[1:]:
        reached = {edge.target for edge in found[-1]}
        kept = tuple(edge for edge in edges if edge.source in reached)
        found.append(edges if len(kept) == len(edges) else kept)
    return tuple(found)


def _moved(
    axes: Sequence[Counter], gains: Sequence[int], options: Ints, days: slice
) -> list[Counter]:
    """Return counters of some days only, with what all other days add to them."""
    outside = np.ones(len(options), dtype=bool)
    outside[days] = False
    told, found = iter(gains), []
    for one in axes:
        if one.gains is None:
            inside, added = None, next(told)
        else:
            inside, added = one.gains[days], int(one.gains[outside, options[outside]].sum())
        last = min(max(one.last, days.start), days.stop - 1) - days.start
        base = one.base + one.step * added
        near = _near_of(one.near, days)
        found.append(replace(one, last=last, base=base, gains=inside, near=near))
    return found


def _near_of(near: tuple[Ints, Ints] | None, days: slice) -> tuple[Ints, Ints] | None:
    """Return the limits of some days only, counted from the first of them on."""
    if near is None:
        return None
    low, high = near
    # The days before are decided: what they add is in the middle.
    before = (low[days.start - 1] + high[days.start - 1]) // 2 if days.start else 0
    return low[days] - before, high[days] - before


def _only(option: int, price: float) -> Passage:
    """Return the only step of a decided day."""
    none = np.zeros(1, dtype=np.int64)
    return Passage(none, np.array([option]), none, np.array([price]), np.zeros(1))
