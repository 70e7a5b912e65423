"""The table of strategies against the plain model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.strategies import Answered, Asked, keep, kept, page, verdict

ASKED = Asked(name="1", seed=1, strategy="model", seconds=10, workers=2, sources="s")
PLAIN = Answered(status="feasible", costs=(0, 9), opinion="cost 9", seconds=1.0, load=0.5)


def test_levels_are_compared_in_order() -> None:
    assert verdict(PLAIN, PLAIN) == "equal"
    assert verdict(PLAIN, replace(PLAIN, costs=(1, 0))) == "worse"
    assert verdict(PLAIN, replace(PLAIN, costs=(0, 8))) == "better"
    assert verdict(PLAIN, replace(PLAIN, costs=None)) == "worse"
    assert verdict(replace(PLAIN, costs=None), PLAIN) == "better"


def test_runs_are_kept_and_told(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    runs = {ASKED: PLAIN, replace(ASKED, strategy="auto"): replace(PLAIN, costs=(0, 10))}
    for asked, answered in runs.items():
        keep(path, asked, answered)
    assert kept(path) == runs
    text = "\n".join(page(runs, 2))
    assert (
        "| 1 | 1 | auto | 10 | 0, 9 | feasible | 0, 10 | feasible | cost 9 | 1.0 | worse |" in text
    )
    assert "* auto: 0 better, 0 equal, 1 worse" in text
