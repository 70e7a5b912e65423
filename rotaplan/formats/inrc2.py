"""Instances of the second nurse rostering competition (INRC-II, 2015), as workbooks.

An instance is a scenario, the history of its nurses and one file for each week. The weeks stand
together here, all known at once: the static problem. The first day is Monday 4 January 2027.
The files give no times of day; the usual ones of the shifts' names are written, and no rule of
the workbook looks at them.

The seven priced constraints of the competition stand at one level with its weights, so that the
cost at that level is the competition's own. Its minimal cover, which no solution there may miss,
is priced one level higher: a roster with a hole is better than none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rotaplan.domain.scenario import Language
from rotaplan.errors import WorkbookError
from rotaplan.formats.records import Records, grouped
from rotaplan.formats.tables import WORDS, Table, Value, clock, write_tables
from rotaplan.problem import Problem

_FIRST_DAY = dt.date(2027, 1, 4)
_WEEK = 7
_LEVEL = 4
_REFERENCE = "Ceschia et al. (2015)"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SECTIONS = frozenset(
    {
        *("SCENARIO", "WEEKS", "SKILLS", "SHIFT_TYPES", "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"),
        *("CONTRACTS", "NURSES", "HISTORY", "NURSE_HISTORY"),
        *("WEEK_DATA", "REQUIREMENTS", "SHIFT_OFF_REQUESTS"),
    }
)
_HOURS = {
    "Early": (6 * 60, 14 * 60, "morning"),
    "Day": (8 * 60, 16 * 60, "day"),
    "Late": (14 * 60, 22 * 60, "evening"),
    "Night": (22 * 60, 6 * 60, "night"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftType:
    """A shift, with bounds on the days on end of it."""

    name: str
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Bounds of a contract, all inclusive; days and weekends are over the whole horizon."""

    name: str
    least_days: int
    most_days: int
    least_work: int
    most_work: int
    least_off: int
    most_off: int
    most_weekends: int
    whole_weekends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Nurse:
    """A nurse with contract and skills."""

    name: str
    contract: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """What a nurse brings along: counters so far, and the days on end up to the first Monday."""

    nurse: str
    days: int
    weekends: int
    last: str
    same: int
    work: int
    off: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Minimal and optimal numbers of people in a skill on a shift, Monday to Sunday."""

    shift: str
    skill: str
    numbers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A wish not to work a shift, or ``Any``, on a weekday of the week."""

    nurse: str
    shift: str
    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What one week asks for."""

    requirements: tuple[Requirement, ...]
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An instance as its files give it."""

    name: str
    skills: tuple[str, ...]
    shifts: tuple[ShiftType, ...]
    not_after: Mapping[str, tuple[str, ...]]
    contracts: Mapping[str, Contract]
    nurses: tuple[Nurse, ...]
    borders: Mapping[str, Border]
    weeks: tuple[Week, ...]


def convert(source: Path, target: Path, language: Language = "fr") -> None:
    """Write an instance as a workbook.

    Parameters
    ----------
    source
        Folder and name of the instance, such as ``datasets/n030w4_1_6-2-9-1``: data set n030w4,
        history 1, weeks 6, 2, 9 and 1. The files stand in the folder itself, or in one of it
        with the name of the data set.
    target
        The workbook to write; an existing file is replaced.
    language
        Language of the headings.

    Raises
    ------
    WorkbookError
        Where the name is none, a file is missing or one of its lines cannot be understood.
    """
    write_tables(target, tuple(_tables(read_instance(source), language)), language)


def read_instance(source: Path) -> Instance:
    """Return what the files of an instance say; raises WorkbookError as ``convert`` does."""
    match = re.fullmatch(r"(n\d+w\d+)_(\d)_(\d(?:-\d)*)", source.name)
    if match is None:
        raise WorkbookError([Problem(code="format-instance", facts={"found": source.name})])
    name, history, weeks = match.groups()
    scenario = _read(source.parent, name, f"Sc-{name}")
    borders = _read(source.parent, name, f"H0-{name}-{history}")
    numbers = weeks.split("-")
    (expected,) = scenario.some("WEEKS", lambda record: int(record[0]))
    if len(numbers) != expected:
        facts = {"found": weeks, "expected": expected}
        raise WorkbookError([Problem(code="format-weeks", facts=facts)])
    made = Instance(
        name=source.name,
        skills=scenario.some("SKILLS", lambda record: record[0]),
        shifts=scenario.some("SHIFT_TYPES", _shift),
        not_after=dict(
            scenario.all(
                "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS",
                lambda record: (record[0], tuple(record[2:])),
            )
        ),
        contracts={one.name: one for one in scenario.some("CONTRACTS", _contract)},
        nurses=scenario.some("NURSES", _nurse),
        borders={one.nurse: one for one in borders.some("NURSE_HISTORY", _border)},
        weeks=tuple(_week(_read(source.parent, name, f"WD-{name}-{one}")) for one in numbers),
    )
    _check_names(made)
    return made


def _check_names(instance: Instance) -> None:
    """Raise WorkbookError where a name stands for nothing that the files define."""
    shifts = {one.name for one in instance.shifts}
    nurses = {one.name for one in instance.nurses}
    lines = [line for week in instance.weeks for line in week.requirements]
    requests = [one for week in instance.weeks for one in week.requests]
    for known, used in (
        (set(instance.contracts), {one.contract for one in instance.nurses}),
        (set(instance.borders), nurses),
        (nurses, {one.nurse for one in requests}),
        (shifts | {"Any"}, {one.shift for one in requests}),
        (shifts | {"None"}, {one.last for one in instance.borders.values()}),
        (shifts, {line.shift for line in lines} | set(instance.not_after)),
        (shifts, {name for names in instance.not_after.values() for name in names}),
        (set(instance.skills), {line.skill for line in lines}),
        (set(instance.skills), {skill for one in instance.nurses for skill in one.skills}),
    ):
        if used - known:
            facts = {"found": ", ".join(sorted(used - known))}
            raise WorkbookError([Problem(code="format-reference", facts=facts)])


def _read(folder: Path, name: str, file: str) -> Records:
    """Return the records of a file of a data set."""
    places = [folder / f"{file}.txt", folder / name / f"{file}.txt"]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        facts = {"file": f"{file}.txt", "folder": str(folder)}
        raise WorkbookError([Problem(code="format-file", facts=facts)])
    return Records(found.name, _sections(found))


def _sections(source: Path) -> dict[str, list[tuple[int, list[str]]]]:
    """Return the records of each section; ``NAME = value`` is a section with one record more."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    section: list[tuple[int, list[str]]] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        words = re.sub(r"[(),=]", " ", line).split()
        if words and words[0] in _SECTIONS:
            section = found.setdefault(words[0], [])
            # Of the numbers behind the headings, that of the weeks alone is not a mere count.
            if words[0] == "WEEKS":
                section.append((number, words[1:]))
        elif words:
            section.append((number, words))
    return found


def _shift(record: list[str]) -> ShiftType:
    return ShiftType(name=record[0], least=int(record[1]), most=int(record[2]))


def _contract(record: list[str]) -> Contract:
    numbers = [int(field) for field in record[1:9]]
    return Contract(
        name=record[0],
        least_days=numbers[0],
        most_days=numbers[1],
        least_work=numbers[2],
        most_work=numbers[3],
        least_off=numbers[4],
        most_off=numbers[5],
        most_weekends=numbers[6],
        whole_weekends=numbers[7] == 1,
    )


def _nurse(record: list[str]) -> Nurse:
    return Nurse(name=record[0], contract=record[1], skills=tuple(record[3:]))


def _border(record: list[str]) -> Border:
    days, weekends = int(record[1]), int(record[2])
    same, work, off = (int(field) for field in record[4:7])
    return Border(
        nurse=record[0],
        days=days,
        weekends=weekends,
        last=record[3],
        same=same,
        work=work,
        off=off,
    )


def _week(records: Records) -> Week:
    return Week(
        requirements=records.some("REQUIREMENTS", _requirement),
        requests=records.all("SHIFT_OFF_REQUESTS", _request),
    )


def _requirement(record: list[str]) -> Requirement:
    numbers = [int(record[2 + at]) for at in range(2 * _WEEK)]
    return Requirement(
        shift=record[0],
        skill=record[1],
        numbers=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
    )


def _request(record: list[str]) -> Request:
    return Request(nurse=record[0], shift=record[1], weekday=_WEEKDAYS.index(record[2]))


def _tables(instance: Instance, language: Language) -> Iterator[Table]:
    words = WORDS[language]
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], instance.name),
            (words["start"], _FIRST_DAY),
            (words["end"], _date(_WEEK * len(instance.weeks) - 1)),
            (words["zone"], "UTC"),
            (words["country"], words["none"]),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "name", "contract", "skills"),
        rows=[(one.name, one.name, one.contract, "; ".join(one.skills)) for one in instance.nurses],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "label", "start", "end", "kind"),
        rows=[_hours(one.name, words) for one in instance.shifts],
    )
    yield Table(
        sheet="demand",
        columns=("code", "date", "skill", "min", "target"),
        rows=[
            (line.shift, _date(_WEEK * number + weekday), line.skill, *line.numbers[weekday])
            for number, week in enumerate(instance.weeks)
            for weekday in range(_WEEK)
            for line in week.requirements
        ],
    )
    yield Table(
        sheet="requests",
        columns=("agent", "date", "wish", "strength"),
        rows=[
            (
                one.nurse,
                _date(_WEEK * number + one.weekday),
                words["rest"] if one.shift == "Any" else f"{words['not']} {one.shift}",
                1,
            )
            for number, week in enumerate(instance.weeks)
            for one in week.requests
        ],
    )
    yield _history(instance)
    yield Table(
        sheet="rules",
        columns=(
            *("rule", "who", "posts", "min", "max", "window", "value"),
            *("status", "level", "weight", "reference"),
        ),
        rows=[
            _row("cover_minimum", words["soft"], weight=100, level=2),
            _row("cover_target", words["soft"], weight=30),
            _row("requests", words["soft"], weight=10),
            *_successions(instance, words),
            *_runs(instance, words["soft"]),
            *_totals(instance, words["soft"]),
        ],
    )


def _hours(name: str, words: Mapping[str, str]) -> Sequence[Value]:
    start, end, family = _HOURS.get(name, (6 * 60, 14 * 60, "day"))
    return name, name, clock(start), clock(end), words[family]


def _history(instance: Instance) -> Table:
    """Return a grid of past days on which every run is as long as its counter says.

    One day more than the longest run is known, so that each run has its known beginning. What
    lies before a run is only there to be of the other kind.
    """
    borders = [instance.borders[one.name] for one in instance.nurses]
    length = 1 + max(max(one.work, one.off) for one in borders)
    return Table(
        sheet="history",
        columns=("id", *(_date(day) for day in range(-length, 0))),
        rows=[(one.nurse, *_past(instance, one, length)) for one in borders],
    )


def _past(instance: Instance, border: Border, length: int) -> list[Value]:
    """Return the codes of the last days before the plan."""
    names = [one.name for one in instance.shifts]
    if border.work == 0:
        return [*[None] * (length - border.off - 1), names[0], *[None] * border.off]
    other = next(name for name in names if name != border.last)
    run = [other] * (border.work - border.same) + [border.last] * border.same
    return [*[None] * (length - border.work), *run]


def _successions(instance: Instance, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    for shift, followers in instance.not_after.items():
        if followers:
            value = f"then={', '.join(followers)}"
            yield _row("forbidden_succession", words["strict"], posts=shift, value=value)


def _runs(instance: Instance, soft: str) -> Iterator[Sequence[Value]]:
    for shift in instance.shifts:
        yield _row(
            "code_run", soft, posts=shift.name, least=shift.least, most=shift.most, weight=15
        )
    for contract, staff in grouped(instance.nurses, lambda one: one.contract).items():
        one, who = instance.contracts[contract], _named(staff, instance)
        yield _row("work_run", soft, who=who, least=one.least_work, most=one.most_work, weight=30)
        yield _row("off_run", soft, who=who, least=one.least_off, most=one.most_off, weight=30)
        if one.whole_weekends:
            yield _row("weekend_complete", soft, who=who, weight=30)


def _totals(instance: Instance, soft: str) -> Iterator[Sequence[Value]]:
    """Yield the limits over the horizon, less what the history has used of them."""

    def days(nurse: Nurse) -> tuple[int, int]:
        contract, used = instance.contracts[nurse.contract], instance.borders[nurse.name].days
        return max(contract.least_days - used, 0), max(contract.most_days - used, 0)

    def weekends(nurse: Nurse) -> int:
        used = instance.borders[nurse.name].weekends
        return max(instance.contracts[nurse.contract].most_weekends - used, 0)

    for (least, most), staff in grouped(instance.nurses, days).items():
        who = _named(staff, instance)
        yield _row(
            "days_period", soft, who=who, least=least, most=most, window="horizon", weight=20
        )
    for most, staff in grouped(instance.nurses, weekends).items():
        yield _row("weekends_max", soft, who=_named(staff, instance), most=most, weight=30)


def _row(
    rule: str,
    status: str,
    *,
    who: str = "",
    posts: str = "",
    least: int | None = None,
    most: int | None = None,
    window: str = "",
    value: str = "",
    weight: int | None = None,
    level: int = _LEVEL,
) -> Sequence[Value]:
    """Return a row of the rules sheet."""
    grade = (None, None) if weight is None else (level, weight)
    return (rule, who, posts, least, most, window, value, status, *grade, _REFERENCE)


def _named(people: Sequence[Nurse], instance: Instance) -> str:
    """Return people as a choice for the rules sheet: by contract where whole ones are meant."""
    if len(people) == len(instance.nurses):
        return ""
    contracts = {one.contract for one in people}
    if len(people) == sum(one.contract in contracts for one in instance.nurses):
        return "; ".join(name for name in instance.contracts if name in contracts)
    return "; ".join(one.name for one in people)


def _date(day: int) -> dt.date:
    return _FIRST_DAY + dt.timedelta(days=day)
