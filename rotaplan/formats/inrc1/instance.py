"""What an instance file of the first nurse rostering competition says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rotaplan.errors import WorkbookError
from rotaplan.problem import Cell, Problem

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKENDS = {
    "SaturdaySunday": (5, 2),
    "FridaySaturdaySunday": (4, 3),
    "SaturdaySundayMonday": (5, 3),
    "FridaySaturdaySundayMonday": (4, 4),
}
"""Weekday of the first day of a weekend, and its number of days."""
_COUNTS = (
    *("MaxNumAssignments", "MinNumAssignments"),
    *("MaxConsecutiveWorkingDays", "MinConsecutiveWorkingDays"),
    *("MaxConsecutiveFreeDays", "MinConsecutiveFreeDays"),
    *("MaxConsecutiveWorkingWeekends", "MinConsecutiveWorkingWeekends"),
)
_FLAGS = ("CompleteWeekends", "IdenticalShiftTypesDuringWeekend", "AlternativeSkillCategory")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftType:
    """A shift with its times of day as written, and the skills that it asks for."""

    id: str
    start: str
    end: str
    label: str
    skills: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Unwanted on consecutive days: shifts, ``Any`` work or ``None``; from a weekday or any."""

    id: str
    weight: int
    shifts: tuple[str, ...]
    weekday: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """An element of a contract that is switched on: its value, and its price."""

    value: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract: clauses by the name of their element, weekend and unwanted patterns."""

    id: str
    name: str
    clauses: Mapping[str, Clause]
    weekend: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """An employee with contract and skills."""

    id: str
    name: str
    contract: str
    skills: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A wish for or against a shift (any work where None) on a date."""

    employee: str
    date: dt.date
    shift: str | None
    on: bool
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An instance as its file gives it; ``cover`` by date and shift."""

    name: str
    start: dt.date
    end: dt.date
    shifts: tuple[ShiftType, ...]
    patterns: Mapping[str, Pattern]
    contracts: Mapping[str, Contract]
    employees: tuple[Employee, ...]
    cover: Mapping[tuple[dt.date, str], int]
    requests: tuple[Request, ...]


def read_instance(source: Path) -> Instance:
    """Return what an instance file says.

    Raises
    ------
    WorkbookError
        Where the file is no XML, or one of its elements cannot be understood.
    """
    try:
        root = ElementTree.parse(source).getroot()
    except ElementTree.ParseError as fault:
        place = Cell(sheet=source.name, row=fault.position[0])
        raise WorkbookError([Problem(code="format-xml", cell=place)]) from fault
    start, end = _date(root, "StartDate"), _date(root, "EndDate")
    patterns = [_pattern(one) for one in root.iterfind("Patterns/Pattern")]
    contracts = [_contract(one) for one in root.iterfind("Contracts/Contract")]
    made = Instance(
        name=root.get("ID", source.stem),
        start=start,
        end=end,
        shifts=tuple(_shift(one) for one in root.iterfind("ShiftTypes/Shift")),
        patterns={one.id: one for one in patterns},
        contracts={one.id: one for one in contracts},
        employees=tuple(_employee(one) for one in root.iterfind("Employees/Employee")),
        cover=_cover(root, start, end),
        requests=tuple(_requests(root)),
    )
    _check_names(made)
    return made


def _check_names(instance: Instance) -> None:
    """Raise WorkbookError where something stands for nothing that the file defines."""
    shifts = {one.id for one in instance.shifts}
    for known, used in (
        (set(instance.contracts), {one.contract for one in instance.employees}),
        (set(instance.patterns), {p for one in instance.contracts.values() for p in one.patterns}),
        ({one.id for one in instance.employees}, {one.employee for one in instance.requests}),
        (shifts, {one.shift for one in instance.requests if one.shift is not None}),
        (shifts, {shift for _, shift in instance.cover}),
        (
            shifts | {"Any", "None"},
            {shift for one in instance.patterns.values() for shift in one.shifts},
        ),
    ):
        if used - known:
            facts = {"found": ", ".join(sorted(used - known))}
            raise WorkbookError([Problem(code="format-reference", facts=facts)])


def _made(element: Element, path: str, make: Callable[[str], T]) -> T:
    """Return what ``make`` makes of the text of an element inside another one."""
    text = (element.findtext(path) or "").strip()
    try:
        return make(text)
    except (ValueError, KeyError) as fault:
        facts = {"element": f"{element.tag}/{path}", "found": text}
        raise WorkbookError([Problem(code="format-element", facts=facts)]) from fault


def _weight(element: Element) -> int:
    """Return the price that an element carries."""
    text = element.get("weight", "1")
    if not text.isdecimal():
        facts = {"element": f"{element.tag}/@weight", "found": text}
        raise WorkbookError([Problem(code="format-element", facts=facts)])
    return int(text)


def _text(element: Element, path: str) -> str:
    """Return a text that may not be empty."""

    def filled(text: str) -> str:
        if not text:
            raise ValueError(text)
        return text

    return _made(element, path, filled)


def _date(element: Element, path: str) -> dt.date:
    return _made(element, path, dt.date.fromisoformat)


def _skills(element: Element) -> frozenset[str]:
    return frozenset(one.text.strip() for one in element.iterfind("Skills/Skill") if one.text)


def _shift(element: Element) -> ShiftType:
    return ShiftType(
        id=element.get("ID", ""),
        start=_made(element, "StartTime", _clock),
        end=_made(element, "EndTime", _clock),
        label=element.findtext("Description", ""),
        skills=_skills(element),
    )


def _clock(text: str) -> str:
    """Return a time of day without its seconds."""
    return dt.time.fromisoformat(text).isoformat("minutes")


def _pattern(element: Element) -> Pattern:
    entries = sorted(
        element.iterfind("PatternEntries/PatternEntry"), key=lambda one: int(one.get("index", "0"))
    )
    weekday = _text(entries[0], "Day") if entries else "Any"
    return Pattern(
        id=element.get("ID", ""),
        weight=_weight(element),
        shifts=tuple(_text(one, "ShiftType") for one in entries),
        weekday=None if weekday == "Any" else _made(entries[0], "Day", WEEKDAYS.index),
    )


def _contract(element: Element) -> Contract:
    return Contract(
        id=element.get("ID", ""),
        name=element.findtext("Description", "").strip(),
        clauses=dict(_clauses(element)),
        weekend=_made(element, "WeekendDefinition", lambda text: text if WEEKENDS[text] else ""),
        patterns=tuple(
            one.text.strip() for one in element.iterfind("UnwantedPatterns/Pattern") if one.text
        ),
    )


def _clauses(contract: Element) -> Iterator[tuple[str, Clause]]:
    """Yield the clauses that are switched on and cost something."""
    for name in (*_COUNTS, *_FLAGS):
        element = contract.find(name)
        if element is None or element.get("on") == "0" or not _weight(element):
            continue
        if name in _COUNTS:
            yield name, Clause(value=_made(contract, name, int), weight=_weight(element))
        elif _made(contract, name, {"true": True, "false": False}.__getitem__):
            yield name, Clause(value=1, weight=_weight(element))


def _employee(element: Element) -> Employee:
    return Employee(
        id=element.get("ID", ""),
        name=element.findtext("Name", ""),
        contract=_text(element, "ContractID"),
        skills=_skills(element),
    )


def _cover(root: Element, start: dt.date, end: dt.date) -> dict[tuple[dt.date, str], int]:
    """Return how many people each shift needs by date; a date's own number goes first."""
    found: dict[tuple[dt.date, str], int] = {}
    days = [start + dt.timedelta(days=day) for day in range((end - start).days + 1)]
    for line in root.iterfind("CoverRequirements/DayOfWeekCover"):
        weekday = _made(line, "Day", WEEKDAYS.index)
        for cover in line.iterfind("Cover"):
            number = _made(cover, "Preferred", int)
            found |= {(d, _text(cover, "Shift")): number for d in days if d.weekday() == weekday}
    for line in root.iterfind("CoverRequirements/DateSpecificCover"):
        for cover in line.iterfind("Cover"):
            found[_date(line, "Date"), _text(cover, "Shift")] = _made(cover, "Preferred", int)
    return found


def _requests(root: Element) -> Iterator[Request]:
    for name, on in (("DayOff", False), ("DayOn", True), ("ShiftOff", False), ("ShiftOn", True)):
        for one in root.iterfind(f"{name}Requests/{name}"):
            if _weight(one):
                yield Request(
                    employee=_text(one, "EmployeeID"),
                    date=_date(one, "Date"),
                    shift=None if name.startswith("Day") else _text(one, "ShiftTypeID"),
                    on=on,
                    weight=_weight(one),
                )
