"""Rosters of one person as columns: priced exactly on a graph, put together by a linear program."""

from rotaplan.engines.columns.people import People, unpriced, unpriced_rules

__all__ = ["People", "TooLarge", "unpriced", "unpriced_rules"]
