"""The evaluator reproduces the official report and the costs computed from it."""

from __future__ import annotations

import re

import pytest

from tests.formats.evaluate_inrc2 import DATASETS, Problem, breaches, costs, shipped, walk

needs_instances = pytest.mark.skipif(
    not DATASETS.is_dir(), reason="the public instances are not beside this repository"
)
SHIPPED = {
    "n005w4_0_1-2-3-3": 1695,
    "n005w4_1_5-3-1-0": 2010,
    "n005w4_2_6-7-8-9": 1720,
    "n012w8_0_3-5-0-2-0-4-5-2": 3295,
    "n012w8_1_7-7-0-8-9-3-2-6": 3805,
    "n012w8_2_4-5-6-7-2-1-2-1": 3745,
    "n021w4_0_5-4-1-2": 2305,
    "n021w4_1_0-6-1-6": 2305,
    "n021w4_2_8-1-4-3": 2345,
}
LINES = {
    "Total assignment constraints": "totals",
    "Consecutive constraints": "runs",
    "Non working days constraints": "days_off",
    "Preferences": "requests",
    "Max working weekend": "weekends",
    "Complete weekends": "whole_weekends",
    "Optimal coverage constraints": "cover",
}


@needs_instances
def test_reproduces_the_official_report() -> None:
    report = DATASETS / "n005w4/Solution_H_0-WD_1-2-3-3/validator.txt"
    printed = dict(re.findall(r"^(.+): (\d+)$", report.read_text(encoding="utf-8"), re.MULTILINE))
    problem, roster = Problem("n005w4_0_1-2-3-3"), shipped("n005w4_0_1-2-3-3")
    assert costs(problem, roster) == {name: int(printed[line]) for line, name in LINES.items()}
    assert sum(costs(problem, roster).values()) == int(printed["Total cost"]) == 1695
    assert breaches(problem, roster) == []


@needs_instances
@pytest.mark.parametrize(("identifier", "cost"), SHIPPED.items())
def test_costs_of_all_shipped_solutions(identifier: str, cost: int) -> None:
    problem, roster = Problem(identifier), shipped(identifier)
    assert sum(costs(problem, roster).values()) == cost
    assert breaches(problem, roster) == []


@needs_instances
def test_objects_to_each_hard_constraint() -> None:
    problem, roster = Problem("n005w4_0_1-2-3-3"), shipped("n005w4_0_1-2-3-3")
    assert breaches(problem, {**roster, ("Sara", 3): ("Night", "HeadNurse")})[0].startswith("(3,")
    assert "Sara is no HeadNurse (day 3)" in breaches(
        problem, {**roster, ("Sara", 3): ("Night", "HeadNurse")}
    )
    assert "Sara: Late follows Night on day 4" in breaches(
        problem, {**roster, ("Sara", 4): ("Late", "Nurse")}
    )
    assert "Sara: Early follows Late on day 0" in breaches(
        problem, {**roster, ("Sara", 0): ("Early", "Nurse")}
    )
    alone = {key: cell for key, cell in roster.items() if key != ("Nguyen", 0)}
    assert breaches(problem, alone) == ["(0, 'Early', 'Nurse'): 0 where 1 must be"]


@pytest.mark.parametrize(
    ("line", "counter", "amiss"),
    [
        ("ww..w", 0, 1),  # one day short; the last run is open
        ("..www", 1, 2),  # the history's run ends on the first day
        (".....", 0, 0),
        ("wwww.", 0, 0),
        ("wwwww", 0, 1),
        ("wwww.", 2, 2),  # two days beyond four
        ("w....", 6, 1),  # the history alone is two too long
    ],
)
def test_runs_between_three_and_four(line: str, counter: int, amiss: int) -> None:
    assert walk(list(line), "w", counter, 3, 4) == amiss
