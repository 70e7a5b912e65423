"""Plain input workbooks: sheets with a heading row, in either language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rotaplan.domain.scenario import Language

Value = str | int | dt.date | None
_SHEETS: Mapping[str, tuple[str, str]] = {
    "settings": ("Paramètres", "Settings"),
    "staff": ("Agents", "Staff"),
    "shifts": ("Postes", "Shifts"),
    "demand": ("Besoins", "Demand"),
    "absences": ("Absences", "Absences"),
    "availability": ("Disponibilités", "Availability"),
    "requests": ("Souhaits", "Requests"),
    "rules": ("Règles", "Rules"),
    "disruptions": ("Perturbations", "Disruptions"),
    "history": ("Historique", "History"),
    "pins": ("Fixes", "Pins"),
    "roster": ("Planning", "Roster"),
}
_COLUMNS: Mapping[str, tuple[str, str]] = {
    "setting": ("Paramètre", "Setting"),
    "setting_value": ("Valeur", "Value"),
    "id": ("Matricule", "ID"),
    "name": ("Nom", "Last name"),
    "contract": ("Contrat", "Contract"),
    "team": ("Équipe", "Team"),
    "skills": ("Qualifications", "Skills"),
    "forbidden": ("Codes interdits", "Forbidden"),
    "target_hours": ("Heures cible", "Target hours"),
    "code": ("Code", "Code"),
    "label": ("Libellé", "Label"),
    "start": ("Début", "Start"),
    "end": ("Fin", "End"),
    "break": ("Pause (min)", "Break (min)"),
    "kind": ("Nature", "Kind"),
    "works": ("Compte comme travail", "Counts as work"),
    "date": ("Date", "Date"),
    "day": ("Jour", "Day"),
    "min": ("Min", "Min"),
    "target": ("Cible", "Target"),
    "max": ("Max", "Max"),
    "skill": ("Qualification", "Skill"),
    "agent": ("Agent", "Agent"),
    "from": ("Du", "From"),
    "to": ("Au", "To"),
    "type": ("Type", "Type"),
    "wish": ("Souhait", "Wish"),
    "strength": ("Force", "Weight"),
    "known": ("Connu le", "Known since"),
    "rule": ("Règle", "Rule"),
    "who": ("Qui", "Who"),
    "posts": ("Postes", "Shifts"),
    "when": ("Quand", "When"),
    "window": ("Fenêtre", "Window"),
    "value": ("Valeur", "Value"),
    "status": ("Statut", "Status"),
    "level": ("Niveau", "Level"),
    "weight": ("Poids", "Weight"),
    "reference": ("Référence", "Reference"),
    "note": ("Note", "Note"),
}
WORDS: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "start": "Début",
        "end": "Fin",
        "zone": "Fuseau",
        "country": "Pays",
        "none": "aucun",
        "lines": "Lignes du roulement",
        "title": "Titre",
        "day": "jour",
        "morning": "matin",
        "evening": "soir",
        "night": "nuit",
        "rest": "repos",
        "work": "travail",
        "yes": "oui",
        "no": "non",
        "not": "pas",
        "unavailable": "indisponible",
        "absence": "absence",
        "strict": "strict",
        "soft": "souple",
        "off": "inactif",
    },
    "en": {
        "start": "Start",
        "end": "End",
        "zone": "Time zone",
        "country": "Country",
        "none": "none",
        "lines": "Rotation lines",
        "title": "Title",
        "day": "day",
        "morning": "morning",
        "evening": "evening",
        "night": "night",
        "rest": "rest",
        "work": "work",
        "yes": "yes",
        "no": "no",
        "not": "not",
        "unavailable": "unavailable",
        "absence": "absence",
        "strict": "strict",
        "soft": "soft",
        "off": "off",
    },
}
"""Words of cells: settings, families of shifts, grades."""
_WIDEST = 60
_CREATED = dt.datetime(2027, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook.

    Attributes
    ----------
    sheet
        Name of the sheet in this module's own terms, such as ``staff``.
    columns
        Names of the columns, likewise; one that is not known stands as it is written, as the
        name of a counter does, and dates stand as dates.
    rows
        The values; texts stay texts, whatever they look like.
    """

    sheet: str
    columns: tuple[str | dt.date, ...]
    rows: Sequence[Sequence[Value]]


def write_tables(target: Path, tables: Sequence[Table], language: Language) -> None:
    """Write a new workbook, one sheet a table, with headings in the language.

    An existing file is replaced. The same tables give the same bytes.
    """
    import xlsxwriter

    which = 0 if language == "fr" else 1
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": _CREATED})
        heading = book.add_format({"bold": True, "bottom": 1})
        written = "dd/mm/yyyy" if which == 0 else "yyyy-mm-dd"
        dates = book.add_format({"num_format": written})
        days = book.add_format({"bold": True, "bottom": 1, "num_format": written})
        for table in tables:
            sheet = book.add_worksheet(_SHEETS[table.sheet][which])
            for column, name in enumerate(table.columns):
                if isinstance(name, dt.date):
                    sheet.write_datetime(0, column, _midnight(name), days)
                else:
                    name = _COLUMNS[name][which] if name in _COLUMNS else name
                    sheet.write_string(0, column, name, heading)
                widest = max((len(_shown(row[column])) for row in table.rows), default=0)
                sheet.set_column(column, column, min(max(widest, len(_shown(name))) + 2, _WIDEST))
            sheet.freeze_panes(1, 0)
            for at, row in enumerate(table.rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(at, column, _midnight(value), dates)
                    elif isinstance(value, int):
                        sheet.write_number(at, column, value)
                    elif value:
                        sheet.write_string(at, column, value)


def clock(minutes: int) -> str:
    """Return minutes as hours and minutes with a colon, such as ``14:00`` or ``144:30``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _midnight(value: dt.date) -> dt.datetime:
    return dt.datetime(value.year, value.month, value.day)


def _shown(value: Value) -> str:
    if value is None:
        return ""
    return "dd/mm/yyyy" if isinstance(value, dt.date) else str(value)
