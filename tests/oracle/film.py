"""A person's work filmed: one picture for each real minute, dated by the clock on the wall.

Slow and plain on purpose. Nothing of the rules' arithmetic nor of the domain's is used here: the
shift table, the roster and the dates are read, and all else is looked up, minute by minute, on
the wall clock of the zone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Family, Shift

MARGIN_DAYS = 20
"""Days filmed at least on either side of the known ones: nobody works there."""

Minutes = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Wall:
    """The clock on the wall, minute by minute.

    Attributes
    ----------
    dates
        Ordinal of the date that stands there in each minute.
    first_reading
        In which minute a date and a time of day are first seen.
    """

    dates: Minutes
    first_reading: dict[tuple[int, int], int]

    def minute(self, date: dt.date, time: int) -> int:
        """Return the minute in which so many minutes after midnight of a date are seen.

        A time that the clock skips in spring is seen as one an hour later.
        """
        days, time = divmod(time, 1440)
        found = self.first_reading.get((date.toordinal() + days, time))
        return self.minute(date, days * 1440 + time + 60) if found is None else found


@lru_cache(maxsize=64)
def wall_clock(first: dt.date, days: int, zone: str) -> Wall:
    """Watch the clock for some days, from midnight on."""
    here = ZoneInfo(zone)
    now = dt.datetime.combine(first, dt.time(), tzinfo=here).astimezone(dt.UTC)
    last = (first + dt.timedelta(days=days)).toordinal()
    dates: list[int] = []
    readings: dict[tuple[int, int], int] = {}
    while True:
        seen = now.astimezone(here)
        if seen.toordinal() >= last:
            return Wall(np.array(dates), readings)
        readings.setdefault((seen.toordinal(), seen.hour * 60 + seen.minute), len(dates))
        dates.append(seen.toordinal())
        now += dt.timedelta(minutes=1)


@dataclass(frozen=True, eq=False)
class Stint:
    """One duty on film.

    Attributes
    ----------
    date
        On which it starts.
    shift
        Its line in the shift table.
    planned
        Whether it is of the plan, not of the history.
    work
        The minutes of work, in order.
    paid
        Those that count as work: the unpaid break takes the first ones.
    """

    date: dt.date
    shift: Shift
    planned: bool
    work: Minutes
    paid: Minutes

    @property
    def night(self) -> bool:
        """Whether the shift table calls it a night."""
        return self.shift.family is Family.NIGHT


@dataclass(frozen=True, eq=False)
class Film:
    """The known days of one person.

    Attributes
    ----------
    person
        Who is filmed.
    wall
        The clock.
    stints
        Duties, first begun first.
    days
        Known dates in order.
    start
        First date of the plan.
    """

    person: Person
    wall: Wall
    stints: tuple[Stint, ...]
    days: tuple[dt.date, ...]
    start: dt.date

    def weeks(self) -> list[tuple[dt.date, ...]]:
        """Return the known dates of each civil week, Monday to Sunday, in order."""
        found: dict[tuple[int, int], list[dt.date]] = {}
        for date in self.days:
            found.setdefault(date.isocalendar()[:2], []).append(date)
        return [tuple(dates) for _, dates in sorted(found.items())]

    def runs(self, length: int) -> list[tuple[dt.date, ...]]:
        """Return all runs of so many known dates."""
        return [self.days[at : at + length] for at in range(len(self.days) - length + 1)]


def filmed(scenario: Scenario, schedule: Schedule, person: str) -> Film:
    """Film one person of a roster."""
    horizon = scenario.horizon
    cells = [(past.day, past.shift, False) for past in scenario.history if past.person == person]
    cells += [(one.day, one.shift, True) for one in schedule.assignments if one.person == person]
    return film_of(scenario, person, horizon.history_days, tuple(sorted(cells)))


def film_of(
    scenario: Scenario, person: str, history: int, cells: tuple[tuple[int, str, bool], ...]
) -> Film:
    """Film somebody's cells: (day, code, whether it is of the plan)."""
    start, zone = scenario.horizon.start, scenario.horizon.zone
    before = -(-history // MARGIN_DAYS) * MARGIN_DAYS + MARGIN_DAYS
    after = -(-scenario.horizon.days // MARGIN_DAYS) * MARGIN_DAYS + MARGIN_DAYS
    wall = wall_clock(start - dt.timedelta(days=before), before + after, zone)
    table = {shift.code: shift for shift in scenario.shifts}
    stints = []
    for day, code, planned in cells:
        shift = table[code]
        if not shift.works:
            continue
        date = start + dt.timedelta(days=day)
        work = np.concatenate(
            [
                np.arange(wall.minute(date, span.start), wall.minute(date, span.end))
                for span in shift.spans
            ]
        )
        stints.append(Stint(date, shift, planned, work, work[shift.unpaid_break_minutes :]))
    known = range(-history, scenario.horizon.days)
    return Film(
        person=next(one for one in scenario.people if one.id == person),
        wall=wall,
        stints=tuple(sorted(stints, key=lambda stint: int(stint.work[0]))),
        days=tuple(start + dt.timedelta(days=day) for day in known),
        start=start,
    )
