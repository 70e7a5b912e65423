"""A model cut into windows of days, each with what rules ask of its own cells alone.

What windows cost adds up to a bound. A window keeps the requirements that speak of its open cells
and of no other open ones. A sum over a person's cells that no roster can bring below what is free
is the same as a price on each cell: every window keeps its share. All else, which speaks of cells
of several windows, is dropped. To drop what must hold only allows more rosters, and no price is
negative: so each window, solved alone, costs no more than any roster of the whole does there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rotaplan.engines.part import PersonDay, Roster
from rotaplan.model.build import Model, span_of
from rotaplan.model.requirements import OFF, Cover, Joint, Pool, Requirement, Total

Days = tuple[int, int]
"""First and last day, both inclusive."""
_SHORTEST, _LONGEST = 5, 9
"""Days of a window: about a week, the period of most rules that speak of several days."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """The open cells of some days, and what is asked of them alone.

    Attributes
    ----------
    model
        The whole model, with the requirements of the window only.
    cells
        The open cells.
    indices
        In the whole model, of the requirements that are kept as they are.
    shares
        Of sums of prices, what they find in these cells.
    """

    model: Model
    cells: frozenset[PersonDay]
    indices: tuple[int, ...]
    shares: tuple[Total, ...]

    @property
    def options(self) -> int:
        """How many options the open cells have."""
        return sum(len(self.model.domains[cell]) for cell in self.cells)

    def unmatched(self, roster: Roster, levels: Iterable[int], amiss: Mapping[int, int]) -> bool:
        """Whether no other roster of the window is as good as the present one.

        It is not where, level after level, nothing costs anything, until there is nothing left
        or every other option of every cell would cost something.

        Parameters
        ----------
        roster
            The present one.
        levels
            The repair level and the priced levels, in order.
        amiss
            The level of each requirement, by its index, that finds something amiss in it.
        """
        found = {amiss[index] for index in self.indices if index in amiss}
        for level in levels:
            if level in found or any(_price(one, roster) for one in self._at(level)):
                return False
            if self.cells <= self._unmatched_at(level, roster):
                return True
        return True

    def _at(self, level: int) -> list[Total]:
        return [share for share in self.shares if share.grade.level == level]

    def _unmatched_at(self, level: int, roster: Roster) -> set[PersonDay]:
        """Return the cells of which every other option costs something at a level."""
        found = set()
        for share in self._at(level):
            for day, worth in zip(share.days, share.values, strict=True):
                cell = (share.person, day)
                present, domain = roster.get(cell, OFF), self.model.domains[cell]
                others = (worth.get(option, 0) for option in domain if option != present)
                if all(other > worth.get(present, 0) for other in others):
                    found.add(cell)
        return found


def _price(share: Total, roster: Roster) -> int:
    """Return what a share finds beyond the least."""
    cells = zip(share.days, share.values, strict=True)
    return sum(v.get(roster.get((share.person, day), OFF), 0) for day, v in cells) - (
        share.most or 0
    )


class Cut:
    """How a model may be cut.

    Parameters
    ----------
    model
        The whole.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._open: dict[int, list[int]] = {}
        for (person, day), options in sorted(model.domains.items()):
            if len(options) > 1:
                self._open.setdefault(person, []).append(day)
        self._spans = {
            index: span
            for index, one in enumerate(model.requirements)
            if (span := self._span(one)) is not None
        }
        self._sums = [i for i in self._spans if self._is_sum_of_prices(model.requirements[i])]

    def _span(self, one: Requirement) -> Days | None:
        """Return first and last of the days on which a requirement speaks of open cells."""
        if isinstance(one, Cover | Pool | Joint):
            days = sorted({day for cell in _cells(one) if self._is_open(cell) for day in cell[1:]})
        else:
            frame = self._model.frame
            reach = frame.longest_reach + 1
            first, last = span_of(one, frame.scenario.horizon.days, reach)
            own = self._open.get(one.person, [])
            days = own[bisect_left(own, first) : bisect_right(own, last)]
        return (days[0], days[-1]) if days else None

    def _is_open(self, cell: PersonDay) -> bool:
        return len(self._model.domains.get(cell, ())) > 1

    def _is_sum_of_prices(self, one: Requirement) -> bool:
        """Whether a requirement never costs less than its sum: a price on each cell."""
        if not isinstance(one, Total) or one.grade.must or one.least is not None or one.unit != 1:
            return False
        least = one.base + sum(
            min(worth.get(option, 0) for option in self._options((one.person, day)))
            for day, worth in zip(one.days, one.values, strict=True)
        )
        return least >= (one.most or 0)

    def _options(self, cell: PersonDay) -> Sequence[int]:
        if cell[1] < 0:
            return (self._model.frame.past(*cell),)
        return self._model.domains.get(cell) or (OFF,)

    @cached_property
    def parts(self) -> list[Days]:
        """Days of windows that together hold every open cell.

        They are cut where the fewest requirements speak of cells on both sides.
        """
        days = sorted({day for own in self._open.values() for day in own})
        if not days:
            return []
        crossed = [0] * (days[-1] + _LONGEST)
        for index, (first, last) in self._spans.items():
            if index not in self._sums:
                for day in range(first, last):
                    crossed[day] += 1
        found, first = list[Days](), days[0]
        while days[-1] - first >= _LONGEST:
            ends = range(first + _SHORTEST - 1, first + _LONGEST)
            last = min(ends, key=lambda day: crossed[day])
            found.append((first, last))
            first = last + 1
        return [*found, (first, days[-1])]

    def dropped(self, parts: Sequence[Days]) -> list[int]:
        """Return the requirements, by index, that speak of several windows and are not shared."""
        number = {day: first for first, last in parts for day in range(first, last + 1)}
        return [
            index
            for index, (first, last) in self._spans.items()
            if number[first] != number[last] and index not in self._shared
        ]

    @cached_property
    def _shared(self) -> frozenset[int]:
        return frozenset(self._sums)

    def joined(self, parts: Sequence[Days], indices: Iterable[int]) -> list[Days]:
        """Return windows of which those that one of some requirements speaks of are one."""
        spans = [self._spans[index] for index in indices]
        found: list[Days] = []
        for first, last in parts:
            if found and any(before < first <= after for before, after in spans):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def window(self, days: Days) -> Window:
        """Return the window of some days."""
        model, (first, last) = self._model, days
        cells = frozenset(
            (person, day)
            for person, own in self._open.items()
            for day in own[bisect_left(own, first) : bisect_right(own, last)]
        )
        indices = tuple(
            index
            for index, (begins, ends) in self._spans.items()
            if first <= begins and ends <= last and index not in self._shared
        )
        shares = tuple(s for i in self._sums if (s := self._share(i, cells)).days)
        kept = tuple(model.requirements[index] for index in indices)
        conceded = {
            place: model.conceded[index]
            for place, index in enumerate(indices)
            if index in model.conceded
        }
        return Window(
            model=replace(model, requirements=(*kept, *shares), conceded=conceded),
            cells=cells,
            indices=indices,
            shares=shares,
        )

    def _share(self, index: int, cells: frozenset[PersonDay]) -> Total:
        """Return what a sum of prices finds in some cells, beyond the least that it can."""
        one = self._model.requirements[index]
        assert isinstance(one, Total)
        rows = [
            (day, worth)
            for day, worth in zip(one.days, one.values, strict=True)
            if (one.person, day) in cells
        ]
        least = sum(
            min(worth.get(option, 0) for option in self._model.domains[one.person, day])
            for day, worth in rows
        )
        return replace(
            one,
            days=tuple(day for day, _ in rows),
            values=tuple(worth for _, worth in rows),
            base=0,
            most=least,
        )


def _cells(one: Cover | Pool | Joint) -> Iterable[PersonDay]:
    """Return the cells that a requirement on several people speaks of."""
    if isinstance(one, Cover):
        return ((person, one.day) for person in one.people)
    if isinstance(one, Pool):
        return ((member.person, day) for member in one.members for day in member.days)
    return one.cells
