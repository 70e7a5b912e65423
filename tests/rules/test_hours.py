"""Hours by hand: clock changes, the turn of the year, the history, working share and presence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence
from rotaplan.domain.work import Shifts
from rotaplan.rules.hours import MinutesPeriod, MinutesWindow
from rotaplan.rules.mean_hours import MinutesAverage
from rotaplan.rules.overtime import OvertimeCap
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

HOUR = 60
SUNDAY = Days(weekdays=frozenset({6}))


@pytest.mark.parametrize(
    ("start", "hours"), [(dt.date(2027, 3, 27), 7), (dt.date(2027, 10, 30), 9)]
)
def test_a_night_through_a_clock_change(start: dt.date, hours: int) -> None:
    """The night of Saturday to Sunday has the hours that really pass."""
    assert not found("N .", MinutesPeriod(maximum=hours * HOUR), start=start)
    over = found("N .", MinutesPeriod(maximum=hours * HOUR - 1), start=start)
    assert [(v.measured, v.amount) for v in over] == [(hours * HOUR, 1)]


def test_the_hour_of_a_clock_change_is_sundays() -> None:
    """Split at midnight, Sunday 28 March 2027 holds five of the seven hours."""
    rule = MinutesPeriod(maximum=0, period="day", split=True, when=SUNDAY)
    (only,) = found("N .", rule, start=dt.date(2027, 3, 27))
    assert (only.days, only.measured, only.amount) == ((1,), 5 * HOUR, 5)


def test_without_split_a_sunday_rule_sees_the_night_that_starts_then() -> None:
    """Nights of Saturday and Sunday: the one of Sunday counts, with all its hours."""
    rule = MinutesPeriod(maximum=0, period="week", when=SUNDAY)
    (only,) = found("N N", rule, start=dt.date(2027, 2, 6))
    assert only.measured == 8 * HOUR


def test_a_split_night_of_sunday_brings_six_hours_into_the_next_week() -> None:
    rule = MinutesPeriod(maximum=5 * HOUR, period="week", split=True)
    (only,) = found(". . . . . . N .", rule)
    assert (only.days, only.measured, only.amount) == ((7,), 6 * HOUR, 1)


def test_a_night_of_the_history_fills_day_0_without_being_charged() -> None:
    """Six hours came from the night before; two more on day 0 are charged, and six on day 1."""
    rule = MinutesPeriod(maximum=4 * HOUR, period="day", split=True)
    assert not found("N | .", rule)
    over = found("N | N .", rule)
    assert [(v.days, v.measured, v.amount) for v in over] == [
        ((0,), 8 * HOUR, 2),
        ((1,), 6 * HOUR, 2),
    ]


def test_week_53_is_a_whole_week() -> None:
    """28 December 2026 to 3 January 2027 is one week, though it lies in two years."""
    roster = "D D D D D D . D . . . . . ."
    start = dt.date(2026, 12, 28)
    (only,) = found(roster, MinutesPeriod(maximum=40 * HOUR, period="week"), start=start)
    assert (only.days[0], only.days[-1], only.measured) == (0, 6, 48 * HOUR)


def test_years_and_months_change_within_week_53() -> None:
    """Four days in December, three in January (one of them in the next week): 32 and 24 hours."""
    roster = "D D D D D D . D . . . . . ."
    start = dt.date(2026, 12, 28)
    for period in ("month", "year"):
        rule = MinutesPeriod(maximum=24 * HOUR, period=period)
        (only,) = found(roster, rule, start=start)
        assert (only.days, only.measured) == ((0, 1, 2, 3), 32 * HOUR)


def test_a_minimum_leaves_out_periods_that_are_cut() -> None:
    """The month is known from the 1st to the 10th only; each whole week has its minimum."""
    roster = "D . . . . . . D . ."
    assert not found(roster, MinutesPeriod(minimum=100 * HOUR, period="month"))
    (only,) = found(roster, MinutesPeriod(minimum=10 * HOUR, period="week"))
    assert (only.days, only.measured, only.amount) == (tuple(range(7)), 8 * HOUR, 2)


def test_a_minimum_asks_of_a_week_begun_only_what_is_left() -> None:
    """Friday to Sunday can bring 24 of the 40 hours; with 16 planned, eight are missing."""
    friday = dt.date(2027, 2, 5)
    rule = MinutesPeriod(minimum=40 * HOUR, period="week")
    assert not found(". . . . | D D D", rule, start=friday)
    (only,) = found(". . . . | D D .", rule, start=friday)
    assert (only.measured, only.limit, only.amount) == (16 * HOUR, 40 * HOUR, 8)


def test_limits_follow_working_share_and_presence() -> None:
    """Half time, and away on two days of seven: 35 h become 35/2 * 5/7 = 12 h 30."""
    people = (Person(id="A", fte=Fraction(1, 2)),)
    away = (Absence(person="A", first=5, last=6),)
    rule = MinutesPeriod(maximum=35 * HOUR, period="week", prorata=True)
    (only,) = found("D D . . . . .", rule, people=people, absences=away)
    assert (only.limit, only.measured, only.amount) == (750, 960, 4)
    assert not found("D . . . . . .", rule, people=people, absences=away)
    assert not found("D D . . . . .", replace(rule, prorata=False), people=people)


def test_credited_minutes_replace_those_worked() -> None:
    shifts = shifts_of(N={"credited_minutes": 600, "unpaid_break_minutes": 30})
    (only,) = found("N N", MinutesPeriod(maximum=1199, credited=True), shifts=shifts)
    assert only.measured == 1200
    (only,) = found("N N", MinutesPeriod(maximum=899), shifts=shifts)
    assert only.measured == 900


def test_every_run_of_days_is_judged_on_its_own() -> None:
    """Eight days in a row hold two runs of seven with 56 hours, and none at the ends more."""
    over = found("D D D D D D D D", MinutesWindow(maximum=48 * HOUR))
    assert [(v.days[0], v.days[-1], v.amount) for v in over] == [(0, 6, 8), (1, 7, 8)]


def test_a_window_longer_than_what_is_known_is_judged_on_that() -> None:
    (only,) = found("D D | D D", MinutesWindow(maximum=30 * HOUR, window=28))
    assert (only.days, only.amount) == ((-2, -1, 0, 1), 2)


def test_only_the_shifts_named_are_counted() -> None:
    rule = MinutesWindow(maximum=8 * HOUR, shifts=Shifts(codes=frozenset({"N"})))
    (only,) = found("N D N", rule)
    assert only.measured == 16 * HOUR


def test_a_window_to_the_minute_begins_anywhere() -> None:
    """From Monday 14:00 to Tuesday 14:00: sixteen hours, eight on each day of the calendar."""
    rule = MinutesWindow(maximum=15 * HOUR, window=1, exact=True)
    over = found("L E . .", rule)
    assert [(v.days, v.measured, v.amount) for v in over] == [((0, 1), 16 * HOUR, 1)] * 2
    assert not found("L E . .", replace(rule, exact=False, split=True))
    assert not found("L E . .", replace(rule, maximum=16 * HOUR))


def test_a_window_to_the_minute_counts_parts_of_duties() -> None:
    """24 h hold a night and the late duty after it; of the next morning, only what fits in."""
    rule = MinutesWindow(maximum=15 * HOUR, window=1, exact=True)
    assert [v.measured for v in found("N L . .", rule)] == [16 * HOUR] * 2
    # Day 09:00 to 17:00, then early 06:00 to 14:00: 24 h hold 8 + 3 h, or 3 + 8 h at the end.
    over = found("D E . .", replace(rule, maximum=11 * HOUR - 1))
    assert [(v.measured, v.amount) for v in over] == [(11 * HOUR, 1)] * 2
    assert not found("D E . .", replace(rule, maximum=11 * HOUR))


def test_a_window_to_the_minute_looks_at_the_pieces_of_a_split_shift() -> None:
    """From 15:30: four hours, then the three of the next morning. From 06:30 on: seven too."""
    over = found("S S . .", MinutesWindow(maximum=6 * HOUR, window=1, exact=True))
    assert {v.measured for v in over} == {7 * HOUR}
    assert len(over) == 6


def test_168_hours_are_168_hours_through_a_clock_change() -> None:
    """The clocks go forward on Sunday: a week later by the clock is an hour too early."""
    start = dt.date(2027, 3, 27)
    rule = MinutesWindow(maximum=9 * HOUR - 1, exact=True)
    over = found("D . . . . . . D . .", rule, start=start)
    assert [v.measured for v in over] == [9 * HOUR] * 2
    assert not found("D . . . . . . D . .", rule, start=dt.date(2027, 2, 6))


def test_a_window_to_the_minute_opened_by_the_history() -> None:
    rule = MinutesWindow(maximum=12 * HOUR, window=1, exact=True)
    assert [(v.days, v.amount) for v in found("L | E .", rule)] == [((-1, 0), 4)] * 2
    assert not found("L E | . .", rule)


def test_the_unpaid_break_of_a_window_to_the_minute_comes_first() -> None:
    shifts = shifts_of(L={"unpaid_break_minutes": 60})
    (*_, last) = found(
        "L E . .", MinutesWindow(maximum=14 * HOUR, window=1, exact=True), shifts=shifts
    )
    assert last.measured == 15 * HOUR


def test_the_mean_spans_history_and_week_53() -> None:
    """48 h in week 52 and 48 h in week 53; with 40 h in week 52 the mean is the 44 h allowed."""
    rule = MinutesAverage(maximum=44 * HOUR, window=14)
    roster = "D D D D D D . | D D D D D D ."
    (only,) = found(roster, rule, start=dt.date(2026, 12, 28))
    assert (only.measured, only.limit, only.amount) == (48 * HOUR, 44 * HOUR, 8)
    assert not found("D D D D D . . | D D D D D D .", rule, start=dt.date(2026, 12, 28))


def test_a_mean_already_exceeded_charges_only_the_plan() -> None:
    """56 h stand in the history, just what two weeks of 28 h allow; two of 20 h allow less."""
    rule = MinutesAverage(maximum=28 * HOUR, window=14)
    history = "D D D D D D D"
    assert found(f"{history} | D . . . . . .", rule)[0].amount == 8
    rule = replace(rule, maximum=20 * HOUR)
    assert not found(f"{history} | . . . . . . .", rule)
    assert found(f"{history} | D . . . . . .", rule)[0].amount == 8


def test_the_mean_rounds_up_what_it_reports() -> None:
    """901 minutes over two weeks are 450 and a half: what is reported exceeds the limit."""
    shifts = shifts_of(E={"unpaid_break_minutes": 59})
    rule = MinutesAverage(maximum=4 * HOUR, window=14)
    (only,) = found("E . . . . . . D . . . . . .", replace(rule, maximum=450), shifts=shifts)
    assert (only.measured, only.limit, only.amount) == (451, 450, 1)


def test_weeks_of_leave_and_out_of_contract_are_left_out_of_a_mean() -> None:
    """48 h, a week off, 40 h: 44 h over the two weeks that are left, whatever takes the third."""
    roster = "D D D D D D . . . . . . . . D D D D D . ."
    rule = MinutesAverage(maximum=43 * HOUR, window=21, neutralised=True)
    assert not found(roster, rule)
    away = (Absence(person="A", first=13, last=13),)
    (only,) = found(roster, rule, absences=away)
    assert (only.measured, only.amount, only.days) == (44 * HOUR, 2, tuple(range(21)))
    assert not found(roster, replace(rule, maximum=44 * HOUR), absences=away)
    halves = (Absence(person="A", first=13, last=13, part="morning"),)
    asked = (Absence(person="A", first=13, last=13, firm=False),)
    assert not found(roster, rule, absences=(*halves, *asked))
    late = (Person(id="A", contract_from=dt.date(2027, 2, 2)),)
    assert not found("D D D D D D . D D D D . . .", replace(rule, maximum=40 * HOUR), people=late)
    (only,) = found("D D D D D D . D D D D . . .", replace(rule, maximum=31 * HOUR), people=late)
    assert (only.measured, only.amount) == (32 * HOUR, 1)


def people(*weekly: int | None) -> tuple[Person, ...]:
    return tuple(
        Person(id=name, weekly_minutes=minutes)
        for name, minutes in zip("ABC", weekly, strict=False)
    )


def test_overtime_speaks_only_of_known_contracts() -> None:
    roster = "D D D D D D .\nD D D D D D ."
    (only,) = found(roster, OvertimeCap(maximum=0), people=people(None, 35 * HOUR))
    assert (only.person, only.measured, only.amount) == ("B", 13 * HOUR, 13)


def test_overtime_of_all_together() -> None:
    """13 h and 5 h make 18 h; the third one's 27 h to spare do not lower that."""
    roster = "D D D D D D .\nD D D D D . .\nD . . . . . ."
    staff = people(*[35 * HOUR] * 3)
    (only,) = found(roster, OvertimeCap(maximum=17 * HOUR, together=True), people=staff)
    assert (only.person, only.measured, only.amount) == ("", 18 * HOUR, 1)
    assert not found(roster, OvertimeCap(maximum=18 * HOUR, together=True), people=staff)


def test_overtime_of_the_history_is_not_charged() -> None:
    """By Friday A has 40 of 35 hours; the plan's Saturday adds eight."""
    saturday = dt.date(2027, 2, 6)
    staff = people(35 * HOUR)
    for together in (False, True):
        rule = OvertimeCap(maximum=2 * HOUR, together=together)
        assert not found("D D D D D | . .", rule, people=staff, start=saturday)
        (only,) = found("D D D D D | D .", rule, people=staff, start=saturday)
        assert (only.measured, only.limit, only.amount) == (13 * HOUR, 2 * HOUR, 8)
