"""Money and people mobilised, by hand: rounding, clock changes, hours that belong to a day."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.attribution import minutes_in_hours
from rotaplan.domain.calendar import EVERY_DAY, Calendar, Days
from rotaplan.domain.people import People, Person
from rotaplan.domain.work import Shift, Span
from rotaplan.rules.cost import Activation, Cost, External, Premium
from tests.agreement.contents import shifts_of
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

SUNDAYS = Days(weekdays=frozenset({6}))
PAID = (Person(id="A", hourly_cost=20), Person(id="B", hourly_cost=30), Person(id="C"))
SPRING, AUTUMN = dt.date(2027, 3, 27), dt.date(2027, 10, 30)
"""Saturdays before the clock changes of 2027."""


def test_money_is_rounded_up_for_each_person() -> None:
    """A quarter of an hour at 10 is 2.5: 3 for each of two people, 5 within a budget."""
    quarter = Shift(code="Q", spans=(Span(start=600, end=615),))
    people = (Person(id="A", hourly_cost=10), Person(id="B", hourly_cost=10))
    more = {"shifts": (quarter,), "needs": {"Q": 0}, "people": people}
    assert [v.amount for v in found("Q\nQ", Cost(), **more)] == [3, 3]
    (only,) = found("Q\nQ", Cost(maximum=2), **more)
    assert (only.person, only.measured, only.amount) == ("", 5, 3)


def test_breaks_are_not_paid_and_credited_time_is() -> None:
    shifts = shifts_of(E={"unpaid_break_minutes": 60, "credited_minutes": 600})
    more = {"shifts": shifts, "people": PAID, "needs": {"E": 0}}
    assert [v.amount for v in found("E\n.\nE", Cost(), **more)] == [140]
    assert [v.amount for v in found("E\n.\nE", Cost(credited=True), **more)] == [200]


@pytest.mark.parametrize(
    ("start", "cost"), [(SPRING, 140), (AUTUMN, 180), (dt.date(2027, 2, 6), 160)]
)
def test_a_night_through_a_clock_change_costs_its_real_hours(start: dt.date, cost: int) -> None:
    (only,) = found("N .\n. .\n. .", Cost(), people=PAID, start=start)
    assert only.amount == cost


@pytest.mark.parametrize(("start", "minutes"), [(SPRING, 300), (AUTUMN, 420)])
def test_hours_of_sunday_in_a_night_from_saturday(start: dt.date, minutes: int) -> None:
    scenario, _ = drawn(". .", start=start)
    night = scenario.shift["N"]
    assert minutes_in_hours(scenario, night, 0, 0, 1440, SUNDAYS) == minutes
    assert minutes_in_hours(scenario, night, 0, 1260, 360, EVERY_DAY) == minutes + 120
    assert minutes_in_hours(scenario, night, 0, 1260, 360, SUNDAYS) == 0


def test_both_parts_of_a_split_shift_are_looked_at() -> None:
    scenario, _ = drawn(".")
    assert minutes_in_hours(scenario, scenario.shift["S"], 0, 540, 960, EVERY_DAY) == 60


def test_a_premium_on_a_public_holiday() -> None:
    """Eight hours at 20, a quarter of it more: 40; nothing for the day after."""
    calendar = Calendar(holidays={dt.date(2027, 2, 1): "x"})
    rule = Premium(rate=25, when=Days(holidays=True))
    (only,) = found("E E\n. .\n. .", rule, people=PAID, calendar=calendar)
    assert (only.days, only.amount) == ((0,), 40)


def test_outside_staff_are_counted_together_and_others_not_at_all() -> None:
    rule = External(maximum=1, who=People(ids=frozenset("AB")))
    (only,) = found("E .\n. E\nE E", rule)
    assert (only.days, only.measured, only.limit) == ((0, 1), 2, 1)


def test_shifts_of_outside_staff_in_the_history_are_not_charged() -> None:
    rule = External(maximum=1, period="week")
    wednesday = dt.date(2027, 2, 3)
    assert not found("E E | .", rule, start=wednesday)
    (only,) = found("E E | E", rule, start=wednesday)
    assert only.amount == 1


def test_people_are_mobilised_once_a_period() -> None:
    roster = "E E . . . . . E\n. . . . . . . ."
    assert len(found(roster, Activation())) == 1
    assert [v.days for v in found(roster, Activation(period="week"))] == [(0, 1), (7,)]
