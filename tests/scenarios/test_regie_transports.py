"""The transport scenario: what its files hold, and that the generator still writes them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.judge import judge
from rotaplan.problem import Cell, Problems
from rotaplan.sheets import read_workbook
from rotaplan.sheets.kinds import Entry
from rotaplan.sheets.names import CodeNames
from rotaplan.sheets.selectors import ShiftsSelector

FOLDER = Path(__file__).resolve().parents[2] / "scenarios/regie_transports"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


@cache
def scenario(name: str) -> Scenario:
    reading = read_workbook(FOLDER / name)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


@pytest.mark.slow
def test_generator_writes_the_committed_files(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "generate.py", tmp_path], check=True)
    for name in ("base.xlsx", "tendu.xlsx", "sale.xlsx", "expected.json"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


@pytest.mark.parametrize("name", ["base.xlsx", "tendu.xlsx"])
def test_needs(name: str) -> None:
    heads: Counter[bool] = Counter()
    for needs in scenario(name).needs.values():
        for need in needs:
            if not need.skill:
                heads[need.shift in ("RM", "RJ", "RS")] += need.target
    assert heads == {False: EXPECTED[name]["duties"], True: EXPECTED[name]["reserves"]}


def test_duties_by_day() -> None:
    base = scenario("base.xlsx")
    monday, saturday, sunday, easter_monday = 0, 5, 6, 21
    driven = {
        day: sum(need.minimum for need in base.needs[day])
        for day in (monday, saturday, sunday, easter_monday)
    }
    assert driven == {monday: 62, saturday: 42, sunday: 26, easter_monday: 26}


def test_each_line_is_a_tag_of_its_duties() -> None:
    base = scenario("base.xlsx")
    duties = Counter(tag for shift in base.shifts for tag in shift.tags if tag != "tardif")
    assert duties == {"t1": 12, "t2": 8, "l1": 10, "l2": 8, "l3": 8, "l4": 6, "l5": 6, "l6": 4}
    cell = Cell(sheet="Perturbations", row=2, column=2)
    line = ShiftsSelector(CodeNames(base.shifts)).read(Entry("T1", cell, Problems()))
    assert {shift.code for shift in base.shifts if line.has(shift)} == {
        f"T1-{number:02d}" for number in range(1, 13)
    }


def test_drivers_and_expiries() -> None:
    base = scenario("base.xlsx")
    assert Counter(person.team for person in base.people) == {"tram": 20, "mixte": 20, "bus": 72}
    assert Counter(float(person.fte) for person in base.people) == {1.0: 100, 0.8: 6, 0.5: 6}
    ending = {
        (person.id, held.skill): str(held.valid_to)
        for person in base.people
        for held in person.skills
        if held.valid_to is not None and held.valid_to < base.horizon.date(base.horizon.days)
    }
    assert ending == {
        ("REG-033", "FCO"): "2027-03-17",
        ("REG-058", "LIC:D"): "2027-03-14",
        ("REG-077", "LIC:D"): "2027-03-29",
        ("REG-101", "HAB:TRAM"): "2027-03-21",
    }


def test_absence_rates() -> None:
    base = scenario("base.xlsx")
    codes = Counter(
        absence.code for lines in base.absent.values() for absence in lines if absence.firm
    )
    days = len(base.people) * base.horizon.days
    assert (codes["CA"] + codes["RTT"]) / days == pytest.approx(0.11, abs=0.001)
    assert codes["CMO"] / days == pytest.approx(0.05, abs=0.001)
    tight = scenario("tendu.xlsx")
    gone = {person for person, _ in tight.absent}
    assert len(gone) == EXPECTED["tendu.xlsx"]["away"]
    assert len(tight.absent) == len(gone) * tight.horizon.days


def test_day_only_drivers_have_no_late_duty_open() -> None:
    base = scenario("base.xlsx")
    unfit = [person for person in base.people if not person.night_fit]
    assert len(unfit) == 2
    for person in unfit:
        late = [shift.code for shift in base.shifts if shift.end > 22 * 60]
        assert len(late) == 9
        assert not any(base.open_to(person, base.shift[code]) for code in late)


def test_history_breaks_no_strict_rule_by_itself() -> None:
    """Judge the last four weeks of the history as if they were the plan."""
    base = scenario("base.xlsx")
    back = 28
    horizon = replace(
        base.horizon,
        start=base.horizon.start - timedelta(days=back),
        history_days=base.horizon.history_days - back,
    )
    earlier = replace(
        base,
        horizon=horizon,
        absences=(),
        pins=(),
        wishes=(),
        history=tuple(
            replace(past, day=past.day + back) for past in base.history if past.day < -back
        ),
    )
    planned = Schedule.of(
        earlier,
        [
            Assignment(
                person=past.person,
                day=past.day + back,
                shift=past.shift,
                skill=earlier.functions[past.shift][-1]
                if base.person[past.person].holds("HAB:TRAM", horizon.start)
                else "",
            )
            for past in base.history
            if past.day >= -back
        ],
    )
    broken = [one for one in judge(earlier, planned).violations if one.must]
    assert broken == []


def test_every_planted_fault_is_named_with_its_cell_and_nothing_else() -> None:
    found = {
        (
            problem.cell.sheet if problem.cell else problem.facts["sheet"],
            problem.cell.reference if problem.cell else "",
            problem.code,
        )
        for problem in read_workbook(FOLDER / "sale.xlsx").problems
    }
    planted = {
        (one["sheet"], one["cell"], one["problem"]) for one in EXPECTED["sale.xlsx"]["problems"]
    }
    assert len(planted) >= 12
    assert found == planted
