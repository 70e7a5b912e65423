"""Whatever stands in a cell, the reader comes to the end and says what is wrong."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from rotaplan.problem import Problems
from rotaplan.sheets.parse import parse_workbook
from rotaplan.sheets.problems import render
from rotaplan.sheets.read import RawSheet, read_sheets
from rotaplan.sheets.template import write_template

NONSENSE: tuple[object, ...] = (
    *("", " ", "x", "?!", "=1+1", "sauf", "sauf ;", ":", "équipe:", "du au", "-", "lu-", "9" * 40),
    *("31/02/2027", "99:99", "1/2/3/4", "éœ’\u00a0", "a\nb;c", "=", "then=", "=3", "PT9H9M9S"),
    *(0, 1, -1, 1e300, 1e-9, float(2**63), 45.5, 80, True, False),
    *(float("inf"), float("nan")),
    *(dt.date(1900, 1, 1), dt.date(2027, 3, 2), dt.datetime(1900, 1, 1, 1, 30), dt.time(23, 59)),
    *(dt.datetime(9999, 12, 31, 23, 59), dt.timedelta(days=-1), dt.timedelta(days=10**6)),
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[RawSheet, ...]:
    path: Path = tmp_path_factory.mktemp("example") / "example.xlsx"
    write_template(path, language="fr", example=True)
    return read_sheets(path, Problems())


def spoil(sheets: tuple[RawSheet, ...], draw: random.Random, count: int) -> tuple[RawSheet, ...]:
    """Return the sheets with some cells replaced."""
    rows = {sheet.name: [list(row) for row in sheet.rows] for sheet in sheets}
    for _ in range(count):
        name = draw.choice([sheet.name for sheet in sheets if not sheet.name.startswith("_")])
        row = draw.choice(rows[name])
        row[draw.randrange(len(row))] = draw.choice(NONSENSE)
    return tuple(
        RawSheet(sheet.name, tuple(map(tuple, rows[sheet.name])), sheet.facts) for sheet in sheets
    )


@pytest.mark.parametrize("seed", range(150))
def test_nonsense_is_never_a_traceback(sheets: tuple[RawSheet, ...], seed: int) -> None:
    draw = random.Random(seed)
    reading = parse_workbook(spoil(sheets, draw, draw.choice((1, 3, 30))), Problems())
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert (reading.scenario is None) == bool(errors)
    for problem in reading.problems:
        assert render(problem, "fr")
        assert render(problem, "en")


ROWS: tuple[tuple[object, ...], ...] = (
    ("Id", "Type", "Début", "Fin", "Connu le", "Cible", "Effet", "Horaires", "Qualifications"),
    ("1", "absence", dt.datetime(2027, 3, 9, 5, 0), dt.date(2027, 3, 10), "09/03 05:00", "0001"),
    ("2", "retard", "10/03", None, None, "A", "06:15"),
    ("3", "habilitation perdue", "10/03", None, None, "0002", "HAB:N"),
    ("4", "fermeture", "10/03 10:40", "11/03 24:00", None, "M; S"),
    ("5", "suppression", "12/03", "12/03", None, "nuit"),
    ("6", "horaires modifiés", "12/03", "13/03", None, "M", None, "07:00-11:00/12:00-15:00"),
    ("7", "ajout", "12/03", "13/03", None, "BR", "+2", "22:00-23:00/01:00-06:00", "HAB:N"),
    ("8", "besoin", "14/03", "15/03", None, "tous", "×0,5"),
    ("9", "service réduit", "16/03", "17/03", None, None, "comme dimanche"),
    ("10", "volontaire", "18/03", None, None, "B"),
)


@pytest.mark.parametrize("seed", range(60))
def test_nonsense_in_an_incident_is_never_a_traceback(
    sheets: tuple[RawSheet, ...], seed: int
) -> None:
    draw = random.Random(seed)
    width = len(ROWS[0])
    table = tuple((*row, *[""] * (width - len(row))) for row in ROWS)
    (incident,) = spoil((RawSheet("Perturbations", table),), draw, draw.choice((1, 5, 30)))
    others = tuple(sheet for sheet in sheets if sheet.name != "Perturbations")
    reading = parse_workbook((*others, incident), Problems())
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert (reading.scenario is None) == bool(errors)
    for problem in reading.problems:
        assert render(problem, "fr")
        assert render(problem, "en")
