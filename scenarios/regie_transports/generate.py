"""Write base.xlsx, tendu.xlsx, sale.xlsx and expected.json; the same seed gives the same files.

Run it as ``python scenarios/regie_transports/generate.py``; it needs XlsxWriter and nothing of
rotaplan. An argument names another folder to write to.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from book import Sheet, sheets, write
from faults import plant
from past import Grid, breaches, open_duties, simulate
from service import DUTIES, RESERVE_HEADS, TRAM_LINES, runs, service_of
from staff import DAYS, END, MIXED, PAST, START, TRAM_ONLY, Away, Driver, hire, leave_and_sickness

SEED = 2027
TIGHT_AWAY = {"tram": 12, "mixte": 4, "bus": 8}
"""Drivers away for the whole horizon in tendu.xlsx, by team: 16 of them drive trams."""

# Of one re-plan, in the balanced plan; what the incident forces by itself is counted in.
_REPLAN = {
    "bus_duties_open_at_most": 2,
    "school_duties_open": 0,
    "strict_violations": 0,
    "rests_cancelled_without_consent": 0,
    "duties_changed_outside_t1_and_reserve_at_most": 6,
    "people_notified_at_most": 30,
    "cells_changed_after_the_breakdown": 0,
}
REPLANS = {
    "incident_t1.xlsx": {"bus_duties": 15, "information_agents": 9, **_REPLAN},
    "incident_t1_suite.xlsx": {
        "bus_duties": 24,
        "information_agents": 15,
        **_REPLAN,
        "share_of_new_cells_changed_again_at_most": 0.4,
    },
}
"""What a good re-plan of each incident keeps to (incident.py)."""


@dataclass(frozen=True)
class Authority:
    """What all the files are made from."""

    drivers: tuple[Driver, ...]
    history: Grid
    away: tuple[Away, ...]
    away_tight: tuple[Away, ...]


def draw() -> Authority:
    """Draw everything from the seed."""
    rng = random.Random(SEED)
    drivers = hire(rng)
    history = simulate(drivers, leave_and_sickness(drivers, PAST, 12, rng), rng)
    away = leave_and_sickness(drivers, START, DAYS // 7, rng)
    return Authority(drivers, history, away, _all_four_weeks(drivers))


def main(folder: Path) -> None:
    """Write everything."""
    made = draw()
    drivers, history, away, tight = made.drivers, made.history, made.away, made.away_tight
    if found := breaches(drivers, history):
        raise SystemExit("\n".join(found))
    base = sheets(drivers, away, history, random.Random(SEED + 1))
    write(folder / "base.xlsx", base)
    write(folder / "tendu.xlsx", sheets(drivers, tight, history, random.Random(SEED + 2)))
    dirty = sheets(drivers, away, history, random.Random(SEED + 1))
    planted = plant(dirty)
    write(folder / "sale.xlsx", dirty)
    expected = {
        "base.xlsx": {
            "rows": _rows(base),
            **_needs(),
            "history_open_duties": open_duties(history),
            "open_duties": 0,
            "strict_violations": 0,
        },
        "tendu.xlsx": {
            "away": sum(TIGHT_AWAY.values()),
            **_needs(),
            "open_tram_duties_at_least": _short_of_tram_drivers(drivers, tight),
            "strict_violations": 0,
        },
        "sale.xlsx": {"exit_code": 2, "problems": planted},
        **REPLANS,
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


def _all_four_weeks(drivers: tuple[Driver, ...]) -> tuple[Away, ...]:
    """Return the absences of tendu.xlsx: the first drivers of each team, all the time.

    Those whose licences expire stay, as does the reserve.
    """
    kept = {33, 58, 77, 101, 12, 66}
    found = []
    for team, count in TIGHT_AWAY.items():
        able = [one for one in drivers if one.team == team and one.number not in kept]
        for at, one in enumerate(able[:count]):
            found.append(Away(one, START, END, "CMO" if at % 3 == 0 else "CA"))
    return tuple(sorted(found, key=lambda one: one.driver.number))


def _short_of_tram_drivers(drivers: tuple[Driver, ...], away: tuple[Away, ...]) -> int:
    """Return how many tram duties must stay open, by counting weeks.

    Nobody works more than so many days a week, and a tram duty needs somebody with HAB:TRAM:
    what a week's tram duties exceed those days by cannot be driven, whatever the plan.
    """
    gone = {one.driver.id for one in away}
    able = [d for d in drivers if d.number in (*MIXED, *TRAM_ONLY) and d.id not in gone]
    trams = [duty for duty in DUTIES if duty.line in TRAM_LINES]
    short = 0
    for monday in range(0, DAYS, 7):
        dates = [START + dt.timedelta(days=monday + day) for day in range(7)]
        asked = sum(runs(duty, service_of(date)) for date in dates for duty in trams)
        offered = 0
        for one in able:
            days = sum(any(one.may_drive(duty, date) for duty in trams) for date in dates)
            offered += min(one.days_a_week, days)
        short += max(0, asked - offered)
    return short


def _rows(content: list[Sheet]) -> dict[str, int]:
    return {sheet.name: len(sheet.rows) for sheet in content}


def _needs() -> dict[str, int]:
    """Return how many duties and reserves the four weeks ask for."""
    services = [service_of(START + dt.timedelta(days=day)) for day in range(DAYS)]
    return {
        "duties": sum(runs(duty, service) for service in services for duty in DUTIES),
        "reserves": sum(sum(RESERVE_HEADS[service].values()) for service in services),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
