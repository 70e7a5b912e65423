"""Less leave at once: what a question is where only so many people may be away on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rotaplan.domain.leave import is_leave
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.exploring.words import entry, read_here, refused
from rotaplan.sheets.kinds import parse_count


def leave(scenario: Scenario, most: object) -> Scenario:
    """Return a scenario with a cap on leave; see :meth:`rotaplan.exploring.Study.leave`."""
    with read_here():
        cap = parse_count(entry(most))
    if cap < 0:
        raise refused("explore-cap", found=str(cap))
    asked = sorted((one for one in scenario.absences if _counts(scenario, one)), key=_place)
    granted: list[Absence] = asked
    # From cap to cap, so that nobody refused under a higher one is granted under a lower one.
    for lower in range(_peak(scenario, asked) - 1, cap - 1, -1):
        granted = _within(scenario, granted, lower)
    kept = set(map(id, granted))
    refusals = {id(one) for one in asked if id(one) not in kept}
    return replace(
        scenario,
        absences=tuple(
            replace(one, firm=False) if id(one) in refusals else one for one in scenario.absences
        ),
    )


def _counts(scenario: Scenario, one: Absence) -> bool:
    return one.firm and is_leave(scenario, one)


def _place(one: Absence) -> int:
    """Return the row of an absence: who asked first stands first."""
    return 0 if one.origin is None else one.origin.row


def _days(scenario: Scenario, one: Absence) -> range:
    return range(max(one.first, 0), min(one.last + 1, scenario.horizon.days))


def _peak(scenario: Scenario, asked: Sequence[Absence]) -> int:
    """Return how many are on leave on the day on which most are."""
    away = Counter(day for one in asked for day in _days(scenario, one))
    return max(away.values(), default=0)


def _within(scenario: Scenario, asked: Sequence[Absence], most: int) -> list[Absence]:
    """Return the leave granted in order, each whole or not at all, so many people a day at most."""
    away: Counter[int] = Counter()
    granted = []
    for one in asked:
        days = _days(scenario, one)
        if all(away[day] < most for day in days):
            away.update(days)
            granted.append(one)
    return granted
