"""What a row of the sheet of disruptions says of hours, numbers and kinds of days."""

from __future__ import annotations

import re
from fractions import Fraction

from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Span
from rotaplan.sheets.kinds import Entry, Fault, number_of, parse_clock, split

_MOST_PIECES = 2
_MOST_PEOPLE = 1000
_MOST_TIMES = 100
_BETWEEN = r"\s*(?:-|–|—|→|\bà\b|\bau\b|\bto\b)\s*"
_DECIMAL = r"\d{1,6}(?:[.,]\d{1,6})?"
_TIMES = re.compile(rf"[x×*]\s*(?P<sign>[-−]?)\s*(?P<number>{_DECIMAL})")
_PERCENT = re.compile(rf"(?P<sign>[-−+]?)\s*(?P<number>{_DECIMAL})\s*%")
_LENGTH = r"[\d.,]+\s*(?:min|mn|minutes?|'|heures?|hours?)"
_DELAY = re.compile(rf"\+.*|.*\b(?:retards?|délais?|delay(?:ed)?|late)\b.*|{_LENGTH}", re.DOTALL)
_FROM = re.compile(r"\b(?:avant|dès|partir|jusqu|à|before|from|until|at)\b")
_SIGNED = re.compile(r"(?P<sign>[-−+]?)\s*(?P<number>\d{1,6})")


def read_hours(entry: Entry) -> tuple[Span, ...]:
    """Read the hours of a duty, ``06:35-09:35/15:45-19:20``: one or two pieces of work.

    A piece that would begin before the end of the one before is of the next day. Raises Fault
    for anything else.
    """
    pieces = split(entry.raw, r"[/;+\n]|\bet\b|\band\b")
    if not 1 <= len(pieces) <= _MOST_PIECES:
        raise Fault("hours-unreadable", found=entry.text)
    spans: list[Span] = []
    floor = 0
    for piece in pieces:
        ends = re.split(_BETWEEN, piece)
        if len(ends) != 2:
            raise Fault("hours-unreadable", found=entry.text)
        start, end = (parse_clock(entry.piece(text)) for text in ends)
        while start < floor:
            start += DAY_MINUTES
        while end <= start:
            end += DAY_MINUTES
        if end - start > DAY_MINUTES or end > 2 * DAY_MINUTES:
            raise Fault("hours-unreadable", found=entry.text)
        spans.append(Span(start=start, end=end))
        floor = end
    return tuple(spans)


def hours_text(spans: tuple[Span, ...]) -> str:
    """Return hours as they are written in a cell."""
    return "/".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def read_sign_on(entry: Entry) -> int:
    """Read the earliest sign-on, ``06:15`` or ``pas avant 6h15``, as minutes after midnight.

    Raises Fault for anything else. How long somebody is late (``60 min``) is no answer: it does
    not say from when on another duty could be taken.
    """
    plain_text = entry.text.casefold()
    if _DELAY.fullmatch(plain_text) and not _FROM.search(plain_text):
        raise Fault("disruption-delay", found=entry.text)
    try:
        plain = (
            entry.piece(re.sub(r"^\D+", "", entry.text)) if isinstance(entry.raw, str) else entry
        )
        minute = parse_clock(plain)
    except Fault as fault:
        raise Fault("disruption-sign-on", found=entry.text) from fault
    if not 0 < minute <= DAY_MINUTES:
        raise Fault("disruption-sign-on", found=entry.text)
    return minute


def read_people_count(entry: Entry) -> int:
    """Read how many people are added, ``+2`` or ``2``; at least one."""
    found = _SIGNED.fullmatch(entry.text)
    count = _signed(found["sign"], int(found["number"])) if found else 0
    if not 1 <= count <= _MOST_PEOPLE:
        raise Fault("disruption-count", found=entry.text)
    return count


def read_change(entry: Entry) -> int | Fraction:
    """Read how needs change: people more or fewer (``+2``, ``-1``), or a factor (``×0,5``).

    A percentage is a factor: ``80 %`` as it is, ``-20 %`` less than all. A spreadsheet takes
    the sign from ``+2``; a whole number without sign counts as people more, and that is said.
    """
    if not isinstance(entry.raw, str) and (number := number_of(entry.raw)) is not None:
        return _typed(entry, number)
    text = re.sub(r"^[^\W\d_]{2,}\s+", "", entry.text)
    if found := _TIMES.fullmatch(text):
        return _factor(entry, found["sign"], _exact(found["number"]))
    if found := _PERCENT.fullmatch(text):
        share = _exact(found["number"]) / 100
        relative = {"+": 1 + share, "": share}.get(found["sign"], 1 - share)
        return _factor(entry, "-" if relative < 0 else "", relative)
    if found := _SIGNED.fullmatch(text):
        count = _signed(found["sign"], int(found["number"]))
        if not found["sign"]:
            entry.note("disruption-unsigned", read=f"{count:+d}")
        return _people(entry, count)
    raise Fault("disruption-change", found=entry.text)


def _typed(entry: Entry, number: float) -> int | Fraction:
    """Return what a cell with a number means: people if it is whole, else a factor."""
    if not number.is_integer():
        return _factor(entry, "-" if number < 0 else "", Fraction(repr(round(number, 6))))
    if number >= 0:
        entry.note("disruption-unsigned", read=f"{int(number):+d}")
    return _people(entry, int(number))


def _factor(entry: Entry, sign: str, factor: Fraction) -> Fraction:
    if sign or factor > _MOST_TIMES:
        raise Fault("disruption-factor", found=entry.text, most=_MOST_TIMES)
    return factor


def _people(entry: Entry, count: int) -> int:
    if count == 0 or abs(count) > _MOST_PEOPLE:
        raise Fault("disruption-change", found=entry.text)
    return count


def _exact(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _signed(sign: str, number: int) -> int:
    return -number if sign in ("-", "−") else number
