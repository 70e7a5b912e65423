"""The sheet of scenarios: cells written over, each variant read as a workbook of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import rotaplan
from rotaplan.cli import main
from rotaplan.domain.scenario import Scenario
from rotaplan.errors import WorkbookError
from rotaplan.rules.rest import RestBetween
from tests.sheets.books import Book, base, write_xlsx

HEADINGS = ["Nom", "Feuille", "Clé", "Champ", "Valeur"]


def book(*rows: list[object]) -> Book:
    """Return the workbook of the tests with rows of scenarios."""
    return {**base(), "Scénarios": [HEADINGS, *rows]}


def variants(folder: Path, *rows: list[object]) -> dict[str, Scenario]:
    """Return the variants that some rows describe."""
    path = write_xlsx(folder / "b.xlsx", book(*rows))
    return {name: one.scenario for name, one in rotaplan.variants(path).items()}


def test_a_workbook_without_the_sheet_has_no_variants(tmp_path: Path) -> None:
    assert rotaplan.variants(write_xlsx(tmp_path / "b.xlsx", base())) == {}


def test_a_cell_is_written_over_in_every_row_of_its_key(tmp_path: Path) -> None:
    """The other variants, and the workbook itself, stay as they are."""
    found = variants(
        tmp_path, ["A", "Besoins", "M", "Cible", 4], ["B", "Demand", "N", "Target", "2"]
    )
    asked = {name: {one.shift: one.target for one in s.demand} for name, s in found.items()}
    assert asked == {"A": {"M": 4, "N": 1}, "B": {"M": 2, "N": 2}}


def test_rows_of_one_name_go_together(tmp_path: Path) -> None:
    found = variants(
        tmp_path,
        ["A", "Agents", "007", "Quotité", "50 %"],
        ["A", "Paramètres", "Durée (jours)", None, 7],
        ["A", "Agents", "Luc Grand", "Équipe", "Est"],
    )
    (scenario,) = found.values()
    assert scenario.horizon.days == 7
    assert [(float(one.fte), one.team) for one in scenario.people[:2]] == [
        (0.5, "Nord"),
        (0.8, "Est"),
    ]


def test_a_rule_is_named_as_in_any_language_and_columns_are_added(tmp_path: Path) -> None:
    """The cap on a rule has no column in this workbook yet; a row can be named by a cell too."""
    found = variants(
        tmp_path,
        ["A", "Règles", "repos quotidien", "Min", "12:00"],
        ["B", "Rules", "A2", "Qui", "équipe:Nord"],
    )
    first, second = (
        next(rule for rule in one.rules if rule.key == "rest_between") for one in found.values()
    )
    assert isinstance(first, RestBetween)
    assert isinstance(second, RestBetween)
    assert (first.minimum, second.minimum) == (720, 660)
    assert first.who != second.who


def test_an_empty_key_means_every_row(tmp_path: Path) -> None:
    (scenario,) = variants(tmp_path, ["A", "Agents", None, "Contrat", "CDD"]).values()
    assert {one.contract for one in scenario.people} == {"CDD"}


def test_people_are_counted(tmp_path: Path) -> None:
    """None like Zoé, and with what is said of her gone; three like Anne, hired on the first day."""
    rows = book(["A", "Agents", "009", "Nombre", 0], ["A", "Staff", "007", "Count", 3])
    rows["Absences"] = [["Agent", "Du"], ["009", "10/03/2027"]]
    (found,) = rotaplan.variants(write_xlsx(tmp_path / "b.xlsx", rows)).values()
    assert [one.id for one in found.scenario.people] == ["007", "008", "010", "+1", "+2"]
    assert {one.team for one in found.scenario.people[-2:]} == {"Nord"}
    assert found.scenario.absences == ()


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (["A", "Besoinz", "N", "Cible", 2], "B2", "Besoins"),
        (["A", "Planning", "N", "Cible", 2], "B2", "Planning"),
        (["A", "Besoins", "X", "Cible", 2], "C2", "« X »"),
        (["A", "Besoins", "N", "Cibl", 2], "D2", "Cible"),
        (["A", "Besoins", "N", "Cible", "deux"], "E2", "deux"),
        (["A", "Agents", "007", "Nombre", "3,5"], "E2", "3,5"),
        (["A", "Agents", "007", "Quotité", "300 %"], "E2", "300 %"),
        (["A", "Paramètres", "Durée (jours)", None, "beaucoup"], "E2", "beaucoup"),
        (["A", "Paramètres", "Débutt", None, 7], "C2", "Début »"),
        (["A", None, "N", "Cible", 2], "B2", "Feuille"),
        (["+0", "Besoins", "N", "Cible", 2], "A2", "+0"),
        (["-1 / +2", "Besoins", "N", "Cible", 2], "A2", "-1 / +2"),
        (["§ fph", "Besoins", "N", "Cible", 2], "A2", "§ fph"),
        ([-1, "Besoins", "N", "Cible", 2], "A2", "-1"),
    ],
)
def test_a_faulty_row_is_told_with_its_cell(
    tmp_path: Path, row: list[object], cell: str, said: str
) -> None:
    """Also where only the other sheet shows the fault: the cell is the one that is written."""
    path = write_xlsx(tmp_path / "b.xlsx", book(row))
    with pytest.raises(WorkbookError) as caught:
        rotaplan.variants(path)
    (problem,) = caught.value.problems
    assert str(problem.cell) == f"Scénarios!{cell}"
    done = CliRunner().invoke(main, ["sweep", str(path)])
    assert done.exit_code == 2
    assert said in done.output


def test_a_sweep_solves_the_sheet(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", book(["Deux nuits", "Besoins", "N", "Cible", 2]))
    told = tmp_path / "b.json"
    options = ["--time-limit", "1", "--reproducible", "--processes", "1", "--json", str(told)]
    done = CliRunner().invoke(main, ["sweep", str(path), *options])
    assert done.exit_code == 0, done.output
    lines = json.loads(told.read_text("utf-8"))["variants"]
    assert [one["name"] for one in lines] == ["+0", "Deux nuits"]
    assert lines[1]["asked"] == lines[0]["asked"] + 14
