"""Alternation by hand: order of shifts, starting times, kinds in a week, days and nights."""

from __future__ import annotations

from rotaplan.domain.calendar import Days
from rotaplan.domain.sequences import Sequence
from rotaplan.domain.work import Family, Shifts
from rotaplan.rules.alternation import DayNightSwitch, ForwardRotation, StableStart, Variety
from tests.agreement.contents import shifts_of
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

ORDER = Sequence.of("E L N")


def test_backward_over_days_off() -> None:
    near, far = (ForwardRotation(order=ORDER, days=days) for days in (2, 3))
    assert not found("N . . E", near)
    assert [v.days for v in found("N . . E", far)] == [(0, 3)]
    assert [v.days for v in found("N . L E", far)] == [(0, 2), (2, 3)]


def test_a_shift_counts_as_the_first_kind_that_it_fits() -> None:
    """The late shift is of the first kind here, so that an early after it is no step back."""
    assert not found("L E", ForwardRotation(order=Sequence.of("E|L L|N")))
    assert len(found("N E", ForwardRotation(order=Sequence.of("E|L L|N")))) == 1


def test_starting_times_the_short_way_round() -> None:
    """From 22:00 to 06:00 it is eight hours, not sixteen; from 14:00 to 06:00 eight as well."""
    assert not found("N E", StableStart(maximum=8 * 60))
    assert [v.measured for v in found("N E L", StableStart(maximum=8 * 60 - 1))] == [480, 480]


def test_both_starts_are_of_the_shifts_named() -> None:
    rule = StableStart(maximum=0, shifts=Shifts(codes=frozenset({"E", "L"})))
    assert [v.days for v in found("E D L E", rule)] == [(2, 3)]
    sundays = StableStart(maximum=0, when=Days(weekdays=frozenset({6})))
    assert [v.days for v in found("E L E L E L E", sundays)] == [(5, 6)]


def test_kinds_by_code_family_and_site() -> None:
    shifts = shifts_of(E={"site": "nord"}, D={"site": "nord"}, L={"site": "sud"})
    week = "E E D D L . ."
    assert [v.measured for v in found(week, Variety(maximum=1), shifts=shifts)] == [3]
    by_site = Variety(maximum=1, by="site")
    assert [v.measured for v in found(week, by_site, shifts=shifts)] == [2]
    early = shifts_of(D={}, E={}, L={})
    family = Variety(maximum=2, by="family", shifts=Shifts(families=frozenset(Family)))
    assert [v.amount for v in found(week, family, shifts=early)] == [1]


def test_a_second_kind_is_asked_for_in_whole_weeks_only() -> None:
    rule = Variety(minimum=2)
    assert len(found("E E E E E E E E", rule)) == 1


def test_changes_count_in_the_period_in_which_they_end() -> None:
    """Sunday's night is of the first week, Monday's early and the change of the second."""
    rule = DayNightSwitch(maximum=0)
    (only,) = found(". . . . . . N E . . . . . .", rule)
    assert (only.days, only.measured) == ((7,), 1)


def test_changes_of_the_history_are_not_charged() -> None:
    rule = DayNightSwitch(maximum=1, period="year")
    assert not found("N E N | N N", rule)
    assert [v.amount for v in found("N E N | N E", rule)] == [1]


def test_what_may_have_begun_before_the_known_days_is_not_verifiable() -> None:
    """A change on the first day of the plan can begin up to three days before it."""
    for rule, missing in (
        (ForwardRotation(order=ORDER, days=2), 2),
        (StableStart(maximum=0), 1),
        (DayNightSwitch(maximum=0, days=3), 3),
        (Variety(maximum=1), 0),
    ):
        scenario, _ = drawn("D D D D D D D", rule)
        assert [one.missing_days for one in rule.unverifiable(scenario)] == [missing] * bool(
            missing
        )
