"""The few exceptions that rotaplan raises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rotaplan.domain.report import Report
    from rotaplan.domain.schedule import Schedule
    from rotaplan.problem import Problem


class RotaplanError(Exception):
    """Anything that rotaplan raises on purpose."""


class WorkbookError(RotaplanError):
    """The input cannot be used as it is; every problem found is in ``problems``."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{p.cell or ''} {p.code}".strip() for p in problems))
        self.problems = tuple(problems)


class ModelError(RotaplanError):
    """The model handed to the solver is not valid: a fault of rotaplan, never of the planner."""


class Disagreement(RotaplanError):
    """The judge rejects, or prices otherwise, what the solver accepted; nothing is handed out.

    Attributes
    ----------
    schedule
        The schedule in question.
    report
        What the judge said of it.
    """

    def __init__(self, message: str, schedule: Schedule, report: Report) -> None:
        super().__init__(message)
        self.schedule = schedule
        self.report = report
