"""The public shift scheduling instances of Curtois and Qu (2014), as workbooks.

An instance gives lengths of shifts but no times of day; every shift starts at 06:00 here, and
no rule of the workbook looks at the hour. Its day 0 is a Monday: 4 January 2027. Cover and
requests stand at one level, so that the price of a roster is the cost the set defines.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rotaplan.domain.scenario import Language
from rotaplan.errors import WorkbookError
from rotaplan.formats.records import Records, grouped
from rotaplan.formats.tables import WORDS, Table, Value, clock, write_tables
from rotaplan.problem import Problem

_FIRST_DAY = dt.date(2027, 1, 4)
_OPENS = 6 * 60
_LEVEL = 4
_DAY_OFF = "OFF"
_REFERENCE = "Curtois, Qu (2014)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftKind:
    """A kind of shift: its length, and what may not be worked on the day after it."""

    code: str
    minutes: int
    not_before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One record of the staff section; all limits are inclusive."""

    id: str
    most_shifts: Mapping[str, int]
    most_minutes: int
    least_minutes: int
    most_work: int
    least_work: int
    least_off: int
    most_weekends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for a shift on a day, or against it."""

    employee: str
    day: int
    code: str
    weight: int
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How many people a shift needs on a day, and the prices of too few and too many."""

    day: int
    code: str
    required: int
    under: int
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An instance as its file gives it."""

    name: str
    days: int
    shifts: tuple[ShiftKind, ...]
    staff: tuple[Employee, ...]
    days_off: tuple[tuple[str, int], ...]
    requests: tuple[Request, ...]
    cover: tuple[Cover, ...]


def convert(source: Path, target: Path, language: Language = "fr") -> None:
    """Write an instance file as a workbook.

    Parameters
    ----------
    source
        The instance, such as ``Instance4.txt``.
    target
        The workbook to write; an existing file is replaced.
    language
        Language of the headings.

    Raises
    ------
    WorkbookError
        Where a line of the instance cannot be understood; the problem names it.
    """
    write_tables(target, tuple(_tables(read_instance(source), language)), language)


def read_instance(source: Path) -> Instance:
    """Return what an instance file says; raises WorkbookError on a line without sense."""
    read = Records(source.name, _sections(source))
    days = read.some("HORIZON", lambda record: int(record[0]))
    return Instance(
        name=source.stem,
        days=days[0],
        shifts=read.all("SHIFTS", _shift),
        staff=read.all("STAFF", _employee),
        days_off=tuple(
            (person, day)
            for person, *off in read.all("DAYS_OFF", lambda record: (record[0], *record[1:]))
            for day in map(int, off)
        ),
        requests=read.all("SHIFT_ON_REQUESTS", lambda record: _request(record, True))
        + read.all("SHIFT_OFF_REQUESTS", lambda record: _request(record, False)),
        cover=read.all("COVER", _cover),
    )


def _sections(source: Path) -> dict[str, list[tuple[int, list[str]]]]:
    """Return the records of each section with their line numbers."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    section: list[tuple[int, list[str]]] = []
    for number, raw in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if line.startswith("SECTION_"):
            section = found.setdefault(line.removeprefix("SECTION_"), [])
        elif line and not line.startswith("#"):
            section.append((number, [field.strip() for field in line.split(",")]))
    return found


def _shift(record: list[str]) -> ShiftKind:
    followers = record[2].split("|") if len(record) > 2 else []
    return ShiftKind(
        code=record[0],
        minutes=int(record[1]),
        not_before=tuple(code for code in followers if code),
    )


def _employee(record: list[str]) -> Employee:
    limits = (limit.split("=") for limit in record[1].split("|"))
    most_minutes, least_minutes, most_work, least_work, least_off, most_weekends = (
        int(field) for field in record[2:8]
    )
    return Employee(
        id=record[0],
        most_shifts={code: int(most) for code, most in limits},
        most_minutes=most_minutes,
        least_minutes=least_minutes,
        most_work=most_work,
        least_work=least_work,
        least_off=least_off,
        most_weekends=most_weekends,
    )


def _request(record: list[str], on: bool) -> Request:
    return Request(
        employee=record[0], day=int(record[1]), code=record[2], weight=int(record[3]), on=on
    )


def _cover(record: list[str]) -> Cover:
    day, required, under, over = (int(record[field]) for field in (0, 2, 3, 4))
    return Cover(day=day, code=record[1], required=required, under=under, over=over)


def _tables(instance: Instance, language: Language) -> Iterator[Table]:
    words = WORDS[language]
    last = _date(instance.days - 1)
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], instance.name),
            (words["start"], _FIRST_DAY),
            (words["end"], last),
            (words["zone"], "UTC"),
            (words["country"], words["none"]),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "name", "forbidden"),
        rows=[
            (one.id, one.id, "; ".join(c for c, most in one.most_shifts.items() if not most))
            for one in instance.staff
        ],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "label", "start", "end", "kind", "works"),
        rows=[
            *(
                (
                    kind.code,
                    f"{kind.code} ({kind.minutes} min)",
                    clock(_OPENS),
                    clock((_OPENS + kind.minutes) % (24 * 60)),
                    words["day"],
                    None,
                )
                for kind in instance.shifts
            ),
            (_DAY_OFF, _DAY_OFF, None, None, words["rest"], words["no"]),
        ],
    )
    yield Table(
        sheet="demand",
        columns=("code", "date", "target"),
        rows=[(line.code, _date(line.day), line.required) for line in instance.cover],
    )
    yield Table(
        sheet="absences",
        columns=("agent", "from", "to", "code"),
        rows=[(who, _date(day), _date(day), _DAY_OFF) for who, day in instance.days_off],
    )
    yield Table(
        sheet="requests",
        columns=("agent", "date", "wish", "strength"),
        rows=[
            (
                one.employee,
                _date(one.day),
                one.code if one.on else f"{words['not']} {one.code}",
                one.weight,
            )
            for one in instance.requests
        ],
    )
    yield Table(
        sheet="rules",
        columns=(
            *("rule", "who", "posts", "min", "max", "window", "value"),
            *("status", "level", "weight", "reference"),
        ),
        rows=[*_prices(instance, words), *_limits(instance, words)],
    )


def _prices(instance: Instance, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    """Yield the rows of the two priced rules."""
    prices = {(line.under, line.over) for line in instance.cover}
    if len(prices) > 1:
        raise WorkbookError([Problem(code="format-prices", facts={"found": str(sorted(prices))})])
    for under, over in prices:
        yield _row("cover_target", words["soft"], value=f"under={under}; over={over}")
    yield _row("requests", words["soft"])


def _limits(instance: Instance, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    """Yield the rows that may not be broken, one for each group of people with equal limits."""
    strict, staff = words["strict"], instance.staff
    followers = grouped(instance.shifts, lambda kind: kind.not_before)
    for codes, kinds in followers.items():
        if codes:
            yield _row(
                "forbidden_succession",
                strict,
                posts="; ".join(kind.code for kind in kinds),
                value=f"then={', '.join(codes)}",
            )
    for code in (kind.code for kind in instance.shifts):
        for most, people in grouped(staff, _most_of(code)).items():
            if 0 < most < instance.days:
                who = _named(people, staff)
                yield _row(
                    "shifts_period", strict, who=who, posts=code, most=most, window="horizon"
                )
    for (least, most), people in grouped(
        staff, lambda one: (one.least_minutes, one.most_minutes)
    ).items():
        yield _row(
            "minutes_period",
            strict,
            who=_named(people, staff),
            least=clock(least),
            most=clock(most),
            window="horizon",
        )
    for (least, most), people in grouped(
        staff, lambda one: (one.least_work, one.most_work)
    ).items():
        yield _row("work_run", strict, who=_named(people, staff), least=least, most=most)
    for least, people in grouped(staff, lambda one: one.least_off).items():
        yield _row("off_run", strict, who=_named(people, staff), least=least)
    for most, people in grouped(staff, lambda one: one.most_weekends).items():
        yield _row("weekends_max", strict, who=_named(people, staff), most=most)


def _most_of(code: str) -> Callable[[Employee], int]:
    """Return the limit on one shift, as a function of the person."""
    return lambda one: one.most_shifts[code]


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
) -> Sequence[Value]:
    """Return a row of the rules sheet; priced rows share one level and weigh 1."""
    grade = (None, None) if status == "strict" else (_LEVEL, 1)
    return (rule, who, posts, least, most, window, value, status, *grade, _REFERENCE)


def _named(people: Sequence[Employee], staff: Sequence[Employee]) -> str:
    """Return the people as a choice for the rules sheet; blank means everybody."""
    return "" if len(people) == len(staff) else "; ".join(one.id for one in people)


def _date(day: int) -> dt.date:
    return _FIRST_DAY + dt.timedelta(days=day)
