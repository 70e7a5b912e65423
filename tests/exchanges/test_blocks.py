"""What an exchange changes is what two plain readings of all rules say."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from rotaplan.engines.columns import People
from rotaplan.engines.exchanges import Blocks, tables_of
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import Cover, Grade, Requirement
from tests.columns.test_price import DAYS, OPTIONS, drawn, some
from tests.solve.small import scenario

COUNT = 3


def together(rng: Random) -> Model:
    """Return a model of a few people over a few days, each with random requirements."""
    model = build(scenario(COUNT, DAYS, {"E": 1, "L": 1, "N": 1}))
    domains = {cell: tuple(range(OPTIONS)) for cell in model.domains}
    domains[0, rng.randrange(DAYS)] = tuple(sorted(some(rng)))

    def asked() -> Iterator[Requirement]:
        for person in range(COUNT):
            for one in drawn(rng):
                yield replace(one, person=person)  # type: ignore[call-arg]

    return replace(model, domains=domains, requirements=tuple(asked()))


def possible(model: Model, people: People, rng: Random) -> np.ndarray | None:
    """Return a roster that keeps every must, None where chance finds none for somebody."""
    rows = []
    for person in range(COUNT):
        for _ in range(200):
            row = [rng.choice(model.domains[person, day]) for day in range(DAYS)]
            if math.isfinite(people.worth(person, row)):
                rows.append(row)
                break
    return np.array(rows) if len(rows) == COUNT else None


def plain(model: Model, people: People, roster: np.ndarray) -> float:
    """Return what a roster costs, infinite where somebody's must or cell does not allow it."""
    cells = ((p, d) for p in range(COUNT) for d in range(DAYS))
    if any(roster[cell] not in model.domains[cell] for cell in cells):
        return math.inf
    return sum(people.worth(person, roster[person]) for person in range(COUNT))


def agree(model: Model, people: People, blocks: Blocks) -> int:
    """Compare every exchange with the plain price of what it leads to; return how many can be."""
    before, seen = plain(model, people, blocks.roster), 0
    assert blocks.cost == before
    for pair, (a, b) in enumerate(blocks.pairs):
        for number, change in enumerate(blocks.changes[pair]):
            length, first = divmod(number, DAYS)
            end = first + length + 1
            roster = blocks.roster.copy()
            inside = end <= DAYS and all(roster[a, d] != roster[b, d] for d in (first, end - 1))
            roster[[a, b], first:end] = roster[[b, a], first:end]
            after = plain(model, people, roster) if inside else math.inf
            assert change == after - before
            seen += math.isfinite(after)
    return seen


@pytest.mark.parametrize("index", range(20))
def test_every_exchange_is_priced_as_its_roster_is(index: int) -> None:
    """At first, and again after each of some exchanges."""
    rng = Random(index)
    model = together(rng)
    people, tables = People(model), tables_of(model)
    roster = possible(model, people, rng)
    assert tables is not None
    if roster is None:
        return
    blocks = Blocks(tables, roster)
    for _ in range(5):
        if not agree(model, people, blocks):
            return
        pair, number = rng.choice(np.argwhere(np.isfinite(blocks.changes)))
        blocks.exchange(int(pair), int(number))


def test_people_who_count_for_other_cover_exchange_nothing() -> None:
    """Only the first two count alike, so theirs is the only pair."""
    model = build(scenario(COUNT, DAYS, {"E": 1}))
    asked = Cover(0, Grade(False, 4, 1), 0, frozenset({1}), (0, 1), least=1)
    tables = tables_of(replace(model, requirements=(asked,)))
    assert tables is not None
    assert Blocks(tables, np.zeros((COUNT, DAYS), dtype=np.int64)).pairs == [(0, 1)]


def test_one_person_has_nobody_to_exchange_with() -> None:
    """There is no pair, and the cost is that of the roster."""
    tables = tables_of(replace(build(scenario(1, DAYS, {"E": 1})), requirements=()))
    assert tables is not None
    blocks = Blocks(tables, np.zeros((1, DAYS), dtype=np.int64))
    assert (blocks.pairs, blocks.cost, blocks.changes.size) == ([], 0.0, 0)
