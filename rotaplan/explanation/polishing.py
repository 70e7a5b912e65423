"""Refused wishes that cost nothing: granted before a roster is handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rotaplan.domain.scenario import Wish
from rotaplan.explanation.granting import Granter
from rotaplan.strategies.incumbent import Incumbent

_PASSES = 3


def polish(granter: Granter, wishes: Iterable[Wish], in_time: Callable[[], bool]) -> Granter:
    """Return what solves around the roster in which each wish is granted that makes it better.

    One after the other: no level may cost more, and one has to cost less. A wish may become
    free by another, so that they are gone through again.

    Parameters
    ----------
    granter
        Around the roster to begin with.
    wishes
        Refused ones, the strongest first.
    in_time
        Whether another wish may be looked at.
    """
    incumbent = Incumbent(granter.model, dict(granter.roster))
    wishes = tuple(wishes)
    for _ in range(_PASSES):
        before = incumbent.costs
        for wish in wishes:
            if in_time():
                _grant(granter, incumbent, wish)
        if incumbent.costs == before:
            break
    return granter.around(incumbent.roster)


def _grant(granter: Granter, incumbent: Incumbent, wish: Wish) -> None:
    """Grant one wish in the roster where that makes it better."""
    roster, version, before = incumbent.snapshot()
    changes = granter.for_nothing(wish, roster)
    if not incumbent.offer(changes, version) or incumbent.costs < before:
        return
    # At an equal price something else gives way: it stays as it was.
    incumbent.offer({cell: roster[cell] for cell in changes}, incumbent.version)
