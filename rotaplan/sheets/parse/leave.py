"""What people cannot, must or would like to do: absences, hours, wishes, imposed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rotaplan.domain.calendar import EVERY_DAY, Calendar, Days
from rotaplan.domain.scenario import Absence, Availability, Pin, Wish
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Shift, Shifts
from rotaplan.problem import Problems
from rotaplan.sheets import headings
from rotaplan.sheets.headings import meaning
from rotaplan.sheets.kinds import Entry, Fault
from rotaplan.sheets.names import CodeNames, PersonNames
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.selectors import DaysSelector, ShiftsSelector
from rotaplan.sheets.structure import Sheet
from rotaplan.sheets.vocabulary import DEFAULT_OFF_CODES

DEFAULT_STRENGTH = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What the rows of these sheets may name."""

    horizon: Horizon
    calendar: Calendar
    people: PersonNames
    codes: CodeNames
    shifts: ShiftsSelector
    days: DaysSelector
    problems: Problems


def is_off(text: str) -> bool:
    """Whether a word stands for a day off, whatever the sheet of shifts says."""
    return bool(meaning("off", text)) or text.upper() in DEFAULT_OFF_CODES


def person_of(record: Record, context: Context) -> str | None:
    """Return the staff number of a row; None where the cell means nobody."""
    entry = record.entry("person")
    assert entry is not None
    try:
        return context.people.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell("person"))
        return None


def span_of(record: Record, start: str = "from") -> tuple[dt.date, dt.date] | None:
    """Return first and last day of a row; None where they cannot be told."""
    if {start, "to"} & record.broken:
        return None
    first = record.get(start)
    last = record.get("to", first)
    if first is None:
        return None
    if last < first:
        record.add("dates-reversed", "to", found=f"{first} – {last}")
        return None
    return first, last


def inside(record: Record, context: Context, span: tuple[dt.date, dt.date], name: str) -> bool:
    """Whether any day of a span is planned; one that is not is worth a warning."""
    first, last = (context.horizon.day(day) for day in span)
    if last >= 0 and first < context.horizon.days:
        return True
    record.add(
        "date-off-horizon",
        name,
        severity="warning",
        found=f"{span[0]}" if span[0] == span[1] else f"{span[0]} – {span[1]}",
        first=str(context.horizon.start),
        last=str(context.horizon.date(context.horizon.days - 1)),
    )
    return False


# Absences


def read_absences(sheet: Sheet, context: Context) -> tuple[Absence, ...]:
    """Read the sheet of absences; two of one person may not cover the same half day."""
    found: dict[str, list[Absence]] = {}
    for record in records(sheet, context.problems):
        person = person_of(record, context)
        span = span_of(record)
        if person is None or span is None or record.get("state") == "refused":
            continue
        if not inside(record, context, span, "from"):
            continue
        code = record.get("code", "")
        shift = context.codes.find(code) if code else None
        if shift is not None and shift.works:
            record.add("absence-works", "code", found=code)
            continue
        half: Literal["morning", "afternoon"] | None = record.get("half")
        absence = Absence(
            person=person,
            first=context.horizon.day(span[0]),
            last=context.horizon.day(span[1]),
            code=code,
            part=half or "all",
            firm=record.get("firm", record.get("state") != "asked"),
            origin=record.cell("person"),
        )
        other = next((one for one in found.get(person, ()) if _overlap(one, absence)), None)
        if other is not None:
            record.add("absence-overlap", "from", person=person, other=str(other.origin))
            continue
        found.setdefault(person, []).append(absence)
    order = {person: index for index, person in enumerate(context.people.by_id)}
    return tuple(
        sorted(
            (one for line in found.values() for one in line),
            key=lambda one: (order[one.person], one.first, one.last, one.part),
        )
    )


def _overlap(a: Absence, b: Absence) -> bool:
    same_days = a.first <= b.last and b.first <= a.last
    return same_days and (a.part == b.part or "all" in (a.part, b.part))


# Availability


def read_availability(
    sheet: Sheet, context: Context
) -> tuple[tuple[Availability, ...], tuple[Wish, ...]]:
    """Read hours in which people can or cannot come; preferences among them are wishes."""
    hours: list[Availability] = []
    wishes: list[Wish] = []
    for record in records(sheet, context.problems):
        person = person_of(record, context)
        days = _days(record, context)
        if person is None or days is None or {"start", "end", "kind"} & record.broken:
            continue
        kind = record.get("kind", "unavailable")
        if kind in ("prefers", "avoids"):
            wishes += _hour_wishes(record, context, person, days, kind == "prefers")
            continue
        start, end = record.get("start", 0), record.get("end", 1440)
        hours.append(
            Availability(
                person=person,
                days=days,
                start=start,
                end=end if end > start else end + 1440,
                available=kind == "available",
                origin=record.cell("person"),
            )
        )
    return tuple(hours), tuple(wishes)


def check_volunteers(hours: tuple[Availability, ...], context: Context) -> None:
    """Warn of volunteers who have declared no hours on any planned day: nobody can plan them."""
    horizon = context.horizon
    dates = [horizon.date(day) for day in horizon.planned]
    declared = {
        one.person
        for one in hours
        if one.available and any(one.days.has(date, context.calendar) for date in dates)
    }
    for person in context.people.people:
        if person.volunteer and person.id not in declared:
            context.problems.add(
                "volunteer-undeclared", person.origin, severity="warning", person=person.id
            )


def _hour_wishes(
    record: Record, context: Context, person: str, days: Days, on: bool
) -> Iterator[Wish]:
    """Yield wishes for, or against, the shifts that touch the hours of a row."""
    start, end = record.get("start", 0), record.get("end", 1440)
    end = end if end > start else end + 1440
    codes = frozenset(
        shift.code
        for shift in context.codes.shifts
        if shift.works and any(span.start < end and start < span.end for span in shift.spans)
    )
    everything = (start, end) == (0, 1440)
    for day in context.horizon.planned:
        if days.has(context.horizon.date(day), context.calendar):
            yield Wish(
                person=person,
                day=day,
                shifts=None if everything else Shifts(codes=codes),
                on=on,
                weight=record.get("strength", DEFAULT_STRENGTH),
                origin=record.cell("person"),
            )


def _days(record: Record, context: Context) -> Days | None:
    """Return the days that a row names by date or weekday; every day where it names none."""
    found = [_read_days(record, name, context) for name in ("date", "weekday")]
    parts = [part for part in found if part is not None and part is not EVERY_DAY]
    if None in found:
        return None
    return parts[0] if len(parts) == 1 else EVERY_DAY if not parts else _united(parts)


def _read_days(record: Record, name: str, context: Context) -> Days | None:
    entry = record.entry(name)
    if entry is None:
        return EVERY_DAY
    try:
        return context.days.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell(name))
        return None


def _united(parts: list[Days]) -> Days:
    return Days(
        weekdays=frozenset[int]().union(*(part.weekdays for part in parts)),
        spans=tuple(span for part in parts for span in part.spans),
        holidays=any(part.holidays for part in parts),
        types=frozenset[str]().union(*(part.types for part in parts)),
        text=", ".join(part.text for part in parts),
    )


# Wishes


def read_wishes(sheet: Sheet, context: Context) -> tuple[Wish, ...]:
    """Read the sheet of wishes: one wish for each planned day that a row means."""
    found: list[Wish] = []
    for record in records(sheet, context.problems):
        person = person_of(record, context)
        days = _wish_days(record, context)
        entry = record.entry("wish")
        assert entry is not None
        try:
            on, shifts = _wish(entry, context)
        except Fault as fault:
            fault.report(record.problems, record.cell("wish"))
            continue
        if person is None or days is None:
            continue
        found += [
            Wish(
                person=person,
                day=day,
                shifts=shifts,
                on=on,
                weight=record.get("strength", DEFAULT_STRENGTH),
                origin=record.cell("person"),
            )
            for day in days
        ]
    return tuple(found)


def _wish_days(record: Record, context: Context) -> list[int] | None:
    """Return the planned days of a wish, given by date, by first and last day, or by weekday."""
    span = span_of(record)
    if {"from", "to"} & record.broken or (record.entry("from") and span is None):
        return None
    days = _days(record, context)
    if days is None:
        return None
    named = not (record.entry("date") is None and record.entry("weekday") is None)
    if span is None and not named:
        record.add("wish-without-day", "date")
        return None
    if span is not None and not inside(record, context, span, "from"):
        return None
    horizon = context.horizon
    found = [
        horizon.day(date)
        for date in days.between(horizon.start, horizon.date(horizon.days - 1), context.calendar)
        if span is None or span[0] <= date <= span[1]
    ]
    if not found and days.spans:
        inside(record, context, (days.spans[0][0], days.spans[-1][1]), "date")
    return found


def _wish(entry: Entry, context: Context) -> tuple[bool, Shifts | None]:
    """Return whether a wish is to work, and on which shifts (None: any)."""
    text = entry.text
    shift = context.codes.find(text)
    if shift is not None and shift.works:
        return True, Shifts(codes=frozenset({shift.code}), text=text)
    if shift is not None or is_off(text):
        return False, None
    if meaning("work", text):
        return True, None
    for kind, keep in (("not", False), ("rather", True)):
        split = headings.starts_with(kind, text)
        if split is not None:
            on, shifts = _wish(entry.piece(split[1]), context)
            return on if keep else not on, shifts
    return True, context.shifts.read(entry)


# Imposed days


def read_pins(sheet: Sheet, context: Context) -> tuple[Pin, ...]:
    """Read the sheet of imposed days; two for one cell must agree."""
    found: dict[tuple[str, int], Pin] = {}
    for record in records(sheet, context.problems):
        person = person_of(record, context)
        span = span_of(record, "date" if record.entry("date") else "from")
        if record.entry("date") is None and record.entry("from") is None:
            record.add("cell-required", "date", column=headings.names_of("pins", "date")[0])
        entry = record.entry("code")
        assert entry is not None
        try:
            shift = _pinned(entry, context)
        except Fault as fault:
            fault.report(record.problems, record.cell("code"))
            continue
        if person is None or span is None or not inside(record, context, span, "date"):
            continue
        for day in range(context.horizon.day(span[0]), context.horizon.day(span[1]) + 1):
            if day not in context.horizon.planned:
                continue
            pin = Pin(person=person, day=day, shift=shift, origin=record.cell("code"))
            first = found.setdefault((person, day), pin)
            if first.shift != shift:
                record.add(
                    "pin-contradiction",
                    "code",
                    found=entry.text,
                    other=str(first.origin),
                    date=str(context.horizon.date(day)),
                )
    return tuple(found.values())


def _pinned(entry: Entry, context: Context) -> str | None:
    """Return the code that a cell imposes; None for a day off."""
    found: Shift | None = context.codes.find(entry.text)
    if found is not None:
        return found.code if found.works else None
    if is_off(entry.text.rstrip("!")):
        return None
    return context.codes.read(
        entry.piece(entry.text.rstrip("!")) if entry.text.endswith("!") else entry
    ).code


def check_pins(pins: tuple[Pin, ...], absences: tuple[Absence, ...], context: Context) -> None:
    """Warn of work that is imposed on a day of absence: it stays, and is reported as a breach."""
    away = {
        (one.person, day): one
        for one in absences
        if one.firm and one.part == "all"
        for day in range(one.first, one.last + 1)
    }
    for pin in pins:
        absence = away.get((pin.person, pin.day))
        if pin.shift is not None and absence is not None:
            context.problems.add(
                "pin-on-absence",
                pin.origin,
                severity="warning",
                person=pin.person,
                date=str(context.horizon.date(pin.day)),
                other=str(absence.origin),
            )
