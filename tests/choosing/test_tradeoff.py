"""A few different good rosters: distances, dominance and bounds, worked out again."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import rotaplan
from rotaplan.api import Settings, solve, tradeoff, write_tradeoff
from rotaplan.choosing import GOALS, Tradeoff
from rotaplan.choosing.distance import Apart
from rotaplan.choosing.goals import balanced, goals_of, prices, wanting
from rotaplan.cli import main
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.engines.cpsat import Watch
from rotaplan.judge import judge
from rotaplan.result import Result
from tests.solve.small import row, scenario

SAME = Settings(reproducible=True, seconds=0.1)
KEYS = {"cover": "cover_", "fairness": "balance_count", "wishes": "requests"}


def team() -> Scenario:
    """Return three people over a week; what A and B wish is not fair to C."""
    wishes = tuple(
        Wish(person=person, day=day, on=False, weight=3) for person in "AB" for day in range(7)
    )
    rules = [
        row("work_run", maximum=7),
        row("balance_count", must=False, level=5, weight=4),
    ]
    return scenario(3, 7, {"E": 1, "L": 1}, rules, wishes=wishes)


@pytest.fixture(scope="module")
def found() -> Tradeoff:
    return rotaplan.tradeoff(team(), SAME, plans=4, distance=6)


def cells(roster: tuple[Assignment, ...]) -> dict[tuple[str, int], tuple[str, str]]:
    return {(one.person, one.day): (one.shift, one.skill) for one in roster}


def test_any_two_rosters_are_as_far_apart_as_said(found: Tradeoff) -> None:
    assert len(found.choices) == 4
    for one, other in itertools.combinations(found.choices, 2):
        left, right = (cells(c.result.schedule.assignments) for c in (one, other))
        differ = sum(
            left.get((person, day)) != right.get((person, day))
            for person in "ABC"
            for day in range(7)
        )
        assert differ == found.apart(one, other) >= 6


def test_no_roster_is_beaten_in_every_goal(found: Tradeoff) -> None:
    """Prices are worked out again by the judge, row by row."""
    costs = []
    for one in found.choices:
        report = judge(team(), Schedule.of(team(), one.result.schedule.assignments))
        assert report.clean
        costs.append(
            tuple(
                sum(v.cost for v in report.violations if v.rule.startswith(key))
                for key in KEYS.values()
            )
        )
        assert costs[-1] == tuple(one.prices[goal] for goal in KEYS)
    for left, right in itertools.permutations(costs, 2):
        worse_somewhere = any(a > b for a, b in zip(left, right, strict=True))
        assert worse_somewhere or left == right
    assert len(set(costs)) > 1, "nothing is traded"


def test_the_same_question_gives_the_same_choice(found: Tradeoff) -> None:
    again = rotaplan.tradeoff(team(), SAME, plans=4, distance=6)
    assert [c.result.schedule.assignments for c in again.choices] == [
        c.result.schedule.assignments for c in found.choices
    ]


def test_a_bounded_goal_keeps_its_bound_and_gives_way_up_to_it() -> None:
    """Each further unit of fairness given up buys a wish; nothing is taken from cover."""
    asked = team()
    best = {}
    for most in (0, 4, 11, 12):
        order = wanting(asked, "wishes", {"cover": 0, "fairness": most})
        result = solve(replace(asked, rules=order.rules), SAME, allowed=order.allowed)
        report = judge(asked, result.schedule)
        found = prices(report, KEYS)
        assert found["fairness"] <= most
        assert found["cover"] == 0
        best[most] = found["wishes"]
    assert best == {0: 27, 4: 24, 11: 24, 12: 21}


def test_stopping_ends_the_search_that_runs_and_keeps_what_was_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second search is told at once; none begins after it."""
    watch = Watch()
    told: list[bool] = []

    def stopped_in_the_second(asked: Scenario, *given: Any, **options: Any) -> Result:
        if told:
            watch.stop()
        told.append(options["watch"].stopped)
        return solve(asked, *given, **options)

    monkeypatch.setattr("rotaplan.api.choosing.solve", stopped_in_the_second)
    found = tradeoff(team(), SAME, plans=4, distance=6, watch=watch)
    assert told == [False, True]
    assert found.choices[0].name == "workbook"
    assert found.choices[0].result.schedule is not None


def test_a_watch_stops_the_searches_of_those_within_it_and_not_the_reverse() -> None:
    class Solver:
        stops = searches = 0

        def solve(self, *_: Any) -> int:
            self.searches += 1
            outer.stop()
            return 7

        def stop_search(self) -> None:
            self.stops += 1

    outer, solver = Watch(), Solver()
    ended, running = outer.inner(), outer.inner()
    ended.stop()
    assert not outer.stopped
    assert not running.stopped
    assert running.solve(cast(Any, solver), cast(Any, None)) == 7
    assert solver.stops == 1
    assert outer.inner().stopped
    assert running.solve(cast(Any, solver), cast(Any, None)) is None
    assert solver.searches == 1
    outer.stop()
    assert solver.stops == 1


def test_goals_that_nothing_speaks_for_are_left_out() -> None:
    """Nobody has published anything, and no row prices money."""
    assert goals_of(team(), GOALS) == ("cover", "fairness", "wishes")


def test_a_row_of_no_goal_speaks_for_the_level_where_the_planner_has_put_it() -> None:
    """Hours over a limit at the level of fairness are unfair, at that of cost dear."""
    over = row("minutes_period", maximum=480, must=False, level=5, weight=1)
    asked = replace(scenario(2, 3, {"E": 1}), rules=(over,))
    assert goals_of(asked, GOALS) == ("fairness",)
    roster = [Assignment(person="A", day=day, shift="E") for day in range(3)]
    report = judge(asked, Schedule.of(asked, roster))
    assert prices(report, GOALS)["fairness"] == report.cost_by_level[5] > 0
    assert goals_of(replace(asked, rules=(replace(over, level=7),)), GOALS) == ("cost",)
    assert goals_of(replace(asked, rules=(replace(over, must=True),)), GOALS) == ()
    balance = row("balance_count", must=False, level=6, weight=1)
    assert goals_of(replace(asked, rules=(balance,)), GOALS) == ("fairness",)


def test_balanced_goals_weigh_the_same_in_the_roster_known() -> None:
    order = balanced(team(), ("fairness", "wishes"), {"fairness": 4, "wishes": 20})
    weights = {rule.key: rule.weight for rule in order.rules}
    assert (weights["balance_count"], weights["requests"]) == (20, 1)


def test_the_rule_of_distance_says_the_same_to_judge_and_solver() -> None:
    """The judge finds it kept in every roster found under it, and broken in the other itself."""
    asked = team()
    first = solve(asked, SAME)
    apart = Apart(must=True, other=first.schedule.assignments, least=22, row="apart")
    second = solve(replace(asked, rules=(*asked.rules, apart)), SAME)
    assert second.schedule is None, "three people have 21 days in a week"
    near = replace(apart, least=5)
    found = solve(replace(asked, rules=(*asked.rules, near)), SAME)
    assert list(near.check(asked, found.schedule)) == []
    broken = list(near.check(asked, first.schedule))
    assert [(one.measured, one.limit) for one in broken] == [(0, 5)]


def test_unknown_goals_are_refused() -> None:
    with pytest.raises(ValueError, match="beauty"):
        rotaplan.tradeoff(team(), SAME, goals=("beauty",))


def test_more_person_days_than_there_are_are_refused_before_any_search(tmp_path: Path) -> None:
    source = tmp_path / "s.xlsx"
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(source)]).exit_code == 0
    result = runner.invoke(main, ["tradeoff", str(source), "--distance", "141"])
    assert result.exit_code == 2
    assert "140" in result.output


@pytest.mark.parametrize("language", ["fr", "en"])
def test_table_links_to_the_workbook_of_each_roster(
    found: Tradeoff, tmp_path: Path, language: str
) -> None:
    targets = [tmp_path / f"s_{one.number}.xlsx" for one in found.choices]
    write_tradeoff(found, targets, tmp_path / "s.xlsx", language=language)
    sheet = load_workbook(tmp_path / "s.xlsx").worksheets[0]
    assert sheet.title == {"fr": "Comparaison", "en": "Comparison"}[language]
    links = [cell.hyperlink.target for cell in sheet[5] if cell.hyperlink]
    assert links == [target.name for target in targets]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=6, values_only=True)}
    title = {"fr": "prix : souhaits", "en": "price: wishes"}[language]
    assert rows[title] == tuple(one.prices["wishes"] for one in found.choices)


@pytest.mark.slow
def test_command_writes_a_workbook_a_roster_and_their_table(tmp_path: Path) -> None:
    source = tmp_path / "s.xlsx"
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(source)]).exit_code == 0
    options = ["--plans", "2", "--distance", "5", "--time-limit", "0.2", "--reproducible"]
    told = ["--json", str(tmp_path / "s.json")]
    result = runner.invoke(main, ["tradeoff", str(source), *options, *told])
    assert result.exit_code == 0, result.output
    content = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert content["plans"][0]["distances"][1] >= 5
    assert all((tmp_path / f"s_choix{end}.xlsx").exists() for end in ("", "_1", "_2"))
    assert runner.invoke(main, ["tradeoff", str(source), *options]).exit_code == 2
