"""Open posts: a block of the sheet Explications, person counts that add up to the staff."""

from __future__ import annotations

from typing import Any

from rotaplan.explanation.values import Explanation
from rotaplan.write.refusals import cheapest_text, post_title
from rotaplan.write.whys import account_lines
from rotaplan.write.xlsx.book import Book

_LINE_HEIGHT, _LINE_LETTERS = 14.0, 105
"""Height of a line in points, and the letters that one takes in the wide column."""


def write_open_posts(book: Book, sheet: Any, row: int, found: Explanation) -> int:
    """Write each open post with what keeps people from it; return the first row below.

    Parameters
    ----------
    book, sheet
        The file, and the sheet with one wide column for sentences.
    row
        The first row to write, from 0.
    found
        The reasons.
    """
    scenario, language = book.scenario, book.language
    bold = book.style(bold=True, text_wrap=True)
    if not found.complete:
        sheet.write_string(row, 0, book.say("reasons-incomplete"), book.style(italic=True))
        row += 2
    if found.accounts:
        heading = book.style(bold=True, font_size=11)
        sheet.write_string(row, 0, book.say("open-posts"), heading)
        row += 1
    for one in found.accounts:
        sheet.write_string(row, 0, post_title(one, scenario, language), bold)
        lines = [
            *account_lines(one, scenario, language),
            cheapest_text(one, scenario, language),
        ]
        for line, text in enumerate(lines, start=row + 1):
            sheet.write_string(line, 0, text, book.wrapped)
            sheet.set_row(line, _LINE_HEIGHT * (1 + len(text) // _LINE_LETTERS))
        row += 1 + len(lines)
    return row
