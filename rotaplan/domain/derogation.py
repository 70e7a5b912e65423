"""Recorded exceptions to rules that must hold: who allowed them, until when, against what rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rotaplan.domain.time import Horizon
from rotaplan.problem import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Derogation:
    """An exception for one person, during some days, from a rule or from one of its rows.

    Attributes
    ----------
    rule
        Key of the rule.
    row
        The row meant, such as ``Règles!A7``; empty for every row of the rule.
    person
        Staff number.
    first, last
        Days of the horizon, both inclusive; they may stick out at either end.
    authority
        Who allowed it, as written.
    deadline
        Last day on which the compensation can be given back; None where not said.
    compensation_minutes
        Rest to give back once the exception is used.
    origin
        Where it was read.
    """

    rule: str
    row: str = ""
    person: str
    first: int
    last: int
    authority: str = ""
    deadline: dt.date | None = None
    compensation_minutes: int = 0
    origin: Cell | None = None

    def covers(self, rule: str, row: str, person: str, days: Iterable[int]) -> bool:
        """Whether it allows what a rule row finds amiss with a person on some days.

        All planned ones of the days must lie in it, and one at least must be planned; days of
        the history are past and do not count.
        """
        if (rule, person) != (self.rule, self.person) or self.row not in ("", row):
            return False
        planned = [day for day in days if day >= 0]
        return bool(planned) and self.first <= min(planned) and max(planned) <= self.last


def debts(
    derogations: Iterable[Derogation], person: str, horizon: Horizon
) -> tuple[tuple[int, int], ...]:
    """Return the rest that somebody is owed at the start, by deadline within the plan.

    Parameters
    ----------
    derogations
        All that are recorded; those whose days all lie before the plan count.
    person
        Staff number.
    horizon
        The plan.

    Returns
    -------
    tuple of pairs
        The day of each deadline, and the minutes due until then, earlier ones included.
    """
    due: dict[int, int] = {}
    for one in derogations:
        if one.person != person or one.last >= 0 or one.deadline is None:
            continue
        day = horizon.day(one.deadline)
        if 0 <= day < horizon.days and one.compensation_minutes:
            due[day] = due.get(day, 0) + one.compensation_minutes
    return tuple(
        (day, sum(minutes for other, minutes in due.items() if other <= day)) for day in sorted(due)
    )
