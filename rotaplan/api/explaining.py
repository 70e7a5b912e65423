"""Why there is no roster, why a post is open, why this person on that day."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace as replace_fields
from typing import TYPE_CHECKING

from rotaplan.api.settings import DEFAULT_SECONDS, Settings, first_given
from rotaplan.api.solving import solve, with_schedule
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.result import Result

if TYPE_CHECKING:
    import datetime as dt

    from rotaplan.engines.cpsat import Watch
    from rotaplan.explanation import Explanation, LevelQuality, Shortage, Why

DEFAULT_EXPLAIN_SECONDS = 60.0
_MUST_HOLD = frozenset({"cover_minimum", "cover_target", "min_presence"})
_OWED = frozenset({"minutes_period", "days_period", "shifts_period", "minutes_average"})
_SHARE, _LEAST_SECONDS = 0.1, 3.0
"""Share of the time limit, and seconds at least, for what can be seen before a search."""
_FORCED_SECONDS = 10.0
_AFTERWARDS = 0.2
"""Share of the time limit for why posts stay open and wishes are refused."""
_PRICE_EFFORT = 0.01
"""What a search for the price of a concession may take, in the solver's own seconds of effort."""


def conflicts(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    alone: bool = True,
    longest: int | None = None,
    concede_seconds: float | None = None,
    short: Sequence[Shortage] = (),
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
    concede_seconds
        Limit of the search for concessions, once there is a conflict; what the limit of the
        settings has left where None.
    short
        Sums known not to come out: what would settle them is looked for where no conflict is
        found.
    watch
        Lets another thread stop the search; what is found by then is returned.
    """
    from rotaplan.engines.cpsat import Watch as NewWatch
    from rotaplan.explanation import Clauses, Conceder, Explanation, find_conflicts, remedy
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
    end = until if concede_seconds is None else time.monotonic() + concede_seconds
    conceder = Conceder(
        scenario=scenario,
        prepare=lambda changed: Clauses.of(concede(build(changed), seed, watch)),
        solve=lambda changed, start: _briefly(changed, start, seed, end, watch),
        until=end,
        seed=seed,
        watch=watch,
    )
    told = conceder.settled(found.conflicts)
    return Explanation(
        scenario=scenario,
        conflicts=told,
        complete=found.complete,
        shortages=tuple(short),
        together=remedy(conceder, told, short),
    )


def foresee(scenario: Scenario, settings: Settings | None = None) -> Explanation:
    """Return what cannot be held whatever is searched for: by counting, then day by day.

    Posts that may stay open are no obstacle: nothing is looked at where no cover must hold and
    nobody owes anything.

    Parameters
    ----------
    scenario
        The question.
    settings
        Limit of a search, of which a tenth is used for the days (all of it where counting has
        found something, so that rows and concessions can be named), and seed.
    """
    from rotaplan.explanation import Explanation, shortages
    from rotaplan.model.build import build
    from rotaplan.strategies.concede import concede_between

    settings = settings or Settings()
    covered = any(rule.must and rule.key in _MUST_HOLD for rule in scenario.rules)
    owed = any(rule.must and rule.key in _OWED and _asks(rule) for rule in scenario.rules)
    if not covered and not owed:
        return Explanation(scenario=scenario)
    found = shortages(concede_between(build(scenario)))
    limit = first_given(settings.seconds, scenario.time_limit_seconds, DEFAULT_SECONDS)
    if found:
        limit = min(limit, DEFAULT_EXPLAIN_SECONDS)
        return conflicts(scenario, replace_fields(settings, seconds=limit), short=found)
    if not covered:
        return Explanation(scenario=scenario)
    asked = replace_fields(settings, seconds=max(_LEAST_SECONDS, _SHARE * limit))
    conceding = min(limit, DEFAULT_EXPLAIN_SECONDS)
    return conflicts(scenario, asked, alone=False, longest=2, concede_seconds=conceding)


def _asks(rule: Rule) -> bool:
    """Whether a row asks for a least amount."""
    return getattr(rule, "minimum", None) is not None


def _briefly(
    scenario: Scenario,
    start: Sequence[Assignment] | None,
    seed: int,
    end: float,
    watch: Watch,
) -> Result | None:
    """Return what little effort finds, the same every time; None where time ran out before."""
    left = end - time.monotonic()
    if left <= 0 or watch.stopped:
        return None
    with _stopped_after(left) as own:
        short = Settings(seconds=_PRICE_EFFORT, seed=seed, reproducible=True, proofs=False)
        result = solve(scenario, short, start=start, watch=own)
    return None if own.stopped else result


@contextmanager
def _stopped_after(seconds: float | None) -> Iterator[Watch]:
    """Give what stops a search after some time; never where None."""
    from rotaplan.engines.cpsat import Watch as NewWatch

    watch = NewWatch()
    timer = None if seconds is None else threading.Timer(seconds, watch.stop)
    if timer is not None:
        timer.daemon = True
        timer.start()
    try:
        yield watch
    finally:
        if timer is not None:
            timer.cancel()


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
        What the person could have instead; where None, what the person has wished there, if
        that was refused; otherwise rest instead of a duty, or any work instead of rest.
    settings
        Limits of the new search in which the cell holds what was asked; no such search where
        None. It is the one made for refused wishes by :func:`reasons`, with the same effort, and
        so finds the same price; where it finds nothing, one of the whole follows, in which the
        cell may break strict rules.

    Raises
    ------
    WorkbookError
        Where person, date or shift mean nothing.
    """
    from rotaplan.asked import day_of, person_of, shift_of
    from rotaplan.explanation import why
    from rotaplan.explanation.granting import Granter
    from rotaplan.trial import Bench

    who, day = person_of(scenario, person), day_of(scenario, date)
    code = None if shift is None else shift_of(scenario, shift).code
    bench = Bench.of(scenario, Schedule.of(scenario, planning))
    if settings is None:
        return why(bench, who.id, day, code)
    seconds = first_given(settings.seconds, DEFAULT_EXPLAIN_SECONDS)
    seed = int(first_given(settings.seed, scenario.seed, 0))

    def find(asked: Scenario, start: Sequence[Assignment]) -> Result:
        short = replace_fields(settings, seconds=min(seconds, _FORCED_SECONDS))
        return solve(asked, short, start=start)

    with _stopped_after(None if settings.reproducible else seconds) as watch:
        granter = Granter(bench=bench, seed=seed, watch=watch)
        return why(bench, who.id, day, code, granter.grant, find)


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
        After which nothing further is looked at. Where None, effort is limited instead: the same
        answer on every machine.

    Raises
    ------
    ValueError
        Where there is no schedule.
    """
    from rotaplan.explanation import reasons as reasons_of

    return reasons_of(result.scenario, _schedule_of(result), seconds, seed=result.seed)


def polish(result: Result, *, seconds: float | None = None) -> tuple[Result, Explanation]:
    """Grant each refused wish that makes a schedule better, and tell why others were refused.

    Parameters
    ----------
    result
        With its schedule.
    seconds
        After which nothing further is looked at, half of it for granting. Where None, effort is
        limited instead: the same answer on every machine.

    Returns
    -------
    tuple
        The answer with the better schedule, judged, and its reasons; the same answer where no
        wish was to be had for nothing.

    Raises
    ------
    ValueError
        Where there is no schedule.
    Disagreement
        Where the judge does not find the schedule better: a fault of rotaplan.
    """
    from rotaplan.explanation import reasons as reasons_of

    before = _schedule_of(result)
    told = reasons_of(result.scenario, before, seconds, polishing=True, seed=result.seed)
    if told.roster is None or told.roster.assignments == before.assignments:
        return result, told
    return with_schedule(result, told.roster), told


def grant(result: Result, *, seconds: float | None = None, watch: Watch | None = None) -> Result:
    """Grant each refused wish that makes a schedule better: :func:`polish` without its reasons.

    Parameters
    ----------
    result
        With its schedule.
    seconds
        As for :func:`polish`, whose answer has the same schedule.
    watch
        Lets another thread stop it.

    Raises
    ------
    ValueError
        Where there is no schedule.
    Disagreement
        Where the judge does not find the schedule better: a fault of rotaplan.
    """
    from rotaplan.explanation import polished

    before = _schedule_of(result)
    after = polished(result.scenario, before, seconds, seed=result.seed, watch=watch)
    return result if after.assignments == before.assignments else with_schedule(result, after)


def divided(scenario: Scenario, settings: Settings) -> tuple[Settings, float | None]:
    """Divide a time limit between the search and what comes after it, its refused wishes.

    Parameters
    ----------
    scenario
        The question, whose own limit holds where the settings have none.
    settings
        Of both together.

    Returns
    -------
    tuple
        The settings of the search; and the seconds after it, None where effort is limited
        instead.
    """
    limit = settings.seconds or scenario.time_limit_seconds or DEFAULT_SECONDS
    after = None if settings.reproducible else _AFTERWARDS * limit
    return replace_fields(settings, seconds=limit - (after or 0.0)), after


def _schedule_of(result: Result) -> Schedule:
    if result.schedule is None:
        raise ValueError("there is no schedule to explain")
    return result.schedule
