"""Why: what cannot hold together, what would settle it, and why this person on that day."""

from rotaplan.explanation.conflict import find_conflicts
from rotaplan.explanation.values import Concession, Conflict, Explanation, Item

__all__ = ["Concession", "Conflict", "Explanation", "Item", "find_conflicts"]
