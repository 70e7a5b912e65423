"""Who could share a burden, and how much of it is each one's fair part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Shift, Shifts

Worth = Callable[[Shift, int], int]
"""How many units a shift on a day weighs; never negative."""
Posts = Mapping[int, Sequence[tuple[int, str, str]]]
"""By day: minus the worth, code of the shift, function."""


def one_each(shift: Shift, day: int) -> int:
    """Return 1: every shift weighs the same."""
    return 1


def demanded_units(
    scenario: Scenario, shifts: Shifts, days: Iterable[int], worth: Worth = one_each
) -> int:
    """Return how many times the shifts named are asked for on some days, each at its worth.

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
            max(anybody.get(code, 0), by_function.get(code, 0)) * worth(scenario.shift[code], day)
            for code in anybody | by_function
        )
    return units


def posts_asked(
    scenario: Scenario, shifts: Shifts, days: Iterable[int], worth: Worth = one_each
) -> Posts:
    """Return by day what is asked for of the shifts named, the greatest worth first."""
    named = {shift.code: shift for shift in scenario.shifts if shifts.has(shift)}
    return {
        day: sorted(
            {
                (-worth(named[need.shift], day), need.shift, need.skill)
                for need in scenario.needs[day]
                if need.shift in named and max(need.minimum, need.target) > 0
            }
        )
        for day in days
    }


def workable_units(
    scenario: Scenario, person: Person, asked: Posts, present: frozenset[int]
) -> int:
    """Return the most that a person could take of what :func:`posts_asked` names.

    It is one shift a day, the one of greatest worth among those open to the person.
    Contract, absence, fixed days off, the codes open to the person and the skills valid that
    day count; hours of availability do not.
    """
    units = 0
    allowed = {shift.code for shift in scenario.shifts if scenario.open_to(person, shift)}
    for day, posts in asked.items():
        when = scenario.horizon.date(day)
        if day not in present or when.weekday() in person.fixed_days_off:
            continue
        units -= next(
            (
                weight
                for weight, code, skill in posts
                if code in allowed
                and scenario.qualified(person, scenario.shift[code], day)
                and (not skill or person.holds(skill, when))
            ),
            0,
        )
    return units


def fair_share(
    scenario: Scenario,
    people: Iterable[Person],
    shifts: Shifts,
    days: Iterable[int],
    counter: str = "",
    worth: Worth = one_each,
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
    worth
        What a shift weighs: its minutes, its points of hardship; 1 unless given.

    Notes
    -----
    With ``share = fte * days present`` and E the units asked for::

        fair = share / sum(share) * (E + sum(opening)) - opening

    Nobody's part goes below 0 or beyond what the person could take, one shift a day: whoever
    would is set there and leaves the sums, and the rest is shared among the others.
    Exact fractions; they add up to E, or to all that the people could work where that is less.
    """
    days = tuple(days)
    present = present_days(scenario)
    asked = posts_asked(scenario, shifts, days, worth)
    planned = frozenset(scenario.horizon.planned)
    share: dict[str, Fraction] = {}
    opening: dict[str, int] = {}
    ceiling: dict[str, int] = {}
    for person in people:
        there = present[person.id]
        part = person.fte * len(there & planned)
        possible = workable_units(scenario, person, asked, there)
        if part > 0 and possible > 0:
            share[person.id] = part
            ceiling[person.id] = possible
            opening[person.id] = person.opening.get(counter.casefold(), 0) if counter else 0
    return _shared(demanded_units(scenario, shifts, days, worth), share, opening, ceiling)


def _shared(
    demanded: int,
    share: Mapping[str, Fraction],
    opening: Mapping[str, int],
    ceiling: Mapping[str, int],
) -> Mapping[str, Fraction]:
    """Return parts in proportion to the shares, within 0 and the ceilings.

    In each round those whose part sticks out on the side that weighs more are settled at that
    bound; settling both sides at once could take back what one side gives the other.
    """
    fair = dict.fromkeys(share, Fraction(0))
    sharing = set(share)
    while sharing:
        settled = sum(fair[one] for one in share if one not in sharing)
        units = demanded - settled + sum(opening[one] for one in sharing)
        whole = sum(share[one] for one in sharing)
        for one in sharing:
            fair[one] = share[one] / whole * units - opening[one]
        below = {one for one in sharing if fair[one] < 0}
        above = {one for one in sharing if fair[one] > ceiling[one]}
        shift = sum(-fair[one] for one in below) - sum(fair[one] - ceiling[one] for one in above)
        for one in below:
            fair[one] = Fraction(0)
        for one in above:
            fair[one] = Fraction(ceiling[one])
        if shift == 0:
            break
        sharing -= below if shift > 0 else above
    return fair
