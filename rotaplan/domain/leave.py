"""Which absences are leave that somebody has chosen."""

from __future__ import annotations

from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.work import ABSENCE_CODES, LEAVE_CODES, Family

_ILL = ("malad", "matern", "patern", "accident", "sick", "illness", "injur")
"""What stands in the name of leave that is none."""


def is_leave(scenario: Scenario, absence: Absence) -> bool:
    """Whether an absence is leave that somebody has chosen; what could be illness is not."""
    code = absence.code.strip().upper()
    known = scenario.shift.get(absence.code)
    if known is None:
        return code in LEAVE_CODES
    name = known.label.casefold()
    ill = code in ABSENCE_CODES or any(word in name for word in _ILL)
    return known.family is Family.LEAVE and not ill
