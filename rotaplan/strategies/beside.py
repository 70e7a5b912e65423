"""Columns beside the search or the proof: when they are tried, and what both sides share.

Both work on one incumbent. A roster that the search finds is among the columns from then on, a
roster made of columns is what the search goes on from, and the higher bound of the two counts.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rotaplan.engines.columns import unpriced, unpriced_rules
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Roster
from rotaplan.model.build import Model
from rotaplan.strategies.asked import Barrier, Options
from rotaplan.strategies.construct import each_alone
from rotaplan.strategies.exchanges import Exchangeable
from rotaplan.strategies.incumbent import Costs, Shared

_PROOF_SHARE = 0.2
_NEAR = 101
"""Hundredths of a bound, or else one more than it: reached within a fifth of the time where the
proof is near."""
MOST_CELLS = 5_000
"""People times days that are tried unasked: 3360 are the most that was measured, and took a minute
of the processor before the first mixture (benchmarks/README.md)."""
_WINDOWS_FROM = 3_000
"""People times days from which some weeks are taken at a time."""
_LONG = 56
"""Days beyond which more cells than that are tried too."""
Others = Callable[[], list[tuple[int, npt.NDArray[np.int64]]]]
"""Returns rosters of single people."""


def wanted(options: Options, known: Roster | None) -> bool:
    """Whether one worker is to begin with columns where the rules allow it.

    Effort is not counted over columns, so that what must be the same on every machine does
    without. Unasked, they need a worker of their own beside another one. From a roster that is
    known, and towards a price that is good enough, the other ways have less far to go.
    """
    if options.reproducible or options.strategy not in ("auto", "columns"):
        return False
    alone = options.workers == 1 or known is not None or options.allowed
    return options.strategy == "columns" or not alone


def barred(model: Model, options: Options) -> Barrier | None:
    """Return what keeps a model's rules from being priced for one person after the other."""
    if unpriced(model):
        return Barrier("rules", unpriced_rules(model))
    if options.strategy == "auto" and _large(model) and not _long(model):
        return Barrier("size")
    return None


def by_weeks(model: Model) -> bool:
    """Whether columns take some weeks at a time, from days that keep the musts at any price.

    They then work alone. Where musts bind people to each other, or there are levels to settle
    first, there is a better roster to begin with, and parts are solved beside.
    """
    levels = {one.grade.level for one in model.requirements if not one.grade.must}
    return _in_windows(model) and each_alone(model) and len(levels) == 1


def alone(model: Model, workers: int) -> bool:
    """Whether columns take two workers, one pricing people for the other."""
    return by_weeks(model) or (workers == 2 and _in_windows(model))


def _in_windows(model: Model) -> bool:
    """Whether columns take some weeks at a time, whatever they begin with."""
    return len(model.domains) >= _WINDOWS_FROM


def _large(model: Model) -> bool:
    return len(model.domains) > MOST_CELLS


def _long(model: Model) -> bool:
    return model.frame.scenario.horizon.days > _LONG


def proof_share(beside: bool, exchangeable: Exchangeable | None) -> float:
    """Return how much of the time left the whole model has beside other workers.

    Beside columns, which prove more, and where exchanges can find more, it has what small models
    need that only the whole model proves.
    """
    exchanges = beside and exchangeable is not None and exchangeable.tables is not None
    return _PROOF_SHARE if exchanges else 1.0


def near(bounds: Costs) -> Costs:
    """Return prices so close to what is proven that the proof has more to gain than the search."""
    return tuple(max(bound * _NEAR // 100, bound + 1 if bound else 0) for bound in bounds)


def freed(costs: Costs) -> Costs:
    """Return bounds that are reached once nothing before the last level costs anything."""
    return (*(0 for _ in costs[:-1]), costs[-1])


def by_columns(
    incumbent: Shared,
    seed: int,
    watch: Watch,
    until: float,
    bounds: Callable[[], Costs],
    told: Callable[[float], None],
    others: Others = list,
    helped: bool = False,
) -> Barrier | None:
    """Improve the incumbent by columns; return what keeps them from it, if anything does.

    Parameters are those of :class:`~rotaplan.strategies.columns.ColumnSearch`. A large roster is
    improved some weeks at a time.
    """
    # Loaded only where it is used: the linear program takes its time.
    from rotaplan.strategies.column_windows import ColumnWindows
    from rotaplan.strategies.columns import ColumnSearch, settled, why_not

    if why_not(incumbent.model, settled(incumbent)):
        return Barrier("levels")
    kind = ColumnWindows if _in_windows(incumbent.model) else ColumnSearch
    search = kind(incumbent, seed, watch, until, bounds, told, others, helped)
    try:
        return None if search.run() else Barrier("size")
    finally:
        search.end()
