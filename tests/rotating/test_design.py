"""Rotations from question to judged grids: optimum, proofs, arithmetic, table, alternatives."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from rotaplan.api import Settings, rotate
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.engines.cpsat import Watch
from rotaplan.judge import judge
from rotaplan.rotating import GoalReached, figures_of
from rotaplan.rotating.climb import best
from rotaplan.rotating.search import Clock, Search
from tests.rotating.questions import RAILWAYS, asked, made, only

STEADY = Settings(seconds=60, reproducible=True)
THREE_SHIFTS = asked(5, {"M": 1, "S": 1, "N": 1}, *RAILWAYS)
DOUBLE_60 = asked(
    5,
    {"M": 1, "S": 1, "N": 1},
    *RAILWAYS[:-1],
    # With a night before them, two empty cells are one whole day of rest.
    made("rest_hours", minimum=60 * 60, double=60 * 60),
)
RAILWAY_GRID = Rotation(
    name="five weeks",
    lines=tuple(
        tuple("" if code == "R" else code for code in line.split())
        for line in (
            "N N R R R M M",
            "S R R S S S S",
            "R R N N N R R",
            "R M M M M R R",
            "M S S R R N N",
        )
    ),
)


SIX_DAYS = (made("work_run", maximum=6), made("off_run", minimum=2))


def broken(question: RotationQuestion, rotation: Rotation) -> list[str]:
    roster = question.walked(rotation)
    return sorted({one.rule for one in judge(roster.scenario, roster).broken})


def test_the_railways_grid_of_five_weeks_keeps_its_rules() -> None:
    assert broken(DOUBLE_60, RAILWAY_GRID) == []
    figures = figures_of(DOUBLE_60, RAILWAY_GRID)
    assert (figures.full_weekends, figures.longest_wait, figures.weekly_minutes) == (2, 4, 2016)
    assert (figures.rests, figures.changes) == (6, 6)


def test_two_full_weekends_of_five_are_proven_best_and_every_double_rest_has_60_hours() -> None:
    (grid,) = rotate(DOUBLE_60, Settings(seconds=1, reproducible=True)).grids
    assert grid.method == "circulation"
    assert (grid.figures.full_weekends, grid.bounds["full_weekends"]) == (2, 2)
    assert broken(DOUBLE_60, grid.rotation) == []
    for code in "MSN":
        assert grid.rotation.held(code) == (1,) * 7
    days = [*grid.rotation.days] * 2
    start = {"M": 6, "S": 14, "N": 22}
    for at in range(len(grid.rotation.days)):
        one, *rest, other = days[at : at + 4]
        if one and other and rest == ["", ""]:
            assert 3 * 24 + start[other] - start[one] - 8 >= 60


def test_all_goals_are_proven_in_order() -> None:
    found = rotate(THREE_SHIFTS, STEADY)
    (grid,) = found.grids
    assert found.status == "optimal"
    one = grid.figures
    assert (one.full_weekends, one.longest_wait, one.changes, one.rests) == (2, 3, 5, 5)


def test_the_first_grid_is_the_best_of_all_by_every_goal_in_order() -> None:
    """All grids of two lines, tried one by one with the judge."""
    question = asked(
        2,
        {"M": [1, 1, 1, 1, 1, 0, 1], "N": [0, 0, 1, 1, 0, 0, 0]},
        made("forbidden_succession", shifts=only("N"), then=only("M")),
        made("work_run", maximum=4),
        made("off_run", maximum=4),
    )
    ways = [
        [(a, b) for a, b in product(["", "M", "N"], repeat=2) if _held(a, b) == day]
        for day in ("M", "M", "MN", "MN", "M", "", "M")
    ]
    best = None
    for days in product(*ways):
        grid = Rotation(name="x", lines=tuple(zip(*days, strict=True)))
        if not broken(question, grid):
            one = figures_of(question, grid)
            goals = (-one.full_weekends, one.longest_wait, one.changes, one.rests)
            best = goals if best is None else min(best, goals)
    found = rotate(question, STEADY)
    one = found.grids[0].figures
    assert found.status == "optimal"
    assert (-one.full_weekends, one.longest_wait, one.changes, one.rests) == best


def _held(first: str, second: str) -> str:
    return "".join(sorted(first + second))


@pytest.mark.parametrize("goals", [True, False])
def test_the_table_finds_what_the_flow_finds(goals: bool) -> None:
    question = replace(THREE_SHIFTS, lines=4)
    clock = Clock(ends=float("inf"), seed=0, watch=Watch(), effort=30)
    flow, table = Search(question, "circulation"), Search(question, "table")
    assert flow.any(clock).status == table.any(clock).status == "infeasible"
    six = asked(3, {"M": 1, "N": [0, 1, 1, 1, 1, 0, 0]}, made("work_run", minimum=2, maximum=5))
    flow, table = Search(six, "circulation"), Search(six, "table")
    if goals:
        one, other = best(flow, clock), best(table, clock)
        assert one.status == other.status == "optimal"
        assert one.bounds == other.bounds
    else:
        assert flow.any(clock).rotation is not None
        assert table.any(clock).rotation is not None


def test_a_rule_that_no_flow_can_say_is_kept_on_the_table_and_named() -> None:
    """Two weeks of the calendar at a time: twelve duties at most, whichever line one is on."""
    fortnight = made("days_period", maximum=9, period="fortnight")
    question = replace(
        asked(4, {"M": 1, "S": 1, "N": [1, 1, 1, 1, 0, 0, 0]}, made("off_run", minimum=2)),
        phases=2,
    )
    loose = rotate(question, STEADY)
    assert loose.on_table == ()
    question = replace(question, rules=(*question.rules, fortnight))
    found = rotate(question, STEADY)
    (grid,) = found.grids
    assert broken(question, grid.rotation) == []
    weeks = [sum(map(bool, line)) for line in grid.rotation.lines]
    assert all(a + b <= 9 for a, b in zip(weeks, [*weeks[1:], weeks[0]], strict=True))
    if broken(question, loose.grids[0].rotation):
        assert found.on_table == (fortnight.row,)


def test_no_goal_is_told_of_a_grid_that_the_judge_rejects() -> None:
    fortnight = made("days_period", maximum=9, period="fortnight")
    needs = {"M": 1, "S": 1, "N": [1, 1, 1, 1, 0, 0, 0]}
    question = replace(asked(4, needs, made("off_run", minimum=2)), phases=2)
    (loose,) = rotate(question, STEADY).grids
    heard: list[GoalReached] = []
    clock = Clock(ends=time.monotonic() + 600, seed=1, watch=Watch(), effort=0.5)
    clock = replace(clock, listener=heard.append)
    for rules, told in (((), True), ((fortnight,), False)):
        strict = replace(question, rules=(*question.rules, *rules))
        heard.clear()
        found = best(Search(strict, "circulation"), clock, start=loose.rotation)
        assert found.rotation is not None
        assert bool(broken(strict, found.rotation)) is not told
        assert bool(heard) is told


def test_weekly_rest_is_judged_across_the_seam() -> None:
    question = replace(
        THREE_SHIFTS, rules=(*RAILWAYS, made("weekly_rest", minimum=48 * 60)), lines=6
    )
    found = rotate(question, STEADY)
    assert found.grids
    assert broken(question, found.grids[0].rotation) == []


@pytest.mark.slow
def test_alternatives_are_really_different_and_each_is_judged() -> None:
    found = rotate(THREE_SHIFTS, STEADY, alternatives=3)
    assert len(found.grids) == 3
    for number, one in enumerate(found.grids):
        assert broken(THREE_SHIFTS, one.rotation) == []
        for other in found.grids[:number]:
            shared = Counter(one.rotation.lines) & Counter(other.rotation.lines)
            assert 2 * sum(shared.values()) <= 5
    best = [one.figures.full_weekends for one in found.grids]
    assert best[0] == max(best)


def test_the_fewest_lines_are_proven() -> None:
    found = rotate(replace(THREE_SHIFTS, lines=99), STEADY, fewest=True)
    assert found.fewest is not None
    assert (found.fewest.lines, found.fewest.proven) == (5, True)
    assert (found.fewest.by_arithmetic, found.fewest.by_search) == (3, (4,))
    assert found.question.lines == len(found.grids[0].rotation.lines) == 5


def test_no_number_of_lines_at_all() -> None:
    never = made("forbidden_succession", shifts=only("M"), then=only("M"))
    alone = made("code_run", shifts=only("M"), minimum=2)
    question = asked(3, {"M": 1}, never, alone, made("off_run", maximum=3))
    found = rotate(question, STEADY, fewest=True)
    assert found.status == "infeasible"
    assert found.fewest is not None
    assert found.fewest.lines is None


@pytest.mark.parametrize(
    ("question", "code", "facts"),
    [
        (
            asked(
                5,
                {"M": 2, "S": 2, "N": 1},
                made("days_period", maximum=5, period="week"),
            ),
            "rotation-posts-many",
            {"posts": 35, "lines": 5, "days": 5.0, "product": 25.0},
        ),
        (
            asked(7, {"M": 1}, made("work_run", minimum=3), made("off_run", maximum=4)),
            "rotation-posts-few",
            {"posts": 7, "lines": 7, "days": 3.0, "product": 21.0},
        ),
        (
            asked(3, {"M": 2}, made("minutes_average", maximum=35 * 60, window=84)),
            "rotation-hours-many",
            {"hours": 112.0, "lines": 3, "limit": 35.0, "product": 105.0},
        ),
        (
            asked(3, {"M": [4, 0, 0, 0, 0, 0, 0]}),
            "rotation-day-many",
            {"weekday": 0, "posts": 4, "lines": 3},
        ),
        (
            asked(
                4,
                {"N": 1},
                made("code_run", shifts=only("N"), minimum=5),
                made("work_run", maximum=4),
            ),
            "rotation-block-long",
            {"shifts": "N", "least": 5, "most": 4},
        ),
        (
            asked(
                5,
                {"N": 1},
                made("code_run", shifts=only("N"), minimum=3),
                made("code_run", shifts=only("N"), maximum=2),
            ),
            "rotation-runs-clash",
            {"least": 3, "most": 2},
        ),
        (
            asked(2, {"N": 1}, made("off_run", minimum=4), made("off_run", maximum=2)),
            "rotation-runs-clash",
            {"least": 4, "most": 2},
        ),
        (
            asked(
                2,
                {"M": [2, 1, 1, 1, 1, 1, 1]},
                made("work_run", minimum=5, maximum=6),
                made("off_run", minimum=4, maximum=4),
            ),
            "rotation-turn",
            {"turn": 14, "least": 9, "most": 10},
        ),
        (
            replace(asked(4, {"M": 1, "S": 1, "N": 1}, *SIX_DAYS), weeks=1),
            "rotation-posts-many",
            {"weeks": 1, "posts": 21, "lines": 4, "days": 5.0, "product": 20.0},
        ),
        (
            replace(asked(4, {"M": 1, "S": 1, "N": 1}, *SIX_DAYS), weeks=2),
            "rotation-posts-many",
            {"weeks": 2, "posts": 42, "lines": 4, "days": 10.0, "product": 40.0},
        ),
        (
            replace(asked(8, {"M": 1}, made("off_run", maximum=6), made("work_run")), weeks=1),
            "rotation-posts-few",
            {"weeks": 1, "posts": 7, "lines": 8, "days": 1.0, "product": 8.0},
        ),
    ],
)
def test_arithmetic_is_told_before_any_search(
    question: RotationQuestion, code: str, facts: dict[str, object]
) -> None:
    found = rotate(question, STEADY)
    (problem,) = found.problems
    assert (found.status, found.grids, found.seconds) == ("infeasible", (), 0.0)
    assert problem.code == code
    assert {name: problem.facts[name] for name in facts} == facts


def test_what_arithmetic_rules_out_has_no_grid_indeed() -> None:
    """The flow, asked all the same, finds nothing one line below what arithmetic asks for."""
    clock = Clock(ends=float("inf"), seed=0, watch=Watch(), effort=30)
    question = asked(3, {"M": 1, "S": 1, "N": 1}, *RAILWAYS)
    assert rotate(question, STEADY).problems
    assert Search(question, "circulation").any(clock).status == "infeasible"
    runs = (made("work_run", minimum=5, maximum=6), made("off_run", minimum=4, maximum=4))
    turn = asked(2, {"M": [2, 1, 1, 1, 1, 1, 1]}, *runs)
    assert rotate(turn, STEADY).problems
    assert Search(turn, "circulation").any(clock).status == "infeasible"
    assert Search(replace(turn, lines=9), "circulation").any(clock).status == "infeasible"
    kept = replace(asked(4, {"M": 1, "S": 1, "N": 1}, *SIX_DAYS), weeks=1)
    assert Search(kept, "table").any(clock).status == "infeasible"


def test_the_fewest_lines_that_are_kept_are_those_whose_whole_days_suffice() -> None:
    """Twenty-one posts at five days a line; a mean of five days and a quarter would say four."""
    question = replace(asked(99, {"M": 1, "S": 1, "N": 1}, *SIX_DAYS), weeks=1)
    found = rotate(question, Settings(seconds=0.1, reproducible=True), fewest=True)
    assert found.fewest is not None
    assert (found.fewest.lines, found.fewest.by_arithmetic, found.fewest.proven) == (5, 4, True)


def test_a_search_that_is_stopped_keeps_what_it_has() -> None:
    watch = Watch()
    watch.stop()
    found = rotate(THREE_SHIFTS, STEADY, watch=watch)
    assert (found.status, found.grids) == ("unknown", ())
