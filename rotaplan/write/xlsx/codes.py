"""Hidden sheet of the codes: what each one is worth, so that totals on the roster stay live.

Named ranges ``rp_code``, ``rp_work``, ``rp_minutes``, ``rp_night`` and ``rp_hardship`` go down the
codes; ``rp_sunday``, ``rp_holiday`` and ``rp_free`` go across the days. Minutes are those of an
ordinary day; a day on which a clock change makes some shift longer or shorter has a column of
differences of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Family, Shift
from rotaplan.write.xlsx.book import CODES, Book, Grid, letters, span

_DOWN = ("code", "work", "minutes", "night", "hardship")
_ACROSS = ("sunday", "holiday", "free")


def clock_minutes(shift: Shift) -> int:
    """Return the minutes credited for a shift on a day without a clock change."""
    if shift.credited_minutes is not None:
        return shift.credited_minutes
    worked = sum(piece.end - piece.start for piece in shift.spans)
    return worked - shift.unpaid_break_minutes if shift.spans else 0


def clock_changes(scenario: Scenario) -> Mapping[int, Mapping[str, int]]:
    """Return, for each planned day with a clock change, by how much which shifts differ."""
    found: dict[int, dict[str, int]] = {}
    for day in scenario.horizon.planned:
        noon = 12 * 60
        opens, closes = (scenario.horizon.instant(day + ahead, noon) for ahead in (-1, 2))
        if closes - opens == 3 * 24 * 60:
            continue
        changed = {
            shift.code: scenario.credited(shift, day) - clock_minutes(shift)
            for shift in scenario.shifts
            if shift.spans and shift.works
        }
        changed = {code: gap for code, gap in changed.items() if gap}
        if changed:
            found[day] = changed
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTable:
    """Formulas over the codes of a person's row of the roster.

    Attributes
    ----------
    grid
        Where the roster stands.
    changes
        Column of differences of each day with a clock change.
    last_row
        Last row of the codes, from 1.
    weekends
        Columns of the roster that make up each weekend, first and last.
    """

    grid: Grid
    changes: Mapping[int, int]
    last_row: int
    weekends: tuple[tuple[int, int], ...]

    def cells(self, row: int) -> str:
        """Return the cells of a person's row."""
        return span(row, self.grid.first_column, self.grid.last_column)

    def hours(self, row: int) -> str:
        """Return the formula of the hours credited."""
        total = f"SUMPRODUCT(EXACT(rp_code,{self.cells(row)})*rp_work*rp_minutes)"
        for day, column in sorted(self.changes.items()):
            name = letters(column)
            gaps = f"{CODES}!${name}$2:${name}${self.last_row}"
            cell = f"{letters(self.grid.column(day))}{row + 1}"
            total += f"+SUMPRODUCT(EXACT(rp_code,{cell})*{gaps})"
        return f"=({total})/60"

    def total(self, row: int, *factors: str, sheet: str = "") -> str:
        """Return the formula of duties weighted by named ranges, such as ``rp_night``."""
        where = f"'{sheet.replace(chr(39), chr(39) * 2)}'!" if sheet else ""
        factor = "*".join(("rp_work", *factors))
        return f"=SUMPRODUCT(EXACT(rp_code,{where}{self.cells(row)})*{factor})"

    def worked_weekends(self, row: int) -> str:
        """Return the formula of the weekends with a duty."""
        terms = [
            f"SIGN(SUMPRODUCT(EXACT(rp_code,{span(row, first, last)})*rp_work))"
            for first, last in self.weekends
        ]
        return "=" + ("+".join(terms) or "0")


def code_table(book: Book) -> CodeTable:
    """Return the formulas; the sheet itself is written by ``write_codes``."""
    horizon, grid = book.horizon, book.grid
    return CodeTable(
        grid=grid,
        changes={day: len(_DOWN) + index for index, day in enumerate(clock_changes(book.scenario))},
        last_row=max(len(book.scenario.shifts), 1) + 1,
        weekends=tuple(
            (grid.column(max(saturday, 0)), grid.column(min(sunday, horizon.days - 1)))
            for saturday, sunday in horizon.weekends()
        ),
    )


def write_codes(book: Book) -> None:
    """Write the hidden sheet and name its ranges."""
    scenario, table = book.scenario, code_table(book)
    changes = clock_changes(scenario)
    sheet = book.workbook.add_worksheet(CODES)
    for column, name in enumerate(_DOWN):
        sheet.write_string(0, column, name)
    for day, column in table.changes.items():
        sheet.write_string(0, column, scenario.horizon.date(day).isoformat())
    for row, shift in enumerate(scenario.shifts, start=1):
        sheet.write_string(row, 0, shift.code)
        worth = (
            int(shift.works),
            clock_minutes(shift),
            int(shift.family is Family.NIGHT),
            shift.hardship,
        )
        for column, value in enumerate(worth, start=1):
            sheet.write_number(row, column, value)
        for day, column in table.changes.items():
            sheet.write_number(row, column, changes[day].get(shift.code, 0))
    _write_days(book, sheet, len(_DOWN) + len(table.changes) + 1)
    for column, name in enumerate(_DOWN):
        down = f"${letters(column)}$2:${letters(column)}${table.last_row}"
        book.workbook.define_name(f"rp_{name}", f"={CODES}!{down}")
    sheet.hide()


def _write_days(book: Book, sheet: object, first_column: int) -> None:
    """Write which days are Sundays and holidays, across, and name the ranges."""
    horizon, calendar = book.horizon, book.scenario.calendar
    for day in horizon.planned:
        date = horizon.date(day)
        sunday, holiday = date.weekday() == 6, calendar.is_holiday(date)
        flags = (sunday, holiday, sunday or holiday)
        for row, flag in enumerate(flags):
            sheet.write_number(row, first_column + day, int(flag))  # type: ignore[attr-defined]
    for row, name in enumerate(_ACROSS):
        across = span(row, first_column, first_column + horizon.days - 1, fixed="row column")
        book.workbook.define_name(f"rp_{name}", f"={CODES}!{across}")
