"""The head of a sheet with days across: ISO week, weekday and date, with bands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.colours import GRID, HEADER

WEEK_ROW, WEEKDAY_ROW, DATE_ROW = 1, 2, 3


def write_days(book: Book, sheet: Any, first_column: int, widths: Sequence[float]) -> None:
    """Write three rows over the days, from ``first_column`` (from 0) on, a width for each day."""
    horizon = book.horizon
    initials = book.say("weekdays").split()
    base: dict[str, object] = {
        "border": 1,
        "border_color": GRID,
        "bold": True,
        "align": "center",
        "font_size": 8,
    }
    for day in horizon.planned:
        fill = book.day_fill(day) or HEADER
        date = horizon.date(day)
        column = first_column + day
        sheet.set_column(column, column, widths[day])
        sheet.write_string(
            WEEKDAY_ROW, column, initials[date.weekday()], book.style(bg_color=fill, **base)
        )
        dated = book.style(**base | {"bg_color": fill, "num_format": "dd/mm", "bold": False})
        sheet.write_datetime(DATE_ROW, column, date, dated)
    week = book.style(bg_color=HEADER, **base)
    for first, last in _weeks(book):
        text = book.say("week", number=str(horizon.date(first).isocalendar().week))
        if first == last:
            sheet.write_string(WEEK_ROW, first_column + first, text, week)
        else:
            sheet.merge_range(
                WEEK_ROW, first_column + first, WEEK_ROW, first_column + last, text, week
            )


def _weeks(book: Book) -> list[tuple[int, int]]:
    """Return first and last planned day of each ISO week."""
    return [
        (max(week.first, 0), min(week.last, book.horizon.days - 1))
        for week in book.horizon.periods("week")
    ]
