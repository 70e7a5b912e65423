"""Limits on working time, counted minute by minute from the words of the texts alone.

Nothing of the rules' own arithmetic is used: each minute of work is looked up on the wall clock
of Paris and put on the calendar day that stands there.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from random import Random
from zoneinfo import ZoneInfo

import pytest

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.rules.base import RuleBase
from rotaplan.rules.counts import RestDaysWindow
from rotaplan.rules.hours import MinutesAverage, MinutesWindow
from tests.rules.drawn import drawn

PARIS = ZoneInfo("Europe/Paris")
CLOCK = {
    "E": [(6, 0, 14, 0)],
    "D": [(9, 0, 17, 0)],
    "L": [(14, 0, 22, 0)],
    "N": [(22, 0, 30, 0)],
    "S": [(6, 30, 9, 30), (15, 30, 19, 30)],
}
STARTS = [
    dt.date(2027, 3, 22),
    dt.date(2027, 3, 25),
    dt.date(2027, 10, 27),
    dt.date(2026, 12, 24),
    dt.date(2027, 2, 1),
]


def rosters(name: str, count: int) -> list[tuple[str, dt.date]]:
    """Return random drawings of one person, heavy enough to come near the limits."""
    rng = Random(name)
    found = []
    for _ in range(count):
        density = rng.choice([0.6, 0.8, 0.9, 1.0])
        codes = rng.choice(["EDLNS", "N", "DN", "SN"])
        history, days = rng.choice([0, 3, 9, 14]), rng.choice([5, 14, 20])
        cells = [
            rng.choice(codes) if rng.random() < density else "." for _ in range(history + days)
        ]
        front = " ".join(cells[:history])
        plan = " ".join(cells[history:])
        found.append((f"{front} | {plan}" if history else plan, rng.choice(STARTS)))
    return found


def minutes_by_date(
    scenario: Scenario, schedule: Schedule
) -> tuple[Counter[dt.date], set[dt.date]]:
    """Return minutes worked on each date, and the dates that hold work of the plan."""
    worked: Counter[dt.date] = Counter()
    of_plan: set[dt.date] = set()
    duties = [(past.day, past.shift, False) for past in scenario.history]
    duties += [(one.day, one.shift, True) for one in schedule.assignments]
    for day, code, planned in duties:
        midnight = dt.datetime.combine(scenario.horizon.date(day), dt.time(), tzinfo=PARIS)
        for hour, minute, end_hour, end_minute in CLOCK[code]:
            now = (midnight + dt.timedelta(hours=hour, minutes=minute)).astimezone(dt.UTC)
            end = (midnight + dt.timedelta(hours=end_hour, minutes=end_minute)).astimezone(dt.UTC)
            while now < end:
                date = now.astimezone(PARIS).date()
                worked[date] += 1
                if planned:
                    of_plan.add(date)
                now += dt.timedelta(minutes=1)
    return worked, of_plan


def dates_of(scenario: Scenario) -> list[dt.date]:
    return [scenario.horizon.date(day) for day in scenario.horizon.known]


def objections(scenario: Scenario, schedule: Schedule) -> set[tuple[dt.date, ...]]:
    """Return the dates of each violation that the rule finds."""
    return {
        tuple(scenario.horizon.date(day) for day in violation.days)
        for violation in scenario.rules[0].check(scenario, schedule)
    }


def judged(name: str, rule: RuleBase) -> list[tuple[Scenario, Schedule]]:
    return [drawn(roster, rule, start=start) for roster, start in rosters(name, 40)]


@pytest.mark.parametrize("hours", [48, 44])
def test_hours_in_any_seven_days(hours: int) -> None:
    """« 48 heures par période de sept jours »: any seven consecutive days, hour by hour."""
    verdicts: Counter[bool] = Counter()
    for scenario, schedule in judged(
        f"window {hours}", MinutesWindow(maximum=hours * 60, split=True)
    ):
        worked, of_plan = minutes_by_date(scenario, schedule)
        dates = dates_of(scenario)
        broken = set()
        for first in range(len(dates) - 6):
            seven = tuple(dates[first : first + 7])
            if sum(worked[date] for date in seven) > hours * 60 and of_plan & set(seven):
                broken.add(seven)
        if len(dates) < 7 and sum(worked[date] for date in dates) > hours * 60:
            broken.add(tuple(dates))
        assert objections(scenario, schedule) == broken
        verdicts[bool(broken)] += 1
    assert min(verdicts[True], verdicts[False]) >= 8


@pytest.mark.parametrize("weeks", [1, 2, 3])
def test_mean_over_consecutive_weeks(weeks: int) -> None:
    """A mean of 44 hours over consecutive weeks, each from Monday to Sunday and known whole."""
    rule = MinutesAverage(maximum=44 * 60, window=7 * weeks, split=True)
    verdicts: Counter[bool] = Counter()
    for scenario, schedule in judged(f"mean {weeks}", rule):
        worked, of_plan = minutes_by_date(scenario, schedule)
        by_week: dict[tuple[int, int], list[dt.date]] = {}
        for date in dates_of(scenario):
            by_week.setdefault(date.isocalendar()[:2], []).append(date)
        whole = [dates for _, dates in sorted(by_week.items()) if len(dates) == 7]
        width = min(weeks, len(whole))
        broken = set()
        for first in range(len(whole) - width + 1 if whole else 0):
            run = tuple(date for week in whole[first : first + width] for date in week)
            if sum(worked[date] for date in run) > 44 * 60 * width and of_plan & set(run):
                broken.add(run)
        assert objections(scenario, schedule) == broken
        verdicts[bool(broken)] += 1
    assert min(verdicts[True], verdicts[False]) >= 8


def test_four_rest_days_in_two_weeks() -> None:
    """Four days on which no duty begins, in any two weeks; no more than the plan can still give."""
    verdicts: Counter[bool] = Counter()
    for scenario, schedule in judged("rest days", RestDaysWindow(minimum=4, window=14)):
        begun = {past.day for past in scenario.history} | {a.day for a in schedule.assignments}
        known = list(scenario.horizon.known)
        broken = set()
        for first in range(len(known) - 13):
            run = known[first : first + 14]
            free = [day for day in run if day not in begun]
            worked_in_plan = [day for day in run if day >= 0 and day in begun]
            if len(free) < 4 and worked_in_plan:
                broken.add(tuple(scenario.horizon.date(day) for day in run))
        assert objections(scenario, schedule) == broken
        verdicts[bool(broken)] += 1
    assert min(verdicts[True], verdicts[False]) >= 8
