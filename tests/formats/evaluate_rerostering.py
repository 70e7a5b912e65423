"""Re-cost a re-planned schedule of the public re-rostering set from its file alone.

Nothing of rotaplan is imported: this is the second opinion on what ``rotaplan.formats`` and the
solver make of the same case.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "shared/benchmarks/rerostering"
CASES = sorted((FOLDER / "cases").glob("*.json.gz"))
LETTERS = {"E": 1, "L": 2, "N": 3}
Cells = dict[tuple[int, int], int]
"""Shift (1 early, 2 late, 3 night) by person from 0 and day from 1; days off are missing."""


def name_of(path: Path) -> str:
    """Return the name of a case."""
    return path.name.split(".")[0]


def proven() -> dict[str, int]:
    """Return the least number of changes of each case, as published."""
    text = (FOLDER / "published_ideal_points.csv").read_text(encoding="utf-8")
    return {line["case"]: int(line["opt_f_stab_changes"]) for line in csv.DictReader(text.split())}


def load(path: Path) -> dict[str, Any]:
    """Return the content of a case."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found: dict[str, Any] = json.loads(content)
    return found


def reference(case: Mapping[str, Any]) -> Cells:
    """Return the schedule in force."""
    sigma = case["params"]["sigma"]
    return {(i, t): line[t] for i, line in enumerate(sigma) for t in days(case) if line[t]}


def days(case: Mapping[str, Any]) -> range:
    """Return the days, from 1."""
    return range(1, case["dimensions"]["T"] + 1)


def cells_of(assignments: Iterable[Mapping[str, Any]]) -> Cells:
    """Return the assignments of a JSON result, whose days count from 0."""
    return {(int(a["person"][1:]), a["day"] + 1): LETTERS[a["shift"]] for a in assignments}


def cells_of_answer(case: Mapping[str, Any], answer: Mapping[str, Any]) -> Cells:
    """Return what an answer in the form of the set makes of the schedule in force."""
    cells = reference(case)
    for one in answer["schedule_delta"]["changes"]:
        cells[one["i"], one["t"]] = one["s"]
    return {cell: shift for cell, shift in cells.items() if shift}


def breaches(case: Mapping[str, Any], cells: Cells) -> Iterator[str]:
    """Yield what is against the hard constraints, as sentences."""
    data = case["params"]
    before = reference(case)
    for t in days(case):
        for shift in (1, 2, 3):
            there = sum(cells.get((i, t)) == shift for i in range(case["dimensions"]["I"]))
            if there < data["r"][t][shift]:
                yield f"day {t}: {there} on shift {shift}, {data['r'][t][shift]} asked for"
    for (i, t), shift in sorted(cells.items()):
        if not data["a"][i][t][shift]:
            yield f"{i}: shift {shift} on day {t} is closed"
        if [shift, cells.get((i, t + 1), 0)] in data["P"]:
            yield f"{i}: shift {cells[i, t + 1]} follows {shift} on day {t + 1}"
    for i in range(case["dimensions"]["I"]):
        for t in data["T_fix"]:
            if cells.get((i, t)) != before.get((i, t)):
                yield f"{i}: day {t} is frozen"
        for week in case["weeks"]["T_w"]:
            hours = sum(data["h"][cells.get((i, t), 0)] for t in week)
            if hours > data["H_max"][i]:
                yield f"{i}: {hours} h in the week of day {week[0]}"


def objectives(case: Mapping[str, Any], cells: Cells) -> dict[str, int]:
    """Return the four objectives by the names of the set."""
    data, before = case["params"], reference(case)
    people = range(case["dimensions"]["I"])
    changed = [sum(cells.get((i, t)) != before.get((i, t)) for t in data["T_rep"]) for i in people]
    more = 0
    for i in people:
        for week in case["weeks"]["T_w"]:
            new, old = (sum(data["h"][x.get((i, t), 0)] for t in week) for x in (cells, before))
            more += max(0, new - old)
    return {
        "f_stab": sum(changed),
        "f_ot": more,
        "f_pref": sum(data["c"][i][t][cells.get((i, t), 0)] for i in people for t in data["T_rep"]),
        "f_fair": max(changed),
    }
