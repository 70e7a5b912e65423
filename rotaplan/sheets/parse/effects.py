"""What a row of the sheet of disruptions says of whom, what and how much, type by type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Effect
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Shift, Shifts
from rotaplan.problem import Severity, nearest
from rotaplan.sheets import headings
from rotaplan.sheets.headings import fold
from rotaplan.sheets.kinds import Entry, Fault
from rotaplan.sheets.names import SkillNames
from rotaplan.sheets.parse.added import Added
from rotaplan.sheets.parse.amounts import read_change, read_hours, read_people_count, read_sign_on
from rotaplan.sheets.records import Record
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector

T = TypeVar("T")
Facts = dict[str, Any]
"""Attributes of a disruption by name."""
_PRIORITY = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows of the sheet may name."""

    scenario: Scenario
    people: PeopleSelector
    shifts: ShiftsSelector
    skills: SkillNames
    days: DaysSelector
    added: Added


@dataclass(slots=True)
class _Row:
    """A row being read: every fault in it is recorded where it stands."""

    record: Record
    known: Known
    failed: bool = False

    def given(self, name: str, step: Callable[[Entry], T]) -> T | None:
        """Return what a step makes of a cell; None where it is empty, or faulty."""
        entry = self.record.entry(name)
        if entry is None:
            return None
        try:
            return step(entry)
        except Fault as fault:
            fault.report(self.record.problems, self.record.cell(name))
            self.failed = True
            return None

    def needed(self, step: Callable[[Entry], T], *names: str) -> T | None:
        """Return what a step makes of the first filled cell of some columns; one must be."""
        for name in names:
            if self.record.entry(name) is not None:
                return self.given(name, step)
        wanted = _headings(self.record, names[0])
        self.record.add("disruption-incomplete", names[0], found=self.type, expected=wanted)
        self.failed = True
        return None

    @property
    def type(self) -> str:
        """The type as it is written."""
        entry = self.record.entry("type")
        return "" if entry is None else entry.text

    def idle(self, name: str) -> None:
        """Warn that a cell leaves the row without effect."""
        entry = self.record.entry(name)
        found = "" if entry is None else entry.text
        self.record.add("disruption-idle", name, severity="warning", found=found)


def _headings(record: Record, name: str) -> tuple[str, ...]:
    """Return a heading as it is written, or in both languages where the column is missing."""
    if name in record.sheet.columns:
        return (record.sheet.heading(name),)
    return tuple(headings.heading("disruptions", name, one) for one in headings.LANGUAGES)


def read_effect(record: Record, known: Known, effect: Effect) -> Facts | None:
    """Return what a row says beyond its time; None where it cannot be read.

    Parameters
    ----------
    record
        The row.
    known
        What it may name.
    effect
        What its type means.
    """
    row = _Row(record, known)
    found = _READERS[effect](row)
    return None if row.failed else found


def _people(row: _Row) -> Facts:
    who: People | None = row.needed(row.known.people.read, "target")
    if who is not None and not any(who.has(person) for person in row.known.scenario.people):
        row.idle("target")
    return {"people": who}


def _shifts(row: _Row) -> Facts:
    which: Shifts | None = row.needed(row.known.shifts.read, "target")
    every = row.known.added.shifts
    if which is not None and not any(shift.works and which.has(shift) for shift in every):
        row.idle("target")
    return {"shifts": which}


def _late(row: _Row) -> Facts:
    found = _people(row)
    found["minute"] = row.needed(read_sign_on, "effect")
    site = _site(row, unknown="error")
    if site:
        found["shifts"] = Shifts(sites=frozenset({site}), text=site)
    _note_early(row, found["minute"], found.get("shifts", Shifts()))
    return found


def _note_early(row: _Row, minute: int | None, which: Shifts) -> None:
    """Warn of an earliest sign-on before which nothing begins: a delay of an hour, perhaps."""
    starts = [one.start for one in row.known.added.shifts if one.works and which.has(one)]
    if minute is not None and starts and minute <= min(starts):
        entry = row.record.entry("effect")
        row.record.add(
            "disruption-early",
            "effect",
            severity="warning",
            found="" if entry is None else entry.text,
            read=f"{minute // 60:02d}:{minute % 60:02d}",
        )


def _skill_lost(row: _Row) -> Facts:
    return {**_people(row), "skill": row.needed(row.known.people.skill, "effect", "skills")}


def _changed(row: _Row) -> Facts:
    found, spans = _shifts(row), row.needed(read_hours, "hours")
    return {**found, "made": Shift(code="", spans=spans or ())}


def _added(row: _Row) -> Facts:
    record, added = row.record, row.known.added
    count = row.given("effect", read_people_count)
    spans, skills = row.given("hours", read_hours), _skills(row)
    site = _site(row, unknown="warning")
    found: Facts = {
        "count": 1 if count is None else count,
        "priority": record.get("priority", _PRIORITY),
    }
    target = record.entry("target")
    if target is not None and record.entry("hours") is None and not added.names_one(target.text):
        return {**found, "shifts": row.needed(lambda entry: _choice(row, entry), "target")}

    def duty(entry: Entry) -> Shift | None:
        # With hours that cannot be read nothing can be said of the code.
        readable = not row.failed
        label = record.get("label", "")
        return added.duty(entry, spans, skills, label=label, site=site) if readable else None

    return {**found, "made": row.needed(duty, "target")}


def _choice(row: _Row, entry: Entry) -> Shifts:
    """Return the known shifts of which more are added; raises Fault where a cell means none."""
    try:
        return row.known.shifts.read(entry)
    except Fault as fault:
        suggestion = fault.facts.get("suggestion", "")
        raise Fault("disruption-added", found=entry.text, suggestion=suggestion) from fault


def _skills(row: _Row) -> frozenset[str] | None:
    """Return the skills that an added duty asks for; None where the row does not say."""
    written: tuple[str, ...] = row.record.get("skills", ())
    skills = row.known.skills
    for text in written:
        if skills.known(text) is None:
            suggestion = nearest(text, skills.all)
            row.record.add("skill-unknown", "skills", found=text, suggestion=suggestion)
            row.failed = True
    return frozenset(skills.canonical(text) for text in written) if written else None


def _site(row: _Row, *, unknown: Severity) -> str:
    """Return the site of a row as the sheet of shifts spells it; as written where it is new."""
    text: str = row.record.get("site", "")
    sites = sorted({shift.site for shift in row.known.scenario.shifts if shift.site})
    found = next((site for site in sites if fold(site) == fold(text)), None)
    if text and found is None:
        suggestion = nearest(text, sites)
        row.record.add("site-unknown", "site", severity=unknown, found=text, suggestion=suggestion)
        row.failed |= unknown == "error"
    return found or text


def _demand(row: _Row) -> Facts:
    found, change = _shifts(row), row.needed(read_change, "effect")
    if isinstance(change, Fraction):
        return {**found, "factor": change}
    return {**found, "count": change}


def _service(row: _Row) -> Facts:
    found = _shifts(row) if row.record.entry("target") is not None else {}
    like: Days | None = row.needed(row.known.days.kind, "effect")
    demand = row.known.scenario.demand
    if like is not None and like.types and not any(line.days.types & like.types for line in demand):
        row.idle("effect")
    return {**found, "like": like}


_READERS: Mapping[Effect, Callable[[_Row], Facts]] = {
    Effect.ABSENT: _people,
    Effect.LATE: _late,
    Effect.SKILL_LOST: _skill_lost,
    Effect.VOLUNTEER: _people,
    Effect.CLOSED: _shifts,
    Effect.CANCELLED: _shifts,
    Effect.CHANGED: _changed,
    Effect.ADDED: _added,
    Effect.DEMAND: _demand,
    Effect.SERVICE: _service,
}
