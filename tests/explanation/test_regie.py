"""The régie's published roster explained: every refused wish, and posts that lose their people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rotaplan import Settings
from rotaplan.api import check, explain, polish, read, reasons
from rotaplan.domain.report import new_breaches, price_change
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.explanation.posts import REASONS, account
from rotaplan.explanation.wishes import is_granted
from rotaplan.judge import judge
from rotaplan.result import Result
from rotaplan.rules.base import LEVELS
from rotaplan.trial import Bench

BOOK = Path(__file__).parents[2] / "scenarios/regie_transports/publie.xlsx"
TAKEN, ASKED, CELLS = 4, 10, 3
"""Duties that lose their people, people of each account who are tried on the post, and cells."""
OUT = frozenset({"absent", "contract", "skill", "codes", "rest", "limit"})


@pytest.fixture(scope="module")
def published() -> Result:
    reading = read(BOOK)
    assert reading.scenario is not None
    assert reading.planning is not None
    return check(reading.scenario, reading.planning)


@pytest.mark.slow
def test_every_refused_wish_has_a_reason_and_the_price_that_forcing_it_costs(
    published: Result,
) -> None:
    """Each change offered is made and judged whole: the wish is met at the price that was told."""
    assert published.schedule is not None
    assert published.report is not None
    scenario, roster = published.scenario, published.schedule
    bench = Bench.of(scenario, roster)
    told = reasons(replace(published, seed=1))
    assert told.complete or not roster.uncovered()
    refused = [
        wish
        for wish in scenario.wishes
        if wish.day in scenario.horizon.planned and not is_granted(bench, wish)
    ]
    assert refused
    assert {one.wish for one in told.refusals} == set(refused)
    for one in told.refusals:
        assert one.change is not None or one.breach is not None
        if one.change is None:
            continue
        changed = roster.changed(one.change.removed, one.change.added)
        report = judge(scenario, changed)
        assert not new_breaches(published.report.violations, report.violations)
        assert price_change(published.report.violations, report.violations) == one.change.prices
        assert is_granted(Bench.of(scenario, changed), one.wish)


@pytest.mark.slow
def test_each_wish_costs_the_same_by_its_cell_and_by_the_sheet_of_wishes(
    published: Result,
) -> None:
    assert published.schedule is not None
    told = reasons(published).refusals[:CELLS]
    assert told
    for one in told:
        cell = explain(
            published.scenario,
            published.schedule.assignments,
            person=one.wish.person,
            date=published.scenario.horizon.date(one.wish.day),
            settings=Settings(reproducible=True, seconds=0.01),
        )
        assert cell.asked == one.wish
        found = None if cell.forced is None else cell.forced.grant
        assert (found and found.change) == one.change


@pytest.mark.slow
def test_wishes_that_cost_nothing_are_granted_and_nothing_gets_worse(published: Result) -> None:
    """The judge finds no level dearer, no new breach, more wishes granted, and none left free."""
    assert published.report is not None
    better, told = polish(published)
    assert better.report is not None
    assert not new_breaches(published.report.violations, better.report.violations)
    before, after = published.report.cost_by_level, better.report.cost_by_level
    assert all(after.get(level, 0) <= before.get(level, 0) for level in LEVELS)
    assert better.schedule == told.roster
    fewer = len(told.refusals) < len(reasons(published, seconds=0).refusals)
    assert fewer == (after != before)
    assert [one for one in told.refusals if one.change and one.change.better] == []


@pytest.mark.slow
def test_an_open_post_accounts_for_every_driver(published: Result) -> None:
    """The numbers add up to the staff; who is out of the question breaks a strict rule there."""
    assert published.schedule is not None
    rng = Random(5)
    duties = [one for one in published.schedule.assignments if one.day > 6]
    holes = rng.sample(duties, TAKEN)
    roster = published.schedule.changed(holes, [])
    bench = Bench.of(published.scenario, roster)
    told = reasons(check(published.scenario, roster.assignments))
    staff = [person.id for person in published.scenario.people]
    assert told.accounts
    for one in told.accounts[: 2 * TAKEN]:
        assert sum(len(one.of(reason)) for reason in REASONS) == len(staff)
        assert list(one.people) == staff
        for name in rng.sample(staff, ASKED):
            if one.people[name].reason not in OUT:
                continue
            post = replace(holes[0], person=name, day=one.need.day, shift=one.need.shift)
            after = bench.changed([], [replace(post, skill=one.need.skill)])
            broken = [v for found in after.found for v in found]
            before = [v for found in bench.found for v in found]
            assert new_breaches(before, broken), (one.need, name, one.people[name])


@pytest.mark.slow
def test_what_stays_open_with_many_away_accounts_for_every_driver(published: Result) -> None:
    """The published duties of the 24 who are away in ``tendu.xlsx`` are open, and fully told."""
    reading = read(BOOK.with_name("tendu.xlsx"))
    assert reading.scenario is not None
    assert published.schedule is not None
    scenario, staff = reading.scenario, [person.id for person in reading.scenario.people]
    held = [one for one in published.schedule.assignments if not _away(scenario, one)]
    bench = Bench.of(scenario, Schedule.of(scenario, held))
    open_posts = [need for need, _ in bench.roster.uncovered()]
    assert len(open_posts) > TAKEN
    for need in Random(6).sample(open_posts, TAKEN):
        told = account(bench, need)
        assert list(told.people) == staff
        assert sum(len(told.of(reason)) for reason in REASONS) == len(staff)
        away = {name for name in staff if scenario.away(scenario.person[name], need.day)}
        assert len(away) >= 24
        assert away <= set(told.of("absent"))  # and whoever is not available at that hour
        working = {one.person for one in held if one.day == need.day}
        assert set(told.of("elsewhere")) <= working
        assert working - set(told.of("elsewhere")) <= {
            name for reason in ("holds", *OUT) for name in told.of(reason)
        }


def _away(scenario: Scenario, one: Assignment) -> bool:
    return scenario.away(scenario.person[one.person], one.day)
