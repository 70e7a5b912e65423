"""A vaccination centre of 18 people over two weeks: its workbook, and its prices counted by hand.

Nothing of rotaplan is used here: rosters are read from the hidden table of the written workbook.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

MONDAY = dt.date(2027, 3, 8)
DAYS = 14
HOURS = {"MATIN": 6, "SOIR": 6}
POSTS = (("MED", 1), ("INF", 3), ("ACC", 1))
WEEKLY_HOURS, OVER, WISHED, OPEN = 18, 3, 2, 10
"""Hours a week that are fair; prices of an hour over them, of a unit of wish, of an open post."""

Roster = dict[tuple[str, dt.date], tuple[str, str]]


def people() -> Iterator[tuple[str, str]]:
    """Yield staff numbers with what each may do."""
    for number in range(1, 19):
        skill = "MED" if number <= 4 else "INF" if number <= 13 else "ACC"
        yield f"V{number:02d}", skill


def wishes() -> Iterator[tuple[str, dt.date, int]]:
    """Yield days that people want off: a Saturday each, and two weekdays of their own."""
    for number, (person, _) in enumerate(people()):
        for day in (5 + 7 * (number % 2), number % 5, 7 + number * 3 % 5):
            yield person, MONDAY + dt.timedelta(days=day), 1 + (number + day) % 5


def book() -> dict[str, list[list[Any]]]:
    """Return the workbook."""
    needs = [[code, "lu-sa", 0, count, count, skill] for code in HOURS for skill, count in POSTS]
    return {
        "Paramètres": [["Début", MONDAY], ["Durée (jours)", DAYS]],
        "Agents": [["Matricule", "Nom", "Qualifications"], *([p, p, s] for p, s in people())],
        "Postes": [
            ["Code", "Début", "Fin", "Nature"],
            ["MATIN", dt.time(8), dt.time(14), "matin"],
            ["SOIR", dt.time(14), dt.time(20), "soir"],
        ],
        "Besoins": [["Code", "Jour", "Min", "Cible", "Max", "Qualification"], *needs],
        "Souhaits": [
            ["Agent", "Date", "Souhait", "Force"],
            *([person, day, "repos", force] for person, day, force in wishes()),
        ],
        "Règles": [
            ["Règle", "Min", "Max", "Fenêtre", "Statut", "Niveau", "Poids"],
            ["repos quotidien", "11:00", None, None, "strict", None, None],
            ["heures par période", None, f"{WEEKLY_HOURS}:00", "semaine", "souple", 5, OVER],
            ["Desiderata", None, None, None, "souple", 6, WISHED],
            ["effectif cible", None, None, None, "souple", 4, OPEN],
        ],
    }


def roster(path: Path) -> Roster:
    """Return what a written workbook holds, by person and date: code and function."""
    sheet = load_workbook(path)["_donnees"]
    titles, *rows = sheet.iter_rows(values_only=True)
    at = {str(title): place for place, title in enumerate(titles)}
    found = {}
    for one in rows:
        if one[at["code"]] in HOURS:
            key = one[at["agent"]], one[at["date"]].date()
            assert key not in found
            found[key] = one[at["code"]], one[at["function"]]
    return found


def apart(one: Roster, other: Roster) -> int:
    """Return on how many person-days two rosters differ."""
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())


def prices(found: Roster) -> tuple[int, int, int]:
    """Return what a roster costs in cover, fairness and wishes."""
    held = Counter((day, code, skill) for (_, day), (code, skill) in found.items())
    missing = sum(
        max(0, count - held[MONDAY + dt.timedelta(days=day), code, skill])
        for day in range(DAYS)
        if day % 7 != 6
        for code in HOURS
        for skill, count in POSTS
    )
    hours = Counter[tuple[str, int]]()
    for (person, day), (code, _) in found.items():
        hours[person, day.isocalendar().week] += HOURS[code]
    over = sum(ceil(max(0, one - WEEKLY_HOURS)) for one in hours.values())
    refused = sum(force for person, day, force in wishes() if (person, day) in found)
    return OPEN * missing, OVER * over, WISHED * refused
