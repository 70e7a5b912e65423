"""Improve a roster by exchanges: two people take over each other's days, hot at first, then cooler.

An exchange leaves what cover costs as it is, so only what is asked of each person matters.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from random import Random

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns import unpriced
from rotaplan.engines.exchanges import Blocks, Tables, tables_of
from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Cover
from rotaplan.strategies.incumbent import Incumbent

_HOT, _COLD = (1.0, 1.5, 2.0, 3.0), 0.3
"""Of the least price of anything: an exchange that costs so much more is made now and then.

A search that brought nothing is followed by one that begins hotter, and ends elsewhere.
"""
_NEAR = 5
"""Of the least price of anything: what a roster may cost more to be nearly as good."""
_MOST_SEEN = 1_000
"""Rosters of one person that are noted of those."""
_MOST_CELLS = 5_000
"""Of people and days: beyond it the tables take long to make."""
_STEPS_A_PERSON = 100
_SHARE = 0.8
"""Of the effort of a search that exchanges have."""
_GROWTH = 1.5
"""How much longer a search is after one that brought nothing: it cools more slowly."""
_PIECE = 50
"""Steps between two changes of the heat, and two looks at the clock."""
_BEST = np.float32(20)
"""Exponent of the best exchanges: beyond it they are all as good."""
_STEP_EFFORT, _PRICE_EFFORT = 1e-4, 1e-8
"""Of a step, and of each price that it takes to work out, in units of the solver's effort."""
_LEAST_EFFORT = _PIECE * _STEP_EFFORT
"""Of a search that could make no exchange: other ways to improve have their turn then."""
_ROUNDING = 1e-6
Stop = Callable[[], bool]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Exchangeable:
    """What exchanges in a model need, made once by whichever search asks first.

    Parameters
    ----------
    model
        Of a roster.

    Attributes
    ----------
    level
        At which people alone cost something; None unless there is exactly one, at which cover,
        which exchanges never change, costs nothing: elsewhere a search is better without them.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._lock = threading.Lock()
        self._made: list[Tables | None] = []
        self._alone = [
            one.grade
            for one in model.requirements
            if not (one.grade.must or isinstance(one, Cover))
        ]
        self._seen: dict[int, dict[bytes, None]] = {}
        levels = {grade.level for grade in self._alone}
        cover = {
            one.grade.level
            for one in model.requirements
            if isinstance(one, Cover) and not one.grade.must
        }
        self.level = min(levels) if len(levels) == 1 and not levels & cover else None

    @property
    def unit(self) -> int:
        """The least price of anything that people alone cost."""
        return min((grade.weight for grade in self._alone if grade.weight), default=1)

    @property
    def tables(self) -> Tables | None:
        """Everybody's rules; None where exchanges cannot be priced."""
        with self._lock:
            if not self._made:
                small = len(self._model.domains) <= _MOST_CELLS
                fits = small and self.level is not None and not unpriced(self._model)
                self._made.append(tables_of(self._model) if fits else None)
            return self._made[0]

    def see(self, person: int, options: Ints) -> None:
        """Note what somebody had in a roster that was nearly as good as the best; the last ones."""
        with self._lock:
            seen = self._seen.setdefault(person, {})
            seen[options.tobytes()] = None
            if len(seen) > _MOST_SEEN:
                del seen[next(iter(seen))]

    def seen(self) -> list[tuple[int, Ints]]:
        """Return what was noted since it was last asked."""
        with self._lock:
            noted, self._seen = self._seen, {}
        return [
            (person, np.frombuffer(options, dtype=np.int64))
            for person, some in sorted(noted.items())
            for options in some
        ]


class Exchanges:
    """One search by exchanges on a shared incumbent.

    Parameters
    ----------
    incumbent
        To be improved.
    exchangeable
        Of its model.
    rng
        Random numbers of the search that this one is part of.
    """

    def __init__(self, incumbent: Incumbent, exchangeable: Exchangeable, rng: Random) -> None:
        self._incumbent, self._exchangeable = incumbent, exchangeable
        self._rng = np.random.default_rng(rng.randrange(2**31))
        self._unit = exchangeable.unit
        self._idle = 0
        self._steps = _STEPS_A_PERSON * len(incumbent.model.frame.scenario.people)
        self._used, self._share = 0.0, _SHARE

    def due(self, level: int, used: float) -> bool:
        """Whether exchanges have had less than their share of the effort used by now.

        Parameters
        ----------
        level
            To be improved next.
        used
            Effort of the whole search.
        """
        fits = level == self._exchangeable.level and self._used <= self._share * used
        return fits and self._exchangeable.tables is not None

    def run(self, stop: Stop, most: float = math.inf) -> float:
        """Cool once from the incumbent, and offer what is better; return the effort it took.

        Parameters
        ----------
        stop
            Tells when time is over.
        most
            Effort allowed.
        """
        tables = self._exchangeable.tables
        assert tables is not None
        blocks = Blocks(tables, self._roster(tables))
        if not blocks.pairs:
            # Nobody has anybody to exchange with: this is never due again.
            self._share = -1.0
        least = blocks.cost
        gained, hot = False, _HOT[self._idle % len(_HOT)]
        for done in range(0, self._steps, _PIECE):
            if stop() or _effort(blocks) >= most:
                break
            heat = self._unit * hot * (_COLD / hot) ** (done / self._steps)
            made = blocks.steps
            best = self._piece(blocks, heat, least)
            if blocks.steps == made:
                break  # none is likely, and cooler none would be
            if best is not None:
                least, gained = best[0], True
                self._offer(best[1])
        self._idle = 0 if gained else self._idle + 1
        if self._idle and self._idle % len(_HOT) == 0:
            self._steps = round(self._steps * _GROWTH)
        effort = max(_effort(blocks), _LEAST_EFFORT)
        self._used += effort
        return effort

    def _piece(self, blocks: Blocks, heat: float, least: float) -> tuple[float, Ints] | None:
        """Make some exchanges; return the best roster on the way that costs less than ``least``."""
        weights = _weights(blocks.changes, heat)
        sums = weights.sum(axis=1, dtype=np.float64)
        best = None
        for _ in range(_PIECE if sums.any() else 0):
            pair = self._draw(sums)
            others = blocks.exchange(pair, self._draw(weights[pair]))
            weights[others] = _weights(blocks.changes[others], heat)
            sums[others] = weights[others].sum(axis=1, dtype=np.float64)
            if blocks.cost <= least + _NEAR * self._unit:
                for person in blocks.pairs[pair]:
                    self._exchangeable.see(person, blocks.roster[person])
            if blocks.cost < least - _ROUNDING:
                least = blocks.cost
                best = least, blocks.roster.copy()
        return best

    def _draw(self, weights: npt.NDArray[np.floating]) -> int:
        """Return a number in proportion to the weights."""
        running = weights.cumsum(dtype=np.float64)
        # From the right: what weighs nothing is never drawn.
        drawn = running.searchsorted(self._rng.random() * running[-1], side="right")
        return min(int(drawn), len(running) - 1)

    def _roster(self, tables: Tables) -> Ints:
        """Return the incumbent, a row a person."""
        cells = self._incumbent.snapshot()[0]
        people, days = range(len(tables.begins)), range(tables.days)
        return np.array([[cells.get((person, day), OFF) for day in days] for person in people])

    def _offer(self, roster: Ints) -> None:
        rows = enumerate(roster.tolist())
        changes = {(person, day): option for person, row in rows for day, option in enumerate(row)}
        self._incumbent.offer(changes, -1)


def _effort(blocks: Blocks) -> float:
    """Return what a search has used so far."""
    return blocks.steps * _STEP_EFFORT + blocks.prices * _PRICE_EFFORT


def _weights(changes: Floats, heat: float) -> Floats:
    """Return how likely exchanges are, by what they change."""
    found: Floats = changes * np.float32(-1 / heat)
    np.minimum(found, _BEST, out=found)
    np.exp(found, out=found)
    return found
