"""Solving: statuses, limits, sameness, and the judge's last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.people import People
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.engines.cpsat import Watch
from rotaplan.errors import Disagreement
from rotaplan.rules.base import rule_class
from rotaplan.strategies.asked import Progress
from tests.solve.small import row, scenario

SAME = Settings(reproducible=True, seconds=5)


def team(**given: object) -> Scenario:
    """Return six people over two weeks on three shifts."""
    rules = [
        row("rest_between", minimum=660),
        row("work_run", maximum=5),
        row("off_run", minimum=2, must=False, level=6),
        row("weekends_max", maximum=1, must=False, level=5),
    ]
    return scenario(6, 14, {"E": 1, "L": 1, "N": 1}, rules, **given)


def test_same_question_same_answer() -> None:
    """With the same seed and effort the roster is the same, cell by cell."""
    first, second = solve(team(), SAME), solve(team(), SAME)
    assert first.schedule is not None
    assert second.schedule is not None
    assert first.schedule.assignments == second.schedule.assignments


def test_little_effort_is_no_fault() -> None:
    """What a first search uses beyond the effort leaves none, rather than less than none."""
    assert solve(team(), Settings(reproducible=True, seconds=0.001)).schedule is not None


def test_every_post_is_filled_and_no_must_broken() -> None:
    """Six people cover three shifts a day with room to spare: nothing stays open."""
    result = solve(team(), SAME)
    assert result.schedule is not None
    assert result.report is not None
    assert result.report.clean
    assert list(result.schedule.uncovered()) == []
    assert result.objective == result.report.cost
    assert result.first_seconds is not None


def test_what_nobody_can_cover_stays_open_and_is_proven() -> None:
    """One person, three shifts a day: two posts a day stay open, and no roster does better."""
    result = solve(scenario(1, 3, {"E": 1, "L": 1, "N": 1}), SAME)
    assert result.status == "optimal"
    assert result.schedule is not None
    assert sum(missing for _, missing in result.schedule.uncovered()) == 6


@pytest.mark.parametrize("people", [0, 3])
@pytest.mark.parametrize("settings", [SAME, Settings(seconds=5, workers=2)])
def test_where_nothing_is_left_to_choose_the_price_is_proven(
    people: int, settings: Settings
) -> None:
    """Nobody, or everybody on leave: every post stays open, and the search ends by itself."""
    leave = tuple(Absence(person=name, first=0, last=2) for name in "ABC"[:people])
    result = solve(scenario(people, 3, {"E": 1}, absences=leave), settings)
    assert result.status == "optimal"
    assert result.bound == result.objective
    assert result.schedule is not None
    assert sum(missing for _, missing in result.schedule.uncovered()) == 3


def test_person_whose_own_rules_clash_is_named() -> None:
    """Two days to work of four, three of them leave: the person is named, nothing is made."""
    one = scenario(
        3,
        4,
        {"E": 1},
        [row("days_period", who=People(ids=frozenset("C")), minimum=2, period="horizon")],
        absences=(Absence(person="C", first=1, last=3, code="CA"),),
    )
    result = solve(one, SAME)
    assert (result.status, result.schedule, result.impossible) == ("infeasible", None, "C")


def test_musts_between_people_that_clash_are_proven_so() -> None:
    """Everybody must work five days, but there is work for one: no roster, and no person named."""
    one = scenario(2, 7, {"E": 1}, [row("days_period", minimum=5, period="horizon")])
    result = solve(one, Settings(seconds=20, workers=2))
    assert (result.status, result.schedule, result.impossible) == ("infeasible", None, None)


def test_first_roster_that_breaks_a_maximum_is_repaired() -> None:
    """Two people with seven days each share fourteen places of one: exactly one way round."""
    needs = {"E": 1, "L": 1}
    rules = [row("days_period", minimum=6, period="horizon"), row("work_run", maximum=6)]
    result = solve(scenario(2, 7, needs, rules), SAME)
    assert result.schedule is not None
    assert result.report is not None
    assert result.report.clean


def test_the_judge_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the judge rejects what the solver held, nothing is handed out."""

    def object_to_all(self: object, one: Scenario, schedule: Schedule) -> Iterator[Violation]:
        yield Violation(rule="work_run", row="Règles!A2", must=True)

    monkeypatch.setattr(rule_class("work_run"), "check", object_to_all)
    with pytest.raises(Disagreement) as caught:
        solve(team(), SAME)
    assert caught.value.schedule.assignments
    assert caught.value.report.broken


def test_a_price_that_differs_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the judge finds another price than the solver, nothing is handed out."""
    cls = rule_class("off_run")

    def costs_more(self: object, one: Scenario, schedule: Schedule) -> Iterator[Violation]:
        yield Violation(rule="off_run", row="Règles!off_run", level=6, weight=1, amount=999)

    monkeypatch.setattr(cls, "check", costs_more)
    with pytest.raises(Disagreement, match="999"):
        solve(team(), SAME)


def test_stopped_before_it_begins() -> None:
    """A search that is stopped at once has no schedule, and says that it does not know."""
    watch = Watch()
    watch.stop()
    result = solve(team(), Settings(seconds=5), watch=watch)
    assert (result.status, result.schedule) == ("unknown", None)


def test_stopped_early_keeps_the_best_so_far() -> None:
    """A search stopped at its first complete roster hands that one out, judged."""
    watch = Watch()

    def stop(progress: Progress) -> None:
        if not progress.repairing:
            watch.stop()

    result = solve(team(), Settings(seconds=60, workers=2), listener=stop, watch=watch)
    assert result.schedule is not None
    assert result.report is not None
    assert result.report.clean


def test_prices_never_rise() -> None:
    """What the listener hears falls from one time to the next, level by level."""
    heard: list[tuple[int, ...]] = []
    solve(team(), Settings(seconds=8, workers=2), listener=lambda p: heard.append(p.costs))
    assert heard
    assert heard == sorted(heard, reverse=True)


def test_later_levels_never_cost_an_earlier_one() -> None:
    """A wish at level 6 of any weight does not leave a post of level 2 open."""
    one = scenario(1, 1, {"E": 1})
    heavy = replace(
        one,
        rules=(
            *one.rules,
            row("days_period", maximum=0, period="horizon", must=False, level=6, weight=10_000),
        ),
    )
    result = solve(heavy, SAME)
    assert result.schedule is not None
    assert [a.shift for a in result.schedule.assignments] == ["E"]
