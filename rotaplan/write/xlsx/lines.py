"""The lines of cycles that were chosen, written where the planner left them open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rotaplan.problem import Cell
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.xlsx.carried import InputSheet


def with_lines(
    sheets: Iterable[InputSheet], result: Result, language: str
) -> tuple[InputSheet, ...]:
    """Return the sheets of the input with the chosen lines in the sheet of people."""
    chosen = {
        one.seat.origin: one.seat.line
        for one in (result.placed.placements if result.placed else ())
        if one.seat.origin is not None
    }
    names = {cell.sheet for cell in chosen}
    return tuple(
        _filled(sheet, chosen, language) if sheet.name in names else sheet for sheet in sheets
    )


def _filled(sheet: InputSheet, chosen: dict[Cell, int | None], language: str) -> InputSheet:
    """Return a sheet with lines in their cells, under a heading where the column is new."""
    rows = [list(row) for row in sheet.rows]
    cells: dict[tuple[int, int], int | str | None] = {
        (cell.row - 1, cell.column - 1): line for cell, line in chosen.items()
    }
    for _, column in list(cells):
        header = rows[sheet.header_row]
        if column >= len(header) or header[column] in (None, ""):
            cells[sheet.header_row, column] = say(language, "out-line")
    for (row, column), value in cells.items():
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))
