"""On tiny scenarios the solver's answer is the best of all rosters, as the judge prices them."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shifts
from rotaplan.judge import judge
from rotaplan.rules.base import RuleBase
from tests.solve.small import row, scenario

LEVELS = range(1, 8)


def drawn(rng: Random) -> Scenario:
    """Return two people over four days with a handful of rules, strict and soft."""
    pool: list[RuleBase] = [
        row("rest_between", minimum=660, must=rng.random() < 0.7),
        row("work_run", maximum=rng.randint(1, 3), minimum=rng.choice((None, 2))),
        row("off_run", minimum=2, must=False, level=6, weight=3),
        row("shifts_period", shifts=Shifts(codes=frozenset("L")), maximum=2, must=False, level=5),
        row("days_period", maximum=rng.randint(2, 4), minimum=rng.choice((None, 2))),
        row("balance_count", shifts=Shifts(codes=frozenset("L")), must=False),
    ]
    rules = rng.sample(pool, 4)
    wishes = tuple(
        Wish(
            person=rng.choice("AB"),
            day=rng.randrange(4),
            shifts=rng.choice((None, Shifts(codes=frozenset("E")))),
            on=rng.random() < 0.5,
            weight=rng.randint(1, 5),
        )
        for _ in range(3)
    )
    return scenario(2, 4, {"E": 1, "L": rng.randint(0, 1)}, rules, wishes=wishes)


def best(one: Scenario) -> tuple[int, ...] | None:
    """Return the least prices by level of all clean rosters; None where there is none."""
    found: tuple[int, ...] | None = None
    cells = [(person.id, day) for person in one.people for day in one.horizon.planned]
    for codes in product(("", "E", "L"), repeat=len(cells)):
        roster = Schedule.of(
            one,
            (
                Assignment(person=person, day=day, shift=code)
                for (person, day), code in zip(cells, codes, strict=True)
                if code
            ),
        )
        report = judge(one, roster)
        if report.clean:
            prices = tuple(report.cost_by_level.get(level, 0) for level in LEVELS)
            found = prices if found is None else min(found, prices)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_the_answer_is_the_best_of_all(seed: int) -> None:
    """Every roster is judged: the solver proves its own as the best, or that there is none."""
    one = drawn(Random(seed))
    truth = best(one)
    for settings in (Settings(reproducible=True), Settings(seconds=20, workers=2)):
        result = solve(one, settings)
        if truth is None:
            assert result.status == "infeasible"
            continue
        assert result.status == "optimal"
        assert result.report is not None
        prices = tuple(result.report.cost_by_level.get(level, 0) for level in LEVELS)
        assert prices == truth
        assert [level.bound for level in result.levels] == [level.cost for level in result.levels]
