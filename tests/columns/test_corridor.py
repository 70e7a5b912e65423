"""Corridors: nothing within the gap is left out, and nothing is barred that exists."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from rotaplan.engines.columns import People
from rotaplan.engines.columns import people as people_module
from rotaplan.engines.columns.corridor import pass_through
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.master import Master
from rotaplan.engines.columns.price import Pricer
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import Allowed, Cover, Grade, Requirement, Runs, Total
from rotaplan.strategies.columns import ColumnSearch
from rotaplan.strategies.incumbent import Incumbent
from tests.columns.test_columns import BEST, mixture, night_and_day, price
from tests.solve.small import scenario

COUNT, DAYS, OPTIONS = 3, 4, 3
LIMITS = Limits(seconds=60, effort=5, seed=1)


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sums over a few days be counts too, as those over many are."""
    monkeypatch.setattr(people_module, "is_short", lambda one: False)


def drawn(seed: int) -> Model:
    """Return three people over four days, with limits that are musts or have a price."""
    rng = Random(seed)
    asked: list[Requirement] = []
    for day, option in product(range(DAYS), (1, 2)):
        grade = Grade(False, 4, rng.randint(1, 9))
        least = rng.randint(0, 2)
        asked.append(Cover(0, grade, day, frozenset({option}), (0, 1, 2), least=least))
        if rng.random() < 0.3:
            asked.append(Cover(0, Grade(True), day, frozenset({option}), (0, 1, 2), most=least + 1))
    days = tuple(range(DAYS))
    for person in range(COUNT):
        wished = rng.randrange(DAYS), frozenset(rng.sample(range(OPTIONS), 2))
        asked.append(Allowed(0, Grade(False, 4, rng.randint(1, 9)), person, *wished))
        asked.append(Runs(0, Grade(True), person, frozenset({1, 2}), least=1, most=3))
        for worth in ({1: 1, 2: 1}, {1: 3, 2: 5}, {2: 1}):
            least = rng.randint(0, 4)
            grade = Grade(False, 4, rng.randint(1, 5)) if rng.random() < 0.7 else Grade(True)
            asked.append(
                Total(
                    *(0, grade, person, days, (worth,) * DAYS),
                    least=None if grade.must else least,
                    most=least + rng.randint(0, 8),
                    unit=1 if grade.must else rng.randint(1, 2),
                )
            )
    model = build(scenario(COUNT, DAYS, {"E": 1, "N": 1}))
    return replace(model, requirements=tuple(asked))


def converged(model: Model) -> Master:
    """Return the converged program over everybody."""
    off = [np.zeros(DAYS, dtype=np.int64) for _ in range(COUNT)]
    master = Master(People(model), CoverRows(model), off, range(COUNT))
    master.converge(lambda: False)
    master.settle(lambda: False)
    return master


def leave_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody keep more than one count in the table."""
    monkeypatch.setattr(Pricer, "_fits", property(lambda self: len(self.axes) < 2))


def every(master: Master, person: int) -> list[tuple[np.ndarray, float]]:
    """Return all rosters of somebody that keep the musts, with what they cost alone."""
    both = [np.array(options) for options in product(range(OPTIONS), repeat=DAYS)]
    priced = [(options, master.people.worth(person, options)) for options in both]
    return [one for one in priced if math.isfinite(one[1])]


def best(master: Master) -> int:
    """Return the least price, of all rosters of three people."""
    rows, sides = master.rows, [every(master, person) for person in range(COUNT)]
    taken = [np.array([rows.taken(p, one) for one, _ in sides[p]], float) for p in range(COUNT)]
    alone = [np.array([cost for _, cost in side]) for side in sides]
    filled = taken[0][:, None, None] + taken[1][None, :, None] + taken[2][None, None]
    cost = np.maximum(0, rows.low - filled) @ rows.under
    cost += np.maximum(0, filled - np.minimum(rows.high, COUNT)) @ rows.over
    cost += alone[0][:, None, None] + alone[1][None, :, None] + alone[2][None, None]
    return round(float(cost.min()))


@pytest.mark.parametrize("room", [True, False])
@pytest.mark.parametrize("seed", range(25))
def test_what_exists_is_found_and_the_rest_is_barred(
    seed: int, room: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for less than the least price, it says so; for that much, it finds a roster."""
    if not room:
        leave_no_room(monkeypatch)
    model = drawn(seed)
    master = converged(model)
    least = best(master)
    assert master.bound <= least + 1e-6
    for most in range(math.ceil(master.bound - 1e-6), least + 2):
        passed = pass_through(master, most, LIMITS, Watch())
        assert passed is not None
        assert passed.barred == (most < least)
        assert bool(passed.rosters) == (most >= least)
        if passed.rosters:
            assert least <= price(model, dict(passed.rosters)) <= most


def test_some_of_these_have_gaps_and_counts_without_an_axis(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The drawn models have what the test above is about."""
    masters = [converged(drawn(seed)) for seed in range(25)]
    assert any(math.ceil(master.bound - 1e-6) < best(master) for master in masters)
    leave_no_room(monkeypatch)
    pricers = [one for seed in range(25) for one in converged(drawn(seed)).people.pricers]
    assert any(one.loose for one in pricers)
    assert any(one.axes for one in pricers)


@pytest.mark.parametrize("seed", range(8))
def test_steps_are_those_of_the_rosters_within_the_gap(seed: int) -> None:
    """No roster within the gap is missing; each step is part of one where all counts are kept."""
    master = converged(drawn(seed))
    rng = np.random.default_rng(seed)
    for person, gap in product(range(COUNT), (0.0, 1.0, 3.5)):
        costs = rng.integers(-4, 5, (DAYS, OPTIONS)).astype(float)
        pricer = master.people.pricers[person]
        days = pricer.within(master.people.own[person] + costs, gap)
        assert days is not None
        both = [
            (options, alone + costs[np.arange(DAYS), options].sum())
            for options, alone in every(master, person)
        ]
        bound = pricer.price(master.people.own[person] + costs)
        assert bound is not None
        within = [options for options, cost in both if cost <= bound.value + gap]
        open_ = [set(one.option.tolist()) for one in days]
        assert all(options[day] in open_[day] for options in within for day in range(DAYS))
        if not pricer.loose:
            assert open_ == [{int(options[day]) for options in within} for day in range(DAYS)]


def test_lifts_add_up_to_what_a_roster_costs_more() -> None:
    """Along the steps of a roster, the lifts are its distance from the cheapest one."""
    master = converged(drawn(3))
    pricer = master.people.pricers[0]
    costs = master.people.own[0] + np.arange(DAYS * OPTIONS).reshape(DAYS, OPTIONS) % 4
    days, cheapest = pricer.within(costs, 2.0), pricer.price(costs)
    assert days is not None
    assert cheapest is not None
    place, lifted, spent = 0, 0.0, 0.0
    for day, one in enumerate(days):
        step = int(np.flatnonzero(one.source == place)[-1])
        place, lifted = int(one.target[step]), lifted + float(one.lift[step])
        spent += float(one.price[step] + costs[day, one.option[step]])
    assert spent - cheapest.value == pytest.approx(lifted)


def test_limits_over_all_days_are_kept_and_the_best_price_is_proven() -> None:
    """Three people who share two posts: one less than the best is barred, the best is found."""
    model = night_and_day()
    master = mixture(model)
    master.settle(lambda: False)
    for most in range(math.ceil(master.bound - 1e-6), BEST):
        less = pass_through(master, most, LIMITS, Watch())
        assert less is not None
        assert less.barred
    passed = pass_through(master, BEST, LIMITS, Watch())
    assert passed is not None
    assert price(model, dict(passed.rosters)) == BEST


def test_a_corridor_that_is_too_wide_is_left_alone() -> None:
    """More steps than are soon looked through: nothing is said of them."""
    master = mixture(night_and_day())
    assert pass_through(master, BEST, LIMITS, Watch(), widest=5) is None


def test_a_search_that_was_stopped_says_nothing() -> None:
    """Stopped before it begins, nothing is found, and nothing is called impossible."""
    watch = Watch()
    watch.stop()
    passed = pass_through(mixture(night_and_day()), BEST, LIMITS, watch)
    assert passed is not None
    assert not passed.barred
    assert not passed.rosters


def test_columns_alone_prove_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without dives, polish or people anew, the corridor closes the gap from both sides.

    Before each look, a dive aims at the price that it is for.
    """
    aims: list[float] = []
    monkeypatch.setattr(ColumnSearch, "_dive", lambda self, _, most: aims.append(most))
    monkeypatch.setattr(ColumnSearch, "_polish", lambda self, roster, free: None)
    monkeypatch.setattr(ColumnSearch, "anew", lambda self: False)
    model = night_and_day()
    incumbent, told = Incumbent(model, {}), [0.0]

    def bounds() -> tuple[int, ...]:
        return (0, *(0 for _ in incumbent.costs[1:-1]), math.ceil(told[-1] - 1e-6))

    search = ColumnSearch(incumbent, 1, Watch(), math.inf, bounds, told.append)
    assert search.run()
    assert incumbent.costs[-1] == told[-1] == BEST
    assert aims
    assert aims == [math.ceil(told[1] - 1e-6) + number for number in range(len(aims))]
