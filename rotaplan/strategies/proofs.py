"""What is proven of each level's price, and the proof that takes the whole model."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import REPAIR_LEVEL, Goal, Limits, Part, Roster
from rotaplan.strategies.asked import Options
from rotaplan.strategies.incumbent import Costs, Incumbent, between_people, nothing
from rotaplan.strategies.neighbourhoods import improvable

_ROUNDING = 1e-6
_NO_CLOCK = 1e6


class Proofs:
    """Bounds below which no roster can be, level after level; several threads may raise them.

    Parameters
    ----------
    incumbent
        Whose prices are compared with them.
    options
        Of the solve.
    until
        Its end, on the monotonic clock.
    heard
        Told when a level was proven.
    """

    def __init__(
        self,
        incumbent: Incumbent,
        options: Options,
        until: float,
        heard: Callable[[Incumbent], None],
    ) -> None:
        self._incumbent, self._options = incumbent, options
        self._until, self._heard = until, heard
        self._bounds = [0] * len(incumbent.levels)
        self._lock = threading.Lock()

    def bounds(self) -> Costs:
        """Return what is proven of each level."""
        return tuple(self._bounds)

    def repaired(self) -> Costs:
        """Return bounds that a roster reaches as soon as it keeps every must."""
        return (self._bounds[0], *self._incumbent.costs[1:])

    @property
    def complete(self) -> bool:
        """Whether the incumbent is proven to be the best roster."""
        return improvable(self._incumbent.costs, self.bounds()) is None

    def settle(self) -> None:
        """Note that the incumbent is known to be the best roster."""
        self._bounds = list(self._incumbent.costs)

    def note(self, position: int, bound: float, held: Costs) -> None:
        """Raise the bound of a level, as found with the levels before it held at some cost.

        With those levels held where they are or lower, the bound stays valid.
        """
        if self._incumbent.costs[:position] <= held[:position]:
            proven = math.ceil(bound - _ROUNDING)
            with self._lock:
                self._bounds[position] = max(self._bounds[position], proven)

    def whole(self, effort: float | None, watch: Watch) -> None:
        """Take the model whole, level after level, each achieved level held."""
        for position, level in enumerate(self._incumbent.levels):
            costs, bounds = self._incumbent.costs, self.bounds()
            if improvable(costs[position:], bounds[position:]) is None or watch.stopped:
                return
            if costs[position] <= bounds[position]:
                continue
            if not self._level(position, level, self._limits(position, effort), watch):
                return

    def _limits(self, position: int, effort: float | None) -> Limits:
        """Return a level's share of the time: as much as each that is still open has."""
        levels = zip(self._incumbent.costs[position:], self._bounds[position:], strict=True)
        open_levels = sum(cost > bound for cost, bound in levels)
        # Another worker may have closed the last one since.
        share = (self._until - time.monotonic()) / max(1, open_levels)
        seconds = _NO_CLOCK if self._options.reproducible else share
        return Limits(seconds=seconds, effort=effort, seed=self._options.seed)

    def _level(self, position: int, level: int, limits: Limits, watch: Watch) -> bool:
        """Solve one level of the whole model; tell whether it was solved to the end."""
        incumbent = self._incumbent
        roster, _, costs = incumbent.snapshot()
        part = Part(
            model=incumbent.model,
            roster=roster,
            free=frozenset(incumbent.model.domains),
            goal=Goal(levels=(level,), held=incumbent.levels[:position], slack=incumbent.slack),
            softened=between_people if level == REPAIR_LEVEL else nothing,
            blocks=True,
        )

        def improved(changes: Roster, _: float, bound: float) -> None:
            self.note(position, bound, costs)
            incumbent.offer(changes, -1)

        answer = solve_part(part, limits, watch, improved)
        if answer.status == "infeasible":
            return False
        self.note(position, answer.bound, costs)
        incumbent.offer(answer.changes, -1)
        self._heard(incumbent)
        return answer.status == "optimal"
