"""What one person's rules must remember from day to day: one small automaton a rule.

Each track reads the options of a person's days one after the other. A step gives the next state,
its price and what it adds to a counter; the price of something forbidden is infinite.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol

from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Grade, GroupRuns, Groups, Runs, Succession

State = Hashable
Step = tuple[State, float, int]


def price(grade: Grade, amount: int) -> float:
    """Return what an amount costs: nothing is allowed to a must."""
    if not amount:
        return 0.0
    return math.inf if grade.must else float(grade.weight * amount)


class Track(Protocol):
    """One automaton; ``key`` is equal for tracks that behave the same."""

    key: Hashable
    counts: bool
    start: State

    def step(self, state: State, day: int, option: int) -> Step:
        """Return the state after a day, its price, and what it adds to the track's counter."""

    def finish(self, state: State) -> float:
        """Return the price of ending in a state."""

    def behaviour(self, option: int) -> Hashable:
        """Return something equal for options between which the track sees no difference."""


class RunTrack:
    """Lengths of runs: the state is the length so far, and whether its beginning is known."""

    counts = False

    def __init__(self, one: Runs) -> None:
        self._one = one
        self.start: State = (one.before, not one.before_open)
        self._cap = max(one.least, one.most or 0)
        self.key: Hashable = (
            *("runs", one.grade, one.options, one.least, one.most),
            *(one.before, one.before_open, one.closed),
        )

    def step(self, state: State, day: int, option: int) -> Step:
        """See :class:`Track`."""
        one, (length, known) = self._one, _pair(state)
        if option not in one.options:
            short = max(0, one.least - length) if known and length else 0
            return (0, True), price(one.grade, short), 0
        over = one.most is not None and length + 1 > one.most
        return (min(length + 1, self._cap), known), price(one.grade, int(over)), 0

    def finish(self, state: State) -> float:
        """See :class:`Track`."""
        length, known = _pair(state)
        short = self._one.closed and known and length
        return price(self._one.grade, max(0, self._one.least - length) if short else 0)

    def behaviour(self, option: int) -> Hashable:
        """See :class:`Track`."""
        return option in self._one.options


def _pair(state: State) -> tuple[int, bool]:
    assert isinstance(state, tuple)
    return state


class GroupRunTrack:
    """Lengths of runs of groups: the state is that of the runs, and of the group under way."""

    counts = False

    def __init__(self, one: GroupRuns, frame: Frame) -> None:
        self._one = one
        alone = Runs(
            rule=one.rule,
            grade=one.grade,
            person=one.person,
            options=frozenset((True,)),
            least=one.least,
            most=one.most,
            before=one.before,
            before_open=one.before_open,
            closed=one.closed,
        )
        self._runs = RunTrack(alone)
        self._inside = frozenset(day for group in one.groups for day in group)
        final = frame.scenario.horizon.days - 1
        self._ends = frozenset(min(max(group), final) for group in one.groups)
        past = [day for day in self._inside if day < 0]
        begun = any(frame.past(one.person, day) in one.options for day in past)
        self.start: State = (self._runs.start, begun)
        self.key: Hashable = (
            *("group runs", self._runs.key, one.groups, one.options, one.empty),
            begun,
        )

    def step(self, state: State, day: int, option: int) -> Step:
        """See :class:`Track`."""
        if day not in self._inside:
            return state, 0.0, 0
        assert isinstance(state, tuple)
        run, held = state
        held = held or option in self._one.options
        if day not in self._ends:
            return (run, held), 0.0, 0
        run, cost, _ = self._runs.step(run, day, held is not self._one.empty)
        return (run, False), cost, 0

    def finish(self, state: State) -> float:
        """See :class:`Track`."""
        assert isinstance(state, tuple)
        return self._runs.finish(state[0])

    def behaviour(self, option: int) -> Hashable:
        """See :class:`Track`."""
        return option in self._one.options


class SuccessionTrack:
    """What may follow what: the state is the options of the last days, as far as they matter."""

    counts = False

    def __init__(self, person: int, rules: Sequence[Succession], frame: Frame) -> None:
        self._reach = max(one.gap for one in rules)
        self._ends: dict[int, list[tuple[int, int]]] = {}
        tables: dict[Hashable, int] = {}
        self._pairs: list[Mapping[tuple[int, int], float]] = []
        for one in rules:
            shape = (one.grade, one.table)
            if shape not in tables:
                tables[shape] = len(tables)
                self._pairs.append(_pairs(one))
            self._ends.setdefault(one.day + one.gap, []).append((one.gap, tables[shape]))
        self._stands = self._alike(len(frame.options))
        past = (frame.past(person, day) for day in range(-self._reach, 0))
        self.start: State = tuple(self._stands[option] for option in past)
        ends = tuple((day, tuple(found)) for day, found in sorted(self._ends.items()))
        self.key: Hashable = ("succession", tuple(tables), ends, self.start)

    def _alike(self, options: int) -> list[int]:
        """Return for each option the first one that the same options may follow."""
        seen: dict[Hashable, int] = {}
        rows = [
            tuple(table.get((option, then), 0.0) for then in range(options))
            for table in self._pairs
            for option in range(options)
        ]
        return [seen.setdefault(tuple(rows[option::options]), option) for option in range(options)]

    def step(self, state: State, day: int, option: int) -> Step:
        """See :class:`Track`."""
        assert isinstance(state, tuple)
        cost = 0.0
        for gap, table in self._ends.get(day, ()):
            cost += self._pairs[table].get((state[-gap], option), 0.0)
        return (*state[1:], self._stands[option]), cost, 0

    def finish(self, state: State) -> float:
        """See :class:`Track`."""
        return 0.0

    def behaviour(self, option: int) -> Hashable:
        """See :class:`Track`."""
        columns = tuple(
            tuple(sorted((first, cost) for (first, then), cost in table.items() if then == option))
            for table in self._pairs
        )
        return self._stands[option], columns


def _pairs(one: Succession) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for clash in one.table:
        for first in clash.first:
            for then in clash.then:
                found[first, then] = price(one.grade, clash.amount)
    return found


class GroupTrack:
    """Groups of days with some duty: the state says which of those under way have one already."""

    counts = True

    def __init__(self, one: Groups, frame: Frame) -> None:
        self._one = one
        self._of: dict[int, list[int]] = {}
        for number, days in enumerate(one.groups):
            for day in days:
                self._of.setdefault(day, []).append(number)
        self._last = [max(days, default=-1) for days in one.groups]
        had = {
            number
            for number, days in enumerate(one.groups)
            for day in days
            if day < 0 and frame.past(one.person, day) in self._options(day)
        }
        self.before = len(had)
        self.start: State = frozenset(number for number in had if self._last[number] >= 0)
        self.key: Hashable = ("groups", self.shape, self.start)

    @property
    def shape(self) -> Hashable:
        """What is counted: equal for requirements that bound the same count."""
        return self._one.groups, self._one.options, tuple(sorted(self._one.instead.items()))

    def _options(self, day: int) -> frozenset[int]:
        return self._one.instead.get(day, self._one.options)

    def step(self, state: State, day: int, option: int) -> Step:
        """See :class:`Track`."""
        groups = self._of.get(day)
        if not groups:
            return state, 0.0, 0
        assert isinstance(state, frozenset)
        new = set(groups) - state if option in self._options(day) else set()
        left = frozenset(number for number in state | new if self._last[number] > day)
        return left, 0.0, len(new)

    def finish(self, state: State) -> float:
        """See :class:`Track`."""
        return 0.0

    def behaviour(self, option: int) -> Hashable:
        """See :class:`Track`."""
        special = tuple(option in chosen for _, chosen in sorted(self._one.instead.items()))
        return option in self._one.options, special
