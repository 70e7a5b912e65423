"""Concessions: each one, made alone, leaves a roster, and the cheapest is told first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rotaplan import Settings
from rotaplan.api import conflicts, solve
from rotaplan.domain.leave import is_leave
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Absence, Demand
from rotaplan.domain.work import Family, Shift
from rotaplan.explanation.values import KINDS
from rotaplan.judge import judge
from rotaplan.problem import Cell
from tests.explanation.alone import has_roster
from tests.explanation.test_conflict import LARGE, LONG, SMALL, ask
from tests.solve.small import row, scenario


def told(folder: Path, case: tuple[str, int, int, int]) -> None:
    one, _ = ask(folder, case)
    assert not has_roster(one)
    found = conflicts(one, LONG).conflicts
    assert found
    for conflict in found:
        assert conflict.concessions
        order = [
            (each.scope != "roster", KINDS.index(each.kind), each.price and each.price.rank)
            for each in conflict.concessions
        ]
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


LARGER = [
    case for case in LARGE if case[2] == 30 or case[0] in ("days_against_leave", "run_for_one")
]
"""Every family once; the largest of two. ``python -m benchmarks.conflicts`` takes them all."""


@pytest.mark.slow
@pytest.mark.parametrize("case", LARGER, ids=lambda case: f"{case[0]}-{case[2]}")
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
    assert kinds.isdisjoint({"leave", "leave-day", "move"})
    chosen = replace(asked, absences=(replace(away, code="CA"),))
    other = conflicts(chosen, LONG).conflicts
    assert "leave-day" in {each.kind for one in other for each in one.concessions}


@pytest.mark.parametrize(
    ("code", "shift", "expected"),
    [
        ("CA", None, True),
        ("ca", None, True),
        ("", None, False),
        ("MAL", None, False),
        ("X9", None, False),
        ("X9", Shift(code="X9", family=Family.LEAVE, works=False), True),
        ("X9", Shift(code="X9", family=Family.ABSENCE, works=False), False),
        ("CA", Shift(code="CA", family=Family.ABSENCE, works=False), False),
        ("CMO", Shift(code="CMO", family=Family.LEAVE, works=False), False),
        ("X9", Shift(code="X9", label="Congé maladie", family=Family.LEAVE, works=False), False),
    ],
)
def test_only_leave_that_was_chosen_is_offered(
    code: str, shift: Shift | None, expected: bool
) -> None:
    """A code that is not known as leave could be illness."""
    one = scenario(1, 4, {"E": 1})
    one = replace(one, shifts=(*one.shifts, *([] if shift is None else [shift])))
    assert is_leave(one, Absence(person="A", first=0, last=0, code=code)) == expected


def test_leave_moves_to_the_nearest_days_on_which_it_fits() -> None:
    """A is needed on the third day, B being away; two days earlier A is away already."""
    cells = [Cell(sheet="Absences", row=row) for row in (2, 3, 4)]
    leave = (
        Absence(person="A", first=2, last=2, code="CA", origin=cells[0]),
        Absence(person="A", first=1, last=1, code="CA", origin=cells[1]),
        Absence(person="B", first=2, last=2, code="MAL", origin=cells[2]),
    )
    asked = scenario(2, 5, {"E": 1}, [row("cover_minimum", must=True)], absences=leave)
    (found,) = conflicts(asked, LONG).conflicts
    (move,) = (each for each in found.concessions if each.kind == "move")
    assert (move.person, move.cell, move.days, move.moved) == ("A", cells[0], (2,), (3,))
    assert has_roster(move.scenario)


def test_prices_are_those_of_a_roster_that_the_judge_accepts() -> None:
    """A post left open costs its target; a rule made soft its own price; leave given up nothing."""
    away = Absence(person="A", first=1, last=3, code="CA", origin=Cell(sheet="Absences", row=2))
    rules = [row("days_period", who=People(ids=frozenset("A")), minimum=2, period="horizon")]
    rules = [replace(one, origin=Cell(sheet="Règles", row=2)) for one in rules]
    asked = scenario(2, 4, {"E": 1}, rules, absences=(away,))
    (found,) = conflicts(asked, LONG).conflicts
    assert {each.kind for each in found.concessions} == {"leave-day", "soft"}
    for each in found.concessions:
        assert each.price is not None
        best = solve(each.scenario, Settings(reproducible=True, seconds=5))
        assert best.schedule is not None
        report = judge(each.scenario, best.schedule)
        assert dict(each.price.levels) == {k: v for k, v in report.cost_by_level.items() if v}
    prices = {
        each.kind: sum(each.price.levels.values()) for each in found.concessions if each.price
    }
    assert prices["soft"] > prices["leave-day"] == 0


def test_only_a_row_that_cites_a_text_is_called_law() -> None:
    """A strict row at the first level is no law because of that."""
    kinds = {}
    for reference in ("", "Code du travail, L3131-1"):
        rule = row("days_period", who=People(ids=frozenset("A")), minimum=2, period="horizon")
        rule = replace(rule, level=1, reference=reference, origin=Cell(sheet="Règles", row=2))
        away = Absence(person="A", first=1, last=3, origin=Cell(sheet="Absences", row=2))
        asked = scenario(2, 4, {"E": 1}, [rule], absences=(away,))
        (found,) = conflicts(asked, LONG).conflicts
        kinds[reference] = [each.kind for each in found.concessions]
    assert list(kinds.values()) == [["soft"], ["law"]]


def test_a_concession_that_settles_one_of_two_conflicts_says_so() -> None:
    """Two people owe what leave does not allow: giving a day back settles that person's alone."""
    leave = tuple(
        Absence(person=name, first=1, last=3, code="CA", origin=Cell(sheet="Absences", row=number))
        for name, number in (("A", 2), ("C", 3))
    )
    who = People(ids=frozenset("AC"))
    rules = [row("days_period", who=who, minimum=2, period="horizon")]
    found = conflicts(scenario(4, 4, {"E": 1}, rules, absences=leave), LONG).conflicts
    told = [each for conflict in found for each in conflict.concessions]
    assert told
    for each in told:
        assert each.scope == "conflict"
        assert each.price is None
        assert not has_roster(each.scenario)
        own = tuple(one for one in each.scenario.absences if one.person == each.person)
        assert has_roster(replace(each.scenario, absences=own))


def test_two_conflicts_on_one_day_are_settled_one_by_one() -> None:
    """The same day lacks a morning and an evening: each concession says that one remains."""
    asked = scenario(1, 1, {}, [row("cover_minimum", must=True)])
    more = tuple(
        Demand(shift=code, minimum=2, target=2, maximum=2, origin=Cell(sheet="Besoins", row=number))
        for code, number in (("E", 2), ("L", 3))
    )
    found = conflicts(replace(asked, demand=more), LONG).conflicts
    assert len(found) == 2
    told = [each for conflict in found for each in conflict.concessions]
    assert told
    assert {each.scope for each in told} == {"conflict"}
