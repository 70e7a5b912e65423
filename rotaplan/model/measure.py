"""What a requirement finds in a complete roster: its amount, zero where it is content.

This is the plain reading of ``requirements``: engines must agree with it, searches use it to see
where the present roster pays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from rotaplan.model.build import Model
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import (
    OFF,
    Allowed,
    Cover,
    GroupRuns,
    Groups,
    Join,
    Joint,
    Occurrences,
    Pool,
    Requirement,
    RestIn,
    Runs,
    StretchEnds,
    Stretches,
    StretchPairs,
    Succession,
    Total,
)

Value = Callable[[int, int], int]
"""The option of a cell, history included; off beyond either end."""


def amount(requirement: Requirement, value: Value, frame: Frame) -> int:
    """Return how much a requirement finds amiss, in the unit that its class states."""
    match requirement:
        case Allowed():
            chosen = value(requirement.person, requirement.day)
            return 0 if chosen in requirement.options else requirement.amount
        case Succession():
            return _succession(requirement, value)
        case Runs():
            days = range(frame.scenario.horizon.days)
            inside = [value(requirement.person, day) in requirement.options for day in days]
            return _runs(requirement, inside)
        case Total():
            total = total_of(requirement, value)
            return -(-outside(total, requirement.least, requirement.most) // requirement.unit)
        case Groups():
            count = requirement.base + sum(
                any(
                    value(requirement.person, day)
                    in requirement.instead.get(day, requirement.options)
                    for day in group
                )
                for group in requirement.groups
            )
            return outside(count, requirement.least, requirement.most)
        case Occurrences():
            count = requirement.base + sum(
                (all if event.every else any)(
                    value(requirement.person, day) in options for day, options in event.cells
                )
                for event in requirement.events
            )
            return outside(count, requirement.least, requirement.most)
        case RestIn():
            return 0 if _rests(requirement, value, frame) else 1
        case Cover():
            taken = [value(person, requirement.day) for person in requirement.people]
            if requirement.given and requirement.given.isdisjoint(taken):
                return 0
            count = sum(option in requirement.options for option in taken)
            return requirement.factor * outside(count, requirement.least, requirement.most)
        case Pool():
            excesses = [
                max(0, total_of(member, value) - (member.most or 0))
                for member in requirement.members
            ]
            excess = max(excesses, default=0) if requirement.worst else sum(excesses)
            return -(-max(0, excess - requirement.most) // requirement.unit)
        case Joint():
            total = requirement.base + sum(
                worth.get(value(*cell), 0)
                for cell, worth in zip(requirement.cells, requirement.values, strict=True)
            )
            return -(-outside(total, requirement.least, requirement.most) // requirement.unit)
        case GroupRuns():
            return _runs(requirement, _members(requirement, value))
        case Stretches():
            return sum(_beyond(requirement, *stretch) for stretch in _stretches(requirement, value))
        case StretchEnds():
            return _ends(requirement, value)
        case StretchPairs():
            return _pairs(requirement, value)
    raise TypeError(requirement)


def total_of(requirement: Total, value: Value) -> int:
    """Return the weighted sum of a total, its base included."""
    return requirement.base + sum(
        worth.get(value(requirement.person, day), 0)
        for day, worth in zip(requirement.days, requirement.values, strict=True)
    )


def outside(count: int, least: int | None, most: int | None) -> int:
    """Return how far a count lies outside its bounds; None leaves a side open."""
    below = 0 if least is None else max(0, least - count)
    above = 0 if most is None else max(0, count - most)
    return below + above


def _succession(requirement: Succession, value: Value) -> int:
    first = value(requirement.person, requirement.day)
    then = value(requirement.person, requirement.day + requirement.gap)
    return sum(
        clash.amount for clash in requirement.table if first in clash.first and then in clash.then
    )


def _members(requirement: GroupRuns, value: Value) -> list[bool]:
    """Return for each group whether it belongs to a run."""
    return [
        any(value(requirement.person, day) in requirement.options for day in group)
        is not requirement.empty
        for group in requirement.groups
    ]


def _runs(requirement: Runs | GroupRuns, inside: Sequence[bool]) -> int:
    """Return what is amiss with the runs of true values."""
    if not inside:
        return 0
    found = 0
    before, open_start = requirement.before, requirement.before_open
    if before and not open_start and not inside[0]:
        found += max(0, requirement.least - before)
    first = 0
    for member, group in groupby(inside):
        length = len(list(group))
        if member:
            past = before if first == 0 else 0
            whole = length + past
            if requirement.most is not None:
                found += max(0, whole - max(requirement.most, past))
            known = first > 0 or not open_start
            if known and (requirement.closed or first + length < len(inside)):
                found += max(0, requirement.least - whole)
        first += length
    return found


def _stretches(one: Stretches, value: Value) -> Iterator[tuple[int, int, int, int]]:
    """Yield first and last planned day of each stretch, its worth, and that of its history."""
    before = _last_past(one, value)
    first, last, total, past = 0, -1, one.base, one.base
    for day, worth in enumerate(one.values):
        option = value(one.person, day)
        if option == OFF or option in one.idle:
            continue
        if not _tied(one, one.joins, value, before, day):
            if last >= 0:
                yield first, last, total, past
            first, total, past = day, 0, 0
        total += worth.get(option, 0)
        before = last = day
    if last >= 0:
        yield first, last, total, past


def _last_past(one: Stretches | StretchEnds | StretchPairs, value: Value) -> int | None:
    """Return the last day of the history with a duty, as far back as one can matter."""
    joins = [join for joins in one.joins.values() for join in joins]
    if isinstance(one, StretchEnds):
        joins += [join for joins in one.near.values() for join in joins]
    reach = max((join.gap for join in joins), default=0)
    rest = one.idle | {OFF}
    worked = (day for day in range(-1, -reach - 1, -1) if value(one.person, day) not in rest)
    return next(worked, None)


def _tied(
    one: Stretches | StretchEnds | StretchPairs,
    joins: Mapping[int, tuple[Join, ...]],
    value: Value,
    before: int | None,
    day: int,
) -> bool:
    """Whether a day's duty, or one right after the plan, is tied to the duty before it."""
    if before is None:
        return False
    earlier = value(one.person, before)
    return any(
        day - before == join.gap
        and earlier in join.first
        and (day == len(one.values) or value(one.person, day) in join.then)
        for join in joins.get(day, ())
    )


def _ends(one: StretchEnds, value: Value) -> int:
    """Return what stretches that are over lack, and how many are followed too soon."""
    before, total, found = _last_past(one, value), one.base, 0
    for day, worth in enumerate(one.values):
        option = value(one.person, day)
        if option == OFF or option in one.idle:
            continue
        if not _tied(one, one.joins, value, before, day):
            found += max(0, one.least - total)
            found += total > one.most and _tied(one, one.near, value, before, day)
            total = 0
        total += worth.get(option, 0)
        before = day
    if not _tied(one, one.joins, value, before, len(one.values)):
        found += max(0, one.least - total)
    return found


def _pairs(one: StretchPairs, value: Value) -> int:
    """Return how many stretches count and follow another one that does."""
    before, counts, planned, found = _last_past(one, value), one.before, False, 0
    total = -1 if one.base is None else one.base
    for day, worth in enumerate(one.values):
        option = value(one.person, day)
        if option == OFF or option in one.idle:
            continue
        if not _tied(one, one.joins, value, before, day):
            found += planned and counts and total >= 0
            counts, total = total >= 0, 0
        total += worth.get(option, 0)
        before, planned = day, True
    return found + (planned and counts and total >= 0)


def _beyond(one: Stretches, first: int, last: int, total: int, past: int) -> int:
    if any(opens <= first and last <= closes for opens, closes in one.excused):
        return 0
    return -(-max(0, total - max(one.most, past)) // one.unit)


def _rests(requirement: RestIn, value: Value, frame: Frame) -> bool:
    """Whether some rest is long enough, with enough of it in the window."""
    reach = frame.longest_reach + 1
    end = -(10**9)
    looked = range(requirement.first - reach, requirement.last + reach + 1)
    known = frame.scenario.horizon.known
    for day in looked:
        option = value(requirement.person, day) if day in known else OFF
        if option == OFF or option in requirement.idle:
            continue
        start, stop = frame.span(option, day)
        if _fits(requirement, end, start):
            return True
        end = max(end, stop)
    return _fits(requirement, end, 10**9)


def _fits(requirement: RestIn, end: int, start: int) -> bool:
    inside = min(start, requirement.closes) - max(end, requirement.opens)
    return start - end >= requirement.minutes and inside >= requirement.inside


def costs(model: Model, value: Value) -> Iterator[tuple[int, int]]:
    """Yield (index, amount) of every requirement that finds something amiss.

    Single-cell musts are not among the requirements of a model: they are in its domains.
    """
    for index, requirement in enumerate(model.requirements):
        found = amount(requirement, value, model.frame)
        if found:
            yield index, found
