"""An instance of rotating workforce scheduling read and a grid checked, with no line of rotaplan.

Written from the description of the problem alone: one cyclic sequence of 7 n days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "shared" / "benchmarks" / "rws"
CLASSICAL = [FOLDER / "musliu20" / f"Example{number}.txt" for number in range(1, 21)]


@dataclass(frozen=True)
class Problem:
    """What an instance asks: requirements by shift, bounds on blocks, forbidden sequences."""

    employees: int
    required: dict[str, list[int]]
    blocks: dict[str, tuple[int, int]]
    off: tuple[int, int]
    work: tuple[int, int]
    pairs: set[tuple[str, str]]
    triples: set[tuple[str, str]]


def read(path: Path) -> Problem:
    """Read an instance file of any of the three public forms."""
    text = path.read_text()
    return _text(text) if path.suffix == ".txt" else _data(text)


def _text(text: str) -> Problem:
    tokens = re.sub(r"#.*", "", text).split()
    seven, employees, count = (int(tokens.pop(0)) for _ in range(3))
    assert seven == 7
    rows = [[int(tokens.pop(0)) for _ in range(7)] for _ in range(count)]
    shifts = [[tokens.pop(0) for _ in range(5)] for _ in range(count)]
    off, work, sequences = ((int(tokens.pop(0)), int(tokens.pop(0))) for _ in range(3))
    pairs = {(tokens.pop(0), tokens.pop(0)) for _ in range(sequences[0])}
    triples = set()
    for _ in range(sequences[1]):
        first, dash, then = (tokens.pop(0) for _ in range(3))
        assert dash == "-"
        triples.add((first, then))
    assert not tokens
    return Problem(
        employees,
        {shift[0]: row for shift, row in zip(shifts, rows, strict=True)},
        {shift[0]: (int(shift[3]), int(shift[4])) for shift in shifts},
        off,
        work,
        pairs,
        triples,
    )


def _data(text: str) -> Problem:
    def numbers(*names: str) -> list[int]:
        for name in names:
            found = re.search(rf"^{name}\s*=(.*?);", text, re.M | re.S)
            if found:
                return [int(one) for one in re.findall(r"\d+", found.group(1))]
        raise AssertionError(names)

    (count,) = numbers("numShifts", "nb_shifts")
    codes = "DAN"[:count]
    rows = numbers("demand", "temp_req")
    low, high = numbers("minShift", "shift_block_min"), numbers("maxShift", "shift_block_max")
    pairs, triples = set(), set()
    if "groups" in text:
        sets = re.search(r"^forbidden\s*=\s*\[(.*?)\];", text, re.M | re.S)
        assert sets is not None
        for first, group in enumerate(re.findall(r"\{(.*?)\}", sets.group(1))):
            pairs |= {(codes[first], codes[int(then) - 1]) for then in re.findall(r"\d+", group)}
        three = numbers("forbidden3")
        triples = {
            (codes[three[at] - 1], codes[three[at + 2] - 1]) for at in range(0, len(three), 3)
        }
    else:
        rests = re.findall("true|false", text)
        before, after = numbers("forbidden_before"), numbers("forbidden_after")
        for a, b, rest in zip(before, after, rests, strict=True):
            (triples if rest == "true" else pairs).add((codes[a - 1], codes[b - 1]))
    return Problem(
        numbers("groups", "nb_workers")[0],
        {code: rows[7 * i : 7 * i + 7] for i, code in enumerate(codes)},
        {code: (low[i], high[i]) for i, code in enumerate(codes)},
        (numbers("minOff", "min_daysoff")[0], numbers("maxOff", "max_daysoff")[0]),
        (numbers("minOn", "min_work")[0], numbers("maxOn", "max_work")[0]),
        pairs,
        triples,
    )


def breaches(problem: Problem, grid: list[list[str | None]]) -> list[str]:
    """Return what a grid breaks; an empty cell is a day off."""
    found = []
    if [len(row) for row in grid] != [7] * problem.employees:
        return ["size"]
    for code, row in problem.required.items():
        for weekday, required in enumerate(row):
            held = sum(line[weekday] == code for line in grid)
            if held != required:
                found.append(f"demand {code} {weekday}: {held} for {required}")
    days = [cell or "-" for line in grid for cell in line]
    found += [f"unknown {one}" for one in set(days) - {"-", *problem.required}]
    found += _lengths(["-" if day == "-" else "x" for day in days], "-", problem.off)
    found += _lengths(["-" if day == "-" else "x" for day in days], "x", problem.work)
    for code, bounds in problem.blocks.items():
        found += _lengths(days, code, bounds)
    for at, first in enumerate(days):
        second, third = days[(at + 1) % len(days)], days[(at + 2) % len(days)]
        if (first, second) in problem.pairs:
            found.append(f"sequence {first} {second} at {at}")
        if second == "-" and (first, third) in problem.triples:
            found.append(f"sequence {first} - {third} at {at}")
    return found


def _lengths(days: list[str], kind: str, bounds: tuple[int, int]) -> list[str]:
    """Return the cyclic runs of a kind that are too short or too long."""
    if kind not in days:
        return []
    turn = next((at for at, day in enumerate(days) if day != kind), None)
    if turn is None:
        return [f"run {kind} never ends"]
    runs = [(day, len(list(run))) for day, run in groupby(days[turn:] + days[:turn])]
    return [
        f"run {kind} of {length}"
        for day, length in runs
        if day == kind and not bounds[0] <= length <= bounds[1]
    ]
