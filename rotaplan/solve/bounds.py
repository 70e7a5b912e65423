"""Proven bounds where the model is too large to be taken whole."""

from __future__ import annotations

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.relax import bound_cover
from rotaplan.engines.part import Limits
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover


def cover_bounds(
    model: Model, watch: Watch, seconds: float, effort: float | None
) -> dict[int, int]:
    """Return a proven least price of each level that prices missing cover.

    Parameters
    ----------
    model
        The whole model.
    watch
        Stops the search.
    seconds, effort
        Limits of each level's search.
    """
    levels = sorted(
        {
            one.grade.level
            for one in model.requirements
            if isinstance(one, Cover) and not one.grade.must and one.least is not None
        }
    )
    limit = Limits(seconds=seconds, effort=None if effort is None else effort / 4)
    return {level: bound_cover(model, level, limit, watch) for level in levels}
