"""Note: one page for whoever decides."""

from __future__ import annotations

from typing import Any

from rotaplan.write.note import PARTS, note
from rotaplan.write.xlsx.book import A4, Book

_COLUMNS, _WIDTH = 8, 11
"""Several columns, merged: one that is wider than a page is cut by some programs."""
_LETTERS = 100
"""About what a line holds."""
_POINTS = 14


def write_note(book: Book) -> None:
    """Write the sheet: portrait, fitted to one page."""
    sheet = book.sheet("note", A4)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, _COLUMNS - 1, _WIDTH)
    sheet.write_string(0, 0, book.title, book.heading)
    replan = book.of_replan
    parts = note(replan.found, replan.plan, book.language)
    row = 2
    for part in PARTS:
        style = book.style(bold=True, font_size=11, bottom=1, valign="bottom")
        sheet.merge_range(row, 0, row, _COLUMNS - 1, book.say(f"note-{part}"), style)
        sheet.set_row(row, 20)
        for sentence in parts[part]:
            row += 1
            _write_sentence(book, sheet, row, sentence)
        row += 2
    sheet.print_area(0, 0, row, _COLUMNS - 1)


def _write_sentence(book: Book, sheet: Any, row: int, sentence: str) -> None:
    style = book.style(text_wrap=True, font_size=10, valign="top")
    sheet.merge_range(row, 0, row, _COLUMNS - 1, f"• {sentence}", style)
    sheet.set_row(row, _POINTS * (1 + len(sentence) // _LETTERS) + 2)
