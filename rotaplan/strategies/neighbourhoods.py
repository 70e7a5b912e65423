"""Which cells to free next: small enough to be solved exactly, large enough to matter."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from rotaplan.engines.part import PersonDay
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover, Joint, Pool, Requirement
from rotaplan.strategies.incumbent import Costs, Incumbent

KINDS = ("window", "trouble", "people")
_LEAST_SHARE = 0.2
_FADE = 0.8
_FIRST_SIZE = 400.0
_SMALLEST_SIZE = 60.0
_LARGEST_SIZE = 20_000.0
_COMPANY = 3


@dataclass
class Choice:
    """How the kinds of neighbourhood have fared; chooses the next kind and its size.

    Attributes
    ----------
    size
        Literals that a neighbourhood of each kind may take: grows where sub-problems are solved
        to the end quickly, shrinks where they are not.
    gain
        Fading mean of what each kind brought per second.
    """

    size: dict[str, float] = field(default_factory=lambda: dict.fromkeys(KINDS, _FIRST_SIZE))
    gain: dict[str, float] = field(default_factory=lambda: dict.fromkeys(KINDS, 1.0))

    def kind(self, rng: random.Random) -> str:
        """Return a kind, in proportion to its gain; each has its least share."""
        total = sum(self.gain.values())
        weights = [max(_LEAST_SHARE, self.gain[kind] / total if total else 0) for kind in KINDS]
        return rng.choices(KINDS, weights)[0]

    def learn(self, kind: str, gain: float, effort: float, proved: bool, quick: bool) -> None:
        """Note how a sub-problem went."""
        self.gain[kind] = _FADE * self.gain[kind] + (1 - _FADE) * gain / max(effort, 0.01)
        if proved and quick:
            self.size[kind] = min(self.size[kind] * 1.15, _LARGEST_SIZE)
        elif not proved:
            self.size[kind] = max(_SMALLEST_SIZE, self.size[kind] * 0.87)


def improvable(costs: Costs, bounds: Costs) -> int | None:
    """Return the position of the first level that may still fall; None where none can."""
    return next((i for i, (c, b) in enumerate(zip(costs, bounds, strict=True)) if c > b), None)


class Neighbourhoods:
    """Draws the cells to free.

    Parameters
    ----------
    model
        The model; only cells with more than one option are ever freed.
    rng
        Random numbers of this search alone.
    """

    def __init__(self, model: Model, rng: random.Random) -> None:
        self._model, self._rng = model, rng
        self._days = model.frame.scenario.horizon.days
        self._open = {cell: len(o) for cell, o in model.domains.items() if len(o) > 1}
        self._people = sorted({person for person, _ in self._open})
        self._partners = _partners(model)

    def draw(
        self, kind: str, size: float, incumbent: Incumbent, level: int
    ) -> frozenset[PersonDay]:
        """Return cells to free: about ``size`` literals.

        Parameters
        ----------
        kind
            ``window`` all people on a few days, ``trouble`` some people around something that
            costs, ``people`` a few people over all days.
        size
            Literals allowed.
        incumbent
            The present roster.
        level
            The level to improve first.
        """
        if kind == "window":
            return self._window(size)
        people, day = self._trouble(incumbent, level)
        if kind == "people":
            return self._fill(people, range(self._days), size)
        length = min(self._days, self._rng.choice((3, 5, 7, 10, 14, 21, 28)))
        first = min(max(0, day - self._rng.randrange(length)), self._days - length)
        return self._fill(people, range(first, first + length), size)

    def _window(self, size: float) -> frozenset[PersonDay]:
        """Free everybody on consecutive days, or as many people as fit on one.

        A window that would end after the last day begins earlier instead: a short one at the
        edge would be solved at once, and say that longer ones can be.
        """
        first = self._rng.randrange(self._days)
        chosen: set[PersonDay] = set()
        weight = 0.0
        for day in (*range(first, self._days), *range(first - 1, -1, -1)):
            cells = [(p, day) for p in self._people if (p, day) in self._open]
            cost = sum(min(self._open[cell], len(cells) + 1) for cell in cells)
            if weight + cost > size and chosen:
                break
            if cost > size:
                return self._fill([], range(day, day + 1), size)
            chosen.update(cells)
            weight += cost
        return frozenset(chosen)

    def _trouble(self, incumbent: Incumbent, level: int) -> tuple[list[int], int]:
        """Return the people concerned by something that costs at a level, and its day."""
        paying = incumbent.paying(level)
        if not paying:
            return [], self._rng.randrange(self._days)
        index = self._rng.choices([i for i, _ in paying], [price for _, price in paying])[0]
        requirement = self._model.requirements[index]
        return self._concerned(requirement), _a_day(requirement, self._days, self._rng)

    def _concerned(self, requirement: Requirement) -> list[int]:
        if isinstance(requirement, Cover):
            able = [
                person
                for person in requirement.people
                if requirement.options & set(self._model.domains[person, requirement.day])
            ]
            return self._rng.sample(able, min(len(able), 3))
        if isinstance(requirement, Pool):
            return [self._rng.choice(requirement.members).person]
        if isinstance(requirement, Joint):
            people = sorted({person for person, _ in requirement.cells})
            return self._rng.sample(people, min(len(people), 3))
        return [requirement.person]

    def _fill(self, people: list[int], days: Sequence[int], size: float) -> frozenset[PersonDay]:
        """Free the given people, then random others, on some days until the size is reached.

        Whoever may only move with somebody else comes with some of these.
        """
        others = [person for person in self._people if person not in people]
        self._rng.shuffle(others)
        chosen: set[PersonDay] = set()
        weight, count = 0.0, 0
        for person in self._accompanied([*people, *others]):
            cells = [(person, day) for day in days if (person, day) in self._open]
            if not cells:
                continue
            count += 1
            weight += sum(min(self._open[cell], count + 2) for cell in cells)
            if weight > size and count > 2:
                break
            chosen.update(cells)
        return frozenset(chosen)

    def _accompanied(self, people: Sequence[int]) -> list[int]:
        """Return people in order, each followed by some of those bound to them."""
        order: dict[int, None] = {}
        for person in people:
            order[person] = None
            partners = self._partners.get(person, ())
            if partners:
                order |= dict.fromkeys(self._rng.sample(partners, min(len(partners), _COMPANY)))
        return list(order)


def _partners(model: Model) -> dict[int, tuple[int, ...]]:
    """Return for each person the others whom a must weighs against them, cell by cell."""
    found: dict[int, set[int]] = {}
    for one in model.requirements:
        if isinstance(one, Joint) and one.grade.must:
            people = {person for person, _ in one.cells}
            for person in people:
                found.setdefault(person, set()).update(people - {person})
    return {person: tuple(sorted(others)) for person, others in sorted(found.items())}


def _a_day(requirement: Requirement, days: int, rng: random.Random) -> int:
    """Return a planned day that a requirement speaks of."""
    day = getattr(requirement, "day", None)
    if day is None and isinstance(requirement, Joint) and requirement.cells:
        day = rng.choice(requirement.cells)[1]
    if isinstance(day, int):
        return min(max(day, 0), days - 1)
    return rng.randrange(days)
