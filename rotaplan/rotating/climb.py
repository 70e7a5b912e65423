"""From any grid to the best one: goals in order, each kept while the next one is improved."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rotaplan.domain.rotation import Rotation
from rotaplan.engines.circulation import TooLarge
from rotaplan.engines.cycle import SHORTAGE, CycleAnswer, CycleGoal
from rotaplan.engines.part import Limits, PartStatus
from rotaplan.model.cycle import Window
from rotaplan.model.cycle_goals import (
    CHANGES,
    HOURS_GAP,
    NIGHTS_GAP,
    RESTS,
    SUNDAYS_GAP,
    WEEKENDS,
    WEEKENDS_GAP,
    longest_wait,
    rests,
    weekends,
)
from rotaplan.rotating.grid import PRICE, GridFigures, figures_of
from rotaplan.rotating.search import Clock, Found, Search
from rotaplan.rotating.values import Goal, goals_of
from rotaplan.rotating.verdict import broken_rows, disagreement

_LEVELS: Mapping[Goal, int] = {
    "missing": SHORTAGE,
    "hours_gap": HOURS_GAP,
    "nights_gap": NIGHTS_GAP,
    "sundays_gap": SUNDAYS_GAP,
    "weekends_gap": WEEKENDS_GAP,
    "full_weekends": WEEKENDS,
    "changes": CHANGES,
    "rests": RESTS,
}
"""Levels of the goals that are not those of rules."""
_FEW = 16
"""Lines up to which the table is worth a try where the flow has not settled a goal."""
_HOPED = 1 / 3
"""Share of the time for a flow whose first grid breaks what it cannot say: a later one may not."""
_FEWER = 8
"""Lines up to which the table mostly settles it sooner than the flow."""
_FLOW, _FLOW_OF_FEWER = 0.4, 0.1
"""Share of the time of a goal that the flow has before it."""


def best(
    search: Search,
    clock: Clock,
    unlike: Sequence[Rotation] = (),
    apart: int = 0,
    start: Rotation | None = None,
) -> Found:
    """Return the best grid that differs enough from others.

    Parameters
    ----------
    search
        The question, prepared.
    clock
        Until when.
    unlike, apart
        See :class:`~rotaplan.engines.cycle.CycleGoal`.
    start
        A grid that is known; any grid is searched for where None.
    """
    goal = CycleGoal(unlike=tuple(search.options(one) for one in unlike), apart=apart)
    if start is None:
        found = search.any(clock, goal)
        if found.rotation is None:
            return found
        start = found.rotation
        if search.method != "table" and broken_rows(search.question, start):
            if search.question.lines <= _FEW:
                return found
            clock = clock.earlier(_HOPED * (clock.ends - time.monotonic()))
    return _Climb(search, clock, search.options(start), goal).found()


class _Climb:
    """Improves one grid, goal by goal; the grid so far is kept throughout.

    Each goal adds its windows to those of the goals before it: the graphs stay small as long as
    they can. Where a goal for rules takes too many states all the same, the table goes on.

    Parameters
    ----------
    search
        The question, prepared.
    clock
        Until when. A goal may take a share of what is left, the first ones a greater one.
    days
        The grid, as options of its days.
    goal
        From which grids the answer differs.
    """

    def __init__(self, search: Search, clock: Clock, days: Sequence[int], goal: CycleGoal) -> None:
        self._search, self._clock, self._goal = search, clock, goal
        self._days = tuple(days)
        self._share = 1.0
        self._held: dict[int, int] = {}
        self._bounds: dict[Goal, int] = {}
        self._windows: list[Window] = []
        self._levels: dict[int, bool] = {}
        self._change = False
        self._on_table: tuple[str, ...] = ()
        self._table: Search | None = None

    @property
    def _figures(self) -> GridFigures:
        return figures_of(self._search.question, self._search.rotation(self._days))

    def found(self) -> Found:
        """Improve every goal in order, as long as there is time."""
        goals = goals_of(self._search.question)
        for number, goal in enumerate(goals):
            self._share = 2 / (len(goals) - number + 1)
            if not self._reached(goal):
                break
        figures = self._figures
        reached = {goal: figures.of(goal) for goal in goals}
        status: PartStatus = "optimal" if self._bounds == reached else "feasible"
        return Found(
            status=status,
            rotation=self._search.rotation(self._days),
            bounds=self._bounds,
            method=self._search.method,
            on_table=self._on_table,
        )

    def _reached(self, goal: Goal) -> bool:
        """Improve one goal; False where nothing further can be."""
        question, windows = self._search.question, list(self._windows)
        try:
            return self._towards(goal)
        except TooLarge:
            # Without rules that have a price, what was reached stands, without a bound.
            if not question.levels:
                return False
            if broken_rows(question, self._search.rotation(self._days)):
                raise
        self._windows = windows
        self._on_table = self._search.rows_beyond(self._levels)
        self._search = self._search.on_table()
        return self._towards(goal)

    def _towards(self, goal: Goal) -> bool:
        if goal == "longest_wait":
            return self._shorten_wait()
        if goal.startswith(PRICE):
            return self._depart_less(goal, int(goal.removeprefix(PRICE)))
        weeks, work = self._search.question.all_weeks, self._search.work
        if goal == "full_weekends":
            self._windows.append(weekends(work))
            self._improve(goal, weeks)
            return True
        if goal == "rests":
            self._windows += rests(work)
        self._change = self._change or goal == "changes"
        self._improve(goal)
        return True

    def _solve(self, goal: CycleGoal) -> CycleAnswer:
        """Return the answer to a goal; the grid so far is its start.

        Where the flow does not settle it for few lines, the table has a try too.
        """
        ends = self._clock.earlier(self._share * (self._clock.ends - time.monotonic()))
        search = self._search
        second = search.method != "table" and search.question.lines <= _FEW
        answer = self._asked(search, goal, self._first(ends.limits()) if second else ends.limits())
        if answer.status in ("optimal", "infeasible") or not second or ends.over:
            return answer
        self._table = self._table or search.on_table()
        other = self._asked(self._table, goal, ends.limits())
        bound = max(answer.bound, other.bound)
        if not other.days:
            return replace(answer, bound=bound)
        return replace(other, bound=min(bound, other.cost))

    def _first(self, limits: Limits) -> Limits:
        """Return what the flow has of the limits of a goal where the table comes after it."""
        share = _FLOW_OF_FEWER if self._search.question.lines <= _FEWER else _FLOW
        effort = None if limits.effort is None else share * limits.effort
        return replace(limits, seconds=share * limits.seconds, effort=effort)

    def _asked(self, search: Search, goal: CycleGoal, limits: Limits) -> CycleAnswer:
        engine = search.engine(*self._windows, levels=self._levels, change=self._change)
        engine.start(self._days)
        answer = engine.solve(goal, limits, self._clock.watch)
        self._days = answer.days or self._days
        return answer

    def _improve(self, goal: Goal, out_of: int | None = None) -> None:
        """Lower the price of a goal, and hold what was reached.

        Where the price is what is missing to the most thinkable, ``out_of`` is that.
        """
        level = _LEVELS[goal]
        price = _price(self._figures, goal, out_of)
        bound: int | None = None
        if price == 0:
            bound = 0
        elif not self._clock.over:
            held = {**self._held, level: price}
            answer = self._solve(replace(self._goal, level=level, held=held))
            bound = None if answer.status == "infeasible" else answer.bound
        figures = self._figures
        self._held[level] = _price(figures, goal, out_of)
        if bound is not None:
            self._bounds[goal] = bound if out_of is None else out_of - bound
        if not self._clock.over and (price or goal != "missing"):
            self._tell(goal, figures.of(goal), self._bounds.get(goal))

    def _tell(self, goal: Goal, figure: int, bound: int | None) -> None:
        """Tell that a goal is settled, unless the grid breaks what the flow cannot say."""
        search = self._search
        exact = search.method == "table" or not search.cycle.unfit
        if exact or not broken_rows(search.question, search.rotation(self._days)):
            self._clock.tell(goal, figure, bound)

    def _depart_less(self, goal: Goal, level: int) -> bool:
        """Lower what departures from the rules of a level cost, and hold it."""
        self._levels[level] = False
        loose = level in self._search.inexact
        if self._figures.of(goal) == 0 and not loose:
            self._bounds[goal] = self._held[level] = 0
            self._levels[level] = True
            self._tell(goal, 0, 0)
            return True
        if self._clock.over:
            return False
        held = self._held if loose else {**self._held, level: self._figures.of(goal)}
        answer = self._solve(replace(self._goal, level=level, held=dict(held)))
        figure = self._figures.of(goal)
        if not loose and answer.days and answer.cost < figure:
            raise disagreement(self._search.question, self._search.rotation(self._days))
        if not loose:
            self._bounds[goal] = answer.bound
        self._tell(goal, figure, self._bounds.get(goal))
        self._held[level] = answer.cost if loose else figure
        # A price of nothing is held as if the rules had to be kept: that is far easier.
        self._levels[level] = not loose and figure == 0
        return bool(answer.days) or not loose

    def _shorten_wait(self) -> bool:
        """Spread the full weekends, and hold the wait that was reached; False out of time."""
        figures, lines = self._figures, self._search.question.lines
        if figures.full_weekends < 2:
            self._bounds["longest_wait"] = figures.longest_wait
            return True
        before = list(self._windows)
        for weeks in range(-(-lines // figures.full_weekends), figures.longest_wait + 1):
            if self._clock.over:
                return False
            self._bounds["longest_wait"] = weeks
            self._windows = [*before, longest_wait(self._search.work, weeks)]
            answer = self._solve(replace(self._goal, held=dict(self._held)))
            if answer.status == "infeasible":
                continue
            reached = self._figures.longest_wait
            self._windows = [*before, longest_wait(self._search.work, reached)]
            self._tell("longest_wait", reached, weeks)
            break
        return not self._clock.over


def _price(figures: GridFigures, goal: Goal, out_of: int | None) -> int:
    return figures.of(goal) if out_of is None else out_of - figures.of(goal)
