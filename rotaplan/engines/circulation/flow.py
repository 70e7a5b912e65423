"""The flow itself: whole numbers on the arcs, needs met, all of one piece.

Where the arcs used fall apart into several closed walks, rows that every single walk keeps are
added and the search goes on: if a part and the heaviest one are both used, some arc leaves the
part. So an answer is proven best among all cycles, and no answer means that there is none.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rotaplan.engines.circulation.graph import Arc, Graph
from rotaplan.engines.circulation.tour import parts, tour
from rotaplan.engines.cpsat.engine import Watch
from rotaplan.engines.cycle import (
    SHORTAGE,
    STATUSES,
    CycleAnswer,
    CycleGoal,
    Quantity,
    cycle_solver,
)
from rotaplan.engines.part import Limits, PartStatus
from rotaplan.engines.solver import cp_model
from rotaplan.errors import ModelError
from rotaplan.model.requirements import Grade

_LEAST_EFFORT = 1e-3
"""Deterministic limit below which no further run is worth its while."""


class Flow:
    """A graph with needs, for one number of lines; what is learnt of its parts is kept.

    Parameters
    ----------
    graph
        Of all walks.
    lines
        Weeks of the cycle.
    needs
        How many lines hold what on each weekday.
    change
        The price of a change of option with which the graph was made, if there is one.
    """

    def __init__(
        self, graph: Graph, lines: int, needs: Sequence[Quantity], change: Grade | None = None
    ) -> None:
        self.graph, self.lines, self.needs, self.change = graph, lines, needs, change
        self.pieces: list[_Piece] = []
        self._last: Mapping[int, int] = {}
        self._onward = {(arc.source, arc.option): n for n, arc in enumerate(graph.arcs)}

    def start(self, days: Sequence[int]) -> None:
        """Begin the next search from a cycle that is known."""
        self._last = Counter(self.trodden(days))

    def solve(self, goal: CycleGoal, limits: Limits, watch: Watch | None = None) -> CycleAnswer:
        """Return the best cycle for a goal that the limits allow to find.

        Raises
        ------
        ModelError
            Where the solver calls the program invalid: a fault of rotaplan.
        """
        program = _FlowProgram(self, goal)
        for piece in self.pieces:
            program.join(piece)
        watch, ends, bound = watch or Watch(), time.monotonic() + limits.seconds, 0
        while True:
            program.hint(self._last)
            status, used, reached = program.run(limits, ends - time.monotonic(), watch)
            limits = program.left(limits)
            bound = max(bound, reached)
            if not used:
                return CycleAnswer(status=status, bound=bound)
            found = parts(self.graph, used)
            if len(found) == 1:
                self._last = used
                cost = program.cost
                days = tour(self.graph, used)
                return CycleAnswer(status=status, days=days, cost=cost, bound=min(bound, cost))
            for piece in self._apart(found, used):
                self.pieces.append(piece)
                program.join(piece)

    def _apart(self, found: Sequence[frozenset[int]], used: Mapping[int, int]) -> Iterator[_Piece]:
        """Yield the parts but the first, each with its heaviest arc and the first one's."""
        heaviest = [
            max(
                (number for number in used if self.graph.arcs[number].source in nodes),
                key=lambda number: (used[number], -number),
            )
            for nodes in found
        ]
        for nodes, number in zip(found[1:], heaviest[1:], strict=True):
            yield _Piece(nodes, number, heaviest[0])

    def trodden(self, days: Sequence[int]) -> tuple[int, ...]:
        """Return the arcs that a cycle takes, day by day; none where it is no walk of the graph."""
        for start in sorted({arc.source for arc in self.graph.arcs if arc.weekday == 0}):
            found = self._walk(start, days)
            if found is not None:
                return found
        return ()

    def _walk(self, start: int, days: Sequence[int]) -> tuple[int, ...] | None:
        """Return the arcs of a turn that ends where it began; None where the walk stops.

        The first turns may still lead up to it, as nothing is known before them.
        """
        node, begun = start, set[int]()
        while node not in begun:
            begun.add(node)
            taken: list[int] = []
            first = node
            for option in days:
                number = self._onward.get((node, option))
                if number is None:
                    return None
                taken.append(number)
                node = self.graph.arcs[number].target
            if node == first:
                return tuple(taken)
        return None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Nodes that closed walks of their own have used, one of their arcs, and one of elsewhere."""

    nodes: frozenset[int]
    inside: int
    elsewhere: int


class _FlowProgram:
    """The program of one goal."""

    def __init__(self, flow: Flow, goal: CycleGoal) -> None:
        self._flow = flow
        self._model = cp_model.CpModel()
        graph = flow.graph
        self._arcs = [self._model.new_int_var(0, self._cap(arc), "") for arc in graph.arcs]
        self._used: dict[int, cp_model.IntVar] = {}
        self._prices: dict[int, list[cp_model.LinearExprT]] = {}
        for variable, arc in zip(self._arcs, graph.arcs, strict=True):
            for level, price in arc.costs:
                self._prices.setdefault(level, []).append(price * variable)
        self._conserve()
        for need in flow.needs:
            self._meet(need)
        for level, most in sorted(goal.held.items()):
            self._model.add(sum(self._prices.get(level, [])) <= most)
        self._enter_each()
        for days in goal.unlike:
            trodden = frozenset(flow.trodden(days))
            fresh = [v for number, v in enumerate(self._arcs) if number not in trodden]
            self._model.add(sum(fresh) >= goal.apart)
        self._priced = goal.level is not None
        if goal.level is not None:
            self._model.minimize(sum(self._prices.get(goal.level, [])))
        self.cost, self._effort = 0, 0.0

    def _cap(self, arc: Arc) -> int:
        needs = [one for one in self._flow.needs if one.weekday == arc.weekday]
        return min([self._flow.lines, *(n.most for n in needs if arc.option in n.options)])

    def _conserve(self) -> None:
        graph = self._flow.graph
        for node in sorted(graph.leaving.keys() | graph.entering.keys()):
            leaving = [self._arcs[number] for number in graph.leaving.get(node, ())]
            entering = [self._arcs[number] for number in graph.entering.get(node, ())]
            self._model.add(sum(leaving) == sum(entering))
        mondays = [v for v, arc in zip(self._arcs, graph.arcs, strict=True) if arc.weekday == 0]
        self._model.add(sum(mondays) == self._flow.lines)

    def _meet(self, need: Quantity) -> None:
        held = sum(
            variable
            for variable, arc in zip(self._arcs, self._flow.graph.arcs, strict=True)
            if arc.weekday == need.weekday and arc.option in need.options
        )
        self._model.add_linear_constraint(held, need.least, need.most)
        if need.target > need.least:
            short = self._model.new_int_var(0, need.target - need.least, "")
            self._model.add(held + short >= need.target)
            self._prices.setdefault(SHORTAGE, []).append(short)

    def _enter_each(self) -> None:
        """Each option that is needed begins somewhere after another one, where that is priced."""
        needed = {n.options for n in self._flow.needs if n.least}
        if self._flow.change is None or len(needed) < 2:
            return
        level = self._flow.change.level
        for options in sorted(needed, key=sorted):
            entries = [
                variable
                for variable, arc in zip(self._arcs, self._flow.graph.arcs, strict=True)
                if arc.option in options and dict(arc.costs).get(level)
            ]
            self._model.add(sum(entries) >= 1)

    def join(self, piece: _Piece) -> None:
        """Where both arcs of a piece are used, some arc leaves its nodes."""
        graph = self._flow.graph
        leaving = [
            self._arcs[number]
            for node in sorted(piece.nodes)
            for number in graph.leaving[node]
            if graph.arcs[number].target not in piece.nodes
        ]
        both = self._use(piece.inside) + self._use(piece.elsewhere)
        self._model.add(sum(leaving) >= both - 1)

    def _use(self, number: int) -> cp_model.IntVar:
        """Return whether an arc is used."""
        if number not in self._used:
            self._used[number] = self._model.new_bool_var("")
            cap = self._cap(self._flow.graph.arcs[number])
            self._model.add(self._arcs[number] <= cap * self._used[number])
        return self._used[number]

    def hint(self, used: Mapping[int, int]) -> None:
        """Start from a cycle that is known."""
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        for number, variable in enumerate(self._arcs if used else ()):
            self._model.add_hint(variable, used.get(number, 0))

    def left(self, limits: Limits) -> Limits:
        """Return the limits of what follows a run: its effort is one for all of them."""
        if limits.effort is None:
            return limits
        return replace(limits, effort=max(limits.effort - self._effort, _LEAST_EFFORT))

    def run(
        self, limits: Limits, seconds: float, watch: Watch
    ) -> tuple[PartStatus, dict[int, int], int]:
        """Return what the solver proved, how often arcs are used, and the bound of the price."""
        spent = limits.effort is not None and limits.effort <= _LEAST_EFFORT
        if seconds <= 0 or spent:
            return "unknown", {}, 0
        solver = cycle_solver(limits, seconds)
        status = watch.solve(solver, self._model)
        if status is None:
            return "unknown", {}, 0
        if status == cp_model.MODEL_INVALID:
            raise ModelError(self._model.validate())
        self._effort = solver.response_proto.deterministic_time
        name = STATUSES.get(status, "unknown")
        bound = round(solver.best_objective_bound) if self._priced else 0
        if name in ("infeasible", "unknown"):
            return name, {}, bound if name == "unknown" else 0
        self.cost = round(solver.objective_value) if self._priced else 0
        used = {n: value for n, v in enumerate(self._arcs) if (value := solver.value(v))}
        return name, used, bound
