"""A disruption as a row of its sheet: as it was read, or put into the words of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rotaplan.domain.disruption import ON_PEOPLE, Disruption, Effect
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import local_time
from rotaplan.domain.work import Shift
from rotaplan.text import say

_ONE_DAY = frozenset({Effect.ABSENT, Effect.LATE, Effect.VOLUNTEER})
"""Effects whose row ends with its first day where it says no end."""
_DIGITS = 6


def row_of(one: Disruption, scenario: Scenario, language: str) -> dict[str, str]:
    """Return the filled cells of a row, by name of the column.

    A disruption that was read is told as it was written, one made in Python in the words of the
    sheet.

    Raises
    ------
    ValueError
        Where the columns of the sheet cannot say what one made in Python does.
    """
    if one.told:
        return dict(one.told)
    return {name: text for name, text in _cells(one, scenario, language) if text}


def _cells(one: Disruption, scenario: Scenario, language: str) -> Iterator[tuple[str, str]]:
    yield "id", one.name
    yield "type", say(language, f"out-disruption-type-{one.effect.value.replace('_', '-')}")
    end = one.end
    if end is None and one.effect in _ONE_DAY:
        end = scenario.horizon.instant(scenario.horizon.days)
    for name, instant in (("start", one.start), ("end", end), ("known", one.known)):
        if instant is not None:
            yield name, f"{local_time(instant, scenario.horizon.zone):%d/%m/%Y %H:%M}"
    yield "certainty", say(language, "out-disruption-estimated") if one.estimated else ""
    yield "target", _target(one, scenario)
    yield "effect", _effect(one)
    if one.effect is Effect.LATE and not one.shifts.every:
        yield "site", _site(one)
    if one.effect is Effect.CHANGED and one.made:
        yield "hours", _hours(one.made)
    if one.effect is Effect.ADDED:
        yield "priority", str(one.priority)
        if one.made:
            yield "hours", _hours(one.made)
            yield "skills", "; ".join(sorted(one.made.skills))
            yield "label", one.made.label
            yield "site", one.made.site


def _target(one: Disruption, scenario: Scenario) -> str:
    if one.effect in ON_PEOPLE:
        return "; ".join(person.id for person in scenario.people if one.people.has(person))
    if one.effect is Effect.ADDED and one.made:
        return one.made.code
    if one.effect is Effect.SERVICE and one.shifts.every:
        return ""
    shifts = (shift for shift in scenario.shifts if not shift.variant_of)
    return "; ".join(shift.code for shift in shifts if one.shifts.has(shift))


def _effect(one: Disruption) -> str:
    match one.effect:
        case Effect.LATE:
            return f"{one.minute // 60:02d}:{one.minute % 60:02d}"
        case Effect.SKILL_LOST:
            return one.skill
        case Effect.ADDED:
            return f"+{one.count}"
        case Effect.DEMAND:
            return f"{one.count:+d}" if one.factor is None else f"×{_decimal(one.factor)}"
        case Effect.SERVICE if one.like.text:
            return one.like.text
        case Effect.SERVICE:
            raise ValueError("a reduced service needs the words for the days that it is like")
        case _:
            return ""


def _decimal(factor: Fraction) -> str:
    text = f"{float(factor):.{_DIGITS}f}".rstrip("0").rstrip(".")
    if Fraction(text) != factor:
        raise ValueError(f"a factor with at most {_DIGITS} decimals can be written, not {factor}")
    return text


def _site(one: Disruption) -> str:
    sites = sorted(one.shifts.sites)
    if len(sites) != 1 or one.shifts.codes or one.shifts.families or one.shifts.tags:
        raise ValueError("a row can keep people from the shifts of one site, or from all work")
    return sites[0]


def _hours(made: Shift) -> str:
    return "/".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in made.spans)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
