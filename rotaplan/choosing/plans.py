"""Search rosters that differ: each goal in turn before the others, which keep within bounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from rotaplan.choosing.distance import Apart
from rotaplan.choosing.goals import Order, balanced, goals_of, prices, unit, wanting
from rotaplan.choosing.values import Choice, Tradeoff, dominates
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.result import Result

Solve = Callable[[Scenario, Sequence[Assignment] | None, Mapping[int, int]], Result]
"""Finds the best schedule, from a roster to start from, with prices that are good enough."""
Judge = Callable[[Scenario, Sequence[Assignment]], Result]
_ROUNDS = 3
"""How often each goal is put first, the others giving twice as much each time."""


def choices(
    scenario: Scenario,
    solve: Solve,
    judged: Judge,
    *,
    goals: Sequence[str],
    plans: int,
    least: int,
    give: Fraction,
    stopped: Callable[[], bool],
) -> Tradeoff:
    """Return up to so many rosters, none of which another one beats in every goal.

    Parameters
    ----------
    scenario
        The question.
    solve, judged
        How a roster is found, and how it is judged by the rules of the workbook.
    goals
        What is weighed.
    plans
        How many rosters are wanted.
    least
        Person-days on which any two of them must differ.
    give
        Share of its price in the first roster by which each other goal may be worse, in the
        first round; one unit of its dearest row at least.
    stopped
        Whether the planner wants no further search; the rosters found are kept.
    """
    started = time.monotonic()
    spoken = goals_of(scenario, goals)
    search = _Search(scenario, solve, judged, spoken, plans, least)
    search.add("workbook", Order(rules=scenario.rules, allowed={}))
    if search.first is not None:
        for name, order in _orders(scenario, spoken, search.first, give):
            if search.full or stopped():
                break
            search.add(name, order)
    return Tradeoff(
        scenario=scenario,
        goals=spoken,
        choices=tuple(replace(one, number=n) for n, one in enumerate(search.kept, start=1)),
        least_distance=least,
        dominated=search.dominated,
        without=search.without,
        seconds=time.monotonic() - started,
    )


def _orders(
    scenario: Scenario, goals: tuple[str, ...], first: Result, give: Fraction
) -> Iterator[tuple[str, Order]]:
    """Yield the orders of goals to try after that of the workbook."""
    report = first.report
    assert report is not None
    known = prices(report, goals, vital=False)
    # A goal that costs nothing already cannot be better.
    open_goals = [goal for goal in goals if known[goal]]
    for factor in (2**place for place in range(_ROUNDS)):
        for goal in open_goals:
            bounds = {
                other: known[other]
                + max(unit(scenario, other) * factor, ceil(known[other] * give * factor))
                for other in goals
                if other != goal
            }
            yield goal, wanting(scenario, goal, bounds)
        if factor == 1:
            yield "balanced", balanced(scenario, goals, known)
        yield "other", Order(rules=scenario.rules, allowed={})


class _Search:
    """The rosters kept so far, and what became of the others."""

    def __init__(
        self,
        scenario: Scenario,
        solve: Solve,
        judged: Judge,
        goals: tuple[str, ...],
        plans: int,
        least: int,
    ) -> None:
        self._scenario, self._solve, self._judge = scenario, solve, judged
        self._goals, self._plans, self._least = goals, plans, least
        self.kept: list[Choice] = []
        self.first: Result | None = None
        self.dominated = self.without = 0

    @property
    def full(self) -> bool:
        return len(self.kept) >= self._plans

    def add(self, name: str, order: Order) -> None:
        """Search a roster of one order, far from those kept; keep it unless one beats it."""
        kept = [one.result.schedule.assignments for one in self.kept if one.result.schedule]
        apart = [
            Apart(must=True, other=other, least=self._least, row=f"apart_from_plan {number}")
            for number, other in enumerate(kept, start=1)
        ]
        asked = replace(self._scenario, rules=(*order.rules, *apart))
        start = (
            None
            if self.first is None or not self.first.schedule
            else (self.first.schedule.assignments)
        )
        found = self._solve(asked, start, order.allowed)
        if found.schedule is None:
            self.without += 1
            return
        self._keep(name, found, found.schedule)

    def _keep(self, name: str, found: Result, schedule: Schedule) -> None:
        """Judge a roster by the rules of the workbook, and hold it against those kept."""
        result = self._judge(self._scenario, schedule.assignments)
        report = result.report
        assert report is not None
        result = replace(
            result,
            seconds=found.seconds,
            seed=found.seed,
            workers=found.workers,
            time_limit_seconds=found.time_limit_seconds,
        )
        if self.first is None:
            self.first = result
        costs = prices(report, self._goals)
        if any(dominates(one.prices, costs) for one in self.kept):
            self.dominated += 1
            return
        beaten = [one for one in self.kept if dominates(costs, one.prices)]
        self.dominated += len(beaten)
        self.kept = [one for one in self.kept if one not in beaten]
        self.kept.append(
            Choice(
                name=name,
                number=0,
                result=result,
                prices=costs,
                open_posts=sum(missing for _, missing in schedule.uncovered()),
            )
        )
