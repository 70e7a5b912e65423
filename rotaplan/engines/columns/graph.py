"""All that a person can do, day by day, as a graph: a path is a roster of that person.

Counters are not in the graph: its edges say what they add to them.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rotaplan.engines.columns.tracks import State, Track

MOST_NODES = 4_000
"""Nodes of one day; beyond this a person's rules are no matter for a graph."""


Step = tuple[int, float, tuple[int, ...]]
_Row = tuple[int, int, float, tuple[int, ...]]
_Read = tuple[State, float, tuple[int, ...]] | None


class TooLarge(Exception):
    """The rules of a person remember more than a graph can hold."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One day of somebody: any option of a letter, from a node to a node of the next day.

    ``gains`` are what it adds to the counters of the tracks that count, in order.
    """

    source: int
    letter: int
    target: int
    price: float
    gains: tuple[int, ...]


@dataclass(frozen=True)
class Graph:
    """Days of edges.

    Attributes
    ----------
    letters
        Options between which no track sees a difference, together.
    days
        The edges of each day.
    ends
        What it costs to end in each node.
    """

    letters: tuple[tuple[int, ...], ...]
    days: tuple[tuple[Edge, ...], ...]
    ends: tuple[float, ...]

    @cached_property
    def steps(self) -> tuple[Mapping[tuple[int, int], Step], ...]:
        """For each day, by node and letter: the next node, the price and the gains."""
        return tuple(
            {(one.source, one.letter): (one.target, one.price, one.gains) for one in edges}
            for edges in self.days
        )

    @cached_property
    def letter(self) -> Mapping[int, int]:
        """The letter of each option."""
        return {option: number for number, some in enumerate(self.letters) for option in some}

    @cached_property
    def counted(self) -> int:
        """To how many counters the edges add."""
        return next((len(edge.gains) for edges in self.days for edge in edges), 0)

    def along(self, node: int, options: Sequence[int], first: int = 0) -> Step | None:
        """Return where options lead on the days from one on, their price and gains.

        None where that is barred.
        """
        price = 0.0
        gains = (0,) * self.counted
        for day, option in enumerate(options, first):
            step = self.steps[day].get((node, self.letter[option]))
            if step is None:
                return None
            node, more, gained = step
            price += more
            if gained:
                gains = tuple(a + b for a, b in zip(gains, gained, strict=True))
        return node, price, gains

    @cached_property
    def smallest(self) -> dict[tuple[int, ...], Graph]:
        """The smallest graphs that are known, by the counters that matter in them."""
        return {}


def unfold(tracks: Sequence[Track], options: int, days: int) -> Graph:
    """Return the graph of some tracks read side by side.

    Parameters
    ----------
    tracks
        What is remembered.
    options
        How many there are, off included.
    days
        Planned.

    Raises
    ------
    TooLarge
        Where one day takes more than ``MOST_NODES``.
    """
    alike: dict[Hashable, list[int]] = {}
    for option in range(options):
        alike.setdefault(tuple(one.behaviour(option) for one in tracks), []).append(option)
    letters = tuple(tuple(some) for some in alike.values())
    nodes: dict[tuple[State, ...], int] = {tuple(one.start for one in tracks): 0}
    layers: list[tuple[Edge, ...]] = []
    firsts = [some[0] for some in letters]
    for day in range(days):
        edges: list[Edge] = []
        reached: dict[tuple[State, ...], int] = {}
        # Many nodes have a track in the same state: each track reads it once a day.
        read: list[dict[State, list[_Read]]] = [{} for _ in tracks]
        for states, source in nodes.items():
            rows = [
                known[state] if state in known else _read(known, one, state, day, firsts)
                for one, state, known in zip(tracks, states, read, strict=True)
            ]
            for letter in range(len(letters)):
                found = _together(row[letter] for row in rows)
                if found is not None:
                    after, cost, gains = found
                    target = reached.setdefault(after, len(reached))
                    edges.append(Edge(source, letter, target, cost, gains))
        if len(reached) > MOST_NODES:
            raise TooLarge
        layers.append(tuple(edges))
        nodes = reached
    ends = tuple(
        sum(one.finish(state) for one, state in zip(tracks, states, strict=True))
        for states in nodes
    )
    return Graph(letters, tuple(layers), ends)


def _read(
    known: dict[State, list[_Read]], track: Track, state: State, day: int, options: Sequence[int]
) -> list[_Read]:
    """Return what a track makes of some options on a day, and note it."""
    found = known[state] = [_lead(track, state, day, option) for option in options]
    return found


def _lead(track: Track, state: State, day: int, option: int) -> _Read:
    """Return where an option leads a track, its price and its gains; None where it is barred."""
    after, price, gain = track.step(state, day, option)
    return None if price == math.inf else (after, price, (gain,) if track.counts else ())


def _together(reads: Iterable[_Read]) -> tuple[tuple[State, ...], float, tuple[int, ...]] | None:
    """Return where an option leads all tracks; None where one of them forbids it."""
    after: list[State] = []
    cost = 0.0
    gains: tuple[int, ...] = ()
    for read in reads:
        if read is None:
            return None
        after.append(read[0])
        cost += read[1]
        gains += read[2]
    return tuple(after), cost, gains


def minimised(graph: Graph, kept: Iterable[int]) -> Graph:
    """Return the smallest graph with the same rosters and prices, worked out once.

    Nodes from which the same can follow become one, the last day first.

    Parameters
    ----------
    graph
        As unfolded.
    kept
        The counters that matter, by position; what edges add to others is left out.
    """
    chosen = tuple(kept)
    if chosen not in graph.smallest:
        graph.smallest[chosen] = _minimised(graph, chosen)
    return graph.smallest[chosen]


def _minimised(graph: Graph, chosen: tuple[int, ...]) -> Graph:
    """Return the smallest graph where only some counters matter."""
    values: dict[float, int] = {}
    merged = {
        node: values.setdefault(end, len(values))
        for node, end in enumerate(graph.ends)
        if not math.isinf(end)
    }
    days: list[tuple[Edge, ...]] = []
    known: dict[tuple[Edge, ...], tuple[Edge, ...]] = {}
    for edges in reversed(graph.days):
        leaving: dict[int, list[_Row]] = {}
        for edge in edges:
            target = merged.get(edge.target)
            if target is not None:
                gains = tuple(edge.gains[position] for position in chosen)
                row = (edge.letter, target, edge.price, gains)
                leaving.setdefault(edge.source, []).append(row)
        classes: dict[tuple[_Row, ...], int] = {}
        merged = {
            source: classes.setdefault(tuple(sorted(rows)), len(classes))
            for source, rows in sorted(leaving.items())
        }
        found = tuple(Edge(number, *row) for some, number in classes.items() for row in some)
        # Days that are alike are the same object: what is worked out for one serves them all.
        days.append(known.setdefault(found, found))
    return Graph(graph.letters, tuple(reversed(days)), tuple(values))
