"""What a model asks of each person alone, ready to be priced."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Sequence
from copy import copy
from dataclasses import replace
from itertools import pairwise, zip_longest

import numpy as np

from rotaplan.engines.columns.counters import Floats, Ints, counters_of
from rotaplan.engines.columns.graph import Graph, TooLarge, unfold
from rotaplan.engines.columns.helper import Answer, Given, Helper, Opening, Wanted
from rotaplan.engines.columns.price import Priced, Pricer
from rotaplan.engines.columns.tracks import (
    GroupRunTrack,
    GroupTrack,
    RunTrack,
    SuccessionTrack,
    Track,
)
from rotaplan.engines.columns.walks import Passage
from rotaplan.engines.columns.windows import WindowTrack, is_short
from rotaplan.model.build import Model
from rotaplan.model.requirements import (
    Allowed,
    Cover,
    GroupRuns,
    Groups,
    Requirement,
    Runs,
    Succession,
    Total,
)

_STEPS_OF_A_DAY = 1000
"""What a day's table takes beside its steps, however small it is, in steps."""
_ALONE = (Allowed, Groups, Runs, Succession, Total)


def unpriced(model: Model) -> frozenset[str]:
    """Return the kinds of requirement that this engine cannot price; empty where it can all."""
    found = {type(one).__name__ for one in model.requirements if not _fits(one)}
    if model.conceded:
        found.add("conceded")
    return frozenset(found)


def unpriced_rules(model: Model) -> tuple[int, ...]:
    """Return the rules, in order, that ask something that this engine cannot price."""
    return tuple(sorted({one.rule for one in model.requirements if not _fits(one)}))


def _fits(one: Requirement) -> bool:
    if isinstance(one, Cover):
        return not one.given
    if isinstance(one, GroupRuns):
        return all(max(a) < min(b) for a, b in pairwise(one.groups))
    return isinstance(one, _ALONE)


class People:
    """Everybody's graph, counters and own prices.

    Parameters
    ----------
    model
        Of which every requirement can be priced (see :func:`unpriced`).

    Raises
    ------
    TooLarge
        Where somebody's rules remember more than a graph can hold.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self.days = model.frame.scenario.horizon.days
        self.options = len(model.frame.options)
        self._graphs: dict[Hashable, Graph] = {}
        self._binding: set[Hashable] = set()
        self._helper: Helper | None = None
        self._opening: Opening | None = None
        self._sizes: dict[int, int] = {}
        count = len(model.frame.scenario.people)
        self.own = [np.zeros((self.days, self.options)) for _ in range(count)]
        self.pricers = [self._pricer(person) for person in range(count)]

    def _pricer(self, person: int) -> Pricer:
        """Return the pricer of a person, and note what single cells cost."""
        model, own = self._model, self.own[person]
        asked = [model.requirements[index] for index, _, _ in model.by_person.get(person, ())]
        for one in asked:
            if isinstance(one, Allowed):
                barred = [o for o in range(self.options) if o not in one.options]
                cost = math.inf if one.grade.must else one.grade.weight * one.amount
                own[one.day, barred] += cost
        groups = [(one, GroupTrack(one, model.frame)) for one in asked if isinstance(one, Groups)]
        tracks = self._tracks(person, asked, [track for _, track in groups])
        totals = [one for one in asked if isinstance(one, Total) and not is_short(one)]
        counters = counters_of(totals, groups, self.days, self.options)
        domains = [model.domains[person, day] for day in range(self.days)]
        return Pricer(self._graph(tracks), counters, domains, self._binding)

    def _tracks(
        self, person: int, asked: Sequence[Requirement], groups: Sequence[GroupTrack]
    ) -> list[Track]:
        """Return the tracks of a person; those of groups in the order of their counters."""
        different = {track.shape: track for track in groups}
        runs = {one.key: one for r in asked if isinstance(r, Runs) for one in (RunTrack(r),)}
        found: list[Track] = [*different.values(), *runs.values()]
        found.extend(GroupRunTrack(r, self._model.frame) for r in asked if isinstance(r, GroupRuns))
        short = [one for one in asked if isinstance(one, Total) and is_short(one)]
        if short:
            found.append(WindowTrack(short, self.options))
        followed = [one for one in asked if isinstance(one, Succession)]
        if followed:
            found.append(SuccessionTrack(person, followed, self._model.frame))
        return found

    def _graph(self, tracks: Sequence[Track]) -> Graph:
        """Return the graph of some tracks; people with the same rules share it."""
        key = tuple(track.key for track in tracks)
        if key not in self._graphs:
            self._graphs[key] = unfold(tracks, self.options, self.days)
        return self._graphs[key]

    def opened(self, days: Collection[int], roster: Sequence[Ints]) -> People:
        """Return everybody with some days open, all others being as in a roster."""
        found, domains = copy(self), self._model.domains
        # What binds in one stretch of days need not in another, and each axis costs its room.
        found._binding, found._sizes = set(), {}
        found._opening = Opening(tuple(sorted(days)), tuple(roster))

        def options(person: int, day: int) -> Sequence[int]:
            return domains[person, day] if day in days else (int(roster[person][day]),)

        found.pricers = [
            pricer.opened([options(person, day) for day in range(self.days)], found._binding)
            for person, pricer in enumerate(self.pricers)
        ]
        return found

    def near(self, roster: Sequence[Ints], part: float) -> People:
        """Return everybody with all days open, but no count far from a roster's on any day.

        They differ by a part of that roster's whole count at most, or by one step.
        """
        found = copy(self)
        found._sizes, found._opening = {}, Opening((), tuple(roster), part)
        found.pricers = [
            pricer.near(roster[person], part, self._binding)
            for person, pricer in enumerate(self.pricers)
        ]
        return found

    def help_with(self, helper: Helper) -> None:
        """Have another process price some of the people from now on."""
        self._helper = helper

    def together(self, people: Sequence[int]) -> list[tuple[int, ...]]:
        """Return some people in groups, each of whom is priced by a process of its own."""
        if self._helper is None:
            return [(person,) for person in people]
        pairs = zip_longest(*_parted(people))
        return [tuple(one for one in pair if one is not None) for pair in pairs]

    def price(self, person: int, premiums: Floats, most: int = 1) -> Priced | None:
        """Return a person's cheapest rosters where each option of each day costs so much more."""
        found = self.price_each([person], lambda _: premiums, most, lambda: False)
        return found[0] if found else None

    def price_each(
        self,
        people: Sequence[int],
        premiums: Callable[[int], Floats],
        most: int,
        stop: Callable[[], bool],
    ) -> list[Priced] | None:
        """Return the cheapest rosters of some people; None where somebody has none, or at a stop.

        Whom the helper prices is always the same, so that nobody is laid out twice.
        """
        helper = self._helper
        ours, theirs = _parted(people)
        if helper is None or helper.gone or not theirs:
            return self._here(people, premiums, most, stop)
        costs = tuple(premiums(person) for person in theirs)
        wanted = Wanted(tuple(theirs), costs, most, frozenset(self._binding))
        helper.begin(self._opening, wanted)
        here, given = self._here(ours, premiums, most, stop), helper.answer()
        if given is None:
            return self.price_each(people, premiums, most, stop)
        self._binding |= given.binding
        self._sizes |= {one: size for one, (_, size) in zip(theirs, given.answers, strict=True)}
        there = [priced for priced, _ in given.answers if priced is not None]
        if here is None or len(there) < len(theirs):
            return None
        both = dict(zip([*ours, *theirs], [*here, *there], strict=True))
        return [both[person] for person in people]

    def give(self, wanted: Wanted) -> Given:
        """Return what is wanted of this process, which helps another one.

        Whom a limit binds begins with it in both, or some would be laid out for more than it takes.
        """
        self._binding |= wanted.binding
        each = zip(wanted.people, wanted.premiums, strict=True)
        answers = tuple(self._answer(*one, wanted.most) for one in each)
        return Given(answers, frozenset(self._binding))

    def _here(
        self,
        people: Sequence[int],
        premiums: Callable[[int], Floats],
        most: int,
        stop: Callable[[], bool],
    ) -> list[Priced] | None:
        """Return the same of people who are priced in this process."""
        found: list[Priced] = []
        for person in people:
            if stop():
                return None
            priced, self._sizes[person] = self._answer(person, premiums(person), most)
            if priced is None:
                return None
            found.append(priced)
        return found

    def _answer(self, person: int, premiums: Floats, most: int) -> Answer:
        """Return what a person's cheapest rosters are, and how much there is to look at for it."""
        pricer = self.pricers[person]
        priced = pricer.price(self.own[person] + premiums, most)
        if priced is not None:
            alone = tuple(self.worth(person, options) for options in priced.rosters)
            priced = replace(priced, alone=alone)
        return priced, pricer.size

    def within(self, person: int, premiums: Floats, gap: float) -> list[Passage] | None:
        """Return the steps of a person's rosters within a gap of the cheapest (see Pricer)."""
        return self.pricers[person].within(self.own[person] + premiums, gap)

    def effort(self, person: int) -> int:
        """Return about how many steps it takes to price somebody once."""
        return self._sizes.get(person, 0) + _STEPS_OF_A_DAY * self.days

    @property
    def size(self) -> int:
        """How many steps it takes to price everybody once, of those who were."""
        return sum(self._sizes.values())

    def worth(self, person: int, options: Sequence[int] | Ints) -> float:
        """Return what a roster of somebody costs alone; infinite where it breaks a must."""
        chosen = np.asarray(options, dtype=np.int64)
        cells = self.own[person][np.arange(self.days), chosen].sum()
        return float(cells) + self.pricers[person].worth(chosen)


def _parted(people: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return whom this process prices, and every second person, whom a helper does."""
    return [one for one in people if one % 2 == 0], [one for one in people if one % 2]


__all__ = ["People", "TooLarge", "unpriced", "unpriced_rules"]
