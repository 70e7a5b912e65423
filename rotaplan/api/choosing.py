"""A few different good rosters, and the trade-off between their goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan.api.settings import Settings
from rotaplan.api.solving import check, solve
from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.result import Result

if TYPE_CHECKING:
    from rotaplan.choosing import Tradeoff
    from rotaplan.engines.cpsat import Watch
    from rotaplan.strategies.asked import Progress

GOAL_NAMES = ("cover", "fairness", "wishes", "changes", "cost")
DEFAULT_PLANS, DEFAULT_DISTANCE, DEFAULT_GIVE = 4, 20, 0.25


def tradeoff(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    goals: Sequence[str] = GOAL_NAMES,
    plans: int = DEFAULT_PLANS,
    distance: int = DEFAULT_DISTANCE,
    give: float = DEFAULT_GIVE,
    listener: Callable[[Progress], None] | None = None,
    watch: Watch | None = None,
) -> Tradeoff:
    """Return a few different good rosters, none of which beats another in every goal.

    The first is the best one by the rules as they stand. In each of the others a goal comes
    before the rest, or all count alike. A goal is what the rules made for it say, and any other
    row at its level. Safety and vital cover (levels 1 and 2) never give way.
    Each roster is judged by the rules as they stand.

    Parameters
    ----------
    scenario
        The question.
    settings
        Limits of the search of each roster, and seed.
    goals
        What is weighed: ``cover``, ``fairness``, ``wishes``, ``changes``, ``cost``.
    plans
        How many rosters at most, from 1.
    distance
        Person-days on which any two rosters differ at least (shift, function, work or rest).
    give
        Share of its price in the first roster by which each goal may be worse where another
        comes first; one unit of its dearest row at least. Doubled in further rounds where
        rosters are still missing.
    listener
        Told of each improvement of each search while it goes on, from any thread.
    watch
        Lets another thread stop the search; what is found by then is returned.

    Raises
    ------
    ValueError
        Where a goal is not known, or a number is out of range.
    """
    from rotaplan.choosing import GOALS, choices
    from rotaplan.engines.cpsat import Watch as NewWatch

    unknown = [goal for goal in goals if goal not in GOALS]
    if unknown:
        raise ValueError(f"no such goal: {', '.join(unknown)}")
    if plans < 1 or distance < 1 or give < 0:
        raise ValueError("plans and distance are at least 1, give at least 0")
    watch = watch or NewWatch()

    def find(
        asked: Scenario, start: Sequence[Assignment] | None, allowed: Mapping[int, int]
    ) -> Result:
        # The limit of one search stops its watch; that of the caller stops them all.
        inner = watch.inner()
        return solve(asked, settings, listener=listener, watch=inner, start=start, allowed=allowed)

    def judged(asked: Scenario, roster: Sequence[Assignment]) -> Result:
        return replace(check(asked, roster), status="feasible")

    return choices(
        scenario,
        find,
        judged,
        goals=goals,
        plans=plans,
        least=distance,
        give=Fraction(repr(give)),
        stopped=lambda: watch.stopped,
    )


def most_apart(scenario: Scenario) -> int:
    """Return on how many person-days two rosters can differ at most: all of them."""
    return len(scenario.people) * len(scenario.horizon.planned)


def write_tradeoff(
    found: Tradeoff, targets: Sequence[Path], path: Path, *, language: Language
) -> None:
    """Write the sheet that holds the rosters side by side, with links to their workbooks.

    Parameters
    ----------
    found
        The rosters.
    targets
        The workbook of each, in order.
    path
        New file.
    language
        Of the sheet.
    """
    from rotaplan.write.xlsx.tradeoff import write_tradeoff as write_it

    write_it(found, targets, path, language)
