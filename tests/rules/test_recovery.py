"""Recovery by hand: hours after nights over a clock change, what counts as a day in lieu."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.work import Shifts
from rotaplan.rules.recovery import CompDay, RestAfterNights, RestAfterOnCall
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

SPRING_EVE = dt.date(2027, 3, 27)  # 02:00 becomes 03:00 in the night to Sunday
HOUR = 60


def test_rest_after_a_night_is_counted_from_its_end() -> None:
    """From Tuesday 06:00 to Wednesday 09:00 there are 27 hours."""
    assert not found("N . D", RestAfterNights(minimum=27 * HOUR))
    (only,) = found("N . D", RestAfterNights(minimum=27 * HOUR + 1))
    assert (only.measured, only.days, only.amount) == (27 * HOUR, (0, 2), 1)


def test_an_hour_less_when_clocks_go_forward() -> None:
    """From Saturday 06:00 to Sunday 09:00, 26 hours and not 27."""
    rule = RestAfterNights(minimum=27 * HOUR)
    friday = SPRING_EVE - dt.timedelta(days=1)
    assert [v.measured for v in found("N . D", rule, start=friday)] == [26 * HOUR]


def test_only_runs_that_are_long_enough() -> None:
    rule = RestAfterNights(minimum=48 * HOUR, nights_run=3)
    assert not found("N N . D", rule)
    assert len(found("N N N . D", rule)) == 1
    assert len(found("N N | N . D", rule)) == 1
    assert not found("N | N . D", rule)


def test_the_next_duty_is_looked_at_and_no_other() -> None:
    assert len(found("N . E E E", RestAfterNights(minimum=72 * HOUR))) == 1


def test_on_call_again_or_not() -> None:
    late = Shifts(codes=frozenset({"L"}))
    assert not found("L L . E", RestAfterOnCall(minimum=24 * HOUR, shifts=late))
    assert len(found("L L . E", RestAfterOnCall(minimum=24 * HOUR, shifts=late, again=True))) == 1
    assert len(found("L E", RestAfterOnCall(minimum=9 * HOUR, shifts=late))) == 1
    assert not found("L E", RestAfterOnCall(minimum=8 * HOUR, shifts=late))


def test_no_on_call_family_no_rest_asked_for() -> None:
    assert not found("N E L D", RestAfterOnCall(minimum=48 * HOUR))


def test_the_day_in_lieu_may_be_the_last_of_the_deadline() -> None:
    rule = CompDay(within=3)
    assert not found("D | D D .", rule)
    assert len(found("D | D D D .", rule)) == 1


def test_a_holiday_off_is_no_day_in_lieu() -> None:
    calendar = Calendar(holidays={dt.date(2027, 2, 2): "fête"})
    assert len(found("D | D . D", CompDay(within=3), calendar=calendar)) == 1


def test_days_named_take_the_place_of_sundays() -> None:
    wednesdays = Days(weekdays=frozenset({2}))
    rule = CompDay(within=1, when=wednesdays)
    assert [v.days for v in found("D D D D D D D D", rule)] == [(2,)]


def test_sundays_before_the_known_days_are_not_verifiable() -> None:
    """Day 0 is a Monday: the deadlines of the Sundays 1 and 8 days before it are not over."""
    rule = CompDay(within=10)
    scenario, _ = drawn("D D D | D D D D", rule)
    (only,) = rule.unverifiable(scenario)
    assert (only.missing_days, only.days) == (5, (0, 1, 2))
    scenario, _ = drawn("D D D D D D D D | D D D D", rule)
    assert not list(rule.unverifiable(scenario))
