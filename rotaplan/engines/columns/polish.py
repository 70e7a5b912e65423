"""One person after the other gets the best roster there is while all others stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rotaplan.engines.columns.counters import Floats
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.layers import Ints
from rotaplan.engines.columns.master import Stop
from rotaplan.engines.columns.people import People

_LEAST_GAIN = 1e-6


def polish(
    people: People, rows: CoverRows, roster: Sequence[Ints], order: Sequence[int], stop: Stop
) -> list[Ints]:
    """Return a roster that nobody in question alone can improve any more.

    Parameters
    ----------
    people, rows
        What is asked of each person, and of several.
    roster
        The roster of each person.
    order
        The people in question: looked at in this order, again and again until nothing changes.
    stop
        Tells when time is over; what is better by then is returned.
    """
    found = list(roster)
    filled = np.zeros(len(rows))
    for person, options in enumerate(found):
        filled += rows.taken(person, options)
    idle = number = 0
    while idle < len(order) and not stop():
        person = order[number % len(order)]
        number, idle = number + 1, idle + 1
        others = filled - rows.taken(person, found[person])
        better = _better(people, person, rows.premiums(person, -rows.marginal(others)), found)
        if better is not None:
            found[person], idle = better, 0
            filled = others + rows.taken(person, better)
    return found


def _better(people: People, person: int, premiums: Floats, roster: Sequence[Ints]) -> Ints | None:
    """Return somebody's cheapest roster where it is cheaper than the present one."""
    priced = people.price(person, premiums)
    if priced is None or not priced.rosters:
        return None
    days = np.arange(len(premiums))

    def cost(options: Ints) -> float:
        return people.worth(person, options) + float(premiums[days, options].sum())

    best = priced.rosters[0]
    return best if cost(best) < cost(roster[person]) - _LEAST_GAIN else None
