"""Grids of people down and dates across, with codes in the cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift
from rotaplan.problem import Cell, Problems
from rotaplan.sheets import headings
from rotaplan.sheets.headings import fold
from rotaplan.sheets.kinds import Entry, Fault, is_empty, parse_date, shown
from rotaplan.sheets.names import CodeNames, PersonNames
from rotaplan.sheets.parse.leave import is_off
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.structure import HEADER_ROWS, Line
from rotaplan.sheets.vocabulary import AWAY_CODES, DEFAULT_OFF_CODES

_MARKS = "!?*"
"""Imposed, wished, changed: marks that may follow a code."""
_FIRST_SERIAL, _LAST_SERIAL = 36000, 60000
"""Bare numbers that are dates: July 1998 to April 2064."""
_FEWEST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things are in a grid.

    Attributes
    ----------
    raw
        The sheet.
    header
        Index of the row of dates.
    person
        Index of the column of people.
    dates
        Dates by column index.
    others
        Headings of the remaining columns by index.
    """

    raw: RawSheet
    header: int
    person: int
    dates: Mapping[int, dt.date]
    others: Mapping[int, str]

    def lines(self) -> Iterator[Line]:
        """Yield the rows under the dates that name somebody."""
        for index, values in enumerate(self.raw.rows[self.header + 1 :], start=self.header + 2):
            line = Line(self.raw.name, index, values)
            if not is_empty(line.value(self.person)):
                yield line


def find_grid(raw: RawSheet, horizon: Horizon | None) -> Grid | None:
    """Find the row of dates and the column of people; None where the sheet is no grid.

    Where no row holds dates, a row of day numbers that begins with the day of the month of the
    horizon's first day counts as the days of the horizon.
    """
    best: dict[int, dt.date] = {}
    header = 0
    for index, values in enumerate(raw.rows[:HEADER_ROWS]):
        found = _dates(raw, index, values)
        if len(found) > len(best):
            best, header = found, index
    if not best and horizon is not None:
        for index, values in enumerate(raw.rows[:HEADER_ROWS]):
            best, header = _day_numbers(values, horizon), index
            if best:
                break
    if not best:
        return None
    person = _person_column(raw, header, min(best))
    others = {
        index: title
        for index in range(len(raw.rows[header]))
        if index not in best and index != person and (title := _title(raw, header, index))
    }
    return Grid(raw, header, person, best, others)


def _dates(raw: RawSheet, index: int, values: tuple[object, ...]) -> dict[int, dt.date]:
    """Return the dates of a row by column; text counts only in an unmistakable form."""
    found: dict[int, dt.date] = {}
    silent = Problems()
    for column, value in enumerate(values):
        typed = isinstance(value, dt.date) and value.year > 1950
        serial = (
            isinstance(value, float | int)
            and not isinstance(value, bool)
            and _FIRST_SERIAL <= value < _LAST_SERIAL
            and value == int(value)
        )
        written = isinstance(value, str) and sum(map(str.isdigit, value)) >= 4
        if not (typed or serial or written):
            continue
        try:
            place = Cell(sheet=raw.name, row=index + 1, column=column + 1)
            found[column] = parse_date(Entry(value, place, silent))
        except Fault:
            continue
    return found


def _day_numbers(values: tuple[object, ...], horizon: Horizon) -> dict[int, dt.date]:
    found: dict[int, dt.date] = {}
    day = horizon.start
    for column, value in enumerate(values):
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            continue
        if shown(value) in (str(day.day), f"{day.day:02d}"):
            found[column] = day
            day += dt.timedelta(days=1)
        elif found:
            break
    return found if len(found) >= min(_FEWEST_DAYS, horizon.days) else {}


def _person_column(raw: RawSheet, header: int, before: int) -> int:
    """Return the column of staff numbers: by its heading, else the first one filled."""
    known = {fold(word) for word in headings.names_of("agents", "person")}
    for row in range(header, max(header - 3, -1), -1):
        for index, value in enumerate(raw.rows[row][:before]):
            if isinstance(value, str) and fold(value) in known:
                return index
    for line in raw.rows[header + 1 :]:
        for index, value in enumerate(line[:before]):
            if not is_empty(value):
                return index
    return 0


def _title(raw: RawSheet, header: int, index: int) -> str:
    """Return the heading of a column: in the row of dates, or up to two rows above it."""
    for row in range(header, max(header - 3, -1), -1):
        if index < len(raw.rows[row]) and not is_empty(raw.rows[row][index]):
            return shown(raw.rows[row][index])
    return ""


@dataclass(slots=True)
class CodeReader:
    """Reads the cells of grids, each distinct text once.

    Attributes
    ----------
    codes
        Shifts known.
    free
        Further codes that stand for a day off, such as those of the sheet of absences.
    assumed
        Usual codes of rest and leave that no sheet defines, with the first cell of each.
    """

    codes: CodeNames
    free: frozenset[str]
    assumed: dict[str, Cell] = field(default_factory=dict)
    _seen: dict[str, Shift | None] = field(default_factory=dict)

    def read(self, entry: Entry) -> Shift | None:
        """Return the shift of a cell; None for a day off. Raises Fault for an unknown code."""
        if isinstance(entry.raw, str):
            if entry.raw not in self._seen:
                self._seen[entry.raw] = self._read(entry)
            return self._seen[entry.raw]
        return self._read(entry)

    def _read(self, entry: Entry) -> Shift | None:
        text = entry.text
        found = self.codes.find(text) or self.codes.find(self.plain(text))
        if found is not None:
            return found if found.works else None
        plain = self.plain(text)
        if plain.casefold() in self.free:
            return None
        if plain and is_off(plain):
            if plain.upper() in DEFAULT_OFF_CODES and plain.upper() not in ("OFF", "X", "ABS"):
                self.assumed.setdefault(plain, entry.cell)
            return None
        if not plain:
            return None
        return self.codes.read(entry)

    @staticmethod
    def plain(text: str) -> str:
        """Return a text without the marks that may follow a code."""
        return text.rstrip(_MARKS).rstrip()

    def means_away(self, text: str) -> bool:
        """Whether a text is a code of leave or absence, not of work or rest."""
        plain = self.plain(text)
        found = self.codes.find(text) or self.codes.find(plain)
        if found is not None:
            return not found.works and found.family in (Family.LEAVE, Family.ABSENCE)
        return plain.upper() in AWAY_CODES or (plain.casefold() in self.free and not is_off(plain))


def read_people_lines(
    grid: Grid, people: PersonNames, reader: CodeReader, problems: Problems
) -> Iterator[tuple[str, Line]]:
    """Yield the rows of known people.

    A row of somebody unknown is reported where it holds codes; other rows (weekdays, totals,
    cover counts, legends) are not rows of people.
    """
    seen: dict[str, Line] = {}
    for line in grid.lines():
        place = line.cell(grid.person)
        text = shown(line.value(grid.person))
        person = people.find(text)
        if person is None:
            if _holds_codes(grid, line, reader) and reader.codes.find(text) is None:
                problems.add("person-unknown", place, found=text, suggestion=people.nearest(text))
        elif person in seen:
            first = seen[person].cell(grid.person)
            problems.add("person-row-twice", place, found=person, other=str(first))
        else:
            seen[person] = line
            yield person, line


def _holds_codes(grid: Grid, line: Line, reader: CodeReader) -> bool:
    return any(
        isinstance(value := line.value(column), str)
        and (shift := reader.codes.find(shown(value).rstrip(_MARKS))) is not None
        and shift.works
        for column in grid.dates
    )


def read_codes(
    grid: Grid, line: Line, reader: CodeReader, problems: Problems
) -> Iterator[tuple[dt.date, Shift]]:
    """Yield the duties of a row; days off are left out."""
    for column, day in grid.dates.items():
        value = line.value(column)
        if is_empty(value):
            continue
        try:
            shift = reader.read(Entry(value, line.cell(column), problems))
        except Fault as fault:
            fault.report(problems, line.cell(column))
            continue
        if shift is not None:
            yield day, shift
