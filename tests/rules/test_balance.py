"""Balance of hours, points and wishes, computed by hand."""

from __future__ import annotations

from fractions import Fraction

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Wish
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.rules.balance import BalanceMinutes, BalancePoints, BalanceWorst, WishEquity
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

NIGHTS = Shifts(codes=frozenset({"N"}))


def test_an_open_counter_of_minutes_is_carried_on() -> None:
    """Four shifts of eight hours; A brings sixteen hours forward: A one, B three."""
    people = (Person(id="A", opening={"hours": 960}), Person(id="B"))
    rule = BalanceMinutes(tolerance=0, counter="hours")
    assert not found("E . . .\n. E E E", rule, needs={"E": 1}, people=people)
    less, more = found("E E . .\n. . E E", rule, needs={"E": 1}, people=people)
    assert (less.measured, less.limit, less.amount) == (960, 480, 8)
    assert (more.measured, more.limit, more.amount) == (960, 1440, 8)


def test_credited_time_is_what_the_planner_gives() -> None:
    shifts = shifts_of(N={"credited_minutes": 600})
    roster, needs = "N .\n. E", {"N": 1, "E": 1}
    assert not found(roster, BalanceMinutes(tolerance=480), shifts=shifts, needs=needs)
    loose = BalanceMinutes(tolerance=59, credited=True, shifts=NIGHTS)
    night, idle = found("N N\n. .", loose, shifts=shifts, needs={"N": 1})
    assert (night.measured, night.limit) == (1200, 659)
    assert (idle.measured, idle.limit, idle.amount) == (0, 541, 10)


def test_half_an_hour_beyond_costs_a_started_hour() -> None:
    short = Shift(code="H", spans=(Span(start=600, end=630),))
    rule = BalanceMinutes(tolerance=0)
    needs = {"H": 1}
    both = found("H H\n. .", rule, shifts=(short,), needs=needs)
    assert [violation.amount for violation in both] == [1, 1]


def test_points_weigh_shifts_and_working_time_shares_them() -> None:
    """Six points: four for A, two for B at half time."""
    shifts = shifts_of(N={"hardship": 2}, E={"hardship": 0})
    people = (Person(id="A"), Person(id="B", fte=Fraction(1, 2)))
    roster = "N N .\n. . N"
    assert not found(roster, BalancePoints(), shifts=shifts, people=people, needs={"N": 1})
    more, less = found(
        "N N N\n. . .", BalancePoints(), shifts=shifts, people=people, needs={"N": 1}
    )
    assert (more.measured, more.limit, less.measured, less.limit) == (6, 4, 0, 2)


def test_only_the_worst_off_is_charged() -> None:
    """Six nights, two each: A has three and B three, so one of them is the price of both."""
    rule = BalanceWorst()
    needs = {"N": 1}
    (only,) = found("N N N . . .\n. . . N N N\n. . . . . .", rule, needs=needs)
    assert (only.person, only.measured, only.limit, only.amount) == ("A", 3, 2, 1)
    (only,) = found("N N . . . .\n. . N N N N\n. . . . . .", rule, needs=needs)
    assert (only.person, only.amount) == ("B", 2)


def test_two_wishes_for_one_day_add_up() -> None:
    wishes = (
        Wish(person="A", day=0, weight=2),
        Wish(person="A", day=0, shifts=NIGHTS, on=True, weight=3),
        Wish(person="B", day=0, weight=4),
    )
    (only,) = found("E\n.", WishEquity(), wishes=wishes)
    assert (only.person, only.measured) == ("A", 5)
    (only,) = found("N\nE", WishEquity(tolerance=1), wishes=wishes)
    assert (only.person, only.measured, only.amount) == ("B", 4, 3)
