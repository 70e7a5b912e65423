"""What disruptions leave of a published schedule before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rotaplan.domain.disrupted import Fate
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.hindered import days_of
from rotaplan.domain.people import Person
from rotaplan.domain.published import PersonDay, Post, Published
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Shift

_NOT_THERE = frozenset({"away", "hours"})
"""Hindrances of somebody who is not at the service's disposal."""


def published(
    undisturbed: Scenario,
    scenario: Scenario,
    fate: Fate,
    cells: Mapping[PersonDay, Post],
    now: int,
    disruptions: Sequence[Disruption],
    announced: Mapping[PersonDay, int] | None = None,
    original: Mapping[PersonDay, Post | None] | None = None,
    last_day: int | None = None,
) -> Published:
    """Return a published schedule with what disruptions leave of it.

    What was wrong with it before them is left as it is: that is not for an incident to mend.

    Parameters
    ----------
    undisturbed
        The scenario without disruptions.
    scenario
        As disruptions leave it.
    fate
        What became of its shifts.
    cells
        What was announced.
    now
        The moment, in minutes since 1970 (UTC).
    disruptions
        All that are known.
    announced, original, last_day
        As in :class:`Published`.
    """
    stands: dict[PersonDay, Post] = {}
    freed: set[PersonDay] = set()
    for (name, day), post in cells.items():
        person, shift = scenario.person[name], scenario.shift[post.shift]
        if not shift.works:
            continue
        hindrances = _hindrances(scenario, person, shift, day)
        hindrances -= _hindrances(undisturbed, undisturbed.person[name], shift, day)
        if hindrances & _NOT_THERE:
            continue
        left = _left(undisturbed, scenario, fate, day, post, now)
        begun = scenario.horizon.instant(day, shift.start) <= now
        if left is not None and (begun or not hindrances):
            stands[name, day] = left
        if stands.get((name, day)) != post:
            freed.add((name, day))
    return Published(
        now=now,
        cells=cells,
        stands=stands,
        freed=frozenset(freed),
        volunteers=_volunteers(scenario, disruptions),
        announced=announced or {},
        original=original or {},
        last_day=last_day,
    )


def _left(
    undisturbed: Scenario, scenario: Scenario, fate: Fate, day: int, post: Post, now: int
) -> Post | None:
    """Return what the service still asks of an announced duty; None where nothing.

    What is worked, or has begun, nothing takes back; it can only be cut.
    """
    shift = scenario.shift[post.shift]
    code = fate.get((shift.base, day), shift.base)
    if scenario.horizon.instant(day, shift.start) <= now:
        same_start = code is not None and scenario.shift[code].start == shift.start
        return Post(shift=code or "", skill=post.skill) if same_start else post
    if code is None:
        return None
    if _wanted(undisturbed, day, code) and not _wanted(scenario, day, code):
        return None
    return Post(shift=code, skill=post.skill)


def _wanted(scenario: Scenario, day: int, code: str) -> bool:
    """Whether a shift runs on a day: shifts that no line of needs names always may."""
    if code not in scenario.demanded:
        return True
    needs = [need for need in scenario.needs[day] if need.shift == code]
    return any(need.maximum != 0 for need in needs)


def _hindrances(scenario: Scenario, person: Person, shift: Shift, day: int) -> set[str]:
    """Return what keeps somebody from a duty: absence, hours, late arrival, or skill."""
    found = set()
    if scenario.away(person, day):
        found.add("away")
    if not scenario.qualified(person, shift, day):
        found.add("skill")
    if any(one.bars(person.id, day, shift) for one in scenario.arrivals):
        found.add("late")
    if _shut(scenario, person, shift, day):
        found.add("hours")
    return found


def _shut(scenario: Scenario, person: Person, shift: Shift, day: int) -> bool:
    """Whether a duty falls into hours in which somebody cannot come."""
    horizon = scenario.horizon
    spans = scenario.spans(shift, day)
    dates = {horizon.date(when): when for when in (day, day + 1)}
    return any(
        start < horizon.instant(when, hours.end) and horizon.instant(when, hours.start) < end
        for hours in scenario.availability
        if hours.person == person.id and not hours.available
        for date, when in dates.items()
        if hours.days.has(date, scenario.calendar)
        for start, end in spans
    )


def _volunteers(
    scenario: Scenario, disruptions: Iterable[Disruption]
) -> Mapping[str, frozenset[int]]:
    """Return the days on which people have agreed to be called."""
    found: dict[str, set[int]] = {}
    for one in disruptions:
        if one.effect is not Effect.VOLUNTEER:
            continue
        days = {day for day, _, _ in days_of(scenario, one)}
        for person in scenario.people:
            if one.people.has(person):
                found.setdefault(person.id, set()).update(days)
    return {person: frozenset(days) for person, days in sorted(found.items())}
