"""Solve a part of a model with CP-SAT: one worker, a complete hint, the linear relaxation on."""

from __future__ import annotations

import math
import threading
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence

from rotaplan.engines.cpsat.cells import Cells
from rotaplan.engines.cpsat.encode import Encoder
from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.cpsat.runs import encode_blocks
from rotaplan.engines.part import REPAIR_LEVEL, Answer, Goal, Limits, Part, PartStatus, Roster
from rotaplan.engines.solver import cp_model
from rotaplan.errors import ModelError
from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Runs

Improved = Callable[[Roster, float, float], None]
"""Told of each better answer: new options of the free cells, objective and bound."""
_LIGHT_PRESOLVE_BELOW = 20_000
"""Up to this many variables, probing and symmetry cost more than they bring."""
_LONGEST_BLOCK = 14
_GREATEST_OBJECTIVE = 10**9
"""Beyond this the linear relaxation loses digits; the last levels then go without a price."""
_LEVELS_AT_ONCE = 2
"""Levels that one step of a search prices: more make its parts slow, and later steps mend them."""
_STATUSES: dict[int, PartStatus] = {
    int(cp_model.OPTIMAL): "optimal",
    int(cp_model.FEASIBLE): "feasible",
    int(cp_model.INFEASIBLE): "infeasible",
}


class Watch:
    """Lets another thread stop the searches that run."""

    def __init__(self) -> None:
        self.stopped = False
        self.searching = threading.Event()
        """Set when a search has begun: its program is written."""
        self._running: set[cp_model.CpSolver] = set()
        self._inner: weakref.WeakSet[Watch] = weakref.WeakSet()
        self._lock = threading.RLock()

    def inner(self) -> Watch:
        """Return a watch that may stop alone, and that stops whenever this one does."""
        watch = Watch()
        with self._lock:
            self._inner.add(watch)
            watch.stopped = self.stopped
        return watch

    def stop(self) -> None:
        """Stop what runs, and whatever would start later."""
        with self._lock:
            self.stopped = True
            for solver in self._running:
                solver.stop_search()
            for watch in self._inner:
                watch.stop()

    def solve(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        told: cp_model.CpSolverSolutionCallback | None = None,
    ) -> int | None:
        """Search, and return the solver's status; None where the search should not begin."""
        with self._lock:
            self.searching.set()
            if self.stopped:
                return None
            self._running.add(solver)
        try:
            return int(solver.solve(model, told))
        finally:
            with self._lock:
                self._running.discard(solver)


class _Progress(cp_model.CpSolverSolutionCallback):
    """Hands every better answer on."""

    def __init__(self, cells: Cells, tell: Improved) -> None:
        super().__init__()
        self._cells, self._tell = cells, tell

    def on_solution_callback(self) -> None:
        """Called by the solver for each better answer."""
        values = list(self.response_proto.solution)
        self._tell(_read(self._cells, values), self.objective_value, self.best_objective_bound)


def solve_part(
    part: Part, limits: Limits, watch: Watch | None = None, improved: Improved | None = None
) -> Answer:
    """Solve a part of a model.

    Parameters
    ----------
    part
        What is free, what is held and what to minimise.
    limits
        Time, effort and seed.
    watch
        Lets another thread stop the search.
    improved
        Told of each better answer while the search goes on.

    Raises
    ------
    ModelError
        Where the solver calls the program invalid: a fault of rotaplan.
    """
    watch = watch or Watch()
    if watch.stopped:
        # Writing the program of a part that nobody waits for any more takes its time too.
        return Answer(status="unknown")
    program, cells, levels = _program(part)
    if cells.empty:
        return Answer(status="infeasible")
    solver = cp_model.CpSolver()
    tune(solver, limits, len(program.hints))
    callback = _Progress(cells, improved) if improved is not None else None
    status = watch.solve(solver, program.model, callback)
    if status is None:
        return Answer(status="unknown")
    if status == cp_model.MODEL_INVALID:
        raise ModelError(program.model.validate())
    name = _STATUSES.get(status, "unknown")
    if name in ("infeasible", "unknown"):
        return Answer(status=name, bound=_bound(solver, name), effort=solver.deterministic_time)
    return Answer(
        status=name,
        changes=_read(cells, list(solver.response_proto.solution)),
        objective=solver.objective_value,
        bound=solver.best_objective_bound,
        effort=solver.deterministic_time,
        levels=levels,
    )


def _bound(solver: cp_model.CpSolver, status: PartStatus) -> float:
    return solver.best_objective_bound if status == "unknown" else 0.0


def limit(solver: cp_model.CpSolver, limits: Limits) -> None:
    """Set how long one worker searches, with the linear relaxation."""
    given = solver.parameters
    given.num_workers = 1
    given.catch_sigint_signal = False
    given.linearization_level = 2
    given.random_seed = limits.seed % (2**31)
    given.max_time_in_seconds = max(limits.seconds, 0.01)
    if limits.effort is not None:
        # A search before this one may have used more than there was.
        given.max_deterministic_time = max(limits.effort, 0.0)


def tune(solver: cp_model.CpSolver, limits: Limits, size: int) -> None:
    """Set what the measurements in benchmarks/ support."""
    limit(solver, limits)
    given = solver.parameters
    given.subsolvers.extend(["pseudo_costs"])
    if limits.at_once:
        given.linearization_level = 0
        given.cp_model_presolve = False
    if size < _LIGHT_PRESOLVE_BELOW:
        given.symmetry_level = 0
        given.cp_model_probing_level = 0


def _read(cells: Cells, values: list[int]) -> Roster:
    """Return the options of the free cells from the values of the variables."""
    found = {
        cell: next(option for option, literal in literals.items() if values[literal])
        for cell, literals in cells.literals.items()
    }
    for cell in cells.part.free:
        if cell not in found:
            found[cell] = cells.fixed(*cell) or OFF
    return found


def _program(part: Part) -> tuple[Program, Cells, tuple[int, ...]]:
    """Write a part as a program: what must hold, then the levels that its goal speaks of.

    Return it with its cells, and the levels that its objective holds.
    """
    program = Program()
    touched = part.model.touched(part.free)
    cells = Cells(part, program, touched)
    encoder = Encoder(cells, part.model.frame)
    in_blocks = _write_blocks(cells, part, touched) if part.blocks else frozenset()
    musts: list[int] = []
    priced: dict[int, list[int]] = {}
    for index in touched:
        grade = part.model.requirements[index].grade
        if not grade.must:
            priced.setdefault(grade.level, []).append(index)
        elif index not in in_blocks:
            musts.append(index)
    repair = _write_musts(part, encoder, musts)
    levels = _set_goal(program, cells, part, _Prices(part.model, encoder, priced, repair))
    program.hint_all()
    return program, cells, levels


def _write_musts(part: Part, encoder: Encoder, indices: Iterable[int]) -> Linear:
    """Write musts; return the price of those that are softened."""
    program, repair = encoder.program, Linear()
    for index in indices:
        requirement = part.model.requirements[index]
        softened, conceded = part.softened(requirement), part.model.conceded.get(index, 0)
        price = encoder.encode(requirement, not softened and not conceded)
        if softened:
            repair.add_all(_beyond(program, price, conceded), 1)
        elif conceded:
            program.between(price, None, conceded)
    return repair


class _Prices:
    """The price of each level, written when it is first asked for.

    Levels that a search does not look at take as long to write as those that it does.
    """

    def __init__(
        self, model: Model, encoder: Encoder, priced: Mapping[int, Sequence[int]], repair: Linear
    ) -> None:
        self._model, self._encoder, self._priced = model, encoder, priced
        self._written = {REPAIR_LEVEL: repair} if repair.variables or repair.constant else {}

    def __contains__(self, level: int) -> bool:
        return level in self._written or level in self._priced

    def __getitem__(self, level: int) -> Linear:
        if level not in self._written:
            self._written[level] = self._write(self._priced[level])
        return self._written[level]

    def _write(self, indices: Iterable[int]) -> Linear:
        total = Linear()
        for index in indices:
            requirement = self._model.requirements[index]
            total.add_all(self._encoder.encode(requirement, False), requirement.grade.weight)
        return total


def _beyond(program: Program, price: Linear, conceded: int) -> Linear:
    """Return what a price has beyond the amount conceded, which costs nothing."""
    if not conceded:
        return price
    most, present = program.reach(price)[1], program.value_of(price)
    excess = program.new(0, max(0, most - conceded), max(0, present - conceded))
    row = Linear(list(price.variables), list(price.coefficients), price.constant)
    row.add(excess, -1)
    program.between(row, None, conceded)
    return Linear([excess], [1])


def _set_goal(program: Program, cells: Cells, part: Part, prices: _Prices) -> tuple[int, ...]:
    """Set the objective: levels in order, each worth more than all that follow together.

    Levels at the front that cannot fall any further are held as they are instead. Return the
    levels up to the first, if any, for which there was no room.
    """
    goal = part.goal
    for level in goal.held:
        if level in prices:
            most = program.value_of(prices[level]) + goal.slack.get(level, 0)
            program.between(prices[level], None, most)
    open_levels = [level for level in goal.levels if level in prices]
    while open_levels:
        price = prices[open_levels[0]]
        if not part.hinted or program.value_of(price) > program.reach(price)[0]:
            break
        program.between(price, None, program.value_of(price))
        open_levels.pop(0)
    objective = Linear()
    if len(goal.levels) == 1 and not open_levels:
        # Nothing is left to choose, but what the level costs is proven all the same.
        objective.constant = sum(program.value_of(prices[i]) for i in goal.levels if i in prices)
    present = open_levels[:_LEVELS_AT_ONCE] if part.hinted else open_levels
    spans = [max(1, _width(program, prices[level])) for level in present]
    spans.append(_nudge_width(goal))
    while len(spans) > 2 and math.prod(s + 1 for s in spans) > _GREATEST_OBJECTIVE:
        spans.pop(-2)
    present = present[: len(spans) - 1]
    for position, level in enumerate(present):
        factor = math.prod(s + 1 for s in spans[position + 1 :])
        objective.add_all(prices[level], factor)
    for (person, day, option), nudge in sorted(goal.nudges.items()):
        literal = cells.literals.get((person, day), {}).get(option)
        if literal is not None:
            objective.add(literal, nudge)
    program.minimise(objective)
    later = open_levels[len(present) :]
    return goal.levels[: goal.levels.index(later[0])] if later else goal.levels


def _width(program: Program, price: Linear) -> int:
    low, high = program.reach(price)
    return high - low


def _nudge_width(goal: Goal) -> int:
    """Return how far nudges alone can move the objective: one option a cell counts."""
    most: dict[tuple[int, int], int] = {}
    for (person, day, _), nudge in goal.nudges.items():
        cell = (person, day)
        most[cell] = max(most.get(cell, 0), abs(nudge))
    return sum(most.values())


def _write_blocks(cells: Cells, part: Part, touched: list[int]) -> frozenset[int]:
    """Encode strict work runs by blocks where they are short; return the indices done with."""
    frame = part.model.frame
    off = frozenset((OFF,))
    runs = {
        i: r
        for i in touched
        if isinstance(r := part.model.requirements[i], Runs) and not part.model.conceded.get(i)
    }
    done: set[int] = set()
    for index, work in runs.items():
        if not work.grade.must or work.options != frame.work:
            continue
        if work.most is None or work.most > _LONGEST_BLOCK or index in done:
            continue
        if any(runs[i].person == work.person and runs[i].options == frame.work for i in done):
            continue
        rest = next(
            (
                (i, r)
                for i, r in runs.items()
                if r.person == work.person
                and r.options == off
                and r.grade.must
                and r.most is None
                and r.before == 0
                and not r.closed
            ),
            None,
        )
        encode_blocks(cells, work, rest[1] if rest else None)
        done.add(index)
        if rest and rest[1].before_open:
            done.add(rest[0])
    return frozenset(done)
