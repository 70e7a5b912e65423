"""A roster begun by hand is completed: what is filled stays, what it breaks is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from rotaplan.api import completing, load, read
from rotaplan.cli import main
from rotaplan.domain.scenario import Absence, Pin
from tests.sheets.books import MONDAY, Book, base, write_ods, write_xlsx

LIMITS = ["--reproducible", "--time-limit", "3"]
DAYS = [MONDAY + dt.timedelta(days=day) for day in range(14)]
FILLED = {
    "007": ["N", "M", "", "RH", "CA", "", "M!"],  # 15 min between the night and the morning
    "009": ["", "M", "M", "r", "", "", ""],
}


def begun() -> Book:
    """Return a workbook whose roster is begun, in a layout of the planner's own."""
    book = base()
    book["Besoins"] = [["Code", "Jour", "Min", "Cible", "Max"], ["M", "lu-ve", 1, 2, 2]]
    book["Besoins"].append(["N", None, 1, 1, None])
    lines = [[who, *codes] for who, codes in FILLED.items()]
    book["Planning"] = [["Service des eaux"], ["Matricule", *DAYS], *lines]
    return book


def run(*words: str | Path) -> Result:
    """Run a command; whatever is raised is a failure of the test."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_what_is_filled_is_read_as_decided(tmp_path: Path, write: object) -> None:
    name = "a.xlsx" if write is write_xlsx else "a.ods"
    reading = read(write(tmp_path / name, begun()))  # type: ignore[operator]
    assert reading.filled is not None, reading.problems
    found = [(p.person, p.day, p.shift, p.text, str(p.origin)) for p in reading.filled.pins]
    assert found == [
        ("007", 0, "N", "N", "Planning!B3"),
        ("007", 1, "M", "M", "Planning!C3"),
        ("007", 3, None, "RH", "Planning!E3"),
        ("007", 6, "M", "M", "Planning!H3"),
        ("009", 1, "M", "M", "Planning!C4"),
        ("009", 2, "M", "M", "Planning!D4"),
        ("009", 3, None, "r", "Planning!E4"),
    ]
    assert [(a.person, a.first, a.last, a.code) for a in reading.filled.absences] == [
        ("007", 4, 4, "CA")
    ]


def test_the_grid_goes_before_the_sheet_of_imposed_days(tmp_path: Path) -> None:
    """Where both say the same it is said once; an absence known already is not another one."""
    book = begun()
    book["Fixes"] = [["Agent", "Date", "Code"], ["007", DAYS[0], "N"], ["009", DAYS[1], "N"]]
    book["Absences"] = [["Agent", "Du", "Code"], ["007", DAYS[4], "CA"]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", book))
    assert reading.scenario is not None
    one = completing(reading)
    assert len(one.absences) == 1
    at = [(pin.person, pin.day, pin.shift) for pin in one.pins]
    assert at.count(("007", 0, "N")) == 1
    assert at.index(("009", 1, "M")) < at.index(("009", 1, "N"))
    assert Pin(person="007", day=4, shift=None, text="CA") in [
        Pin(person=p.person, day=p.day, shift=p.shift, text=p.text) for p in one.pins
    ]
    assert all(isinstance(a, Absence) for a in one.absences)


def test_filled_cells_stay_and_clashes_are_told(tmp_path: Path) -> None:
    """Every filled cell is as it was, the empty ones are planned, and the short rest is told."""
    source = write_xlsx(tmp_path / "a.xlsx", begun())
    told = tmp_path / "a.json"
    done = run("complete", source, *LIMITS, "--json", told)
    assert done.exit_code == 1, done.output
    assert "8 cases remplies, gardées telles quelles ; 48 cases à compléter." in done.output
    assert "(Planning!B3)" in done.output
    strict = [v for v in json.loads(told.read_text(encoding="utf-8"))["violations"] if v["strict"]]
    assert {(v["rule"], v["person"], v["locked"]) for v in strict} == {
        ("rest_between", "007", True),
        ("no_overlap", "007", True),
    }
    book = load_workbook(tmp_path / "a_planning.xlsx")
    lines = {row[0].value: row for row in book["Planning"].iter_rows() if row[0].value}
    heads = lines["Matricule"]
    first = next(i for i, cell in enumerate(heads) if isinstance(cell.value, dt.datetime))
    for who, codes in FILLED.items():
        for day, code in enumerate(codes):
            cell = lines[who][first + day]
            if code:
                assert (cell.value or "") == code.rstrip("!")
                assert code == "CA" or "Imposé" in cell.comment.text
    assert [name for name in book.sheetnames if name.startswith("Planning")] == ["Planning"]
    # The cell of the input is not named where its sheet has given way to the new roster.
    assert "Planning!B3" not in str([[c.value for c in row] for row in book["Alertes"].rows])
    again = load(tmp_path / "a_planning.xlsx")
    assert again.people == load(source).people


def test_why_a_wish_was_refused_is_told(tmp_path: Path) -> None:
    """007 is put on a night by hand and has wished that day off: the row of the cell is named."""
    book = begun()
    book["Souhaits"] = [["Agent", "Date", "Souhait"], ["007", DAYS[0], "repos"]]
    told = tmp_path / "a.json"
    source = write_xlsx(tmp_path / "a.xlsx", book)
    run("complete", source, "--reproducible", "--time-limit", "0.1", "--json", told)
    (one,) = json.loads(told.read_text(encoding="utf-8"))["refused_wishes"]
    assert (one["person"], one["prices"]) == ("007", None)
    assert one["rule"] == "fixed"
    answer = load_workbook(tmp_path / "a_planning.xlsx")
    head, row = answer["Souhaits"].iter_rows(values_only=True)
    assert row[head.index("Pourquoi")] == one["reason"]


def test_nothing_is_overwritten_and_a_missing_roster_is_told(tmp_path: Path) -> None:
    source = write_xlsx(tmp_path / "a.xlsx", begun())
    (tmp_path / "a_planning.xlsx").write_bytes(b"mine")
    assert run("complete", source, *LIMITS).exit_code == 2
    assert (tmp_path / "a_planning.xlsx").read_bytes() == b"mine"
    bare = write_xlsx(tmp_path / "b.xlsx", base())
    told = run("complete", bare, *LIMITS, "--lang", "en")
    assert told.exit_code == 2
    assert "there is no sheet Planning to complete" in told.output
