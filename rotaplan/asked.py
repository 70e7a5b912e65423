"""Who and when, as a person asks: found in the scenario and the roster, or said to be wrong."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shift
from rotaplan.errors import WorkbookError
from rotaplan.problem import Fact, Problem
from rotaplan.sheets.names import PersonNames

_NEAR = 4
"""How many other duties of a person are named where the one asked for is not there."""


def person_of(scenario: Scenario, text: str) -> Person:
    """Return somebody by staff number, or by a name that only one person has."""
    names = PersonNames(scenario.people)
    found = names.find(" ".join(text.split()))
    if found is None:
        raise _refused("person-unknown", found=text, suggestion=names.nearest(text))
    return scenario.person[found]


def day_of(scenario: Scenario, date: dt.date) -> int:
    """Return the planned day of a date."""
    horizon = scenario.horizon
    day = horizon.day(date)
    if day not in horizon.planned:
        first, last = horizon.start, horizon.date(horizon.days - 1)
        raise _refused("asked-date", found=str(date), first=str(first), last=str(last))
    return day


def shift_of(scenario: Scenario, text: str) -> Shift:
    """Return a shift on which somebody can work, by its code, in any case."""
    wanted = text.strip().casefold()
    found = [one for one in scenario.shifts if one.works and one.code.casefold() == wanted]
    if not found:
        known = sorted(one.code for one in scenario.shifts if one.works)
        raise _refused("asked-shift", found=text, known=tuple(known))
    return found[0]


def duties_of(roster: Schedule, person: Person, day: int) -> tuple[Assignment, ...]:
    """Return what somebody works on a day; one duty at most, none at rest."""
    shifts = roster.scenario.shift
    found = tuple(
        one
        for one in roster.assignments
        if (one.person, one.day) == (person.id, day) and shifts[one.shift].works
    )
    if len(found) > 1:
        raise _refused(
            "asked-several",
            found=person.name or person.id,
            date=str(roster.scenario.horizon.date(day)),
            codes=tuple(one.shift for one in found),
        )
    return found


def duty_of(roster: Schedule, person: Person, day: int) -> Assignment:
    """Return the duty of somebody on a day; where there is none, the nearest ones are named."""
    found = duties_of(roster, person, day)
    if found:
        return found[0]
    horizon = roster.scenario.horizon
    date = str(horizon.date(day))
    if not any(one.day == day for one in roster.assignments):
        raise _refused("asked-nobody", date=date)
    own = [one for one in roster.assignments if one.person == person.id]
    near = sorted(sorted(own, key=lambda one: (abs(one.day - day), one.day))[:_NEAR])
    raise _refused(
        "asked-no-duty",
        found=person.name or person.id,
        date=date,
        count=len(near),
        near=tuple(f"{horizon.date(one.day)} ({one.shift})" for one in near),
    )


def swapped(
    roster: Schedule, people: tuple[Person, Person], days: tuple[int, int]
) -> tuple[tuple[Assignment, ...], tuple[Assignment, ...]]:
    """Return what two people would exchange: the duty of each on the day given, if any."""
    first, second = people
    if first.id == second.id:
        raise _refused("asked-same-person", found=first.name or first.id)
    given, returned = duties_of(roster, first, days[0]), duties_of(roster, second, days[1])
    if not given and not returned:
        dates = tuple(str(roster.scenario.horizon.date(day)) for day in sorted(set(days)))
        raise _refused("asked-both-rest", dates=dates)
    return given, returned


def _refused(code: str, **facts: Fact) -> WorkbookError:
    return WorkbookError([Problem(code=code, facts=facts)])
