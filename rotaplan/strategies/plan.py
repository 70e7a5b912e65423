"""Choose how to solve a model, and run it: first roster, repair, proof or search."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import count

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits, PartStatus, PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.strategies.apart import by_columns_apart
from rotaplan.strategies.asked import Barrier, Listener, Options, Outcome, Progress, Strategy
from rotaplan.strategies.beside import (
    alone,
    barred,
    by_columns,
    by_weeks,
    freed,
    near,
    proof_share,
    wanted,
)
from rotaplan.strategies.bounds import CoverBounds
from rotaplan.strategies.by_windows import ByWindows
from rotaplan.strategies.concede import concede
from rotaplan.strategies.construct import Impossible, begin, construct, fill, resume
from rotaplan.strategies.exchanges import Exchangeable
from rotaplan.strategies.follow import follow_cycles
from rotaplan.strategies.incumbent import Costs, Incumbent
from rotaplan.strategies.neighbourhoods import improvable
from rotaplan.strategies.proofs import Proofs
from rotaplan.strategies.search import search
from rotaplan.strategies.workers import side_by_side

_WHOLE_BELOW = 12_000
_WHOLE_BELOW_KNOWN = 16_000
"""Up to this many options over all cells, one search takes the model whole, to prove.

From a roster that is known the best one is not far, and larger models are proven in time.
"""
_WHOLE_BESIDE_COLUMNS = 2_500
"""The same for the second worker beside columns (benchmarks/README.md)."""
_APART_FROM = 1_000
"""Options over all cells: fewer are done with before a process for columns has begun."""
_HEAD_START = 0.08
_WINDOWS_SHARE = 0.25
_BOUND_SHARE = 0.15
_SLICE_SHARE = 0.1
_EXCHANGE_SHARE = 0.04
"""Shares of the time: searching before the whole model is tried, windows, a bound, a slice, and
exchanges before the whole model."""
_SLICE_STEP = 1009
_WRITING_SECONDS = 5.0
"""How long other workers let the first one write the whole model."""


class Plan:
    """One solve under way.

    Parameters
    ----------
    model
        What to solve.
    options
        How.
    listener
        Told of each improvement, from any thread.
    watch
        Lets the caller stop it; the best roster so far is kept.
    known
        A roster to start from, of all people or of some; where None, the cycles that people
        follow, and for all others one that is constructed.
    """

    def __init__(
        self,
        model: Model,
        options: Options,
        listener: Listener | None,
        watch: Watch,
        known: Roster | None = None,
    ) -> None:
        self._model, self._options, self._known = model, options, known
        self._asked, self._watch = watch, watch.inner()
        self._listener = listener or (lambda _: None)
        self._started = time.monotonic()
        self._until = self._started + options.seconds
        self._incumbent: Incumbent | None = None
        self._proofs_of: Proofs | None = None
        self._first: float | None = None
        self._strategy, self._beside = options.strategy, False
        self._barrier: Barrier | None = None
        self._exchangeable: Exchangeable | None = None

    def run(self) -> Outcome:
        """Solve, and return the best roster with what is proven of it."""
        levels = Incumbent(self._model, {}).levels
        timer = threading.Timer(self._options.seconds, self._asked.stop)
        timer.daemon = True
        if not self._options.reproducible:
            timer.start()
        try:
            self._model = concede(self._model, self._options.seed, self._watch, self._known)
            self._choose()
            roster = self._begin(levels)
            if roster is None:
                return self._outcome("unknown")
            allowed = self._options.allowed
            self._incumbent = Incumbent(self._model, roster, self._heard, allowed=allowed)
            self._proofs_of = Proofs(self._incumbent, self._options, self._until, self._heard)
            self._heard(self._incumbent)
            self._exchangeable = Exchangeable(self._model)
            if all(len(options) == 1 for options in self._model.domains.values()):
                # Every cell is decided: there is no other roster, so none has a lower price.
                self._proofs.settle()
            elif self._options.reproducible or self._options.workers == 1:
                self._alone()
            else:
                self._together()
        except Impossible as impossible:
            return self._outcome("infeasible", impossible.person)
        finally:
            timer.cancel()
        return self._outcome(None)

    def _begin(self, levels: tuple[int, ...]) -> dict[PersonDay, int] | None:
        """Return a first roster: from the one that is known, from the cycles, or a new one."""
        seed, watch = self._options.seed, self._watch
        if self._known is not None:
            return resume(self._model, self._known, levels, seed, watch)
        cycles = follow_cycles(self._model)
        if not cycles and self._by_weeks:
            return begin(self._model, seed, watch)
        if not cycles:
            return construct(self._model, levels, seed, watch)
        roster = resume(self._model, cycles, levels, seed, watch)
        if roster is not None:
            fill(self._model, roster, levels, seed, watch)
        return roster

    def _heard(self, incumbent: Incumbent) -> None:
        costs = incumbent.costs
        now = time.monotonic() - self._started
        if costs[0] == 0 and self._first is None:
            self._first = now
        if self._proofs.complete:
            # Whichever worker has proven it: nothing is left for the others to do.
            self._watch.stop()
        self._listener(
            Progress(
                seconds=now,
                levels=incumbent.levels[1:],
                costs=costs[1:],
                bounds=self._proven()[1:],
                repairing=costs[0] > 0,
            )
        )

    def _choose(self) -> None:
        """Settle what the first worker does."""
        if wanted(self._options, self._known):
            self._barrier = barred(self._model, self._options)
            self._beside = self._barrier is None
        self._strategy = "columns" if self._beside else self._by_size

    @property
    def _by_weeks(self) -> bool:
        """Whether columns take some weeks at a time, from days that cost whatever they do."""
        return self._beside and by_weeks(self._model)

    @property
    def _by_size(self) -> Strategy:
        """What the first worker does without columns."""
        asked = self._options.strategy
        if asked in ("model", "search"):
            return asked
        return "model" if self._small else "search"

    @property
    def _small(self) -> bool:
        most = _WHOLE_BELOW if self._known is None else _WHOLE_BELOW_KNOWN
        return self._open_options <= most

    @property
    def _open_options(self) -> int:
        return sum(len(o) for o in self._model.domains.values() if len(o) > 1)

    def _proven(self) -> Costs:
        return self._proofs.bounds()

    def _alone(self) -> None:
        """One worker: search a little, then prove if small; else search to the end."""
        options = self._options
        effort = options.seconds if options.reproducible else None
        if not options.proofs:
            self._search(options.seed, self._until, effort)
            return
        used = self._by_windows(effort, workers=1)
        effort = None if effort is None else effort - used
        if self._by_columns():
            self._search(options.seed, self._until, None)
            return
        if self._strategy == "search":
            self._search_and_bound(effort)
            return
        ahead = self._proven if self._known is None else self._proofs.repaired
        used = self._search_ahead(effort, ahead)
        self._proofs.whole(None if effort is None else effort - used, self._watch)
        if not self._proofs.complete and not options.reproducible:
            self._search(options.seed + 1, self._until, None)

    def _by_windows(self, effort: float | None, workers: int) -> float:
        """From a known roster, try to find and prove the best by windows; return the effort."""
        if self._known is None or self._options.allowed or self._strategy == "columns":
            return 0.0
        windows = ByWindows(
            incumbent=self._kept,
            seed=self._options.seed,
            watch=self._watch,
            until=time.monotonic() + self._options.seconds * _WINDOWS_SHARE,
            effort=None if effort is None else effort * _WINDOWS_SHARE,
            workers=workers,
        )
        if windows.run():
            self._proofs.settle()
            self._heard(self._kept)
        return windows.used

    def _together(self) -> None:
        """Several workers on the same incumbent: one proves or raises the bounds first."""
        workers, asked, watch = self._options.workers, self._asked, self._watch
        side_by_side(1, lambda _: self._by_windows(None, workers), asked, watch)
        if self._proofs.complete:
            return
        watch.searching.clear()
        work = self._work
        if self._beside and alone(self._model, workers):
            # Parts solved beside would change whom a window fits: together they come to less.
            side_by_side(1, lambda _: self._by_columns(helped=True), asked, watch)
            work = self._work if self._barrier else self._go_on
        if not self._over(0.0, None):
            side_by_side(workers, work, asked, watch)

    def _work(self, number: int) -> None:
        if number == 0 and self._by_columns():
            pass
        elif self._proves(number):
            self._search_ahead(None, self._proofs.repaired)
            self._prove_in_turn(self._options.seed + number)
        elif number == 0:
            self._search_and_bound(None)
        elif self._strategy == "model":
            # Writing the whole model and searching beside it would each take twice as long.
            self._watch.searching.wait(_WRITING_SECONDS)
        self._go_on(number)

    def _go_on(self, number: int) -> None:
        """Search for what is left of the time, if anything is left to gain."""
        self._search(self._options.seed + number, self._until, None)

    def _proves(self, number: int) -> bool:
        """Whether a worker takes the model whole: the second one does beside columns."""
        if self._beside and self._open_options <= _WHOLE_BESIDE_COLUMNS:
            return number == 1
        return number == 0 and self._strategy == "model"

    def _by_columns(self, helped: bool = False) -> bool:
        """Improve the roster by columns, where that may be tried; tell whether it was.

        What columns cannot order must cost nothing first, which a short search sees to.
        """
        if self._strategy != "columns":
            return False
        self._search_ahead(None, lambda: freed(self._kept.costs))
        incumbent, costs = self._kept, self._kept.costs

        def told(bound: float) -> None:
            self._proofs.note(len(costs) - 1, bound, costs)
            self._heard(incumbent)

        others = list if self._exchangeable is None else self._exchangeable.seen
        seed, watch, until = self._options.seed, self._watch, self._until
        asked = (incumbent, seed, watch, until, self._proven, told, others)
        if self._options.workers > 1 and not helped and self._open_options > _APART_FROM:
            self._barrier = by_columns_apart(*asked)
        else:
            self._barrier = by_columns(*asked, helped)
        if self._barrier is None:
            return True
        self._strategy = self._by_size
        return False

    def _search_ahead(self, effort: float | None, bounds: Callable[[], Costs]) -> float:
        """Search for a share of the time, no longer than until these bounds are reached.

        A roster is repaired quickly by parts, slowly as a whole. Return the effort used.
        """
        options = self._options
        ahead = time.monotonic() + options.seconds * _HEAD_START
        until = self._until if options.reproducible else ahead
        piece = None if effort is None else effort * _HEAD_START
        return self._search(options.seed, until, piece, bounds)

    def _search(
        self,
        seed: int,
        until: float,
        effort: float | None,
        bounds: Callable[[], Costs] | None = None,
    ) -> float:
        limit = float("inf") if self._options.reproducible else until
        proven, swaps = bounds or self._proven, self._exchangeable
        return search(self._kept, proven, seed, self._watch, limit, effort, swaps)

    @property
    def _kept(self) -> Incumbent:
        if self._incumbent is None:
            raise RuntimeError("there is no first roster yet")
        return self._incumbent

    @property
    def _proofs(self) -> Proofs:
        if self._proofs_of is None:
            raise RuntimeError("there is no first roster yet")
        return self._proofs_of

    def _search_and_bound(self, effort: float | None) -> None:
        """Search in slices; before each, prove what cover must cost at the first open level."""
        options, incumbent, used = self._options, self._kept, 0.0
        bounds = CoverBounds(self._model, incumbent.levels, self._watch)
        for number in count():
            costs = incumbent.costs
            position = improvable(costs, self._proven())
            if position is None or self._over(used, effort):
                return
            if not options.allowed and bounds.due(position, costs):
                share = options.seconds * _BOUND_SHARE
                limits = Limits(
                    seconds=share, effort=None if effort is None else share, seed=options.seed
                )
                self._proofs.note(position, bounds.find(position, costs, limits), costs)
                used += share
                self._heard(incumbent)
            slice_end = min(self._until, time.monotonic() + options.seconds * _SLICE_SHARE)
            piece = None if effort is None else effort * _SLICE_SHARE
            used += self._search(options.seed + _SLICE_STEP * number, slice_end, piece)

    def _over(self, used: float, effort: float | None) -> bool:
        if self._watch.stopped:
            return True
        return time.monotonic() >= self._until if effort is None else used >= effort

    def _prove_in_turn(self, seed: int) -> None:
        """Take the model whole; where little speaks for that after a while, search first.

        Exchanges need little time to come near, from where both sides have less to do.
        """
        share, first = proof_share(self._beside, self._exchangeable), self._watch.inner()
        if share == 1:
            self._proofs.whole(None, self._watch)
            return
        left = self._until - time.monotonic()
        ahead = time.monotonic() + _EXCHANGE_SHARE * left
        self._search(seed, ahead, None, lambda: near(self._proven()))

        def look() -> None:
            if improvable(self._kept.costs, near(self._proven())) is not None:
                first.stop()

        timer = threading.Timer(share * left, look)
        timer.daemon = True
        timer.start()
        self._proofs.whole(None, first)
        timer.cancel()
        self._search(seed, self._until, None, lambda: near(self._proven()))
        self._proofs.whole(None, self._watch)

    def _outcome(self, status: PartStatus | None, impossible: int | None = None) -> Outcome:
        now = time.monotonic() - self._started
        incumbent = self._incumbent
        if incumbent is None or incumbent.costs[0] > 0:
            repaired = incumbent is not None and self._proven()[0] > 0
            return Outcome(
                status=status or ("infeasible" if repaired else "unknown"),
                seconds=now,
                model=self._model,
                impossible=impossible,
                strategy=self._strategy,
                barrier=self._barrier,
            )
        roster: dict[PersonDay, int] = dict(incumbent.roster)
        bounds = tuple(min(b, c) for b, c in zip(self._proven(), incumbent.costs, strict=True))
        optimal = improvable(incumbent.costs, bounds) is None
        return Outcome(
            status="optimal" if optimal else "feasible",
            roster=roster,
            levels=incumbent.levels[1:],
            costs=incumbent.prices[1:],
            bounds=bounds[1:],
            seconds=now,
            first_seconds=self._first,
            model=self._model,
            strategy=self._strategy,
            barrier=self._barrier,
        )
