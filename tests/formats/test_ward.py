"""The ward's files become a workbook that says what they say."""

from __future__ import annotations

import pytest

from benchmarks.ward import convert, read_ward
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.judge import judge
from rotaplan.sheets import read_workbook
from tests.formats.evaluate_ward import WARD, evaluate

pytestmark = pytest.mark.skipif(
    not WARD.is_dir(), reason="the real cases are not beside this repository"
)


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    target = tmp_path_factory.mktemp("ward") / "ward.xlsx"
    convert(WARD, target)
    reading = read_workbook(target)
    assert [one.code for one in reading.problems] == ["skill-unasked"]
    assert reading.scenario is not None
    return reading.scenario


def test_sizes(scenario: Scenario) -> None:
    assert len(scenario.people) == 38
    assert scenario.horizon.days == 30
    planned = [code for one in read_ward(WARD).people for code in one.planned.values()]
    assert len(scenario.pins) == len(planned) == 46
    assert len(scenario.wishes) == 51


def test_hours_of_shifts(scenario: Scenario) -> None:
    minutes = {code: scenario.minutes(shift, 3) for code, shift in scenario.shift.items()}
    assert minutes == {
        "Z60": 360,
        "T75_": 460,
        "F2_": 460,
        "S2_": 460,
        "N2_": 565,
        "N5": 565,
        "N€": 565,
        "U": 0,
        "X": 0,
    }


def test_needs_of_a_wednesday_and_a_saturday(scenario: Scenario) -> None:
    def needs(day: int) -> dict[tuple[str, str], int]:
        found = {(n.shift, n.skill): n.minimum for n in scenario.needs[day - 1]}
        return {key: count for key, count in found.items() if count}

    assert needs(6) == {
        ("F2_", "Azubi"): 1,
        ("S2_", "Azubi"): 1,
        ("F2_", "Fachkraft"): 4,
        ("S2_", "Fachkraft"): 2,
        ("N2_", "Fachkraft"): 2,
        ("F2_", "Hilfskraft"): 2,
        ("S2_", "Hilfskraft"): 2,
    }
    assert needs(2)[("N2_", "Hilfskraft")] == 1


def test_hours_credited_explain_the_planned_nights(scenario: Scenario) -> None:
    one = next(one for one in read_ward(WARD).people if one.id == "822")
    credited = sum(scenario.minutes(scenario.shift[c], 3) for c in one.planned.values())
    assert credited == one.credited == 8765


def test_planned_shifts_alone_break_nothing_and_leave_posts_open(scenario: Scenario) -> None:
    """Both opinions on the same poor roster: only what was planned before."""
    plan = Schedule.of(
        scenario,
        [
            Assignment(
                person=pin.person,
                day=pin.day,
                shift=pin.shift,
                skill=scenario.person[pin.person].team
                if scenario.person[pin.person].team in scenario.functions.get(pin.shift, ())
                else "",
            )
            for pin in scenario.pins
            if pin.shift
        ],
    )
    opinion = evaluate(
        WARD,
        [{"person": a.person, "day": a.day, "shift": a.shift} for a in plan.assignments],
    )
    report = judge(scenario, plan)
    assert [one for one in report.violations if one.must] == []
    assert opinion.breaches == []
    assert opinion.missing == sum(missing for _, missing in plan.uncovered()) > 300


def test_the_second_opinion_objects() -> None:
    broken = evaluate(
        WARD,
        [
            {"person": "459", "day": 1, "shift": "F2_"},
            {"person": "928", "day": 2, "shift": "F2_"},
            {"person": "5920", "day": 4, "shift": "S2_"},
            {"person": "5920", "day": 5, "shift": "F2_"},
            {"person": "6836", "day": 4, "shift": "N2_"},
            {"person": "6836", "day": 6, "shift": "F2_"},
        ],
    ).breaches
    for words in (
        "459: works on day 2",
        "928: F is blocked on day 3",
        "5920: 9 h of rest before day 6",
        "6836: 23.5 h of rest before day 7",
        "822: N5 of day 1 is gone",
    ):
        assert words in broken
