"""Requirements as rows of the program: one function a kind, musts and prices alike.

Each function returns the price of its requirement as a sum of literals and variables, in the
requirement's own amounts; an empty one where it must hold. Decided cells are constants here and
disappear.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rotaplan.engines.cpsat.cells import Cells, Truth
from rotaplan.engines.cpsat.ends import encode_ends, encode_pairs
from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.cpsat.rests import encode_rest
from rotaplan.engines.cpsat.runs import encode_group_runs, encode_runs
from rotaplan.engines.cpsat.stretches import encode_stretches
from rotaplan.model.frame import Frame
from rotaplan.model.measure import outside
from rotaplan.model.requirements import (
    Allowed,
    Clash,
    Cover,
    GroupRuns,
    Groups,
    Joint,
    Occurrences,
    Pool,
    Requirement,
    RestIn,
    Runs,
    StretchEnds,
    Stretches,
    StretchPairs,
    Succession,
    Total,
)


@lru_cache(maxsize=4096)
def _merged(table: tuple[Clash, ...]) -> tuple[tuple[frozenset[int], frozenset[int]], ...]:
    """Return a table as few large pairs of sets: each follower set with all that bar it."""
    barred: dict[int, set[int]] = {}
    for clash in table:
        for first in clash.first:
            barred.setdefault(first, set()).update(clash.then)
    distinct = {frozenset(thens) for thens in barred.values()}
    return tuple(
        (frozenset(f for f, thens in barred.items() if then <= thens), then)
        for then in sorted(distinct, key=lambda s: (len(s), sorted(s)))
    )


class Encoder:
    """Writes requirements into a program.

    Parameters
    ----------
    cells
        The literals.
    frame
        People, days and options.
    """

    def __init__(self, cells: Cells, frame: Frame) -> None:
        self.cells = cells
        self.program: Program = cells.program
        self.frame = frame

    def encode(self, requirement: Requirement, must: bool) -> Linear:
        """Write one requirement; return its price (empty where it must hold)."""
        match requirement:
            case Allowed():
                return self._allowed(requirement, must)
            case Succession():
                return self._succession(requirement, must)
            case Runs():
                return encode_runs(self.cells, requirement, must)
            case Total():
                linear = self.total(requirement)
                return self._within(
                    linear, requirement.least, requirement.most, must, requirement.unit
                )
            case Groups():
                return self._groups(requirement, must)
            case Occurrences():
                return self._occurrences(requirement, must)
            case RestIn():
                return encode_rest(self.cells, self.frame, requirement, must)
            case Cover():
                return self._cover(requirement, must)
            case Pool():
                return self._pool(requirement, must)
            case Joint():
                return self._joint(requirement, must)
            case GroupRuns():
                return encode_group_runs(self.cells, requirement, must)
            case Stretches():
                return encode_stretches(self.cells, requirement, must)
            case StretchEnds():
                return encode_ends(self.cells, requirement, must)
            case StretchPairs():
                return encode_pairs(self.cells, requirement, must)
        raise TypeError(requirement)

    def _allowed(self, one: Allowed, must: bool) -> Linear:
        price = Linear()
        truth = self.cells.member(one.person, one.day, one.options)
        if must:
            self._require(truth)
        elif truth is False:
            price.constant = one.amount
        elif truth is not True:
            price.add(-truth - 1, one.amount)
        return price

    def _require(self, truth: Truth) -> None:
        if truth is False:
            self.program.clause([])
        elif truth is not True:
            self.program.clause([truth])

    def _succession(self, one: Succession, must: bool) -> Linear:
        if must:
            for first, then in _merged(one.table):
                self._exclude(one, first, then)
            return Linear()
        price = Linear()
        for clash in one.table:
            both = self._both(one, clash)
            if both is True:
                price.constant += clash.amount
            elif both is not False:
                price.add(both, clash.amount)
        return price

    def _exclude(self, one: Succession, first: frozenset[int], then: frozenset[int]) -> None:
        cells, later = self.cells, one.day + one.gap
        before, after = cells.fixed(one.person, one.day), cells.fixed(one.person, later)
        if before is not None and before not in first:
            return
        if after is not None and after not in then:
            return
        if before is not None and after is not None:
            self.program.clause([])
        elif before is not None:
            self._forbid(cells.those(one.person, later, then))
        elif after is not None:
            self._forbid(cells.those(one.person, one.day, first))
        else:
            left = cells.those(one.person, one.day, first)
            right = cells.those(one.person, later, then)
            if left and right:
                self.program.at_most_one(left + right)

    def _forbid(self, literals: list[int]) -> None:
        for literal in literals:
            self.program.clause([-literal - 1])

    def _both(self, one: Succession, clash: Clash) -> Truth:
        """Return a literal that is true where both sides of a clash are taken."""
        left = self.cells.member(one.person, one.day, clash.first)
        right = self.cells.member(one.person, one.day + one.gap, clash.then)
        if left is False or right is False:
            return False
        if left is True:
            return right
        if right is True:
            return left
        program = self.program
        both = program.literal(bool(program.hinted(left) and program.hinted(right)))
        program.clause([both, -left - 1, -right - 1])
        return both

    def total(self, one: Total) -> Linear:
        """Return a weighted sum over cells."""
        linear = Linear(constant=one.base)
        for day, worth in zip(one.days, one.values, strict=True):
            self.cells.weigh(linear, one.person, day, worth)
        return linear

    def _joint(self, one: Joint, must: bool) -> Linear:
        linear = Linear(constant=one.base)
        for (person, day), worth in zip(one.cells, one.values, strict=True):
            self.cells.weigh(linear, person, day, worth)
        return self._within(linear, one.least, one.most, must, one.unit)

    def _within(
        self, linear: Linear, least: int | None, most: int | None, must: bool, unit: int
    ) -> Linear:
        """Hold a sum between two values, or return what it costs to leave them."""
        program = self.program
        if must:
            program.between(linear, least, most)
            return Linear()
        price = Linear()
        low, high = program.reach(linear)
        present = program.value_of(linear)
        if least is not None and low < least:
            missing = program.new(0, -((low - least) // unit), -((present - least) // unit))
            row = Linear(list(linear.variables), list(linear.coefficients), linear.constant)
            row.add(missing, unit)
            program.between(row, least, None)
            price.add(missing, 1)
        if most is not None and low >= most and unit == 1:
            # Always beyond: the excess is the sum itself, and needs no variable of its own.
            price.add_all(linear, 1)
            price.constant -= most
        elif most is not None and high > most:
            excess = program.new(0, -((most - high) // unit), -((most - present) // unit))
            row = Linear(list(linear.variables), list(linear.coefficients), linear.constant)
            row.add(excess, -unit)
            program.between(row, None, most)
            price.add(excess, 1)
        return price

    def _groups(self, one: Groups, must: bool) -> Linear:
        count = Linear(constant=one.base)
        for group in one.groups:
            truths = [
                self.cells.member(one.person, day, one.instead.get(day, one.options))
                for day in group
            ]
            some = self.cells.any_of(truths)
            if some is True:
                count.constant += 1
            elif some is not False:
                count.add(some, 1)
        return self._within(count, one.least, one.most, must, 1)

    def _occurrences(self, one: Occurrences, must: bool) -> Linear:
        count = Linear(constant=one.base)
        for event in one.events:
            truths = [self.cells.member(one.person, day, o) for day, o in event.cells]
            happens = self.cells.all_of(truths) if event.every else self.cells.any_of(truths)
            if happens is True:
                count.constant += 1
            elif happens is not False:
                count.add(happens, 1)
        return self._within(count, one.least, one.most, must, 1)

    def _cover(self, one: Cover, must: bool) -> Linear:
        fixed, literals = self.cells.held(one)
        if not literals and not must and not one.given:
            return Linear(constant=one.factor * outside(fixed, one.least, one.most))
        count = Linear(literals, [1] * len(literals), fixed)
        if one.given:
            return self._given(one, count, must)
        if must and one.least is None and one.most == count.constant + 1:
            self.program.at_most_one(literals)
            return Linear()
        price = Linear()
        price.add_all(self._within(count, one.least, one.most, must, 1), one.factor)
        return price

    def _given(self, one: Cover, count: Linear, must: bool) -> Linear:
        """Hold, or price, cover that is asked for only where somebody takes certain options."""
        decided, literals = self.cells.held(replace(one, options=one.given))
        anybody = True if decided else self.cells.any_of(literals)
        price = Linear()
        if anybody is not False:
            if anybody is not True:
                count.add(-anybody - 1, one.least or 0)
            price.add_all(self._within(count, one.least, None, must, 1), one.factor)
        return price

    def _pool(self, one: Pool, must: bool) -> Linear:
        if one.worst:
            return self._worst(one, must)
        program = self.program
        excesses = Linear()
        for member in one.members:
            linear = self.total(member)
            allowance = member.most or 0
            low, high = program.reach(linear)
            if low >= allowance:
                excesses.add_all(linear, 1)
                excesses.constant -= allowance
            elif high > allowance:
                present = program.value_of(linear)
                excess = program.new(0, high - allowance, present - allowance)
                row = Linear(list(linear.variables), list(linear.coefficients), linear.constant)
                row.add(excess, -1)
                program.between(row, None, allowance)
                excesses.add(excess, 1)
        return self._within(excesses, None, one.most, must, one.unit)

    def _worst(self, one: Pool, must: bool) -> Linear:
        """Hold, or price, the largest excess of several totals by one variable for all."""
        program, limit = self.program, one.most
        sums = [(self.total(member), (member.most or 0) + limit) for member in one.members]
        if must:
            for linear, most in sums:
                program.between(linear, None, most)
            return Linear()
        reached = [-(-(program.reach(linear)[1] - most) // one.unit) for linear, most in sums]
        present = [-(-(program.value_of(linear) - most) // one.unit) for linear, most in sums]
        peak = program.new(0, max([0, *reached]), max([0, *present]))
        for linear, most in sums:
            row = Linear(list(linear.variables), list(linear.coefficients), linear.constant)
            row.add(peak, -one.unit)
            program.between(row, None, most)
        return Linear([peak], [1])
