"""The swap check: two people exchange duties, or a duty against rest; accepted or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rotaplan.domain.people import Person
from rotaplan.domain.report import Report, Violation, new_breaches, price_change
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Duty, Schedule
from rotaplan.domain.standing import rest_around, week_minutes
from rotaplan.judge import judge
from rotaplan.result import violations_json
from rotaplan.write.figures import target_minutes
from rotaplan.write.sentences import breaches_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two people of an exchange.

    Attributes
    ----------
    person
        Who.
    gives, takes
        Duties given up and taken on; none where it is rest.
    absent
        Days, among those of the duties taken on, on which the person is on leave or absent.
    breaches
        Strict rules that the exchange breaks for this person and that were not broken before.
    rests
        Minutes free before and after each duty taken on; None where no other duty is known.
    weeks
        Minutes worked in each ISO week that the exchange touches, before and after, by the
        day on which the week begins.
    balance
        Minutes credited beyond the target over the planned days, before and after; None where
        the target is unknown.
    prices
        What the soft rules on this person cost more, by level; negative where less.
    """

    person: Person
    gives: tuple[Duty, ...]
    takes: tuple[Duty, ...]
    absent: tuple[int, ...]
    breaches: tuple[Violation, ...]
    rests: tuple[tuple[int | None, int | None], ...]
    weeks: Mapping[int, tuple[int, int]]
    balance: tuple[int, int] | None
    prices: Mapping[int, int]

    @property
    def accepted(self) -> bool:
        """Whether nothing stands against it on this side."""
        return not self.breaches and not self.absent


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """The verdict on an exchange.

    Attributes
    ----------
    scenario
        The question.
    sides
        The two people, the one who asks first.
    others
        Strict rules newly broken that concern neither of the two alone: cover, pairs, other
        people.
    prices
        What all soft rules together cost more, by level; negative where less.
    broken
        Strict rules that the roster broke before.
    """

    scenario: Scenario
    sides: tuple[Side, Side]
    others: tuple[Violation, ...]
    prices: Mapping[int, int]
    broken: tuple[Violation, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether no strict rule is newly broken and nobody is absent."""
        return all(side.accepted for side in self.sides) and not self.others

    def to_json(self, language: str | None = None) -> dict[str, Any]:
        """Return the verdict in a stable form: minutes, ISO dates, sentences as ``text``.

        Parameters
        ----------
        language
            Of the sentences; that of the workbook where None.
        """
        language = language or self.scenario.language
        return {
            "accepted": self.accepted,
            "sides": [self._side(side, language) for side in self.sides],
            "others": breaches_json(self.others, self.scenario, language),
            "prices": {str(level): price for level, price in self.prices.items()},
            "broken_before": violations_json(Report(violations=self.broken), self.scenario),
        }

    def _side(self, side: Side, language: str) -> dict[str, Any]:
        date = self.scenario.horizon.date
        return {
            "person": side.person.id,
            "accepted": side.accepted,
            "gives": [self._duty(duty) for duty in side.gives],
            "takes": [
                {**self._duty(duty), "rest_minutes_before": before, "rest_minutes_after": after}
                for duty, (before, after) in zip(side.takes, side.rests, strict=True)
            ],
            "absent": [date(day).isoformat() for day in side.absent],
            "breaches": breaches_json(side.breaches, self.scenario, language),
            "weeks": [
                {"from": date(day).isoformat(), "minutes_before": before, "minutes_after": after}
                for day, (before, after) in side.weeks.items()
            ],
            "balance_minutes": None if side.balance is None else list(side.balance),
            "prices": {str(level): price for level, price in side.prices.items()},
        }

    def _duty(self, duty: Duty) -> dict[str, Any]:
        return {
            "date": self.scenario.horizon.date(duty.day).isoformat(),
            "shift": duty.shift.code,
            "skill": duty.skill or None,
        }


def exchange(
    scenario: Scenario,
    published: Schedule,
    given: tuple[Assignment, ...],
    returned: tuple[Assignment, ...],
    people: tuple[Person, Person],
    *,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> Exchange:
    """Return what the judge says of an exchange.

    Parameters
    ----------
    scenario, published
        The question, and the roster in force.
    given
        Duties of the first person that the second one takes; none where it is rest.
    returned
        Duties of the second person that the first one takes.
    people
        The two.
    away
        Person and day of leave and absence beyond those of the scenario.
    """
    first, second = people
    taken = {
        first.id: tuple(replace(one, person=first.id) for one in returned),
        second.id: tuple(replace(one, person=second.id) for one in given),
    }
    after = published.changed([*given, *returned], [*taken[first.id], *taken[second.id]])
    reports = judge(scenario, published), judge(scenario, after)
    breaches = new_breaches(*(report.violations for report in reports))
    left = {first.id: given, second.id: returned}
    sides = tuple(
        _side(
            person, left[person.id], taken[person.id], (published, after), reports, breaches, away
        )
        for person in people
    )
    return Exchange(
        scenario=scenario,
        sides=(sides[0], sides[1]),
        others=tuple(one for one in breaches if one.person not in taken),
        prices=price_change(*(report.soft for report in reports)),
        broken=reports[0].broken,
    )


def _side(
    person: Person,
    gives: tuple[Assignment, ...],
    takes: tuple[Assignment, ...],
    rosters: tuple[Schedule, Schedule],
    reports: tuple[Report, Report],
    breaches: tuple[Violation, ...],
    away: frozenset[tuple[str, int]],
) -> Side:
    """Return what the exchange is for one of the two."""
    before, after = rosters
    scenario, line = after.scenario, after.timeline(person)
    days = sorted({one.day for one in (*gives, *takes)})
    mondays = sorted({day - scenario.horizon.date(day).weekday() for day in days})
    return Side(
        person=person,
        gives=tuple(before.duty(one) for one in gives),
        takes=tuple(after.duty(one) for one in takes),
        absent=tuple(
            one.day
            for one in takes
            if (person.id, one.day) in away or scenario.away(person, one.day)
        ),
        breaches=tuple(one for one in breaches if one.person == person.id),
        rests=tuple(rest_around(line, one.day, one.shift) for one in takes),
        weeks={
            monday: (
                week_minutes(scenario, before.timeline(person), monday),
                week_minutes(scenario, line, monday),
            )
            for monday in mondays
        },
        balance=_balance(person, before, after),
        prices=price_change(
            *([one for one in report.soft if one.person == person.id] for report in reports)
        ),
    )


def _balance(person: Person, before: Schedule, after: Schedule) -> tuple[int, int] | None:
    """Return the minutes credited beyond the target, before and after."""
    scenario = before.scenario
    target = target_minutes(scenario, person)
    if target is None:
        return None
    first, second = (
        sum(scenario.credited(d.shift, d.day) for d in roster.timeline(person) if d.day >= 0)
        for roster in (before, after)
    )
    return first - target, second - target
