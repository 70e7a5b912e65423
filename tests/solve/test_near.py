"""Near a roster that is known the whole model is proven as it is written: faster, and as true."""

from __future__ import annotations

import pytest

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part
from rotaplan.model.build import Model, build
from rotaplan.strategies import plan as module
from rotaplan.strategies.asked import Options
from rotaplan.strategies.construct import construct
from rotaplan.strategies.incumbent import Incumbent
from tests.solve.small import row, scenario


def fortnight(people: int, wanted: int) -> Model:
    """Return a team over two weeks that has more work than its soft limits like."""
    rules = [
        row("rest_between", minimum=660),
        row("work_run", maximum=5),
        row("weekends_max", maximum=1, must=False, level=5),
        row("off_run", minimum=2, must=False, level=6),
    ]
    return build(scenario(people, 14, {"E": wanted, "L": 1}, rules))


@pytest.mark.parametrize(("people", "wanted"), [(3, 1), (4, 1), (4, 2), (5, 2)])
def test_the_optimum_is_the_same(people: int, wanted: int) -> None:
    """Level after level, a program solved as written proves what a rewritten one proves."""
    model = fortnight(people, wanted)
    levels = Incumbent(model, {}).levels
    roster = construct(model, levels, 1, Watch())
    assert roster is not None
    for level in levels[1:]:
        answers = [
            solve_part(
                Part(
                    model=model,
                    roster=roster,
                    free=frozenset(model.domains),
                    goal=Goal(levels=(level,)),
                    blocks=True,
                    near=near,
                ),
                Limits(seconds=60, effort=5),
            )
            for near in (False, True)
        ]
        assert [one.status for one in answers] == ["optimal", "optimal"]
        assert answers[0].objective == answers[1].objective
        assert answers[0].bound == answers[1].bound


@pytest.mark.parametrize("is_known", [False, True])
def test_only_from_a_known_roster(is_known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a known roster a little is tried near it; what that leaves open is proven as ever."""
    told = []

    def heard(part: Part, limits: Limits, watch: Watch, *more: object) -> Answer:
        told.append((part.near, limits.effort))
        return Answer(status="unknown")

    monkeypatch.setattr(module, "solve_part", heard)
    model = fortnight(4, 2)
    roster = construct(model, Incumbent(model, {}).levels, 1, Watch())
    options = Options(seconds=0.5, seed=1, workers=1, reproducible=True)
    module.Plan(model, options, None, Watch(), roster if is_known else None).run()
    assert [near for near, _ in told] == ([True, False] if is_known else [False])
    assert all(effort is not None and effort <= 0.5 for _, effort in told)
