"""What a person sees of a call list, an exchange and a re-plan: names first, short lines."""

from rotaplan.replies.calls import print_call_list
from rotaplan.replies.plans import print_replanning
from rotaplan.replies.swaps import print_exchange

__all__ = ["print_call_list", "print_exchange", "print_replanning"]
