"""Service as on another kind of day, counted by hand: day 0 is Monday 1 February 2027."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.disrupted import disrupted
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import ALL_WORK, Shift, Shifts, Span

WEEK, SUNDAY = Days(weekdays=frozenset(range(5))), Days(weekdays=frozenset({6}))
HOLIDAY, LEVEL = Days(holidays=True, text="férié"), Days(types=frozenset({"niveau 2"}))
E = Shift(code="E", spans=(Span(start=360, end=840),), tags=frozenset({"t1"}))
L = Shift(code="L", spans=(Span(start=840, end=1320),))
SCENARIO = Scenario(
    horizon=Horizon(start=dt.date(2027, 2, 1), days=7),
    calendar=Calendar(types={dt.date(2027, 12, 1): frozenset({"niveau 2"})}),
    shifts=(E, L),
    demand=(
        Demand(shift="E", days=WEEK, minimum=3, target=4),
        Demand(shift="E", days=SUNDAY, minimum=1),
        Demand(shift="E", days=HOLIDAY, minimum=0, target=1),
        Demand(shift="E", days=LEVEL, minimum=2),
        Demand(shift="L", days=WEEK, minimum=2),
    ),
)


def service(like: Days, *, start: int = 0, shifts: Shifts = ALL_WORK, days: int = 1) -> Disruption:
    at = SCENARIO.horizon.instant
    return Disruption(
        effect=Effect.SERVICE, start=at(1, start), end=at(1 + days), like=like, shifts=shifts
    )


def needs(*rows: Disruption, day: int = 1) -> dict[str, tuple[int, int, int | None]]:
    found = disrupted(SCENARIO, rows, {})[0].needs[day]
    return {need.shift: (need.minimum, need.target, need.maximum) for need in found}


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        (SUNDAY, {"E": (1, 1, None), "L": (0, 0, 0)}),
        (HOLIDAY, {"E": (0, 1, None), "L": (0, 0, 0)}),
        (LEVEL, {"E": (2, 2, None), "L": (2, 2, None)}),
    ],
)
def test_needs_become_those_of_the_other_kind_of_day(
    like: Days, expected: dict[str, tuple[int, int, int | None]]
) -> None:
    ordinary = {"E": (3, 4, None), "L": (2, 2, None)}
    assert needs(service(like)) == expected
    assert needs(service(like), day=0) == needs(service(like), day=2) == ordinary


def test_only_shifts_that_are_named_and_begin_within_it() -> None:
    assert needs(service(SUNDAY, start=600)) == {"E": (3, 4, None), "L": (0, 0, 0)}
    tram = Shifts(tags=frozenset({"t1"}))
    assert needs(service(SUNDAY, shifts=tram)) == {"E": (1, 1, None), "L": (2, 2, None)}


def test_a_line_that_is_closed_stays_closed() -> None:
    at = SCENARIO.horizon.instant
    closed = Disruption(
        effect=Effect.CANCELLED, start=at(1), end=at(2), shifts=Shifts(codes=frozenset({"E"}))
    )
    assert needs(closed, service(SUNDAY))["E"] == (0, 0, 0)


def test_other_rules_still_see_the_day_that_it_is() -> None:
    found = disrupted(SCENARIO, [service(SUNDAY)], {})[0]
    assert found.calendar == SCENARIO.calendar
