"""The next period: the roster found becomes history, and the counters are carried over."""

from rotaplan.following.counters import closing
from rotaplan.following.question import days_after, following, past_of, reread
from rotaplan.following.sheets import Prepared, prepared

__all__ = ["Prepared", "closing", "days_after", "following", "past_of", "prepared", "reread"]
