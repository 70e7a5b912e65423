"""Columns in a process of their own do what they do here, and follow what others find."""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast
from unittest import mock

import numpy as np
import pytest

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.process import Process, listen, send
from rotaplan.strategies import apart
from rotaplan.strategies import plan as plan_module
from rotaplan.strategies.apart import Followed, Kept, Task, by_columns_apart
from rotaplan.strategies.asked import Barrier, Options
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.plan import Plan
from tests.columns.test_columns import BEST, night_and_day

EARLY = {(0, 0): 1, (0, 1): 1}
"""Two duties on end, as everybody must have them."""


class Solve:
    """An incumbent, and what was told of it."""

    def __init__(self) -> None:
        self.incumbent, self.watch = Incumbent(night_and_day(), {}), Watch()
        self.bound = 0.0

    def bounds(self) -> tuple[int, ...]:
        """Return what is proven of each level."""
        return (*(0 for _ in self.incumbent.costs[:-1]), math.ceil(self.bound - 1e-6))

    def told(self, bound: float) -> None:
        """Note a bound."""
        self.bound = max(self.bound, bound)

    def run(self) -> Barrier | None:
        """Improve the incumbent in another process."""
        until = time.monotonic() + 60
        return by_columns_apart(self.incumbent, 1, self.watch, until, self.bounds, self.told)


def test_another_process_proves_the_best() -> None:
    """Its rosters and its bound arrive."""
    solve = Solve()
    assert solve.run() is None
    assert solve.incumbent.costs[-1] == solve.bound == BEST


def test_it_is_done_here_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same answer."""

    def refused(function: str) -> None:
        raise OSError(function)

    monkeypatch.setattr(apart, "Process", refused)
    solve = Solve()
    assert solve.run() is None
    assert solve.incumbent.costs[-1] == solve.bound == BEST


def test_a_process_that_is_stopped_ends() -> None:
    """And leaves the incumbent as it was."""
    solve = Solve()
    solve.watch.stop()
    assert solve.run() is None
    assert not solve.incumbent.version


def test_what_keeps_columns_from_it_is_told() -> None:
    """As it would be here: prices at two levels have an order that columns do not know."""
    solve = Solve()
    first, *rest = solve.incumbent.model.requirements
    earlier = replace(first, grade=replace(first.grade, level=2))
    model = replace(solve.incumbent.model, requirements=(earlier, *rest))
    solve.incumbent = Incumbent(model, {})
    assert solve.run() == Barrier("levels")


def test_what_goes_wrong_there_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what was said of it."""
    monkeypatch.setattr(apart, "Process", lambda _: Process(f"{__name__}.raising"))
    with pytest.raises(RuntimeError, match="as it happens"):
        Solve().run()


def raising() -> None:
    """Do in another process what fails."""

    with mock.patch.object(apart, "by_columns", side_effect=ValueError("as it happens")):
        apart.answer()


def test_a_process_that_ends_without_a_word_is_done_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The solve goes on: nothing that was found is lost."""
    monkeypatch.setattr(apart, "Process", lambda _: Process("os.getcwd"))
    assert Solve().run() is None


class Pair:
    """Both sides in one process, with pipes between them."""

    def __init__(self) -> None:
        self.solve = Solve()
        back, there = os.pipe(), os.pipe()
        self._to, self.inbox = os.fdopen(there[1], "wb"), listen(os.fdopen(back[0], "rb"))
        process = cast("Process", self)
        solve, incumbent = self.solve, self.solve.incumbent
        self.kept = Kept(process, incumbent, solve.watch, solve.bounds)
        task = Task(
            model=incumbent.model,
            levels=incumbent.levels,
            allowed={},
            seed=1,
            seconds=60,
            state=self.kept.state(),
        )
        self.followed = Followed(task, os.fdopen(back[1], "wb"))
        answers = os.fdopen(there[0], "rb")
        threading.Thread(target=self.followed.listen, args=(answers,), daemon=True).start()
        seen = [(1, np.array([1, 1]))]
        run = threading.Thread(target=self.kept.run, args=(solve.told, lambda: seen), daemon=True)
        run.start()

    def send(self, message: object) -> None:
        """Send something to the side that follows."""
        send(self._to, message)


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Return both sides; stopped in the end."""
    both = Pair()
    yield both
    both.solve.watch.stop()


def soon(what: Callable[[], bool]) -> bool:
    """Tell whether something comes to be within a while."""
    until = time.monotonic() + 20
    while not what() and time.monotonic() < until:
        time.sleep(0.01)
    return what()


def test_an_offer_is_taken_where_the_incumbent_is_kept(pair: Pair) -> None:
    """Once it is answered, both have the same roster at the same price; a worse one is refused."""
    assert pair.followed.offer(EARLY, -1)
    assert pair.solve.incumbent.roster[0, 1] == 1
    assert pair.followed.snapshot()[0] == pair.solve.incumbent.roster
    assert pair.followed.costs == pair.solve.incumbent.costs
    assert not pair.followed.offer(dict.fromkeys(EARLY, 0), -1)
    assert pair.followed.snapshot()[0] == pair.solve.incumbent.roster


def test_what_others_find_and_prove_is_followed(pair: Pair) -> None:
    """A roster of another search, a bound, what it has seen, and that it is time to stop."""
    assert pair.solve.incumbent.offer(EARLY, -1)
    assert soon(lambda: pair.followed.costs == pair.solve.incumbent.costs)
    assert pair.followed.snapshot()[0] == pair.solve.incumbent.roster
    pair.followed.told(7.0)
    assert soon(lambda: pair.followed.bounds()[-1] == 7)
    ((person, options),) = pair.followed.others()
    assert (person, options.tolist()) == (1, [1, 1])
    pair.solve.watch.stop()
    assert soon(lambda: pair.followed.watch.stopped)


@pytest.mark.parametrize(("most", "apart_from_it"), [(0, True), (10_000, False)])
def test_a_plan_has_columns_apart_where_that_is_worth_it(
    most: int, apart_from_it: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside another worker, and for as many options as a process takes time to begin for."""
    asked = mock.Mock(wraps=by_columns_apart)
    monkeypatch.setattr(plan_module, "by_columns_apart", asked)
    monkeypatch.setattr(plan_module, "_APART_FROM", most)
    outcome = Plan(night_and_day(), Options(seconds=60, workers=2), None, Watch()).run()
    assert (outcome.status, outcome.costs[-1]) == ("optimal", BEST)
    assert asked.called == apart_from_it
