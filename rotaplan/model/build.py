"""From a scenario and its rules to a model: cells, options and requirements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    Stretches,
    Succession,
    Total,
)

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Rule


class Poster(Protocol):
    """A rule instance that can say what it wants."""

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
        ``domains`` and not repeated.
    domains
        For each (person, planned day) the options that single-cell musts leave, in order; an
        empty one means that the musts contradict each other there.
    """

    frame: Frame
    rules: tuple[Rule, ...]
    requirements: tuple[Requirement, ...]
    domains: Mapping[tuple[int, int], tuple[int, ...]]

    @cached_property
    def by_person(self) -> Mapping[int, tuple[tuple[int, int, int], ...]]:
        """For each person the requirements on that person alone: (index, first, last day)."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        reach = self.frame.longest_reach + 1
        for index, requirement in enumerate(self.requirements):
            if not isinstance(requirement, Cover | Pool | Joint):
                first, last = _span(requirement, self.frame.scenario.horizon.days, reach)
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


def _span(requirement: Requirement, days: int, reach: int) -> tuple[int, int]:
    """Return first and last day that a requirement on one person speaks of."""
    match requirement:
        case Allowed(day=day):
            return day, day
        case Succession(day=day, gap=gap):
            return day, day + gap
        case Runs() | Stretches():
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


def build(scenario: Scenario) -> Model:
    """Return the model of a scenario: every rule in force posted once."""
    frame = Frame.of(scenario)
    domains = {
        (person, day): frame.demanded | {OFF}
        for person in range(len(scenario.people))
        for day in scenario.horizon.planned
    }
    for pin in scenario.pins:
        if pin.shift is not None:
            cell = (frame.number[pin.person], pin.day)
            domains[cell] = domains[cell] | frame.by_code.get(pin.shift, frozenset())
    if scenario.published is not None:
        for (name, day), post in scenario.published.stands.items():
            cell = (frame.number[name], day)
            domains[cell] = domains[cell] | {frame.option_of(post)}
    requirements: list[Requirement] = []
    for index, rule in enumerate(scenario.rules):
        for requirement in cast(Poster, rule).post(frame, index):
            if isinstance(requirement, Allowed) and requirement.grade.must:
                cell = (requirement.person, requirement.day)
                domains[cell] = domains[cell] & requirement.options
            elif _closes(requirement):
                assert isinstance(requirement, Cover)
                for person in requirement.people:
                    cell = (person, requirement.day)
                    domains[cell] = domains[cell] - requirement.options
            else:
                requirements.append(requirement)
    return Model(
        frame=frame,
        rules=scenario.rules,
        requirements=tuple(requirements),
        domains={cell: tuple(sorted(options)) for cell, options in domains.items()},
    )


def _closes(requirement: Requirement) -> bool:
    """Whether a requirement forbids options to everybody it counts."""
    return isinstance(requirement, Cover) and requirement.grade.must and requirement.most == 0
