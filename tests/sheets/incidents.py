"""Rows of the sheet of disruptions, for the tests of what is read from them.

The plan is Monday 8 to Sunday 21 March 2027; M 06:45-14:15 with the tag sol, N 21:15-07:00.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from rotaplan.domain.disruption import Disruption
from rotaplan.sheets import Reading, read_incident
from tests.sheets.books import Book, base, places, read, write_xlsx

HEADINGS = {
    "id": "Id",
    "type": "Type",
    "start": "Début",
    "end": "Fin",
    "certainty": "Certitude",
    "known": "Connu le",
    "target": "Cible",
    "effect": "Effet",
    "hours": "Horaires",
    "skills": "Qualifications",
    "label": "Libellé",
    "site": "Site",
    "priority": "Priorité",
    "source": "Source",
    "note": "Note",
}
COLUMNS = {name: "ABCDEFGHIJKLMNO"[at] for at, name in enumerate(HEADINGS)}
MORNING = dt.datetime(2027, 3, 10, 10, 40)


def event(kind: str | None, target: str | None = None, **cells: Any) -> dict[str, Any]:
    """Return the cells of a row that begins in the morning, unless they say otherwise."""
    return {"type": kind, "start": MORNING, "target": target, **cells}


def book(*rows: dict[str, Any]) -> Book:
    """Return the sound workbook with skills, a site, a day type, and a sheet of disruptions."""
    made = base()
    made["Agents"][0].append("Qualifications")
    for row in made["Agents"][1:]:
        row.append("LIC:D")
    made["Postes"][0] += ["Site", "Qualification requise"]
    made["Postes"][1].append("Dépôt")
    made["Postes"][2] += [None, "LIC:D"]
    made["Besoins"][0].append("Type de jour")
    made["Besoins"].append(["M", None, 0, 1, "niveau 2"])
    made["Calendrier"] = [["Date", "Type"], [dt.date(2027, 3, 20), "niveau 2"]]
    table = [[row.get(name) for name in HEADINGS] for row in rows]
    made["Perturbations"] = [list(HEADINGS.values()), *table]
    return made


def reading(folder: Path, *rows: dict[str, Any]) -> Reading:
    return read(folder, book(*rows))


def incident(
    folder: Path, published: Reading, *rows: dict[str, Any]
) -> tuple[tuple[Disruption, ...], list[tuple[str, str]]]:
    """Return what is read from a workbook that holds the rows alone, and what is said of them."""
    table = {"Perturbations": book(*rows)["Perturbations"]}
    found, problems = read_incident(write_xlsx(folder / "i.xlsx", table), published)
    return found, places(problems)


def one(folder: Path, **cells: Any) -> Disruption:
    """Return what a row means; it must be read without a word."""
    found = reading(folder, {"start": MORNING, **cells})
    assert [p for p in found.problems if p.severity != "notice"] == []
    (row,) = found.disruptions
    return row


def at(day: int, minute: int = 0) -> int:
    """Return an instant, Paris time in winter."""
    midnight = dt.datetime(2027, 3, 8, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    return int(midnight.timestamp()) // 60 + day * 1440 + minute
