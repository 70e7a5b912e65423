"""Variantes: the table of a sweep, with a curve of the posts left open."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

from rotaplan.sweeping import Sweep
from rotaplan.text import say
from rotaplan.write.sweeps import columns_of
from rotaplan.write.xlsx.book import Book

_HEAD, _OPEN = 3, 3


def write_sweep(found: Sweep, path: Path, language: str) -> None:
    """Write the sheet.

    Parameters
    ----------
    found
        With one variant at least.
    path
        New file.
    language
        Of the sheet.
    """
    first = found.lines[0].result
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        made = dt.datetime.combine(first.scenario.horizon.date(0), dt.time())
        workbook.set_properties({"title": first.scenario.title, "created": made})
        name = say(language, "out-sheet-variants")
        book = Book(
            workbook=workbook,
            result=first,
            language=language,
            names={"variants": name},
            carried=frozenset(),
        )
        _write(book, found, name)


def _write(book: Book, found: Sweep, name: str) -> None:
    sheet = book.sheet("variants")
    columns = columns_of(found, book.language)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, len(columns) - 1, 13)
    sheet.write_string(0, 0, book.title, book.heading)
    sheet.write_string(1, 0, book.say("variants-note"), book.style())
    for place, column in enumerate(columns):
        sheet.write_string(_HEAD, place, column.title, book.column_heading)
    for row, line in enumerate(found.lines, start=_HEAD + 1):
        for place, column in enumerate(columns):
            value = column.value(line)
            if isinstance(value, int):
                sheet.write_number(row, place, value, book.number())
            else:
                sheet.write_string(row, place, column.shown(line), book.cell)
    sheet.freeze_panes(_HEAD + 1, 1)
    last = _HEAD + len(found.lines)
    chart = book.workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": [name, _HEAD, _OPEN],
            "categories": [name, _HEAD + 1, 0, last, 0],
            "values": [name, _HEAD + 1, _OPEN, last, _OPEN],
        }
    )
    chart.set_legend({"none": True})
    sheet.insert_chart(last + 2, 0, chart)
