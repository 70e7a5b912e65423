"""Re-cost a roster of the public shift scheduling instances from the instance file alone.

Nothing of rotaplan is imported: this is the second opinion on what ``rotaplan.formats`` and the
solver make of the same file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

Roster = dict[str, dict[int, str]]
INSTANCES = Path(__file__).resolve().parents[3] / "shared/benchmarks/schedulingbenchmarks"


@dataclass(frozen=True)
class Verdict:
    """What a roster costs, and which hard rules it breaks (as sentences)."""

    cover_cost: int
    request_cost: int
    breaches: tuple[str, ...]

    @property
    def cost(self) -> int:
        return self.cover_cost + self.request_cost


def sections(path: Path) -> dict[str, list[list[str]]]:
    """Return the records of an instance file by section, each split at its commas."""
    found: dict[str, list[list[str]]] = {}
    current: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("SECTION_"):
            current = found.setdefault(text.removeprefix("SECTION_"), [])
        elif text and not text.startswith("#"):
            current.append([part.strip() for part in text.split(",")])
    return found


def roster_of(assignments: Iterable[Mapping[str, Any]]) -> tuple[Roster, list[str]]:
    """Return a JSON result's assignments by person and day, and the days given twice."""
    roster: Roster = {}
    doubles = []
    for one in assignments:
        days = roster.setdefault(one["person"], {})
        if one["day"] in days:
            doubles.append(f"{one['person']} has two shifts on day {one['day']}")
        days[one["day"]] = one["shift"]
    return roster, doubles


def evaluate(path: Path, roster: Roster, doubles: Iterable[str] = ()) -> Verdict:
    """Judge a roster against an instance file."""
    parts = sections(path)
    horizon = int(parts["HORIZON"][0][0])
    lengths = {code: int(length) for code, length, *_ in parts["SHIFTS"]}
    after = {
        code: set(rest[0].split("|")) - {""} if rest else set()
        for code, _, *rest in parts["SHIFTS"]
    }
    breaches = [*doubles, *strangers(roster, {r[0] for r in parts["STAFF"]}, lengths, horizon)]
    for record in parts["STAFF"]:
        line = [roster.get(record[0], {}).get(day) for day in range(horizon)]
        breaches += personal(record, line, lengths, after)
    for person, *days in parts.get("DAYS_OFF", []):
        breaches += [
            f"{person} works on day off {day}"
            for day in days
            if day and int(day) in roster.get(person, {})
        ]
    return Verdict(cover_cost(parts, roster), request_cost(parts, roster), tuple(breaches))


def strangers(
    roster: Roster, people: set[str], lengths: Mapping[str, int], horizon: int
) -> Iterable[str]:
    """Yield people, shifts and days that the instance does not know."""
    for person, days in roster.items():
        if person not in people:
            yield f"nobody is called {person}"
        for day, code in days.items():
            if code not in lengths or not 0 <= day < horizon:
                yield f"{person} has {code} on day {day}"


def personal(
    record: list[str],
    line: list[str | None],
    lengths: Mapping[str, int],
    after: Mapping[str, set[str]],
) -> Iterable[str]:
    """Yield what one person's line breaks; ``None`` is a day off."""
    person, most_shifts = record[0], record[1]
    most_minutes, least_minutes, most_run, least_run, least_off, most_weekends = map(
        int, record[2:8]
    )
    for day, (code, following) in enumerate(pairwise(line)):
        if code is not None and following in after.get(code, ()):
            yield f"{person}: {following} follows {code} on day {day + 1}"
    held = Counter(line)
    for limit in most_shifts.split("|"):
        code, most = limit.split("=")
        if held[code] > int(most):
            yield f"{person}: {held[code]} shifts {code}"
    minutes = sum(lengths.get(code, 0) for code in line if code is not None)
    if not least_minutes <= minutes <= most_minutes:
        yield f"{person}: {minutes} minutes"
    weekends = sum(
        any(code is not None for code in line[day : day + 2]) for day in range(5, len(line), 7)
    )
    if weekends > most_weekends:
        yield f"{person}: {weekends} weekends"
    day = 0
    for works, group in groupby(code is not None for code in line):
        length = len(list(group))
        first, day = day, day + length
        inside = first > 0 and day < len(line)
        if works and length > most_run:
            yield f"{person}: works {length} days from day {first}"
        if inside and length < (least_run if works else least_off):
            yield f"{person}: only {length} days {'of work' if works else 'off'} from day {first}"


def request_cost(parts: Mapping[str, list[list[str]]], roster: Roster) -> int:
    """Return the weights of the requests not granted."""
    missed = sum(
        int(weight)
        for person, day, code, weight in parts.get("SHIFT_ON_REQUESTS", [])
        if roster.get(person, {}).get(int(day)) != code
    )
    imposed = sum(
        int(weight)
        for person, day, code, weight in parts.get("SHIFT_OFF_REQUESTS", [])
        if roster.get(person, {}).get(int(day)) == code
    )
    return missed + imposed


def cover_cost(parts: Mapping[str, list[list[str]]], roster: Roster) -> int:
    """Return the price of people missing and of people too many."""
    held = Counter((day, code) for days in roster.values() for day, code in days.items())
    cost = 0
    for day, code, required, under, over in parts["COVER"]:
        gap = int(required) - held[int(day), code]
        cost += int(under) * max(gap, 0) + int(over) * max(-gap, 0)
    return cost
