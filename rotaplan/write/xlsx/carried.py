"""The input sheets, carried over so that the answer can be read again as input."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.text import LANGUAGES, say
from rotaplan.write.xlsx.book import (
    CODES,
    DATA,
    EXPLANATIONS,
    OUTPUTS,
    Book,
    Replan,
    legal,
)
from rotaplan.write.xlsx.colours import text_on

_HELPERS = frozenset({DATA, CODES})
_NUMBERED = re.compile(r" \(\d+\)$")
_WIDEST = 40
Value = object
Properties = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSheet:
    """A sheet of the input, as values.

    Attributes
    ----------
    name
        As written.
    rows
        Cells from A1 on: text, number, boolean, date, time, duration, or empty.
    hidden
        Whether it is hidden.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden: bool = False

    @property
    def header_row(self) -> int:
        """First row (from 0) with two texts or more: the headings are taken to stand there."""
        for index, row in enumerate(self.rows):
            if sum(isinstance(value, str) and bool(value.strip()) for value in row) >= 2:
                return index
        return 0


def read_sheets(path: Path) -> tuple[InputSheet, ...]:
    """Return the sheets of a workbook (.xlsx, .ods or .xls) as values."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_path(str(path)) as workbook:
        return tuple(
            InputSheet(
                name=about.name,
                rows=tuple(
                    tuple(row)
                    for row in workbook.get_sheet_by_name(about.name).to_python(
                        skip_empty_area=False
                    )
                ),
                hidden=about.visible is not SheetVisibleEnum.Visible,
            )
            for about in workbook.sheets_metadata
            if about.typ is SheetTypeEnum.WorkSheet
        )


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fold(name: str) -> str:
    """Return a name without case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


ROSTERS = frozenset(fold(name) for name in ("Planning", "Roster", "Tableau de service", "Grille"))
"""Names under which the input may hold a roster, which the new one replaces."""
CHANGES = frozenset(fold(name) for name in ("Modifications", "Changes", "Changements"))
"""Names under which it may hold what was announced before."""
DISRUPTIONS = frozenset(
    fold(name) for name in ("Perturbations", "Disruptions", "Incidents", "Événements", "Grève")
)
"""Names under which it may hold disruptions, all of which a re-plan writes anew."""


def sort_out(
    sheets: Iterable[InputSheet],
    scenario: Scenario,
    *,
    answered: bool,
    replan: Replan | None = None,
) -> tuple[InputSheet, ...]:
    """Return the sheets to carry over: all but those of an earlier answer.

    Parameters
    ----------
    sheets
        Sheets of the input.
    scenario
        What was read from them; a sheet that something was read from is kept, unless it is a
        roster that the new one replaces.
    answered
        Whether there is a new roster, which replaces the one in the input.
    replan
        What it changes of that one; then it replaces its changes and disruptions too.
    """
    sheets = tuple(sheets)
    read = _origins(scenario)
    bare_names = {fold(_NUMBERED.sub("", sheet.name)) for sheet in sheets}
    ours = any(sheet.name == DATA for sheet in sheets)
    names = _spelled(_OF_EVERY_ANSWER)
    if all(bare_names & _spelled((key,)) for key in _OF_REPLAN):
        names |= _spelled(_OF_REPLAN) - CHANGES
    anew = ROSTERS | CHANGES | DISRUPTIONS if replan else ROSTERS
    kept = []
    for sheet in sheets:
        bare = fold(_NUMBERED.sub("", sheet.name))
        replaced = answered and bare in anew
        earlier = ours and bare in names
        own = sheet.name in read or not (sheet.name in _HELPERS or earlier)
        if own and not replaced:
            kept.append(sheet)
    return tuple(kept)


_OF_EVERY_ANSWER = (
    *(key for key in OUTPUTS if key not in ("roster", "requests")),
    EXPLANATIONS,
)
_OF_REPLAN = ("note", "comparison", "changes", "messages")
"""Sheets that a re-plan writes all together; one alone is the planner's own.

What was announced is true after the next answer too; the rest is of that one re-plan.
"""


def _spelled(keys: Collection[str]) -> frozenset[str]:
    """Return the names, for comparing, of some of our sheets in every language."""
    return frozenset(fold(say(lang, f"out-sheet-{key}")) for lang in LANGUAGES for key in keys)


def _origins(scenario: Scenario) -> frozenset[str]:
    """Return the names of the sheets from which something in the scenario was read."""
    parts: tuple[Iterable[Any], ...] = (
        scenario.people,
        scenario.shifts,
        scenario.demand,
        scenario.absences,
        scenario.availability,
        scenario.wishes,
        scenario.pins,
        scenario.rules,
        scenario.derogations,
    )
    cells = (getattr(one, "origin", None) for part in parts for one in part)
    return frozenset(cell.sheet for cell in cells if cell is not None)


def requests_sheet(
    sheets: Iterable[InputSheet], scenario: Scenario, language: str
) -> InputSheet | None:
    """Return the input's own sheet of wishes; None where it has none."""
    read = {wish.origin.sheet for wish in scenario.wishes if wish.origin is not None}
    names = {fold(say(one, "out-sheet-requests")) for one in (language, *LANGUAGES)}
    for sheet in sheets:
        if sheet.name in read or (not read and fold(sheet.name) in names):
            return sheet
    return None


def changes_sheet(sheets: Iterable[InputSheet]) -> InputSheet | None:
    """Return the input's sheet of changes announced before; None where it has none."""
    return next((s for s in sheets if fold(_NUMBERED.sub("", s.name)) in CHANGES), None)


def write_carried(book: Book, sheet: InputSheet) -> Any:
    """Write one input sheet where its cells were; return the sheet written."""
    target = book.workbook.add_worksheet(legal(sheet.name))
    if sheet.hidden:
        target.hide()
    book.print_setup(target)
    fills = _fills(book.scenario, sheet.name)
    head = sheet.header_row
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            look: Properties = {"bold": True, "bg_color": "#E7E6E6"} if row == head else {}
            look |= fills.get((row, column), {})
            write_value(book, target, row, column, value, look)
    for column, width in enumerate(_widths(sheet)):
        target.set_column(column, column, width)
    if sheet.rows:
        target.freeze_panes(head + 1, 0)
        target.repeat_rows(head)
    return target


def _fills(scenario: Scenario, sheet: str) -> Mapping[tuple[int, int], Properties]:
    """Return the planner's own colours of codes, by cell."""
    return {
        (shift.origin.row - 1, max(shift.origin.column, 1) - 1): {
            "bg_color": shift.colour,
            "font_color": text_on(shift.colour),
        }
        for shift in scenario.shifts
        if shift.colour and shift.origin is not None and shift.origin.sheet == sheet
    }


def _widths(sheet: InputSheet) -> list[float]:
    """Return a width per column that shows most of its content."""
    columns = max(map(len, sheet.rows), default=0)
    widths = [6.0] * columns
    for row in sheet.rows:
        for column, value in enumerate(row):
            text = 10 if isinstance(value, dt.date) else len(_shown(value))
            widths[column] = max(widths[column], min(text + 1.5, _WIDEST))
    return widths


def _shown(value: Value) -> str:
    """Return a value about as long as it will look."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).split("\n", 1)[0]


def write_value(
    book: Book, target: Any, row: int, column: int, value: Value, look: Properties
) -> None:
    """Write a value with its own type; text always stays text, whatever sign it begins with.

    ``look`` goes before what is usual for the type.
    """

    def styled(**form: object) -> Any:
        return book.style(**{**form, **look})

    match value:
        case None | "":
            if look:
                target.write_blank(row, column, None, styled())
        case bool():
            target.write_boolean(row, column, value, styled())
        case int() | float() if math.isfinite(value):
            target.write_number(row, column, value, styled())
        case dt.datetime() if value.year <= 1900:
            # A duration of 24 hours and more that some program wrote as a date of year 1900.
            days = (value - dt.datetime(1899, 12, 31)) / dt.timedelta(days=1)
            target.write_number(row, column, days, styled(num_format="[h]:mm"))
        case dt.datetime():
            exact = (value.hour, value.minute, value.second) != (0, 0, 0)
            pattern = "dd/mm/yyyy hh:mm" if exact else "dd/mm/yyyy"
            target.write_datetime(row, column, value, styled(num_format=pattern))
        case dt.date():
            style = styled(num_format="dd/mm/yyyy", align="left")
            target.write_datetime(row, column, value, style)
        case dt.time():
            pattern = "hh:mm:ss" if value.second else "hh:mm"
            target.write_datetime(row, column, value, styled(num_format=pattern))
        case dt.timedelta():
            days = value / dt.timedelta(days=1)
            target.write_number(row, column, days, styled(num_format="[h]:mm"))
        case _:
            target.write_string(row, column, str(value), styled())
