"""What is said in a notebook, read as a cell is; and what is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rotaplan.domain.scenario import Scenario
from rotaplan.errors import RotaplanError, WorkbookError
from rotaplan.problem import Cell, Fact, Problem, Problems
from rotaplan.sheets.kinds import Entry, Fault
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames
from rotaplan.sheets.parse.rules import Selectors
from rotaplan.sheets.problems import render_all
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector
from rotaplan.text import say

_NOWHERE = Cell(sheet="", row=1)


class RefusedError(WorkbookError):
    """A :class:`WorkbookError` that says what is wrong in the language of the workbook."""

    def __init__(self, error: WorkbookError, language: str) -> None:
        super().__init__(error.problems)
        self._text = "\n".join(render_all(error.problems, language))

    def __str__(self) -> str:
        return self._text


class MissingExtraError(RotaplanError, ImportError):
    """A library is missing that notebooks need and the rest does not."""

    def __init__(self, library: str, language: str) -> None:
        super().__init__(say(language, "explore-missing", library=library))


@contextmanager
def drawing(language: str) -> Iterator[None]:
    """Say in words that the library which draws is missing.

    Raises
    ------
    MissingExtraError
        Where what is imported within needs matplotlib, and that is not installed.
    """
    try:
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise MissingExtraError("matplotlib", language) from None


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Say what is wrong in words, and without the lines of the program that found it."""
    try:
        yield
    except RefusedError:
        raise
    except WorkbookError as error:
        raise RefusedError(error, language) from None


@contextmanager
def read_here() -> Iterator[None]:
    """Turn what a reader of cells finds wrong into the error of a planner."""
    try:
        yield
    except Fault as fault:
        raise refused(fault.code, **fault.facts) from None


def refused(code: str, **facts: Fact) -> WorkbookError:
    """Return the error of one problem that no cell holds."""
    return WorkbookError([Problem(code=code, facts=facts)])


def entry(value: object) -> Entry:
    """Return a value as the cell that would hold it; a list is one of words."""
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(value) if isinstance(value, set | frozenset) else value
        value = "; ".join(map(str, parts))
    return Entry(value, _NOWHERE, Problems())


def skills_of(scenario: Scenario) -> SkillNames:
    """Return every skill that is held or asked for."""
    names = SkillNames()
    for person in scenario.people:
        for held in person.skills:
            names.canonical(held.skill)
    for shift in scenario.shifts:
        for skill in sorted(shift.skills):
            names.canonical(skill)
    for line in scenario.demand:
        if line.skill:
            names.canonical(line.skill)
    return names


def selectors_of(scenario: Scenario) -> Selectors:
    """Return the readers of choices of people, shifts and days."""
    return Selectors(
        PeopleSelector(PersonNames(scenario.people), skills_of(scenario)),
        ShiftsSelector(CodeNames(scenario.shifts)),
        DaysSelector(scenario.calendar),
    )
