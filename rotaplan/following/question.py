"""The question of the days after a roster, whose seam with it is judged like any other day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Past, Scenario
from rotaplan.domain.time import Horizon
from rotaplan.following.counters import closing
from rotaplan.following.sheets import without_past
from rotaplan.result import Result
from rotaplan.sheets import Reading
from rotaplan.sheets.read import RawSheet

MOST_HISTORY = 366
"""Days before the plan that are kept; no rule counts further back than a year."""


def days_after(horizon: Horizon, weeks: int | None = None) -> int:
    """Return how many days the next period has.

    Parameters
    ----------
    horizon
        The period before.
    weeks
        How many weeks; where None, as many days as the period before, and after a whole
        calendar month the whole next one.
    """
    if weeks is not None:
        return 7 * weeks
    following = horizon.date(horizon.days)
    whole = horizon.start.day == following.day == 1
    if whole and (following - horizon.start).days <= 31:
        later = (following + dt.timedelta(days=31)).replace(day=1)
        return (later - following).days
    return horizon.days


def past_of(result: Result) -> tuple[tuple[Past, ...], int]:
    """Return the history as it is on the day after a roster, and how many days of it are known."""
    assert result.schedule is not None
    scenario = result.scenario
    days, known = scenario.horizon.days, scenario.horizon.history_days
    kept = min(known + days, MOST_HISTORY)
    worked = [
        *(Past(person=one.person, day=one.day - days, shift=one.shift) for one in scenario.history),
        *(
            Past(person=one.person, day=one.day - days, shift=one.shift)
            for one in result.schedule.assignments
        ),
    ]
    return tuple(one for one in worked if one.day >= -kept), kept


def reread(raw: Sequence[RawSheet], start: dt.date, days: int) -> Reading:
    """Return what a workbook says of other days: leave, wishes, imposed days, holidays."""
    return without_past(raw, start, days).reading


def following(result: Result, base: Scenario, read: Scenario) -> Scenario:
    """Return the question of the days after a roster.

    Parameters
    ----------
    result
        The roster, with its report.
    base
        Its question without disruptions: people, shifts, needs and rules stay as they are there.
    read
        What the workbook says of the next days: its leave, wishes, imposed days, hours of
        availability, exceptions and holidays are taken.
    """
    past, known = past_of(result)
    counters = closing(result)
    names = frozenset(base.person)
    share = read.horizon.days / base.horizon.days
    used = {one.shift for one in past} - set(base.shift)
    more = tuple(one for one in result.scenario.shifts if one.code in used)
    return replace(
        base,
        horizon=replace(read.horizon, history_days=known),
        calendar=_both(base.calendar, read.calendar),
        people=tuple(_carried(one, counters, share) for one in base.people),
        shifts=(*base.shifts, *more),
        absences=tuple(one for one in read.absences if one.person in names),
        availability=tuple(one for one in read.availability if one.person in names),
        wishes=tuple(one for one in read.wishes if one.person in names),
        pins=tuple(one for one in read.pins if one.person in names),
        derogations=tuple(one for one in read.derogations if one.person in names),
        history=past,
        without_history=frozenset(),
        arrivals=(),
        published=None,
    )


def _both(before: Calendar, after: Calendar) -> Calendar:
    """Return the calendar of two periods: rules that look back need the holidays of the first."""
    return Calendar(
        holidays={**before.holidays, **after.holidays},
        types={**before.types, **after.types},
        runs_as={**before.runs_as, **after.runs_as},
    )


def _carried(person: Person, counters: Mapping[str, Mapping[str, int]], share: float) -> Person:
    """Return somebody with the counters of the end; hours expected are in proportion to days."""
    target = person.target_minutes
    return replace(
        person,
        opening=dict(counters[person.id]),
        target_minutes=None if target is None else round(target * share),
    )
