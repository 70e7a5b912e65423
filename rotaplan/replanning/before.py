"""What a re-plan has to know of its rows, and of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypedDict

from rotaplan.domain.disruption import COLUMNS, Disruption
from rotaplan.domain.published import PastChange, PersonDay, Post
from rotaplan.domain.time import local_time


class Told(TypedDict):
    """What a question has to know of earlier re-plans; see :class:`Question`."""

    announced: Mapping[PersonDay, int]
    original: Mapping[PersonDay, Post | None]
    freed: frozenset[PersonDay]


def told_before(changes: Iterable[PastChange]) -> Told:
    """Return when cells were changed last, what stood there first, and which were left free.

    Parameters
    ----------
    changes
        Of earlier re-plans, in any order.
    """
    first: dict[PersonDay, PastChange] = {}
    last: dict[PersonDay, PastChange] = {}
    for one in sorted(changes, key=lambda change: change.announced):
        cell = (one.person, one.day)
        first.setdefault(cell, one)
        last[cell] = one
    return {
        "announced": {cell: one.announced for cell, one in last.items()},
        "original": {cell: one.before for cell, one in first.items()},
        "freed": frozenset(cell for cell, one in last.items() if one.freed),
    }


def dated(one: Disruption, now: int, zone: str) -> Disruption:
    """Return a disruption whose row says since when it is known.

    Parameters
    ----------
    one
        The disruption.
    now
        The moment, in minutes since 1970 (UTC): what is dealt with now is known now.
    zone
        Time zone of the text.
    """
    if one.known is not None:
        return one
    known = min(one.start, now)
    told = {**dict(one.told), "known": f"{local_time(known, zone):%d/%m/%Y %H:%M}"}
    row = tuple((name, told[name]) for name in COLUMNS if name in told)
    return replace(one, known=known, told=row)
