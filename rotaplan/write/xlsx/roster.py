"""The roster: people down, days across, totals at the right, cover below."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from rotaplan.write.figures import Tally
from rotaplan.write.xlsx.book import A3, A4, Book, letters
from rotaplan.write.xlsx.changed import changed_cells, frame
from rotaplan.write.xlsx.codes import CodeTable, code_table
from rotaplan.write.xlsx.colours import (
    ABSENCE,
    GRID,
    HOLIDAY_BAND,
    OUTSIDE,
    REST_TEXT,
    SOFT,
    STRICT,
    WEEKEND_BAND,
    absence_fill,
    fill_of,
    shown_absence,
    text_on,
)
from rotaplan.write.xlsx.cover_rows import write_cover_rows
from rotaplan.write.xlsx.days import DATE_ROW, write_days
from rotaplan.write.xlsx.legend import write_legend

LONG_STRETCH = 7
"""A breach over more days than this is marked at the name, not in every cell."""
_TOTALS = ("fte", "hours", "target", "balance", "nights", "weekends", "free-days")
_TOTAL_WIDTHS = (6.5, 7, 7, 7.5, 5, 7, 7)
_WIDE = 35
"""Days that one page takes across; a longer roster is cut into pages of four weeks."""


def write_roster(book: Book) -> None:
    """Write the roster sheet."""
    grid = book.grid
    wide = grid.days > _WIDE
    sheet = book.sheet("roster", A4 if grid.days <= 14 else A3, one_wide=not wide)
    sheet.write_string(0, 0, book.title, book.heading)
    write_days(book, sheet, grid.first_column, _day_widths(book))
    _write_left(book, sheet)
    _write_cells(book, sheet)
    _write_totals(book, sheet)
    below = write_cover_rows(book, sheet, grid.last_row + 2)
    write_legend(book, sheet, below + 1)
    sheet.set_row(DATE_ROW, 26)
    sheet.freeze_panes(grid.first_row, grid.first_column)
    sheet.repeat_rows(0, DATE_ROW)
    sheet.repeat_columns(0, grid.first_column - 1)
    if wide:
        sheet.set_v_pagebreaks([grid.column(day) for day in range(28, grid.days, 28)])


def _day_widths(book: Book) -> list[float]:
    """Return a width per day that holds every code that can stand in a cell, and the date.

    Days are alike but for those on which an incident has made variants of duties, whose codes
    are long.
    """
    scenario = book.scenario
    codes = {absence.code for absence in scenario.absences}
    variants: dict[int, set[str]] = {}
    for one in book.schedule.assignments:
        if scenario.shift[one.shift].variant_of:
            variants.setdefault(one.day, set()).add(one.shift)
        else:
            codes.add(one.shift)
    return [_width(codes | variants.get(day, set())) for day in book.horizon.planned]


def _width(codes: Collection[str]) -> float:
    return max(4.7, max(map(len, codes), default=0) * 1.05 + 0.8)


def _write_left(book: Book, sheet: Any) -> None:
    """Write staff number, name and team."""
    scenario, grid = book.scenario, book.grid
    keys = ["staff-number", "name", "team"][: grid.first_column]
    for column, key in enumerate(keys):
        sheet.write_string(DATE_ROW, column, book.say(key), book.column_heading)
    sheet.set_column(0, 0, max([8.5, *(len(p.id) * 1.05 + 1 for p in scenario.people)]))
    longest = max((len(p.name or p.id) for p in scenario.people), default=0)
    sheet.set_column(1, 1, min(max(12, longest * 0.95 + 1), 30))
    if grid.first_column == 3:
        sheet.set_column(2, 2, min(max(7, max(len(p.team) for p in scenario.people)), 16))
    marks = _marks(book, whole=True)
    for person in scenario.people:
        row = book.row_of[person.id]
        mark = _mark(marks.get((person.id, 0)))
        sheet.write_string(row, 0, person.id, book.cell)
        style = book.style(**{"border": 1, "border_color": GRID, **mark})
        sheet.write_string(row, 1, person.name or person.id, style)
        if grid.first_column == 3:
            sheet.write_string(row, 2, person.team, book.cell)


def _marks(book: Book, *, whole: bool) -> Mapping[tuple[str, int], bool]:
    """Return which cells (or, for long stretches, which people at day 0) a breach touches.

    The value tells whether a rule that must hold is broken there.
    """
    found: dict[tuple[str, int], bool] = {}
    for one in book.violations:
        if (
            not one.person
            or one.derogation is not None
            or (len(one.days) > LONG_STRETCH) is not whole
        ):
            continue
        for day in (0,) if whole else one.days:
            found[one.person, day] = found.get((one.person, day), False) or one.broken
    return found


def _mark(strict: bool | None, fill: str = "") -> dict[str, object]:
    """Return the properties that mark a breach on a fill."""
    if strict is None:
        return {}
    if not strict:
        return {"left": 5, "left_color": SOFT}
    text = STRICT if text_on(fill) == "#000000" else "#FFFFFF"
    return {"border": 2, "border_color": STRICT, "bold": True, "font_color": text}


def _write_cells(book: Book, sheet: Any) -> None:
    """Write the code of every person on every day."""
    marks = _marks(book, whole=False)
    bands = [book.day_fill(day, (HOLIDAY_BAND, WEEKEND_BAND)) for day in book.horizon.planned]
    changed = changed_cells(book)
    comments = _comments(book, changed)
    for person in book.scenario.people:
        row = book.row_of[person.id]
        for day in book.horizon.planned:
            code, look = _look(book, person.id, day, bands[day])
            fill = str(look.get("bg_color", ""))
            style = book.style(
                **{"border": 1, "border_color": GRID, "align": "center", "font_size": 9}
                | look
                | frame(changed.get((person.id, day)))
                | _mark(marks.get((person.id, day)), fill)
            )
            column = book.grid.column(day)
            if code:
                sheet.write_string(row, column, code, style)
            else:
                sheet.write_blank(row, column, None, style)
            if (person.id, day) in comments:
                sheet.write_comment(row, column, comments[person.id, day], _COMMENT)


_COMMENT = {"author": "rotaplan", "x_scale": 1.2, "y_scale": 0.5, "font_size": 9}


def _look(book: Book, person_id: str, day: int, band: str) -> tuple[str, dict[str, object]]:
    """Return what stands in a cell, and the properties of its style."""
    scenario = book.scenario
    codes = book.figures.cells.get((person_id, day), ())
    absences = [a for a in scenario.absent.get((person_id, day), ()) if a.code]
    if codes:
        shift = scenario.shift[codes[0]]
        fill = fill_of(shift)
        if fill:
            return "+".join(codes), {"bg_color": fill, "font_color": text_on(fill)}
        plain: dict[str, object] = {"font_color": "#000000" if shift.works else REST_TEXT}
        return "+".join(codes), plain | ({"bg_color": band} if band else {})
    if (person_id, day) in book.imposed_rest:
        rest: dict[str, object] = {"font_color": REST_TEXT}
        return book.imposed_rest[person_id, day], rest | ({"bg_color": band} if band else {})
    if absences:
        fill = absence_fill(scenario, absences[0].code)
        shown = shown_absence(scenario, absences[0].code)
        return shown, {"bg_color": fill, "font_color": text_on(fill)}
    if scenario.absent.get((person_id, day)):
        return "", {"bg_color": ABSENCE}
    if not scenario.person[person_id].under_contract(scenario.horizon.date(day)):
        return "", {"pattern": 14, "fg_color": OUTSIDE, "bg_color": "#FFFFFF"}
    return "", {"bg_color": band} if band else {}


def _comments(
    book: Book, changed: Mapping[tuple[str, int], tuple[int, str]]
) -> Mapping[tuple[str, int], str]:
    """Return what is noted at cells: what was published, pins, absences of half a day."""
    found = {cell: [text] for cell, (_, text) in changed.items()}
    for pin in book.scenario.pins:
        if 0 <= pin.day < book.horizon.days and pin.person in book.row_of:
            text = book.say("pinned", code=pin.shift or pin.text or book.say("rest"))
            found.setdefault((pin.person, pin.day), []).append(text)
    for key, absences in book.scenario.absent.items():
        for absence in absences:
            if absence.part != "all":
                shown = shown_absence(book.scenario, absence.code)
                text = book.say(f"half-day-{absence.part}", code=shown)
                found.setdefault(key, []).append(text)
    return {key: "\n".join(texts) for key, texts in sorted(found.items())}


def _write_totals(book: Book, sheet: Any) -> None:
    """Write the totals of each person as formulas with their values."""
    grid, table = book.grid, code_table(book)
    first = grid.last_column + 1
    for column, key in enumerate(_TOTALS, start=first):
        sheet.write_string(DATE_ROW, column, book.say(key), book.column_heading)
    for column, width in enumerate(_TOTAL_WIDTHS, start=first):
        sheet.set_column(column, column, width)
    for tally in book.figures.tallies:
        live = tally.person.id not in book.figures.doubled_people
        _write_line(book, sheet, table, tally, first, live=live)


def _write_line(
    book: Book, sheet: Any, table: CodeTable, tally: Tally, first: int, *, live: bool
) -> None:
    """Write the totals of one person; plain figures where a cell holds two codes."""
    row = book.row_of[tally.person.id]
    hours = book.number("0.00")
    balance = book.number("+0.00;-0.00;0.00")
    put = partial(_put, sheet, row, live=live)
    sheet.write_number(row, first, float(tally.person.fte), book.number("0%"))
    put(first + 1, table.hours(row), tally.minutes / 60, hours)
    if tally.target_minutes is None:
        sheet.write_blank(row, first + 2, None, hours)
        sheet.write_blank(row, first + 3, None, balance)
    else:
        sheet.write_number(row, first + 2, tally.target_minutes / 60, hours)
        gap = (tally.minutes - tally.target_minutes) / 60
        put(first + 3, _balance(row, first), gap, balance)
    count = book.number("0")
    put(first + 4, table.total(row, "rp_night"), tally.nights, count)
    put(first + 5, table.worked_weekends(row), tally.weekends, count)
    put(first + 6, table.total(row, "rp_free"), tally.free_days, count)


def _balance(row: int, first: int) -> str:
    """Return hours less target, in the totals that begin at column ``first``."""
    return f"={letters(first + 1)}{row + 1}-{letters(first + 2)}{row + 1}"


def _put(
    sheet: Any, row: int, column: int, formula: str, value: float, style: Any, *, live: bool
) -> None:
    """Write a formula with its value, or the value alone."""
    if live:
        sheet.write_formula(row, column, formula, style, value)
    else:
        sheet.write_number(row, column, value, style)
