"""A cycle cell by cell, on a horizon that wraps: for rules that no graph of walks can hold.

The cells of one turn are free; every later day is the day of the first turn that it repeats, so
that what rules ask of the unrolled walk is asked of the cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from rotaplan.domain.rotation import WEEK
from rotaplan.engines.cpsat.cells import Cells, Truth
from rotaplan.engines.cpsat.encode import Encoder
from rotaplan.engines.cpsat.engine import Watch
from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.cycle import (
    SHORTAGE,
    STATUSES,
    CycleAnswer,
    CycleGoal,
    Quantity,
    cycle_solver,
)
from rotaplan.engines.part import Goal, Limits, Part
from rotaplan.errors import ModelError
from rotaplan.model.build import Model
from rotaplan.model.cycle import Cycle, Window
from rotaplan.model.requirements import OFF, Groups, Total


class _Wrapped(Cells):
    """Cells of people who walk through one cycle, person k a line behind person k - 1."""

    def __init__(self, part: Part, program: Program, turn: int) -> None:
        self._turn = turn
        super().__init__(part, program, ())
        for person in range(len(part.model.frame.scenario.people)):
            for day in range(self.horizon_days):
                cell = self._cell(person, day)
                if cell in self.literals:
                    self.literals[person, day] = self.literals[cell]
                else:
                    self._fixed[person, day] = self._fixed[cell]

    def _cell(self, person: int, day: int) -> tuple[int, int]:
        return 0, (day + WEEK * person) % self._turn

    def member(self, person: int, day: int, options: frozenset[int]) -> Truth:
        """Return whether a cell takes one of some options: that of the first turn."""
        return super().member(*self._cell(person, day), options)


class Table:
    """One question on the table of its cells.

    Parameters
    ----------
    model
        What the rules ask of people who walk for more than a turn.
    cycle
        What of it recurs every week, and the rules of which not all does.
    lines
        Weeks of the cycle.
    needs
        How many lines hold what on each weekday.
    windows
        Goals, and further windows that must hold.
    """

    def __init__(
        self,
        model: Model,
        cycle: Cycle,
        lines: int,
        needs: Sequence[Quantity],
        windows: Sequence[Window],
    ) -> None:
        self.lines, self._needs, self._cycle = lines, needs, cycle
        self._turn = WEEK * lines
        self._model = replace(model, domains=self._domains(model, cycle))
        self._windows = (*cycle.windows, *windows)
        self._known: tuple[int, ...] = ()

    def _domains(self, model: Model, cycle: Cycle) -> dict[tuple[int, int], tuple[int, ...]]:
        """Return the options of the cells of one turn that are open whenever they come."""
        options = [set(cycle.options[day % WEEK]) for day in range(self._turn)]
        for (person, day), allowed in model.domains.items():
            options[(day + WEEK * person) % self._turn].intersection_update(allowed)
        return {(0, day): tuple(sorted(found)) for day, found in enumerate(options)}

    def start(self, days: Sequence[int]) -> None:
        """Begin the next search from a cycle that is known."""
        self._known = tuple(days)

    def solve(self, goal: CycleGoal, limits: Limits, watch: Watch | None = None) -> CycleAnswer:
        """Return the best cycle for a goal that the limits allow to find.

        Raises
        ------
        ModelError
            Where the solver calls the program invalid: a fault of rotaplan.
        """
        program = Program()
        roster = {(0, day): option for day, option in enumerate(self._known)}
        free = frozenset((0, day) for day in range(self._turn))
        part = Part(
            model=self._model, roster=roster, free=free, goal=Goal(), hinted=bool(self._known)
        )
        cells = _Wrapped(part, program, self._turn)
        if cells.empty:
            return CycleAnswer(status="infeasible")
        prices = self._post(program, cells)
        for level, most in sorted(goal.held.items()):
            program.between(prices.get(level, Linear()), None, most)
        for days in goal.unlike:
            self._differ(program, cells, days, goal.apart)
        if goal.level is not None:
            program.minimise(prices.get(goal.level, Linear()))
        program.hint_all()
        return self._run(program, cells, goal, limits, watch or Watch())

    def _post(self, program: Program, cells: Cells) -> dict[int, Linear]:
        """Write needs, windows and all else that must hold; return the prices by level."""
        encoder, prices = Encoder(cells, self._model.frame), dict[int, Linear]()
        for window in self._windows:
            for line in range(self.lines):
                asked = _asked(window, WEEK * line + window.weekday)
                price = encoder.encode(asked, window.grade.must)
                if not window.grade.must:
                    total = prices.setdefault(window.grade.level, Linear())
                    total.add_all(price, window.grade.weight)
        for requirement in self._model.requirements:
            if requirement.rule in self._cycle.unfit and requirement.grade.must:
                encoder.encode(requirement, True)
        for need in self._needs:
            self._meet(program, cells, need, prices)
        return prices

    def _meet(
        self, program: Program, cells: Cells, need: Quantity, prices: dict[int, Linear]
    ) -> None:
        held = Linear()
        for line in range(self.lines):
            truth = cells.member(0, WEEK * line + need.weekday, need.options)
            if truth is True:
                held.constant += 1
            elif truth is not False:
                held.add(truth, 1)
        program.between(held, need.least, need.most)
        if need.target > need.least:
            gap = need.target - need.least
            short = program.new(0, gap, need.target - program.value_of(held))
            reached = Linear()
            reached.add_all(held, 1)
            reached.add(short, 1)
            program.between(reached, need.target, None)
            prices.setdefault(SHORTAGE, Linear()).add(short, 1)

    def _differ(self, program: Program, cells: Cells, days: Sequence[int], apart: int) -> None:
        """Hold the weeks that another cycle has too to so many fewer."""
        weeks = sorted({tuple(days[at : at + WEEK]) for at in range(0, len(days), WEEK)})
        shared = Linear()
        for line in range(self.lines):
            for week in weeks:
                same = cells.all_of(
                    cells.member(0, WEEK * line + day, frozenset({option}))
                    for day, option in enumerate(week)
                )
                if same is True:
                    shared.constant += 1
                elif same is not False:
                    shared.add(same, 1)
        program.between(shared, None, self.lines - -(-apart // WEEK))

    def _run(
        self, program: Program, cells: Cells, goal: CycleGoal, limits: Limits, watch: Watch
    ) -> CycleAnswer:
        solver = cycle_solver(limits, limits.seconds)
        try:
            if not watch.enter(solver):
                return CycleAnswer(status="unknown")
            status = solver.solve(program.model)
        finally:
            watch.leave(solver)
        if status == cp_model.MODEL_INVALID:
            raise ModelError(program.model.validate())
        name = STATUSES.get(int(status), "unknown")
        priced = goal.level is not None
        bound = max(0, round(solver.best_objective_bound)) if priced else 0
        if name in ("infeasible", "unknown"):
            return CycleAnswer(status=name, bound=bound if name == "unknown" else 0)
        values = list(solver.response_proto.solution)
        self._known = tuple(_read(cells, values, day) for day in range(self._turn))
        cost = round(solver.objective_value) if priced else 0
        return CycleAnswer(status=name, days=self._known, cost=cost, bound=min(bound, cost))


def _read(cells: Cells, values: Sequence[int], day: int) -> int:
    literals = cells.literals.get((0, day))
    if literals is None:
        return cells.fixed(0, day) or OFF
    return next(option for option, literal in literals.items() if values[literal])


def _asked(window: Window, first: int) -> Total | Groups:
    """Return a window that begins on a day as a requirement of these cells."""
    days = range(first, first + len(window.steps))
    if all(step.closes for step in window.steps):
        return Total(
            0,
            window.grade,
            0,
            tuple(days),
            tuple(dict(step.worths) for step in window.steps),
            least=window.least,
            most=window.most,
            unit=window.unit,
        )
    return Groups(
        0,
        window.grade,
        0,
        tuple(_groups(window, days)),
        frozenset(),
        least=window.least,
        most=window.most,
        instead={
            day: frozenset(option for option, _ in step.worths)
            for day, step in zip(days, window.steps, strict=True)
        },
    )


def _groups(window: Window, days: Iterable[int]) -> Iterable[tuple[int, ...]]:
    """Yield the groups of days of a window in which anything is worth something."""
    group: list[int] = []
    for day, step in zip(days, window.steps, strict=True):
        if step.worths:
            group.append(day)
        if step.closes and group:
            yield tuple(group)
            group = []
