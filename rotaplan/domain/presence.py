"""On which days somebody is there, and limits scaled to working share and presence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Duty
from rotaplan.domain.time import DAY_MINUTES, Horizon, Period


def present_days(scenario: Scenario) -> Mapping[str, frozenset[int]]:
    """Return the known days on which each person is under contract and not absent all day.

    Only firm absences count: whole days, and mornings with the afternoon of the same day. Days
    of the history are judged by the absences that reach back to them; where none was entered,
    the person was present.
    """
    away = _whole_days(scenario.absences)
    none: frozenset[int] = frozenset()
    return {
        person.id: frozenset(_under_contract(scenario.horizon, person)) - away.get(person.id, none)
        for person in scenario.people
    }


def _under_contract(horizon: Horizon, person: Person) -> range:
    """Return the known days that the contract covers."""
    known, begins, ends = horizon.known, person.contract_from, person.contract_to
    first = known.start if begins is None else max(known.start, horizon.day(begins))
    last = known.stop - 1 if ends is None else min(known.stop - 1, horizon.day(ends))
    return range(first, last + 1)


def whole_weeks(horizon: Horizon, present: frozenset[int]) -> frozenset[int]:
    """Return the days of the ISO weeks on all seven days of which somebody is there.

    Parameters
    ----------
    horizon
        Whose known weeks are looked at; a week that the known days cut is left out.
    present
        Days on which the person is there, as :func:`present_days` gives them.
    """
    monday = -horizon.history_days - horizon.date(-horizon.history_days).weekday()
    return frozenset(
        day
        for first in range(monday, horizon.days, 7)
        if present.issuperset(range(first, first + 7))
        for day in range(first, first + 7)
    )


def _whole_days(absences: Iterable[Absence]) -> Mapping[str, frozenset[int]]:
    """Return the days of firm absence of each person; two half days are a whole one."""
    parts: dict[str, dict[str, set[int]]] = {}
    for absence in absences:
        if absence.firm:
            days = parts.setdefault(absence.person, {}).setdefault(absence.part, set())
            days.update(range(absence.first, absence.last + 1))
    none: set[int] = set()
    return {
        person: frozenset(
            days.get("all", none) | (days.get("morning", none) & days.get("afternoon", none))
        )
        for person, days in parts.items()
    }


def prorated(limit: int, person: Person, present: frozenset[int], period: Period) -> int:
    """Return a limit scaled by the working share and by the share of days present.

    Parameters
    ----------
    limit
        For somebody at full time who is there every day, in minutes or units.
    person
        Whose working share counts.
    present
        Days on which the person is there.
    period
        The days to which the limit applies.

    Notes
    -----
    ``limit * fte * days present / days of the period``, halves rounded up.
    """
    days = sum(day in present for day in period.days)
    exact = limit * person.fte * Fraction(days, len(period.days))
    return int((exact + Fraction(1, 2)) // 1)


def by_presence(limit: int, present: frozenset[int], days: range) -> int:
    """Return a limit scaled by the share of some days on which somebody is there, rounded down.

    Parameters
    ----------
    limit
        For somebody who is there every day.
    present
        Days on which the person is there, as :func:`present_days` gives them.
    days
        The days to which the limit applies.
    """
    return limit * len(present.intersection(days)) // len(days)


def due_minutes(
    scenario: Scenario, person: Person, present: frozenset[int], last: int
) -> int | None:
    """Return the minutes that a contract asks for from the start to the end of a planned day.

    Parameters
    ----------
    scenario
        The plan.
    person
        Whose minutes; None is returned where the contract does not tell.
    present
        Days on which the person is there, as :func:`present_days` gives them.
    last
        The day, inclusive.

    Notes
    -----
    A seventh of the weekly minutes for each day present; where the planner gives the minutes of
    the whole plan, those in proportion to the days present. Halves rounded up.
    """
    there = [day for day in scenario.horizon.planned if day in present]
    past = sum(day <= last for day in there)
    if person.target_minutes is not None:
        exact = Fraction(person.target_minutes * past, max(len(there), 1))
    elif person.weekly_minutes is not None:
        exact = Fraction(person.weekly_minutes * past, 7)
    else:
        return None
    return int((exact + Fraction(1, 2)) // 1)


def leaves(scenario: Scenario, person: Person) -> tuple[Period, ...]:
    """Return the stretches of consecutive days of firm absence of a person, in order.

    Half days count where morning and afternoon are both absent. Stretches are given whole,
    beyond the known days too.
    """
    days = _whole_days(one for one in scenario.absences if one.person == person.id)
    found: list[Period] = []
    for day in sorted(days.get(person.id, ())):
        if found and day == found[-1].last + 1:
            found[-1] = Period(first=found[-1].first, last=day)
        else:
            found.append(Period(first=day, last=day))
    return tuple(found)


def leave_spans(scenario: Scenario, person: Person) -> tuple[tuple[int, int], ...]:
    """Return the stretches of firm absence of a person as instants, end exclusive."""
    instant = scenario.horizon.instant
    return tuple((instant(one.first), instant(one.last + 1)) for one in leaves(scenario, person))


def longest_free(start: int, end: int, away: Iterable[tuple[int, int]]) -> int:
    """Return the longest stretch of minutes between two instants outside some absences.

    Parameters
    ----------
    start, end
        The instants, end exclusive.
    away
        The absences as instants, in order and apart from each other.
    """
    longest, free = 0, start
    for opens, closes in away:
        longest = max(longest, min(opens, end) - free)
        free = max(free, closes)
    return max(longest, end - free)


def taken_days(line: Iterable[Duty], whole: bool) -> set[int]:
    """Return the days on which duties start; with ``whole``, those too into which they run."""
    return {
        day
        for duty in line
        for day in range(duty.day, duty.day + (2 if whole and duty.shift.end > DAY_MINUTES else 1))
    }
