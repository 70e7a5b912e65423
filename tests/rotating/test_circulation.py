"""The flow: public instances, proofs, and agreement of its graph with the judge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion, WeekNeed
from rotaplan.domain.sequences import Sequence
from rotaplan.engines.circulation import TooLarge, graph_of
from rotaplan.engines.cycle import CycleGoal
from rotaplan.engines.part import Limits
from rotaplan.formats.rws import question, read_instance
from rotaplan.judge import judge
from rotaplan.model.cycle import cycle_of
from rotaplan.rules.base import RuleBase
from tests.formats.evaluate_rws import CLASSICAL, FOLDER, breaches, read
from tests.formats.test_evaluate_rws import needs_instances
from tests.rotating.questions import (
    RAILWAYS,
    asked,
    flow_of,
    made,
    only,
    options_of,
    rotation_of,
)

LIMITS = Limits(seconds=120, effort=60.0)
CHALLENGES = sorted(FOLDER.glob("minizinc_challenge/mznc201*.dzn"))
INFEASIBLE = {"mznc2018_Example1780", "mznc2019_Example1174", "mznc2019_Example1370"}
RULES: list[tuple[RuleBase, ...]] = [
    RAILWAYS,
    (made("work_run", minimum=2, maximum=4), made("off_run", minimum=1, maximum=3)),
    (made("code_run", shifts=only("N"), minimum=2, maximum=3),),
    (made("code_run", shifts=only("M", "S"), maximum=4),),
    (made("rest_between", minimum=12 * 60),),
    (made("rest_between", minimum=35 * 60),),
    (made("rest_hours", minimum=36 * 60, double=60 * 60, triple=84 * 60),),
    (made("forbidden_succession", shifts=only("N"), then=only("M"), days=2),),
    (made("pattern", sequence=Sequence.of("* . M|S")),),
    (made("forward_rotation", order=Sequence.of("M S N"), days=3),),
    (made("days_period", maximum=5, minimum=2, period="week"),),
    (made("days_window", maximum=5, window=7),),
    (made("minutes_period", maximum=40 * 60, period="week"),),
    (made("minutes_window", maximum=48 * 60, window=7),),
    (made("shifts_window", shifts=only("N"), maximum=2, window=5),),
    (made("weekend_every", minimum=1, window=21),),
    (made("weekends_max", maximum=1, window=14),),
    (made("weekend_complete"),),
    (made("weekend_identical"),),
    (made("weekend_run", maximum=1),),
    (made("stable_start", maximum=7 * 60),),
    (made("isolated", which="work"),),
]


@needs_instances
@pytest.mark.parametrize("path", CLASSICAL, ids=lambda path: path.stem)
def test_a_classical_instance_is_solved(path: Path) -> None:
    asked_ = question(read_instance(path))
    answer = flow_of(asked_).solve(CycleGoal(), LIMITS)
    assert breaches(read(path), rotation_of(asked_, answer.days).rows()) == []


@needs_instances
@pytest.mark.parametrize("path", CHALLENGES, ids=lambda path: path.stem)
def test_a_challenge_is_solved_or_proven_to_have_no_answer(path: Path) -> None:
    asked_ = question(read_instance(path))
    answer = flow_of(asked_).solve(CycleGoal(), LIMITS)
    if path.stem in INFEASIBLE:
        assert (answer.status, answer.days) == ("infeasible", ())
    else:
        assert breaches(read(path), rotation_of(asked_, answer.days).rows()) == []


def free(lines: int, *rules: RuleBase) -> RotationQuestion:
    """Return a question whose needs leave everything open."""
    found = asked(lines, {"M": 0, "S": 0, "N": 0}, *rules)
    return replace(found, needs=tuple(replace(one, most=lines) for one in found.needs))


def drawn(random: Random, lines: int) -> Rotation:
    """Return a grid of random blocks."""
    days: list[str] = []
    while len(days) < 7 * lines:
        days += [random.choice(["M", "S", "N", "", ""])] * random.randint(1, 4)
    return Rotation.of("drawn", days[: 7 * lines])


def changed(random: Random, rotation: Rotation) -> Rotation:
    """Return a grid with up to two cells drawn anew."""
    days = list(rotation.days)
    for _ in range(random.randint(0, 2)):
        days[random.randrange(len(days))] = random.choice(["M", "S", "N", ""])
    return Rotation.of("changed", days)


def solved(random: Random, open_: RotationQuestion) -> Rotation:
    """Return a grid that the flow finds for random least needs; empty ones where it finds none."""
    lines = open_.lines
    for _ in range(9):
        needs = tuple(
            WeekNeed(shift=one.shift, weekday=one.weekday, least=least, target=least, most=lines)
            for one in open_.needs
            for least in [random.choice([0, 0, 0, 1])]
        )
        answer = flow_of(replace(open_, needs=needs)).solve(CycleGoal(), LIMITS)
        if answer.days:
            return rotation_of(open_, answer.days)
    return Rotation.of("empty", [""] * 7 * lines)


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: "+".join(one.key for one in rules))
def test_the_graph_and_the_judge_accept_the_same_cycles(rules: tuple[RuleBase, ...]) -> None:
    random = Random(7)
    verdicts = []
    for lines in (1, 2, 3, 4):
        open_ = free(lines, *rules)
        assert cycle_of(open_).unfit == frozenset()
        flow = flow_of(open_)
        known = [solved(random, open_) for _ in range(3)]
        grids = [drawn(random, lines) for _ in range(15)]
        grids += [changed(random, random.choice(known)) for _ in range(25)]
        for grid in grids:
            roster = open_.walked(grid)
            accepted = not judge(roster.scenario, roster).violations
            assert bool(flow.trodden(options_of(open_, grid))) == accepted, grid
            verdicts.append(accepted)
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.95


def test_what_windows_cannot_say_is_named() -> None:
    """A month is no part of a cycle, and the weekly rest looks at hours."""
    rules = (
        made("days_period", maximum=20, period="month"),
        made("work_run", maximum=6),
        made("days_period", maximum=10, period="fortnight"),
        made("weekly_rest", minimum=35 * 60),
    )
    assert cycle_of(free(3, *rules)).unfit == frozenset({0, 2, 3})


def test_a_graph_that_would_be_too_large_is_given_up() -> None:
    cycle = cycle_of(free(3, *RAILWAYS))
    with pytest.raises(TooLarge):
        graph_of(cycle.options, cycle.windows, largest=100)


def test_the_size_of_the_graph_does_not_depend_on_the_lines() -> None:
    sizes = {len(flow_of(free(lines, *RAILWAYS)).graph.arcs) for lines in (3, 30, 300)}
    assert len(sizes) == 1


def test_parts_that_do_not_hang_together_are_joined_or_refused() -> None:
    """Two lines of one shift each for ever, with no way between: no cycle, though a flow."""
    needs = {"M": [1, 1, 1, 1, 1, 0, 0], "S": [1, 1, 1, 1, 1, 0, 0]}
    short = made("off_run", maximum=2)
    never = [
        made("forbidden_succession", shifts=only(first), then=only(then), days=days)
        for first, then in ("MS", "SM")
        for days in (1, 2, 3)
    ]
    assert flow_of(asked(2, needs, short)).solve(CycleGoal(), LIMITS).days
    flow = flow_of(asked(2, needs, short, *never))
    assert flow.solve(CycleGoal(), LIMITS).status == "infeasible"
    assert flow.pieces
