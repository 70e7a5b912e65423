"""What a call list holds: the hole, who can take it, and why nobody else can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rotaplan.domain.people import Person
from rotaplan.domain.report import Report, Unverifiable, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Duty
from rotaplan.domain.time import local_time
from rotaplan.result import unverifiable_json, violations_json
from rotaplan.write.sentences import breaches_json

Source = Literal["freed", "reserve", "over_cover", "rest", "on_call"]
SOURCES: tuple[Source, ...] = ("freed", "reserve", "over_cover", "rest", "on_call")
"""Where somebody can come from, in the order in which they are asked."""
_LEAST_PRIORITY = 5
Reason = Literal["absent", "occupied", "rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A duty that somebody else has to take.

    Attributes
    ----------
    person
        Who was to work it.
    duty
        The shift on its day, with its function, instants and minutes.
    needed
        Whether a need falls below its target (or minimum) where nobody takes it.
    """

    person: Person
    duty: Duty
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who can take the duty and break no strict rule.

    Attributes
    ----------
    person
        Who.
    source
        Freed (nobody asks for their shift that day), in reserve, on a post with more people
        than its target, at rest (a volunteer, who must agree), or on call.
    leaves
        The duty left for this one; None for somebody at rest.
    week_before, week_after
        Minutes worked in the ISO week of the duty.
    contract_minutes
        Minutes of the contract a week; None where unknown.
    week_left
        Minutes left, after, to the lowest strict weekly limit on hours; None without one.
    balance_after
        Minutes credited over the planned days, beyond the target; None where it is unknown.
    rest_before, rest_after
        Minutes free on either side of the duty; None where no other duty is known there.
    burdens
        What the duty adds to, and what the person has of it already: ``night``, ``free_day``
        (Sunday or public holiday), ``saturday``; counters brought forward included.
    wish_against
        Whether the person wished not to work it.
    prices
        What the soft rules cost more, by level; negative where less.
    """

    person: Person
    source: Source
    leaves: Assignment | None
    week_before: int
    week_after: int
    contract_minutes: int | None
    week_left: int | None
    balance_after: int | None
    rest_before: int | None
    rest_after: int | None
    burdens: Mapping[str, int] = field(default_factory=dict)
    wish_against: bool = False
    prices: Mapping[int, int] = field(default_factory=dict)

    @property
    def overtime(self) -> int:
        """Minutes of that week beyond the contract, after; 0 where it is not known."""
        return max(0, self.week_after - self.contract_minutes) if self.contract_minutes else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Somebody who cannot take the duty.

    Attributes
    ----------
    person
        Who.
    reason
        Absent that day (why is nobody's business), occupied by another duty, or a strict rule.
    works
        The other duty; None where there is none.
    begun
        Whether that one is under way, or over, when the calls are made.
    movable
        Whether the person could take the duty if the other one were left open.
    standing_by
        Whether that other one is reserve, or a call, under way, and the person could take the
        duty in place of it; the hours of both together are for the people on the spot to judge.
    breaches
        Strict rules that taking it would break: on top of the other duty for those who are
        occupied, in place of it for others.
    """

    person: Person
    reason: Reason
    works: Assignment | None = None
    begun: bool = False
    movable: bool = False
    standing_by: bool = False
    breaches: tuple[Violation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CallList:
    """Who to call for one hole, in order, and why nobody else.

    Attributes
    ----------
    scenario
        The question.
    hole
        The duty to fill.
    now
        Instant at which the calls are made.
    candidates
        In the order in which to call.
    excluded
        Everybody else but the person who is missing, in the order of the sheet.
    broken
        Strict rules that the roster broke before.
    unverifiable
        Strict rules that cannot be judged on the day of the duty, for want of history.
    """

    scenario: Scenario
    hole: Hole
    now: int
    candidates: tuple[Candidate, ...]
    excluded: tuple[Excluded, ...]
    broken: tuple[Violation, ...] = ()
    unverifiable: tuple[Unverifiable, ...] = ()

    @property
    def notice_minutes(self) -> int:
        """Time from the calls to the start of the duty; negative where it has begun."""
        return self.hole.duty.start - self.now

    @property
    def movable(self) -> tuple[Excluded, ...]:
        """Those who could take it if their own duty were left open.

        Duties of the least important needs first, then those that begin nearest to this one.
        """
        return tuple(sorted((one for one in self.excluded if one.movable), key=self._loss))

    def _loss(self, one: Excluded) -> tuple[int, int, str]:
        assert one.works is not None
        code, duty = one.works.shift, self.hole.duty
        urgent = [n.priority for n in self.scenario.needs[duty.day] if n.shift == code]
        apart = abs(self.scenario.shift[code].start - duty.shift.start)
        return -min(urgent, default=_LEAST_PRIORITY), apart, one.person.id

    def to_json(self, language: str | None = None) -> dict[str, Any]:
        """Return the list in a stable form: minutes, ISO dates and times, sentences as ``text``.

        Parameters
        ----------
        language
            Of the sentences; that of the workbook where None.
        """
        language = language or self.scenario.language
        duty, horizon = self.hole.duty, self.scenario.horizon
        report = Report(violations=self.broken, unverifiable=self.unverifiable)
        return {
            "hole": {
                "person": self.hole.person.id,
                "date": horizon.date(duty.day).isoformat(),
                "day": duty.day,
                "shift": duty.shift.code,
                "skill": duty.skill or None,
                "start": self._time(duty.start),
                "end": self._time(duty.end),
                "minutes": duty.minutes,
                "needed": self.hole.needed,
            },
            "now": self._time(self.now),
            "notice_hours": round(self.notice_minutes / 60, 2),
            "candidates": [
                self._candidate(rank, one) for rank, one in enumerate(self.candidates, 1)
            ],
            "excluded": [self._excluded(one, language) for one in self.excluded],
            "broken_before": violations_json(report, self.scenario),
            "unverifiable": unverifiable_json(report, self.scenario),
        }

    def _time(self, instant: int) -> str:
        return local_time(instant, self.scenario.horizon.zone).isoformat(timespec="minutes")

    def _candidate(self, rank: int, one: Candidate) -> dict[str, Any]:
        return {
            "rank": rank,
            "person": one.person.id,
            "source": one.source,
            "consent": one.source == "rest",
            "leaves": one.leaves.shift if one.leaves else None,
            "notice_hours": round(self.notice_minutes / 60, 2),
            "week_minutes_before": one.week_before,
            "week_minutes_after": one.week_after,
            "contract_minutes": one.contract_minutes,
            "overtime_minutes": one.overtime,
            "week_minutes_left": one.week_left,
            "balance_minutes_after": one.balance_after,
            "rest_minutes_before": one.rest_before,
            "rest_minutes_after": one.rest_after,
            "burdens": dict(one.burdens),
            "wish_against": one.wish_against,
            "prices": {str(level): price for level, price in one.prices.items()},
        }

    def _excluded(self, one: Excluded, language: str) -> dict[str, Any]:
        return {
            "person": one.person.id,
            "reason": one.reason,
            "works": one.works.shift if one.works else None,
            "begun": one.begun,
            "movable": one.movable,
            "standing_by": one.standing_by,
            "breaches": breaches_json(one.breaches, self.scenario, language),
        }
