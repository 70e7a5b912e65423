"""Write the incidents that change publie.xlsx: incident_nuit, _chantier, _aiguille and _greve.

Run it as ``python scenarios/chemins_de_fer/incidents.py``; it needs XlsxWriter, openpyxl and
publie.xlsx beside it, and nothing of rotaplan. An argument names another folder to write to.

*nuit.* Thursday 15 April, 15:00: whoever holds the night at P1 is absent for six days. The
signallers' reserve agrees to be called on its days of rest.

*chantier.* Tuesday 13 April, 10:00: the works of the weekend of 24 April move to Saturday 1 May,
21:30. That is 18 days' notice, and the crews agree to that weekend.

*aiguille.* Sunday 9 May, 20:40: a set of points fails. Those on call that week (one works leader,
two for the track, one for the catenary) are called for 21:30 to 03:00. They may have rest on
Monday or Tuesday instead of what was planned.

*greve.* Thursday 20 May: two of the five people of the station are on strike, whoever holds its
two posts that day. They have declared it 48 hours before. The two others who are there that week
agree to come.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
from book import Sheet, Value, write
from posts import ASKED, BY_CODE, LEADER, POWER, TRACK, WATCH, Asked, Post

HERE = Path(__file__).parent
_HEADINGS: list[Value] = [
    *("Id", "Type", "Début", "Fin", "Connu le", "Cible", "Effet", "Horaires", "Qualifications"),
    *("Libellé", "Priorité"),
]
THURSDAY, TUESDAY = dt.date(2027, 4, 15), dt.date(2027, 4, 20)
MAY_DAY = dt.date(2027, 5, 1)
SUNDAY = dt.date(2027, 5, 9)
STRIKE = dt.date(2027, 5, 20)
ON_CALL = ("JA", "JCA")
CALLED = (("INT-R", LEADER, 1), ("INT-V", TRACK, 2), ("INT-E", POWER, 1))
"""Duties of the call-out: code, what they ask for, people."""
CALL_HOURS = "21:30-03:00"
TURNS = ("K1", "K2", "K3", "K4")
CREW = (("R", LEADER, 1), ("A", WATCH, 1), ("V", TRACK, 2), ("E", POWER, 2))
"""The crew of a turn of the works: letter, function, people."""
MOVED = tuple(
    Asked(
        f"{turn}-{letter}",
        heads,
        skill,
        dates=(MAY_DAY if turn == "K1" else MAY_DAY + dt.timedelta(days=1),),
    )
    for turn in TURNS
    for letter, skill, heads in CREW
)
"""The crews of the works on their new dates, each function under a code of its own."""


class Planning:
    """The published plan, cell by cell."""

    def __init__(self, path: Path) -> None:
        sheet = openpyxl.load_workbook(path, read_only=True)["Planning"]
        rows = list(sheet.iter_rows(values_only=True))
        head = next(at for at, row in enumerate(rows) if row[0] == "Matricule")
        self._dates = {
            value.date(): at
            for at, value in enumerate(rows[head])
            if isinstance(value, dt.datetime)
        }
        self._rows = {
            str(row[0]): row for row in rows[head + 1 :] if str(row[0]).startswith("RAI-")
        }

    def code(self, person: str, date: dt.date) -> str:
        """Return what stands in a cell; empty for a day off."""
        found = str(self._rows[person][self._dates[date]] or "")
        return found if found in BY_CODE else ""

    def holders(self, date: dt.date, *codes: str) -> list[str]:
        """Return who holds some posts on a date."""
        return [person for person in self._rows if self.code(person, date) in codes]


def at(date: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(date, dt.time(hour, minute))


def night(planning: Planning) -> list[list[Value]]:
    """Return the absence of whoever holds the night at P1."""
    known = at(THURSDAY, 15)
    (missing,) = planning.holders(THURSDAY, "P1N")
    return [
        _row("A1", "absence", known, TUESDAY, known, missing),
        _row("V1", "volontaire", THURSDAY, TUESDAY, known, "équipe:réserve"),
    ]


def works(_: Planning) -> list[list[Value]]:
    """Return the works that move by a week: crews of the same turns, asked for by function."""
    known = at(dt.date(2027, 4, 13), 10)
    saturday, sunday = dt.date(2027, 4, 24), dt.date(2027, 4, 25)
    crews = "équipe:VA; équipe:VB; équipe:caténaire"
    rows = [
        _row("S1", "suppression", saturday, sunday, known, "; ".join(TURNS)),
        _row("V1", "volontaire", MAY_DAY, MAY_DAY + dt.timedelta(days=1), known, crews),
    ]
    for one in MOVED:
        (date,) = one.dates
        hours, name = _hours(BY_CODE[one.code[:2]]), one.code
        told = f"+{one.heads}"
        rows.append(_row(name, "ajout", date, date, known, name, told, hours, one.skill))
    return rows


def points(planning: Planning) -> list[list[Value]]:
    """Return the call-out of those on call."""
    known = at(SUNDAY, 20, 40)
    friday = SUNDAY - dt.timedelta(days=2)
    on_call = "; ".join(planning.holders(friday, *ON_CALL))
    tuesday = SUNDAY + dt.timedelta(days=2)
    return [
        _row("V1", "volontaire", SUNDAY, tuesday, known, on_call),
        *(
            _row(code, "ajout", SUNDAY, SUNDAY, known, code, f"+{heads}", CALL_HOURS, skill)
            for code, skill, heads in CALLED
        ),
    ]


def strike(planning: Planning) -> list[list[Value]]:
    """Return the strike at the station, and who agrees to come."""
    known = at(STRIKE - dt.timedelta(days=2), 5)
    away = planning.holders(STRIKE, "E1", "E2")
    others = [f"RAI-{number:03d}" for number in (21, 23, 24, 25) if f"RAI-{number:03d}" not in away]
    return [
        _row("G1", "grève", STRIKE, STRIKE, known, "; ".join(away)),
        _row("V1", "volontaire", STRIKE, STRIKE, known, "; ".join(others)),
    ]


INCIDENTS = {"nuit": night, "chantier": works, "aiguille": points, "greve": strike}


def _hours(post: Post) -> str:
    return "-".join(
        f"{minute // 60 % 24:02d}:{minute % 60:02d}" for minute in (post.start, post.end)
    )


def _row(
    name: str,
    kind: str,
    start: dt.date,
    end: dt.date,
    known: dt.datetime,
    target: str,
    effect: str = "",
    hours: str = "",
    skills: str = "",
) -> list[Value]:
    label = "Intervention" if name.startswith("INT") else "Chantier déplacé" if hours else None
    priority = 1 if hours else None
    return [name, kind, start, end, known, target, effect, hours, skills, label, priority]


def aftermath(name: str) -> tuple[dict[str, Post], tuple[Asked, ...]]:
    """Return the posts and needs of an incident: those of the plan, and what it adds or takes."""
    posts, asked = dict(BY_CODE), ASKED
    if name == "chantier":
        kept = tuple(one for one in ASKED if one.code not in TURNS)
        asked = (*kept, *(replace(one, skill="") for one in MOVED))
        for one in MOVED:
            posts[one.code] = replace(BY_CODE[one.code[:2]], code=one.code, skills=(one.skill,))
    if name == "aiguille":
        call = replace(BY_CODE["NT"], start=21 * 60 + 30, end=27 * 60)
        for code, skill, heads in CALLED:
            posts[code] = replace(call, code=code, skills=(skill,))
            asked = (*asked, Asked(code, heads, dates=(SUNDAY,)))
    return posts, asked


def main(folder: Path) -> None:
    """Write all of them."""
    planning = Planning(HERE / "publie.xlsx")
    for name, made in INCIDENTS.items():
        sheet = Sheet("Perturbations", _HEADINGS, made(planning))
        write(folder / f"incident_{name}.xlsx", [sheet])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
