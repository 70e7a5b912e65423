"""Notebooks run from the first cell to the last, and what is committed of them can be shown."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
RUN = runpy.run_path(str(FOLDER / "run.py"))
NOTEBOOKS: list[Path] = RUN["notebooks"]()


def cells(path: Path) -> list[dict[str, Any]]:
    """Return the cells with code."""
    book = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in book["cells"] if cell["cell_type"] == "code"]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 6


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_its_assertions_hold(path: Path) -> None:
    book = RUN["executed"](path)
    assert all(cell.execution_count for cell in book.cells if cell.cell_type == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_committed_outputs_are_whole_and_clean(path: Path) -> None:
    """Every cell was run in order without an error; no path, no time and no warning is shown."""
    found = cells(path)
    assert [cell["execution_count"] for cell in found] == list(range(1, len(found) + 1))
    outputs = [output for cell in found for output in cell["outputs"]]
    assert outputs
    assert not [one for one in outputs if one["output_type"] == "error"]
    assert not [one for one in outputs if one.get("name") == "stderr"]
    shown = [
        "".join(text)
        for one in outputs
        for kind, text in {**one.get("data", {}), "text": one.get("text", "")}.items()
        if not kind.startswith("image/png")
    ]
    assert not [text for text in shown if re.search(r"/(home|tmp|root|Users)/|0x[0-9a-f]{8}", text)]
    assert all(cell["metadata"] == {} for cell in found)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_ends_in_a_decision(path: Path) -> None:
    book = json.loads(path.read_text(encoding="utf-8"))
    last = [cell for cell in book["cells"] if cell["cell_type"] == "markdown"][-1]
    assert "".join(last["source"]).startswith("## La décision")
