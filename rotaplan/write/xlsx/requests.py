"""Wishes: the planner's own sheet, with what came of each one at its right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.explanation.values import Explanation
from rotaplan.explanation.wishes import Refusal
from rotaplan.text import LANGUAGES, say
from rotaplan.write.refusals import granting_text, reason_text
from rotaplan.write.sentences import date_text
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.carried import InputSheet, fold, write_carried
from rotaplan.write.xlsx.colours import GRID

_KEYS = ("granted", "obtained")
_REASONS = ("why", "granting")
"""Columns beside those where reasons are given."""
_WIDTHS = {"granted": 9, "obtained": 36, "why": 44, "granting": 70}


def write_requests(
    book: Book, source: InputSheet | None, explanation: Explanation | None = None
) -> None:
    """Write the sheet: the input's where there is one, otherwise one made from the wishes."""
    refused = _refused(explanation)
    if source is None:
        _write_new(book, refused)
        return
    sheet = write_carried(book, source)
    rows = _by_row(book, source.name)
    head = source.header_row
    columns = _columns(source, _keys(refused))
    for key, column in columns.items():
        sheet.write_string(head, column, book.say(key), book.column_heading)
        sheet.set_column(column, column, _WIDTHS[key])
    for row in range(head + 1, len(source.rows)):
        _write_outcome(book, sheet, row, columns, rows.get(row, ()), refused)


def _refused(explanation: Explanation | None) -> Mapping[Wish, Refusal]:
    """Return why wishes were refused."""
    return {} if explanation is None else {one.wish: one for one in explanation.refusals}


def _keys(refused: Mapping[Wish, Refusal]) -> tuple[str, ...]:
    return (*_KEYS, *_REASONS) if refused else _KEYS


def _by_row(book: Book, name: str) -> Mapping[int, tuple[Wish, ...]]:
    """Return the wishes read from each row (from 0) of the sheet."""
    found: dict[int, tuple[Wish, ...]] = {}
    for wish in book.scenario.wishes:
        if wish.origin is not None and wish.origin.sheet == name:
            row = wish.origin.row - 1
            found[row] = (*found.get(row, ()), wish)
    return found


def _columns(source: InputSheet, keys: Iterable[str]) -> Mapping[str, int]:
    """Return where the outcome stands: in the columns of an earlier answer, or at the right."""
    head = source.rows[source.header_row] if source.rows else ()
    written = [fold(value) if isinstance(value, str) else "" for value in head]
    while written and not written[-1]:
        written.pop()
    columns: dict[str, int] = {}
    free = len(written)
    for key in keys:
        names = {fold(say(language, f"out-{key}")) for language in LANGUAGES}
        found = [index for index, heading in enumerate(written) if heading in names]
        if found:
            columns[key] = found[0]
        else:
            columns[key] = free
            free += 1
    return columns


def _write_outcome(
    book: Book,
    sheet: Any,
    row: int,
    columns: Mapping[str, int],
    wishes: tuple[Wish, ...],
    refused: Mapping[Wish, Refusal],
) -> None:
    """Write what came of the wishes of a row."""
    planned = [
        wish
        for wish in sorted(wishes, key=lambda one: one.day)
        if 0 <= wish.day < book.horizon.days and wish.person in book.scenario.person
    ]
    if not planned:
        for column in columns.values():
            sheet.write_blank(row, column, None, book.style())
        return
    granted = sum(book.figures.is_granted(wish) for wish in planned)
    if len(planned) == 1:
        text = book.say("yes" if granted else "no")
    else:
        text = f"{granted} / {len(planned)}"
    look = {"bold": True, "font_color": "#7F6000"} if granted < len(planned) else {}
    style = book.style(border=1, border_color=GRID, align="center", **look)
    sheet.write_string(row, columns["granted"], text, style)
    sheet.write_string(row, columns["obtained"], _obtained(book, planned), book.cell)
    if "why" in columns:
        told = [refused[wish] for wish in planned if wish in refused]
        for key, words in (("why", reason_text), ("granting", granting_text)):
            sheet.write_string(row, columns[key], _told(book, told, words), book.wrapped)


def _told(
    book: Book, refused: list[Refusal], words: Callable[[Refusal, Scenario, str], str]
) -> str:
    """Return what is to be said of the refused wishes of a row, by date where there are many."""
    texts = []
    for one in refused:
        text = words(one, book.scenario, book.language)
        date = date_text(book.horizon.date(one.wish.day), book.language)
        if text:
            texts.append(text if len(refused) == 1 else f"{date} : {text}")
    return "\n".join(texts)


def _obtained(book: Book, wishes: list[Wish]) -> str:
    """Return what stands in the roster on the days of some wishes."""
    parts = []
    for wish in wishes:
        codes = book.figures.cells.get((wish.person, wish.day), ())
        absences = book.scenario.absent.get((wish.person, wish.day), ())
        code = "+".join(codes) or next((a.code for a in absences), "") or book.say("rest")
        date = date_text(book.horizon.date(wish.day), book.language)
        parts.append(code if len(wishes) == 1 else f"{date} {code}")
    return ", ".join(parts)


def _write_new(book: Book, refused: Mapping[Wish, Refusal]) -> None:
    """Write a sheet of wishes of our own, for an input that has none."""
    sheet = book.sheet("requests")
    keys = _keys(refused)
    columns = {key: column for column, key in enumerate(keys, start=4)}
    book.headings(sheet, 0, ("agent", "date", "wish", "strength", *keys))
    for column, width in enumerate((12, 12, 24, 8, *(_WIDTHS[key] for key in keys))):
        sheet.set_column(column, column, width)
    planned = [wish for wish in book.scenario.wishes if wish.person in book.scenario.person]
    for row, wish in enumerate(planned, start=1):
        sheet.write_string(row, 0, wish.person, book.cell)
        date = book.horizon.date(wish.day)
        sheet.write_datetime(row, 1, date, book.number("dd/mm/yyyy"))
        sheet.write_string(row, 2, _wish_text(book, wish), book.cell)
        sheet.write_number(row, 3, wish.weight, book.number())
        _write_outcome(book, sheet, row, columns, (wish,), refused)
    sheet.freeze_panes(1, 0)


def _wish_text(book: Book, wish: Wish) -> str:
    """Return a wish as a planner writes it."""
    if wish.shifts is None:
        return book.say("work" if wish.on else "rest")
    codes = wish.shifts.text or ", ".join(sorted(wish.shifts.codes))
    return codes if wish.on else book.say("not-these", codes=codes)
