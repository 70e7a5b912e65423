"""In which order to call: what speaks for each one, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from rotaplan.domain.attribution import Attribution, ledger
from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days, prorated
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Duty, Schedule
from rotaplan.domain.standing import rest_around, week_minutes
from rotaplan.domain.time import Period
from rotaplan.domain.work import Family
from rotaplan.replacement.values import SOURCES, Candidate, Source
from rotaplan.rules.hours import MinutesPeriod
from rotaplan.trial import Trial
from rotaplan.write.figures import opening, target_minutes

_LONG = 10**9


def describe(
    person: Person,
    source: Source,
    leaves: Assignment | None,
    trial: Trial,
    *,
    before: Schedule,
    after: Schedule,
    duty: Duty,
) -> Candidate:
    """Return what there is to know of somebody who can take a duty.

    Parameters
    ----------
    person, source, leaves, trial
        Who, where from, the duty left for this one, and what the judge says.
    before, after
        The roster without the duty, and one in which the person has it.
    duty
        The duty.
    """
    scenario = before.scenario
    line, old = after.timeline(person), before.timeline(person)
    rests = rest_around(line, duty.day, duty.shift.code)
    target = target_minutes(scenario, person)
    credited = sum(scenario.credited(d.shift, d.day) for d in line if d.day >= 0)
    return Candidate(
        person=person,
        source=source,
        leaves=leaves,
        week_before=week_minutes(scenario, old, duty.day),
        week_after=week_minutes(scenario, line, duty.day),
        contract_minutes=person.weekly_minutes,
        week_left=_week_left(scenario, person, line, duty.day),
        balance_after=None if target is None else credited - target,
        rest_before=rests[0],
        rest_after=rests[1],
        burdens=_burdens(scenario, person, old, duty),
        wish_against=_wished_away(scenario, person, duty),
        prices=trial.prices,
    )


def _week_left(scenario: Scenario, person: Person, line: tuple[Duty, ...], day: int) -> int | None:
    """Return the minutes left to the lowest strict weekly limit; None without one."""
    week = next(one for one in scenario.horizon.periods("week") if day in one.days)
    left = [
        _limit(scenario, rule, person, week) - _counted(scenario, rule, line, week)
        for rule in scenario.rules
        if isinstance(rule, MinutesPeriod)
        and rule.must
        and rule.period == "week"
        and rule.maximum is not None
        and rule.who.has(person)
    ]
    return min(left, default=None)


def _limit(scenario: Scenario, rule: MinutesPeriod, person: Person, week: Period) -> int:
    assert rule.maximum is not None
    if not rule.prorata:
        return rule.maximum
    return prorated(rule.maximum, person, present_days(scenario)[person.id], week)


def _counted(scenario: Scenario, rule: MinutesPeriod, line: tuple[Duty, ...], week: Period) -> int:
    """Return the minutes that a rule on hours counts in a week."""
    account = Attribution(
        scenario=scenario,
        credited=rule.credited,
        split=rule.split,
        counted_pause=rule.counted_pause,
    )
    whole, _ = ledger(line, rule.shifts, account)
    return sum(whole[day] for day in week.days if rule.on(scenario, day))


def _burdens(
    scenario: Scenario, person: Person, line: tuple[Duty, ...], duty: Duty
) -> Mapping[str, int]:
    """Return what a duty adds to, with what the person has of it already."""
    added = _kinds(scenario, duty)
    planned = [one for one in line if one.day >= 0]
    counts = {kind: sum(kind in _kinds(scenario, one) for one in planned) for kind in added}
    brought = {
        "night": ("night",),
        "free_day": ("sunday", "holiday"),
        "saturday": ("saturday",),
    }
    return {
        kind: counts[kind] + sum(opening(person, name) for name in brought[kind])
        for kind in sorted(added)
    }


def _kinds(scenario: Scenario, duty: Duty) -> frozenset[str]:
    """Return what makes a duty a burden: a night; a Sunday or holiday, or else a Saturday."""
    date = scenario.horizon.date(duty.day)
    free = date.weekday() == 6 or scenario.calendar.is_holiday(date)
    found = {
        "night": duty.shift.family is Family.NIGHT,
        "free_day": free,
        "saturday": date.weekday() == 5 and not free,
    }
    return frozenset(kind for kind, meant in found.items() if meant)


def _wished_away(scenario: Scenario, person: Person, duty: Duty) -> bool:
    return any(
        not wish.on and (wish.shifts is None or wish.shifts.has(duty.shift))
        for wish in scenario.wishes
        if (wish.person, wish.day) == (person.id, duty.day)
    )


def order(candidates: Iterable[Candidate], duty: Duty, scenario: Scenario) -> list[Candidate]:
    """Return people in the order in which to call them.

    By where they come from first: freed, reserve, a post with people to spare, rest, on call.
    Those who change duties: nearest start first, then the lower price level by level. Those at
    rest: without a wish against it, within the hours of the contract, fewer of the burdens that
    the duty adds to (per full-time equivalent), fewer hours against the target, longer rest.
    """
    return sorted(
        candidates,
        key=lambda one: (
            SOURCES.index(one.source),
            _at_rest(one) if one.leaves is None else _changing(one, duty, scenario),
            one.person.id,
        ),
    )


def _changing(one: Candidate, duty: Duty, scenario: Scenario) -> tuple[object, ...]:
    assert one.leaves is not None
    apart = abs(scenario.shift[one.leaves.shift].start - duty.shift.start)
    return (apart, tuple(one.prices.get(level, 0) for level in range(1, 8)), _borne(one))


def _at_rest(one: Candidate) -> tuple[object, ...]:
    shortest = min(_LONG if r is None else r for r in (one.rest_before, one.rest_after))
    return (one.wish_against, one.overtime > 0, _borne(one), one.balance_after or 0, -shortest)


def _borne(one: Candidate) -> Fraction:
    """Return the burdens borne already, per full-time equivalent."""
    whole = sum(one.burdens.values())
    return Fraction(whole) / one.person.fte if one.person.fte else Fraction(whole)
