"""Re-plans by windows: as good, level after level, as what the whole model proves."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part, PersonDay, Roster
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import OFF, Allowed, Grade, Total
from rotaplan.strategies import by_windows, proofs, search
from rotaplan.strategies.asked import Options
from rotaplan.strategies.by_windows import ByWindows
from rotaplan.strategies.construct import resume
from rotaplan.strategies.incumbent import Costs, Incumbent
from rotaplan.strategies.plan import Plan
from rotaplan.strategies.windows import Cut
from tests.solve.small import row, scenario

CHANGES, WISHES = 3, 6
PEOPLE, DAYS = 5, 21
Known = tuple[Model, dict[PersonDay, int]]


@cache
def published(limit: int | None) -> Known:
    """Return a team over three weeks with a roster; ``limit`` of weekends, where there is one."""
    rules = [
        row("rest_between", minimum=660),
        row("days_period", maximum=5, period="week"),
    ]
    if limit is not None:
        rules.append(row("weekends_max", maximum=limit, must=True))
    model = build(scenario(PEOPLE, DAYS, {"E": 2, "L": 1}, rules))
    options = Options(seconds=1, seed=1, workers=1, reproducible=True)
    found = Plan(model, options, None, Watch()).run()
    assert found.roster is not None
    return model, {cell: found.roster.get(cell, OFF) for cell in model.domains}


def disrupted(seed: int, limit: int | None = None, away: int = 2) -> Known:
    """Return a model that prices changes of the roster, then wishes; some people are away."""
    rng = Random(seed)
    model, roster = published(limit)
    domains = dict(model.domains)
    for _ in range(away):
        person, first = rng.randrange(PEOPLE), rng.randrange(DAYS)
        for day in range(first, min(DAYS, first + rng.randint(1, 3))):
            domains[person, day] = (OFF,)
    changes = [
        Total(
            *(0, Grade(must=False, level=CHANGES, weight=1), person, tuple(range(DAYS))),
            tuple(
                dict.fromkeys(model.frame.every - {roster[person, day]}, 1) for day in range(DAYS)
            ),
            most=0,
        )
        for person in range(PEOPLE)
    ]
    wishes = [
        Allowed(
            *(0, Grade(must=False, level=WISHES, weight=rng.randint(1, 9)), *cell),
            frozenset(rng.sample(sorted(model.frame.every), 2)),
        )
        for cell in sorted(model.domains)
    ]
    asked = (*model.requirements, *changes, *wishes)
    return replace(model, domains=domains, requirements=asked), roster


def resumed(known: Known) -> Incumbent:
    """Return the incumbent with which a re-plan begins."""
    model, roster = known
    first = resume(model, roster, Incumbent(model, {}).levels, 1, Watch())
    assert first is not None
    return Incumbent(model, first)


def windows(incumbent: Incumbent, effort: float = 5.0) -> ByWindows:
    return ByWindows(
        incumbent=incumbent, seed=1, watch=Watch(), until=time.monotonic() + 60, effort=effort
    )


def proven_whole(known: Known) -> Costs:
    """Return the prices of the best roster of all, the whole model taken level after level."""
    model, roster = known
    levels = Incumbent(model, {}).levels[1:]
    for position, level in enumerate(levels):
        part = Part(
            model=model,
            roster=roster,
            free=frozenset(model.domains),
            goal=Goal(levels=(level,), held=levels[:position]),
            hinted=position > 0,
        )
        answer = solve_part(part, Limits(seconds=60, effort=10))
        assert answer.status == "optimal"
        roster = dict(answer.changes)
    return Incumbent(model, roster).costs


@pytest.mark.parametrize("seed", range(8))
def test_windows_prove_what_the_whole_proves(seed: int) -> None:
    """What speaks of one week, or of two days on end, is proven week by week."""
    known = disrupted(seed)
    incumbent = resumed(known)
    assert windows(incumbent).run()
    assert incumbent.costs == proven_whole(known)


@pytest.mark.parametrize("seed", range(6))
def test_what_speaks_of_all_weeks_is_never_left_aside(seed: int) -> None:
    """A limit on the weekends of the whole plan is dropped in the windows, not in the proof."""
    known = disrupted(seed, limit=1, away=3)
    incumbent = resumed(known)
    if windows(incumbent).run():
        assert incumbent.costs == proven_whole(known)


def test_weekends_of_the_whole_plan_are_proven_now_and_then() -> None:
    """Where nobody would work too many of them, dropping the limit has changed nothing."""
    assert any(windows(resumed(disrupted(seed, limit=2))).run() for seed in range(4))


def counted(parts: list[Part]) -> Callable[..., Answer]:
    """Return what solves parts, and notes them."""

    def solve(part: Part, limits: Limits, watch: Watch) -> Answer:
        parts.append(part)
        return solve_part(part, limits, watch)

    return solve


def test_weeks_in_which_nothing_has_happened_are_not_solved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts: list[Part] = []
    monkeypatch.setattr(by_windows, "solve_part", counted(parts))
    known = disrupted(0, away=0)
    assert windows(resumed(known)).run()
    assert parts == []
    model, roster = known
    person = next(person for person in range(PEOPLE) if roster[person, 9] != OFF)
    domains = {**model.domains, (person, 9): (OFF,)}
    assert windows(resumed((replace(model, domains=domains), roster))).run()
    assert {day for part in parts for _, day in part.free} == set(range(7, 14))


def test_windows_end_with_the_weeks_and_are_joined_where_they_clash() -> None:
    """Limits on weeks are not cut; a rest between Sunday and Monday makes one of two windows."""
    model, _ = disrupted(0)
    cut = Cut(model)
    assert cut.parts == [(0, 6), (7, 13), (14, 20)]
    assert not any(isinstance(model.requirements[i], Total) for i in cut.dropped(cut.parts))
    across = [i for i in cut.dropped(cut.parts) if getattr(model.requirements[i], "day", 0) == 13]
    assert cut.joined(cut.parts, across) == [(0, 6), (7, 20)]


def test_an_unproven_window_is_no_proof() -> None:
    """Without any effort nothing is claimed, and the roster stays as it was."""
    incumbent = resumed(disrupted(1))
    before: Roster = dict(incumbent.roster)
    assert not windows(incumbent, effort=0.0).run()
    assert incumbent.roster == before


def test_a_re_plan_needs_no_whole_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a known roster the windows come first; where they prove it, nothing else is done."""
    monkeypatch.setattr(proofs, "solve_part", None)
    monkeypatch.setattr(search, "solve_part", None)
    known = disrupted(2)
    for options in (
        Options(seconds=20, seed=1, workers=1, reproducible=True),
        Options(seconds=20, seed=1, workers=2),
    ):
        found = Plan(known[0], options, None, Watch(), known[1]).run()
        assert found.status == "optimal"
        assert found.costs == found.bounds == proven_whole(known)[1:]


@pytest.mark.parametrize("weight", [1, 10**7])
def test_levels_without_room_in_one_objective_are_told(weight: int) -> None:
    """Levels that are too wide together are minimised one after the other."""
    model, roster = disrupted(3)
    wide = tuple(
        replace(one, grade=replace(one.grade, weight=weight * one.grade.weight))
        for one in model.requirements
    )
    part = Part(
        model=replace(model, requirements=wide),
        roster=roster,
        free=frozenset(model.domains),
        goal=Goal(levels=(CHANGES, WISHES)),
        hinted=False,
    )
    told = solve_part(part, Limits(seconds=60, effort=10)).levels
    assert told == ((CHANGES, WISHES) if weight == 1 else (CHANGES,))
