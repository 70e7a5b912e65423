"""Which function each person of a finished roster fills, where only the shift is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment


def attribute(
    scenario: Scenario,
    codes: Mapping[tuple[str, int], str],
    known: Iterable[Assignment] = (),
) -> tuple[Assignment, ...]:
    """Give everybody on a shift one of the functions that its needs name.

    As many places of the needs as possible are filled: minima before targets, and among equals
    the functions that the fewest of the people present hold first. Whoever is left over works
    without a function where the needs allow that, else in a function held, else without.

    Parameters
    ----------
    scenario
        The question.
    codes
        Shift by person and planned day.
    known
        Assignments whose function is already settled.
    """
    settled = {(one.person, one.day): one for one in known}
    groups: dict[tuple[int, str], list[str]] = {}
    for (person, day), code in sorted(codes.items()):
        groups.setdefault((day, code), []).append(person)
    found: list[Assignment] = []
    for (day, code), people in sorted(groups.items()):
        fixed = [settled[person, day] for person in people if (person, day) in settled]
        free = [person for person in people if (person, day) not in settled]
        found += fixed
        filled = _fill(scenario, day, code, free, fixed)
        found += [
            Assignment(person=person, day=day, shift=code, skill=filled[person]) for person in free
        ]
    return tuple(sorted(found))


def _fill(
    scenario: Scenario, day: int, code: str, people: list[str], fixed: list[Assignment]
) -> dict[str, str]:
    """Return the function of each of the people, whose functions are free."""
    offered = scenario.functions.get(code, ("",))
    ends = scenario.horizon.date(day + max(scenario.shift[code].end - 1, 0) // 1440)
    holders = {
        skill: [one for one in people if scenario.person[one].holds(skill, ends)]
        for skill in offered
        if skill
    }
    given: dict[str, str] = {}
    for skill in _places(scenario, day, code, holders, fixed):
        _seat(skill, holders, given, set())
    for person in people:
        if person not in given:
            held = [skill for skill in holders if person in holders[skill]]
            given[person] = "" if "" in offered or not held else held[0]
    return given


def _places(
    scenario: Scenario,
    day: int,
    code: str,
    holders: Mapping[str, list[str]],
    fixed: list[Assignment],
) -> list[str]:
    """Return one function per open place, in the order in which places are filled."""
    ranked: list[tuple[int, int, str]] = []
    for need in scenario.needs[day]:
        if need.shift != code or not need.skill:
            continue
        taken = sum(one.skill == need.skill for one in fixed)
        for place in range(taken, max(need.minimum, need.target)):
            rank = 0 if place < need.minimum else 1
            ranked.append((rank, len(holders[need.skill]), need.skill))
    return [skill for _, _, skill in sorted(ranked)]


def _seat(
    skill: str, holders: Mapping[str, list[str]], given: dict[str, str], tried: set[str]
) -> bool:
    """Fill one place of a function, moving others to another one where that helps."""
    for person in holders[skill]:
        if person in tried:
            continue
        tried.add(person)
        before = given.get(person)
        if before is None or (before != skill and _seat(before, holders, given, tried)):
            given[person] = skill
            return True
    return False
