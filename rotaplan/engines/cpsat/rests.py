"""One long rest in a window: a choice between places where it can lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rotaplan.engines.cpsat.cells import Cells
from rotaplan.engines.cpsat.program import Linear
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, RestIn

_NEVER = -(10**9)
_FOREVER = 10**9


@dataclass(frozen=True, slots=True)
class _Side:
    """When a cell beside the rest ends (or starts) work, by option."""

    person: int
    day: int
    times: dict[int, int]


def encode_rest(cells: Cells, frame: Frame, one: RestIn, must: bool) -> Linear:
    """Write one requirement on rest; return its price (empty where it must hold)."""
    program = cells.program
    places: list[int] = []
    for before, off, after in _places(cells, frame, one):
        here = _place(cells, one, before, off, after)
        if here is True:
            return Linear()
        if here is not False:
            places.append(here)
    if must:
        program.clause(places)
        return Linear()
    price = Linear()
    if not places:
        price.constant = 1
        return price
    missing = program.literal(not any(program.hinted(place) for place in places))
    program.clause([*places, missing])
    price.add(missing, 1)
    return price


def _places(cells: Cells, frame: Frame, one: RestIn) -> Iterator[tuple[_Side, range, _Side]]:
    """Yield where the rest can lie: the cell before, the days off, the cell after.

    Where the cell beside is itself off, the rest is counted from the latest work of the day
    before it (to the earliest of the day after): that is never too long, and a longer run of
    days off is another place.
    """
    reach = frame.longest_reach
    earliest = -frame.scenario.horizon.history_days - 1
    for day in range(max(one.first - reach - 2, earliest), one.last + 1):
        before = _side(cells, frame, one, day, ends=True)
        if max(before.times.values()) > one.closes and min(before.times.values()) > one.closes:
            continue
        for length in range(reach + 6 + one.minutes // 1440):
            off = range(day + 1, day + 1 + length)
            if any(_free(one).isdisjoint(cells.options(one.person, d)) for d in off):
                break
            after = _side(cells, frame, one, off.stop, ends=False)
            if max(after.times.values()) < one.opens:
                continue
            yield before, off, after
            if _all_good(one, before, after):
                break


def _free(one: RestIn) -> frozenset[int]:
    """Return the options that are no work."""
    return one.idle | {OFF}


def _side(cells: Cells, frame: Frame, one: RestIn, day: int, *, ends: bool) -> _Side:
    """Return the times of one side; what is not known is free for ever."""
    known = frame.scenario.horizon.known
    unknown = _NEVER if ends else _FOREVER
    if day not in known:
        return _Side(one.person, day, {OFF: unknown})
    times: dict[int, int] = {}
    for option in cells.options(one.person, day):
        if option in _free(one):
            times[option] = _spill(cells, frame, one, day, ends=ends)
        else:
            start, end = frame.span(option, day)
            times[option] = end if ends else start
    return _Side(one.person, day, times)


def _spill(cells: Cells, frame: Frame, one: RestIn, day: int, *, ends: bool) -> int:
    """Return the latest end of work before a day off, or the earliest start after it."""
    step = -1 if ends else 1
    known = frame.scenario.horizon.known
    beside = day + step
    while beside in known:
        worked = [o for o in cells.options(one.person, beside) if o not in _free(one)]
        if worked and ends:
            return max(frame.span(o, beside)[1] for o in worked)
        if worked:
            return min(frame.span(o, beside)[0] for o in worked)
        beside += step
    return _NEVER if ends else _FOREVER


def _good(one: RestIn, end: int, start: int) -> bool:
    return start >= _earliest(one, end)


def _earliest(one: RestIn, end: int) -> int:
    """Return the earliest start that makes the rest after ``end`` good enough."""
    inside = max(end, one.opens) + one.inside
    return max(end + one.minutes, inside) if inside <= one.closes else _FOREVER + 1


def _all_good(one: RestIn, before: _Side, after: _Side) -> bool:
    return _good(one, max(before.times.values()), min(after.times.values()))


def _place(cells: Cells, one: RestIn, before: _Side, off: range, after: _Side) -> int | bool:
    """Return a literal that, if true, makes the rest lie in this place."""
    starts = sorted((start, option) for option, start in after.times.items())
    times = [start for start, _ in starts]
    barred = {o: bisect_left(times, _earliest(one, end)) for o, end in before.times.items()}
    if min(barred.values()) == len(starts):
        return False
    program = cells.program
    needs = [cells.member(one.person, day, _free(one)) for day in off]
    conditions = [need for need in needs if not isinstance(need, bool)]
    counts = sorted(set(barred.values()) - {0})
    if not conditions and not counts:
        return True
    here = program.literal(_hinted(cells, one, before, off, after))
    program.implies(here, conditions)
    for count in counts:
        first = frozenset(o for o, many in barred.items() if many >= count)
        then = frozenset(option for _, option in starts[:count])
        left = cells.member(before.person, before.day, first)
        right = cells.member(after.person, after.day, then)
        if left is False or right is False:
            continue
        program.clause([-here - 1, *(-t - 1 for t in (left, right) if t is not True)])
    return here


def _hinted(cells: Cells, one: RestIn, before: _Side, off: range, after: _Side) -> bool:
    """Whether the rest lies here in the roster that is the hint."""

    def chosen(day: int) -> int:
        literals = cells.literals.get((one.person, day))
        if literals is None:
            fixed = cells.fixed(one.person, day)
            return OFF if fixed is None else fixed
        return next((o for o, lit in literals.items() if cells.program.hints[lit]), OFF)

    if any(chosen(day) not in _free(one) for day in off):
        return False
    end = before.times.get(chosen(before.day), _FOREVER)
    start = after.times.get(chosen(after.day), _NEVER)
    return _good(one, end, start)
