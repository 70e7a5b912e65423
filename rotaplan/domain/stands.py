"""What disruptions leave of a published schedule before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rotaplan.domain.disrupted import Fate
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.hindered import days_of
from rotaplan.domain.published import PersonDay, Post, Published
from rotaplan.domain.scenario import Availability, Scenario
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
    before, after = _Hindrances(undisturbed), _Hindrances(scenario)
    for (name, day), post in cells.items():
        shift = scenario.shift[post.shift]
        if not shift.works:
            continue
        hindrances = after.of(name, shift, day)
        if hindrances:
            hindrances -= before.of(name, shift, day)
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


class _Hindrances:
    """What keeps people from duties in a scenario: absence, hours, late arrival, or skill."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._closed: dict[str, list[Availability]] = {}
        for hours in scenario.availability:
            if not hours.available:
                self._closed.setdefault(hours.person, []).append(hours)

    def of(self, name: str, shift: Shift, day: int) -> set[str]:
        """Return the hindrances of one person and duty."""
        scenario, found = self._scenario, set()
        person = scenario.person[name]
        if scenario.away(person, day):
            found.add("away")
        if not scenario.qualified(person, shift, day):
            found.add("skill")
        if any(one.bars(name, day, shift) for one in scenario.arrivals):
            found.add("late")
        if any(self._shut(hours, shift, day) for hours in self._closed.get(name, ())):
            found.add("hours")
        return found

    def _shut(self, hours: Availability, shift: Shift, day: int) -> bool:
        """Whether a duty falls into hours in which somebody cannot come."""
        scenario, horizon = self._scenario, self._scenario.horizon
        return any(
            start < horizon.instant(when, hours.end) and horizon.instant(when, hours.start) < end
            for when in (day, day + 1)
            if hours.days.has(horizon.date(when), scenario.calendar)
            for start, end in scenario.spans(shift, day)
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
