"""A cycle cell by cell, on a horizon that wraps: for rules that no graph of walks can hold.

The cells of one turn are free; every later day is the day of the first turn that it repeats, so
that what rules ask of the unrolled walk is asked of the cycle. Lines that do not rotate are as
many cycles side by side, each of which closes on itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.engines.cpsat.cells import Cells, Truth
from rotaplan.engines.cpsat.encode import Encoder
from rotaplan.engines.cpsat.engine import Watch
from rotaplan.engines.cpsat.even import spread
from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.cycle import (
    SHORTAGE,
    STATUSES,
    CycleAnswer,
    CycleGoal,
    Load,
    Quantity,
    cycle_solver,
)
from rotaplan.engines.part import Goal, Limits, Part
from rotaplan.engines.solver import cp_model
from rotaplan.errors import ModelError
from rotaplan.model.build import Model
from rotaplan.model.cycle import Cycle, Window
from rotaplan.model.cycle_prices import first_day
from rotaplan.model.requirements import OFF, Groups, Requirement, Total


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many cycles of how many weeks there are, and how many people walk through each."""

    cycles: int
    weeks: int
    walkers: int

    @property
    def first(self) -> range:
        """The people whose cells of the first turn are those of the cycles."""
        return range(0, self.cycles * self.walkers, self.walkers)

    @property
    def cells(self) -> list[tuple[int, int]]:
        """The cells of all cycles, one after the other."""
        return [(person, day) for person in self.first for day in range(WEEK * self.weeks)]

    def cell(self, person: int, day: int) -> tuple[int, int]:
        """Return the cell of a first turn that a cell repeats."""
        behind = person % self.walkers
        return person - behind, (day + WEEK * behind) % (WEEK * self.weeks)

    def held_together(self) -> list[list[tuple[int, int]]]:
        """Return person and week of what is held at the same time, for each such time.

        Everybody walks through a single cycle at once: all its weeks are. Of lines that do not
        rotate, the same week of each.
        """
        if self.cycles == 1:
            return [[(0, week) for week in range(self.weeks)]]
        return [[(person, week) for person in self.first] for week in range(self.weeks)]


class _Wrapped(Cells):
    """Cells of people who walk through cycles, each a week behind the one before on the same."""

    def __init__(self, part: Part, program: Program, shape: _Shape) -> None:
        self._cell = shape.cell
        super().__init__(part, program, ())
        for person in range(len(part.model.frame.scenario.people)):
            for day in range(self.horizon_days):
                cell = self._cell(person, day)
                if cell in self.literals:
                    self.literals[person, day] = self.literals[cell]
                else:
                    self._fixed[person, day] = self._fixed[cell]

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
    question
        How many lines of how many weeks there are.
    needs
        How many lines hold what on each weekday.
    windows
        Of the cycle and of goals.
    loads
        What lines that do not rotate should have alike.
    levels
        Those at which departures from rules of which not all recurs every week are counted,
        and whether there must be none.
    """

    def __init__(
        self,
        model: Model,
        cycle: Cycle,
        question: RotationQuestion,
        needs: Sequence[Quantity],
        windows: Sequence[Window],
        loads: Sequence[Load] = (),
        levels: Mapping[int, bool] = MappingProxyType({}),
    ) -> None:
        self._needs, self._cycle, self._loads = needs, cycle, loads
        self._levels = levels
        self._counted = {
            number: question.counted(number)
            for number, rule in question.priced.items()
            if number in cycle.unfit and rule.level in levels
        }
        self._shape = _Shape(question.cycles, question.turn_weeks, question.phases)
        self._weeks = [(p, week) for p in self._shape.first for week in range(self._shape.weeks)]
        self._model = replace(model, domains=self._domains(model, cycle))
        self._windows = windows
        self._known: tuple[int, ...] = ()

    def _domains(self, model: Model, cycle: Cycle) -> dict[tuple[int, int], tuple[int, ...]]:
        """Return the options of the cells of one turn that are open whenever they come."""
        options = {cell: set(cycle.options[cell[1] % WEEK]) for cell in self._shape.cells}
        for (person, day), allowed in model.domains.items():
            options[self._shape.cell(person, day)].intersection_update(allowed)
        return {cell: tuple(sorted(found)) for cell, found in options.items()}

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
        roster = dict(zip(self._shape.cells, self._known, strict=False))
        free = frozenset(self._shape.cells)
        part = Part(
            model=self._model, roster=roster, free=free, goal=Goal(), hinted=bool(self._known)
        )
        cells = _Wrapped(part, program, self._shape)
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
            for person, week in self._weeks:
                asked = _asked(window, person, WEEK * week + window.weekday)
                price = encoder.encode(asked, window.grade.must)
                if not window.grade.must:
                    total = prices.setdefault(window.grade.level, Linear())
                    total.add_all(price, window.grade.weight)
        for requirement in self._model.requirements:
            if requirement.rule in self._cycle.unfit and requirement.grade.must:
                encoder.encode(requirement, True)
            elif self._counts(requirement):
                price = encoder.encode(requirement, self._levels[requirement.grade.level])
                total = prices.setdefault(requirement.grade.level, Linear())
                total.add_all(price, requirement.grade.weight)
        for need in self._needs:
            for together in self._shape.held_together():
                self._meet(program, cells, need, together, prices)
        for load in self._loads:
            prices[load.level] = spread(
                program, [self._carried(cells, p, load) for p in self._shape.first]
            )
        return prices

    def _counts(self, requirement: Requirement) -> bool:
        """Whether a requirement with a price is one of those by which a rule is counted."""
        if requirement.rule not in self._counted:
            return False
        walkers, days = self._counted[requirement.rule]
        first = first_day(requirement)
        behind = getattr(requirement, "person", 0) % self._shape.walkers
        return behind < walkers and (first is None or first in days)

    def _carried(self, cells: Cells, person: int, load: Load) -> Linear:
        """Return what one line carries of a load, over all its weeks."""
        carried = Linear()
        for week in range(self._shape.weeks):
            for weekdays, options, worth in load.terms:
                days = [WEEK * week + weekday for weekday in weekdays]
                truth = cells.all_of(cells.member(person, day, options) for day in days)
                _count(carried, truth, worth)
        return carried

    def _meet(
        self,
        program: Program,
        cells: Cells,
        need: Quantity,
        together: Sequence[tuple[int, int]],
        prices: dict[int, Linear],
    ) -> None:
        """Have enough of the weeks that are worked at the same time hold what is needed."""
        held = Linear()
        for person, week in together:
            _count(held, cells.member(person, WEEK * week + need.weekday, need.options), 1)
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
        for person, number in self._weeks:
            for week in weeks:
                same = cells.all_of(
                    cells.member(person, WEEK * number + day, frozenset({option}))
                    for day, option in enumerate(week)
                )
                _count(shared, same, 1)
        program.between(shared, None, len(self._weeks) - -(-apart // WEEK))

    def _run(
        self, program: Program, cells: Cells, goal: CycleGoal, limits: Limits, watch: Watch
    ) -> CycleAnswer:
        solver = cycle_solver(limits, limits.seconds)
        status = watch.solve(solver, program.model)
        if status is None:
            return CycleAnswer(status="unknown")
        if status == cp_model.MODEL_INVALID:
            raise ModelError(program.model.validate())
        name = STATUSES.get(status, "unknown")
        priced = goal.level is not None
        bound = max(0, round(solver.best_objective_bound)) if priced else 0
        if name in ("infeasible", "unknown"):
            return CycleAnswer(status=name, bound=bound if name == "unknown" else 0)
        values = list(solver.response_proto.solution)
        self._known = tuple(_read(cells, values, *cell) for cell in self._shape.cells)
        cost = round(solver.objective_value) if priced else 0
        return CycleAnswer(status=name, days=self._known, cost=cost, bound=min(bound, cost))


def _count(linear: Linear, truth: Truth, worth: int) -> None:
    """Add a worth to a sum where something holds."""
    if truth is True:
        linear.constant += worth
    elif truth is not False:
        linear.add(truth, worth)


def _read(cells: Cells, values: Sequence[int], person: int, day: int) -> int:
    literals = cells.literals.get((person, day))
    if literals is None:
        return cells.fixed(person, day) or OFF
    return next(option for option, literal in literals.items() if values[literal])


def _asked(window: Window, person: int, first: int) -> Total | Groups:
    """Return a window that begins on a day as a requirement of these cells."""
    days = range(first, first + len(window.steps))
    if all(step.closes for step in window.steps):
        return Total(
            0,
            window.grade,
            person,
            tuple(days),
            tuple(dict(step.worths) for step in window.steps),
            least=window.least,
            most=window.most,
            unit=window.unit,
        )
    return Groups(
        0,
        window.grade,
        person,
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
