"""Workbooks in which nothing can hold, each with the culprits that were planted in it.

A sound service first: three shifts, teams, a skill that a quarter of the staff holds, the usual
strict rules, leave here and there. Then one family of trouble is planted, its place drawn from
the seed. ``write`` makes the workbook, ``Planted.culprits`` names the rows to be found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.sheets.books import Book

START = dt.date(2027, 3, 1)
RULE = ("Règle", "Qui", "Postes", "Quand", "Min", "Max", "Fenêtre", "Valeur", "Statut")


@dataclass(kw_only=True)
class Planted:
    """A service with something planted in it.

    Attributes
    ----------
    family, people, days
        What was planted, in how large a service.
    book
        The workbook, sheet by sheet.
    culprits
        Rows that were planted, as sheet and row: all of them belong in one conflict.
    """

    family: str
    people: int
    days: int
    rng: Random
    book: Book = field(default_factory=dict)
    culprits: set[tuple[str, int]] = field(default_factory=set)

    @property
    def staff(self) -> list[str]:
        return [f"{number:03d}" for number in range(1, self.people + 1)]

    @property
    def holders(self) -> list[str]:
        """Who holds the skill HAB."""
        return self.staff[: max(3, self.people // 4)]

    def add(self, sheet: str, *row: Any, culprit: bool = False) -> None:
        rows = self.book[sheet]
        rows.append(list(row))
        if culprit:
            self.culprits.add((sheet, len(rows)))

    def rule(self, key: str, culprit: bool = False, **cells: Any) -> None:
        given = {"Règle": key, "Statut": "strict", **cells}
        self.add("Règles", *(given.get(name) for name in RULE), culprit=culprit)

    def leave(self, person: str, first: int, last: int, culprit: bool = False) -> None:
        self.add("Absences", person, self.date(first), self.date(last), "CA", culprit=culprit)

    def date(self, day: int) -> dt.date:
        return START + dt.timedelta(days=day)

    def day(self) -> int:
        """Return a day that is not at the edge."""
        return self.rng.randrange(3, self.days - 4)

    def week(self) -> int:
        """Return the Monday of a whole week."""
        return 7 * self.rng.randrange(self.days // 7)


def planted(family: str, seed: int, people: int, days: int) -> Planted:
    """Return a service with one kind of trouble."""
    one = Planted(family=family, people=people, days=days, rng=Random(f"{family}/{seed}"))
    _sound(one)
    FAMILIES[family](one)
    return one


def sound(seed: int, people: int, days: int) -> Planted:
    """Return a service in which everything can hold."""
    one = Planted(family="sound", people=people, days=days, rng=Random(f"sound/{seed}"))
    _sound(one)
    one.rule("cover_minimum", Postes="M,S,N")
    return one


def _sound(one: Planted) -> None:
    one.book = {
        "Paramètres": [["Début", START], ["Durée (jours)", one.days], ["Graine", 1]],
        "Agents": [["Matricule", "Nom", "Équipe", "Qualifications"]],
        "Postes": [
            ["Code", "Début", "Fin", "Nature"],
            ["M", "06:00", "14:00", "matin"],
            ["S", "14:00", "22:00", "soir"],
            ["N", "22:00", "06:00", "nuit"],
        ],
        "Besoins": [["Code", "Qualification", "Date", "Min", "Cible"]],
        "Absences": [["Matricule", "Du", "Au", "Code"]],
        "Fixes": [["Matricule", "Date", "Code"]],
        "Règles": [list(RULE)],
    }
    for number, person in enumerate(one.staff):
        skill = "HAB" if person in one.holders else None
        one.add("Agents", person, f"Agent {person}", "ABC"[number % 3], skill)
    one.add("Besoins", "M", None, None, max(1, one.people // 6), max(1, one.people // 6))
    one.add("Besoins", "S", None, None, max(1, one.people // 8), max(1, one.people // 8))
    one.add("Besoins", "N", None, None, max(1, one.people // 12), max(1, one.people // 12))
    one.rule("rest_between", Min="11:00")
    one.rule("work_run", Max=6)
    one.rule("minutes_period", Max="48:00", Fenêtre="semaine")
    one.rule("rest_days_window", Min=1, Fenêtre="7 j")
    for person in one.rng.sample(one.staff[len(one.holders) :], one.people // 8):
        first = one.rng.randrange(one.days - 2)
        one.leave(person, first, first + 1)


def _holders_on_leave(one: Planted) -> None:
    """All holders of the skill are away on a day that needs one of them."""
    day = one.day()
    one.add("Besoins", "M", "HAB", None, 1, 1, culprit=True)
    for person in one.holders:
        one.leave(person, day - one.rng.randrange(3), day + one.rng.randrange(3), culprit=True)
    one.rule("cover_minimum", Postes="M")


def _holders_fixed_on_nights(one: Planted) -> None:
    """All holders are imposed a night, and one of them is needed on the morning after."""
    day = one.day()
    one.add("Besoins", "M", "HAB", one.date(day + 1), 1, 1, culprit=True)
    for person in one.holders:
        one.add("Fixes", person, one.date(day), "N", culprit=True)
    one.rule("cover_minimum", Postes="M")


def _days_against_leave(one: Planted) -> None:
    """Somebody owes four days of a week and is away for five of it."""
    person, week = one.rng.choice(one.staff), one.week()
    one.leave(person, week, week + 4, culprit=True)
    one.rule("days_period", Qui=person, Min=4, Fenêtre="semaine", culprit=True)


def _hours_against_leave(one: Planted) -> None:
    """A team owes 32 hours a week; one of them is away for most of one."""
    person, week = one.rng.choice(one.staff[2::3]), one.week()
    one.leave(person, week, week + 3, culprit=True)
    one.rule("minutes_period", Qui="équipe:C", Min="32:00", Fenêtre="semaine", culprit=True)


def _forbidden_twice(one: Planted) -> None:
    """Three rows that leave a person nothing to work, and one that asks for work."""
    person = one.rng.choice(one.staff)
    one.rule("forbidden", Qui=person, Postes="M", culprit=True)
    one.rule("forbidden", Qui=person, Postes="S,N", culprit=True)
    one.rule("days_period", Qui=person, Min=2, Fenêtre="semaine", culprit=True)


def _rest_for_one(one: Planted) -> None:
    """One holder left for a night and for the morning after it."""
    day = one.day()
    stays = one.rng.choice(one.holders)
    one.add("Besoins", "N", "HAB", one.date(day), 1, 1, culprit=True)
    one.add("Besoins", "M", "HAB", one.date(day + 1), 1, 1, culprit=True)
    for person in one.holders:
        if person != stays:
            one.leave(person, day, day + 1, culprit=True)
    one.rule("cover_minimum", Postes="M,N")


def _run_for_one(one: Planted) -> None:
    """One holder for eight days in a row, where six is the most."""
    day = one.rng.randrange(one.days - 8)
    stays = one.rng.choice(one.holders)
    spell = f"{one.date(day):%d/%m/%Y}..{one.date(day + 7):%d/%m/%Y}"
    one.add("Besoins", "S", "HAB", spell, 1, 1, culprit=True)
    for person in one.holders:
        if person != stays:
            one.leave(person, day, day + 7)
    one.rule("cover_minimum", Postes="S")


def _too_few_present(one: Planted) -> None:
    """A strict presence in the morning, and too many of a team on leave."""
    day = one.day()
    team = one.staff[1::3]
    least = max(1, len(team) // 2)
    for person in team[: len(team) - least + 1]:
        one.leave(person, day, day, culprit=True)
    one.rule(
        "min_presence",
        Qui="équipe:B",
        Min=least,
        Quand=f"{one.date(day):%d/%m/%Y}",
        Valeur="début=08:00; fin=09:00",
        culprit=True,
    )


def _more_than_hold(one: Planted) -> None:
    """More people with the skill than there are."""
    day = one.day()
    one.add("Besoins", "M", "HAB", one.date(day), len(one.holders) + 1, None, culprit=True)
    one.rule("cover_minimum", Postes="M")


def _apart_but_needed(one: Planted) -> None:
    """Two people who are never to work on the same day, both needed on one."""
    day = one.day()
    first, second = one.holders[:2]
    one.add("Besoins", "M", "HAB", one.date(day), 2, 2, culprit=True)
    for person in one.holders[2:]:
        one.leave(person, day, day, culprit=True)
    one.rule("apart", Qui=f"{first},{second}", Valeur="ensemble=oui", culprit=True)
    one.rule("cover_minimum", Postes="M")


FAMILIES: dict[str, Callable[[Planted], None]] = {
    "holders_on_leave": _holders_on_leave,
    "holders_fixed_on_nights": _holders_fixed_on_nights,
    "days_against_leave": _days_against_leave,
    "hours_against_leave": _hours_against_leave,
    "forbidden_twice": _forbidden_twice,
    "rest_for_one": _rest_for_one,
    "run_for_one": _run_for_one,
    "too_few_present": _too_few_present,
    "more_than_hold": _more_than_hold,
    "apart_but_needed": _apart_but_needed,
}
SIZES = ((12, 14), (30, 28), (60, 56))
Case = tuple[str, int, int, int]
"""Family, seed, people and days."""
CASES: list[Case] = [
    (family, seed, *SIZES[seed]) for family in FAMILIES for seed in range(len(SIZES))
]
"""Thirty of them, from 12 people over two weeks to 60 over eight."""
