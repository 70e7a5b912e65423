"""Legend below the roster: what each code means, with its hours, and what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotaplan.domain.work import Shift
from rotaplan.write.sentences import duration
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.changed import DASHED, THICK, frame
from rotaplan.write.xlsx.codes import clock_minutes
from rotaplan.write.xlsx.colours import (
    GRID,
    NOTE_TEXT,
    SOFT,
    STRICT,
    absence_fill,
    fill_of,
    shown_absence,
    text_on,
)

MOST_CODES = 28
"""Codes that the legend explains one by one; with more, the shifts sheet has to."""
_BLOCK = 7
"""Day columns that one entry takes: one for the code, the others for its text."""

Entry = tuple[str, str, str]
"""Code, fill and text."""


def write_legend(book: Book, sheet: Any, row: int) -> int:
    """Write the legend from ``row`` (from 0) on; return the first row below."""
    sheet.write_string(row, 1, book.say("legend"), book.style(bold=True))
    entries = [*_shift_entries(book), *_absence_entries(book)]
    row = _write_entries(book, sheet, row, entries)
    marks: tuple[tuple[str, dict[str, object]], ...] = (
        (
            "legend-strict",
            {"border": 2, "border_color": STRICT, "font_color": STRICT, "bold": True},
        ),
        ("legend-soft", {"border": 1, "border_color": GRID, "left": 5, "left_color": SOFT}),
        ("legend-pinned", {"border": 1, "border_color": GRID}),
    )
    if book.replan:
        marks += (("changed-cell", frame((THICK, ""))), ("changed-before", frame((DASHED, ""))))
    note = book.style(font_color=NOTE_TEXT, font_size=8)
    for key, look in marks:
        sheet.write_string(row, 1, book.say(key), book.style(**{"font_size": 8, **look}))
        sheet.write_string(row, book.grid.first_column, book.say(f"{key}-text"), note)
        row += 1
    return row


def _write_entries(book: Book, sheet: Any, row: int, entries: Sequence[Entry]) -> int:
    """Write entries side by side over the days; return the first row below."""
    first = book.grid.first_column
    blocks = max(1, book.grid.days // _BLOCK)
    note = book.style(font_size=8)
    for index, (code, fill, text) in enumerate(entries):
        down, across = divmod(index, blocks)
        column = first + across * _BLOCK
        look: dict[str, object] = {"border": 1, "border_color": GRID, "align": "center"}
        if fill:
            look |= {"bg_color": fill, "font_color": text_on(fill)}
        sheet.write_string(row + down, column, code, book.style(**look))
        sheet.write_string(row + down, column + 1, text, note)
    return row + max(1, -(-len(entries) // blocks))


def _shift_entries(book: Book) -> list[Entry]:
    """Return an entry per shift in use; per family where there are too many shifts."""
    used = {one.shift for one in book.schedule.assignments} | book.scenario.demanded
    shifts = [shift for shift in book.scenario.shifts if shift.code in used]
    if len(shifts) <= MOST_CODES:
        return [(shift.code, fill_of(shift), _shift_text(shift)) for shift in shifts]
    entries: dict[tuple[str, str], list[str]] = {}
    for shift in shifts:
        entries.setdefault((str(shift.family), fill_of(shift)), []).append(shift.code)
    return [
        (
            str(len(codes)),
            fill,
            book.say("legend-family", name=book.say(f"family-{family.replace('_', '-')}")),
        )
        for (family, fill), codes in entries.items()
    ]


def _shift_text(shift: Shift) -> str:
    """Return label, times and hours of a shift."""
    times = ", ".join(f"{_clock(piece.start)}-{_clock(piece.end)}" for piece in shift.spans)
    hours = f"({duration(clock_minutes(shift))})" if shift.spans else ""
    label = "" if shift.label == shift.code else shift.label
    return " ".join(filter(None, (label, times, hours)))


def _clock(minute: int) -> str:
    """Return a wall-clock time; midnight at the end of a day is 24:00."""
    if minute == 1440:
        return "24:00"
    return f"{minute % 1440 // 60:02d}:{minute % 60:02d}"


def _absence_entries(book: Book) -> list[Entry]:
    """Return an entry per code of absence on the planned days."""
    scenario = book.scenario
    fills = {
        shown_absence(scenario, absence.code): absence_fill(scenario, absence.code)
        for found in scenario.absent.values()
        for absence in found
        if absence.code
    }
    return [
        (
            code,
            fill,
            scenario.shift[code].label if code in scenario.shift else book.say("absence"),
        )
        for code, fill in sorted(fills.items())
    ]
