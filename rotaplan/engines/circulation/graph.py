"""The walk as a graph: a node for each weekday and state, an arc for each option of a day.

A state holds what the days before mean for the days to come: how far each window that is open
has come. A closed walk in this graph, read without end, is a cycle that keeps every window; the
size of the graph does not depend on how many lines the cycle has.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.rotation import WEEK
from rotaplan.model.cycle import Window
from rotaplan.model.requirements import OFF, Grade

Open = tuple[int, int, int, int]
"""A window that is open: number, steps passed, sum so far, worth of the group under way."""
State = tuple[int, tuple[Open, ...]]
"""The last option worked where that is remembered, else 0; and the windows that are open."""
Costs = tuple[tuple[int, int], ...]
"""Price by level, in order of level."""


class TooLarge(Exception):
    """The windows need more states than are worth their while."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One day of the walk: from a node to one of the next weekday."""

    source: int
    target: int
    weekday: int
    option: int
    costs: Costs = ()


@dataclass(frozen=True)
class Graph:
    """Arcs between nodes; only nodes through which a walk can go on for ever are left."""

    arcs: tuple[Arc, ...]

    @cached_property
    def leaving(self) -> Mapping[int, tuple[int, ...]]:
        """The arcs that leave each node, by number."""
        return _grouped((arc.source, number) for number, arc in enumerate(self.arcs))

    @cached_property
    def entering(self) -> Mapping[int, tuple[int, ...]]:
        """The arcs that enter each node, by number."""
        return _grouped((arc.target, number) for number, arc in enumerate(self.arcs))


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def graph_of(
    options: Sequence[frozenset[int]],
    windows: Sequence[Window],
    change: Grade | None = None,
    *,
    largest: int = 60_000,
) -> Graph:
    """Return the graph of a walk.

    Parameters
    ----------
    options
        By weekday, what may stand there.
    windows
        What must hold, or has a price.
    change
        Price of a duty of another option than the duty before it, over days off too.
    largest
        Arcs that may be made on the way.

    Raises
    ------
    TooLarge
        Where more would be needed.
    """
    arcs = _merged(_lasting(_reached(options, _Windows(windows, change), largest)))
    return Graph(tuple(arcs))


class _Windows:
    """How windows that are open go on from one day to the next."""

    def __init__(self, windows: Sequence[Window], change: Grade | None) -> None:
        self._windows, self._change = windows, change
        self._worths = [[dict(step.worths) for step in one.steps] for one in windows]
        self._ahead = [_reach(one) for one in windows]
        self._begin: list[list[int]] = [[] for _ in range(WEEK)]
        for number, one in enumerate(windows):
            self._begin[one.weekday].append(number)

    def after(self, state: State, weekday: int, option: int) -> tuple[State, Costs] | None:
        """Return the state after a day, and what ends with it costs; None if it must not be."""
        last, still = state[0], list[Open]()
        costs: dict[int, int] = {}
        if self._change is not None and option != OFF:
            if last not in (OFF, option):
                costs[self._change.level] = self._change.weight
            last = option
        for begun in (*state[1], *((number, 0, 0, 0) for number in self._begin[weekday])):
            one = self._windows[begun[0]]
            total, group, place = self._advanced(begun, option)
            if place == len(one.steps):
                amount = one.amount(total)
                if amount and one.grade.must:
                    return None
                if amount:
                    level = one.grade.level
                    costs[level] = costs.get(level, 0) + amount * one.grade.weight
                continue
            low, high, greatest = self._ahead[begun[0]][place]
            low, high = total + group + low, total + max(group, greatest) + high
            if one.grade.must and _outside(one, low, high):
                return None
            if not _safe(one, low, high):
                still.append((begun[0], place, total, group))
        return (last, tuple(sorted(still))), tuple(sorted(costs.items()))

    def _advanced(self, begun: Open, option: int) -> tuple[int, int, int]:
        number, place, total, group = begun
        step = self._windows[number].steps[place]
        worth = self._worths[number][place].get(option, 0)
        if place and not self._windows[number].steps[place - 1].closes:
            worth = max(worth, group)
        return (total + worth, 0, place + 1) if step.closes else (total, worth, place + 1)


def _reach(one: Window) -> list[tuple[int, int, int]]:
    """Return by place what is still to come: least and greatest sum, and greatest of its group.

    The group that is under way at that place is not in the sums. A group of several days has no
    worth below nothing.
    """
    low = high = greatest = 0
    found = [(0, 0, 0)]
    for place in reversed(range(len(one.steps))):
        worths = [worth for _, worth in one.steps[place].worths]
        greatest = max([greatest, *worths])
        if place == 0 or one.steps[place - 1].closes:
            low, high, greatest = low + min([0, *worths]), high + greatest, 0
        found.append((low, high, greatest))
    return found[::-1]


def _outside(one: Window, low: int, high: int) -> bool:
    """Whether no sum between these can be within the bounds of a window."""
    return (one.most is not None and low > one.most) or (one.least is not None and high < one.least)


def _safe(one: Window, low: int, high: int) -> bool:
    """Whether every sum between these is within the bounds of a window."""
    return (one.most is None or high <= one.most) and (one.least is None or low >= one.least)


def _reached(options: Sequence[frozenset[int]], windows: _Windows, largest: int) -> Iterator[Arc]:
    """Yield the arcs that can be reached from a week about which nothing is known."""
    nodes: dict[tuple[int, State], int] = {}
    waiting: deque[tuple[int, State]] = deque()

    def node(key: tuple[int, State]) -> int:
        if key not in nodes:
            nodes[key] = len(nodes)
            waiting.append(key)
        return nodes[key]

    made = 0
    for weekday in range(WEEK):
        node((weekday, (OFF, ())))
    while waiting:
        key = waiting.popleft()
        weekday, state = key
        for option in sorted(options[weekday]):
            then = windows.after(state, weekday, option)
            if then is None:
                continue
            made += 1
            if made > largest:
                raise TooLarge
            target = node(((weekday + 1) % WEEK, then[0]))
            yield Arc(nodes[key], target, weekday, option, then[1])


def _lasting(arcs: Iterable[Arc]) -> list[Arc]:
    """Return the arcs between nodes that have both a way in and a way out, for ever."""
    kept = list(arcs)
    while True:
        alive = {arc.source for arc in kept} & {arc.target for arc in kept}
        fewer = [arc for arc in kept if arc.source in alive and arc.target in alive]
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def _merged(arcs: Sequence[Arc]) -> list[Arc]:
    """Return the arcs with nodes made one from which the same can follow at the same price.

    Nodes are told apart further and further: first by weekday, then by what their arcs lead to.
    """
    kind = {arc.source: arc.weekday for arc in arcs}
    leaving: dict[int, list[Arc]] = {}
    for arc in arcs:
        leaving.setdefault(arc.source, []).append(arc)
    count = len(set(kind.values()))
    while True:
        names: dict[object, int] = {}
        finer: dict[int, int] = {}
        for node, outgoing in leaving.items():
            follows = tuple((arc.option, arc.costs, kind[arc.target]) for arc in outgoing)
            finer[node] = names.setdefault((kind[node], follows), len(names))
        kind = finer
        if len(names) == count:
            break
        count = len(names)
    merged = (
        Arc(kind[arc.source], kind[arc.target], arc.weekday, arc.option, arc.costs) for arc in arcs
    )
    return list(dict.fromkeys(merged))
