"""What could give way in a conflict: single changes of the question, not yet looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rotaplan.domain.calendar import Days
from rotaplan.domain.leave import is_leave
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence, Demand, Need, Rule, Scenario
from rotaplan.explanation.values import Concession, Conflict, Item, row_of
from rotaplan.rules.base import RuleBase

_FARTHEST = 14
"""Days by which leave may move."""
_NEW = (1, 2, 3)
"""People more who are tried."""
_TARGET = "cover_target"


def candidates(scenario: Scenario, conflict: Conflict) -> Iterator[Concession]:
    """Yield single changes of the rows that a conflict names; rows without a line never."""
    for item in conflict.items:
        yield from _fewer(scenario, item)
        yield from _pins(scenario, item)
        yield from _leave(scenario, item)
        yield from _renewed(scenario, item)
        yield from _more(scenario, item)
        yield from _softer(scenario, item)


def _softer(scenario: Scenario, item: Item) -> Iterator[Concession]:
    """Yield the row made soft; only one that cites its source is called law."""
    origin = row_of(item.rule)
    if origin is None or not isinstance(item.rule, RuleBase):
        return
    rules = tuple(softened(one) if row_of(one) == origin else one for one in scenario.rules)
    kind = "law" if item.rule.reference else "soft"
    yield Concession(kind=kind, item=item, scenario=replace(scenario, rules=rules), cell=origin)


def softened(rule: Rule) -> Rule:
    """Return a rule with a price where it had to hold."""
    return replace(rule, must=False) if isinstance(rule, RuleBase) else rule


def _fewer(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for need in item.needs:
        for count in range(1, asked_for(item.rule, need) + 1):
            line = lowered(scenario, item.rule, need, count)
            yield Concession(
                kind="post",
                item=item,
                scenario=replace(scenario, demand=(*scenario.demand, line)),
                cell=need.origin,
                days=(need.day,),
                need=need,
                count=count,
            )


def asked_for(rule: Rule, need: Need) -> int:
    """Return how many people a row on cover asks for."""
    return max(need.minimum, need.target) if rule.key == _TARGET else need.minimum


def lowered(scenario: Scenario, rule: Rule, need: Need, count: int) -> Demand:
    """Return a line for the day of a need alone, a few people lower; it goes before all others.

    Where the row asks for the minimum the target stays: what is left uncovered is still counted.
    """
    date = scenario.horizon.date(need.day)
    left = asked_for(rule, need) - count
    return Demand(
        shift=need.shift,
        skill=need.skill,
        days=Days(spans=((date, date),)),
        minimum=min(need.minimum, left),
        target=left if rule.key == _TARGET else max(need.minimum, need.target),
        maximum=need.maximum,
        priority=need.priority,
        origin=need.origin,
    )


def _more(scenario: Scenario, item: Item) -> Iterator[Concession]:
    """Yield a few people more who can hold posts, each like the first who can, without leave."""
    for skill in sorted({need.skill for need in item.needs}):
        need = next(one for one in item.needs if one.skill == skill)
        like = next((one for one in scenario.people if _can_hold(scenario, one, need)), None)
        if like is None:
            continue
        last = max(one.id for one in scenario.people)
        new = [replace(like, id=last + "+" * number, origin=None) for number in _NEW]
        for count in _NEW:
            changed = replace(scenario, people=(*scenario.people, *new[:count]))
            yield Concession(
                kind="person",
                item=item,
                scenario=changed,
                cell=need.origin,
                need=need,
                count=count,
            )


def _can_hold(scenario: Scenario, person: Person, need: Need) -> bool:
    """Whether somebody may hold a post by contract, skill and codes, leave apart."""
    date = scenario.horizon.date(need.day)
    return (
        person.under_contract(date)
        and scenario.open_to(person, scenario.shift[need.shift])
        and (not need.skill or person.holds(need.skill, date))
    )


def _pins(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for pin in scenario.pins:
        if pin.origin is not None and pin.origin in item.cells and pin.person in item.people:
            others = tuple(one for one in scenario.pins if one is not pin)
            changed = replace(scenario, pins=others)
            yield Concession(
                kind="pin",
                item=item,
                scenario=changed,
                cell=pin.origin,
                days=(pin.day,),
                person=pin.person,
            )


def _renewed(scenario: Scenario, item: Item) -> Iterator[Concession]:
    """Yield each skill that is not valid on a day, made valid without limit."""
    for name in item.people if item.rule.key == "required_skill" else ():
        person = scenario.person[name]
        for held in person.skills:
            if held.origin is None or held.origin not in item.cells:
                continue
            valid = replace(held, valid_from=None, valid_to=None)
            skills = tuple(valid if one is held else one for one in person.skills)
            renewed = replace(person, skills=skills)
            people = tuple(renewed if one is person else one for one in scenario.people)
            yield Concession(
                kind="skill",
                item=item,
                scenario=replace(scenario, people=people),
                cell=held.origin,
                person=name,
                skill=held.skill,
            )


def _leave(scenario: Scenario, item: Item) -> Iterator[Concession]:
    for leave in scenario.absences:
        if leave.origin is None or leave.origin not in item.cells:
            continue
        if is_leave(scenario, leave):
            yield from _moved(scenario, item, leave)
            yield from _given_up(scenario, item, leave)


def _moved(scenario: Scenario, item: Item, leave: Absence) -> Iterator[Concession]:
    """Yield the leave on other days of the person, as long as before, the nearest days first.

    It must free a day that the conflict is about, and meet no other absence or imposed day.
    """
    planned = scenario.horizon.planned
    if leave.first not in planned or leave.last not in planned:
        return
    taken = {
        day
        for one in scenario.absences
        if one.person == leave.person and one is not leave
        for day in range(one.first, one.last + 1)
    } | {pin.day for pin in scenario.pins if pin.person == leave.person}
    was = range(leave.first, leave.last + 1)
    for by in (sign * far for far in range(1, _FARTHEST + 1) for sign in (-1, 1)):
        days = range(leave.first + by, leave.last + by + 1)
        inside = days[0] in planned and days[-1] in planned
        if not inside or not taken.isdisjoint(days) or set(item.days) & set(was) <= set(days):
            continue
        moved = replace(leave, first=days[0], last=days[-1])
        kept = tuple(moved if one is leave else one for one in scenario.absences)
        yield Concession(
            kind="move",
            item=item,
            scenario=replace(scenario, absences=kept),
            cell=leave.origin,
            days=tuple(was),
            moved=tuple(days),
            person=leave.person,
        )


def _given_up(scenario: Scenario, item: Item, leave: Absence) -> Iterator[Concession]:
    """Yield the leave without one of its days, for each of them, and without any."""
    others = tuple(one for one in scenario.absences if one is not leave)
    days = tuple(
        day for day in range(leave.first, leave.last + 1) if day in scenario.horizon.planned
    )
    for day in days if len(days) > 1 else ():
        parts = (replace(leave, last=day - 1), replace(leave, first=day + 1))
        kept = tuple(part for part in parts if part.first <= part.last)
        changed = replace(scenario, absences=(*others, *kept))
        yield Concession(
            kind="leave-day",
            item=item,
            scenario=changed,
            cell=leave.origin,
            days=(day,),
            person=leave.person,
        )
    yield Concession(
        kind="leave",
        item=item,
        scenario=replace(scenario, absences=others),
        cell=leave.origin,
        days=days,
        person=leave.person,
    )
