"""Several concessions at once, where no single post or leave settles everything."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Need, Rule, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.engines.cpsat import solve_part
from rotaplan.engines.part import REPAIR_LEVEL, Goal, Limits, Part
from rotaplan.explanation.arithmetic import Shortage
from rotaplan.explanation.candidates import asked_for, candidates, lowered
from rotaplan.explanation.concessions import Conceder
from rotaplan.explanation.pricing import price_of
from rotaplan.explanation.values import Concession, Conflict, Item, Remedy
from rotaplan.judge import found_by
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover, Requirement

_COVER = frozenset({"cover_minimum", "cover_target"})
_ROWS = ("soft", "law")
_MUCH = ("skill", "person", *_ROWS)
"""Kinds that give up more than anybody needs, or that nobody has at hand this week."""
_STEP_SECONDS = 12.0


def remedy(
    conceder: Conceder, conflicts: Sequence[Conflict], short: Sequence[Shortage] = ()
) -> Remedy | None:
    """Return concessions that leave a roster together; None where a single one is enough.

    Neither more people or skills nor a whole row made soft count as one. Posts left open come
    first, as few as a search finds; then the first concession of each conflict, and with these
    the posts that are then to be left open.

    Parameters
    ----------
    conceder
        Proves, and has the time.
    conflicts
        With the concessions of each.
    short
        Sums that cannot come out, for which no conflict may have been found.
    """
    told = [each for one in conflicts for each in one.concessions if each.scope == "roster"]
    if any(each.kind not in _MUCH for each in told):
        return None
    scenario = conceder.scenario
    about_posts = any(item.needs for one in conflicts for item in one.items)
    about_posts |= any(one.posts for one in short)
    posts = _fewest_posts(conceder, scenario) if about_posts else None
    if posts is not None or told or not conflicts:
        return posts
    chosen = _one_of_each(scenario, conflicts)
    if len(chosen) < len(conflicts):
        return None
    changed = chosen[-1].scenario
    clauses = conceder.prepare(changed)
    if conceder.holds(clauses, clauses.pieces):
        return _priced(conceder, chosen, changed) if len(chosen) > 1 else None
    more = _fewest_posts(conceder, changed)
    return None if more is None else replace(more, concessions=(*chosen, *more.concessions))


def _one_of_each(scenario: Scenario, conflicts: Sequence[Conflict]) -> list[Concession]:
    """Return the first concession of each conflict, each made in what the others have changed.

    Where a conflict is told of several people at once, only the row settles it for all of them.
    """
    chosen: list[Concession] = []
    for one in conflicts:
        fitting = (c for c in one.concessions if not one.alike or c.kind in _ROWS)
        first = next(fitting, None)
        again = None if first is None else _made_in(scenario, one, first)
        if again is None:
            break
        chosen.append(again)
        scenario = again.scenario
    return chosen


def _made_in(scenario: Scenario, conflict: Conflict, one: Concession) -> Concession | None:
    """Return the same change of a question that has changed otherwise."""

    def what(each: Concession) -> tuple[object, ...]:
        return (each.kind, each.cell, each.person, each.days, each.moved, each.count, each.need)

    return next((each for each in candidates(scenario, conflict) if what(each) == what(one)), None)


def _fewest_posts(conceder: Conceder, scenario: Scenario) -> Remedy | None:
    """Return posts to leave open so that all else holds, as few as a search finds.

    One solve in which missing people are priced and every other must holds; another one proves
    the question as changed.
    """
    left = min(conceder.left, _STEP_SECONDS)
    if left <= 0:
        return None
    model = conceder.prepare(scenario).model
    part = Part(
        model=model,
        roster={},
        free=frozenset(model.domains),
        goal=Goal(levels=(REPAIR_LEVEL,)),
        softened=lambda one: _asks_for_people(model, one),
        hinted=False,
    )
    limits = Limits(seconds=left, seed=conceder.seed)
    answer = solve_part(part, limits, conceder.watch)
    if not answer.changes:
        return None
    duties = (model.frame.duty(*cell, option) for cell, option in answer.changes.items())
    roster = Schedule.of(scenario, [one for one in duties if one is not None])
    missing = _missing(scenario, roster)
    lines = [lowered(scenario, rule, need, count) for rule, need, count in missing]
    changed = replace(scenario, demand=(*scenario.demand, *lines))
    clauses = conceder.prepare(changed)
    if not missing or not conceder.holds(clauses, clauses.pieces):
        return None
    chosen = tuple(_left_open(missing, changed))
    return replace(_priced(conceder, chosen, changed), fewest=answer.status == "optimal")


def _asks_for_people(model: Model, one: Requirement) -> bool:
    cover = isinstance(one, Cover) and one.least is not None
    return cover and model.rules[one.rule].key in _COVER


def _missing(scenario: Scenario, roster: Schedule) -> list[tuple[Rule, Need, int]]:
    """Return each post that lacks people whom a strict row asks for, with the row and how many.

    A row on the target goes before one on the minimum of the same post: it asks for more.
    """
    found: dict[tuple[int, str, str], tuple[Rule, Need, int]] = {}
    rows = [one for one in scenario.rules if one.must and one.key in _COVER]
    for rule in sorted(rows, key=lambda one: one.key):
        for one in found_by(rule, scenario, roster):
            need = _need(scenario, one)
            count = asked_for(rule, need) - one.measured
            if count > 0:
                found[need.day, need.shift, need.skill] = (rule, need, count)
    return [found[post] for post in sorted(found)]


def _need(scenario: Scenario, found: Violation) -> Need:
    post = (found.shift, found.skill)
    return next(n for n in scenario.needs[found.days[0]] if (n.shift, n.skill) == post)


def _left_open(
    missing: Sequence[tuple[Rule, Need, int]], changed: Scenario
) -> Iterator[Concession]:
    """Yield posts left open, those of one line with as many people missing each day as one."""
    alike: dict[Hashable, list[tuple[Rule, Need, int]]] = {}
    for rule, need, count in missing:
        key = (rule.row, need.origin, need.shift, need.skill, count)
        alike.setdefault(key, []).append((rule, need, count))
    for group in alike.values():
        rule, first, count = group[0]
        needs = tuple(need for _, need, _ in group)
        days = tuple(need.day for need in needs)
        cells = () if first.origin is None else (first.origin,)
        yield Concession(
            kind="post",
            item=Item(rule=rule, cells=cells, days=days, needs=needs),
            scenario=changed,
            cell=first.origin,
            days=days,
            need=first,
            count=count * len(group),
        )


def _priced(conceder: Conceder, chosen: Sequence[Concession], changed: Scenario) -> Remedy:
    return Remedy(
        concessions=tuple(chosen), scenario=changed, price=price_of(conceder.solve(changed, None))
    )
