"""A moment as a planner writes it: the time of the clock, and the year, may be left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rotaplan.domain.time import Horizon


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day and a time of the clock.

    Attributes
    ----------
    date
        The day; of a leap year where the year is not written.
    minute
        Minutes after midnight, 1440 for 24:00; None where only a day is written.
    dated
        Whether the year is written.
    """

    date: dt.date
    minute: int | None = None
    dated: bool = True

    def day(self, horizon: Horizon) -> dt.date:
        """Return the day; a year that is left out brings it near the middle of a plan."""
        if self.dated:
            return self.date
        middle = horizon.date(horizon.days // 2)
        years = range(middle.year - 4, middle.year + 5)  # one of them has a 29 February
        found = [one for year in years if (one := _in_year(self.date, year))]
        return min(found, key=lambda one: abs(one - middle))

    def begins(self, horizon: Horizon) -> int:
        """Return its instant; the beginning of the day where no time is written."""
        return horizon.instant(horizon.day(self.day(horizon)), self.minute or 0)

    def ends(self, horizon: Horizon) -> int:
        """Return the instant at which something is over: at the time, or after all of the day."""
        minute = 24 * 60 if self.minute is None else self.minute
        return horizon.instant(horizon.day(self.day(horizon)), minute)


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None
