"""Twelve weeks of history: a roster of the same network that keeps the rules of the workbook.

Rest days are drawn first, in pairs, week by week; then each day's duties are matched with those
who may drive them. What nobody may drive stays open, as in a real week.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from service import DUTIES, RESERVE_HEADS, RESERVES, Duty, runs, service_of
from staff import HISTORY_DAYS, PAST, Away, Driver

DAY = 24 * 60
DAILY_REST = 11 * 60
WEEKLY_REST = 35 * 60
WEEKLY_REST_INSIDE = 24 * 60
MOST_IN_A_ROW = 6
MOST_MINUTES_A_WEEK = 46 * 60
# First day of the two rest days of a week (0 Monday; 6 is Sunday and the Monday after), and how
# many in a hundred drivers have them then.
_PAIRS = {5: 34, 6: 14, 0: 8, 1: 15, 2: 12, 3: 12, 4: 5}
FREE = frozenset({"RH", "CA", "RTT", "CMO"})

Grid = dict[str, list[str]]


@dataclass
class _Line:
    """What is known of one driver while the days go by."""

    driver: Driver
    codes: list[str] = field(default_factory=list)
    worked: list[Duty | None] = field(default_factory=list)
    rest_days: set[int] = field(default_factory=set)
    late: int = 0
    weekend_days: int = 0

    def run(self) -> int:
        """Length of the run of work up to yesterday."""
        length = 0
        while length < len(self.worked) and self.worked[-1 - length]:
            length += 1
        return length

    def this_week(self) -> list[Duty]:
        return [duty for duty in self.worked[len(self.worked) // 7 * 7 :] if duty]

    def last(self) -> tuple[int, Duty] | None:
        """The last duty and its day."""
        for day in range(len(self.worked) - 1, -1, -1):
            if duty := self.worked[day]:
                return day, duty
        return None

    def weekends_in_a_row(self, week: int) -> int:
        """How many of the two weekends before a week were worked."""
        return sum(
            any(self.worked[7 * before + 5 : 7 * before + 7])
            for before in (week - 2, week - 1)
            if before >= 0
        )


def simulate(drivers: tuple[Driver, ...], away: tuple[Away, ...], rng: random.Random) -> Grid:
    """Return the codes of every driver, one for each day of the history."""
    lines = [_Line(driver) for driver in drivers]
    absent = {
        (one.driver.id, (one.first - PAST).days + day): one.code
        for one in away
        for day in range(one.days)
    }
    for day in range(HISTORY_DAYS):
        if day % 7 == 0:
            _draw_rest_days(lines, day // 7, rng)
        _plan_day(lines, day, absent, rng)
    return {line.driver.id: line.codes for line in lines}


def _draw_rest_days(lines: list[_Line], week: int, rng: random.Random) -> None:
    """Give everybody two days of rest in a row, never later than the sixth day of work."""
    left = Counter({first: share * len(lines) // 100 + 1 for first, share in _PAIRS.items()})
    for line in rng.sample(lines, len(lines)):
        reach = MOST_IN_A_ROW - line.run() if line.run() else 6
        if line.weekends_in_a_row(week) == 2:
            choices = [first for first in (5, 4) if first <= reach] or [min(reach, 4)]
        else:
            choices = [first for first in _PAIRS if first <= reach]
        first = max(choices, key=lambda one: (left[one] > 0, left[one] + rng.random()))
        left[first] -= 1
        line.rest_days |= {7 * week + first, 7 * week + first + 1}


def _plan_day(
    lines: list[_Line], day: int, absent: dict[tuple[str, int], str], rng: random.Random
) -> None:
    """Match one day's duties with drivers, the rarest duties first."""
    date = PAST + dt.timedelta(days=day)
    posts = _posts(service_of(date))
    there = [line for line in lines if (line.driver.id, day) not in absent]
    able = [
        sorted(
            (at for at, line in enumerate(there) if _may(line, duty, day)),
            key=lambda at, duty=duty: (_distance(there[at], duty), rng.random()),
        )
        for duty in posts
    ]
    holder: dict[int, int] = {}
    for post in sorted(range(len(posts)), key=lambda post: (not posts[post].line, len(able[post]))):
        _augment(post, able, holder, set())
    for at, line in enumerate(there):
        duty = posts[holder[at]] if at in holder else None
        line.worked.append(duty)
        line.codes.append(duty.code if duty else "RH")
        line.late += bool(duty and duty.late)
        line.weekend_days += bool(duty and day % 7 >= 5)
    for line in lines:
        if (line.driver.id, day) in absent:
            line.worked.append(None)
            line.codes.append(absent[line.driver.id, day])


def _posts(service: str) -> list[Duty]:
    heads = RESERVE_HEADS[service]
    reserves = [duty for duty in RESERVES for _ in range(heads.get(duty.code, 0))]
    return [duty for duty in DUTIES if runs(duty, service)] + reserves


def _may(line: _Line, duty: Duty, day: int) -> bool:
    """Whether a driver may take a duty, after what is already worked."""
    driver, week = line.driver, line.this_week()
    if day in line.rest_days or day % 7 == driver.day_off:
        return False
    if not driver.may_drive(duty, PAST + dt.timedelta(days=day)):
        return False
    if len(week) >= driver.days_a_week or line.run() >= MOST_IN_A_ROW:
        return False
    if sum(one.minutes for one in week) + duty.minutes > MOST_MINUTES_A_WEEK:
        return False
    if day % 7 >= 5 and line.weekends_in_a_row(day // 7) == 2:
        return False
    # A rest that begins on Sunday has its 24 hours in the week only if Saturday ends by midnight.
    if day % 7 == 5 and day + 1 in line.rest_days and duty.end > DAY:
        return False
    last = line.last()
    return last is None or day * DAY + duty.start - (last[0] * DAY + last[1].end) >= DAILY_REST


def _distance(line: _Line, duty: Duty) -> int:
    """How unlike the driver's run of work a duty is: late and weekend duties are shared out."""
    last = line.last()
    same = abs(duty.start - last[1].start) // 120 if last and line.run() else 2
    return same + 3 * line.late * duty.late + line.weekend_days // 2


def _augment(post: int, able: list[list[int]], holder: dict[int, int], seen: set[int]) -> bool:
    """Find a driver for a post, moving others to another post where that helps."""
    for at in able[post]:
        if at not in holder:
            holder[at] = post
            return True
    for at in able[post]:
        if at not in seen:
            seen.add(at)
            if _augment(holder[at], able, holder, seen):
                holder[at] = post
                return True
    return False


def open_duties(grid: Grid) -> int:
    """Return how many duties nobody drove."""
    count = 0
    for day in range(HISTORY_DAYS):
        driven = {codes[day] for codes in grid.values()}
        service = service_of(PAST + dt.timedelta(days=day))
        count += sum(runs(duty, service) and duty.code not in driven for duty in DUTIES)
    return count


def breaches(
    drivers: tuple[Driver, ...], grid: Grid, *, clock_change: int | None = None
) -> list[str]:
    """Return what a roster breaks of the strict rules that the workbook sets.

    ``clock_change`` is the minute, from the first Monday of the grid, from which an hour is gone.
    """
    by_code = {duty.code: duty for duty in (*DUTIES, *RESERVES)}
    found = []
    for driver in drivers:
        codes = grid[driver.id]
        duties = [(day, by_code[code]) for day, code in enumerate(codes) if code not in FREE]
        spans = [
            tuple(
                moment - 60 * (clock_change is not None and moment >= clock_change)
                for moment in (day * DAY + duty.start, day * DAY + duty.end)
            )
            for day, duty in duties
        ]
        gaps = [(a[1], b[0]) for a, b in pairwise(spans)]
        found += [
            f"{driver.id}: {opens - ends} min of rest"
            for ends, opens in gaps
            if opens - ends < DAILY_REST
        ]
        works = "".join("w" if code not in FREE else " " for code in codes)
        found += [
            f"{driver.id}: {len(run)} days in a row"
            for run in works.split()
            if len(run) > MOST_IN_A_ROW
        ]
        edges = [(-DAY * 7, spans[0][0]), *gaps, (spans[-1][1], DAY * (len(codes) + 7))]
        found += _weeks_broken(driver, duties, edges, len(codes) // 7)
    return found


def _weeks_broken(
    driver: Driver, duties: list[tuple[int, Duty]], gaps: list[tuple[int, int]], weeks: int
) -> list[str]:
    """Return the weeks with too much work, or without a long rest."""
    found = []
    for week in range(weeks):
        held = [duty for day, duty in duties if day // 7 == week]
        if len(held) > driver.days_a_week or sum(d.minutes for d in held) > MOST_MINUTES_A_WEEK:
            found.append(f"{driver.id}: too much work in week {week}")
        if not any(_rests(ends, opens, week * 7 * DAY) for ends, opens in gaps):
            found.append(f"{driver.id}: no weekly rest in week {week}")
    return found


def _rests(ends: int, opens: int, monday: int) -> bool:
    inside = min(opens, monday + 7 * DAY) - max(ends, monday)
    return opens - ends >= WEEKLY_REST and inside >= WEEKLY_REST_INSIDE
