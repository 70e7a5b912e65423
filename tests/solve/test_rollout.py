"""A cycle rolled out on the calendar, one plan after the other, without a breach at the seam."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rotaplan import api
from rotaplan.domain.people import HeldSkill, Person, Seat
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import Absence, Demand, Past, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.sequences import Sequence, Step
from rotaplan.domain.time import Cycle, Horizon
from rotaplan.domain.work import Shifts
from rotaplan.model.build import build
from rotaplan.model.requirements import OFF
from rotaplan.rules.base import RuleBase, basic_rules
from rotaplan.strategies.follow import follow_cycles
from tests.solve.small import EARLY, LATE, NIGHT, row

MONDAY = dt.date(2027, 3, 1)
FIVE = Rotation.of("3×8", [one.strip(".") for one in "NN...EEL..LLLL..NNN...EEEE..ELL..NN"])
"""One of each shift every day; the clock goes forward in its fourth week."""
HOUR = 60
DAYS = 21
"""Of a plan: it ends in the middle of the cycle."""
QUICK = api.Settings(seconds=20, workers=1, reproducible=True)


def on(*codes: str) -> Shifts:
    return Shifts(codes=frozenset(codes))


def steps(*cells: Shifts | None) -> Sequence:
    made = tuple(Step(shifts=one, off=one is None) for one in cells)
    return Sequence(steps=made, text="...")


_THREE_WEEKS = Cycle(weeks=3, begins=MONDAY - dt.timedelta(days=7))
_PERIODIC = {"rest": 36 * HOUR}
ROWS = (
    row("rest_between", minimum=15 * HOUR),
    row("rest_after_nights", minimum=71 * HOUR, nights_run=2),
    row("weekly_rest", minimum=57 * HOUR, window=7),
    row("rest_hours", minimum=36 * HOUR, double=60 * HOUR, triple=84 * HOUR),
    row("rest_days_window", minimum=4, window=14, consecutive=2),
    row("work_period", maximum=32 * HOUR, **_PERIODIC),
    row("work_period_days", maximum=4, **_PERIODIC),
    row("work_run", minimum=3, maximum=4),
    row("off_run", minimum=2, maximum=3),
    row("code_run", shifts=on("N"), minimum=3, maximum=4),
    row("days_period", maximum=14, period=_THREE_WEEKS),
    row("days_window", maximum=5, window=7),
    row("minutes_period", maximum=112 * HOUR, period=_THREE_WEEKS),
    row("minutes_window", maximum=40 * HOUR, window=7),
    row("minutes_average", maximum=36 * HOUR, window=28),
    row("shifts_period", shifts=on("N"), maximum=5, period=_THREE_WEEKS),
    row("shifts_window", shifts=on("N"), maximum=4, window=14),
    row("forbidden_succession", shifts=on("N"), then=on("E", "L")),
    row("forward_rotation", order=steps(on("E"), on("L"), on("N"))),
    row("pattern", sequence=steps(on("N"), None, on("E", "L", "N"))),
    row("day_night_switch", maximum=2, period=_THREE_WEEKS),
    row("isolated", which="both"),
    row("comp_day", minimum=2, within=7),
    row("sundays", minimum=2, window=35),
    row("weekend_every", minimum=2, window=35),
    row("weekends_max", maximum=3, window=35),
    row("weekend_run", worked=3),
)
"""The rules whose windows reach over the seam, each as tight as the cycle itself keeps it."""


def service(rules: tuple[RuleBase, ...], first: int = 0, days: int = DAYS) -> Scenario:
    """Return five people on the five lines, planned from a day on; the history follows on."""
    people = tuple(
        Person(id=name, seat=Seat(rotation="3×8", line=line, week=MONDAY))
        for line, name in enumerate("ABCDE", start=1)
    )
    known = 70
    made = Scenario(
        horizon=Horizon(start=MONDAY + dt.timedelta(days=first), days=days, history_days=known),
        people=people,
        rotations=(FIVE,),
        shifts=(EARLY, LATE, NIGHT),
        demand=tuple(Demand(shift=code, minimum=1, target=1, maximum=1) for code in "ELN"),
        rules=tuple(replace(one, must=True) for one in rules) + basic_rules(rules),
    )
    past = tuple(
        Past(person=one.id, day=day, shift=code)
        for one in people
        for day in range(-known, 0)
        if (code := made.cycle_code(one, day))
    )
    return replace(made, history=past)


def handed_on(planned: api.Result, following: Scenario) -> Scenario:
    """Return the next question with what was planned as its history."""
    assert planned.schedule is not None
    earlier = planned.scenario.horizon.days
    kept = tuple(
        Past(person=one.person, day=one.day - earlier, shift=one.shift)
        for one in planned.schedule.assignments
    )
    older = tuple(
        replace(past, day=past.day - earlier)
        for past in planned.scenario.history
        if past.day - earlier >= -following.horizon.history_days
    )
    return replace(following, history=(*older, *kept))


@pytest.fixture(scope="module")
def two_plans() -> tuple[api.Result, api.Result]:
    """Return two plans of three weeks, one after the other."""
    one = api.solve(service(ROWS), QUICK)
    return one, api.solve(handed_on(one, service(ROWS, first=DAYS)), QUICK)


def test_two_plans_in_a_row_follow_the_cycle_and_break_nothing(
    two_plans: tuple[api.Result, api.Result],
) -> None:
    both = []
    for number, planned in enumerate(two_plans):
        assert planned.report is not None
        assert planned.schedule is not None
        assert (planned.status, planned.report.violations) == ("optimal", ())
        both += [replace(a, day=a.day + number * DAYS) for a in planned.schedule.assignments]
    told = api.check(service(ROWS, days=2 * DAYS), both).report
    assert told is not None
    assert told.violations == ()


BAD = (
    "EEEEEEEEEEEEEE",
    "NNNNNNNNNNNNNN",
    "LLLLLLLLLLLLLL",
    ".............E",
    "L.E.N.E.L.N.E.",
    ".EE.",
)


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.key)
def test_each_of_these_rules_sees_across_the_seam(rule: RuleBase) -> None:
    """A plan that takes no heed of the weeks before is objected to; without them, less so."""
    scenario = service((rule,), first=3, days=14)
    alone = replace(scenario, history=(), horizon=replace(scenario.horizon, history_days=0))
    across = 0
    for line in BAD:
        cells = [
            Assignment(person=one.id, day=day, shift=code, skill="")
            for one in scenario.people
            for day, code in enumerate(line)
            if code != "."
        ]
        found, fewer = (
            sum(v.amount for v in one.rules[0].check(one, Schedule.of(one, cells)))
            for one in (scenario, alone)
        )
        across += found != fewer
    assert across


def test_each_looks_back(two_plans: tuple[api.Result, api.Result]) -> None:
    """Nothing of what is judged is unverifiable for want of history."""
    for planned in two_plans:
        assert planned.report is not None
        assert planned.report.unverifiable == ()


def test_the_first_roster_is_the_cycle() -> None:
    scenario = service(())
    model = build(scenario)
    roster = follow_cycles(model)
    assert len(roster) == 5 * DAYS
    for (person, day), option in roster.items():
        held = model.frame.options[option]
        code = scenario.cycle_code(scenario.people[person], day)
        assert (held.shift.code if held else "") == code


def test_a_day_that_the_cycle_cannot_fill_is_off() -> None:
    expired = HeldSkill(skill="HAB", valid_to=MONDAY)
    scenario = service(())
    night = replace(NIGHT, skills=frozenset({"HAB"}))
    people = tuple(replace(one, skills=(expired,)) for one in scenario.people)
    away = (Absence(person="B", first=0, last=1),)
    model = build(
        replace(scenario, people=people, shifts=(EARLY, LATE, night), absences=away, history=())
    )
    roster = follow_cycles(model)
    assert not any(
        (held := model.frame.options[option]) and held.shift.code == "N"
        for option in roster.values()
    )
    assert roster[1, 0] == OFF


def test_functions_go_to_those_who_hold_no_other() -> None:
    """A and B hold both functions, C one: A or B leads, the rest work the track."""
    lead, track = HeldSkill(skill="LEAD"), HeldSkill(skill="TRACK")
    seat = Seat(rotation="day", line=1, week=MONDAY)
    people = tuple(
        Person(id=name, seat=seat, skills=(lead, track) if name in "AB" else (track,))
        for name in "CAB"
    )
    scenario = Scenario(
        horizon=Horizon(start=MONDAY, days=1),
        people=people,
        rotations=(Rotation.of("day", ["E", *[""] * 6]),),
        shifts=(EARLY,),
        demand=(
            Demand(shift="E", skill="LEAD", minimum=1),
            Demand(shift="E", skill="TRACK", minimum=2),
        ),
        rules=basic_rules(()),
    )
    model = build(scenario)
    filled = [model.frame.options[option] for option in follow_cycles(model).values()]
    assert sorted(one.skill for one in filled if one) == ["LEAD", "TRACK", "TRACK"]
