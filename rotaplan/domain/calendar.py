"""Which day is what: weekdays, public holidays, school holidays, day types of the house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What is known of dates beyond their weekday.

    Attributes
    ----------
    holidays
        Public holidays with their names.
    types
        Day types that the planner sets by date (``férié``, ``vacances``, ``fermé``...), folded
        to lower case; several may hold on one date.
    runs_as
        Dates on which the service runs as on another weekday (0 Monday to 6 Sunday).
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    types: Mapping[date, frozenset[str]] = field(default_factory=dict)
    runs_as: Mapping[date, int] = field(default_factory=dict)

    def is_holiday(self, day: date) -> bool:
        """Whether a date is a public holiday."""
        return day in self.holidays

    def types_of(self, day: date) -> frozenset[str]:
        """Return the day types of a date."""
        return self.types.get(day, frozenset())


@dataclass(frozen=True, kw_only=True)
class Days:
    """A choice of days, as written in a cell; with nothing named it means every day.

    Attributes
    ----------
    weekdays
        0 Monday to 6 Sunday.
    spans
        Pairs of dates, both inclusive.
    holidays
        Whether public holidays are named.
    types
        Day types of the calendar.
    text
        The words as the planner wrote them.
    """

    weekdays: frozenset[int] = frozenset()
    spans: tuple[tuple[date, date], ...] = ()
    holidays: bool = False
    types: frozenset[str] = frozenset()
    text: str = ""

    @property
    def every(self) -> bool:
        """Whether no day is named, so that every day is meant."""
        return not (self.weekdays or self.spans or self.holidays or self.types)

    @property
    def dates_only(self) -> bool:
        """Whether days are named by their dates, and in no other way."""
        return bool(self.spans) and not (self.weekdays or self.holidays or self.types)

    # Some choices name hundreds of dates, and are asked about every day of every person.
    @cached_property
    def _single(self) -> frozenset[date]:
        return frozenset(first for first, last in self.spans if first == last)

    @cached_property
    def _longer(self) -> tuple[tuple[date, date], ...]:
        return tuple(span for span in self.spans if span[0] != span[1])

    def has(self, day: date, calendar: Calendar) -> bool:
        """Whether a date is meant, by any of the names given."""
        return (
            day in self._single
            or any(first <= day <= last for first, last in self._longer)
            or self.every
            or day.weekday() in self.weekdays
            or (self.holidays and calendar.is_holiday(day))
            or bool(self.types & calendar.types_of(day))
        )

    def between(self, first: date, last: date, calendar: Calendar) -> Iterator[date]:
        """Yield the dates meant from one date to another, both inclusive, in order."""
        if self.dates_only:
            spans = sorted((max(a, first), min(b, last)) for a, b in self.spans)
            dates = {date.fromordinal(n) for a, b in spans for n in _ordinals(a, b)}
            yield from sorted(dates)
            return
        for number in _ordinals(first, last):
            day = date.fromordinal(number)
            if self.has(day, calendar):
                yield day


def _ordinals(first: date, last: date) -> range:
    return range(first.toordinal(), last.toordinal() + 1)


EVERY_DAY = Days()
