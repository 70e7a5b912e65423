"""Instances become workbooks that say the same: nothing lost, nothing priced twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import WorkbookError
from rotaplan.formats.schedulingbenchmarks import convert, read_instance
from rotaplan.judge import judge
from rotaplan.sheets import read_workbook
from tests.formats.evaluate_schedulingbenchmarks import INSTANCES, Roster, evaluate, sections
from tests.formats.test_evaluate_schedulingbenchmarks import (
    ROSTERS,
    TINY,
    needs_instances,
    printed_rosters,
)


def read(source: Path, target: Path, language: Language = "fr") -> Scenario:
    convert(source, target, language)
    reading = read_workbook(target)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def schedule_of(scenario: Scenario, roster: Roster) -> Schedule:
    return Schedule.of(
        scenario,
        [
            Assignment(person=person, day=day, shift=code)
            for person, days in roster.items()
            for day, code in days.items()
        ],
    )


@needs_instances
@pytest.mark.parametrize("path", ROSTERS, ids=lambda path: path.name.split(".")[0])
def test_the_judge_prices_printed_rosters_as_the_set_does(path: Path, tmp_path: Path) -> None:
    source = INSTANCES / "instances" / path.name.replace(".out", "")
    scenario = read(source, tmp_path / "instance.xlsx")
    for roster, total, _, _ in printed_rosters(path):
        report = judge(scenario, schedule_of(scenario, roster))
        assert not [one for one in report.violations if one.must]
        assert report.cost == total


@needs_instances
def test_both_languages_read_as_the_same_scenario(tmp_path: Path) -> None:
    source = INSTANCES / "instances/Instance6.txt"
    french = read(source, tmp_path / "f.xlsx", "fr")
    english = read(source, tmp_path / "e.xlsx", "en")
    for name in ("horizon", "calendar"):
        assert getattr(french, name) == getattr(english, name)
    assert (french.language, english.language) == ("fr", "en")
    assert [person.id for person in french.people] == [person.id for person in english.people]
    assert len(french.wishes) == len(english.wishes) == 135
    assert len(french.rules) == len(english.rules)


@needs_instances
def test_horizon_starts_on_a_monday_without_clock_changes(tmp_path: Path) -> None:
    scenario = read(INSTANCES / "instances/Instance13.txt", tmp_path / "i.xlsx")
    assert scenario.horizon.start == date(2027, 1, 4)
    assert scenario.horizon.days == 28
    assert scenario.horizon.zone == "UTC"
    lengths = {
        code: int(length)
        for code, length, *_ in sections(INSTANCES / "instances/Instance13.txt")["SHIFTS"]
    }
    for code, length in lengths.items():
        minutes = {scenario.minutes(scenario.shift[code], day) for day in scenario.horizon.planned}
        assert minutes == {length}


LINES = (
    "EE............",
    "....LE........",
    "EE..EE........",
    "LLL..LL.......",
    "E.............",
    "..............",
    "EE.LL.........",
    "....E..L......",
    ".....EE.....EE",
    "....LLLL......",
    "LL............",
)


@pytest.mark.parametrize("line", LINES)
def test_judge_and_evaluator_agree(line: str, tmp_path: Path) -> None:
    """Each line breaks one hard rule of the format, or none."""
    source = tmp_path / "tiny.txt"
    cover = "".join(f"{day},{code},0,100,1\n" for day in range(14) for code in "EL")
    source.write_text(TINY.split("SECTION_COVER")[0] + "SECTION_COVER\n" + cover, encoding="utf-8")
    scenario = read(source, tmp_path / "tiny.xlsx")
    roster = {"A": {day: code for day, code in enumerate(line) if code != "."}}
    verdict = evaluate(source, roster)
    report = judge(scenario, schedule_of(scenario, roster))
    assert bool(verdict.breaches) == any(one.must for one in report.violations)
    assert verdict.cost == sum(one.amount * one.weight for one in report.violations)


def test_codes_stay_texts(tmp_path: Path) -> None:
    source = tmp_path / "tiny.txt"
    source.write_text(
        TINY.replace("E,480,", "1E3,480,")
        .replace("L,600,E", "L,600,1E3")
        .replace("A,E=3|L=9", "A,1E3=0|L=9")
        .replace("A,0,E,2", "A,0,1E3,2")
        .replace("A,1,E,5", "A,1,1E3,5")
        .replace("0,E,1", "0,1E3,1")
        .replace("1,E,0", "1,1E3,0"),
        encoding="utf-8",
    )
    scenario = read(source, tmp_path / "tiny.xlsx")
    assert {shift.code for shift in scenario.shifts} == {"1E3", "L", "OFF"}
    assert Counter(wish.on for wish in scenario.wishes) == {True: 1, False: 1}
    assert scenario.demanded == {"1E3"}
    forbidden = scenario.person["A"].forbidden
    assert forbidden is not None
    assert forbidden.codes == {"1E3"}


@pytest.mark.parametrize(
    ("spoil", "code", "row"),
    [
        (lambda text: text.replace("E,480,", "E,long,"), "format-record", 5),
        (lambda text: text.replace("A,0,E,2", "A,0"), "format-record", 12),
        (lambda text: text.replace("SECTION_HORIZON\n14\n", ""), "format-section", None),
        (lambda text: text.replace("1,E,0,100,1", "1,E,0,50,1"), "format-prices", None),
    ],
)
def test_a_line_without_sense_is_named(spoil, code, row, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source = tmp_path / "tiny.txt"
    source.write_text(spoil(TINY), encoding="utf-8")
    with pytest.raises(WorkbookError) as raised:
        convert(source, tmp_path / "tiny.xlsx", "fr")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert (problem.cell.row if problem.cell else None) == row
    assert not (tmp_path / "tiny.xlsx").exists()


def test_staff_records(tmp_path: Path) -> None:
    source = tmp_path / "tiny.txt"
    source.write_text(TINY, encoding="utf-8")
    (one,) = read_instance(source).staff
    assert one.most_shifts == {"E": 3, "L": 9}
    assert (one.least_minutes, one.most_minutes) == (960, 2400)
    assert (one.least_work, one.most_work, one.least_off, one.most_weekends) == (2, 3, 2, 1)
