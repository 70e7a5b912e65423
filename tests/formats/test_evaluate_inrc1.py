"""The evaluator reproduces the expected costs of the public evaluator's own cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.formats.evaluate_inrc1 import FOLDER, Problem, costs, solution, uncovered

needs_instances = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public instances are not beside this repository"
)


def expected_cases() -> list[tuple[str, str, int, int]]:
    """Return problem, solution, cost and hard violations of each case."""
    table = FOLDER / "unit_tests/test_solutions_cost.txt"
    if not table.is_file():
        return []
    found = []
    line = r"^test (\d+)(\w?) - solution (\d+): (\d+)(?: \(Hard constraint: (\d+)\))?"
    for number, letter, which, cost, hard in re.findall(
        line, table.read_text(encoding="utf-8"), re.MULTILINE
    ):
        (path,) = [
            one.stem
            for one in table.parent.glob(f"test_{int(number):02d}{letter}_*.xml")
            if "solution" not in one.stem
        ]
        found.append((path, f"{path}_solution_{int(which):02d}", int(cost), int(hard or 0)))
    return found


CASES = expected_cases()


def case_path(name: str) -> Path:
    return FOLDER / "unit_tests" / f"{name}.xml"


@needs_instances
def test_every_solution_has_a_case() -> None:
    files = {one.stem for one in (FOLDER / "unit_tests").glob("*_solution_*.xml")}
    assert {which for _, which, _, _ in CASES} == files
    assert len(CASES) >= 36


@needs_instances
@pytest.mark.parametrize(("name", "which", "cost", "hard"), CASES, ids=[case[1] for case in CASES])
def test_expected_costs(name: str, which: str, cost: int, hard: int) -> None:
    problem = Problem(case_path(name))
    roster = solution(problem, case_path(which))
    assert sum(costs(problem, roster).values()) == cost
    assert uncovered(problem, roster) == hard
