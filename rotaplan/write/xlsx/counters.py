"""Counters of each person: brought forward, acquired, carried to the next plan."""

from __future__ import annotations

from typing import Any

from rotaplan.write.figures import COUNTERS, REST_DUE, Tally, named_counters, opening
from rotaplan.write.xlsx.book import A3, Book, letters
from rotaplan.write.xlsx.codes import CodeTable, code_table
from rotaplan.write.xlsx.colours import NOTE_TEXT

_HEAD = 3
_LEFT = 2
_STANDING = (*COUNTERS, REST_DUE)
_PARTS = ("opening", "acquired", "closing")


def write_counters(book: Book) -> None:
    """Write the sheet: three columns per counter."""
    sheet = book.sheet("counters", A3)
    names = (*COUNTERS, *_rest_due(book), *named_counters(book.scenario))
    sheet.write_string(0, 0, book.title, book.heading)
    note = book.style(font_color=NOTE_TEXT, font_size=8)
    sheet.write_string(1, 0, book.say("counters-note"), note)
    book.headings(sheet, _HEAD, ("staff-number", "name"))
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 20)
    for index, name in enumerate(names):
        first = _LEFT + 3 * index
        title = book.say(f"counter-{name}") if name in _STANDING else name
        sheet.merge_range(_HEAD - 1, first, _HEAD - 1, first + 2, title, book.column_heading)
        for column, part in enumerate(_PARTS, start=first):
            sheet.write_string(_HEAD, column, book.say(part), book.column_heading)
    sheet.set_column(_LEFT, _LEFT + 3 * len(names) - 1, 8.3)
    table = code_table(book)
    for row, tally in enumerate(book.figures.tallies, start=_HEAD + 1):
        sheet.write_string(row, 0, tally.person.id, book.cell)
        sheet.write_string(row, 1, tally.person.name or tally.person.id, book.cell)
        for index, name in enumerate(names):
            _write_counter(book, sheet, table, row, _LEFT + 3 * index, tally, name)
    sheet.freeze_panes(_HEAD + 1, _LEFT)
    sheet.repeat_rows(_HEAD - 1, _HEAD)
    sheet.repeat_columns(0, _LEFT - 1)


def _rest_due(book: Book) -> tuple[str, ...]:
    """Return the counter of rest due, where anybody brings some forward or gains some."""
    report = book.result.report
    gained = report is not None and bool(report.debts)
    brought = any(opening(person, REST_DUE) for person in book.scenario.people)
    return (REST_DUE,) if gained or brought else ()


def _write_counter(
    book: Book, sheet: Any, table: CodeTable, row: int, column: int, tally: Tally, name: str
) -> None:
    """Write one counter of one person; hours are in hours, the others are counts."""
    brought = opening(tally.person, name)
    if name in COUNTERS:
        acquired = tally.acquired[name]
    elif name == REST_DUE:
        report = book.result.report
        acquired = 0 if report is None else report.debts.get(tally.person.id, 0)
    else:
        acquired = book.figures.acquired(tally.person, name)
    timed = name in ("hours", REST_DUE)
    unit = 60 if timed else 1
    style = book.number("0.00" if timed else "0")
    sheet.write_number(row, column, brought / unit, style)
    formula = _formula(book, table, tally, name)
    if formula:
        sheet.write_formula(row, column + 1, formula, style, acquired / unit)
    else:
        sheet.write_number(row, column + 1, acquired / unit, style)
    total = f"={letters(column)}{row + 1}+{letters(column + 1)}{row + 1}"
    sheet.write_formula(row, column + 2, total, style, (brought + acquired) / unit)


def _formula(book: Book, table: CodeTable, tally: Tally, name: str) -> str:
    """Return what a standing counter gains, live from the roster; empty where it cannot be."""
    person = tally.person.id
    if person in book.figures.doubled_people:
        return ""
    roster = book.names["roster"]
    row = book.row_of[person]
    totals = book.grid.last_column + 1
    quoted = roster.replace("'", "''")
    if name == "hours":
        known = tally.target_minutes is not None
        return f"='{quoted}'!{letters(totals + 3)}{row + 1}" if known else ""
    if name == "weekend":
        return f"='{quoted}'!{letters(totals + 5)}{row + 1}"
    if name in ("night", "sunday", "holiday", "hardship"):
        return table.total(row, f"rp_{name}", sheet=roster)
    return ""
