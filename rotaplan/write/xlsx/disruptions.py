"""Disruptions: every one in force, as the planner wrote it, so that the file is read whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rotaplan.domain.disruption import COLUMNS
from rotaplan.write.disruption_rows import row_of
from rotaplan.write.xlsx.book import Book

_MOMENTS = ("start", "end", "known")
_WIDTHS = {"target": 26, "effect": 10, "hours": 20, "skills": 14, "label": 24, "note": 26}
_WIDTH, _MOMENT_WIDTH = 9.5, 15.0
_POINTS = 12.5
_FORMS = (("%d/%m/%Y %H:%M", "dd/mm/yyyy hh:mm"), ("%d/%m/%Y", "dd/mm/yyyy"))


def write_disruptions(book: Book) -> None:
    """Write the sheet: a row per disruption, those that another one replaces left out."""
    sheet = book.sheet("disruptions")
    book.headings(sheet, 0, (f"disruption-{name}" for name in COLUMNS))
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _width(name))
    for row, one in enumerate(book.of_replan.found.disruptions, start=1):
        told = row_of(one, book.scenario, book.language)
        for column, name in enumerate(COLUMNS):
            text = told.get(name, "")
            if name in _MOMENTS:
                _write_moment(book, sheet, row, column, text)
            else:
                sheet.write_string(row, column, text, book.wrapped)
        lines = max(1 + int(len(told.get(name, "")) / _width(name)) for name in COLUMNS)
        sheet.set_row(row, _POINTS * lines)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _width(name: str) -> float:
    return _MOMENT_WIDTH if name in _MOMENTS else _WIDTHS.get(name, _WIDTH)


def _write_moment(book: Book, sheet: Any, row: int, column: int, text: str) -> None:
    """Write a moment as one, so that rows can be sorted by it; as text where it cannot be.

    A day is not the same as its midnight, and a file cannot tell them apart: midnight is text.
    """
    for form, pattern in _FORMS:
        try:
            found = dt.datetime.strptime(text, form)
        except ValueError:
            continue
        timed = "%H" in form
        if timed and found.time() == dt.time():
            break
        sheet.write_datetime(row, column, found, book.number(pattern, align="left"))
        return
    sheet.write_string(row, column, text, book.cell)
