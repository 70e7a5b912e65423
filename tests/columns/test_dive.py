"""Dives: a roster from a mixture, never too dear, and how fast they go down."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest

from rotaplan.engines.columns import dive as dive_module
from rotaplan.engines.columns.corridor import BARRED, Passed
from rotaplan.engines.columns.dive import CAREFUL, HASTY, STEADY, Pace, dive
from rotaplan.engines.columns.master import Master, Stop
from rotaplan.engines.cpsat import Watch
from rotaplan.strategies import columns as columns_module
from rotaplan.strategies.columns import ColumnSearch
from rotaplan.strategies.incumbent import Incumbent
from tests.columns.test_columns import BEST, COUNT, DAYS, mixture, night_and_day, price


@pytest.mark.parametrize("pace", [CAREFUL, HASTY])
def test_a_dive_finds_nothing_that_is_too_dear(pace: Pace) -> None:
    """Asked for less than the best price it ends without a roster; for the best, mostly with it."""
    master = mixture(night_and_day())

    def dived(most: float, seed: int) -> dict[int, np.ndarray] | None:
        return dive(master, most, Random(seed), lambda: False, lambda rest, price: None, pace)

    assert all(dived(BEST - 1, seed) is None for seed in range(5))
    found = [dived(BEST, seed) for seed in range(5)]
    assert {price(night_and_day(), one) for one in found if one is not None} == {BEST}


def test_a_hasty_dive_gives_more_people_a_roster_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """And asks for no more rounds of columns in between than it is given."""
    monkeypatch.setattr(dive_module, "_SURE", math.inf)
    asked: list[float] = []
    converge = Master.converge

    def noted(self: Master, stop: Stop, enough: float = math.inf, rounds: float = math.inf) -> None:
        asked.append(rounds)
        before = len(self.columns)
        converge(self, stop, enough, rounds)
        assert len(self.columns) - before <= rounds * len(self.free)

    master = mixture(night_and_day())
    monkeypatch.setattr(Master, "converge", noted)

    def left(share: float, rounds: float) -> list[int]:
        seen: list[int] = []

        def look(rest: Master, price: float) -> None:
            seen.append(len(rest.free))

        dive(master, math.inf, Random(1), lambda: False, look, Pace(share, rounds))
        return seen

    assert left(0.3, 2) == [2]
    assert left(0.7, 1) == []
    assert set(asked) == {2}


def test_a_dive_takes_the_word_of_whoever_looks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown fewer people each time; rosters end it, and to be told of none does as well."""
    monkeypatch.setattr(dive_module, "_SURE", math.inf)
    master = mixture(night_and_day())
    seen: list[tuple[int, ...]] = []

    def none(rest: Master, price: float) -> Passed | None:
        seen.append(rest.free)
        return BARRED

    assert dive(master, math.inf, Random(1), lambda: False, none) is None
    assert seen
    assert {len(free) for free in seen} == {COUNT - 1}

    def off(rest: Master, price: float) -> Passed | None:
        return Passed({person: np.zeros(DAYS, dtype=np.int64) for person in rest.free}, False)

    found = dive(master, math.inf, Random(1), lambda: False, off)
    assert found is not None
    assert sorted(found) == list(range(COUNT))
    assert all(not found[person].any() for person in seen[0])


@pytest.mark.parametrize(("turns", "times"), [(0, 1), (1, 2), (math.inf, 2)])
def test_a_dive_turns_back_so_often_at_most(
    turns: float, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of three people the last never fits: it goes down once more at most, however it is asked."""
    monkeypatch.setattr(dive_module, "_SURE", math.inf)
    monkeypatch.setattr(dive_module, "_last", lambda *_: BARRED)
    seen: list[Master] = []
    pace = Pace(0.1, turns=turns)
    master = mixture(night_and_day())
    found = dive(
        master, math.inf, Random(1), lambda: False, lambda rest, _: seen.append(rest), pace
    )
    assert found is None
    assert len(seen) == times


@pytest.mark.parametrize(("times", "pace"), [(5.0, CAREFUL), (1e20, STEADY)])
def test_a_dive_is_careful_where_there_is_time_for_it(
    times: float, pace: Pace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the mixture took too long for that, and much is left to gain, a steady one is made."""
    used: list[tuple[float, object]] = []

    def noted(master: Master, most: float, *rest: object) -> None:
        used.append((most, rest[-1]))
        watch.stop()

    monkeypatch.setattr(columns_module, "dive", noted)
    monkeypatch.setattr(columns_module, "polish", lambda people, rows, roster, *_: roster)
    monkeypatch.setattr(columns_module, "is_narrow", lambda *_: False)
    monkeypatch.setattr(columns_module, "_CAREFUL_TIMES", times)
    model, watch = night_and_day(), Watch()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    ColumnSearch(incumbent, 1, watch, 1e12, lambda: (0, 0), print).run()
    assert used == [(incumbent.costs[-1] - 1, pace)]
