"""What granting a wish would cost: solved again around it, with the wish as a must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rotaplan.domain.scenario import Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part, PersonDay, Roster
from rotaplan.explanation.weighing import Change, Grant, weigh
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import OFF, Allowed, Grade
from rotaplan.strategies.concede import concede
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.trial import Bench

_WHOLE_BELOW = 400
"""Up to this many open cells all of them are free, so that what is found is proven."""
_OWN_DAYS, _DAYS, _OTHERS = 6, 1, 24
"""Days on either side that are free for the person who wishes, for others, and how many others."""
_EFFORT = 0.2
_NO_CLOCK = 1e6


@dataclass(frozen=True, kw_only=True)
class Granter:
    """Solves again around wishes.

    Attributes
    ----------
    bench
        The roster in which they are refused.
    seed
        Of the solver.
    watch
        Lets another thread stop it.
    """

    bench: Bench
    seed: int = 0
    watch: Watch

    def around(self, roster: Roster) -> Granter:
        """Return what solves again around another roster of the same model."""
        removed, added = self._moved(roster)
        if not removed and not added:
            return self
        other = replace(self, bench=self.bench.changed(removed, added))
        # What a cached property holds is a plain attribute: the model stays the same.
        vars(other)["model"] = self.model
        return other

    @cached_property
    def model(self) -> Model:
        """The whole model, with what is conceded to decided cells."""
        return concede(build(self.bench.scenario), self.seed, self.watch, self.roster)

    @cached_property
    def roster(self) -> dict[PersonDay, int]:
        """The present roster, as the option of each planned cell."""
        model = build(self.bench.scenario)
        frame = model.frame
        found = dict.fromkeys(model.domains, OFF)
        numbers = {(option.shift.code, option.skill): number for number, option in frame.numbered}
        for one in self.bench.roster.assignments:
            option = numbers.get((one.shift, one.skill), OFF)
            found[frame.number[one.person], one.day] = option
        return found

    @cached_property
    def _levels(self) -> tuple[int, ...]:
        return Incumbent(self.model, {}).levels

    def options(self, wish: Wish) -> tuple[int, ...]:
        """Return what the cell of a wish may hold by its own strict rules and grants it."""
        frame = self.model.frame
        meant = frame.work if wish.shifts is None else frame.on(wish.shifts)
        cell = self._cell(wish)
        return tuple(one for one in self.model.domains[cell] if (one in meant) == wish.on)

    def for_nothing(self, wish: Wish, roster: Roster) -> Roster:
        """Return changes of a roster that grant a wish, no level costing more; none if granted.

        What is found is as it is for :meth:`grant`, which first looks for the same.
        """
        options, cell = self.options(wish), self._cell(wish)
        if not options or roster[cell] in options:
            return {}
        free, _ = self._free(cell, options, roster)
        goal = Goal(held=self._levels[1:], nudges=self._nudges(free, roster))
        return self._solve(self._with(cell, options), roster, free, goal).changes

    def grant(self, wish: Wish) -> Grant | None:
        """Return the best roster found that grants a wish; None where none was found.

        First one that costs no level more than the present roster, then one where only the last
        level may rise, and so on: the first level that rises is as unimportant as can be, and
        rises as little as can be. Of such rosters, one that changes little.
        """
        options = self.options(wish)
        if not options:
            return None
        cell = self._cell(wish)
        free, whole = self._free(cell, options, self.roster)
        model = self._with(cell, options)
        levels, nudges = self._levels[1:], self._nudges(free, self.roster)
        for kept in range(len(levels), -1, -1):
            goal = Goal(levels=levels[kept : kept + 1], held=levels[:kept], nudges=nudges)
            answer = self._solve(model, self.roster, free, goal)
            if answer.changes:
                proven = whole and answer.status == "optimal"
                roster = self._settled(model, {**self.roster, **answer.changes}, free, kept + 1)
                return self._grant(roster, proven or kept == len(levels))
            whole &= answer.status == "infeasible"
        return None

    def _settled(
        self, model: Model, roster: Roster, free: frozenset[PersonDay], kept: int
    ) -> Roster:
        """Return a roster in which the levels that may rise rise little.

        Only people who move anyhow are free: otherwise whatever could be better elsewhere would
        be told as a part of the price.
        """
        levels = self._levels[1:]
        if kept >= len(levels):
            return roster
        moved = {cell[0] for cell, option in roster.items() if option != self.roster[cell]}
        own = frozenset(cell for cell in free if cell[0] in moved)
        goal = Goal(levels=levels[kept:], held=levels[:kept], nudges=self._nudges(own, self.roster))
        return {**roster, **self._solve(model, roster, own, goal).changes}

    def _solve(
        self, model: Model, roster: Roster, free: frozenset[PersonDay], goal: Goal
    ) -> Answer:
        part = Part(model=model, roster=roster, free=free, goal=goal, hinted=False)
        limits = Limits(seconds=_NO_CLOCK, effort=_EFFORT, seed=self.seed)
        return solve_part(part, limits, self.watch)

    def _with(self, cell: PersonDay, options: Sequence[int]) -> Model:
        """Return the model in which a cell must hold one of some options.

        Its domain stays, so that the price of the present roster can still be told.
        """
        must = Allowed(0, Grade(True), *cell, frozenset(options))
        return replace(self.model, requirements=(*self.model.requirements, must))

    def _grant(self, roster: Roster, proven: bool) -> Grant | None:
        change = self._change(roster)
        return None if change.breaches else Grant(change=change, proven=proven)

    def _cell(self, wish: Wish) -> PersonDay:
        return self.model.frame.number[wish.person], wish.day

    def _nudges(
        self, free: frozenset[PersonDay], roster: Roster
    ) -> dict[tuple[int, int, int], int]:
        """Return a small price on all that is not as it is, so that little changes."""
        return {
            (*cell, option): 1
            for cell in sorted(free)
            for option in self.model.domains[cell]
            if option != roster[cell]
        }

    def _free(
        self, cell: PersonDay, options: Sequence[int], roster: Roster
    ) -> tuple[frozenset[PersonDay], bool]:
        """Return the cells to free, and whether these are all that can be."""
        domains = self.model.domains
        movable = frozenset(one for one, open_to in domains.items() if len(open_to) > 1) | {cell}
        if len(movable) <= _WHOLE_BELOW:
            return movable, True
        person, day = cell
        own = {(person, day + step) for step in range(-_OWN_DAYS, _OWN_DAYS + 1)}
        others = {
            (other, day + step)
            for other in self._others(cell, options, roster)
            for step in range(-_DAYS, _DAYS + 1)
        }
        return movable & (own | others), False

    def _others(self, cell: PersonDay, options: Sequence[int], roster: Roster) -> list[int]:
        """Return people who could take over what is given up, or give up what is wanted."""
        person, day = cell
        held = roster[cell]

        def rank(other: int) -> tuple[bool, bool, int]:
            now = roster[other, day]
            return (now not in options, now != OFF, other)

        able = [
            other
            for other in range(len(self.bench.scenario.people))
            if other != person
            and (held in self.model.domains[other, day] or roster[other, day] in options)
        ]
        return sorted(able, key=rank)[:_OTHERS]

    def _change(self, roster: Roster) -> Change:
        return weigh(self.bench, *self._moved(roster))

    def _moved(self, roster: Roster) -> tuple[list[Assignment], list[Assignment]]:
        """Return the duties that another roster takes out and puts in."""
        cells = [one for one, before in self.roster.items() if roster[one] != before]
        before = {(one.person, one.day): one for one in self.bench.roster.assignments}
        people = self.bench.scenario.people
        removed = (before.get((people[person].id, day)) for person, day in cells)
        added = (self.model.frame.duty(*cell, roster[cell]) for cell in cells)
        return [one for one in removed if one], [one for one in added if one]
