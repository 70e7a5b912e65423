"""Exchanges alone find what everybody wishes, leave cover as it is, and are the same twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import PersonDay
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import Allowed, Cover, Grade, Pool, Requirement, Total
from rotaplan.strategies.beside import proof_share
from rotaplan.strategies.exchanges import Exchangeable, Exchanges
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.search import search
from tests.solve.small import scenario

COUNT, DAYS = 4, 12
WISHED = {(p, d): (p + d) % COUNT for p in range(COUNT) for d in range(DAYS)}
"""Of four people, each day one has each of three posts, and one is off."""
GIVEN = {(p, d): (p + 2 * (d // 3)) % COUNT for p, d in WISHED}


def wishes() -> Model:
    """Return a model in which everybody wishes one option each day, whatever else."""
    model = build(scenario(COUNT, DAYS, {"E": 1, "L": 1, "N": 1}))
    asked = tuple(
        Allowed(0, Grade(False, 4, 3), person, day, frozenset({option}))
        for (person, day), option in WISHED.items()
    )
    return replace(model, requirements=(*full_cover(model), *asked))


def full_cover(model: Model) -> Iterator[Requirement]:
    """Yield what a model asks, cover as a must."""
    for one in model.requirements:
        yield replace(one, grade=Grade(True)) if isinstance(one, Cover) else one


def searched(seed: int) -> tuple[dict[PersonDay, int], float]:
    """Return the roster that exchanges alone lead to, and the effort."""
    incumbent = Incumbent(wishes(), dict(GIVEN))
    exchanges = Exchanges(incumbent, Exchangeable(incumbent.model), Random(seed))
    assert exchanges.due(4, 0.0)
    effort = exchanges.run(lambda: False)
    return incumbent.roster, effort


def test_exchanges_alone_grant_every_wish() -> None:
    """Cover is full at first, and nothing else can be cheaper than what everybody wishes."""
    roster, effort = searched(1)
    assert roster == WISHED
    assert effort > 0
    assert searched(1) == (roster, effort)


def test_rosters_seen_on_the_way_are_told_once() -> None:
    """Of each person, those of the best roster among them."""
    incumbent = Incumbent(wishes(), dict(GIVEN))
    shared = Exchangeable(incumbent.model)
    Exchanges(incumbent, shared, Random(1)).run(lambda: False)
    seen = [(person, options.tolist()) for person, options in shared.seen()]
    for person in range(COUNT):
        assert (person, [WISHED[person, day] for day in range(DAYS)]) in seen
    assert shared.seen() == []


def test_a_stopped_search_leaves_the_roster() -> None:
    """It looks whether it may go on before it changes anything."""
    incumbent = Incumbent(wishes(), dict(GIVEN))
    Exchanges(incumbent, Exchangeable(incumbent.model), Random(1)).run(lambda: True)
    assert incumbent.roster == GIVEN


def test_whoever_is_alone_has_no_exchanges() -> None:
    """They are looked for once, and never due again."""
    model = build(scenario(1, DAYS, {"E": 1}))
    wish = Allowed(0, Grade(False, 4, 3), 0, 0, frozenset({0}))
    incumbent = Incumbent(replace(model, requirements=(wish,)), {(0, d): 0 for d in range(DAYS)})
    exchanges = Exchanges(incumbent, Exchangeable(incumbent.model), Random(1))
    assert exchanges.due(4, 0.0)
    exchanges.run(lambda: False)
    assert not exchanges.due(4, 100.0)


def test_where_no_exchange_may_be_made_the_others_have_their_turn() -> None:
    """A search without a step ends at once, and counts as one all the same."""
    model = wishes()
    kept = (
        Allowed(0, Grade(True), person, day, frozenset({option}))
        for (person, day), option in GIVEN.items()
    )
    model = replace(model, requirements=(*model.requirements, *kept))
    incumbent, asked = Incumbent(model, dict(GIVEN)), list[bool]()
    exchanges = Exchanges(incumbent, Exchangeable(model), Random(1))
    for _ in range(3):
        assert exchanges.run(lambda: bool(asked.append(True))) > 0
    assert len(asked) == 3
    assert not exchanges.due(4, 0.0)
    assert incumbent.roster == GIVEN


def test_little_effort_ends_a_search() -> None:
    """It goes on until the next look at what it has used."""
    incumbent = Incumbent(wishes(), dict(GIVEN))
    exchanges = Exchanges(incumbent, Exchangeable(incumbent.model), Random(1))
    assert exchanges.run(lambda: False, 0.002) < searched(1)[1] / 2


def test_a_search_exchanges_too() -> None:
    """It does so first, and ends as soon as nothing is left to gain."""
    incumbent = Incumbent(wishes(), dict(GIVEN))
    bounds = tuple(0 for _ in incumbent.costs)
    shared = Exchangeable(incumbent.model)
    used = search(incumbent, lambda: bounds, 1, Watch(), float("inf"), 5.0, shared)
    assert incumbent.costs == bounds
    assert incumbent.roster == WISHED
    assert 0 < used < searched(1)[1]


def test_what_people_share_is_left_to_other_searches() -> None:
    """Totals of several people, or prices of people at two levels, cannot be exchanged so."""
    model = wishes()
    total = Total(0, Grade(False, 4, 1), 0, (0,), ({1: 1},), most=0)
    pool = Pool(0, Grade(False, 4, 1), (total,), 0)
    other = replace(total, grade=Grade(False, 3, 1))
    assert Exchangeable(replace(model, requirements=(*model.requirements, pool))).tables is None
    assert Exchangeable(replace(model, requirements=(*model.requirements, other))).level is None
    assert Exchangeable(replace(model, requirements=(*model.requirements, total))).level == 4


def test_the_whole_model_has_little_time_where_exchanges_find_more() -> None:
    """Beside columns only, and where exchanges can be priced."""
    shared = Exchangeable(wishes())
    assert 0 < proof_share(True, shared) < 0.5
    assert proof_share(False, shared) == proof_share(True, None) == 1


def test_there_are_no_exchanges_where_cover_costs_at_the_same_level() -> None:
    """They never change cover, so another search does better."""
    model = wishes()
    cover = Cover(0, Grade(False, 4, 9), 0, frozenset({1}), tuple(range(COUNT)), least=2)
    beside = Exchangeable(replace(model, requirements=(*model.requirements, cover)))
    assert (beside.level, beside.tables) == (None, None)
