"""Incidents: what happens to whom or what, from when until when, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rotaplan.domain.disruption import COLUMNS, ON_PEOPLE, Disruption, Effect
from rotaplan.domain.scenario import Scenario
from rotaplan.problem import Problems, Severity
from rotaplan.sheets import headings
from rotaplan.sheets.kinds import Entry, number_of
from rotaplan.sheets.moment import Moment
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames
from rotaplan.sheets.parse.added import Added
from rotaplan.sheets.parse.effects import Known, read_effect
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector
from rotaplan.sheets.structure import Sheet

_SAME_DAY = frozenset({Effect.ABSENT, Effect.LATE, Effect.VOLUNTEER})
"""Effects that last until the end of their first day where no end is written."""
_EFFECTS = {"unreachable": Effect.LATE}
"""Types that are another word for an effect."""
_ALWAYS = frozenset(
    {"id", "type", "start", "end", "certainty", "known", "target", "label", "source", "note"}
)
_READ: Mapping[Effect, frozenset[str]] = {
    Effect.LATE: frozenset({"effect", "site"}),
    Effect.SKILL_LOST: frozenset({"effect", "skills"}),
    Effect.CHANGED: frozenset({"hours"}),
    Effect.ADDED: frozenset({"effect", "hours", "skills", "site", "priority"}),
    Effect.DEMAND: frozenset({"effect"}),
    Effect.SERVICE: frozenset({"effect"}),
}
"""Further columns that a type reads."""


def read_disruptions(
    sheet: Sheet,
    scenario: Scenario,
    problems: Problems,
    earlier: Iterable[Disruption] = (),
    *,
    outside: Severity = "warning",
) -> tuple[Disruption, ...]:
    """Read the sheet of disruptions, in the order of its rows: what is done later builds on it.

    Parameters
    ----------
    sheet
        The sheet.
    scenario
        As it was before any disruption.
    problems
        Collects what is wrong.
    earlier
        Disruptions known from elsewhere, whose added duties the rows may name again.
    outside
        How grave it is that a row is over before the plan begins, or begins after its end.
    """
    rows = list(records(sheet, problems))
    added = [row for row in rows if row.get("type") == Effect.ADDED]
    others = [row for row in rows if row.get("type") != Effect.ADDED]
    known = _known(scenario, earlier)
    found = [_disruption(row, known, outside) for row in added]
    # Other rows may name the duties that rows add, wherever in the sheet they stand.
    known = replace(known, shifts=ShiftsSelector(CodeNames(known.added.shifts)))
    found += [_disruption(row, known, outside) for row in others]
    return tuple(sorted((one for one in found if one is not None), key=_row))


def _row(one: Disruption) -> int:
    return one.origin.row if one.origin else 0


def _known(scenario: Scenario, earlier: Iterable[Disruption]) -> Known:
    skills = SkillNames()
    for person in scenario.people:
        for held in person.skills:
            skills.canonical(held.skill)
    for skill in (
        *(skill for shift in scenario.shifts for skill in sorted(shift.skills)),
        *(line.skill for line in scenario.demand if line.skill),
    ):
        skills.canonical(skill)
    return Known(
        scenario=scenario,
        people=PeopleSelector(PersonNames(scenario.people), skills),
        shifts=ShiftsSelector(CodeNames(scenario.shifts)),
        skills=skills,
        days=DaysSelector(scenario.calendar),
        added=Added(scenario.shifts, earlier),
    )


def _disruption(record: Record, known: Known, outside: Severity) -> Disruption | None:
    """Return what a row says; None where it cannot be read, which is reported."""
    kind: str = record.get("type")
    effect = _EFFECTS.get(kind) or Effect(kind)
    period = _period(record, known, effect, outside)
    what = read_effect(record, known, effect)
    _note_unused(record, effect)
    if period is None or what is None or {"certainty", "known", "priority"} & record.broken:
        return None
    since: Moment | None = record.get("known")
    return Disruption(
        effect=effect,
        start=period[0],
        end=period[1],
        estimated=record.get("certainty") == "estimated",
        known=None if since is None else since.begins(known.scenario.horizon),
        name=record.get("id", ""),
        told=_told(record, known, effect),
        origin=record.cell("type"),
        **what,
    )


# When


def _period(
    record: Record, known: Known, effect: Effect, outside: Severity
) -> tuple[int, int | None] | None:
    """Return first instant and the one after the last, None for the latter while it is open."""
    horizon = known.scenario.horizon
    if {"start", "end"} & record.broken:
        return None
    opens: Moment = record.get("start")
    closes: Moment | None = record.get("end")
    if closes is None and effect in _SAME_DAY:
        closes = replace(opens, minute=None)
    start, end = opens.begins(horizon), None if closes is None else closes.ends(horizon)
    if end is not None and end <= start:
        texts = [_moment_text(one, known) for one in (opens, closes) if one is not None]
        record.add("dates-reversed", "end", found=" – ".join(texts))
        return None
    if end is None and effect is not Effect.CLOSED and effect not in ON_PEOPLE:
        record.add("disruption-open", "end", severity="notice", found=_type(record))
    # The last night of the plan can be cut after its last midnight.
    after = horizon.instant(horizon.days + (effect not in ON_PEOPLE))
    if start >= after or (end is not None and end <= horizon.instant(0)):
        record.add(
            "date-off-horizon",
            "start",
            severity=outside,
            found=_moment_text(opens, known),
            first=str(horizon.start),
            last=str(horizon.date(horizon.days - 1)),
        )
    return start, end


def _moment_text(moment: Moment, known: Known) -> str:
    clock = "" if moment.minute is None else f" {moment.minute // 60:02d}:{moment.minute % 60:02d}"
    return f"{moment.day(known.scenario.horizon)}{clock}"


# The row itself


def _note_unused(record: Record, effect: Effect) -> None:
    """Warn of filled cells that the type does not read."""
    for name in COLUMNS:
        entry = record.entry(name)
        if name in _ALWAYS | _READ.get(effect, frozenset()) or entry is None:
            continue
        if name == "effect" and headings.meaning("disruption", entry.text):
            continue
        record.add(
            "disruption-unused",
            name,
            severity="warning",
            found=_type(record),
            column=record.sheet.heading(name),
        )


def _type(record: Record) -> str:
    """Return the type as it is written."""
    entry = record.entry("type")
    return "" if entry is None else entry.text


def _told(record: Record, known: Known, effect: Effect) -> tuple[tuple[str, str], ...]:
    """Return the filled cells of a row as texts that are read again as they were meant."""
    return tuple(
        (name, _text(record, name, entry, known, effect))
        for name in COLUMNS
        if (entry := record.entry(name)) is not None
    )


def _text(record: Record, name: str, entry: Entry, known: Known, effect: Effect) -> str:
    value, raw = record.get(name), entry.raw
    if isinstance(value, Moment):
        clock = "" if value.minute is None else f" {value.minute // 60:02d}:{value.minute % 60:02d}"
        return f"{value.day(known.scenario.horizon):%d/%m/%Y}{clock}"
    number = None if isinstance(raw, str) else number_of(raw)
    if name == "effect" and number is not None and effect in (Effect.ADDED, Effect.DEMAND):
        return f"{number:+.0f}" if number.is_integer() else f"×{number:g}"
    return raw.strip() if isinstance(raw, str) else entry.text
