"""Stretches of time in a cell: so many days, a period of the calendar, a work cycle."""

from __future__ import annotations

import re
from typing import cast

from rotaplan.domain.time import CivilName, Cycle, PeriodName
from rotaplan.sheets.headings import meaning
from rotaplan.sheets.kinds import (
    Entry,
    Fault,
    check_bounds,
    number_of,
    parse_count,
    parse_date,
    parse_word,
)

MOST_WEEKS = 53
_WRITTEN = ("cycle de 6 semaines", "6-week cycle")
_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_CYCLE = re.compile(
    r"(?:cycles? (?:de |d'|of )?)?(\d+)[ -]*(?:semaines?|sem\.?|weeks?|s|w)(?:[ -]cycles?)?"
    r"(?:,? (?:depuis|a partir|à partir|from|since|starting)(?: le| du| on)? (.+))?",
    re.IGNORECASE,
)
"""``cycle de 6 semaines depuis le 04/01/2027``, ``6-week cycle from 2027-01-04``."""


def is_period(text: str) -> bool:
    """Whether a cell names a period."""
    return meaning("period", text) is not None or _cycle(text) is not None


def parse_period(entry: Entry) -> PeriodName:
    """Read a period: a word such as ``semaine``, or a cycle of so many weeks."""
    found = _cycle(entry.text)
    if found is None or meaning("period", entry.text) is not None:
        return _word(entry)
    weeks = int(found[1])
    check_bounds(entry, weeks, 1, MOST_WEEKS, unit="window")
    return Cycle(weeks=weeks, begins=parse_date(entry.piece(found[2])) if found[2] else None)


def _word(entry: Entry) -> CivilName:
    """Read one of the words for a period; where it is none, a cycle may have been meant."""
    try:
        return cast(CivilName, parse_word(entry, "period"))
    except Fault as fault:
        words = cast(tuple[str, ...], fault.facts["expected"])
        raise Fault(fault.code, **{**fault.facts, "expected": (*words, *_WRITTEN)}) from None


def _cycle(text: str) -> re.Match[str] | None:
    """Return the parts of a cell that names a cycle by that word."""
    return _CYCLE.fullmatch(text) if "cycle" in text.casefold() else None


def parse_window(entry: Entry) -> int:
    """Read a number of consecutive days: ``7``, ``7 j`` or ``12 semaines``."""
    number = number_of(entry.raw)
    if number is not None:
        return parse_count(entry)
    found = re.fullmatch(r"(\d+)\s*([^\W\d]+)\.?", entry.text)
    if found:
        unit = "day" if found[2].casefold() in ("j", "d") else meaning("period", found[2])
        if unit in _UNITS:
            return int(found[1]) * _UNITS[unit]
    unit = meaning("period", entry.text)
    if unit in _UNITS:
        return _UNITS[unit]
    raise Fault("window-unreadable", found=entry.text)
