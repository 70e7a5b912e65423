"""An incident in a workbook of its own: the sheet of disruptions alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rotaplan.domain.disruption import Disruption, merged, same_event
from rotaplan.problem import Problem, Problems
from rotaplan.sheets import headings, tables
from rotaplan.sheets.kinds import is_empty
from rotaplan.sheets.parse.disruptions import read_disruptions
from rotaplan.sheets.read import RawSheet, read_sheets
from rotaplan.sheets.reading import Reading
from rotaplan.sheets.structure import candidates, check_columns, check_rows, locate


def read_incident(
    path: str | Path, reading: Reading
) -> tuple[tuple[Disruption, ...], tuple[Problem, ...]]:
    """Read what has happened from a workbook that holds nothing else.

    Parameters
    ----------
    path
        The file; its sheet is found by its name, or is the only one.
    reading
        The workbook of the published schedule, whose people and shifts the rows may name.

    Returns
    -------
    tuple
        The rows, none where an error was found, and everything found.
    """
    problems = Problems()
    raw = _sheet(read_sheets(Path(path), problems), problems)
    if raw is None or reading.undisturbed is None:
        return (), problems.sorted()
    sheet = locate(raw, tables.DISRUPTIONS, problems)
    if not check_columns(sheet, problems):
        return (), problems.sorted()
    check_rows(sheet, problems)
    found = read_disruptions(
        sheet, reading.undisturbed, problems, reading.disruptions, outside="error"
    )
    rows = tuple(_current(found, merged((), reading.disruptions), problems))
    return (() if problems.errors else rows), problems.sorted()


def _current(
    rows: Iterable[Disruption], standing: Sequence[Disruption], problems: Problems
) -> Iterator[Disruption]:
    """Yield rows, but those that are older news of an event than the schedule has already.

    An identifier that another event bears is an error: one of the two would be lost.
    """
    for row in rows:
        before = next((one for one in standing if same_event(one, row)), None)
        if before is None:
            yield row
            continue
        older = row.known_since < before.known_since
        place, name = str(before.origin), row.name or dict(row.told).get("target", "")
        if row.effect is not before.effect or (older and _subject(row) != _subject(before)):
            problems.add("disruption-other-event", row.origin, found=name, other=place)
        elif older:
            problems.add(
                "disruption-outdated", row.origin, severity="warning", found=name, other=place
            )
        else:
            yield row


def _subject(one: Disruption) -> tuple[object, ...]:
    return one.people, one.shifts, one.made and one.made.code


def _sheet(sheets: Sequence[RawSheet], problems: Problems) -> RawSheet | None:
    """Return the sheet of disruptions; the others are named, never passed over in silence."""
    filled = [sheet for sheet in sheets if any(not is_empty(v) for row in sheet.rows for v in row)]
    named = [one for one in sheets if candidates(one, range(99), {tables.DISRUPTIONS.name})]
    found = named[:1] or (filled if len(filled) == 1 else [])
    if not found:
        if not problems.errors:
            names = [headings.sheet_heading("disruptions", one) for one in headings.LANGUAGES]
            problems.add("sheet-missing", expected=tuple(names))
        return None
    for sheet in filled:
        if sheet is not found[0]:
            problems.add("incident-sheet-unread", severity="notice", sheet=sheet.name)
    return found[0]
