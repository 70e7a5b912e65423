"""Cycles line by line, and who sits on which of their lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rotaplan.domain.people import Person, Seat
from rotaplan.domain.rotation import Rotation
from rotaplan.problem import Cell, Problems, nearest
from rotaplan.sheets.headings import fold_code
from rotaplan.sheets.kinds import Fault
from rotaplan.sheets.parse.grid import CodeReader
from rotaplan.sheets.records import Record, read_line, records
from rotaplan.sheets.structure import Sheet
from rotaplan.sheets.tables import WEEKDAYS

_SEAT = ("rotation", "line", "line_on")


def read_rotations(sheet: Sheet, reader: CodeReader, problems: Problems) -> tuple[Rotation, ...]:
    """Read the sheet of cycles; the order of its rows does not matter, their numbers do."""
    names: dict[str, str] = {}
    found: dict[str, dict[int, Record]] = {}
    for record in records(sheet, problems):
        name = names.setdefault(fold_code(record.get("rotation")), record.get("rotation"))
        lines = found.setdefault(name, {})
        number = record.get("line")
        if number in lines:
            other = str(lines[number].cell("line"))
            record.add("rotation-line-twice", "line", found=number, rotation=name, other=other)
        else:
            lines[number] = record
    return tuple(_rotation(name, lines, reader) for name, lines in found.items())


def _rotation(name: str, lines: Mapping[int, Record], reader: CodeReader) -> Rotation:
    """Return a cycle; numbers left out are told at the line that follows them."""
    for expected, number in enumerate(sorted(lines), start=1):
        if number != expected:
            lines[number].add("rotation-line-missing", "line", found=expected, rotation=name)
            break
    return Rotation(
        name=name, lines=tuple(_codes(lines[number], reader) for number in sorted(lines))
    )


def _codes(record: Record, reader: CodeReader) -> tuple[str, ...]:
    """Return the seven codes of a line; an empty text is a day off."""
    return tuple(_code(record, weekday, reader) for weekday in WEEKDAYS)


def _code(record: Record, weekday: str, reader: CodeReader) -> str:
    entry = record.entry(weekday)
    if entry is None or weekday in record.broken:
        return ""
    if reader.means_away(entry.text):
        record.add("rotation-leave", weekday, found=entry.text)
        return ""
    try:
        shift = reader.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell(weekday))
        return ""
    return shift.code if shift is not None else ""


def seated(
    sheet: Sheet,
    staff: Iterable[Person],
    rotations: Iterable[Rotation] | None,
    start: dt.date,
    problems: Problems,
) -> tuple[Person, ...]:
    """Return the people with their places in the cycles, from the sheet of people.

    Parameters
    ----------
    sheet
        The sheet of people.
    staff
        The people, as read from it.
    rotations
        The cycles; None where there is no sheet of them.
    start
        A day of the week in which a line is worked, where the planner names none.
    problems
        Collects what is wrong.
    """
    people = tuple(staff)
    if not any(name in sheet.columns for name in _SEAT):
        return people
    known = None if rotations is None else {fold_code(one.name): one for one in rotations}
    silent = Problems()  # What is wrong with single cells was told when the people were read.
    rows = {line.row: read_line(sheet, line, silent) for line in sheet.lines()}
    return tuple(
        replace(person, seat=_seat(rows[person.origin.row], known, start, problems))
        if person.origin is not None
        else person
        for person in people
    )


def _seat(
    record: Record, known: Mapping[str, Rotation] | None, start: dt.date, problems: Problems
) -> Seat | None:
    """Return the place that a row of the sheet of people names; None where it names none."""
    filled = [name for name in _SEAT if record.entry(name) is not None]
    if not filled or record.broken.intersection(_SEAT):
        return None
    if "rotation" not in filled:
        problems.add("line-without-rotation", record.cell(filled[0]))
        return None
    name = record.get("rotation")
    if known is None:
        problems.add("rotations-missing", record.cell("rotation"), severity="warning", found=name)
        return None
    rotation = known.get(fold_code(name))
    if rotation is None:
        close = nearest(name, [one.name for one in known.values()])
        problems.add("rotation-unknown", record.cell("rotation"), found=name, suggestion=close)
        return None
    return _place(record, rotation, record.get("line_on", start), problems)


def _place(record: Record, rotation: Rotation, day: dt.date, problems: Problems) -> Seat | None:
    """Return the place on a line of a cycle; a cycle of one line needs no number."""
    count = len(rotation.lines)
    line = record.get("line", 1 if count == 1 else None)
    if line is None and record.entry("line_on") is not None:
        place = record.cell("line_on")
        problems.add("line-missing", place, rotation=rotation.name, most=count)
        return None
    if line is None:
        place = record.cell("rotation")
        problems.add("line-open", place, severity="notice", rotation=rotation.name, most=count)
    elif line > count:
        place = record.cell("line")
        problems.add("line-unknown", place, found=line, rotation=rotation.name, most=count)
        return None
    monday = day - dt.timedelta(days=day.weekday())
    return Seat(rotation=rotation.name, line=line, week=monday, origin=_line_cell(record))


def _line_cell(record: Record) -> Cell:
    """Return where a person's line stands, or would stand: right of all columns at the least."""
    if "line" in record.sheet.columns:
        return record.cell("line")
    header = record.sheet.raw.rows[record.sheet.header or 0]
    return record.line.cell(len(header))
