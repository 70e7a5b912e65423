"""The evaluator of re-planned schedules names every planted error, and counts as by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.formats.evaluate_rerostering import (
    CASES,
    breaches,
    cells_of,
    cells_of_answer,
    load,
    name_of,
    objectives,
    proven,
    reference,
)

needs_cases = pytest.mark.skipif(
    not CASES, reason="the public cases are not beside this repository"
)


def tiny() -> dict[str, Any]:
    """Return three people over two weeks: week 1 is frozen, person 0 is away on days 9 and 10."""
    rows = ["EE.EE.. EEE.L..", "LL.LL.. LL.LL..", "..E..N. ..N...."]
    sigma = [[0, *(".ELN".index(c) for c in row if c != " ")] for row in rows]
    days = 14
    everything = [[[1, 1, 1, 1] for _ in range(days + 1)] for _ in rows]
    after = [[list(cell) for cell in line] for line in everything]
    for day in (9, 10):
        after[0][day] = [1, 0, 0, 0]
    cost = [[[0, 1, 2, 5] for _ in range(days + 1)] for _ in rows]
    return {
        "dataset_id": "tiny",
        "case_id": "tiny-1",
        "dimensions": {"I": len(rows), "T": days, "S": 4},
        "weeks": {"T_w": [list(range(1, 8)), list(range(8, 15))]},
        "params": {
            "sigma": sigma,
            "r": [[0, 0, 0, 0] for _ in range(9)]
            + [[0, 1, 0, 0], [0, 1, 0, 0]]
            + [[0, 0, 0, 0] for _ in range(4)],
            "a_base": everything,
            "a": after,
            "c": cost,
            "h": [0, 8, 8, 8],
            "H_max": [40, 40, 40],
            "P": [[3, 1], [2, 1]],
            "T_fix": list(range(1, 8)),
            "T_rep": list(range(8, 15)),
        },
        "scenario": {"events": [{"i": 0, "t_start": 9, "duration": 2}]},
    }


def test_costs_by_hand() -> None:
    """Person 2 takes the earlies of days 9 and 10, and gives up the night of day 10."""
    case = tiny()
    cells = reference(case)
    for day in (9, 10):
        del cells[0, day]
        cells[2, day] = 1
    assert list(breaches(case, cells)) == []
    # Changed: 0 on two days, 2 on two. Hours: 2 works 16 instead of 8. Preferences of week 2:
    # E 1 + L 2 for person 0, four lates 8 for person 1, two earlies 2 for person 2.
    assert objectives(case, cells) == {"f_stab": 4, "f_ot": 8, "f_pref": 13, "f_fair": 2}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({(2, 9): 0}, "day 9: 0 on shift 1, 1 asked for"),
        ({(0, 9): 1}, "0: shift 1 on day 9 is closed"),
        ({(0, 13): 1}, "0: shift 1 follows 2 on day 13"),
        ({(1, 5): 0}, "1: day 5 is frozen"),
        ({(1, 3): 1}, "1: day 3 is frozen"),
        ({(1, 10): 2, (1, 13): 3}, "1: 48 h in the week of day 8"),
    ],
)
def test_planted_errors(changes: dict[tuple[int, int], int], sentence: str) -> None:
    case = tiny()
    cells = reference(case)
    for day in (9, 10):
        del cells[0, day]
        cells[2, day] = 1
    cells = {cell: shift for cell, shift in {**cells, **changes}.items() if shift}
    assert sentence in list(breaches(case, cells))


def test_both_forms_of_an_answer_mean_the_same() -> None:
    case = tiny()
    answer = {"schedule_delta": {"changes": [{"i": 0, "t": 9, "s": 0}, {"i": 2, "t": 14, "s": 3}]}}
    cells = cells_of_answer(case, answer)
    letters = {1: "E", 2: "L", 3: "N"}
    assert cells == cells_of(
        {"person": f"P{i:03d}", "day": t - 1, "shift": letters[shift]}
        for (i, t), shift in cells.items()
    )
    assert cells.keys() ^ reference(case).keys() == {(0, 9), (2, 14)}


@needs_cases
@pytest.mark.parametrize("path", CASES, ids=name_of)
def test_what_the_published_schedules_break_is_what_the_absences_take(path: Path) -> None:
    case = load(path)
    cells = reference(case)
    lost = {
        (event["i"], day)
        for event in case["scenario"]["events"]
        for day in range(event["t_start"], event["t_start"] + event["duration"])
    } & cells.keys()
    assert set(breaches(case, cells)) == {
        f"{i}: shift {cells[i, t]} on day {t} is closed" for i, t in lost
    }
    assert proven()[name_of(path)] >= len(lost)
    assert objectives(case, cells)["f_stab"] == 0
    assert objectives(case, cells)["f_ot"] == 0
