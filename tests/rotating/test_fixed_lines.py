"""Lines that do not rotate: each closes on itself, all are made alike, goal by goal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

import pytest

from rotaplan.api import Settings, rotate
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.engines.cpsat import Watch
from rotaplan.judge import judge
from rotaplan.rotating import FIXED_GOALS, GAPS, GoalReached, figures_of
from rotaplan.write.rotation_figures import labels, parts
from tests.rotating.questions import RAILWAYS, asked, made, only

STEADY = Settings(seconds=1, reproducible=True)
HASTY = Settings(seconds=0.1, reproducible=True)
NO_MORNING_AFTER_NIGHT = made("forbidden_succession", shifts=only("N"), then=only("M"))


def broken(question: RotationQuestion, rotation: Rotation) -> list[str]:
    roster = question.walked(rotation)
    return sorted({one.rule for one in judge(roster.scenario, roster).broken})


def grid(*lines: str) -> Rotation:
    codes = (tuple("" if code == "." else code for code in line) for line in lines)
    return Rotation(name="x", lines=tuple(codes))


def test_the_seam_is_that_of_each_line_alone() -> None:
    """A night on Sunday meets the Monday of its own line, not that of the next one."""
    walked = asked(2, {"M": 1, "N": 1}, NO_MORNING_AFTER_NIGHT)
    kept = replace(walked, weeks=1)
    own, next_one = grid("M.....N", "......."), grid("......N", "M......")
    assert (broken(kept, own), broken(walked, own)) == (["forbidden_succession"], [])
    assert (broken(kept, next_one), broken(walked, next_one)) == ([], ["forbidden_succession"])


def test_a_line_of_two_weeks_begins_anew_after_them() -> None:
    question = replace(asked(1, {"M": 1, "N": 1}, NO_MORNING_AFTER_NIGHT), weeks=2)
    assert broken(question, grid("M......", "......N")) == ["forbidden_succession"]
    assert broken(question, grid("......N", ".......")) == []
    assert broken(question, grid("......N", "M......")) == ["forbidden_succession"]


def test_figures_are_those_of_the_lines_apart() -> None:
    question = replace(asked(2, {"M": 1, "N": 1}), weeks=1)
    one = figures_of(question, grid("MM...NN", "NNM...."))
    assert (one.hours_gap, one.nights_gap, one.sundays_gap, one.weekends_gap) == (480, 0, 1, 1)
    assert (one.full_weekends, one.rests, one.changes) == (1, 2, 4)
    assert one.missing == 14 - 7


@pytest.mark.parametrize("weeks", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_every_line_keeps_every_rule_and_every_week_its_needs(weeks: int) -> None:
    rules = (*RAILWAYS[1:], made("work_run", maximum=5), made("weekly_rest", minimum=35 * 60))
    needs = {"M": 1, "N": [1, 1, 1, 1, 0, 0, 0]}
    question = replace(asked(4, needs, *rules), weeks=weeks)
    (found,) = rotate(question, HASTY).grids
    lines = found.rotation.parted(weeks)
    assert [len(line.lines) for line in lines] == [weeks] * 4
    for line in lines:
        assert broken(question.alone(), line) == []
        after = [*line.days[1:], line.days[0]]
        assert ("N", "M") not in zip(line.days, after, strict=True)
    for week in range(weeks):
        together = [line.lines[week] for line in lines]
        for need in question.needs:
            assert sum(one[need.weekday] == need.shift for one in together) == need.least


def everything(question: RotationQuestion) -> Iterator[Rotation]:
    """Yield all grids of lines of one week that hold the needs exactly."""
    ways = []
    for weekday in range(7):
        held = [n.shift for n in question.needs if n.weekday == weekday for _ in range(n.least)]
        ways.append(sorted(set(permutations([*held, *[""] * (question.lines - len(held))]))))
    for days in product(*ways):
        yield Rotation(name="x", lines=tuple(zip(*days, strict=True)))


def goals(question: RotationQuestion, rotation: Rotation) -> tuple[int, ...]:
    one = figures_of(question, rotation)
    gaps = [getattr(one, gap) for gap in GAPS]
    return (*gaps, -one.full_weekends, one.changes, one.rests)


def test_no_lines_are_more_alike_by_any_goal_in_order() -> None:
    question = replace(
        asked(
            3,
            {"M": [1, 1, 1, 1, 1, 0, 1], "N": [0, 0, 1, 1, 0, 0, 0]},
            NO_MORNING_AFTER_NIGHT,
            made("work_run", maximum=3),
        ),
        weeks=1,
    )
    candidates = sorted(everything(question), key=lambda one: goals(question, one))
    best = next(one for one in candidates if not broken(question, one))
    found = rotate(question, Settings(seconds=10, reproducible=True))
    assert found.status == "optimal"
    assert goals(question, found.grids[0].rotation) == goals(question, best)


def test_a_gap_that_cannot_be_closed_is_proven() -> None:
    """Seven duties of eight hours on two lines: one has one more."""
    question = replace(asked(2, {"M": 1}), weeks=1)
    (found,) = rotate(question, STEADY).grids
    assert (found.figures.hours_gap, found.bounds["hours_gap"]) == (480, 480)


def test_alternatives_share_half_of_their_weeks_at_most() -> None:
    question = replace(asked(4, {"M": 1, "N": [1, 1, 0, 0, 0, 0, 0]}), weeks=1)
    first, other = rotate(question, STEADY, alternatives=2).grids
    assert first.rotation.lines != other.rotation.lines
    assert other.shared_weeks <= 2


def test_as_many_weeks_as_lines_start_from_one_rotation_begun_in_turn() -> None:
    """Alike by that already, and as good as the rotation is: later goals do not starve."""
    rules = (NO_MORNING_AFTER_NIGHT, made("work_run", maximum=5))
    walked = asked(3, {"M": 1, "N": [1, 1, 1, 1, 0, 0, 0]}, *rules)
    (one,) = rotate(walked, HASTY).grids
    (found,) = rotate(replace(walked, weeks=3), HASTY).grids
    assert [getattr(found.figures, gap) for gap in GAPS] == [0, 0, 0, 0]
    assert all(found.proven(gap) for gap in GAPS)
    assert found.figures.full_weekends >= 3 * one.figures.full_weekends
    assert found.figures.changes <= 3 * one.figures.changes


def test_each_line_is_a_rotation_of_its_own_name() -> None:
    question = replace(asked(2, {"M": 1}), weeks=2)
    found = rotate(question, STEADY)
    assert [(name, len(line.lines)) for name, line in parts(found)] == [
        ("test - 1", 2),
        ("test - 2", 2),
    ]
    assert labels(question) == ["1.1", "1.2", "2.1", "2.2"]


def test_each_goal_is_told_as_it_is_settled_and_a_stop_keeps_the_grid() -> None:
    watch, told = Watch(), list[GoalReached]()

    def listen(news: GoalReached) -> None:
        told.append(news)
        watch.stop()

    question = replace(asked(2, {"M": 1}), weeks=1)
    found = rotate(question, STEADY, watch=watch, listener=listen)
    assert told == [GoalReached(goal="hours_gap", figure=480, proven=True)]
    assert (found.status, found.grids[0].figures.hours_gap) == ("feasible", 480)
    everything_told = list[GoalReached]()
    rotate(question, STEADY, listener=everything_told.append)
    assert [one.goal for one in everything_told] == list(FIXED_GOALS[1:])
