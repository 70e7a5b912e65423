"""What a person sees of calls, exchanges, re-plans, conflicts, rotations: short lines."""

from rotaplan.replies.calls import print_call_list
from rotaplan.replies.conflicts import print_conflicts
from rotaplan.replies.plans import print_replanning
from rotaplan.replies.rotations import print_rotation
from rotaplan.replies.swaps import print_exchange
from rotaplan.replies.why import print_why

__all__ = [
    "print_call_list",
    "print_conflicts",
    "print_exchange",
    "print_replanning",
    "print_rotation",
    "print_why",
]
