"""Whom to call for one hole, and whether two people may exchange."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule

if TYPE_CHECKING:
    import datetime as dt

    from rotaplan.exchange import Exchange
    from rotaplan.replacement import CallList

_NOON = 12 * 60


def replace(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    now: dt.datetime | None = None,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> CallList:
    """Return whom to call for the duty of somebody who is missing, and why nobody else.

    Parameters
    ----------
    scenario, planning
        The question, and the roster in force.
    person
        Staff number, or a name that only one person has.
    date
        Day on which the duty begins.
    now
        When the calls are made, by the wall clock; noon of the eve of the duty where None.
    away
        Who is on leave or absent on which day, as :attr:`Reading.away` gives it.

    Raises
    ------
    WorkbookError
        Where nobody, or nothing that they work, is meant by person and date.
    """
    from rotaplan.asked import day_of, duty_of, person_of
    from rotaplan.replacement import call_list

    published = Schedule.of(scenario, planning)
    missing, day = person_of(scenario, person), day_of(scenario, date)
    hole = duty_of(published, missing, day)
    horizon = scenario.horizon
    calls = horizon.instant(day - 1, _NOON) if now is None else horizon.instant_of(now)
    return call_list(scenario, published, hole, now=calls, away=away)


def swap(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    other: str,
    other_date: dt.date | None = None,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> Exchange:
    """Return whether two people may exchange what they work, and what it does to each.

    The first gives the duty of ``date`` to the other, who gives that of ``other_date`` in
    return; either may be rest.

    Parameters
    ----------
    scenario, planning
        The question, and the roster in force.
    person, other
        Staff numbers, or names that only one person has.
    date, other_date
        Days on which the duties begin; the second is the first where None.
    away
        Who is on leave or absent on which day, as :attr:`Reading.away` gives it.

    Raises
    ------
    WorkbookError
        Where a name or a date means nothing, both are the same person, or neither works.
    """
    from rotaplan.asked import day_of, person_of, swapped
    from rotaplan.exchange import exchange

    published = Schedule.of(scenario, planning)
    people = person_of(scenario, person), person_of(scenario, other)
    days = day_of(scenario, date), day_of(scenario, other_date or date)
    given, returned = swapped(published, people, days)
    return exchange(scenario, published, given, returned, people, away=away)
