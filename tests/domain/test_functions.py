"""Functions of a roster in which only the shifts are written."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.functions import attribute
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift, Span

START = dt.date(2027, 3, 8)


def scenario(held: dict[str, str], *needs: tuple[str, int]) -> Scenario:
    """Return one day with a night whose needs name functions; skills by initial letters."""
    return Scenario(
        horizon=Horizon(start=START, days=1),
        people=tuple(
            Person(id=who, skills=tuple(HeldSkill(skill=skill) for skill in skills))
            for who, skills in held.items()
        ),
        shifts=(Shift(code="N", spans=(Span(start=1300, end=1800),), family=Family.NIGHT),),
        demand=tuple(Demand(shift="N", skill=skill, minimum=count) for skill, count in needs),
    )


def functions(case: Scenario, *known: Assignment) -> dict[str, str]:
    codes = {(person.id, 0): "N" for person in case.people}
    return {one.person: one.skill for one in attribute(case, codes, known)}


def test_the_rare_function_goes_to_who_holds_it() -> None:
    case = scenario({"a": "XY", "b": "X"}, ("X", 1), ("Y", 1))
    assert functions(case) == {"a": "Y", "b": "X"}


def test_somebody_is_moved_where_that_fills_one_more_place() -> None:
    case = scenario({"a": "XY", "b": "XZ", "c": "Z"}, ("X", 1), ("Y", 1), ("Z", 1))
    found = functions(case)
    assert sorted(found.values()) == ["X", "Y", "Z"]
    codes = {(who, 0): "N" for who in found}
    assert not list(Schedule.of(case, attribute(case, codes)).uncovered())


def test_a_chain_of_moves_is_found() -> None:
    held = {"a": "PQ", "b": "QR", "c": "RS", "d": "P"}
    case = scenario(held, ("P", 1), ("Q", 1), ("R", 1), ("S", 1))
    assert functions(case) == {"a": "Q", "b": "R", "c": "S", "d": "P"}


def test_whoever_is_left_over_works_without_a_function_where_that_is_asked() -> None:
    case = scenario({"a": "X", "b": "X", "c": ""}, ("X", 1), ("", 1))
    assert functions(case) == {"a": "X", "b": "", "c": ""}


def test_whoever_is_left_over_keeps_a_function_held_where_all_needs_name_one() -> None:
    case = scenario({"a": "X", "b": "X", "c": ""}, ("X", 1))
    assert functions(case) == {"a": "X", "b": "X", "c": ""}


def test_what_is_known_stays_and_takes_its_place() -> None:
    case = scenario({"a": "XY", "b": "XY"}, ("X", 1), ("Y", 1))
    known = Assignment(person="b", day=0, shift="N", skill="X")
    assert functions(case, known) == {"a": "Y", "b": "X"}


def test_a_skill_that_ends_during_the_night_does_not_count() -> None:
    case = scenario({"b": "X"}, ("X", 1))
    expired = Person(id="a", skills=(HeldSkill(skill="X", valid_to=START),))
    both = Scenario(
        horizon=case.horizon,
        people=(expired, *case.people),
        shifts=case.shifts,
        demand=case.demand,
    )
    assert functions(both) == {"a": "", "b": "X"}


def test_a_shift_without_functions_has_none() -> None:
    case = scenario({"a": "X"}, ("", 1))
    assert functions(case) == {"a": ""}
