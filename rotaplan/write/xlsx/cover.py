"""Cover: every post of every day, people held against people asked for."""

from __future__ import annotations

from typing import Any

from rotaplan.write.figures import Post
from rotaplan.write.xlsx.book import Book, letters
from rotaplan.write.xlsx.colours import NOTE_TEXT

_COLUMNS = (
    "date",
    "shift",
    "label",
    "function",
    "minimum",
    "target",
    "maximum",
    "held",
    "gap",
    "cover",
    "priority",
)
_WIDTHS = (13, 9, 22, 12, 9, 9, 9, 9, 9, 10, 9)
_HEAD = 2
_HELD, _GAP = 7, 8


def write_cover(book: Book) -> None:
    """Write the sheet, a line per post and day."""
    sheet = book.sheet("cover")
    sheet.write_string(0, 0, book.title, book.heading)
    sheet.write_string(1, 0, book.say("cover-note"), book.style(font_color=NOTE_TEXT, font_size=8))
    book.headings(sheet, _HEAD, _COLUMNS)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for post in book.figures.posts:
        need = post.need
        row = book.cover_row_of[need.day, need.shift, need.skill]
        _write_post(book, sheet, row, post)
    last = _HEAD + max(len(book.figures.posts), 1)
    for criteria, look in (("<", book.under), (">", book.over)):
        rule = {"type": "cell", "criteria": criteria, "value": 0, "format": look}
        sheet.conditional_format(_HEAD + 1, _HELD, last, _GAP + 1, _gap_rule(criteria, look))
        sheet.conditional_format(_HEAD + 1, _GAP, last, _GAP, rule)
    sheet.autofilter(_HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.repeat_rows(_HEAD)


def _gap_rule(criteria: str, look: Any) -> dict[str, object]:
    """Return the conditional format that colours a line by its gap."""
    name = letters(_GAP)
    return {"type": "formula", "criteria": f"=${name}{_HEAD + 2}{criteria}0", "format": look}


def _write_post(book: Book, sheet: Any, row: int, post: Post) -> None:
    """Write one post on one day."""
    need, number = post.need, book.number()
    sheet.write_datetime(row, 0, book.horizon.date(need.day), book.number(book.dated, align="left"))
    sheet.write_string(row, 1, need.shift, book.cell)
    sheet.write_string(row, 2, book.scenario.shift[need.shift].label, book.cell)
    sheet.write_string(row, 3, need.skill, book.cell)
    sheet.write_number(row, 4, need.minimum, number)
    sheet.write_number(row, 5, need.target, number)
    if need.maximum is None:
        sheet.write_blank(row, 6, None, number)
    else:
        sheet.write_number(row, 6, need.maximum, number)
    held = len(post.held)
    if need.skill or len(post.held) != book.held_on.get((need.day, need.shift), 0):
        sheet.write_number(row, _HELD, held, number)
    else:
        grid = book.grid
        name = letters(grid.column(need.day))
        quoted = book.names["roster"].replace("'", "''")
        people = f"'{quoted}'!{name}${grid.first_row + 1}:{name}${grid.last_row + 1}"
        formula = f"=SUMPRODUCT(--EXACT({people},$B{row + 1}))"
        if need.day in book.figures.doubled_days:
            sheet.write_number(row, _HELD, held, number)
        else:
            sheet.write_formula(row, _HELD, formula, number, held)
    gap = f"={letters(_HELD)}{row + 1}-MAX(E{row + 1},F{row + 1})"
    sheet.write_formula(row, _GAP, gap, book.number("+0;-0;0"), held - post.wanted)
    shown = f'={letters(_HELD)}{row + 1}&"/"&MAX(E{row + 1},F{row + 1})'
    text = f"{held}/{post.wanted}"
    sheet.write_formula(row, _GAP + 1, shown, book.number("@", align="center"), text)
    sheet.write_number(row, _GAP + 2, need.priority, number)
