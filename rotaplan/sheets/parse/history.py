"""The weeks before the horizon: a grid or a list of duties, and counters brought forward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Past
from rotaplan.domain.time import Horizon
from rotaplan.problem import Cell, Problems
from rotaplan.sheets import headings, tables
from rotaplan.sheets.headings import fold
from rotaplan.sheets.kinds import Entry, Fault, is_empty, number_of, parse_duration
from rotaplan.sheets.names import PersonNames
from rotaplan.sheets.parse.grid import CodeReader, Grid, find_grid, read_codes, read_people_lines
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.records import records
from rotaplan.sheets.structure import Line, Sheet, locate


@dataclass(frozen=True, slots=True)
class History:
    """What is known of the time before the horizon.

    Attributes
    ----------
    past
        Duties of the past.
    days
        How many days before the horizon are known.
    counters
        Counters brought forward, by person and name.
    people
        Who has a row.
    where
        The sheet's first cell.
    """

    past: tuple[Past, ...]
    days: int
    counters: Mapping[str, Mapping[str, int]]
    people: frozenset[str]
    where: Cell


def read_history(
    raw: RawSheet, horizon: Horizon, people: PersonNames, reader: CodeReader, problems: Problems
) -> History | None:
    """Read the sheet of history; None where it holds nothing."""
    if not any(not is_empty(value) for row in raw.rows for value in row):
        return None
    sheet = locate(raw, tables.HISTORY, Problems())
    if sheet.header is not None and {"person", "date", "code"} <= set(sheet.columns):
        return _from_rows(sheet, horizon, people, reader, problems)
    if sheet.header is not None and not any(True for _ in sheet.lines()):
        return None
    grid = find_grid(raw, None) or _counters_only(sheet)
    if grid is None:
        problems.add("grid-without-dates", Cell(sheet=raw.name, row=1, column=1), sheet=raw.name)
        return None
    return _from_grid(grid, horizon, people, reader, problems)


def read_earlier(
    raw: RawSheet, horizon: Horizon, people: PersonNames, reader: CodeReader, problems: Problems
) -> History | None:
    """Return the days of a roster that end right before the plan; None where there are none.

    So the answer for one month is the history of the next one, once its dates are moved on.
    What its other columns add up is of that month alone: no counter is brought forward.
    """
    grid = find_grid(raw, None)
    if grid is None or horizon.start - dt.timedelta(days=1) not in set(grid.dates.values()):
        return None
    found = _from_grid(_before(grid, horizon), horizon, people, reader, problems)
    count = sum(day < horizon.start for day in grid.dates.values())
    problems.add("history-from-roster", found.where, severity="notice", count=count)
    return replace(found, counters={})


def _before(grid: Grid, horizon: Horizon) -> Grid:
    """Return the days of a grid before the plan, and none of its other columns."""
    dates = {column: day for column, day in grid.dates.items() if day < horizon.start}
    return Grid(grid.raw, grid.header, grid.person, dates, {})


def _counters_only(sheet: Sheet) -> Grid | None:
    """Return a sheet of people and counters as a grid without dates."""
    if sheet.header is None or "person" not in sheet.columns:
        return None
    others = dict(sheet.unknown)
    return Grid(sheet.raw, sheet.header, sheet.columns["person"], {}, others) if others else None


def _from_grid(
    grid: Grid, horizon: Horizon, people: PersonNames, reader: CodeReader, problems: Problems
) -> History:
    where = Cell(sheet=grid.raw.name, row=grid.header + 1, column=grid.person + 1)
    past: list[Past] = []
    counters: dict[str, dict[str, int]] = {}
    before = {c: day for c, day in grid.dates.items() if day < horizon.start}
    _check_dates(grid, before, horizon, problems)
    kept = replace_dates(grid, before)
    for person, line in read_people_lines(grid, people, reader, problems):
        counters[person] = _counters(kept, line, problems)
        for day, shift in read_codes(kept, line, reader, problems):
            past.append(Past(person=person, day=horizon.day(day), shift=shift.code))
    days = -horizon.day(min(before.values())) if before else 0
    return History(tuple(past), days, counters, frozenset(counters), where)


def replace_dates(grid: Grid, dates: Mapping[int, dt.date]) -> Grid:
    """Return a grid that keeps only some of its dates."""
    return Grid(grid.raw, grid.header, grid.person, dates, grid.others)


def _check_dates(
    grid: Grid, before: Mapping[int, dt.date], horizon: Horizon, problems: Problems
) -> None:
    """Report dates that are no history, come twice, or leave days unknown."""
    seen: dict[dt.date, int] = {}
    for column, day in grid.dates.items():
        place = Cell(sheet=grid.raw.name, row=grid.header + 1, column=column + 1)
        if day in seen:
            problems.add("date-twice", place, found=str(day))
        elif column not in before:
            problems.add("history-in-horizon", place, severity="warning", found=str(day))
        seen.setdefault(day, column)
    known = set(before.values())
    if known:
        first = min(known)
        holes = [
            day
            for step in range((horizon.start - first).days)
            if (day := first + dt.timedelta(days=step)) not in known
        ]
        if holes:
            problems.add(
                "history-gap",
                Cell(sheet=grid.raw.name, row=grid.header + 1),
                severity="warning",
                found=f"{holes[0]} – {holes[-1]}",
                count=len(holes),
            )


def _counters(grid: Grid, line: Line, problems: Problems) -> dict[str, int]:
    """Return the counters of a row: columns of numbers that are no dates."""
    found: dict[str, int] = {}
    names = {fold(word) for word in headings.names_of("history", "name")}
    for column, title in grid.others.items():
        value = line.value(column)
        if is_empty(value) or fold(title) in names:
            continue
        entry = Entry(value, line.cell(column), problems)
        timed = headings.meaning("hours", title) or headings.meaning("rest_due", title)
        if timed:
            try:
                found[timed] = parse_duration(entry)
            except Fault as fault:
                fault.report(problems, entry.cell)
        elif (number := number_of(value)) is not None:
            found[" ".join(title.casefold().split())] = round(number)
    return found


def _from_rows(
    sheet: Sheet, horizon: Horizon, people: PersonNames, reader: CodeReader, problems: Problems
) -> History:
    past: dict[tuple[str, int], Past] = {}
    first = horizon.start
    seen: set[str] = set()
    for record in records(sheet, problems):
        who, what = record.entry("person"), record.entry("code")
        day = record.get("date")
        if who is None or what is None or day is None:
            continue
        if day >= horizon.start:
            record.add("history-in-horizon", "date", severity="warning", found=str(day))
            continue
        first = min(first, day)
        try:
            person = people.read(who)
            shift = reader.read(what)
        except Fault as fault:
            name = "person" if fault.code.startswith("person") else "code"
            fault.report(record.problems, record.cell(name))
            continue
        seen.add(person)
        key = (person, horizon.day(day))
        if (
            shift is not None
            and past.setdefault(key, Past(person=person, day=key[1], shift=shift.code)).shift
            != shift.code
        ):
            record.add("history-twice", "code", found=shift.code, person=person, date=str(day))
    where = Cell(sheet=sheet.name, row=(sheet.header or 0) + 1)
    return History(tuple(past.values()), -horizon.day(first), {}, frozenset(seen), where)


def strangers(history: History, people: tuple[Person, ...], horizon: Horizon) -> frozenset[str]:
    """Return the people under contract before the start of whom the history says nothing."""
    return frozenset(
        person.id
        for person in people
        if person.id not in history.people
        and (person.contract_from is None or person.contract_from < horizon.start)
    )


def check_history(
    history: History, people: tuple[Person, ...], horizon: Horizon, problems: Problems
) -> None:
    """Warn of people without history where others have one."""
    if not history.days:
        return
    unknown = strangers(history, people, horizon)
    for person in people:
        if person.id in unknown:
            problems.add(
                "history-missing",
                person.origin,
                severity="warning",
                person=person.id,
                sheet=history.where.sheet,
            )


def with_counters(people: tuple[Person, ...], history: History) -> tuple[Person, ...]:
    """Return the people with the counters of the history beside their own."""
    return tuple(
        replace(person, opening={**person.opening, **counters})
        if (counters := history.counters.get(person.id))
        else person
        for person in people
    )
