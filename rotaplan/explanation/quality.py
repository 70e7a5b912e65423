"""How good a roster is: what each level could still gain, and which rows pay most of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.result import LevelOutcome, Result
from rotaplan.rules.base import RuleBase
from rotaplan.rules.cover import CoverMinimum, CoverTarget

_COVER = (CoverMinimum, CoverTarget)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShare:
    """What one row of the rules pays of a level.

    Attributes
    ----------
    rule
        The row.
    count
        How often it is not met.
    cost
        What it pays.
    share
        Its part of what the level costs, 0 to 1.
    """

    rule: Rule
    count: int
    cost: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelQuality:
    """How far one level of goals is from the best that is proven possible.

    Attributes
    ----------
    level
        1 safety and law ... 7 cost.
    cost, bound
        Its price, and the proven least one, given what the levels before it cost.
    posts
        People missing to what the rows of this level ask for.
    posts_to_gain
        How many of them at most a better roster could find; None where nothing is known of it,
        as another row could pay the proven price in their place.
    rows
        The rows that pay, the dearest first.
    """

    level: int
    cost: int
    bound: int
    posts: int = 0
    posts_to_gain: int | None = None
    rows: tuple[RowShare, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether the level cannot be better."""
        return self.cost <= self.bound

    @property
    def gain(self) -> float:
        """Part of the price that could be gained at most, 0 to 1."""
        return 0.0 if self.proven else (self.cost - self.bound) / self.cost


def quality(result: Result) -> tuple[LevelQuality, ...]:
    """Return how good a roster is, level by level; nothing where there is none.

    Parameters
    ----------
    result
        What a search hands back. Of a roster that was only judged nothing is proven.
    """
    if result.report is None:
        return ()
    found = result.report.violations
    return tuple(_level(result.scenario, one, found) for one in result.levels)


def _level(scenario: Scenario, outcome: LevelOutcome, found: Iterable[Violation]) -> LevelQuality:
    paying = [one for one in found if one.cost and one.level == outcome.level]
    posts = _missing(paying)
    return LevelQuality(
        level=outcome.level,
        cost=outcome.cost,
        bound=outcome.bound,
        posts=posts,
        posts_to_gain=_posts_to_gain(scenario, outcome, posts),
        rows=_rows(scenario, paying),
    )


def _rows(scenario: Scenario, paying: Iterable[Violation]) -> tuple[RowShare, ...]:
    """Return what each row pays, the dearest first and then in the order of the sheet."""
    costs: dict[str, list[int]] = {}
    for one in paying:
        costs.setdefault(one.row, []).append(one.cost)
    whole = sum(map(sum, costs.values()))
    rows = [
        RowShare(rule=rule, count=len(prices), cost=sum(prices), share=sum(prices) / whole)
        for rule in scenario.rules
        if (prices := costs.pop(rule.row or rule.key, None))
    ]
    return tuple(sorted(rows, key=lambda one: -one.cost))


def _missing(paying: Iterable[Violation]) -> int:
    """Return how many people are missing, those that two rows ask for counted once."""
    missing: dict[tuple[object, ...], int] = {}
    for one in paying:
        if one.rule in {cls.key for cls in _COVER}:
            post = (one.days, one.shift, one.skill)
            missing[post] = max(missing.get(post, 0), one.limit - one.measured)
    return sum(missing.values())


def _posts_to_gain(scenario: Scenario, outcome: LevelOutcome, posts: int) -> int | None:
    """Return how many missing people a better roster could find at most, where that is known.

    Where cover alone is priced at a level, at least so many people are missing as the proven
    price would pay for were each of them the dearest.
    """
    priced = [one for one in scenario.rules if not one.must and one.level == outcome.level]
    if not all(_prices_missing_alone(one) for one in priced):
        return None
    urgent = min((one.priority for day in scenario.needs.values() for one in day), default=1)
    dearest = sum(_price_of_one(one, urgent) for one in priced if isinstance(one, _COVER))
    least = -(-outcome.bound // dearest) if dearest else 0
    return max(0, posts - least)


def _price_of_one(rule: CoverMinimum | CoverTarget, priority: int) -> int:
    """Return what one person missing costs on a post of some priority."""
    units = rule.under if isinstance(rule, CoverTarget) else 1
    return rule.weight * units * (6 - priority)


def _prices_missing_alone(rule: Rule) -> bool:
    """Whether a row is about people missing and nothing else."""
    if not isinstance(rule, RuleBase):
        return False
    return isinstance(rule, CoverMinimum) or (isinstance(rule, CoverTarget) and not rule.over)
