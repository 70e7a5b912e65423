"""One file, one truth: the answer workbook is read again as the same question and its answer."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import openpyxl
import pytest

from rotaplan.judge import judge
from rotaplan.result import Result
from rotaplan.sheets import read_workbook
from rotaplan.write.xlsx import write_xlsx
from tests.write import ward


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ward") / "ward.xlsx"
    ward.write_source(path)
    return path


@pytest.fixture(scope="module")
def result(source: Path) -> Result:
    """The ward's answer, on the scenario that the reader makes of its workbook."""
    scenario = read_workbook(source).scenario
    assert scenario is not None
    schedule = ward.schedule(scenario)
    return replace(
        ward.result(), scenario=scenario, schedule=schedule, report=judge(scenario, schedule)
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_scenario_and_schedule_come_back(
    source: Path, result: Result, language: str, tmp_path: Path
):
    path = tmp_path / "answer.xlsx"
    write_xlsx(result, path, source=source, language=language)
    reading = read_workbook(path)
    assert reading.problems == ()
    assert reading.scenario is not None
    for one in fields(reading.scenario):
        assert getattr(reading.scenario, one.name) == getattr(result.scenario, one.name)
    assert reading.planning == result.schedule.assignments
    assert any(one.skill for one in reading.planning)


def test_an_answer_of_an_answer_reads_the_same(source: Path, result: Result, tmp_path: Path):
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    write_xlsx(result, first, source=source)
    write_xlsx(result, second, source=first, language="en")
    reading = read_workbook(second)
    assert reading.problems == ()
    assert reading.planning == result.schedule.assignments


def test_what_the_planner_changes_in_the_grid_counts(source: Path, result: Result, tmp_path: Path):
    path = tmp_path / "answer.xlsx"
    write_xlsx(result, path, source=source)
    book = openpyxl.load_workbook(path)
    cell = book["Planning"].cell(5, 4)
    assert cell.value == "M"
    cell.value = "N"
    book.save(path)
    planning = read_workbook(path).planning
    assert planning is not None
    changed = set(planning) ^ set(result.schedule.assignments)
    assert {(one.person, one.day, one.shift) for one in changed} == {
        ("001", 0, "M"),
        ("001", 0, "N"),
    }


def test_a_workbook_without_answer_keeps_the_question(source: Path, result: Result, tmp_path: Path):
    path = tmp_path / "none.xlsx"
    nothing = Result(scenario=result.scenario, status="unknown", schedule=None, report=None)
    write_xlsx(nothing, path, source=source)
    reading = read_workbook(path)
    assert reading.scenario == result.scenario
    assert [(one.person, one.day, one.shift) for one in reading.planning or ()] == [("001", 0, "N")]
