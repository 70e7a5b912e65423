"""Concessions: each one, made alone, leaves a roster, and the cheapest is told first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rotaplan.api import conflicts
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Absence
from rotaplan.domain.work import Family, Shift
from rotaplan.problem import Cell
from tests.explanation.alone import has_roster
from tests.explanation.test_conflict import LARGE, LONG, SMALL, ask
from tests.solve.small import row, scenario

KINDS = ["post", "pin", "leave-day", "leave", "person", "soft", "law"]


def told(folder: Path, case: tuple[str, int, int, int]) -> None:
    one, _ = ask(folder, case)
    assert not has_roster(one)
    found = conflicts(one, LONG).conflicts
    assert found
    for conflict in found:
        assert conflict.concessions
        order = [KINDS.index(each.kind) for each in conflict.concessions]
        assert order == sorted(order)
        for each in conflict.concessions:
            assert each.scenario != one
            assert each.first is not None or has_roster(each.scenario), each.kind
    assert len(found) > 1 or any(each.first is None for each in found[0].concessions)


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case[0])
def test_each_concession_leaves_a_roster(tmp_path: Path, case: tuple[str, int, int, int]) -> None:
    """Solved again as a whole question, outside the explanation."""
    told(tmp_path, case)


def test_one_more_person_with_the_skill_that_is_short(tmp_path: Path) -> None:
    """One more holder is told where one more than there are is asked for."""
    one, _ = ask(tmp_path, next(case for case in SMALL if case[0] == "more_than_hold"))
    (found,) = conflicts(one, LONG).conflicts
    (more,) = (each for each in found.concessions if each.kind == "person")
    assert len(more.scenario.people) == len(one.people) + 1


@pytest.mark.slow
@pytest.mark.parametrize("case", LARGE, ids=lambda case: f"{case[0]}-{case[2]}")
def test_each_concession_leaves_a_roster_in_larger_services(
    tmp_path: Path, case: tuple[str, int, int, int]
) -> None:
    """The same with up to 60 people over eight weeks."""
    told(tmp_path, case)


def test_nobody_is_asked_to_give_back_sick_leave() -> None:
    ill = Shift(code="MAL", family=Family.ABSENCE, works=False)
    away = Absence(person="A", first=1, last=3, code="MAL", origin=Cell(sheet="Absences", row=2))
    rules = [row("days_period", who=People(ids=frozenset("A")), minimum=2, period="horizon")]
    asked = scenario(2, 4, {"E": 1}, rules, absences=(away,))
    found = conflicts(replace(asked, shifts=(*asked.shifts, ill)), LONG).conflicts
    assert found
    kinds = {each.kind for conflict in found for each in conflict.concessions}
    assert kinds.isdisjoint({"leave", "leave-day"})
    other = conflicts(asked, LONG).conflicts
    assert "leave-day" in {each.kind for one in other for each in one.concessions}


def test_a_concession_that_settles_one_of_two_conflicts_says_so() -> None:
    """Two people owe what leave does not allow: giving a day back settles that person's alone."""
    leave = tuple(
        Absence(person=name, first=1, last=3, origin=Cell(sheet="Absences", row=number))
        for name, number in (("A", 2), ("C", 3))
    )
    who = People(ids=frozenset("AC"))
    rules = [row("days_period", who=who, minimum=2, period="horizon")]
    found = conflicts(scenario(4, 4, {"E": 1}, rules, absences=leave), LONG).conflicts
    told = [each for conflict in found for each in conflict.concessions]
    assert told
    for each in told:
        assert each.others
        assert not has_roster(each.scenario)
        own = tuple(one for one in each.scenario.absences if one.person == each.person)
        assert has_roster(replace(each.scenario, absences=own))
