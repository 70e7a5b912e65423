"""A first roster from the cycles: what each line gives, as far as it is open to who sits there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rotaplan.engines.part import PersonDay
from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF


def follow_cycles(model: Model) -> dict[PersonDay, int]:
    """Return the cells of all who have a place in a cycle, days off included.

    A day that the cycle cannot fill (leave, a clearance that has ended, a post that nobody asks
    for) is a day off. Where a post has several functions, each goes first to those who hold no
    other, the rarest function before the others.
    """
    roster: dict[PersonDay, int] = {}
    crews: dict[tuple[int, str], dict[int, tuple[int, ...]]] = {}
    for number, person in enumerate(model.frame.scenario.people):
        if model.frame.scenario.cycle_code(person, 0) is None:
            continue
        for day in model.frame.scenario.horizon.planned:
            options = model.domains[number, day]
            roster[number, day] = options[0] if len(options) == 1 else OFF
            code = model.frame.scenario.cycle_code(person, day) or ""
            same = model.frame.by_code.get(code, frozenset()).intersection(options)
            if same:
                crews.setdefault((day, code), {})[number] = tuple(sorted(same))
    for (day, _), crew in crews.items():
        for number, option in _manned(crew, _heads(model, day)).items():
            roster[number, day] = option
    return roster


def _heads(model: Model, day: int) -> Mapping[int, int]:
    """Return how many people each option of a day is asked for."""
    asked = {(need.shift, need.skill): need.target for need in model.frame.scenario.needs[day]}
    return {
        number: asked.get((option.shift.code, option.skill), 0)
        for number, option in model.frame.numbered
    }


def _manned(crew: Mapping[int, Sequence[int]], heads: Mapping[int, int]) -> dict[int, int]:
    """Return the function, as an option, that each of the people on a post fills."""
    holders: dict[int, list[int]] = {}
    for number, options in crew.items():
        for option in options:
            holders.setdefault(option, []).append(number)
    chosen: dict[int, int] = {}
    for option in sorted(holders, key=lambda one: (len(holders[one]), one)):
        free = [number for number in holders[option] if number not in chosen]
        free.sort(key=lambda number: (len(crew[number]), number))
        chosen |= dict.fromkeys(free[: heads[option]], option)
    # Whoever is left over swells the function that most of them hold.
    commonest = sorted(holders, key=lambda one: (-len(holders[one]), one))
    for number, options in crew.items():
        if number not in chosen:
            chosen[number] = next(option for option in commonest if option in options)
    return chosen
