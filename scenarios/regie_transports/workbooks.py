"""What the workbooks of the scenario say, read cell by cell; nothing of rotaplan is used.

Only what the evaluation of a re-plan needs: people, duties, rosters, and incidents.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

ZONE = ZoneInfo("Europe/Paris")
DAY = 24 * 60
_WEEKDAYS = ("lu", "ma", "me", "je", "ve", "sa", "di")
_NO_WORK = frozenset({"", "RH", "ABS"})
"""Cells without a duty, beside the codes that the sheet Postes says are not work."""
_VARIANT = re.compile(r"(?P<code>[^≤≥]+)(?P<cuts>(?:[≤≥]\d\d:\d\d)+)")

PersonDay = tuple[str, dt.date]
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A day's work: its pieces in minutes after midnight, what it pays, what it asks for."""

    code: str
    pieces: Pieces
    skills: frozenset[str] = frozenset()
    paid: int = 0
    line: str = ""
    reserve: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


@dataclass(frozen=True, kw_only=True)
class Person:
    """A driver; a skill is (name, first day, last day), None where it has no limit."""

    id: str
    days_a_week: int = 5
    day_off: int | None = None
    day_only: bool = False
    reserve: bool = False
    skills: tuple[tuple[str, dt.date | None, dt.date | None], ...] = ()

    def holds(self, skill: str, day: dt.date) -> bool:
        """Whether a skill is valid on a day."""
        return any(
            name == skill and (first is None or first <= day) and (last is None or day <= last)
            for name, first, last in self.skills
        )


@dataclass(frozen=True, kw_only=True)
class Book:
    """A workbook with a roster: ``cells`` of the plan, ``past`` of the history.

    Cells hold codes; days off are missing. ``leave`` are the days on which people are away.
    """

    people: dict[str, Person]
    duties: dict[str, Duty]
    cells: dict[PersonDay, str]
    first: dt.date
    last: dt.date
    past: dict[PersonDay, str] = field(default_factory=dict)
    leave: frozenset[PersonDay] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Incident:
    """A row of Perturbations; the end is exclusive, None while it is open."""

    name: str
    kind: str
    start: dt.datetime
    end: dt.datetime | None
    known: dt.datetime
    targets: tuple[str, ...]
    effect: str = ""
    duty: Duty | None = None

    def covers(self, moment: dt.datetime) -> bool:
        """Whether a moment lies in it."""
        return self.start <= moment and (self.end is None or moment < self.end)


def moment_of(day: dt.date, minute: int) -> dt.datetime:
    """Return a moment by the wall clock; minutes may exceed a day."""
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)


def instant(moment: dt.datetime) -> int:
    """Return the minutes since 1970 (UTC) of a moment by the wall clock."""
    return int(moment.replace(tzinfo=ZONE).timestamp()) // 60


# Duties


def clock(text: str) -> int:
    """Return the minutes after midnight of ``06:35``."""
    return int(text[:2]) * 60 + int(text[3:5])


def pieces_of(hours: str) -> Pieces:
    """Return the pieces of ``06:35-09:35/15:45-19:20``; hours after midnight belong to the day."""
    found = []
    for piece in hours.split("/"):
        start, end = (clock(text.strip()) for text in piece.split("-"))
        found.append((start, end if end > start else end + DAY))
    return tuple(found)


def duty_of(code: str, duties: dict[str, Duty]) -> Duty | None:
    """Return the duty that a cell names, cut ones such as ``T1-05≤09:40`` too.

    ``≤`` stands before the time at which a duty now ends, ``≥`` before that at which it begins;
    both, in this order, for one with a hole. It is paid as it was announced.
    """
    if code in duties:
        return duties[code]
    cut = _VARIANT.fullmatch(code)
    if cut is None or cut["code"] not in duties:
        return None
    whole = duties[cut["code"]]
    limits = {mark[0]: _within(clock(mark[1:]), whole) for mark in _marks(cut["cuts"])}
    if cut["cuts"][0] == "≤" and "≥" in limits:
        pieces = (*_clip(whole, -DAY, limits["≤"]), *_clip(whole, limits["≥"], 3 * DAY))
    else:
        pieces = tuple(_clip(whole, limits.get("≥", -DAY), limits.get("≤", 3 * DAY)))
    return replace(whole, code=code, pieces=pieces) if pieces else None


def _marks(cuts: str) -> list[str]:
    return re.findall(r"[≤≥]\d\d:\d\d", cuts)


def _within(minute: int, duty: Duty) -> int:
    """Return a clock time as minutes of a duty that may last beyond midnight."""
    return minute + DAY if minute < duty.start else minute


def _clip(duty: Duty, opens: int, closes: int) -> Iterator[tuple[int, int]]:
    for start, end in duty.pieces:
        if max(start, opens) < min(end, closes):
            yield max(start, opens), min(end, closes)


# Workbooks with a roster


def read_book(path: Path) -> Book:
    """Read a workbook that rotaplan wrote."""
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    duties = {duty.code: duty for duty in _duties(_table(book["Postes"]))}
    people = {one.id: one for one in _people(_table(book["Agents"]), _table(book["Compétences"]))}
    cells = dict(_grid(book["Planning"], people))
    free = {str(row["Code"]) for row in _table(book["Postes"]) if not row["Début"]} | _NO_WORK
    absent = {(str(row["Agent"]), day) for row in _table(book["Absences"]) for day in _days_of(row)}
    past = dict(_grid(book["Historique"], people))
    planned = {day for _, day in cells}
    return Book(
        people=people,
        duties=duties,
        cells={at: code for at, code in cells.items() if code not in free},
        first=min(planned),
        last=max(planned),
        past={at: code for at, code in past.items() if code not in free},
        leave=frozenset(absent),
    )


def _table(sheet: Any) -> list[dict[str, Any]]:
    """Return the rows below the headings of row 1, those without a first cell left out."""
    rows = sheet.iter_rows(values_only=True)
    headings = [str(value) if value is not None else "" for value in next(rows)]
    return [dict(zip(headings, row, strict=False)) for row in rows if row and row[0] is not None]


def _duties(rows: list[dict[str, Any]]) -> Iterator[Duty]:
    for row in rows:
        if not row["Début"]:
            continue
        hours = f"{_text(row['Début'])}-{_text(row['Fin'])}"
        if row.get("Début 2"):
            hours += f"/{_text(row['Début 2'])}-{_text(row['Fin 2'])}"
        tags = _list(row.get("Étiquettes"))
        yield Duty(
            code=str(row["Code"]),
            pieces=pieces_of(hours),
            skills=frozenset(_list(row.get("Qualification requise"))),
            paid=int(row["TTE (min)"]),
            line=next((tag for tag in tags if tag != "tardif"), ""),
            reserve=row["Nature"] == "réserve",
        )


def _people(rows: list[dict[str, Any]], skills: list[dict[str, Any]]) -> Iterator[Person]:
    for row in rows:
        held = tuple(
            (str(one["Compétence"]), _date(one["Valide du"]), _date(one["Valide au"]))
            for one in skills
            if one["Agent"] == row["Matricule"]
        )
        share = float(row["Quotité"])
        off = row.get("Jours non travaillés")
        yield Person(
            id=str(row["Matricule"]),
            days_a_week=5 if share == 1 else 4 if share == 0.8 else 3,
            day_off=_WEEKDAYS.index(off) if off else None,
            day_only=row["Apte nuit"] == "non",
            reserve=row["Réserve"] == "oui",
            skills=held,
        )


def _grid(sheet: Any, people: dict[str, Person]) -> Iterator[tuple[PersonDay, str]]:
    """Yield the cells of a grid: people down, dates across; empty ones as empty text."""
    days: dict[int, dt.date] = {}
    for row in sheet.iter_rows(values_only=True):
        dated = {at: _date(value) for at, value in enumerate(row) if isinstance(value, dt.date)}
        if row and row[0] == "Matricule":
            days = {at: day for at, day in dated.items() if day is not None}
        elif row and row[0] in people:
            for at, day in days.items():
                yield (str(row[0]), day), _text(row[at]) if at < len(row) else ""


def _days_of(row: dict[str, Any]) -> Iterator[dt.date]:
    first, last = _date(row["Du"]), _date(row["Au"]) or _date(row["Du"])
    assert first is not None
    assert last is not None
    for step in range((last - first).days + 1):
        yield first + dt.timedelta(days=step)


def _text(value: Any) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value).strip()


def _list(value: Any) -> list[str]:
    return [word.strip() for word in _text(value).split(";") if word.strip()]


def _date(value: Any) -> dt.date | None:
    return value.date() if isinstance(value, dt.datetime) else value


# Incidents


def read_incidents(path: Path) -> list[Incident]:
    """Read the sheet Perturbations of a workbook."""
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    return [_incident(row) for row in _table(book["Perturbations"])]


def _incident(row: dict[str, Any]) -> Incident:
    start, kind = row["Début"], str(row["Type"])
    end = row["Fin"]
    if end is None and kind in ("absence", "retard", "volontaire"):
        end = dt.datetime.combine(start.date(), dt.time())
    if end is not None and end.time() == dt.time():  # a date: inclusive
        end += dt.timedelta(days=1)
    targets = tuple(_list(row["Cible"]))
    duty = None
    if kind == "ajout":
        pieces = pieces_of(_text(row["Horaires"]))
        duty = Duty(
            code=targets[0],
            pieces=pieces,
            skills=frozenset(_list(row["Qualifications"])),
            paid=sum(closes - opens for opens, closes in pieces),
        )
    return Incident(
        name=str(row["Id"]),
        kind=kind,
        start=start,
        end=end,
        known=row["Connu le"],
        targets=targets,
        effect=_text(row["Effet"]),
        duty=duty,
    )


def in_force(*reports: list[Incident]) -> list[Incident]:
    """Return the incidents of several reports; a later row replaces one of the same Id."""
    found: dict[str, Incident] = {}
    for report in reports:
        for one in report:
            found.pop(one.name, None)
            found[one.name] = one
    return list(found.values())
