"""Cyclic rotations as an integer flow: how often a cycle takes each arc of the graph of walks."""

from rotaplan.engines.circulation.flow import Flow
from rotaplan.engines.circulation.graph import Graph, TooLarge, graph_of

__all__ = ["Flow", "Graph", "TooLarge", "graph_of"]
