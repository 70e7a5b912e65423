"""From a roster and a hole in it to the call list: everybody else is listed or excluded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.schedule import Assignment, Duty, Schedule
from rotaplan.domain.work import Family
from rotaplan.judge import found_by
from rotaplan.replacement.rank import describe, order
from rotaplan.replacement.values import (
    SOURCES,
    CallList,
    Candidate,
    Excluded,
    Hole,
    Reason,
    Source,
)
from rotaplan.trial import Bench, Move, Trial

_KEPT_READY: Mapping[Family, Source] = {Family.RESERVE: "reserve", Family.ON_CALL: "on_call"}
_LONG_AGO = -(10**12)


def call_list(
    scenario: Scenario,
    published: Schedule,
    hole: Assignment,
    *,
    now: int,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> CallList:
    """Return who can take a duty instead of the person who holds it.

    Somebody can if the judge finds no strict breach that is new, in the roster without that
    person's duty. People in reserve, on call, or on a post that has more people than its target
    leave what they hold for it; people at rest are volunteers. Whoever holds another duty, or
    one that has begun when the calls are made, is occupied.

    Parameters
    ----------
    scenario, published
        The question, and the roster in force.
    hole
        The duty, as it stands in the roster.
    now
        Instant at which the calls are made.
    away
        Person and day of leave and absence beyond those of the scenario.
    """
    roster = published.changed([hole], [])
    bench = Bench.of(scenario, roster)
    search = _Search(bench=bench, hole=hole, now=now, away=away)
    return CallList(
        scenario=scenario,
        hole=Hole(person=scenario.person[hole.person], duty=search.duty, needed=search.needed),
        now=now,
        candidates=tuple(order(search.candidates, search.duty, scenario)),
        excluded=search.excluded,
        broken=_broken(scenario, published),
        unverifiable=tuple(
            one
            for rule in scenario.rules
            if rule.must
            for one in rule.unverifiable(scenario)
            if hole.day in one.days
        ),
    )


def _broken(scenario: Scenario, published: Schedule) -> tuple[Violation, ...]:
    """Return the strict rules that the roster breaks as it is."""
    found = (found_by(rule, scenario, published) for rule in scenario.rules if rule.must)
    return tuple(one for violations in found for one in violations if one.broken)


@dataclass(frozen=True, kw_only=True)
class _Search:
    """Everybody but the missing person, each tried in the hole."""

    bench: Bench
    hole: Assignment
    now: int
    away: frozenset[tuple[str, int]]

    @property
    def scenario(self) -> Scenario:
        return self.bench.scenario

    @cached_property
    def duty(self) -> Duty:
        """The hole on the timeline."""
        return self.bench.roster.duty(self.hole)

    @cached_property
    def others(self) -> tuple[Person, ...]:
        """Everybody but the missing person."""
        return tuple(one for one in self.scenario.people if one.id != self.hole.person)

    @property
    def needed(self) -> bool:
        """Whether the duty is missed where nobody takes it."""
        return any(_held_beyond(self.bench.roster, need) < 0 for need in self._needs(self.hole))

    @cached_property
    def present(self) -> Mapping[str, tuple[Assignment, ...]]:
        """What people work on the day of the hole."""
        found: dict[str, tuple[Assignment, ...]] = {}
        for one in self.bench.roster.assignments:
            if one.day == self.hole.day and self.scenario.shift[one.shift].works:
                found[one.person] = (*found.get(one.person, ()), one)
        return found

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Where each one would come from; missing for those who are occupied."""
        found: dict[str, Source] = {}
        for person in self.others:
            source = self._source(self.present.get(person.id, ()))
            if source is not None:
                found[person.id] = source
        return found

    def _source(self, works: tuple[Assignment, ...]) -> Source | None:
        if not works:
            return "rest"
        one = works[0]
        if len(works) > 1 or self._begun(one) or self._same_post(one):
            return None
        ready = _KEPT_READY.get(self.scenario.shift[one.shift].family)
        if ready is not None:
            return ready
        if one.shift not in self.scenario.demanded:
            return None
        needs = self._needs(one)
        if not any(need.minimum or need.target for need in needs):
            return "freed"
        spare = all(_held_beyond(self.bench.roster, need) > 0 for need in needs)
        return "over_cover" if spare else None

    def _same_post(self, one: Assignment) -> bool:
        return (one.shift, one.skill) == (self.hole.shift, self.hole.skill)

    def _begun(self, one: Assignment) -> bool:
        return self.bench.roster.duty(one).start < self.now

    def _needs(self, one: Assignment) -> tuple[Need, ...]:
        """Return the needs that an assignment helps to meet."""
        return tuple(
            need
            for need in self.scenario.needs[one.day]
            if need.shift == one.shift and need.skill in ("", one.skill)
        )

    def _move(self, person: Person, *, leaving: bool) -> Move:
        hole = self.hole
        return Move(
            added=Assignment(person=person.id, day=hole.day, shift=hole.shift, skill=hole.skill),
            removed=self.present.get(person.id, ()) if leaving else (),
        )

    @cached_property
    def trials(self) -> Mapping[str, Trial]:
        """Everybody in the hole: those occupied on top of what they work, others in its place."""
        return self.bench.trials(
            {
                person.id: self._move(person, leaving=not self._occupied(person))
                for person in self.others
            }
        )

    def _occupied(self, person: Person) -> bool:
        return person.id not in self.sources and not self._absent(person)

    @cached_property
    def fit(self) -> frozenset[str]:
        """Who is occupied by one other duty, and could take this one in place of it."""
        occupied = {
            person.id: self._move(person, leaving=True)
            for person in self.others
            if self._occupied(person) and self._leaves(person)
        }
        tried = self.bench.trials(occupied, priced=False)
        return frozenset(person for person, trial in tried.items() if not trial.breaches)

    def _leaves(self, person: Person) -> bool:
        works = self.present[person.id]
        return len(works) == 1 and not self._same_post(works[0])

    def _standing_by(self, one: Assignment) -> bool:
        """Whether somebody is in reserve, or on call, at the moment of the calls."""
        duty = self.bench.roster.duty(one)
        return duty.shift.family in _KEPT_READY and duty.start < self.now < duty.end

    def _absent(self, person: Person) -> bool:
        day = self.hole.day
        return (person.id, day) in self.away or self.scenario.away(person, day)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those who can, in the order of the sheet."""
        able = [one for one in self.others if self._reason(one) is None]
        moves = {one.id: self._move(one, leaving=True) for one in able}
        after = self.bench.roster.changed(
            [gone for move in moves.values() for gone in move.removed],
            [move.added for move in moves.values()],
        )
        return tuple(
            describe(
                person,
                self.sources[person.id],
                next(iter(moves[person.id].removed), None),
                self.trials[person.id],
                before=self.bench.roster,
                after=after,
                duty=self.duty,
            )
            for person in able
        )

    def _reason(self, person: Person) -> Reason | None:
        """Return why somebody cannot; None where they can."""
        if self._absent(person):
            return "absent"
        if self._occupied(person):
            return "occupied"
        if not self.trials[person.id].breaches:
            return None
        return "absent" if self._away_for_half(person) else "rule"

    def _away_for_half(self, person: Person) -> bool:
        """Whether a half day of absence is what stands in the way."""
        half = (person.id, self.hole.day) in self.scenario.absent
        return half and any(one.rule == "availability" for one in self.trials[person.id].breaches)

    @cached_property
    def excluded(self) -> tuple[Excluded, ...]:
        """Those who cannot, in the order of the sheet."""
        found = []
        for person in self.others:
            reason = self._reason(person)
            if reason is not None:
                works = self.present.get(person.id, ())
                begun = any(self._begun(one) for one in works)
                fit = person.id in self.fit
                found.append(
                    Excluded(
                        person=person,
                        reason=reason,
                        works=works[0] if works else None,
                        begun=begun,
                        movable=fit and not begun,
                        standing_by=fit and self._standing_by(works[0]),
                        breaches=self.trials[person.id].breaches,
                    )
                )
        return tuple(found)


def _held_beyond(roster: Schedule, need: Need) -> int:
    """Return how many people a need has beyond its target; negative where some are missing."""
    return len(roster.on_need(need)) - max(need.minimum, need.target)


def takers(bench: Bench, hole: Assignment) -> tuple[tuple[str, Source], ...]:
    """Return who could take a duty, and where each would come from, quickly.

    The roster of the bench still holds the duty: rules that count people are not asked, nor
    what anything costs. :func:`call_list` looks at one hole in full.

    Parameters
    ----------
    bench
        The roster.
    hole
        A duty of it.
    """
    search = _Search(bench=bench, hole=hole, now=_LONG_AGO, away=frozenset())
    moves = {
        person.id: search._move(person, leaving=True)
        for person in search.others
        if person.id in search.sources and not search._absent(person)
    }
    tried = bench.trials(moves, priced=False, others=False)
    able = [(one, search.sources[one]) for one in moves if not tried[one].breaches]
    return tuple(sorted(able, key=lambda one: SOURCES.index(one[1])))
