"""The second opinion on the transport scenario objects to what a plan breaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "scenarios/regie_transports"


@pytest.fixture(scope="module")
def opinion() -> Any:
    """Return a function from assignments to a verdict on base.xlsx."""
    sys.path.insert(0, str(FOLDER))
    try:
        from evaluate import evaluate
        from generate import draw
    finally:
        sys.path.remove(str(FOLDER))
    made = draw()

    def judge(*assignments: tuple[str, int, str]) -> Any:
        return evaluate(
            made,
            made.away,
            [{"person": person, "day": day, "shift": code} for person, day, code in assignments],
        )

    return judge


def test_an_empty_plan_leaves_everything_open(opinion: Any) -> None:
    assert opinion() == (1476, 192, [])


def test_one_duty_is_one_less(opinion: Any) -> None:
    assert opinion(("REG-094", 2, "T1-01"))[:2] == (1475, 192)
    assert opinion(("REG-094", 2, "RM"))[:2] == (1476, 191)


@pytest.mark.parametrize(
    ("assignments", "words"),
    [
        ([("REG-094", 2, "L1-01")], "may not drive"),
        ([("REG-033", 10, "L1-01")], "may not drive"),
        ([("REG-101", 14, "T1-01")], "may not drive"),
        ([("REG-012", 2, "RS")], "may not drive"),
        ([("REG-094", 5, "T1-05")], "too many"),
        ([("REG-094", 2, "T1-12"), ("REG-094", 3, "T1-01")], "of rest"),
        ([("REG-044", 2, "RM")], "not theirs"),
        ([("REG-094", 2, "T1-01"), ("REG-094", 2, "T1-02")], "two duties"),
        ([("REG-094", day, "T1-01") for day in range(7, 13)], "too much work"),
        ([("REG-094", day, "T1-01") for day in range(8, 15)], "7 days in a row"),
        ([("REG-094", day, "T1-01") for day in (6, 12, 20, 26)], "every weekend"),
    ],
)
def test_objects(opinion: Any, assignments: list[tuple[str, int, str]], words: str) -> None:
    assert any(words in breach for breach in opinion(*assignments).breaches)


def test_the_night_of_the_clock_change_is_an_hour_shorter(opinion: Any) -> None:
    """T1-12 ends on Sunday 28 March at 01:00; T1-07 begins at 11:50 by the new clock."""
    breaches = opinion(("REG-094", 19, "T1-12"), ("REG-094", 20, "T1-07")).breaches
    assert "REG-094: 590 min of rest" in breaches
