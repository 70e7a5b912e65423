"""A long roster is improved by columns some weeks at a time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from rotaplan.engines.columns.counters import Ints
from rotaplan.engines.columns.dive import CAREFUL, HASTY, STEADY, Pace
from rotaplan.engines.columns.master import Master, Stop
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import PersonDay
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import Allowed, Cover, Grade, Requirement, Total
from rotaplan.strategies import beside, column_windows
from rotaplan.strategies import plan as plan_module
from rotaplan.strategies.asked import Options
from rotaplan.strategies.column_windows import ColumnWindows
from rotaplan.strategies.columns import ColumnSearch
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.plan import Plan
from tests.columns.test_columns import BEST, COUNT, DAYS, night_and_day
from tests.solve.small import scenario


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a window of a few days, and what is larger of anything longer."""
    monkeypatch.setattr(column_windows, "WINDOW", 3)
    monkeypatch.setattr(column_windows, "_LONGEST", 3)
    monkeypatch.setattr(column_windows, "MOST_CELLS", 0)
    monkeypatch.setattr(beside, "_WINDOWS_FROM", DAYS)
    monkeypatch.setattr(beside, "_LONG", DAYS - 1)


def searched(model: Model, passes: int) -> Incumbent:
    """Return what some passes over all windows make of days off for everybody."""
    incumbent, left = Incumbent(model, {}), [passes * 4]

    class Few(ColumnWindows):
        def _open(self, window: Sequence[int], roster: Sequence[Ints]) -> None:
            assert len(window) <= 3
            left[0] -= 1
            super()._open(window, roster)

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


def test_windows_are_halved_where_they_take_too_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the next one on, until they are few enough; all days are open in turn all the same."""
    opened: list[Sequence[int]] = []

    class Noted(ColumnWindows):
        def _open(self, window: Sequence[int], roster: Sequence[Ints]) -> None:
            opened.append(window)
            super()._open(window, roster)

        def _over(self) -> bool:
            return sum(map(len, opened)) >= 2 * DAYS or super()._over()

    def lengths() -> list[int]:
        opened.clear()
        incumbent = Incumbent(night_and_day(), {})
        assert Noted(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print).run()
        assert [day for window in opened for day in window][:DAYS] == list(range(DAYS))
        return list(map(len, opened))

    assert lengths()[:3] == [3, 3, 1]
    monkeypatch.setattr(column_windows, "_MOST_STEPS", 1)
    assert lengths()[:4] == [3, 2, 2, 2]


def test_only_days_of_the_window_are_offered() -> None:
    """Another search may have changed the others meanwhile."""
    model = night_and_day()
    incumbent = Incumbent(model, {})
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: incumbent.costs, print)
    search._window = range(2, 4)
    search._offer({0: np.array([1, 1, 2, 2, 1, 1, 1])})
    assert {cell: o for cell, o in incumbent.roster.items() if o} == {(0, 2): 2, (0, 3): 2}


def test_a_plan_takes_windows_where_the_question_is_large(
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
    monkeypatch.setattr(beside, "_WINDOWS_FROM", COUNT * DAYS + 1)
    Plan(night_and_day(), Options(seconds=3, workers=2), None, Watch()).run()
    assert ran[-1] == "ColumnSearch"


def test_a_plan_some_weeks_at_a_time_begins_with_any_days_that_keep_the_musts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No price is looked at before columns do; where musts bind people together, it is."""
    begun: list[str] = []

    def noted(name: str) -> Callable[..., dict[PersonDay, int]]:
        def first(*args: object) -> dict[PersonDay, int]:
            begun.append(name)
            return {}

        return first

    for name in ("begin", "construct"):
        monkeypatch.setattr(plan_module, name, noted(name))
    model = night_and_day()
    together = Cover(0, Grade(True), 0, frozenset({1}), tuple(range(COUNT)), most=2)
    for one in (model, replace(model, requirements=(*model.requirements, together))):
        outcome = Plan(one, Options(seconds=1, strategy="columns"), None, Watch()).run()
        assert outcome.roster
    monkeypatch.setattr(beside, "_WINDOWS_FROM", COUNT * DAYS + 1)
    Plan(model, Options(seconds=1, strategy="columns"), None, Watch()).run()
    assert begun == ["begin", "construct", "construct"]


def test_whoever_no_longer_fits_is_polished_again_beside_the_others() -> None:
    """Another search gave somebody days elsewhere: the window takes that person's fewer then."""
    model = night_and_day()
    incumbent = Incumbent(model, {})
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._whole = search._people, search._rows
    search._open(range(3), search._roster())
    assert incumbent.offer({(0, day): 1 for day in (4, 5)}, -1)
    search._offer({0: np.array([1, 1, 1, 0, 0, 0, 0]), 1: np.array([2, 2, 0, 0, 0, 0, 0])})
    roster = search._roster()
    assert roster[1].tolist() == [2, 2, 0, 0, 0, 0, 0]
    assert roster[0].tolist() == [0, 1, 2, 0, 1, 1, 0]
    assert Incumbent(model, dict(incumbent.roster)).costs == incumbent.costs


def test_a_mixture_brings_more_than_one_after_the_other() -> None:
    """Both posts held by the wrong one: neither alone can improve, the two together can."""
    model = build(scenario(2, 3, {"E": 1, "N": 1}))
    asked: list[Requirement] = []
    for person, good in ((0, 1), (1, 2)):
        for day in range(3):
            asked.append(Allowed(0, Grade(False, 4, 3), person, day, frozenset({good}), 1))
    for day in range(3):
        for option in (1, 2):
            wanted = Grade(False, 4, 10)
            asked.append(Cover(0, wanted, day, frozenset({option}), (0, 1), least=1))
    model = replace(model, requirements=tuple(asked))
    start = {(person, day): 2 - person for person in (0, 1) for day in range(3)}
    incumbent = Incumbent(model, start)
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._whole = search._people, search._rows
    search._open(range(3), search._roster())
    search._polish(search._roster(), range(2))
    assert incumbent.costs[-1] == 18
    search._mix(search._roster())
    assert incumbent.costs[-1] == 0


def test_work_moves_between_weeks_that_lie_far_apart() -> None:
    """Two duties that must be worked, at first where nobody is wanted, and no window holds both."""
    model = build(scenario(1, DAYS, {"E": 1}))
    worked = Total(0, Grade(True), 0, tuple(range(DAYS)), ({1: 1},) * DAYS, least=2, most=2)
    wanted = [Cover(0, Grade(False, 4, 10), day, frozenset({1}), (0,), least=1) for day in (5, 6)]
    model = replace(model, requirements=(worked, *wanted))
    incumbent = Incumbent(model, {(0, 0): 1, (0, 1): 1})
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._whole, search._length = (search._people, search._rows), 4
    assert search._amiss().tolist() == [0, 0, 0, 0, 0, 10, 10]
    search._polish_each(search._windows(0))
    assert incumbent.costs[-1] == 20
    for _ in range(8):
        search._polish_each(search._pairs())
    assert incumbent.costs[-1] == 0


def seasons() -> tuple[Model, dict[PersonDay, int]]:
    """Return two people who work twice each; only one of them may on the days of most need."""
    model = build(scenario(2, DAYS, {"E": 1}))
    days = tuple(range(DAYS))
    worked = [Total(0, Grade(True), p, days, ({1: 1},) * DAYS, least=2, most=2) for p in range(2)]
    kept = [Allowed(0, Grade(True), 1, day, frozenset({0}), 1) for day in (5, 6)]
    wanted = [
        Cover(0, Grade(False, 4, 10), day, frozenset({1}), (0, 1), least=least)
        for day, least in ((0, 1), (1, 1), (5, 2), (6, 2))
    ]
    model = replace(model, requirements=(*worked, *kept, *wanted))
    return model, {(0, 0): 1, (0, 1): 1, (1, 2): 1, (1, 3): 1}


def test_work_moves_over_all_days_where_somebody_else_can_take_what_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody alone can improve: who may help leaves a place that the other one fills."""
    model, roster = seasons()
    incumbent = Incumbent(model, roster)
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._open(range(DAYS), search._roster())
    search._polish(search._roster(), range(2))
    assert incumbent.costs[-1] == 40
    offered: list[float] = []
    offer = search._offer

    def noted(found: Mapping[int, Ints]) -> None:
        price = search._price(search._roster())
        offer(found)
        offered.append(search._price(search._roster()) - price)

    monkeypatch.setattr(search, "_offer", noted)
    before = math.inf
    while incumbent.costs[-1] < before:
        before = incumbent.costs[-1]
        search._shift()
    assert incumbent.costs == (0, 20)
    assert search._price(search._roster()) == 20
    assert offered
    assert max(offered) < 0


@pytest.mark.parametrize("most", [0, 2 * DAYS])
def test_seasons_are_looked_at_together_where_all_days_never_are(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as that brings enough; whoever is looked at then is offered in groups."""
    monkeypatch.setattr(column_windows, "MOST_CELLS", most)
    monkeypatch.setattr(ColumnWindows, "_mix", lambda *_: None)
    shifted: list[int] = []

    class Noted(ColumnWindows):
        def _shift(self) -> None:
            super()._shift()
            shifted.append(self._incumbent.costs[-1])

        def _over(self) -> bool:
            return len(shifted) > 9 or super()._over()

    model, roster = seasons()
    incumbent, watch = Incumbent(model, roster), Watch()
    search = Noted(incumbent, 1, watch, time.monotonic() + 2, lambda: (0, 0), print)
    assert search.run()
    assert bool(shifted) == (most == 0)
    assert shifted == sorted(shifted, reverse=True)


def test_the_weeks_that_lack_most_are_opened_with_those_that_lack_least() -> None:
    """In pieces of half a window, each of them in one pair at most."""
    model = night_and_day()
    full = {(0, day): 1 for day in range(4)} | {(1, day): 2 for day in range(2)}
    search = ColumnWindows(Incumbent(model, full), 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._whole, search._length = (search._people, search._rows), 2
    pairs = list(search._pairs())
    assert [len(pair) for pair in pairs] == [2] * (DAYS // 2)
    assert len({day for pair in pairs for day in pair}) == 2 * (DAYS // 2)
    amiss = search._amiss()
    assert sum(amiss[list(pairs[0])]) == min(amiss) + max(amiss)


def test_a_mixture_begins_where_the_last_one_of_its_days_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What its rows were worth is kept, and its bound is there at once."""
    model = night_and_day()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._open(range(DAYS), search._roster())
    bounds: list[float] = []
    converge = Master.converge

    def noted(self: Master, stop: Stop, enough: float) -> None:
        bounds.append(self.bound)
        converge(self, stop, enough)
        bounds.append(self.bound)

    monkeypatch.setattr(Master, "converge", noted)
    for _ in range(2):
        master = Master(search._people, search._rows, search._roster(), range(COUNT))
        search._converge(master, math.inf)
    assert bounds[0] == -math.inf
    assert bounds[2] == pytest.approx(bounds[1])
    assert bounds[3] == pytest.approx(bounds[1])


def test_dives_are_in_haste_the_first_time_only() -> None:
    """And then where a window is far from its bound."""
    paces: list[list[Pace]] = []

    class Noted(ColumnWindows):
        def _mix(self, roster: Sequence[Ints]) -> None:
            paces.append([self._pace(present, 100) for present in (106, 102, 101)])
            if len(paces) > 20:
                watch.stop()

    model, watch = night_and_day(), Watch()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    assert Noted(incumbent, 1, watch, math.inf, lambda: (0, 0), print).run()
    assert paces[0] == [HASTY, STEADY, CAREFUL]
    assert paces[-1] == [CAREFUL] * 3


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_in_the_end_all_days_are_searched_together_and_tell_a_bound(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After windows have brought little, or their share of the time is over."""
    monkeypatch.setattr(column_windows, "MOST_CELLS", COUNT * DAYS)
    monkeypatch.setattr(column_windows, "_WINDOWS_SHARE", share)
    monkeypatch.setattr(column_windows, "_LITTLE", 1.0)
    model, told, windows = night_and_day(), [0.0], []

    class Noted(ColumnWindows):
        def _mix(self, roster: Sequence[Ints]) -> None:
            windows.append(self._window)
            super()._mix(roster)

    incumbent, until = Incumbent(model, {}), time.monotonic() + 60
    search = Noted(incumbent, 1, Watch(), until, lambda: (0, told[-1]), told.append)
    assert search.run()
    assert incumbent.costs[-1] == told[-1] == BEST
    assert bool(windows) == bool(share)


@pytest.mark.parametrize(("most", "last"), [(10_000, 6), (2, 3)])
def test_windows_are_longer_once_all_of_them_bring_little(
    most: int, last: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never longer than is of use, nor where there is too much to look at, if not in the last."""
    monkeypatch.setattr(column_windows, "_LONGEST", 6)
    monkeypatch.setattr(column_windows, "_MOST_STEPS", most)
    lengths: list[int] = []

    class Noted(ColumnWindows):
        def _mix(self, roster: Sequence[Ints]) -> None:
            lengths.append(self._length)
            if len(self._window) == self._length:
                self._people.price(0, np.zeros((DAYS, 3)))
            if len(lengths) > 20:
                watch.stop()

        def _polish_each(self, windows: Iterable[Sequence[int]]) -> None:
            """Leave everybody as they are."""

    model, watch = night_and_day(), Watch()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    assert Noted(incumbent, 1, watch, math.inf, lambda: (0, 0), print).run()
    assert (lengths[0], lengths[-1]) == (column_windows.WINDOW, last)


def test_windows_stay_as_they_are_where_any_of_a_round_is_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is left at the end of the days says nothing of the others."""
    monkeypatch.setattr(column_windows, "_LONGEST", 6)
    monkeypatch.setattr(column_windows, "_LITTLE", 1.0)
    monkeypatch.setattr(column_windows, "_MOST_STEPS", 60)
    model = night_and_day()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    search = ColumnWindows(incumbent, 1, Watch(), math.inf, lambda: (0, 0), print)
    assert search.begin()
    search._mix_each([range(1)])
    assert search._length == 4
    search._mix_each([range(4), range(1)])
    assert search._length == 4
