"""The sheets of the workbook, as a planner would fill them in, and the file that holds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from posts import ASKED, CYCLES, END, HISTORY_DAYS, HOLIDAYS, OPEN_ENDED, PAST, POSTS, START, Asked
from staff import Agent, Away

Value = str | int | float | dt.date | None
WEEKDAYS = ("lu", "ma", "me", "je", "ve", "sa", "di")
_FREE = (
    ("RP", "Repos périodique", "repos"),
    ("CA", "Congé annuel", "congé"),
    ("CMO", "Congé de maladie", "absence"),
)
_WISHES = (
    *((1, "2027-04-11"), (3, "2027-05-23"), (6, "2027-04-24"), (8, "2027-05-09")),
    *((12, "2027-05-01"), (17, "2027-04-17"), (18, "2027-05-22"), (19, "2027-05-02")),
    *((21, "2027-04-04"), (23, "2027-05-15"), (26, "2027-04-30"), (35, "2027-05-07")),
)
"""Rest asked for on a date, by staff number."""


@dataclass
class Sheet:
    """A sheet: its headings in row 1, one row of values below for each thing."""

    name: str
    headings: list[Value]
    rows: list[list[Value]]


def sheets(
    people: tuple[Agent, ...], away: tuple[Away, ...], past: dict[str, list[str]]
) -> list[Sheet]:
    """Return all sheets of the workbook."""
    return [
        _settings(),
        _staff(people),
        _skills(people),
        _posts(),
        _demand(),
        _cycles(),
        _absences(away),
        _wishes(),
        _rules(),
        _history(past),
        _calendar(),
    ]


def _settings() -> Sheet:
    rows: list[list[Value]] = [
        ["Titre", "Secteur ferroviaire, postes, gare et travaux, semaines 12 à 21"],
        ["Début", START],
        ["Fin", END],
        ["Fuseau horaire", "Europe/Paris"],
        ["Pays", "FR"],
        ["Graine", 1],
        ["Limite de temps (s)", 60],
    ]
    return Sheet("Paramètres", ["Paramètre", "Valeur"], rows)


def _staff(people: tuple[Agent, ...]) -> Sheet:
    headings: list[Value] = [
        *("Matricule", "Équipe", "Régime", "Quotité", "Heures hebdo", "Roulement", "Ligne"),
        *("Jours non travaillés", "Apte nuit", "Réserve"),
    ]
    rows: list[list[Value]] = []
    for one in people:
        hours = f"{round(35 * one.share)}:00"
        day_off = WEEKDAYS[one.day_off] if one.day_off is not None else None
        rows.append(
            [
                *(one.id, one.team, "SNCF-2016", one.share, hours, one.cycle, one.line or None),
                *(day_off, "oui" if one.night_fit else "non", "oui" if one.reserve else "non"),
            ]
        )
    return Sheet("Agents", headings, rows)


def _skills(people: tuple[Agent, ...]) -> Sheet:
    rows: list[list[Value]] = [
        [one.id, held.skill, held.first, held.last] for one in people for held in one.skills
    ]
    return Sheet("Compétences", ["Agent", "Compétence", "Valide du", "Valide au"], rows)


def _posts() -> Sheet:
    headings: list[Value] = [
        *("Code", "Libellé", "Début", "Fin", "Pause (min)", "Nature", "Compte comme travail"),
        *("Qualification requise", "Étiquettes"),
    ]
    rows: list[list[Value]] = [
        [
            *(one.code, one.label, _clock(one.start), _clock(one.end), one.pause or None),
            *(one.kind, "oui", "; ".join(one.skills), one.tags),
        ]
        for one in POSTS
    ]
    rows += [
        [code, label, None, None, None, kind, "non", None, None] for code, label, kind in _FREE
    ]
    return Sheet("Postes", headings, rows)


def _demand() -> Sheet:
    headings: list[Value] = [
        *("Code", "Jour", "Date", "Min", "Cible", "Max", "Qualification", "Priorité")
    ]
    rows = [row for one in ASKED for row in _asked(one)]
    return Sheet("Besoins", headings, rows)


def _asked(one: Asked) -> list[list[Value]]:
    """Return the lines of one need: one a date where it names dates."""
    least = None if one.wished else one.heads
    most = None if one.code in OPEN_ENDED else 6 if one.wished else one.heads
    rest: list[Value] = [least, one.heads, most, one.skill, 5 if one.wished else 1]
    if one.dates:
        return [[one.code, None, date, *rest] for date in one.dates]
    return [[one.code, one.when, None, *rest]]


def _cycles() -> Sheet:
    rows: list[list[Value]] = [
        [name, line, *(code or "RP" for code in codes)]
        for name, lines in CYCLES.items()
        for line, codes in enumerate(lines, start=1)
    ]
    return Sheet(
        "Roulements", ["Roulement", "Ligne", "Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"], rows
    )


def _absences(away: tuple[Away, ...]) -> Sheet:
    rows: list[list[Value]] = [[one.agent.id, one.first, one.last, one.code] for one in away]
    return Sheet("Absences", ["Agent", "Du", "Au", "Code"], rows)


def _wishes() -> Sheet:
    rows: list[list[Value]] = [
        [f"RAI-{number:03d}", dt.date.fromisoformat(date), "repos", "moyen"]
        for number, date in _WISHES
    ]
    return Sheet("Souhaits", ["Agent", "Date", "Souhait", "Force"], rows)


def _rules() -> Sheet:
    headings: list[Value] = [
        *("Règle", "Qui", "Postes", "Min", "Max", "Fenêtre", "Valeur", "Statut", "Niveau"),
        *("Poids", "Référence", "Note"),
    ]
    decree, overlay, house = "Décret 2016-755", "SNCF 2016, titre II", "Accord du secteur"
    works = "NT; NF"

    def must(rule: str, reference: str, note: str = "", **columns: Value) -> list[Value]:
        return _rule(rule, "strict", None, None, reference, note, columns)

    def soft(rule: str, level: int, weight: int, note: str = "", **columns: Value) -> list[Value]:
        return _rule(rule, "souple", level, weight, house, note, columns)

    rows = [
        must("Repos quotidien", decree, min="12:00"),
        must("Repos hebdomadaire", decree, min="36:00", window=7),
        must(
            *("Durée quotidienne maximale", overlay),
            max="10:00",
            value="nuit=8:30; heures_de_nuit=2:30; début=21:30; fin=6:30",
        ),
        must("Amplitude", overlay, max="11:00"),
        must("Repos après nuits", overlay, min="14:00"),
        must(
            *("Durée des repos périodiques", overlay, "repos simple, double, triple"),
            min="36:00",
            value="double=60:00; triple=84:00",
        ),
        must(
            *("Jours d'une grande période", overlay, "d'un repos périodique à l'autre"),
            max=6,
            value="repos=36:00; congé_repos=non",
        ),
        must(
            "Grande période de travail", overlay, max="48:00", value="repos=36:00; congé_repos=non"
        ),
        must(
            *("Jours travaillés par période", decree, "111 repos par an au prorata : 22"),
            max=48,
            window="horizon",
        ),
        must(
            *("Week-ends travaillés", decree, "14 week-ends libres par an au prorata : 3"),
            max=7,
        ),
        must(
            *("Postes identiques consécutifs", house, "trois nuits de travaux de suite au plus"),
            shifts=works,
            max=3,
        ),
        soft(
            *("Jours travaillés par période", 5, 1, "la réserve travaille quatre ou cinq jours"),
            who="réserve",
            min=4,
            max=5,
            window="semaine",
        ),
        soft("Respect du roulement", 3, 1, "chaque écart compte ; un repos perdu, double"),
        soft("Repos consécutifs", 6, 2, "repos doubles", min=2),
        soft("Desiderata", 6, 2),
    ]
    return Sheet("Règles", headings, rows)


def _rule(
    rule: str,
    status: str,
    level: int | None,
    weight: int | None,
    reference: str,
    note: str,
    columns: dict[str, Value],
) -> list[Value]:
    """Return a row of the sheet Règles."""
    named = [columns.get(one) for one in ("who", "shifts", "min", "max", "window", "value")]
    return [rule, *named, status, level, weight, reference, note or None]


def _history(past: dict[str, list[str]]) -> Sheet:
    dates: list[Value] = [PAST + dt.timedelta(days=day) for day in range(HISTORY_DAYS)]
    rows: list[list[Value]] = [[person, *codes] for person, codes in past.items()]
    return Sheet("Historique", ["Matricule", *dates], rows)


def _calendar() -> Sheet:
    rows: list[list[Value]] = [[date, "férié", label] for date, label in HOLIDAYS.items()]
    return Sheet("Calendrier", ["Date", "Type", "Libellé"], rows)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def write(target: Path, content: list[Sheet]) -> None:
    """Write the workbook; the same sheets give the same bytes."""
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": dt.datetime(2027, 1, 1), "title": "Chemins de fer"})
        heading = {"bold": True, "bottom": 1, "bg_color": "#DDE6F0"}
        plain = book.add_format(heading)
        day = book.add_format({**heading, "num_format": "dd/mm"})
        date = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        share = book.add_format({"num_format": "0 %"})
        for one in content:
            sheet = book.add_worksheet(one.name)
            sheet.freeze_panes(1, 1)
            for column, title in enumerate(one.headings):
                sheet.set_column(column, column, _width(one, column))
                _put(sheet, 0, column, title, day if isinstance(title, dt.date) else plain)
            for at, row in enumerate(one.rows, start=1):
                for column, value in enumerate(row):
                    style = date if isinstance(value, dt.date) else None
                    style = moment if isinstance(value, dt.datetime) else style
                    _put(sheet, at, column, value, share if isinstance(value, float) else style)


def _width(sheet: Sheet, column: int) -> int:
    if isinstance(sheet.headings[column], dt.date):
        return 6
    widest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    return min(max(widest, len(str(sheet.headings[column])), 6) + 2, 50)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Value,
    style: xlsxwriter.format.Format | None,
) -> None:
    """Write one cell as what it is."""
    if isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, value, style)
    elif isinstance(value, dt.date):
        midnight = dt.datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, column, midnight, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value:
        sheet.write_string(row, column, value, style)
