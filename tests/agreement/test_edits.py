"""A thousand hand edits of sound rosters: judge and oracle tell the same of every law."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Demand, Past, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.judge import judge
from rotaplan.rules.base import basic_rules
from tests.oracle.articles import Article, Dates
from tests.oracle.film import film_of
from tests.oracle.laws import LAWS
from tests.oracle.table import SHIFTS

EDITS = 250
HISTORY = 14
Line = tuple[tuple[int, str, bool], ...]
Verdict = tuple[str, str, Dates]
CIVIL_SERVICE = [
    "UE-RJ",
    "UE-RH",
    "CT-S48",
    "CT-J10 by date",
    "FP-12S44 over 3",
    "FP-AMP12",
    "CT-6J",
    "one place",
]
HOSPITAL = [
    "FPH-RJ12",
    "FPH-RH36",
    "FPH-7J48",
    "FPH-4RH",
    "one Sunday in two",
    "after nights",
    "after two nights",
    "one place",
]
TRANSPORT = [
    "UE-RJ",
    "any 7 days",
    "TPU-S46",
    "CT-J10",
    "TPU 6 days",
    "FPH-DISC parts",
    "FP-PAUSE20",
    "one place",
]
CASES = [
    ("civil service, clocks go forward", CIVIL_SERVICE, dt.date(2027, 3, 15), "ELN"),
    ("hospital, clocks go back", HOSPITAL, dt.date(2027, 10, 18), "DLN"),
    ("transport, week 53", TRANSPORT, dt.date(2026, 12, 21), "ESD"),
    ("hospital from a Sunday", HOSPITAL, dt.date(2027, 2, 7), "EN"),
]


@dataclass(frozen=True, eq=False)
class Case:
    """A sound roster and the laws that it keeps.

    Attributes
    ----------
    scenario
        The question, with these laws in force.
    assignments
        The answer that a short search gave.
    read
        How each law is read on film, by row.
    known
        What was read of a line already; edits leave most lines as they were.
    """

    scenario: Scenario
    assignments: tuple[Assignment, ...]
    read: dict[str, Article]
    known: dict[tuple[str, Line], set[Verdict]] = field(default_factory=dict)

    def told_by_judge(self, schedule: Schedule) -> set[Verdict]:
        """Return (law, person, dates) of all breaches that the judge finds."""
        date = self.scenario.horizon.date
        return {
            (one.row, one.person, tuple(date(day) for day in one.days))
            for one in judge(self.scenario, schedule).broken
            if one.row in self.read
        }

    def told_on_film(self, schedule: Schedule) -> set[Verdict]:
        """Return the same from the articles, minute by minute."""
        found: set[Verdict] = set()
        for person in self.scenario.people:
            past = [(p.day, p.shift, False) for p in self.scenario.history if p.person == person.id]
            plan = [(a.day, a.shift, True) for a in schedule.assignments if a.person == person.id]
            line = tuple(sorted(past + plan))
            key = (person.id, line)
            if key not in self.known:
                film = film_of(self.scenario, person.id, HISTORY, line)
                self.known[key] = {
                    (name, person.id, dates)
                    for name, article in self.read.items()
                    for dates in article(film)
                }
            found |= self.known[key]
        return found


def history(people: tuple[Person, ...], codes: str) -> tuple[Past, ...]:
    """Return two weeks of four days on and three off, one code a person and week."""
    found = []
    for number, person in enumerate(people):
        for day in range(-HISTORY, 0):
            if (day + number) % 7 < 4:
                code = codes[(number + (day + number) // 7) % len(codes)]
                found.append(Past(person=person.id, day=day, shift=code))
    return tuple(found)


@cache
def sound(name: str) -> Case:
    """Solve a scenario of three weeks and eight people."""
    _, laws, start, codes = next(case for case in CASES if case[0] == name)
    people = tuple(Person(id=letter) for letter in "ABCDEFGH")
    shifts = tuple(
        replace(one, unpaid_break_minutes=20) if one.code in "ELN" else one for one in SHIFTS
    )
    chosen = [(row, rule, article) for row, rule, article in LAWS if row in laws]
    assert len(chosen) == len(laws)
    rules = tuple(rule for _, rule, _ in chosen)
    scenario = Scenario(
        horizon=Horizon(start=start, days=21, history_days=HISTORY),
        people=people,
        shifts=shifts,
        demand=tuple(Demand(shift=code, minimum=1, target=1) for code in codes),
        rules=(*rules, *basic_rules(rules)),
        history=history(people, codes),
    )
    result = solve(scenario, Settings(seconds=3, seed=1, reproducible=True))
    assert result.schedule is not None, result.status
    return Case(scenario, result.schedule.assignments, {row: read for row, _, read in chosen})


def edited(rng: Random, case: Case) -> Schedule:
    """Change one to three cells, each to a shift of the table or to a day off."""
    cells = {(a.person, a.day): a for a in case.assignments}
    codes = [one.code for one in case.scenario.shifts if one.works and one.code != "F"]
    for _ in range(rng.randint(1, 3)):
        person = rng.choice(case.scenario.people).id
        day = rng.choice(case.scenario.horizon.planned)
        code = rng.choice([None, None, *codes])
        cells.pop((person, day), None)
        if code is not None:
            cells[person, day] = Assignment(person=person, day=day, shift=code)
    return Schedule.of(case.scenario, cells.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, *_ in CASES])
def test_edits_are_judged_as_the_law_says(name: str) -> None:
    """Which law, which person, which dates: the same for every edit, and each law is met."""
    case = sound(name)
    before = Schedule.of(case.scenario, case.assignments)
    assert case.told_by_judge(before) == case.told_on_film(before) == set()
    rng = Random(name)
    met: Counter[str] = Counter()
    spoilt = 0
    for number in range(EDITS):
        schedule = edited(rng, case)
        told = case.told_by_judge(schedule)
        assert told == case.told_on_film(schedule), f"edit {number}"
        met.update({law for law, _, _ in told})
        spoilt += bool(told)
    assert EDITS // 5 <= spoilt <= EDITS - EDITS // 5, spoilt
    assert set(met) == set(case.read), set(case.read) - set(met)
