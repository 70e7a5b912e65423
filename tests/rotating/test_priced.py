"""Rules with a price on a cycle: counted across the seam as the judge does, at their level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations, product

import pytest

from rotaplan.api import Settings, rotate
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.scenario import Demand
from rotaplan.engines.circulation import TooLarge
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cycle import CycleGoal
from rotaplan.rotating import GOALS, figures_of, question_of
from rotaplan.rotating.departures import departures_of, prices_of
from rotaplan.rotating.search import Clock, Search
from rotaplan.rotating.values import goals_of
from rotaplan.rotating.verdict import broken_rows
from rotaplan.rules.base import RuleBase
from tests.rotating.questions import asked, made, only

STEADY = Settings(seconds=2, reproducible=True)
NEEDS = {"M": [1, 1, 1, 1, 1, 0, 1], "N": [0, 0, 1, 1, 0, 0, 0]}
LEVEL = 6


def soft(key: str, *, level: int = LEVEL, weight: int = 3, **parameters: object) -> RuleBase:
    return made(key, must=False, level=level, weight=weight, **parameters)


def question(
    *rules: RuleBase, needs: dict[str, Sequence[int] | int] = NEEDS, lines: int = 2, weeks: int = 0
) -> RotationQuestion:
    """As a workbook asks it, with what follows from its rules."""
    plain = asked(lines, needs)
    demand = tuple(Demand(shift=one.code, minimum=1) for one in plain.shifts)
    scenario = replace(plain.unrolled(28), rules=rules, demand=demand)
    read, aside = question_of(scenario, lines, weeks)
    assert aside == ()
    return replace(read, needs=plain.needs)


def price(asked_for: RotationQuestion, rotation: Rotation) -> int:
    return dict(prices_of(asked_for, departures_of(asked_for, rotation)))[LEVEL]


def grid(*lines: str) -> Rotation:
    codes = (tuple("" if code == "." else code for code in line) for line in lines)
    return Rotation(name="x", lines=tuple(codes))


def every_grid() -> Iterator[Rotation]:
    ways = [
        sorted(set(permutations([*held, *[""] * (2 - len(held))])))
        for held in ("M", "M", "MN", "MN", "M", "", "M")
    ]
    for days in product(*ways):
        yield Rotation(name="x", lines=tuple(zip(*days, strict=True)))


RULES = [
    soft("work_run", minimum=2, maximum=3),
    soft("off_run", minimum=3),
    soft("code_run", shifts=only("N"), minimum=3),
    soft("forbidden_succession", shifts=only("N"), then=only("M")),
    soft("days_period", maximum=3, period="week"),
    soft("days_period", maximum=8, period="fortnight"),
    soft("minutes_average", maximum=35 * 60, window=21),
    soft("weekly_rest", minimum=60 * 60),
    soft("weekend_complete"),
    soft("variety", maximum=1, period="week"),
    soft("rest_hours", minimum=60 * 60, double=60 * 60),
]


@pytest.mark.parametrize("weeks", [0, 1])
@pytest.mark.parametrize("rule", RULES, ids=lambda one: one.row)
def test_the_least_price_is_that_of_the_best_grid_of_all(rule: RuleBase, weeks: int) -> None:
    """All grids of two lines, each judged; every engine that takes the rule proves the same."""
    one = question(rule, weeks=weeks)
    clock = Clock(ends=float("inf"), seed=0, watch=Watch(), effort=20)
    least = min(price(one, rotation) for rotation in every_grid())
    methods = ("table",) if weeks else ("circulation", "table")
    for method in methods:
        search = Search(one, method)
        try:
            engine = search.engine(levels={LEVEL: False})
        except TooLarge:
            assert search.cycle.unfit
            continue
        answer = engine.solve(CycleGoal(level=LEVEL), clock.limits(), clock.watch)
        assert (answer.status, answer.cost) == ("optimal", least)
        assert price(one, search.rotation(answer.days)) == least


def test_a_departure_over_the_seam_is_told_once_and_where() -> None:
    rule = soft("work_run", maximum=3, weight=10)
    (one,) = departures_of(question(rule), grid("MM.....", "....MMM"))
    assert (one.violation.measured, one.violation.cost) == (5, 20)
    assert one.cells == ((1, 4), (1, 5), (1, 6), (0, 0), (0, 1))


def test_a_departure_without_end_counts_all_the_days_of_a_turn() -> None:
    rule = soft("work_run", maximum=3, weight=1)
    (one,) = departures_of(question(rule, needs={"M": 1}, lines=1), grid("MMMMMMM"))
    assert (one.violation.cost, one.cells) == (7, ())


def test_fortnights_are_counted_from_every_line() -> None:
    rule = soft("days_period", maximum=5, period="fortnight", weight=1)
    lines = grid("MMMM...", "MM.....", "M......")
    found = departures_of(question(rule, needs={"M": 1}, lines=3), lines)
    assert [one.violation.measured for one in found] == [6]
    assert found[0].cells[0] == (0, 0)


def test_lines_that_do_not_rotate_are_counted_one_by_one() -> None:
    rule = soft("work_run", maximum=3, weight=1)
    one = question(rule, lines=2, weeks=1)
    found = departures_of(one, grid("MMMM...", "...MMMM"))
    assert [(d.cells[0], d.violation.measured) for d in found] == [((0, 0), 4), ((1, 3), 4)]


def test_rules_come_before_between_and_after_the_goals_by_their_level() -> None:
    rules = [soft("work_run", maximum=3, level=level) for level in range(1, 8)]
    assert goals_of(question(*rules)) == (
        "price_1",
        "price_2",
        "price_3",
        "missing",
        "price_4",
        "price_5",
        "price_6",
        *GOALS[1:],
        "price_7",
    )


@pytest.mark.parametrize("level", [3, 6, 7])
def test_the_first_grid_is_the_best_of_all_by_its_goals_in_order(level: int) -> None:
    one = question(soft("isolated", level=level), made("work_run", maximum=5))
    best = min(goals(one, rotation) for rotation in every_grid() if not broken_rows(one, rotation))
    found = rotate(one, STEADY)
    assert found.status == "optimal"
    assert goals(one, found.grids[0].rotation) == best


def goals(one: RotationQuestion, rotation: Rotation) -> tuple[int, ...]:
    figures = figures_of(one, rotation)
    return tuple(
        -figures.of(goal) if goal == "full_weekends" else figures.of(goal) for goal in goals_of(one)
    )


def test_what_the_flow_cannot_price_goes_to_the_table_and_is_named() -> None:
    rule = soft("weekly_rest", minimum=60 * 60)
    found = rotate(question(rule), STEADY)
    (best,) = found.grids
    assert (best.method, found.on_table) == ("table", (rule.row,))
    assert best.figures.of("price_6") == min(price(found.question, g) for g in every_grid())


def test_stretches_of_work_are_counted_though_nothing_is_proven_of_them() -> None:
    """The table sees the ends of the walk too: figures are the judge's, and no bound is told."""
    rule = soft("work_period_days", maximum=3)
    found = rotate(question(rule), STEADY)
    (best,) = found.grids
    least = min(price(found.question, rotation) for rotation in every_grid())
    assert best.figures.of("price_6") == least
    assert best.bounds.get("price_6", 0) == 0


def test_no_row_with_a_price_keeps_anything_from_being_designed() -> None:
    """Arithmetic is about what must hold: a wish that cannot be met is a departure."""
    rules = [soft("work_run", minimum=6), soft("days_period", maximum=1, period="week")]
    found = rotate(question(*rules), STEADY)
    assert found.problems == ()
    assert found.grids[0].departures
