"""Which strict rows cannot hold together: a small set, shrunk and confirmed by solving again.

First everybody alone, then everybody together on one day, on two, on a week and so on: the first
part of the question that cannot hold is shrunk to the rows, people and days that are needed for
that. Each step is a solve without any price. A solver's own explanation is not asked for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rotaplan.domain.scenario import Need, Rule
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.explanation.alike import kind_by_day, merged_by_day, merged_by_person
from rotaplan.explanation.clauses import Clauses, Piece, cells_of
from rotaplan.explanation.values import Conflict, Item
from rotaplan.model.build import Model
from rotaplan.model.requirements import Allowed, Cover, Joint, Pool
from rotaplan.rules.base import RuleBase

_SIZES = (1, 2, 4, 8, 15, 29)
"""Lengths in days of the parts of the horizon that are looked at, before all of it."""
_STEP_SECONDS = 12.0
_MOST, _MOST_DAYS = 4, 14
"""Conflicts between people that are looked for, each leaving out what the others are about; and
how many with those that differ from another by their days alone."""
_DECIDED = {"fixed": 0, "availability": 1}
_OF_PEOPLE = frozenset({"required_skill", "allowed_codes", "contract_dates"})


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the search for conflicts came to.

    Attributes
    ----------
    conflicts
        Each proven impossible by itself.
    complete
        Whether everything was looked at that was to be looked at.
    """

    conflicts: tuple[Conflict, ...]
    complete: bool


def find_conflicts(
    model: Model,
    *,
    seconds: float,
    seed: int = 0,
    watch: Watch | None = None,
    alone: bool = True,
    longest: int | None = None,
    most: int = _MOST,
) -> Found:
    """Return conflicts between the strict rows of a model; none where they can hold together.

    Parameters
    ----------
    model
        As the search left it, with what is conceded to decided cells.
    seconds
        Time limit; what is found by then is returned.
    seed
        Of the solver.
    watch
        Lets another thread stop the search.
    alone
        Whether to look at each person alone first; not needed where a roster is known in which
        everybody's own strict rules hold.
    longest
        Days of the longest part of the horizon that is looked at; all of it where None.
    most
        How many conflicts between people to look for.
    """
    search = _Search(
        clauses=Clauses.of(model),
        until=time.monotonic() + seconds,
        seed=seed,
        watch=watch or Watch(),
        longest=longest,
    )
    own = search.alone() if alone else []
    found = merged_by_person(own) if own else merged_by_day(search.together(most))
    complete = not search.over and not (search.unsure and not found)
    return Found(conflicts=tuple(sorted(found, key=_first)), complete=complete)


@dataclass(kw_only=True)
class _Search:
    """A search for conflicts with its time limit; unsure where a step has not come to an end."""

    clauses: Clauses
    until: float
    seed: int
    watch: Watch
    longest: int | None = None
    unsure: bool = False

    @property
    def over(self) -> bool:
        return self.watch.stopped or time.monotonic() >= self.until

    def clash(self, pieces: Sequence[Piece]) -> bool:
        """Whether some pieces are proven not to hold together."""
        left = self.until - time.monotonic()
        if left <= 0 or self.watch.stopped:
            return False
        limits = Limits(seconds=min(left, _STEP_SECONDS), seed=self.seed)
        holds = self.clauses.holds(pieces, limits, self.watch)
        self.unsure |= holds is None
        return holds is False

    def alone(self) -> list[Conflict]:
        """Return a conflict for each person whose own strict rows clash."""
        found = []
        for person in range(len(self.clauses.scenario.people)):
            pieces = self.clauses.of_person(person)
            if pieces and self.clash(pieces):
                found.append(self.shrunk(pieces)[0])
        return found

    def together(self, most: int) -> Iterator[Conflict]:
        """Yield conflicts between people, those of the shortest stretches of days alone.

        What is found again is first looked for in the same rows, which takes less than in all.
        """
        dropped: set[Hashable] = set()
        rows: set[Hashable] = set()
        kinds: set[Hashable] = set()
        found = longest = 0
        for first, last in _stretches(self.clauses.scenario.horizon.days, self.longest):
            if self.over or (found and last - first > longest):
                return
            longest = last - first
            pieces = self.clauses.within(first, last)
            while not self.over:
                kept = [
                    one for one in pieces if not _binds_several(one) or _key(one) not in dropped
                ]
                if not any(_binds_several(one) for one in kept) or not self.clash(kept):
                    break
                again = [one for one in kept if _kind(one) in rows]
                conflict, core = self.shrunk(again if again and self.clash(again) else kept)
                kind = kind_by_day(conflict)
                if kind not in kinds and len(kinds) == most:
                    return
                yield conflict
                found += 1
                kinds.add(kind)
                rows.update(map(_kind, core))
                several = [_key(one) for one in core if _binds_several(one)]
                dropped.update(several)
                if found >= max(most, _MOST_DAYS if most > 1 else 1) or not several:
                    return

    def shrunk(self, pieces: Sequence[Piece]) -> tuple[Conflict, list[Piece]]:
        """Return the conflict in pieces that clash, and those of them that it is made of.

        Rows first, then the people and posts of each, then what it asks of single stretches of
        days. Who may work what at all is one thing for everybody; absences and the like are
        told for the days that something else speaks of.
        """
        kept = self._narrowed([], list(pieces), _row)
        general = [
            piece
            for piece in kept
            if self._rule(piece).key in _OF_PEOPLE and not piece.clause.cells
        ]
        kept = self._narrowed(general, _without(kept, general), _part)
        single = [piece for piece in _spoken_of(kept) if isinstance(piece.asks, Allowed)]
        others = [piece for piece in kept if not isinstance(piece.asks, Allowed)]
        kept = self._narrowed(single, others, _own) if self.clash([*single, *others]) else kept
        groups = _grouped(kept, _row, self._rank)
        items = sorted((self._item(group) for group in groups), key=_place)
        return Conflict(items=tuple(items), minimal=self._is_minimal(groups)), kept

    def _narrowed(
        self, held: list[Piece], pieces: list[Piece], key: Callable[[Piece], Hashable]
    ) -> list[Piece]:
        """Return what is held, with the groups of other pieces that are needed to clash."""
        if not pieces:
            return held
        groups = _grouped(pieces, key, self._rank)
        return [*held, *_flat(self._needed(held, bool(held), groups))]

    def _needed(
        self, held: list[Piece], grown: bool, groups: list[list[Piece]]
    ) -> list[list[Piece]]:
        """Return the groups that are needed to clash, the first ones kept where there is a choice.

        The groups and what is held clash. This is divide and conquer: where one half clashes
        with what is held, the other is not looked at.
        """
        if grown and self.clash(held):
            return []
        if len(groups) == 1:
            return groups
        half = len(groups) // 2
        front, back = groups[:half], groups[half:]
        later = self._needed([*held, *_flat(front)], True, back)
        return self._needed([*held, *_flat(later)], bool(later), front) + later

    def _is_minimal(self, groups: list[list[Piece]]) -> bool:
        """Whether all groups clash, and any one less is proven to hold."""
        for left_out in range(len(groups)):
            others = [piece for at, group in enumerate(groups) if at != left_out for piece in group]
            left = self.until - time.monotonic()
            limits = Limits(seconds=max(0.01, min(left, _STEP_SECONDS)), seed=self.seed)
            if self.clauses.holds(others, limits, self.watch) is not True:
                return False
        return True

    def _rank(self, piece: Piece) -> tuple[object, ...]:
        """Return what comes first in a conflict: what can be changed this week, and near dates."""
        rule = self._rule(piece)
        if rule.key in _DECIDED:
            kind = _DECIDED[rule.key]
        elif _binds_several(piece):
            kind = 2
        elif rule.key in _OF_PEOPLE:
            kind = 1 if piece.clause.cells else 5  # a skill that has lapsed has a row
        else:
            kind = 4 if isinstance(rule, RuleBase) and rule.reference else 3
        person = piece.clause.person
        return (kind, max(piece.first, 0), piece.clause.rule, -1 if person is None else person)

    def _rule(self, piece: Piece) -> Rule:
        return self.clauses.model.rules[piece.clause.rule]

    def _item(self, group: Sequence[Piece]) -> Item:
        """Return pieces of one row as one item."""
        scenario = self.clauses.scenario
        people = sorted({p.clause.person for p in group if p.clause.person is not None})
        planned = scenario.horizon.planned
        days = {day for p in group for day in range(p.first, p.last + 1) if day in planned}
        cells = dict.fromkeys(cell for piece in group for cell in piece.clause.cells)
        needs = {need: None for piece in group for need in self._needs(piece)}
        return Item(
            rule=self._rule(group[0]),
            cells=tuple(sorted(cells)),
            people=tuple(scenario.people[person].id for person in people),
            days=tuple(sorted(days)),
            needs=tuple(needs),
        )

    def _needs(self, piece: Piece) -> tuple[Need, ...]:
        """Return the needs that a piece on cover is about."""
        if not isinstance(piece.asks, Cover) or not piece.clause.cells:
            return ()
        return tuple(
            need
            for need in self.clauses.scenario.needs[piece.asks.day]
            if need.origin in piece.clause.cells
        )


def _place(item: Item) -> tuple[object, ...]:
    """Return where an item is told: what is asked for first, then what stands against it."""
    return (not item.needs, item.rule.key in _OF_PEOPLE, item.rule.key in _DECIDED)


def _binds_several(piece: Piece) -> bool:
    return isinstance(piece.asks, Cover | Joint | Pool)


def _row(piece: Piece) -> Hashable:
    return (piece.clause.rule, piece.clause.cells)


def _part(piece: Piece) -> Hashable:
    return piece.clause


def _own(piece: Piece) -> Hashable:
    return id(piece)


def _key(piece: Piece) -> Hashable:
    """Return the same for what a piece asks of all days and of some of them."""
    return (piece.clause, piece.first)


def _stretches(days: int, longest: int | None) -> Iterator[tuple[int, int]]:
    """Yield first and last day of parts of the horizon, the shortest and earliest first."""
    for size in (*(one for one in _SIZES if one < days), days):
        if longest is not None and size > longest:
            return
        step = max(1, size // 2)
        for first in (*range(0, days - size, step), days - size):
            yield first, first + size - 1


def _flat(groups: Iterable[list[Piece]]) -> list[Piece]:
    return [piece for group in groups for piece in group]


def _without(pieces: Iterable[Piece], left_out: Iterable[Piece]) -> list[Piece]:
    gone = {id(piece) for piece in left_out}
    return [piece for piece in pieces if id(piece) not in gone]


def _spoken_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without those about single cells of which no other one speaks.

    Such a cell can be filled by itself, unless it is empty; what clashes is then elsewhere.
    """
    cells = {cell for one in pieces if not isinstance(one.asks, Allowed) for cell in cells_of(one)}
    return [
        one
        for one in pieces
        if not isinstance(one.asks, Allowed) or not cells.isdisjoint(cells_of(one))
    ]


def _grouped(
    pieces: Iterable[Piece],
    key: Callable[[Piece], Hashable],
    rank: Callable[[Piece], tuple[object, ...]],
) -> list[list[Piece]]:
    """Return pieces in groups, the groups in the order of their first pieces."""
    found: dict[Hashable, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(key(piece), []).append(piece)
    return sorted(found.values(), key=lambda group: min(rank(piece) for piece in group))


def _kind(piece: Piece) -> Hashable:
    """Return the same for pieces of one row, and of one line of needs, whatever their days."""
    cells = piece.clause.cells if _binds_several(piece) else ()
    return (piece.clause.rule, cells)


def _first(one: Conflict) -> tuple[object, ...]:
    """Return what is told first: what can be changed this week, few people, near dates."""
    days = [day for item in one.items for day in item.days]
    own = {name for item in one.items if item.rule.key not in _OF_PEOPLE for name in item.people}
    return (not any(item.cells for item in one.items), len(own), min(days, default=0))
