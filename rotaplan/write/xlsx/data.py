"""Hidden long table of the roster, for pivots, payroll and reading back."""

from __future__ import annotations

from typing import Any

from rotaplan.domain.time import local_time
from rotaplan.write.xlsx.book import DATA, Book

COLUMNS = ("date", "day", "agent", "code", "function", "start", "end", "minutes", "site")


def write_data(book: Book) -> None:
    """Write the table: a line per person and day with a code, times on the wall clock."""
    sheet = write_empty_data(book)
    date = book.style(num_format="yyyy-mm-dd")
    time = book.style(num_format="yyyy-mm-dd hh:mm")
    scenario = book.scenario
    for row, one in enumerate(book.schedule.assignments, start=1):
        shift = scenario.shift[one.shift]
        sheet.write_datetime(row, 0, book.horizon.date(one.day), date)
        sheet.write_number(row, 1, one.day)
        for column, text in enumerate((one.person, one.shift, one.skill), start=2):
            sheet.write_string(row, column, text)
        spans = scenario.spans(shift, one.day)
        if spans:
            for column, moment in ((5, spans[0][0]), (6, spans[-1][1])):
                local = local_time(moment, book.horizon.zone).replace(tzinfo=None)
                sheet.write_datetime(row, column, local, time)
            sheet.write_number(row, 7, scenario.minutes(shift, one.day))
        sheet.write_string(row, 8, shift.site)


def write_empty_data(book: Book) -> Any:
    """Write the headings alone; return the sheet. It marks a workbook as an answer of ours."""
    sheet = book.workbook.add_worksheet(DATA)
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name)
    sheet.hide()
    return sheet
