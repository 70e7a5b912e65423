"""Graded plans by construction: day 0 is Monday 1 February 2027, seen at 07:00."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from rotaplan.api import Settings, absence, replan, solve
from rotaplan.api.replanning import _shares
from rotaplan.domain.disruption import COLUMNS, Disruption, Effect
from rotaplan.domain.people import People
from rotaplan.domain.published import Change, posts_of
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.judge import judge
from rotaplan.replanning import Question, Replanning, replanned
from rotaplan.result import Result
from rotaplan.rules.base import basic_rules
from rotaplan.rules.counts import DaysPeriod
from rotaplan.rules.rest import RestBetween
from tests.agreement.contents import shifts_of
from tests.rules.drawn import drawn

QUICK = Settings(seconds=1, reproducible=True)
OTHERS = tuple(Shift(code=code, spans=(Span(start=360, end=840),)) for code in "XC")
"""Other posts at the hours of E."""
RESERVE = Shift(code="R", spans=(Span(start=360, end=840),), family=Family.RESERVE)
HOUR = 60


def service(roster: str, **needs: int) -> tuple[Scenario, Schedule]:
    """Return a scenario with the basic rules, reserve R among its shifts, and its schedule."""
    demand = tuple(
        Demand(shift=code, minimum=0 if code == "R" else count, target=count, priority=2)
        for code, count in needs.items()
    )
    given = {"shifts": (*shifts_of(), *OTHERS, RESERVE), "demand": demand}
    return drawn(roster, *basic_rules(()), **given)


def find(asked: Scenario, start: Iterable[Assignment]) -> Result:
    """Return the best schedule, found the same way on every machine."""
    return solve(asked, QUICK, start=start)


def plans(
    scenario: Scenario, schedule: Schedule, *incident: Disruption, now: int = 7 * HOUR
) -> Replanning:
    """Return all three plans, found the same way on every machine."""
    question = Question(
        scenario=scenario,
        assignments=schedule.assignments,
        new=incident,
        now=scenario.horizon.instant(0, now),
        last_day=scenario.horizon.days - 1,
    )
    return replanned(question, find)


def away(scenario: Scenario, person: str, day: int) -> Disruption:
    date = scenario.horizon.date(day)
    return absence(scenario, person, date, date)


def test_an_empty_incident_changes_nothing() -> None:
    found = plans(*service("E E . E\nL . L L", E=1, L=1))
    assert [one.modifications for one in found.alternatives] == [(), (), ()]
    assert [one.name for one in found.different] == ["fewest"]


def test_the_reserve_comes_before_everybody_else() -> None:
    scenario, schedule = service("E E E E\nR R R R", E=1, R=1)
    found = plans(scenario, schedule, away(scenario, "A", 1))
    changes = found.plan("balanced").modifications
    assert [(one.person, one.day, one.kind) for one in changes] == [
        ("A", 1, Change.ABSENT),
        ("B", 1, Change.RESERVE),
    ]
    assert [one.reason for one in changes] == ["absence", "reorganised"]


def test_rest_is_cancelled_with_consent_alone() -> None:
    scenario, schedule = service("E E E .\n. . . .", E=1)
    sick = away(scenario, "A", 2)
    refused = plans(scenario, schedule, sick).plan("most")
    assert [(need.shift, need.day) for need, _ in refused.uncovered] == [("E", 2), ("E", 3)]
    # Nobody decides for B, but the planner learns that B could be asked.
    options = [(one.need.day, one.person, one.minutes) for one in refused.recalls]
    assert options == [(2, "B", 8 * HOUR), (3, "A", 8 * HOUR), (3, "B", 8 * HOUR)]
    asked = replace(sick, effect=Effect.VOLUNTEER, people=People(ids=frozenset({"B"})))
    agreed = plans(scenario, schedule, sick, asked).plan("most")
    assert [(one.person, one.day, one.kind) for one in agreed.modifications] == [
        ("A", 2, Change.ABSENT),
        ("B", 2, Change.FROM_REST),
    ]
    assert agreed.modifications[1].consent == "volunteer"


def test_a_closed_line_cancels_and_cuts_and_its_people_are_used_first() -> None:
    scenario, schedule = service("E\nD\nL", E=1, D=1, L=1)
    closed = Disruption(
        effect=Effect.CLOSED,
        start=scenario.horizon.instant(0, 10 * HOUR),
        end=scenario.horizon.instant(1),
        shifts=Shifts(codes=frozenset({"E", "L"})),
    )
    bus = Shift(code="BUS", spans=(Span(start=15 * HOUR, end=22 * HOUR),))
    added = replace(closed, effect=Effect.ADDED, shifts=Shifts(), made=bus, priority=1)
    found = plans(scenario, schedule, closed, added, now=10 * HOUR)
    best = found.plan("fewest")
    assert {one.person: one.shift for one in best.schedule.assignments} == {
        "A": "E≤10:00",  # under way: it is cut, and nothing else
        "B": "D",  # has begun
        "C": "BUS",  # the late duty is cancelled, the bus has much the same hours
    }
    assert [one.kind for one in best.modifications] == [Change.FREED, Change.REUSED]
    assert best.uncovered == ()
    assert found.scenario.credited(found.scenario.shift["E≤10:00"], 0) == 8 * HOUR


@pytest.mark.parametrize("seed", range(4))
def test_changes_are_the_true_difference_and_no_plan_is_worse_than_another(seed: int) -> None:
    lines = ["E E . . E E L", "L . E E R . .", "R R L L . . E", ". L R R L L R", "R . . E E R ."]
    roster = "\n".join(lines[seed:] + lines[:seed])
    scenario, schedule = service(roster, E=1, L=1, R=1)
    found = plans(scenario, schedule, away(scenario, "A", 2), away(scenario, "B", 4))
    before = posts_of(scenario, schedule.assignments)
    for one in found.alternatives:
        after = posts_of(found.scenario, one.schedule.assignments)
        true = {cell for cell in before | after if before.get(cell) != after.get(cell)}
        assert {(change.person, change.day) for change in one.modifications} == true
        assert judge(found.scenario, one.schedule).clean
        assert not {cell for cell in true if cell[1] == 0}, "today has begun"
    for one in found.different:
        for other in found.different:
            better = [a <= b for a, b in zip(one.figures.merits, other.figures.merits, strict=True)]
            assert one is other or not all(better)


def test_what_was_broken_before_is_told_and_not_touched() -> None:
    scenario, schedule = service("E E\nL L", E=1, L=1)
    sick = away(scenario, "B", 1)
    second = Assignment(person="A", day=0, shift="L")
    twice = Schedule.of(scenario, (*schedule.assignments, second))
    found = plans(scenario, twice, sick)
    assert [one.rule for one in found.broken_before] == ["one_per_day"]


def test_days_after_the_last_one_stay() -> None:
    scenario, schedule = service(". . . E\n. . . R", E=1, R=1)
    found = replan(
        scenario,
        schedule.assignments,
        [away(scenario, "A", 3)],
        QUICK,
        until=scenario.horizon.date(2),
        plans=["most"],
    )
    assert [one.kind for one in found.plan("most").modifications] == [Change.ABSENT]


def test_an_absence_can_be_written_back_as_a_row() -> None:
    scenario, _ = service("E E E\nL L L", E=1, L=1)
    first, last = (scenario.horizon.date(day) for day in (0, 1))
    known = dt.datetime.combine(first, dt.time(6, 50))
    told = dict(absence(scenario, "B", first, last, known).told)
    assert told.keys() <= set(COLUMNS)
    assert told == {
        "type": "absence",
        "start": "01/02/2027",
        "end": "02/02/2027",
        "known": "01/02/2027 06:50",
        "target": "B",
    }


def test_nobody_is_proposed_who_would_break_a_rule() -> None:
    scenario, schedule = service("E E E .\n. L . .", E=1, L=1)
    rest = RestBetween(minimum=11 * HOUR, must=True)
    strict = replace(scenario, rules=(*scenario.rules, rest))
    found = plans(strict, schedule, away(strict, "A", 2)).plan("most")
    options = [(one.need.shift, one.need.day, one.person) for one in found.recalls]
    assert ("E", 3, "A") in options
    assert ("E", 2, "B") not in options, "the late duty of the eve ends 8 h before"


def asked_on_rest(scenario: Scenario, person: str) -> Disruption:
    """Return that somebody has agreed to be called on any day."""
    return Disruption(
        effect=Effect.VOLUNTEER,
        start=scenario.horizon.instant(0),
        people=People(ids=frozenset({person})),
    )


def kinds(found: Replanning, name: str) -> dict[str, Change]:
    return {one.person: one.kind for one in found.plan(name).modifications}


@pytest.mark.parametrize("plan", ["balanced", "most"])
@pytest.mark.parametrize(
    ("others", "kind"),
    [
        ("C X R L", Change.REUSED),
        ("X R L", Change.RESERVE),
        ("X X L", Change.POST),
        ("X L", Change.SWAPPED),
        ("X", Change.FROM_REST),
    ],
)
def test_order_of_use(others: str, kind: Change, plan: str) -> None:
    """The incident's people, the reserve, over-cover, exchanges, volunteers on rest.

    A on E is away on Thursday; C's duty is cancelled, L is not asked for, one X is, and somebody
    on rest has agreed to be called.
    """
    codes = ["E", *others.split(), "."]
    roster = "\n".join(" ".join([code] * 4) for code in codes)
    scenario, schedule = service(roster, E=1, X=1, L=0, R=1, C=int("C" in codes))
    volunteer = chr(ord("A") + len(codes) - 1)
    incident = (
        away(scenario, "A", 3),
        asked_on_rest(scenario, volunteer),
        Disruption(
            effect=Effect.CANCELLED,
            start=scenario.horizon.instant(3),
            end=scenario.horizon.instant(4),
            shifts=Shifts(codes=frozenset({"C"})),
        ),
    )
    found = plans(scenario, schedule, *incident).plan(plan)
    assert {one.kind for one in found.modifications} == {Change.ABSENT, kind}
    assert found.uncovered == ()


def test_a_rest_inside_48_hours_is_not_recalled_where_a_later_one_would_do() -> None:
    """One more post on Thursday or on Tuesday: B is asked with more notice, or not at all."""
    scenario, schedule = service("E . . . . .\n. . . . . .", E=0)
    everybody = Disruption(
        effect=Effect.VOLUNTEER,
        start=scenario.horizon.instant(0),
        people=People(ids=frozenset({"B"})),
    )
    near, far = (
        Disruption(
            effect=Effect.DEMAND,
            start=scenario.horizon.instant(day),
            end=scenario.horizon.instant(day + 1),
            shifts=Shifts(codes=frozenset({"E"})),
        )
        for day in (1, 4)
    )
    one_duty = DaysPeriod(maximum=1, period="horizon", must=True)
    strict = replace(scenario, rules=(*scenario.rules, one_duty))
    found = plans(strict, schedule, everybody, near, far).plan("most")
    recalled = [m.day for m in found.modifications if m.kind is Change.FROM_REST]
    assert recalled == [4]


def test_time_that_a_plan_leaves_is_for_the_others() -> None:
    assert list(_shares(30, 3, even=True)) == [10, 10, 10]
    first, second, third = _shares(30, 3, even=False)
    assert first <= 10 < 14 < second <= 15 < 29 < third <= 30
