"""Sequences of days and skills as planners write them in the values of a rule."""

from __future__ import annotations

from typing import Any

import pytest

from rotaplan.domain.work import Family, Shift
from rotaplan.problem import Cell, Problems
from rotaplan.rules.base import Param
from rotaplan.sheets.kinds import Entry, Fault
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames
from rotaplan.sheets.parse.rules import Selectors, read_param
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector
from tests.sheets.test_selectors import CALENDAR, PEOPLE, SHIFTS

DAYS = Param(column="value", kind="sequence", least=2, most=4)
SKILL = Param(column="value", kind="skill")
SKILLS = SkillNames()
SKILLS.canonical("HAB:TRAM")


def read(raw: Any, param: Param) -> Any:
    """Return what a parameter's value means."""
    selectors = Selectors(
        PeopleSelector(PersonNames(PEOPLE), SKILLS),
        ShiftsSelector(CodeNames(SHIFTS)),
        DaysSelector(CALENDAR),
    )
    return read_param(
        Entry(raw, Cell(sheet="Règles", row=2, column=9), Problems()), param, selectors
    )


def told(raw: str) -> list[str]:
    """Return, for each step, the codes that fit it; ``.`` for a day off."""
    steps = read(raw, DAYS).steps
    return [
        "".join([*(s.code for s in SHIFTS if s.works and step.fits([s])), "." * step.fits([])])
        for step in steps
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("N N . M", ["N", "N", ".", "M"]),
        ("n RH m", ["N", ".", "M"]),
        ("nuit, repos, matin", ["NN2", ".", "M"]),
        ("night > day off > M|F", ["NN2", ".", "MF"]),
        ("* ? -", ["MNN2F", "MNN2F.", "."]),
        ("N|repos M", ["N.", "M"]),
        ("nuit sauf N2, travail", ["N", "MNN2F"]),
        ("nuit sauf N2|M, salle", ["MN", "F"]),
    ],
)
def test_sequences(raw: str, expected: list[str]) -> None:
    assert told(raw) == expected


@pytest.mark.parametrize(
    ("raw", "code"),
    [("N", "number-out-of-range"), ("N N N N N", "number-out-of-range"), ("N Q", "shifts-unknown")],
)
def test_sequences_that_mean_nothing(raw: str, code: str) -> None:
    with pytest.raises(Fault) as caught:
        read(raw, DAYS)
    assert caught.value.code == code


@pytest.mark.parametrize("raw", ["HAB:TRAM", "hab:tram", "compétence:HAB:TRAM"])
def test_skills(raw: str) -> None:
    assert read(raw, SKILL) == "HAB:TRAM"


def test_an_unknown_skill_gets_a_suggestion() -> None:
    with pytest.raises(Fault) as caught:
        read("HAB:TRAN", SKILL)
    assert (caught.value.code, caught.value.facts["suggestion"]) == ("skill-unknown", "HAB:TRAM")


def test_an_absence_is_no_step_of_a_sequence() -> None:
    leave = Shift(code="CA", family=Family.LEAVE, works=False)
    entry = Entry("CA N", Cell(sheet="Règles", row=2, column=9), Problems())
    with pytest.raises(Fault) as caught:
        ShiftsSelector(CodeNames((*SHIFTS, leave))).sequence(entry)
    assert caught.value.code == "sequence-absence"
