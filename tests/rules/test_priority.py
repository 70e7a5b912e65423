"""Whose wish goes first: what a planner sees of ranks, by the judge and by a solve."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.people import People, Person
from rotaplan.domain.scenario import Demand, Scenario, Wish
from rotaplan.domain.time import Horizon
from rotaplan.rules.base import basic_rules
from rotaplan.rules.wishes import Priority
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

REST = (Wish(person="A", day=0, weight=3), Wish(person="B", day=0, weight=2))
TWO = (Person(id="A"), Person(id="B"))


def who_rests(
    *ranks: Priority, people: tuple[Person, ...] = TWO, wishes: tuple[Wish, ...] = REST
) -> set[str]:
    """Return who is off on a day on which both wish it and one must work."""
    scenario = Scenario(
        horizon=Horizon(start=dt.date(2027, 2, 1), days=1),
        people=people,
        shifts=shifts_of(),
        demand=(Demand(shift="D", minimum=1, maximum=1),),
        wishes=wishes,
        rules=(*basic_rules(()), *ranks),
    )
    result = solve(scenario, Settings(seconds=5, reproducible=True))
    assert result.schedule is not None
    return {"A", "B"} - {one.person for one in result.schedule.assignments}


def test_without_ranks_the_stronger_wish_is_granted() -> None:
    assert who_rests() == {"A"}


def test_a_rank_turns_it_round() -> None:
    """Twice two is more than three."""
    assert who_rests(Priority(who=People(ids=frozenset("B")), factor=2, must=False, level=6)) == {
        "B"
    }


def test_the_figure_of_a_counter_is_a_rank() -> None:
    years = (Person(id="A", opening={"ancienneté": 4}), Person(id="B", opening={"ancienneté": 9}))
    assert who_rests(Priority(counter="Ancienneté", must=False, level=6), people=years) == {"B"}


def test_strict_wishes_of_the_people_named_are_granted() -> None:
    strict = Priority(who=People(ids=frozenset("B")), must=True)
    assert who_rests(strict) == {"B"}


@pytest.mark.parametrize("points", [{}, {"rang": 0}, {"rang": -3}, {"rang": 1}])
def test_whoever_has_no_figure_weighs_as_much_as_said(points: dict[str, int]) -> None:
    person = (Person(id="A", opening=points),)
    wish = (Wish(person="A", day=0),)
    assert not found("D .", Priority(counter="rang"), people=person, wishes=wish)


def test_a_rank_too_low_does_not() -> None:
    """Two, once more than itself, is four; nine stays ahead of it."""
    strong = (Wish(person="A", day=0, weight=9), Wish(person="B", day=0, weight=2))
    rank = Priority(who=People(ids=frozenset("B")), factor=2, must=False, level=6)
    assert who_rests(rank, wishes=strong) == {"A"}
