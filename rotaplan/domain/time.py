"""Days of a plan, and instants as whole minutes that clock changes cannot bend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60
CivilName = Literal["day", "week", "fortnight", "month", "year", "horizon"]


@lru_cache(maxsize=1 << 16)
def instant(day: dt.date, minute: int, zone: str) -> int:
    """Return a wall-clock time as minutes since 1970-01-01 00:00 UTC.

    Parameters
    ----------
    day
        The local date.
    minute
        Minutes after local midnight; 1440 and more fall on the next days.
    zone
        Name of the time zone, such as ``Europe/Paris``.

    Notes
    -----
    A time that a clock change skips is read with the offset before the change; a time that
    comes twice is its first occurrence.
    """
    later, minute = divmod(minute, DAY_MINUTES)
    local = datetime.combine(
        day + timedelta(days=later), datetime.min.time(), tzinfo=ZoneInfo(zone)
    ).replace(hour=minute // 60, minute=minute % 60)
    return int(local.astimezone(UTC).timestamp()) // 60


def local_time(minutes: int, zone: str) -> datetime:
    """Return the wall-clock time of an instant."""
    return datetime.fromtimestamp(minutes * 60, tz=UTC).astimezone(ZoneInfo(zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """A work cycle: so many whole weeks, one after the other without end.

    Attributes
    ----------
    weeks
        Length.
    begins
        A date on which one of them begins; None where one begins with the plan.
    """

    weeks: int
    begins: dt.date | None = None

    def __str__(self) -> str:
        """Return it as a cell may hold it."""
        return f"{self.weeks}-week cycle" + (f" from {self.begins}" if self.begins else "")


PeriodName = CivilName | Cycle
"""What a rule may count by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days that a rule counts together.

    Attributes
    ----------
    first, last
        Days from the start of the horizon, both inclusive; negative days are history.
    complete
        Whether every day of the civil period is known (none cut off by the horizon's end, or
        by the beginning of the history).
    """

    first: int
    last: int
    complete: bool = True

    @property
    def days(self) -> range:
        """The days, as a range."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The days to plan, and how far back the history goes.

    Attributes
    ----------
    start
        First day to plan; it is day 0, and the days before it are negative.
    days
        How many days are planned.
    zone
        Time zone of every wall-clock time.
    history_days
        How many days before ``start`` are known.
    """

    start: dt.date
    days: int
    zone: str = "Europe/Paris"
    history_days: int = 0

    def date(self, day: int) -> dt.date:
        """Return the date of a day number."""
        # Asked hundreds of thousands of times; a timedelta takes twice as long.
        return dt.date.fromordinal(self.start.toordinal() + day)

    def day(self, when: dt.date) -> int:
        """Return the day number of a date (negative before the start)."""
        return (when - self.start).days

    @property
    def planned(self) -> range:
        """The days to plan."""
        return range(self.days)

    @property
    def known(self) -> range:
        """History and planned days together."""
        return range(-self.history_days, self.days)

    def instant(self, day: int, minute: int = 0) -> int:
        """Return the instant of a wall-clock time on a day, in minutes."""
        return instant(self.date(day), minute, self.zone)

    def instant_of(self, when: datetime) -> int:
        """Return the instant of a date and wall-clock time, in minutes."""
        return self.instant(self.day(when.date()), when.hour * 60 + when.minute)

    def minute(self, day: int, when: int) -> int:
        """Return the wall-clock time of an instant, in minutes after midnight of a day."""
        local = local_time(when, self.zone)
        return (self.day(local.date()) - day) * DAY_MINUTES + local.hour * 60 + local.minute

    def days_between(self, opens: int, closes: int) -> range:
        """Return the days, known or not, that two instants and the time between them touch.

        ``closes`` is the instant after the last one.
        """
        first, last = (local_time(when, self.zone).date() for when in (opens, closes - 1))
        return range(self.day(first), self.day(last) + 1)

    def windows(self, length: int) -> Iterator[Period]:
        """Yield every run of ``length`` consecutive known days that holds a planned day.

        Windows begin in the history where it is known. Where fewer than ``length`` days are
        known in all, the known days are one incomplete window.
        """
        if len(self.known) < length:
            yield Period(first=-self.history_days, last=self.days - 1, complete=False)
            return
        for first in range(max(-self.history_days, 1 - length), self.days - length + 1):
            yield Period(first=first, last=first + length - 1)

    def before(self, length: int) -> Period | None:
        """Return the ``length`` days that end on the eve of the plan; None where not all known.

        No planned day lies in them, but a rest that begins there can go on into the plan.
        """
        if self.history_days < length:
            return None
        return Period(first=-length, last=-1)

    def periods(self, name: PeriodName) -> Iterator[Period]:
        """Yield the periods that hold a planned day, cut to the known days.

        Weeks are ISO weeks (Monday to Sunday); fortnights are pairs of ISO weeks counted from
        the week of the start; months and years are of the calendar; cycles follow each other
        from the date on which one begins; ``horizon`` is the planned days alone.
        """
        if name == "horizon":
            yield Period(first=0, last=self.days - 1)
            return
        day = 0
        while day < self.days:
            first, last = self._civil(name, day)
            yield Period(
                first=max(first, -self.history_days),
                last=min(last, self.days - 1),
                complete=first >= -self.history_days and last < self.days,
            )
            day = last + 1

    def weeks_of(self, period: Period) -> Iterator[Period]:
        """Yield the ISO weeks that end in a period, cut to the known days.

        A week that the plan cuts short ends with the plan.
        """
        before = self.date(period.first).weekday()
        for monday in range(period.first - before, period.last + 1, 7):
            first, last = max(monday, -self.history_days), min(monday + 6, self.days - 1)
            if last <= period.last:
                complete = (first, last) == (monday, monday + 6)
                yield Period(first=first, last=last, complete=complete)

    def _civil(self, name: PeriodName, day: int) -> tuple[int, int]:
        """Return first and last day of the period around a day, uncut."""
        when = self.date(day)
        if isinstance(name, Cycle):
            length = name.weeks * 7
            origin = 0 if name.begins is None else self.day(name.begins)
            first = origin + (day - origin) // length * length
            return first, first + length - 1
        if name == "day":
            return day, day
        if name == "week":
            first = day - when.weekday()
            return first, first + 6
        if name == "fortnight":
            origin = -self.start.weekday()
            first = origin + (day - origin) // 14 * 14
            return first, first + 13
        if name == "month":
            following = (when.replace(day=28) + timedelta(days=4)).replace(day=1)
            return self.day(when.replace(day=1)), self.day(following) - 1
        return self.day(dt.date(when.year, 1, 1)), self.day(dt.date(when.year, 12, 31))

    def weekends(self) -> Iterator[tuple[int, int]]:
        """Yield (Saturday, Sunday) of every weekend that holds a planned day.

        A weekend cut by either end of the known days is given all the same: its outer day is
        then not a known day.
        """
        saturday = (5 - self.start.weekday()) % 7
        first = saturday - 7 if saturday == 6 else saturday
        for day in range(first, self.days, 7):
            yield day, day + 1

    def weekend_runs(self, count: int) -> Iterator[tuple[tuple[int, int], ...]]:
        """Yield every run of ``count`` consecutive known weekends that holds a planned day.

        A weekend is known if one of its days is; the other may lie outside the known days.
        Where fewer weekends than that are known in all, they are one run.
        """
        first = -self.history_days + (5 - self.date(-self.history_days).weekday()) % 7
        if self.date(-self.history_days).weekday() == 6:
            first -= 7
        known = [(day, day + 1) for day in range(first, self.days, 7)]
        for end in range(min(count, len(known)), len(known) + 1):
            if end and known[end - 1][1] >= 0:
                yield tuple(known[max(end - count, 0) : end])

    def weekend_spans(self, count: int) -> Iterator[Period]:
        """Yield the known days from first to last of every run of ``count`` weekends."""
        for run in self.weekend_runs(count):
            first, last = max(run[0][0], -self.history_days), min(run[-1][1], self.days - 1)
            yield Period(first=first, last=last, complete=len(run) == count)

    def known_weekends(self, *, friday: bool = False, monday: bool = False) -> Iterator[range]:
        """Yield the days of every weekend of which one is known, those of the history too.

        Parameters
        ----------
        friday, monday
            Whether the Friday before, and the Monday after, belong to the weekend.
        """
        first = -self.history_days - self.date(-self.history_days).weekday() - 2
        for saturday in range(first, self.days + 2, 7):
            days = range(saturday - friday, saturday + 2 + monday)
            if any(day in self.known for day in days):
                yield days

    def week_runs(self, count: int) -> Iterator[Period]:
        """Yield every run of ``count`` consecutive ISO weeks that holds a planned day.

        Only weeks count of which all seven days are known. Where there are fewer of them in
        all, they are one incomplete run.
        """
        first = -self.history_days - self.date(-self.history_days).weekday()
        if first < -self.history_days:
            first += 7
        ends = range(first + 7, self.days + 1, 7)
        for number in range(min(count, len(ends)), len(ends) + 1):
            if number and ends[number - 1] > 0:
                begin = ends[number - 1] - 7 * min(count, number)
                yield Period(first=begin, last=ends[number - 1] - 1, complete=number >= count)
