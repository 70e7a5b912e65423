"""Alerts: everything that the judge objects to, the gravest first, with links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rotaplan.domain.report import Unverifiable, Violation
from rotaplan.write.sentences import (
    dates_text,
    heading,
    quantity,
    row_text,
    told_of,
    unverifiable_text,
)
from rotaplan.write.xlsx.book import A3, Book, legal

_COLUMNS = (
    "severity",
    "level",
    "rule",
    "what",
    "staff-number",
    "name",
    "dates",
    "measured",
    "limit",
    "price",
    "go-to-roster",
    "go-to-rule",
    "reference",
)
_WIDTHS = (11, 14, 24, 56, 10, 18, 22, 9, 9, 7, 9, 14, 30)
_HEAD = 2
_ROSTER_HEAD = 3
"""Row of the dates on the roster, from 0."""
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "strict": {"bold": True, "font_color": "#C00000"},
    "derogated": {"bold": True, "font_color": "#7030A0"},
    "soft": {"font_color": "#7F6000"},
    "unverifiable": {"italic": True, "font_color": "#595959"},
}
_ROW = re.compile(r"(?P<sheet>.+)!(?P<cell>[A-Z]+[0-9]+)")


def write_alerts(book: Book) -> None:
    """Write the sheet: a line per violation, then one per check that cannot be made."""
    sheet = book.sheet("alerts", A3)
    sheet.write_string(0, 0, book.title, book.heading)
    book.headings(sheet, _HEAD, _COLUMNS)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, one in enumerate(book.violations, start=_HEAD + 1):
        _write_violation(book, sheet, row, one)
    below = _HEAD + 1 + len(book.violations)
    for row, unknown in enumerate(book.unverifiable, start=below):
        _write_unverifiable(book, sheet, row, unknown)
    lines = len(book.violations) + len(book.unverifiable)
    if not lines:
        sheet.write_string(_HEAD + 1, 0, book.say("no-alert"), book.style())
    last = _HEAD + max(lines, 1)
    sheet.autofilter(_HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)


def alert_row(index: int) -> int:
    """Return the row (from 0) of a violation by its place in ``Book.violations``."""
    return _HEAD + 1 + index


def level_name(book: Book, level: int) -> str:
    """Return a level of goals in words."""
    return book.say(f"level-{level}") if 1 <= level <= 7 else ""


def _write_violation(book: Book, sheet: Any, row: int, one: Violation) -> None:
    """Write one violation."""
    severity = severity_of(one)
    style = book.style(border=1, border_color="#BFBFBF", **_LOOKS[severity])
    sheet.write_string(row, 0, book.say(severity), style)
    texts = (
        level_name(book, one.level),
        heading(one.rule, book.language),
        told_of(one, book.scenario, book.language, book.carried),
        one.person,
        book.person_name(one.person) if one.person else "",
        dates_text(one.days, book.scenario, book.language),
        quantity(one.rule, one.measured, one.aspect),
        quantity(one.rule, one.limit, one.aspect),
    )
    for column, text in enumerate(texts, start=1):
        sheet.write_string(row, column, text, book.wrapped)
    sheet.write_number(row, 9, one.cost, book.number(align="center"))
    _write_links(book, sheet, row, one)
    sheet.write_string(row, 12, one.reference, book.wrapped)


def severity_of(one: Violation) -> str:
    """Return which verdict a violation is: ``strict``, ``derogated`` or ``soft``."""
    if one.derogation is not None:
        return "derogated"
    return "strict" if one.must else "soft"


def _write_unverifiable(book: Book, sheet: Any, row: int, one: Unverifiable) -> None:
    """Write one check that the known days do not allow."""
    style = book.style(border=1, border_color="#BFBFBF", **_LOOKS["unverifiable"])
    sheet.write_string(row, 0, book.say("unverifiable"), style)
    texts = (
        "",
        heading(one.rule, book.language),
        unverifiable_text(one, book.scenario, book.language),
        one.person,
        book.person_name(one.person) if one.person else "",
        dates_text(one.days, book.scenario, book.language),
        *("", "", "", ""),
    )
    for column, text in enumerate(texts, start=1):
        sheet.write_string(row, column, text, book.wrapped)
    line = book.row_of.get(one.person, _ROSTER_HEAD)
    target = book.address(book.names["roster"], line, book.grid.column(one.days[0]))
    sheet.write_url(row, 10, target, book.link, book.say("see"))
    _write_row_link(book, sheet, row, one)
    sheet.write_string(row, 12, one.reference, book.wrapped)


def _write_links(book: Book, sheet: Any, row: int, one: Violation) -> None:
    """Write the links to the roster (or the cover) and to the row of the rule."""
    target = where(book, one)
    if target:
        sheet.write_url(row, 10, target, book.link, book.say("see"))
    else:
        sheet.write_blank(row, 10, None, book.cell)
    _write_row_link(book, sheet, row, one)


def _write_row_link(book: Book, sheet: Any, row: int, one: Violation | Unverifiable) -> None:
    """Write the link to the row of the rule; in words where it has none."""
    written = _ROW.fullmatch(one.row)
    if written and written["sheet"] in book.carried:
        quoted = legal(written["sheet"]).replace("'", "''")
        target = f"internal:'{quoted}'!{written['cell']}"
        sheet.write_url(row, 11, target, book.link, one.row)
    else:
        sheet.write_string(row, 11, row_text(one.rule, one.row, book.language), book.wrapped)


def where(book: Book, one: Violation) -> str:
    """Return the target that shows a violation: a cell of the roster, or a line of cover."""
    planned = [day for day in one.days if 0 <= day < book.horizon.days]
    if one.person in book.row_of:
        column = book.grid.column(planned[0]) if planned else 1
        return book.address(book.names["roster"], book.row_of[one.person], column)
    if planned:
        row = book.cover_row_of.get((planned[0], one.shift, one.skill))
        if row is not None:
            return book.address(book.names["cover"], row, 0)
        return book.address(book.names["roster"], _ROSTER_HEAD, book.grid.column(planned[0]))
    return ""
