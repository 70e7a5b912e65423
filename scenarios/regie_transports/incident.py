"""Write incident_t1.xlsx and incident_t1_suite.xlsx: tram line T1 breaks down for three days.

Run it as ``python scenarios/regie_transports/incident.py``; it needs XlsxWriter, openpyxl and
publie.xlsx beside it, and nothing of rotaplan. An argument names another folder to write to, a
second one another seed of the draws.

What is known when:

*Tuesday 16 March, 10:40.* T1 stops. The first estimate is 24 hours. A line is not put back into
service in the middle of a day: T1's duties of Wednesday are cancelled at once, whole. Replacement
buses (``BR``) and information agents (``INF``) are asked for on both days. Fourteen drivers reach
their depot by T1 and cannot sign on before 06:15 on Wednesday. Some have said that they may be
called on days of rest.

*Wednesday 17 March, 05:00.* Two bus drivers call in sick for Wednesday and Thursday. Their duties
of Wednesday begin after 16:00: nothing is decided before the afternoon.

*Wednesday 17 March, 15:00.* The breakdown lasts until Friday 19 March, 04:40. What is asked for on
Wednesday is asked for on Thursday too. Rows keep their Id and replace those of the day before.

The school duties (line L6) run as always.

Who comes by T1 and who may be called is drawn once, whatever their duties are. The draw is a light
one: one of its late drivers has a duty before 06:15 that is neither of T1 nor reserve, over both
days; of 4,000 draws the mean is 3.75. Seed 317 draws four, two on either day.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
from book import Sheet, Value, write
from service import DUTIES
from staff import MIXED, RESERVE, TRAM_ONLY

HERE = Path(__file__).parent
SEED = 316
TUESDAY, WEDNESDAY, THURSDAY = (dt.date(2027, 3, day) for day in (16, 17, 18))
BROKEN = dt.datetime(2027, 3, 16, 10, 40)
FIRST_ESTIMATE = dt.datetime(2027, 3, 17, 10, 40)
CALLED_IN_SICK = dt.datetime(2027, 3, 17, 5, 0)
EXTENDED = dt.datetime(2027, 3, 17, 15, 0)
RESTORED = dt.datetime(2027, 3, 19, 4, 40)
LATE, EARLIEST, VOLUNTEERS = 14, "06:15", 12

_FIRST_DAY = {
    "BR-X1": "12:00-19:20",
    "BR-X2": "12:15-19:35",
    "BR-X3": "12:40-20:00",
    "BR-X4": "15:30-20:00",
    "BR-X5": "17:10-00:30",
    "BR-X6": "17:30-00:50",
}
_WHOLE_DAY = {
    "BR-01": "04:50-12:10",
    "BR-02": "05:20-12:40",
    "BR-03": "06:00-13:20",
    "BR-04": "06:35-09:35/15:45-19:20",
    "BR-05": "06:55-09:55/16:05-19:40",
    "BR-06": "12:00-19:20",
    "BR-07": "12:30-19:50",
    "BR-08": "12:55-20:15",
    "BR-09": "17:05-00:25",
}
_MORNING, _EVENING = ("INF-M", "06:15-13:15"), ("INF-S", "13:00-20:00")
AGENTS = 3
"""Information agents in the morning, and again in the evening."""

_HEADINGS = {
    "name": "Id",
    "kind": "Type",
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


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the sheet Perturbations; a date as an end is inclusive, a moment is not."""

    name: str
    kind: str
    start: dt.date
    end: dt.date
    known: dt.datetime
    target: str
    certainty: str = "sûr"
    effect: str = ""
    hours: str = ""
    skills: str = ""
    label: str = ""
    site: str = ""
    priority: int | None = None
    source: str = "PC exploitation"
    note: str = ""


def first_report(seed: int = SEED) -> list[Row]:
    """Return what is known on Tuesday at 10:40."""
    chance = random.Random(seed)
    closed = Row(
        name="P1",
        kind="fermeture",
        start=BROKEN,
        end=FIRST_ESTIMATE,
        certainty="estimé",
        known=BROKEN,
        target="T1",
        label="Ligne T1 interrompue",
        note="Première estimation : 24 h",
    )
    cancelled = replace(
        closed,
        name="P2",
        kind="suppression",
        start=WEDNESDAY,
        end=WEDNESDAY,
        label="Services T1 du mercredi",
        note="Pas de remise en service en cours de journée",
    )
    return [
        closed,
        cancelled,
        *(_bus(code, hours, TUESDAY, TUESDAY) for code, hours in _FIRST_DAY.items()),
        *(_bus(code, hours, WEDNESDAY, WEDNESDAY) for code, hours in _WHOLE_DAY.items()),
        _agents(*_MORNING, WEDNESDAY, WEDNESDAY),
        _agents(*_EVENING, TUESDAY, WEDNESDAY),
        _late(chance),
        _volunteers(chance),
    ]


def second_report(seed: int = SEED) -> list[Row]:
    """Return what is known on Wednesday at 15:00 beyond the first report."""
    earlier = {row.name: row for row in first_report(seed)}
    longer = replace(
        earlier["P1"],
        end=RESTORED,
        certainty="sûr",
        known=EXTENDED,
        note="Prolongée ; reprise au premier service de vendredi",
    )
    kept = [*_WHOLE_DAY, _MORNING[0], _EVENING[0], "R1"]
    return [
        longer,
        *(replace(earlier[name], end=THURSDAY, known=EXTENDED) for name in kept),
        *(_sick(f"M{at}", person) for at, person in enumerate(evening_drivers(2), start=1)),
    ]


def _bus(code: str, hours: str, first: dt.date, last: dt.date) -> Row:
    return Row(
        name=code,
        kind="ajout",
        start=first,
        end=last,
        known=BROKEN,
        target=code,
        effect="+1",
        hours=hours,
        skills="LIC:D; FCO",
        label="Bus de remplacement T1",
        site="DN",
        priority=2,
        note="Briefing de 20 min au premier service",
    )


def _agents(code: str, hours: str, first: dt.date, last: dt.date) -> Row:
    bus = _bus(code, hours, first, last)
    label = "Agent d'information T1"
    return replace(bus, effect=f"+{AGENTS}", skills="", label=label, priority=4, note="Sans permis")


def _late(chance: random.Random) -> Row:
    """Return the drivers who come by T1: a draw of all, whatever their duties are."""
    return Row(
        name="R1",
        kind="retard",
        start=WEDNESDAY,
        end=WEDNESDAY,
        certainty="estimé",
        known=BROKEN,
        target="; ".join(_draw(chance, range(1, 113), LATE)),
        effect=EARLIEST,
        label="Prise de service au plus tôt sans T1",
    )


def _volunteers(chance: random.Random) -> Row:
    """Return the volunteers: a draw of bus drivers who are not in reserve."""
    able = [one for one in range(1, 113) if one not in RESERVE and one not in TRAM_ONLY]
    return Row(
        name="V1",
        kind="volontaire",
        start=TUESDAY,
        end=THURSDAY,
        known=BROKEN,
        target="; ".join(_draw(chance, able, VOLUNTEERS)),
        label="D'accord pour être rappelés sur un repos",
    )


def _draw(chance: random.Random, among: range | list[int], count: int) -> list[str]:
    return [f"REG-{number:03d}" for number in sorted(chance.sample(list(among), count))]


def _sick(name: str, person: str) -> Row:
    return Row(
        name=name,
        kind="absence",
        start=CALLED_IN_SICK,
        end=THURSDAY,
        known=CALLED_IN_SICK,
        target=person,
        source="Permanence",
    )


def evening_drivers(count: int) -> list[str]:
    """Return drivers of buses only, not in reserve, whose Wednesday begins after 16:00."""
    begins = {duty.code: duty.start for duty in DUTIES}
    sheet = openpyxl.load_workbook(HERE / "publie.xlsx", read_only=True)["Planning"]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(rows) if row[0] == "Matricule")
    days = [value.date() if isinstance(value, dt.datetime) else None for value in rows[at]]
    wednesday = days.index(WEDNESDAY)
    others = {f"REG-{number:03d}" for number in (*TRAM_ONLY, *MIXED, *RESERVE)}
    found = [
        str(row[0])
        for row in rows[at + 1 :]
        if str(row[0]).startswith("REG-")
        and row[0] not in others
        and begins.get(row[wednesday], 0) >= 16 * 60
    ]
    return found[:count]


def _sheet(rows: list[Row]) -> Sheet:
    cells: list[list[Value]] = [[getattr(row, name) for name in _HEADINGS] for row in rows]
    return Sheet("Perturbations", list(_HEADINGS.values()), cells)


def main(folder: Path = HERE, seed: int = SEED) -> None:
    """Write both files."""
    write(folder / "incident_t1.xlsx", [_sheet(first_report(seed))])
    write(folder / "incident_t1_suite.xlsx", [_sheet(second_report(seed))])


if __name__ == "__main__":
    main(*(kind(word) for kind, word in zip((Path, int), sys.argv[1:], strict=False)))
