"""The call list for one hole: who can take a duty, in which order, and why nobody else can."""

from rotaplan.replacement.call_list import call_list, takers
from rotaplan.replacement.values import CallList, Candidate, Excluded, Hole

__all__ = ["CallList", "Candidate", "Excluded", "Hole", "call_list", "takers"]
