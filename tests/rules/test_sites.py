"""Sites by hand."""

from __future__ import annotations

from rotaplan.domain.people import People, Person
from rotaplan.domain.work import Shifts
from rotaplan.rules.sites import AllowedSites
from tests.agreement.contents import shifts_of
from tests.rules.verdicts import found

SHIFTS = shifts_of(E={"site": "nord"}, L={"site": "sud"}, N={"site": "sud"})
PEOPLE = (Person(id="A", site="nord"), Person(id="B", site="sud"))
ROSTER = "E L N D\nE . L ."


def test_each_at_home() -> None:
    over = found(ROSTER, AllowedSites(), shifts=SHIFTS, people=PEOPLE)
    assert [(v.person, v.shift) for v in over] == [("A", "L"), ("A", "N"), ("B", "E")]


def test_one_shift_is_opened_to_one_person() -> None:
    rule = AllowedSites(who=People(ids=frozenset("A")), open=Shifts(codes=frozenset({"L"})))
    over = found(ROSTER, rule, shifts=SHIFTS, people=PEOPLE)
    assert [(v.person, v.shift) for v in over] == [("A", "N")]
