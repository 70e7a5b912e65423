"""Which wishes count where everybody has so many points to spend."""

from __future__ import annotations

from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.time import PeriodName


def within_quota(scenario: Scenario, quota: int | None, period: PeriodName) -> list[Wish]:
    """Return the wishes that count, in their order.

    Parameters
    ----------
    scenario
        Whose wishes.
    quota
        Points of each person in a period; None for no limit.
    period
        In which they can be spent.

    Notes
    -----
    A wish costs its strength. In the order in which they were written, a wish for which too few
    points of its period are left does not count; a weaker one after it still may. Wishes outside
    the planned days never count.
    """
    planned = scenario.horizon.planned
    wishes = [wish for wish in scenario.wishes if wish.day in planned]
    if quota is None:
        return wishes
    number = {
        day: index for index, one in enumerate(scenario.horizon.periods(period)) for day in one.days
    }
    spent: dict[tuple[str, int], int] = {}
    found = []
    for wish in wishes:
        key = (wish.person, number[wish.day])
        if spent.get(key, 0) + wish.weight <= quota:
            spent[key] = spent.get(key, 0) + wish.weight
            found.append(wish)
    return found
