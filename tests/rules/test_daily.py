"""A day's work by hand: clock changes, breaks, parts; and days worked in any run of days."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.work import Family, Shifts
from rotaplan.rules.counts import DaysWindow
from rotaplan.rules.daily import BreakRule, DayMax, SplitShift
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

AUTUMN_EVE = dt.date(2027, 10, 30)  # 03:00 becomes 02:00 in the night to Sunday
SPRING_EVE = dt.date(2027, 3, 27)


def test_a_night_is_longer_when_clocks_go_back() -> None:
    rule = DayMax(maximum=480)
    assert not found("N .", rule, start=SPRING_EVE)
    assert [v.measured for v in found("N .", rule, start=AUTUMN_EVE)] == [540]


def test_the_night_limit_takes_the_place_of_the_other() -> None:
    rule = DayMax(maximum=420, night=480)
    assert [v.shift for v in found("D N", rule)] == ["D"]
    named = DayMax(maximum=420, night=480, nights=Shifts(codes=frozenset({"D"})))
    assert [v.shift for v in found("D N", named)] == ["N"]


def test_unpaid_breaks_are_no_work() -> None:
    shifts = shifts_of(D={"unpaid_break_minutes": 60})
    assert not found("D", DayMax(maximum=420), shifts=shifts)
    assert len(found("D", DayMax(maximum=419), shifts=shifts)) == 1


def test_a_break_just_long_enough() -> None:
    rule = BreakRule(maximum=360, pause=20)
    assert not found("D", rule, shifts=shifts_of(D={"unpaid_break_minutes": 20}))
    assert len(found("D", rule, shifts=shifts_of(D={"unpaid_break_minutes": 19}))) == 1
    assert not found("D", BreakRule(maximum=480))


def test_parts_of_a_split_duty() -> None:
    only = Shifts(families=frozenset({Family.SPLIT}))
    assert not found("S D", SplitShift(minimum=180, pause=360, maximum=360))
    assert len(found("S S", SplitShift(minimum=181, shifts=only))) == 2
    assert len(found("S", SplitShift(pause=361))) == 1
    assert len(found("S", SplitShift(maximum=359))) == 1


def test_windows_over_the_end_of_the_history() -> None:
    over = found("D D D | D D . D", DaysWindow(maximum=4, window=6))
    assert [(v.days[0], v.measured, v.amount) for v in over] == [(-3, 5, 1), (-2, 5, 1)]
