"""``replace`` and ``swap`` as a planner calls them: messages, exit codes, both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rotaplan.cli import main
from tests.sheets.books import MONDAY, base, write_xlsx
from tests.sheets.test_layouts import day

MONDAY_TEXT, TUESDAY_TEXT = "2027-03-08", "09/03/2027"
ROSTER: list[list[Any]] = [
    ["007", "Petit", "M", None, "M"],
    ["008", "Grand", "CMO", "M"],
    ["009", "Moyen", None, None, "N"],
    ["010", "Leroux", "N", "RH"],
]


def run(*words: str | Path, columns: int = 80) -> Result:
    """Run a command; whatever is raised is a failure of the test."""
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(
        main, [str(word) for word in words], catch_exceptions=False
    )


def book(folder: Path, rows: list[list[Any]] = ROSTER) -> Path:
    """Write the sound workbook, nights ending at 5:00, with a roster kept by hand."""
    made = base()
    made["Postes"][2][3] = "5:00"
    grid = [["", "Nom", *(day(number) for number in range(14))], *rows]
    return write_xlsx(folder / "planning.xlsx", {**made, "Planning": grid})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("M à pourvoir", "Anne Petit", "Repos : volontaires seulement", "1 absent")),
        ("en", ("M to fill", "Anne Petit", "Rest: volunteers only", "1 absent")),
    ],
)
@pytest.mark.parametrize("columns", [80, 120])
def test_a_call_list(tmp_path: Path, language: str, words: tuple[str, ...], columns: int) -> None:
    """Zoé is free, Luc is away (why is not said), Max works; the JSON counts all three."""
    path, told = book(tmp_path), tmp_path / "told.json"
    asked = ("--person", "007", "--date", MONDAY_TEXT, "--lang", language)
    done = run("replace", path, *asked, "--json", told, "--all", columns=columns)
    assert done.exit_code == 0, done.output
    for word in words:
        assert word in done.output
    assert max(map(len, done.output.splitlines())) <= max(columns, 100)
    content = json.loads(told.read_text(encoding="utf-8"))
    assert [one["person"] for one in content["candidates"]] == ["009"]
    assert {one["person"]: one["reason"] for one in content["excluded"]} == {
        "008": "absent",
        "010": "occupied",
    }
    assert "CMO" not in done.output + told.read_text(encoding="utf-8")


def test_nobody_can(tmp_path: Path) -> None:
    """Exit code 1, and the nearest ones with the rule in their way and its figures."""
    rows = [["007", "", None, "M"], ["008", "", "N"], ["009", "", "N"], ["010", "", "N"]]
    done = run("replace", book(tmp_path, rows), "--person", "007", "--date", TUESDAY_TEXT)
    assert done.exit_code == 1, done.output
    assert "Personne ne peut le prendre" in done.output
    assert "Luc Grand : 1 h 45 de repos avant M" in done.output
    assert "Max Leroux 1 h 45 / 11 h" in done.output


def test_an_exchange(tmp_path: Path) -> None:
    """Accepted with 0, refused with 1; the value and its limit are named."""
    path = book(tmp_path)
    done = run("swap", path, "--person", "007", "--date", MONDAY_TEXT, "--with", "009")
    assert (done.exit_code, done.output.splitlines()[0]) == (
        0,
        "Échange accepté : aucune règle stricte n'y est nouvellement enfreinte.",
    )
    told = tmp_path / "told.json"
    done = run(
        *("swap", path, "--person", "010", "--date", MONDAY_TEXT, "--with", "007"),
        *("--date2", TUESDAY_TEXT, "--lang", "en", "--json", told),
    )
    assert done.exit_code == 1, done.output
    assert done.output.startswith("Exchange refused.")
    assert json.loads(told.read_text(encoding="utf-8"))["accepted"] is False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "077", "--date", MONDAY_TEXT), "« 077 » n'est pas un agent connu."),
        (("--person", "007", "--date", "2027-05-01"), "va du 08/03/2027 au 21/03/2027"),
        (("--person", "007", "--date", TUESDAY_TEXT), "Ses postes les plus proches : 08/03/2027"),
        (("--person", "007", "--date", "2027-03-20"), "Personne ne travaille le 20/03/2027"),
    ],
)
def test_what_is_asked_wrongly_is_said(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run("replace", book(tmp_path), *words)
    assert done.exit_code == 2
    assert said in done.output


@pytest.mark.parametrize(
    "words",
    [
        ("--date", "8 mars"),
        ("--date", "2027-02-30"),
        ("--date", MONDAY_TEXT, "--now", "07:10"),
        ("--date", MONDAY_TEXT, "--now", "2027-03-08 25:00"),
        ("--date", MONDAY_TEXT, "--limit", "0"),
    ],
)
def test_options_that_mean_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run("replace", book(tmp_path), "--person", "007", *words).exit_code == 2


@pytest.mark.parametrize("command", [("replace",), ("swap", "--with", "008")])
def test_without_a_roster(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", base())
    done = run(*command, path, "--person", "007", "--date", MONDAY_TEXT)
    assert done.exit_code == 2
    assert "Planning" in done.output


def test_a_roster_that_breaks_rules_already(tmp_path: Path) -> None:
    """Said at once, with the figures; the list is made all the same."""
    rows = [["007", "", "M"], ["008", "", "N", "M"], ["009", ""], ["010", ""]]
    done = run("replace", book(tmp_path, rows), "--person", "007", "--date", MONDAY_TEXT)
    assert done.exit_code == 0, done.output
    assert "enfreint déjà une règle stricte" in done.output


def test_the_moment_of_the_calls(tmp_path: Path) -> None:
    path = book(tmp_path)
    asked = ("replace", path, "--person", "007", "--date", MONDAY_TEXT)
    assert "soit 18 h 45 avant" in run(*asked).output
    assert "soit 45 min avant" in run(*asked, "--now", f"{MONDAY_TEXT} 06:00").output
    assert "a commencé depuis 25 min" in run(*asked, "--now", "08/03/2027 07:10").output


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = book(tmp_path)
    before = path.read_bytes()
    asked = ("--person", "007", "--date", str(MONDAY), "--json", path)
    assert run("replace", path, *asked, "--force").exit_code == 2
    assert path.read_bytes() == before
