"""Sheets of input alone, as values: a workbook to be solved, without any answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from rotaplan.result import Result
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.carried import InputSheet, write_carried


def write_plain(result: Result, sheets: Iterable[InputSheet], path: Path) -> None:
    """Write sheets of input, each where its cells were.

    Parameters
    ----------
    result
        Whose title, language and colours of codes the workbook has.
    sheets
        In order.
    path
        New file.
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    kept = tuple(sheets)
    with xlsxwriter.Workbook(str(path), options) as workbook:
        # The date of the plan and not of the clock: the same roster gives the same file.
        made = dt.datetime.combine(result.scenario.horizon.date(0), dt.time())
        workbook.set_properties({"title": result.scenario.title, "created": made})
        book = Book(
            workbook=workbook,
            result=result,
            language=result.scenario.language,
            names={},
            carried=frozenset(one.name for one in kept),
        )
        for sheet in kept:
            write_carried(book, sheet)
