"""Robustesse and Plan B: what absences do to a roster, and whom to call for each critical post."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from rotaplan.domain.schedule import Schedule
from rotaplan.resilience.values import Robustness
from rotaplan.resilience.words import person_name, rates_text
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.sentences import date_text
from rotaplan.write.xlsx.book import Book

_BEST = 3
_MOST_LINES = 40


def write_robustness(found: Robustness, path: Path, language: str) -> None:
    """Write both sheets.

    Parameters
    ----------
    found
        What the simulations gave.
    path
        New file.
    language
        Of the sheets.
    """
    scenario = found.scenario
    empty = Result(
        scenario=scenario, status="feasible", schedule=Schedule.of(scenario, ()), report=None
    )
    names = {key: say(language, f"out-sheet-{key}") for key in ("plan_b", "robustness")}
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        made = dt.datetime.combine(scenario.horizon.date(0), dt.time())
        workbook.set_properties({"title": scenario.title, "created": made})
        book = Book(
            workbook=workbook, result=empty, language=language, names=names, carried=frozenset()
        )
        _write_plan_b(book, found)
        _write_figures(book, found)


def _write_plan_b(book: Book, found: Robustness) -> None:
    sheet = book.sheet("plan_b")
    for column, width in enumerate((17, 9, 14, 24, 10, 8, 30, 30, 30)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, book.title, book.heading)
    sheet.write_string(1, 0, book.say("plan-b-note"), book.style())
    keys = ("date", "shift", "skill", "holder", "open", "takers")
    calls = [f"plan-b-call-{n}" for n in range(1, _BEST + 1)]
    book.headings(sheet, 3, [*(f"plan-b-{key}" for key in keys), *calls])
    for row, (post, calls_of) in enumerate(zip(found.posts, found.plan_b, strict=False), start=4):
        date = dt.datetime.combine(book.horizon.date(post.day), dt.time())
        sheet.write_datetime(row, 0, date, book.number(book.dated, align="left"))
        sheet.write_string(row, 1, post.shift, book.cell)
        sheet.write_string(row, 2, post.skill, book.cell)
        sheet.write_string(row, 3, book.person_name(post.holders[0]), book.cell)
        sheet.write_number(row, 4, post.open, book.number("0.000"))
        sheet.write_number(row, 5, len(calls_of.candidates), book.number())
        for column in range(_BEST):
            text = ""
            if column < len(calls_of.candidates):
                one = calls_of.candidates[column]
                source = book.say(f"plan-b-source-{one.source}")
                text = f"{one.person.name or one.person.id} ({source})"
            elif column == 0:
                text = book.say("plan-b-nobody")
            sheet.write_string(row, 6 + column, text, book.cell)
    if not found.posts:
        sheet.write_string(4, 0, book.say("plan-b-none"), book.style())
    sheet.freeze_panes(4, 0)


def _write_figures(book: Book, found: Robustness) -> None:
    sheet = book.sheet("robustness")
    sheet.set_column(0, 0, 52)
    sheet.set_column(1, 3, 16)
    sheet.write_string(0, 0, book.title, book.heading)
    last = date_text(book.horizon.date(found.last_day), book.language)
    rates = rates_text(found, book.language)
    asked = say(book.language, "risk-asked", runs=found.runs, rates=rates, last=last)
    sheet.write_string(1, 0, asked, book.style())
    means = [
        (book.say("risk-absences"), found.absences),
        (book.say("risk-before"), found.open_before),
        (book.say("risk-after"), found.open_after),
    ]
    row = _table(book, sheet, 3, ("risk-mean", "risk-value"), means)
    if len(found.teams) > 1:
        teams = [
            (one.team or book.say("risk-no-one-team"), one.absences, one.open, one.rate)
            for one in found.teams
        ]
        keys = ("risk-teams", "risk-team-absences", "risk-team-open", "risk-team-rate")
        row = _table(book, sheet, row + 1, keys, teams, shares={3})
    people = [
        (person_name(found.scenario, one.person), one.alone, one.duties)
        for one in found.people[:_MOST_LINES]
    ]
    row = _table(book, sheet, row + 1, ("risk-people", "risk-alone", "risk-duties"), people)
    days = [
        (date_text(book.horizon.date(day), book.language), saved)
        for day, saved in list(found.reserve.items())[:_MOST_LINES]
    ]
    _table(book, sheet, row + 1, ("risk-days", "risk-saved"), days)


def _table(
    book: Book,
    sheet: Any,
    row: int,
    keys: Sequence[str],
    lines: Sequence[tuple[Any, ...]],
    shares: Collection[int] = (),
) -> int:
    """Write a table of a name and figures, some columns shares; return the first row below."""
    book.headings(sheet, row, keys)
    for name, *figures in lines:
        row += 1
        sheet.write_string(row, 0, name, book.cell)
        for column, value in enumerate(figures, start=1):
            pattern = "0" if isinstance(value, int) else "0.00"
            pattern = "0.0%" if column in shares else pattern
            sheet.write_number(row, column, value, book.number(pattern))
    return row + 1
