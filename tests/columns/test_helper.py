"""People priced in another process cost what they cost here."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from rotaplan.engines.columns import People
from rotaplan.engines.columns import helper as helper_module
from rotaplan.engines.columns.counters import Floats
from rotaplan.engines.columns.cover import CoverRows
from rotaplan.engines.columns.helper import Helper
from rotaplan.engines.columns.polish import polish
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.process import Process
from rotaplan.model.build import Model
from rotaplan.strategies import beside
from rotaplan.strategies import columns as columns_module
from rotaplan.strategies.asked import Options
from rotaplan.strategies.plan import Plan
from tests.columns.test_columns import BEST, COUNT, DAYS, night_and_day, price

EVERYBODY = range(COUNT)


def premiums(person: int) -> Floats:
    """Return what each option of each day costs somebody more."""
    return np.random.default_rng(person).uniform(-9, 3, (DAYS, 3))


def priced(people: People) -> list[tuple[float, list[list[int]]]]:
    """Return what everybody's cheapest roster is."""
    found = people.price_each(EVERYBODY, premiums, 1, lambda: False)
    assert found is not None
    return [(one.value, [roster.tolist() for roster in one.rosters]) for one in found]


@pytest.fixture(scope="module")
def model() -> Model:
    """Return a model of three people."""
    return night_and_day()


@pytest.fixture
def helper(model: Model) -> Iterator[Helper]:
    """Return another process that knows the people; ended in the end."""
    found = Helper(model)
    yield found
    found.end()


def test_half_of_the_people_are_priced_elsewhere_with_the_same_answer(
    model: Model, helper: Helper
) -> None:
    """With all days open, with some, and with all again; nobody is laid out here for nothing."""
    plain, helped = People(model), People(model)
    helped.help_with(helper)
    assert priced(helped) == priced(plain)
    assert helped.size > 0
    assert not helped.pricers[1].size
    roster = [np.array([1, 1, 0, 0, 0, 0, 0]), np.zeros(DAYS, int), np.zeros(DAYS, int)]
    for days in ((0, 1, 2), (2, 3, 6)):
        assert priced(helped.opened(days, roster)) == priced(plain.opened(days, roster))
    assert priced(helped.near(roster, 0.05)) == priced(plain.near(roster, 0.05))
    assert priced(helped) == priced(plain)
    for person in EVERYBODY:
        one, other = (some.price(person, premiums(person)) for some in (helped, plain))
        assert one is not None
        assert other is not None
        assert one.value == other.value


def test_what_binds_one_is_known_where_the_next_is_priced(model: Model, helper: Helper) -> None:
    """So everybody is laid out as one process would, which is no larger than it takes."""
    plain, helped = People(model), People(model)
    helped.help_with(helper)
    for order in ((0, 1, 2), (1, 0, 2)):
        for person in order:
            for some in (plain, helped):
                assert some.price(person, premiums(person)) is not None
        assert helped.size == plain.size
        assert helped._binding == plain._binding != set()


def test_without_its_help_everybody_is_priced_here(model: Model, helper: Helper) -> None:
    """A process that ends, for want of room perhaps, is done without."""
    plain, helped = People(model), People(model)
    helped.help_with(helper)
    helper._process._process.kill()
    for _ in range(2):
        assert priced(helped) == priced(plain)
    assert helper.gone


def test_a_stop_leaves_the_helper_ready(model: Model, helper: Helper) -> None:
    """Nothing is priced at a stop, and what is asked next is what is answered next."""
    helped = People(model)
    helped.help_with(helper)
    assert helped.price_each(EVERYBODY, premiums, 1, lambda: True) is None
    assert priced(helped) == priced(People(model))


def test_two_are_polished_at_a_time_without_taking_the_same_place(
    model: Model, helper: Helper
) -> None:
    """The end is where nobody alone can improve, though both were told of the same places."""
    people, rows = People(model), CoverRows(model)
    people.help_with(helper)
    assert people.together(EVERYBODY) == [(0, 1), (2,)]
    off = [np.zeros(DAYS, dtype=np.int64) for _ in EVERYBODY]
    found = polish(people, rows, off, EVERYBODY, lambda: False)
    assert BEST <= price(model, dict(enumerate(found))) < price(model, dict(enumerate(off)))
    alone = polish(People(model), rows, found, EVERYBODY, lambda: False)
    assert price(model, dict(enumerate(alone))) == price(model, dict(enumerate(found)))


def test_who_has_no_roster_does_not_keep_the_other_from_a_better_one(
    model: Model, helper: Helper
) -> None:
    """Days that are decided may rule out all others; whoever is priced beside is not held up."""
    helped, rows = People(model), CoverRows(model)
    helped.help_with(helper)
    off, lone = np.zeros(DAYS, dtype=np.int64), np.array([0, 0, 0, 0, 1, 0, 0])
    people = helped.opened((0, 1, 2), [off, lone, off])
    found = polish(people, rows, [off, lone, off], (0, 1), lambda: False)
    assert found[1].tolist() == lone.tolist()
    assert people.worth(0, found[0]) == 0
    assert found[0].any()


def test_a_plan_of_two_workers_has_both_price(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where columns work alone, the best is found and proven; also where no process begins."""
    begun: list[Model] = []

    class Noted(Helper):
        def __init__(self, model: Model) -> None:
            super().__init__(model)
            begun.append(model)

    monkeypatch.setattr(beside, "_WINDOWS_FROM", 0)
    monkeypatch.setattr(columns_module, "Helper", Noted)
    for expected in (1, 1):
        outcome = Plan(model, Options(seconds=60, workers=2), None, Watch()).run()
        assert (outcome.status, outcome.costs[-1]) == ("optimal", BEST)
        assert len(begun) == expected

        def refused(function: str) -> Process:
            raise OSError(function)

        monkeypatch.setattr(helper_module, "Process", refused)
