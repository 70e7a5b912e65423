"""The sheet of exceptions: what a row means, what is wrong with it, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from rotaplan import api
from rotaplan.domain.derogation import Derogation
from rotaplan.domain.schedule import Assignment
from rotaplan.sheets import Reading
from tests.sheets.books import MONDAY, Book, base, places, read

HEADINGS = ["Règle", "Agent", "Du", "Au", "Autorité", "Échéance", "Compensation"]
TUESDAY = MONDAY + dt.timedelta(days=1)


def book(*rows: list[Any]) -> Book:
    """Return the sound workbook with a rule that cites its article, and a sheet of exceptions."""
    made = base()
    made["Règles"] = [
        ["Règle", "Min", "Max", "Statut", "Référence"],
        ["rest_between", "12:00", None, "strict", "FPH-RJ12 · décret 2002-9 art. 6"],
        ["day_max", None, "9:00", "souple", "FPH-J9"],
        ["weekly_rest", "36:00", None, "inactif", "FPH-RH36"],
    ]
    made["Postes"][2][3] = "6:00"  # so that the morning after does not overlap the night
    made["Dérogations"] = [HEADINGS, *[[*row, *[None] * (7 - len(row))] for row in rows]]
    return made


def full(rule: str) -> list[Any]:
    """Return a row with every column filled."""
    return [rule, "007", MONDAY, TUESDAY, "direction, note 12", dt.date(2027, 4, 1), "3:00"]


def reading(folder: Path, *rows: list[Any]) -> Reading:
    """Return what is made of a workbook with these exceptions."""
    return read(folder, book(*rows))


@pytest.mark.parametrize("rule", ["Règles!A2", "A2", "2", "FPH-RJ12"])
def test_a_row_is_named_by_its_place_or_its_reference(tmp_path: Path, rule: str) -> None:
    found = reading(tmp_path, full(rule)).scenario
    assert found is not None
    (one,) = found.derogations
    assert one.origin is not None
    assert str(one.origin) == "Dérogations!A2"
    assert one == Derogation(
        rule="rest_between",
        row="Règles!A2",
        person="007",
        first=0,
        last=1,
        authority="direction, note 12",
        deadline=dt.date(2027, 4, 1),
        compensation_minutes=180,
        origin=one.origin,
    )


@pytest.mark.parametrize("rule", ["rest_between", "Repos quotidien"])
def test_the_name_of_a_rule_means_all_its_rows(tmp_path: Path, rule: str) -> None:
    found = reading(tmp_path, [rule, "007", MONDAY]).scenario
    assert found is not None
    (one,) = found.derogations
    assert (one.rule, one.row, one.first, one.last) == ("rest_between", "", 0, 0)


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["repos quotidiem", "007", MONDAY], "rule-unknown", "A2"),
        (["one_per_day", "007", MONDAY], "derogation-impossible", "A2"),
        (["availability", "007", MONDAY], "derogation-impossible", "A2"),
        (["day_max", "007", MONDAY], "derogation-needless", "A2"),
        (["weekly_rest", "007", MONDAY], "derogation-idle", "A2"),
        (["A9", "007", MONDAY], "derogation-idle", "A2"),
        (["A2", "707", MONDAY], "person-unknown", "B2"),
        (["A2", "007", TUESDAY, MONDAY], "dates-reversed", "D2"),
        (["A2", "007", dt.date(2026, 3, 8)], "date-off-horizon", "C2"),
        (["A2", "007", MONDAY, None, "x", "soon"], "date-unreadable", "F2"),
        (["A2", "007", MONDAY, None, "x", None, "-3:00"], "number-out-of-range", "G2"),
        (["A2", "007", None], "cell-required", "C2"),
    ],
)
def test_each_fault_has_its_cell(tmp_path: Path, row: list[Any], code: str, cell: str) -> None:
    found = reading(tmp_path, row)
    assert (code, f"Dérogations!{cell}") in places(found.problems)
    assert found.scenario is None or not found.scenario.derogations


def test_somebody_whom_the_rule_does_not_mean(tmp_path: Path) -> None:
    made = book(["A2", "007", MONDAY])
    made["Règles"][0].append("Qui")
    made["Règles"][1].append("équipe:Sud")
    found = read(tmp_path, made)
    assert ("derogation-unconcerned", "Dérogations!B2") in places(found.problems)


def night_then_morning(folder: Path, *rows: list[Any]) -> Any:
    """Return the verdict on a night of Monday and a late morning of Tuesday, of one person."""
    scenario = reading(folder, *rows).scenario
    assert scenario is not None
    work = [("007", 0, "N"), ("007", 1, "N"), ("007", 2, "M")]
    return api.check(
        scenario, [Assignment(person=who, day=day, shift=code) for who, day, code in work]
    )


def test_three_verdicts_and_the_debt(tmp_path: Path) -> None:
    """Broken without exception; derogated with one that covers both days; never clean of both."""
    plain = night_then_morning(tmp_path)
    assert [v.days for v in plain.report.broken] == [(1, 2)]
    assert not plain.report.clean
    allowed = night_then_morning(
        tmp_path, ["A2", "007", TUESDAY, dt.date(2027, 3, 10), "chef", None, "3:00"]
    )
    assert allowed.report.clean
    assert [v.days for v in allowed.report.derogated] == [(1, 2)]
    assert dict(allowed.report.debts) == {"007": 180}
    (told,) = [v for v in allowed.to_json()["violations"] if v["strict"]]
    assert told["derogated"] == {"authority": "chef", "deadline": None, "compensation": 180}
    assert told["reference"] == "FPH-RJ12 · décret 2002-9 art. 6"
    short = night_then_morning(tmp_path, ["A2", "007", TUESDAY, TUESDAY, "chef", None, "3:00"])
    assert short.report.broken
    assert not short.report.debts


def test_what_lacks_history_is_not_verifiable(tmp_path: Path) -> None:
    """Nothing is known before Monday: the rest before it is neither broken nor kept."""
    told = night_then_morning(tmp_path).to_json()["unverifiable"]
    assert [(one["rule"], one["person"], one["dates"]) for one in told] == [
        ("rest_between", None, ["2027-03-08"])
    ]


def test_a_past_derogation_stays_until_its_rest_is_given_back(tmp_path: Path) -> None:
    """Over before the plan, due within it: kept, and a rest of 11 h and 8 h is asked for."""
    week_ago = MONDAY - dt.timedelta(days=7)
    row = ["A2", "007", week_ago, week_ago, "chef", TUESDAY, "8:00"]
    made = reading(tmp_path, row)
    assert [p.code for p in made.problems] == []
    assert made.scenario is not None
    assert [(d.first, d.last) for d in made.scenario.derogations] == [(-7, -7)]
    mornings = [Assignment(person="007", day=day, shift="M") for day in (0, 1)]
    broken = api.check(made.scenario, mornings).report.broken  # type: ignore[union-attr]
    assert [(v.rule, v.person, v.measured, v.limit) for v in broken] == [
        ("rest_debt", "007", 16 * 60 + 30, 19 * 60)
    ]
    assert api.check(made.scenario, mornings[:1]).report.clean  # type: ignore[union-attr]


def test_a_past_derogation_without_debt_is_out_of_date(tmp_path: Path) -> None:
    week_ago = MONDAY - dt.timedelta(days=7)
    found = reading(tmp_path, ["A2", "007", week_ago, week_ago, "chef"])
    assert places(found.problems) == [("date-off-horizon", "Dérogations!C2")]
