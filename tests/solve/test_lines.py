"""Lines of a cycle given to people: the best choice of all, proven, and written down."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from rotaplan import api
from rotaplan.domain.people import HeldSkill, Person, Seat
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import Absence, Demand, Past, Pin, Scenario, Wish
from rotaplan.domain.time import Horizon
from rotaplan.engines.assignment import assign
from rotaplan.rules.base import basic_rules
from rotaplan.sheets import read_workbook
from tests.sheets.books import base, write_xlsx
from tests.solve.small import EARLY, LATE, NIGHT, row

MONDAY = dt.date(2027, 3, 1)
CYCLE = Rotation.of("c", [one.strip(".") for one in "EEEEE..LLLLL..NN....."])
OPEN = Seat(rotation="c", line=None, week=MONDAY)
QUICK = api.Settings(seconds=5, workers=1, reproducible=True)


def scenario(*people: Person, **more: object) -> Scenario:
    rules = (row("rest_between", minimum=11 * 60), row("requests"))
    made = Scenario(
        horizon=Horizon(start=MONDAY, days=7, history_days=3),
        people=people,
        rotations=(CYCLE,),
        shifts=(EARLY, LATE, replace(NIGHT, skills=frozenset({"HAB:N"}))),
        demand=tuple(Demand(shift=code) for code in "ELN"),
        rules=(*rules, *basic_rules(rules)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def waiting(name: str, *skills: str, **more: object) -> Person:
    held = tuple(HeldSkill(skill=one) for one in skills)
    return Person(id=name, seat=OPEN, skills=held, **more)  # type: ignore[arg-type]


def lines(made: Scenario) -> dict[str, int | None]:
    _, placed = api.assign_lines(made)
    assert placed is not None
    assert placed.proven
    return {one.person: one.seat.line for one in placed.placements}


def test_the_night_line_goes_to_who_may_work_nights() -> None:
    found = lines(scenario(waiting("A"), waiting("B", "HAB:N"), waiting("C")))
    assert found["B"] == 3
    assert sorted(found.values()) == [1, 2, 3]  # type: ignore[type-var]


def test_the_past_counts() -> None:
    """B worked on Sunday until 22:00: earlies would begin after eight hours, lates do not."""
    past = (Past(person="B", day=-1, shift="L"),)
    found = lines(scenario(waiting("A"), waiting("B"), waiting("C", "HAB:N"), history=past))
    assert found == {"A": 1, "B": 2, "C": 3}


def test_leave_falls_where_it_takes_the_fewest_posts() -> None:
    """A is away from Wednesday on, which takes three posts of an early or late week, no night."""
    away = (Absence(person="A", first=2, last=6),)
    everybody = [waiting(name, "HAB:N") for name in "ABC"]
    assert lines(scenario(*everybody, absences=away))["A"] == 3


def test_a_weekday_never_worked_goes_with_a_line_that_rests_on_it() -> None:
    off = waiting("A", "HAB:N", fixed_days_off=frozenset({4}))
    assert lines(scenario(waiting("B", "HAB:N"), off, waiting("C", "HAB:N")))["A"] == 3


def test_wishes_and_imposed_days_decide_among_equals() -> None:
    everybody = [waiting(name, "HAB:N") for name in "ABC"]
    friday = Wish(person="C", day=4, shifts=None, on=False)
    pin = Pin(person="A", day=3, shift="L")
    assert lines(scenario(*everybody, pins=(pin,)))["A"] == 2
    assert lines(scenario(*everybody, wishes=(friday,)))["C"] == 3


def test_lines_given_by_the_planner_stay_and_the_others_fill_up() -> None:
    given = Person(id="A", seat=replace(OPEN, line=1, week=MONDAY - dt.timedelta(days=7)))
    made, placed = api.assign_lines(scenario(given, *(waiting(name, "HAB:N") for name in "BCDE")))
    assert placed is not None
    assert made.people[0] == given
    taken = sorted(one.seat.line for one in placed.placements)  # type: ignore[type-var]
    # A is on line 2 this week; five people on three lines make two, two and one.
    assert [taken.count(line) for line in (1, 3)] in ([2, 2], [2, 1], [1, 2])
    assert taken.count(2) <= 1


@pytest.mark.parametrize("seed", range(20))
def test_no_other_choice_is_better(seed: int) -> None:
    """Every way to give four people four places, one each, is tried."""
    import random

    rng = random.Random(seed)
    prices = {
        who: tuple(tuple(rng.randrange(4) for _ in range(3)) for _ in range(4)) for who in "ABCD"
    }
    found = assign(prices, ((1, 1),) * 4)
    assert found is not None
    assert found.proven
    best = min(
        tuple(
            sum(prices[who][place][level] for who, place in zip("ABCD", order, strict=True))
            for level in range(3)
        )
        for order in itertools.permutations(range(4))
    )
    assert found.prices == best
    chosen = [prices[who][place] for who, place in found.place.items()]
    assert tuple(map(sum, zip(*chosen, strict=True))) == best


def test_no_room_is_said() -> None:
    assert assign({"A": ((0,),), "B": ((0,),)}, ((0, 1),)) is None


@pytest.mark.parametrize("column", [True, False], ids=["column", "no column"])
def test_chosen_lines_are_written_and_read_again(tmp_path: Path, column: bool) -> None:
    book = base()
    del book["Règles"]
    heads = ["Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"]
    book["Roulements"] = [
        ["Roulement", "Ligne", *heads],
        ["2×8", 1, "M", "M", "M", "M", "M", None, None],
        ["2×8", 2, "N", "N", None, None, None, None, None],
    ]
    book["Agents"][0] += ["Roulement", *(["Ligne"] if column else [])]
    for line in book["Agents"][1:]:
        line += ["2×8", *([None] if column else [])]
    source = write_xlsx(tmp_path / "book.xlsx", book)
    result = api.solve(api.load(source), QUICK)
    assert result.placed is not None
    target = tmp_path / "answer.xlsx"
    api.write(result, target, source=source)
    again = read_workbook(target)
    assert again.scenario is not None
    seats = {one.person: one.seat for one in result.placed.placements}
    assert {one.id: one.seat for one in again.scenario.people} == seats
    assert sorted(seat.line for seat in seats.values()) == [1, 1, 2, 2]  # type: ignore[type-var]
    told = result.to_json()["lines"]
    assert [one["line"] for one in told] == [seat.line for seat in seats.values()]


@pytest.mark.parametrize("since", [False, True], ids=["no date", "date given"])
def test_the_next_month_goes_on_from_the_answer_once_its_dates_are_moved(
    tmp_path: Path, since: bool
) -> None:
    """People are one line further each week, and the roster before is the history."""
    import openpyxl

    book = base()
    del book["Règles"]
    heads = ["Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"]
    book["Roulements"] = [
        ["Roulement", "Ligne", *heads],
        ["2×8", 1, "M", "M", "M", "M", "M", None, None],
        ["2×8", 2, "N", "N", None, None, None, None, None],
        ["2×8", 3, None, None, "M", "N", None, None, None],
    ]
    book["Agents"][0] += ["Roulement", *(["Ligne au"] if since else [])]
    for line in book["Agents"][1:]:
        line += ["2×8", *([None] if since else [])]
    source = write_xlsx(tmp_path / "book.xlsx", book)
    result = api.solve(api.load(source), QUICK)
    assert result.placed is not None
    assert result.schedule is not None
    target = tmp_path / "answer.xlsx"
    api.write(result, target, source=source)
    moved = openpyxl.load_workbook(target)
    sheet = moved["Paramètres"]
    for cells in sheet.iter_rows():
        if cells[0].value == "Début":
            cells[1].value = result.scenario.horizon.date(14)
    moved.save(target)
    reading = read_workbook(target)
    after = reading.scenario
    assert after is not None
    assert [one.severity for one in reading.problems] == ["notice"]
    assert reading.problems[0].code == "history-from-roster"
    assert reading.planning is None
    seats = {one.person: one.seat for one in result.placed.placements}
    assert {one.id: one.seat for one in after.people} == seats
    for person in after.people:
        before = result.scenario.person[person.id]
        seated = replace(before, seat=seats[person.id])
        assert after.cycle_code(person, 0) == result.scenario.cycle_code(seated, 14)
    worked = {(one.person, one.day - 14, one.shift) for one in result.schedule.assignments}
    assert {(one.person, one.day, one.shift) for one in after.history} == worked
    assert after.horizon.history_days == 14


def test_a_roster_that_ends_long_before_the_plan_is_no_history(tmp_path: Path) -> None:
    """What came in between is not known: it is not taken for days off."""
    book = base()
    dates = [dt.date(2027, 2, 20) + dt.timedelta(days=n) for n in range(4)]
    book["Planning"] = [["Matricule", "Nom", *dates], ["007", "Petit", "M", "M", "M", "M"]]
    reading = read_workbook(write_xlsx(tmp_path / "book.xlsx", book))
    assert reading.scenario is not None
    assert (reading.scenario.history, reading.planning) == ((), None)
