"""From a mixture to a roster: people are given one roster each, and the others priced again."""

from __future__ import annotations

from random import Random

import numpy as np

from rotaplan.engines.columns.counters import Floats
from rotaplan.engines.columns.layers import Ints
from rotaplan.engines.columns.master import Column, Master, Stop

_SURE = 0.99
_ROUNDS = 2
_SHARE = 0.08
"""How many of those who are left get a roster each time, beside those who have one already."""


def dive(master: Master, rng: Random, stop: Stop) -> dict[int, Ints] | None:
    """Return a roster of each free person, None where the search was stopped first.

    Parameters
    ----------
    master
        Converged; it is left as it was, with more columns.
    rng
        Decides between people whose mixtures are about as clear.
    stop
        Tells when time is over.
    """
    held: dict[int, int] = {}
    try:
        while len(held) < len(master.free):
            if stop():
                return None
            shares, duals = master.solve()
            for _ in range(_ROUNDS):
                waiting = [person for person in master.free if person not in held]
                priced = master.price(duals, waiting, stop)
                if priced is None:
                    return None
                if not sum(master.add(person, options) for person, options in priced[1]):
                    break
                shares, duals = master.solve()
            held |= _clearest(master.columns, shares, held, rng)
            master.hold(held)
    finally:
        master.hold({})
    return {person: master.columns[number].options for person, number in held.items()}


def _clearest(
    columns: list[Column], shares: Floats, held: dict[int, int], rng: Random
) -> dict[int, int]:
    """Return the columns to hold next: those that are sure, and the clearest few of the rest."""
    best: dict[int, tuple[float, int]] = {}
    for number in np.flatnonzero(shares > 1e-9):
        person, share = columns[number].person, float(shares[number])
        if person not in held and share > best.get(person, (0.0, 0))[0]:
            best[person] = (share, int(number))
    chosen = {person: number for person, (share, number) in best.items() if share >= _SURE}
    rest = sorted(person for person in best if person not in chosen)
    rest.sort(key=lambda person: best[person][0] + 0.2 * rng.random(), reverse=True)
    few = max(1, round(_SHARE * len(rest)))
    return chosen | {person: best[person][1] for person in rest[:few]}
