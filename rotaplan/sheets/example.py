"""The small example of a new workbook: a service of ten people, two weeks, three shifts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rotaplan.sheets.headings import heading, sheet_heading
from rotaplan.sheets.headings import word as word_of
from rotaplan.sheets.parse.rules import heading_of, param_heading
from rotaplan.text import say

START = dt.date(2027, 3, 8)
DAYS = 14
HISTORY_DAYS = 14
_PEOPLE = 10
_CYCLE = "MMSS.N...."
"""Ten people one day apart on this cycle fill two M, two S and one N every day."""
_WITHOUT_NIGHTS = (4, 9)
_PART_TIME = (3, 8)
_NIGHT_SKILL = "HAB:N"

Row = Mapping[str, object]


def rows(language: str) -> Mapping[str, Sequence[Row]]:
    """Return the rows of each sheet, by column name."""
    return {
        "settings": [_settings(language)],
        "agents": _agents(language),
        "shifts": _shifts(language),
        "demand": _demand(language),
        "rules": _rules(language),
        "skills": _skills(),
        "absences": _absences(language),
        "wishes": _wishes(language),
        "pins": [{"person": _id(1), "date": START + dt.timedelta(days=2), "code": "M"}],
        "availability": _availability(language),
        "calendar": _calendar(language),
        "disruptions": _disruptions(language),
        "scenarios": _scenarios(language),
        "rates": _rates(language),
    }


def history() -> Mapping[str, Sequence[str]]:
    """Return the codes of the days before the start, by person; a day off is empty."""
    found = {}
    for number in range(1, _PEOPLE + 1):
        codes = [_CYCLE[(day + number) % len(_CYCLE)] for day in range(HISTORY_DAYS)]
        if number in _WITHOUT_NIGHTS:
            codes = ["" if code == "N" else code for code in codes]
        found[_id(number)] = ["" if code == "." else code for code in codes]
    return found


def name(number: int, language: str) -> str:
    """Return the name of a person of the example."""
    return say(language, "example-name", number=f"{number:02d}")


def _id(number: int) -> str:
    return f"{number:04d}"


def _settings(language: str) -> Row:
    return {
        "title": say(language, "template-title"),
        "start": START,
        "days": DAYS,
        "zone": "Europe/Paris",
        "country": "FR",
        "seed": 1,
        "time_limit": 60,
    }


def _agents(language: str) -> list[Row]:
    found: list[Row] = []
    for number in range(1, _PEOPLE + 1):
        part = number in _PART_TIME
        found.append(
            {
                "person": _id(number),
                "last_name": name(number, language),
                "fte": 0.8 if part else 1,
                "weekly_hours": dt.timedelta(hours=28 if part else 35),
                "team": "A" if number <= _PEOPLE // 2 else "B",
                "days_off": word_of("weekday", "2", language) if part else None,
                "night_fit": word_of("flag", "no", language) if number in _WITHOUT_NIGHTS else None,
            }
        )
    return found


def _shifts(language: str) -> list[Row]:
    worked = [
        ("M", "morning", dt.time(6, 45), dt.time(14, 15), None),
        ("S", "evening", dt.time(14, 0), dt.time(21, 30), None),
        ("N", "night", dt.time(21, 15), dt.time(7, 0), _NIGHT_SKILL),
    ]
    found: list[Row] = [
        {
            "code": code,
            "label": word_of("family", family, language),
            "start": start,
            "end": end,
            "pause": 30,
            "family": word_of("family", family, language),
            "skills": skill,
        }
        for code, family, start, end, skill in worked
    ]
    for code, family in (("RH", "rest"), ("CA", "leave")):
        label = word_of("family", family, language)
        found.append({"code": code, "label": label, "family": label})
    return found


def _demand(language: str) -> list[Row]:
    week = f"{word_of('weekday', '0', language)} - {word_of('weekday', '4', language)}"
    weekend = word_of("days", "weekend", language)
    holiday = word_of("days", "holiday", language)
    return [
        {"code": "M", "weekday": week, "min": 2, "target": 3, "max": 3},
        {"code": "M", "weekday": weekend, "min": 1, "target": 2, "max": 2},
        {"code": "M", "day_type": holiday, "min": 1, "target": 2, "max": 2},
        {"code": "S", "min": 1, "target": 2, "max": 2},
        {"code": "S", "day_type": holiday, "min": 1, "target": 2, "max": 2},
        {"code": "N", "min": 1, "target": 1, "max": 1, "priority": 1},
        {"code": "N", "day_type": holiday, "min": 1, "target": 1, "max": 1, "priority": 1},
    ]


def _rules(language: str) -> list[Row]:
    strict = word_of("rule_state", "strict", language)
    soft = word_of("rule_state", "soft", language)
    night = word_of("family", "night", language)
    week = word_of("period", "week", language)
    tolerance = f"{param_heading('tolerance', language)}=1"
    scaled = f"{param_heading('prorata', language)}={word_of('flag', 'yes', language)}"
    hours = dt.timedelta
    found: list[Row] = [
        {"rule": "rest_between", "min": hours(hours=11), "state": strict},
        {"rule": "weekly_rest", "min": hours(hours=35), "state": strict},
        {"rule": "minutes_period", "max": hours(hours=48), "window": week, "state": strict},
        {
            "rule": "minutes_period",
            "max": hours(hours=70),
            "window": word_of("period", "horizon", language),
            "value": scaled,
            "state": soft,
            "level": 5,
            "weight": 3,
        },
        {"rule": "work_run", "max": 5, "state": strict},
        {"rule": "code_run", "shifts": night, "max": 3, "state": strict},
        {"rule": "off_run", "min": 2, "state": soft, "level": 6, "weight": 2},
        {"rule": "weekend_complete", "state": soft, "level": 6, "weight": 3},
        {
            "rule": "balance_count",
            "shifts": night,
            "value": tolerance,
            "state": soft,
            "level": 5,
            "weight": 5,
        },
    ]
    return [{**row, "rule": heading_of(str(row["rule"]), language)} for row in found]


def _skills() -> list[Row]:
    return [
        {
            "person": _id(number),
            "skill": _NIGHT_SKILL,
            "from": dt.date(2026, 1, 1),
            "to": START + dt.timedelta(days=9) if number == 7 else dt.date(2028, 12, 31),
        }
        for number in range(1, _PEOPLE + 1)
        if number not in _WITHOUT_NIGHTS
    ]


def _absences(language: str) -> list[Row]:
    asked = word_of("flag", "no", language)
    return [
        {"person": _id(2), "from": START, "to": START + dt.timedelta(days=4), "code": "CA"},
        {"person": _id(6), "from": START + dt.timedelta(days=10), "code": "CA"},
        {
            "person": _id(9),
            "from": START + dt.timedelta(days=8),
            "code": "CA",
            "half": word_of("half", "afternoon", language),
        },
        {"person": _id(10), "from": START + dt.timedelta(days=11), "code": "CA", "firm": asked},
    ]


def _wishes(language: str) -> list[Row]:
    off = word_of("off", "off", language)
    without = f"{word_of('not', 'not', language)} N"
    return [
        {"person": _id(5), "date": START + dt.timedelta(days=5), "wish": off, "strength": 5},
        {"person": _id(7), "date": START + dt.timedelta(days=3), "wish": without, "strength": 2},
        {"person": _id(8), "date": START + dt.timedelta(days=7), "wish": "M"},
    ]


def _availability(language: str) -> list[Row]:
    return [
        {
            "person": _id(4),
            "weekday": word_of("weekday", "3", language),
            "start": dt.time(18, 0),
            "end": dt.time(23, 0),
            "kind": word_of("availability", "unavailable", language),
        }
    ]


def _calendar(language: str) -> list[Row]:
    return [
        {
            "date": START + dt.timedelta(days=9),
            "type": say(language, "example-day-type"),
            "label": say(language, "example-day-label"),
        }
    ]


def _scenarios(language: str) -> list[Row]:
    """Return two variants: one more person, and two at night."""
    return [
        {
            "name": say(language, "example-more-people"),
            "sheet": sheet_heading("agents", language),
            "key": _id(1),
            "field": word_of("headcount", "headcount", language).capitalize(),
            "value": 2,
        },
        {
            "name": say(language, "example-second-night"),
            "sheet": sheet_heading("demand", language),
            "key": "N",
            "field": heading("demand", "target", language),
            "value": 2,
        },
    ]


def _rates(language: str) -> list[Row]:
    """Return the rate of one team, and that of all others."""
    return [
        {"team": "A", "rate": 0.08},
        {"team": word_of("everybody", "every", language), "rate": 0.05},
    ]


def _disruptions(language: str) -> list[Row]:
    return [
        {
            "id": "V1",
            "type": word_of("disruption", "volunteer", language),
            "start": START + dt.timedelta(days=7),
            "end": START + dt.timedelta(days=11),
            "certainty": word_of("certainty", "sure", language),
            "known": dt.datetime.combine(START + dt.timedelta(days=4), dt.time(9, 30)),
            "target": _id(1),
        }
    ]
