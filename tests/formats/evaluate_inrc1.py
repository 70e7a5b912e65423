"""Re-cost a roster of the first nurse rostering competition from its XML file alone.

Nothing of rotaplan is imported: this is the second opinion on what ``rotaplan.formats`` and the
solver make of the same file.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Roster = dict[tuple[str, int], str]
"""Shift by employee and day from the first one."""
FOLDER = Path(__file__).resolve().parents[3] / "shared/benchmarks/inrc1"
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BROKEN = {
    state: cost
    for cost, states in {
        1: "WF FW WWF FWW WWWF FWWW",
        2: "WFF FWF FFW WWFF FFWW FWWF",
        3: "WFFF FWFF FFWF FFFW",
        4: "WFW",
        5: "WWFW WFWW",
        6: "WFWF FWFW WFFW",
    }.items()
    for state in states.split()
}
"""What a weekend of worked and free days costs."""


class Problem:
    """An instance, as its elements say."""

    def __init__(self, path: Path) -> None:
        self.root = ElementTree.parse(path).getroot()
        self.start = dt.date.fromisoformat(self.root.findtext("StartDate", ""))
        last = dt.date.fromisoformat(self.root.findtext("EndDate", ""))
        self.days = (last - self.start).days + 1
        self.dates = [self.start + dt.timedelta(days=day) for day in range(self.days)]
        self.contracts = {one.get("ID"): one for one in self.root.iter("Contract")}
        self.required = {
            one.get("ID"): {skill.text for skill in one.iter("Skill")}
            for one in self.root.iterfind("ShiftTypes/Shift")
        }
        self.employees = {
            one.get("ID", ""): (
                self.contracts[one.findtext("ContractID")],
                {skill.text for skill in one.iter("Skill")},
            )
            for one in self.root.iterfind("Employees/Employee")
        }
        self.patterns = {one.get("ID"): one for one in self.root.findall("Patterns/Pattern")}

    def day(self, text: str | None) -> int:
        return (dt.date.fromisoformat(text or "") - self.start).days

    def need(self) -> Counter[tuple[int, str]]:
        """Return how many employees each shift needs, by day and shift."""
        found: Counter[tuple[int, str]] = Counter()
        covers = self.root.find("CoverRequirements")
        assert covers is not None
        for day, date in enumerate(self.dates):
            lines = [
                *(w for w in covers.findall("DayOfWeekCover") if self.on(w, date)),
                *(w for w in covers.findall("DateSpecificCover") if self.dated(w, date)),
            ]
            for line in lines:  # a date of its own goes last and replaces the weekday's number
                for cover in line.findall("Cover"):
                    number = int(cover.findtext("Preferred", ""))
                    found[day, cover.findtext("Shift", "")] = number
        return found

    @staticmethod
    def on(line: ElementTree.Element, date: dt.date) -> bool:
        return line.findtext("Day") == NAMES[date.weekday()]

    @staticmethod
    def dated(line: ElementTree.Element, date: dt.date) -> bool:
        return line.findtext("Date") == date.isoformat()


def solution(problem: Problem, path: Path) -> Roster:
    """Return the roster of a solution file."""
    return {
        (one.findtext("Employee", ""), problem.day(one.findtext("Date"))): one.findtext(
            "ShiftType", ""
        )
        for one in ElementTree.parse(path).getroot().iter("Assignment")
    }


def roster_of(assignments: Iterable[Mapping[str, Any]]) -> Roster:
    """Return the assignments of a JSON result."""
    return {(a["person"], a["day"]): a["shift"] for a in assignments}


def uncovered(problem: Problem, roster: Roster) -> int:
    """Return how many places are empty or taken twice: the hard constraint."""
    need, held = problem.need(), Counter((day, shift) for (_, day), shift in roster.items())
    return sum(abs(need[key] - held[key]) for key in need.keys() | held.keys())


def costs(problem: Problem, roster: Roster) -> Counter[str]:
    """Return the cost of each soft constraint, by name of the element that asks for it."""
    found: Counter[str] = Counter()
    for employee, (contract, skills) in problem.employees.items():
        line = [roster.get((employee, day), "") for day in range(problem.days)]
        for name, amount in personal(problem, contract, skills, line):
            element = contract.find(name)
            if element is None or element.get("on") == "0" or element.text == "false":
                continue
            found[name] += amount * int(element.get("weight", "0"))
        for listed in contract.findall("UnwantedPatterns/Pattern"):
            pattern = problem.patterns[listed.text]
            times = occurrences(problem, pattern, line)
            found["UnwantedPatterns"] += times * int(pattern.get("weight", "0"))
    for kind in ("DayOff", "DayOn", "ShiftOff", "ShiftOn"):
        for wish in problem.root.findall(f"{kind}Requests/{kind}"):
            works = roster.get(
                (wish.findtext("EmployeeID", ""), problem.day(wish.findtext("Date")))
            )
            if kind.startswith("Shift"):
                works = works if works == wish.findtext("ShiftTypeID") else None
            if (works is not None) is kind.endswith("Off"):
                found[kind] += int(wish.get("weight", "0"))
    return +found


def personal(
    problem: Problem, contract: ElementTree.Element, skills: set[str | None], line: list[str]
) -> Iterator[tuple[str, int]]:
    """Yield how far one employee's line is from what each element of the contract says."""
    weekends = list(weekend_days(problem, contract.findtext("WeekendDefinition", "")))
    worked = [any(line[day] for day in days) for days in weekends]
    free = [not shift for shift in line]
    for name, lengths in (
        ("NumAssignments", [sum(map(bool, line))]),
        ("ConsecutiveWorkingDays", runs(map(bool, line))),
        ("ConsecutiveFreeDays", runs(free)),
        ("ConsecutiveWorkingWeekends", runs(worked)),
    ):
        most = int(contract.findtext(f"Max{name}", "0"))
        least = int(contract.findtext(f"Min{name}", "0"))
        yield f"Max{name}", sum(max(0, length - most) for length in lengths)
        yield f"Min{name}", sum(max(0, least - length) for length in lengths)
    for days in weekends:
        if len(days) < 2:
            continue
        shifts = [line[day] for day in days]
        state = "".join("W" if shift else "F" for shift in shifts)
        yield "CompleteWeekends", BROKEN.get(state, 0)
        if all(shifts):
            others = sum(a != b for a in set(shifts) for b in shifts)
            yield "IdenticalShiftTypesDuringWeekend", others
    for shift in filter(None, line):
        yield "AlternativeSkillCategory", int(not problem.required[shift] <= skills)


def runs(states: Iterable[bool]) -> list[int]:
    """Return the lengths of the runs of true values."""
    return [len(list(group)) for state, group in groupby(states) if state]


def weekend_days(problem: Problem, definition: str) -> Iterator[list[int]]:
    """Yield the days of each weekend inside the horizon."""
    members = [day for day in NAMES if day in definition]
    for saturday in range(-7, problem.days + 7):
        if (problem.start + dt.timedelta(days=saturday)).weekday() != 5:
            continue
        offsets = {"Friday": -1, "Saturday": 0, "Sunday": 1, "Monday": 2}
        days = sorted(saturday + offsets[name] for name in members)
        inside = [day for day in days if 0 <= day < problem.days]
        if inside:
            yield inside


def occurrences(problem: Problem, pattern: ElementTree.Element, line: list[str]) -> int:
    """Return how often a pattern of consecutive days comes about."""
    entries = sorted(pattern.iter("PatternEntry"), key=lambda one: int(one.get("index", "0")))
    shifts = [one.findtext("ShiftType", "") for one in entries]
    weekday = entries[0].findtext("Day")
    return sum(
        weekday in ("Any", NAMES[problem.dates[first].weekday()])
        and all(
            bool(line[first + at])
            if shift == "Any"
            else line[first + at] == shift.replace("None", "")
            for at, shift in enumerate(shifts)
        )
        for first in range(problem.days - len(shifts) + 1)
    )
