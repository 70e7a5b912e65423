"""What concessions leave of the other goals: a short search for each, compared with the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.explanation.values import Concession, Price
from rotaplan.explanation.weighing import open_posts
from rotaplan.result import Result

Solve = Callable[[Scenario, Sequence[Assignment] | None], Result | None]
"""Finds and has judged a roster of a question within little effort, from one to start from where
there is one; None where time ran out before."""


def priced(found: Sequence[Concession], solve: Solve) -> list[Concession]:
    """Return concessions with their prices where time allows to compare them all.

    Each is solved from nothing; then those that came out dearer are solved again from the
    cheapest roster of all, so that luck in so short a search does not pass for a price.

    Parameters
    ----------
    found
        Concessions of one conflict. Those that leave other conflicts have no roster, and so no
        price.
    solve
        The search.
    """
    able = [one for one in found if one.scope == "roster"]
    results = [solve(one.scenario, None) for one in able]
    rosters = [_roster(result) for result in results]
    if not able or None in rosters:
        return list(found)
    told = dict(zip(map(id, able), (one for one in rosters if one is not None), strict=True))
    best_price, best = min(told.values(), key=lambda one: one[0].rank)
    for one in able:
        if told[id(one)][0].rank == best_price.rank:
            continue
        start = [each for each in best if each.person in one.scenario.person]
        again = _roster(solve(one.scenario, start))
        if again is None:
            return list(found)
        told[id(one)] = min(told[id(one)], again, key=lambda each: each[0].rank)
    return [replace(one, price=told[id(one)][0]) if id(one) in told else one for one in found]


def _roster(result: Result | None) -> tuple[Price, tuple[Assignment, ...]] | None:
    """Return the price of a roster, and the roster."""
    if result is None or result.schedule is None or result.report is None:
        return None
    levels = {level: cost for level, cost in result.report.cost_by_level.items() if cost}
    price = Price(levels=levels, open_posts=open_posts(result.schedule))
    return price, result.schedule.assignments


def price_of(result: Result | None) -> Price | None:
    """Return what a roster leaves of the goals; None where there is none."""
    found = _roster(result)
    return None if found is None else found[0]


def least(concessions: Sequence[Concession]) -> dict[int, int]:
    """Return the lowest price of each level among concessions."""
    prices = [one.price for one in concessions if one.price is not None]
    levels = sorted({level for price in prices for level in price.levels})
    return {level: min(price.levels.get(level, 0) for price in prices) for level in levels}
