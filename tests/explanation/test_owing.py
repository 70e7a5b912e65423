"""Rows that contradict each other for one person: what is owed, and what other rows leave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from rotaplan.api import Settings, solve
from rotaplan.cli import main
from rotaplan.domain.calendar import Days
from rotaplan.domain.scenario import Absence, Demand, Pin, Scenario
from rotaplan.domain.work import Shifts
from rotaplan.explanation.arithmetic import Shortage, shortages
from rotaplan.model.build import build
from rotaplan.rules.base import RuleBase
from rotaplan.strategies.concede import concede_between
from tests.explanation.planted import planted
from tests.sheets.books import write_xlsx
from tests.solve.small import row, scenario

FREE = tuple(Demand(shift=code, minimum=0, target=1) for code in "ELN")
HOUR = 60


def counted(one: Scenario) -> tuple[Shortage, ...]:
    return shortages(concede_between(build(one)))


def question(*rules: RuleBase, people: int = 1, days: int = 7, **given: Any) -> Scenario:
    """Return a question in which any shift may be worked and none has to be."""
    return scenario(people, days, {}, rules, **{"demand": FREE, **given})


def must(key: str, **given: Any) -> RuleBase:
    return row(key, must=True, **given)


WEEK = {"period": "week"}
CLASHES = {
    "least above greatest": (
        [must("days_period", minimum=6, **WEEK), must("days_period", maximum=5, **WEEK)],
        (6, 5),
    ),
    "in one row": ([must("days_period", minimum=6, maximum=5, **WEEK)], (6, 5)),
    "hours": (
        [
            must("minutes_period", minimum=50 * HOUR, **WEEK),
            must("minutes_period", maximum=48 * HOUR, **WEEK),
        ],
        (50 * HOUR, 48 * HOUR),
    ),
    "days against hours": (
        [must("days_period", minimum=5, **WEEK), must("minutes_period", maximum=39 * HOUR, **WEEK)],
        (5, 4),
    ),
    "hours against days": (
        [must("minutes_period", minimum=35 * HOUR, **WEEK), must("days_period", maximum=4, **WEEK)],
        (35 * HOUR, 32 * HOUR),
    ),
    "work and rest beyond the days of a week": (
        [must("days_period", minimum=6, **WEEK), must("rest_days_window", minimum=2, window=7)],
        (6, 5),
    ),
    "no day off in a run": (
        [must("days_period", minimum=7, **WEEK), must("work_run", maximum=6)],
        (7, 6),
    ),
    "shifts owed of two kinds": (
        [
            must("shifts_period", shifts=Shifts(codes=frozenset("E")), minimum=4, **WEEK),
            must("shifts_period", shifts=Shifts(codes=frozenset("N")), minimum=4, **WEEK),
        ],
        (4, 3),
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_rows_that_contradict_each_other_are_told_once(name: str) -> None:
    """With both figures; the solver finds nothing either, and something one unit below."""
    rules, (needed, available) = CLASHES[name]
    one = question(*rules)
    (found,) = counted(one)
    assert (found.kind, found.needed, found.available) == ("limits", needed, available)
    assert set(found.rules) == set(rules)
    assert solve(one, Settings(seconds=10, workers=1)).status == "infeasible"
    enough = replace(rules[0], minimum=rules[0].minimum - found.missing)  # type: ignore[attr-defined]
    assert counted(question(enough, *rules[1:])) == ()


def test_limits_of_weeks_are_added_up() -> None:
    """Nine days of a fortnight, where each week leaves four."""
    rules = (
        must("days_period", minimum=9, period="fortnight"),
        must("days_period", maximum=4, **WEEK),
    )
    (found,) = counted(question(*rules, days=14))
    assert (found.needed, found.available, found.days) == (9, 8, tuple(range(14)))


def test_days_of_leave_count_before_limits_do() -> None:
    """Five days of leave leave two: the limit of five has nothing to do with it."""
    rules = (must("days_period", minimum=3, **WEEK), must("days_period", maximum=5, **WEEK))
    (found,) = counted(question(*rules, absences=(Absence(person="A", first=0, last=4),)))
    assert (found.kind, found.needed, found.available) == ("person", 3, 2)
    assert found.rules == rules[:1]


def test_people_alike_are_told_in_one_sum() -> None:
    rules = (must("days_period", minimum=6, **WEEK), must("days_period", maximum=5, **WEEK))
    (found,) = counted(question(*rules, people=3))
    assert found.people == ("A", "B", "C")


def test_soft_rows_contradict_nothing() -> None:
    rules = (must("days_period", minimum=6, **WEEK), row("days_period", maximum=5, must=False))
    assert counted(question(*rules)) == ()


def test_what_decided_cells_force_is_no_contradiction() -> None:
    """Six days are imposed where five are the most: the roster is made around them."""
    rules = (must("days_period", minimum=6, **WEEK), must("days_period", maximum=5, **WEEK))
    pins = tuple(Pin(person="A", day=day, shift="E") for day in range(6))
    assert counted(question(*rules, pins=pins)) == ()


KEYS = (
    ("days_period", {"minimum": (1, 6), "maximum": (2, 7)}),
    ("minutes_period", {"minimum": (8 * HOUR, 40 * HOUR), "maximum": (16 * HOUR, 56 * HOUR)}),
    ("shifts_period", {"minimum": (1, 4), "maximum": (1, 6)}),
)


def drawn(rng: Random) -> Scenario:
    """Return a person with rows drawn without looking at whether they go together."""
    rules = [must("work_run", maximum=rng.randint(2, 6))] if rng.random() < 0.4 else []
    for _ in range(rng.randint(2, 4)):
        key, bounds = rng.choice(KEYS)
        side = rng.choice(("minimum", "maximum"))
        given: dict[str, Any] = {side: rng.randint(*bounds[side])}
        if key == "shifts_period":
            given["shifts"] = Shifts(codes=frozenset(rng.choice("ELN")))
        if rng.random() < 0.2:
            given["when"] = Days(weekdays=frozenset(rng.sample(range(7), 5)))
        rules.append(must(key, **given, period=rng.choice(("week", "fortnight"))))
    days = rng.choice((7, 14))
    away = [rng.randrange(days) for _ in range(rng.randrange(3))]
    absences = tuple(Absence(person="A", first=day, last=day) for day in away)
    return question(*rules, days=days, absences=absences)


@pytest.mark.parametrize("block", range(4))
def test_what_is_told_is_proven_by_the_solver(block: int) -> None:
    """Rows drawn at random: where a sum fails, there is no roster."""
    told = 0
    for seed in range(40):
        one = drawn(Random(f"owing-{block}-{seed}"))
        if counted(one):
            told += 1
            assert solve(one, Settings(seconds=10, workers=1)).status == "infeasible"
    assert told >= 3


def test_solve_names_both_rows(tmp_path: Path) -> None:
    made = planted("more_than_hold", 0, 12, 14)
    made.book["Règles"].pop()
    made.rule("minutes_period", Qui="001", Min="50:00", Fenêtre="semaine")
    book = write_xlsx(tmp_path / "owed.xlsx", made.book)
    told = CliRunner().invoke(main, ["solve", str(book), "--lang", "fr", "--time-limit", "5"])
    assert told.exit_code == 1
    assert "50 h à faire" in told.output
    assert "d'autres lignes en laissent 48 h au plus : il manque 2 h" in told.output
    assert "Règles!A3" in told.output
    assert "Règles!A6" in told.output


def test_the_workbook_holds_every_sum_in_rows_as_high_as_they_need(tmp_path: Path) -> None:
    """Six people owe too much in each of two weeks: the terminal tells five, the sheet all."""
    made = planted("more_than_hold", 0, 12, 14)
    made.book["Règles"].pop()
    for number in range(1, 7):
        made.rule("minutes_period", Qui=f"{number:03d}", Min=f"{49 + number}:00", Fenêtre="semaine")
    book, answer = write_xlsx(tmp_path / "owed.xlsx", made.book), tmp_path / "answer.xlsx"
    words = ["solve", str(book), "--output", str(answer), "--lang", "fr", "--time-limit", "3"]
    told = CliRunner().invoke(main, words)
    assert told.output.count("à faire") == 5
    sheet = load_workbook(answer)["Explications"]
    rows = [row for row in sheet.iter_rows(max_col=1) if "à faire" in str(row[0].value)]
    assert len(rows) == 12
    long = [row[0] for row in rows if len(row[0].value) > 125]
    assert long
    assert all(sheet.row_dimensions[cell.row].height >= 26 for cell in long)
