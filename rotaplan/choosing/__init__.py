"""A few different good rosters of one question, and what each gives up for what."""

from rotaplan.choosing.distance import distance
from rotaplan.choosing.goals import GOALS
from rotaplan.choosing.plans import choices
from rotaplan.choosing.values import Choice, Tradeoff, dominates

__all__ = ["GOALS", "Choice", "Tradeoff", "choices", "distance", "dominates"]
