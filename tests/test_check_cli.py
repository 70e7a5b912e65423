"""``rotaplan check`` where a rule is broken over and over: summed up, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from rotaplan.cli import main
from tests.sheets.books import MONDAY, base, write_xlsx


def checked(folder: Path, worked: int, *words: str) -> Result:
    """Check a roster in which so many days are worked where none may be, and a rest is short."""
    book = base()
    people = ("007", "008", "009", "010")
    lines = [[person, *["M"] * 14] for person in people]
    cells = [(line, day) for day in range(14) for line in lines]
    for line, day in cells[worked:]:
        line[1 + day] = "RH"
    book["Règles"] = [
        ["Règle", "Min", "Max", "Fenêtre", "Statut", "Référence"],
        ["jours travaillés sur jours consécutifs", None, 0, "1", "strict", "art. 1"],
        ["repos quotidien", "17:00", None, None, "strict", "art. 2"],
    ]
    dates = [MONDAY + dt.timedelta(days=day) for day in range(14)]
    book["Planning"] = [["Matricule", *dates], *lines]
    source = write_xlsx(folder / "a.xlsx", book)
    return CliRunner().invoke(main, ["check", str(source), *words], catch_exceptions=False)


def test_twenty_breaches_of_a_row_are_printed_one_by_one(tmp_path: Path) -> None:
    done = checked(tmp_path, 20)
    assert done.exit_code == 1
    lines = [line for line in done.output.splitlines() if "art. 1" in line]
    assert len(lines) == 20
    assert "Le détail" not in done.output


@pytest.mark.parametrize(
    ("words", "many", "worst", "where"),
    [
        ([], "21 infractions, 4 agents", "La plus grave : Règles!A2 · ", "avec -o FICHIER.xlsx"),
        (["--lang", "en"], "21 breaches, 4 people", "The worst: Règles!A2 · ", "with -o FILE.xlsx"),
    ],
)
def test_more_are_summed_up(
    tmp_path: Path, words: list[str], many: str, worst: str, where: str
) -> None:
    """How often, how many people, the worst with its article; other rows one by one as before."""
    done = checked(tmp_path, 21, *words)
    assert done.exit_code == 1
    assert "  Règles!A2 · " in done.output
    assert many in done.output
    (line,) = (line for line in done.output.splitlines() if "art. 1" in line)
    assert worst in line
    assert len([line for line in done.output.splitlines() if "16 h 30" in line]) == 17
    assert where in done.output.splitlines()[-1]


def test_the_workbook_and_the_json_hold_them_all(tmp_path: Path) -> None:
    output, told = tmp_path / "b.xlsx", tmp_path / "b.json"
    done = checked(tmp_path, 56, "-o", str(output), "--json", str(told))
    assert done.exit_code == 1
    assert f"Le détail : {output}, {told}." in done.output
    found = json.loads(told.read_text(encoding="utf-8"))["violations"]
    rows = [one["row"] for one in found if one["strict"]]
    assert (rows.count("Règles!A2"), rows.count("Règles!A3")) == (56, 52)
    alerts = openpyxl.load_workbook(output)["Alertes"]
    strict = [row for row in alerts.iter_rows(values_only=True) if row[0] == "strict"]
    assert len(strict) == len(rows) >= 108


def test_open_posts_of_a_shift_are_summed_up_too(tmp_path: Path) -> None:
    """Thirty days of nights that nobody works: one line, and the ten of mornings as they are."""
    book = base()
    book["Paramètres"][1] = ["Durée (jours)", 30]
    book["Besoins"] = [["Code", "Jour", "Min", "Cible"], ["M", "lu-ma", 1, 2], ["N", None, 2, 3]]
    dates = [MONDAY + dt.timedelta(days=day) for day in range(30)]
    book["Planning"] = [["Matricule", *dates], ["007", *[None] * 30]]
    source = write_xlsx(tmp_path / "a.xlsx", book)
    done = CliRunner().invoke(main, ["check", str(source)], catch_exceptions=False)
    assert "  N : il manque 90 au total, sur 30 jours" in done.output
    assert done.output.count(" · M : il manque 2") == 10
    assert done.output.count(" · N : il manque") == 0
    assert "Le détail" in done.output.splitlines()[-1]
