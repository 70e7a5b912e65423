"""Cover below the roster: people held of people wished for, by shift or by family, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rotaplan.domain.work import Family
from rotaplan.write.xlsx.book import Book, letters
from rotaplan.write.xlsx.colours import GRID

SHIFT_ROWS = 12
"""More demanded shifts than this are shown by family, the shifts folded away under it."""


def write_cover_rows(book: Book, sheet: Any, row: int) -> int:
    """Write cover from ``row`` (from 0) on; return the first row below."""
    shifts = [s.code for s in book.scenario.shifts if s.code in book.scenario.demanded]
    if not shifts:
        return row
    sheet.write_string(row, 1, book.say("held-of-wanted"), book.style(bold=True))
    row += 1
    if len(shifts) <= SHIFT_ROWS:
        for code in shifts:
            _write_shift(book, sheet, row, code, marked=True)
            row += 1
        return row
    families = {code: book.scenario.shift[code].family for code in shifts}
    for family in Family:
        members = [code for code in shifts if families[code] is family]
        if members:
            row = _write_family(book, sheet, row, family, members)
    return row


def _write_family(book: Book, sheet: Any, row: int, family: Family, members: Sequence[str]) -> int:
    """Write the sum of a family and, folded away, its shifts; return the first row below."""
    label = book.say("family-count", name=book.say(f"family-{family.replace('_', '-')}"))
    sheet.write_string(row, 1, f"{label} ({len(members)})", book.style(bold=True))
    figures, wanted_on = book.figures, list[int]()
    for day in book.horizon.planned:
        column = book.grid.column(day)
        name = letters(column)
        wanted = sum(figures.wanted.get((day, code), 0) for code in members)
        held = sum(_held(book, day, code) for code in members)
        formula = f"=SUM({name}{row + 2}:{name}{row + 1 + len(members)})"
        sheet.write_formula(row, column, formula, _style(book, wanted), held)
        wanted_on.append(wanted)
    colour_gaps(book, sheet, row, wanted_on)
    for offset, code in enumerate(members, start=1):
        _write_shift(book, sheet, row + offset, code, marked=False)
        sheet.set_row(row + offset, None, None, {"level": 1, "hidden": True})
    below = row + len(members) + 1
    sheet.set_row(row, None, None, {"collapsed": True})
    return below


def _write_shift(book: Book, sheet: Any, row: int, code: str, *, marked: bool) -> None:
    """Write people held on one shift, as formulas over the roster above."""
    grid, figures = book.grid, book.figures
    sheet.write_string(row, 1, code, book.cell)
    wanted_on = [figures.wanted.get((day, code), 0) for day in book.horizon.planned]
    if marked:
        colour_gaps(book, sheet, row, wanted_on)
    for day in book.horizon.planned:
        column = grid.column(day)
        name = letters(column)
        held = _held(book, day, code)
        style = _style(book, wanted_on[day])
        if day in figures.doubled_days:
            sheet.write_number(row, column, held, style)
            continue
        people = f"{name}${grid.first_row + 1}:{name}${grid.last_row + 1}"
        formula = f"=SUMPRODUCT(--EXACT({people},$B{row + 1}))"
        sheet.write_formula(row, column, formula, style, held)


def _held(book: Book, day: int, code: str) -> int:
    """Return how many people are on a shift."""
    return book.held_on.get((day, code), 0)


def _style(book: Book, wanted: int) -> Any:
    """Return the style that shows a number of people as ``held/wanted``."""
    return book.style(
        border=1,
        border_color=GRID,
        align="center",
        font_size=8,
        num_format=f'0"/{wanted}"' if wanted else "0;-0;",
    )


def colour_gaps(book: Book, sheet: Any, row: int, wanted_on: Sequence[int]) -> None:
    """Colour a row of people held, live, where they are fewer or more than wished for."""
    for wanted, days in groupby(range(len(wanted_on)), key=wanted_on.__getitem__):
        run = list(days)
        first, last = (book.grid.column(day) for day in (run[0], run[-1]))
        for criteria, look in (("<", book.under), (">", book.over)):
            rule = {"type": "cell", "criteria": criteria, "value": wanted, "format": look}
            sheet.conditional_format(row, first, row, last, rule)
