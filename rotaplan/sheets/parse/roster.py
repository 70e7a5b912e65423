"""A roster in the sheet Planning: what ``check`` judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rotaplan.domain.functions import attribute
from rotaplan.domain.scenario import Absence, Pin, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.problem import Cell, Problems
from rotaplan.sheets import tables
from rotaplan.sheets.kinds import Entry, Fault, is_empty, shown
from rotaplan.sheets.names import PersonNames, SkillNames
from rotaplan.sheets.parse.grid import CodeReader, find_grid, read_codes, read_people_lines
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.reading import Filled
from rotaplan.sheets.records import records
from rotaplan.sheets.structure import locate


def read_roster(
    raw: RawSheet, scenario: Scenario, people: PersonNames, reader: CodeReader, problems: Problems
) -> Mapping[tuple[str, int], str] | None:
    """Return the codes of the grid by person and planned day; None where there is no grid.

    A grid that ends before the plan is its history, and none of its roster.
    """
    if all(is_empty(value) for row in raw.rows for value in row):
        return None
    grid = find_grid(raw, scenario.horizon)
    if grid is None:
        problems.add(
            "grid-without-dates",
            Cell(sheet=raw.name, row=1, column=1),
            severity="warning",
            sheet=raw.name,
        )
        return None
    found: dict[tuple[str, int], str] = {}
    planned = {scenario.horizon.date(day): day for day in scenario.horizon.planned}
    if max(grid.dates.values()) < scenario.horizon.start:
        return None
    missing = [day for day in planned if day not in set(grid.dates.values())]
    if missing:
        problems.add(
            "roster-incomplete",
            Cell(sheet=raw.name, row=grid.header + 1),
            severity="warning",
            count=len(missing),
            found=str(missing[0]),
        )
    for person, line in read_people_lines(grid, people, reader, problems):
        for day, shift in read_codes(grid, line, reader, problems):
            if day in planned:
                found[person, planned[day]] = shift.code
    return found


def read_away(
    raw: RawSheet, scenario: Scenario, people: PersonNames, reader: CodeReader
) -> frozenset[tuple[str, int]]:
    """Return person and planned day of the cells that hold a code of leave or absence.

    A roster kept by hand may be the only place where they stand. What is wrong with the grid
    is told by :func:`read_roster`.
    """
    silent = Problems()
    grid = find_grid(raw, scenario.horizon)
    if grid is None:
        return frozenset()
    return frozenset(
        (person, scenario.horizon.day(date))
        for person, line in read_people_lines(grid, people, reader, silent)
        for column, date in grid.dates.items()
        if scenario.horizon.day(date) in scenario.horizon.planned
        and reader.means_away(shown(line.value(column)))
    )


def read_filled(
    raw: RawSheet, scenario: Scenario, people: PersonNames, reader: CodeReader
) -> Filled:
    """Return the cells that hold something, each as a decision of the planner.

    What is wrong with the grid is told by :func:`read_roster`.
    """
    silent = Problems()
    grid = find_grid(raw, scenario.horizon)
    if grid is None:
        return Filled()
    pins, absences = [], []
    for person, line in read_people_lines(grid, people, reader, silent):
        for column, date in grid.dates.items():
            day, value, cell = scenario.horizon.day(date), line.value(column), line.cell(column)
            text = reader.plain(shown(value))
            if day not in scenario.horizon.planned or is_empty(value) or not text:
                continue
            try:
                shift = reader.read(Entry(value, cell, silent))
            except Fault:
                continue
            away = shift is None and reader.means_away(text)
            if away and not scenario.absent.get((person, day)):
                absences.append(Absence(person=person, first=day, last=day, code=text, origin=cell))
            else:
                code = None if shift is None else shift.code
                pins.append(Pin(person=person, day=day, shift=code, text=text, origin=cell))
    return Filled(pins=tuple(pins), absences=tuple(absences))


def read_functions(
    raw: RawSheet | None, scenario: Scenario, people: PersonNames, skills: SkillNames
) -> Mapping[tuple[str, int], Assignment]:
    """Return what the hidden long table of an earlier answer says of each cell.

    It is rotaplan's own table and only fills in functions, so that whatever no longer fits the
    grid is left out without a word.
    """
    if raw is None:
        return {}
    silent = Problems()
    sheet = locate(raw, tables.RECORDS, silent)
    if sheet.header is None:
        return {}
    found = {}
    for record in records(sheet, silent):
        who = record.entry("person")
        day: dt.date | None = record.get("date")
        if who is None or day is None:
            continue
        try:
            person = people.read(who)
        except Fault:
            continue
        number = scenario.horizon.day(day)
        found[person, number] = Assignment(
            person=person,
            day=number,
            shift=record.get("code"),
            skill=skills.known(record.get("skill", "")) or "",
        )
    return found


def assignments(
    scenario: Scenario,
    codes: Mapping[tuple[str, int], str],
    known: Mapping[tuple[str, int], Assignment],
) -> tuple[Assignment, ...]:
    """Return the roster with the function that each person fills.

    Where the long table agrees with the grid on the code, its function holds; the others are
    attributed to the needs.
    """
    kept = {
        key: one
        for key, code in codes.items()
        if (one := known.get(key)) is not None
        and one.shift == code
        and one.skill in scenario.functions.get(code, ("",))
    }
    return attribute(scenario, codes, kept.values())
