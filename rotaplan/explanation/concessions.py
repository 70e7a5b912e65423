"""What would make a conflict go away: single changes of the question, each solved again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from rotaplan.domain.scenario import Scenario
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.explanation.arithmetic import shortages
from rotaplan.explanation.candidates import candidates
from rotaplan.explanation.clauses import Clauses, Piece
from rotaplan.explanation.pricing import Solve, priced
from rotaplan.explanation.values import KINDS, Concession, Conflict, Item
from rotaplan.problem import Cell

_MOST, _ALIKE, _TRIED, _AROUND = 4, 2, 12, 3
"""Concessions told of a conflict and those of one kind among them, changes of one kind tried,
and days looked at on either side of a conflict."""
_STEP_SECONDS = 8.0
_Line = tuple[str, tuple[Cell, ...]]


@dataclass(frozen=True, kw_only=True)
class Conceder:
    """Looks for concessions until a time.

    Attributes
    ----------
    scenario
        The question without any roster.
    prepare
        Returns the model of a changed question.
    solve
        Finds a roster of a changed question within little effort, the same one every time.
    until
        When to stop, on the monotonic clock, in seconds.
    seed
        Of the solver.
    watch
        Lets another thread stop the search.
    """

    scenario: Scenario
    prepare: Callable[[Scenario], Clauses]
    solve: Solve
    until: float
    seed: int
    watch: Watch

    def settled(self, conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
        """Return conflicts with the changes proven to settle each, the cheapest first."""
        return tuple(
            replace(
                one,
                concessions=self._concessions(
                    one, [item for each in conflicts if each is not one for item in each.items]
                ),
            )
            for one in conflicts
        )

    def _concessions(self, conflict: Conflict, others: Collection[Item]) -> tuple[Concession, ...]:
        """Return what settles a conflict; where others nearby hide that, what settles it alone."""
        own = {_line(item) for item in conflict.items}
        elsewhere = {_line(item) for item in others} - own
        listed = sorted(candidates(self.scenario, conflict), key=_rank)
        found = self._looked_at(listed, lambda one: self._proven(one, conflict, elsewhere))
        if not found:
            found = self._looked_at(listed, lambda one: self._alone(one, conflict))
        return tuple(sorted(priced(found, self.solve), key=_order))

    def _looked_at(
        self, listed: Sequence[Concession], proven: Callable[[Concession], Concession | None]
    ) -> list[Concession]:
        """Return the first changes that are proven, a few of each kind."""
        found: list[Concession] = []
        tried: Counter[str] = Counter()
        for one in listed:
            if len(found) >= _MOST or self.left <= 0:
                break
            alike = sum(other.kind == one.kind for other in found)
            full = alike >= _ALIKE or tried[one.kind] >= _TRIED
            if full or any(_is_less(other, one) for other in found):
                continue
            tried[one.kind] += 1
            each = proven(one)
            if each is not None:
                found.append(each)
        return found

    @property
    def left(self) -> float:
        """Seconds left."""
        return 0.0 if self.watch.stopped else self.until - time.monotonic()

    def _proven(
        self, one: Concession, conflict: Conflict, elsewhere: Collection[_Line]
    ) -> Concession | None:
        """Return a change with what was proven of it: near the conflict first, then of all."""
        clauses = self.prepare(one.scenario)
        near = self._near(conflict)
        settled = self._settles(clauses, conflict, near, elsewhere)
        if settled is False:
            return None
        whole = self.holds(clauses, clauses.pieces)
        if whole:
            return one
        if whole is None and shortages(clauses.model):
            whole = False  # what no search could settle, a sum does
        if not settled or near is None:
            return None
        return replace(one, first=near[0], last=near[1], others=whole is False)

    def _alone(self, one: Concession, conflict: Conflict) -> Concession | None:
        """Return a change that lets hold what a conflict names, and everybody's own rows around.

        What else binds several people there is left aside: others are proven not to hold.
        """
        near = self._near(conflict)
        if near is None:
            return None
        clauses = self.prepare(one.scenario)
        named = self._named(conflict)
        asked = {(_line(item), day) for item in conflict.items for day in item.days}
        rules = clauses.model.rules

        def has_part(piece: Piece) -> bool:
            if piece.clause.person is not None:
                return not named or piece.clause.person in named
            line = (rules[piece.clause.rule].row, piece.clause.cells)
            return any((line, day) in asked for day in range(piece.first, piece.last + 1))

        pieces = [piece for piece in clauses.within(*near) if has_part(piece)]
        if not self.holds(clauses, pieces):
            return None
        return replace(one, first=near[0], last=near[1], others=True)

    def _named(self, conflict: Conflict) -> list[int]:
        """Return by number whom a conflict is about; nobody where it binds several together."""
        if not all(item.people for item in conflict.items):
            return []
        named = {person for item in conflict.items for person in item.people}
        return [at for at, one in enumerate(self.scenario.people) if one.id in named]

    def _settles(
        self,
        clauses: Clauses,
        conflict: Conflict,
        near: tuple[int, int] | None,
        elsewhere: Collection[_Line],
    ) -> bool | None:
        """Return whether a conflict is gone; None where that stays unknown.

        What binds one person alone is looked at on all days, anything else on the days around,
        without the rows that other conflicts are about.
        """
        if named := self._named(conflict):
            return self.holds(clauses, [p for at in named for p in clauses.of_person(at)])
        if near is None:
            return None
        pieces = [
            piece
            for piece in clauses.within(*near)
            if (clauses.model.rules[piece.clause.rule].row, piece.clause.cells) not in elsewhere
        ]
        return self.holds(clauses, pieces)

    def _near(self, conflict: Conflict) -> tuple[int, int] | None:
        """Return the days around a conflict; at either edge, all that lies beyond too."""
        days = [day for item in conflict.items for day in item.days]
        if not days:
            return None
        planned = self.scenario.horizon.planned
        before, after = min(days) - _AROUND, max(days) + _AROUND
        return (
            before if before > min(planned) else 0,
            after if after < max(planned) else self.scenario.horizon.days - 1,
        )

    def holds(self, clauses: Clauses, pieces: Sequence[Piece]) -> bool | None:
        """Return whether some pieces can hold together; None where time was too short."""
        left = self.left
        if left <= 0:
            return None
        limits = Limits(seconds=min(left, _STEP_SECONDS), seed=self.seed)
        return clauses.holds(pieces, limits, self.watch)


def _line(item: Item) -> _Line:
    return item.rule.row, item.cells


def _rank(one: Concession) -> tuple[int, int, int, int]:
    """Return what is tried first: the cheapest kind, the smallest change, the nearest days."""
    far = abs(one.moved[0] - one.days[0]) if one.moved else 0
    return (KINDS.index(one.kind), one.count, far, one.days[0] if one.days else 0)


def _order(one: Concession) -> tuple[bool, int, tuple[int, ...]]:
    """Return what is told first: what makes a roster, the cheapest kind, the lowest price."""
    price = () if one.price is None else one.price.rank
    return (one.scope != "roster", KINDS.index(one.kind), price)


def _is_less(less: Concession, more: Concession) -> bool:
    """Whether a change found already is a part of another one, or as good."""
    if less.kind == more.kind == "person" and less.need and more.need:
        fewer = less.count == more.count or less.scope != "conflict"
        return fewer and less.need.skill == more.need.skill
    if less.item is not more.item or less.cell != more.cell:
        return False
    match less.kind, more.kind:
        case ("move", "move") | ("leave-day", "leave"):
            return less.person == more.person
        case ("post", "post"):
            return (less.need, less.days) == (more.need, more.days)
    return False
