"""The cells that a step of a search frees are as many as it may free."""

from __future__ import annotations

from random import Random

from rotaplan.model.build import build
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.neighbourhoods import Neighbourhoods
from tests.solve.small import scenario


def test_a_window_at_the_end_of_the_plan_is_as_long_as_any() -> None:
    """Wherever it begins, a window for forty literals has four days of three people."""
    model = build(scenario(3, 14, {"E": 1, "N": 1}))
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    drawn = Neighbourhoods(model, Random(1))
    seen = set()
    for _ in range(60):
        cells = drawn.draw("window", 40, incumbent, 4)
        days = sorted({day for _, day in cells})
        assert len(cells) == 12
        assert days == list(range(days[0], days[0] + 4))
        seen.add(days[0])
    assert seen == set(range(11))
