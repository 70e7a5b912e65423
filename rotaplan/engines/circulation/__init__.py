"""Cyclic rotations as an integer flow: how often a cycle takes each arc of the graph of walks."""

from rotaplan.engines.circulation.flow import CycleAnswer, CycleGoal, Flow, Quantity
from rotaplan.engines.circulation.graph import Graph, TooLarge, graph_of

__all__ = ["CycleAnswer", "CycleGoal", "Flow", "Graph", "Quantity", "TooLarge", "graph_of"]
