"""The CP-SAT engine agrees with every rule's ``check``, both ways, however cells are folded."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from rotaplan.engines.cpsat import solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part
from rotaplan.model.build import Model, build
from rotaplan.model.measure import costs
from rotaplan.model.requirements import OFF, Allowed, Grade
from rotaplan.rules.base import RuleBase, all_rules
from tests.agreement.cases import STRUCTURAL, cases
from tests.agreement.weighing import cells_of, judged, reading

CASES = 48
RULES = [(k, c) for k, c in sorted(all_rules().items()) if k not in STRUCTURAL]
Cells = dict[tuple[int, int], int]


def answer_to(model: Model, cells: Cells, free: frozenset[tuple[int, int]], rng: Random) -> Answer:
    """Return what the engine makes of a roster: free cells could take anything, but are pinned.

    The hint is another roster, so that nothing depends on a good one.
    """
    pins = tuple(
        Allowed(0, Grade(True), person, day, frozenset((cells.get((person, day), OFF),)))
        for person, day in sorted(free)
    )
    roster = {
        cell: rng.choice(options) if cell in free else cells.get(cell, OFF)
        for cell, options in sorted(model.domains.items())
    }
    part = Part(
        model=replace(model, requirements=model.requirements + pins),
        roster=roster,
        free=free,
        goal=Goal(levels=tuple(range(1, 8))),
        blocks=rng.random() < 0.5,
        hinted=False,
    )
    return solve_part(part, Limits(seconds=60, effort=5))


@pytest.mark.parametrize("share", [1.0, 0.5, 0.15])
@pytest.mark.parametrize("rule_class", [c for _, c in RULES], ids=[k for k, _ in RULES])
def test_engine_agrees(rule_class: type[RuleBase], share: float) -> None:
    """Feasible exactly where ``check`` is silent, at the price that it finds.

    Requirements that no free cell touches are none of the engine's business: with few cells
    free they are taken off the verdict.
    """
    met = {True: 0, False: 0}
    for index, (scenario, schedule) in enumerate(cases(rule_class, CASES)):
        rng = Random(f"{rule_class.key}-{share}-{index}")
        model = build(scenario)
        cells = cells_of(model.frame, schedule)
        verdict = judged(scenario, schedule)
        if cells is None or any(cells.get(c, OFF) not in o for c, o in model.domains.items()):
            assert verdict.rejected, f"case {index}"
            met[True] += 1
            continue
        free = frozenset(cell for cell in sorted(model.domains) if rng.random() < share)
        touched = set(model.touched(free)) if free else set()
        found = [
            (model.requirements[i].grade, amount)
            for i, amount in costs(model, reading(model.frame, cells))
            if i in touched
        ]
        answer = answer_to(model, cells, free, rng)
        rejected = any(grade.must for grade, _ in found)
        assert (answer.status == "infeasible") == rejected, f"case {index}: {scenario.rules[0]!r}"
        if share == 1.0:
            assert rejected == verdict.rejected
        if not rejected:
            price = sum(grade.weight * amount for grade, amount in found)
            assert round(answer.objective) == price, f"case {index}: {scenario.rules[0]!r}"
        met[bool(found)] += 1
    if share == 1.0:
        assert min(met.values()) >= CASES // 5, met
