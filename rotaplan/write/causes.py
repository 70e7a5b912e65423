"""What has happened, in a sentence per disruption; why somebody is away is never said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from rotaplan.domain.disruption import ON_PEOPLE, Disruption, Effect
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import local_time
from rotaplan.text import has, say
from rotaplan.write.sentences import date_text, dates_text, ended

_NAMED = 3
"""People or shifts that a sentence names; more are counted."""
_CODES = 6
"""Added duties that a sentence names."""


def causes(disruptions: Sequence[Disruption], scenario: Scenario, language: str) -> Iterator[str]:
    """Yield a sentence for each disruption, and one for all added duties together.

    Parameters
    ----------
    disruptions
        What has happened. What volunteers have offered is no cause and left out.
    scenario
        As disruptions leave it.
    language
        Of the sentences.
    """
    added = [one for one in disruptions if one.effect is Effect.ADDED and one.made is not None]
    for one in disruptions:
        if one.effect is Effect.VOLUNTEER or (one in added and one is not added[0]):
            continue
        if one in added:
            yield ended(_added(added, scenario, language))
        else:
            yield ended(_cause(one, scenario, language))


def _cause(one: Disruption, scenario: Scenario, language: str) -> str:
    key = f"cause-{one.effect.value.replace('_', '-')}"
    amount = f"×{one.factor}" if one.factor is not None else f"{one.count:+d}"
    return say(
        language,
        key if has(language, key) else "cause-other",
        who=_who(one, scenario, language),
        what=_what(one, scenario, language),
        when=period(one, scenario, language),
        skill=one.skill,
        hours=_hours(one),
        time=f"{one.minute // 60:02d}:{one.minute % 60:02d}",
        amount=amount,
    )


def _added(added: list[Disruption], scenario: Scenario, language: str) -> str:
    """Return all added duties in one sentence: how many people they ask for, over which days."""
    horizon = scenario.horizon
    asked = [
        (day, one)
        for one in added
        for day in horizon.planned
        if one.made and one.covers(horizon.instant(day, one.made.start))
    ]
    codes = list(dict.fromkeys(one.made.code for one in added if one.made))
    return say(
        language,
        "cause-added-duties",
        count=sum(one.count for _, one in asked),
        codes=", ".join(codes[:_CODES]) + (", …" if len(codes) > _CODES else ""),
        when=dates_text({day for day, _ in asked}, scenario, language),
    )


def _hours(one: Disruption) -> str:
    return dict(one.told).get("hours", "")


def _who(one: Disruption, scenario: Scenario, language: str) -> str:
    """Return whom a disruption concerns: by name where they are few."""
    if one.effect not in ON_PEOPLE:
        return ""
    people = [person for person in scenario.people if one.people.has(person)]
    if len(people) <= _NAMED:
        return ", ".join(person.name or person.id for person in people)
    return say(language, "cause-people", count=len(people))


def _what(one: Disruption, scenario: Scenario, language: str) -> str:
    """Return which shifts a disruption concerns, in the planner's words where there are some."""
    text = one.shifts.text or dict(one.told).get("target", "")
    if text and one.effect not in ON_PEOPLE:
        return text
    codes = sorted(one.shifts.codes)
    if codes and len(codes) <= _NAMED:
        return ", ".join(codes)
    if one.shifts.every:
        return say(language, "cause-everything")
    shifts = [shift for shift in scenario.shifts if not shift.variant_of and one.shifts.has(shift)]
    return say(language, "cause-shifts", count=len(shifts))


def period(one: Disruption, scenario: Scenario, language: str) -> str:
    """Return from when until when: days where they are whole, times otherwise."""
    start = _local(one.start, scenario)
    whole = start.time() == dt.time()
    first = date_text(start.date(), language)
    begins = first if whole else f"{first} {start:%H:%M}"
    if one.end is None:
        return say(language, "cause-open", start=begins)
    end, last = _local(one.end, scenario), _local(one.end - 1, scenario)
    final = date_text(last.date(), language)
    if not whole or end.time() != dt.time():
        final += f" {end:%H:%M}" if end.date() == last.date() else " 24:00"
    text = begins if begins == final else f"{begins} – {final}"
    return say(language, "cause-estimated", when=text) if one.estimated else text


def _local(instant: int, scenario: Scenario) -> dt.datetime:
    return local_time(instant, scenario.horizon.zone)
