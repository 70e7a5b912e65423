"""Columns put together: the bound is one, and every roster keeps what each person must keep."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from rotaplan.engines.columns import People
from rotaplan.engines.columns.combine import combine
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.dive import dive
from rotaplan.engines.columns.master import Master
from rotaplan.engines.columns.polish import polish
from rotaplan.engines.columns.pool import Pool
from rotaplan.engines.columns.price import Pricer
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.model.build import Model, build
from rotaplan.model.measure import amount
from rotaplan.model.requirements import Cover, Grade, RestIn, Runs, Total
from rotaplan.strategies import beside
from rotaplan.strategies import columns as columns_module
from rotaplan.strategies import plan as plan_module
from rotaplan.strategies.asked import Barrier, Options
from rotaplan.strategies.columns import ColumnSearch, why_not
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.plan import Plan
from rotaplan.strategies.proofs import Proofs
from tests.solve.small import scenario

DAYS, COUNT = 7, 3
BEST = 31
"""Twelve of the fourteen duties wanted: four a person, two of them nights at most.

So one of the seven nights stays open, at twenty one, and one early duty, at ten.
"""


def night_and_day() -> Model:
    """Return three people who share an early and a night post, each of them two days at least."""
    model = build(scenario(COUNT, DAYS, {"E": 1, "N": 1}))
    asked: list[Cover | Runs | Total] = []
    everybody = tuple(range(COUNT))
    for day in range(DAYS):
        for option, price in ((1, 10), (2, 21)):
            grade = Grade(False, 4, price)
            asked.append(Cover(0, grade, day, frozenset({option}), everybody, least=1))
            asked.append(
                Cover(0, replace(grade, weight=1), day, frozenset({option}), everybody, most=1)
            )
    days = tuple(range(DAYS))
    for person in everybody:
        asked.append(Runs(0, Grade(True), person, frozenset({1, 2}), least=2, before_open=True))
        asked.append(Total(0, Grade(True), person, days, ({1: 1, 2: 1},) * DAYS, most=4))
        asked.append(Total(0, Grade(True), person, days, ({2: 1},) * DAYS, most=2))
    return replace(model, requirements=tuple(asked))


def price(model: Model, rosters: dict[int, np.ndarray]) -> int:
    """Return the plain price of a roster; fail where it breaks a must."""

    def value(person: int, day: int) -> int:
        return int(rosters[person][day])

    found = 0
    for one in model.requirements:
        amiss = amount(one, value, model.frame)
        assert not (amiss and one.grade.must), one
        found += one.grade.weight * amiss
    return found


def mixture(model: Model) -> Master:
    """Return the converged program over everybody, who was off at first."""
    off = [np.zeros(DAYS, dtype=np.int64) for _ in range(COUNT)]
    master = Master(People(model), CoverRows(model), off, range(COUNT))
    master.converge(lambda: False)
    return master


def deep(master: Master, most: float = math.inf) -> dict[int, np.ndarray]:
    """Return what a dive finds that nobody helps."""
    found = dive(master, most, Random(1), lambda: False, lambda rest, price: None)
    assert found is not None
    return found


def test_the_bound_is_reached_by_what_columns_make() -> None:
    """The rounded bound is the best price; dives come near it, and their columns reach it."""
    model = night_and_day()
    master = mixture(model)
    assert master.bound <= BEST
    dived = deep(master)
    assert price(model, dived) >= BEST
    found = combine(master, dived, math.inf, Limits(seconds=60, effort=1), Watch())
    assert BEST <= price(model, dict(found.rosters)) <= price(model, dived)


def test_columns_that_cannot_help_are_left_aside() -> None:
    """Asked for no more than the best price, fewer columns are looked at, and the best is there."""
    model = night_and_day()
    master = mixture(model)
    dived = deep(master)
    assert 0 < len(master.useful(BEST)) < len(master.columns)
    found = combine(master, dived, BEST, Limits(seconds=60, effort=1), Watch())
    assert found.proven
    assert price(model, dict(found.rosters)) == BEST


def test_rosters_of_some_leave_the_others_as_they_are() -> None:
    """With one person free, the bound is what that person can bring at best."""
    model = night_and_day()
    whole = mixture(model)
    dived = deep(whole)
    start = [dived[0], dived[1], np.zeros(DAYS, dtype=np.int64)]
    master = Master(whole.people, whole.rows, start, [2])
    master.converge(lambda: False)
    alone = deep(master)
    best = price(model, {0: start[0], 1: start[1], 2: alone[2]})
    assert master.bound <= best <= price(model, dict(enumerate(start)))


def test_the_program_of_those_who_are_left_begins_with_a_bound() -> None:
    """It is a bound before anybody is priced anew, and no higher than the best of theirs."""
    model = night_and_day()
    master = mixture(model)
    for held in master.columns:
        rest = master.without([held], math.inf, master.rows)
        begun = rest.bound
        assert master.bound <= begun + held.cost + 1e-6
        rest.converge(lambda: False)
        assert begun <= rest.bound + 1e-6
        own = {person: one for person, one in deep(rest).items() if person != held.person}
        assert rest.bound + held.cost <= price(model, {**own, held.person: held.options}) + 1e-6


def test_what_a_must_rules_out_is_dearer_in_stricter_rows() -> None:
    """Prices of wishes stay, and so do the rows from which the others come."""
    model, everybody = night_and_day(), tuple(range(COUNT))
    strict = Cover(0, Grade(True), 2, frozenset({1, 2}), everybody, least=1, most=3)
    rows = CoverRows(replace(model, requirements=(*model.requirements, strict)))
    never = np.array(rows.never)
    stricter, before = rows.stricter(10), rows.under.copy()
    assert never.any()
    assert list(stricter.under) == [
        u * (10 if n else 1) for u, n in zip(rows.under, never[:, 0], strict=True)
    ]
    assert list(stricter.over) == [
        o * (10 if n else 1) for o, n in zip(rows.over, never[:, 1], strict=True)
    ]
    assert list(rows.under) == list(before)


def test_eased_rows_count_the_last_one_less_but_for_what_a_must_rules_out() -> None:
    """Far from what is asked, prices are what they are; the rows from which they come stay."""
    model, everybody = night_and_day(), tuple(range(COUNT))
    asked = [
        Cover(0, Grade(must, 4, 100), day, frozenset({1}), everybody, **bound)
        for day, must in ((0, False), (1, True))
        for bound in ({"least": 2}, {"most": 2})
    ]
    rows = CoverRows(replace(model, requirements=tuple(asked)), 50.0)
    before = [rows.marginal(np.full(2, float(count))).tolist() for count in range(4)]
    assert before == [[-100, -50], [-100, -50], [100, 50], [100, 50]]
    eased = rows.eased()
    found = [eased.marginal(np.full(2, float(count))).tolist() for count in range(4)]
    assert found == [[-100, -50], [0, -50], [60, 50], [100, 50]]
    assert eased.on([1]).marginal(np.ones(1)).tolist() == [-50]
    assert rows.marginal(np.ones(2)).tolist() == before[1]


def test_a_plan_by_columns_is_optimal() -> None:
    """The strategy proves the best price, and says what it did."""
    options = Options(seconds=20, workers=1, strategy="columns")
    outcome = Plan(night_and_day(), options, None, Watch()).run()
    assert outcome.strategy == "columns"
    assert outcome.costs == (BEST,)


def test_left_to_itself_a_plan_goes_both_ways_at_once() -> None:
    """Unasked, two workers take columns and the whole model: each ends when the gap is closed."""
    outcome = Plan(night_and_day(), Options(seconds=600, workers=2), None, Watch()).run()
    assert (outcome.strategy, outcome.status) == ("columns", "optimal")
    assert outcome.costs == outcome.bounds == (BEST,)
    alone = Plan(night_and_day(), Options(seconds=20, workers=1), None, Watch()).run()
    assert (alone.strategy, alone.costs) == ("model", (BEST,))


def test_a_rule_that_cannot_be_priced_is_left_to_the_model() -> None:
    """A rest somewhere in the week is no matter for columns: the plan falls back and says so."""
    model = night_and_day()
    rest = RestIn(0, Grade(True), 0, 0, 6, 0, 10080, 1440, 1440)
    other = replace(model, requirements=(*model.requirements, rest))
    assert why_not(other) == ("RestIn",)
    options = Options(seconds=0.2, reproducible=True, strategy="columns")
    assert Plan(other, options, None, Watch()).run().strategy == "model"
    outcome = Plan(other, Options(seconds=20, workers=2), None, Watch()).run()
    assert outcome.strategy == "model"
    assert outcome.barrier == Barrier("rules", (0,))


def test_the_proof_comes_back_once_a_hundredth_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a first proof had too little time, another follows as soon as the gap is small."""
    assert beside.near((0, 1949, 50)) == (0, 1968, 51)
    whole, seen = Proofs.whole, []

    def short(proofs: Proofs, effort: float | None, watch: Watch) -> None:
        seen.append(watch)
        if len(seen) > 1:
            whole(proofs, effort, watch)
        while not watch.stopped:
            time.sleep(0.01)
        told.set()

    monkeypatch.setattr(Proofs, "whole", short)
    monkeypatch.setattr(plan_module, "proof_share", lambda *_: 0.0)
    monkeypatch.setattr(beside, "_NEAR", 10_000)
    told = threading.Event()
    monkeypatch.setattr(ColumnSearch, "run", lambda self: told.wait(9) and not self._told(1.0))
    outcome = Plan(night_and_day(), Options(seconds=10, workers=2), None, Watch()).run()
    assert (outcome.strategy, outcome.status) == ("columns", "optimal")
    assert len(seen) == 2


def test_a_search_has_a_turn_before_the_whole_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside columns, the worker that proves repairs, then searches a little, then proves."""
    whole, looked, done = Proofs.whole, plan_module.search, []

    def proven(proofs: Proofs, effort: float | None, watch: Watch) -> None:
        done.append((threading.get_ident(), "whole"))
        whole(proofs, effort, watch)

    def searched(*asked: object) -> float:
        done.append((threading.get_ident(), "search"))
        return looked(*asked)

    monkeypatch.setattr(Proofs, "whole", proven)
    monkeypatch.setattr(plan_module, "search", searched)
    monkeypatch.setattr(plan_module, "proof_share", lambda *_: 0.5)
    monkeypatch.setattr(ColumnSearch, "run", lambda self: True)
    Plan(night_and_day(), Options(seconds=5, workers=2), None, Watch()).run()
    prover = next(thread for thread, what in done if what == "whole")
    own = [what for thread, what in done if thread == prover]
    assert own[:3] == ["search", "search", "whole"]


def test_what_is_too_large_is_tried_only_where_columns_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Left to itself, a plan of more cells than were measured goes the other ways."""
    monkeypatch.setattr(beside, "MOST_CELLS", COUNT * DAYS - 1)
    model = night_and_day()
    assert beside.barred(model, Options(strategy="columns")) is None
    outcome = Plan(model, Options(seconds=20, workers=2), None, Watch()).run()
    assert (outcome.strategy, outcome.barrier) == ("model", Barrier("size"))


def test_several_levels_are_left_to_the_model() -> None:
    """Prices at two levels have an order, which a mixture does not keep."""
    model = night_and_day()
    wish = replace(model.requirements[0], grade=Grade(False, 6, 1))
    assert why_not(replace(model, requirements=(*model.requirements, wish))) == ("levels",)


def test_a_level_that_costs_nothing_any_more_is_a_must() -> None:
    """With earlies at a level of their own, columns prove what the whole model proves."""
    model = night_and_day()
    first = Grade(False, 2, 5)
    asked = [
        one
        if not isinstance(one, Cover)
        else replace(one, grade=Grade(True))
        if one.most
        else replace(one, grade=first)
        if one.options == {1}
        else one
        for one in model.requirements
    ]
    model = replace(model, requirements=tuple(asked))
    assert why_not(model) == ("levels",)
    assert why_not(model, frozenset({2})) == ()
    answers = [
        Plan(model, Options(seconds=20, workers=1, strategy=name), None, Watch()).run()
        for name in ("columns", "model")
    ]
    assert [one.strategy for one in answers] == ["columns", "model"]
    assert answers[0].costs == answers[1].costs == answers[0].bounds


def test_a_search_that_is_stopped_at_once_keeps_the_first_roster() -> None:
    """Columns that never came to a bound lose nothing, and prove nothing."""
    model = night_and_day()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    before, watch, heard = incumbent.costs, Watch(), []
    watch.stop()
    search = ColumnSearch(incumbent, 1, watch, 1e12, lambda: (0, 0), heard.append)
    assert search.run()
    assert (incumbent.costs, heard) == (before, [])


def test_a_few_people_anew_reach_the_best() -> None:
    """Without dives, new rosters of two people at a time improve the roster to the best."""
    model = night_and_day()
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    search = ColumnSearch(incumbent, 1, Watch(), 1e12, lambda: (0, BEST), lambda _: None)
    search.begin()
    for _ in range(20):
        search.anew()
    assert incumbent.costs == (0, BEST)


def test_one_after_the_other_comes_to_where_nobody_alone_can_improve() -> None:
    """From all off, polishing costs less with each change, and a second time changes nothing."""
    model = night_and_day()
    people, rows = People(model), CoverRows(model)
    off = [np.zeros(DAYS, dtype=np.int64) for _ in range(COUNT)]
    found = polish(people, rows, off, range(COUNT), lambda: False)
    cost = price(model, dict(enumerate(found)))
    assert BEST <= cost < price(model, dict(enumerate(off)))
    again = polish(people, rows, found, range(COUNT), lambda: False)
    assert price(model, dict(enumerate(again))) == cost
    for person in range(COUNT):
        master = Master(people, rows, found, [person])
        master.converge(lambda: False)
        filled = master.filled + rows.taken(person, found[person])
        assert master.bound >= people.worth(person, found[person]) + rows.cost(filled) - 1e-6


def test_everybody_is_looked_at_as_often_as_is_wanted() -> None:
    """Once, and not again for what has changed since."""
    model = night_and_day()
    people, rows = People(model), CoverRows(model)
    off = [np.zeros(DAYS, dtype=np.int64) for _ in range(COUNT)]
    once = polish(people, rows, off, range(COUNT), lambda: False, times=1)
    assert [person for person in range(COUNT) if once[person].any()] == [0, 1, 2]
    for times in (1, math.inf):
        assert polish(people, rows, off, [], lambda: False, times)[0] is off[0]
    alone = polish(people, rows, off, [1], lambda: False, times=1)
    assert [person for person in range(COUNT) if alone[person].any()] == [1]
    assert price(model, dict(enumerate(once))) < price(model, dict(enumerate(alone)))


def test_the_pool_holds_what_can_help_once_and_the_likeliest_first() -> None:
    """Of a person's columns those within the gap come, each once, the least lift before others."""
    master = mixture(night_and_day())
    pool = Pool(master)
    pool.keep(master.columns)
    own = [one for one in master.columns if one.person == 1]
    lifts = master.lifts(own)
    gap = float(np.median(lifts))
    found = pool.of([1], gap)
    assert {id(one) for one in found} == {
        id(one) for one, lift in zip(own, lifts, strict=True) if lift <= gap
    }
    assert len(found) == len({one.options.tobytes() for one in found}) < len(own)
    assert list(master.lifts(found)) == sorted(master.lifts(found))
    fresh = Master(master.people, master.rows, [one.options for one in own[:COUNT]], [1])
    before = len(fresh.columns)
    for column in [*found, *found]:
        fresh.adopt(column)
    assert before < len(fresh.columns) <= before + len(found)


def test_the_pool_takes_in_what_another_search_has_seen() -> None:
    """Once, and only what can be part of something within the gap."""
    model = night_and_day()
    master = mixture(model)
    pool = Pool(master)
    every = [np.array(options) for options in product(range(3), repeat=DAYS)]
    possible = [one for one in every if math.isfinite(master.people.worth(1, one))]
    lifts = master.lifts([master.column(1, one) for one in possible])
    gap = float(np.quantile(lifts, 0.2))
    for _ in range(2):
        pool.see([(1, one) for one in possible], gap)
    found = [one.options.tobytes() for one in pool.of([1], gap, len(possible))]
    expected = {one.tobytes() for one, lift in zip(possible, lifts, strict=True) if lift <= gap}
    assert set(found) == expected
    assert len(found) == len(expected) < len(possible)
    assert len(pool.of([1], gap, 2)) == 2


def test_two_limits_that_bind_are_given_their_room_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table gets days and nights that somebody may work at once, and others begin with both."""
    laid: list[int] = []
    lay_out = Pricer._lay_out

    def counted(pricer: Pricer) -> None:
        laid.append(len(pricer.axes))
        lay_out(pricer)

    monkeypatch.setattr(Pricer, "_lay_out", counted)
    people = People(night_and_day())
    premiums = np.tile(np.array([0.0, -1.0, -5.0]), (DAYS, 1))
    for person in (0, 1):
        priced = people.price(person, premiums)
        assert priced is not None
        assert priced.value == -12
    assert laid == [0, 2, 2]


def test_a_mixture_begins_with_what_another_search_has_seen_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So many of each person at most, the last ones."""
    monkeypatch.setattr(columns_module, "_LATEST", 2)
    model = night_and_day()
    seen = [np.array([1, 1, 0, 0, 0, 0, option]) for option in range(3)]
    others = [*((0, one) for one in seen), (2, seen[0])]
    incumbent = Incumbent(model, dict.fromkeys(model.domains, 0))
    search = ColumnSearch(incumbent, 1, Watch(), 1e12, lambda: (0, 0), print, lambda: others)
    search.begin()
    off = [np.zeros(DAYS, dtype=np.int64) for _ in range(COUNT)]
    master = Master(search._people, search._rows, off, range(COUNT))
    search._see(master)
    added = [(one.person, one.options.tolist()) for one in master.columns[COUNT:]]
    assert added == [(0, seen[1].tolist()), (0, seen[2].tolist()), (2, seen[0].tolist())]
