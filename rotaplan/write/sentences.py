"""Violations in words: the facts of the judge, put into the sentence of the rule's author."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from rotaplan.domain.decided import DECISIONS, decision
from rotaplan.domain.report import Report, Unverifiable, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.result import violations_json
from rotaplan.rules.base import find_rule, params_of
from rotaplan.text import has, say

_CELLS = 8
"""How many decided cells a sentence names; more would hide what it says."""


def duration(minutes: int) -> str:
    """Return minutes as planners write them, such as ``11 h``, ``7 h 13`` or ``15 min``."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else ""
    if not hours and rest:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h {rest:02d}" if rest else f"{sign}{hours} h"


@lru_cache(maxsize=1 << 12)
def date_text(when: dt.date, language: str) -> str:
    """Return a date in the short form of a language, with its weekday."""
    from babel.dates import format_date

    return format_date(when, "EEE d MMM", locale=language)


def ended(sentence: str) -> str:
    """Return a sentence with one full stop where it ends with an abbreviation, such as févr."""
    return f"{sentence[:-2]}." if sentence.endswith("..") else sentence


def _stretches(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last day of each run of consecutive days."""
    first = last = None
    for day in sorted(set(days)):
        if first is None or last is None:
            first = last = day
        elif day == last + 1:
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last


def dates_text(days: Iterable[int], scenario: Scenario, language: str) -> str:
    """Return days as dates, three and more consecutive ones as a span."""
    parts = []
    for first, last in _stretches(days):
        dates = [date_text(scenario.horizon.date(day), language) for day in (first, last)]
        if first == last:
            parts.append(dates[0])
        elif last == first + 1:
            parts.extend(dates)
        else:
            parts.append(" – ".join(dates))
    return ", ".join(parts)


def in_minutes(key: str, aspect: str = "") -> bool:
    """Whether a rule measures time, in this aspect of it."""
    cls = find_rule(key)
    if cls is None or aspect in cls.counted:
        return False
    return cls.timed or any(
        one.kind == "duration" and one.column in ("min", "max") for one in params_of(cls).values()
    )


def quantity(key: str, value: int, aspect: str = "") -> str:
    """Return what a rule measured, in its unit."""
    return duration(value) if in_minutes(key, aspect) else str(value)


def heading(key: str, language: str) -> str:
    """Return the name of a rule; its key where the catalogue has none."""
    name = f"rule-{key.replace('_', '-')}"
    return say(language, name) if has(language, name) else key


def row_text(rule: str, row: str, language: str) -> str:
    """Return where a rule is written; in words for a basic rule that the planner has no row for."""
    return say(language, "out-by-default") if row == rule else row


def sentence(violation: Violation, scenario: Scenario, language: str) -> str:
    """Return a violation as a sentence.

    A rule of the house that has no sentence in the catalogue gets a general one.
    """
    person = scenario.person.get(violation.person)
    told = has(language, f"rule-{violation.rule.replace('_', '-')}-breach")
    who = (person.name or person.id) if person and told else violation.person
    return told_by(violation, who, dates_text(violation.days, scenario, language), language)


def told_by(violation: Violation, who: str, dates: str, language: str) -> str:
    """Return a violation as a sentence, with the words for whom it concerns, and when."""
    name = f"rule-{violation.rule.replace('_', '-')}-breach"
    if not has(language, name):
        return say(
            language,
            "out-breach",
            rule=heading(violation.rule, language),
            who=who or violation.shift or "-",
            dates=dates,
            measured=quantity(violation.rule, violation.measured, violation.aspect),
            limit=quantity(violation.rule, violation.limit, violation.aspect),
        )
    timed = in_minutes(violation.rule, violation.aspect)
    gap = abs(violation.limit - violation.measured)
    text = say(
        language,
        name,
        person=who,
        dates=dates,
        shift=violation.shift,
        skill=violation.skill,
        aspect=violation.aspect,
        measured=duration(violation.measured) if timed else violation.measured,
        limit=duration(violation.limit) if timed else violation.limit,
        missing=duration(gap) if timed else gap,
    )
    # A fact that is empty, such as the function of a post that asks for none, leaves two spaces.
    return ended(re.sub(" {2,}", " ", text))


def derogation_text(violation: Violation, scenario: Scenario, language: str) -> str:
    """Return how a breach is allowed: by whom, until when, for how much rest; empty if not."""
    found = violation.derogation
    if found is None:
        return ""
    details = [violation.reference, found.authority]
    if found.deadline is not None:
        deadline = date_text(found.deadline, language)
        details.append(say(language, "out-derogation-deadline", date=deadline))
    if found.compensation_minutes:
        hours = duration(found.compensation_minutes)
        details.append(say(language, "out-derogation-rest", hours=hours))
    if not any(details):
        return say(language, "out-derogation-bare")
    return say(language, "out-derogation", details=", ".join(filter(None, details)))


def locked_text(
    violation: Violation, scenario: Scenario, language: str, sheets: Collection[str] | None = None
) -> str:
    """Return which decided cells force a breach, and who or what decided; empty where none does.

    Parameters
    ----------
    violation, scenario, language
        As for :func:`sentence`.
    sheets
        Names of the sheets whose cells can be looked up where this is read; None for all.
    """
    why: dict[str, list[tuple[str, int]]] = {one: [] for one in DECISIONS}
    for cell in violation.locked:
        why[decision(scenario, *cell)].append(cell)
    origins = {
        (pin.person, pin.day): str(pin.origin)
        for pin in reversed(scenario.pins)
        if pin.origin and (sheets is None or pin.origin.sheet in sheets)
    }
    return " ".join(
        _decided_text(violation, scenario, language, one, locked, origins)
        for one, locked in why.items()
        if locked
    )


def _decided_text(
    violation: Violation,
    scenario: Scenario,
    language: str,
    why: str,
    locked: list[tuple[str, int]],
    origins: Mapping[tuple[str, int], str],
) -> str:
    """Return which cells, decided for one reason, force a breach."""
    cells = []
    for person, day in locked[:_CELLS]:
        told = date_text(scenario.horizon.date(day), language)
        if person != violation.person:
            told = f"{scenario.person[person].name or person} {told}"
        origin = origins.get((person, day))
        cells.append(f"{told} ({origin})" if origin else told)
    return say(
        language,
        "out-locked",
        why=why,
        count=len(locked),
        cells=", ".join(cells),
        more=len(locked) - len(cells),
    )


def told_of(
    violation: Violation, scenario: Scenario, language: str, sheets: Collection[str] | None = None
) -> str:
    """Return a violation as a sentence, with the exception that allows it, or what forces it.

    ``sheets`` is as for :func:`locked_text`.
    """
    texts = (
        sentence(violation, scenario, language),
        derogation_text(violation, scenario, language),
        locked_text(violation, scenario, language, sheets),
    )
    return " ".join(text for text in texts if text)


def unverifiable_text(one: Unverifiable, scenario: Scenario, language: str) -> str:
    """Return what cannot be judged, for whom, on which days, and what would settle it."""
    person = scenario.person.get(one.person)
    who = (person.name or person.id) if person else say(language, "out-everybody")
    return say(
        language,
        "out-unverifiable-what",
        who=who,
        dates=dates_text(one.days, scenario, language),
        missing=one.missing_days,
    )


def breaches_json(
    breaches: tuple[Violation, ...], scenario: Scenario, language: str
) -> list[dict[str, Any]]:
    """Return breaches in the stable JSON form, each with its sentence as ``text``."""
    found = violations_json(Report(violations=breaches), scenario)
    return [
        {**facts, "text": sentence(one, scenario, language)}
        for facts, one in zip(found, breaches, strict=True)
    ]
