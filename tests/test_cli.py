"""The command line as a planner uses it: files, messages, exit codes, both languages."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from rotaplan.cli import main

ROOT = Path(__file__).parent.parent
LIMITS = ["--reproducible", "--time-limit", "3"]


def run(*words: str | Path) -> Result:
    """Run a command; whatever is raised is a failure of the test."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture(scope="module", params=["fr", "en"])
def solved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an example workbook and its answer, in one language."""
    folder = tmp_path_factory.mktemp(request.param)
    assert run("init", folder / "a.xlsx", "--lang", request.param).exit_code == 0
    done = run("solve", folder / "a.xlsx", *LIMITS, "--json", folder / "a.json")
    assert done.exit_code == 0, done.output
    (folder / "said.txt").write_text(done.output, encoding="utf-8")
    return folder


def test_answer_stands_beside_the_input(solved: Path) -> None:
    """The answer is a new file, and the message says where."""
    assert (solved / "a_planning.xlsx").exists()
    assert "a_planning.xlsx" in (solved / "said.txt").read_text(encoding="utf-8")


def test_speaks_the_language_of_the_workbook(solved: Path) -> None:
    """Without --lang the terminal answers in the language of the headings."""
    said = (solved / "said.txt").read_text(encoding="utf-8")
    french = "Aucune règle stricte n'est enfreinte."
    english = "No strict rule is broken."
    assert (french in said, english in said) == (
        (True, False) if solved.name.startswith("fr") else (False, True)
    )


def test_json_has_the_stable_form(solved: Path) -> None:
    """The keys of the interface, days counted from the start, no days off."""
    told = json.loads((solved / "a.json").read_text(encoding="utf-8"))
    assert {
        "status",
        "objective",
        "bound",
        "levels",
        "seconds",
        "seed",
        "versions",
        "assignments",
        "uncovered",
        "violations",
    } <= set(told)
    assert told["status"] in ("optimal", "feasible")
    first = told["assignments"][0]
    assert set(first) == {"person", "date", "day", "shift", "skill"}
    assert min(one["day"] for one in told["assignments"]) == 0
    assert all(one["strict"] is False for one in told["violations"])
    assert told["objective"] == sum(level["cost"] for level in told["levels"])


def test_answer_checks_clean(solved: Path) -> None:
    """What solve wrote, check accepts."""
    checked = run("check", solved / "a_planning.xlsx")
    assert checked.exit_code == 0, checked.output


def test_hand_edit_that_breaks_a_rule_is_found(solved: Path, tmp_path: Path) -> None:
    """One person worked without a day off for the whole fortnight: exit 1, person named."""
    book = openpyxl.load_workbook(solved / "a_planning.xlsx")
    sheet = next(book[name] for name in ("Planning", "Roster") if name in book.sheetnames)
    told = json.loads((solved / "a.json").read_text(encoding="utf-8"))
    person, code = told["assignments"][0]["person"], told["assignments"][0]["shift"]
    row = next(r for r in range(1, 60) if sheet.cell(r, 1).value == person)
    dates = next(
        r for r in range(1, row) if sum(isinstance(c.value, dt.datetime) for c in sheet[r]) == 14
    )
    for cell in sheet[dates]:
        if isinstance(cell.value, dt.datetime):
            sheet.cell(row, cell.column).value = code
    book.save(tmp_path / "edited.xlsx")
    targets = ["--json", tmp_path / "c.json", "-o", tmp_path / "alerts.xlsx"]
    checked = run("check", tmp_path / "edited.xlsx", *targets)
    assert checked.exit_code == 1, checked.output
    broken = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["violations"]
    assert any(one["strict"] and one["person"] == person for one in broken)
    named = sum(one["strict"] for one in broken)
    assert sum(line.startswith("  ") and " · " in line for line in checked.output.splitlines()) >= (
        named
    ), "check writes no workbook unless asked, so that every breach is printed"
    assert "cover_maximum" not in checked.output, "a rule that has no row goes by its name"
    alerts = openpyxl.load_workbook(tmp_path / "alerts.xlsx")
    assert {"Alertes", "Alerts"} & set(alerts.sheetnames)


def test_nothing_is_overwritten(solved: Path) -> None:
    """Neither the answer without --force, nor the input ever."""
    before = (solved / "a_planning.xlsx").read_bytes()
    again = run("solve", solved / "a.xlsx", *LIMITS)
    assert again.exit_code == 2
    assert (solved / "a_planning.xlsx").read_bytes() == before
    onto_itself = run("solve", solved / "a.xlsx", "-o", solved / "a.xlsx", "--force", *LIMITS)
    assert onto_itself.exit_code == 2


@pytest.mark.parametrize(
    ("people", "expected"), [(1, "1 agent, 14 jours"), (2, "2 agents, 14 jours")]
)
def test_nothing_to_plan_is_said_in_words(people: int, expected: str, tmp_path: Path) -> None:
    """A workbook of one person and no needs: counted in the singular, and no feigned success."""
    assert run("init", tmp_path / "a.xlsx", "--lang", "fr").exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["Agents"].delete_rows(2 + people, 50)
    for name in ("Besoins", "Compétences", "Absences", "Disponibilités", "Souhaits", "Fixes"):
        book[name].delete_rows(2, 50)
    del book["Historique"]
    book.save(tmp_path / "b.xlsx")
    done = run("solve", tmp_path / "b.xlsx", "--time-limit", "1")
    assert done.exit_code == 0, done.output
    assert expected in done.output
    assert "Les besoins ne demandent aucun poste." in done.output


@pytest.mark.parametrize(
    "words",
    [
        ("solve", "nothing.xlsx"),
        ("check", "nothing.xlsx"),
        ("import", "schedulingbenchmarks", "nothing.txt"),
        ("import", "inrc2", "nothing/n005w4_0_1-2-3-3"),
    ],
)
def test_missing_file_is_said_plainly(words: tuple[str, ...], tmp_path: Path) -> None:
    """A file that is not there: one line, exit 2, no traceback, nothing written."""
    told = run(*words, "--lang", "fr")
    assert told.exit_code == 2
    assert "nothing" in told.output
    assert "Traceback" not in told.output
    assert not list(tmp_path.iterdir())


def test_not_a_workbook(tmp_path: Path) -> None:
    """A text under the name of a workbook is refused with a sentence."""
    fake = tmp_path / "b.xlsx"
    fake.write_text("not a workbook", encoding="utf-8")
    told = run("solve", fake)
    assert told.exit_code == 2
    assert "b.xlsx" in told.output


def test_answer_to_a_folder_that_is_missing(solved: Path, tmp_path: Path) -> None:
    """Said before anything is computed."""
    told = run("solve", solved / "a.xlsx", "-o", tmp_path / "no" / "x.xlsx", *LIMITS)
    assert told.exit_code == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_reference_names_every_rule(language: str) -> None:
    """``rotaplan rules`` has an entry for each registered rule."""
    from rotaplan.rules.base import all_rules

    told = run("rules", "--lang", language)
    assert told.exit_code == 0
    for key in all_rules():
        assert f"`{key}`" in told.output


def test_help_loads_nothing_heavy() -> None:
    """The help text needs neither the solver nor a table library."""
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from rotaplan.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        "heavy = {'ortools', 'pandas', 'numpy', 'openpyxl', 'xlsxwriter', 'holidays', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_interrupt_while_a_line_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C may come at any moment, not only while the terminal waits for news."""
    from rotaplan import terminal

    def interrupted(elapsed: float, *rest: object) -> str:
        signal.raise_signal(signal.SIGINT)
        return "line"

    monkeypatch.setattr(terminal, "_line", interrupted)
    assert run("init", tmp_path / "a.xlsx").exit_code == 0
    done = run("solve", tmp_path / "a.xlsx", "--time-limit", "60")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a_planning.xlsx").exists()


@pytest.mark.slow
def test_interrupt_keeps_the_best(tmp_path: Path) -> None:
    """Ctrl-C ends the search; the best schedule so far is judged and written."""
    base = ROOT / "scenarios/regie_transports/base.xlsx"
    limits = ["--time-limit", "600", "--workers", "2"]
    going = subprocess.Popen(
        [
            sys.executable,
            "-u",
            "-m",
            "rotaplan",
            "solve",
            str(base),
            "-o",
            str(tmp_path / "out.xlsx"),
            *limits,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LANG": "fr_FR.UTF-8"},
    )
    assert going.stdout is not None
    for line in going.stdout:
        if "effectifs minimaux" in line:
            break
    going.send_signal(signal.SIGINT)
    said = going.stdout.read()
    assert going.wait(timeout=60) == 0, said
    assert (tmp_path / "out.xlsx").exists()


def test_cells_fixed_against_a_rule_stay_and_are_told(tmp_path: Path) -> None:
    """Work imposed on a day of leave: a roster is written, and terminal, JSON and alert say why."""
    source, told = tmp_path / "a.xlsx", tmp_path / "a.json"
    assert run("init", source).exit_code == 0
    book = openpyxl.load_workbook(source)
    away, pins = book["Absences"], book["Fixes"]
    person, third = away["A2"].value, away["B2"].value + dt.timedelta(days=2)
    pins["A3"], pins["B3"], pins["E3"] = person, third, "M"
    cell = "Fixes!E3"
    book.save(source)
    done = run("solve", source, *LIMITS, "--json", told)
    assert done.exit_code == 1, done.output
    forced = f"Imposé par une cellule fixée à la main : .*{cell}"
    assert re.search(forced, done.output), done.output
    (breach,) = (
        one for one in json.loads(told.read_text(encoding="utf-8"))["violations"] if one["strict"]
    )
    assert (breach["rule"], breach["person"], breach["locked"]) == ("availability", person, True)
    alerts = openpyxl.load_workbook(tmp_path / "a_planning.xlsx")["Alertes"]
    (line,) = (row for row in alerts.iter_rows(values_only=True) if row[0] == "strict")
    assert re.search(forced, str(line[3]))
