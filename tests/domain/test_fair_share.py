"""Fair parts, worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rotaplan.domain.calendar import Days
from rotaplan.domain.fairness import demanded_units, fair_share
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shifts
from tests.agreement.contents import shifts_of

NIGHTS = Shifts(families=frozenset({Family.NIGHT}))


def scenario(*people: Person, nights: int = 1, days: int = 6, **more: Any) -> Scenario:
    given: dict[str, Any] = {
        "horizon": Horizon(start=dt.date(2027, 2, 1), days=days),
        "shifts": shifts_of(),
        "people": people,
        "demand": (Demand(shift="N", minimum=nights), Demand(shift="E", minimum=2)),
    }
    return Scenario(**(given | more))


def shares(case: Scenario, counter: str = "") -> Mapping[str, Fraction]:
    return fair_share(case, case.people, NIGHTS, case.horizon.planned, counter)


def test_equal_people_share_alike() -> None:
    assert shares(scenario(Person(id="A"), Person(id="B"))) == {"A": 3, "B": 3}


def test_parts_follow_working_share_and_presence() -> None:
    """Shares 6, 3 (half time) and 3 (away three days of six): halves and quarters of six."""
    case = scenario(
        Person(id="A"),
        Person(id="B", fte=Fraction(1, 2)),
        Person(id="C"),
        absences=(Absence(person="C", first=0, last=2),),
    )
    assert shares(case) == {"A": 3, "B": Fraction(3, 2), "C": Fraction(3, 2)}


def test_whoever_cannot_work_them_has_no_part() -> None:
    case = scenario(
        Person(id="A"),
        Person(id="day worker", night_fit=False),
        Person(id="left", contract_to=dt.date(2027, 1, 31)),
        Person(id="away"),
        Person(id="nothing", fte=Fraction(0)),
        Person(id="E alone", allowed=Shifts(codes=frozenset({"E"}))),
        absences=(Absence(person="away", first=0, last=5),),
    )
    assert shares(case) == {"A": 6}


def test_skills_count_on_the_day() -> None:
    """A night's skill must hold when it ends: B's runs out in the first night."""
    shifts = shifts_of(N={"skills": frozenset({"LIC"})})
    licence = HeldSkill(skill="LIC")
    short = HeldSkill(skill="LIC", valid_to=dt.date(2027, 2, 1))
    case = scenario(
        Person(id="A", skills=(licence,)), Person(id="B", skills=(short,)), shifts=shifts
    )
    assert shares(case) == {"A": 6}


def test_opening_counters_are_evened_out() -> None:
    """(6 + 4) / 2 = 5 each in all; A brings 4 forward and owes one more."""
    case = scenario(Person(id="A", opening={"nuits": 4}), Person(id="B"))
    assert shares(case, "Nuits") == {"A": 1, "B": 5}
    assert shares(case) == {"A": 3, "B": 3}


def test_whoever_has_done_too_much_owes_nothing() -> None:
    """A brings 20 forward: the six are for B and C, by their own counters (6 + 2) / 2."""
    case = scenario(
        Person(id="A", opening={"nuits": 20}), Person(id="B", opening={"nuits": 2}), Person(id="C")
    )
    assert shares(case, "nuits") == {"A": 0, "B": 2, "C": 4}


def test_nobody_gets_more_than_the_days_allow() -> None:
    """Twelve units in six days: B is off on Tuesdays, and can work five days."""
    case = scenario(
        Person(id="A"), Person(id="B", fixed_days_off=frozenset({1})), Person(id="C"), nights=2
    )
    assert shares(case) == {"A": 4, "B": 4, "C": 4}
    busier = scenario(*case.people, nights=3)
    assert shares(busier) == {"A": 6, "B": 5, "C": 6}


def test_what_is_cut_off_on_one_side_goes_to_the_others() -> None:
    """A (opening -9) would owe 10 in six days: the 4 beyond are for B and C."""
    case = scenario(
        Person(id="A", opening={"n": -9}), Person(id="B"), Person(id="C"), nights=2, days=6
    )
    found = shares(case, "n")
    assert found == {"A": 6, "B": 3, "C": 3}
    assert sum(found.values()) == 12


def test_a_target_above_the_minimum_counts() -> None:
    case = scenario(Person(id="A"), demand=(Demand(shift="N", minimum=1, target=3),))
    assert demanded_units(case, NIGHTS, [0, 1]) == 6


def test_functions_add_up_beside_a_need_for_anybody() -> None:
    """Four on the night, of whom one chief and one deputy, are four; functions alone are two."""
    functions = (
        Demand(shift="N", minimum=1, skill="chief"),
        Demand(shift="N", minimum=1, skill="deputy"),
    )
    case = scenario(demand=(*functions, Demand(shift="N", minimum=4)))
    assert demanded_units(case, NIGHTS, [0]) == 4
    assert demanded_units(scenario(demand=functions), NIGHTS, [0]) == 2


def test_days_without_need_count_for_nothing() -> None:
    mondays = Days(weekdays=frozenset({0}))
    case = scenario(Person(id="A"), demand=(Demand(shift="N", minimum=1, days=mondays),), days=8)
    assert demanded_units(case, NIGHTS, case.horizon.planned) == 2
    off = Person(id="A", fixed_days_off=frozenset({0}))
    assert shares(scenario(off, demand=case.demand, days=8)) == {}
