"""What is counted over a person's days: totals and groups, with all that bounds the same count."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns.tracks import GroupTrack, price
from rotaplan.model.measure import outside
from rotaplan.model.requirements import Groups, Total

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class Counter:
    """One count, in steps of ``step`` from ``base``.

    Attributes
    ----------
    gains
        What each option adds on each day (day, option), in steps; None where the edges of the
        graph tell, at ``position`` among their gains.
    last
        The last day that can add anything.
    bounds
        What is asked of it.
    near
        Fewest and most steps after each day that are looked at; None where all are.
    """

    last: int
    base: int = 0
    step: int = 1
    gains: npt.NDArray[np.int64] | None = None
    position: int = -1
    bounds: list[Total | Groups] = field(default_factory=list)
    near: tuple[Ints, Ints] | None = None

    @property
    def kind(self) -> Hashable:
        """What other people's counters have in common with this one where they count alike."""
        gains = self.position if self.gains is None else self.gains.tobytes()
        asked = tuple((one.grade.must, one.least, one.most) for one in self.bounds)
        return self.last, self.step, gains, asked

    def cost(self, count: int) -> float:
        """Return what all bounds say of a number of steps."""
        value = self.base + self.step * count
        return sum(_asked(one, value) for one in self.bounds)

    def costs(self, counts: Sequence[int]) -> Floats:
        """Return what all bounds say of some numbers of steps."""
        return np.array([self.cost(count) for count in counts], dtype=np.float64)

    @property
    def needs(self) -> tuple[float, float]:
        """Fewest and most steps that the musts allow."""
        low, high = -math.inf, math.inf
        for one in self.bounds:
            if one.grade.must and one.least is not None:
                low = max(low, math.ceil((one.least - self.base) / self.step))
            if one.grade.must and one.most is not None:
                high = min(high, math.floor((one.most - self.base) / self.step))
        return low, high


def _asked(one: Total | Groups, value: int) -> float:
    found = outside(value, one.least, one.most)
    unit = one.unit if isinstance(one, Total) else 1
    return price(one.grade, -(-found // unit))


def counters_of(
    totals: Sequence[Total], groups: Sequence[tuple[Groups, GroupTrack]], days: int, options: int
) -> list[Counter]:
    """Return the counters of one person, each with all that bounds it; groups come first."""
    found: dict[Hashable, Counter] = {}
    shapes: dict[Hashable, int] = {}
    for one, track in groups:
        base = one.base + track.before
        position = shapes.setdefault(track.shape, len(shapes))
        if (position, base) not in found:
            last = max((day for some in one.groups for day in some), default=0)
            found[position, base] = Counter(last, base, position=position)
        found[position, base].bounds.append(one)
    for total in totals:
        worth = tuple(tuple(sorted(worth.items())) for worth in total.values)
        shape: Hashable = (total.days, worth, total.base)
        if shape not in found:
            found[shape] = _counter(total, days, options)
        found[shape].bounds.append(total)
    return list(found.values())


def _counter(one: Total, days: int, options: int) -> Counter:
    gains = np.zeros((days, options), dtype=np.int64)
    for day, worth in zip(one.days, one.values, strict=True):
        for option, value in worth.items():
            gains[day, option] += value
    step = max(1, reduce(math.gcd, (int(abs(value)) for value in np.unique(gains)), 0))
    busy = np.flatnonzero(np.any(gains, axis=1))
    last = int(busy[-1]) if len(busy) else 0
    return Counter(last, one.base, step, gains // step)
