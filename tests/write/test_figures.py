"""Figures of the answer against figures counted by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence, Demand, Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.rules import rule_class
from rotaplan.write.figures import (
    Figures,
    counts_in,
    named_counters,
    opening,
    target_minutes,
)

NIGHT = Shift(
    code="N",
    spans=(Span(start=22 * 60, end=30 * 60),),
    family=Family.NIGHT,
    hardship=2,
    tags=frozenset({"long"}),
)
DAY = Shift(code="D", spans=(Span(start=540, end=1020),), unpaid_break_minutes=60)
ONE = Person(id="1", weekly_minutes=2100, opening={"nuits": 3, "longs": 1, "solde heures": 60})
HALF = Person(id="2", fte=Fraction(1, 2), target_minutes=600)


def figures(*made: tuple[str, int, str], **given: object) -> Figures:
    """One week from Monday 22 March 2027; Sunday 28 has the spring clock change."""
    scenario = Scenario(
        horizon=Horizon(start=dt.date(2027, 3, 22), days=8),
        calendar=Calendar(holidays={dt.date(2027, 3, 29): "Easter Monday"}),
        people=(ONE, HALF),
        shifts=(NIGHT, DAY),
        demand=(Demand(shift="N", minimum=1), Demand(shift="D", minimum=1, target=2)),
    )
    scenario = replace(scenario, **given)
    assignments = [Assignment(person=who, day=day, shift=code) for who, day, code in made]
    return Figures(scenario=scenario, schedule=Schedule.of(scenario, assignments))


def test_a_night_through_the_clock_change_has_seven_hours():
    tally = figures(("1", 4, "N"), ("1", 5, "N")).tallies[0]
    assert tally.minutes == 8 * 60 + 7 * 60
    assert (tally.nights, tally.weekends, tally.hardship) == (2, 1, 4)


def test_sundays_and_holidays_are_counted_by_the_day_of_the_start():
    tally = figures(("1", 5, "N"), ("1", 6, "D"), ("1", 7, "D")).tallies[0]
    assert (tally.sundays, tally.holidays, tally.free_days) == (1, 1, 2)
    easter = Calendar(holidays={dt.date(2027, 3, 28): "Easter Sunday"})
    tally = figures(("1", 6, "D"), calendar=easter).tallies[0]
    assert (tally.sundays, tally.holidays, tally.free_days) == (1, 1, 1)


def test_target_is_the_planner_s_or_follows_contract_and_presence():
    scenario = figures().scenario
    assert target_minutes(scenario, HALF) == 600
    assert target_minutes(scenario, ONE) == 2400  # 35 h a week over eight days
    away = replace(scenario, absences=(Absence(person="1", first=0, last=3),))
    assert target_minutes(away, ONE) == 1200
    assert target_minutes(scenario, Person(id="3")) is None


def test_hours_gap_is_against_the_target():
    tally = figures(("2", 0, "D")).tallies[1]
    assert tally.acquired["hours"] == 7 * 60 - 600


def test_coverage_counts_people_missing_and_never_rounds_up_to_whole():
    found = figures(("1", 0, "N"), ("2", 0, "D"))
    assert found.demanded == 8 * 3
    assert found.missing == 8 * 3 - 2
    assert found.coverage == 83 / 1000
    assert figures(demand=()).coverage == 1.0
    full = figures(*[("1", day, "N") for day in range(8)], demand=(Demand(shift="N", target=1),))
    assert full.coverage == 1.0


def test_surplus_on_one_post_does_not_cover_another():
    demand = (Demand(shift="N", minimum=1), Demand(shift="D", minimum=1))
    found = figures(("1", 0, "N"), ("2", 0, "N"), demand=demand)
    assert [post.missing for post in found.posts][:2] == [0, 1]


def test_wanted_adds_functions_up_and_takes_the_higher_of_both_readings():
    demand = (
        Demand(shift="D", skill="a", target=2),
        Demand(shift="D", skill="b", target=1),
        Demand(shift="D", target=2),
    )
    assert figures(demand=demand).wanted[0, "D"] == 3


@pytest.mark.parametrize(
    ("shifts", "on", "granted"),
    [
        (None, False, False),
        (None, True, True),
        (frozenset({"N"}), True, True),
        (frozenset({"N"}), False, False),
        (frozenset({"D"}), True, False),
        (frozenset({"D"}), False, True),
    ],
)
def test_wishes(shifts: frozenset[str] | None, on: bool, granted: bool):
    wished = None if shifts is None else Shifts(codes=shifts)
    wish = Wish(person="1", day=2, shifts=wished, on=on)
    assert figures(("1", 2, "N")).is_granted(wish) is granted


def test_spread_is_per_full_time_equivalent():
    found = {one.name: one for one in figures(("1", 0, "N"), ("2", 1, "N")).spreads}
    assert (found["night"].least, found["night"].mean, found["night"].most) == (1, 1.5, 2)


def test_counters_are_known_by_the_words_planners_use():
    assert opening(ONE, "night") == 3
    assert opening(ONE, "hours") == 60
    assert opening(ONE, "sunday") == 0
    assert named_counters(figures().scenario) == ("longs",)


def test_a_named_counter_follows_the_rule_that_carries_it_on():
    found = figures(("1", 0, "N"), ("1", 2, "D"))
    duties = tuple(found.duties(ONE))
    assert [counts_in(found.scenario, duty, "long") for duty in duties] == [True, False]
    rule = rule_class("balance_count")(counter="Longs", shifts=Shifts(codes=frozenset({"D"})))
    ruled = figures(("1", 0, "N"), ("1", 2, "D"), rules=(rule,))
    assert ruled.acquired(ONE, "longs") == 1
    assert figures(("1", 0, "N")).acquired(ONE, "longs") == 0
