"""A bound on the price of cover from a relaxation that forgets the hours of shifts.

Kept: who may do what on which day, one shift a day, strict limits on hours and days worked,
strict longest runs of work, needs. Forgotten: rest between duties, limits that decided cells
break, and all else. Shifts that the same people may take on a day are then interchangeable and
become one, with their needs added up: what is left is small even where the whole model is not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rotaplan.engines.cpsat.engine import Watch, tune
from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.part import Limits
from rotaplan.engines.solver import cp_model
from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Cover, Runs, Total

_ROUNDING = 1e-6


@dataclass
class _Class:
    """Options of one day that the same people may take."""

    options: set[int]
    literals: dict[int, int] = field(default_factory=dict)


class _Relaxation:
    """The program of the relaxation, with the needs of some levels."""

    def __init__(self, model: Model, levels: Iterable[int]) -> None:
        self.model = model
        self.program = Program()
        self.prices = {level: Linear() for level in sorted(levels)}
        self._people = range(len(model.frame.scenario.people))
        self._days = model.frame.scenario.horizon.days
        self._wanted: dict[tuple[int, int], list[Cover]] = {}
        self._capped: dict[int, list[Cover]] = {}
        for index, one in enumerate(model.requirements):
            if isinstance(one, Cover):
                if index in model.conceded:
                    continue
                if len(one.people) < len(self._people):
                    continue  # of a group: its people and others are one class here
                if one.grade.level in self.prices and prices_shortage(one):
                    self._wanted.setdefault((one.day, one.grade.level), []).append(one)
                elif one.grade.must and one.most is not None:
                    self._capped.setdefault(one.day, []).append(one)
        self._by_cell: dict[tuple[int, int], list[tuple[int, frozenset[int]]]] = {}

    def write(self) -> None:
        """Write everything."""
        for day in range(self._days):
            self._write_day(day)
        for index, one in enumerate(self.model.requirements):
            if index in self.model.conceded:
                continue
            if isinstance(one, Total) and one.grade.must and one.most is not None:
                self._write_total(one)
            elif isinstance(one, Runs) and one.grade.must and one.most is not None:
                self._write_run(one)

    def _write_day(self, day: int) -> None:
        wanted = {level: self._wanted.get((day, level), []) for level in self.prices}
        classes = self._classes(day, list(wanted.values()))
        for person in self._people:
            cell = (person, day)
            mine = [c for c in classes if person in c.literals]
            literals = [c.literals[person] for c in mine]
            forced = OFF not in self.model.domains[cell]
            if forced and literals:
                self.program.exactly_one(literals)
            else:
                self.program.at_most_one(literals)
            self._by_cell[cell] = [(c.literals[person], frozenset(c.options)) for c in mine]
        for level, needs in wanted.items():
            for group, covers in self._groups(classes, needs):
                self._write_need(group, covers, self.prices[level])
        for one in self._capped.get(day, []):
            self._write_cap(one, classes)

    def _classes(self, day: int, wanted: list[list[Cover]]) -> list[_Class]:
        """Return the options of a day, those that the same people may take together."""
        takers: dict[int, list[int]] = {}
        for person in self._people:
            for option in self.model.domains[person, day]:
                if option != OFF:
                    takers.setdefault(option, []).append(person)
        mergeable = set(takers)
        for needs in wanted:
            mergeable -= _entangled(needs)
        found: dict[tuple[int, ...], _Class] = {}
        for option, people in sorted(takers.items()):
            key = (-1 if option in mergeable else option, *people)
            found.setdefault(key, _Class(set())).options.add(option)
        for key, one_class in found.items():
            one_class.literals = {person: self.program.literal(False) for person in key[1:]}
        return list(found.values())

    @staticmethod
    def _groups(
        classes: list[_Class], wanted: list[Cover]
    ) -> Iterable[tuple[list[_Class], list[Cover]]]:
        """Yield classes with the needs that they serve together."""
        served: dict[int, list[Cover]] = {}
        for one in wanted:
            owners = [c for c in classes if c.options & one.options]
            alone = not any(one.options & other.options for other in wanted if other is not one)
            if alone and len(owners) == 1 and one.options <= owners[0].options:
                served.setdefault(id(owners[0]), []).append(one)
            else:
                yield owners, [one]
        for one_class in classes:
            if id(one_class) in served:
                yield [one_class], served[id(one_class)]

    def _write_need(self, classes: list[_Class], covers: list[Cover], price: Linear) -> None:
        needed = sum(one.least or 0 for one in covers)
        cheapest = min(one.factor * one.grade.weight for one in covers)
        allowed = set(covers[0].people)
        held = Linear()
        for one_class in classes:
            for person, literal in one_class.literals.items():
                if person in allowed:
                    held.add(literal, 1)
        missing = self.program.new(0, needed, needed)
        held.add(missing, 1)
        self.program.between(held, needed, None)
        price.add(missing, cheapest)

    def _write_cap(self, one: Cover, classes: list[_Class]) -> None:
        """Cap a class by the sum of its caps; only where every option of it is capped alone."""
        owner = next((c for c in classes if one.options <= c.options), None)
        if owner is None:
            return
        caps = [
            cap
            for cap in self._capped[one.day]
            if cap.options <= owner.options and len(cap.options) == 1
        ]
        if {o for cap in caps for o in cap.options} != owner.options:
            return
        if min(owner.options) not in one.options:
            return
        held = Linear()
        for literal in owner.literals.values():
            held.add(literal, 1)
        self.program.between(held, None, sum(cap.most or 0 for cap in caps))

    def _write_total(self, one: Total) -> None:
        linear = Linear(constant=one.base)
        for day, worth in zip(one.days, one.values, strict=True):
            if day < 0:
                linear.constant += worth.get(self.model.frame.past(one.person, day), 0)
                continue
            idle = worth.get(OFF, 0)
            linear.constant += idle
            for literal, options in self._by_cell[one.person, day]:
                least = min(worth.get(option, 0) for option in options)
                if least != idle:
                    linear.add(literal, least - idle)
        self.program.between(linear, None, one.most)

    def _write_run(self, one: Runs) -> None:
        most = one.most or 0
        for first in range(-min(one.before, most), self._days - most):
            held = Linear(constant=max(0, -first))
            for day in range(max(first, 0), first + most + 1):
                for literal, options in self._by_cell[one.person, day]:
                    if options <= one.options:
                        held.add(literal, 1)
            self.program.between(held, None, most)


def prices_shortage(one: Cover) -> bool:
    """Whether a requirement on cover has a price for people missing, whatever else is taken."""
    return not one.grade.must and one.least is not None and not one.given


def _entangled(needs: list[Cover]) -> set[int]:
    """Return the options that several needs speak of, or that share a need with others."""
    times: dict[int, int] = {}
    for one in needs:
        for option in one.options:
            times[option] = times.get(option, 0) + (1 if len(one.options) == 1 else 2)
    return {option for option, count in times.items() if count > 1}


def bound_cover(
    model: Model, level: int, held: Mapping[int, int], limits: Limits, watch: Watch
) -> int:
    """Return a proven least price of a level, from the needs alone.

    Parameters
    ----------
    model
        The whole model.
    level
        The level whose needs are priced; other prices of the level count as 0.
    held
        Levels before it, with the price that the needs of each must not exceed.
    limits
        Time, effort and seed.
    watch
        Stops the search; what is proven by then is returned.
    """
    relaxation = _Relaxation(model, {level, *held})
    relaxation.write()
    program = relaxation.program
    for before, most in sorted(held.items()):
        program.between(relaxation.prices[before], None, most)
    program.minimise(relaxation.prices[level])
    solver = cp_model.CpSolver()
    tune(solver, limits, len(program.hints))
    status = watch.solve(solver, program.model)
    if status is None or status == cp_model.INFEASIBLE:
        return 0
    return max(0, math.ceil(solver.best_objective_bound - _ROUNDING))
