"""The question as the disruptions of a workbook leave it, with every code its grids may hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rotaplan.domain.disrupted import disrupted
from rotaplan.domain.disruption import Disruption, merged, same_event
from rotaplan.domain.published import posts_of
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.variants import read_variant
from rotaplan.domain.work import Shift
from rotaplan.problem import Problems
from rotaplan.sheets.kinds import shown
from rotaplan.sheets.parse.grid import CodeReader
from rotaplan.sheets.read import RawSheet


def in_force(rows: Iterable[Disruption], problems: Problems) -> tuple[Disruption, ...]:
    """Return the rows that no later one replaces; the others are named.

    An identifier that another event bears is an error: one of the two would be lost.
    """
    kept: tuple[Disruption, ...] = ()
    for row in rows:
        gone = next((one for one in kept if same_event(one, row)), None)
        kept = merged(kept, (row,))
        if gone is None:
            continue
        if gone.effect is not row.effect:
            place = str(gone.origin)
            problems.add("disruption-other-event", row.origin, found=row.name, other=place)
        else:
            place = str(row.origin)
            problems.add("disruption-replaced", gone.origin, severity="notice", other=place)
    return kept


def disturbed(
    scenario: Scenario, known: Sequence[Disruption], planning: Iterable[Assignment] | None
) -> Scenario:
    """Return a question as disruptions leave it.

    Parameters
    ----------
    scenario
        Without any of them.
    known
        Those in force.
    planning
        The roster: who falls ill in the middle of a duty has ended it; None where not known.
    """
    if not known:
        return scenario
    found, _ = disrupted(scenario, known, {})
    if planning is None:
        return found
    return disrupted(scenario, known, posts_of(found, planning))[0]


def with_variants(
    scenario: Scenario, known: Sequence[Disruption], grids: Iterable[RawSheet]
) -> Scenario:
    """Return a question that knows the cut duties which grids hold and no row makes any more.

    The row that made such a duty has been replaced since, but it was worked, or announced.
    """
    if not known:
        return scenario
    shifts = disturbed(scenario, known, None).shift
    found: dict[str, Shift] = {}
    for text in dict.fromkeys(_texts(grids)):
        made = None if text in shifts else read_variant(text, scenario.shift)
        if made is not None:
            found[text] = made
    return replace(scenario, shifts=(*scenario.shifts, *found.values()))


def _texts(grids: Iterable[RawSheet]) -> Iterable[str]:
    for grid in grids:
        for row in grid.rows:
            for value in row:
                if isinstance(value, str):
                    yield CodeReader.plain(shown(value))
