"""On which days the minutes of a shift count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from rotaplan.domain.calendar import Days
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Duty
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Shift, Shifts


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """A way of counting minutes by day.

    Attributes
    ----------
    scenario
        Whose shifts are counted.
    credited
        Whether the minutes that the planner credits count, instead of those worked.
    split
        Whether minutes fall on the calendar day on which they are worked; otherwise all of
        them belong to the day on which the shift starts.
    counted_pause
        Pauses between two pieces of a split shift that last at most so many minutes are work.

    Notes
    -----
    Minutes are real ones: a night through a clock change has an hour less or more. When a
    shift is split at midnight, its unpaid break is taken off the part before midnight as far
    as that goes, then off the next. Credited minutes are no clock time, so those that the
    planner gives always stay on the start day.
    """

    scenario: Scenario
    credited: bool = False
    split: bool = False
    counted_pause: int = 0
    _known: dict[tuple[str, int], Mapping[int, int]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _pieced: dict[tuple[str, int], tuple[tuple[int, int], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def by_day(self, shift: Shift, day: int) -> Mapping[int, int]:
        """Return the minutes of a shift that starts on ``day``, by the day they count on."""
        key = (shift.code, day)
        if key not in self._known:
            self._known[key] = self._count(shift, day)
        return self._known[key]

    def _count(self, shift: Shift, day: int) -> Mapping[int, int]:
        if self.credited and shift.credited_minutes is not None:
            return {day: shift.credited_minutes}
        if not self.split:
            worked = sum(end - start for start, end in self._pieces(shift, day))
            return {day: worked - shift.unpaid_break_minutes}
        unpaid = shift.unpaid_break_minutes
        found = {}
        for when, minutes in sorted(self._worked(shift, day).items()):
            taken = min(unpaid, minutes)
            unpaid -= taken
            if minutes > taken:
                found[when] = minutes - taken
        return found

    def _pieces(self, shift: Shift, day: int) -> list[tuple[int, int]]:
        """Return the pieces of work, over the pauses that count."""
        found: list[tuple[int, int]] = []
        for start, end in self.scenario.spans(shift, day):
            if found and start - found[-1][1] <= self.counted_pause:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def _worked(self, shift: Shift, day: int) -> Mapping[int, int]:
        """Return the minutes by calendar day, breaks still included."""
        horizon = self.scenario.horizon
        found: dict[int, int] = {}
        for start, end in self._pieces(shift, day):
            midnights = [horizon.instant(day)]
            while midnights[-1] < end:
                midnights.append(horizon.instant(day + len(midnights)))
            for when, (opens, closes) in enumerate(pairwise(midnights), start=day):
                minutes = min(end, closes) - max(start, opens)
                if minutes > 0:
                    found[when] = found.get(when, 0) + minutes
        return found

    def pieces(self, shift: Shift, day: int) -> tuple[tuple[int, int], ...]:
        """Return the time worked as instants, the unpaid break taken off its beginning."""
        key = (shift.code, day)
        if key not in self._pieced:
            unpaid = shift.unpaid_break_minutes
            found = []
            for start, end in self._pieces(shift, day):
                taken = min(unpaid, end - start)
                unpaid -= taken
                if start + taken < end:
                    found.append((start + taken, end))
            self._pieced[key] = tuple(found)
        return self._pieced[key]

    def longest(self, shifts: Shifts, day: int) -> int:
        """Return the most minutes that one of the demanded shifts named can bring on a day."""
        return max(
            (
                sum(self.by_day(shift, day).values())
                for shift in self.scenario.shifts
                if shift.works and shift.code in self.scenario.demanded and shifts.has(shift)
            ),
            default=0,
        )


def ledger(
    line: Iterable[Duty], shifts: Shifts, account: Attribution
) -> tuple[Counter[int], Counter[int]]:
    """Return a person's minutes by day: all of them, and those of duties of the history.

    Parameters
    ----------
    line
        The person's duties.
    shifts
        Shifts that count.
    account
        How their minutes fall on days.
    """
    whole: Counter[int] = Counter()
    past: Counter[int] = Counter()
    for duty in line:
        if shifts.has(duty.shift):
            minutes = account.by_day(duty.shift, duty.day)
            for day, count in minutes.items():
                whole[day] += count
                if duty.day < 0:
                    past[day] += count
    return whole, past


def openings(pieces: Iterable[tuple[int, int]], length: int) -> frozenset[int]:
    """Return when windows open that begin with a piece of work or close at the end of one.

    Parameters
    ----------
    pieces
        Pieces of work, as instants.
    length
        Length of a window, in minutes.

    Notes
    -----
    No other window holds more work than all of these. Let a window slide: the work in it grows
    by a minute for each minute of work that enters at its close and shrinks by one for each
    that leaves at its opening. So it changes at an even rate, except where a piece begins or
    ends at one of the two edges, and is greatest where growth gives way to loss. The rate falls
    only where a piece begins at the opening (it starts to leave) or ends at the close (nothing
    enters any more); elsewhere it rises or stays.
    """
    return frozenset(opens for start, end in pieces for opens in (start, end - length))


def within(pieces: Iterable[tuple[int, int]], opens: int, closes: int) -> int:
    """Return the minutes of some pieces of work that lie between two instants."""
    return sum(max(0, min(end, closes) - max(start, opens)) for start, end in pieces)


def minutes_in_hours(
    scenario: Scenario, shift: Shift, day: int, start: int, end: int, days: Days
) -> int:
    """Return the minutes of a shift that fall between two times of the clock on some days.

    Parameters
    ----------
    scenario
        Where dates and clock changes are read.
    shift, day
        The shift and the day on which it starts.
    start, end
        Minutes after midnight, end exclusive; where the end is not after the start it is that
        of the next morning, and the hours belong to the day on which they begin.
    days
        The days whose hours count.

    Notes
    -----
    Minutes are real ones. Unpaid breaks are not taken off: at which hour they fall is not known.
    """
    until = end if end > start else end + DAY_MINUTES
    found = 0
    for when in range(day - 1, day + shift.end // DAY_MINUTES + 1):
        if days.has(scenario.horizon.date(when), scenario.calendar):
            opens, closes = (scenario.horizon.instant(when, minute) for minute in (start, until))
            found += sum(
                max(0, min(last, closes) - max(first, opens))
                for first, last in scenario.spans(shift, day)
            )
    return found
