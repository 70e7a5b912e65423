"""Bounds from the relaxation never exceed the best there is, and see plain shortage exactly."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.relax import bound_cover
from rotaplan.engines.part import Limits
from rotaplan.model.build import build
from tests.solve.small import EARLY, LATE, row, scenario

LIMITS = Limits(seconds=60, effort=10)


def drawn(seed: int) -> Scenario:
    """Return a team that is too small, with skills, functions, leave and strict limits."""
    rng = Random(seed)
    people = tuple(
        Person(
            id=f"P{index}",
            skills=tuple(HeldSkill(skill=s) for s in ("IDE", "AS") if rng.random() < 0.6),
        )
        for index in range(4)
    )
    shifts = (EARLY, replace(LATE, skills=frozenset({"IDE"})) if rng.random() < 0.5 else LATE)
    demand = (
        Demand(shift="E", minimum=1, target=rng.randint(1, 3), maximum=3, priority=2),
        Demand(shift="L", minimum=rng.randint(0, 1), target=2, skill=rng.choice(("", "IDE"))),
        Demand(shift="L", minimum=1, target=1, skill="AS"),
    )
    rules = [
        row("rest_between", minimum=660),
        row("days_period", maximum=4, period="week"),
        row("minutes_period", maximum=32 * 60, period="week"),
        row("work_run", maximum=rng.randint(2, 5)),
    ]
    absences = tuple(
        Absence(person=person.id, first=day, last=day + 1)
        for person in people
        if (day := rng.randrange(14)) < 6
    )
    one = scenario(4, 7, {}, rules, shifts=shifts, demand=demand, absences=absences)
    return replace(one, people=people)


@pytest.mark.parametrize("seed", range(6))
def test_bound_is_never_above_the_best(seed: int) -> None:
    """For each level, with those before it held at their best price."""
    one = drawn(seed)
    result = solve(one, Settings(reproducible=True, seconds=6))
    assert result.status == "optimal"
    held: dict[int, int] = {}
    model = build(one)
    for level in result.levels:
        bound = bound_cover(model, level.level, held, LIMITS, Watch())
        assert 0 <= bound <= level.cost
        held[level.level] = level.cost


def test_plain_shortage_is_proven_exactly() -> None:
    """Two people, three posts a day, a week at five days each: eleven posts stay open."""
    one = scenario(2, 7, {"E": 2, "L": 1}, [row("days_period", maximum=5, period="week")])
    weight = next(r for r in one.rules if r.key == "cover_minimum").weight
    bound = bound_cover(build(one), 2, {}, LIMITS, Watch())
    assert bound == (3 * 7 - 2 * 5) * weight
