"""The sheets of the workbook, as a planner would fill them in, and the file that holds them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from past import Grid
from service import DUTIES, RESERVE_HEADS, RESERVES, Duty, runs
from staff import DAY_ONLY, DAYS, END, HISTORY_DAYS, PAST, RESERVE, START, Away, Driver

Value = str | int | float | dt.date | None
WEEKDAYS = ("lu", "ma", "me", "je", "ve", "sa", "di")
_DAYS = {"weekday": "lu-ve", "saturday": "sa", "sunday": "di; férié"}
_FREE = (
    ("RH", "Repos hebdomadaire", "repos"),
    ("CA", "Congé annuel", "congé"),
    ("RTT", "Jour de réduction du temps de travail", "congé"),
    ("CMO", "Congé de maladie ordinaire", "absence"),
)
_LABELS = {"RM": "Réserve du matin", "RJ": "Réserve de journée", "RS": "Réserve du soir"}


@dataclass
class Sheet:
    """A sheet: its headings in row 1, one row of values below for each thing."""

    name: str
    headings: list[Value]
    rows: list[list[Value]]

    def column(self, heading: str) -> int:
        """Return the number of a column, from 1."""
        return self.headings.index(heading) + 1


def sheets(
    drivers: tuple[Driver, ...], away: tuple[Away, ...], history: Grid, rng: random.Random
) -> list[Sheet]:
    """Return all sheets of a workbook."""
    return [
        _settings(),
        _staff(drivers),
        _skills(drivers),
        _posts(),
        _demand(),
        _absences(away),
        _wishes(drivers, away, rng),
        _rules(),
        _pins(drivers, away),
        _history(drivers, history),
        _calendar(),
    ]


def _settings() -> Sheet:
    rows: list[list[Value]] = [
        ["Titre", "Régie des transports, conducteurs, semaines 10 à 13"],
        ["Début", START],
        ["Fin", END],
        ["Fuseau horaire", "Europe/Paris"],
        ["Pays", "FR"],
        ["Graine", 1],
        ["Limite de temps (s)", 170],
    ]
    return Sheet("Paramètres", ["Paramètre", "Valeur"], rows)


def _staff(drivers: tuple[Driver, ...]) -> Sheet:
    headings: list[Value] = [
        *("Matricule", "Équipe", "Site", "Régime", "Contrat", "Quotité", "Heures hebdo"),
        *("Jours non travaillés", "Apte nuit", "Codes interdits", "Réserve"),
    ]
    late_by_day = "; ".join(
        duty.code for duty in (*DUTIES, *RESERVES) if duty.late and duty.kind != "nuit"
    )
    rows: list[list[Value]] = []
    for one in drivers:
        minutes = round(35 * 60 * one.share)
        day_only = one.number in DAY_ONLY
        rows.append(
            [
                *(one.id, one.team, one.depot, "TPU", one.contract, one.share),
                f"{minutes // 60}:{minutes % 60:02d}",
                WEEKDAYS[one.day_off] if one.day_off is not None else None,
                "non" if day_only else "oui",
                late_by_day if day_only else None,
                "oui" if one.number in RESERVE else "non",
            ]
        )
    return Sheet("Agents", headings, rows)


def _skills(drivers: tuple[Driver, ...]) -> Sheet:
    rows: list[list[Value]] = [
        [one.id, held.skill, held.first, held.last] for one in drivers for held in one.skills
    ]
    return Sheet("Compétences", ["Agent", "Compétence", "Valide du", "Valide au"], rows)


def _posts() -> Sheet:
    headings: list[Value] = [
        *("Code", "Libellé", "Début", "Fin", "Début 2", "Fin 2", "TTE (min)", "Nature"),
        *("Compte comme travail", "Site", "Qualification requise", "Étiquettes"),
    ]
    rows: list[list[Value]] = []
    for duty in (*DUTIES, *RESERVES):
        times: list[Value] = [_clock(minute) for piece in duty.pieces for minute in piece]
        label = f"Service {duty.code}" if duty.line else _LABELS[duty.code]
        depot = "" if not duty.line else "DS" if duty.line in ("L4", "L5", "L6") else "DN"
        rows.append(
            [
                *(duty.code, label, *times, *[None] * (4 - len(times)), duty.minutes, duty.kind),
                *("oui", depot, "; ".join(duty.skills), _tags(duty)),
            ]
        )
    for code, label, kind in _FREE:
        rows.append([code, label, None, None, None, None, None, kind, "non", None, None, None])
    return Sheet("Postes", headings, rows)


def _tags(duty: Duty) -> str:
    """Return the line, by which a planner closes it, and whether the duty ends late."""
    return "; ".join(filter(None, (duty.line, "tardif" if duty.late else "")))


def _demand() -> Sheet:
    headings: list[Value] = ["Code", "Jour", "Min", "Cible", "Max", "Qualification", "Priorité"]
    rows: list[list[Value]] = [[duty.code, _when(duty), 1, 1, 1, None, 1] for duty in DUTIES]
    for reserve in RESERVES:
        for service, heads in RESERVE_HEADS.items():
            if count := heads.get(reserve.code):
                rows.append([reserve.code, _DAYS[service], None, count, count, None, 5])
    for code in ("RM", "RS"):
        rows.append([code, "lu-di; férié", None, 1, None, "HAB:TRAM", 4])
    return Sheet("Besoins", headings, rows)


def _when(duty: Duty) -> str:
    """Return the days on which a duty runs."""
    saturday, sunday = runs(duty, "saturday"), runs(duty, "sunday")
    if saturday and sunday:
        return "lu-di; férié"
    return ("lu-sa" if saturday else "lu-ve") + ("; di; férié" if sunday else "")


def _absences(away: tuple[Away, ...]) -> Sheet:
    rows: list[list[Value]] = [[one.driver.id, one.first, one.last, one.code] for one in away]
    return Sheet("Absences", ["Agent", "Du", "Au", "Code"], rows)


def _wishes(drivers: tuple[Driver, ...], away: tuple[Away, ...], rng: random.Random) -> Sheet:
    """Sixty wishes: for rest, most of them at weekends, against a duty, and for one."""
    rows: list[list[Value]] = []
    taken: set[tuple[str, dt.date]] = set()
    while len(rows) < 60:
        driver, date = rng.choice(drivers), START + dt.timedelta(days=rng.randrange(DAYS))
        if len(rows) < 26 and date.weekday() < 5:
            continue
        if (driver.id, date) in taken or _is_away(driver, date, away):
            continue
        open_to = [d for d in DUTIES if runs(d, "weekday") and driver.may_drive(d, date)]
        if len(rows) >= 40 and (date.weekday() >= 5 or not open_to):
            continue
        wish = "repos"
        if len(rows) >= 40:
            code = rng.choice([duty.code for duty in open_to])
            wish = f"pas {code}" if len(rows) < 52 else code
        taken.add((driver.id, date))
        rows.append([driver.id, date, wish, rng.choice(("faible", "moyen", "moyen", "fort"))])
    return Sheet("Souhaits", ["Agent", "Date", "Souhait", "Force"], rows)


def _is_away(driver: Driver, date: dt.date, away: tuple[Away, ...]) -> bool:
    return any(one.driver == driver and one.first <= date <= one.last for one in away)


def _rules() -> Sheet:
    headings: list[Value] = [
        *("Règle", "Qui", "Postes", "Quand", "Min", "Max", "Fenêtre", "Valeur", "Statut"),
        *("Niveau", "Poids", "Référence", "Note"),
    ]
    law = "Décret 2000-118"
    house = "Accord de la régie"

    def must(rule: str, reference: str, note: str = "", **columns: Value) -> list[Value]:
        return _rule(rule, "strict", None, None, reference, note, columns)

    def soft(rule: str, level: int, weight: int, note: str = "", **columns: Value) -> list[Value]:
        return _rule(rule, "souple", level, weight, house, note, columns)

    rows = [
        must("Repos quotidien", law, min="11:00"),
        must("Repos hebdomadaire", law, min="35:00"),
        must("Amplitude", law, max="13:00"),
        must("Heures par période", law, max="46:00", window="semaine"),
        must("Moyenne hebdomadaire", law, max="42:00", window="12 semaines"),
        must("Jours travaillés consécutifs", law, max=6),
        *(
            must("Jours travaillés par période", house, who=who, max=most, window="semaine")
            for who, most in (
                ("contrat:temps plein", 5),
                ("contrat:temps partiel 80", 4),
                ("contrat:mi-temps", 3),
            )
        ),
        must("Week-ends travaillés", house, "au moins un libre sur quatre", max=3),
        soft("Effectif minimum", 2, 100),
        soft("Effectif cible", 4, 10),
        soft("Week-ends travaillés", 5, 3, "un libre sur trois", max=2, window="3 semaines"),
        soft(
            *("Équilibre des postes", 5, 2, "fins de service après 22 h"),
            shifts="tardif",
            value="compteur=tardifs; tolérance=1",
        ),
        soft(
            *("Équilibre des postes", 5, 1, "samedis et dimanches"),
            when="sa; di",
            value="compteur=weekends; tolérance=1",
        ),
        soft("Repos consécutifs", 6, 2, "pas de repos isolé", min=2),
        soft("Jours travaillés consécutifs", 6, 1, "pas de jour de travail isolé", min=2),
        soft("Desiderata", 6, 2),
        soft(
            *("Plafond d'heures supplémentaires", 7, 1, "par semaine, tous ensemble"),
            max="60:00",
            value="ensemble=oui",
        ),
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
    named = [columns.get(one) for one in ("who", "shifts", "when", "min", "max", "window", "value")]
    return [rule, *named, status, level, weight, reference, note or None]


def _pins(drivers: tuple[Driver, ...], away: tuple[Away, ...]) -> Sheet:
    """Six imposed days: reserve duties spent on tutoring, and rest for a day of training."""
    wanted = (
        (dt.date(2027, 3, 10), "RJ"),
        (dt.date(2027, 3, 10), "RJ"),
        (dt.date(2027, 3, 18), "RM"),
        (dt.date(2027, 3, 25), "RJ"),
        (dt.date(2027, 3, 20), "RH"),
        (dt.date(2027, 3, 27), "RH"),
    )
    pool = [one for one in drivers if one.number in RESERVE]
    rows: list[list[Value]] = []
    for date, code in wanted:
        around = [date + dt.timedelta(days=shift) for shift in (-1, 0, 1)]
        one = next(d for d in pool if not any(_is_away(d, day, away) for day in around))
        pool.remove(one)
        rows.append([one.id, date, code])
    return Sheet("Fixes", ["Agent", "Date", "Code"], rows)


def _history(drivers: tuple[Driver, ...], history: Grid) -> Sheet:
    """The grid of the twelve weeks, with two counters that the balance rules carry on."""
    late = {duty.code for duty in (*DUTIES, *RESERVES) if duty.late}
    work = {duty.code for duty in (*DUTIES, *RESERVES)}
    dates: list[Value] = [PAST + dt.timedelta(days=day) for day in range(HISTORY_DAYS)]
    rows: list[list[Value]] = []
    for one in drivers:
        codes = history[one.id]
        weekend = sum(code in work for day, code in enumerate(codes) if day % 7 >= 5)
        rows.append([one.id, sum(code in late for code in codes), weekend, *codes])
    return Sheet("Historique", ["Matricule", "Tardifs", "Weekends", *dates], rows)


def _calendar() -> Sheet:
    rows: list[list[Value]] = [
        [dt.date(2027, 3, 29), "férié", "Lundi de Pâques, service du dimanche"]
    ]
    return Sheet("Calendrier", ["Date", "Type", "Libellé"], rows)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def write(target: Path, content: list[Sheet]) -> None:
    """Write the workbook; the same sheets give the same bytes."""
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": dt.datetime(2027, 1, 1), "title": "Régie des transports"})
        formats = {
            "heading": book.add_format({"bold": True, "bottom": 1, "bg_color": "#DDE6F0"}),
            "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
            "day": book.add_format(
                {"bold": True, "bottom": 1, "bg_color": "#DDE6F0", "num_format": "dd/mm"}
            ),
            "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"}),
            "share": book.add_format({"num_format": "0 %"}),
        }
        for one in content:
            sheet = book.add_worksheet(one.name)
            sheet.freeze_panes(1, 1)
            for column, heading in enumerate(one.headings):
                sheet.set_column(column, column, _width(one, column))
                _put(sheet, 0, column, heading, formats["heading"], formats["day"], formats)
            for at, row in enumerate(one.rows, start=1):
                for column, value in enumerate(row):
                    _put(sheet, at, column, value, None, formats["date"], formats)


def _width(sheet: Sheet, column: int) -> int:
    if isinstance(sheet.headings[column], dt.date):
        return 6
    widest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    return min(max(widest, len(str(sheet.headings[column])), 8) + 2, 50)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Value,
    text: xlsxwriter.format.Format | None,
    date: xlsxwriter.format.Format,
    formats: dict[str, xlsxwriter.format.Format],
) -> None:
    """Write one cell as what it is."""
    if isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, value, formats["moment"])
    elif isinstance(value, dt.date):
        moment = dt.datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, column, moment, date)
    elif isinstance(value, float):
        sheet.write_number(row, column, value, formats["share"])
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, value, text)
