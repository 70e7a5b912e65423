"""Proven bounds where the model is too large to be taken whole."""

from __future__ import annotations

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.relax import bound_cover, prices_shortage
from rotaplan.engines.part import Limits
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover
from rotaplan.strategies.incumbent import Costs


class CoverBounds:
    """Bounds on the price of missing cover, found again as the levels before it settle.

    Parameters
    ----------
    model
        The whole model.
    levels
        The levels of the incumbent, in order.
    watch
        Stops the search.
    """

    def __init__(self, model: Model, levels: tuple[int, ...], watch: Watch) -> None:
        self._model, self._levels, self._watch = model, levels, watch
        self._cover = {
            one.grade.level
            for one in model.requirements
            if isinstance(one, Cover) and prices_shortage(one)
        }
        self._asked: dict[int, Costs] = {}

    def due(self, position: int, costs: Costs) -> bool:
        """Whether a level could be bounded better than before, now that it is the first open."""
        if self._levels[position] not in self._cover:
            return False
        before = self._asked.get(position)
        return before is None or costs[:position] < before

    def find(self, position: int, costs: Costs, limits: Limits) -> int:
        """Return a proven least price of the level at a position, those before it held."""
        self._asked[position] = costs[:position]
        held = {
            level: cost
            for level, cost in zip(self._levels[:position], costs, strict=False)
            if level in self._cover
        }
        return bound_cover(self._model, self._levels[position], held, limits, self._watch)
