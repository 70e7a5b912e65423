"""Judge a roster of the German ward from its JSON files alone; nothing of rotaplan is used."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

WARD = Path(__file__).resolve().parents[3] / "shared/benchmarks/real_cases/de_hospital_ward_2024_11"
LETTERS = {"F2_": "F", "S2_": "S", "N2_": "N", "Z60": "Z"}
NIGHTS = ("N2_", "N5", "N€")
DAY = 24 * 60


class Verdict(NamedTuple):
    """People missing below the minimum, and what is broken of what may not be."""

    missing: int
    breaches: list[str]


def evaluate(folder: Path, assignments: Iterable[Mapping[str, Any]]) -> Verdict:
    """Return the verdict on a JSON result's assignments."""
    plan: dict[str, dict[int, str]] = {}
    held: Counter[tuple[int, str, str]] = Counter()
    groups = _groups(folder)
    found = []
    for one in assignments:
        day = one["day"] + 1
        if day in plan.setdefault(one["person"], {}):
            found.append(f"{one['person']}: two shifts on day {day}")
        plan[one["person"]][day] = one["shift"]
        held[day, LETTERS.get(one["shift"], ""), groups[one["person"]]] += 1
    needs = _load(folder, "minimal_number_of_staff")
    missing = sum(
        max(0, count - held[day, letter, group])
        for group, by_weekday in needs.items()
        for day in range(1, 31)
        for letter, count in by_weekday[_weekday(day)].items()
    )
    return Verdict(missing, [*found, *_away(folder, plan), *_rests(folder, plan)])


def _load(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _groups(folder: Path) -> dict[str, str]:
    kinds = {
        kind: group for group, all_ in _load(folder, "employee_types").items() for kind in all_
    }
    return {str(one["key"]): kinds[one["type"]] for one in _load(folder, "employees")["employees"]}


def _weekday(day: int) -> str:
    return ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")[date(2024, 11, day).weekday()]


def _away(folder: Path, plan: Mapping[str, Mapping[int, str]]) -> Iterable[str]:
    """Yield work on days that are not free for it, and planned shifts that moved."""
    for one in _load(folder, "free_shifts_and_vacation_days")["employees"]:
        line = plan.get(str(one["key"]), {})
        planned = dict(one["planned_shifts"])
        for day in {*one["vacation_days"], *one["forbidden_days"]} - set(planned):
            if day in line:
                yield f"{one['key']}: works on day {day}"
        for day, code in planned.items():
            if line.get(day) != code:
                yield f"{one['key']}: {code} of day {day} is gone"
    for one in _load(folder, "wishes_and_blocked")["employees"]:
        line = plan.get(str(one["key"]), {})
        for day in one["blocked_days"]:
            if day in line:
                yield f"{one['key']}: works on blocked day {day}"
        for day, letter in one["blocked_shifts"]:
            if LETTERS.get(line.get(day, "")) == letter:
                yield f"{one['key']}: {letter} is blocked on day {day}"


def _rests(folder: Path, plan: Mapping[str, Mapping[int, str]]) -> Iterable[str]:
    """Yield rests under 11 hours, and under 24 between the last night and a day shift."""
    hours = {
        one["shift_name"]: tuple(
            (datetime.fromisoformat(one[name]) - datetime(2000, 1, 1)).total_seconds() / 60
            for name in ("start_time", "end_time")
        )
        for one in _load(folder, "shift_information")
    }
    hours |= dict.fromkeys(NIGHTS, hours["N2_"])
    for person, line in plan.items():
        days = sorted(line)
        for day, after in itertools.pairwise(days):
            rest = after * DAY + hours[line[after]][0] - day * DAY - hours[line[day]][1]
            night = line[day] in NIGHTS and line[after] not in NIGHTS
            if rest < (24 if night else 11) * 60:
                yield f"{person}: {rest / 60:g} h of rest before day {after}"
