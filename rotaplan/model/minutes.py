"""What the cells are worth in minutes."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from rotaplan.domain.attribution import Attribution
from rotaplan.domain.time import Period
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame


@dataclass(frozen=True, kw_only=True)
class MinuteBoard:
    """What each cell is worth in minutes, for the requirements of one rule row.

    Attributes
    ----------
    frame
        The cells.
    shifts
        Shifts that count.
    account
        How their minutes fall on days.
    meant
        Days on which minutes count.
    """

    frame: Frame
    shifts: Shifts
    account: Attribution
    meant: Set[int]

    def cells(self, period: Period) -> tuple[tuple[int, ...], tuple[Mapping[int, int], ...]]:
        """Return the planned days that can bring minutes into a period, and what they bring."""
        days, values = [], []
        options = self.frame.on(self.shifts)
        for day in range(max(0, period.first - self.frame.longest_reach), period.last + 1):
            worth = {option: self._worth(option, day, period) for option in sorted(options)}
            worth = {option: minutes for option, minutes in worth.items() if minutes}
            if worth:
                days.append(day)
                values.append(worth)
        return tuple(days), tuple(values)

    def past(self, person: int, period: Period) -> int:
        """Return the minutes that a person's history brings into a period."""
        options = self.frame.on(self.shifts)
        found = 0
        for day in range(period.first - self.frame.longest_reach, min(0, period.last + 1)):
            option = self.frame.past(person, day)
            if option in options:
                found += self._worth(option, day, period)
        return found

    def _worth(self, option: int, day: int, period: Period) -> int:
        chosen = self.frame.options[option]
        assert chosen is not None
        return sum(
            minutes
            for when, minutes in self.account.by_day(chosen.shift, day).items()
            if when in period.days and when in self.meant
        )
