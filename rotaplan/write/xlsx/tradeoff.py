"""Comparison of a few rosters to choose from: one sheet, with links to the workbook of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from rotaplan.choosing import Tradeoff
from rotaplan.write.choices import lines_of, name_of
from rotaplan.write.xlsx.book import Book

_HEAD, _NAME_WIDTH, _WIDTH = 3, 46, 19
_BEST = "#E2EFDA"


def write_tradeoff(found: Tradeoff, targets: Sequence[Path], path: Path, language: str) -> None:
    """Write the sheet.

    Parameters
    ----------
    found
        With one roster at least.
    targets
        The workbook of each roster, in order, beside this one.
    path
        New file.
    language
        Of the sheet.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        made = dt.datetime.combine(found.scenario.horizon.date(0), dt.time())
        workbook.set_properties({"title": found.scenario.title, "created": made})
        book = Book(
            workbook=workbook,
            result=found.choices[0].result,
            language=language,
            names={"comparison": ""},
            carried=frozenset(),
        )
        book.names = {"comparison": book.say("sheet-comparison")}
        _write(book, found, targets)


def _write(book: Book, found: Tradeoff, targets: Sequence[Path]) -> None:
    sheet = book.sheet("comparison")
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, len(found.choices), _WIDTH)
    sheet.write_string(0, 0, book.title, book.heading)
    note = book.say("choice-note", days=found.least_distance)
    sheet.write_string(1, 0, note, book.style())
    sheet.write_string(_HEAD, 0, book.say("choice-which"), book.column_heading)
    sheet.write_string(_HEAD + 1, 0, book.say("choice-file"), book.cell)
    for column, (one, target) in enumerate(zip(found.choices, targets, strict=True), start=1):
        name = f"{one.number}. {name_of(one, book.language)}"
        sheet.write_string(_HEAD, column, name, book.column_heading)
        sheet.write_url(_HEAD + 1, column, f"external:{target.name}", book.link, target.name)
    goals = len(found.goals)
    for row, line in enumerate(lines_of(found, book.language), start=_HEAD + 2):
        sheet.write_string(row, 0, line.title, book.cell)
        for column, value in enumerate(line.values, start=1):
            best = row < _HEAD + 2 + goals and value == min(line.values)
            style = book.number("0", **({"bg_color": _BEST, "bold": True} if best else {}))
            sheet.write_number(row, column, value, style)
    sheet.freeze_panes(_HEAD + 1, 1)
