"""Pairs by hand: who is compared with whom, and when nobody is."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.people import People, Person
from rotaplan.domain.scenario import Absence
from rotaplan.rules.pairs import Apart, TeamBlock, Together
from tests.rules.verdicts import found

A_AND_B = People(ids=frozenset({"A", "B"}))


def test_a_third_person_may_join_either() -> None:
    assert not found("E\nL\nE", Apart(who=A_AND_B))
    assert not found("E\nE\nL", Together(who=A_AND_B))


def test_apart_says_how_many_meet() -> None:
    (only,) = found("E\nE\nE", Apart())
    assert (only.days, only.shift, only.measured, only.amount) == ((0,), "E", 3, 2)


def test_two_shifts_of_one_day_are_apart_unless_counted_together() -> None:
    assert not found("E\nL", Apart())
    assert len(found("E\nL", Apart(together=True))) == 1


@pytest.mark.parametrize(("part", "breaks"), [("all", 0), ("morning", 1)])
def test_only_a_whole_day_away_excuses_the_other(part: str, breaks: int) -> None:
    away = Absence(person="B", first=0, last=0, part=part)  # type: ignore[arg-type]
    assert len(found("L\n.", Together(), absences=(away,))) == breaks
    people = (Person(id="A", team="1"), Person(id="B", team="1"))
    assert len(found("L\n.", TeamBlock(), absences=(away,), people=people)) == breaks


def test_nobody_is_compared_before_the_contract_begins() -> None:
    """Day 0 is Monday 1 February."""
    people = (Person(id="A"), Person(id="B", contract_from=dt.date(2027, 2, 2)))
    (only,) = found("E E\n. .", Together(), people=people)
    assert (only.person, only.days) == ("A", (1,))


def test_three_people_together_are_three_pairs() -> None:
    assert len(found("E\nE\n.", Together())) == 2
    assert not found("E\nE\nE", Together())


def test_the_team_follows_its_first_member_present() -> None:
    people = tuple(Person(id=name, team="1") for name in "ABC")
    away = Absence(person="A", first=0, last=0)
    broken = found(".\nE\nL", TeamBlock(), people=people, absences=(away,))
    assert [(v.person, v.shift) for v in broken] == [("C", "E"), ("C", "L")]
