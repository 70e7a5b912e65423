"""Careless workbooks: every fault is found in its cell, and nothing else is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from rotaplan.sheets.problems import render
from tests.sheets.books import MONDAY, base, changed, places, read, with_sheet


def test_the_sound_workbook_has_no_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, base())
    assert reading.problems == ()
    assert reading.scenario is not None
    assert [person.id for person in reading.scenario.people] == ["007", "008", "009", "010"]
    assert reading.scenario.person["007"].name == "Anne Petit"


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "code"),
    [
        ("Paramètres", 1, 2, "31/02/2027", "date-impossible"),
        ("Paramètres", 2, 2, 0, "number-out-of-range"),
        ("Paramètres", 3, 2, "Europe/Pari", "zone-unknown"),
        ("Paramètres", 4, 2, "ZZ", "country-unknown"),
        ("Agents", 3, 1, "007", "person-duplicate"),
        ("Agents", 3, 1, None, "cell-required"),
        ("Agents", 3, 4, 80, "share-out-of-range"),
        ("Agents", 3, 4, "mi-temps", "share-unreadable"),
        ("Postes", 3, 1, "M", "code-duplicate"),
        ("Postes", 2, 1, dt.date(2027, 5, 1), "code-mangled"),
        ("Postes", 2, 3, "24:30", "number-out-of-range"),
        ("Postes", 2, 3, "6:75", "clock-impossible"),
        ("Postes", 2, 4, None, "span-half"),
        ("Postes", 2, 5, 480, "pause-too-long"),
        ("Postes", 2, 6, "matain", "word-unknown"),
        ("Besoins", 2, 1, "X9", "code-unknown"),
        ("Besoins", 2, 1, "RH", "demand-not-work"),
        ("Besoins", 2, 2, "lindi", "days-unknown"),
        ("Besoins", 2, 3, 3, "min-above-max"),
        ("Besoins", 2, 3, dt.date(2027, 3, 2), "number-mangled"),
        ("Besoins", 2, 4, 2.5, "count-unreadable"),
        ("Règles", 2, 1, "repos entre les duites", "rule-unknown"),
        ("Règles", 2, 2, "onze", "duration-unreadable"),
        ("Règles", 2, 2, "100:00", "number-out-of-range"),
        ("Règles", 2, 2, None, "rule-parameter-missing"),
        ("Règles", 2, 3, "stricte ?!x", "word-unknown"),
    ],
)
def test_one_fault_in_a_sound_workbook(
    tmp_path: Path, sheet: str, row: int, column: int, value: Any, code: str
) -> None:
    reading = read(tmp_path, changed(sheet, row, column, value))
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    cell = f"{sheet}!{chr(64 + column)}{row}"
    assert (code, cell) in places(errors)
    follow_up = {"code-unknown"} if sheet == "Postes" else set()
    assert {problem.code for problem in errors} - follow_up == {code}
    assert reading.scenario is None
    for problem in reading.problems:
        assert render(problem, "fr")
        assert render(problem, "en")


def test_parameters_that_do_not_go_together(tmp_path: Path) -> None:
    """The message names both as they stand in the sheet, and nothing of the program."""
    book = base()
    book["Règles"] = [
        ["Règle", "Min", "Fenêtre", "Valeur"],
        ["repos hebdomadaire", "35:00", "7 j", "dimanche=oui"],
        ["repos groupés", 3, "année", "week_end=oui; longueur=3"],
    ]
    reading = read(tmp_path, book)
    assert places(reading.problems) == [("rule-invalid", f"Règles!A{row}") for row in (2, 3)]
    sunday, weekend = (render(problem, "fr") for problem in reading.problems)
    assert "« dimanche / sunday » et « Fenêtre / Window » ne vont pas ensemble" in sunday
    assert "« week_end / weekend » et « longueur / length » ne vont pas ensemble" in weekend


@pytest.mark.parametrize(
    ("sheet", "rows", "expected"),
    [
        ("Agents", [["Matricule", "Nom"]], ("agents-none", "")),
        ("Besoins", [["Code", "Jour", "Min"]], ("demand-none", "")),
        (
            "Besoins",
            [["Code", "Jour", "Site", "Min"], ["M", "lu-ve", "A", 1], ["M", "mercredi", "B", 2]],
            ("demand-replaced", "Besoins!A2"),
        ),
        (
            "Postes",
            [
                ["Code", "Début", "Fin", "Nature"],
                ["M", "6:00", "14:00", None],
                ["N", "21:00", "7:00", None],
                ["AM", None, None, "après-midi"],
            ],
            ("shift-untimed", "Postes!B4"),
        ),
    ],
)
def test_what_would_be_passed_over_in_silence_is_a_warning(
    tmp_path: Path, sheet: str, rows: list[list[Any]], expected: tuple[str, str]
) -> None:
    """The workbook is read all the same, and the planner is told what will not count."""
    reading = read(tmp_path, with_sheet(sheet, *rows))
    assert reading.scenario is not None
    warnings = [problem for problem in reading.problems if problem.severity == "warning"]
    assert places(warnings) == [expected]
    for language in ("fr", "en"):
        assert all(render(problem, language) for problem in warnings)


@pytest.mark.parametrize("start", [None, "31/02/2027"])
def test_days_that_are_not_known_hide_no_other_fault(tmp_path: Path, start: str | None) -> None:
    """One reading names the missing start and the faults of the sheets that come after it."""
    book = with_sheet("Absences", ["Agent", "Du"], ["999", MONDAY])
    book["Paramètres"][0][1] = start
    book["Besoins"][1][1] = "lindi"
    book["Règles"][1][1] = "onze"
    found = {place for _, place in places(read(tmp_path, book).problems)}
    assert found == {"Paramètres!B1", "Absences!A2", "Besoins!B2", "Règles!B2"}


def test_parameters_are_named_in_both_languages(tmp_path: Path) -> None:
    """Whoever reads English is not told French words alone, nor the other way round."""
    book = base()
    book["Règles"] = [
        ["Règle", "Valeur"],
        ["balance_count", "équité=1"],
        ["forbidden_succession", None],
    ]
    unknown, missing = sorted(read(tmp_path, book).problems, key=lambda one: one.code)[::-1]
    assert {"tolérance", "tolerance"} <= set(unknown.facts["expected"])
    assert missing.facts["parameter"] == "puis / then"


SHEETS_WITH_FAULTS = [
    (
        "Compétences",
        [["Agent", "Compétence", "Valide du", "Valide au"]],
        [
            (["999", "HAB", None, None], "person-unknown", "A"),
            (["007", None, None, None], "cell-required", "B"),
            (
                ["007", "HAB", dt.date(2027, 5, 1), dt.date(2027, 4, 1)],
                "validity-reversed",
                "D",
            ),
        ],
    ),
    (
        "Absences",
        [["Agent", "Du", "Au", "Code"]],
        [
            (["007", dt.date(2027, 3, 10), dt.date(2027, 3, 9), "CA"], "dates-reversed", "C"),
            (["007", "31/06/2027", None, "CA"], "date-impossible", "B"),
            (["007", None, None, "CA"], "cell-required", "B"),
            (["008", dt.date(2027, 3, 10), None, "M"], "absence-works", "D"),
        ],
    ),
    (
        "Souhaits",
        [["Agent", "Date", "Souhait", "Force"]],
        [
            (["007", dt.date(2027, 3, 10), "pas Z", None], "shifts-unknown", "C"),
            (["007", None, "repos", None], "wish-without-day", "B"),
            (["007", dt.date(2027, 3, 10), "repos", "énorme"], "word-unknown", "D"),
            (["007", dt.date(2027, 3, 10), "repos", 0], "number-out-of-range", "D"),
        ],
    ),
    (
        "Fixes",
        [["Agent", "Date", "Code"]],
        [
            (["007", dt.date(2027, 3, 10), "Z"], "code-unknown", "C"),
            (["007", None, "M"], "cell-required", "B"),
            (["Nobody", dt.date(2027, 3, 10), "M"], "person-unknown", "A"),
        ],
    ),
    (
        "Calendrier",
        [["Date", "Au", "Type", "Service comme"]],
        [
            (["hier", None, "férié", None], "date-unreadable", "A"),
            ([dt.date(2027, 3, 10), dt.date(2027, 3, 9), "x", None], "dates-reversed", "B"),
            ([dt.date(2027, 3, 10), None, None, "lundredi"], "word-unknown", "D"),
        ],
    ),
    (
        "Disponibilités",
        [["Agent", "Jour", "Début", "Fin", "Type"]],
        [
            (["007", "lu", "8:00", "12:00", "bof"], "word-unknown", "E"),
            (["007", "lu", "8h60", "12:00", "dispo"], "clock-impossible", "C"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "header", "row", "code", "column"),
    [
        (name, header, row, code, column)
        for name, header, faults in SHEETS_WITH_FAULTS
        for row, code, column in faults
    ],
)
def test_one_fault_in_a_further_sheet(
    tmp_path: Path, name: str, header: list[list[str]], row: list[Any], code: str, column: str
) -> None:
    reading = read(tmp_path, with_sheet(name, *header, row))
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert places(errors) == [(code, f"{name}!{column}2")]
    for problem in reading.problems:
        assert render(problem, "fr")
        assert render(problem, "en")


def test_all_faults_are_collected_at_once(tmp_path: Path) -> None:
    book = changed("Agents", 3, 1, "007")
    book["Agents"][3][3] = 80
    book["Besoins"][1][0] = "X9"
    book["Règles"][1][1] = "onze"
    reading = read(tmp_path, book)
    assert places(reading.problems) == [
        ("person-duplicate", "Agents!A3"),
        ("share-out-of-range", "Agents!D4"),
        ("code-unknown", "Besoins!A2"),
        ("duration-unreadable", "Règles!B2"),
    ]


def test_overlapping_absences_name_both_rows(tmp_path: Path) -> None:
    book = with_sheet(
        "Absences",
        ["Agent", "Du", "Au", "Code", "Demi-journée"],
        ["007", MONDAY, dt.date(2027, 3, 10), "CA"],
        ["007", dt.date(2027, 3, 10), dt.date(2027, 3, 12), "RTT"],
        ["008", MONDAY, None, "CA", "matin"],
        ["008", MONDAY, None, "CA", "après-midi"],
    )
    (problem,) = read(tmp_path, book).problems
    assert (problem.code, str(problem.cell)) == ("absence-overlap", "Absences!B3")
    assert problem.facts["other"] == "Absences!A2"


def test_work_imposed_on_an_absence(tmp_path: Path) -> None:
    book = with_sheet("Absences", ["Agent", "Du", "Code"], ["007", MONDAY, "CA"])
    book["Fixes"] = [["Agent", "Date", "Code"], ["007", MONDAY, "M"], ["008", MONDAY, "repos"]]
    assert places(read(tmp_path, book).problems) == [("pin-on-absence", "Fixes!C2")]


def test_two_imposed_codes_for_one_day(tmp_path: Path) -> None:
    book = with_sheet("Fixes", ["Agent", "Date", "Code"], ["007", MONDAY, "M"], ["7", MONDAY, "N"])
    assert places(read(tmp_path, book).problems) == [("pin-contradiction", "Fixes!C3")]


def test_what_does_not_stop_the_work_is_said(tmp_path: Path) -> None:
    book = with_sheet(
        "Absences",
        ["Agent", "Du", "Au", "Code"],
        ["007", "3/4/27", None, "CA"],
        ["008", dt.date(2027, 3, 9), None, "CA"],
    )
    book["Compétences"] = [["Agent", "Compétence"], ["007", "CACES"]]
    book["Besoins"][0].append("Qualification")
    book["Besoins"][1].append("CACE")
    reading = read(tmp_path, book)
    assert reading.scenario is not None
    assert {(p.code, str(p.cell), p.severity) for p in reading.problems} == {
        ("date-ambiguous", "Absences!B2", "warning"),
        ("date-off-horizon", "Absences!B2", "warning"),
        ("skill-unheld", "Besoins!A2", "warning"),
        ("skill-unasked", "Compétences!B2", "notice"),
    }
    unheld = next(p for p in reading.problems if p.code == "skill-unheld")
    assert unheld.facts["suggestion"] == "CACES"


def test_unknown_sheets_and_columns_are_never_passed_over(tmp_path: Path) -> None:
    book = with_sheet("Agants", ["a"], ["b"])
    book["Contrats"] = [["Règle", "Agent"], ["rest_between", "007"]]
    book["Personnel"] = [["Matricule"], ["011"]]
    book["Agents"][0] += ["Quotitée", "Zzz"]
    reading = read(tmp_path, book)
    found = {(p.code, p.severity, p.facts.get("suggestion", "")) for p in reading.problems}
    assert found == {
        ("sheet-unknown", "notice", "Agents"),
        ("sheet-later", "notice", ""),
        ("sheet-twice", "warning", ""),
        ("column-unknown", "warning", "Quotité"),
        ("column-unknown", "notice", ""),
    }
    assert reading.scenario is not None


def test_missing_sheets_columns_and_headings(tmp_path: Path) -> None:
    book = base()
    del book["Postes"]
    book["Agents"][0][0] = "Pointure"
    codes = {problem.code for problem in read(tmp_path, book).problems}
    assert {"sheet-missing", "column-missing"} <= codes
    other = base()
    other["Agents"] = [["x", "y"], ["a", "b"]]
    assert ("header-missing", "Agents!A1") in places(read(tmp_path, other).problems)


def test_rows_of_totals_and_blank_rows_are_no_records(tmp_path: Path) -> None:
    book = base()
    book["Agents"].insert(3, [None, None])
    book["Agents"].append([None, None, None, 2.8])
    book["Besoins"].append(["Total", None, 2, 3])
    reading = read(tmp_path, book)
    assert places(reading.problems) == [("row-total", "Besoins!A4")]
    assert reading.scenario is not None
    assert len(reading.scenario.people) == 4


def test_headings_are_found_under_titles(tmp_path: Path) -> None:
    book = base()
    book["Agents"] = [["Service de jour"], [], ["Liste du personnel"], [], *book["Agents"]]
    reading = read(tmp_path, book)
    assert reading.problems == ()
    assert reading.scenario is not None
    origin = reading.scenario.people[0].origin
    assert str(origin) == "Agents!A6"


def test_a_code_that_looks_like_a_number_keeps_its_meaning(tmp_path: Path) -> None:
    book = base()
    book["Postes"] += [["012", "douze", "8:00", "12:00"], ["1E3", "mille", "8:00", "12:00"]]
    book["Besoins"] += [[12, None, 1, 1], [1000, None, 0, 1]]
    reading = read(tmp_path, book)
    assert reading.problems == ()
    assert reading.scenario is not None
    assert [line.shift for line in reading.scenario.demand] == ["M", "N", "012", "1E3"]
