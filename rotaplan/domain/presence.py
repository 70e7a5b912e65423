"""On which days somebody is there, and limits scaled to working share and presence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import Period


def present_days(scenario: Scenario) -> Mapping[str, frozenset[int]]:
    """Return the known days on which each person is under contract and not absent all day.

    Only firm absences count. Days of the history are judged by the absences that reach back to
    them; where none was entered, the person was present.
    """
    known = scenario.horizon.known
    away: dict[str, set[int]] = {}
    for absence in scenario.absences:
        if absence.firm and absence.part == "all":
            days = range(max(absence.first, known.start), min(absence.last + 1, known.stop))
            away.setdefault(absence.person, set()).update(days)
    return {
        person.id: frozenset(
            day
            for day in known
            if day not in away.get(person.id, ())
            and person.under_contract(scenario.horizon.date(day))
        )
        for person in scenario.people
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


def leaves(scenario: Scenario, person: Person) -> tuple[Period, ...]:
    """Return the stretches of consecutive days of firm absence of a person, in order.

    Absences of half days do not count. Stretches are given whole, beyond the known days too.
    """
    spans = sorted(
        (absence.first, absence.last)
        for absence in scenario.absences
        if absence.person == person.id and absence.firm and absence.part == "all"
    )
    found: list[Period] = []
    for first, last in spans:
        if found and first <= found[-1].last + 1:
            before = found.pop()
            first, last = before.first, max(last, before.last)
        found.append(Period(first=first, last=last))
    return tuple(found)
