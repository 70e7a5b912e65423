"""Judge a JSON result of base.xlsx from the tables of the generator.

Nothing of rotaplan is used: a second opinion on cover and on the strict rules.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from generate import Sector
from posts import (
    ASKED,
    BY_CODE,
    DAYS,
    HISTORY_DAYS,
    HOLIDAYS,
    NIGHT_WORKS,
    OPEN_ENDED,
    START,
    Asked,
    Post,
)
from staff import Agent

HOUR = 60
DAY = 24 * HOUR
CLOCK_CHANGE = 6 * DAY + 2 * HOUR
"""Sunday 28 March at 02:00, in minutes from the first day of the plan: an hour is gone."""
LEAST_REST, LEAST_REST_AFTER_NIGHT = 12 * HOUR, 14 * HOUR
PERIODIC = (36 * HOUR, 60 * HOUR, 84 * HOUR)
"""Of one, two, three and more whole days without work."""
PERIOD_DAYS, PERIOD_HOURS = 6, 48
MOST_DAYS, MOST_WEEKENDS, MOST_NIGHT_WORKS = 48, 7, 3


class Verdict(NamedTuple):
    """Posts that nobody holds, days on which people left their cycle, and what is broken."""

    open_posts: int
    departures: int
    breaches: list[str]


class _Duty(NamedTuple):
    """A day's work, in real minutes from the first day of the plan."""

    day: int
    post: Post
    begins: int
    ends: int


def evaluate(
    made: Sector,
    assignments: Iterable[Mapping[str, Any]],
    posts: Mapping[str, Post] = BY_CODE,
    asked: tuple[Asked, ...] = ASKED,
) -> Verdict:
    """Return the verdict on a plan of these posts and needs."""
    plan: dict[str, dict[int, tuple[str, str]]] = {one.id: {} for one in made.people}
    found = []
    for one in assignments:
        if one["day"] in plan[one["person"]]:
            found.append(f"{one['person']}: two posts on day {one['day']}")
        plan[one["person"]][one["day"]] = one["shift"], one["skill"] or ""
    away = {
        (one.agent.id, (one.first - START).days + day)
        for one in made.away
        for day in range((one.last - one.first).days + 1)
    }
    departures = 0
    for agent in made.people:
        found += _not_allowed(agent, plan[agent.id], away, posts)
        found += _tired(agent, _duties(made, agent, plan[agent.id], posts), away)
        departures += _departures(agent, plan[agent.id], away)
    short, beyond = _cover(plan, asked)
    return Verdict(short, departures, found + beyond)


def _real(minute: int) -> int:
    return minute - 60 * (minute >= CLOCK_CHANGE)


def _duties(
    made: Sector, agent: Agent, plan: Mapping[int, tuple[str, str]], posts: Mapping[str, Post]
) -> list[_Duty]:
    """Return all work of somebody in order, the history first."""
    codes = {day - HISTORY_DAYS: code for day, code in enumerate(made.history[agent.id])}
    codes |= {day: code for day, (code, _) in plan.items()}
    return [
        _Duty(day, post, _real(day * DAY + post.start), _real(day * DAY + post.end))
        for day, code in sorted(codes.items())
        if (post := posts.get(code))
    ]


def _not_allowed(
    agent: Agent,
    plan: Mapping[int, tuple[str, str]],
    away: set[tuple[str, int]],
    posts: Mapping[str, Post],
) -> Iterator[str]:
    """Yield work without the clearance, on days away, or on the weekday never worked."""
    for day, (code, skill) in plan.items():
        post, date = posts[code], START + dt.timedelta(days=day)
        ends = date + dt.timedelta(days=(post.end - 1) // DAY)
        if (agent.id, day) in away or date.weekday() == agent.day_off:
            yield f"{agent.id}: works on day {day}, which is not theirs"
        if not (agent.may_hold(post, date) and agent.holds(skill, date)):
            yield f"{agent.id}: may not hold {code} on day {day}"
        if not agent.holds(skill, ends):
            yield f"{agent.id}: {skill} ends during {code} of day {day}"


def _tired(agent: Agent, duties: list[_Duty], away: set[tuple[str, int]]) -> Iterator[str]:
    """Yield broken rests, work periods and totals."""
    for a, b in pairwise(duties):
        if b.day >= 0:
            yield from _short_rest(agent, a, b)
    for period in _periods(agent, duties, away):
        if period[-1].day >= 0 and len(period) > PERIOD_DAYS:
            yield f"{agent.id}: {len(period)} days without periodic rest"
        minutes = sum(one.ends - one.begins - one.post.pause for one in period)
        if period[-1].day >= 0 and minutes > PERIOD_HOURS * HOUR:
            yield f"{agent.id}: {minutes / 60:.1f} h without periodic rest"
    for first in range(max(-HISTORY_DAYS, -6), DAYS - 6):
        if not _rests(duties, first * DAY, (first + 7) * DAY):
            yield f"{agent.id}: no weekly rest from day {first}"
    planned = {one.day for one in duties if one.day >= 0}
    if len(planned) > MOST_DAYS:
        yield f"{agent.id}: {len(planned)} days of work"
    if len({day // 7 for day in planned if day % 7 >= 5}) > MOST_WEEKENDS:
        yield f"{agent.id}: too many weekends"
    works = {one.day for one in duties if one.post.code in NIGHT_WORKS}
    runs = groupby(sorted(works), key=lambda day: day - sorted(works).index(day))
    if any(len(list(run)) > MOST_NIGHT_WORKS for _, run in runs):
        yield f"{agent.id}: too many nights of works in a row"


def _short_rest(agent: Agent, a: _Duty, b: _Duty) -> Iterator[str]:
    """Yield what a rest lacks, as a daily rest and as a periodic one."""
    rest = b.begins - a.ends
    least = LEAST_REST_AFTER_NIGHT if a.post.kind == "nuit" else LEAST_REST
    consecutive_nights = a.post.kind == b.post.kind == "nuit" and b.day == a.day + 1
    if rest < (LEAST_REST if consecutive_nights else least):
        yield f"{agent.id}: {rest} min of rest before day {b.day}"
    whole_days = b.day - a.day - 1 - (a.post.end > DAY)
    if whole_days >= 1 and rest < PERIODIC[min(whole_days, 3) - 1]:
        yield f"{agent.id}: {rest / 60:.1f} h for {whole_days} days of rest before day {b.day}"


def _periods(
    agent: Agent, duties: list[_Duty], away: set[tuple[str, int]]
) -> Iterator[list[_Duty]]:
    """Yield the work between two rests of 36 hours, of which leave is no part."""
    period: list[_Duty] = []
    for duty in duties:
        if period and _longest_free(agent, period[-1].ends, duty.begins, away) >= PERIODIC[0]:
            yield period
            period = []
        period.append(duty)
    if period:
        yield period


def _longest_free(agent: Agent, opens: int, closes: int, away: set[tuple[str, int]]) -> int:
    """Return the longest time between two instants that no day of leave interrupts."""
    longest, since = 0, opens
    for day in range(opens // DAY - 1, closes // DAY + 2):
        first, last = _real(day * DAY), _real((day + 1) * DAY)
        if (agent.id, day) in away and first < closes and last > opens:
            longest, since = max(longest, first - since), last
    return max(longest, closes - since)


def _rests(duties: list[_Duty], opens: int, closes: int) -> bool:
    """Whether a rest of 36 hours lies in a week, but for the daily rest that may go beyond it."""
    edges = [(-(10**6), duties[0].begins)] if duties else [(-(10**6), 10**6)]
    edges += [(a.ends, b.begins) for a, b in pairwise(duties)]
    edges += [(duties[-1].ends, 10**6)] if duties else []
    return any(
        begins - ends >= PERIODIC[0]
        and min(begins, _real(closes)) - max(ends, _real(opens)) >= PERIODIC[0] - 11 * HOUR
        for ends, begins in edges
    )


def _departures(
    agent: Agent, plan: Mapping[int, tuple[str, str]], away: set[tuple[str, int]]
) -> int:
    """Return on how many days somebody works something else than the cycle says.

    Neither a day away, or never worked, nor rest on a public holiday is a departure.
    """
    if not agent.cycle:
        return 0
    count = 0
    for day in range(DAYS):
        date = START + dt.timedelta(days=day)
        code = plan[day][0] if day in plan else ""
        if (agent.id, day) in away or date.weekday() == agent.day_off:
            continue
        if not code and date in HOLIDAYS:
            continue
        count += code != agent.cycle_code(day)
    return count


def _cover(
    plan: Mapping[str, Mapping[int, tuple[str, str]]], needs: tuple[Asked, ...]
) -> tuple[int, list[str]]:
    """Return how many posts are open, and where there are more people than asked for."""
    held = Counter(
        (day, code, skill) for cells in plan.values() for day, (code, skill) in cells.items()
    )
    asked: Counter[tuple[int, str, str]] = Counter()
    for need in needs:
        for day in range(DAYS):
            if need.on(START + dt.timedelta(days=day)) and not need.wished:
                asked[day, need.code, need.skill] += need.heads
    short = sum(max(0, heads - held[key]) for key, heads in asked.items())
    free = (*OPEN_ENDED, "RES")
    beyond = [
        f"{code}: {heads} people on day {day}"
        for (day, code, skill), heads in sorted(held.items())
        if code not in free and heads > asked[day, code, skill]
    ]
    return short, beyond
