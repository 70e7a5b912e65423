"""From a scenario and its rules to a model: cells, options and requirements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from rotaplan.domain.scenario import Scenario
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import (
    OFF,
    Allowed,
    Cover,
    GroupRuns,
    Groups,
    Joint,
    Occurrences,
    Pool,
    Requirement,
    RestIn,
    Runs,
    StretchEnds,
    Stretches,
    StretchPairs,
    Succession,
    Total,
)

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Rule


Cell = tuple[int, int]
Domains = dict[Cell, tuple[int, ...]]


class Poster(Protocol):
    """A rule instance that can say what it wants."""

    @property
    def decides(self) -> bool:
        """Whether its musts on single cells are decisions, to which other musts give way."""

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        """Yield requirements; ``rule`` is the index to name as their origin."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """Everything an engine needs to know.

    Attributes
    ----------
    frame
        People, days, options.
    rules
        The rule instances, in the order of the indices that requirements name.
    requirements
        What the rules ask for; requirements on single cells that must hold are already in
        ``domains`` and not repeated, but for those that a decision contradicts.
    domains
        For each (person, planned day) the options that single-cell musts leave, in order; an
        empty one means that the musts contradict each other there.
    undecided
        For each cell that somebody has decided (a pin), the options that it would have had
        otherwise: a decision wins over every other must, and they tell whether it is the
        decisions that cannot be reconciled with the rules, or the rules with each other.
    conceded
        The musts that the decisions force to be broken, by index, with the amount that is
        allowed to each (see :mod:`rotaplan.strategies.concede`).
    """

    frame: Frame
    rules: tuple[Rule, ...]
    requirements: tuple[Requirement, ...]
    domains: Mapping[tuple[int, int], tuple[int, ...]]
    undecided: Mapping[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    conceded: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def by_person(self) -> Mapping[int, tuple[tuple[int, int, int], ...]]:
        """For each person the requirements on that person alone: (index, first, last day)."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        reach = self.frame.longest_reach + 1
        for index, requirement in enumerate(self.requirements):
            if not isinstance(requirement, Cover | Pool | Joint):
                first, last = span_of(requirement, self.frame.scenario.horizon.days, reach)
                found.setdefault(requirement.person, []).append((index, first, last))
        return {person: tuple(rows) for person, rows in found.items()}

    @cached_property
    def by_day(self) -> Mapping[int, tuple[int, ...]]:
        """For each day the requirements on cover."""
        found: dict[int, list[int]] = {}
        for index, requirement in enumerate(self.requirements):
            if isinstance(requirement, Cover):
                found.setdefault(requirement.day, []).append(index)
        return {day: tuple(rows) for day, rows in found.items()}

    @cached_property
    def pools(self) -> Mapping[int, frozenset[int]]:
        """The requirements that add up several people's totals, with these people."""
        return {
            index: frozenset(member.person for member in one.members)
            for index, one in enumerate(self.requirements)
            if isinstance(one, Pool)
        }

    @cached_property
    def joints(self) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """For each cell the requirements that weigh it against cells of other people."""
        found: dict[tuple[int, int], list[int]] = {}
        for index, requirement in enumerate(self.requirements):
            if isinstance(requirement, Joint):
                for cell in dict.fromkeys(requirement.cells):
                    found.setdefault(cell, []).append(index)
        return {cell: tuple(rows) for cell, rows in found.items()}

    def decided_in(self, requirement: Requirement) -> tuple[Cell, ...]:
        """Return the decided cells that a requirement speaks of, in order."""
        if not self.undecided:
            return ()
        match requirement:
            case Cover():
                cells = [(person, requirement.day) for person in requirement.people]
            case Joint():
                cells = list(requirement.cells)
            case Pool():
                cells = [(one.person, day) for one in requirement.members for day in one.days]
            case _:
                days = self.frame.scenario.horizon.planned
                cells = [(requirement.person, day) for day in days]
        return tuple(sorted({cell for cell in cells if cell in self.undecided}))

    def touched(self, free: Iterable[tuple[int, int]]) -> list[int]:
        """Return the requirements that may speak of any of these cells, in order.

        A few may be listed that do not: those whose first and last day embrace a free one.
        """
        days_of: dict[int, list[int]] = {}
        for person, day in free:
            days_of.setdefault(person, []).append(day)
        found = {index for index, people in self.pools.items() if not people.isdisjoint(days_of)}
        for person, days in days_of.items():
            found.update(index for day in days for index in self.joints.get((person, day), ()))
            lowest, highest = min(days), max(days)
            found.update(
                index
                for index, first, last in self.by_person.get(person, ())
                if first <= highest and lowest <= last
            )
        for day in {day for days in days_of.values() for day in days}:
            found.update(self.by_day.get(day, ()))
        return sorted(found)


def span_of(requirement: Requirement, days: int, reach: int) -> tuple[int, int]:
    """Return first and last day that a requirement on one person speaks of.

    Parameters
    ----------
    requirement
        On one person alone.
    days
        Of the horizon.
    reach
        On how many days after its start day an option can matter to a rest.
    """
    match requirement:
        case Allowed(day=day):
            return day, day
        case Succession(day=day, gap=gap):
            return day, day + gap
        case Runs() | Stretches() | StretchEnds() | StretchPairs():
            return 0, days - 1
        case Total(days=listed):
            return min(listed, default=0), max(listed, default=0)
        case Groups(groups=groups) | GroupRuns(groups=groups):
            listed = tuple(day for group in groups for day in group)
            return min(listed, default=0), max(listed, default=0)
        case Occurrences(events=events):
            listed = tuple(day for event in events for day, _ in event.cells)
            return min(listed, default=0), max(listed, default=0)
        case RestIn(first=first, last=last):
            return first - reach, last + reach
    raise TypeError(requirement)


_last: list[Model] = []
"""The model that was built last: what looks before, during and after a search asks for one."""


def build(scenario: Scenario) -> Model:
    """Return the model of a scenario: every rule in force posted once.

    Asked again for the very same scenario, the same model is returned.
    """
    for known in _last:
        if known.frame.scenario is scenario:
            return known
    model = _built(scenario)
    _last[:] = [model]
    return model


def _built(scenario: Scenario) -> Model:
    frame = Frame.of(scenario)
    folding = _Folding(frame)
    for index, rule in enumerate(scenario.rules):
        poster = cast(Poster, rule)
        for requirement in poster.post(frame, index):
            folding.take(requirement, poster.decides)
    domains, undecided, requirements = folding.result()
    return Model(
        frame=frame,
        rules=scenario.rules,
        requirements=requirements,
        domains=domains,
        undecided=undecided,
    )


def unruled(frame: Frame) -> dict[Cell, frozenset[int]]:
    """Return the options of every planned cell before any rule has spoken.

    Off, the shifts that the needs name, and in its own cell what somebody is pinned to, or has
    in the published schedule.
    """
    scenario = frame.scenario
    found = {
        (person, day): frame.demanded | {OFF}
        for person in range(len(scenario.people))
        for day in scenario.horizon.planned
    }
    for pin in scenario.pins:
        if pin.shift is not None:
            cell = (frame.number[pin.person], pin.day)
            found[cell] |= frame.by_code.get(pin.shift, frozenset())
    if scenario.published is not None:
        for (name, day), post in scenario.published.stands.items():
            found[frame.number[name], day] |= {frame.option_of(post)}
    return found


class _Folding:
    """Takes musts on single cells out of the requirements, into the options of the cells."""

    def __init__(self, frame: Frame) -> None:
        self._ruled = unruled(frame)
        self._decided: dict[Cell, frozenset[int]] = {}
        self._folded: list[Allowed | Cover] = []
        self._others: list[Requirement] = []

    def take(self, requirement: Requirement, decides: bool) -> None:
        """Note one requirement; ``decides`` where its rule records what somebody has decided."""
        if isinstance(requirement, Allowed) and requirement.grade.must:
            cell = (requirement.person, requirement.day)
            decided = self._decided.get(cell, requirement.options) & requirement.options
            if decides and decided:
                self._decided[cell] = decided
                return
            self._ruled[cell] &= requirement.options
            self._folded.append(requirement)
        elif closes(requirement):
            assert isinstance(requirement, Cover)
            for person in requirement.people:
                self._ruled[person, requirement.day] -= requirement.options
            self._folded.append(requirement)
        else:
            self._others.append(requirement)

    def result(self) -> tuple[Domains, Domains, tuple[Requirement, ...]]:
        """Return the options of the cells, those without decisions, and what is left to ask.

        Where no option of a decided cell is as the rules say, the decision alone counts, and
        what it may break is asked as any other requirement.
        """
        domains = dict(self._ruled)
        against: set[Cell] = set()
        for cell, decided in self._decided.items():
            domains[cell] = decided & self._ruled[cell]
            if not domains[cell]:
                domains[cell] = decided
                against.add(cell)
        kept = [one for one in self._folded if _speaks_of(one, against)] if against else []
        return (
            {cell: tuple(sorted(options)) for cell, options in domains.items()},
            {cell: tuple(sorted(self._ruled[cell])) for cell in sorted(self._decided)},
            (*self._others, *kept),
        )


def closes(requirement: Requirement) -> bool:
    """Whether a requirement forbids options to everybody it counts."""
    return isinstance(requirement, Cover) and requirement.grade.must and requirement.most == 0


def _speaks_of(one: Allowed | Cover, cells: set[Cell]) -> bool:
    if isinstance(one, Allowed):
        return (one.person, one.day) in cells
    return any((person, one.day) in cells for person in one.people)
