"""The three verdicts in the workbook and in the terminal: told apart, cited, the debt counted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from rotaplan.terminal import print_check
from rotaplan.write.xlsx import write_xlsx
from tests.sheets.test_derogations import MONDAY, TUESDAY, night_then_morning

ALLOWED = ["A2", "007", TUESDAY, dt.date(2027, 3, 10), "chef", dt.date(2027, 4, 1), "3:00"]


def test_the_workbook_tells_the_verdicts_apart(tmp_path: Path) -> None:
    result = night_then_morning(tmp_path, ALLOWED)
    write_xlsx(result, tmp_path / "out.xlsx", source=tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    lines = [[cell.value for cell in row] for row in book["Alertes"].iter_rows(min_row=4)]
    told = {line[0]: line for line in lines if line[2] == "repos quotidien"}
    assert set(told) == {"dérogé", "non vérifiable"}
    assert told["dérogé"][3].endswith(
        "Dérogé (FPH-RJ12 · décret 2002-9 art. 6, chef, échéance jeu. 1 avr., repos dû 3 h)."
    )
    assert all(line[12].startswith("FPH-RJ12") for line in told.values())
    assert not any(line[0] == "strict" for line in lines)
    summary = {row[0].value: row[1].value for row in book["Synthèse"].iter_rows()}
    assert (summary["Écarts dérogés"], summary["Contrôles non vérifiables"]) == ("1", "1")
    verdict = book["Synthèse"]["A2"].value
    assert "Un écart est couvert par une dérogation." in verdict
    assert "Un contrôle reste non vérifiable" in verdict
    assert "Dérogations" in book.sheetnames


def test_the_rest_due_is_a_counter(tmp_path: Path) -> None:
    write_xlsx(night_then_morning(tmp_path, ALLOWED), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Compteurs"]
    column = next(cell.column for cell in sheet[3] if cell.value == "Repos dû (h)")
    due = {row[0].value: row[column].value for row in sheet.iter_rows(min_row=5)}
    assert due["007"] == 3
    assert set(due.values()) == {0, 3}


def test_without_debt_there_is_no_such_counter(tmp_path: Path) -> None:
    write_xlsx(night_then_morning(tmp_path), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Compteurs"]
    assert "Repos dû (h)" not in [cell.value for cell in sheet[3]]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("sous les réserves", "Dérogé (", "non vérifiable", f"{MONDAY.day} mars")),
        ("en", ("with the reservations", "Derogated (", "cannot be verified", "8 Mar")),
    ],
)
def test_the_terminal_never_calls_a_derogated_roster_clean(
    tmp_path: Path, language: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    print_check(night_then_morning(tmp_path, ALLOWED), language)
    told = capsys.readouterr().out
    assert all(word in told for word in words), told
