"""An instance as a workbook: its employees, shifts, needs by weekday and strict rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.scenario import Language
from rotaplan.domain.work import Family
from rotaplan.formats.rws.instance import Instance, read_instance
from rotaplan.formats.rws.question import REFERENCE, family
from rotaplan.formats.tables import WORDS, Table, Value, clock, write_tables

_FIRST_DAY = dt.date(2027, 1, 4)
_FAMILY_WORDS = {Family.DAY: "day", Family.AFTERNOON: "evening", Family.NIGHT: "night"}
_WEEKDAYS: Mapping[Language, Sequence[str]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def convert(source: Path, target: Path, language: Language = "fr") -> None:
    """Write an instance file as a workbook.

    Parameters
    ----------
    source
        The instance: ``.txt`` as published with the classical ones, or ``.dzn``.
    target
        The workbook to write; an existing file is replaced.
    language
        Language of the headings.

    Raises
    ------
    WorkbookError
        Where the instance cannot be understood; the problem names the line or the name.
    """
    write_tables(target, tuple(_tables(read_instance(source), language)), language)


def _tables(instance: Instance, language: Language) -> Iterator[Table]:
    words = WORDS[language]
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], instance.name),
            (words["start"], _FIRST_DAY),
            (words["end"], _FIRST_DAY + dt.timedelta(days=WEEK - 1)),
            (words["lines"], instance.employees),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "name"),
        rows=[(f"{n + 1:03d}", f"{n + 1:03d}") for n in range(instance.employees)],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "label", "start", "end", "kind"),
        rows=[
            (
                *(one.code, one.code, clock(one.start), clock((one.start + one.minutes) % 1440)),
                words[_FAMILY_WORDS[family(one.code)]],
            )
            for one in instance.blocks
        ],
    )
    yield Table(
        sheet="demand",
        columns=("code", "day", "min", "max"),
        rows=[
            (one.code, name, held, held)
            for one, row in zip(instance.blocks, instance.demand, strict=True)
            for name, held in zip(_WEEKDAYS[language], row, strict=True)
        ],
    )
    columns = ("rule", "posts", "min", "max", "value", "status", "reference")
    yield Table(sheet="rules", columns=columns, rows=list(_rows(instance, words)))


def _rows(instance: Instance, words: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    end = (words["strict"], REFERENCE)
    yield ("work_run", "", *instance.work, "", *end)
    yield ("off_run", "", *instance.off, "", *end)
    for one in instance.blocks:
        yield ("code_run", one.code, one.least, one.most, "", *end)
    for first, then in instance.after:
        yield ("forbidden_succession", first, None, None, f"then={then}", *end)
    for first, then in instance.after_rest:
        yield ("pattern", "", None, None, f"sequence={first} {words['rest']} {then}", *end)
