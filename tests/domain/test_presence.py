"""Who is there on which day, and what that makes of a limit."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days, prorated
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.time import Horizon, Period

WEEK = Period(first=0, last=6)


def present(person: Person, *absences: Absence, history: int = 0) -> frozenset[int]:
    scenario = Scenario(
        horizon=Horizon(start=dt.date(2027, 2, 1), days=7, history_days=history),
        people=(person,),
        absences=absences,
    )
    return present_days(scenario)[person.id]


def test_only_whole_and_firm_absences_count() -> None:
    found = present(
        Person(id="A"),
        Absence(person="A", first=0, last=1),
        Absence(person="A", first=3, last=3, part="morning"),
        Absence(person="A", first=4, last=4, firm=False),
        Absence(person="B", first=5, last=5),
    )
    assert found == {2, 3, 4, 5, 6}


def test_absences_that_stick_out_are_cut_to_the_known_days() -> None:
    found = present(Person(id="A"), Absence(person="A", first=-30, last=1), history=3)
    assert found == {2, 3, 4, 5, 6}
    found = present(Person(id="A"), Absence(person="A", first=5, last=40), history=2)
    assert found == {-2, -1, 0, 1, 2, 3, 4}


def test_contract_dates_are_inclusive() -> None:
    person = Person(id="A", contract_from=dt.date(2027, 2, 2), contract_to=dt.date(2027, 2, 4))
    assert present(person) == {1, 2, 3}


@pytest.mark.parametrize(
    ("fte", "days", "expected"),
    [
        (Fraction(1), range(7), 2100),
        (Fraction(1, 2), range(7), 1050),
        (Fraction(4, 5), range(5), 1200),
        (Fraction(1), range(0), 0),
        (Fraction(1), range(7, 14), 0),
    ],
)
def test_limits_follow_working_share_and_presence(
    fte: Fraction, days: range, expected: int
) -> None:
    assert prorated(2100, Person(id="A", fte=fte), frozenset(days), WEEK) == expected


def test_halves_are_rounded_up() -> None:
    half = Person(id="A", fte=Fraction(1, 2))
    assert prorated(1, half, frozenset(WEEK.days), WEEK) == 1
    assert prorated(3, half, frozenset(WEEK.days), WEEK) == 2
    assert prorated(10, Person(id="A"), frozenset({0}), WEEK) == 1  # 1.43
