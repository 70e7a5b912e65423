"""First pass: which sheet is which, where its headings are, and which columns it has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rotaplan.problem import Cell, Problems, nearest
from rotaplan.sheets import headings, tables, vocabulary
from rotaplan.sheets.kinds import is_empty, shown
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.schema import Column, Table

HEADER_ROWS = 15
"""Headings are looked for in the first rows only, under titles and notes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One filled row under the headings.

    Attributes
    ----------
    sheet
        Name of the sheet.
    row
        Row number, from 1.
    values
        The row's values, from column A.
    """

    sheet: str
    row: int
    values: tuple[object, ...]

    def cell(self, column: int) -> Cell:
        """Return the place of a column (an index from 0) in this row."""
        return Cell(sheet=self.sheet, row=self.row, column=column + 1)

    def value(self, column: int) -> object:
        """Return the value in a column (an index from 0)."""
        return self.values[column] if column < len(self.values) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was recognised.

    Attributes
    ----------
    raw
        As read.
    table
        What it holds.
    header
        Index of the heading row, from 0; None where none was found.
    columns
        Indexes of the known columns by name.
    unknown
        Headings not known, by index.
    """

    raw: RawSheet
    table: Table
    header: int | None
    columns: Mapping[str, int]
    unknown: Mapping[int, str]

    @property
    def name(self) -> str:
        """Name of the sheet as written."""
        return self.raw.name

    def lines(self) -> Iterator[Line]:
        """Yield the rows under the headings that hold anything."""
        first = 0 if self.header is None else self.header + 1
        for index, values in enumerate(self.raw.rows[first:], start=first):
            if not all(map(is_empty, values)):
                yield Line(self.name, index + 1, values)

    def heading(self, name: str) -> str:
        """Return the heading of a column as the planner wrote it."""
        assert self.header is not None
        return shown(self.raw.rows[self.header][self.columns[name]])


def recognise(
    raw: Sequence[RawSheet], problems: Problems, spared: Collection[str] = ()
) -> Mapping[str, RawSheet]:
    """Return the sheet of each table; the others are reported, never passed over in silence.

    Parameters
    ----------
    raw
        The sheets as they are.
    problems
        Where to report.
    spared
        Tables that may be missing although they are required as a rule.
    """
    found: dict[str, RawSheet] = {}
    rest = [sheet for sheet in raw if not _take(sheet, found, range(2), tables.BY_NAME)]
    for sheet in rest:
        wanted = candidates(sheet, range(2, 99), tables.BY_NAME)
        free = [name for name in wanted if name not in found]
        output = candidates(sheet, range(99), tables.OUTPUT)
        if output and not free:
            if "records" not in found and output[0] not in tables.OF_TEMPLATE:
                problems.add("sheet-output", severity="notice", sheet=sheet.name)
            continue
        if free:
            found[free[0]] = sheet
        elif wanted or candidates(sheet, range(2), tables.BY_NAME):
            twin = (wanted or candidates(sheet, range(2), tables.BY_NAME))[0]
            problems.add(
                "sheet-twice", severity="warning", sheet=sheet.name, other=found[twin].name
            )
        elif candidates(sheet, range(99), tables.LATER):
            problems.add("sheet-later", severity="notice", sheet=sheet.name)
        elif sheet.rows:
            problems.add(
                "sheet-unknown",
                severity="notice",
                sheet=sheet.name,
                suggestion=nearest(sheet.name, _sheet_names()),
            )
    if "demand" not in found:
        names = tuple(headings.sheet_heading("demand", one) for one in headings.LANGUAGES)
        problems.add("demand-missing", severity="warning", expected=names)
    for table in tables.TABLES:
        if table.required and table.name not in {*found, *spared}:
            problems.add(
                "sheet-missing",
                expected=tuple(headings.sheet_heading(table.name, x) for x in headings.LANGUAGES),
            )
    return found


def _take(
    sheet: RawSheet, found: dict[str, RawSheet], ranks: range, names: Mapping[str, Table]
) -> bool:
    for name in candidates(sheet, ranks, names):
        if name not in found:
            found[name] = sheet
            return True
    return False


def candidates(sheet: RawSheet, ranks: range, names: Collection[str]) -> list[str]:
    """Return the sheets (of ``names``) that this one may be, by its name.

    Parameters
    ----------
    sheet
        The sheet.
    ranks
        Which of the names that a sheet may bear count: 0 the French, 1 the English one.
    names
        Names inside rotaplan.
    """
    folded = headings.fold(sheet.name)
    return [
        name
        for name in names
        if any(
            headings.fold(word) == folded
            for rank, word in enumerate(vocabulary.SHEETS[name])
            if rank in ranks
        )
    ]


def _sheet_names() -> list[str]:
    return [word for name in tables.BY_NAME for word in vocabulary.SHEETS[name][:2]]


def locate(raw: RawSheet, table: Table, problems: Problems) -> Sheet:
    """Find the heading row of a sheet by its content, and its columns."""
    known = headings.headings_of(table.name)
    best, header = 0, None
    for index, values in enumerate(raw.rows[:HEADER_ROWS]):
        names = {_column_name(value, known) for value in values} - {None}
        required = [c.name for c in table.columns if c.required]
        score = len(names) + 2 * len(names.intersection(required[:1]))
        if score > best:
            best, header = score, index
    if header is None or (best < 3 and table.layout == "rows" and len(table.columns) > 2):
        return Sheet(raw, table, None, {}, {})
    return _columns(raw, table, header, known, problems)


def _column_name(value: object, known: Mapping[str, str]) -> str | None:
    if not isinstance(value, str) or is_empty(value):
        return None
    return known.get(headings.fold(value)) or known.get(headings.fold_heading(value))


def _columns(
    raw: RawSheet, table: Table, header: int, known: Mapping[str, str], problems: Problems
) -> Sheet:
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for index, value in enumerate(raw.rows[header]):
        if is_empty(value):
            continue
        name = _column_name(value, known)
        if name is None:
            unknown[index] = shown(value)
        elif name in columns:
            problems.add(
                "column-twice",
                Cell(sheet=raw.name, row=header + 1, column=index + 1),
                severity="warning",
                found=shown(value),
            )
        else:
            columns[name] = index
    return Sheet(raw, table, header, columns, unknown)


def check_columns(sheet: Sheet, problems: Problems) -> bool:
    """Report missing and unknown columns of a sheet with one record a row.

    Returns whether the sheet can be read on.
    """
    if sheet.header is None:
        if any(not is_empty(value) for row in sheet.raw.rows for value in row):
            problems.add(
                "header-missing",
                Cell(sheet=sheet.name, row=1, column=1),
                expected=_written(sheet.table, [c for c in sheet.table.columns if c.required]),
            )
        elif sheet.table.required:
            problems.add("sheet-empty", Cell(sheet=sheet.name, row=1, column=1))
        return False
    for index, found in sheet.unknown.items():
        close = nearest(found, headings.written_headings(sheet.table.name))
        problems.add(
            "column-unknown",
            Cell(sheet=sheet.name, row=sheet.header + 1, column=index + 1),
            severity="warning" if close else "notice",
            found=found,
            suggestion=close,
        )
    missing = [c for c in sheet.table.columns if c.required and c.name not in sheet.columns]
    for column in missing:
        problems.add(
            "column-missing",
            Cell(sheet=sheet.name, row=sheet.header + 1),
            expected=_written(sheet.table, [column]),
        )
    return not missing


def _written(table: Table, columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            headings.heading(table.name, column.name, language)
            for column in columns
            for language in headings.LANGUAGES
        )
    )


def check_rows(sheet: Sheet, problems: Problems) -> None:
    """Report what the file says of rows: hidden ones are read all the same."""
    hidden = [line.row for line in sheet.lines() if line.row in sheet.raw.facts.hidden]
    if hidden:
        problems.add(
            "rows-hidden",
            Cell(sheet=sheet.name, row=hidden[0]),
            severity="notice",
            count=len(hidden),
        )
