"""The cheapest roster of one person is the one that trying all of them finds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from rotaplan.engines.columns import People, unpriced, walks
from rotaplan.engines.columns.counters import Floats
from rotaplan.engines.columns.graph import minimised
from rotaplan.model.build import Model, build
from rotaplan.model.measure import amount
from rotaplan.model.requirements import (
    Allowed,
    Clash,
    Grade,
    GroupRuns,
    Groups,
    Requirement,
    RestIn,
    Runs,
    Succession,
    Total,
)
from rotaplan.rules.base import all_rules
from tests.agreement.cases import STRUCTURAL, cases
from tests.agreement.weighing import cells_of, reading
from tests.solve.small import scenario

DAYS, OPTIONS = 5, 4
EVERYTHING = list(product(range(OPTIONS), repeat=DAYS))


def some(rng: Random) -> frozenset[int]:
    return frozenset(rng.sample(range(OPTIONS), rng.randint(1, OPTIONS - 1)))


def bounds(rng: Random, most: int) -> dict[str, int | None]:
    low, high = sorted((rng.randint(0, most), rng.randint(0, most)))
    kind = rng.randrange(3)
    return {"least": low if kind != 1 else None, "most": high if kind != 0 else None}


def drawn(rng: Random) -> Iterator[Requirement]:
    """Yield a handful of requirements on person 0, musts and prices mixed."""

    def grade() -> Grade:
        return Grade(True) if rng.random() < 0.5 else Grade(False, 4, rng.randint(1, 9))

    for _ in range(rng.randint(0, 2)):
        before = rng.randint(0, 3)
        yield Runs(
            *(0, grade(), 0, some(rng)),
            least=rng.randint(0, 3),
            most=rng.choice((None, 1, 2, 3)),
            before=before,
            before_open=rng.random() < 0.5,
            closed=rng.random() < 0.3,
        )
    for _ in range(rng.randint(0, 5)):
        gap = rng.choice((1, 1, 2))
        clash = Clash(some(rng), some(rng), rng.randint(1, 3))
        yield Succession(0, grade(), 0, rng.randrange(-1, DAYS - gap), gap, (clash,))
    for _ in range(rng.randint(0, 2)):
        days = tuple(sorted(rng.sample(range(DAYS), rng.randint(1, DAYS))))
        values = tuple({o: rng.randint(-1, 4) * 30 for o in some(rng)} for _ in days)
        limits = {side: None if v is None else v * 60 for side, v in bounds(rng, 6).items()}
        yield Total(0, grade(), 0, days, values, base=30, unit=rng.choice((1, 60)), **limits)
    for _ in range(rng.randint(0, 2)):
        groups = ((0, 1), (2, 4), (3,), (4,))[: rng.randint(1, 4)]
        instead = {0: some(rng)} if rng.random() < 0.5 else {}
        limits = bounds(rng, 3)
        yield Groups(0, grade(), 0, groups, some(rng), rng.randint(0, 1), **limits, instead=instead)
    for _ in range(rng.randint(0, 2)):
        first = rng.randrange(DAYS - 3)
        days = tuple(range(first, first + rng.randint(2, 4)))
        values = tuple({o: rng.randint(-1, 2) for o in some(rng)} for _ in days)
        unit = rng.choice((1, 2))
        yield Total(0, grade(), 0, days, values, rng.randint(0, 1), unit=unit, **bounds(rng, 4))
    if rng.random() < 0.5:
        yield GroupRuns(
            *(0, grade(), 0, ((0, 1), (2,), (3, 4))[rng.randint(0, 1) :], some(rng)),
            empty=rng.random() < 0.5,
            least=rng.randint(0, 3),
            most=rng.choice((None, 1, 2)),
            before=rng.randint(0, 2),
            before_open=rng.random() < 0.5,
            closed=rng.random() < 0.5,
        )
    yield Allowed(0, Grade(False, 4, 3), 0, rng.randrange(DAYS), some(rng), 2)


def alone(rng: Random) -> Model:
    """Return a model of one person over a few days, with random requirements."""
    model = build(scenario(1, DAYS, {"E": 1, "L": 1, "N": 1}))
    domains = {cell: tuple(range(OPTIONS)) for cell in model.domains}
    domains[0, rng.randrange(DAYS)] = tuple(sorted(some(rng)))
    return replace(model, domains=domains, requirements=tuple(drawn(rng)))


def cost(model: Model, options: tuple[int, ...]) -> float:
    """Return what the plain reading of all requirements says of a roster."""

    def value(_: int, day: int) -> int:
        return options[day] if 0 <= day < DAYS else 0

    found = 0.0
    for one in model.requirements:
        amiss = amount(one, value, model.frame)
        if amiss and one.grade.must:
            return math.inf
        found += one.grade.weight * amiss
    return found


def priced_alone(rng: Random) -> tuple[Model, People, Floats, list[tuple[int, ...]]]:
    """Return such a model, its person, a price of each option each day, and all days allowed."""
    model = alone(rng)
    people = People(model)
    premiums = np.array([[rng.randint(-20, 20) for _ in range(OPTIONS)] for _ in range(DAYS)])
    allowed = [o for o in EVERYTHING if all(o[d] in model.domains[0, d] for d in range(DAYS))]
    return model, people, premiums.astype(np.float64), allowed


@pytest.mark.parametrize("index", range(60))
def test_some_days_open_are_priced_like_all_rosters_that_agree_on_the_others(index: int) -> None:
    """Of each stretch of days, the cheapest roster, and the steps of all that are near it."""
    rng = Random(index)
    _, people, costs, allowed = priced_alone(rng)
    worth = {options: people.worth(0, options) for options in allowed}
    possible = [options for options in allowed if math.isfinite(worth[options])]
    for first, after in combinations(range(DAYS + 1), 2):
        held = rng.choice(possible or allowed)
        agreed = [o for o in allowed if o[:first] + o[after:] == held[:first] + held[after:]]
        each = {o: worth[o] + costs[range(DAYS), list(o)].sum() for o in agreed}
        least = min(each.values())
        opened = people.opened(range(first, after), [np.array(held)])
        # Also of rosters with other days outside.
        assert [opened.worth(0, o) for o in allowed] == pytest.approx([worth[o] for o in allowed])
        priced = opened.price(0, costs)
        if math.isinf(least):
            assert priced is None
            continue
        assert priced is not None
        assert priced.value == pytest.approx(least)
        assert each[tuple(priced.rosters[0].tolist())] == pytest.approx(least)
        steps = opened.within(0, costs, 3.0)
        assert steps is not None
        assert len(steps) == DAYS
        near = [o for o, price in each.items() if price <= least + 3.0]
        assert all(o[day] in steps[day].option for o in near for day in range(DAYS))


@pytest.mark.parametrize("index", range(40))
def test_the_cheapest_roster_is_found(index: int) -> None:
    """Trying all rosters finds none that is cheaper, and every price is the plain one."""
    rng = Random(index)
    model, people, costs, allowed = priced_alone(rng)
    worth = {options: cost(model, options) for options in allowed}
    for options in rng.sample(allowed, 40):
        assert people.worth(0, options) == worth[options]
    priced = people.price(0, costs, 3)
    least = min(w + sum(costs[range(DAYS), list(o)]) for o, w in worth.items())
    if math.isinf(least):
        assert priced is None
    else:
        assert priced is not None
        assert priced.rosters
        assert priced.value == least
        found = [tuple(int(option) for option in one) for one in priced.rosters]
        values = [worth[one] + costs[range(DAYS), list(one)].sum() for one in found]
        assert values[0] == least
        assert values == sorted(values)
        assert len(set(found)) == len(found) <= 3


@pytest.mark.parametrize("index", range(40))
def test_rosters_near_one_are_no_dearer_than_it_and_no_count_is_far(index: int) -> None:
    """What is found costs what the rules say; without a limit in sight, it is the cheapest."""
    rng = Random(index)
    model, people, costs, allowed = priced_alone(rng)
    each = {o: cost(model, o) + costs[range(DAYS), list(o)].sum() for o in allowed}
    possible = [o for o in allowed if math.isfinite(each[o])]
    for held in rng.sample(possible, min(4, len(possible))):
        near = people.near([np.array(held)], 0.0)
        priced = near.price(0, costs)
        assert priced is not None
        found = tuple(priced.rosters[0].tolist())
        assert priced.value == pytest.approx(each[found])
        assert each[found] <= each[held]
        pricer = near.pricers[0]
        for axis in pricer.axes:
            counter = pricer.counters[axis]
            if counter.gains is not None:
                one, other = (np.cumsum(counter.gains[range(DAYS), o]) for o in (held, found))
                assert (abs(one - other)[: counter.last] <= 1).all()
        wide = people.near([np.array(held)], 100.0)
        anything, pricer = wide.price(0, costs), wide.pricers[0]
        assert anything is not None
        limits = [pricer.counters[axis].near for axis in pricer.axes]
        # Of what the present roster has nothing, a step more is looked at all the same.
        if all(one is not None and one[1][0] - one[0][0] > 2 for one in limits):
            assert anything.value == pytest.approx(min(each.values()))


@pytest.mark.parametrize("index", range(10))
def test_tables_with_holes_price_the_same(index: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for all steps between places, the price is the same."""
    model = alone(Random(index))
    quick = People(model).price(0, np.zeros((DAYS, OPTIONS)))
    monkeypatch.setattr(walks, "MOST_STEPS", 0)
    slow = People(model).price(0, np.zeros((DAYS, OPTIONS)))
    assert (quick is None) == (slow is None)
    assert quick is None or slow is None or quick.value == slow.value


def test_people_with_the_same_rules_share_the_smallest_graph() -> None:
    """It is worked out once for both of them, and again only where other counters matter."""
    model = build(scenario(2, DAYS, {"E": 1}))
    asked = [Runs(0, Grade(True), p, frozenset({1}), most=2, least=0) for p in (0, 1)]
    people = People(replace(model, requirements=tuple(asked)))
    one, other = (pricer.graph for pricer in people.pricers)
    assert one is other
    assert minimised(one, ()) is minimised(other, ())


def test_limits_that_no_longer_bind_take_no_room() -> None:
    """At most four of five days: no place remembers a count that the last days cannot exceed."""
    model = build(scenario(1, DAYS, {"E": 1}))
    days = tuple(range(DAYS))
    most = Total(0, Grade(True), 0, days, ({1: 1},) * DAYS, most=4)
    people = People(replace(model, requirements=(most,)))
    everything = np.array([[0.0, -1.0]] * DAYS)
    priced = people.price(0, everything)
    assert priced is not None
    assert priced.value == -4
    graph, counters = people.pricers[0].graph, people.pricers[0].counters
    found = walks.walks_of(graph, counters, [(0, 1)] * DAYS)
    assert found is not None
    assert [walk.places for walk in found] == [1, 2, 2, 2, 2]


@pytest.mark.parametrize(
    "key", [key for key, _ in sorted(all_rules().items()) if key not in STRUCTURAL]
)
def test_prices_are_those_of_the_rules(key: str) -> None:
    """What a roster costs each person alone is what the plain reading finds, whatever the rule."""
    for case, schedule in cases(all_rules()[key], 3):
        model = build(case)
        cells = cells_of(model.frame, schedule)
        if unpriced(model) or cells is None:
            continue
        people, value = People(model), reading(model.frame, cells)
        for person in range(len(case.people)):
            options = [value(person, day) for day in range(case.horizon.days)]
            plain = 0.0
            for index, _, _ in model.by_person.get(person, ()):
                one = model.requirements[index]
                amiss = amount(one, value, model.frame)
                more = math.inf if one.grade.must else one.grade.weight * amiss
                plain += more if amiss else 0
            assert people.worth(person, options) == plain


def test_what_cannot_be_priced_is_named() -> None:
    """A rest somewhere in a week is no matter for the graph: the engine says so."""
    model = build(scenario(1, DAYS, {"E": 1}))
    rest = RestIn(0, Grade(True), 0, 0, 4, 0, 7200, 2100, 2100)
    assert unpriced(replace(model, requirements=(rest,))) == {"RestIn"}


def test_runs_of_groups_that_share_days_are_not_priced() -> None:
    """A day of two groups would end one before the other has begun."""
    model = build(scenario(1, DAYS, {"E": 1}))
    runs = GroupRuns(0, Grade(False, 4, 1), 0, ((0, 1), (1, 2)), frozenset((1,)), most=1)
    assert unpriced(replace(model, requirements=(runs,))) == {"GroupRuns"}
