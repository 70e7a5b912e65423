"""Solve a re-plan window by window, and prove it: the least of a sum is the sum of the least.

The windows of a cut share nothing, and each costs no more than any roster does in its cells. Where
they are solved alone, level after level with the levels before it held, no roster of the whole
is better than all of them together: the levels are compared in order, and such a comparison stays
as it is when prices are added. Where the rosters of the windows, put together, keep what the cut
has dropped, and pay nothing for it, they are therefore the best roster there is, at every level.
Where they break something, or pay for it, the windows that it speaks of become one, which is
solved again; once only one is left, that is the whole, and no longer a matter of windows.

A window of which no other roster is as good as the present one is not solved at all. After an
incident that concerns few people for a few days, most are of this kind.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import REPAIR_LEVEL, Goal, Limits, Part, PersonDay, Roster
from rotaplan.model.measure import amount
from rotaplan.model.requirements import OFF
from rotaplan.strategies.incumbent import Incumbent
from rotaplan.strategies.windows import Cut, Days, Window

_NO_CLOCK = 1e6
_LARGEST = 16_000
"""Options up to which a window is solved."""
_WINDOW_EFFORT = 1.0
"""For some levels of a window: far more than it takes where windows are of use."""


@dataclass(kw_only=True)
class ByWindows:
    """A proof by windows under way.

    Attributes
    ----------
    incumbent
        The present roster, which keeps every must of one person alone; takes the best one.
    seed, watch
        Of the searches.
    until
        End, on the monotonic clock.
    effort
        Deterministic effort allowed; None for no limit but time.
    workers
        How many windows are solved side by side.
    used
        Deterministic effort used.
    """

    incumbent: Incumbent
    seed: int
    watch: Watch
    until: float
    effort: float | None = None
    workers: int = 1
    used: float = 0.0
    _best: dict[Days, Roster] = field(default_factory=dict)

    def run(self) -> bool:
        """Look for the best roster of all; tell whether the incumbent now is proven to be it."""
        cut = Cut(self.incumbent.model)
        parts = cut.parts
        if self._amiss(cut, parts, self.incumbent.roster, musts=False):
            return False  # paid for between windows before anything has moved
        while len(parts) > 1 and self._solve(cut, parts):
            joined = dict(self.incumbent.roster)
            for days in parts:
                joined.update(self._best[days])
            amiss = self._amiss(cut, parts, joined, musts=True)
            if not amiss:
                return self._take(joined)
            parts = cut.joined(parts, amiss)
        return False

    def _amiss(self, cut: Cut, parts: Sequence[Days], roster: Roster, musts: bool) -> list[int]:
        """Return what a cut drops that costs something in a roster, or is broken."""
        model = self.incumbent.model

        def value(person: int, day: int) -> int:
            return model.frame.past(person, day) if day < 0 else roster.get((person, day), OFF)

        return [
            index
            for index in cut.dropped(parts)
            if (one := model.requirements[index])
            and (musts or not one.grade.must)
            and amount(one, value, model.frame) > model.conceded.get(index, 0)
        ]

    def _take(self, joined: dict[PersonDay, int]) -> bool:
        """Make a roster the incumbent; False where it breaks what no open cell can mend."""
        self.incumbent.offer(joined, -1)
        return self.incumbent.roster == joined and not self.incumbent.costs[0]

    def _solve(self, cut: Cut, parts: Sequence[Days]) -> bool:
        """Solve the windows that are not yet; tell whether all are proven."""
        model, roster = self.incumbent.model, self.incumbent.roster
        open_: dict[Days, Window] = {}
        amiss = {
            index: REPAIR_LEVEL if grade.must else grade.level
            for index in self.incumbent.amounts
            for grade in (model.requirements[index].grade,)
        }
        for days in parts:
            if days in self._best:
                continue
            window = cut.window(days)
            if window.unmatched(roster, self.incumbent.levels, amiss):
                self._best[days] = {cell: roster[cell] for cell in window.cells}
            elif window.options > _LARGEST:
                return False
            else:
                open_[days] = window
        watch = self.watch.inner()
        with ThreadPoolExecutor(self.workers) as pool:
            found = list(pool.map(lambda window: self._best_of(window, watch), open_.values()))
        for days, answer in zip(open_, found, strict=True):
            if answer is not None:
                self._best[days] = answer
        return None not in found

    def _best_of(self, window: Window, watch: Watch) -> Roster | None:
        """Return the best roster of a window, proven; None, for all, where that takes too long."""
        levels = self.incumbent.levels[1:]
        changes: Roster = {}
        done = 0
        while done < len(levels):
            if watch.stopped:
                return None
            part = Part(
                model=window.model,
                roster={**self.incumbent.roster, **changes},
                free=window.cells,
                goal=Goal(levels=levels[done:], held=levels[:done]),
                hinted=bool(changes),
            )
            answer = solve_part(part, self._limits(), watch)
            self.used += answer.effort
            if answer.status != "optimal":
                watch.stop()
                return None
            changes = answer.changes
            done += len(answer.levels)
        return changes

    def _limits(self) -> Limits:
        effort = _WINDOW_EFFORT
        if self.effort is not None:
            effort = min(effort, self.effort - self.used)
        seconds = self.until - time.monotonic() if self.effort is None else _NO_CLOCK
        return Limits(seconds=seconds, effort=effort, seed=self.seed)
