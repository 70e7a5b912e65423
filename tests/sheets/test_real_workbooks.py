"""Workbooks that were found in the wild: whatever they hold, they are read to the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from rotaplan.sheets import read_workbook
from rotaplan.sheets.problems import render

FOLDER = Path(__file__).parents[2].parent / "shared" / "benchmarks" / "workbooks"
FOUND = sorted(FOLDER.glob("*.xlsx"))


@pytest.mark.skipif(not FOUND, reason="the collected workbooks are not beside the repository")
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_a_foreign_workbook_is_told_what_it_lacks(path: Path) -> None:
    reading = read_workbook(path)
    assert reading.scenario is None
    missing = [problem for problem in reading.problems if problem.code == "sheet-missing"]
    assert missing
    for problem in reading.problems:
        assert "\n" not in render(problem, "fr").strip("\n")
        assert render(problem, "en")
