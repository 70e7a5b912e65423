"""What a person sees of a call list and of an exchange: names first, short lines."""

from rotaplan.replies.calls import print_call_list
from rotaplan.replies.swaps import print_exchange

__all__ = ["print_call_list", "print_exchange"]
