"""The sheet of scenarios: what other cells would hold in each variant, and what comes of that.

A variant is the workbook with some cells written over, read again from its beginning: what may
stand in a cell, and what is said of it where it may not, is the same as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rotaplan.domain.scenario import Scenario
from rotaplan.problem import Cell, Problem, Problems, nearest
from rotaplan.sheets import headings, tables
from rotaplan.sheets.headings import fold, fold_heading
from rotaplan.sheets.kinds import is_empty, number_of, shown
from rotaplan.sheets.parse import parse_workbook
from rotaplan.sheets.parse.rules import rule_key
from rotaplan.sheets.read import RawSheet, read_sheets
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.schema import Table
from rotaplan.sheets.structure import candidates, check_columns, locate

_ROW = re.compile(r"[A-Za-z]{1,2}(?P<row>\d+)")
_GENERATED = re.compile(r"[+-]\d+( / [+-]\d+)?|[≤§].*")
"""Names that a sweep gives to variants of its own: more people, larger needs, leave, packs."""
_MOST_PEOPLE = 100
"""Like one person, in a variant."""


@dataclass(frozen=True, kw_only=True)
class WrittenVariant:
    """One variant of a workbook.

    Attributes
    ----------
    name
        As written.
    scenario
        The planning question of the workbook so changed.
    people
        How many there are of some people, by staff number: 0 without that person, 3 with two
        more like that one.
    """

    name: str
    scenario: Scenario
    people: Mapping[str, int]


def read_variants(path: Path) -> tuple[tuple[WrittenVariant, ...], tuple[Problem, ...]]:
    """Read the variants of a workbook, in the order in which they are first named.

    Parameters
    ----------
    path
        The file; one without a sheet of scenarios has no variants.

    Returns
    -------
    tuple
        The variants, none where an error was found; and the errors, each with its cell.
    """
    problems = Problems()
    raw = read_sheets(path, problems)
    found = [one for one in raw if candidates(one, range(99), {tables.SCENARIOS.name})]
    if not found or problems.errors:
        return (), problems.errors
    sheet = locate(found[0], tables.SCENARIOS, problems)
    if not check_columns(sheet, problems):
        return (), problems.errors
    rows: dict[str, list[Record]] = {}
    for record in records(sheet, problems):
        rows.setdefault(record.get("name"), []).append(record)
    made = [_made(name, some, raw, problems) for name, some in rows.items()]
    if problems.errors:
        return (), problems.errors
    return tuple(one for one in made if one is not None), ()


def _made(
    name: str, rows: Sequence[Record], raw: Sequence[RawSheet], problems: Problems
) -> WrittenVariant | None:
    """Return a variant; None where one of its rows, or what they make, has an error."""
    before = len(problems.errors)
    if _GENERATED.fullmatch(name):
        rows[0].add("variant-name", "name", found=name)
    book = _Book(raw)
    for row in rows:
        book.change(row)
    if len(problems.errors) > before:
        return None
    again = Problems()
    reading = parse_workbook(book.sheets(), again)
    for problem in again.errors:
        problems.keep(book.placed(problem))
    if reading.scenario is None:
        return None
    return WrittenVariant(name=name, scenario=reading.scenario, people=book.people)


@dataclass
class _Grid:
    """A sheet whose cells can be written over."""

    raw: RawSheet
    table: Table
    rows: list[list[object]]
    header: int
    columns: dict[str, int]
    places: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def write(self, row: int, column: int, value: object, place: Cell) -> None:
        line = self.rows[row]
        line += [""] * (column + 1 - len(line))
        line[column] = value
        self.places[row, column] = place


class _Book:
    """The sheets of a workbook, some cells of which are written over."""

    def __init__(self, raw: Sequence[RawSheet]) -> None:
        self._raw = raw
        self._grids: dict[str, _Grid] = {}
        self.people: dict[str, int] = {}

    def sheets(self) -> tuple[RawSheet, ...]:
        """Return the sheets as they are by now."""
        return tuple(
            one
            if one.name not in self._grids
            else replace(one, rows=tuple(map(tuple, self._grids[one.name].rows)))
            for one in self._raw
        )

    def placed(self, problem: Problem) -> Problem:
        """Return a problem at the cell of the sheet of scenarios that has brought it about."""
        cell = problem.cell
        grid = None if cell is None else self._grids.get(cell.sheet)
        if cell is None or grid is None:
            return problem
        place = grid.places.get((cell.row - 1, cell.column - 1))
        return problem if place is None else replace(problem, cell=place)

    def change(self, row: Record) -> None:
        """Write over what a row of the sheet of scenarios means, or report what it does not."""
        grid = self._grid(row)
        if grid is None:
            return
        if grid.table.layout == "keys":
            self._set(grid, row)
            return
        if grid.table is tables.AGENTS and headings.meaning("headcount", row.get("field", "")):
            self._count(grid, row)
            return
        lines = self._lines(grid, row)
        column = self._column(grid, row) if lines else None
        if column is not None:
            for line in lines:
                grid.write(line, column, _value(row), row.cell("value"))

    def _grid(self, row: Record) -> _Grid | None:
        """Return the sheet that a row names; only one with a row for each entry can be meant."""
        written = RawSheet(row.get("sheet"), ())
        usable = {one.name for one in tables.TABLES if one.layout in ("rows", "keys")}
        names = candidates(written, range(99), usable - {tables.SCENARIOS.name})
        raw = next((r for n in names for r in self._raw if candidates(r, range(99), {n})), None)
        if raw is None:
            known = [r.name for r in self._raw if candidates(r, range(99), usable)]
            row.add(
                "variant-sheet",
                "sheet",
                found=written.name,
                suggestion=nearest(written.name, known),
            )
            return None
        if raw.name not in self._grids:
            self._grids[raw.name] = _grid_of(raw, tables.BY_NAME[names[0]])
        return self._grids[raw.name]

    def _set(self, grid: _Grid, row: Record) -> None:
        """Write over a setting, or add it."""
        known = headings.headings_of(grid.table.name)
        wanted = known.get(fold(row.get("key", "")))
        if wanted is None:
            self._unknown_key(row, [shown(line[0]) for line in grid.rows if line])
            return
        for number, line in enumerate(grid.rows):
            column = next((i for i, value in enumerate(line) if not is_empty(value)), None)
            if column is not None and known.get(fold_heading(shown(line[column]))) == wanted:
                grid.write(number, column + 1, _value(row), row.cell("value"))
                return
        grid.rows.append([row.get("key")])
        grid.write(len(grid.rows) - 1, 1, _value(row), row.cell("value"))

    def _count(self, grid: _Grid, row: Record) -> None:
        """Note how many people like somebody there are."""
        lines, count = self._lines(grid, row), number_of(_value(row))
        if count is None or count != int(count) or not 0 <= count <= _MOST_PEOPLE:
            row.add("variant-count", "value", found=shown(_value(row)), most=_MOST_PEOPLE)
            return
        for line in lines:
            self.people[shown(grid.rows[line][grid.columns["person"]])] = int(count)

    def _lines(self, grid: _Grid, row: Record) -> list[int]:
        """Return the rows that a key means: by what stands first in them, or by a cell (A12)."""
        key = row.get("key", "")
        filled = [
            number
            for number in range(grid.header + 1, len(grid.rows))
            if not all(map(is_empty, grid.rows[number]))
        ]
        if not key or headings.meaning("everybody", key):
            return filled
        named = {number: _names(grid, number) for number in filled}
        same = rule_key(key) if grid.table is tables.RULES else None
        found = [
            number
            for number, names in named.items()
            if any(fold(name) == fold(key) for name in names)
            or (same is not None and rule_key(names[0]) == same)
        ]
        place = _ROW.fullmatch(key.strip())
        if not found and place and int(place["row"]) - 1 in filled:
            return [int(place["row"]) - 1]
        if not found:
            self._unknown_key(row, [name for names in named.values() for name in names])
        return found

    def _unknown_key(self, row: Record, known: Iterable[str]) -> None:
        words, found = [one for one in known if one], row.get("key", "")
        row.add(
            "variant-key",
            "key",
            found=found,
            sheet=row.get("sheet"),
            suggestion=nearest(found, words),
        )

    def _column(self, grid: _Grid, row: Record) -> int | None:
        """Return the column that a row names; one that the sheet could have is added."""
        written = row.get("field", "")
        name = headings.headings_of(grid.table.name).get(fold_heading(written))
        if name in grid.columns:
            return grid.columns[name]
        for index, value in enumerate(grid.rows[grid.header]):
            if written and not is_empty(value) and fold(shown(value)) == fold(written):
                return index
        if name is None:
            words = headings.written_headings(grid.table.name)
            row.add("variant-field", "field", found=written, suggestion=nearest(written, words))
            return None
        grid.columns[name] = grid.width()
        grid.write(grid.header, grid.columns[name], written, row.cell("field"))
        return grid.columns[name]


def _grid_of(raw: RawSheet, table: Table) -> _Grid:
    found = locate(raw, table, Problems()) if table.layout == "rows" else None
    header = -1 if found is None or found.header is None else found.header
    columns = {} if found is None else dict(found.columns)
    return _Grid(raw, table, [list(row) for row in raw.rows], header, columns)


def _names(grid: _Grid, number: int) -> list[str]:
    """Return what a row may be called: what stands first in it; of people, their name too."""
    first = next(column.name for column in grid.table.columns if column.required)
    names = [_at(grid, number, first)]
    if grid.table is tables.AGENTS:
        parts = _at(grid, number, "last_name"), _at(grid, number, "first_name")
        names += [" ".join(parts), " ".join(reversed(parts))]
    return names


def _at(grid: _Grid, number: int, name: str) -> str:
    line, column = grid.rows[number], grid.columns.get(name)
    return shown(line[column]) if column is not None and column < len(line) else ""


def _value(row: Record) -> object:
    index = row.sheet.columns.get("value")
    return "" if index is None else row.line.value(index)
