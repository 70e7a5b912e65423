"""The cells of a part as literals: one per option of each free cell, constants elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rotaplan.engines.cpsat.program import Linear, Program
from rotaplan.engines.part import Part, PersonDay
from rotaplan.model.requirements import OFF, Cover

Truth = int | bool
"""A literal, or what is known without one. Test ``is True`` and ``is False`` first."""


def negated(truth: Truth) -> Truth:
    """Return what holds where something does not."""
    return (not truth) if isinstance(truth, bool) else -truth - 1


class Cells:
    """Literals of the free cells, and what is known of the others.

    Options that a must on cover closes for good (its places are taken by people who are not
    free) are not offered at all.
    """

    def __init__(self, part: Part, program: Program, touched: Iterable[int]) -> None:
        self.part = part
        self.program = program
        self.horizon_days = part.model.frame.scenario.horizon.days
        self._taken: dict[int, dict[int, int]] = {}
        self._count_taken()
        closed = self._closed_options(touched)
        self.literals: dict[PersonDay, dict[int, int]] = {}
        self.empty: list[PersonDay] = []
        self._fixed: dict[PersonDay, int] = {}
        self._members: dict[tuple[int, int, frozenset[int]], Truth] = {}
        self._offered: dict[int, dict[int, list[tuple[int, int]]]] = {}
        for cell in sorted(part.free):
            self._create(cell, closed.get(cell[1], frozenset()))

    def _create(self, cell: PersonDay, closed: frozenset[int]) -> None:
        present = self.part.roster.get(cell, OFF)
        options = [o for o in self.part.model.domains[cell] if o not in closed]
        if not options:
            self.empty.append(cell)
            self._fixed[cell] = OFF
            return
        person, day = cell
        if len(options) == 1:
            self._fixed[cell] = options[0]
            self._take(day, options[0])
            return
        if present not in options:
            present = OFF if OFF in options else options[0]
        literals = {o: self.program.literal(o == present) for o in options}
        self.literals[cell] = literals
        self.program.exactly_one(list(literals.values()))
        offered = self._offered.setdefault(day, {})
        for option, literal in literals.items():
            offered.setdefault(option, []).append((person, literal))

    def _take(self, day: int, option: int) -> None:
        taken = self._taken.setdefault(day, {})
        taken[option] = taken.get(option, 0) + 1

    def _count_taken(self) -> None:
        """Count by day and option the cells that are not free."""
        free = self.part.free
        for cell, option in self.part.roster.items():
            if option != OFF and cell not in free:
                self._take(cell[1], option)

    def held(self, cover: Cover) -> tuple[int, list[int]]:
        """Return how many decided cells fill a need, and the literals of those that could.

        A need that speaks of everybody on the roster, as most do, is counted by option.
        """
        if len(cover.people) == len(self.part.model.frame.scenario.people):
            taken, offered = self._taken.get(cover.day, {}), self._offered.get(cover.day, {})
            options = sorted(cover.options)
            return sum(taken.get(o, 0) for o in options), [
                literal for o in options for _, literal in offered.get(o, ())
            ]
        count, literals = 0, []
        for person in cover.people:
            fixed = self.fixed(person, cover.day)
            if fixed is not None:
                count += fixed in cover.options
            else:
                literals.extend(self.those(person, cover.day, cover.options))
        return count, literals

    def fixed(self, person: int, day: int) -> int | None:
        """Return the option of a cell that is decided; None for a free one."""
        if (person, day) in self.literals:
            return None
        if (person, day) in self._fixed:
            return self._fixed[person, day]
        return self.part.value(person, day)

    def options(self, person: int, day: int) -> Iterable[int]:
        """Return the options that a cell can still take."""
        literals = self.literals.get((person, day))
        if literals is not None:
            return literals
        fixed = self.fixed(person, day)
        return () if fixed is None else (fixed,)

    def those(self, person: int, day: int, options: frozenset[int]) -> list[int]:
        """Return the literals of some options of a free cell; at most one of them is true."""
        literals = self.literals[person, day]
        if len(options) < len(literals):
            return [literals[o] for o in sorted(options) if o in literals]
        return [literal for o, literal in literals.items() if o in options]

    def member(self, person: int, day: int, options: frozenset[int]) -> Truth:
        """Return whether a cell takes one of some options, as one literal where it is open."""
        fixed = self.fixed(person, day)
        if fixed is not None:
            return fixed in options
        key = (person, day, options)
        if key not in self._members:
            self._members[key] = self._member(person, day, options)
        return self._members[key]

    def _member(self, person: int, day: int, options: frozenset[int]) -> Truth:
        literals = self.literals[person, day]
        inside = self.those(person, day, options)
        if not inside:
            return False
        if len(inside) == len(literals):
            return True
        if len(inside) == 1:
            return inside[0]
        chosen = set(inside)
        outside = [literal for literal in literals.values() if literal not in chosen]
        if len(outside) == 1:
            return -outside[0] - 1
        known = self._members.get((person, day, frozenset(literals) & options))
        if known is not None:
            return known
        program = self.program
        one = program.literal(any(program.hints[literal] for literal in inside))
        program.exactly_one([*inside, -one - 1])
        self._members[person, day, frozenset(literals) & options] = one
        return one

    def weigh(self, linear: Linear, person: int, day: int, worth: Mapping[int, int]) -> None:
        """Add what a cell is worth to a sum, relative to its commonest worth."""
        fixed = self.fixed(person, day)
        if fixed is not None:
            linear.constant += worth.get(fixed, 0)
            return
        literals = self.literals[person, day]
        values = [worth.get(option, 0) for option in literals]
        common = max(sorted(set(values)), key=values.count)
        linear.constant += common
        for value, literal in zip(values, literals.values(), strict=True):
            if value != common:
                linear.add(literal, value - common)

    def any_of(self, truths: Iterable[Truth]) -> Truth:
        """Return whether any of some truths holds, as one literal where that is open."""
        found = list(truths)
        if any(truth is True for truth in found):
            return True
        literals = [truth for truth in found if truth is not False]
        if len(literals) < 2:
            return literals[0] if literals else False
        program = self.program
        some = program.literal(any(program.hinted(literal) for literal in literals))
        program.clause([*literals, -some - 1])
        for literal in literals:
            program.clause([some, -literal - 1])
        return some

    def all_of(self, truths: Iterable[Truth]) -> Truth:
        """Return whether all of some truths hold, as one literal where that is open."""
        return negated(self.any_of(negated(truth) for truth in truths))

    def _closed_options(self, touched: Iterable[int]) -> dict[int, frozenset[int]]:
        """Return by day the options whose places are all taken by people not free there."""
        part, closed = self.part, dict[int, set[int]]()
        everybody = len(part.model.frame.scenario.people)
        for index in touched:
            one = part.model.requirements[index]
            if not isinstance(one, Cover) or one.most is None or not one.grade.must:
                continue
            if part.softened(one) or len(one.people) != everybody:
                continue
            taken = self._taken.get(one.day, {})
            most = one.most + part.model.conceded.get(index, 0) // one.factor
            if sum(taken.get(option, 0) for option in one.options) >= most:
                closed.setdefault(one.day, set()).update(one.options)
        return {day: frozenset(options) for day, options in closed.items()}
