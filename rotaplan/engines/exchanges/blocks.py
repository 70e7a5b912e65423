"""A roster, and what it would cost if two people exchanged some days on end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.exchanges.tables import Tables

LONGEST = 14
"""Days of the longest exchange."""


@dataclass(frozen=True, slots=True)
class _Some:
    """Some pairs: their numbers, and for both ways of each who takes over whose days."""

    pairs: Ints
    takers: Ints
    givers: Ints


@dataclass(frozen=True, slots=True)
class _Steps:
    """All that somebody could do on a day with one option: a step from each place.

    ``left`` and ``adds`` are what the days from this one on cost and count from each place.
    """

    cost: Floats
    leads: Ints
    counts: Ints
    left: Floats
    adds: Ints


class Blocks:
    """A roster, changed by exchanges between two people who count for the same cover.

    What the cover costs is the same after an exchange; each person is priced by the days before
    it, as they stand, the other's days, and what follows from wherever these lead.

    Parameters
    ----------
    tables
        Everybody's rules.
    roster
        The option of each person (row) on each day; it keeps every must of each person.

    Attributes
    ----------
    roster
        As it is now.
    cost
        Of all people.
    changes
        For each pair of people (row) and exchange (length times day, the days of each length on
        end) what it changes; infinite where it breaks a must, or is the same as a shorter one.
    steps, prices
        Exchanges made, and prices worked out for them: what it all took.
    """

    def __init__(self, tables: Tables, roster: Ints) -> None:
        self._tables = tables
        self.roster = roster.copy()
        count, days = roster.shape
        self.steps = self.prices = 0
        self._longest = min(LONGEST, days)
        self._place = np.zeros((days + 1, count), dtype=np.int64)
        self._spent = np.zeros((days + 1, count))
        self._counted = np.zeros((days + 1, count), dtype=np.int64)
        self._left, self._adds = tables.ends.copy(), np.zeros(tables.places, dtype=np.int64)
        self._each = np.zeros(count)
        self._place[0] = tables.begins[:, 0]
        self._counted[0] = [tables.begun(person) for person in range(count)]
        people = [a for a in range(count) if tables.alike.count(tables.alike[a]) > 1]
        self.pairs = [
            (a, b) for a, b in combinations(people, 2) if tables.alike[a] == tables.alike[b]
        ]
        self._views: dict[tuple[int, int, int], _Steps] = {}
        self._of: dict[tuple[int, ...], _Some] = {}
        for person in range(count):
            self._read(person, 0, days)
        self.changes = np.full((len(self.pairs), self._longest * days), np.inf, dtype=np.float32)
        self._compare(self._some(range(len(self.pairs))))

    @property
    def cost(self) -> float:
        """Of all people."""
        return float(self._each.sum())

    def exchange(self, pair: int, number: int) -> Ints:
        """Make an exchange, and return the pairs whose changes are others now."""
        self.steps += 1
        length, first = divmod(number, self._tables.days)
        a, b = self.pairs[pair]
        end = first + length + 1
        self.roster[[a, b], first:end] = self.roster[[b, a], first:end]
        for person in (a, b):
            self._read(person, first, end)
        some = self._touching(a, b)
        self._compare(some)
        return some.pairs

    def _touching(self, a: int, b: int) -> _Some:
        if (a, b) not in self._of:
            of = [i for i, pair in enumerate(self.pairs) if a in pair or b in pair]
            self._of[a, b] = self._some(of)
        return self._of[a, b]

    def _some(self, numbers: Sequence[int]) -> _Some:
        both = np.array([self.pairs[number] for number in numbers], dtype=np.int64).reshape(-1, 2)
        return _Some(
            pairs=np.array(numbers, dtype=np.int64),
            takers=both.T.ravel(),
            givers=both[:, ::-1].T.ravel(),
        )

    def _read(self, person: int, first: int, end: int) -> None:
        """Read somebody's roster again: the days from ``first`` to before ``end`` have changed."""
        tables, options = self._tables, self.roster[person].tolist()
        place = self._place.item(first, person)
        spent = self._spent.item(first, person)
        counted = self._counted.item(first, person)
        for day in range(first, tables.days):
            step = options[day] * tables.places + place
            spent += tables.cost.item(step)
            counted += tables.counts.item(step)
            place = tables.leads.item(step)
            self._place[day + 1, person] = place
            self._spent[day + 1, person] = spent
            self._counted[day + 1, person] = counted
        self._each[person] = spent + tables.ends.item(place)
        for price in tables.counted(np.array([person]), np.array([counted])):
            self._each[person] += price.item()
        for day in range(end - 1, -1, -1):
            steps = self._steps(person, day, options[day])
            np.add(self._left.take(steps.leads), steps.cost, out=steps.left)
            np.add(self._adds.take(steps.leads), steps.counts, out=steps.adds)

    def _steps(self, person: int, day: int, option: int) -> _Steps:
        """Return somebody's steps of a day with an option; views, of which each is made once."""
        key = (person, day, option)
        if key not in self._views:
            tables = self._tables
            begin, end = tables.begins[person, day : day + 2].tolist()
            steps = slice(option * tables.places + begin, option * tables.places + end)
            self._views[key] = _Steps(
                cost=tables.cost[steps],
                leads=tables.leads[steps],
                counts=tables.counts[steps],
                left=self._left[begin:end],
                adds=self._adds[begin:end],
            )
        return self._views[key]

    def _compare(self, some: _Some) -> None:
        """Work out what the exchanges of some pairs change."""
        tables, days, half = self._tables, self._tables.days, len(some.pairs)
        self.prices += 2 * half * days * self._longest
        # Taken along the people, what is read next lies side by side.
        place = self._place.take(some.takers, axis=1)
        spent = self._spent.take(some.takers, axis=1)
        counted = self._counted.take(some.takers, axis=1)
        options = self.roster.T.take(some.givers, axis=1) * tables.places
        a, b = some.takers[:half], some.givers[:half]
        present = self._each[a] + self._each[b]
        # What begins or ends with a day that both have alike is the same as a shorter exchange.
        same = options[:, :half] == options[:, half:]
        barred = np.where(same, np.inf, present / -2)
        found = np.full((self._longest, days, half), np.inf)
        for more in range(self._longest):
            starts = days - more
            step = place[:starts] + options[more:]
            place = tables.leads.take(step)
            spent, counted = spent[:starts], counted[:starts]
            spent += tables.cost.take(step)
            counted += tables.counts.take(step)
            whole = self._left.take(place)
            whole += spent
            for price in tables.counted(some.takers, counted + self._adds.take(place)):
                whole += price
            both = found[more, :starts]
            np.add(whole[:, :half], whole[:, half:], out=both)
            both += barred[:starts]
            both += barred[more:]
        self.changes[some.pairs] = found.reshape(self._longest * days, half).T
