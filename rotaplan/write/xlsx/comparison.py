"""Comparison: all plans of an incident side by side, and what stays open in each."""

from __future__ import annotations

from typing import Any

from rotaplan.domain.scenario import Need
from rotaplan.text import say
from rotaplan.write.comparison import SECTIONS, Line, open_posts, plan_name
from rotaplan.write.messages import duty_text
from rotaplan.write.sentences import date_text
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.changes import announced
from rotaplan.write.xlsx.colours import GRID, HEADER

_NAME_WIDTH, _WIDTH = 58, 17
_HEAD = 3


def write_comparison(book: Book) -> None:
    """Write the sheet; the plan of this file stands out in bold."""
    sheet = book.sheet("comparison")
    found = book.of_replan.found
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, 1 + len(found.alternatives), _WIDTH)
    sheet.write_string(0, 0, book.title, book.heading)
    now = f"{announced(book, found.published.now):%d/%m/%Y %H:%M}"
    sheet.write_string(1, 0, book.say("comparison-note", now=now), book.style())
    row = _write_names(book, sheet, _HEAD)
    for section, lines in SECTIONS.items():
        row = _write_section(book, sheet, row, section, lines)
    _write_open(book, sheet, row + 1)
    sheet.freeze_panes(_HEAD + 2, 1)
    sheet.repeat_rows(_HEAD, _HEAD + 1)


def _mine(book: Book) -> int:
    """Return the column of the plan in this file."""
    replan = book.of_replan
    names = [one.name for one in replan.found.alternatives]
    return 2 + names.index(replan.plan.name)


def _write_names(book: Book, sheet: Any, row: int) -> int:
    """Write the names of the plans, and which one this file holds."""
    found = book.of_replan.found
    names = [say(book.language, "replan-untouched")]
    names += [plan_name(one.name, book.language) for one in found.alternatives]
    style = book.style(
        bold=True, bg_color=HEADER, border=1, border_color=GRID, text_wrap=True, align="center"
    )
    sheet.write_string(row, 0, book.say("per-fte"), book.column_heading)
    sheet.write_string(row + 1, 0, book.say("comparison-which"), book.cell)
    sheet.write_string(row + 1, 1, "", book.cell)
    for column, name in enumerate(names, start=1):
        sheet.write_string(row, column, name, style)
    for column, one in enumerate(found.alternatives, start=2):
        text = book.say("comparison-here") if column == _mine(book) else ""
        if one.same_as is not None:
            text = book.say("comparison-same", plan=plan_name(one.same_as, book.language))
        sheet.write_string(row + 1, column, text, _look(book, column, text_wrap=True))
    if len(found.different) < len(found.alternatives):
        sheet.set_row(row + 1, 26)
    return row + 2


def _look(book: Book, column: int, **properties: object) -> Any:
    """Return the style of a figure; those of the plan in this file are bold."""
    bold = {"bold": True} if column == _mine(book) else {}
    return book.style(border=1, border_color=GRID, align="center", **bold, **properties)


def _write_section(book: Book, sheet: Any, row: int, section: str, lines: tuple[Line, ...]) -> int:
    """Write a block of figures; return the first row below."""
    found = book.of_replan.found
    everything = [found.untouched, *(one.figures for one in found.alternatives)]
    lines = tuple(
        line
        for line in lines
        if not line.key.startswith("notice-") or any(line.value(one) for one in everything)
    )
    sheet.write_string(row, 0, book.say(f"comparison-{section}"), book.style(bold=True))
    for line in lines:
        row += 1
        sheet.write_string(row, 0, say(book.language, f"replan-row-{line.key}"), book.cell)
        for column, figures in enumerate(everything, start=1):
            value = line.value(figures)
            if line.unit == "minutes":
                style = _look(book, column, num_format="[h]:mm")
                sheet.write_number(row, column, value / (24 * 60), style)
            else:
                sheet.write_number(row, column, value, _look(book, column, num_format="0"))
    return row + 1


def _write_open(book: Book, sheet: Any, row: int) -> None:
    """Write what stays open, post by post."""
    found = open_posts(book.of_replan.found)
    sheet.write_string(row, 0, book.say("comparison-open"), book.style(bold=True))
    if not found:
        sheet.write_string(row + 1, 0, book.say("comparison-none-open"), book.style())
    for line, (need, missing) in enumerate(found.items(), start=row + 1):
        sheet.write_string(line, 0, _post(book, need), book.cell)
        for column, count in enumerate(missing, start=1):
            sheet.write_number(line, column, count, _look(book, column, num_format='0;;"–"'))


def _post(book: Book, need: Need) -> str:
    date = date_text(book.horizon.date(need.day), book.language)
    duty = duty_text(book.scenario, need.shift, need.day)
    parts = (date, duty, need.skill, book.say("comparison-priority", priority=need.priority))
    return " · ".join(filter(None, parts))
