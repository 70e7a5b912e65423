"""What strict rows rule out by counting alone, before any search: with the sum, as on paper."""

from rotaplan.explanation.arithmetic.find import shortages
from rotaplan.explanation.arithmetic.values import Shortage

__all__ = ["Shortage", "shortages"]
