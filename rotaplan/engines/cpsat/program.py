"""A CP-SAT program under construction, in whole-number literals, with a value hint for each.

Literal ``i`` is Boolean variable ``i``, literal ``-i - 1`` its negation, as in the solver's own
format: building it directly takes a third of the time of the expression interface.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rotaplan.engines.solver import cp_model

NO_LIMIT = 2**40


@dataclass
class Linear:
    """A sum of variables with coefficients and a constant."""

    variables: list[int] = field(default_factory=list)
    coefficients: list[int] = field(default_factory=list)
    constant: int = 0

    def add(self, literal: int, coefficient: int) -> None:
        """Add ``coefficient`` times a literal or variable."""
        if literal >= 0:
            self.variables.append(literal)
            self.coefficients.append(coefficient)
        else:
            self.variables.append(-literal - 1)
            self.coefficients.append(-coefficient)
            self.constant += coefficient

    def add_all(self, other: Linear, factor: int) -> None:
        """Add ``factor`` times another sum."""
        self.variables.extend(other.variables)
        self.coefficients.extend(c * factor for c in other.coefficients)
        self.constant += other.constant * factor


class Program:
    """Variables, rows, an objective and a complete hint."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self.hints: list[int] = []
        self.ranges: list[tuple[int, int]] = []
        self._proto = self.model.proto

    def new(self, low: int, high: int, hint: int) -> int:
        """Return a new variable between ``low`` and ``high``, both inclusive."""
        self._proto.variables.add().domain.extend((low, high))
        self.hints.append(min(max(hint, low), high))
        self.ranges.append((low, high))
        return len(self.hints) - 1

    def literal(self, hint: bool) -> int:
        """Return a new Boolean variable."""
        return self.new(0, 1, int(hint))

    def hinted(self, literal: int) -> int:
        """Return the hinted value of a literal or variable."""
        return self.hints[literal] if literal >= 0 else 1 - self.hints[-literal - 1]

    def value_of(self, linear: Linear) -> int:
        """Return the hinted value of a sum."""
        return linear.constant + sum(
            c * self.hints[v] for v, c in zip(linear.variables, linear.coefficients, strict=True)
        )

    def reach(self, linear: Linear) -> tuple[int, int]:
        """Return least and greatest value that the ranges of the variables allow a sum."""
        low = high = linear.constant
        for variable, c in zip(linear.variables, linear.coefficients, strict=True):
            least, most = self.ranges[variable]
            low += c * (least if c > 0 else most)
            high += c * (most if c > 0 else least)
        return low, high

    def clause(self, literals: Iterable[int]) -> None:
        """At least one literal is true."""
        self._proto.constraints.add().bool_or.literals.extend(list(literals))

    def at_most_one(self, literals: Sequence[int]) -> None:
        """At most one literal is true."""
        if len(literals) > 1:
            self._proto.constraints.add().at_most_one.literals.extend(list(literals))

    def exactly_one(self, literals: Sequence[int]) -> None:
        """Exactly one literal is true."""
        self._proto.constraints.add().exactly_one.literals.extend(list(literals))

    def implies(self, literal: int, others: Sequence[int]) -> None:
        """If the literal is true, so are all the others."""
        if others:
            row = self._proto.constraints.add()
            row.enforcement_literal.extend([literal])
            row.bool_and.literals.extend(list(others))

    def between(self, linear: Linear, low: int | None, high: int | None) -> None:
        """The sum lies between two values, both inclusive; None leaves a side open."""
        least, most = self.reach(linear)
        if (low is None or least >= low) and (high is None or most <= high):
            return
        row = self._proto.constraints.add().linear
        row.vars.extend(linear.variables)
        row.coeffs.extend(linear.coefficients)
        row.domain.extend(
            (
                -NO_LIMIT if low is None else low - linear.constant,
                NO_LIMIT if high is None else high - linear.constant,
            )
        )

    def minimise(self, linear: Linear) -> None:
        """Set the objective."""
        merged: dict[int, int] = {}
        for variable, c in zip(linear.variables, linear.coefficients, strict=True):
            merged[variable] = merged.get(variable, 0) + c
        terms = [(v, c) for v, c in sorted(merged.items()) if c]
        self._proto.objective.vars.extend([v for v, _ in terms])
        self._proto.objective.coeffs.extend([c for _, c in terms])
        self._proto.objective.offset = float(linear.constant)

    def hint_all(self) -> None:
        """Hand the hint of every variable to the solver."""
        self._proto.solution_hint.vars.extend(list(range(len(self.hints))))
        self._proto.solution_hint.values.extend(self.hints)
