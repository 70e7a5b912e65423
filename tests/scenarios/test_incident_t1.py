"""The breakdown of T1, re-planned twice from the command line and judged by somebody else."""

from __future__ import annotations

import json
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rotaplan.cli import main

FOLDER = Path(__file__).resolve().parents[2] / "scenarios/regie_transports"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
FIRST, SECOND = "incident_t1.xlsx", "incident_t1_suite.xlsx"
PLANS = ("1_fewest", "2_balanced", "3_most")
sys.path.insert(0, str(FOLDER))
try:
    import evaluate_replan as evaluation
    import workbooks
finally:
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the published plan, three re-plans of it, and three of the second."""
    work = tmp_path_factory.mktemp("breakdown")
    for name in ("publie.xlsx", FIRST, SECOND):
        shutil.copy(FOLDER / name, work / name)
    for file, incident in (("publie", FIRST), ("publie_replan_2_balanced", SECOND)):
        words = ["replan", str(work / f"{file}.xlsx"), str(work / incident), "--reproducible"]
        run = CliRunner().invoke(main, [*words, "--json", str(work / f"{file}.json")])
        assert run.exit_code == 0, run.output
    return work


@cache
def verdict(folder: Path, incident: str, plan: str) -> dict[str, Any]:
    """Return what the evaluation says of a plan of the first or the second re-plan."""
    files = [folder / "publie.xlsx", folder / FIRST]
    if incident == FIRST:
        return evaluation.judge_files([*files, folder / f"publie_replan_{plan}.xlsx"])["first"]
    first = "publie_replan_2_balanced"
    second = [folder / f"{first}.xlsx", folder / SECOND, folder / f"{first}_replan_{plan}.xlsx"]
    told = evaluation.judge_files([*files, *second])
    return {**told["second"], **told["stability"]}


@pytest.mark.slow
@pytest.mark.parametrize("incident", [FIRST, SECOND])
def test_the_balanced_plan_keeps_every_bound(folder: Path, incident: str) -> None:
    found, bounds = verdict(folder, incident, "2_balanced"), EXPECTED[incident]
    assert found["bus_asked"] == bounds["bus_duties"]
    assert len(found["bus_open"]) <= bounds["bus_duties_open_at_most"]
    assert len(found["outside"]) <= bounds["duties_changed_outside_t1_and_reserve_at_most"]
    assert len(found["notified"]) <= bounds["people_notified_at_most"]
    assert len(found["residue"]) == bounds["cells_changed_after_the_breakdown"]
    assert found.get("share", 0) <= bounds.get("share_of_new_cells_changed_again_at_most", 0)


@pytest.mark.slow
@pytest.mark.parametrize("incident", [FIRST, SECOND])
@pytest.mark.parametrize("plan", PLANS)
def test_no_plan_breaks_a_rule_or_takes_a_rest(folder: Path, incident: str, plan: str) -> None:
    found, bounds = verdict(folder, incident, plan), EXPECTED[incident]
    assert len(found["breaches"]) == bounds["strict_violations"], found["breaches"]
    assert len(found["rests_cancelled"]) == bounds["rests_cancelled_without_consent"]
    assert len(found["school_open"]) == bounds["school_duties_open"]


@pytest.mark.slow
@pytest.mark.parametrize("file", ["publie", "publie_replan_2_balanced"])
def test_what_is_told_is_what_was_changed(folder: Path, file: str) -> None:
    before = workbooks.read_book(folder / f"{file}.xlsx")
    answer = json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))
    for at, plan in enumerate(answer["plans"]):
        after = workbooks.read_book(folder / f"{file}_replan_{PLANS[at]}.xlsx")
        changed = {
            (person, str(day), before.cells.get((person, day)), after.cells.get((person, day)))
            for person, day in evaluation.differing(before, after)
        }
        told = {
            (one["person"], one["date"], one["before"], one["after"]) for one in plan["changes"]
        }
        assert told == changed
        assert plan["figures"]["told"] == len({person for person, *_ in changed})


@pytest.mark.slow
def test_the_plans_differ(folder: Path) -> None:
    for incident in (FIRST, SECOND):
        found = [verdict(folder, incident, plan) for plan in PLANS]
        open_posts = [len(one["bus_open"]) + len(one["agents_open"]) for one in found]
        assert open_posts == sorted(open_posts, reverse=True)
        assert len(found[0]["notified"]) < len(found[1]["notified"])
        assert open_posts[0] > open_posts[2]
