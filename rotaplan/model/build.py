"""From a scenario and its rules to a model: cells, options and requirements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from rotaplan.domain.scenario import Scenario
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import (
    OFF,
    Allowed,
    Cover,
    Groups,
    Pool,
    Requirement,
    RestIn,
    Runs,
    Succession,
    Total,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    def touching(self) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """Indices of the requirements that speak of each planned cell."""
        found: dict[tuple[int, int], list[int]] = {cell: [] for cell in self.domains}
        for index, requirement in enumerate(self.requirements):
            for cell in cells_of(requirement, self.frame):
                if cell in found:
                    found[cell].append(index)
        return {cell: tuple(indices) for cell, indices in found.items()}


def cells_of(requirement: Requirement, frame: Frame) -> Iterable[tuple[int, int]]:
    """Yield the cells (person, day) whose option can matter to a requirement."""
    if isinstance(requirement, Cover):
        return ((person, requirement.day) for person in requirement.people)
    if isinstance(requirement, Pool):
        return (
            (member.person, day)
            for member in requirement.members
            for day in dict.fromkeys(member.days)
        )
    return ((requirement.person, day) for day in _days(requirement, frame))


def _days(requirement: Requirement, frame: Frame) -> Iterable[int]:
    """Yield the days that a requirement on one person speaks of."""
    match requirement:
        case Allowed(day=day):
            return (day,)
        case Succession(day=day, gap=gap):
            return (day, day + gap)
        case Runs():
            return frame.scenario.horizon.planned
        case Total(days=days):
            return days
        case Groups(groups=groups):
            return dict.fromkeys(day for group in groups for day in group)
        case RestIn(first=first, last=last):
            reach = frame.longest_reach + 1
            return range(first - reach, last + reach + 1)
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
