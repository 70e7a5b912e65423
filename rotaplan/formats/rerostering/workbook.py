"""A re-rostering case as a workbook: the schedule in force, and rules that price its changes.

The set counts the cells that are not as they were, whatever they were: the rule of the number of
changes a person, with a maximum of none, does so at level 3. What the set calls preferences are
wishes, at level 6. Its cover is a minimum that may not be missed, its hours are those of a week.
Nothing is asked of notice, kind of change or days of rest here: these rules are set aside.

Day 1 is Monday 4 January 2027. The set names its shifts early, late and night, and gives their
lengths; the usual hours are written. Codes that somebody may never work stand in the sheet of
people, those closed on some days only are hours in which they cannot come. The absences are
disruptions that become known on the first day that may change, so that this is the moment of the
re-plan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rotaplan.domain.scenario import Language
from rotaplan.formats.records import grouped
from rotaplan.formats.rerostering.case import Case, read_case
from rotaplan.formats.tables import WORDS, Table, Value, clock, write_tables

CODES = ("", "E", "L", "N")
"""Codes of the entries, in the order of the set; a day off is an empty cell."""
_HOURS = {1: (6 * 60, 14 * 60), 2: (14 * 60, 22 * 60), 3: (22 * 60, 6 * 60)}
_LABELS = {1: "early", 2: "late", 3: "night"}
_FAMILIES = {1: "morning", 2: "evening", 3: "night"}
_FIRST_DAY = dt.date(2027, 1, 4)
_CHANGES, _WISHES = 3, 6
_SET_ASIDE = ("cover_target", "recall_rule", "change_cost", "people_disturbed")
_REFERENCE = "Wickert, Smet, Vanden Berghe (2019)"


def convert(source: Path, target: Path, language: Language = "fr") -> None:
    """Write a case as a workbook with its published schedule.

    Parameters
    ----------
    source
        The case, such as ``sc-small__av-loose__dp-weekday_high__sev-leicht.json.gz``.
    target
        The workbook to write; an existing file is replaced.
    language
        Language of the headings.

    Raises
    ------
    WorkbookError
        Where the file is no case of the set.
    """
    write_tables(target, tuple(_tables(read_case(source), language)), language)


def person_id(person: int) -> str:
    """Return the staff number of somebody whom the set knows by number."""
    return f"P{person:03d}"


def date_of(day: int) -> dt.date:
    """Return the date of a day of the set; the first is day 1."""
    return _FIRST_DAY + dt.timedelta(days=day - 1)


def _tables(case: Case, language: Language) -> Iterator[Table]:
    words = WORDS[language]
    days, working = range(1, case.days + 1), range(1, len(CODES))
    closed = {person: _never(case, person) for person in range(case.people)}
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], case.name),
            (words["start"], date_of(1)),
            (words["end"], date_of(case.days)),
            (words["zone"], "UTC"),
            (words["country"], words["none"]),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "name", "forbidden"),
        rows=[
            (person_id(person), person_id(person), "; ".join(CODES[entry] for entry in entries))
            for person, entries in closed.items()
        ],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "label", "start", "end", "kind"),
        rows=[
            (
                *(CODES[entry], _LABELS[entry]),
                *(clock(minute) for minute in _HOURS[entry]),
                words[_FAMILIES[entry]],
            )
            for entry in working
        ],
    )
    yield Table(
        sheet="demand",
        columns=("code", "date", "min"),
        rows=[
            (CODES[entry], _dates(chosen), people)
            for entry in working
            for people, chosen in grouped(days, _asked(case, entry)).items()
        ],
    )
    yield Table(
        sheet="availability",
        columns=("agent", "date", "start", "end", "type"),
        rows=[
            (
                *(person_id(person), _dates(d for d in days if not case.open[person][d][entry])),
                *(clock(minute) for minute in _HOURS[entry]),
                words["unavailable"],
            )
            for person in range(case.people)
            for entry in working
            if entry not in closed[person]
            if not all(case.open[person][d][entry] for d in days)
        ],
    )
    yield Table(
        sheet="requests",
        columns=("agent", "date", "wish", "strength"),
        rows=[
            (person_id(person), _dates(chosen), f"{words['not']} {CODES[entry]}", cost)
            for person in range(case.people)
            for entry in working
            for cost, chosen in sorted(_priced(case, person, entry).items())
        ],
    )
    yield Table(
        sheet="rules",
        columns=(
            *("rule", "who", "posts", "min", "max", "window", "value"),
            *("status", "level", "weight", "reference"),
        ),
        rows=[*_rules(case, words["strict"], words["soft"], words["off"])],
    )
    yield Table(
        sheet="disruptions",
        columns=("type", "start", "end", "known", "target"),
        rows=[
            (
                *(words["absence"], date_of(one.first), date_of(one.last)),
                *(date_of(case.frozen + 1), person_id(one.person)),
            )
            for one in case.absences
        ],
    )
    yield Table(
        sheet="roster",
        columns=("id", *(date_of(day) for day in days)),
        rows=[
            (person_id(person), *(CODES[case.published[person][day]] for day in days))
            for person in range(case.people)
        ],
    )


def _asked(case: Case, entry: int) -> Callable[[int], int]:
    """Return the number of people asked for on an entry, as a function of the day."""
    return lambda day: case.demand[day][entry]


def _never(case: Case, person: int) -> list[int]:
    """Return the entries that somebody may work on no day."""
    return [
        entry
        for entry in range(1, len(CODES))
        if not any(case.open[person][day][entry] for day in range(1, case.days + 1))
    ]


def _priced(case: Case, person: int, entry: int) -> dict[int, list[int]]:
    """Return the days on which an entry costs somebody something, by that cost.

    The set counts days that may change only; there is nothing to wish for on closed days.
    """
    days = [
        day
        for day in range(case.frozen + 1, case.days + 1)
        if case.cost[person][day][entry] and case.open[person][day][entry]
    ]
    return grouped(days, lambda day: case.cost[person][day][entry])


def _dates(days: Iterable[int]) -> str:
    """Return days as a choice of dates, days on end as one range."""
    parts = []
    for _, run in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        dates = [date_of(day).isoformat() for _, day in run]
        parts.append(dates[0] if len(dates) == 1 else f"{dates[0]}..{dates[-1]}")
    return "; ".join(parts)


def _rules(case: Case, strict: str, soft: str, off: str) -> Iterator[Sequence[Value]]:
    yield _row("cover_minimum", strict)
    yield _row("freeze", strict, least="00:00")
    for first, second in case.not_after:
        yield _row(
            "forbidden_succession", strict, posts=CODES[first], value=f"then={CODES[second]}"
        )
    for hours, people in grouped(range(case.people), lambda one: case.most_hours[one]).items():
        who = "" if len(people) == case.people else "; ".join(map(person_id, people))
        yield _row("minutes_period", strict, who=who, most=clock(hours * 60), window="week")
    yield _row("change_cap", soft, most=0, level=_CHANGES, weight=1)
    yield _row("requests", soft, level=_WISHES, weight=1)
    for rule in _SET_ASIDE:
        yield _row(rule, off)


def _row(
    rule: str,
    status: str,
    *,
    who: str = "",
    posts: str = "",
    least: Value = None,
    most: Value = None,
    window: str = "",
    value: str = "",
    level: Value = None,
    weight: Value = None,
) -> Sequence[Value]:
    """Return a row of the rules sheet."""
    return (rule, who, posts, least, most, window, value, status, level, weight, _REFERENCE)
