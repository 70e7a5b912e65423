"""The least that a must between people finds amiss, whatever the people choose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rotaplan.model.measure import outside
from rotaplan.model.requirements import OFF, Cover, Joint, Pool

Options = Callable[[int, int], Collection[int]]
"""The options that a cell can still take, history included."""
Worth = tuple[int, int]
"""Least and greatest value."""


def least_amount(requirement: Cover | Pool | Joint, options: Options) -> int:
    """Return what a requirement finds amiss at least, each cell taken for itself.

    Nothing is known of how the cells of one person go together: the truth may be more.
    """
    match requirement:
        case Cover():
            return _cover(requirement, options)
        case Joint():
            low, high = requirement.base, requirement.base
            for cell, worth in zip(requirement.cells, requirement.values, strict=True):
                least, most = _worth(worth, options(*cell))
                low, high = low + least, high + most
            return -(-_apart(low, high, requirement.least, requirement.most) // requirement.unit)
        case Pool():
            excesses = []
            for member in requirement.members:
                low = member.base
                for day, worth in zip(member.days, member.values, strict=True):
                    low += _worth(worth, options(member.person, day))[0]
                excesses.append(max(0, low - (member.most or 0)))
            excess = max(excesses, default=0) if requirement.worst else sum(excesses)
            return -(-max(0, excess - requirement.most) // requirement.unit)


def _cover(one: Cover, options: Options) -> int:
    offered = [options(person, one.day) for person in one.people]
    if one.given and not any(set(found) <= one.given for found in offered if found):
        return 0
    low = sum(bool(found) and set(found) <= one.options for found in offered)
    high = sum(not one.options.isdisjoint(found) for found in offered)
    return one.factor * _apart(low, high, one.least, one.most)


def _apart(low: int, high: int, least: int | None, most: int | None) -> int:
    """Return how far a value between two others stays outside its bounds at least."""
    return outside(high, least, None) + outside(low, None, most)


def _worth(worth: Mapping[int, int], options: Collection[int]) -> Worth:
    values = [worth.get(option, 0) for option in options] or [worth.get(OFF, 0)]
    return min(values), max(values)
