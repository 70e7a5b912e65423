"""What the code of a cut, reopened or moved duty says of its hours.

Disruptions make such duties under codes of their own. A roster can still hold one when the row
that made it has been replaced: it is worked, or was announced, so its code must be understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from rotaplan.domain.disrupted import CUT, REOPENED
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Shift, Span

_CLOCK = r"\d\d:\d\d"
_MARK = re.compile(rf"(?P<mark>[{CUT}{REOPENED}])(?P<clock>{_CLOCK})")
_MARKS = re.compile(rf"(?:[{CUT}{REOPENED}]{_CLOCK})*")
_PIECES = re.compile(rf" {_CLOCK}-{_CLOCK}(?:/{_CLOCK}-{_CLOCK})*")


def read_variant(code: str, shifts: Mapping[str, Shift]) -> Shift | None:
    """Return the duty that a code means, made of another one; None where it means none.

    Parameters
    ----------
    code
        Such as ``T1-05≤09:40`` (ends then), ``T1-05≥15:45`` (begins then), ``T1-01≤09:00≥11:00``
        (runs until the first and again from the second), ``T1-05 06:30-09:30/16:00-19:00``.
    shifts
        Duties by code.
    """
    base = max((one for one in shifts if code.startswith(one)), key=len, default="")
    rest = code.removeprefix(base)
    hours = _PIECES.match(rest)
    marks = rest[hours.end() :] if hours else rest
    if not base or not rest or not shifts[base].works or not _MARKS.fullmatch(marks):
        return None
    shift = replace(shifts[base], code=code, variant_of=shifts[base].base)
    if hours:
        shift = replace(shift, spans=_moved(hours[0]), credited_minutes=None)
    return _cut(shift, marks) if marks else shift


def _cut(shift: Shift, marks: str) -> Shift | None:
    """Return a duty without what its marks take from it; it is credited as it was announced."""
    minutes = sum(span.end - span.start for span in shift.spans) - shift.unpaid_break_minutes
    credited = minutes if shift.credited_minutes is None else shift.credited_minutes
    spans = shift.spans
    found = [(one["mark"], _minute(one["clock"], shift)) for one in _MARK.finditer(marks)]
    while found and spans:
        mark, minute = found.pop(0)
        if mark == CUT and found and found[0][0] == REOPENED and found[0][1] > minute:
            opens = found.pop(0)[1]  # the work between the two is lost
            spans = (*_within(spans, shift.start, minute), *_within(spans, opens, shift.end))
        elif mark == CUT:
            spans = _within(spans, shift.start, minute)
        else:
            spans = _within(spans, minute, shift.end)
    if not spans:
        return None
    return replace(shift, spans=spans, unpaid_break_minutes=0, credited_minutes=credited)


def _minute(clock: str, shift: Shift) -> int:
    """Return the minute of a time of the clock in a duty; before its start it is of the morrow."""
    minute = int(clock[:2]) * 60 + int(clock[3:])
    return minute if minute >= shift.start else minute + DAY_MINUTES


def _within(spans: tuple[Span, ...], opens: int, closes: int) -> tuple[Span, ...]:
    pieces = ((max(span.start, opens), min(span.end, closes)) for span in spans)
    return tuple(Span(start=start, end=end) for start, end in pieces if start < end)


def _moved(pieces: str) -> tuple[Span, ...]:
    """Return the hours that a code spells out; a piece before the one before is of the morrow."""
    spans: list[Span] = []
    floor = 0
    for clocks in re.findall(rf"({_CLOCK})-({_CLOCK})", pieces):
        start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in clocks)
        while start < floor:
            start += DAY_MINUTES
        while end <= start:
            end += DAY_MINUTES
        spans.append(Span(start=start, end=end))
        floor = end
    return tuple(spans)
