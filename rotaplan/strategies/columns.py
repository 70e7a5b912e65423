"""Improve a roster by columns: the cheapest mixture, its bound, dives, then a few people anew.

Where the bound is near, all rosters within the gap are looked through at once, now and then.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns import People, unpriced
from rotaplan.engines.columns.combine import combine
from rotaplan.engines.columns.corridor import Passed, is_narrow, pass_through
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.dive import CAREFUL, STEADY, Pace, dive
from rotaplan.engines.columns.helper import Helper
from rotaplan.engines.columns.master import Master
from rotaplan.engines.columns.people import TooLarge
from rotaplan.engines.columns.polish import polish
from rotaplan.engines.columns.pool import LIKELY, Pool
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Grade, Requirement
from rotaplan.strategies.beside import Others
from rotaplan.strategies.incumbent import Costs, Shared
from rotaplan.strategies.neighbourhoods import improvable

_COMBINE_EFFORT, _PART_EFFORT = 5.0, 1.0
_PART_STEPS = 100_000_000
"""Limits of work, not of time: a search is no other for what else the machine does."""
_IDLE_PARTS = 8
"""Times on end that bring nothing, after which a few people anew are no longer tried."""
_FIRST_PEOPLE = 8.0
_FEWEST_PEOPLE = 2.0
_GROWTH, _GROWTH_CUT = 1.15, 1.3
"""How fast the number of people anew grows: where a few are solved, and where nothing can come
of so few."""
_LATEST = 30
"""Rosters of each person that others have seen last: with 10 the mixture takes longer, with 60 as
long (benchmarks/README.md)."""
_FORBIDDEN_TIMES = 2
"""A person missing where none may counts for so many of the dearest thing: more mixes slowly."""
_CORRIDOR_EFFORT, _CORRIDOR_GROWTH = 3.0, 1.5
"""Of the first look through all rosters within the gap, and how much longer the next ones are."""
_FEW, _LOOK_STEPS, _LOOK_EFFORT = 6, 12_000, 0.5
"""People left of a dive whose rosters are looked through, their steps at most, and how long."""
_NEAR = 2
"""Above the bound: so near, what is left is better looked through than searched."""
_SOME = 0.01
"""Of the bound: from further above a steady dive comes nearer; where less is left, it mostly
fails."""
_CAREFUL_TIMES = 5
"""How much longer than the mixture a careful dive may take: where there is no time for that, a
steady one comes first."""
_LEAST_GAIN = 1 - 1e-6
"""Prices are whole: less than this is no gain."""
Ints = npt.NDArray[np.int64]
Told = Callable[[float], None]


def why_not(model: Model, settled: frozenset[int] = frozenset()) -> tuple[str, ...]:
    """Return what keeps a model from being solved by columns; empty where nothing does.

    Kinds of requirement, or ``levels`` where prices stand at more than one level that is not
    settled.
    """
    levels = {one.grade.level for one in model.requirements if not one.grade.must}
    return (*sorted(unpriced(model)), *(("levels",) if len(levels - settled) != 1 else ()))


def settled(incumbent: Shared) -> frozenset[int]:
    """Return the levels before the last that cost nothing any more, so that they can be musts."""
    if incumbent.allowed:
        return frozenset()
    both = zip(incumbent.levels[1:-1], incumbent.costs[1:-1], strict=True)
    return frozenset(level for level, cost in both if not cost)


def held(model: Model, levels: frozenset[int]) -> Model:
    """Return a model in which what stands at some levels is a must."""

    def asked(one: Requirement) -> Requirement:
        barred = not one.grade.must and one.grade.level in levels
        return replace(one, grade=Grade(must=True)) if barred else one

    return replace(model, requirements=tuple(map(asked, model.requirements)))


def pace_for(present: float, bound: float) -> Pace:
    """Return how to dive from a mixture, its bound known, below what is there at present."""
    return STEADY if present > (1 + _SOME) * bound else CAREFUL


def _helper(model: Model) -> Helper | None:
    """Return another process that prices people, None where none can be started."""
    with suppress(OSError):
        return Helper(model)
    return None


class ColumnSearch:
    """One search by columns on a shared incumbent.

    Parameters
    ----------
    incumbent
        It keeps every must, and one priced level at most costs anything.
    seed
        Of this search.
    watch
        Stops it.
    until
        End, on the monotonic clock.
    bounds
        Returns the proven least price of each level.
    told
        Told of each proven bound of the priced level.
    others
        Returns rosters of single people that another search has seen lately.
    helped
        Whether another process is to price some of the people.
    """

    def __init__(
        self,
        incumbent: Shared,
        seed: int,
        watch: Watch,
        until: float,
        bounds: Callable[[], Costs],
        told: Told,
        others: Others = list,
        helped: bool = False,
    ) -> None:
        self._bounds, self._others, self._helped = bounds, others, helped
        self._incumbent, self._watch, self._until, self._told = incumbent, watch, until, told
        self._rng = Random(seed)
        self._size = _FIRST_PEOPLE
        self._pool: Pool | None = None
        self._helper: Helper | None = None
        self._bound, self._careful = -math.inf, True
        self._proven, self._corridor = 0, _CORRIDOR_EFFORT
        self._days = incumbent.model.frame.scenario.horizon.days

    def run(self) -> bool:
        """Search until time is over or the bound is reached; False where it could not begin."""
        if self._over():
            return True
        if not self.begin():
            return False
        self._search()
        return True

    def _search(self) -> None:
        """Search with all days open, until time is over."""
        everybody = range(len(self._people.pricers))
        self._polish(self._roster(), everybody)
        master = Master(self._people, self._rows, self._roster(), everybody)
        self._see(master)
        began = time.monotonic()
        self._converge(master)
        self._careful = time.monotonic() + _CAREFUL_TIMES * (time.monotonic() - began) < self._until
        if not math.isfinite(master.bound):
            return
        self._told(master.bound)
        master.settle(self._over)
        self._bound, self._proven = master.bound, int(master.least)
        self._pool = Pool(master)
        self._pass_through(master)
        while not self._over():
            better = self._dive(master, self._incumbent.costs[-1] - 1)
            near = self._gap <= _NEAR
            if near:
                self._pass_through(master)
            if better and not near:
                continue
            self._parts()
            self._recombine(master)
            if not near:
                self._pass_through(master)

    def _converge(self, master: Master, enough: float = math.inf) -> None:
        """Find the cheapest mixture, or that no better bound than one matters."""
        master.converge(self._over, enough=enough)

    def _see(self, master: Master) -> None:
        """Begin with what others have seen last: a mixture of them is nearly the cheapest."""
        latest: dict[int, list[Ints]] = {}
        for person, options in self._others():
            latest.setdefault(person, []).append(options)
        for person, some in latest.items():
            for options in some[-_LATEST:]:
                master.add(person, options)

    def _parts(self) -> None:
        """Give a few people new rosters, until some times on end nothing has come of it."""
        idle = 0
        while idle < _IDLE_PARTS and not self._over():
            idle = 0 if self.anew() else idle + 1

    def _pass_through(self, master: Master) -> None:
        """Look through all rosters at the least price that is not ruled out; longer each time.

        A dive that aims at no more is over soon, and often finds what that would take long to.
        """
        while not self._over() and is_narrow(master, self._proven):
            self._dive(master, self._proven)
            if self._over():
                return
            limits = self._limits(self._corridor)
            passed = pass_through(master, self._proven, limits, self._watch)
            if passed is None:
                return
            self._offer(passed.rosters)
            if not passed.barred:
                self._corridor *= _CORRIDOR_GROWTH
                return
            self._proven += 1
            self._told(self._proven)

    def _look(self, master: Master, most: float) -> Passed | None:
        """Keep the columns of a dive, and look through all rosters of the few people left of it."""
        if self._pool is not None:
            self._pool.keep(master.columns)
        if len(master.free) > _FEW:
            return None
        master.settle(self._over)
        price, limits = int(master.least), self._limits(_LOOK_EFFORT)
        passed = pass_through(master, price, limits, self._watch, _LOOK_STEPS)
        return None if passed is None or (passed.barred and price < most) else passed

    def _dive(self, master: Master, most: float) -> bool:
        """Dive for something that costs so much at most; tell whether it was found."""
        before = self._incumbent.costs
        pace = CAREFUL if self._careful else pace_for(most + 1, master.bound)
        found = dive(master, most, self._rng, self._over, self._look, pace)
        if found is not None:
            self._take(master, found)
        return self._incumbent.costs < before

    def begin(self) -> bool:
        """Prepare everybody's graph; False where somebody's rules remember too much for one."""
        model = held(self._incumbent.model, settled(self._incumbent))
        # Begun first: it prepares the graphs too.
        helper = _helper(model) if self._helped else None
        try:
            self._people = People(model)
        except TooLarge:
            return False
        finally:
            self._helper = helper
        if helper is not None:
            self._people.help_with(helper)
        weights = [one.grade.weight for one in model.requirements if not one.grade.must]
        self._rows = CoverRows(model, float(_FORBIDDEN_TIMES * max(weights)))
        return True

    def end(self) -> None:
        """End what helps this search."""
        if self._helper is not None:
            self._helper.end()

    def _over(self) -> bool:
        """Whether time is over, or nothing is left to gain: another worker may have proven it."""
        late = self._watch.stopped or time.monotonic() >= self._until
        return late or improvable(self._incumbent.costs, self._bounds()) is None

    def _roster(self) -> list[Ints]:
        """Return the incumbent, person by person."""
        cells = self._incumbent.snapshot()[0]
        return [
            np.array([cells.get((person, day), OFF) for day in range(self._days)])
            for person in range(len(self._people.pricers))
        ]

    def _take(self, master: Master, found: Mapping[int, Ints]) -> None:
        """Offer new rosters of some, after nobody of them alone can improve any more."""
        roster = self._roster()
        for person, options in found.items():
            roster[person] = options
        self._polish(roster, master.free)

    def _polish(self, roster: list[Ints], free: Sequence[int]) -> None:
        order = self._rng.sample(free, len(free))
        better = polish(self._people, self._rows, roster, order, self._over)
        self._offer({person: better[person] for person in free})

    def _offer(self, found: Mapping[int, Ints]) -> None:
        changes = {
            (person, day): int(option)
            for person, options in found.items()
            for day, option in enumerate(options)
        }
        self._incumbent.offer(changes, -1)

    def _limits(self, effort: float) -> Limits:
        """Return the limits of a search that may take so much effort."""
        seed = self._rng.randrange(2**31)
        return Limits(seconds=self._until - time.monotonic(), effort=effort, seed=seed)

    @property
    def _gap(self) -> float:
        """What a column may add to the bound at most, to be part of something better."""
        return self._incumbent.costs[-1] - _LEAST_GAIN - self._bound

    def _combine(self, master: Master, effort: float) -> bool:
        """Offer the best roster of a master's columns; tell whether they make no better one."""
        limits = self._limits(effort)
        roster = self._roster()
        for person in master.free:
            master.add(person, roster[person])
        present = {person: roster[person] for person in master.free}
        most = self._cost(master, roster) - _LEAST_GAIN
        found = combine(master, present, most, limits, self._watch)
        self._offer(found.rosters)
        return found.proven

    def _recombine(self, master: Master) -> None:
        """Look for the best roster of all likely columns, those of a few people anew as well."""
        if self._pool is not None:
            self._pool.see(self._others(), self._gap)
            for column in self._pool.of(master.free, self._gap, LIKELY):
                master.adopt(column)
        self._combine(master, _COMBINE_EFFORT)

    def anew(self) -> bool:
        """Give a few people new rosters, unless nothing can come of it; tell whether it did."""
        before = self._incumbent.costs
        roster = self._roster()
        people = range(len(roster))
        free = sorted(self._rng.sample(people, min(len(roster), round(self._size))))
        master = Master(self._people, self._rows, roster, free)
        present = self._cost(master, roster)
        if self._pool is not None:
            for column in self._pool.of(free, self._gap):
                master.adopt(column)
        master.converge(self._over, enough=present)
        growth = _GROWTH_CUT
        if not self._over() and master.bound <= present - _LEAST_GAIN:
            most = present - 1
            found = dive(master, most, self._rng, self._over, self._look)
            if found is not None:
                self._take(master, found)
            growth = _GROWTH if self._combine(master, _PART_EFFORT) else 1 / _GROWTH
        if self._pool is not None:
            self._pool.keep(master.columns)
        growth = growth if master.effort < _PART_STEPS else 1 / _GROWTH
        self._size = min(max(_FEWEST_PEOPLE, self._size * growth), float(len(roster)))
        return self._incumbent.costs < before

    def _cost(self, master: Master, roster: Sequence[Ints]) -> float:
        """Return what the free people's present rosters and all rows cost."""
        filled = master.filled.copy()
        for person in master.free:
            filled += self._rows.taken(person, roster[person])
        alone = sum(self._people.worth(person, roster[person]) for person in master.free)
        return alone + self._rows.cost(filled)
