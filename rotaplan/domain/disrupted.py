"""What disruptions make of a scenario, and of the schedule that was published for it.

The base data stay as they are: needs of some dates are overridden, duties are cut into variants
with codes of their own, absences and hours are added. The result is an ordinary scenario.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.published import PersonDay, Post, Published
from rotaplan.domain.scenario import Absence, Arrival, Availability, Demand, Need, Scenario
from rotaplan.domain.time import DAY_MINUTES, local_time
from rotaplan.domain.work import Shift, Span

CUT = "≤"
"""Between the code of a duty and the time at which it now ends: ``T1-05≤09:40``."""
REOPENED = "≥"
"""Between the code of a duty and the time at which it now begins."""

Fate = Mapping[tuple[str, int], str | None]
"""What became of a shift on a day: the code that takes its place, None where it does not run."""


@dataclass
class _Aftermath:
    """The parts of a scenario that disruptions change, while they are being changed."""

    scenario: Scenario
    shifts: dict[str, Shift]
    fate: dict[tuple[str, int], str | None] = field(default_factory=dict)
    needs: dict[tuple[int, str, str], Demand] = field(default_factory=dict)

    def need(self, need: Need) -> tuple[int, int, int | None]:
        """Return minimum, target and maximum of a need as they stand now."""
        known = self.needs.get((need.day, need.shift, need.skill))
        if known is None:
            return need.minimum, need.target, need.maximum
        return known.minimum or 0, known.target or 0, known.maximum

    def ask(
        self,
        day: int,
        code: str,
        skill: str,
        numbers: tuple[int, int, int | None],
        like: Need | Disruption,
    ) -> None:
        """Ask for so many people (minimum, target, maximum) on a shift of one date."""
        date = self.scenario.horizon.date(day)
        minimum, target, maximum = numbers
        self.needs[day, code, skill] = Demand(
            shift=code,
            days=Days(spans=((date, date),)),
            minimum=minimum,
            target=target,
            maximum=maximum,
            skill=skill,
            priority=like.priority,
            origin=like.origin,
        )


def disrupted(
    scenario: Scenario, disruptions: Sequence[Disruption], posts: Mapping[PersonDay, Post]
) -> tuple[Scenario, Fate]:
    """Return a scenario as disruptions leave it, and what became of its shifts.

    Parameters
    ----------
    scenario
        As it was before any of them.
    disruptions
        In the order in which they became known.
    posts
        What is published: somebody who falls ill in the middle of a duty ends it first.
    """
    made = _Aftermath(scenario, {shift.code: shift for shift in scenario.shifts})
    for one in disruptions:
        match one.effect:
            case Effect.CLOSED | Effect.CANCELLED | Effect.CHANGED:
                _stop(made, one)
            case Effect.ADDED:
                _add(made, one)
            case Effect.DEMAND:
                _scale(made, one)
    people = tuple(_without_skills(scenario, person, disruptions) for person in scenario.people)
    away = [one for one in disruptions if one.effect is Effect.ABSENT]
    late = [one for one in disruptions if one.effect is Effect.LATE]
    absences, hours = _absences(scenario, away, posts)
    changed = replace(
        scenario,
        people=people,
        shifts=tuple(made.shifts.values()),
        demand=(*scenario.demand, *(line for _, line in sorted(made.needs.items()))),
        absences=(*scenario.absences, *absences),
        availability=(*scenario.availability, *hours),
        arrivals=(*scenario.arrivals, *_arrivals(scenario, late)),
    )
    return changed, made.fate


# Shifts that do not run, or run otherwise


def _stop(made: _Aftermath, one: Disruption) -> None:
    """Take the shifts that a disruption meets from the needs, or replace them by variants."""
    scenario = made.scenario
    for day in scenario.horizon.planned:
        for need in scenario.needs[day]:
            code = made.fate.get((need.shift, day), need.shift)
            if code is None or not one.shifts.has(scenario.shift[need.shift]):
                continue
            variant = _variant(made, one, made.shifts[code], day)
            if variant is not None and variant.code == code:
                continue
            numbers = made.need(need) if code == need.shift else _numbers(made, day, code, need)
            made.fate[need.shift, day] = None if variant is None else variant.code
            made.ask(day, code, need.skill, (0, 0, 0), need)
            if variant is not None:
                made.shifts.setdefault(variant.code, variant)
                made.ask(day, variant.code, need.skill, numbers, need)
    _settle(made, one)


def _numbers(made: _Aftermath, day: int, code: str, need: Need) -> tuple[int, int, int | None]:
    known = made.needs[day, code, need.skill]
    return known.minimum or 0, known.target or 0, known.maximum


def _settle(made: _Aftermath, one: Disruption) -> None:
    """Note the fate of shifts that a disruption meets though no line of needs asks for them."""
    scenario = made.scenario
    for day in scenario.horizon.planned:
        for shift in scenario.shifts:
            if not shift.works or (shift.code, day) in made.fate or not one.shifts.has(shift):
                continue
            variant = _variant(made, one, shift, day)
            if variant is None or variant.code != shift.code:
                made.fate[shift.code, day] = None if variant is None else variant.code
                if variant is not None:
                    made.shifts.setdefault(variant.code, variant)


def _variant(made: _Aftermath, one: Disruption, shift: Shift, day: int) -> Shift | None:
    """Return a shift as a disruption leaves it on a day; None where nothing of it runs."""
    scenario = made.scenario
    spans = scenario.spans(shift, day)
    if not spans:
        return shift
    starts, ends = spans[0][0], spans[-1][1]
    if one.effect is Effect.CANCELLED:
        return None if one.covers(starts) else shift
    if one.effect is Effect.CHANGED:
        return replace(_of_hours(shift, one)) if one.made and one.covers(starts) else shift
    if ends <= one.start or (one.end is not None and starts >= one.end):
        return shift
    midnight = scenario.horizon.instant(day)
    kept = [piece for span in spans for piece in _outside(span, one)]
    if kept == list(spans):
        return shift
    if not kept:
        return None
    return _cut(scenario, shift, day, [Span(start=a - midnight, end=b - midnight) for a, b in kept])


def _outside(span: tuple[int, int], one: Disruption) -> Iterator[tuple[int, int]]:
    """Yield what lies of a piece of work before and after a disruption."""
    start, end = span
    if start < one.start:
        yield start, min(end, one.start)
    if one.end is not None and end > one.end:
        yield max(start, one.end), end


def _cut(scenario: Scenario, shift: Shift, day: int, spans: list[Span]) -> Shift:
    """Return a duty with only some of its work left; it is credited as it was announced."""
    base = shift.code.split(CUT)[0].split(REOPENED)[0]
    code = base
    if spans[0].start > shift.start:
        code += f"{REOPENED}{_clock(spans[0].start)}"
    if spans[-1].end < shift.end:
        code += f"{CUT}{_clock(spans[-1].end)}"
    if code == base:  # a piece in the middle is lost
        code += f"{CUT}{_clock(spans[0].end)}{REOPENED}{_clock(spans[-1].start)}"
    return replace(
        shift,
        code=code,
        spans=tuple(spans),
        unpaid_break_minutes=0,
        credited_minutes=scenario.credited(shift, day),
    )


def _of_hours(shift: Shift, one: Disruption) -> Shift:
    """Return a shift at the hours of a row."""
    assert one.made is not None
    hours = "/".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in one.made.spans)
    return replace(
        shift,
        code=f"{shift.code} {hours}",
        spans=one.made.spans,
        unpaid_break_minutes=0,
        credited_minutes=None,
    )


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


# More, or other, needs


def _add(made: _Aftermath, one: Disruption) -> None:
    """Ask for added duties on every day whose start of the duty lies in the disruption."""
    scenario = made.scenario
    shifts = [one.made] if one.made else [s for s in scenario.shifts if one.shifts.has(s)]
    for shift in shifts:
        made.shifts.setdefault(shift.code, shift)
        for day in scenario.horizon.planned:
            if not one.covers(scenario.horizon.instant(day, shift.start)):
                continue
            known = [need for need in scenario.needs[day] if need.shift == shift.code]
            for need in known:
                least, target, most = made.need(need)
                raised = None if most is None else most + one.count
                numbers = (least + one.count, target + one.count, raised)
                made.ask(day, shift.code, need.skill, numbers, need)
            if not known:
                before = made.needs.get((day, shift.code, ""))
                count = one.count + (before.minimum or 0 if before else 0)
                made.ask(day, shift.code, "", (count, count, count), one)


def _scale(made: _Aftermath, one: Disruption) -> None:
    """Raise or lower the needs of shifts that begin within a disruption."""
    scenario = made.scenario
    for day in scenario.horizon.planned:
        for need in scenario.needs[day]:
            shift = made.shifts[need.shift]
            starts = scenario.horizon.instant(day, shift.start)
            if made.fate.get((need.shift, day), "") is None or not one.covers(starts):
                continue
            if not one.shifts.has(scenario.shift[need.shift]):
                continue
            least, target, most = made.need(need)
            least, target = _scaled(least, one), _scaled(target, one)
            # A maximum below what is asked for now would forbid it.
            most = None if most is None else max(most, target)
            made.ask(day, need.shift, need.skill, (least, target, most), need)


def _scaled(number: int, one: Disruption) -> int:
    if one.factor is None:
        return max(0, number + one.count)
    return -(-number * one.factor.numerator // one.factor.denominator)


# People who are not there, come late, or lack a licence


def _days(scenario: Scenario, one: Disruption) -> Iterator[tuple[int, int, int]]:
    """Yield (day, first minute, minute after the last) of each planned day of a disruption."""
    horizon = scenario.horizon
    for day in horizon.planned:
        opens, closes = horizon.instant(day), horizon.instant(day + 1)
        if one.start >= closes or (one.end is not None and one.end <= opens):
            continue
        first = max(one.start, opens) - opens
        last = DAY_MINUTES if one.end is None or one.end >= closes else one.end - opens
        yield day, first, last


def _absences(
    scenario: Scenario, disruptions: Iterable[Disruption], posts: Mapping[PersonDay, Post]
) -> tuple[list[Absence], list[Availability]]:
    """Return whole days away, and the hours of days that are only partly so.

    A duty that has begun when the absence does is ended as it was announced.
    """
    days_away: list[Absence] = []
    hours: list[Availability] = []
    for one in disruptions:
        for person in scenario.people:
            if not one.people.has(person):
                continue
            for day, first, last in _days(scenario, one):
                begun = _under_way(scenario, posts.get((person.id, day)), day, one.start)
                if first == 0 and last == DAY_MINUTES:
                    days_away.append(
                        Absence(person=person.id, first=day, last=day, origin=one.origin)
                    )
                elif not begun:
                    hours.append(_closed_hours(scenario, person, day, (first, last), one))
    return days_away, hours


def _under_way(scenario: Scenario, post: Post | None, day: int, instant: int) -> bool:
    shift = scenario.shift.get(post.shift) if post else None
    if shift is None or not shift.works:
        return False
    spans = scenario.spans(shift, day)
    return bool(spans) and spans[0][0] < instant < spans[-1][1]


def _closed_hours(
    scenario: Scenario, person: Person, day: int, minutes: tuple[int, int], one: Disruption
) -> Availability:
    date = scenario.horizon.date(day)
    return Availability(
        person=person.id,
        days=Days(spans=((date, date),)),
        start=minutes[0],
        end=minutes[1],
        origin=one.origin,
    )


def _arrivals(scenario: Scenario, disruptions: Iterable[Disruption]) -> Iterator[Arrival]:
    """Yield the hours before which people cannot begin work."""
    for one in disruptions:
        for person in scenario.people:
            if one.people.has(person):
                for day, first, last in _days(scenario, one):
                    if first < one.minute and last > 0:
                        yield Arrival(
                            person=person.id, day=day, minute=one.minute, shifts=one.shifts
                        )


def _without_skills(
    scenario: Scenario, person: Person, disruptions: Sequence[Disruption]
) -> Person:
    """Return a person without the skills that are lost, on the dates on which they are."""
    for one in disruptions:
        if one.effect is not Effect.SKILL_LOST or not one.people.has(person):
            continue
        zone = scenario.horizon.zone
        first = local_time(one.start, zone).date()
        back = None if one.end is None else local_time(one.end - 1, zone).date() + timedelta(1)
        held: list[HeldSkill] = []
        for skill in person.skills:
            if skill.skill != one.skill:
                held.append(skill)
                continue
            eve = first - timedelta(1)
            held.append(replace(skill, valid_to=min(skill.valid_to or eve, eve)))
            if back is not None and (skill.valid_to is None or back <= skill.valid_to):
                held.append(replace(skill, valid_from=max(skill.valid_from or back, back)))
        person = replace(person, skills=tuple(held))
    return person


# The published schedule, as it stands


def published(
    scenario: Scenario,
    fate: Fate,
    cells: Mapping[PersonDay, Post],
    now: int,
    disruptions: Sequence[Disruption],
    announced: Mapping[PersonDay, int] | None = None,
    original: Mapping[PersonDay, Post | None] | None = None,
    last_day: int | None = None,
) -> Published:
    """Return a published schedule with what disruptions leave of it.

    Parameters
    ----------
    scenario
        As disruptions leave it.
    fate
        What became of its shifts.
    cells
        What was announced.
    now
        The moment, in minutes since 1970 (UTC).
    disruptions
        All that are known.
    announced, original, last_day
        As in :class:`Published`.
    """
    stands: dict[PersonDay, Post] = {}
    freed: set[PersonDay] = set()
    by_id = scenario.person
    for (person, day), post in cells.items():
        left = _left(scenario, fate, by_id[person], day, post, now)
        if left is not None:
            stands[person, day] = left
        if left != post and not scenario.away(by_id[person], day):
            freed.add((person, day))
    return Published(
        now=now,
        cells=cells,
        stands=stands,
        freed=frozenset(freed),
        volunteers=_volunteers(scenario, disruptions),
        announced=announced or {},
        original=original or {},
        last_day=last_day,
    )


def _left(
    scenario: Scenario, fate: Fate, person: Person, day: int, post: Post, now: int
) -> Post | None:
    """Return what is left of an announced duty; None where nothing is."""
    shift = scenario.shift[post.shift]
    if not shift.works:
        return None
    base = _base(scenario, post.shift)
    code = fate.get((base, day), base)
    if scenario.horizon.instant(day, shift.start) <= now and (
        code is None or scenario.shift[code].start != shift.start
    ):
        return post  # it is worked, or has begun: nothing takes it back
    if code is None or not _wanted(scenario, day, code):
        return None
    left = scenario.shift[code]
    begins = scenario.horizon.instant(day, left.start)
    if begins > now and not _can_hold(scenario, person, left, day):
        return None
    return Post(shift=code, skill=post.skill)


def _base(scenario: Scenario, code: str) -> str:
    """Return the code of which another is a variant."""
    for mark in (CUT, REOPENED, " "):
        head = code.split(mark)[0]
        if head != code and head in scenario.shift:
            code = head
    return code


def _wanted(scenario: Scenario, day: int, code: str) -> bool:
    """Whether a shift runs on a day: shifts that no line of needs names always may."""
    if code not in scenario.demanded:
        return True
    needs = [need for need in scenario.needs[day] if need.shift == code]
    return any(need.maximum != 0 for need in needs)


def _can_hold(scenario: Scenario, person: Person, shift: Shift, day: int) -> bool:
    """Whether somebody is there, in time, and holds what a duty asks for."""
    if scenario.away(person, day) or not scenario.qualified(person, shift, day):
        return False
    if any(one.bars(person.id, day, shift) for one in scenario.arrivals):
        return False
    horizon = scenario.horizon
    spans = scenario.spans(shift, day)
    return not any(
        start < horizon.instant(day, hours.end) and horizon.instant(day, hours.start) < end
        for hours in scenario.availability
        if hours.person == person.id and not hours.available
        if hours.days.has(horizon.date(day), scenario.calendar)
        for start, end in spans
    )


def _volunteers(
    scenario: Scenario, disruptions: Iterable[Disruption]
) -> Mapping[str, frozenset[int]]:
    """Return the days on which people have agreed to be called."""
    found: dict[str, set[int]] = {}
    for one in disruptions:
        if one.effect is not Effect.VOLUNTEER:
            continue
        days = {day for day, _, _ in _days(scenario, one)}
        for person in scenario.people:
            if one.people.has(person):
                found.setdefault(person.id, set()).update(days)
    return {person: frozenset(days) for person, days in sorted(found.items())}
