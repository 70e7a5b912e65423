"""The sheet of absence rates: a row a team, and one for all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import rotaplan
from rotaplan import api
from rotaplan.cli import main
from rotaplan.sheets import read_workbook
from tests.sheets.books import base, write_xlsx


@pytest.mark.parametrize(
    ("sheet", "headings", "everybody"),
    [
        ("Absentéisme", ["Équipe", "Taux"], "tous"),
        ("Absence rates", ["Team", "Rate"], "all"),
        ("taux d'absence", ["groupe", "taux d'absence"], "*"),
    ],
)
def test_rates_are_read_by_team(
    tmp_path: Path, sheet: str, headings: list[str], everybody: str
) -> None:
    """Teams are spelt as in the sheet of people, whatever their case here."""
    rows = [headings, ["nord", "6,5 %"], [everybody, 0.04]]
    reading = read_workbook(write_xlsx(tmp_path / "b.xlsx", {**base(), sheet: rows}))
    assert reading.problems == ()
    assert reading.rates == {"Nord": 0.065, "": 0.04}
    assert rotaplan.load(tmp_path / "b.xlsx").rates == reading.rates


def test_a_team_that_is_called_everybody_is_a_team(tmp_path: Path) -> None:
    book = {**base(), "Absentéisme": [["Équipe", "Taux"], ["Tous", 0.1]]}
    book["Agents"][1][4] = "Tous"
    assert read_workbook(write_xlsx(tmp_path / "b.xlsx", book)).rates == {"Tous": 0.1}


@pytest.mark.parametrize(
    ("rows", "cell", "said"),
    [
        ([["Nort", 0.05]], "A2", "Nord"),
        ([["Est", 0.05]], "A2", "Nord, Sud"),
        ([["Nord", 5]], "B2", "5 %"),
        ([["Nord", "peu"]], "B2", "peu"),
        ([["Nord", "-2 %"]], "B2", "-2 %"),
        ([["Nord", None]], "B2", "Taux"),
        ([["Nord", 0.05], ["nord", 0.06]], "A3", "Absentéisme!A2"),
    ],
)
def test_a_faulty_row_is_told_with_its_cell(
    tmp_path: Path, rows: list[list[object]], cell: str, said: str
) -> None:
    book = {**base(), "Absentéisme": [["Équipe", "Taux"], *rows]}
    path = write_xlsx(tmp_path / "b.xlsx", book)
    (problem,) = read_workbook(path).problems
    assert (str(problem.cell), problem.severity) == (f"Absentéisme!{cell}", "error")
    done = CliRunner().invoke(main, ["robustness", str(path)])
    assert done.exit_code == 2
    assert f"Absentéisme!{cell}" in done.output
    assert said in done.output


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_holds_the_rate_of_a_team_and_of_all_others(
    tmp_path: Path, language: str
) -> None:
    path = tmp_path / "b.xlsx"
    api.write_template(path, language=language, example=True)
    assert rotaplan.load(path).rates == {"A": 0.08, "": 0.05}
