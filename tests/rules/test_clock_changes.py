"""Hand-computed cases around both clock changes: real minutes count, not those of the wall."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.scenario import Absence, Availability
from rotaplan.rules.availability import AvailabilityRule
from rotaplan.rules.base import RuleBase
from rotaplan.rules.eligibility import SpanMax
from rotaplan.rules.rest import RestBetween
from tests.agreement.weighing import weigh
from tests.rules.drawn import drawn

SPRING_EVE = dt.date(2027, 3, 27)  # 02:00 becomes 03:00 in the night to Sunday
AUTUMN_EVE = dt.date(2027, 10, 30)  # 03:00 becomes 02:00
PLAIN_EVE = dt.date(2027, 5, 1)


@pytest.mark.parametrize(
    ("start", "rest"), [(SPRING_EVE, 7 * 60), (PLAIN_EVE, 8 * 60), (AUTUMN_EVE, 9 * 60)]
)
def test_rest_from_late_to_early(start: dt.date, rest: int) -> None:
    """From 22:00 to 06:00 there are 7, 8 or 9 hours."""
    exact, more = RestBetween(minimum=rest), RestBetween(minimum=rest + 1)
    scenario, schedule = drawn("L E", exact, start=start)
    assert not list(exact.check(scenario, schedule))
    assert not weigh(scenario, schedule).rejected
    scenario, schedule = drawn("L E", more, start=start)
    assert [v.measured for v in more.check(scenario, schedule)] == [rest]
    assert weigh(scenario, schedule).rejected


@pytest.mark.parametrize(
    ("start", "length"), [(SPRING_EVE, 7 * 60), (PLAIN_EVE, 8 * 60), (AUTUMN_EVE, 9 * 60)]
)
def test_span_of_a_night(start: dt.date, length: int) -> None:
    """A night from 22:00 to 06:00 lasts 7, 8 or 9 hours."""
    for maximum, broken in ((length, False), (length - 1, True)):
        rule = SpanMax(maximum=maximum)
        scenario, schedule = drawn("N .", rule, start=start)
        assert bool(list(rule.check(scenario, schedule))) == broken
        assert weigh(scenario, schedule).rejected == broken


@pytest.mark.parametrize("start", [SPRING_EVE, PLAIN_EVE, AUTUMN_EVE])
@pytest.mark.parametrize(
    ("roster", "more", "broken"),
    [
        # The night ends at 06:00 on the wall, whatever the clock did before.
        ("N .", {"availability": (Availability(person="A", start=360, end=720),)}, False),
        ("N .", {"availability": (Availability(person="A", start=359, end=720),)}, True),
        # A shift from 14:00 leaves the morning alone; the day shift from 09:00 does not.
        (". L", {"absences": (Absence(person="A", first=1, last=1, part="morning"),)}, False),
        (". D", {"absences": (Absence(person="A", first=1, last=1, part="morning"),)}, True),
        (". E", {"absences": (Absence(person="A", first=1, last=1, part="afternoon"),)}, True),
    ],
)
def test_hours_on_the_wall(
    start: dt.date, roster: str, more: dict[str, object], broken: bool
) -> None:
    """Half days and hours of availability are read from the clock on the wall."""
    rule: RuleBase = AvailabilityRule()
    scenario, schedule = drawn(roster, rule, start=start, **more)
    assert bool(list(rule.check(scenario, schedule))) == broken
    assert weigh(scenario, schedule).rejected == broken
