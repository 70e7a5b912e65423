"""What is made of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was made of a workbook.

    Attributes
    ----------
    scenario
        The planning question; None where an error stands in the way.
    planning
        The roster of the sheet Planning; None where there is none.
    problems
        Everything found: errors first, then warnings and notices, in the order of the cells.
    language
        Language of most headings, or as set in the workbook.
    away
        Person and day of the cells of the sheet Planning that hold a code of leave or absence.
    """

    scenario: Scenario | None
    planning: tuple[Assignment, ...] | None
    problems: tuple[Problem, ...]
    language: Language
    away: frozenset[tuple[str, int]] = frozenset()
