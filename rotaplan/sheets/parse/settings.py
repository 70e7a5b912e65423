"""The sheet of settings, and the public holidays that follow from it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.time import Horizon
from rotaplan.problem import Cell, Problems, nearest
from rotaplan.sheets import headings, tables
from rotaplan.sheets.kinds import Entry, Fault, is_empty, parse, shown
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.records import records
from rotaplan.sheets.structure import Sheet

_WHOLE_YEAR = 400
_ZONES = ("Zone A", "Zone B", "Zone C")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the sheet of settings says.

    Attributes
    ----------
    values
        Settings by name; those left blank are missing, except that a blank country is an empty
        text.
    cells
        Where each stands.
    written
        The name of each as the planner wrote it.
    """

    values: dict[str, Any]
    cells: dict[str, Cell]
    written: dict[str, str]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting, or a default."""
        return self.values.get(name, default)


def read_settings(raw: RawSheet, problems: Problems) -> Settings:
    """Read the settings: a name and, in the next filled cell, its value."""
    known = headings.headings_of("settings")
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    written: dict[str, str] = {}
    for index, row in enumerate(raw.rows):
        column = next((i for i, value in enumerate(row) if not is_empty(value)), None)
        if column is None:
            continue
        text = shown(row[column])
        name = known.get(headings.fold(text)) or known.get(headings.fold_heading(text))
        place = Cell(sheet=raw.name, row=index + 1, column=column + 2)
        if name is None:
            _report_unknown(raw, index, column, problems)
            continue
        written[name] = text
        cells[name] = place
        value = row[column + 1] if column + 1 < len(row) else ""
        if is_empty(value):
            if name == "country":
                values[name] = ""
            continue
        try:
            spec = tables.SETTINGS.column(name)
            values[name] = parse(Entry(value, place, problems), spec)
        except Fault as fault:
            fault.report(problems, place)
    return Settings(values, cells, written)


def _report_unknown(raw: RawSheet, index: int, column: int, problems: Problems) -> None:
    """Report a row whose name is not known, unless it is a title or the heading row."""
    row = raw.rows[index]
    filled = [value for value in row if not is_empty(value)]
    header = {"paramètre", "setting", "valeur", "value", "clé", "key", "nom", "name"}
    if len(filled) < 2 or {shown(value).casefold() for value in filled[:2]} & header:
        return
    problems.add(
        "setting-unknown",
        Cell(sheet=raw.name, row=index + 1, column=column + 1),
        severity="warning",
        found=shown(row[column]),
        suggestion=nearest(shown(row[column]), headings.written_headings("settings")),
    )


def horizon_of(settings: Settings, sheet: str, problems: Problems) -> Horizon | None:
    """Return the days to plan; None where the settings do not tell."""
    start, end = settings.get("start"), settings.get("end")
    days = settings.get("days") or (settings.get("weeks") or 0) * 7
    where = Cell(sheet=sheet, row=1, column=1)
    if start is None:
        if "start" not in settings.cells:
            names = headings.names_of("settings", "start")
            problems.add("setting-missing", where, expected=names[:2])
        elif not any(p.cell == settings.cells["start"] for p in problems):
            written = settings.written["start"]
            problems.add("cell-required", settings.cells["start"], column=written)
        return None
    if end is None and not days:
        if not any(
            settings.cells.get(name) in {p.cell for p in problems.errors}
            for name in ("end", "days")
        ):
            names = (
                headings.names_of("settings", "end")[:2] + headings.names_of("settings", "days")[:2]
            )
            problems.add("setting-missing", where, expected=names)
        return None
    length = days if end is None else (end - start).days + 1
    if length < 1:
        problems.add("dates-reversed", settings.cells["end"], found=f"{start} – {end}")
        return None
    if end is not None and days and days != length:
        problems.add(
            "settings-disagree", settings.cells["end"], found=str(length), expected=str(days)
        )
    if length > _WHOLE_YEAR:
        problems.add(
            "horizon-too-long", settings.cells.get("end", where), found=length, most=_WHOLE_YEAR
        )
        return None
    return Horizon(start=start, days=length, zone=_zone(settings, problems))


def _zone(settings: Settings, problems: Problems) -> str:
    name: str = settings.get("zone") or "Europe/Paris"
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        from zoneinfo import available_timezones

        problems.add(
            "zone-unknown",
            settings.cells["zone"],
            found=name,
            suggestion=nearest(name, available_timezones()),
        )
        return "Europe/Paris"
    return name


def country_of(settings: Settings) -> str:
    """Return the country of the public holidays as a code; empty for none, France by default."""
    written: str = settings.get("country", "FR")
    found = headings.meaning("country", written)
    return written.upper() if found is None else found


def public_holidays(
    settings: Settings, first: dt.date, last: dt.date, language: str, problems: Problems
) -> dict[dt.date, str]:
    """Return the public holidays of the country and its subdivision between two dates."""
    country, subdivision = country_of(settings), settings.get("subdivision") or ""
    if not country:
        return {}
    import holidays

    maker = getattr(holidays, country, None)
    # The list of all countries is slow to make: only a code that is none of them needs it.
    if getattr(maker, "country", None) != country:
        supported = holidays.list_supported_countries(include_aliases=False)
        problems.add(
            "country-unknown",
            settings.cells["country"],
            found=country,
            suggestion=nearest(country, supported),
        )
        return {}
    assert maker is not None
    known = {headings.fold(one): one for one in maker.subdivisions}
    known |= {headings.fold(alias): one for alias, one in maker.subdivisions_aliases.items()}
    known |= {headings.fold("Alsace-Moselle"): "57"} if country == "FR" else {}
    if subdivision and headings.fold(subdivision) not in known:
        problems.add(
            "subdivision-unknown",
            settings.cells["subdivision"],
            found=subdivision,
            suggestion=nearest(subdivision, [*maker.subdivisions, *maker.subdivisions_aliases]),
        )
        subdivision = ""
    spoken = next((one for one in maker.supported_languages if one.startswith(language)), None)
    found = maker(
        subdiv=known.get(headings.fold(subdivision)) if subdivision else None,
        years=range(first.year, last.year + 1),
        language=spoken,
    )
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def school_holidays(
    settings: Settings, first: dt.date, last: dt.date, problems: Problems
) -> frozenset[dt.date]:
    """Return the days of school holidays of the zone between two dates (France only)."""
    zone: str = settings.get("school_zone") or ""
    if not zone or country_of(settings) != "FR":
        return frozenset()
    import holidays

    known = {headings.fold(name.removeprefix("Zone ")): name for name in _ZONES}
    name = known.get(headings.fold(re.sub(r"(?i)^\s*zone\s+", "", zone)))
    if name is None:
        problems.add(
            "school-zone-unknown", settings.cells["school_zone"], found=zone, expected=_ZONES
        )
        return frozenset()
    years = range(first.year, last.year + 1)
    found = holidays.country_holidays("FR", subdiv=name, categories=("school",), years=years)
    return frozenset(day for day in found if first <= day <= last)


def read_calendar(
    sheet: Sheet | None,
    holidays: dict[dt.date, str],
    school: frozenset[dt.date],
    problems: Problems,
) -> Calendar:
    """Return the calendar: public and school holidays, then what the planner's own sheet says."""
    kinds: dict[dt.date, set[str]] = {day: {"school"} for day in school}
    runs_as: dict[dt.date, int] = {}
    for record in records(sheet, problems) if sheet else ():
        first = record.get("date")
        last = record.get("to", first)
        if last < first:
            record.add("dates-reversed", "to", found=f"{first} – {last}")
            continue
        word = record.get("type", "")
        known = headings.meaning("calendar_type", word) if word else None
        for step in range((last - first).days + 1):
            day = first + dt.timedelta(days=step)
            if known == "working":
                holidays.pop(day, None)
            elif known == "holiday":
                holidays[day] = record.get("label", word)
            elif word:
                kinds.setdefault(day, set()).add(known or word.casefold())
            if record.get("runs_as") is not None:
                runs_as[day] = record.get("runs_as")
    return Calendar(
        holidays=dict(sorted(holidays.items())),
        types={day: frozenset(names) for day, names in sorted(kinds.items())},
        runs_as=dict(sorted(runs_as.items())),
    )
