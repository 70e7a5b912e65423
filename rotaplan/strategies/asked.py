"""What a solve is asked, tells on the way, and answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rotaplan.engines.part import PartStatus, Roster
from rotaplan.model.build import Model
from rotaplan.strategies.incumbent import Costs

Strategy = Literal["auto", "model", "search", "columns"]


@dataclass(frozen=True, kw_only=True)
class Options:
    """How to solve.

    Attributes
    ----------
    seconds
        Time limit.
    seed
        Of every random choice.
    workers
        How many searches run side by side.
    reproducible
        Count effort, not time, on one worker: the same answer on every machine.
    allowed
        By level, the price that is good enough: no later level is worse for less than that.
    strategy
        What the first worker does: ``model`` takes the model whole, ``search`` only parts of
        it, ``columns`` works with rosters of one person where all rules can be priced so;
        ``auto`` chooses between the first two by size. The others search; beside columns, the
        second one takes a small model whole, or prices people where there are many.
    proofs
        Whether to prove how good the roster is, which takes time, or only to search; on one
        worker.
    """

    seconds: float = 60.0
    seed: int = 0
    workers: int = 2
    reproducible: bool = False
    allowed: Mapping[int, int] = field(default_factory=dict)
    strategy: Strategy = "auto"
    proofs: bool = True


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where a solve stands.

    Attributes
    ----------
    seconds
        Since the beginning.
    levels, costs, bounds
        Priced levels in order, with their present price and proven bound.
    repairing
        Whether musts between people are still broken.
    """

    seconds: float
    levels: tuple[int, ...]
    costs: Costs
    bounds: Costs
    repairing: bool


@dataclass(frozen=True)
class Barrier:
    """What kept columns from being used where they were asked for or would have been tried.

    Attributes
    ----------
    reason
        ``rules`` that cannot be priced for one person, or that decided cells break; ``levels``,
        several of which have a price that does not fall to nothing; ``size`` of the question, or
        of what somebody's rules remember.
    rules
        Those rules, by their index in the model.
    """

    reason: Literal["rules", "levels", "size"]
    rules: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a solve found.

    Attributes
    ----------
    status
        What is proven.
    roster
        Option of each cell; None without a roster that keeps every must.
    levels, costs, bounds
        Priced levels in order, with price and proven bound.
    seconds, first_seconds
        Time in all, and until the first roster that keeps every must.
    model
        What was solved, with what was conceded to decided cells.
    impossible
        A person whose own musts contradict each other; None otherwise.
    strategy
        What the first worker did.
    barrier
        What kept columns from being used; None where nothing did.
    """

    status: PartStatus
    seconds: float
    model: Model
    roster: Roster | None = None
    levels: tuple[int, ...] = ()
    costs: Costs = ()
    bounds: Costs = ()
    first_seconds: float | None = None
    impossible: int | None = None
    strategy: Strategy = "auto"
    barrier: Barrier | None = None


Listener = Callable[[Progress], None]
