"""A question reduced to what a conflict names, solved as any other: a second opinion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rotaplan.domain.people import People
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Goal, Limits, Part
from rotaplan.explanation import Item
from rotaplan.explanation.candidates import softened
from rotaplan.model.build import build
from rotaplan.rules.base import RuleBase
from rotaplan.strategies.concede import concede

_DEFAULTS = frozenset({"availability", "fixed", "required_skill", "allowed_codes"})


def only(scenario: Scenario, items: Sequence[Item]) -> Scenario:
    """Return a question in which nothing is strict, and nothing written, but some items."""
    cells = {cell for item in items for cell in item.cells}
    rules = _rows(items)
    kept = {rule.row for rule in rules}
    return replace(
        scenario,
        rules=(*rules, *(softened(rule) for rule in scenario.rules if rule.row not in kept)),
        absences=tuple(one for one in scenario.absences if one.origin in cells),
        pins=tuple(one for one in scenario.pins if one.origin in cells),
        demand=tuple(
            one if one.origin in cells else replace(one, minimum=0, target=0)
            for one in scenario.demand
        ),
    )


def _rows(items: Sequence[Item]) -> tuple[Rule, ...]:
    """Return each row once, for the people whom the items name."""
    people: dict[str, set[str]] = {}
    rows: dict[str, Rule] = {}
    for item in items:
        rows[item.rule.row] = item.rule
        people.setdefault(item.rule.row, set()).update(item.people)
    return tuple(
        replace(rule, who=People(ids=frozenset(people[row])))
        if isinstance(rule, RuleBase) and people[row] and _for_each(rule)
        else rule
        for row, rule in rows.items()
    )


def _for_each(rule: RuleBase) -> bool:
    return rule.key not in _DEFAULTS and rule.alone and "who" in rule.scope


def possible(scenario: Scenario, items: Collection[Item]) -> bool:
    """Whether there is a roster for what some items ask, and nothing else."""
    return has_roster(only(scenario, tuple(items)))


def has_roster(scenario: Scenario) -> bool:
    """Whether a question has a roster: its whole model, taken at once and without any price."""
    watch = Watch()
    model = concede(build(scenario), 0, watch)
    part = Part(model=model, roster={}, free=frozenset(model.domains), goal=Goal(), hinted=False)
    status = solve_part(part, Limits(seconds=600), watch).status
    assert status != "unknown"
    return status != "infeasible"
