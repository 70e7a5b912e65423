"""What random scenarios are filled with: people, shifts, needs, absences, history and the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from rotaplan.domain.calendar import EVERY_DAY, Calendar, Days
from rotaplan.domain.derogation import Derogation
from rotaplan.domain.people import HeldSkill, Person, Seat
from rotaplan.domain.published import Post, Published
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import (
    Absence,
    Arrival,
    Availability,
    Demand,
    Past,
    Pin,
    Rule,
    Scenario,
    Wish,
)
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import ALL_WORK, Family, Shift, Shifts, Span

PEOPLE = ["A", "B", "C"]
SKILLS = ["HAB:TRAM", "LIC:D"]
DEMANDED = ["E", "D", "L", "N", "S"]
EDGES = [
    dt.date(2027, 3, 28),  # clocks go forward
    dt.date(2027, 10, 31),  # clocks go back
    dt.date(2026, 12, 28),  # Monday of ISO week 53
    dt.date(2027, 1, 1),
    dt.date(2027, 3, 1),  # after a February of four whole weeks
    dt.date(2027, 5, 31),
    dt.date(2028, 2, 29),
]
_SHIFTS: dict[str, tuple[Family, tuple[tuple[int, int], ...]]] = {
    "E": (Family.MORNING, ((360, 840),)),
    "D": (Family.DAY, ((540, 1020),)),
    "L": (Family.EVENING, ((840, 1320),)),
    "N": (Family.NIGHT, ((1320, 1800),)),
    "S": (Family.SPLIT, ((390, 570), (930, 1170))),
    "F": (Family.TRAINING, ((540, 1020),)),  # nobody demands it: only pinned, or in the history
    "CA": (Family.LEAVE, ()),
}

_OF_LONG_SHIFTS = frozenset({"no_overlap"})
"""Rules that only shifts of more than a night's length can break."""


def shifts_of(**changes: dict[str, Any]) -> tuple[Shift, ...]:
    """Return the shifts E, D, L, N and S of the examples, training F and leave CA.

    Parameters
    ----------
    changes
        Further attributes by code.
    """
    return tuple(
        Shift(
            code=code,
            spans=tuple(Span(start=start, end=end) for start, end in spans),
            family=family,
            works=family is not Family.LEAVE,
            **changes.get(code, {}),
        )
        for code, (family, spans) in _SHIFTS.items()
    )


def draw_scenario(rng: Random, rule: Rule) -> Scenario:
    """Return a random scenario with one rule."""
    horizon = _horizon(rng)
    ids = PEOPLE[: rng.randint(1, 3)]
    rich = rng.random() < 0.7
    shifts = _draw_shifts(rng) if rich else shifts_of()
    if rule.key in _OF_LONG_SHIFTS:
        shifts = tuple(_lengthened(rng, one) for one in shifts)
    elif hasattr(rule, "at_home"):  # being on call at home is apart
        on_call = rng.choice([None, None, "L", "N", "D"])
        shifts = tuple(
            replace(one, family=Family.ON_CALL) if one.code == on_call else one for one in shifts
        )
    made = Scenario(
        horizon=horizon,
        calendar=_calendar(rng, horizon) if rich else Calendar(),
        people=tuple(_person(rng, name, horizon, rich) for name in ids),
        shifts=shifts,
        demand=_demand(rng, horizon),
        absences=_some(rng, 4, lambda: _absence(rng, ids, horizon)),
        availability=_some(rng, 4, lambda: _availability(rng, ids, horizon)),
        wishes=_some(rng, 5, lambda: _wish(rng, ids, horizon)),
        pins=_pins(rng, ids, horizon),
        rules=(rule,),
        history=_history(rng, ids, horizon),
    )
    if rule.key == "availability":
        made = replace(made, people=tuple(_maybe_volunteer(one) for one in made.people))
    made = replace(made, derogations=_derogations(made))
    if rule.key == "follow_rotation":
        return _cycling(made)
    return _replanned(made) if type(rule).__module__.endswith(".change") else made


def _cycling(scenario: Scenario) -> Scenario:
    """Return a scenario with a cycle, and places in it for some of the people."""
    horizon = scenario.horizon
    rng = Random(f"{horizon}-{len(scenario.history)}-{len(scenario.pins)}-cycle")
    weeks = rng.randint(1, 3)
    codes = [*DEMANDED, "F", "", "", ""] if rng.random() < 0.7 else ["E", ""]
    cycle = Rotation.of("trame", [rng.choice(codes) for _ in range(7 * weeks)])
    monday = horizon.start - dt.timedelta(days=horizon.start.weekday() + 7 * rng.randint(-1, 3))
    people = tuple(
        replace(one, seat=Seat(rotation="trame", line=rng.randint(1, weeks), week=monday))
        if rng.random() < 0.8
        else one
        for one in scenario.people
    )
    return replace(scenario, rotations=(cycle,), people=people)


def _replanned(scenario: Scenario) -> Scenario:
    """Return a scenario with a schedule published for it, an incident and late people."""
    horizon = scenario.horizon
    rng = Random(f"{horizon}-{len(scenario.history)}-{len(scenario.pins)}-published")
    ids = [person.id for person in scenario.people]
    keys = [(one, day) for one in ids for day in horizon.planned]
    cells = {cell: Post(shift=rng.choice(DEMANDED)) for cell in keys if rng.random() < 0.6}
    taken = {cell for cell in cells if rng.random() < 0.15}
    stands = {cell: post for cell, post in cells.items() if cell not in taken}
    stands |= {cell: Post(shift="E") for cell in taken if rng.random() < 0.2}
    published = Published(
        now=horizon.instant(rng.randint(-4, horizon.days), rng.randrange(1440)),
        cells=cells,
        stands=stands,
        freed=frozenset(cell for cell in keys if cell in taken or rng.random() < 0.03),
        volunteers={one: frozenset(rng.sample(horizon.planned, 2)) for one in ids[:2]},
        announced={cell: 0 for cell in keys if rng.random() < 0.1},
        original={
            cell: rng.choice([None, Post(shift="E"), Post(shift="L")])
            for cell in keys
            if rng.random() < 0.1
        },
        last_day=rng.choice([None, None, horizon.days // 2]),
    )
    arrivals = tuple(
        Arrival(
            person=rng.choice(ids),
            day=rng.randrange(horizon.days),
            minute=rng.choice([361, 375, 600, 900]),
            shifts=rng.choice([ALL_WORK, Shifts(codes=frozenset("EL"))]),
        )
        for _ in range(rng.randint(0, 6))
    )
    return replace(scenario, published=published, arrivals=arrivals)


def _maybe_volunteer(person: Person) -> Person:
    """Return somebody, as a volunteer too where drawn for the reserve."""
    return replace(person, volunteer=person.reserve)


def _lengthened(rng: Random, shift: Shift) -> Shift:
    """Return a night that lasts into the next day's work, now and then on call."""
    if shift.code != "N":
        return shift
    family = rng.choice([Family.NIGHT, Family.ON_SITE_CALL, Family.ON_CALL])
    return replace(shift, spans=(Span(start=1320, end=rng.randint(1830, 2700)),), family=family)


def _derogations(scenario: Scenario) -> tuple[Derogation, ...]:
    """Return past exceptions for which rest is due; drawn apart from all the rest."""
    horizon = scenario.horizon
    rng = Random(f"{horizon}-{len(scenario.history)}-{len(scenario.pins)}")
    return tuple(
        Derogation(
            rule="house_rule",
            person=rng.choice(scenario.people).id,
            first=-3,
            last=rng.choice([-3, -1, -1, 0]),
            deadline=horizon.date(rng.randint(-2, horizon.days + 2)),
            compensation_minutes=60 * rng.choice([0, 3, 6, 13, 20]),
        )
        for _ in range(rng.randint(0, 3))
    )


def draw_days(rng: Random, horizon: Horizon | None = None) -> Days:
    """Return a choice of days by weekday, holiday, day type or date."""
    choices = [
        Days(weekdays=frozenset(rng.sample(range(7), rng.randint(1, 6)))),
        Days(weekdays=frozenset({5, 6})),
        Days(holidays=True, weekdays=frozenset({6})),
        Days(types=frozenset({"vacances"}), weekdays=frozenset({0, 2})),
    ]
    edge = rng.choice(EDGES)
    if horizon is not None:
        edge = horizon.date(rng.randrange(-2, horizon.days))
    choices.append(Days(spans=((edge, edge + dt.timedelta(days=rng.randint(0, 6))),)))
    return rng.choice(choices)


def _some(rng: Random, most: int, draw: Any) -> tuple[Any, ...]:
    """Return a few draws, often none."""
    return tuple(draw() for _ in range(rng.choice([0, 1, rng.randint(0, most)])))


def _horizon(rng: Random) -> Horizon:
    days = rng.choice([rng.randint(3, 9), rng.randint(3, 9), rng.randint(10, 21), 14])
    if rng.random() < 0.1:
        days = rng.randint(28, 35)
    history = rng.choice([0, rng.randint(1, 3), rng.randint(1, 10), rng.randint(6, 10)])
    start = rng.choice(EDGES) - dt.timedelta(days=rng.randint(-2, days))
    return Horizon(start=start, days=days, history_days=history)


def _calendar(rng: Random, horizon: Horizon) -> Calendar:
    days = [horizon.date(day) for day in horizon.known]
    picked = rng.sample(days, 2)
    return Calendar(
        holidays={picked[0]: "fête"} if rng.random() < 0.6 else {},
        types={picked[1]: frozenset({"vacances"})} if rng.random() < 0.6 else {},
        runs_as={rng.choice(days): rng.randrange(7)} if rng.random() < 0.3 else {},
    )


def _draw_shifts(rng: Random) -> tuple[Shift, ...]:
    changes: dict[str, dict[str, Any]] = {}
    for code in DEMANDED:
        more: dict[str, Any] = {}
        if rng.random() < 0.2:
            more["skills"] = frozenset({rng.choice(SKILLS)})
        if rng.random() < 0.3:
            more["tags"] = frozenset({"rue"})
        if rng.random() < 0.3:
            more["unpaid_break_minutes"] = rng.choice([20, 45, 60])
        if rng.random() < 0.3:
            more["credited_minutes"] = rng.choice([450, 480, 600])
        more["site"] = rng.choice(["", "nord", "sud"])
        more["hardship"] = rng.randint(0, 3)
        changes[code] = more
    return shifts_of(**changes)


def _person(rng: Random, name: str, horizon: Horizon, rich: bool) -> Person:
    if not rich:
        return Person(id=name, skills=tuple(HeldSkill(skill=skill) for skill in SKILLS))
    inside = [horizon.date(rng.randint(-1, horizon.days)) for _ in range(2)]
    restricted = rng.random() < 0.3
    codes = frozenset(rng.sample(DEMANDED, rng.randint(1, 4)))
    return Person(
        id=name,
        fte=rng.choice([Fraction(1), Fraction(1), Fraction(4, 5), Fraction(1, 2), Fraction(0)]),
        weekly_minutes=rng.choice([None, 35 * 60, 28 * 60, 17 * 60 + 30]),
        contract=rng.choice(["titulaire", "vacataire"]),
        team=rng.choice(["bleu", "rouge"]),
        site={"A": "nord", "B": "sud"}.get(name, ""),
        skills=tuple(
            HeldSkill(
                skill=skill,
                valid_from=inside[0] if rng.random() < 0.2 else None,
                valid_to=inside[1] if rng.random() < 0.3 else None,
            )
            for skill in SKILLS
            if rng.random() < 0.7
        ),
        contract_from=min(inside) if rng.random() < 0.2 else None,
        contract_to=max(inside) if rng.random() < 0.2 else None,
        fixed_days_off=frozenset({rng.randrange(7)}) if rng.random() < 0.2 else frozenset(),
        forbidden=Shifts(codes=codes) if restricted and rng.random() < 0.5 else None,
        allowed=Shifts(codes=codes) if restricted and rng.random() < 0.5 else None,
        night_fit=rng.random() < 0.8,
        reserve=rng.random() < 0.3,
        target_minutes=rng.choice([None, None, 4800]),
        opening={"night": rng.randint(-3, 6), "hours": rng.randint(-600, 900)}
        if rng.random() < 0.5
        else {},
        hourly_cost=rng.randint(0, 40),
        reach_minutes=rng.choice([None, 10, 25, 30, 31, 90]),
    )


def _demand(rng: Random, horizon: Horizon) -> tuple[Demand, ...]:
    """Return at least one line for each demanded shift; how much they ask for varies."""
    pressure = rng.choice([0.0, 0.15, 0.6])
    named = rng.choice([0.0, 0.3, 0.9])
    closing = rng.choice([0.0, 0.3])
    capped = rng.choice([0.0, 0.2, 0.6])
    lines = []
    for code in DEMANDED:
        for _ in range(rng.choice([1, 1, 2])):
            asked = rng.random() < pressure
            lines.append(
                Demand(
                    shift=code,
                    days=draw_days(rng, horizon) if rng.random() < closing else EVERY_DAY,
                    minimum=rng.choice([None, 1, 2]) if asked else rng.choice([None, 0]),
                    target=rng.choice([None, 1, 2, 3]) if asked else None,
                    maximum=rng.choice([0, 1, 1, 2, 3]) if rng.random() < capped else None,
                    skill=rng.choice(SKILLS) if rng.random() < named else "",
                    priority=rng.choice([5, 5, rng.randint(1, 5)]),
                )
            )
    return tuple(lines)


def _absence(rng: Random, ids: list[str], horizon: Horizon) -> Absence:
    first = rng.randint(-3, horizon.days)
    return Absence(
        person=rng.choice(ids),
        first=first,
        last=first + rng.choice([0, 0, 1, 2, 6]),
        code="CA",
        part=rng.choice(["all", "all", "morning", "afternoon"]),
        firm=rng.random() < 0.8,
    )


def _availability(rng: Random, ids: list[str], horizon: Horizon) -> Availability:
    start, end = rng.choice(
        [(0, 1440), (0, 720), (720, 1440), (480, 1080), (300, 600), (1200, 1920), (1320, 1860)]
    )
    return Availability(
        person=rng.choice(ids),
        days=draw_days(rng, horizon) if rng.random() < 0.8 else EVERY_DAY,
        start=start,
        end=end,
        available=rng.random() < 0.4,
    )


def _wish(rng: Random, ids: list[str], horizon: Horizon) -> Wish:
    codes = frozenset(rng.sample(DEMANDED, rng.randint(1, 3)))
    return Wish(
        person=rng.choice(ids),
        day=rng.randrange(horizon.days),
        shifts=rng.choice([None, Shifts(codes=codes), Shifts(families=frozenset({Family.NIGHT}))]),
        on=rng.random() < 0.5,
        weight=rng.randint(1, 5),
    )


def _pins(rng: Random, ids: list[str], horizon: Horizon) -> tuple[Pin, ...]:
    cells = {
        (rng.choice(ids), rng.randrange(horizon.days)): rng.choice([*DEMANDED, "F", "CA", None])
        for _ in range(rng.choice([0, 1, 3]))
    }
    return tuple(Pin(person=person, day=day, shift=code) for (person, day), code in cells.items())


def _history(rng: Random, ids: list[str], horizon: Horizon) -> tuple[Past, ...]:
    found = []
    for person in ids:
        density = rng.choice([0.2, 0.7, 1.0])
        steady = rng.choice([0.0, 0.8])
        code = "D"
        for day in range(-horizon.history_days, 0):
            if rng.random() >= steady:
                code = rng.choice([*DEMANDED, *DEMANDED, "F", "CA"])
            if rng.random() < density:
                found.append(Past(person=person, day=day, shift=code))
    return tuple(found)
