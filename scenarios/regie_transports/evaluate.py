"""Judge a JSON result of base.xlsx or tendu.xlsx from the tables of the generator.

Nothing of rotaplan is used: a second opinion on coverage and on the strict rules.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generate import Authority
from past import FREE, Grid, breaches
from service import DUTIES, RESERVE_HEADS, RESERVES, runs, service_of
from staff import DAYS, HISTORY_DAYS, START, Away

CLOCK_CHANGE = (HISTORY_DAYS + 20) * 24 * 60 + 2 * 60
"""Sunday 28 March at 02:00, in minutes from the first day of the history."""
MOST_WEEKENDS = 3


class Verdict(NamedTuple):
    """Posts that nobody holds, and what is broken."""

    open_duties: int
    open_reserves: int
    breaches: list[str]


def evaluate(
    made: Authority, away: tuple[Away, ...], assignments: Iterable[Mapping[str, Any]]
) -> Verdict:
    """Return the verdict on a plan."""
    plan: Grid = {driver.id: ["RH"] * DAYS for driver in made.drivers}
    found = []
    for one in assignments:
        if plan[one["person"]][one["day"]] not in FREE:
            found.append(f"{one['person']}: two duties on day {one['day']}")
        plan[one["person"]][one["day"]] = one["shift"]
    whole = {driver.id: made.history[driver.id] + plan[driver.id] for driver in made.drivers}
    found += breaches(made.drivers, whole, clock_change=CLOCK_CHANGE)
    found += _not_allowed(made, away, plan)
    held = Counter((day, code) for codes in plan.values() for day, code in enumerate(codes))
    open_duties = open_reserves = 0
    for day in range(DAYS):
        service = service_of(START + dt.timedelta(days=day))
        for duty in DUTIES:
            need = int(runs(duty, service))
            open_duties += max(0, need - held[day, duty.code])
            found += [f"{duty.code}: too many on day {day}"] * (held[day, duty.code] > need)
        for reserve in RESERVES:
            need = RESERVE_HEADS[service].get(reserve.code, 0)
            open_reserves += max(0, need - held[day, reserve.code])
            found += [f"{reserve.code}: too many on day {day}"] * (held[day, reserve.code] > need)
    return Verdict(open_duties, open_reserves, found)


def _not_allowed(made: Authority, away: tuple[Away, ...], plan: Grid) -> list[str]:
    """Return duties without the licence, on days away or never worked, and worked weekends."""
    by_code = {duty.code: duty for duty in (*DUTIES, *RESERVES)}
    absent = {
        (one.driver.id, (one.first - START).days + day) for one in away for day in range(one.days)
    }
    found = []
    for driver in made.drivers:
        worked = {day: code for day, code in enumerate(plan[driver.id]) if code not in FREE}
        for day, code in worked.items():
            duty = by_code[code]
            last_day = START + dt.timedelta(days=day + (duty.end - 1) // (24 * 60))
            if (driver.id, day) in absent or day % 7 == driver.day_off:
                found.append(f"{driver.id}: works on day {day}, which is not theirs")
            if not driver.may_drive(duty, last_day):
                found.append(f"{driver.id}: may not drive {code} on day {day}")
        if len({day // 7 for day in worked if day % 7 >= 5}) > MOST_WEEKENDS:
            found.append(f"{driver.id}: works every weekend")
    return found
