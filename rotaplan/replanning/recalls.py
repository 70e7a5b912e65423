"""Open posts that somebody at rest could take, with their consent: options, never decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rotaplan.domain.published import Published, notice_class
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.standing import week_minutes
from rotaplan.replanning.values import Recall
from rotaplan.trial import Bench, Move, Trial

_CONSENT = frozenset({"recall_rule", "freeze"})
"""Rules that somebody's consent sets aside; all others stay."""
_NEEDS = 8
_PEOPLE = 3
"""How many open posts are looked at, and how many people are named for each."""


def recalls(scenario: Scenario, schedule: Schedule, needs: Iterable[Need]) -> tuple[Recall, ...]:
    """Return who could take open posts from a day of rest without breaking a strict rule.

    Each is tried alone: two of them together may be too much.

    Parameters
    ----------
    scenario
        As disruptions leave it, with the published schedule.
    schedule
        The plan in which the posts are open.
    needs
        The open posts; the most important of those that begin after now are looked at.
    """
    published = scenario.published
    assert published is not None
    asked = replace(
        scenario, rules=tuple(rule for rule in scenario.rules if rule.key not in _CONSENT)
    )
    plan = Schedule.of(asked, schedule.assignments)
    opened = [need for need in needs if _begins(asked, need) > published.now]
    opened.sort(key=lambda need: (need.priority, need.day, need.shift, need.skill))
    bench = Bench.of(asked, plan) if opened else None
    return tuple(
        _recall(asked, published, need, move, plan)
        for need in opened[:_NEEDS]
        if bench is not None
        for move in _best(bench, need, published)
    )


def _begins(scenario: Scenario, need: Need) -> int:
    return scenario.horizon.instant(need.day, scenario.shift[need.shift].start)


def _best(bench: Bench, need: Need, published: Published) -> Iterator[Assignment]:
    """Yield the cheapest moves that break nothing."""
    moves = {
        person.id: Move(
            added=Assignment(person=person.id, day=need.day, shift=need.shift, skill=need.skill)
        )
        for person in bench.scenario.people
        if (person.id, need.day) not in published.cells
        and not bench.roster.by_day(person).get(need.day)
        and not bench.scenario.away(person, need.day)
    }
    alone = bench.trials(moves, others=False)
    levels = sorted({level for one in alone.values() for level in one.prices})
    fine = [name for name in sorted(moves) if not alone[name].breaches]
    fine.sort(key=lambda name: _price(alone[name], levels))
    found = 0
    for name in fine:
        if found == _PEOPLE:
            return
        if not bench.trials({name: moves[name]}, priced=False)[name].breaches:
            found += 1
            yield moves[name].added


def _price(trial: Trial, levels: Iterable[int]) -> list[int]:
    """Return what a move would cost, the highest level first."""
    return [trial.prices.get(level, 0) for level in levels]


def _recall(
    scenario: Scenario, published: Published, need: Need, move: Assignment, plan: Schedule
) -> Recall:
    person = scenario.person[move.person]
    after = plan.changed((), (move,))
    notice = max(0, _begins(scenario, need) - published.now)
    return Recall(
        need=need,
        person=person.id,
        notice_minutes=notice,
        notice=notice_class(person, notice),
        minutes=scenario.minutes(scenario.shift[need.shift], need.day),
        week_minutes=week_minutes(scenario, after.timeline(person), need.day),
    )
