"""A real ward: the JSON files of a German hospital ward's month, as a workbook.

Run it as ``python -m benchmarks.ward FOLDER TARGET``. What the files leave open is settled here,
and only here:

* Groups (trained staff, assistants, trainees) are functions: a need asks for people of a group.
* ``N5`` and ``N€`` stand only in plans made before. The hours credited for ``N5`` are those of the
  night shift (nine of them fill one person's 8,765 minutes to the minute), so both have its
  times; they serve no need of this ward.
* The hours already credited include the shifts planned before. What is still to work is target
  less credited; one day shift more or less is allowed, more than that below is priced.
* ``wish_shifts`` name shifts wished away: some name three of them on one day. Blocked days and
  shifts are not negotiable.
* The early, late and night minimum of each group is vital cover. The intermediate shift has no
  need; it is open to whoever lacks hours.
* No history of shifts is given; the Sundays worked so far this year are a counter.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotaplan.domain.scenario import Language
from rotaplan.formats.tables import Table, Value, clock, write_tables

YEAR, MONTH, DAYS = 2024, 11, 30
SHIFTS = {"F": "F2_", "S": "S2_", "N": "N2_", "Z": "Z60"}
"""Codes by the letters that needs, wishes and blocks use."""
ELSEWHERE = ("N5", "N€")
WEEKDAYS = {
    "fr": ("lu", "ma", "me", "je", "ve", "sa", "di"),
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}
GERMAN_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
TOLERANCE_MINUTES = 460
WORDS: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "title": "Titre",
        "start": "Début",
        "end": "Fin",
        "zone": "Fuseau horaire",
        "country": "Pays",
        "none": "aucun",
        "rest": "repos",
        "not": "pas",
        "soft": "souple",
        "no": "non",
        "night": "nuit",
        "day": "jour",
        "leave": "congé",
        "absence": "absence",
        "sundays": "Dimanches",
        "counter": "compteur=dimanches; tolérance=1",
        "then": "puis",
        "gap": "écart",
        "weeks": "2 semaines",
    },
    "en": {
        "title": "Title",
        "start": "Start",
        "end": "End",
        "zone": "Time zone",
        "country": "Country",
        "none": "none",
        "rest": "off",
        "not": "not",
        "soft": "soft",
        "no": "no",
        "night": "night",
        "day": "day",
        "leave": "leave",
        "absence": "absence",
        "sundays": "Sundays",
        "counter": "counter=sundays; tolerance=1",
        "then": "then",
        "gap": "days",
        "weeks": "2 weeks",
    },
}


@dataclass(frozen=True)
class Person:
    """One employee, as all the files together describe them; days are those of the month."""

    id: str
    group: str
    skills: tuple[str, ...]
    target: int
    credited: int
    vacation: frozenset[int]
    forbidden: frozenset[int]
    planned: Mapping[int, str]
    wish_days: tuple[int, ...]
    wish_shifts: tuple[tuple[int, str], ...]
    blocked_days: frozenset[int]
    blocked_shifts: Mapping[str, frozenset[int]]
    sundays: int


@dataclass(frozen=True)
class Ward:
    """A ward's month."""

    people: tuple[Person, ...]
    shifts: Mapping[str, Mapping[str, Any]]
    needs: Mapping[str, Mapping[str, Mapping[str, int]]]


def convert(folder: Path, target: Path, language: Language = "fr") -> None:
    """Write the ward's files as a workbook; an existing one is replaced."""
    write_tables(target, tuple(_tables(read_ward(folder), language)), language)


def read_ward(folder: Path) -> Ward:
    """Return what the files say."""
    types = _load(folder, "employee_types")
    groups = {kind: group for group, kinds in types.items() for kind in kinds}
    free, hours, wishes = (
        {one["key"]: one for one in _load(folder, name)["employees"]}
        for name in (
            "free_shifts_and_vacation_days",
            "target_working_minutes",
            "wishes_and_blocked",
        )
    )
    sundays = {
        one["key"]: one["worked_sundays"]
        for one in _load(folder, "worked_sundays")["worked_sundays"]
    }
    extra = _load(folder, "general_settings")["qualifications"]
    people = []
    for one in _load(folder, "employees")["employees"]:
        key, asked = one["key"], wishes.get(one["key"], {})
        blocks: dict[str, set[int]] = {}
        for day, letter in asked.get("blocked_shifts", ()):
            blocks.setdefault(SHIFTS[letter], set()).add(day)
        people.append(
            Person(
                id=str(key),
                group=groups[one["type"]],
                skills=tuple(extra.get(str(key), ())),
                target=round(hours[key]["target"]),
                credited=round(hours[key]["actual"]),
                vacation=frozenset(free[key]["vacation_days"]),
                forbidden=frozenset(free[key]["forbidden_days"]),
                planned=dict(free[key]["planned_shifts"]),
                wish_days=tuple(asked.get("wish_days", ())),
                wish_shifts=tuple((day, SHIFTS[s]) for day, s in asked.get("wish_shifts", ())),
                blocked_days=frozenset(asked.get("blocked_days", ())),
                blocked_shifts={code: frozenset(days) for code, days in sorted(blocks.items())},
                sundays=sundays.get(key, 0),
            )
        )
    shifts = {one["shift_name"]: one for one in _load(folder, "shift_information")}
    return Ward(tuple(people), shifts, _load(folder, "minimal_number_of_staff"))


def _load(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _tables(ward: Ward, language: Language) -> Iterator[Table]:
    words = WORDS[language]
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], f"{YEAR}-{MONTH:02d}"),
            (words["start"], _date(1)),
            (words["end"], _date(DAYS)),
            (words["zone"], "Europe/Berlin"),
            (words["country"], words["none"]),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "team", "skills", "forbidden"),
        rows=[
            (
                one.id,
                one.group,
                "; ".join((one.group, *one.skills)),
                "; ".join(c for c, days in one.blocked_shifts.items() if len(days) == DAYS),
            )
            for one in ward.people
        ],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "start", "end", "break", "kind", "works"),
        rows=[*_shifts(ward, words)],
    )
    yield Table(
        sheet="demand", columns=("code", "day", "min", "skill"), rows=[*_needs(ward, language)]
    )
    yield Table(
        sheet="absences",
        columns=("agent", "from", "to", "code"),
        rows=[
            (one.id, _date(first), _date(last), code)
            for one in ward.people
            for first, last, code in _absences(one)
        ],
    )
    yield Table(sheet="requests", columns=("agent", "date", "wish"), rows=[*_wishes(ward, words)])
    yield Table(
        sheet="rules",
        columns=(
            *("rule", "who", "posts", "when", "min", "max", "window", "value"),
            *("status", "level", "weight", "note"),
        ),
        rows=[*_rules(ward, words)],
    )
    yield Table(
        sheet="pins",
        columns=("agent", "date", "code"),
        rows=[
            (one.id, _date(day), code)
            for one in ward.people
            for day, code in sorted(one.planned.items())
        ],
    )
    yield Table(
        sheet="history",
        columns=("id", words["sundays"]),
        rows=[(one.id, one.sundays) for one in ward.people],
    )


def _shifts(ward: Ward, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    for code, one in ward.shifts.items():
        yield (code, *_hours(one), words["night" if code == SHIFTS["N"] else "day"], None)
    for code in ELSEWHERE:
        yield (code, *_hours(ward.shifts[SHIFTS["N"]]), words["night"], None)
    yield ("U", None, None, None, words["leave"], words["no"])
    yield ("X", None, None, None, words["absence"], words["no"])


def _hours(shift: Mapping[str, Any]) -> tuple[str, str, int]:
    """Return start, end and pause of a shift."""
    start, end = (dt.datetime.fromisoformat(shift[name]) for name in ("start_time", "end_time"))
    return f"{start:%H:%M}", f"{end:%H:%M}", round(shift["break_duration"])


def _needs(ward: Ward, language: Language) -> Iterator[Sequence[Value]]:
    """Yield the minimum of each group, shift and weekday; all of a week where one is above 0."""
    for group, by_weekday in ward.needs.items():
        for letter in ("F", "S", "N"):
            heads = [by_weekday[name][letter] for name in GERMAN_WEEKDAYS]
            if any(heads):
                for weekday, count in zip(WEEKDAYS[language], heads, strict=True):
                    yield SHIFTS[letter], weekday, count, group
    yield SHIFTS["Z"], None, 0, None


def _absences(person: Person) -> Iterator[tuple[int, int, str]]:
    """Yield first and last day and code: leave, and what else keeps the person away."""
    other = (person.forbidden | person.blocked_days) - person.vacation - set(person.planned)
    for days, code in ((person.vacation, "U"), (other, "X")):
        for first, last in _spans(days):
            yield first, last, code


def _spans(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of consecutive days."""
    first = last = None
    for day in sorted(days):
        if first is not None and last is not None and day > last + 1:
            yield first, last
            first = None
        first = day if first is None else first
        last = day
    if first is not None and last is not None:
        yield first, last


def _wishes(ward: Ward, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    for one in ward.people:
        for day in one.wish_days:
            yield one.id, _date(day), words["rest"]
        for day, code in one.wish_shifts:
            yield one.id, _date(day), f"{words['not']} {code}"


def _rules(ward: Ward, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    nights = "; ".join((SHIFTS["N"], *ELSEWHERE))
    days = ", ".join(code for code in ward.shifts if code != SHIFTS["N"])
    soft = words["soft"]
    yield _row("rest_between", "strict", least="11:00")
    yield _row(
        *("forbidden_succession", "strict"),
        posts=nights,
        value=f"{words['then']}={days}; {words['gap']}=2",
        note="24 h",
    )
    yield _row("code_run", soft, 5, 3, posts=nights, most=3)
    yield _row("work_run", soft, 5, 3, most=5)
    yield _row("off_run", soft, 6, 1, least=2)
    yield _row("weekends_max", soft, 5, 3, most=1, window=words["weeks"])
    yield _row("balance_count", soft, 5, 1, when="dim", value=words["counter"])
    yield _row("requests", soft, 6, 2)
    yield from _blocks(ward)
    yield from _contract_hours(ward, soft)


def _blocks(ward: Ward) -> Iterator[Sequence[Value]]:
    """Yield the shifts that are blocked on some days; those blocked on all are with the person."""
    for one in ward.people:
        by_days: dict[frozenset[int], list[str]] = {}
        for code, days in one.blocked_shifts.items():
            if len(days) < DAYS:
                by_days.setdefault(days, []).append(code)
        for days, codes in by_days.items():
            when = "; ".join(f"{_date(day):%Y-%m-%d}" for day in sorted(days))
            yield _row("forbidden", "strict", who=one.id, posts="; ".join(codes), when=when)


def _contract_hours(ward: Ward, soft: str) -> Iterator[Sequence[Value]]:
    """Yield the hours still to work: the most they may be, and the least as a price."""
    most: dict[int, list[str]] = {}
    least: dict[int, list[str]] = {}
    for one in ward.people:
        planned = sum(_minutes(ward, code) for code in one.planned.values())
        goal = planned + one.target - one.credited
        most.setdefault(max(goal + TOLERANCE_MINUTES, planned), []).append(one.id)
        if goal > TOLERANCE_MINUTES:
            least.setdefault(goal - TOLERANCE_MINUTES, []).append(one.id)
    for minutes, people in sorted(most.items()):
        yield _row(
            *("minutes_period", "strict"),
            who="; ".join(people),
            most=clock(minutes),
            window="horizon",
        )
    for minutes, people in sorted(least.items()):
        yield _row(
            *("minutes_period", soft, 5, 1),
            who="; ".join(people),
            least=clock(minutes),
            window="horizon",
        )


def _minutes(ward: Ward, code: str) -> int:
    return int(ward.shifts[SHIFTS["N"] if code in ELSEWHERE else code]["working_minutes"])


def _row(
    rule: str,
    status: str,
    level: int | None = None,
    weight: int | None = None,
    *,
    who: str = "",
    posts: str = "",
    when: str = "",
    least: Value = None,
    most: Value = None,
    window: str = "",
    value: str = "",
    note: str = "",
) -> Sequence[Value]:
    """Return a row of the rules sheet."""
    return rule, who, posts, when, least, most, window, value, status, level, weight, note


def _date(day: int) -> dt.date:
    return dt.date(YEAR, MONTH, day)


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
