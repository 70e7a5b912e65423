"""What the cells are worth in minutes between two instants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rotaplan.domain.attribution import Attribution, openings, within
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """An instant at which a window opens if one of some options is taken.

    Attributes
    ----------
    day
        The day whose cell decides.
    options
        The options on that day that make the window one to look at.
    opens, closes
        First instant of the window, and the instant after the last.
    """

    day: int
    options: frozenset[int]
    opens: int
    closes: int


@dataclass(frozen=True, kw_only=True)
class InstantBoard:
    """What each cell is worth in a window of instants, for the requirements of one rule row.

    Attributes
    ----------
    frame
        The cells.
    shifts
        Shifts that count.
    account
        How their breaks and pauses count.
    meant
        Days on which a duty that counts begins.
    length
        Length of the windows, in minutes.
    """

    frame: Frame
    shifts: Shifts
    account: Attribution
    meant: frozenset[int]
    length: int
    _known: dict[tuple[int, int, int], int] = field(default_factory=dict, repr=False, compare=False)

    def openings(self) -> Iterator[Opening]:
        """Yield every window that an option on a known day can open, in order."""
        for day in sorted(self.meant):
            found: dict[int, set[int]] = {}
            for option in sorted(self.frame.on(self.shifts)):
                chosen = self.frame.options[option]
                assert chosen is not None
                pieces = self.account.pieces(chosen.shift, day)
                for opens in openings(pieces, self.length):
                    found.setdefault(opens, set()).add(option)
            for opens, options in sorted(found.items()):
                yield Opening(
                    day=day,
                    options=frozenset(options),
                    opens=opens,
                    closes=opens + self.length,
                )

    def cells(self, one: Opening) -> tuple[tuple[int, ...], tuple[Mapping[int, int], ...]]:
        """Return the planned days that can bring minutes into a window, and what they bring."""
        days, values = [], []
        options = sorted(self.frame.on(self.shifts))
        for day in self._near(one):
            if day >= 0:
                worth = {option: self._worth(option, day, one) for option in options}
                worth = {option: minutes for option, minutes in worth.items() if minutes}
                if worth:
                    days.append(day)
                    values.append(worth)
        return tuple(days), tuple(values)

    def past(self, person: int, one: Opening) -> int:
        """Return the minutes that a person's history brings into a window."""
        options = self.frame.on(self.shifts)
        found = 0
        for day in self._near(one):
            if day < 0 and self.frame.past(person, day) in options:
                found += self._worth(self.frame.past(person, day), day, one)
        return found

    def _near(self, one: Opening) -> list[int]:
        """Return the days meant on which something that lies in a window can begin."""
        days = self.frame.scenario.horizon.days_between(one.opens, one.closes)
        near = range(days.start - self.frame.longest_reach, days.stop)
        return [day for day in near if day in self.meant]

    def _worth(self, option: int, day: int, one: Opening) -> int:
        key = (option, day, one.opens)
        if key not in self._known:
            chosen = self.frame.options[option]
            assert chosen is not None
            pieces = self.account.pieces(chosen.shift, day)
            self._known[key] = within(pieces, one.opens, one.closes)
        return self._known[key]
