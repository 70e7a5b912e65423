"""Choices of people, shifts and days as planners write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.problem import Cell, Problems
from rotaplan.sheets.kinds import Entry, Fault
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector

PEOPLE = (
    Person(id="007", name="Anne Petit", team="Nord", contract="CDI"),
    Person(id="008", name="Luc Grand", team="Nord", contract="CDD", reserve=True),
    Person(id="009", name="Zoé Moyen", team="Sud", skills=(HeldSkill(skill="HAB:TRAM"),)),
    Person(id="A12", name="Max Leroux", team="Sud", site="Sud-Ouest", status="titulaire"),
)
SHIFTS = (
    Shift(code="M", spans=(Span(start=400, end=800),), family=Family.MORNING, site="Dépôt"),
    Shift(code="N", spans=(Span(start=1300, end=1800),), family=Family.NIGHT),
    Shift(code="N2", spans=(Span(start=1300, end=1800),), family=Family.NIGHT),
    Shift(
        code="F", spans=(Span(start=500, end=900),), family=Family.DAY, tags=frozenset({"salle"})
    ),
    Shift(code="RH", family=Family.REST, works=False),
)
CALENDAR = Calendar(
    holidays={dt.date(2027, 3, 29): "Pâques"},
    types={dt.date(2027, 3, 10): frozenset({"marché"})},
)


def entry(raw: Any) -> Entry:
    return Entry(raw, Cell(sheet="Règles", row=2, column=2), Problems())


def people(raw: Any) -> list[str]:
    skills = SkillNames()
    skills.canonical("HAB:TRAM")
    choice = PeopleSelector(PersonNames(PEOPLE), skills).read(entry(raw))
    return [person.id for person in PEOPLE if choice.has(person)]


def shifts(raw: Any) -> list[str]:
    choice = ShiftsSelector(CodeNames(SHIFTS)).read(entry(raw))
    return [shift.code for shift in SHIFTS if choice.has(shift)]


def days(raw: Any) -> list[int]:
    choice = DaysSelector(CALENDAR).read(entry(raw))
    first = dt.date(2027, 3, 1)
    return [
        day.day
        for step in range(31)
        if choice.has(day := first + dt.timedelta(days=step), CALENDAR)
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("007", ["007"]),
        (7, ["007"]),
        (7.0, ["007"]),
        ("a12", ["A12"]),
        ("Petit Anne", ["007"]),
        ("anne petit ; Moyen Zoe", ["007", "009"]),
        ("Nord", ["007", "008"]),
        ("équipe: nord", ["007", "008"]),
        ("contrat:CDI, 009", ["007", "009"]),
        ("team:Sud", ["009", "A12"]),
        ("réserve", ["008"]),
        ("hab:tram", ["009"]),
        ("compétence:HAB:TRAM", ["009"]),
        ("Sud-Ouest", ["A12"]),
        ("tous", ["007", "008", "009", "A12"]),
        ("sauf 008", ["007", "009", "A12"]),
        ("tous sauf Nord", ["009", "A12"]),
        ("Nord sauf 008", ["007"]),
        ("everybody except équipe:Sud", ["007", "008"]),
    ],
)
def test_people(raw: Any, expected: list[str]) -> None:
    assert people(raw) == expected


def test_an_unknown_word_for_people_gets_a_suggestion() -> None:
    with pytest.raises(Fault) as caught:
        people("Nort")
    assert (caught.value.code, caught.value.facts["suggestion"]) == ("people-unknown", "Nord")


def test_a_word_with_two_meanings_is_asked_back() -> None:
    twins = (Person(id="1", team="Gare"), Person(id="2", site="Gare"))
    with pytest.raises(Fault) as caught:
        PeopleSelector(PersonNames(twins), SkillNames()).read(entry("gare"))
    assert caught.value.code == "people-ambiguous"
    named = PeopleSelector(PersonNames(twins), SkillNames()).read(entry("site:gare"))
    assert [person.id for person in twins if named.has(person)] == ["2"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("M", ["M"]),
        ("n", ["N"]),
        ("nuit", ["N", "N2"]),
        ("Nights", ["N", "N2"]),
        ("nuit sauf N2", ["N"]),
        ("M, N", ["M", "N"]),
        ("salle", ["F"]),
        ("tag:salle ; site:dépôt", ["M", "F"]),
        ("travail", ["M", "N", "N2", "F"]),
        ("travail sauf nuit", ["M", "F"]),
        ("repos", ["RH"]),
        ("travail, repos", ["M", "N", "N2", "F", "RH"]),
        ("sauf M", ["N", "N2", "F"]),
    ],
)
def test_shifts(raw: Any, expected: list[str]) -> None:
    assert shifts(raw) == expected


def test_an_unknown_word_for_shifts_gets_a_suggestion() -> None:
    with pytest.raises(Fault) as caught:
        shifts("nuti")
    assert caught.value.facts["suggestion"] == "nuit"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("lu", [1, 8, 15, 22, 29]),
        ("lundi", [1, 8, 15, 22, 29]),
        ("lu-me", [1, 2, 3, 8, 9, 10, 15, 16, 17, 22, 23, 24, 29, 30, 31]),
        ("mon-wed", [1, 2, 3, 8, 9, 10, 15, 16, 17, 22, 23, 24, 29, 30, 31]),
        ("vendredi au lundi", [1, 5, 6, 7, 8, 12, 13, 14, 15, 19, 20, 21, 22, 26, 27, 28, 29]),
        ("sa, di", [6, 7, 13, 14, 20, 21, 27, 28]),
        ("week-end", [6, 7, 13, 14, 20, 21, 27, 28]),
        ("weekend; férié", [6, 7, 13, 14, 20, 21, 27, 28, 29]),
        (dt.date(2027, 3, 9), [9]),
        ("09/03/2027", [9]),
        ("08/03/2027-10/03/2027", [8, 9, 10]),
        ("08/03/2027 - 10/03/2027", [8, 9, 10]),
        ("du 08/03/2027 au 10/03/2027", [8, 9, 10]),
        ("2027-03-08..2027-03-10", [8, 9, 10]),
        ("marché", [10]),
        ("type: Marche", [10]),
    ],
)
def test_days(raw: Any, expected: list[int]) -> None:
    assert days(raw) == expected


def test_every_day() -> None:
    assert len(days("tous les jours")) == 31


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        ("lindi", "days-unknown", "lundi"),
        ("marhcé", "days-unknown", "marché"),
        ("10/03/2027 - 08/03/2027", "dates-reversed", None),
        ("31/02/2027", "date-impossible", ""),
    ],
)
def test_days_that_cannot_be_read(raw: str, code: str, suggestion: str | None) -> None:
    with pytest.raises(Fault) as caught:
        days(raw)
    assert caught.value.code == code
    assert caught.value.facts.get("suggestion") == suggestion
