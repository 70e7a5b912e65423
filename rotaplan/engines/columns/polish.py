"""One person after the other gets the best roster there is while all others stay as they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import cycle

import numpy as np

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.master import Stop
from rotaplan.engines.columns.people import People

_LEAST_GAIN = 1e-6


def polish(
    people: People,
    rows: CoverRows,
    roster: Sequence[Ints],
    order: Sequence[int],
    stop: Stop,
    times: float = math.inf,
) -> list[Ints]:
    """Return a roster that nobody in question alone can improve any more.

    Parameters
    ----------
    people, rows
        What is asked of each person, and of several.
    roster
        The roster of each person.
    order
        The people in question: looked at in this order, again and again until nothing changes,
        two at a time where another process prices one of them.
    stop
        Tells when time is over; what is better by then is returned.
    times
        How often everybody is looked at, at most.
    """
    found = list(roster)
    filled, groups = rows.filled(found), cycle(people.together(order))
    seen = idle = 0
    while idle < len(order) and seen < times * len(order) and not stop():
        group = next(groups)
        seen, idle = seen + len(group), idle + len(group)
        for person, options in _cheapest(people, rows, group, found, filled).items():
            # Who was priced at the same time may have taken the place: both are seen again.
            others = filled - rows.taken(person, found[person])
            premiums = rows.premiums(person, -rows.marginal(others))
            if _is_better(people, person, premiums, options, found[person]):
                found[person], idle = options, 0
                filled = others + rows.taken(person, options)
    return found


def _cheapest(
    people: People, rows: CoverRows, group: Sequence[int], roster: Sequence[Ints], filled: Floats
) -> dict[int, Ints]:
    """Return the cheapest roster of each of a group, all others staying as they are."""

    def premiums(person: int) -> Floats:
        others = filled - rows.taken(person, roster[person])
        return rows.premiums(person, -rows.marginal(others))

    priced = people.price_each(group, premiums, 1, lambda: False)
    if priced is None and len(group) > 1:
        # Somebody has none: the others are priced without.
        each = [_cheapest(people, rows, [person], roster, filled) for person in group]
        return {person: options for one in each for person, options in one.items()}
    both = zip(group, priced or [], strict=False)
    return {person: one.rosters[0] for person, one in both if one.rosters}


def _is_better(people: People, person: int, premiums: Floats, options: Ints, present: Ints) -> bool:
    """Whether a roster of somebody is cheaper than the present one."""
    days = np.arange(len(premiums))

    def cost(options: Ints) -> float:
        return people.worth(person, options) + float(premiums[days, options].sum())

    return cost(options) < cost(present) - _LEAST_GAIN
