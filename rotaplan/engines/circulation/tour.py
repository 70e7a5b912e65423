"""From arcs with multiplicities to one closed walk, or to the parts that do not hang together."""

from __future__ import annotations

from collections.abc import Mapping

from rotaplan.engines.circulation.graph import Graph


def parts(graph: Graph, used: Mapping[int, int]) -> list[frozenset[int]]:
    """Return the nodes that used arcs join, part by part, the one with the most arcs first."""
    root: dict[int, int] = {}

    def find(node: int) -> int:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for number in used:
        source, target = find(graph.arcs[number].source), find(graph.arcs[number].target)
        root[max(source, target)] = min(source, target)
    found: dict[int, set[int]] = {}
    for node in sorted(root):
        found.setdefault(find(node), set()).add(node)
    weight = dict.fromkeys(found, 0)
    for number, times in used.items():
        weight[find(graph.arcs[number].source)] += times
    return [frozenset(found[key]) for key in sorted(found, key=lambda key: (-weight[key], key))]


def tour(graph: Graph, used: Mapping[int, int]) -> tuple[int, ...]:
    """Return the options of one closed walk that takes each arc as often as it is used.

    It begins on a Monday. The used arcs must hang together, and enter each node as often as
    they leave it (Hierholzer).
    """
    left: dict[int, list[int]] = {}
    for number in sorted(used, reverse=True):
        left.setdefault(graph.arcs[number].source, []).extend([number] * used[number])
    start = min(graph.arcs[number].source for number in used if graph.arcs[number].weekday == 0)
    walk: list[int] = []
    path: list[tuple[int, int | None]] = [(start, None)]
    while path:
        node, by = path[-1]
        if left.get(node):
            number = left[node].pop()
            path.append((graph.arcs[number].target, number))
        else:
            path.pop()
            if by is not None:
                walk.append(graph.arcs[by].option)
    return tuple(reversed(walk))
