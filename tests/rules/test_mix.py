"""Make-up of posts by hand: dated skills, shares, whole teams."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Demand
from rotaplan.domain.work import Shifts
from rotaplan.rules.mix import AvoidSkillUse, PostGroup, SkillCover
from tests.rules.drawn import MONDAY
from tests.rules.verdicts import found

NIGHTS = Shifts(codes=frozenset({"N"}))
NURSE = Person(id="A", skills=(HeldSkill(skill="IDE"),))
UNTIL_MONDAY = Person(id="A", skills=(HeldSkill(skill="IDE", valid_to=MONDAY),))
OTHERS = (Person(id="B"), Person(id="C"), Person(id="D"))


def test_a_skill_counts_as_long_as_it_is_valid() -> None:
    rule = SkillCover(skill="IDE", shifts=NIGHTS)
    more = {"people": (UNTIL_MONDAY, *OTHERS[:1]), "needs": {"N": 1}}
    assert [v.days for v in found("N N\nN N", rule, **more)] == [(1,)]
    day = dt.timedelta(days=1)
    later = Person(id="A", skills=(HeldSkill(skill="IDE", valid_to=MONDAY + day),))
    assert not found("N N\nN N", rule, **{**more, "people": (later, OTHERS[0])})


def test_a_share_is_of_those_there() -> None:
    """A third of three is one, a third of four is two."""
    rule = SkillCover(skill="IDE", minimum=0, share=33, shifts=NIGHTS)
    people = (NURSE, *OTHERS)
    assert not found("N\nN\nN\n.", rule, people=people)
    (only,) = found("N\nN\nN\nN", rule, people=people)
    assert (only.measured, only.limit, only.amount) == (1, 2, 1)
    assert not found(".\n.\n.\n.", rule, people=people)


def test_each_shift_by_itself_or_all_together() -> None:
    people, needs = (NURSE, *OTHERS[:1]), {"E": 1, "L": 1}
    assert [
        v.shift for v in found("E\nL", SkillCover(skill="IDE"), people=people, needs=needs)
    ] == ["L"]
    assert not found("E\nL", SkillCover(skill="IDE", together=True), people=people, needs=needs)


def test_a_skill_that_the_shift_asks_for_is_not_wasted() -> None:
    people = (UNTIL_MONDAY,)
    assert [v.days for v in found("E E", AvoidSkillUse(skill="IDE"), people=people)] == [(0,)]
    asks = {"demand": (Demand(shift="E", skill="IDE"), Demand(shift="E"))}
    assert not found("E/IDE", AvoidSkillUse(skill="IDE"), people=people, **asks)
    assert len(found("E", AvoidSkillUse(skill="IDE"), people=people, **asks)) == 1


def test_two_of_two_posts_short_by_two() -> None:
    """One person on each of two posts of two."""
    demand = (Demand(shift="E", minimum=0), Demand(shift="L", minimum=0))
    (only,) = found("E\nL\n.\n.", PostGroup(minimum=2), demand=demand)
    assert (only.measured, only.limit, only.amount) == (2, 4, 2)
    assert not found("E\nL\nE\nL", PostGroup(minimum=2), demand=demand)
    assert not found(".\n.\n.\n.", PostGroup(minimum=2), demand=demand)
