"""What incidents make of needs, duties, people and of the schedule that was published."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from rotaplan.domain.calendar import Days
from rotaplan.domain.disrupted import disrupted
from rotaplan.domain.disruption import Disruption, Effect, merged
from rotaplan.domain.people import HeldSkill, People, Person
from rotaplan.domain.published import Change, Post, Published, change_of, posts_of
from rotaplan.domain.scenario import Absence, Demand, Pin, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.replanning import Question, replanned
from rotaplan.result import Result
from rotaplan.rules.base import basic_rules
from tests.agreement.contents import shifts_of
from tests.rules.drawn import drawn

HOUR = 60
SUNDAY_OF_THE_CLOCKS = dt.date(2027, 3, 28)
A = People(ids=frozenset({"A"}))


def only(*codes: str) -> Shifts:
    return Shifts(codes=frozenset(codes))


def row(
    scenario: Scenario, effect: Effect, start: tuple[int, int], end: tuple[int, int], **more: object
) -> Disruption:
    """Return a disruption between two moments, each a day and an hour."""
    opens, closes = (scenario.horizon.instant(day, hour * HOUR) for day, hour in (start, end))
    return Disruption(effect=effect, start=opens, end=closes, **more)  # type: ignore[arg-type]


def service(roster: str, **given: object) -> tuple[Scenario, Schedule]:
    demand = tuple(
        Demand(shift=code, minimum=1, target=1, maximum=2, priority=2) for code in "EDLNS"
    )
    return drawn(roster, *basic_rules(()), **{"demand": demand, **given})


def needs(scenario: Scenario, day: int) -> dict[str, int]:
    """Return the people asked for by code, of shifts that run."""
    return {n.shift: n.minimum for n in scenario.needs[day] if n.maximum != 0}


def stands(
    scenario: Scenario, schedule: Schedule, *incident: Disruption, now: tuple[int, int] = (0, 0)
) -> Published:
    """Return what is left of a schedule, as a re-plan is asked about it."""
    asked: list[Scenario] = []

    def find(question: Scenario, start: object) -> Result:
        asked.append(question)
        return Result(scenario=question, status="unknown", schedule=None, report=None)

    question = Question(
        scenario=scenario,
        assignments=schedule.assignments,
        new=incident,
        now=scenario.horizon.instant(now[0], now[1] * HOUR),
        last_day=scenario.horizon.days - 1,
    )
    replanned(question, find, ["most"])  # type: ignore[arg-type]
    found = asked[0].published
    assert found is not None
    return found


def test_a_cut_on_the_day_of_the_clocks_is_by_the_clock() -> None:
    scenario, _ = service("E", start=SUNDAY_OF_THE_CLOCKS)
    closed = row(scenario, Effect.CLOSED, (0, 10), (1, 0), shifts=only("E"))
    after, fate = disrupted(scenario, [closed], {})
    assert fate["E", 0] == "E≤10:00"
    assert after.shift["E≤10:00"].spans == (Span(start=6 * HOUR, end=10 * HOUR),)
    late = row(scenario, Effect.ABSENT, (0, 10), (0, 12), people=A)
    after, _ = disrupted(scenario, [late], {})
    assert [(one.start, one.end) for one in after.availability] == [(10 * HOUR, 12 * HOUR)]


def test_a_piece_lost_in_the_middle_and_a_second_piece_lost_have_names_of_their_own() -> None:
    scenario, _ = service("S")
    lunch = row(scenario, Effect.CLOSED, (0, 7), (0, 8), shifts=only("S"))
    _, fate = disrupted(scenario, [lunch], {})
    assert fate["S", 0] == "S≤07:00≥08:00"
    evening = row(scenario, Effect.CLOSED, (0, 12), (1, 0), shifts=only("S"))
    after, fate = disrupted(scenario, [evening], {})
    assert fate["S", 0] == "S≤09:30"
    assert after.credited(after.shift["S≤09:30"], 0) == 7 * HOUR


def test_a_closure_meets_duties_added_before_it_and_not_those_added_in_spite_of_it() -> None:
    scenario, _ = service("E .")
    bus = Shift(code="BUS", spans=(Span(start=8 * HOUR, end=16 * HOUR),), tags=frozenset({"bus"}))
    added = row(scenario, Effect.ADDED, (0, 0), (2, 0), made=bus, priority=1)
    closed = row(scenario, Effect.CLOSED, (1, 0), (2, 0), shifts=Shifts(tags=frozenset({"bus"})))
    after, _ = disrupted(scenario, [added, closed], {})
    assert "BUS" in needs(after, 0)
    assert "BUS" not in needs(after, 1)
    after, _ = disrupted(scenario, [closed, added], {})
    assert "BUS" in needs(after, 1)


def test_an_extended_closure_keeps_its_place_before_what_was_added_in_spite_of_it() -> None:
    scenario, _ = service("E .")
    bus = Shift(code="BUS", spans=(Span(start=8 * HOUR, end=16 * HOUR),))
    closed = row(scenario, Effect.CLOSED, (0, 0), (1, 0), name="P1")
    added = row(scenario, Effect.ADDED, (0, 0), (2, 0), made=bus, name="P2")
    longer = replace(closed, end=scenario.horizon.instant(2))
    assert merged((closed, added), (longer,)) == (longer, added)
    after, _ = disrupted(scenario, merged((closed, added), (longer,)), {})
    assert needs(after, 1) == {"BUS": 1, "N≥00:00": 1}


def test_other_needs_do_not_bring_back_what_is_cut_or_cancelled() -> None:
    scenario, _ = service("E")
    cut = row(scenario, Effect.CLOSED, (0, 10), (1, 0), shifts=only("E", "L"))
    double = row(scenario, Effect.DEMAND, (0, 0), (1, 0), factor=Fraction(2))
    for order in ([cut, double], [double, cut]):
        after, _ = disrupted(scenario, order, {})
        assert needs(after, 0) == {"D": 2, "N": 2, "S": 2, "E≤10:00": 2}


def test_an_incident_leaves_alone_what_was_wrong_before_it() -> None:
    unqualified = replace(shifts_of()[0], skills=frozenset({"LIC:D"}))
    shifts = (unqualified, *shifts_of()[1:])
    demand = tuple(
        Demand(shift=code, minimum=0, maximum=0) if code == "D" else Demand(shift=code, minimum=1)
        for code in "EDLNS"
    )
    scenario, schedule = service("E E\nD D\nL L", shifts=shifts, demand=demand)
    sick = row(scenario, Effect.ABSENT, (1, 0), (2, 0), people=People(ids=frozenset({"C"})))
    left = stands(scenario, schedule, sick)
    assert posts_of(scenario, schedule.assignments).keys() - left.stands.keys() == {("C", 1)}
    assert not left.freed


def test_rules_that_name_a_duty_mean_what_is_left_of_it() -> None:
    scenario, _ = service("E")
    closed = row(scenario, Effect.CLOSED, (0, 10), (1, 0), shifts=only("E"))
    shifted = replace(
        closed, effect=Effect.CHANGED, made=Shift(code="", spans=(Span(start=420, end=900),))
    )
    for one, code in ((closed, "E≤10:00"), (shifted, "E 07:00-15:00")):
        after, _ = disrupted(scenario, [replace(one, start=scenario.horizon.instant(0))], {})
        if one is closed:
            after, _ = disrupted(scenario, [one], {})
        variant = after.shift[code]
        assert only("E").has(variant)
        assert not Shifts(without=frozenset({"E"})).has(variant)
        assert not only("D").has(variant)


def test_hours_away_known_before_are_not_hours_at_disposal() -> None:
    scenario, schedule = service("E . .\nN . .")
    dentist = row(scenario, Effect.ABSENT, (0, 8), (0, 10), people=A)
    left = stands(scenario, schedule, dentist)
    assert dict(left.stands) == {("B", 0): Post(shift="N")}
    assert left.freed == frozenset()
    late = stands(scenario, schedule, dentist, now=(0, 8))
    assert ("A", 0) in late.stands, "it has begun"


def test_who_falls_ill_during_a_night_ends_it_and_is_away_from_then_on() -> None:
    scenario, schedule = service("N . E")
    ill = row(scenario, Effect.ABSENT, (1, 2), (3, 0), people=A)
    after, _ = disrupted(scenario, [ill], posts_of(scenario, schedule.assignments))
    monday = [(one.start, one.end) for one in after.availability]
    assert monday == [(6 * HOUR, 24 * HOUR)]
    left = stands(scenario, schedule, ill, now=(1, 2))
    assert dict(left.stands) == {("A", 0): Post(shift="N")}
    # Known in the afternoon before, the night is not begun at all.
    early = replace(ill, start=scenario.horizon.instant(0, 15 * HOUR))
    assert not stands(scenario, schedule, early, now=(0, 15)).stands


def test_who_did_not_come_this_morning_does_not_count_as_there() -> None:
    scenario, schedule = service("E E")
    sick = row(scenario, Effect.ABSENT, (0, 0), (1, 0), people=A)
    left = stands(scenario, schedule, sick, now=(0, 7))
    assert dict(left.stands) == {("A", 1): Post(shift="E")}


@pytest.mark.parametrize("code", ["E", "N"])
def test_a_licence_lost_during_a_duty_lets_it_end_and_opens_no_other(code: str) -> None:
    shifts = tuple(
        replace(one, skills=frozenset({"LIC:D"})) if one.code in "EN" else one
        for one in shifts_of()
    )
    holder = Person(id="A", skills=(HeldSkill(skill="LIC:D"),))
    scenario, schedule = service(f"{code} . E", shifts=shifts, people=(holder,))
    start = (0, 10) if code == "E" else (1, 2)
    lost = row(scenario, Effect.SKILL_LOST, start, (9, 0), people=A, skill="LIC:D")
    after, _ = disrupted(scenario, [lost], posts_of(scenario, schedule.assignments))
    person, worked = after.people[0], after.shift[code]
    assert after.qualified(person, worked, 0)
    assert not any(one.bars("A", 0, worked) for one in after.arrivals)
    day = start[0]
    other = after.shift["N" if code == "E" else "E"]
    assert not after.qualified(person, other, day) or any(
        one.bars("A", day, other) for one in after.arrivals
    )
    assert not after.qualified(person, after.shift["E"], 2)
    left = stands(scenario, schedule, lost, now=start)
    assert dict(left.stands) == {("A", 0): Post(shift=code)}
    assert left.freed == {("A", 2)}


def test_a_late_arrival_does_not_concern_a_duty_under_way() -> None:
    scenario, schedule = service("E E")
    late = row(scenario, Effect.LATE, (0, 7), (2, 0), people=A, minute=9 * HOUR)
    left = stands(scenario, schedule, late, now=(0, 7))
    assert dict(left.stands) == {("A", 0): Post(shift="E")}
    assert left.freed == {("A", 1)}


def test_other_hours_keep_the_unpaid_break() -> None:
    shifts = (replace(shifts_of()[0], unpaid_break_minutes=30), *shifts_of()[1:])
    scenario, _ = service("E", shifts=shifts)
    made = Shift(code="", spans=(Span(start=7 * HOUR, end=15 * HOUR),))
    moved = row(scenario, Effect.CHANGED, (0, 0), (1, 0), shifts=only("E"), made=made)
    after, fate = disrupted(scenario, [moved], {})
    variant = after.shift[fate["E", 0] or ""]
    assert after.minutes(variant, 0) == 8 * HOUR - 30


def test_imposed_days_follow_the_fate_of_their_duty() -> None:
    pins = tuple(Pin(person="A", day=day, shift="E") for day in range(3))
    scenario, _ = service("E E E", pins=(*pins, Pin(person="A", day=4, shift=None)))
    closed = row(scenario, Effect.CLOSED, (0, 10), (2, 0), shifts=only("E"))
    sick = row(scenario, Effect.ABSENT, (2, 0), (3, 0), people=A)
    after, _ = disrupted(scenario, [closed, sick], {})
    assert [(pin.day, pin.shift) for pin in after.pins] == [(0, "E≤10:00"), (4, None)]


def test_work_imposed_on_a_day_of_leave_stays_imposed() -> None:
    pins = (Pin(person="A", day=1, shift="E"),)
    leave = (Absence(person="A", first=1, last=1),)
    scenario, _ = service("E E", pins=pins, absences=leave)
    sick = row(scenario, Effect.ABSENT, (0, 0), (2, 0), people=A)
    assert disrupted(scenario, [sick], {})[0].pins == pins


def test_nothing_happens_where_nothing_is_known() -> None:
    scenario = Scenario(
        horizon=Horizon(start=dt.date(2027, 2, 1), days=2),
        people=(Person(id="A"),),
        shifts=shifts_of(),
        demand=(Demand(shift="E", days=Days(weekdays=frozenset({0})), minimum=1),),
    )
    assert disrupted(scenario, [], {}) == (scenario, {})


def test_who_was_freed_by_an_earlier_incident_is_not_called_from_rest() -> None:
    scenario, _ = service("E .")
    person, cell, now = scenario.people[0], ("A", 1), scenario.horizon.instant(0)
    freed = Published(
        now=now, cells={}, stands={}, freed=frozenset({cell}), original={cell: Post(shift="E")}
    )
    assert change_of(scenario, freed, person, 1, Post(shift="E")) is Change.RESTORED
    assert change_of(scenario, freed, person, 1, Post(shift="L")) is Change.SWAPPED
    at_rest = replace(freed, freed=frozenset(), original={})
    assert change_of(scenario, at_rest, person, 1, Post(shift="L")) is Change.FROM_REST
