"""People whom a disruption concerns: who is not there, comes late, or lacks a licence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.published import PersonDay, Post
from rotaplan.domain.scenario import Absence, Arrival, Availability, Scenario
from rotaplan.domain.time import DAY_MINUTES, local_time
from rotaplan.domain.work import Shift, Shifts


def days_of(scenario: Scenario, one: Disruption) -> Iterator[tuple[int, int, int]]:
    """Yield each planned day of a disruption, with its minutes on the clock (end exclusive)."""
    horizon = scenario.horizon
    for day in horizon.planned:
        opens, closes = horizon.instant(day), horizon.instant(day + 1)
        if one.start >= closes or (one.end is not None and one.end <= opens):
            continue
        first = 0 if one.start <= opens else horizon.minute(day, one.start)
        whole = one.end is None or one.end >= closes
        yield day, first, DAY_MINUTES if whole else horizon.minute(day, one.end or 0)


def absences(
    scenario: Scenario, disruptions: Iterable[Disruption], posts: Mapping[PersonDay, Post]
) -> tuple[list[Absence], list[Availability]]:
    """Return whole days away, and the hours of days that are only partly so.

    A duty that is under way when the absence begins is ended as it was announced.
    """
    days_away: list[Absence] = []
    hours: list[Availability] = []
    for one, person in _concerned(scenario, disruptions, Effect.ABSENT):
        begun = _under_way(scenario, posts, person, one)
        for day, first, last in days_of(scenario, one):
            if begun is not None:
                first = max(first, scenario.horizon.minute(day, begun[2]))
            if first == 0 and last == DAY_MINUTES:
                days_away.append(Absence(person=person.id, first=day, last=day, origin=one.origin))
            elif first < last:
                hours.append(_closed(scenario, person, day, (first, last), one))
    return days_away, hours


def _concerned(
    scenario: Scenario, disruptions: Iterable[Disruption], effect: Effect
) -> Iterator[tuple[Disruption, Person]]:
    """Yield the disruptions of a kind with each person whom they concern."""
    for one in disruptions:
        if one.effect is effect:
            for person in scenario.people:
                if one.people.has(person):
                    yield one, person


def _under_way(
    scenario: Scenario, posts: Mapping[PersonDay, Post], person: Person, one: Disruption
) -> tuple[int, Post, int] | None:
    """Return the duty under way when a disruption begins, with its day and the instant it ends.

    What was known before the duty began should have kept the person from beginning it.
    """
    today = scenario.horizon.day(local_time(one.start, scenario.horizon.zone).date())
    for day in (today - 1, today):
        post = posts.get((person.id, day))
        shift = scenario.shift.get(post.shift) if post else None
        if post is None or shift is None or not shift.spans:
            continue
        spans = scenario.spans(shift, day)
        if spans[0][0] < min(one.start, one.known_since) and one.start < spans[-1][1]:
            return day, post, spans[-1][1]
    return None


def _closed(
    scenario: Scenario, person: Person, day: int, minutes: tuple[int, int], one: Disruption
) -> Availability:
    date = scenario.horizon.date(day)
    return Availability(
        person=person.id,
        days=Days(spans=((date, date),)),
        start=minutes[0],
        end=minutes[1],
        origin=one.origin,
    )


def arrivals(
    scenario: Scenario, disruptions: Iterable[Disruption], posts: Mapping[PersonDay, Post]
) -> Iterator[Arrival]:
    """Yield the hours before which people cannot begin work.

    On the day on which the disruption begins they bar nobody whose duty had begun by then.
    """
    known = tuple(disruptions)
    for one, person in _concerned(scenario, known, Effect.LATE):
        begun = _under_way(scenario, posts, person, one)
        for day, first, _ in days_of(scenario, one):
            if first < one.minute and (begun is None or begun[0] != day):
                yield Arrival(person=person.id, day=day, minute=one.minute, shifts=one.shifts)
    for one, person in _concerned(scenario, known, Effect.SKILL_LOST):
        yield from _barred(scenario, posts, person, one)


def _barred(
    scenario: Scenario, posts: Mapping[PersonDay, Post], person: Person, one: Disruption
) -> Iterator[Arrival]:
    """Yield what keeps somebody from other duties on dates on which a licence counts as held.

    It does so only because a duty under way is ended.
    """
    begun = _needing(scenario, posts, person, one)
    if begun is None:
        return
    meant = Shifts(codes=frozenset(s.code for s in scenario.shifts if _asks(scenario, s, one)))
    day, post, ends = begun
    last = scenario.horizon.day(local_time(ends - 1, scenario.horizon.zone).date())
    for date in range(day, last + 1):
        others = replace(meant, without=frozenset({post.shift})) if date == day else meant
        yield Arrival(person=person.id, day=date, minute=DAY_MINUTES, shifts=others)


def _asks(scenario: Scenario, shift: Shift, one: Disruption) -> bool:
    """Whether a shift, or one of the functions on it, needs the skill that is lost."""
    return one.skill in shift.skills or one.skill in scenario.functions.get(shift.code, ())


def _needing(
    scenario: Scenario, posts: Mapping[PersonDay, Post], person: Person, one: Disruption
) -> tuple[int, Post, int] | None:
    """Return the duty that is under way when a skill is lost, if it needs the skill."""
    begun = _under_way(scenario, posts, person, one)
    if begun is None or not _asks(scenario, scenario.shift[begun[1].shift], one):
        return None
    return begun


def without_skills(
    scenario: Scenario,
    person: Person,
    disruptions: Sequence[Disruption],
    posts: Mapping[PersonDay, Post],
) -> Person:
    """Return a person without the skills that are lost, on the dates on which they are.

    For a duty under way the skill counts as held until its end.
    """
    zone = scenario.horizon.zone
    for one in disruptions:
        if one.effect is not Effect.SKILL_LOST or not one.people.has(person):
            continue
        begun = _needing(scenario, posts, person, one)
        eve = local_time(one.start, zone).date() - dt.timedelta(1)
        if begun is not None:
            eve = local_time(begun[2] - 1, zone).date()
        back = None if one.end is None else local_time(one.end - 1, zone).date() + dt.timedelta(1)
        held = tuple(
            part
            for skill in person.skills
            for part in (_parts(skill, eve, back) if skill.skill == one.skill else (skill,))
        )
        person = replace(person, skills=held)
    return person


def _parts(skill: HeldSkill, eve: dt.date, back: dt.date | None) -> Iterator[HeldSkill]:
    """Yield what is left of a skill: until a date (inclusive), and from another one on."""
    yield replace(skill, valid_to=min(skill.valid_to or eve, eve))
    if back is not None and (skill.valid_to is None or back <= skill.valid_to):
        yield replace(skill, valid_from=max(skill.valid_from or back, back))
