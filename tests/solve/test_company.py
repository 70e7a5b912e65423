"""Rules between people, on tiny scenarios: the solver's answer is the best of all rosters."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.people import People, Person
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shifts
from rotaplan.judge import judge
from rotaplan.rules.base import RuleBase
from tests.solve.small import row, scenario

LEVELS = range(1, 8)
EARLY, LATE = (Shifts(codes=frozenset({code})) for code in "EL")
STAFF = tuple(
    Person(id=name, team="1", hourly_cost=cost)
    for name, cost in zip("ABC", (10, 20, 30), strict=True)
)


def some(names: str) -> People:
    return People(ids=frozenset(names))


def drawn(rng: Random) -> Scenario:
    """Return three people over two days with five rules that speak of several people."""
    pool: list[RuleBase] = [
        row("together", who=some("AB"), must=rng.random() < 0.5),
        row("apart", who=some(rng.choice(("AC", "BC"))), must=rng.random() < 0.5),
        row("tutor", who=some("B"), tutors=some(rng.choice(("A", "C"))), must=rng.random() < 0.7),
        row("group_mix", who=some("BC"), minimum=1, must=rng.random() < 0.5),
        row("team_block", weight=rng.randint(1, 9)),
        row("continuity", level=5),
        row("balance_worst", shifts=LATE),
        row("wish_equity", level=5),
        row("activation", weight=3),
        row("cost", maximum=rng.choice((None, 300)), must=False),
        row("cost", maximum=rng.randint(400, 800), must=True),
        row("external", who=some("C"), maximum=rng.randint(0, 1)),
        row("preferred_person", who=some("B"), shifts=EARLY),
        row("reserve", shifts=LATE, minimum=rng.randint(1, 2)),
    ]
    wishes = tuple(
        Wish(person=rng.choice("ABC"), day=rng.randrange(2), on=rng.random() < 0.5)
        for _ in range(3)
    )
    needs = {"E": rng.randint(1, 2), "L": rng.randint(0, 2)}
    made = scenario(3, 2, needs, rng.sample(pool, 5), wishes=wishes)
    return replace(made, people=STAFF)


def best(one: Scenario) -> tuple[int, ...] | None:
    """Return the least prices by level of all clean rosters; None where there is none."""
    cells = [(person.id, day) for person in one.people for day in one.horizon.planned]
    prices = []
    for codes in product(("", "E", "L"), repeat=len(cells)):
        worked = (
            Assignment(person=person, day=day, shift=code)
            for (person, day), code in zip(cells, codes, strict=True)
            if code
        )
        report = judge(one, Schedule.of(one, worked))
        if report.clean:
            prices.append(tuple(report.cost_by_level.get(level, 0) for level in LEVELS))
    return min(prices, default=None)


@pytest.mark.parametrize("seed", range(8))
def test_the_answer_is_the_best_of_all(seed: int) -> None:
    one = drawn(Random(seed))
    truth = best(one)
    result = solve(one, Settings(seconds=10, reproducible=True))
    if truth is None:
        assert result.status == "infeasible"
        return
    assert result.status == "optimal"
    assert result.report is not None
    assert tuple(result.report.cost_by_level.get(level, 0) for level in LEVELS) == truth
