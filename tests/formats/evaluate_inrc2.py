"""Re-cost a roster of the second nurse rostering competition from its files alone.

Nothing of rotaplan is imported: this is the second opinion on what ``rotaplan.formats`` and the
solver make of the same files. Day by day: each nurse carries counters from one day to the next,
as the competition's own history files do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Roster = dict[tuple[str, int], tuple[str, str]]
"""Shift and skill by nurse and day from the first Monday."""
DATASETS = Path(__file__).resolve().parents[3] / "shared/benchmarks/inrc2/datasets"
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
NAMES = ("totals", "runs", "days_off", "requests", "weekends", "whole_weekends", "cover")


def block(text: str, heading: str) -> list[list[str]]:
    """Return the words of the lines after a heading, up to an empty line."""
    found = re.search(rf"^{heading}\b.*\n((?:[ \t]*\S.*\n?)*)", text, re.MULTILINE)
    lines = found[1].splitlines() if found else []
    return [re.findall(r"[\w-]+", line) for line in lines]


class Problem:
    """The files of an instance such as ``n005w4_0_1-2-3-3``."""

    def __init__(self, identifier: str, folder: Path = DATASETS) -> None:
        data, history, weeks = identifier.split("_")
        place = folder / data

        def text(name: str) -> str:
            return (place / f"{name}.txt").read_text(encoding="utf-8")

        scenario = text(f"Sc-{data}")
        self.shifts = {n: (int(a), int(b)) for n, a, b in block(scenario, "SHIFT_TYPES")}
        self.after = {
            name: set(rest)
            for name, _, *rest in block(scenario, "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS")
        }
        self.contracts = {n: list(map(int, rest)) for n, *rest in block(scenario, "CONTRACTS")}
        self.nurses = {n: (c, set(skills)) for n, c, _, *skills in block(scenario, "NURSES")}
        self.history = {
            n: rest for n, *rest in block(text(f"H0-{data}-{history}"), "NURSE_HISTORY")
        }
        self.days = 7 * len(weeks.split("-"))
        self.least: dict[tuple[int, str, str], int] = {}
        self.best: dict[tuple[int, str, str], int] = {}
        self.off: list[tuple[str, str, int]] = []
        for number, week in enumerate(weeks.split("-")):
            data_of_week = text(f"WD-{data}-{week}")
            for shift, skill, *numbers in block(data_of_week, "REQUIREMENTS"):
                for day in range(7):
                    key = (7 * number + day, shift, skill)
                    self.least[key], self.best[key] = map(int, numbers[2 * day : 2 * day + 2])
            for nurse, shift, name in block(data_of_week, "SHIFT_OFF_REQUESTS"):
                self.off.append((nurse, shift, 7 * number + DAYS.index(name)))


def shipped(identifier: str, folder: Path = DATASETS) -> Roster:
    """Return the organisers' solution of an instance."""
    data, history, weeks = identifier.split("_")
    roster: Roster = {}
    for number, week in enumerate(weeks.split("-")):
        file = f"Solution_H_{history}-WD_{weeks}/Sol-{data}-{week}-{number}.txt"
        text = (folder / data / file).read_text(encoding="utf-8")
        for nurse, day, shift, skill in block(text, "ASSIGNMENTS"):
            roster[nurse, 7 * number + DAYS.index(day)] = (shift, skill)
    return roster


def roster_of(assignments: Iterable[Mapping[str, Any]]) -> Roster:
    """Return the assignments of a JSON result."""
    return {(a["person"], a["day"]): (a["shift"], a["skill"]) for a in assignments}


def breaches(problem: Problem, roster: Roster) -> list[str]:
    """Return what is against the hard constraints, minimal cover among them, as sentences."""
    found = []
    held = Counter((day, *cell) for (_, day), cell in roster.items())
    for key, least in problem.least.items():
        if held[key] < least:
            found.append(f"{key}: {held[key]} where {least} must be")
    for (nurse, day), (shift, skill) in sorted(roster.items()):
        if skill not in problem.nurses[nurse][1]:
            found.append(f"{nurse} is no {skill} (day {day})")
        before = roster.get((nurse, day - 1), ("", ""))[0]
        if day == 0:
            before = problem.history[nurse][2]
        if shift in problem.after.get(before, set()):
            found.append(f"{nurse}: {shift} follows {before} on day {day}")
    return found


def costs(problem: Problem, roster: Roster) -> dict[str, int]:
    """Return the cost of each of the seven soft constraints."""
    found = Counter(dict.fromkeys(NAMES, 0))
    held = Counter((day, *cell) for (_, day), cell in roster.items())
    for key, best in problem.best.items():
        found["cover"] += 30 * max(0, best - held[key])
    for nurse, shift, day in problem.off:
        works = roster.get((nurse, day))
        found["requests"] += 10 * (works is not None and shift in ("Any", works[0]))
    for nurse, (contract, _) in problem.nurses.items():
        line = [roster.get((nurse, day), ("", ""))[0] for day in range(problem.days)]
        found.update(personal(problem, nurse, problem.contracts[contract], line))
    return dict(found)


def personal(
    problem: Problem, nurse: str, contract: list[int], line: list[str]
) -> Mapping[str, int]:
    """Return what one nurse's line costs; ``""`` is a day off."""
    least, most, least_work, most_work, least_off, most_off, most_weekends, whole = contract
    total, weekends, last, same, work, off = problem.history[nurse]
    found: Counter[str] = Counter()
    worked = int(total) + sum(map(bool, line))
    found["totals"] = 20 * (max(0, least - worked) + max(0, worked - most))
    pairs = [line[day : day + 2] for day in range(5, len(line), 7)]
    busy = int(weekends) + sum(any(pair) for pair in pairs)
    found["weekends"] = 30 * max(0, busy - most_weekends)
    if whole:
        found["whole_weekends"] = 30 * sum(any(pair) and not all(pair) for pair in pairs)
    states = ["w" if shift else "o" for shift in line]
    days = walk(states, "w", int(work), least_work, most_work)
    found["runs"] = 30 * days
    found["days_off"] = 30 * walk(states, "o", int(off), least_off, most_off)
    for shift, (fewest, longest) in problem.shifts.items():
        already = int(same) if shift == last else 0
        found["runs"] += 15 * walk(line, shift, already, fewest, longest)
    return found


def walk(line: list[str], wanted: str, counter: int, least: int, most: int) -> int:
    """Return the days too many, and too few, of the runs of a state, day by day."""
    amiss = 0
    for state in line:
        if state == wanted:
            counter += 1
            amiss += counter > most
        else:
            amiss += max(0, least - counter) if counter else 0
            counter = 0
    return amiss
