"""What would make a conflict go away: single changes of the question, each solved again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rotaplan.domain.calendar import Days
from rotaplan.domain.scenario import Absence, Demand, Need, Scenario
from rotaplan.domain.work import Family
from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import Limits
from rotaplan.explanation.clauses import Clauses, Piece
from rotaplan.explanation.values import Concession, Conflict, Item

_MOST, _TRIED, _AROUND = 3, 16, 3
"""Concessions told of a conflict, changes tried, and days looked at on either side of it."""
_STEP_SECONDS = 8.0
_KINDS = ("post", "pin", "leave-day", "leave", "person", "soft", "law")
"""From the cheapest to the dearest."""
_LAW_LEVEL = 1


@dataclass(frozen=True, kw_only=True)
class Conceder:
    """Looks for concessions until a time.

    Attributes
    ----------
    scenario
        The question without any roster.
    prepare
        Returns the model of a changed question.
    until
        When to stop, on the monotonic clock, in seconds.
    seed
        Of the solver.
    watch
        Lets another thread stop the search.
    """

    scenario: Scenario
    prepare: Callable[[Scenario], Clauses]
    until: float
    seed: int
    watch: Watch

    def concessions(self, conflict: Conflict) -> tuple[Concession, ...]:
        """Return changes proven to settle a conflict, the cheapest first."""
        tried = sorted(candidates(self.scenario, conflict), key=_rank)
        found: list[Concession] = []
        for one in tried[:_TRIED]:
            if len(found) >= _MOST or self._left() <= 0:
                break
            if any(_is_less(other, one) for other in found):
                continue
            proven = self._proven(one, conflict)
            if proven is not None:
                found.append(proven)
        return tuple(found)

    def _left(self) -> float:
        return 0.0 if self.watch.stopped else self.until - time.monotonic()

    def _proven(self, one: Concession, conflict: Conflict) -> Concession | None:
        """Return a change with what was proven of it: all days first, then those around."""
        clauses = self.prepare(one.scenario)
        whole = self._holds(clauses, 0, self.scenario.horizon.days - 1)
        if whole:
            return one
        days = [day for item in conflict.items for day in item.days]
        if not days:
            return None
        first, last = self._around(min(days), max(days))
        if not self._holds(clauses, first, last) and not (
            whole is False and self._holds_for(clauses, conflict)
        ):
            return None
        return replace(one, first=first, last=last, others=whole is False)

    def _around(self, first: int, last: int) -> tuple[int, int]:
        """Return the days around some planned ones; at either edge, all that lies beyond too."""
        planned = self.scenario.horizon.planned
        before, after = first - _AROUND, last + _AROUND
        return (
            before if before > min(planned) else 0,
            after if after < max(planned) else self.scenario.horizon.days - 1,
        )

    def _holds(self, clauses: Clauses, first: int, last: int) -> bool | None:
        return self._hold(clauses, clauses.within(first, last))

    def _holds_for(self, clauses: Clauses, conflict: Conflict) -> bool | None:
        """Return whether all hold that binds the people of a conflict alone, on all days."""
        if not all(item.people for item in conflict.items):
            return False
        named = {person for item in conflict.items for person in item.people}
        numbers = [at for at, one in enumerate(self.scenario.people) if one.id in named]
        return self._hold(clauses, [piece for at in numbers for piece in clauses.of_person(at)])

    def _hold(self, clauses: Clauses, pieces: Sequence[Piece]) -> bool | None:
        left = self._left()
        if left <= 0:
            return None
        limits = Limits(seconds=min(left, _STEP_SECONDS), seed=self.seed)
        return clauses.holds(pieces, limits, self.watch)


def _rank(one: Concession) -> tuple[int, int, int]:
    return (_KINDS.index(one.kind), one.count, one.days[0] if one.days else 0)


def _is_less(less: Concession, more: Concession) -> bool:
    """Whether a change found already is a part of another one."""
    if less.item is not more.item:
        return False
    if (less.kind, more.kind) == ("leave-day", "leave"):
        return less.person == more.person
    return less.kind == more.kind == "post" and (less.need, less.days) == (more.need, more.days)


def candidates(scenario: Scenario, conflict: Conflict) -> Iterator[Concession]:
    """Yield single changes of the rows that a conflict names; rows without a line never."""
    for item in conflict.items:
        yield from _fewer(scenario, item)
        yield from _pins(scenario, item)
        yield from _leave(scenario, item)
        yield from _one_more(scenario, item)
        rule = item.rule
        origin = getattr(rule, "origin", None)
        if origin is not None and hasattr(rule, "must"):
            dear = bool(getattr(rule, "reference", "")) or rule.level == _LAW_LEVEL
            rules = tuple(
                replace(one, must=False) if getattr(one, "origin", None) == origin else one  # type: ignore[type-var]
                for one in scenario.rules
            )
            changed = replace(scenario, rules=rules)
            yield Concession(kind="law" if dear else "soft", item=item, scenario=changed)


def _fewer(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for need in item.needs:
        for count in range(1, need.minimum + 1):
            line = _line(scenario, need, need.minimum - count)
            yield Concession(
                kind="post",
                item=item,
                scenario=replace(scenario, demand=(*scenario.demand, line)),
                days=(need.day,),
                need=need,
                count=count,
            )


def _one_more(scenario: Scenario, item: Item) -> Iterator[Concession]:
    """Yield somebody more like the first holder of a skill that posts ask for, without leave."""
    for skill in sorted({need.skill for need in item.needs if need.skill}):
        need = next(one for one in item.needs if one.skill == skill)
        date = scenario.horizon.date(need.day)
        like = next((one for one in scenario.people if one.holds(skill, date)), None)
        if like is None:
            continue
        new = replace(like, id=max(one.id for one in scenario.people) + "+", origin=None)
        changed = replace(scenario, people=(*scenario.people, new))
        yield Concession(kind="person", item=item, scenario=changed, need=need)


def _line(scenario: Scenario, need: Need, minimum: int) -> Demand:
    """Return a line for the day of a need alone; it goes before all others."""
    date = scenario.horizon.date(need.day)
    return Demand(
        shift=need.shift,
        skill=need.skill,
        days=Days(spans=((date, date),)),
        minimum=minimum,
        target=minimum,
        maximum=need.maximum,
        priority=need.priority,
        origin=need.origin,
    )


def _pins(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for pin in scenario.pins:
        if pin.origin is not None and pin.origin in item.cells and pin.person in item.people:
            others = tuple(one for one in scenario.pins if one is not pin)
            changed = replace(scenario, pins=others)
            yield Concession(
                kind="pin", item=item, scenario=changed, days=(pin.day,), person=pin.person
            )


def _ill(scenario: Scenario, absence: Absence) -> bool:
    """Whether an absence is none that can be moved: its code stands for absence, not for leave."""
    code = scenario.shift.get(absence.code)
    return code is not None and code.family is Family.ABSENCE


def _leave(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for leave in scenario.absences:
        if leave.origin is None or leave.origin not in item.cells or _ill(scenario, leave):
            continue
        others = tuple(one for one in scenario.absences if one is not leave)
        days = tuple(
            day for day in range(leave.first, leave.last + 1) if day in scenario.horizon.planned
        )
        for day in days if len(days) > 1 else ():
            parts = (replace(leave, last=day - 1), replace(leave, first=day + 1))
            kept = tuple(part for part in parts if part.first <= part.last)
            changed = replace(scenario, absences=(*others, *kept))
            yield Concession(
                kind="leave-day", item=item, scenario=changed, days=(day,), person=leave.person
            )
        yield Concession(
            kind="leave",
            item=item,
            scenario=replace(scenario, absences=others),
            days=days,
            person=leave.person,
        )
