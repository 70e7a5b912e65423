"""Goals that a planner weighs against each other, and the rules that speak for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Rule, Scenario

GOALS: Mapping[str, frozenset[str]] = {
    "cover": frozenset(
        {
            "cover_curve",
            "cover_maximum",
            "cover_minimum",
            "cover_smooth",
            "cover_target",
            "group_mix",
            "min_presence",
            "post_group",
            "reserve",
            "resource_cap",
            "skill_cover",
            "tutor",
        }
    ),
    "fairness": frozenset(
        {
            "balance_account",
            "balance_count",
            "balance_minutes",
            "balance_points",
            "balance_worst",
            "holidays_share",
            "wish_equity",
        }
    ),
    "wishes": frozenset(
        {"near_leave", "pattern", "preferred_person", "priority", "requests", "usual_hours"}
    ),
    "changes": frozenset({"change_cap", "change_cost", "follow_rotation", "people_disturbed"}),
    "cost": frozenset(
        {"activation", "avoid_skill_use", "cost", "external", "overtime_cap", "premium"}
    ),
}
"""Keys of the rules that speak for each goal, as far as the planner's rows have a price."""
_BY_KEY = {key: goal for goal, keys in GOALS.items() for key in keys}
_BY_LEVEL = {3: "changes", 4: "cover", 5: "fairness", 6: "wishes", 7: "cost"}
"""What any other rule speaks for: the aim of the level at which the planner has put its row."""
VITAL_LEVEL = 2
"""Safety and vital cover (levels 1 and 2) come first in every plan and never give way."""
_BOUNDED, _WANTED, _REST = 10, 30, 50
"""Where levels go in the rules of a plan: what is bounded, what is wanted most, all the rest."""


def goal_of(rule: Rule, goals: Iterable[str]) -> str | None:
    """Return the goal that a row speaks for; None where it must hold, or speaks for none of them.

    What is no rule of a goal speaks for that of its level: hours over a limit at the level of
    fairness are unfair.
    """
    return None if rule.must else _goal(rule.key, rule.level, goals)


def _goal(key: str, level: int, goals: Iterable[str]) -> str | None:
    found = _BY_KEY.get(key) or _BY_LEVEL.get(level)
    return next((goal for goal in goals if goal == found), None)


def goals_of(scenario: Scenario, goals: Iterable[str]) -> tuple[str, ...]:
    """Return the goals that some row below the vital levels speaks for, in order.

    Nothing can change where no roster is published and nobody follows a cycle.
    """
    named = tuple(dict.fromkeys(goals))
    spoken = {goal_of(rule, named) for rule in scenario.rules if rule.level > VITAL_LEVEL}
    if scenario.published is None and not any(one.seat for one in scenario.people):
        spoken.discard("changes")
    return tuple(goal for goal in named if goal in spoken)


def prices(report: Report, goals: Iterable[str], *, vital: bool = True) -> dict[str, int]:
    """Return what a roster costs by goal, in the weights of the workbook.

    Parameters
    ----------
    report
        What the judge says of the roster.
    goals
        Which ones.
    vital
        Whether rows at the vital levels count too.
    """
    named = tuple(goals)
    found = dict.fromkeys(named, 0)
    for one in report.soft:
        goal = _goal(one.rule, one.level, named)
        if goal is not None and (vital or one.level > VITAL_LEVEL):
            found[goal] += one.cost
    return found


@dataclass(frozen=True, kw_only=True)
class Order:
    """The rules of one plan, and what each of its levels may cost without anything giving way."""

    rules: tuple[Rule, ...]
    allowed: Mapping[int, int]


def wanting(scenario: Scenario, goal: str, bounds: Mapping[str, int]) -> Order:
    """Return rules in which one goal comes before the others, which keep within bounds.

    Each bounded goal has its rows twice: once to hold the bound, once at the level where the
    workbook has them, so that what may give way does so no more than it must.

    Parameters
    ----------
    scenario
        The question.
    goal
        What is wanted most, after safety and vital cover.
    bounds
        What each other goal may cost at most below the vital levels.
    """
    rules: list[Rule] = []
    places = {other: _BOUNDED + place for place, other in enumerate(bounds)}
    for rule in scenario.rules:
        spoken = goal_of(rule, (goal, *bounds))
        if rule.must or rule.level <= VITAL_LEVEL:
            rules.append(rule)
            continue
        if spoken in places:
            rules.append(_graded(rule, level=places[spoken]))
        first = _WANTED if spoken == goal else _REST
        rules.append(_graded(rule, level=first + rule.level))
    allowed = {places[other]: most for other, most in bounds.items()}
    return Order(rules=tuple(rules), allowed=allowed)


def balanced(scenario: Scenario, goals: Iterable[str], costs: Mapping[str, int]) -> Order:
    """Return rules in which all goals stand at one level, each as dear as the others.

    Parameters
    ----------
    scenario
        The question.
    goals
        What is balanced.
    costs
        What each goal costs in a roster known: in that one all weigh the same.
    """
    named = tuple(goals)
    dearest = max((costs[goal] for goal in named), default=1)
    rules: list[Rule] = []
    for rule in scenario.rules:
        goal = goal_of(rule, named)
        if rule.must or rule.level <= VITAL_LEVEL:
            rules.append(rule)
        elif goal is None:
            rules.append(_graded(rule, level=_REST + rule.level))
        else:
            factor = max(1, round(dearest / max(1, costs[goal])))
            rules.append(_graded(rule, level=_WANTED, weight=rule.weight * factor))
    return Order(rules=tuple(rules), allowed={})


def unit(scenario: Scenario, goal: str) -> int:
    """Return the price of one unit of the dearest row of a goal below the vital levels."""
    return max(
        (
            rule.weight
            for rule in scenario.rules
            if rule.level > VITAL_LEVEL and goal_of(rule, (goal,))
        ),
        default=0,
    )


def _graded(rule: Rule, **grade: int) -> Rule:
    return cast(Rule, replace(cast(Any, rule), **grade))
