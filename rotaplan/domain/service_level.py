"""Service as on another kind of day: on a Sunday, on a public holiday, at a level of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.disruption import Disruption
from rotaplan.domain.scenario import Need, Scenario


def needs_as_on(scenario: Scenario, one: Disruption) -> Iterator[Need]:
    """Yield the needs of shifts that begin within a disruption, as days ``like`` it have them.

    They are what the sheet of needs would say if the calendar gave these dates that weekday,
    that holiday or that day type: lines that name the dates themselves still go first. A shift
    that such days do without comes with a maximum of 0.
    """
    horizon = scenario.horizon
    days = [day for day in horizon.planned if _meets(scenario, one, day)]
    calendar = scenario.calendar
    for day in days:
        calendar = _as_if(calendar, horizon.date(day), one.like)
    changed = replace(scenario, calendar=calendar)
    for day in days:
        wanted = {(need.shift, need.skill): need for need in changed.needs[day]}
        known = {(need.shift, need.skill): need for need in scenario.needs[day]}
        for key in dict.fromkeys((*known, *wanted)):
            shift = scenario.shift[key[0]]
            if one.shifts.has(shift) and one.covers(horizon.instant(day, shift.start)):
                yield wanted.get(key) or replace(known[key], minimum=0, target=0, maximum=0)


def _meets(scenario: Scenario, one: Disruption, day: int) -> bool:
    """Whether anything that begins on a day can begin within a disruption."""
    opens, closes = scenario.horizon.instant(day), scenario.horizon.instant(day + 2)
    return one.start < closes and (one.end is None or opens < one.end)


def _as_if(calendar: Calendar, date: dt.date, like: Days) -> Calendar:
    """Return a calendar in which a date is of another kind."""
    runs_as = {when: weekday for when, weekday in calendar.runs_as.items() if when != date}
    if like.types:
        types = {**calendar.types, date: calendar.types_of(date) | like.types}
        return replace(calendar, types=types)
    if like.holidays:
        holidays = {**calendar.holidays, date: calendar.holidays.get(date, like.text)}
        return replace(calendar, runs_as=runs_as, holidays=holidays)
    return replace(calendar, runs_as={**runs_as, date: min(like.weekdays)})
