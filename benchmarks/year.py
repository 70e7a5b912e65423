"""A year of a hospital service: 86 people, 53 weeks, the law of the public hospitals, a roster.

Run it as ``python -m benchmarks.year TARGET``. The roster follows a rotation of ten days (two
early, two late, two nights, four off) on which each person starts a day later than the one
before; the shifts of those on leave are left open. It is there to be judged, not to be good.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from rotaplan.formats.tables import Table, Value, write_tables
from rotaplan.packs import load_pack
from rotaplan.sheets.packs import rule_rows

PEOPLE, DAYS = 86, 53 * 7
START = dt.date(2026, 1, 5)
ROTATION = ("M", "M", "S", "S", "N", "N", "", "", "", "")
LEAVE_DAYS = 14
_COLUMNS = (
    *("rule", "who", "posts", "min", "max", "window", "value", "status", "reference", "note"),
)
_FIELDS = (
    *("rule", "who", "shifts", "min", "max", "window", "value", "state", "reference", "note"),
)
_HOUSE = (
    ("équilibre des postes", "", "nuit", "", "", "", "tolérance=2", "souple", "", ""),
    ("équilibre des heures", "", "", "", "21:00", "", "", "souple", "", ""),
    ("jours travaillés consécutifs", "", "", "", "6", "", "", "souple", "", ""),
    ("week-ends travaillés", "", "", "", "2", "4 semaines", "", "souple", "", ""),
    ("enchaînements interdits", "", "S", "", "", "", "puis=M", "strict", "", ""),
)


def write_year(target: Path) -> None:
    """Write the workbook; an existing one is replaced."""
    write_tables(target, tuple(_tables()), "fr")


def _tables() -> Iterator[Table]:
    staff = [f"A{number:03d}" for number in range(1, PEOPLE + 1)]
    dates = [START + dt.timedelta(days=day) for day in range(DAYS)]
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(("Début", dates[0]), ("Fin", dates[-1])),
    )
    yield Table(
        sheet="staff",
        columns=("id", "Régime", "Quotité"),
        rows=[(one, "FPH", "100 %") for one in staff],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "start", "end", "break", "kind"),
        rows=(
            ("M", "06:30", "14:00", 20, "matin"),
            ("S", "13:45", "21:15", 20, "soir"),
            ("N", "21:00", "06:45", 20, "nuit"),
        ),
    )
    yield Table(
        sheet="demand", columns=("code", "min", "target"), rows=[(one, 12, 16) for one in "MSN"]
    )
    yield Table(
        sheet="absences",
        columns=("agent", "from", "to", "code"),
        rows=[
            (one, dates[first], dates[first + LEAVE_DAYS - 1], "CA")
            for number, one in enumerate(staff)
            for first in _leave(number)
        ],
    )
    yield Table(sheet="rules", columns=_COLUMNS, rows=[*_pack(), *_HOUSE])
    yield Table(
        sheet="roster",
        columns=("agent", *dates),
        rows=[
            (one, *(_code(number, day) for day in range(DAYS))) for number, one in enumerate(staff)
        ],
    )


def _leave(number: int) -> tuple[int, int]:
    """Return the first days of somebody's two leaves."""
    return number * 4 % 160, 190 + number * 4 % 160


def _code(number: int, day: int) -> str:
    """Return what somebody works on a day; nothing on leave."""
    away = any(first <= day < first + LEAVE_DAYS for first in _leave(number))
    return "" if away else ROTATION[(day + number) % len(ROTATION)]


def _pack() -> Iterator[tuple[Value, ...]]:
    """Yield the rows of the pack of the public hospitals."""
    for row in rule_rows(load_pack("fph"), "fr"):
        yield tuple(_text(row[name]) for name in _FIELDS)


def _text(value: object) -> str:
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return "" if value is None else str(value)


if __name__ == "__main__":
    write_year(Path(sys.argv[1]))
