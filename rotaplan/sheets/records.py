"""Second pass: the cells of each row, read as their columns say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rotaplan.problem import Cell, Problems
from rotaplan.sheets import headings
from rotaplan.sheets.kinds import Entry, Fault, is_empty, parse
from rotaplan.sheets.schema import Column
from rotaplan.sheets.structure import Line, Sheet


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a sheet, its cells read.

    Attributes
    ----------
    sheet
        Where it is from.
    line
        The row.
    values
        Values by column name; columns without a value are missing.
    broken
        Columns whose cells could not be read.
    problems
        Collects what is wrong with it.
    """

    sheet: Sheet
    line: Line
    values: dict[str, Any]
    broken: frozenset[str]
    problems: Problems

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a column, or a default where it is empty or broken."""
        return self.values.get(name, default)

    def cell(self, name: str = "") -> Cell:
        """Return the place of a column; of the row where the sheet has no such column."""
        index = self.sheet.columns.get(name)
        return self.line.cell(0 if index is None else index)

    def entry(self, name: str) -> Entry | None:
        """Return the filled cell of a column; None where it is empty."""
        index = self.sheet.columns.get(name)
        if index is None or is_empty(self.line.value(index)):
            return None
        return Entry(self.line.value(index), self.line.cell(index), self.problems)

    def add(self, code: str, name: str = "", **facts: Any) -> None:
        """Record a problem with a column of this row."""
        self.problems.add(code, self.cell(name), **facts)


def records(sheet: Sheet, problems: Problems) -> Iterator[Record]:
    """Yield the rows of a sheet that have an identity, their cells read.

    A row with anything but its first required column filled is reported, unless the rest is
    only a total under the table. Rows in which a required cell is missing are left out.
    """
    required = [column for column in sheet.table.columns if column.required]
    for line in sheet.lines():
        bare = Record(sheet, line, {}, frozenset(), problems)
        identity = bare.entry(required[0].name)
        if identity is None and not _means_something(bare):
            continue
        if identity is not None and headings.meaning("total", identity.text):
            bare.add("row-total", required[0].name, severity="notice", found=identity.text)
            continue
        record = read_line(sheet, line, problems)
        missing = [column for column in required if record.entry(column.name) is None]
        for column in missing:
            code = "formula-uncomputed" if _is_uncomputed(sheet, line, column) else "cell-required"
            record.add(code, column.name, column=sheet.heading(column.name))
        if not missing and not record.broken.intersection(column.name for column in required):
            yield record


def _means_something(record: Record) -> bool:
    """Whether a row without identity holds more than the figures of a total line."""
    return any(
        isinstance(record.line.value(index), str)
        and not is_empty(record.line.value(index))
        and record.sheet.table.column(name).read
        for name, index in record.sheet.columns.items()
    )


def _is_uncomputed(sheet: Sheet, line: Line, column: Column) -> bool:
    return (line.row, sheet.columns[column.name] + 1) in sheet.raw.facts.uncomputed


def read_line(sheet: Sheet, line: Line, problems: Problems) -> Record:
    """Read the cells of one row."""
    values: dict[str, Any] = {}
    broken = set()
    for name, index in sheet.columns.items():
        column = sheet.table.column(name)
        if not column.read:
            continue
        raw = line.value(index)
        if is_empty(raw):
            if (line.row, index + 1) in sheet.raw.facts.uncomputed and not column.required:
                problems.add("formula-uncomputed", line.cell(index), column=sheet.heading(name))
                broken.add(name)
            continue
        try:
            values[name] = parse(Entry(raw, line.cell(index), problems), column)
        except Fault as fault:
            fault.report(problems, line.cell(index))
            broken.add(name)
    return Record(sheet, line, values, frozenset(broken), problems)
