"""Presence by hand: nights, clock changes, ends of what is known, split duties, shortage."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Demand
from rotaplan.domain.work import Shifts
from rotaplan.rules.presence import CoverCurve, CoverSmooth, MinPresence, ResourceCap
from tests.rules.verdicts import found

AUTUMN_EVE = dt.date(2027, 10, 30)  # 03:00 becomes 02:00 in the night to Sunday
HOUR = 60
SLOT = {"minimum": 1, "start": 9 * HOUR, "end": 12 * HOUR}


def test_round_the_clock() -> None:
    """Early, late and night leave no gap; without the late shift, eight hours are open."""
    rule = MinPresence(minimum=1)
    assert not found("E E\nL L\nN N", rule)
    over = found("E E\n. L\nN N", rule)
    assert [(v.days, v.shift, v.amount) for v in over] == [((0,), "14:00-22:00", 8 * HOUR)]


def test_the_first_night_is_past() -> None:
    """Before 06:00 on the first day only yesterday's night could be there."""
    rule = MinPresence(minimum=1, start=4 * HOUR, end=8 * HOUR)
    assert not found("E", rule)
    assert not found(". | E", rule)
    assert [(v.days, v.shift) for v in found("E E", rule)] == [((1,), "04:00-06:00")]
    assert [(v.days, v.shift) for v in found("N | .", rule)] == [((0,), "06:00-08:00")]


def test_the_morning_after_the_plan_is_not_judged() -> None:
    rule = MinPresence(minimum=1, start=22 * HOUR, end=8 * HOUR)
    assert not found("N", rule)
    assert [(v.days, v.shift, v.amount) for v in found("N .", rule)] == [
        ((0,), "06:00-08:00", 2 * HOUR),
        ((1,), "22:00-06:00", 8 * HOUR),
    ]


def test_a_night_has_an_hour_more_when_clocks_go_back() -> None:
    rule = MinPresence(minimum=1, start=22 * HOUR, end=6 * HOUR)
    over = found(". E", rule, start=AUTUMN_EVE, needs={"N": 0, "E": 0})
    assert [v.amount for v in over] == [9 * HOUR, 8 * HOUR]


def test_only_people_and_shifts_named_count() -> None:
    assert len(found(".\nD", MinPresence(**SLOT, who=People(ids=frozenset({"A"}))))) == 1
    assert len(found("D", MinPresence(**SLOT, shifts=Shifts(codes=frozenset({"E"}))))) == 1
    assert not found("D", MinPresence(**SLOT))


def test_nobody_could_be_there_at_all() -> None:
    """No shift covers the small hours: the fault is the planner's to hear of."""
    rule = MinPresence(minimum=1, start=2 * HOUR, end=3 * HOUR)
    assert [v.amount for v in found(". E", rule, needs={"E": 0})] == [HOUR, HOUR]


def test_a_curve_of_two_rows() -> None:
    noon = CoverCurve(target=2, start=11 * HOUR, end=14 * HOUR)
    assert not found("E\nD\n.", noon)
    (only,) = found("E\nL\n.", noon)
    assert (only.shift, only.amount) == ("11:00-14:00", 3 * HOUR)
    priced = CoverCurve(target=1, start=14 * HOUR, end=15 * HOUR, under=5, over=2)
    assert [v.amount for v in found("L\nD", priced)] == [2 * HOUR]
    assert [v.amount for v in found("E\n.", priced)] == [5 * HOUR]


def test_a_resource_at_any_moment() -> None:
    """Day and late shift overlap from 14:00 to 17:00, early and late not at all."""
    (only,) = found("D\nL", ResourceCap(maximum=1))
    assert (only.shift, only.amount) == ("14:00-17:00", 3 * HOUR)
    assert not found("E\nL", ResourceCap(maximum=1))
    assert not found("D\nL", ResourceCap(maximum=1, start=8 * HOUR, end=14 * HOUR))


def test_the_history_alone_is_not_charged() -> None:
    rule = ResourceCap(maximum=0, start=0, end=6 * HOUR)
    assert not found("N | .", rule)
    assert len(found("N | .\n. | E", ResourceCap(maximum=0, start=0, end=8 * HOUR))) == 1


def test_shortage_of_a_day() -> None:
    demand = (Demand(shift="E", target=3), Demand(shift="L", target=2))
    (only,) = found("E L\n. L\n. E", CoverSmooth(maximum=2), demand=demand)
    assert (only.days, only.measured, only.amount) == ((0,), 4, 2)
    mondays = CoverSmooth(maximum=2, when=Days(weekdays=frozenset({1})))
    assert not found("E L\n. L\n. E", mondays, demand=demand)
