"""On which days minutes count: midnight, breaks, clock changes, credited time."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from rotaplan.domain.attribution import Attribution, ledger, openings, within
from rotaplan.domain.scenario import Demand, Past, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import ALL_WORK, Family, Shift, Shifts, Span
from tests.rules.drawn import drawn


def scenario(start: dt.date, *shifts: Shift) -> Scenario:
    return Scenario(horizon=Horizon(start=start, days=14), shifts=shifts)


def night(unpaid: int = 0, credited: int | None = None, start: int = 22 * 60) -> Shift:
    return Shift(
        code="N",
        spans=(Span(start=start, end=30 * 60),),
        family=Family.NIGHT,
        unpaid_break_minutes=unpaid,
        credited_minutes=credited,
    )


@pytest.mark.parametrize(
    ("unpaid", "expected"),
    [
        (0, {0: 120, 1: 360}),
        (30, {0: 90, 1: 360}),
        (120, {1: 360}),
        (180, {1: 300}),
    ],
)
def test_a_night_is_split_at_midnight(unpaid: int, expected: dict[int, int]) -> None:
    """The break is taken off the hours before midnight, then off those after it."""
    shift = night(unpaid)
    case = scenario(dt.date(2027, 2, 1), shift)
    assert Attribution(scenario=case, split=True).by_day(shift, 0) == expected
    assert Attribution(scenario=case).by_day(shift, 0) == {0: 480 - unpaid}


@pytest.mark.parametrize(
    ("start", "after_midnight"),
    [(dt.date(2027, 3, 27), 300), (dt.date(2027, 10, 30), 420)],
)
def test_clock_changes_fall_on_the_day_on_which_they_happen(
    start: dt.date, after_midnight: int
) -> None:
    """22:00 to 06:00 is seven hours in spring and nine in autumn; Sunday has the difference."""
    shift = night()
    case = scenario(start, shift)
    assert Attribution(scenario=case, split=True).by_day(shift, 0) == {0: 120, 1: after_midnight}
    assert Attribution(scenario=case).by_day(shift, 0) == {0: 120 + after_midnight}


def test_a_shift_that_ends_at_midnight_stays_on_its_day() -> None:
    shift = Shift(code="L", spans=(Span(start=960, end=1440),))
    case = scenario(dt.date(2027, 2, 1), shift)
    assert Attribution(scenario=case, split=True).by_day(shift, 3) == {3: 480}


def test_a_shift_that_starts_after_midnight_counts_on_the_next_day() -> None:
    """Work from 25:00 belongs to the roster day before, but is worked the day after."""
    shift = night(start=25 * 60)
    case = scenario(dt.date(2027, 2, 1), shift)
    assert Attribution(scenario=case, split=True).by_day(shift, 0) == {1: 300}


def test_credited_minutes_stay_on_the_start_day() -> None:
    shift = night(credited=600)
    case = scenario(dt.date(2027, 2, 1), shift)
    assert Attribution(scenario=case, credited=True, split=True).by_day(shift, 0) == {0: 600}
    assert Attribution(scenario=case, split=True).by_day(shift, 0) == {0: 120, 1: 360}


def test_the_ledger_keeps_the_history_apart() -> None:
    """The night before the plan brings six hours into day 0, decided already."""
    case, schedule = drawn("N | N E")
    account = Attribution(scenario=case, split=True)
    whole, past = ledger(schedule.timeline(case.people[0]), ALL_WORK, account)
    assert whole == {-1: 120, 0: 360 + 120, 1: 360 + 480}
    assert past == {-1: 120, 0: 360}


def test_the_ledger_takes_only_the_shifts_named() -> None:
    case, schedule = drawn("E L D")
    whole, _ = ledger(
        schedule.timeline(case.people[0]),
        Shifts(codes=frozenset({"L"})),
        Attribution(scenario=case),
    )
    assert whole == {1: 480}


def test_longest_looks_at_demanded_shifts_alone() -> None:
    long = Shift(code="X", spans=(Span(start=0, end=900),))
    short = Shift(code="Y", spans=(Span(start=0, end=300),))
    case = Scenario(
        horizon=Horizon(start=dt.date(2027, 2, 1), days=7),
        shifts=(long, short),
        demand=(Demand(shift="Y"),),
    )
    account = Attribution(scenario=case)
    assert account.longest(ALL_WORK, 0) == 300
    assert account.longest(Shifts(codes=frozenset({"X"})), 0) == 0


def test_history_and_plan_are_counted_by_their_own_shifts() -> None:
    case, _ = drawn(". | .", history=(Past(person="A", day=-1, shift="S"),))
    schedule = Schedule.of(case, [Assignment(person="A", day=0, shift="E")])
    whole, past = ledger(schedule.timeline(case.people[0]), ALL_WORK, Attribution(scenario=case))
    assert (whole, past) == ({-1: 420, 0: 480}, {-1: 420})


def test_no_window_holds_more_than_those_at_the_edges_of_work() -> None:
    """Every minute of a stretch is tried as an opening, for drawn pieces of work."""
    rng = Random("openings")
    for _ in range(60):
        cuts = sorted(rng.sample(range(100, 300), 2 * rng.randint(1, 6)))
        pieces = list(zip(cuts[::2], cuts[1::2], strict=True))
        length = rng.randint(1, 150)
        most = max(within(pieces, opens, opens + length) for opens in range(400))
        edges = openings(pieces, length)
        assert max(within(pieces, opens, opens + length) for opens in edges) == most
