"""Why there is no roster, why a post is open, why this person on that day."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace as replace_fields
from typing import TYPE_CHECKING

from rotaplan.api.settings import Settings, first_given
from rotaplan.api.solving import solve
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.result import Result

if TYPE_CHECKING:
    import datetime as dt

    from rotaplan.engines.cpsat import Watch
    from rotaplan.explanation import Explanation, LevelQuality, Why

DEFAULT_EXPLAIN_SECONDS = 60.0


def conflicts(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    alone: bool = True,
    longest: int | None = None,
    watch: Watch | None = None,
) -> Explanation:
    """Return which strict rows cannot hold together, each conflict proven by solving again.

    Parameters
    ----------
    scenario
        The question.
    settings
        Limit of the search for conflicts, 60 s where it gives none, and seed.
    alone
        Whether to look at each person alone first; not needed where a search has found a
        roster that keeps everybody's own strict rules.
    longest
        Days of the longest part of the horizon that is looked at; all of it where None.
    watch
        Lets another thread stop the search; what is found by then is returned.
    """
    from rotaplan.engines.cpsat import Watch as NewWatch
    from rotaplan.explanation import Clauses, Conceder, Explanation, find_conflicts
    from rotaplan.model.build import build
    from rotaplan.strategies.concede import concede

    settings, watch = settings or Settings(), watch or NewWatch()
    seed = int(first_given(settings.seed, scenario.seed, 0))
    seconds = first_given(settings.seconds, DEFAULT_EXPLAIN_SECONDS)
    until = time.monotonic() + seconds
    found = find_conflicts(
        concede(build(scenario), seed, watch),
        seconds=seconds,
        seed=seed,
        watch=watch,
        alone=alone,
        longest=longest,
    )
    conceder = Conceder(
        scenario=scenario,
        prepare=lambda changed: Clauses.of(concede(build(changed), seed, watch)),
        until=until,
        seed=seed,
        watch=watch,
    )
    told = tuple(
        replace_fields(one, concessions=conceder.concessions(one)) for one in found.conflicts
    )
    return Explanation(scenario=scenario, conflicts=told, complete=found.complete)


def explain(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    shift: str | None = None,
    settings: Settings | None = None,
) -> Why:
    """Return why somebody has a duty on a day, or has not, and what the other way would cost.

    Parameters
    ----------
    scenario, planning
        The question, and the roster to explain.
    person
        Staff number, or a name that only one person has.
    date
        The day.
    shift
        What the person could have instead; where None, rest instead of a duty, or any work
        instead of rest.
    settings
        Of the new search in which the cell holds what was asked; no such search where None.

    Raises
    ------
    WorkbookError
        Where person, date or shift mean nothing.
    """
    from rotaplan.asked import day_of, person_of, shift_of
    from rotaplan.explanation import why
    from rotaplan.trial import Bench

    who, day = person_of(scenario, person), day_of(scenario, date)
    code = None if shift is None else shift_of(scenario, shift).code

    def find(asked: Scenario, start: Sequence[Assignment]) -> Result:
        return solve(asked, settings, start=start)

    bench = Bench.of(scenario, Schedule.of(scenario, planning))
    return why(bench, who.id, day, code, None if settings is None else find)


def quality(result: Result) -> tuple[LevelQuality, ...]:
    """Return how good a schedule is: how far each level is from the best, and what pays for it.

    Parameters
    ----------
    result
        What :func:`solve` hands back; nothing is returned where it has no schedule.
    """
    from rotaplan.explanation import quality as quality_of

    return quality_of(result)


def reasons(result: Result, *, seconds: float | None = None) -> Explanation:
    """Return what keeps people from each open post, and why each refused wish was refused.

    Parameters
    ----------
    result
        With its schedule.
    seconds
        After which nothing further is looked at; everything is where None.

    Raises
    ------
    ValueError
        Where there is no schedule.
    """
    from rotaplan.explanation import reasons as reasons_of

    if result.schedule is None:
        raise ValueError("there is no schedule to explain")
    return reasons_of(result.scenario, result.schedule, seconds)
