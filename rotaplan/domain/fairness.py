"""Who could share a burden, and how much of it is each one's fair part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Shifts


def demanded_units(scenario: Scenario, shifts: Shifts, days: Iterable[int]) -> int:
    """Return how many times the shifts named are asked for on some days.

    Each need counts with its target, or its minimum where that is higher. Needs of one shift
    that name functions add up; a need without function speaks of everybody on the shift, so
    the higher of the two counts.
    """
    units = 0
    for day in days:
        anybody: dict[str, int] = {}
        by_function: dict[str, int] = {}
        for need in scenario.needs[day]:
            if shifts.has(scenario.shift[need.shift]):
                table = by_function if need.skill else anybody
                people = max(need.minimum, need.target)
                table[need.shift] = table.get(need.shift, 0) + people
        units += sum(
            max(anybody.get(code, 0), by_function.get(code, 0)) for code in anybody | by_function
        )
    return units


def could_work(
    scenario: Scenario, person: Person, shifts: Shifts, days: Iterable[int], present: frozenset[int]
) -> bool:
    """Whether some shift named, asked for on some of the days, is open to a person that day.

    Contract, absence, fixed days off, the codes open to the person and the skills valid that
    day count; hours of availability do not.
    """
    for day in days:
        if day not in present or scenario.horizon.date(day).weekday() in person.fixed_days_off:
            continue
        for need in scenario.needs[day]:
            shift = scenario.shift[need.shift]
            if (
                max(need.minimum, need.target) > 0
                and shifts.has(shift)
                and scenario.open_to(person, shift)
                and scenario.qualified(person, shift, day)
                and (not need.skill or person.holds(need.skill, scenario.horizon.date(day)))
            ):
                return True
    return False


def fair_share(
    scenario: Scenario,
    people: Iterable[Person],
    shifts: Shifts,
    days: Iterable[int],
    counter: str = "",
) -> Mapping[str, Fraction]:
    """Return the fair number of units of each person who could work some, by staff number.

    Parameters
    ----------
    scenario
        Where needs, contracts and absences are read.
    people
        Among whom the burden is shared. All of the demand is shared among them: whoever may
        work these shifts should be one of them.
    shifts
        The shifts that make the burden.
    days
        Planned days on which they count.
    counter
        Name of the counter brought forward (as a heading, in any case); empty for none.

    Notes
    -----
    With ``share = fte * days present`` and E the units asked for::

        fair = share / sum(share) * (E + sum(opening)) - opening

    Whoever would get less than nothing, having done more than a fair part already, gets 0 and
    leaves the sums, and the others are counted again. Exact fractions; they add up to E as
    long as somebody is left.
    """
    days = tuple(days)
    present = present_days(scenario)
    planned = frozenset(scenario.horizon.planned)
    share: dict[str, Fraction] = {}
    opening: dict[str, int] = {}
    for person in people:
        there = present[person.id]
        part = person.fte * len(there & planned)
        if part > 0 and could_work(scenario, person, shifts, days, there):
            share[person.id] = part
            opening[person.id] = person.opening.get(counter.casefold(), 0) if counter else 0
    demanded = demanded_units(scenario, shifts, days)
    fair = dict.fromkeys(share, Fraction(0))
    sharing = set(share)
    while sharing:
        units = demanded + sum(opening[one] for one in sharing)
        whole = sum(share[one] for one in sharing)
        found = {one: share[one] / whole * units - opening[one] for one in sharing}
        over = {one for one in sharing if found[one] < 0}
        if not over:
            fair.update(found)
            break
        sharing -= over
    return fair
