"""What lines that do not rotate should have alike: hours, nights, Sundays, weekends off."""

from __future__ import annotations

from collections.abc import Mapping

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Family
from rotaplan.engines.cycle import Load
from rotaplan.model.cycle_goals import HOURS_GAP, NIGHTS_GAP, SUNDAYS_GAP, WEEKENDS_GAP
from rotaplan.model.requirements import OFF

_SATURDAY, _SUNDAY = 5, 6


def loads_of(question: RotationQuestion, options: Mapping[str, frozenset[int]]) -> tuple[Load, ...]:
    """Return the loads in the order in which they are shared out.

    Parameters
    ----------
    question
        Whose shifts are worked.
    options
        Of each shift, by its code.
    """
    every_day = [(weekday,) for weekday in range(WEEK)]
    hours = [
        (day, options[one.code], sum(s.end - s.start for s in one.spans) - one.unpaid_break_minutes)
        for one in question.shifts
        for day in every_day
    ]
    nights = [
        (day, options[one.code], 1)
        for one in question.shifts
        if one.family is Family.NIGHT
        for day in every_day
    ]
    off = frozenset({OFF})
    return (
        Load(level=HOURS_GAP, terms=tuple(hours)),
        Load(level=NIGHTS_GAP, terms=tuple(nights)),
        Load(level=SUNDAYS_GAP, terms=(((_SUNDAY,), off, 1),)),
        Load(level=WEEKENDS_GAP, terms=(((_SATURDAY, _SUNDAY), off, 1),)),
    )
