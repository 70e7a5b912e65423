"""What an engine is asked, and what it answers: a model of which some cells are free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Requirement

PersonDay = tuple[int, int]
Roster = Mapping[PersonDay, int]
"""The option of each planned cell; cells that are missing are off."""
PartStatus = Literal["optimal", "feasible", "infeasible", "unknown"]
REPAIR_LEVEL = 0
"""Level at which musts between people are priced while a first roster is repaired."""


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What to minimise.

    Attributes
    ----------
    levels
        Levels in order of importance: none may suffer for a later one. Levels that are missing
        are free.
    held
        Levels before those, whose cost must not rise.
    slack
        By how much the cost of a held level may rise all the same.
    nudges
        A small price or premium on single options, worth less than one unit of any level.
    """

    levels: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    slack: Mapping[int, int] = field(default_factory=dict)
    nudges: Mapping[tuple[int, int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A model with some cells free and all others as in ``roster``.

    Attributes
    ----------
    model
        The whole model.
    roster
        The present roster: the value of every cell that is not free, and the hint of those
        that are.
    free
        The free cells.
    goal
        What to minimise, over the requirements that the free cells touch.
    softened
        Musts to price at the repair level instead.
    blocks
        Whether work runs are encoded by work blocks (tight, but large).
    hinted
        Whether ``roster`` is a roster to start from on the free cells too.
    """

    model: Model
    roster: Roster
    free: frozenset[PersonDay]
    goal: Goal
    softened: Callable[[Requirement], bool] = lambda _: False
    blocks: bool = False
    hinted: bool = True

    def value(self, person: int, day: int) -> int:
        """Return the option of a cell in the present roster, history included."""
        if day < 0:
            return self.model.frame.past(person, day)
        return self.roster.get((person, day), OFF)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How long a search may take.

    Attributes
    ----------
    seconds
        Wall-clock limit.
    effort
        Deterministic limit of the solver; None for none.
    seed
        Of its random choices.
    at_once
        Whether to search without a look at the part first: quicker where any answer will do.
    """

    seconds: float
    effort: float | None = None
    seed: int = 0
    at_once: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a search found.

    Attributes
    ----------
    status
        What is proven of the part.
    changes
        New options of the free cells; empty where nothing was found.
    objective, bound
        Of the goal; the bound is proven.
    effort
        Deterministic time used.
    levels
        The levels of the goal that were minimised, in order: the first of them, where all
        together are more than one objective holds.
    """

    status: PartStatus
    changes: Roster = field(default_factory=dict)
    objective: float = 0.0
    bound: float = 0.0
    effort: float = 0.0
    levels: tuple[int, ...] = ()
