"""The search for the best grid: goals in order, each kept while the next one is improved."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.engines.circulation import Flow, TooLarge, graph_of
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.table import Table
from rotaplan.engines.cycle import SHORTAGE, CycleAnswer, CycleEngine, CycleGoal, Quantity
from rotaplan.engines.part import Limits, PartStatus
from rotaplan.model.cycle import Cycle, Window, cycle_model, cycle_of
from rotaplan.model.cycle_goals import (
    CHANGE,
    CHANGES,
    HOURS_GAP,
    NIGHTS_GAP,
    RESTS,
    SUNDAYS_GAP,
    WEEKENDS,
    WEEKENDS_GAP,
    changes,
    longest_wait,
    rests,
    weekends,
)
from rotaplan.rotating.grid import GridFigures, figures_of
from rotaplan.rotating.loads import loads_of
from rotaplan.rotating.values import Goal, GoalReached, Method, goals_of
from rotaplan.rules.sequences import OffRun

_BEYOND = 8 * WEEK
"""Days of the unrolled walk beyond a turn: the longest window that any goal has."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search ended with: a grid with proven bounds by goal, or the status without one."""

    status: PartStatus
    rotation: Rotation | None = None
    bounds: Mapping[Goal, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Until when to search, and what can stop it before.

    Attributes
    ----------
    ends
        Monotonic instant in seconds.
    seed
        Of random choices.
    watch
        Lets another thread stop the search.
    effort
        Deterministic limit of each step; None for none.
    listener
        Told of each goal that is settled.
    """

    ends: float
    seed: int
    watch: Watch
    effort: float | None = None
    listener: Callable[[GoalReached], None] | None = None

    def tell(self, goal: Goal, figure: int, bound: int | None) -> None:
        """Tell who listens that a goal is settled."""
        if self.listener is not None:
            self.listener(GoalReached(goal=goal, figure=figure, proven=bound == figure))

    def earlier(self, seconds: float) -> Clock:
        """Return a clock that ends after so many seconds from now, if that is earlier."""
        return replace(self, ends=min(self.ends, time.monotonic() + seconds))

    def limits(self, share: float = 1.0) -> Limits:
        """Return the limits of a step that may take a share of what is left."""
        seconds = share * (self.ends - time.monotonic())
        return Limits(seconds=seconds, seed=self.seed, effort=self.effort)

    @property
    def over(self) -> bool:
        """Whether nothing further should begin."""
        return self.watch.stopped or time.monotonic() >= self.ends


class Search:
    """A question prepared for one method; what it has built serves all goals.

    Parameters
    ----------
    question
        What is asked.
    method
        ``circulation`` leaves out what the flow cannot say: a grid of its is best also where the
        judge accepts it, and no grid means that there is none. ``table`` leaves out nothing.
    cycle
        What the rules ask of the walk, where it is known already.
    """

    def __init__(
        self, question: RotationQuestion, method: Method, cycle: Cycle | None = None
    ) -> None:
        self.question, self.method = question, method
        self.cycle = cycle or cycle_of(question.alone())
        beyond = max(question.reach_days, _BEYOND) + WEEK
        turn = WEEK * question.turn_weeks
        self._model = cycle_model(question, turn + beyond if method == "table" else WEEK)
        frame = self._model.frame
        self._codes = ["", *(option.shift.code for _, option in frame.numbered)]
        self._number = {code: number for number, code in enumerate(self._codes)}
        self._needs = [
            Quantity(
                weekday=one.weekday,
                options=frame.by_code[one.shift],
                least=one.least,
                target=one.target,
                most=one.most,
            )
            for one in question.needs
        ]
        lengths = [rule.maximum for rule in question.rules if isinstance(rule, OffRun)]
        most_off = min((one for one in lengths if one is not None), default=None)
        self.work = work = frame.work
        self._changes = tuple(changes(work, most_off)) if method == "table" else ()
        self._loads = loads_of(question, frame.by_code) if question.weeks else ()

    def engine(self, *windows: Window, change: bool = False) -> CycleEngine:
        """Return an engine that knows some goals, and windows that must hold."""
        if self.method == "table":
            every = (*windows, *self._changes) if change else windows
            return Table(self._model, self.cycle, self.question, self._needs, every, self._loads)
        price = CHANGE if change else None
        graph = graph_of(self.cycle.options, (*self.cycle.windows, *windows), price)
        return Flow(graph, self.question.lines, self._needs, price)

    def rotation(self, days: Sequence[int]) -> Rotation:
        """Return the options of a cycle as a grid, its first line the first in a fixed order."""
        found = Rotation.of(self.question.name, (self._codes[option] for option in days))
        if self.question.weeks:
            lines = sorted(found.parted(self.question.weeks), key=self._order, reverse=True)
            return Rotation.of(found.name, (code for line in lines for code in line.days))
        turns = (found.turned(week) for week in range(len(found.lines)))
        return max(turns, key=self._order)

    def _order(self, rotation: Rotation) -> list[int]:
        return [self._number[code] for code in rotation.days]

    def options(self, rotation: Rotation) -> tuple[int, ...]:
        """Return a grid as the options of its days."""
        return tuple(self._number[code] for code in rotation.days)

    def any(self, clock: Clock) -> Found:
        """Return any grid at all."""
        answer = self.engine().solve(CycleGoal(), clock.limits(), clock.watch)
        rotation = self.rotation(answer.days) if answer.days else None
        return Found(status=answer.status, rotation=rotation)

    def best(self, clock: Clock, unlike: Sequence[Rotation] = (), apart: int = 0) -> Found:
        """Return the best grid that differs enough from others.

        Parameters
        ----------
        clock
            Until when.
        unlike, apart
            See :class:`~rotaplan.engines.cycle.CycleGoal`.
        """
        goal = CycleGoal(unlike=tuple(self.options(one) for one in unlike), apart=apart)
        answer = self.engine().solve(goal, clock.limits(), clock.watch)
        if not answer.days:
            return Found(status=answer.status)
        return _Climb(self, clock, goal, answer.days).found()


class _Climb:
    """From any grid to the best one, goal by goal; the grid so far is kept throughout.

    Each goal adds its windows to those of the goals before it: the graphs stay small as long as
    they can.
    """

    def __init__(self, search: Search, clock: Clock, goal: CycleGoal, days: Sequence[int]) -> None:
        self._search, self._clock, self._goal = search, clock, goal
        self._days = tuple(days)
        self._held: dict[int, int] = {}
        self._bounds: dict[Goal, int] = {}
        self._windows: list[Window] = []

    @property
    def _figures(self) -> GridFigures:
        return figures_of(self._search.question, self._search.rotation(self._days))

    def found(self) -> Found:
        """Improve every goal in order, as long as there is time."""
        # Where a goal takes too many states, what was reached stands, without a bound.
        with suppress(TooLarge):
            self._climb()
        goals = goals_of(self._search.question)
        reached = {goal: getattr(self._figures, goal) for goal in goals}
        status: PartStatus = "optimal" if self._bounds == reached else "feasible"
        rotation = self._search.rotation(self._days)
        return Found(status=status, rotation=rotation, bounds=self._bounds)

    def _climb(self) -> None:
        weeks, work = self._search.question.all_weeks, self._search.work
        if self._figures.missing:
            self._improve(SHORTAGE, "missing", lambda f: f.missing)
        else:
            self._bounds["missing"] = self._held[SHORTAGE] = 0
        if self._search.question.weeks:
            self._share()
        self._windows.append(weekends(work))
        self._improve(WEEKENDS, "full_weekends", lambda f: weeks - f.full_weekends, out_of=weeks)
        if not self._search.question.weeks and not self._shorten_wait():
            return
        self._improve(CHANGES, "changes", lambda f: f.changes, change=True)
        self._windows += rests(work)
        self._improve(RESTS, "rests", lambda f: f.rests, change=True)

    def _share(self) -> None:
        """Have lines that do not rotate carry alike, one load after the other."""
        self._improve(HOURS_GAP, "hours_gap", lambda f: f.hours_gap)
        self._improve(NIGHTS_GAP, "nights_gap", lambda f: f.nights_gap)
        self._improve(SUNDAYS_GAP, "sundays_gap", lambda f: f.sundays_gap)
        self._improve(WEEKENDS_GAP, "weekends_gap", lambda f: f.weekends_gap)

    def _solve(self, level: int | None, *, change: bool = False) -> CycleAnswer:
        """Return the answer for a level, what was reached held; the grid so far is its start."""
        engine = self._search.engine(*self._windows, change=change)
        engine.start(self._days)
        goal = replace(self._goal, level=level, held=dict(self._held))
        answer = engine.solve(goal, self._clock.limits(0.5), self._clock.watch)
        self._days = answer.days or self._days
        return answer

    def _improve(
        self,
        level: int,
        goal: Goal,
        cost: Callable[[GridFigures], int],
        *,
        change: bool = False,
        out_of: int | None = None,
    ) -> None:
        """Lower the price of a level, and hold what was reached.

        Where the price is what is missing to the most thinkable, ``out_of`` is that.
        """
        figures = self._figures
        if not self._clock.over:
            answer = self._solve(level, change=change)
            figures = self._figures
            if answer.status != "infeasible":
                self._bounds[goal] = answer.bound if out_of is None else out_of - answer.bound
            self._clock.tell(goal, getattr(figures, goal), self._bounds.get(goal))
        self._held[level] = cost(figures)

    def _shorten_wait(self) -> bool:
        """Spread the full weekends; False where the time does not suffice for it."""
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
            answer = self._solve(None)
            if answer.status != "infeasible":
                self._clock.tell("longest_wait", self._figures.longest_wait, weeks)
                return bool(answer.days)
        return False
