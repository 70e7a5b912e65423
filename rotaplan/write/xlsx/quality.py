"""How good the roster is: a block of the sheet Explications, with links to the rows that pay."""

from __future__ import annotations

from typing import Any

from rotaplan.explanation.quality import LevelQuality, RowShare, quality
from rotaplan.problem import Cell
from rotaplan.write.quality import level_text, rest_text, share_text, shares_of
from rotaplan.write.xlsx.book import Book, legal


def write_quality(book: Book, sheet: Any, row: int) -> int:
    """Write each level with the rows that pay most of it; return the first row below.

    Parameters
    ----------
    book, sheet
        The file, and the sheet with one wide column for sentences and one for links.
    row
        The first row to write, from 0.
    """
    sheet.write_string(row, 0, book.say("quality"), book.style(bold=True, font_size=11))
    row += 1
    for one in quality(book.result):
        row = _write_level(book, sheet, row, one)
    return row


def _write_level(book: Book, sheet: Any, row: int, one: LevelQuality) -> int:
    text = level_text(one, book.language)
    sheet.write_string(row, 0, text, book.style(bold=True, text_wrap=True))
    row += 1
    for share in shares_of(one):
        sheet.write_string(row, 0, share_text(share, book.language), book.wrapped)
        _write_link(book, sheet, row, share)
        row += 1
    rest = rest_text(one, book.language)
    if rest:
        sheet.write_string(row, 0, rest, book.wrapped)
        sheet.write_blank(row, 1, None, book.cell)
        row += 1
    return row


def _write_link(book: Book, sheet: Any, row: int, one: RowShare) -> None:
    """Write the link to the row of the rule, where the file carries its sheet."""
    cell: Cell | None = getattr(one.rule, "origin", None)
    if cell is None or cell.sheet not in book.carried:
        sheet.write_blank(row, 1, None, book.cell)
        return
    quoted = legal(cell.sheet).replace("'", "''")
    sheet.write_url(row, 1, f"internal:'{quoted}'!{cell.reference}", book.link, str(cell))
