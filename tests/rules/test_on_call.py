"""On call, in reserve, preferred people and usual hours, by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.domain.people import HeldSkill, People, Person
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.rules.cost import External
from rotaplan.rules.on_call import OncallLimits, Reserve
from rotaplan.rules.preferences import PreferredPerson, UsualHours
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

CALLS = (
    Shift(code="E", spans=(Span(start=360, end=840),)),
    Shift(code="C", spans=(Span(start=1080, end=1920),), family=Family.ON_CALL),
    Shift(code="G", spans=(Span(start=1080, end=1920),), family=Family.ON_SITE_CALL),
    Shift(code="R", spans=(Span(start=360, end=840),), family=Family.RESERVE),
)
MORE = {"shifts": CALLS, "needs": dict.fromkeys("ECGR", 0)}
SATURDAY = dt.date(2027, 2, 27)


def test_both_families_on_call_count_unless_shifts_are_named() -> None:
    (only,) = found("C G E R", OncallLimits(maximum=1), **MORE)
    assert (only.days, only.measured) == ((0, 1), 2)
    assert not found(
        "C G E R", OncallLimits(maximum=1, shifts=Shifts(codes=frozenset("C"))), **MORE
    )


def test_a_weekend_belongs_to_the_month_of_its_saturday() -> None:
    """27 and 28 February, then 6 March: one weekend in each month."""
    roster = "C C . . . . . C"
    assert not found(roster, OncallLimits(weekends=1), start=SATURDAY, **MORE)
    (only,) = found(roster, OncallLimits(weekends=1, period="horizon"), start=SATURDAY, **MORE)
    assert (only.days, only.measured) == ((0, 1, 7), 2)


def test_calls_of_the_history_are_not_charged() -> None:
    rule = OncallLimits(maximum=1, weekends=0, period="month")
    assert not found("C C | . .", rule, start=SATURDAY + dt.timedelta(2), **MORE)
    month = OncallLimits(maximum=1, period="month")
    assert not found("C C | E E", month, start=SATURDAY, **MORE)
    assert len(found("C C | C E", month, start=SATURDAY, **MORE)) == 1


def test_two_limits_are_two_breaches() -> None:
    both = found("C C", OncallLimits(maximum=1, weekends=0), start=SATURDAY, **MORE)
    assert [violation.limit for violation in both] == [1, 0]


def test_a_reserve_of_some_quality() -> None:
    people = (Person(id="A"), Person(id="B", skills=(HeldSkill(skill="LIC"),)))
    licensed = Reserve(minimum=1, who=People(skills=frozenset({"LIC"})))
    assert not found("E\nR", licensed, people=people, **MORE)
    (only,) = found("R\nE", licensed, people=people, **MORE)
    assert (only.measured, only.limit) == (0, 1)


def test_avoided_people_are_charged_and_others_are_not() -> None:
    a = People(ids=frozenset("A"))
    (only,) = found("E\nE", PreferredPerson(who=a, choice="avoid"))
    assert only.person == "A"
    (only,) = found("E\nE", PreferredPerson(who=a))
    assert only.person == "B"


@pytest.mark.parametrize(
    ("start", "maximum", "away"), [(0, 60, 120), (1439, 118, 119), (600, 719, 720), (120, 0, 240)]
)
def test_the_shorter_way_round_midnight(start: int, maximum: int, away: int) -> None:
    """The night starts at 22:00."""
    (only,) = found("N", UsualHours(start=start, maximum=maximum))
    assert (only.measured, only.amount) == (away, -(-(away - maximum) // 60))
    assert not found("N", UsualHours(start=start, maximum=min(away, 720)))


def test_a_month_begun_before_the_known_days_cannot_be_verified() -> None:
    """The plan starts on the 27th: 26 days of the month are missing, or 24 with a history."""
    for rule in (OncallLimits(maximum=1), External(maximum=1, period="month")):
        scenario, _ = drawn("E E", rule, start=SATURDAY)
        (only,) = rule.unverifiable(scenario)
        assert (only.missing_days, only.days) == (26, (0, 1))
        scenario, _ = drawn("E E | E E", rule, start=SATURDAY)
        (only,) = rule.unverifiable(scenario)
        assert only.missing_days == 24
    horizon = OncallLimits(maximum=1, period="horizon")
    assert not list(horizon.unverifiable(scenario))
