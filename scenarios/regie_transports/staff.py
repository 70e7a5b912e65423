"""The drivers: contracts, licences and line knowledge with their dates, leave and sickness.

Everybody is a staff number; no name, address or reason of absence exists.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from service import BUS_LINES, NORTH, TRAM_LINES, Duty

START = dt.date(2027, 3, 8)
DAYS = 28
HISTORY_DAYS = 84
PAST = START - dt.timedelta(days=HISTORY_DAYS)
"""First day of the history, a Monday."""
END = START + dt.timedelta(days=DAYS - 1)

TRAM_ONLY = range(93, 113)
MIXED = range(21, 41)
FOUR_FIFTHS = {44: 2, 49: 2, 55: 2, 63: 4, 71: 4, 86: 4}
"""Drivers at 80 %, with the weekday that they never work (0 Monday)."""
HALF = (47, 52, 60, 68, 74, 89)
RESERVE = (19, 20, *range(35, 41), 85, 87, 88, 90, 91, 92)
DAY_ONLY = (12, 66)
"""Medically fit for day work only."""
EXPIRIES = {
    (58, "LIC:D"): dt.date(2027, 3, 14),
    (33, "FCO"): dt.date(2027, 3, 17),
    (101, "HAB:TRAM"): dt.date(2027, 3, 21),
    (77, "LIC:D"): dt.date(2027, 3, 29),
}
VALID_YEARS = {"LIC:D": 5, "FCO": 5, "HAB:TRAM": 1}
LEAVE_DAYS = round(0.11 * 112 * DAYS)
SICK_DAYS = round(0.05 * 112 * DAYS)
_LEAVE_PER_WEEK = {"tram": 2, "mixte": 2, "bus": 8}


@dataclass(frozen=True)
class Held:
    """A skill with its first and last day; None where it never ends."""

    skill: str
    first: dt.date | None = None
    last: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        return self.last is None or day <= self.last


@dataclass(frozen=True)
class Driver:
    """A driver."""

    number: int
    team: str
    depot: str
    skills: tuple[Held, ...]

    @property
    def id(self) -> str:
        return f"REG-{self.number:03d}"

    @property
    def share(self) -> float:
        if self.number in FOUR_FIFTHS:
            return 0.8
        return 0.5 if self.number in HALF else 1.0

    @property
    def contract(self) -> str:
        return {1.0: "temps plein", 0.8: "temps partiel 80", 0.5: "mi-temps"}[self.share]

    @property
    def days_a_week(self) -> int:
        return {1.0: 5, 0.8: 4, 0.5: 3}[self.share]

    @property
    def day_off(self) -> int | None:
        return FOUR_FIFTHS.get(self.number)

    def may_drive(self, duty: Duty, day: dt.date) -> bool:
        """Whether the driver holds what a duty asks for, and is fit for its hours."""
        if self.number in DAY_ONLY and duty.late:
            return False
        return all(
            any(held.skill == skill and held.holds(day) for held in self.skills)
            for skill in duty.skills
        )


@dataclass(frozen=True)
class Away:
    """An absence, both days inclusive."""

    driver: Driver
    first: dt.date
    last: dt.date
    code: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def hire(rng: random.Random) -> tuple[Driver, ...]:
    """Return the drivers."""
    return tuple(_driver(number, rng) for number in range(1, 113))


def _driver(number: int, rng: random.Random) -> Driver:
    if number in TRAM_ONLY:
        team, licences, lines = "tram", ("HAB:TRAM",), TRAM_LINES
    elif number in MIXED:
        team, licences = "mixte", ("HAB:TRAM", "LIC:D", "FCO")
        lines = (*TRAM_LINES, *_bus_lines(3, rng))
    else:
        team, licences = "bus", ("LIC:D", "FCO")
        lines = _bus_lines(rng.choice((3, 4, 4, 5)), rng)
    skills = (
        *(_dated(number, licence, rng) for licence in licences),
        *(Held(f"LIGNE:{line}") for line in lines),
    )
    depot = "DN" if sum(line in NORTH for line in lines) * 2 >= len(lines) else "DS"
    return Driver(number, team, depot, skills)


def _bus_lines(count: int, rng: random.Random) -> tuple[str, ...]:
    """Return known lines; the busier a line, the more drivers know it."""
    duties = {"L1": 10, "L2": 8, "L3": 8, "L4": 6, "L5": 6, "L6": 4}
    chosen = sorted(BUS_LINES, key=lambda line: rng.random() ** (1 / duties[line]))
    return tuple(sorted(chosen[-count:]))


def _dated(number: int, licence: str, rng: random.Random) -> Held:
    """Return a licence that holds over history and horizon, but for the planned expiries."""
    years = VALID_YEARS[licence]
    last = EXPIRIES.get((number, licence))
    if last is None:
        earliest = END + dt.timedelta(days=5)
        latest = PAST.replace(year=PAST.year + years) - dt.timedelta(days=1)
        last = earliest + dt.timedelta(days=rng.randrange((latest - earliest).days + 1))
    return Held(licence, _years_before(last + dt.timedelta(days=1), years), last)


def _years_before(day: dt.date, years: int) -> dt.date:
    """Return the same date years earlier; 1 March for a 29 February that is not there."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 3, 1)


def leave_and_sickness(
    drivers: tuple[Driver, ...], first: dt.date, weeks: int, rng: random.Random
) -> tuple[Away, ...]:
    """Return absences: whole weeks of leave, single days, and spells of sickness.

    Leave takes 11 % of the days and sickness 5 %, spread so that no day is much emptier than
    another.
    """
    away: list[Away] = []
    free = {team: [d for d in drivers if d.team == team] for team in _LEAVE_PER_WEEK}
    for week in range(weeks):
        monday = first + dt.timedelta(days=7 * week)
        for team, count in _LEAVE_PER_WEEK.items():
            for driver in _draw(free, team, count, drivers, rng):
                away.append(Away(driver, monday, monday + dt.timedelta(days=6), "CA"))
    scale = weeks / 4
    days = weeks * 7
    while sum(one.days for one in away if one.code != "CMO") < round(LEAVE_DAYS * scale):
        _place(away, drivers, first, days, 1, "RTT", rng)
    while (left := round(SICK_DAYS * scale) - _sick_days(away)) > 0:
        _place(away, drivers, first, days, min(left, rng.randint(2, 9)), "CMO", rng)
    return tuple(sorted(away, key=lambda one: (one.driver.number, one.first)))


def _draw(
    free: dict[str, list[Driver]],
    team: str,
    count: int,
    drivers: tuple[Driver, ...],
    rng: random.Random,
) -> list[Driver]:
    """Return who goes on leave this week; nobody twice before everybody went once."""
    if len(free[team]) < count:
        free[team] = [driver for driver in drivers if driver.team == team]
    chosen = rng.sample(free[team], count)
    free[team] = [driver for driver in free[team] if driver not in chosen]
    return chosen


def _sick_days(away: list[Away]) -> int:
    return sum(one.days for one in away if one.code == "CMO")


def _place(
    away: list[Away],
    drivers: tuple[Driver, ...],
    first: dt.date,
    days: int,
    length: int,
    code: str,
    rng: random.Random,
) -> None:
    """Add an absence where its team has the fewest people away, of a few places drawn."""
    best: tuple[int, Away] | None = None
    for _ in range(40):
        driver = rng.choice(drivers)
        begin = first + dt.timedelta(days=rng.randrange(days - length + 1))
        one = Away(driver, begin, begin + dt.timedelta(days=length - 1), code)
        if any(other.driver == driver and _meet(other, one) for other in away):
            continue
        crowd = sum(_meet(other, one) for other in away if other.driver.team == driver.team)
        crowd = crowd * 112 // sum(other.team == driver.team for other in drivers)
        if best is None or crowd < best[0]:
            best = crowd, one
    if best is not None:
        away.append(best[1])


def _meet(one: Away, other: Away) -> bool:
    """Whether two absences touch, a day between them not being enough."""
    day = dt.timedelta(days=1)
    return one.first <= other.last + day and other.first <= one.last + day
