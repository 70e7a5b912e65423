"""A case of the public re-rostering set as its file gives it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from rotaplan.errors import WorkbookError
from rotaplan.problem import Problem

SHIFTS = 4
"""Entries of a cell: 0 free, 1 early, 2 late, 3 night."""
HOURS = [0, 8, 8, 8]
WEEK = 7
_MOST_BYTES = 50 * 1024 * 1024
_MOST_PEOPLE = 5000
_MOST_DAYS = 400
_MOST = 10_000
Grid = Sequence[Sequence[int]]
Cube = Sequence[Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Whole days on which somebody turns out to be away, both inclusive; day 1 is the first."""

    person: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. People count from 0, days from 1: entry 0 of an axis of days means nothing.

    Attributes
    ----------
    dataset, name
        Identifiers of the set and of the case.
    people, days
        How many.
    published
        The schedule in force: entry by person and day.
    demand
        People asked for, by day and entry.
    open
        1 where a person may work an entry, by person, day and entry, before the absences.
    cost
        What an entry costs a person, likewise; a day off costs nothing.
    most_hours
        Of each person in a week.
    not_after
        Pairs: the second may not stand on the day after the first.
    frozen
        The first days, which may not change.
    absences
        What happens.
    """

    dataset: str
    name: str
    people: int
    days: int
    published: Grid
    demand: Grid
    open: Cube
    cost: Cube
    most_hours: Sequence[int]
    not_after: Grid
    frozen: int
    absences: Sequence[Absence]

    @property
    def weeks(self) -> Iterator[range]:
        """Yield the days of each week."""
        for first in range(1, self.days + 1, WEEK):
            yield range(first, min(first + WEEK, self.days + 1))


def read_case(source: Path) -> Case:
    """Return what a case file (JSON, packed or not) says.

    Raises
    ------
    WorkbookError
        Where the file is no JSON, a field is missing or has another form than the set's, or the
        case is one that a workbook cannot say: other shifts, weeks or frozen days.
    """
    fields = _Fields(source.name, _content(source))
    people = fields.whole("dimensions.I", 1, _MOST_PEOPLE)
    days = fields.whole("dimensions.T", 1, _MOST_DAYS)
    every_day = (people, days + 1)
    every_entry = (*every_day, SHIFTS)
    frozen = cast("list[int]", fields.table("params.T_fix", None, least=1, most=days))
    case = Case(
        dataset=fields.text("dataset_id"),
        name=fields.text("case_id"),
        people=people,
        days=days,
        published=fields.table("params.sigma", *every_day, most=SHIFTS - 1),
        demand=fields.table("params.r", days + 1, SHIFTS),
        open=fields.table("params.a_base", *every_entry, most=1),
        cost=fields.table("params.c", *every_entry, most=1000),
        most_hours=fields.table("params.H_max", people, most=WEEK * 24),
        not_after=fields.table("params.P", None, 2, least=1, most=SHIFTS - 1),
        frozen=len(frozen),
        absences=tuple(_absences(fields, people, days)),
    )
    fields.same("params.h", HOURS)
    fields.same("params.T_fix", list(range(1, len(frozen) + 1)))
    fields.same("params.T_rep", list(range(len(frozen) + 1, days + 1)))
    fields.same("weeks.T_w", [list(week) for week in case.weeks])
    _check_open(fields, case)
    return case


def _content(source: Path) -> Any:
    """Return the JSON of a file, unpacked where it is packed."""
    try:
        packed = source.read_bytes()
        data = packed
        if packed.startswith(b"\x1f\x8b"):
            with gzip.open(source) as file:
                data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            facts = {"file": source.name, "most": str(_MOST_BYTES // 2**20)}
            raise WorkbookError([Problem(code="file-too-large", facts=facts)])
        return json.loads(data)
    except FileNotFoundError as fault:
        raise WorkbookError([Problem(code="file-missing", facts={"file": source.name})]) from fault
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as fault:
        facts = {"file": source.name}
        raise WorkbookError([Problem(code="format-json", facts=facts)]) from fault


class _Fields:
    """Reads the fields of a file, each with the form that it must have.

    Parameters
    ----------
    file
        Name of the file, for problems.
    content
        What it holds.
    path
        What comes before the names of its fields in problems.
    """

    def __init__(self, file: str, content: Any, path: str = "") -> None:
        self._file, self._content, self._path = file, content, path

    def text(self, path: str) -> str:
        """Return a text."""
        found = self._at(path)
        if not isinstance(found, str) or not found:
            raise self.wrong(path, found, "“…”")
        return found

    def whole(self, path: str, least: int, most: int) -> int:
        """Return a whole number between bounds, both inclusive."""
        return cast(int, self._numbers(self._at(path), path, (), (least, most)))

    def table(self, path: str, *shape: int | None, least: int = 0, most: int = _MOST) -> Any:
        """Return whole numbers in lists of these lengths (None: any), within bounds."""
        return self._numbers(self._at(path), path, shape, (least, most))

    def same(self, path: str, expected: object) -> None:
        """Raise WorkbookError where a field is not what a workbook can say."""
        found = self._at(path)
        if found != expected:
            raise self.wrong(path, found, expected)

    def wrong(self, path: str, found: object, expected: object) -> WorkbookError:
        """Return the problem of a field, long ones cut."""
        facts = {
            "file": self._file,
            "field": self._path + path,
            "found": _short(found),
            "expected": _short(expected),
        }
        return WorkbookError([Problem(code="format-field", facts=facts)])

    def records(self, path: str) -> Iterator[_Fields]:
        """Yield the records of a list, each with fields of its own."""
        found = self._at(path)
        if not isinstance(found, list):
            raise self.wrong(path, found, "[…]")
        for at, one in enumerate(found):
            yield _Fields(self._file, one, f"{path}[{at}].")

    def _at(self, path: str) -> Any:
        found = self._content
        for name in path.split("."):
            if not isinstance(found, dict) or name not in found:
                facts = {"section": self._path + path, "file": self._file}
                raise WorkbookError([Problem(code="format-section", facts=facts)])
            found = found[name]
        return found

    def _numbers(
        self, found: Any, path: str, shape: Sequence[int | None], bounds: tuple[int, int]
    ) -> Any:
        if not shape:
            if type(found) is not int or not bounds[0] <= found <= bounds[1]:
                raise self.wrong(path, found, f"{bounds[0]}..{bounds[1]}")
            return found
        length, *rest = shape
        if not isinstance(found, list) or (length is not None and len(found) != length):
            raise self.wrong(path, found, f"[…] × {length or 'n'}")
        return [self._numbers(one, f"{path}[{at}]", rest, bounds) for at, one in enumerate(found)]


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _absences(fields: _Fields, people: int, days: int) -> Iterator[Absence]:
    for event in fields.records("scenario.events"):
        first = event.whole("t_start", 1, days)
        yield Absence(
            person=event.whole("i", 0, people - 1),
            first=first,
            last=first + event.whole("duration", 1, days - first + 1) - 1,
        )


def _check_open(fields: _Fields, case: Case) -> None:
    """Raise WorkbookError where people may not be free, or are away otherwise than by absences."""
    away = {(one.person, day) for one in case.absences for day in range(one.first, one.last + 1)}
    after = fields.table("params.a", case.people, case.days + 1, SHIFTS, most=1)
    for person in range(case.people):
        for day in range(1, case.days + 1):
            where = f"[{person}][{day}]"
            before, cost = case.open[person][day], case.cost[person][day]
            if before[0] != 1:
                raise fields.wrong(f"params.a_base{where}[0]", before[0], 1)
            if cost[0] != 0:
                raise fields.wrong(f"params.c{where}[0]", cost[0], 0)
            expected = [1, 0, 0, 0] if (person, day) in away else list(before)
            if after[person][day] != expected:
                raise fields.wrong(f"params.a{where}", after[person][day], expected)
