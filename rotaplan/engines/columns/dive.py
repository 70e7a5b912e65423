"""From a mixture to a roster: a few people get a roster each, and the others' mixture anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

import numpy as np

from rotaplan.engines.columns.corridor import BARRED, Passed
from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.master import Column, Master, Stop

_SURE = 0.99
_ROUNDING = 1e-6
_DEARER = 10
"""What a must rules out costs so much more below: a mixture that is found needs no detours."""
Look = Callable[[Master, float], Passed | None]


@dataclass(frozen=True)
class Pace:
    """How a dive goes down.

    Attributes
    ----------
    share
        How many of those who are left get a roster each time, beside those who have one already.
    rounds
        Of new columns for the others after each step, at most.
    turns
        How often it turns back at most.
    """

    share: float
    rounds: float = math.inf
    turns: float = math.inf


CAREFUL, STEADY, HASTY = Pace(0.08), Pace(0.15, 3, 2), Pace(0.3, 2, 1)
"""Each takes less time than the one before, and ends further above (benchmarks/README.md)."""


@dataclass(frozen=True, eq=False)
class _Depth:
    """How far a dive is: who has a roster, the mixture of the others, and what it may cost."""

    held: Mapping[int, Ints]
    master: Master
    most: float
    pace: Pace

    def below(self, rows: CoverRows, rng: Random) -> _Depth:
        """Give those whose mixtures are the clearest their roster."""
        shares, _ = self.master.solve()
        chosen = _clearest(self.master.columns, shares, rng, self.pace.share)
        rest = self.master.without(chosen, self.most, rows)
        held = {column.person: column.options for column in chosen}
        spent = sum(column.cost for column in chosen)
        return _Depth({**self.held, **held}, rest, self.most - spent, self.pace)

    def look(self, stop: Stop, look: Look) -> Passed | None:
        """Return what can be said of rosters of the others, if anything can."""
        if len(self.master.free) <= 1:
            return _last(self.master, self.most)
        self.master.converge(stop, enough=self.most + 1, rounds=self.pace.rounds)
        return BARRED if self.master.least > self.most else look(self.master, self.most)


def dive(
    master: Master,
    most: float,
    rng: Random,
    stop: Stop,
    look: Look,
    pace: Pace = CAREFUL,
) -> dict[int, Ints] | None:
    """Return a roster of each free person, None where none was found.

    Where nothing is left that is cheap enough, the dive goes on from half as deep, and then from
    half of that, until it would begin anew.

    Parameters
    ----------
    master
        Converged; it is left as it was.
    most
        A price that is not too high.
    rng
        Decides between people whose mixtures are about as clear.
    stop
        Tells when time is over.
    look
        Is shown the mixture of those who are left each time, with what it may cost. It may know
        rosters of them, or that there are none.
    pace
        How it goes down.
    """
    rows = master.rows.stricter(_DEARER)
    path, back, turns = [_Depth({}, master, most, pace)], math.inf, 0
    while path and turns <= pace.turns and not stop():
        depth = path[-1].below(rows, rng)
        passed = depth.look(stop, look)
        if passed is not None and passed.barred:
            back = min(back, len(path)) // 2
            del path[int(back) :]
            turns += 1
        elif passed is not None and len(passed.rosters) == len(depth.master.free):
            return {**depth.held, **passed.rosters}
        else:
            path.append(depth)
    return None


def _last(master: Master, most: float) -> Passed:
    """Return the best roster of the last one, if anybody is left: no other is of any use."""
    filled, cost, found = master.filled, 0.0, {}
    for person in master.free:
        priced = master.people.price(
            person, master.rows.premiums(person, -master.rows.marginal(filled))
        )
        if priced is None or not priced.rosters:
            return BARRED
        found[person] = priced.rosters[0]
        cost += master.people.worth(person, found[person])
        filled = filled + master.rows.taken(person, found[person])
    return BARRED if cost + master.rows.cost(filled) > most + _ROUNDING else Passed(found, False)


def _clearest(columns: list[Column], shares: Floats, rng: Random, part: float) -> list[Column]:
    """Return the columns to hold next: those that are sure, and the clearest part of the rest."""
    best: dict[int, tuple[float, int]] = {}
    for number in np.flatnonzero(shares > 1e-9):
        person, share = columns[number].person, float(shares[number])
        if share > best.get(person, (0.0, 0))[0]:
            best[person] = (share, int(number))
    chosen = [number for share, number in best.values() if share >= _SURE]
    rest = sorted(person for person, (share, _) in best.items() if share < _SURE)
    rest.sort(key=lambda person: best[person][0] + 0.2 * rng.random(), reverse=True)
    few = max(1, round(part * len(rest)))
    chosen += [best[person][1] for person in rest[:few]]
    return [columns[number] for number in chosen]
