"""The lines of cycles that were chosen, written where the planner left them open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from rotaplan.domain.people import Seat
from rotaplan.problem import Cell
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.xlsx.carried import InputSheet, fold


def with_lines(
    sheets: Iterable[InputSheet], result: Result, language: str
) -> tuple[InputSheet, ...]:
    """Return the sheets of the input with the chosen lines in the sheet of people."""
    chosen = {
        one.seat.origin: one.seat
        for one in (result.placed.placements if result.placed else ())
        if one.seat.origin is not None
    }
    names = {cell.sheet for cell in chosen}
    return tuple(
        _filled(sheet, chosen, language) if sheet.name in names else sheet for sheet in sheets
    )


def _filled(sheet: InputSheet, chosen: dict[Cell, Seat], language: str) -> InputSheet:
    """Return a sheet with lines in their cells, under a heading where the column is new.

    Beside them stands the day on which they hold: once the plan moves on, so do people.
    """
    rows = [list(row) for row in sheet.rows]
    header = rows[sheet.header_row]
    cells: dict[tuple[int, int], int | str | dt.date | None] = {
        (cell.row - 1, cell.column - 1): seat.line for cell, seat in chosen.items()
    }
    for _, column in list(cells):
        if column >= len(header) or header[column] in (None, ""):
            cells[sheet.header_row, column] = say(language, "out-line")
    known = {fold(say(one, "out-line-on")) for one in ("fr", "en")}
    dated = [n for n, text in enumerate(header) if isinstance(text, str) and fold(text) in known]
    since = dated[0] if dated else 1 + max(len(header) - 1, *(column for _, column in cells))
    if not dated:
        cells[sheet.header_row, since] = say(language, "out-line-on")
    for cell, seat in chosen.items():
        cells[cell.row - 1, since] = seat.week
    for (row, column), value in cells.items():
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))
