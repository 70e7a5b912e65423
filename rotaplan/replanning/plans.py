"""Three graded plans from one incident: what is asked of each, and which really differ."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from rotaplan.domain.disrupted import disrupted
from rotaplan.domain.disruption import Disruption, Effect, merged
from rotaplan.domain.published import PersonDay, Post, posts_of
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.stands import published
from rotaplan.domain.time import local_time
from rotaplan.domain.work import Family
from rotaplan.judge import judge
from rotaplan.replanning.figures import figures, modifications, open_days, uncovered
from rotaplan.replanning.recalls import recalls
from rotaplan.replanning.values import PLANS, Alternative, PlanName, Replanning
from rotaplan.result import Result

Solve = Callable[[Scenario, Sequence[Assignment]], Result]
"""Finds and has judged the best schedule of a scenario, from a roster to start from."""
_COVER, _TARGET = "cover_minimum", "cover_target"
_CHANGES = frozenset({"change_cost", "people_disturbed"})
_COVER_WEIGHT: Mapping[PlanName, int] = {"fewest": 12, "balanced": 50}
"""What a missing person weighs (times 6 less the priority of the need) against changes.

People disturbed weigh 50 each unless the workbook says otherwise. With 12 nobody is disturbed for
a post, whatever its priority; people whose duty was taken anyway are used. With 50 somebody is
disturbed, or a volunteer called, where a post of priority 1 or 2 would stay open. In the plan
with most cover, minimum and target go before all changes.
"""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is known when a schedule is to be re-planned.

    Attributes
    ----------
    scenario
        As it was before any disruption.
    assignments
        The schedule as announced last.
    earlier, new
        Disruptions that the schedule already takes into account, and those that it does not.
    now
        The moment, in minutes since 1970 (UTC).
    announced, original, freed
        Of cells changed by earlier re-plans: when that was announced, what stood there before
        (None for a day off), and which were left free by the incident.
    last_day
        Last day on which anything may change; None for that on which the disruptions end.
    """

    scenario: Scenario
    assignments: tuple[Assignment, ...]
    new: tuple[Disruption, ...]
    now: int
    earlier: tuple[Disruption, ...] = ()
    announced: Mapping[PersonDay, int] = field(default_factory=dict)
    original: Mapping[PersonDay, Post | None] = field(default_factory=dict)
    freed: frozenset[PersonDay] = frozenset()
    last_day: int | None = None


def replanned(question: Question, solve: Solve, names: Iterable[PlanName] = PLANS) -> Replanning:
    """Return the plans that answer an incident.

    Parameters
    ----------
    question
        What is known.
    solve
        How a plan is found.
    names
        Which plans are wanted.
    """
    started = time.monotonic()
    scenario, disruptions = _aftermath(question)
    stands = tuple(_assignments(scenario.published.stands))  # type: ignore[union-attr]
    before = Schedule.of(scenario, stands)
    found: list[Alternative] = []
    start, first = stands, None
    wanted = set(names)
    for name in PLANS:
        if name not in wanted:
            continue
        result = solve(graded(scenario, name), start)
        if result.schedule is None:
            continue
        first = time.monotonic() - started if first is None else first
        start = result.schedule.assignments
        found.append(_alternative(scenario, name, result))
    return Replanning(
        scenario=scenario,
        disruptions=disruptions,
        new=question.new,
        alternatives=tuple(_with_recalls(scenario, one) for one in _settled(found)),
        days=open_days(scenario),
        untouched=figures(scenario, before, judge(scenario, before)),
        left_open=tuple(uncovered(scenario, before)),
        broken_before=_broken_before(question),
        first_seconds=first,
        seconds=time.monotonic() - started,
    )


def _aftermath(question: Question) -> tuple[Scenario, tuple[Disruption, ...]]:
    """Return the scenario as disruptions leave it, with what stands of the published schedule."""
    # What is dealt with now is known now, whatever the row says or leaves open.
    new = tuple(replace(d, known=min(d.known_since, question.now)) for d in question.new)
    disruptions = merged(question.earlier, new)
    known = (*question.earlier, *new)
    cells = posts_of(_with_all_shifts(question.scenario, known), question.assignments)
    scenario, fate = disrupted(question.scenario, disruptions, cells)
    scenario = _using_reserve(_keeping_shifts(scenario, question, cells))
    last_day = question.last_day
    if last_day is None:
        last_day = _end_of(scenario, disruptions, question.now)
    stands = published(
        question.scenario,
        scenario,
        fate,
        cells,
        question.now,
        disruptions,
        announced=question.announced,
        original=question.original,
        last_day=last_day,
    )
    stands = replace(stands, freed=stands.freed | question.freed)
    return replace(scenario, published=stands), disruptions


def _with_all_shifts(scenario: Scenario, disruptions: Sequence[Disruption]) -> Scenario:
    """Return a scenario that knows every code which the published schedule may hold."""
    return disrupted(scenario, disruptions, {})[0]


def _keeping_shifts(
    scenario: Scenario, question: Question, cells: Mapping[PersonDay, Post]
) -> Scenario:
    """Return a scenario that still knows the codes of duties which are not asked for any more."""
    known = _with_all_shifts(question.scenario, question.earlier).shift
    codes = sorted({post.shift for post in cells.values()} - scenario.shift.keys())
    return replace(scenario, shifts=(*scenario.shifts, *(known[code] for code in codes)))


def _using_reserve(scenario: Scenario) -> Scenario:
    """Return a scenario in which nobody must stay in reserve: the reserve is there to be used."""
    demand = tuple(
        replace(line, minimum=0, target=0)
        if scenario.shift[line.shift].family is Family.RESERVE
        else line
        for line in scenario.demand
    )
    return replace(scenario, demand=demand)


def _end_of(scenario: Scenario, disruptions: Sequence[Disruption], now: int) -> int | None:
    """Return the last day of the disruptions; None where one has no end.

    What people have offered lasts as long as it may and says nothing of the incident.
    """
    last = now
    for one in disruptions:
        if one.effect is Effect.VOLUNTEER:
            continue
        if one.end is None:
            return None
        last = max(last, one.end - 1)
    return scenario.horizon.day(local_time(last, scenario.horizon.zone).date())


def graded(scenario: Scenario, name: PlanName) -> Scenario:
    """Return a scenario whose cover and changes are weighed as a plan asks.

    A minimum that is strict stays strict in every plan.
    """
    if name == "most":
        return replace(scenario, rules=_cover_first(scenario.rules))
    level = _level_of(scenario.rules, _CHANGES)
    rules = tuple(
        _reweighed(rule, level=level, weight=_COVER_WEIGHT[name])
        if rule.key == _COVER and not rule.must
        else rule
        for rule in scenario.rules
    )
    return replace(scenario, rules=rules)


def _cover_first(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return rules of which the targets of cover, too, go before all changes."""
    level = min(_level_of(rules, {_COVER}), _level_of(rules, _CHANGES) - 1)
    return tuple(
        _reweighed(rule, level=min(rule.level, level))
        if rule.key in (_COVER, _TARGET) and not rule.must
        else rule
        for rule in rules
    )


def _level_of(rules: Iterable[Rule], keys: Collection[str]) -> int:
    return min((rule.level for rule in rules if rule.key in keys and not rule.must), default=3)


def _reweighed(rule: Rule, **grade: int) -> Rule:
    return cast(Rule, replace(cast(Any, rule), **grade))


def _alternative(scenario: Scenario, name: PlanName, result: Result) -> Alternative:
    """Return a plan with its figures, under the rules that all plans share."""
    assert result.schedule is not None
    schedule = Schedule.of(scenario, result.schedule.assignments)
    same_rules = result.scenario.rules == scenario.rules
    report = result.report if result.report and same_rules else judge(scenario, schedule)
    shown = figures(scenario, schedule, report)
    return Alternative(
        name=name,
        result=result,
        modifications=modifications(scenario, schedule),
        figures=shown,
        uncovered=tuple(uncovered(scenario, schedule)),
    )


def _with_recalls(scenario: Scenario, plan: Alternative) -> Alternative:
    """Return a plan with what could be asked of people at rest; nothing is decided for them."""
    if plan.same_as is not None or not plan.uncovered:
        return plan
    needs = [need for need, _ in plan.uncovered]
    return replace(plan, recalls=recalls(scenario, plan.schedule, needs))


def _settled(found: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """Return plans, those marked that another one is as good as in everything."""
    settled: list[Alternative] = []
    for at, one in enumerate(found):
        better = (
            other.name
            for place, other in enumerate(found)
            if other is not one
            and _as_good(other, one)
            and (place < at or not _as_good(one, other))
        )
        settled.append(replace(one, same_as=next(better, None)))
    return tuple(settled)


def _as_good(one: Alternative, other: Alternative) -> bool:
    return all(a <= b for a, b in zip(one.figures.merits, other.figures.merits, strict=True))


def _broken_before(question: Question) -> tuple[Any, ...]:
    """Return what the published schedule broke before this incident was known."""
    scenario, _ = disrupted(question.scenario, question.earlier, {})
    scenario = replace(scenario, rules=tuple(rule for rule in scenario.rules if rule.must))
    return judge(scenario, Schedule.of(scenario, question.assignments)).broken


def _assignments(posts: Mapping[PersonDay, Post]) -> Iterable[Assignment]:
    for (person, day), post in sorted(posts.items(), key=lambda item: item[0]):
        yield Assignment(person=person, day=day, shift=post.shift, skill=post.skill)
