"""Small workbooks for tests, in the three formats, from rows of Python values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from rotaplan.problem import Problem
from rotaplan.sheets import Reading, read_workbook

Rows = list[list[Any]]
Book = dict[str, Rows]
MONDAY = dt.date(2027, 3, 8)


def base() -> Book:
    """Return a workbook without fault: two weeks, four people, two shifts."""
    return {
        "Paramètres": [
            ["Début", MONDAY],
            ["Durée (jours)", 14],
            ["Fuseau horaire", "Europe/Paris"],
            ["Pays", "FR"],
        ],
        "Agents": [
            ["Matricule", "Nom", "Prénom", "Quotité", "Équipe", "Contrat"],
            ["007", "Petit", "Anne", 1, "Nord", "CDI"],
            ["008", "Grand", "Luc", 0.8, "Nord", "CDD"],
            ["009", "Moyen", "Zoé", "50 %", "Sud", "CDI"],
            ["010", "Leroux", "Max", "0,5", "Sud", "CDD"],
        ],
        "Postes": [
            ["Code", "Libellé", "Début", "Fin", "Pause (min)", "Nature", "Étiquettes"],
            ["M", "matin", dt.time(6, 45), dt.time(14, 15), 30, "matin", "sol"],
            ["N", "nuit", "21h15", "7:00", None, "nuit", "sol, dur"],
            ["RH", "repos", None, None, None, "repos", None],
        ],
        "Besoins": [["Code", "Jour", "Min", "Cible"], ["M", "lu-ve", 1, 2], ["N", None, 1, 1]],
        "Règles": [["Règle", "Min", "Statut"], ["rest_between", "11:00", "strict"]],
    }


def write_xlsx(path: Path, book: Mapping[str, Rows]) -> Path:
    """Write a workbook with typed cells."""
    with xlsxwriter.Workbook(str(path)) as made:
        formats = {
            name: made.add_format({"num_format": form})
            for name, form in (("date", "dd/mm/yyyy"), ("time", "hh:mm"), ("long", "[h]:mm"))
        }
        for name, rows in book.items():
            sheet = made.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    _xlsx_cell(sheet, r, c, value, formats)
    return path


def _xlsx_cell(sheet: Any, r: int, c: int, value: Any, formats: Mapping[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(r, c, value)
    elif isinstance(value, bool):
        sheet.write_boolean(r, c, value)
    elif isinstance(value, dt.timedelta):
        sheet.write_number(r, c, value.total_seconds() / 86400, formats["long"])
    elif isinstance(value, dt.time):
        sheet.write_datetime(r, c, value, formats["time"])
    elif isinstance(value, dt.date):
        sheet.write_datetime(r, c, value, formats["date"])
    else:
        sheet.write_number(r, c, value)


def write_xls(path: Path, book: Mapping[str, Rows]) -> Path:
    """Write a workbook in the format of before 2007."""
    import xlwt

    styles = {
        dt.date: xlwt.easyxf(num_format_str="dd/mm/yyyy"),
        dt.time: xlwt.easyxf(num_format_str="hh:mm"),
    }
    made = xlwt.Workbook()
    for name, rows in book.items():
        sheet = made.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is not None:
                    sheet.write(r, c, value, styles.get(type(value), xlwt.Style.default_style))
    made.save(str(path))
    return path


def write_ods(path: Path, book: Mapping[str, Rows]) -> Path:
    """Write an OpenDocument workbook."""
    import odfdo

    made = odfdo.Document("spreadsheet")
    made.body.clear()
    for name, rows in book.items():
        table = odfdo.Table(name)
        table.set_values([[_ods_value(value) for value in row] for row in rows])
        made.body.append(table)
    made.save(str(path))
    return path


def _ods_value(value: Any) -> Any:
    if isinstance(value, dt.time):
        return dt.timedelta(hours=value.hour, minutes=value.minute)
    return value


def read(folder: Path, book: Mapping[str, Rows]) -> Reading:
    """Write a workbook and read it."""
    return read_workbook(write_xlsx(folder / "book.xlsx", book))


def places(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Return code and cell of each problem."""
    return [(problem.code, str(problem.cell or "")) for problem in problems]


def changed(sheet: str, row: int, column: int, value: Any) -> Book:
    """Return the sound workbook with one cell changed (row and column from 1)."""
    book = base()
    while len(book[sheet][row - 1]) < column:
        book[sheet][row - 1].append(None)
    book[sheet][row - 1][column - 1] = value
    return book


def with_sheet(name: str, *rows: Sequence[Any]) -> Book:
    """Return the sound workbook with one more sheet."""
    return {**base(), name: [list(row) for row in rows]}
