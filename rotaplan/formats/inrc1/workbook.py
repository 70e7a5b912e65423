"""An instance of the first nurse rostering competition as the sheets of a workbook.

Its soft constraints stand at one level with its weights, so that the cost at that level is the
competition's own. Cover must be met exactly there: too many people are strictly ruled out here
too, and people missing are priced two levels higher, so that a roster with a hole is better than
none.

Weekends of more days than Saturday and Sunday, where they are to be whole or of one shift, are
said as unwanted patterns of these days. What the competition took out of its model is left out:
nights before a free weekend, and weekends worked in four weeks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from rotaplan.domain.scenario import Language
from rotaplan.formats.inrc1.instance import (
    WEEKDAYS,
    WEEKENDS,
    Contract,
    Employee,
    Instance,
    Pattern,
    ShiftType,
    read_instance,
)
from rotaplan.formats.records import grouped
from rotaplan.formats.tables import WORDS, Table, Value, write_tables

_LEVEL = 4
_REFERENCE = "Haspeslagh et al. (2014)"
_FRENCH = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ANY, _NONE = "Any", "None"
_BROKEN = {1: "WF FW WWF FWW WWWF FWWW", 2: "WFF FWF FFW WWFF FFWW FWWF"} | {
    3: "WFFF FWFF FFWF FFFW",
    4: "WFW",
    5: "WWFW WFWW",
    6: "WFWF FWFW WFFW",
}
"""Units that a weekend of days worked (W) and free (F) costs; the others cost nothing."""


def convert(source: Path, target: Path, language: Language = "fr") -> None:
    """Write an instance file as a workbook.

    Parameters
    ----------
    source
        The instance, such as ``sprint01.xml``.
    target
        The workbook to write; an existing file is replaced.
    language
        Language of the headings.

    Raises
    ------
    WorkbookError
        Where the file is no XML, or one of its elements cannot be understood.
    """
    write_tables(target, tuple(_tables(read_instance(source), language)), language)


def _tables(instance: Instance, language: Language) -> Iterator[Table]:
    words, contracts = WORDS[language], _contract_names(instance)
    yield Table(
        sheet="settings",
        columns=("setting", "setting_value"),
        rows=(
            (words["title"], instance.name),
            (words["start"], instance.start),
            (words["end"], instance.end),
            (words["zone"], "UTC"),
            (words["country"], words["none"]),
        ),
    )
    yield Table(
        sheet="staff",
        columns=("id", "name", "contract", "skills"),
        rows=[
            (one.id, one.name, contracts[one.contract], "; ".join(sorted(one.skills)))
            for one in instance.employees
        ],
    )
    yield Table(
        sheet="shifts",
        columns=("code", "label", "start", "end", "kind"),
        rows=[
            (one.id, one.label, one.start, one.end, words[_family(one)]) for one in instance.shifts
        ],
    )
    yield Table(
        sheet="demand",
        columns=("code", "date", "min", "max"),
        rows=[
            (shift, day, number, number)
            for (day, shift), number in sorted(instance.cover.items())
            if number
        ],
    )
    yield Table(
        sheet="requests",
        columns=("agent", "date", "wish", "strength"),
        rows=[
            (one.employee, one.date, _wish(one.shift, one.on, words), one.weight)
            for one in instance.requests
        ],
    )
    yield Table(
        sheet="rules",
        columns=(
            *("rule", "who", "posts", "when", "min", "max", "window", "value"),
            *("status", "level", "weight", "reference"),
        ),
        rows=list(_Rules(instance, language).rows()),
    )


def _contract_names(instance: Instance) -> Mapping[str, str]:
    """Return what contracts are called: by their description, where it means nothing else."""
    taken = {skill for one in instance.employees for skill in one.skills}
    taken |= {one.id for one in instance.employees} | {""}
    names = [one.name for one in instance.contracts.values()]
    return {
        key: one.name if one.name not in taken and names.count(one.name) == 1 else f"contract {key}"
        for key, one in instance.contracts.items()
    }


def _family(shift: ShiftType) -> str:
    """Return the family of a shift by its times of day."""
    if shift.end <= shift.start:
        return "night"
    return "morning" if shift.start < "08:00" else "day" if shift.start < "12:00" else "evening"


def _wish(shift: str | None, on: bool, words: Mapping[str, str]) -> str:
    """Return a wish in words; None stands for any work."""
    if shift is None:
        return words["work"] if on else words["rest"]
    return shift if on else f"{words['not']} {shift}"


class _Rules:
    """Makes the rows of the rules sheet of an instance in a language."""

    def __init__(self, instance: Instance, language: Language) -> None:
        self._instance, self._words = instance, WORDS[language]
        self._contracts = _contract_names(instance)
        self._weekdays = _FRENCH if language == "fr" else WEEKDAYS
        staff = grouped(instance.employees, lambda one: one.contract)
        self._staffed = [(instance.contracts[key], staff[key]) for key in sorted(staff)]

    def rows(self) -> Iterator[Sequence[Value]]:
        """Yield all rows."""
        yield self._row("cover_minimum", 100, level=2)
        # Minimum and target are one number here: a place missing is not to be priced twice.
        yield self._row("cover_target", None, status="off")
        yield self._row("cover_maximum", None, status="strict")
        # The competition looks at the order of shifts alone, never at their hours.
        yield self._row("no_overlap", None, status="off")
        yield self._row("requests", 1)
        for contract, staff in self._staffed:
            yield from self._counts(contract, self._named(staff))
            yield from self._weekends(contract, self._named(staff))
            yield from self._skills(contract, staff)
        for pattern in self._instance.patterns.values():
            yield from self._pattern(pattern)

    def _counts(self, contract: Contract, who: str) -> Iterator[Sequence[Value]]:
        """Yield the limits on assignments, and on days and weekends on end."""
        edges = f"edges={self._words['yes']}"
        first, length = WEEKENDS[contract.weekend]
        belongs = [f"friday={self._words['yes']}"] if first == 4 else []
        belongs += [f"monday={self._words['yes']}"] if first + length > 7 else []
        for name, rule, window, value, vacuous in (
            ("NumAssignments", "days_period", "horizon", "", 0),
            ("ConsecutiveWorkingDays", "work_run", "", edges, 1),
            ("ConsecutiveFreeDays", "off_run", "", edges, 1),
        ):
            most, least = (contract.clauses.get(f"{side}{name}") for side in ("Max", "Min"))
            if most is not None:
                yield self._row(rule, most.weight, who=who, most=most.value, window=window)
            if least is not None and least.value > vacuous:
                yield self._row(
                    rule, least.weight, who=who, least=least.value, window=window, value=value
                )
        most = contract.clauses.get("MaxConsecutiveWorkingWeekends")
        if most is not None:
            value = "; ".join(belongs)
            yield self._row("weekend_run", most.weight, who=who, most=most.value, value=value)
        least = contract.clauses.get("MinConsecutiveWorkingWeekends")
        if least is not None and least.value > 1:
            value = "; ".join([f"worked={least.value}", edges, *belongs])
            yield self._row("weekend_run", least.weight, who=who, value=value)

    def _weekends(self, contract: Contract, who: str) -> Iterator[Sequence[Value]]:
        """Yield what weekends are to be like: whole, and of one shift."""
        whole = contract.clauses.get("CompleteWeekends")
        same = contract.clauses.get("IdenticalShiftTypesDuringWeekend")
        if contract.weekend == "SaturdaySunday":
            if whole is not None:
                yield self._row("weekend_complete", whole.weight, who=who)
            if same is not None:
                yield self._row("weekend_identical", 2 * same.weight, who=who)
            return
        for when, length in self._shapes(contract.weekend):
            if whole is not None:
                for units, states in _BROKEN.items():
                    for state in (one for one in states.split() if len(one) == length):
                        days = [_ANY if day == "W" else _NONE for day in state]
                        yield self._unwanted(days, units * whole.weight, who, when)
            if same is not None:
                for days in self._mixed(length):
                    yield self._unwanted(days, length * same.weight, who, when)

    def _shapes(self, weekend: str) -> Iterator[tuple[str | dt.date, int]]:
        """Yield where the weekends of a definition begin, and how many days they have.

        Whole ones begin on a weekday; one that an end of the horizon cuts, on a date. A single
        day left of a weekend asks for nothing.
        """
        first, length = WEEKENDS[weekend]
        yield self._weekdays[first], length
        start, end = self._instance.start, self._instance.end
        begun = (start.weekday() - first) % 7
        if 0 < begun < length - 1:
            yield start, length - begun
        left = (end.weekday() - first) % 7 + 1
        if 1 < left < length:
            yield end - dt.timedelta(days=left - 1), left

    def _mixed(self, length: int) -> Iterator[list[str]]:
        """Yield patterns that hold once for each shift of a weekend beyond the first kind.

        A kind counts on its first day: no day before is of that kind. All days are worked.
        """
        kinds = [one.id for one in self._instance.shifts]
        for kind, day in product(kinds, range(1, length)):
            others = "|".join(one for one in kinds if one != kind)
            if others:
                yield [others] * day + [kind] + [_ANY] * (length - day - 1)

    def _skills(self, contract: Contract, staff: Sequence[Employee]) -> Iterator[Sequence[Value]]:
        """Yield a price for each shift worked without its skills."""
        price = contract.clauses.get("AlternativeSkillCategory")
        if price is None:
            return

        def lacking(one: Employee) -> tuple[str, ...]:
            return tuple(s.id for s in self._instance.shifts if not s.skills <= one.skills)

        for codes, people in grouped(staff, lacking).items():
            if codes:
                yield self._row(
                    "shifts_period",
                    price.weight,
                    who=self._named(people),
                    posts="; ".join(codes),
                    most=0,
                    window="horizon",
                )

    def _pattern(self, pattern: Pattern) -> Iterator[Sequence[Value]]:
        """Yield a pattern for those whose contract does not want it."""
        staff = [p for one, people in self._staffed for p in people if pattern.id in one.patterns]
        if staff and pattern.weight and pattern.shifts:
            when = "" if pattern.weekday is None else self._weekdays[pattern.weekday]
            yield self._unwanted(pattern.shifts, pattern.weight, self._named(staff), when)

    def _unwanted(
        self, days: Sequence[str], weight: int, who: str, when: str | dt.date
    ) -> Sequence[Value]:
        named = {_ANY: self._words["work"], _NONE: self._words["rest"]}
        value = "sequence=" + ", ".join(named.get(day, day) for day in days)
        return self._row("pattern", weight, who=who, when=when, value=value)

    def _named(self, people: Sequence[Employee]) -> str:
        """Return people as a choice: by contract where whole ones are meant; blank for all."""
        instance = self._instance
        if len(people) == len(instance.employees):
            return ""
        contracts = {one.contract for one in people}
        if len(people) == sum(one.contract in contracts for one in instance.employees):
            return "; ".join(self._contracts[key] for key in sorted(contracts))
        return "; ".join(one.id for one in people)

    def _row(
        self,
        rule: str,
        weight: int | None,
        *,
        who: str = "",
        posts: str = "",
        when: str | dt.date = "",
        least: Value = None,
        most: Value = None,
        window: Value = "",
        value: Value = "",
        status: str = "soft",
        level: int = _LEVEL,
    ) -> Sequence[Value]:
        grade = (None, None) if weight is None else (level, weight)
        limits = (least, most, window, value)
        return (rule, who, posts, when, *limits, self._words[status], *grade, _REFERENCE)
