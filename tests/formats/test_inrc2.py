"""Instances of the second competition become workbooks whose cost is the competition's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from rotaplan.api import Settings, solve
from rotaplan.cli import main
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import WorkbookError
from rotaplan.formats.inrc2 import convert, read_instance
from rotaplan.judge import judge
from rotaplan.sheets import read_workbook
from tests.formats.evaluate_inrc2 import (
    DATASETS,
    NAMES,
    Problem,
    Roster,
    breaches,
    costs,
    shipped,
)
from tests.formats.test_evaluate_inrc2 import SHIPPED, needs_instances

CONSTRAINT = {
    "days_period": "totals",
    "work_run": "runs",
    "code_run": "runs",
    "off_run": "days_off",
    "requests": "requests",
    "weekends_max": "weekends",
    "weekend_complete": "whole_weekends",
    "cover_target": "cover",
}


def read(source: Path, target: Path, language: Language = "fr") -> Scenario:
    convert(source, target, language)
    reading = read_workbook(target)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def verdict(scenario: Scenario, roster: Roster) -> Report:
    return judge(
        scenario,
        Schedule.of(
            scenario,
            [
                Assignment(person=nurse, day=day, shift=shift, skill=skill)
                for (nurse, day), (shift, skill) in roster.items()
            ],
        ),
    )


def by_constraint(report: Report) -> dict[str, int]:
    found = Counter(dict.fromkeys(NAMES, 0))
    for one in report.violations:
        if one.rule in CONSTRAINT:
            assert one.level == 4
            found[CONSTRAINT[one.rule]] += one.amount * one.weight
    return dict(found)


@needs_instances
def test_official_report_component_by_component(tmp_path: Path) -> None:
    name = "n005w4_0_1-2-3-3"
    report = verdict(read(DATASETS / name, tmp_path / "i.xlsx"), shipped(name))
    assert report.clean
    assert by_constraint(report) == {
        "totals": 320,
        "runs": 465,
        "days_off": 330,
        "requests": 70,
        "weekends": 210,
        "whole_weekends": 60,
        "cover": 240,
    }
    assert report.cost == 1695
    assert dict(report.cost_by_level) == {4: 1695}


@needs_instances
@pytest.mark.parametrize(("name", "cost"), SHIPPED.items())
def test_shipped_solutions_cost_what_the_competition_says(
    name: str, cost: int, tmp_path: Path
) -> None:
    report = verdict(read(DATASETS / name, tmp_path / "i.xlsx", "en"), shipped(name))
    assert report.clean
    assert dict(report.cost_by_level) == {4: cost}


def draw(rng: Random, problem: Problem) -> Roster:
    """Return a roster with long and short runs of one shift, some of them in a wrong skill."""
    roster: Roster = {}
    shifts, skills = sorted(problem.shifts), sorted({key[2] for key in problem.least})
    for nurse, (_, held) in problem.nurses.items():
        day = 0
        while day < problem.days:
            shift = rng.choice(["", "", *shifts])
            for _ in range(rng.randint(1, 7)):
                if shift and day < problem.days:
                    wrong = rng.random() < 0.02
                    roster[nurse, day] = (shift, rng.choice(skills if wrong else sorted(held)))
                day += 1
    return roster


@needs_instances
@pytest.mark.parametrize(
    "name",
    ["n005w4_1_5-3-1-0", "n012w8_2_4-5-6-7-2-1-2-1", "n021w4_0_5-4-1-2", "n030w4_2_6-2-9-1"],
)
def test_judge_and_evaluator_agree_on_random_rosters(name: str, tmp_path: Path) -> None:
    problem, scenario = Problem(name), read(DATASETS / name, tmp_path / "i.xlsx")
    rng = Random(name)
    for _ in range(5):
        roster = draw(rng, problem)
        report = verdict(scenario, roster)
        assert by_constraint(report) == costs(problem, roster)
        hard = Counter(
            {
                "cover_minimum": sum("must be" in words for words in breaches(problem, roster)),
                "required_skill": sum("is no" in words for words in breaches(problem, roster)),
                "forbidden_succession": sum(
                    "follows" in words for words in breaches(problem, roster)
                ),
            }
        )
        found = Counter(one.rule for one in report.violations if one.rule not in CONSTRAINT)
        assert found == +hard


@needs_instances
def test_both_languages_read_as_the_same_scenario(tmp_path: Path) -> None:
    name = DATASETS / "n030w4_1_6-2-9-1"
    french, english = read(name, tmp_path / "f.xlsx", "fr"), read(name, tmp_path / "e.xlsx", "en")
    assert (french.language, english.language) == ("fr", "en")
    assert french.history == english.history
    for scenario in (french, english):
        assert len(scenario.people) == 30
        assert len(scenario.demand) == 28 * 16
        assert (scenario.horizon.days, scenario.horizon.history_days) == (28, 6)
    assert len(french.wishes) == len(english.wishes) > 0
    assert [one.key for one in french.rules] == [one.key for one in english.rules]


SCENARIO = """SCENARIO = n002w1

WEEKS = 1

SKILLS = 1
Nurse

SHIFT_TYPES = 2
A (2,3)
B (2,9)

FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
A 0
B 1 A

CONTRACTS = 1
Full (3,5) (2,4) (2,3) 1 0

NURSES = 2
Ann Full 1 Nurse
Bob Full 1 Nurse
"""
HISTORY = """HISTORY
0 n002w1

NURSE_HISTORY
Ann 4 1 B 2 3 0
Bob 9 0 None 0 0 2
"""
WEEK = """WEEK_DATA
n002w1

REQUIREMENTS
A Nurse (0,1) (0,1) (0,1) (0,1) (0,1) (0,1) (0,1)
B Nurse (1,1) (0,1) (0,1) (0,1) (0,1) (0,1) (0,1)

SHIFT_OFF_REQUESTS = 2
Ann Any Tue
Bob B Sun
"""


def written(
    folder: Path, scenario: str = SCENARIO, history: str = HISTORY, week: str = WEEK
) -> Path:
    """Write a tiny data set; return folder and name of its instance."""
    (folder / "n002w1").mkdir()
    for name, text in (("Sc-n002w1", scenario), ("H0-n002w1-0", history), ("WD-n002w1-3", week)):
        (folder / "n002w1" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder / "n002w1_0_3"


def test_history_says_what_its_counters_say(tmp_path: Path) -> None:
    source = written(tmp_path)
    scenario = read(source, tmp_path / "i.xlsx")
    past = {(one.person, one.day): one.shift for one in scenario.history}
    assert past == {("Ann", -3): "A", ("Ann", -2): "B", ("Ann", -1): "B", ("Bob", -3): "A"}
    assert scenario.horizon.history_days == 4
    problem = Problem(source.name, tmp_path)
    rng = Random(5)
    for _ in range(200):
        roster = {
            (nurse, day): (shift, "Nurse")
            for nurse in ("Ann", "Bob")
            for day in range(7)
            if (shift := rng.choice(["", "A", "B", "B"]))
        }
        expected = costs(problem, roster)
        # What the counters alone have beyond a limit is spent: the workbook leaves it out.
        expected["totals"] -= 20 * max(0, 9 - 5)
        assert by_constraint(verdict(scenario, roster)) == expected


def test_a_file_in_the_folder_itself_is_found(tmp_path: Path) -> None:
    source = written(tmp_path)
    assert read_instance(tmp_path / "n002w1" / source.name) == read_instance(source)


@pytest.mark.parametrize(
    ("spoiled", "name", "code", "row"),
    [
        ({"scenario": SCENARIO.replace("(2,3)\nB", "(2,x)\nB")}, "n002w1_0_3", "format-record", 9),
        ({"history": HISTORY.replace("2 3 0", "2 3")}, "n002w1_0_3", "format-record", 5),
        (
            {"week": WEEK.replace("Ann Any Tue", "Ann Any Dienstag")},
            "n002w1_0_3",
            "format-record",
            9,
        ),
        ({"week": "WEEK_DATA\n"}, "n002w1_0_3", "format-section", None),
        ({}, "n002w1_0_4", "format-file", None),
        ({}, "n002w1_0_3-3", "format-weeks", None),
        ({}, "n002w1", "format-instance", None),
    ],
)
def test_what_has_no_sense_is_named(
    spoiled: dict[str, str], name: str, code: str, row: int | None, tmp_path: Path
) -> None:
    source = written(tmp_path, **spoiled)
    with pytest.raises(WorkbookError) as raised:
        convert(source.with_name(name), tmp_path / "i.xlsx")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert (problem.cell.row if problem.cell else None) == row
    assert not (tmp_path / "i.xlsx").exists()


def test_command_line_imports_by_folder_and_name(tmp_path: Path) -> None:
    target = tmp_path / "i.xlsx"
    words = ["import", "inrc2", str(written(tmp_path)), "-o", str(target), "--lang", "en"]
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 0, told.output
    reading = read_workbook(target)
    assert reading.scenario is not None
    assert reading.scenario.title == "n002w1_0_3"


def test_a_nurse_without_history_is_named(tmp_path: Path) -> None:
    source = written(tmp_path, history=HISTORY.replace("Bob 9 0 None 0 0 2\n", ""))
    with pytest.raises(WorkbookError) as raised:
        convert(source, tmp_path / "i.xlsx")
    (problem,) = raised.value.problems
    assert (problem.code, problem.facts["found"]) == ("format-reference", "Bob")


@needs_instances
@pytest.mark.slow
def test_a_solved_instance_costs_what_the_evaluator_says(tmp_path: Path) -> None:
    name = "n005w4_0_1-2-3-3"
    result = solve(read(DATASETS / name, tmp_path / "i.xlsx"), Settings(seconds=5, seed=1))
    assert result.schedule is not None
    roster = {(a.person, a.day): (a.shift, a.skill) for a in result.schedule.assignments}
    priced = {one.level: one.cost for one in result.levels}
    assert sum(costs(Problem(name), roster).values()) == priced[4]
    # The one hard constraint that is priced here, at a level of its own.
    assert all("must be" in words for words in breaches(Problem(name), roster))
    assert bool(breaches(Problem(name), roster)) == bool(priced.get(2))
