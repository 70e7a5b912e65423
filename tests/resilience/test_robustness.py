"""Absences over a roster that a person can check by hand."""

from __future__ import annotations

import json
import random
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import rotaplan
from rotaplan import api
from rotaplan.cli import main
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.replacement import call_list, takers
from rotaplan.replies.risks import print_robustness
from rotaplan.trial import Bench
from tests.solve.small import row, scenario

A_WORKS = tuple(Assignment(person="A", day=day, shift="E") for day in range(3))


def team(people: int = 2, **given: object) -> Scenario:
    """Return some people over three days, one early shift a day."""
    return scenario(people, 3, {"E": 1}, [row("rest_between", minimum=660)], **given)


def test_all_away_leaves_every_post_open() -> None:
    found = api.robustness(team(), A_WORKS, rates={"": 1.0}, runs=10)
    assert (found.absences, found.open_before, found.open_after) == (3, 3, 3)
    assert list(found.reserve.values()) == [1, 1, 1]


def test_nobody_away_leaves_none_open() -> None:
    found = api.robustness(team(), A_WORKS, rates={"": 0.0}, runs=10)
    assert (found.absences, found.open_after, found.posts, found.plan_b) == (0, 0, (), ())


def test_post_stays_open_where_both_are_away() -> None:
    """Of two people one is enough: open with the square of the rate."""
    found = api.robustness(team(), A_WORKS, rates={"": 0.3}, runs=4000)
    assert found.open_before == pytest.approx(3 * 0.3, abs=0.05)
    assert found.open_after == pytest.approx(3 * 0.3**2, abs=0.03)


def test_rates_are_those_of_the_team() -> None:
    people = tuple(replace(one, team=f"T{one.id}") for one in team().people)
    asked = replace(team(), people=people)
    found = api.robustness(asked, A_WORKS, rates={"": 0.0, "TA": 1.0}, runs=5)
    assert (found.open_before, found.open_after) == (3, 0)
    with pytest.raises(ValueError, match="TZ"):
        api.robustness(asked, A_WORKS, rates={"TZ": 0.1})


def test_teams_add_up_to_all_posts_open() -> None:
    """One team is always away, the other never; two holders share a post that both leave."""
    asked = scenario(3, 2, {"E": 2, "L": 1})
    teams = {"A": "north", "B": "north", "C": ""}
    asked = replace(asked, people=tuple(replace(p, team=teams[p.id]) for p in asked.people))
    roster = [Assignment(person=who, day=day, shift="E") for who in "AB" for day in (0, 1)]
    roster += [Assignment(person="C", day=day, shift="L") for day in (0, 1)]
    found = api.robustness(asked, roster, rates={"": 0.0, "north": 1.0}, runs=10)
    told = [(one.team, one.rate, one.absences, one.open) for one in found.teams]
    assert told == [("north", 1.0, 4, 4), ("", 0.0, 0, 0)]
    mixed = api.robustness(asked, roster, rates={"": 0.5, "north": 0.4}, runs=200)
    assert sum(one.open for one in mixed.teams) == pytest.approx(mixed.open_after)
    assert sum(one.absences for one in mixed.teams) == pytest.approx(mixed.absences)


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr", "sans équipe (0,0\N{NARROW NO-BREAK SPACE}%)"), ("en", "without a team (0.0%)")],
)
def test_teams_have_lines_in_the_sheet_and_in_the_terminal(
    tmp_path: Path, language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [replace(one, team="T" if one.id == "A" else "") for one in team().people]
    asked = replace(team(), people=tuple(people))
    roster = [*A_WORKS[:2], Assignment(person="B", day=2, shift="E")]
    found = api.robustness(asked, roster, rates={"": 0.0, "T": 1.0}, runs=2)
    api.write_robustness(found, tmp_path / "s.xlsx", language=language)
    rows = list(load_workbook(tmp_path / "s.xlsx").worksheets[1].iter_rows(values_only=True))
    assert ("T", 2, 0, 1) in [row[:4] for row in rows]
    print_robustness(found, language)
    assert word in capsys.readouterr().out


def test_key_person_is_whom_nobody_can_replace() -> None:
    """B, who could take over, is on leave on the second day."""
    asked = team(absences=(Absence(person="B", first=1, last=1),))
    found = api.robustness(asked, A_WORKS, rates={"": 0.2}, runs=300)
    assert [(one.person, one.alone, one.duties) for one in found.people] == [("A", 1, 3)]
    assert found.posts[0].day == next(iter(found.reserve)) == 1
    assert found.posts[0].takers == 0


def test_one_person_is_called_once_a_day() -> None:
    """Two posts open, one person at rest: one stays open."""
    asked = scenario(3, 1, {"E": 1, "L": 1})
    roster = (
        Assignment(person="A", day=0, shift="E"),
        Assignment(person="B", day=0, shift="L"),
    )
    people = tuple(replace(one, team="rest" if one.id == "C" else "work") for one in asked.people)
    asked = replace(asked, people=people)
    found = api.robustness(asked, roster, rates={"work": 1.0, "rest": 0.0}, runs=5)
    assert (found.open_before, found.open_after) == (2, 1)


def test_takers_are_the_candidates_of_the_call_list() -> None:
    asked = team(4, absences=(Absence(person="B", first=1, last=1),))
    roster = (*A_WORKS, Assignment(person="C", day=0, shift="L"))
    published = Schedule.of(asked, roster)
    bench = Bench.of(asked, published)
    for hole in A_WORKS:
        now = asked.horizon.instant(hole.day - 1, 720)
        listed = call_list(asked, published, hole, now=now)
        assert {who for who, _ in takers(bench, hole)} == {
            one.person.id for one in listed.candidates
        }


def test_the_same_seed_gives_the_same_figures() -> None:
    first = api.robustness(team(3), A_WORKS, rates={"": 0.4}, seed=7)
    assert first.to_json() == api.robustness(team(3), A_WORKS, rates={"": 0.4}, seed=7).to_json()
    assert first.to_json() != api.robustness(team(3), A_WORKS, rates={"": 0.4}, seed=8).to_json()


def test_limit_of_posts_is_told() -> None:
    found = api.robustness(team(), A_WORKS, rates={"": 1.0}, runs=1, most_posts=2)
    assert (found.last_day, found.open_after) == (1, 2)


@pytest.mark.parametrize(
    ("language", "sheets"),
    [("fr", ["Plan B", "Robustesse"]), ("en", ["Plan B", "Robustness"])],
)
def test_command_writes_plan_b(tmp_path: Path, language: str, sheets: list[str]) -> None:
    source = tmp_path / "s.xlsx"
    asked = replace(team(3, absences=(Absence(person="B", first=1, last=1),)), language=language)
    api.write(api.check(asked, A_WORKS), source, language=language)
    found = api.robustness(asked, A_WORKS, rates={"": 0.5}, runs=50)
    target = tmp_path / "s_plan_b.xlsx"
    api.write_robustness(found, target, language=language)
    book = load_workbook(target)
    assert book.sheetnames == sheets
    rows = list(book["Plan B"].iter_rows(min_row=5, values_only=True))
    assert [row[3] for row in rows] == ["A"] * len(found.plan_b)
    assert rows[0][6].startswith("C (")
    json.dumps(found.to_json())


def test_command_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    source = tmp_path / "s.xlsx"
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(source)]).exit_code == 0
    result = runner.invoke(main, ["robustness", str(source)])
    assert result.exit_code == 2
    assert "Planning" in result.output


def in_teams() -> Scenario:
    """Return three people: A of the team T, B and C of none, with a workbook's roster for each."""
    people = tuple(replace(one, team="T" if one.id == "A" else "") for one in team(3).people)
    return replace(team(3), people=people)


def test_rates_of_the_workbook_count_and_those_of_the_call_go_before_them() -> None:
    study = rotaplan.Study(
        scenario=in_teams(), planning=A_WORKS, rates={"T": 1.0, "": 0.0, "gone": 0.5}
    )
    found = rotaplan.robustness(study, runs=2)
    assert (dict(found.rates), found.absences) == ({"": 0.0, "T": 1.0}, 3)
    none = rotaplan.robustness(study, rates={"T": 0.0}, runs=2)
    assert (dict(none.rates), none.absences) == ({"": 0.0, "T": 0.0}, 0)


def test_command_takes_rates_from_the_answer_to_a_workbook(tmp_path: Path) -> None:
    """The sheet is carried over into the answer; an option goes before it, team by team."""
    source, answer, told = (tmp_path / name for name in ("s.xlsx", "a.xlsx", "a.json"))
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(source)]).exit_code == 0
    study = rotaplan.load(source)
    roster = [Assignment(person=one.id, day=0, shift="M") for one in study.scenario.people[:3]]
    api.write(api.check(study.scenario, roster), answer, source=source)
    for options, rates in (
        ([], {"": 0.05, "A": 0.08}),
        (["--rate", "2 %"], {"": 0.02, "A": 0.08}),
        (["--rate", "a = 0,1"], {"": 0.05, "A": 0.1}),
    ):
        asked = ["robustness", str(answer), "--runs", "5", "--json", str(told), "--force"]
        result = runner.invoke(main, [*asked, *options])
        assert result.exit_code == 0, result.output
        assert json.loads(told.read_text(encoding="utf-8"))["rates"] == rates


STANDBY = Shift(code="R", spans=(Span(start=360, end=1320),), family=Family.RESERVE)
DAYS = 10


def with_reserve(days: Collection[int]) -> float:
    """Return the posts left open where D, else on leave, is in reserve on some days.

    A works every day; B and C, from the sixth day on, too. Nobody else is there.
    """
    away = [Absence(person=who, first=0, last=4) for who in "BC"]
    away += [Absence(person="D", first=day, last=day) for day in range(DAYS) if day not in days]
    asked = scenario(4, DAYS, {"E": 3}, absences=tuple(away))
    asked = replace(asked, shifts=(*asked.shifts, STANDBY))
    roster = [Assignment(person="A", day=day, shift="E") for day in range(DAYS)]
    roster += [Assignment(person=who, day=day, shift="E") for who in "BC" for day in range(5, DAYS)]
    roster += [Assignment(person="D", day=day, shift="R") for day in days]
    return api.robustness(asked, roster, rates={"": 0.2}, runs=400).open_after


def test_reserve_where_it_helps_most_saves_more_than_reserve_at_random() -> None:
    bare = scenario(
        3, DAYS, {"E": 3}, absences=tuple(Absence(person=who, first=0, last=4) for who in "BC")
    )
    roster = [Assignment(person="A", day=day, shift="E") for day in range(DAYS)]
    roster += [Assignment(person=who, day=day, shift="E") for who in "BC" for day in range(5, DAYS)]
    found = api.robustness(bare, roster, rates={"": 0.2}, runs=400)
    best = list(found.reserve)[:3]
    assert min(best) >= 5
    rng = random.Random(1)
    at_random = [with_reserve(rng.sample(range(DAYS), 3)) for _ in range(5)]
    placed = with_reserve(best)
    assert placed < sum(at_random) / len(at_random) < with_reserve(())
