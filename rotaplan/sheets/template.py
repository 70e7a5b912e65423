"""A new workbook, blank or with a small example, from the same schema that reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from rotaplan.packs import Pack
from rotaplan.rules import all_rules
from rotaplan.sheets import example as sample
from rotaplan.sheets import headings, tables
from rotaplan.sheets.packs import citation, label, rule_rows
from rotaplan.sheets.parse.rules import heading_of
from rotaplan.sheets.prose import column_text, comment
from rotaplan.sheets.schema import Column, Table
from rotaplan.text import say

_LISTED_ROWS = 500
"""How many rows of a new sheet offer their drop-downs."""
_FORMATS = {
    "date": "dd/mm/yyyy",
    "moment": "dd/mm/yyyy hh:mm",
    "clock": "hh:mm",
    "duration": "[h]:mm",
    "share": "0 %",
    "rate": "0.0 %",
    "code": "@",
    "person": "@",
}
_WIDE = frozenset({"rule", "who", "value", "note", "label", "weekday"})
_WIDE_TEXTS = frozenset({"target", "effect", "hours", "name", "key"})
"""Columns that hold more than a word: always, and where they hold text."""
_CREATED = dt.datetime(2026, 1, 1)


def write_template(path: Path, *, language: str, example: bool, packs: Sequence[Pack] = ()) -> None:
    """Write a new workbook to fill in.

    Parameters
    ----------
    path
        Where to write it; a file there is overwritten.
    language
        Of its sheets, headings and comments: ``fr`` or ``en``.
    example
        Whether to fill it with an example that can be solved as it stands.
    packs
        Legal packs whose rows are added to the rules; the people of the example get their
        regimes in turn.
    """
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": _CREATED})
        writer = _Writer(book, language)
        rows = sample.rows(language) if example else {"settings": [_blank_settings()]}
        rows = _with_packs(rows, packs, language)
        for table in tables.TABLES:
            if not table.template:
                continue
            if table.layout == "keys":
                writer.settings(table, rows["settings"][0])
            elif table.layout == "grid":
                writer.history(table, example=example)
            else:
                writer.rows(table, rows.get(table.name, ()))
        writer.legend(packs)
        writer.lists()


def _with_packs(
    rows: Mapping[str, Sequence[sample.Row]], packs: Sequence[Pack], language: str
) -> dict[str, Sequence[sample.Row]]:
    """Return the rows of each sheet with those of some packs, and people of their regimes."""
    made = dict(rows)
    added = [row for pack in packs for row in rule_rows(pack, language)]
    made["rules"] = [*rows.get("rules", ()), *added]
    named = [pack.regime for pack in packs if pack.regime]
    if named:
        made["agents"] = [
            {**agent, "regime": named[index % len(named)]}
            for index, agent in enumerate(rows.get("agents", ()))
        ]
    return made


def _blank_settings() -> Mapping[str, object]:
    return {column.name: column.sample for column in tables.SETTINGS.columns}


@dataclass
class _Writer:
    """Writes the sheets of one workbook."""

    book: Any
    language: str

    def __post_init__(self) -> None:
        self._lists: dict[str, tuple[str, ...]] = {}
        self._heading = self.book.add_format(
            {"bold": True, "bg_color": "#DDEBF7", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self._grey = self.book.add_format({"font_color": "#808080", "text_wrap": True})
        self._formats = {
            kind: self.book.add_format({"num_format": form}) for kind, form in _FORMATS.items()
        }
        self._left = {
            kind: self.book.add_format({"num_format": form, "align": "left"})
            for kind, form in {**_FORMATS, "": "General"}.items()
        }

    def _sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(headings.sheet_heading(name, self.language))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def settings(self, table: Table, row: Mapping[str, object]) -> None:
        """Write the sheet of settings: name, value, meaning."""
        sheet = self._sheet(table.name)
        for index, key in enumerate(("setting", "value", "meaning")):
            sheet.write_string(0, index, say(self.language, f"template-{key}"), self._heading)
        shown = [column for column in table.columns if column.template]
        for index, column in enumerate(shown, start=1):
            sheet.write_string(index, 0, headings.heading(table.name, column.name, self.language))
            self._cell(sheet, index, 1, column, row.get(column.name), left=True)
            sheet.write_string(index, 2, column_text(table, column, self.language), self._grey)
            self._choices(sheet, index, index, 1, column)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 20)
        sheet.set_column(2, 2, 80)
        sheet.freeze_panes(1, 0)

    def rows(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Write a sheet with one record a row."""
        sheet = self._sheet(table.name)
        shown = [column for column in table.columns if column.template]
        for index, column in enumerate(shown):
            self._column(sheet, table, index, column)
        for number, row in enumerate(rows, start=1):
            for index, column in enumerate(shown):
                self._cell(sheet, number, index, column, row.get(column.name))
        sheet.freeze_panes(1, 1)

    def _column(self, sheet: Any, table: Table, index: int, column: Column) -> None:
        """Write the heading of a column, with its comment, drop-down, format and width."""
        title = headings.heading(table.name, column.name, self.language)
        sheet.write_string(0, index, title, self._heading)
        sheet.write_comment(0, index, comment(table, column, self.language), {"x_scale": 2})
        wide = column.name in _WIDE or (column.kind == "text" and column.name in _WIDE_TEXTS)
        least = 26 if wide else 17 if column.kind == "moment" else 11
        form = self._column_format(column)
        sheet.set_column(index, index, max(len(title) + 3, least), form)
        self._choices(sheet, 1, _LISTED_ROWS, index, column)

    def _column_format(self, column: Column) -> Any:
        """Return the format of empty cells; a day without a time would show one as a moment."""
        return None if column.kind == "moment" else self._formats.get(column.kind)

    def _choices(self, sheet: Any, first: int, last: int, index: int, column: Column) -> None:
        """Offer the words of a column as a drop-down; other words stay possible."""
        words = self._words(column)
        if not words:
            return
        key = column.words or column.name if column.kind == "word" else column.kind
        key = "rule" if column.name == "rule" else key
        self._lists.setdefault(key, words)
        position = list(self._lists).index(key)
        name = headings.sheet_heading("lists", self.language)
        letter = chr(ord("A") + position)
        sheet.data_validation(
            first,
            index,
            last,
            index,
            {
                "validate": "list",
                "source": f"='{name}'!${letter}$2:${letter}${len(words) + 1}",
                "ignore_blank": True,
                "error_type": "information",
            },
        )

    def _words(self, column: Column) -> tuple[str, ...]:
        if column.name == "rule":
            return tuple(sorted(heading_of(key, self.language) for key in all_rules()))
        if column.kind == "word":
            return headings.words(column.words, self.language)
        if column.kind in ("flag", "level", "weekday"):
            return headings.words(column.kind, self.language)
        return ()

    def _cell(
        self, sheet: Any, row: int, index: int, column: Column, value: object, *, left: bool = False
    ) -> None:
        """Write one value, typed; texts never become formulas or links."""
        kind: str = column.kind
        if isinstance(value, dt.timedelta):
            kind = "duration"
        elif isinstance(value, dt.date):
            kind = "moment" if isinstance(value, dt.datetime) else "date"
        form = self._left.get(kind, self._left[""]) if left else self._formats.get(kind)
        if value is None or value == "":
            return
        if isinstance(value, str):
            sheet.write_string(row, index, value, form)
        elif isinstance(value, dt.timedelta):
            sheet.write_number(row, index, value.total_seconds() / 86400, form)
        elif isinstance(value, dt.date | dt.time):
            sheet.write_datetime(row, index, value, form)
        else:
            sheet.write_number(row, index, value, form)

    def history(self, table: Table, *, example: bool) -> None:
        """Write the sheet of history: people down, the days before the start across."""
        sheet = self._sheet(table.name)
        person = table.column("person")
        self._column(sheet, table, 0, person)
        sheet.write_string(0, 1, headings.heading(table.name, "name", self.language), self._heading)
        sheet.set_column(1, 1, 20)
        sheet.freeze_panes(1, 2)
        if not example:
            return
        dated = self.book.add_format({"num_format": "dd/mm", "bold": True, "bg_color": "#FEFCE8"})
        for day in range(sample.HISTORY_DAYS):
            date = sample.START - dt.timedelta(days=sample.HISTORY_DAYS - day)
            sheet.write_datetime(0, day + 2, dt.datetime(date.year, date.month, date.day), dated)
        sheet.set_column(2, sample.HISTORY_DAYS + 1, 6)
        for number, (who, codes) in enumerate(sample.history().items(), start=1):
            sheet.write_string(number, 0, who, self._formats["person"])
            sheet.write_string(number, 1, sample.name(number, self.language))
            for day, code in enumerate(codes):
                sheet.write_string(number, day + 2, code)

    def legend(self, packs: Sequence[Pack]) -> None:
        """Write what each sheet holds, the kinds of shifts, and which articles no rule checks."""
        sheet = self._sheet("legend")
        texts = ("legend-sheet", "legend-holds")
        for index, key in enumerate(texts):
            sheet.write_string(0, index, say(self.language, f"template-{key}"), self._heading)
        shown = [table for table in tables.TABLES if table.template]
        for row, table in enumerate(shown, start=1):
            sheet.write_string(row, 0, headings.sheet_heading(table.name, self.language))
            sheet.write_string(row, 1, say(self.language, f"sheet-{table.name}"), self._grey)
        first = len(shown) + 2
        title = say(self.language, "template-legend-family")
        sheet.write_string(first, 0, title, self._heading)
        for row, word in enumerate(headings.words("family", self.language), start=first + 1):
            sheet.write_string(row, 0, word)
        self._unchecked(sheet, first + len(headings.words("family", self.language)) + 2, packs)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)

    def _unchecked(self, sheet: Any, row: int, packs: Sequence[Pack]) -> None:
        """Write the articles of the packs that no rule of the workbook checks."""
        if not packs:
            return
        sheet.write_string(row, 0, say(self.language, "pack-legend"), self._heading)
        sheet.write_string(row, 1, say(self.language, "pack-legend-status"), self._heading)
        for pack in packs:
            for article in pack.not_expressed:
                row += 1
                sheet.write_string(row, 0, article.id)
                cited = citation(pack, article, self.language)
                sheet.write_string(row, 1, f"{label(article, self.language)}. [{cited}]")

    def lists(self) -> None:
        """Write the hidden sheet from which the drop-downs take their words."""
        sheet = self._sheet("lists")
        for index, (key, words) in enumerate(self._lists.items()):
            sheet.write_string(0, index, key, self._heading)
            for row, one in enumerate(words, start=1):
                sheet.write_string(row, index, one)
        sheet.hide()
