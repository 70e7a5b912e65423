"""Conflicts: the planted rows are found, nothing is too much, and sound questions have none."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from random import Random

import openpyxl
import pytest
from click.testing import CliRunner

from rotaplan import Settings
from rotaplan.api import conflicts, read
from rotaplan.cli import main
from rotaplan.domain.people import HeldSkill, People
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.explanation import Clauses, Conflict
from rotaplan.explanation.clauses import Piece
from rotaplan.problem import Cell
from rotaplan.write.reasons import item_text
from tests.explanation.alone import has_roster, possible
from tests.explanation.planted import CASES, planted, sound
from tests.sheets.books import write_xlsx
from tests.solve.small import row, scenario
from tests.solve.test_truth import best, drawn

ROOT = Path(__file__).parents[2]
SMALL = [case for case in CASES if case[2] == 12]
LARGE = [case for case in CASES if case[2] > 12]
LONG = Settings(seconds=600)


def rows(conflict: Conflict) -> set[tuple[str, int]]:
    """Return the rows of the workbook that a conflict names."""
    return {(cell.sheet, cell.row) for item in conflict.items for cell in item.rows}


def ask(folder: Path, case: tuple[str, int, int, int]) -> tuple[Scenario, set[tuple[str, int]]]:
    """Return a planted question as read from its workbook, and the culprits."""
    made = planted(*case)
    reading = read(write_xlsx(folder / "planted.xlsx", made.book))
    assert reading.scenario is not None, reading.problems
    assert not [one for one in reading.problems if one.severity != "notice"]
    return reading.scenario, made.culprits


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case[0])
def test_what_was_planted_is_found_and_nothing_else(
    tmp_path: Path, case: tuple[str, int, int, int]
) -> None:
    """One conflict holds all culprits; it is impossible alone, and possible with one item less."""
    one, culprits = ask(tmp_path, case)
    told = conflicts(one, LONG)
    assert [culprits <= rows(conflict) for conflict in told.conflicts].count(True) == 1
    for conflict in told.conflicts:
        assert conflict.minimal
        assert not possible(one, conflict.items)
        for left_out in conflict.items:
            rest = [item for item in conflict.items if item is not left_out]
            assert possible(one, rest), left_out


@pytest.mark.slow
@pytest.mark.parametrize("case", LARGE, ids=lambda case: f"{case[0]}-{case[2]}")
def test_what_was_planted_is_found_in_larger_services(
    tmp_path: Path, case: tuple[str, int, int, int]
) -> None:
    """The same with up to 60 people over eight weeks; concessions have tests of their own."""
    one, culprits = ask(tmp_path, case)
    told = conflicts(one, LONG, concede_seconds=0)
    (conflict,) = (found for found in told.conflicts if culprits <= rows(found))
    assert conflict.minimal
    assert not possible(one, conflict.items)
    for left_out in conflict.items[:4]:
        assert possible(one, [item for item in conflict.items if item is not left_out])


def test_a_person_who_owes_more_than_leave_allows() -> None:
    """The row of the leave and the rule, for that person alone."""
    one = scenario(
        3,
        4,
        {"E": 1},
        [row("days_period", who=People(ids=frozenset("C")), minimum=2, period="horizon")],
        absences=(
            Absence(person="C", first=1, last=3, origin=Cell(sheet="Absences", row=7)),
            Absence(person="A", first=1, last=3, origin=Cell(sheet="Absences", row=8)),
        ),
    )
    (found,) = conflicts(one, LONG).conflicts
    assert [(item.rule.key, item.people, item.days) for item in found.items] == [
        ("days_period", ("C",), (0, 1, 2, 3)),
        ("availability", ("C",), (1, 2, 3)),
    ]
    assert [str(cell) for cell in found.items[1].cells] == ["Absences!A7"]


def test_people_in_the_same_trouble_are_told_once() -> None:
    """Three people owe what leave does not allow: one conflict, two people more."""
    leave = tuple(
        Absence(person=name, first=1, last=3, origin=Cell(sheet="Absences", row=number))
        for number, name in enumerate("ABC", start=2)
    )
    rules = [row("days_period", minimum=2, period="horizon")]
    (found,) = conflicts(scenario(4, 4, {"E": 1}, rules, absences=leave), LONG).conflicts
    assert found.items[0].people == ("A",)
    assert found.alike == ("B", "C")


def test_more_work_is_owed_than_there_is() -> None:
    """Everybody owes five days, with work for one: both people are named, and the maximum."""
    one = scenario(2, 7, {"E": 1}, [row("days_period", minimum=5, period="horizon")])
    (found,) = conflicts(one, LONG).conflicts
    assert {item.rule.key: item.people for item in found.items} == {
        "days_period": ("A", "B"),
        "cover_maximum": (),
    }


@pytest.mark.parametrize("seed", range(40))
def test_a_conflict_is_found_exactly_where_there_is_no_roster(seed: int) -> None:
    """Small random questions: found or not as the solver says, and minimal."""
    one = drawn(Random(seed))
    told = conflicts(one, LONG)
    assert bool(told.conflicts) != has_roster(one)
    for conflict in told.conflicts:
        assert conflict.minimal
        assert not possible(one, conflict.items)


@pytest.mark.parametrize("seed", range(6))
def test_sound_services_have_no_conflict(tmp_path: Path, seed: int) -> None:
    """A dozen people with leave, limits and strict cover in which everything can hold."""
    reading = read(write_xlsx(tmp_path / "sound.xlsx", sound(seed, 12, 14).book))
    assert reading.scenario is not None
    assert has_roster(reading.scenario)
    told = conflicts(reading.scenario, LONG)
    assert told.conflicts == ()
    assert told.complete


def test_what_can_be_changed_this_week_is_told_rather_than_law() -> None:
    """Either leave or a row of law keeps A from work: the leave is told, and the first week."""
    law = row("forbidden", who=People(ids=frozenset("A")))
    law = replace(law, reference="article 3")
    owed = row("days_period", who=People(ids=frozenset("A")), minimum=6, period="week")
    leave = tuple(
        Absence(person="A", first=7 * week, last=7 * week + 4, code="CA", origin=cell)
        for week, cell in enumerate(Cell(sheet="Absences", row=row) for row in (2, 3))
    )
    one = scenario(3, 14, {"E": 1}, [law, owed], absences=leave)
    (found,) = conflicts(one, LONG).conflicts
    assert [(item.rule.key, item.people) for item in found.items] == [
        ("days_period", ("A",)),
        ("availability", ("A",)),
    ]
    assert [item.cells for item in found.items if item.cells] == [(leave[0].origin,)]


def test_a_clash_over_a_weekend_is_found_on_its_days() -> None:
    """Nobody may work at weekends but C, who is away on Sunday: told without any other day."""
    rules = [
        row("weekends_max", who=People(ids=frozenset("AB")), maximum=0, must=True),
        row("cover_minimum", must=True),
    ]
    away = Absence(person="C", first=6, last=6, code="MAL", origin=Cell(sheet="Absences", row=2))
    asked = scenario(3, 14, {"E": 1}, rules, absences=(away,))
    (found,) = conflicts(asked, LONG, longest=2).conflicts
    keys = {item.rule.key: (item.people, item.days) for item in found.items}
    assert keys["weekends_max"] == (("A", "B"), (6,))
    assert keys["availability"] == (("C",), (6,))
    assert conflicts(replace(asked, absences=()), LONG).conflicts == ()


@pytest.mark.parametrize("most", [1, 2])
def test_weekends_that_may_be_worked_are_no_clash(most: int) -> None:
    """Two people share three weekends: each may work as many as it takes, or too few."""
    rules = [row("weekends_max", maximum=most, must=True), row("cover_minimum", must=True)]
    asked = scenario(2, 21, {"E": 1}, rules)
    assert bool(conflicts(asked, LONG).conflicts) == (most == 1) == (not has_roster(asked))


def test_a_skill_that_has_lapsed_is_named_with_its_row_and_can_be_renewed() -> None:
    """A's clearance ends on Tuesday, B has none: on Wednesday nobody can hold the post."""
    ends = dt.date(2027, 3, 2)
    held = HeldSkill(skill="HAB", valid_to=ends, origin=Cell(sheet="Compétences", row=7))
    asked = scenario(2, 3, {}, [row("cover_minimum", must=True)])
    asked = replace(
        asked,
        people=(replace(asked.people[0], skills=(held,)), asked.people[1]),
        demand=(Demand(shift="E", skill="HAB", minimum=1, target=1),),
    )
    (found,) = conflicts(asked, LONG).conflicts
    (lapsed,) = (item for item in found.items if item.cells == (held.origin,))
    assert (lapsed.people, lapsed.days) == (("A",), (2,))
    assert "Compétences!A7 · qualification non valable de A" in item_text(lapsed, asked, "fr")
    (renewed,) = (one for one in found.concessions if one.kind == "skill")
    assert (renewed.skill, renewed.person, renewed.cell) == ("HAB", "A", held.origin)
    assert has_roster(renewed.scenario)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_truth_agrees(seed: int) -> None:
    """By trying every roster of a tiny question."""
    one = drawn(Random(seed))
    assert bool(conflicts(one, LONG).conflicts) == (best(one) is None)


def test_the_command_line_tells_the_conflict(tmp_path: Path) -> None:
    """In the terminal, in the JSON and on a sheet with links; exit code 1."""
    made = planted("days_against_leave", 0, 12, 14)
    book = write_xlsx(tmp_path / "a.xlsx", made.book)
    told = CliRunner().invoke(
        main,
        ["solve", str(book), "--time-limit", "20", "--json", str(tmp_path / "a.json")],
        catch_exceptions=False,
    )
    assert told.exit_code == 1, told.output
    assert "se contredisent" in told.output
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert found["status"] == "infeasible"
    (conflict,) = found["conflicts"]
    assert {(entry["sheet"], int(entry["cell"][1:])) for entry in conflict} == made.culprits
    sheet = openpyxl.load_workbook(tmp_path / "a_planning.xlsx")["Explications"]
    lines = [str(cell.value) for (cell,) in sheet.iter_rows(max_col=1, min_row=3) if cell.value]
    assert lines[0].startswith("Ce que le calcul montre")
    assert lines[1] == found["shortages"][0]["text"]
    assert lines[5].startswith("Pour en sortir")
    assert lines[2].startswith("Ces deux lignes se contredisent : Règles!A6, Absences!A3")
    assert len(lines) == 7 + len(found["concessions"]) > 7
    for concession, line in zip(found["concessions"], lines[6:], strict=False):
        assert line.startswith(concession["text"])
        assert concession["conflict"] == 0
        assert concession["verified"] == "roster"
        assert (concession["sheet"], int(concession["cell"][1:])) in made.culprits
        assert (concession["price"] or {"uncovered": 0})["uncovered"] == 0  # None for want of time
    links = [cell.value for (cell,) in sheet.iter_rows(min_col=2, max_col=2) if cell.value]
    assert set(links[:2]) == {f"{name}!A{number}" for name, number in made.culprits}
    again = CliRunner().invoke(main, ["solve", str(tmp_path / "a_planning.xlsx"), "--lang", "en"])
    assert again.exit_code == 1
    assert "contradict each other" in again.output


def test_a_day_that_cannot_be_covered_is_told_before_any_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A strict minimum above the holders who are there: the search does not begin."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a search was begun")

    monkeypatch.setattr("rotaplan.terminal.follow", never)
    made = planted("holders_on_leave", 0, 12, 14)
    book = write_xlsx(tmp_path / "a.xlsx", made.book)
    told = CliRunner().invoke(
        main, ["solve", str(book), "--json", str(tmp_path / "a.json")], catch_exceptions=False
    )
    assert told.exit_code == 1, told.output
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    (conflict,) = found["conflicts"]
    assert made.culprits <= {
        (entry["sheet"], int(entry["cell"][1:])) for entry in conflict if entry["cell"]
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", sorted((ROOT / "scenarios").glob("*/*.xlsx")), ids=lambda one: one.stem
)
def test_the_scenarios_that_have_a_roster_have_no_conflict(path: Path) -> None:
    """Whatever holds together as a whole holds together on any few days."""
    reading = read(path)
    if reading.scenario is None:
        pytest.skip("no whole question: a sheet that goes with another workbook")
    assert conflicts(reading.scenario, LONG, alone=False, longest=4).conflicts == ()


def test_once_the_time_is_over_no_more_days_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a year of 150 people, what the rules ask of each stretch of days takes minutes to list."""
    one, _ = ask(tmp_path, SMALL[0])
    looked: list[tuple[int, int]] = []
    within = Clauses.within

    def counted(clauses: Clauses, first: int, last: int) -> tuple[Piece, ...]:
        looked.append((first, last))
        return within(clauses, first, last)

    monkeypatch.setattr(Clauses, "within", counted)
    assert not conflicts(one, Settings(seconds=0), alone=False).complete
    assert not looked
    assert conflicts(one, LONG, alone=False).conflicts
    assert looked
