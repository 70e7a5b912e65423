"""Codes of cut duties say by themselves what is left: held against what disruptions make."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.disrupted import disrupted
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import Horizon
from rotaplan.domain.variants import read_variant
from rotaplan.domain.work import Shift, Shifts, Span

SHIFTS = (
    Shift(code="E", spans=(Span(start=360, end=840),), unpaid_break_minutes=30),
    Shift(code="T-5", spans=(Span(start=390, end=580), Span(start=945, end=1165))),
    Shift(code="N", spans=(Span(start=1320, end=1800),), credited_minutes=540),
    Shift(code="RH", works=False),
)
SCENARIO = Scenario(horizon=Horizon(start=dt.date(2027, 2, 1), days=3), shifts=SHIFTS)


def made(code: str, start: int, end: int | None, **more: object) -> dict[str, Shift]:
    """Return the duties that come of a closure on day 0 (minutes after its midnight)."""
    at = SCENARIO.horizon.instant
    row = Disruption(
        effect=Effect.CLOSED,
        start=at(0, start),
        end=None if end is None else at(0, end),
        shifts=Shifts(codes=frozenset({code})),
    )
    shift = disrupted(SCENARIO, [row], {})[0].shift
    return {name: one for name, one in shift.items() if name not in SCENARIO.shift}


@pytest.mark.parametrize(
    ("code", "start", "end", "expected"),
    [
        ("E", 600, None, {"E≤10:00"}),
        ("E", 0, 600, {"E≥10:00"}),
        ("E", 540, 600, {"E≤09:00≥10:00"}),
        ("T-5", 600, None, {"T-5≤09:40"}),
        ("T-5", 0, 600, {"T-5≥15:45"}),
        ("T-5", 400, 1000, {"T-5≤06:40≥16:40"}),
        ("N", 1380, 1440, {"N≤23:00≥00:00"}),
        ("N", 1500, 1600, {"N≤01:00≥02:40"}),
        ("N", 0, 1500, {"N≥01:00"}),
    ],
)
def test_a_code_means_what_the_disruption_made(
    code: str, start: int, end: int | None, expected: set[str]
) -> None:
    found = made(code, start, end)
    assert set(found) >= expected
    for name, shift in found.items():
        assert read_variant(name, SCENARIO.shift) == shift


def test_changed_hours_are_spelled_out() -> None:
    hours = (Span(start=420, end=600), Span(start=960, end=1500))
    row = Disruption(
        effect=Effect.CHANGED,
        start=SCENARIO.horizon.instant(0),
        shifts=Shifts(codes=frozenset({"T-5"})),
        made=Shift(code="", spans=hours),
    )
    shift = disrupted(SCENARIO, [row], {})[0].shift
    assert (
        read_variant("T-5 07:00-10:00/16:00-01:00", SCENARIO.shift)
        == shift["T-5 07:00-10:00/16:00-01:00"]
    )


@pytest.mark.parametrize(
    "code",
    ["E", "X≤10:00", "E≤", "E≤10", "E 10:00", "RH≤10:00", "E≥15:00", "E-10:00", "", "≤10:00"],
)
def test_other_codes_mean_nothing(code: str) -> None:
    assert read_variant(code, SCENARIO.shift) is None
