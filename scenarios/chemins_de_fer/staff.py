"""The 45 people: where they sit in their cycle, what they hold and until when, leave.

Everybody is a staff number; no name, address or reason of absence exists.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from posts import (
    CATENARY,
    CYCLES,
    DAYS,
    END,
    HISTORY_DAYS,
    HOLIDAYS,
    LEADER,
    MEDICAL,
    PAST,
    POWER,
    START,
    STATION,
    TRACK,
    WATCH,
    Post,
)

_RESERVE = {16: ("P1", "P2"), 17: ("P1", "P2", "P3"), 18: ("P3",), 19: ("P2", "P3"), 20: ("P1",)}
_LEADERS, _WATCHES = (26, 27, 33, 34), (27, 28, 30, 32, 36, 38)
_PLAIN = (28, 29, 30, 31, 32, 35, 36, 37, 38, 39)
_FOUR_FIFTHS = {25: 2, 37: 2}
"""People at 80 %, with the weekday that they never work (0 Monday)."""
_NO_NIGHTS = (31,)
_SHADOWING = {(20, "HAB:CIRC-P1"): dt.date(2027, 4, 19)}
"""First day of a clearance that is still being learned."""
EXPIRIES = {
    (14, "HAB:CIRC-P3"): dt.date(2027, 5, 16),
    (17, "HAB:CIRC-P1"): dt.date(2027, 5, 9),
    (32, WATCH): dt.date(2027, 5, 2),
    (34, LEADER): dt.date(2027, 4, 30),
    (45, POWER): dt.date(2027, 5, 16),
}
_LEAVE_WEEKS = {
    36: (3, 29),
    10: (4, 5),
    2: (4, 12),
    15: (4, 19),
    7: (4, 26),
    29: (4, 26),
    13: (5, 3),
    31: (5, 3),
    42: (5, 3),
    16: (5, 10),
    4: (5, 17),
    22: (5, 17),
    38: (5, 24),
}
"""Monday of a week of leave."""
_SICK = {9: ((3, 31), 3), 24: ((4, 13), 2), 41: ((5, 24), 5), 12: ((5, 26), 4)}
"""First day and number of days."""


@dataclass(frozen=True)
class Held:
    """A skill with its first and last day; None where it has no end."""

    skill: str
    first: dt.date | None = None
    last: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Agent:
    """Somebody of the sector; ``line`` (from 1) is that of the first week of the plan."""

    number: int
    team: str
    skills: tuple[Held, ...]
    cycle: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        return f"RAI-{self.number:03d}"

    @property
    def share(self) -> float:
        return 0.8 if self.number in _FOUR_FIFTHS else 1.0

    @property
    def day_off(self) -> int | None:
        return _FOUR_FIFTHS.get(self.number)

    @property
    def night_fit(self) -> bool:
        return self.number not in _NO_NIGHTS

    @property
    def reserve(self) -> bool:
        return not self.cycle

    def holds(self, skill: str, day: dt.date) -> bool:
        """Whether a skill is valid on a date; no skill at all always is."""
        return not skill or any(one.skill == skill and one.holds(day) for one in self.skills)

    def may_hold(self, post: Post, day: dt.date) -> bool:
        """Whether everything a post asks for is held, on the day it begins and the day it ends."""
        if post.kind == "nuit" and not self.night_fit:
            return False
        ends = day + dt.timedelta(days=(post.end - 1) // (24 * 60))
        return all(self.holds(skill, date) for skill in post.skills for date in (day, ends))

    def cycle_code(self, day: int) -> str:
        """Return what the cycle gives on a day counted from the start; empty for a rest."""
        if not self.cycle:
            return ""
        lines = CYCLES[self.cycle]
        return lines[(self.line - 1 + day // 7) % len(lines)][day % 7]


@dataclass(frozen=True)
class Away:
    """An absence, both days inclusive."""

    agent: Agent
    first: dt.date
    last: dt.date
    code: str


def staff() -> tuple[Agent, ...]:
    """Return everybody."""
    return tuple(_agent(number) for number in range(1, 46))


def _agent(number: int) -> Agent:
    team, cycle, line, skills = _place(number)
    return Agent(number, team, tuple(_dated(number, one) for one in skills), cycle, line)


def _place(number: int) -> tuple[str, str, int, tuple[str, ...]]:
    """Return team, cycle, line and skills of a staff number."""
    if number <= 15:
        box = f"P{(number - 1) // 5 + 1}"
        return box, box, (number - 1) % 5 + 1, (f"HAB:CIRC-{box}", MEDICAL)
    if number in _RESERVE:
        boxes = tuple(f"HAB:CIRC-{box}" for box in _RESERVE[number])
        return "réserve", "", 0, (*boxes, MEDICAL, "COMP:RESERVE")
    if number < 25:
        return "gare", "GARE", number - 20, (STATION,)
    if number == 25:
        return "gare", "", 0, (STATION, "COMP:RESERVE")
    if number >= 40:
        return "caténaire", "CAT", number - 39, (CATENARY, POWER, MEDICAL)
    team = "VA" if number < 33 else "VB"
    watch = (WATCH,) if number in _WATCHES else ()
    if number in _LEADERS:
        return team, "RPTX", _LEADERS.index(number) + 1, (TRACK, LEADER, *watch, MEDICAL)
    return team, "VOIE", _PLAIN.index(number) + 1, (TRACK, *watch, MEDICAL)


def _dated(number: int, skill: str) -> Held:
    """Return a skill; clearances hold for a year or three around the plan, but for a few."""
    if skill.startswith("COMP:"):
        return Held(skill)
    last = EXPIRIES.get((number, skill))
    if last is None:
        last = END + dt.timedelta(days=20 + 11 * number % 190)
    years = 1 if skill.startswith("HAB:CIRC") else 3
    first = _SHADOWING.get((number, skill)) or last.replace(year=last.year - years)
    return Held(skill, first, last)


def absences(people: tuple[Agent, ...]) -> tuple[Away, ...]:
    """Return leave and sickness, in order of staff number."""
    by_number = {one.number: one for one in people}
    found = []
    for number, (month, day) in _LEAVE_WEEKS.items():
        monday = dt.date(2027, month, day)
        found.append(Away(by_number[number], monday, monday + dt.timedelta(days=6), "CA"))
    for number, ((month, day), length) in _SICK.items():
        first = dt.date(2027, month, day)
        last = first + dt.timedelta(days=length - 1)
        found.append(Away(by_number[number], first, last, "CMO"))
    return tuple(sorted(found, key=lambda one: (one.agent.number, one.first)))


def history(people: tuple[Agent, ...]) -> dict[str, list[str]]:
    """Return four weeks in which everybody followed the cycle, and the reserve waited."""
    return {
        one.id: [_past(one, day - HISTORY_DAYS) for day in range(HISTORY_DAYS)] for one in people
    }


def _past(agent: Agent, day: int) -> str:
    weekday = day % 7
    if weekday == agent.day_off:
        return "RP"
    if agent.reserve:
        return "RES" if weekday < 5 else "RP"
    return agent.cycle_code(day) or "RP"


__all__ = ["DAYS", "HOLIDAYS", "PAST", "START", "Agent", "Away", "absences", "history", "staff"]
