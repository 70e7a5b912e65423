"""Everybody's rules as tables, to be read for many rosters at once.

A *place* is what a person's rules remember before a day. Places of all people and days are
numbered on end; a step from one is found at ``option * places + place``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rotaplan.engines.columns.counters import Counter, Floats, Ints
from rotaplan.engines.columns.graph import Graph, minimised
from rotaplan.engines.columns.people import People, TooLarge
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover, Groups

MOST_STEPS = 4_000_000
"""Steps of all people; beyond this the tables would take hundreds of megabytes."""
_MOST_BITS = 62


@dataclass(frozen=True, slots=True)
class Slot:
    """A counter of each person, as some bits of a number that holds all of them.

    ``prices`` tells what each count costs, for one person after the other.
    """

    shift: int
    mask: int
    prices: Floats


@dataclass(frozen=True)
class Tables:
    """What each step costs, where it leads and what it counts.

    Attributes
    ----------
    days
        Of the horizon.
    places
        How many there are.
    begins
        For each person and day the first place; after the last day, those at the end.
    cost, leads, counts
        Of each step: its price (infinite where a must bars it), the place after it, and what it
        adds to the counters.
    ends
        What it costs to end in a place.
    slots
        The counters.
    alike
        For each person a number, equal for people who count for the same cover.
    """

    days: int
    places: int
    begins: Ints
    cost: Floats
    leads: Ints
    counts: Ints
    ends: Floats
    slots: tuple[Slot, ...]
    alike: tuple[int, ...]

    def begun(self, person: int) -> int:
        """Return the number that holds somebody's counts before the first day."""
        last = self.slots[-1] if self.slots else None
        return 0 if last is None else person * (last.mask + 1) << last.shift

    def counted(self, people: Ints, counts: Ints) -> Iterator[Floats]:
        """Yield what each counter costs these people, by the numbers that hold their counts."""
        for slot in self.slots[:-1]:
            count = (counts >> slot.shift) & slot.mask
            count += people * (slot.mask + 1)
            yield slot.prices.take(count)
        # The person is in the bits above the last counter.
        for slot in self.slots[-1:]:
            yield slot.prices.take(counts >> slot.shift if slot.shift else counts)


def tables_of(model: Model) -> Tables | None:
    """Return the tables of a model all of whose requirements can be priced person by person.

    None where they would be too large.
    """
    try:
        people = People(model)
    except TooLarge:
        return None
    counters = [pricer.counters for pricer in people.pricers]
    widths = _widths(counters)
    if sum(widths) + len(counters).bit_length() > _MOST_BITS:
        return None
    shifts = [sum(widths[:slot]) for slot in range(len(widths))]
    shared: dict[Hashable, _Dense] = {}
    dense: list[_Dense] = []
    steps = 0
    for pricer in people.pricers:
        groups = tuple(one.position for one in pricer.counters if one.gains is None)
        bits = tuple(
            shift for one, shift in zip(pricer.counters, shifts, strict=False) if one.gains is None
        )
        key = (id(pricer.graph), groups, bits)
        if key not in shared:
            shared[key] = _dense(minimised(pricer.graph, groups), bits, people.options)
        dense.append(shared[key])
        steps += shared[key].cost.size
        if steps > MOST_STEPS:
            return None
    return _laid_out(model, people, dense, shifts, widths)


def _widths(counters: Sequence[Sequence[Counter]]) -> list[int]:
    """Return how many bits each counter needs."""
    widths = [0] * max((len(some) for some in counters), default=0)
    for some in counters:
        for slot, one in enumerate(some):
            widths[slot] = max(widths[slot], _most(one).bit_length())
    return widths


def _most(one: Counter) -> int:
    """Return how much more a counter can gain than it does at least."""
    if one.gains is not None:
        return int(np.ptp(one.gains, axis=1).sum())
    return max(len(asked.groups) for asked in one.bounds if isinstance(asked, Groups))


def _least(one: Counter) -> Ints:
    """Return what a counter gains at least on each day; nothing where the graph tells."""
    return np.zeros(1, dtype=np.int64) if one.gains is None else one.gains.min(axis=1)


@dataclass(frozen=True, slots=True)
class _Dense:
    """A graph as arrays over option and node; ``begins`` has the first node of each day."""

    begins: Ints
    cost: Floats
    leads: Ints
    counts: Ints
    ends: Floats


def _dense(graph: Graph, bits: Sequence[int], options: int) -> _Dense:
    """Return a graph as arrays; ``bits`` say where its counters stand in a number."""
    sizes = [1 + max((edge.source for edge in edges), default=0) for edges in graph.days]
    begins = np.cumsum([0, *sizes, len(graph.ends)])
    shape = (options, int(begins[-1]))
    cost, counts = np.full(shape, np.inf), np.zeros(shape, dtype=np.int64)
    leads = np.zeros(shape, dtype=np.int64)
    for day, edges in enumerate(graph.days):
        # A step that does not exist leads somewhere too, at an infinite price.
        leads[:, begins[day] : begins[day + 1]] = begins[day + 1]
        for edge in edges:
            node = begins[day] + edge.source
            gained = sum(gain << bit for gain, bit in zip(edge.gains, bits, strict=True))
            for option in graph.letters[edge.letter]:
                cost[option, node] = edge.price
                leads[option, node] = begins[day + 1] + edge.target
                counts[option, node] = gained
    ends = np.zeros(shape[1])
    ends[begins[-2] :] = graph.ends
    return _Dense(begins, cost, leads, counts, ends)


def _laid_out(
    model: Model,
    people: People,
    dense: Sequence[_Dense],
    shifts: Sequence[int],
    widths: Sequence[int],
) -> Tables:
    """Return everybody's graph on end, with what each cell costs and counts."""
    first = np.cumsum([0, *(one.cost.shape[1] for one in dense)])
    cost, leads, counts = [], [], []
    for person, one in enumerate(dense):
        day_of = np.repeat(np.arange(people.days), np.diff(one.begins[:-1]))
        inner = len(day_of)
        own, gains = _cells(model, people, person), np.zeros((people.days, people.options), int)
        for counter, shift in zip(people.pricers[person].counters, shifts, strict=False):
            if counter.gains is not None:
                gains += (counter.gains - _least(counter)[:, None]) << shift
        costs, counted = one.cost.copy(), one.counts.copy()
        costs[:, :inner] += own[day_of].T
        counted[:, :inner] += gains[day_of].T
        cost.append(costs)
        counts.append(counted)
        leads.append(one.leads + first[person])
    return Tables(
        days=people.days,
        places=int(first[-1]),
        begins=np.array(
            [one.begins[:-1] + start for one, start in zip(dense, first[:-1], strict=True)]
        ),
        cost=np.concatenate(cost, axis=1).ravel(),
        leads=np.concatenate(leads, axis=1).ravel(),
        counts=np.concatenate(counts, axis=1).ravel(),
        ends=np.concatenate([one.ends for one in dense]),
        slots=tuple(_slots(people, shifts, widths)),
        alike=_alike(model),
    )


def _cells(model: Model, people: People, person: int) -> Floats:
    """Return what each option of each day costs somebody alone: infinite where it is not open."""
    found: Floats = np.full((people.days, people.options), np.inf)
    for day in range(people.days):
        options = list(model.domains[person, day])
        found[day, options] = people.own[person][day, options]
    return found


def _slots(people: People, shifts: Sequence[int], widths: Sequence[int]) -> Iterator[Slot]:
    """Yield the counters, with what each count costs each person."""
    for slot, (shift, width) in enumerate(zip(shifts, widths, strict=True)):
        prices = np.zeros((len(people.pricers), 1 << width))
        for person, pricer in enumerate(people.pricers):
            if slot < len(pricer.counters):
                counter = pricer.counters[slot]
                begin = int(_least(counter).sum())
                prices[person] = counter.costs(range(begin, begin + (1 << width)))
        yield Slot(shift, (1 << width) - 1, prices.ravel())


def _alike(model: Model) -> tuple[int, ...]:
    """Return for each person a number, equal for those who count for the same cover."""
    counted: list[list[int]] = [[] for _ in model.frame.scenario.people]
    for index, one in enumerate(model.requirements):
        if isinstance(one, Cover):
            for person in one.people:
                counted[person].append(index)
    kinds: dict[tuple[int, ...], int] = {}
    return tuple(kinds.setdefault(tuple(some), len(kinds)) for some in counted)
