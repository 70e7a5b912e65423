"""Explanations: what cannot hold together, or how good the roster is, with links to the rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rotaplan.explanation.values import Conflict, Explanation
from rotaplan.problem import Cell
from rotaplan.text import say
from rotaplan.write.reasons import (
    Line,
    concession_lines,
    conflict_title,
    item_text,
    together_lines,
)
from rotaplan.write.shortages import shortage_lines
from rotaplan.write.xlsx.book import EXPLANATIONS, Book, legal
from rotaplan.write.xlsx.quality import write_quality
from rotaplan.write.xlsx.reasons import write_open_posts

_WIDTHS = (96, 18)
_LETTERS, _POINTS = 125, 13.0
"""Letters on a line of the first column, and its height."""


def write_explanations(book: Book, explanation: Explanation | None) -> None:
    """Write the sheet: each conflict with its items, one a row; how good a roster is."""
    sheet = book.sheet(EXPLANATIONS)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, book.title, book.heading)
    row = 2
    if book.result.schedule is not None:
        row = write_quality(book, sheet, row) + 1
        if explanation is not None:
            row = write_open_posts(book, sheet, row, explanation) + 1
    elif explanation is None or not explanation.impossible:
        sheet.write_string(row, 0, book.say("no-cause"), book.style())
    if explanation is not None and explanation.shortages:
        row = _write_shortages(book, sheet, row, explanation) + 1
    for one in explanation.conflicts if explanation else ():
        row = _write_conflict(book, sheet, row, one) + 1
    if explanation is not None:
        _write_concessions(book, sheet, row, together_lines(explanation, book.language))


def _write_shortages(book: Book, sheet: Any, row: int, explanation: Explanation) -> int:
    """Write what counting shows; return the first row below."""
    bold = book.style(bold=True, text_wrap=True)
    _write_text(sheet, row, say(book.language, "explain-short"), bold)
    lines = shortage_lines(explanation.shortages, book.scenario, book.language)
    for line, text in enumerate(lines, start=row + 1):
        _write_text(sheet, line, text, book.wrapped)
    return row + 1 + len(lines)


def _write_conflict(book: Book, sheet: Any, row: int, one: Conflict) -> int:
    """Write a conflict; return the first row below."""
    title = conflict_title(one, book.scenario, book.language)
    _write_text(sheet, row, title, book.style(bold=True, text_wrap=True))
    for line, item in enumerate(one.items, start=row + 1):
        _write_text(sheet, line, item_text(item, book.scenario, book.language), book.wrapped)
        _write_link(book, sheet, line, next(iter((*item.cells, *item.rows)), None))
    row += 1 + len(one.items)
    lines = concession_lines(one, book.scenario, book.language)
    return _write_concessions(book, sheet, row, lines)


def _write_concessions(book: Book, sheet: Any, row: int, lines: Iterable[Line]) -> int:
    """Write what could give way, with links; return the first row below."""
    for text, concession in lines:
        if concession is None:
            _write_text(sheet, row, text, book.style(bold=True, text_wrap=True))
        else:
            _write_text(sheet, row, text, book.wrapped)
            _write_link(book, sheet, row, concession.cell)
        row += 1
    return row


def _write_text(sheet: Any, row: int, text: str, style: Any) -> None:
    """Write a sentence, the row as high as its lines; short ones leave the row as it is."""
    sheet.write_string(row, 0, text, style)
    lines = 1 + len(text) // _LETTERS
    if lines > 1:
        sheet.set_row(row, _POINTS * lines)


def _write_link(book: Book, sheet: Any, row: int, cell: Cell | None) -> None:
    """Write the link to a row of the input."""
    if cell is None or cell.sheet not in book.carried:
        sheet.write_blank(row, 1, None, book.cell)
        return
    quoted = legal(cell.sheet).replace("'", "''")
    sheet.write_url(row, 1, f"internal:'{quoted}'!{cell.reference}", book.link, str(cell))
