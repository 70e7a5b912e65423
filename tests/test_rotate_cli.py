"""``rotaplan rotate`` from file to workbook: exit codes, both languages, the sheet read again."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from rotaplan.cli import main
from rotaplan.formats.tables import Table, write_tables
from rotaplan.sheets import read_workbook
from tests.formats.test_rws import TEXT

WORDS = {
    "fr": ("Lignes du roulement", "Début", "Fin", "nuit", "strict", "lundi"),
    "en": ("Rotation lines", "Start", "End", "night", "strict", "Monday"),
}
RULES = [
    ("work_run", "", 3, 6, "", "strict"),
    ("off_run", "", 2, None, "", "strict"),
    ("forbidden_succession", "S", None, None, "then=M", "strict"),
    ("forbidden_succession", "N", None, None, "then=M, S", "strict"),
    ("rest_hours", "", None, None, "double=60:00", "strict"),
]


def workbook(folder: Path, language="fr", *, lines: int | None = 5, held: int = 1, rules=RULES):
    """Write three shifts round the clock as a planner would."""
    import datetime as dt

    words = WORDS[language]
    settings = [
        ("Titre" if language == "fr" else "Title", "Poste P1"),
        (words[1], dt.date(2027, 3, 22)),
        (words[2], dt.date(2027, 3, 28)),
        *([(words[0], lines)] if lines else []),
    ]
    hours = [("M", "06:00", "14:00"), ("S", "14:00", "22:00"), ("N", "22:00", "06:00")]
    target = folder / "poste.xlsx"
    tables = [
        Table(sheet="settings", columns=("setting", "setting_value"), rows=settings),
        Table(sheet="staff", columns=("id", "name"), rows=[(f"P-{n}", f"P-{n}") for n in range(6)]),
        Table(
            sheet="shifts",
            columns=("code", "label", "start", "end"),
            rows=[(code, code, start, end) for code, start, end in hours],
        ),
        Table(
            sheet="demand",
            columns=("code", "min", "max"),
            rows=[(code, held, held) for code, _, _ in hours],
        ),
        Table(
            sheet="rules",
            columns=("rule", "posts", "min", "max", "value", "status", "window"),
            rows=[(*rule, "")[:7] for rule in rules],
        ),
    ]
    write_tables(target, tables, language)
    return target


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["rotate", *map(str, words)])
    return done.exit_code, done.output


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_becomes_a_grid_that_is_input_again(tmp_path: Path, language) -> None:
    source, answer = workbook(tmp_path, language), tmp_path / "answer.json"
    code, output = run(source, "--json", answer, "--reproducible")
    assert code == 0, output
    found = json.loads(answer.read_text(encoding="utf-8"))
    assert (found["status"], found["lines"]) == ("optimal", 5)
    assert found["figures"]["full_weekends"] == 2
    assert found["figures"]["proven"] == [
        "missing",
        "full_weekends",
        "longest_wait",
        "changes",
        "rests",
    ]
    assert ("prouvé" if language == "fr" else "proven") in output
    written = tmp_path / "poste_roulement.xlsx"
    assert written.is_file()
    whole = tmp_path / "whole.xlsx"
    joined(source, written, whole)
    reading = read_workbook(whole)
    assert [one for one in reading.problems if one.severity != "notice"] == []
    assert reading.scenario is not None
    (rotation,) = reading.scenario.rotations
    assert (rotation.name, rotation.rows()) == ("Poste P1", found["rotation"])


def joined(source: Path, written: Path, target: Path) -> None:
    """Put the sheet of grids into the planner's workbook."""
    import openpyxl

    book, other = openpyxl.load_workbook(source), openpyxl.load_workbook(written)
    sheet = other.worksheets[0]
    copy = book.create_sheet(sheet.title)
    for row in sheet.iter_rows(values_only=True):
        copy.append(row)
    book.save(target)


@pytest.mark.slow
def test_alternatives_stand_side_by_side_and_in_one_sheet(tmp_path: Path) -> None:
    source, answer = workbook(tmp_path), tmp_path / "answer.json"
    code, output = run(source, "--json", answer, "--alternatives", 2, "--reproducible")
    assert code == 0, output
    found = json.loads(answer.read_text(encoding="utf-8"))
    (other,) = found["alternatives"]
    assert other["rotation"] != found["rotation"]
    assert "grille 2" in output
    whole = tmp_path / "whole.xlsx"
    joined(source, tmp_path / "poste_roulement.xlsx", whole)
    reading = read_workbook(whole)
    assert reading.scenario is not None
    assert [one.rows() for one in reading.scenario.rotations] == [
        found["rotation"],
        other["rotation"],
    ]


def test_the_fewest_lines_with_their_proof(tmp_path: Path) -> None:
    source, answer = workbook(tmp_path, "en", lines=9), tmp_path / "answer.json"
    code, output = run(source, "--min-staff", "--json", answer, "--reproducible")
    assert code == 0, output
    found = json.loads(answer.read_text(encoding="utf-8"))
    assert found["fewest"] == {"lines": 5, "proven": True}
    assert "At least 5 lines are needed" in output
    assert "no rotation of 4 lines" in output


def test_fewer_grids_than_asked_for_are_said(tmp_path: Path) -> None:
    """Three lines that are worked every day and never change: there is one grid in all."""
    rules = [
        ("forbidden_succession", one, None, None, f"then={', '.join(others)}", "strict")
        for one, *others in ("MSN", "SMN", "NMS")
    ]
    source = workbook(tmp_path, lines=3, rules=rules)
    words = ("--fixed-lines", "--alternatives", 2, "--time-limit", 0.2, "--reproducible")
    code, output = run(source, *words)
    assert code == 0, output
    assert "Une seule grille sur 2 demandées" in output


@pytest.mark.parametrize(("language", "word"), [("fr", "erreur"), ("en", "error")])
def test_mistakes_are_told_in_the_language_of_the_workbook(tmp_path: Path, language, word) -> None:
    code, output = run(
        workbook(tmp_path, language, rules=[("work_run", "", None, 2, "", "strikt")])
    )
    assert code == 2
    assert f"[{word}]" in output
    code, output = run(tmp_path / "none.txt")
    assert code == 2
    assert "none.txt" in output


def test_arithmetic_before_any_search(tmp_path: Path) -> None:
    rules = [("days_period", "", None, 5, "", "strict")]
    source = workbook(tmp_path, held=2, lines=7, rules=rules)
    code, output = run(source, "--json", tmp_path / "answer.json")
    assert code == 2
    assert "42 postes par semaine, 7 lignes × 5 jours = 35" in output
    assert "Recherche" not in output
    assert "Règles!A2" in output
    assert not (tmp_path / "poste_roulement.xlsx").exists()


def test_lines_that_are_kept_have_whole_days(tmp_path: Path) -> None:
    rules = [("work_run", "", None, 6, "", "strict"), ("off_run", "", 2, None, "", "strict")]
    source = workbook(tmp_path, "en", lines=4, rules=rules)
    code, output = run(source, "--weeks", 2)
    assert code == 2
    assert "42 posts in 2 weeks, 4 lines × 10 days = 40" in output
    assert "Searching" not in output


def test_a_file_that_is_replaced_stays_whole_where_writing_fails(tmp_path: Path) -> None:
    from rotaplan import api

    target = tmp_path / "mine.xlsx"
    target.write_text("mine")
    question, _ = api.rotation_question(workbook(tmp_path), 5)
    assert question is not None
    found = api.rotate(question, api.Settings(seconds=0.1, reproducible=True))
    with pytest.raises(FileNotFoundError):
        api.write_rotation(found, target, language="xx")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        api.draw_rotation(found, target, language="xx")  # type: ignore[arg-type]
    assert [one.name for one in tmp_path.glob("mine*")] == ["mine.xlsx"]
    assert target.read_text() == "mine"


def test_the_number_of_lines_from_option_settings_or_people(tmp_path: Path) -> None:
    answer = tmp_path / "answer.json"
    source = workbook(tmp_path, lines=None)
    for words, lines in ((("--lines", 7), 7), ((), 6)):
        brief = ("--time-limit", 2, "--reproducible")
        code, output = run(source, *words, "--json", answer, "--force", *brief)
        assert code == 0, output
        assert json.loads(answer.read_text(encoding="utf-8"))["lines"] == lines


def test_rows_that_have_no_place_in_a_cycle_are_named(tmp_path: Path) -> None:
    rules = [
        *RULES,
        ("near_leave", "", None, None, "", "souple"),
        ("minutes_average", "", None, "44:00", "", "strict"),
    ]
    source = workbook(tmp_path, rules=rules)
    code, output = run(source, "--reproducible")
    assert code == 0, output
    assert "Règles!A7" in output
    assert "souhaits, congés" in output
    assert "Règles!A8" not in output


def test_a_rule_over_the_whole_plan_has_no_place_in_a_cycle(tmp_path: Path) -> None:
    """Three weekends at most in the plan say nothing of a walk that never ends; of four do."""
    for window, aside in (("", True), ("28", False)):
        rules = [*RULES, ("weekends_max", "", None, 3, "", "strict", window)]
        source = workbook(tmp_path, rules=rules)
        code, output = run(source, "--reproducible", "--force")
        assert code == 0, output
        assert ("Règles!A7" in output and "par mois, par année ou sur l'horizon" in output) is aside


def test_a_period_that_a_window_replaces_is_not_read(tmp_path: Path) -> None:
    """Sundays are counted by month unless a window is given: then any weeks will do."""
    rules = [*RULES, ("sundays", "", 1, None, "", "strict", "28")]
    code, output = run(workbook(tmp_path, rules=rules), "--reproducible")
    assert code == 0, output
    assert "Règles!A7" not in output


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_departure_from_a_soft_row_is_told(tmp_path: Path, language) -> None:
    """Two days of work and three of rest, again and again, are fourteen posts on five lines."""
    import openpyxl

    rules = [
        ("work_run", "", None, 2, "", "strict"),
        ("off_run", "", 3, None, "", "souple"),
        ("near_leave", "", None, None, "", "souple"),
    ]
    source, answer = workbook(tmp_path, language, rules=rules), tmp_path / "answer.json"
    code, output = run(source, "--json", answer, "--time-limit", 0.2, "--reproducible")
    assert code == 0, output
    figures = json.loads(answer.read_text(encoding="utf-8"))["figures"]
    row = "Règles!A3" if language == "fr" else "Rules!A3"
    told = figures["departures"]
    assert told
    assert {(one["rule"], one["row"]) for one in told} == {("off_run", row)}
    assert sum(one["price"] for one in told) == figures["prices"]["4"]
    many = "écarts, prix" if language == "fr" else "departures, price"
    assert f"{len(told)} {many}" in output or len(told) == 1
    assert output.count(f"{row} · ") == min(len(told), 10)
    assert ("souhaits, congés" if language == "fr" else "wishes, leave") in output
    sheet = openpyxl.load_workbook(tmp_path / "poste_roulement.xlsx").worksheets[2]
    assert sheet.title == ("Écarts" if language == "fr" else "Departures")
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [line[1] for line in lines] == [row] * len(told)
    assert [line[6] for line in lines] == [one["price"] for one in told]


def test_a_public_instance_as_it_is(tmp_path: Path) -> None:
    source = tmp_path / "small.txt"
    source.write_text(TEXT, encoding="utf-8")
    code, output = run(source, "--lang", "en", "--reproducible", "--lines", 4)
    assert code in (0, 2), output
    assert "Traceback" not in output
    code, output = run(tmp_path / "none.dzn", "--lang", "en")
    assert code == 2
    assert "none.dzn" in output


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    source = workbook(tmp_path)
    (tmp_path / "poste_roulement.xlsx").write_text("mine")
    code, _ = run(source)
    assert code == 2
    assert (tmp_path / "poste_roulement.xlsx").read_text() == "mine"


def without(source: Path, *sheets: str, settings: tuple[str, ...] = ()) -> None:
    """Take sheets, and rows of the settings, out of a workbook."""
    import openpyxl

    book = openpyxl.load_workbook(source)
    for name in sheets:
        del book[name]
    sheet = next((one for one in book if one.title in ("Paramètres", "Settings")), None)
    for row in range(sheet.max_row if sheet else 0, 0, -1):
        if sheet.cell(row, 1).value in settings:
            sheet.delete_rows(row)
    book.save(source)


@pytest.mark.parametrize(("language", "staff"), [("fr", "Agents"), ("en", "Staff")])
def test_neither_people_nor_dates_are_needed(tmp_path: Path, language, staff) -> None:
    source, answer = workbook(tmp_path, language), tmp_path / "answer.json"
    without(source, staff, settings=WORDS[language][1:3])
    code, output = run(source, "--json", answer, "--time-limit", 1, "--reproducible")
    assert code == 0, output
    assert json.loads(answer.read_text(encoding="utf-8"))["lines"] == 5
    assert staff not in output
    solved = CliRunner().invoke(main, ["solve", str(source)])
    assert solved.exit_code == 2
    assert staff in solved.output
    assert WORDS[language][1] in solved.output


def test_the_blank_workbook_is_enough_with_its_empty_dates_and_people(tmp_path: Path) -> None:
    import openpyxl

    source = workbook(tmp_path)
    book = openpyxl.load_workbook(source)
    for row in book["Paramètres"].iter_rows():
        if row[0].value in ("Début", "Fin"):
            row[1].value = None
    book["Agents"].delete_rows(2, 20)
    book.save(source)
    code, output = run(source, "--time-limit", 0.1, "--reproducible")
    assert code == 0, output
    assert "Début" not in output
    assert "ne nomme personne" not in output


def test_a_rule_left_aside_is_called_by_its_name(tmp_path: Path) -> None:
    rules = [("balance_minutes", "", None, "7:00", "", "souple")]
    code, output = run(workbook(tmp_path, rules=rules), "--time-limit", 0.1, "--reproducible")
    assert code == 0, output
    assert "équilibre des heures" in output
    assert "balance_minutes" not in output


def regime(source: Path, *named: str) -> None:
    """Give people a regime, and mean them by every rule."""
    import openpyxl

    book = openpyxl.load_workbook(source)
    staff, rules = book["Agents"], book["Règles"]
    staff.cell(1, staff.max_column + 1).value = "Régime"
    for row, name in zip(range(2, staff.max_row + 1), named, strict=True):
        staff.cell(row, staff.max_column).value = name
    rules.cell(1, rules.max_column + 1).value = "Qui"
    for row in range(2, rules.max_row + 1):
        rules.cell(row, rules.max_column).value = "régime:FPH"
    book.save(source)


def test_a_rule_for_the_regime_of_all_is_kept_by_every_line(tmp_path: Path) -> None:
    """Two days on end at most for people of a regime, and everybody is."""
    source = workbook(tmp_path, rules=[("work_run", "", None, 2, "", "strict")])
    regime(source, *["FPH"] * 6)
    answer = tmp_path / "answer.json"
    code, output = run(source, "--json", answer, "--time-limit", 0.1, "--reproducible")
    assert code == 0, output
    days = [code for row in json.loads(answer.read_text())["rotation"] for code in row]
    assert not any(all(pair) for pair in zip(days, days[1:], days[2:], strict=False))
    regime_of_some = workbook(tmp_path, rules=[("work_run", "", None, 2, "", "strict")])
    regime(regime_of_some, "FPH", *["TPU"] * 5)
    _, output = run(regime_of_some, "--time-limit", 0.1, "--reproducible", "--force")
    assert "elle vise certains agents" in output


@pytest.mark.parametrize("words", [(), ("--min-staff",), ("--fixed-lines",)])
def test_a_shift_that_nobody_may_hold_is_named_before_any_search(tmp_path: Path, words) -> None:
    rules = [*RULES, ("break_rule", "", None, "6:00", "", "strict")]
    code, output = run(workbook(tmp_path, rules=rules), *words)
    assert code == 2
    assert output.count("Règles!A7 [erreur] Personne ne peut tenir le poste") == 3
    assert "pause dans le travail" in output


def test_a_number_of_lines_is_needed_where_nobody_is_named(tmp_path: Path) -> None:
    source = workbook(tmp_path, lines=None)
    without(source, "Agents")
    code, output = run(source)
    assert code == 2
    assert "--lines" in output


def test_a_date_that_is_there_must_be_one(tmp_path: Path) -> None:
    source = workbook(tmp_path)
    without(source, "Agents", settings=("Début",))
    code, output = run(source)
    assert code == 2
    assert "Début" in output


def test_a_picture_is_drawn_and_never_over_another_unasked(tmp_path: Path) -> None:
    source, picture = workbook(tmp_path), tmp_path / "roulement.svg"
    words = (source, "--picture", picture, "--time-limit", 1, "--reproducible")
    code, output = run(*words)
    assert code == 0, output
    assert str(picture) in output
    drawn = picture.read_bytes()
    root = ElementTree.fromstring(drawn)
    codes = [one for one in root.iter() if one.get("class") == "code"]
    assert len(codes) == 21
    (tmp_path / "poste_roulement.xlsx").unlink()
    code, output = run(*words)
    assert code == 2
    assert "roulement.svg" in output
    assert picture.read_bytes() == drawn
    assert not (tmp_path / "poste_roulement.xlsx").exists()


def test_without_a_rotation_the_exit_code_says_so(tmp_path: Path) -> None:
    source = workbook(tmp_path, lines=4)
    code, output = run(source, "--reproducible")
    assert code == 1
    assert "prouvé" in output


@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_that_do_not_rotate_are_read_again_one_by_one(tmp_path: Path, language) -> None:
    rules = [("work_run", "", None, 6, "", "strict")]
    source = workbook(tmp_path, language, rules=rules)
    answer, picture = tmp_path / "answer.json", tmp_path / "lines.svg"
    words = ("--fixed-lines", "--json", answer, "--picture", picture)
    code, output = run(source, *words, "--time-limit", 0.1, "--reproducible")
    assert code == 0, output
    found = json.loads(answer.read_text(encoding="utf-8"))
    assert (found["weeks"], len(found["rotation"])) == (1, 5)
    assert found["figures"]["hours_gap"] == 480
    assert "hours_gap" in found["figures"]["proven"]
    assert ("écart d'heures" if language == "fr" else "hours between lines") in output
    whole = tmp_path / "whole.xlsx"
    joined(source, tmp_path / "poste_roulement.xlsx", whole)
    reading = read_workbook(whole)
    assert reading.scenario is not None
    read = {one.name: one.rows() for one in reading.scenario.rotations}
    assert read == {f"Poste P1 - {n}": [row] for n, row in enumerate(found["rotation"], start=1)}
    drawn = ElementTree.fromstring(picture.read_bytes())
    assert len([one for one in drawn.iter() if one.get("class") == "code"]) == 21


@pytest.mark.slow
def test_a_line_may_have_more_weeks_than_one(tmp_path: Path) -> None:
    answer = tmp_path / "answer.json"
    words = ("--weeks", 2, "--lines", 5, "--json", answer, "--time-limit", 0.1, "--reproducible")
    rules = [("work_run", "", None, 5, "", "strict")]
    code, output = run(workbook(tmp_path, rules=rules), *words)
    assert code == 0, output
    found = json.loads(answer.read_text(encoding="utf-8"))
    assert (found["weeks"], found["lines"], len(found["rotation"])) == (2, 5, 10)
    assert "2.1" in output
