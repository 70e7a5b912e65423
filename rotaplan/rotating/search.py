"""A question prepared for one method: engines that know some goals, grids from their answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.engines.circulation import Flow, TooLarge, graph_of
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.cpsat.table import Table
from rotaplan.engines.cycle import CycleEngine, CycleGoal, Quantity
from rotaplan.engines.part import Limits, PartStatus
from rotaplan.model.cycle import MUST, Cycle, Window, cycle_model, cycle_of
from rotaplan.model.cycle_goals import CHANGE, changes
from rotaplan.model.cycle_prices import empty, first_day
from rotaplan.rotating.loads import loads_of
from rotaplan.rotating.values import Goal, GoalReached, Method
from rotaplan.rules.sequences import OffRun

_BEYOND = 8 * WEEK
"""Days of the unrolled walk beyond a turn: the longest window that any goal has."""
_ANY = CycleGoal()
_NONE: Mapping[int, bool] = {}


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search ended with: a grid with proven bounds by goal, or the status without one.

    Attributes
    ----------
    status
        Optimal where every goal is proven.
    rotation, bounds
        The grid, and what is proven of its goals.
    method
        That found it.
    on_table
        Rows of rules for which the table took over.
    """

    status: PartStatus
    rotation: Rotation | None = None
    bounds: Mapping[Goal, int] = field(default_factory=dict)
    method: Method = "circulation"
    on_table: tuple[str, ...] = ()


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
        self._model = cycle_model(question, self._days() if method == "table" else WEEK)
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
        lengths = [rule.maximum for rule in question.strict if isinstance(rule, OffRun)]
        most_off = min((one for one in lengths if one is not None), default=None)
        self.work = work = frame.work
        self._changes = tuple(changes(work, most_off)) if method == "table" else ()
        self._loads = loads_of(question, frame.by_code) if question.weeks else ()

    def _days(self) -> int:
        """Return over how many days the table has people walk."""
        beyond = max(self.question.reach_days, _BEYOND) + WEEK
        priced = self.cycle.unfit.intersection(self.question.priced)
        counted = [self.question.counted(rule)[1].stop for rule in priced]
        return max([WEEK * self.question.turn_weeks, *counted]) + beyond

    def on_table(self) -> Search:
        """Return the same question on the table, where the flow has too many states."""
        return Search(self.question, "table", self.cycle)

    def engine(
        self, *windows: Window, levels: Mapping[int, bool] = _NONE, change: bool = False
    ) -> CycleEngine:
        """Return an engine that knows some goals.

        Parameters
        ----------
        windows
            With a price, or such as must hold.
        levels
            Those at which departures from rules are counted, and whether there must be none.
        change
            Whether changes of shift are.

        Raises
        ------
        TooLarge
            Where the flow cannot say it, or only with too many states.
        """
        kept = [
            replace(one, grade=MUST) if levels.get(one.grade.level) else one
            for one in self.cycle.windows
            if one.grade.must or one.grade.level in levels
        ]
        if self.method == "table":
            every = (*kept, *windows, *(self._changes if change else ()))
            return Table(
                self._model, self.cycle, self.question, self._needs, every, self._loads, levels
            )
        if any(self.question.rules[one].level in levels for one in self._priced_unfit):
            raise TooLarge
        price = CHANGE if change else None
        graph = graph_of(self.cycle.options, (*kept, *windows), price)
        return Flow(graph, self.question.lines, self._needs, price)

    @property
    def _priced_unfit(self) -> list[int]:
        return sorted(self.cycle.unfit.intersection(self.question.priced))

    def rows_beyond(self, levels: Collection[int]) -> tuple[str, ...]:
        """Return the rows of rules at some levels that the flow cannot say, else all of them."""
        rules = self.question.priced
        unfit = {n: rules[n] for n in self._priced_unfit if rules[n].level in levels}
        meant = unfit or {n: one for n, one in rules.items() if one.level in levels}
        return tuple(one.row or one.key for one in meant.values())

    @property
    def inexact(self) -> frozenset[int]:
        """The levels whose price the table can only count over a walk, ends and all.

        Their figures are those of the judge; nothing is proven of them.
        """
        if self.method != "table":
            return frozenset()
        priced = set(self._priced_unfit)
        asked = (one for one in self._model.requirements if one.rule in priced)
        return frozenset(
            self.question.rules[one.rule].level
            for one in asked
            if first_day(one) is None and not empty(one)
        )

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

    def any(self, clock: Clock, goal: CycleGoal = _ANY) -> Found:
        """Return any grid at all, of which nothing is proven."""
        answer = self.engine().solve(goal, clock.limits(), clock.watch)
        rotation = self.rotation(answer.days) if answer.days else None
        return Found(status=answer.status, rotation=rotation, method=self.method)
