"""The sheet of cycles, and who sits on which of their lines: every fault with its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from rotaplan.domain.rotation import Rotation
from rotaplan.sheets import Reading
from tests.sheets.books import MONDAY, Book, base, places, read

DAYS = ["Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"]
DAYS_EN = ["Tu", "We", "Th", "Fr", "Sa", "Sunday"]
LINES = (
    ["3×8", 1, "M", "M", "M", "M", "M", None, "RH"],
    ["3×8", 2, "N", "N", None, None, "N", "N", "N"],
)


def book(*lines: list[Any], seats: dict[str, list[Any]] | None = None) -> Book:
    """Return a workbook with a cycle, and people on it (cycle, line, date)."""
    made = base()
    made["Roulements"] = [["Roulement", "Ligne", *DAYS], *lines]
    made["Agents"][0] += ["Roulement", "Ligne", "Ligne au"]
    for row in made["Agents"][1:]:
        row += (seats or {}).get(row[0], [None, None, None])
    return made


def errors(reading: Reading) -> list[tuple[str, str]]:
    return places([one for one in reading.problems if one.severity == "error"])


def test_a_cycle_and_who_sits_where(tmp_path: Path) -> None:
    found = read(tmp_path, book(*LINES, seats={"007": ["3x8", 2, None], "008": ["3×8", 2, None]}))
    assert errors(found) == [("rotation-unknown", "Agents!G2")]
    found = read(tmp_path, book(*LINES, seats={"007": ["3×8", 2, None], "008": ["3×8", 1, None]}))
    assert errors(found) == []
    scenario = found.scenario
    assert scenario is not None
    week = ("M", "M", "M", "M", "M", "", ""), ("N", "N", "", "", "N", "N", "N")
    assert scenario.rotations == (Rotation(name="3×8", lines=week),)
    anne, luc, zoe = (scenario.person[one] for one in ("007", "008", "009"))
    assert [scenario.cycle_code(anne, day) for day in (0, 2, 6, 7, -7)] == ["N", "", "N", "M", "M"]
    assert [scenario.cycle_code(luc, day) for day in (0, 5, 7, 13)] == ["M", "", "N", "N"]
    assert scenario.cycle_code(zoe, 0) is None


def test_a_line_holds_in_the_week_of_its_date(tmp_path: Path) -> None:
    """On a Wednesday two weeks and a bit before the start: three Mondays earlier, one line on."""
    seats = {"007": ["3×8", 2, MONDAY - dt.timedelta(days=19)]}
    scenario = read(tmp_path, book(*LINES, seats=seats)).scenario
    assert scenario is not None
    assert scenario.cycle_code(scenario.person["007"], 0) == "M"
    assert scenario.cycle_code(scenario.person["007"], -21) == "N"


def test_a_plan_may_begin_inside_a_week(tmp_path: Path) -> None:
    made = book(*LINES, seats={"007": ["3×8", 1, None]})
    made["Paramètres"][0][1] = MONDAY + dt.timedelta(days=4)
    scenario = read(tmp_path, made).scenario
    assert scenario is not None
    assert [scenario.cycle_code(scenario.person["007"], day) for day in (0, 1, 3)] == ["M", "", "N"]


def test_english_headings_and_lines_in_any_order(tmp_path: Path) -> None:
    made = book(LINES[1], LINES[0])
    made["Rotations"] = made.pop("Roulements")
    made["Rotations"][0] = ["Rotation", "Line", "Monday", *DAYS_EN]
    scenario = read(tmp_path, made).scenario
    assert scenario is not None
    assert scenario.rotations[0].lines[0][:2] == ("M", "M")


@pytest.mark.parametrize(
    ("at", "value", "code", "place"),
    [
        ((0, 2), "MM", "code-unknown", "C2"),
        ((0, 2), dt.date(2027, 5, 1), "code-mangled", "C2"),
        ((1, 4), "CA", "rotation-leave", "E3"),
        ((1, 1), 1, "rotation-line-twice", "B3"),
        ((1, 1), 3, "rotation-line-missing", "B3"),
        ((1, 1), 0, "number-out-of-range", "B3"),
        ((1, 1), "b", "count-unreadable", "B3"),
        ((1, 1), None, "cell-required", "B3"),
        ((1, 0), None, "cell-required", "A3"),
    ],
)
def test_a_fault_of_the_cycle_is_named_with_its_cell(
    tmp_path: Path, at: tuple[int, int], value: object, code: str, place: str
) -> None:
    lines = [list(line) for line in LINES]
    lines[at[0]][at[1]] = value
    found = errors(read(tmp_path, book(*lines)))
    assert (code, f"Roulements!{place}") in found
    assert {where for _, where in found} == {f"Roulements!{place}"}


@pytest.mark.parametrize(
    ("seat", "code", "place"),
    [
        (["3×8", 3, None], "line-unknown", "H2"),
        (["3×8", None, MONDAY], "line-missing", "I2"),
        ([None, 1, None], "line-without-rotation", "H2"),
        (["2×8", 1, None], "rotation-unknown", "G2"),
        (["3×8", 0, None], "number-out-of-range", "H2"),
        (["3×8", 1, "31/02/2027"], "date-impossible", "I2"),
        ([None, None, MONDAY], "line-without-rotation", "I2"),
    ],
)
def test_a_fault_of_a_seat_is_named_with_its_cell(
    tmp_path: Path, seat: list[Any], code: str, place: str
) -> None:
    found = read(tmp_path, book(*LINES, seats={"007": seat}))
    assert errors(found) == [(code, f"Agents!{place}")]
    assert found.scenario is None


def test_a_cycle_of_one_line_needs_no_number(tmp_path: Path) -> None:
    scenario = read(tmp_path, book(LINES[0], seats={"007": ["3×8", None, None]})).scenario
    assert scenario is not None
    assert scenario.cycle_code(scenario.person["007"], 7) == "M"


def test_a_line_left_open_is_told_and_followed_by_nobody_yet(tmp_path: Path) -> None:
    found = read(tmp_path, book(*LINES, seats={"007": ["3×8", None, None]}))
    assert errors(found) == []
    assert ("line-open", "Agents!G2") in places(list(found.problems))
    assert found.scenario is not None
    anne = found.scenario.person["007"]
    assert found.scenario.cycle_code(anne, 0) is None
    assert anne.seat is not None
    assert str(anne.seat.origin) == "Agents!H2"


def test_cycles_named_without_a_sheet_of_cycles_are_told_and_left_alone(tmp_path: Path) -> None:
    made = book(seats={"007": ["3×8", 2, None]})
    del made["Roulements"]
    found = read(tmp_path, made)
    assert errors(found) == []
    assert ("rotations-missing", "Agents!G2") in places(list(found.problems))
    assert found.scenario is not None
    assert found.scenario.cycle_code(found.scenario.person["007"], 0) is None
