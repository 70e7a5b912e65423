"""The sheets of a workbook for the next period: other dates, a new history, no roster yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rotaplan.domain.scenario import Past
from rotaplan.domain.work import Shift
from rotaplan.problem import Problem, Problems
from rotaplan.result import Result
from rotaplan.sheets import Reading, headings, tables
from rotaplan.sheets.kinds import shown
from rotaplan.sheets.parse import parse_workbook
from rotaplan.sheets.parse.settings import read_settings
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.structure import locate, recognise

_OF_THE_ROSTER = ("planning", "changes", "records")
Values = Mapping[tuple[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The sheets of the next period, and what is made of them.

    Attributes
    ----------
    sheets
        The sheets.
    reading
        The question that they ask.
    left_out
        Rows on days that are past now (leave, wishes, imposed days), which are not carried over.
    """

    sheets: tuple[RawSheet, ...]
    reading: Reading
    left_out: int


def prepared(
    raw: Sequence[RawSheet],
    result: Result,
    days: int,
    past: tuple[Sequence[Past], int],
    counters: Mapping[str, Mapping[str, int]],
) -> Prepared:
    """Return the sheets of the next period.

    Parameters
    ----------
    raw
        The sheets of the input, without those of an answer.
    result
        The roster that goes before.
    days
        How many days to plan.
    past
        Duties before the new start, by days of the new horizon, and how many days are known.
    counters
        Counters at the new start.
    """
    start = result.scenario.horizon.date(result.scenario.horizon.days)
    named = recognise(raw, Problems())
    sheets = {one.name: one for one in raw}
    agents, shifts = named["agents"], named["shifts"]
    sheets[agents.name] = _with_people(agents, result, start, days)
    table = locate(shifts, tables.SHIFTS, Problems())
    written = {shown(line.value(table.columns["code"])) for line in table.lines()}
    made = [
        one
        for one in result.scenario.shifts
        if one.code in {worked.shift for worked in past[0]} - written
    ]
    sheets[shifts.name] = _with_shifts(shifts, made)
    history = named.get("history")
    lived = _history(result, start, past, counters, None if history is None else history.name)
    sheets[lived.name] = lived
    return without_past(_in_order(sheets), start, days, keep_history=True)


def _in_order(sheets: Mapping[str, RawSheet]) -> tuple[RawSheet, ...]:
    """Return the sheets as a new workbook has them; those of the planner's own come last."""
    known = recognise(tuple(sheets.values()), Problems())
    place = {
        known[table.name].name: n for n, table in enumerate(tables.TABLES) if table.name in known
    }
    return tuple(sorted(sheets.values(), key=lambda one: place.get(one.name, len(place) + 99)))


def without_past(
    raw: Sequence[RawSheet], start: dt.date, days: int, *, keep_history: bool = False
) -> Prepared:
    """Return the sheets for other days, without rows that concern only days before them.

    Parameters
    ----------
    raw
        The sheets.
    start
        First day to plan.
    days
        How many.
    keep_history
        Whether the sheet of history is that of these days.
    """
    named = recognise(raw, Problems())
    gone = {named[name].name for name in _OF_THE_ROSTER if name in named}
    if not keep_history and "history" in named:
        gone.add(named["history"].name)
    settings = _dated(named["settings"], start, days)
    sheets = tuple(
        settings if one.name == settings.name else one for one in raw if one.name not in gone
    )
    problems = parse_workbook(sheets, Problems()).problems
    over = _past_rows(problems, start)
    kept = tuple(_without_rows(one, over.get(one.name, frozenset())) for one in sheets)
    reading = parse_workbook(kept, Problems())
    return Prepared(sheets=kept, reading=reading, left_out=sum(map(len, over.values())))


def _past_rows(problems: Iterable[Problem], start: dt.date) -> dict[str, frozenset[int]]:
    """Return the rows, from 1, that the reader finds to lie before the new start, by sheet."""
    found: dict[str, set[int]] = {}
    for one in problems:
        if one.code != "date-off-horizon" or one.cell is None:
            continue
        last = str(one.facts["found"]).rpartition(" – ")[2]
        if dt.datetime.fromisoformat(last).date() < start:
            found.setdefault(one.cell.sheet, set()).add(one.cell.row)
    return {name: frozenset(rows) for name, rows in found.items()}


def _without_rows(sheet: RawSheet, gone: frozenset[int]) -> RawSheet:
    if not gone:
        return sheet
    rows = tuple(row for number, row in enumerate(sheet.rows, start=1) if number not in gone)
    return RawSheet(sheet.name, rows)


def _dated(sheet: RawSheet, start: dt.date, days: int) -> RawSheet:
    """Return the sheet of settings with other days to plan, in the cells that said them before."""
    settings = read_settings(sheet, Problems())
    said = {
        "start": start,
        "end": start + dt.timedelta(days=days - 1),
        "days": days,
        "weeks": days // 7 if days % 7 == 0 else "",
    }
    values: dict[tuple[int, int], object] = {}
    for name, value in said.items():
        cell = settings.cells.get(name)
        if cell is not None and (name == "start" or name in settings.values):
            values[cell.row - 1, cell.column - 1] = value
    if not {"end", "days"} & settings.values.keys() and days % 7:
        row = len(sheet.rows)
        values |= {(row, 0): headings.names_of("settings", "days")[0], (row, 1): days}
    return _filled(sheet, values)


def _with_people(sheet: RawSheet, result: Result, start: dt.date, days: int) -> RawSheet:
    """Return the sheet of people with the lines of the new week, and hours for as many days."""
    columns = locate(sheet, tables.AGENTS, Problems()).columns
    monday = start - dt.timedelta(days=start.weekday())
    values: dict[tuple[int, int], object] = {}
    for person in result.scenario.people:
        if person.origin is None:
            continue
        row = person.origin.row - 1
        seat = person.seat
        if seat and seat.line is not None and seat.origin and "line_on" not in columns:
            count = len(result.scenario.rotation[seat.rotation].lines)
            later = (monday - seat.week).days // 7
            values[row, seat.origin.column - 1] = (seat.line - 1 + later) % count + 1
        if person.target_minutes is not None and days != result.scenario.horizon.days:
            minutes = round(person.target_minutes * days / result.scenario.horizon.days)
            values[row, columns["target"]] = dt.timedelta(minutes=minutes)
    return _filled(sheet, values)


def _with_shifts(sheet: RawSheet, made: Sequence[Shift]) -> RawSheet:
    """Return the sheet of shifts with those that a disruption made and that were worked."""
    located = locate(sheet, tables.SHIFTS, Problems())
    values: dict[tuple[int, int], object] = {}
    for row, shift in enumerate(made, start=len(sheet.rows)):
        clocks = [moment for span in shift.spans for moment in (span.start, span.end)]
        said: dict[str, object] = {
            "code": shift.code,
            "family": str(shift.family),
            "tags": "; ".join(sorted(shift.tags)),
            "hardship": shift.hardship or "",
        }
        said |= dict(zip(("start", "end", "start2", "end2"), map(_clock, clocks), strict=False))
        for name, value in said.items():
            if name in located.columns:
                values[row, located.columns[name]] = value
    return _filled(sheet, values)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _history(
    result: Result,
    start: dt.date,
    past: tuple[Sequence[Past], int],
    counters: Mapping[str, Mapping[str, int]],
    name: str | None,
) -> RawSheet:
    """Return the sheet of history: people down; counters, then the days before across."""
    scenario, language = result.scenario, result.scenario.language
    duties, known = past
    days = range(-known, 0)
    worked = _codes(result, duties)
    names = list(dict.fromkeys(key for line in counters.values() for key in line))
    heads = [
        headings.heading("history", "person", language),
        headings.heading("history", "name", language),
        *(_headed(key, language) for key in names),
        *(start + dt.timedelta(days=day) for day in days),
    ]
    rows = [
        (
            person.id,
            person.name or person.id,
            *(_shown(key, counters[person.id].get(key, 0)) for key in names),
            *(worked.get((person.id, day), "") for day in days),
        )
        for person in scenario.people
    ]
    return RawSheet(name or headings.sheet_heading("history", language), (tuple(heads), *rows))


def _codes(result: Result, past: Iterable[Past]) -> dict[tuple[str, int], str]:
    """Return the code of each cell; of two duties on one day the one that ends later."""
    found: dict[tuple[str, int], str] = {}
    ends = {one.code: one.end for one in result.scenario.shifts}
    for one in past:
        key = one.person, one.day
        if key not in found or ends[one.shift] > ends[found[key]]:
            found[key] = one.shift
    return found


def _headed(name: str, language: str) -> str:
    if name in ("hours", "rest_due"):
        name = headings.word(name, name, language)
    return name[:1].upper() + name[1:]


def _shown(name: str, value: int) -> float:
    """Return a counter as its column holds it: hours in hours, the others as they are."""
    return value / 60 if name in ("hours", "rest_due") else value


def _filled(sheet: RawSheet, values: Values) -> RawSheet:
    """Return a sheet with other values in some cells; rows and columns count from 0."""
    if not values:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for (row, column), value in sorted(values.items(), key=lambda one: one[0]):
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))
