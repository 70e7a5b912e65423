"""Edits of a question: each gives a new one, as the workbook would have said it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Past, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.errors import WorkbookError
from rotaplan.exploring import Study
from tests.solve.small import row, scenario

TRAM = HeldSkill(skill="TRAM")


def study(**given: Any) -> Study:
    """Return a week of three people, two of whom hold a skill."""
    people = (
        Person(id="A", name="Ana Silva", weekly_minutes=2100, skills=(TRAM,), opening={"night": 3}),
        Person(id="B", name="Bo Chen", weekly_minutes=2100, skills=(TRAM,)),
        Person(id="C", name="Cleo Roy", weekly_minutes=1050, fte=Fraction(1, 2)),
    )
    rules = [row("rest_between", minimum=660)]
    plain = scenario(3, 7, {"E": 1, "N": 3}, rules)
    return Study(scenario=replace(plain, people=people, **given))


def counts(found: Study, day: int) -> dict[str, tuple[int, int]]:
    """Return minimum and target by shift on a day."""
    return {one.shift: (one.minimum, one.target) for one in found.scenario.needs[day]}


def test_without_takes_all_that_speaks_of_a_person_away() -> None:
    before = study(
        absences=(Absence(person="A", first=0, last=1), Absence(person="B", first=0, last=1)),
        wishes=(Wish(person="A", day=1),),
        history=(Past(person="A", day=-1, shift="E"),),
    )
    after = before.without("Ana Silva", "C")
    assert list(after.scenario.person) == ["B"]
    assert [one.person for one in after.scenario.absences] == ["B"]
    assert after.scenario.wishes == after.scenario.history == ()
    assert list(before.scenario.person) == ["A", "B", "C"]


def test_without_somebody_takes_them_off_the_published_roster() -> None:
    planning = (Assignment(person="A", day=0, shift="E"), Assignment(person="B", day=0, shift="N"))
    one = Study(scenario=study().scenario, planning=planning)
    assert one.without("A").planning == planning[1:]


def test_a_hire_like_somebody_has_the_contract_and_skills_and_no_past() -> None:
    first, second = study().with_staff(2, like="A").scenario.people[3:]
    assert (first.id, second.id, first.name) == ("+1", "+2", "Renfort 1")
    assert (first.weekly_minutes, first.skills, dict(first.opening)) == (2100, (TRAM,), {})
    assert first.contract_from == dt.date(2027, 3, 1)


def test_hires_of_two_edits_have_numbers_of_their_own() -> None:
    found = study().with_staff(1).with_staff(1, skills="tram")
    assert list(found.scenario.person)[3:] == ["+1", "+2"]
    assert [one.skills for one in found.scenario.people[3:]] == [(), (TRAM,)]


def test_hours_of_a_hire_follow_the_working_share() -> None:
    (hired,) = study().with_staff(1, like="A", quotite="80 %").scenario.people[3:]
    assert (hired.fte, hired.weekly_minutes) == (Fraction(4, 5), 1680)
    (hired,) = study().with_staff(1, quotite=0.5, hours="20:00").scenario.people[3:]
    assert (hired.fte, hired.weekly_minutes) == (Fraction(1, 2), 1200)


def test_demand_scales_each_line_to_whole_people() -> None:
    found = study().demand(scale=1.5)
    assert counts(found, 0) == {"E": (2, 2), "N": (5, 5)}
    assert counts(study().demand(scale=1.1), 0) == {"E": (1, 1), "N": (3, 3)}


def test_demand_of_some_shifts_and_days_leaves_the_others() -> None:
    found = study().demand(add=1, where="nuit", when="samedi")
    assert [counts(found, day)["N"][0] for day in range(7)] == [3, 3, 3, 3, 3, 4, 3]
    assert counts(found, 5)["E"] == (1, 1)
    assert counts(study().demand(add=-5, where="N"), 0)["N"] == (0, 0)


def test_demand_of_one_function_alone() -> None:
    lines = (Demand(shift="E", minimum=2), Demand(shift="E", minimum=1, skill="TRAM"))
    found = study(demand=lines).demand(add=1, skill="tram")
    assert [one.minimum for one in found.scenario.demand] == [2, 2]


def test_a_rule_is_changed_in_its_row() -> None:
    found = study().rule("repos quotidien", min="12:00", must=False, level=5)
    (rule,) = [one for one in found.scenario.rules if one.key == "rest_between"]
    assert (rule.minimum, rule.must, rule.level) == (720, False, 5)  # type: ignore[attr-defined]
    assert rule.row == "Règles!rest_between"


def test_a_rule_without_a_row_is_added_and_can_be_switched_off() -> None:
    found = study().rule("work_run", max=6)
    (rule,) = [one for one in found.scenario.rules if one.key == "work_run"]
    assert rule.row == "rule(work_run)"
    assert not [one for one in found.rule("work_run", off=True).scenario.rules if one is rule]


def test_of_several_rows_one_must_be_named() -> None:
    found = study().rule("rest_between", add=True, min="11:30", who="Ana Silva")
    with pytest.raises(WorkbookError, match=r"plusieurs lignes.*rule\(rest_between\)"):
        found.rule("rest_between", min="12:00")
    changed = found.rule("rest_between", row="rule(rest_between)", min="12:00")
    rules = [one for one in changed.scenario.rules if one.key == "rest_between"]
    assert [one.minimum for one in rules] == [660, 720]  # type: ignore[attr-defined]


def test_both_questions_of_a_disturbed_workbook_are_edited() -> None:
    one = study()
    found = Study(scenario=one.scenario, undisturbed=one.scenario).without("A")
    assert found.undisturbed == found.scenario


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda s: s.without("Anna Silva"), "Vouliez-vous dire « Ana Silva »"),
        (lambda s: s.with_staff(-1), "recruter -1"),
        (lambda s: s.with_staff(1, skills="BUS"), "« BUS ».*TRAM"),
        (lambda s: s.with_staff(1, quotite=2), "quotité"),
        (lambda s: s.demand(scale=-1), "facteur"),
        (lambda s: s.demand(scale=2, where="X"), "« X »"),
        (lambda s: s.demand(scale=2, where="L"), "Aucune ligne"),
        (lambda s: s.rule("repos quotidie", min=3), "repos quotidien"),
        (lambda s: s.rule("rest_between", minutes=3), "« minutes » n'est pas un paramètre"),
        (lambda s: s.rule("rest_between", min="zz"), "zz"),
        (lambda s: s.rule("work_run", min=6, max=2), "dépasse le maximum"),
        (lambda s: s.rule("work_run", max=2, level=9), "9"),
        (lambda s: s.rule("work_run", off=True), "Aucune règle"),
        (lambda s: s.incident(absent="A"), "planning publié"),
    ],
)
def test_what_is_not_understood_is_said_in_words(edit: object, says: str) -> None:
    """The error is the planner's, in the language of the workbook, and names a remedy."""
    with pytest.raises(WorkbookError, match=says):
        edit(study())  # type: ignore[operator]


def test_errors_follow_the_language_of_the_workbook() -> None:
    with pytest.raises(WorkbookError, match="nobody known"):
        study(language="en").without("Zoe")
