"""A designed rotation as a workbook: the coloured grid with its sums, and its figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Shift
from rotaplan.rotating.values import RotationResult
from rotaplan.rules.base import LEVELS
from rotaplan.text import decimal, say
from rotaplan.write.rotation_figures import (
    departure_text,
    held_text,
    names,
    parts,
    place_text,
    proof,
    rows_of,
    worked_minutes,
)
from rotaplan.write.sentences import heading
from rotaplan.write.xlsx.book import legal
from rotaplan.write.xlsx.colours import GRID, HEADER, WEEKEND_BAND, WEEKEND_HEADER, fill_of, text_on

_FIRST_DAY = 2
_CREATED = dt.datetime(2027, 1, 1)
_SUMS = ("posts", "hours", "free_sunday", "free_weekend")
_SATURDAY = 5
_DEPARTURES = (
    ("grid", 10),
    ("row", 12),
    ("rule", 30),
    ("where", 22),
    ("what", 70),
    ("level", 20),
    ("price", 8),
)
"""Columns of the sheet of departures, with their widths."""
_LINE_POINTS = 15.0
_EDGE = "#7F7F7F"


def write_rotations(found: RotationResult, target: Path, language: str) -> None:
    """Write the grids of a rotation; the sheet of grids can be read again as input.

    Parameters
    ----------
    found
        With a grid at least.
    target
        File to write; an existing one is replaced.
    language
        Of the sheets.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(target), options) as book:
        book.set_properties({"created": _CREATED})
        pen = _Pen(book, found.question, language)
        _write_grids(pen, found)
        _write_figures(pen, found)
        if any(grid.departures for grid in found.grids):
            _write_departures(pen, found)


class _Pen:
    """Formats, each made once, and the words of one language."""

    def __init__(self, book: Any, question: RotationQuestion, language: str) -> None:
        self.book, self.language = book, language
        self.shift: Mapping[str, Shift] = {one.code: one for one in question.shifts}
        self.edge = 1
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def say(self, key: str, **facts: object) -> str:
        """Return a text of the rotation."""
        return say(self.language, f"rotate-{key}", **facts)

    def style(self, **properties: object) -> Any:
        """Return a format."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({**properties, "font_name": "Calibri"})
        return self._formats[key]

    def heading(self, weekend: bool = False) -> Any:
        """Return the format of a heading."""
        fill = WEEKEND_HEADER if weekend else HEADER
        return self.style(bold=True, align="center", bg_color=fill, border=1, border_color=GRID)

    def cell(self, fill: str = "", **properties: object) -> Any:
        """Return the format of a cell with a fill."""
        if fill:
            properties |= {"bg_color": fill, "font_color": text_on(fill)}
        if self.edge > 1:
            properties |= {"top": self.edge, "top_color": _EDGE}
        plain: dict[str, object] = {"align": "center", "border": 1, "border_color": GRID}
        return self.style(**plain | properties)


def _write_grids(pen: _Pen, found: RotationResult) -> None:
    """Write title, sums by weekday, then the lines: headings come last above what is read."""
    sheet = pen.book.add_worksheet(legal(pen.say("sheet")))
    title = pen.say("title", name=names(found)[0])
    sheet.write_string(0, 0, title, pen.style(bold=True, font_size=14))
    _write_held(pen, sheet, found)
    top = 2 + len(found.question.shifts)
    days = [pen.say(f"day-{day}") for day in range(WEEK)]
    texts = [pen.say("head-rotation"), pen.say("head-line"), *days]
    texts += [pen.say(f"head-{name}") for name in _SUMS]
    for column, text in enumerate(texts):
        weekend = text in days[_SATURDAY:]
        sheet.write_string(top, column, text, pen.heading(weekend))
    row = top + 1
    for name, rotation in parts(found):
        row = _write_lines(pen, sheet, row, name, rotation)
    sheet.freeze_panes(top + 1, _FIRST_DAY)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 7)
    sheet.set_column(_FIRST_DAY, _FIRST_DAY + WEEK - 1, 6)
    sheet.set_column(_FIRST_DAY + WEEK, _FIRST_DAY + WEEK + len(_SUMS) - 1, 14)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _write_held(pen: _Pen, sheet: Any, found: RotationResult) -> None:
    """Write on how many lines of the first grid each shift stands, day by day."""
    rotation = found.grids[0].rotation
    for row, one in enumerate(found.question.shifts, start=1):
        text = held_text(found.question, one.code, pen.language)
        sheet.write_string(row, 0, text, pen.style(italic=True))
        for day, count in enumerate(rotation.held(one.code)):
            fill = WEEKEND_BAND if day >= _SATURDAY else ""
            sheet.write_number(row, _FIRST_DAY + day, count, pen.cell(fill, italic=True))


def _write_lines(pen: _Pen, sheet: Any, row: int, name: str, rotation: Rotation) -> int:
    """Write the lines of a grid with their sums; return the row after them."""
    yes = {True: pen.say("yes"), False: pen.say("no")}
    for number, line in enumerate(rotation.lines, start=1):
        # A line above its first one tells a grid from the one before.
        pen.edge = 2 if number == 1 else 1
        sheet.write_string(row, 0, name, pen.cell(align="left"))
        sheet.write_number(row, 1, number, pen.cell(bold=True))
        for day, code in enumerate(line):
            fill = fill_of(pen.shift[code]) if code else ""
            band = WEEKEND_BAND if day >= _SATURDAY else ""
            if code:
                sheet.write_string(row, _FIRST_DAY + day, code, pen.cell(fill, bold=True))
            else:
                sheet.write_blank(row, _FIRST_DAY + day, None, pen.cell(band))
        at = _FIRST_DAY + WEEK
        sheet.write_number(row, at, sum(map(bool, line)), pen.cell())
        hours = sum(worked_minutes(pen.shift[code]) for code in line if code) / (24 * 60)
        sheet.write_number(row, at + 1, hours, pen.cell(num_format="[h]:mm"))
        sheet.write_string(row, at + 2, yes[not line[-1]], pen.cell())
        sheet.write_string(row, at + 3, yes[not any(line[_SATURDAY:])], pen.cell())
        row += 1
    pen.edge = 1
    return row


def _write_figures(pen: _Pen, found: RotationResult) -> None:
    """Write the figures of the grids side by side, with what is proven, and what was left aside."""
    sheet = pen.book.add_worksheet(legal(pen.say("sheet-comparison")))
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, len(found.grids), 22)
    for column in range(len(found.grids)):
        text = pen.say("grid", number=column + 1)
        sheet.write_string(0, column + 1, text, pen.heading())
    row = 1
    for one in rows_of(found, pen.language):
        sheet.write_string(row, 0, one.label, pen.style())
        for column, grid in enumerate(found.grids, start=1):
            told = f"{one.shown(grid)} {proof(found.question, grid, one.goal, pen.language)}"
            told = told.strip()
            sheet.write_string(row, column, told, pen.cell())
        row += 1
    judged = "judged-lines" if found.question.weeks else "judged"
    notes = [pen.say(judged, count=len(found.rows))]
    if found.question.weeks:
        notes.append(pen.say("whose-line", name=parts(found)[0][0]))
    if found.on_table:
        notes.append(pen.say("on-table", rows=", ".join(found.on_table)))
    notes += [_aside(one, pen.language) for one in found.aside]
    notes.append(pen.say("seconds", seconds=decimal(pen.language, found.seconds)))
    for text in notes:
        row += 1
        sheet.write_string(row, 0, text, pen.style(text_wrap=False))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_departures(pen: _Pen, found: RotationResult) -> None:
    """Write each departure from a rule that has a price, grid by grid."""
    sheet = pen.book.add_worksheet(legal(pen.say("sheet-departures")))
    for column, (name, width) in enumerate(_DEPARTURES):
        sheet.write_string(0, column, pen.say(f"head-{name}"), pen.heading())
        sheet.set_column(column, column, width)
    row, widths = 1, [width for _, width in _DEPARTURES]
    framed = pen.style(text_wrap=True, valign="top", border=1, border_color=GRID)
    for number, grid in enumerate(found.grids, start=1):
        for one in grid.departures:
            told = one.violation
            texts = (
                pen.say("grid", number=number),
                told.row,
                heading(told.rule, pen.language),
                place_text(found.question, one, pen.language),
                departure_text(found.question, one, pen.language),
                say(pen.language, f"level-{LEVELS[told.level]}"),
            )
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text, framed)
            sheet.write_number(row, len(texts), told.cost, framed)
            lines = (-(-len(text) // width) for text, width in zip(texts, widths, strict=False))
            sheet.set_row(row, _LINE_POINTS * max(lines))
            row += 1
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _aside(problem: Any, language: str) -> str:
    facts = dict(problem.facts)
    if "rule" in facts:
        facts["rule"] = heading(str(facts["rule"]), language)
    told = say(language, f"problem-{problem.code}", **facts)
    return told if problem.cell is None else f"{problem.cell} : {told}"
