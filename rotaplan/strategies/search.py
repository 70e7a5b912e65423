"""Large neighbourhood search: free a few cells, solve them exactly, keep what is no worse."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import REPAIR_LEVEL, Goal, Limits, Part
from rotaplan.strategies.exchanges import Exchangeable, Exchanges
from rotaplan.strategies.incumbent import Costs, Incumbent, between_people, nothing
from rotaplan.strategies.neighbourhoods import Choice, Neighbourhoods, improvable

_PART_SECONDS = 4.0
_PART_EFFORT = 0.5
_SMALL_MODEL = 12_000
_SMALL_PART_EFFORT = 0.2
"""Up to so many options over all cells, a part that is not soon solved gives way to a smaller one.

In benchmarks/README.md: the same on larger models brought nothing.
"""
_NO_CLOCK = 1e6
_LEAST_EFFORT = 0.001
_SCALE = 1000.0
_FIRST_LEVEL_SHARE = 0.5


def search(
    incumbent: Incumbent,
    bounds: Callable[[], Costs],
    seed: int,
    watch: Watch,
    until: float,
    effort: float | None = None,
    exchangeable: Exchangeable | None = None,
) -> float:
    """Improve the incumbent until time or effort is over, or nothing is left to gain.

    Parameters
    ----------
    incumbent
        Shared with other searches.
    bounds
        Returns the proven least price of each level.
    seed
        Of this search.
    watch
        Stops it.
    until
        End, on the monotonic clock.
    effort
        Deterministic effort allowed; None for no limit but time.
    exchangeable
        Of the incumbent's model, shared with other searches; None to do without exchanges.

    Returns
    -------
    float
        Deterministic effort used.
    """
    rng = random.Random(seed)
    searcher = _Searcher(incumbent, rng, watch)
    exchanges = None if exchangeable is None else Exchanges(incumbent, exchangeable, rng)
    used = 0.0

    def over() -> bool:
        late = watch.stopped or time.monotonic() >= until
        return late or improvable(incumbent.costs, bounds()) is None

    while not watch.stopped and time.monotonic() < until and (effort is None or used < effort):
        position = improvable(incumbent.costs, bounds())
        if position is None:
            return used
        position = _another(position, incumbent.costs, bounds(), rng)
        if exchanges is not None and exchanges.due(incumbent.levels[position], used):
            most = math.inf if effort is None else effort - used
            used += max(exchanges.run(over, most), _LEAST_EFFORT)
            continue
        seconds = _NO_CLOCK if effort else min(_PART_SECONDS, until - time.monotonic())
        used += max(searcher.step(position, seconds), _LEAST_EFFORT)
    return used


class _Searcher:
    """One search: its random numbers, its neighbourhoods and what it has learnt of them."""

    def __init__(self, incumbent: Incumbent, rng: random.Random, watch: Watch) -> None:
        self._incumbent, self._rng, self._watch = incumbent, rng, watch
        self._neighbourhoods = Neighbourhoods(incumbent.model, rng)
        self._choice = Choice()
        options = sum(len(open_) for open_ in incumbent.model.domains.values() if len(open_) > 1)
        self._effort = _SMALL_PART_EFFORT if options <= _SMALL_MODEL else _PART_EFFORT

    def step(self, position: int, seconds: float) -> float:
        """Free some cells to improve the level at a position; return the effort it took."""
        incumbent, choice = self._incumbent, self._choice
        roster, version, costs = incumbent.snapshot()
        kind, level = choice.kind(self._rng), incumbent.levels[position]
        free = self._neighbourhoods.draw(kind, choice.size[kind], incumbent, level)
        if not free:
            return 0.0
        part = Part(
            model=incumbent.model,
            roster=roster,
            free=free,
            goal=Goal(
                levels=incumbent.levels[position:],
                held=incumbent.levels[:position],
                slack=incumbent.slack,
            ),
            softened=between_people if level == REPAIR_LEVEL else nothing,
        )
        seed = self._rng.randrange(2**31)
        limits = Limits(seconds=seconds, effort=self._effort, seed=seed)
        answer = solve_part(part, limits, self._watch)
        if answer.changes:
            incumbent.offer(answer.changes, version)
        gain = _gain(costs, incumbent.costs, position)
        quick = answer.effort < self._effort / 2
        choice.learn(kind, gain, answer.effort, answer.status == "optimal", quick)
        return answer.effort


def _another(position: int, costs: Costs, bounds: Costs, rng: random.Random) -> int:
    """Return the level to improve: mostly the first that can fall, now and then a later one.

    The bound of a level may never be reached; those after it must not wait for that. While
    musts between people are broken, nothing else matters.
    """
    later = [i for i in range(position + 1, len(costs)) if costs[i] > bounds[i]]
    if position == 0 or not later or rng.random() < _FIRST_LEVEL_SHARE:
        return position
    return rng.choice(later)


def _gain(before: Costs, after: Costs, position: int) -> float:
    """Return how much a step brought at the level in question, later levels counting little."""
    scale, gain = _SCALE, 0.0
    for old, new in zip(before[position:], after[position:], strict=True):
        gain += scale * (old - new)
        scale /= _SCALE
    return max(gain, 0.0)
