"""Who sits on which line of a cycle, where the planner leaves that open."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rotaplan.domain.lines import Placed, Placement
from rotaplan.domain.people import Person, Seat
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shift
from rotaplan.engines.assignment import assign


def place(scenario: Scenario, rules: Sequence[Rule]) -> tuple[Scenario, Placed]:
    """Return the question with a line for everybody who has a cycle and no line yet.

    Every line of a cycle gets as many people as any other, or one more, as far as the lines that
    the planner gives allow it.

    Parameters
    ----------
    scenario
        The question.
    rules
        Those that judge each person by that person's own duties alone: what they say of a
        person's life on a line is what the line costs.
    """
    start = scenario.horizon.start
    monday = start - dt.timedelta(days=start.weekday())
    found: dict[str, Placement] = {}
    proven = True
    for rotation in scenario.rotations:
        waiting = tuple(one for one in scenario.people if _waits(one, rotation))
        if waiting:
            chosen, optimal = _placed(scenario, rules, rotation, waiting, monday)
            found |= chosen
            proven = proven and optimal
    people = tuple(
        replace(one, seat=found[one.id].seat) if one.id in found else one for one in scenario.people
    )
    order = tuple(found[one.id] for one in scenario.people if one.id in found)
    return replace(scenario, people=people), Placed(placements=order, proven=proven)


def _waits(person: Person, rotation: Rotation) -> bool:
    seat = person.seat
    return seat is not None and seat.rotation == rotation.name and seat.line is None


def _placed(
    scenario: Scenario,
    rules: Sequence[Rule],
    rotation: Rotation,
    waiting: Sequence[Person],
    monday: dt.date,
) -> tuple[dict[str, Placement], bool]:
    """Return a line of one cycle for each of some people, and whether that is the best."""
    by_line = [
        _life_on(scenario, rules, waiting, Seat(rotation=rotation.name, line=line, week=monday))
        for line in range(1, len(rotation.lines) + 1)
    ]
    levels = sorted({level for lives in by_line for one in lives.values() for level in one.soft})
    prices = {
        one.id: tuple(
            (
                *(lives[one.id].broken, lives[one.id].barred, lives[one.id].away),
                *(lives[one.id].soft[level] for level in levels),
            )
            for lives in by_line
        )
        for one in waiting
    }
    assigned = assign(prices, _room(scenario, rotation, len(waiting), monday), scenario.seed or 0)
    if assigned is None:
        raise RuntimeError(f"no room on the lines of {rotation.name}")
    found = {}
    for person, line in assigned.place.items():
        life, seat = by_line[line][person], scenario.person[person].seat
        assert seat is not None
        found[person] = Placement(
            person=person,
            seat=replace(seat, line=line + 1, week=monday),
            broken=life.broken,
            barred=life.barred,
            away=life.away,
            priced=sum(life.soft.values()),
        )
    return found, assigned.proven


def _room(
    scenario: Scenario, rotation: Rotation, waiting: int, monday: dt.date
) -> tuple[tuple[int, int], ...]:
    """Return how few and how many of those who wait each line takes: as evenly as can be."""
    count = len(rotation.lines)
    taken = Counter(
        (one.seat.line - 1 + (monday - one.seat.week).days // 7) % count
        for one in scenario.people
        if one.seat and one.seat.rotation == rotation.name and one.seat.line is not None
    )
    level = 0
    while sum(max(0, level + 1 - taken[line]) for line in range(count)) <= waiting:
        level += 1
    # Filled up to ``level`` everywhere; what is left over goes to different lines, one each.
    return tuple(
        (max(0, level - taken[line]), max(0, level + 1 - taken[line])) for line in range(count)
    )


@dataclass(slots=True, kw_only=True)
class _Life:
    """What following a line from the first day to the last is for somebody."""

    broken: int = 0
    barred: int = 0
    away: int = 0
    soft: Counter[int]


def _life_on(
    scenario: Scenario, rules: Sequence[Rule], people: Sequence[Person], seat: Seat
) -> Mapping[str, _Life]:
    """Return what one line is for each of some people, judged as if each sat on it alone."""
    lives = {one.id: _Life(soft=Counter()) for one in people}
    seated = {one.id: replace(one, seat=seat) for one in people}
    asked = replace(scenario, people=tuple(seated.get(one.id, one) for one in scenario.people))
    worked: list[Assignment] = []
    for person in seated.values():
        for day, shift in _posts(asked, person):
            if asked.away(person, day) or not person.under_contract(asked.horizon.date(day)):
                lives[person.id].away += 1
            elif not _open(asked, person, day, shift):
                lives[person.id].barred += 1
            else:
                skill = _function(asked, person, day, shift)
                worked.append(Assignment(person=person.id, day=day, shift=shift.code, skill=skill))
    schedule = Schedule.of(asked, worked)
    for rule in rules:
        for violation in rule.check(asked, schedule):
            life = lives.get(violation.person)
            if life is None:
                continue
            if violation.must:
                life.broken += violation.amount
            else:
                life.soft[violation.level] += violation.weight * violation.amount
    return lives


def _posts(scenario: Scenario, person: Person) -> Iterator[tuple[int, Shift]]:
    """Yield what a person's cycle gives on planned days, rests left out."""
    for day in scenario.horizon.planned:
        code = scenario.cycle_code(person, day)
        if code:
            yield day, scenario.shift[code]


def _open(scenario: Scenario, person: Person, day: int, shift: Shift) -> bool:
    """Whether somebody who is there may hold a post on a day."""
    never = scenario.horizon.date(day).weekday() in person.fixed_days_off
    return not never and scenario.open_to(person, shift) and scenario.qualified(person, shift, day)


def _function(scenario: Scenario, person: Person, day: int, shift: Shift) -> str:
    """Return a function that somebody can fill on a post; none in particular where possible."""
    date = scenario.horizon.date(day)
    functions = scenario.functions.get(shift.code, ("",))
    return next((one for one in functions if not one or person.holds(one, date)), functions[0])
