"""Crews by hand: tutors, groups, the same people on a post."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.people import HeldSkill, People, Person
from rotaplan.domain.scenario import Absence, Demand
from rotaplan.rules.crew import Continuity, GroupMix, Tutor
from tests.rules.verdicts import found

A, B = (People(ids=frozenset({name})) for name in "AB")
HOLDERS = People(skills=frozenset({"TUT"}))


def test_tutors_may_be_named_by_skill() -> None:
    people = (Person(id="A"), Person(id="B", skills=(HeldSkill(skill="TUT"),)), Person(id="C"))
    rule = Tutor(who=A, tutors=HOLDERS)
    assert not found("E\nE\n.", rule, people=people)
    (only,) = found("E\n.\nE", rule, people=people)
    assert (only.person, only.shift, only.measured) == ("A", "E", 0)


def test_a_trainee_is_nobodys_tutor() -> None:
    everybody = People()
    assert len(found("E\nE", Tutor(who=A, tutors=everybody))) == 0
    assert len(found("E\nE", Tutor(tutors=everybody))) == 2


def test_tutor_and_trainee_on_different_functions_of_one_shift() -> None:
    demand = (Demand(shift="E", skill="LIC"), Demand(shift="E"))
    assert not found("E/LIC\nE", Tutor(who=A, tutors=B), demand=demand)


def test_a_shift_that_nobody_needs_has_no_least_group() -> None:
    demand = (Demand(shift="E", target=1), Demand(shift="L", minimum=0))
    (only,) = found(".\n.", GroupMix(minimum=1), demand=demand)
    assert (only.shift, only.measured, only.limit) == ("E", 0, 1)


def test_an_empty_group_cannot_be_on_the_shift() -> None:
    nobody = People(teams=frozenset({"no such team"}))
    assert len(found("E", GroupMix(who=nobody, minimum=1), needs={"E": 1})) == 1


def test_continuity_excuses_absence_and_the_end_of_a_contract() -> None:
    needs = {"E": 1}
    assert len(found("E .", Continuity(), needs=needs)) == 1
    away = Absence(person="A", first=1, last=1)
    assert not found("E .", Continuity(), needs=needs, absences=(away,))
    people = (Person(id="A", contract_to=dt.date(2027, 2, 1)),)
    assert not found("E .", Continuity(), needs=needs, people=people)


def test_another_function_on_the_same_shift_is_the_same_post() -> None:
    demand = (Demand(shift="E", minimum=1, skill="LIC"), Demand(shift="E", minimum=2))
    assert not found("E/LIC E", Continuity(), demand=demand)
