"""The best roster known, with its price, shared between searches and never lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rotaplan.engines.part import REPAIR_LEVEL, PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.model.measure import amount
from rotaplan.model.requirements import OFF, Cover, Joint, Pool, Requirement

Costs = tuple[int, ...]
"""Prices by level, in the order of ``Incumbent.levels``: compared from the left."""


def between_people(requirement: Requirement) -> bool:
    """Whether a must binds several people, so that a first roster may have to break it."""
    return requirement.grade.must and isinstance(requirement, Cover | Pool | Joint)


def nothing(_: Requirement) -> bool:
    """No requirement at all."""
    return False


class Shared(Protocol):
    """What a search that offers rosters needs of an incumbent (see :class:`Incumbent`)."""

    @property
    def model(self) -> Model:
        """What it answers."""

    @property
    def levels(self) -> tuple[int, ...]:
        """The repair level, then every priced one."""

    @property
    def allowed(self) -> Mapping[int, int]:
        """By level, the price that is good enough."""

    @property
    def costs(self) -> Costs:
        """Price of each level."""

    def snapshot(self) -> tuple[dict[PersonDay, int], int, Costs]:
        """Return a copy of the roster, its version and its prices."""

    def offer(self, changes: Roster, version: int) -> bool:
        """Take over new options of some cells if that costs no more; tell whether it was."""


@dataclass
class Incumbent:
    """The best roster known.

    Attributes
    ----------
    model
        What it answers.
    roster
        Option of every planned cell.
    levels
        The repair level (musts between people), then every priced level, in order.
    amounts
        What each priced requirement finds amiss; musts that bind one person are always kept.
        What is conceded to a must counts for nothing.
    version
        Counts the changes.
    heard
        Told after each strict improvement.
    allowed
        By level, the price that is good enough: up to there it counts for nothing.
    """

    model: Model
    roster: dict[PersonDay, int]
    heard: Callable[[Incumbent], None] = lambda _: None
    levels: tuple[int, ...] = ()
    amounts: dict[int, int] = field(default_factory=dict)
    version: int = 0
    allowed: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._priced = {
            index: self._price_of(requirement)
            for index, requirement in enumerate(self.model.requirements)
            if between_people(requirement) or not requirement.grade.must
        }
        self.levels = tuple(sorted({REPAIR_LEVEL} | {lv for lv, _ in self._priced.values()}))
        self.amounts = {
            index: found for index in self._priced if (found := self._amount(index, self.roster))
        }
        # Asked for at every step of a search: adding the amounts up again took a sixth of it.
        self._prices = self._prices_of(self.amounts)

    @staticmethod
    def _price_of(requirement: Requirement) -> tuple[int, int]:
        grade = requirement.grade
        return (REPAIR_LEVEL, 1) if grade.must else (grade.level, grade.weight)

    def _amount(self, index: int, roster: Mapping[PersonDay, int]) -> int:
        frame = self.model.frame

        def value(person: int, day: int) -> int:
            return frame.past(person, day) if day < 0 else roster.get((person, day), OFF)

        found = amount(self.model.requirements[index], value, frame)
        return max(0, found - self.model.conceded.get(index, 0))

    @property
    def costs(self) -> Costs:
        """Price of each level, beyond what is allowed there."""
        return self._costs_of(self._prices)

    @property
    def prices(self) -> Costs:
        """Price of each level, whatever is allowed."""
        return tuple(self._prices.values())

    @property
    def slack(self) -> Mapping[int, int]:
        """How much each level with an allowance may yet rise."""
        prices = self._prices
        return {
            level: max(0, most - prices[level])
            for level, most in self.allowed.items()
            if level in prices
        }

    def _costs_of(self, prices: Mapping[int, int]) -> Costs:
        return tuple(max(0, cost - self.allowed.get(lv, 0)) for lv, cost in prices.items())

    def _prices_of(self, amounts: Mapping[int, int]) -> dict[int, int]:
        by_level = dict.fromkeys(self.levels, 0)
        for index, found in amounts.items():
            level, weight = self._priced[index]
            by_level[level] += weight * found
        return by_level

    def paying(self, level: int) -> list[tuple[int, int]]:
        """Return (requirement, price) of all that cost something at a level, in order."""
        with self._lock:
            return sorted(
                (index, found * self._priced[index][1])
                for index, found in self.amounts.items()
                if self._priced[index][0] == level
            )

    def snapshot(self) -> tuple[dict[PersonDay, int], int, Costs]:
        """Return a copy of the roster, its version and its prices."""
        with self._lock:
            return dict(self.roster), self.version, self.costs

    def offer(self, changes: Roster, version: int) -> bool:
        """Take over new options of some cells if that costs no more; tell whether it was taken.

        Parameters
        ----------
        changes
            New options.
        version
            Version of the roster that they were found for. Where it has changed since, the
            musts that the changes touch are looked at again.
        """
        with self._lock:
            changed = {c: o for c, o in changes.items() if self.roster.get(c, OFF) != o}
            if not changed:
                return False
            roster = {**self.roster, **changed}
            touched = self.model.touched(changed)
            if version != self.version and not self._keeps_musts(touched, roster):
                return False
            amounts = dict(self.amounts)
            for index in touched:
                if index in self._priced:
                    amounts[index] = self._amount(index, roster)
            amounts = {index: found for index, found in amounts.items() if found}
            prices = self._prices_of(amounts)
            before, after = self.costs, self._costs_of(prices)
            if after > before:
                return False
            self.roster, self.amounts, self._prices = roster, amounts, prices
            self.version += 1
        if after < before:
            self.heard(self)
        return True

    def _keeps_musts(self, touched: list[int], roster: Mapping[PersonDay, int]) -> bool:
        return all(index in self._priced or not self._amount(index, roster) for index in touched)
