"""A long roster is improved by columns some weeks at a time."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rotaplan.engines.cpsat import Watch
from rotaplan.model.build import Model
from rotaplan.strategies import beside, column_windows
from rotaplan.strategies.asked import Options
from rotaplan.strategies.column_windows import ColumnWindows
from rotaplan.strategies.columns import ColumnSearch
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.plan import Plan
from tests.columns.test_columns import BEST, COUNT, DAYS, night_and_day


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a window of a few days, and what is larger of anything longer."""
    monkeypatch.setattr(column_windows, "WINDOW", 3)
    monkeypatch.setattr(beside, "_MOST_CELLS", DAYS)
    monkeypatch.setattr(beside, "_LONG", DAYS - 1)


def searched(model: Model, passes: int) -> Incumbent:
    """Return what some passes over all windows make of days off for everybody."""
    incumbent, left = Incumbent(model, {}), [passes * 4]

    class Few(ColumnWindows):
        def _improve(self, window: range, parts: bool) -> None:
            assert len(window) <= 3
            left[0] -= 1
            super()._improve(window, parts)

        def _over(self) -> bool:
            return left[0] <= 0 or super()._over()

    search = Few(incumbent, 1, Watch(), math.inf, lambda: (0,) * len(incumbent.levels), print)
    assert search.run()
    return incumbent


def test_each_pass_leaves_the_roster_no_dearer_and_keeps_the_musts() -> None:
    """From all off, window after window, the price falls towards the best."""
    model = night_and_day()
    start = Incumbent(model, {}).costs
    once, often = searched(model, 1), searched(model, 8)
    assert often.costs <= once.costs < start
    assert often.costs[-1] >= BEST
    assert often.costs[0] == 0
    again = Incumbent(model, dict(often.roster))
    assert again.costs == often.costs


def test_only_days_of_the_window_are_offered() -> None:
    """Another search may have changed the others meanwhile."""
    model = night_and_day()
    incumbent = Incumbent(model, {})
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: incumbent.costs, print)
    search._window = range(2, 4)
    search._offer({0: np.array([1, 1, 2, 2, 1, 1, 1])})
    assert {cell: o for cell, o in incumbent.roster.items() if o} == {(0, 2): 2, (0, 3): 2}


def test_a_plan_takes_windows_where_the_question_is_large_and_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unasked as well as asked, and without a word of a size that kept columns away."""
    ran: list[str] = []

    def noted(self: ColumnSearch) -> bool:
        ran.append(type(self).__name__)
        return True

    monkeypatch.setattr(ColumnSearch, "run", noted)
    monkeypatch.setattr(ColumnWindows, "run", noted)
    for options in (Options(seconds=3, workers=2), Options(seconds=3, strategy="columns")):
        assert Plan(night_and_day(), options, None, Watch()).run().barrier is None
    assert set(ran) == {"ColumnWindows"}
    monkeypatch.setattr(beside, "_MOST_CELLS", COUNT * DAYS)
    Plan(night_and_day(), Options(seconds=3, workers=2), None, Watch()).run()
    assert ran[-1] == "ColumnSearch"
