"""Why a cell, an open post, a refused wish: the judge confirms every figure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from rotaplan import Settings
from rotaplan.api import explain, read, reasons, solve
from rotaplan.cli import main
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.report import price_change
from rotaplan.domain.scenario import Absence, Demand, Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shifts
from rotaplan.judge import judge
from rotaplan.result import Result
from rotaplan.trial import Bench
from tests.solve.small import row, scenario

SAME = Settings(seconds=2, reproducible=True)
NIGHT = Shifts(codes=frozenset("N"))


def team() -> Scenario:
    """Six people over five days, one short on most days; B holds the skill, A is on leave."""
    people = (
        *(Person(id=name) for name in "ACDEF"),
        Person(id="B", skills=(HeldSkill(skill="IDE"),)),
    )
    rules = [row("rest_between", minimum=660), row("days_period", maximum=4, period="horizon")]
    return replace(
        scenario(6, 5, {}, rules),
        people=people,
        demand=(
            Demand(shift="E", minimum=2, target=2, maximum=2),
            Demand(shift="L", skill="IDE", minimum=1, target=1, maximum=1),
            Demand(shift="N", minimum=2, target=2, maximum=2),
        ),
        absences=(Absence(person="A", first=1, last=3),),
        wishes=(
            Wish(person="B", day=0),
            Wish(person="C", day=1),
            Wish(person="D", day=1, shifts=NIGHT, on=True),
            Wish(person="E", day=2),
            Wish(person="F", day=2),
            Wish(person="A", day=2, on=True),
        ),
    )


@pytest.fixture(scope="module")
def solved() -> Result:
    result = solve(team(), SAME)
    assert result.schedule is not None
    return result


def test_each_open_post_accounts_for_the_whole_staff(solved: Result) -> None:
    """Everybody has one reason, and the judge finds what it names when they are put there."""
    assert solved.schedule is not None
    told = reasons(solved)
    assert [(one.need, one.missing) for one in sorted(told.accounts, key=_when)] == sorted(
        solved.schedule.uncovered(), key=lambda pair: (pair[0].day, pair[0].shift)
    )
    assert told.accounts
    before = judge(solved.scenario, solved.schedule)
    for one in told.accounts:
        assert list(one.people) == [person.id for person in solved.scenario.people]
        for name, kept in one.people.items():
            post = Assignment(
                person=name, day=one.need.day, shift=one.need.shift, skill=one.need.skill
            )
            after = judge(solved.scenario, solved.schedule.changed([], [post]))
            if kept.reason in ("rest", "limit", "skill", "absent"):
                assert len(after.broken) > len(before.broken), (one.need, name, kept)
            if kept.reason == "able":
                assert len(after.broken) == len(before.broken)
            if kept.reason == "holds":
                assert name in solved.schedule.on_need(one.need)
            if kept.reason == "elsewhere":
                assert solved.schedule.code(name, one.need.day) not in ("", one.need.shift)


def _when(one):  # type: ignore[no-untyped-def]
    return (one.need.day, one.need.shift)


def test_every_refused_wish_has_a_reason_that_the_judge_confirms(solved: Result) -> None:
    """Made as told, the change grants the wish, breaks nothing new and costs what was said."""
    assert solved.schedule is not None
    assert solved.report is not None
    told = reasons(solved)
    assert told.complete
    assert told.refusals
    for one in told.refusals:
        if one.change is None:
            assert one.breach is not None
            continue
        roster = solved.schedule.changed(one.change.removed, one.change.added)
        report = judge(solved.scenario, roster)
        assert len(report.broken) == len(solved.report.broken)
        assert price_change(solved.report.violations, report.violations) == one.change.prices
        person = solved.scenario.person[one.wish.person]
        meets = any(
            one.wish.shifts is None or one.wish.shifts.has(duty.shift)
            for duty in roster.by_day(person).get(one.wish.day, ())
        )
        assert meets == one.wish.on


def test_a_person_on_leave_is_blocked_by_it(solved: Result) -> None:
    """The row of availability is named; nothing is offered."""
    assert solved.schedule is not None
    date = solved.scenario.horizon.date(2)
    told = explain(solved.scenario, solved.schedule.assignments, person="A", date=date, shift="E")
    assert told.ways == ()
    assert "availability" in {one.rule for one in told.breaches}


def test_what_a_cell_imposed_would_cost_is_found_by_solving(solved: Result) -> None:
    """The only holder freed of the late shift: it stays open, as the judge prices it."""
    assert solved.schedule is not None
    day = next(one.day for one in solved.schedule.assignments if one.shift == "L")
    told = explain(
        solved.scenario,
        solved.schedule.assignments,
        person="B",
        date=solved.scenario.horizon.date(day),
        settings=SAME,
    )
    assert told.holds is not None
    assert told.forced is not None
    assert told.forced.changes > 0
    assert told.forced.broken == ()
    assert told.account is not None
    away = {"A"} if day in (1, 2, 3) else set()
    assert set(told.account.of("absent")) == away
    assert set(told.account.of("skill")) == set("ACDEF") - away
    assert all(one.prices == _priced(solved, one) for one in told.ways)


def test_a_cell_and_the_sheet_of_wishes_tell_one_price(solved: Result) -> None:
    """For each refused wish: the same change, the same proof, asked for by the cell alone."""
    assert solved.schedule is not None
    told = reasons(solved)
    assert [one for one in told.refusals if one.change is not None]
    for one in told.refusals:
        cell = explain(
            solved.scenario,
            solved.schedule.assignments,
            person=one.wish.person,
            date=solved.scenario.horizon.date(one.wish.day),
            settings=SAME,
        )
        assert cell.asked == one.wish
        found = None if cell.forced is None else cell.forced.grant
        assert (found and found.change) == one.change
        assert found is None or found.proven == one.proven


def _priced(solved: Result, change) -> object:  # type: ignore[no-untyped-def]
    assert solved.schedule is not None
    bench = Bench.of(solved.scenario, solved.schedule)
    after = Schedule.of(
        solved.scenario,
        (
            *(one for one in solved.schedule.assignments if one not in change.removed),
            *change.added,
        ),
    )
    before = [one for found in bench.found for one in found]
    return price_change(before, judge(solved.scenario, after).violations)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_command_line_explains_a_cell(tmp_path: Path, language: str) -> None:
    """Both languages; a shift that is not known is refused with the codes."""

    def run(*words: object):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(main, [str(one) for one in words], catch_exceptions=False)

    assert run("init", tmp_path / "a.xlsx", "--lang", language).exit_code == 0
    assert run("solve", tmp_path / "a.xlsx", "--time-limit", "2").exit_code == 0
    book = tmp_path / "a_planning.xlsx"
    reading = read(book)
    assert reading.scenario is not None
    assert reading.planning is not None
    one = reading.planning[0]
    date = reading.scenario.horizon.date(one.day)
    asked = ["explain", book, "--person", one.person, "--date", date, "--time-limit", "1"]
    told = run(*asked, "--json", tmp_path / "a.json")
    assert told.exit_code == 0, told.output
    assert ("pourquoi pas" if language == "fr" else "why not") in told.output
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert found["holds"] == one.shift
    assert sum(map(len, found["staff"].values())) == len(reading.scenario.people)
    refused = run(*asked, "--shift", "nothing")
    assert refused.exit_code == 2
    assert one.shift in refused.output
