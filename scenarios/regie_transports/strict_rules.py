"""What a roster breaks of the strict rules, with its history and the incidents in force.

Written from the text of the rules (README.md of this folder), by the wall clock of Paris; nothing
of rotaplan is used. A night counts wholly for the day on which it begins.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbooks import DAY, Book, Duty, Incident, Person, clock, duty_of, instant, moment_of

DAILY_REST = 11 * 60
SPREAD = 13 * 60
WEEKLY_REST = 35 * 60
WEEKLY_REST_INSIDE = 24 * 60
MINUTES_A_WEEK = 46 * 60
MEAN_MINUTES, MEAN_WEEKS = 42 * 60, 12
DAYS_IN_A_ROW = 6
WEEKENDS_OF_FOUR = 3
LATEST_END_BY_DAY = 22 * 60


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A duty that somebody works on a day."""

    day: dt.date
    duty: Duty

    @property
    def begins(self) -> int:
        return instant(moment_of(self.day, self.duty.start))

    @property
    def ends(self) -> int:
        return instant(moment_of(self.day, self.duty.end))

    @property
    def monday(self) -> dt.date:
        return self.day - dt.timedelta(days=self.day.weekday())


def breaches(book: Book, incidents: list[Incident]) -> list[str]:
    """Return what a roster breaks, in words; an empty list where it breaks nothing.

    What was worked before the plan is held against it, and is not judged by itself.
    """
    duties = book.duties | {one.duty.code: one.duty for one in incidents if one.duty}
    shifts: dict[str, list[Shift]] = defaultdict(list)
    found: list[str] = []
    for (person, day), code in sorted((book.past | book.cells).items()):
        duty = duty_of(code, duties)
        if duty is None:
            found.append(f"{person} {day}: no such duty as {code}")
        else:
            shifts[person].append(Shift(day=day, duty=duty))
    for name, held in sorted(shifts.items()):
        person = book.people[name]
        planned = [shift for shift in held if shift.day >= book.first]
        told = [
            *(text for shift in planned for text in _day(person, shift, book, incidents)),
            *_rests(held, book),
            *_weeks(person, held, book),
        ]
        found += [f"{name} {text}" for text in told]
    return found + list(_twice(book, incidents)) + list(_closed(book, duties, incidents))


def _day(person: Person, shift: Shift, book: Book, incidents: list[Incident]) -> Iterator[str]:
    """Yield what is wrong with one duty: presence, licences, hours of the day."""
    day, duty = shift.day, shift.duty
    if (person.id, day) in book.leave or day.weekday() == person.day_off:
        yield f"{day}: works on a day off ({duty.code})"
    last_day = day + dt.timedelta(days=(duty.end - 1) // DAY)
    for skill in sorted(duty.skills):
        if not (person.holds(skill, day) and person.holds(skill, last_day)):
            yield f"{day}: {duty.code} without {skill}"
    if person.day_only and duty.end > LATEST_END_BY_DAY:
        yield f"{day}: {duty.code} though fit for day work only"
    if duty.end - duty.start > SPREAD:
        yield f"{day}: {duty.code} lasts too long"
    for one in incidents:
        if person.id in one.targets:
            yield from _held_back(shift, one)


def _held_back(shift: Shift, one: Incident) -> Iterator[str]:
    """Yield what is wrong with a duty of somebody whom an incident keeps away or late."""
    begins = moment_of(shift.day, shift.duty.start)
    if one.kind == "absence" and one.covers(begins):
        yield f"{shift.day}: {shift.duty.code} while away ({one.name})"
    midday = moment_of(shift.day, DAY // 2)
    if one.kind == "retard" and one.covers(midday) and shift.duty.start < clock(one.effect):
        yield f"{shift.day}: {shift.duty.code} before {one.effect} ({one.name})"


def _rests(held: list[Shift], book: Book) -> Iterator[str]:
    for before, after in pairwise(held):
        rest = after.begins - before.ends
        if after.day >= book.first and rest < DAILY_REST:
            yield f"{after.day}: {rest} minutes of rest after {before.duty.code}"


def _weeks(person: Person, held: list[Shift], book: Book) -> Iterator[str]:
    """Yield what is wrong with the weeks of the plan."""
    weeks: dict[dt.date, list[Shift]] = defaultdict(list)
    for shift in held:
        weeks[shift.monday].append(shift)
    paid = Counter({monday: sum(one.duty.paid for one in weeks[monday]) for monday in weeks})
    mondays = [
        book.first + dt.timedelta(days=7 * week)
        for week in range((book.last - book.first).days // 7 + 1)
    ]
    for monday in mondays:
        if paid[monday] > MINUTES_A_WEEK:
            yield f"{monday}: {paid[monday]} minutes in the week"
        span = [paid[monday - dt.timedelta(days=7 * back)] for back in range(MEAN_WEEKS)]
        if sum(span) > MEAN_MINUTES * MEAN_WEEKS:
            yield f"{monday}: {sum(span)} minutes in {MEAN_WEEKS} weeks"
        if len(weeks[monday]) > person.days_a_week:
            yield f"{monday}: {len(weeks[monday])} days in the week"
        if not _rests_in(monday, held):
            yield f"{monday}: no weekly rest"
    days = {shift.day for shift in held}
    for day in sorted(one for one in days if one >= book.first):
        if all(day - dt.timedelta(days=back) in days for back in range(DAYS_IN_A_ROW + 1)):
            yield f"{day}: more than {DAYS_IN_A_ROW} days in a row"
    weekends = {
        shift.monday for shift in held if shift.day >= book.first and shift.day.weekday() > 4
    }
    if len(weekends) > WEEKENDS_OF_FOUR:
        yield f"{book.last}: works {len(weekends)} weekends"


def _rests_in(monday: dt.date, held: list[Shift]) -> bool:
    """Whether a week holds 24 hours of some rest of 35 hours."""
    opens = instant(moment_of(monday, 0))
    closes = instant(moment_of(monday, 7 * DAY))
    edges = [(0, held[0].begins), *((a.ends, b.begins) for a, b in pairwise(held))]
    edges.append((held[-1].ends, 2 * closes))
    return any(
        begins - ends >= WEEKLY_REST
        and min(begins, closes) - max(ends, opens) >= WEEKLY_REST_INSIDE
        for ends, begins in edges
    )


def _twice(book: Book, incidents: list[Incident]) -> Iterator[str]:
    """Yield duties that more people hold than run; a reserve may be any number."""
    places = {one.duty.code: int(one.effect) for one in incidents if one.duty}
    held = Counter((day, code) for (_, day), code in book.cells.items())
    for (day, code), count in sorted(held.items()):
        known = book.duties.get(code)
        if not (known and known.reserve) and count > places.get(code, 1):
            yield f"{day}: {code} held by {count}"


def _closed(book: Book, duties: dict[str, Duty], incidents: list[Incident]) -> Iterator[str]:
    """Yield duties that somebody holds though an incident stopped them."""
    for (person, day), code in sorted(book.cells.items()):
        duty = duty_of(code, duties)
        if duty is not None and any(stops(one, day, duty) for one in incidents):
            yield f"{person} {day}: {code} does not run"


def stops(one: Incident, day: dt.date, duty: Duty) -> bool:
    """Whether an incident takes a duty, or a part of it."""
    if duty.line not in one.targets and duty.code not in one.targets:
        return False
    if one.kind == "suppression":
        return one.covers(moment_of(day, duty.start))
    return one.kind == "fermeture" and any(
        moment_of(day, closes) > one.start and (one.end is None or moment_of(day, opens) < one.end)
        for opens, closes in duty.pieces
    )
