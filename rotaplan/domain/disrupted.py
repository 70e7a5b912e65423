"""What disruptions make of a scenario.

The base data stay as they are: needs of some dates are overridden, duties are cut into variants
with codes of their own, absences and hours are added. The result is an ordinary scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.hindered import absences, arrivals, without_skills
from rotaplan.domain.published import PersonDay, Post
from rotaplan.domain.scenario import Demand, Need, Pin, Scenario
from rotaplan.domain.service_level import needs_as_on
from rotaplan.domain.work import Shift, Span

CUT = "≤"
"""Between the code of a duty and the time at which it now ends: ``T1-05≤09:40``."""
REOPENED = "≥"
"""Between the code of a duty and the time at which it now begins."""

Fate = Mapping[tuple[str, int], str | None]
"""What became of a shift on a day: the code that takes its place, None where it does not run."""
_Line = tuple[int, str, str]
"""Day, code of the shift as planned, and function of a line of needs."""


@dataclass
class _Aftermath:
    """What disruptions change of the service, while they are being gone through.

    Attributes
    ----------
    scenario
        As it was.
    planned
        Shifts by code: those of the scenario, and those added.
    variants
        What is left of cut duties, by code.
    fate
        What became of a shift of ``planned`` on a day.
    needs
        All needs under the codes as planned.
    """

    scenario: Scenario
    planned: dict[str, Shift]
    needs: dict[_Line, Need]
    variants: dict[str, Shift] = field(default_factory=dict)
    fate: dict[tuple[str, int], str | None] = field(default_factory=dict)

    def now(self, code: str, day: int) -> Shift | None:
        """Return what became so far of a planned shift on a day; None where it does not run."""
        current = self.fate.get((code, day), code)
        if current is None:
            return None
        return self.planned.get(current) or self.variants[current]


def disrupted(
    scenario: Scenario, disruptions: Sequence[Disruption], posts: Mapping[PersonDay, Post]
) -> tuple[Scenario, Fate]:
    """Return a scenario as disruptions leave it, and what became of its shifts.

    Parameters
    ----------
    scenario
        As it was before any of them.
    disruptions
        In the order in which they became known: a closure meets the duties that rows before it
        have added, not those that later rows add in spite of it.
    posts
        What is published: a duty that is under way when its holder falls ill, or loses a
        licence, is ended as it was announced.
    """
    if not disruptions:
        return scenario, {}
    made = _Aftermath(
        scenario,
        {shift.code: shift for shift in scenario.shifts},
        {(n.day, n.shift, n.skill): n for needs in scenario.needs.values() for n in needs},
    )
    for one in disruptions:
        match one.effect:
            case Effect.CLOSED | Effect.CANCELLED | Effect.CHANGED:
                _stop(made, one)
            case Effect.ADDED:
                _add(made, one)
            case Effect.DEMAND:
                _scale(made, one)
            case Effect.SERVICE:
                made.needs |= {(n.day, n.shift, n.skill): n for n in needs_as_on(scenario, one)}
    shifts = {**made.planned, **made.variants}
    running = replace(scenario, shifts=tuple(shifts.values()))
    days_away, hours = absences(running, disruptions, posts)
    changed = replace(
        running,
        people=tuple(without_skills(running, one, disruptions, posts) for one in scenario.people),
        demand=(*scenario.demand, *_overrides(made)),
        absences=(*scenario.absences, *days_away),
        availability=(*scenario.availability, *hours),
        arrivals=(*scenario.arrivals, *arrivals(running, disruptions, posts)),
    )
    return replace(changed, pins=tuple(_kept_pins(scenario, changed, made.fate))), made.fate


def _overrides(made: _Aftermath) -> Iterator[Demand]:
    """Yield a line of needs for every date on which they are not what they were."""
    before = {(n.day, n.shift, n.skill): n for needs in made.scenario.needs.values() for n in needs}
    for line, need in sorted(made.needs.items()):
        day, planned, _ = line
        shift = made.now(planned, day)
        if shift is not None and (shift.code != planned or need != before.get(line)):
            yield _asked(made.scenario, shift.code, need)
        if line in before and (shift is None or shift.code != planned):
            nobody = replace(need, minimum=0, target=0, maximum=0)
            yield _asked(made.scenario, planned, nobody)


def _asked(scenario: Scenario, code: str, need: Need) -> Demand:
    date = scenario.horizon.date(need.day)
    return Demand(
        shift=code,
        days=Days(spans=((date, date),)),
        minimum=need.minimum,
        target=need.target,
        maximum=need.maximum,
        skill=need.skill,
        priority=need.priority,
        origin=need.origin,
    )


def _kept_pins(before: Scenario, after: Scenario, fate: Fate) -> Iterator[Pin]:
    """Yield the imposed days, without what does not run any more and people who fell out.

    Work that was imposed on a day of leave stays so, for it to be reported.
    """
    for pin in before.pins:
        code = fate.get((pin.shift, pin.day), pin.shift) if pin.shift else None
        if pin.shift is None:
            yield pin
        elif code is not None and (
            before.away(before.person[pin.person], pin.day)
            or not after.away(after.person[pin.person], pin.day)
        ):
            yield replace(pin, shift=code)


# Shifts that do not run, or run otherwise


def _stop(made: _Aftermath, one: Disruption) -> None:
    """Note what becomes of the shifts that a disruption meets, needed or not."""
    meant = [shift for shift in made.planned.values() if shift.works and one.shifts.has(shift)]
    for shift in meant:
        for day in made.scenario.horizon.planned:
            current = made.now(shift.code, day)
            left = current and _left(made.scenario, one, current, day)
            if left is current:
                continue
            made.fate[shift.code, day] = None if left is None else left.code
            if left is not None:
                made.variants.setdefault(left.code, left)


def _left(scenario: Scenario, one: Disruption, shift: Shift, day: int) -> Shift | None:
    """Return a shift as a disruption leaves it on a day; None where nothing of it runs."""
    instants = scenario.spans(shift, day)
    if not instants:
        return shift
    starts, ends = instants[0][0], instants[-1][1]
    if one.effect is Effect.CANCELLED:
        return None if one.covers(starts) else shift
    if one.effect is Effect.CHANGED:
        return _of_hours(shift, one) if one.made and one.covers(starts) else shift
    if ends <= one.start or (one.end is not None and starts >= one.end):
        return shift
    kept = tuple(
        piece
        for span, when in zip(shift.spans, instants, strict=True)
        for piece in _outside(scenario, one, day, span, when)
    )
    if kept == shift.spans:
        return shift
    return _cut(scenario, shift, day, kept) if kept else None


def _outside(
    scenario: Scenario, one: Disruption, day: int, span: Span, when: tuple[int, int]
) -> Iterator[Span]:
    """Yield what lies of a piece of work (on the clock, as instants) outside a disruption."""
    start, end = when
    horizon = scenario.horizon
    if start < one.start:
        cut = span.end if end <= one.start else horizon.minute(day, one.start)
        yield Span(start=span.start, end=cut)
    if one.end is not None and end > one.end:
        opens = span.start if start >= one.end else horizon.minute(day, one.end)
        yield Span(start=opens, end=span.end)


def _cut(scenario: Scenario, shift: Shift, day: int, spans: tuple[Span, ...]) -> Shift:
    """Return a duty with only some of its work left; it is credited as it was announced."""
    known = set(_gaps(shift.spans))
    code = shift.code
    if spans[0].start > shift.start:
        code += f"{REOPENED}{_clock(spans[0].start)}"
    for opens, closes in _gaps(spans):
        if (opens, closes) not in known:
            code += f"{CUT}{_clock(opens)}{REOPENED}{_clock(closes)}"
    if spans[-1].end < shift.end:
        code += f"{CUT}{_clock(spans[-1].end)}"
    return replace(
        shift,
        code=code,
        variant_of=shift.base,
        spans=spans,
        unpaid_break_minutes=0,
        credited_minutes=scenario.credited(shift, day),
    )


def _gaps(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield end and next start between the pieces of a duty."""
    return ((a.end, b.start) for a, b in pairwise(spans))


def _of_hours(shift: Shift, one: Disruption) -> Shift:
    """Return a shift at the hours of a row; its break stays unless the row has one."""
    assert one.made is not None
    hours = "/".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in one.made.spans)
    return replace(
        shift,
        code=f"{shift.base} {hours}",
        variant_of=shift.base,
        spans=one.made.spans,
        unpaid_break_minutes=one.made.unpaid_break_minutes or shift.unpaid_break_minutes,
        credited_minutes=None,
    )


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


# More, or other, needs


def _add(made: _Aftermath, one: Disruption) -> None:
    """Ask for added duties on every day whose start of the duty lies in the disruption."""
    scenario = made.scenario
    if one.made is not None:
        made.planned.setdefault(one.made.code, one.made)
    shifts = [one.made] if one.made else [s for s in scenario.shifts if one.shifts.has(s)]
    for shift in shifts:
        for day in scenario.horizon.planned:
            if not one.covers(scenario.horizon.instant(day, shift.start)):
                continue
            if one.made is not None:
                made.fate.pop((shift.code, day), None)  # whoever adds a duty wants it to run
            _ask_for_more(made, one, shift.code, day)


def _ask_for_more(made: _Aftermath, one: Disruption, code: str, day: int) -> None:
    """Ask for more people on every function of a shift, or open a line of needs for it."""
    known = [line for line in made.needs if line[:2] == (day, code)]
    for line in known:
        need = made.needs[line]
        made.needs[line] = replace(
            need,
            minimum=need.minimum + one.count,
            target=need.target + one.count,
            maximum=None if need.maximum is None else need.maximum + one.count,
        )
    if not known:
        made.needs[day, code, ""] = Need(
            day=day,
            shift=code,
            skill="",
            minimum=one.count,
            target=one.count,
            maximum=one.count,
            priority=one.priority,
            origin=one.origin,
        )


def _scale(made: _Aftermath, one: Disruption) -> None:
    """Raise or lower the needs of shifts that begin within a disruption."""
    horizon = made.scenario.horizon
    for line, need in made.needs.items():
        shift = made.planned[need.shift]
        if not one.shifts.has(shift) or not one.covers(horizon.instant(need.day, shift.start)):
            continue
        least, target = _scaled(need.minimum, one), _scaled(need.target, one)
        # A maximum below what is asked for now would forbid it.
        most = None if need.maximum is None else max(need.maximum, target)
        made.needs[line] = replace(need, minimum=least, target=target, maximum=most)


def _scaled(number: int, one: Disruption) -> int:
    if one.factor is None:
        return max(0, number + one.count)
    return -(-number * one.factor.numerator // one.factor.denominator)
