"""The roster by post: posts down, days across, names in the cells; for the wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rotaplan.write.figures import Post
from rotaplan.write.xlsx.book import A4, Book
from rotaplan.write.xlsx.colours import GRID, HOLIDAY_BAND, UNDER, WEEKEND_BAND, fill_of, text_on
from rotaplan.write.xlsx.days import DATE_ROW, write_days

_FIRST_COLUMN, _LINE_POINTS = 3, 11.5
Key = tuple[str, str]
"""Shift and function."""


def write_by_post(book: Book) -> None:
    """Write the sheet, a page a week."""
    sheet = book.sheet("by_post", A4, one_wide=False)
    sheet.write_string(0, 0, book.title, book.heading)
    longest = max((len(p.name or p.id) for p in book.scenario.people), default=8)
    width = min(max(9, longest * 0.85 + 1), 16)
    write_days(book, sheet, _FIRST_COLUMN, [width] * book.horizon.days)
    for column, key in enumerate(("shift", "label", "function")):
        sheet.write_string(DATE_ROW, column, book.say(key), book.column_heading)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, 10)
    posts = {(p.need.day, p.need.shift, p.need.skill): p for p in book.figures.posts}
    names = _names(book)
    for row, line in enumerate(_rows(book), start=DATE_ROW + 1):
        _write_row(book, sheet, row, line, posts, names)
    _page(book, sheet)


def _page(book: Book, sheet: Any) -> None:
    """Cut the pages at Mondays, so that a week is legible on one sheet of paper."""
    sheet.freeze_panes(DATE_ROW + 1, _FIRST_COLUMN)
    sheet.repeat_rows(0, DATE_ROW)
    sheet.repeat_columns(0, _FIRST_COLUMN - 1)
    mondays = [day for day in book.horizon.planned if book.horizon.date(day).weekday() == 0]
    sheet.set_v_pagebreaks([_FIRST_COLUMN + day for day in mondays if day])


def _names(book: Book) -> Mapping[str, str]:
    """Return display names, with the staff number where two people share one."""
    seen: dict[str, int] = {}
    for person in book.scenario.people:
        seen[person.name] = seen.get(person.name, 0) + 1
    return {
        person.id: person.id
        if not person.name
        else (person.name if seen[person.name] == 1 else f"{person.name} ({person.id})")
        for person in book.scenario.people
    }


def _rows(book: Book) -> list[Key]:
    """Return the posts of the sheet: demanded ones and worked ones, in the order of shifts."""
    keys = {(demand.shift, demand.skill) for demand in book.scenario.demand}
    keys |= {
        (shift, skill)
        for _, shift, skill in book.schedule.held
        if (shift, skill) not in keys and (skill or shift not in book.scenario.demanded)
    }
    order = {shift.code: index for index, shift in enumerate(book.scenario.shifts)}
    return sorted(keys, key=lambda key: (order.get(key[0], len(order)), key[1]))


def _write_row(
    book: Book,
    sheet: Any,
    row: int,
    key: Key,
    posts: Mapping[tuple[int, str, str], Post],
    names: Mapping[str, str],
) -> None:
    """Write one post over all days."""
    code, skill = key
    shift = book.scenario.shift[code]
    fill = fill_of(shift)
    look: dict[str, object] = {"border": 1, "border_color": GRID, "bold": True}
    if fill:
        look |= {"bg_color": fill, "font_color": text_on(fill)}
    sheet.write_string(row, 0, code, book.style(**look))
    sheet.write_string(row, 1, shift.label, book.wrapped)
    sheet.write_string(row, 2, skill, book.wrapped)
    lines = 1
    for day in book.horizon.planned:
        post = posts.get((day, code, skill))
        held = post.held if post else book.schedule.held.get((day, code, skill), ())
        texts = [names[person] for person in held]
        missing = post.missing if post else 0
        if missing:
            texts.append(book.say("unfilled", count=missing))
        lines = max(lines, len(texts))
        band = UNDER if missing else book.day_fill(day, (HOLIDAY_BAND, WEEKEND_BAND))
        style = book.style(
            **{"border": 1, "border_color": GRID, "text_wrap": True, "font_size": 8}
            | ({"bg_color": band} if band else {})
        )
        if texts:
            sheet.write_string(row, _FIRST_COLUMN + day, "\n".join(texts), style)
        else:
            sheet.write_blank(row, _FIRST_COLUMN + day, None, style)
    sheet.set_row(row, max(14.0, lines * _LINE_POINTS + 2))
