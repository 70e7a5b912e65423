"""A published schedule, planned again after an incident."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace as replace_fields
from typing import TYPE_CHECKING

from rotaplan.api.settings import Settings
from rotaplan.api.solving import solve
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.errors import WorkbookError
from rotaplan.problem import Problem
from rotaplan.result import Result

if TYPE_CHECKING:
    import datetime as dt

    from rotaplan.domain.disruption import Disruption
    from rotaplan.domain.published import PastChange
    from rotaplan.replanning import Replanning
    from rotaplan.replanning.values import PlanName
    from rotaplan.strategies.asked import Progress

DEFAULT_REPLAN_SECONDS = 45.0
"""Of the three plans of a re-plan together."""


def replan(
    scenario: Scenario,
    planning: Iterable[Assignment],
    incident: Sequence[Disruption],
    settings: Settings | None = None,
    *,
    now: dt.datetime | None = None,
    until: dt.date | None = None,
    plans: Iterable[PlanName] | None = None,
    earlier: Sequence[Disruption] = (),
    changes: Sequence[PastChange] = (),
    listener: Callable[[Progress], None] | None = None,
) -> Replanning:
    """Plan a published schedule again after an incident, in up to three graded plans.

    Parameters
    ----------
    scenario, planning
        The question without any disruption, and the schedule in force.
    incident
        What has happened, and the schedule does not take into account yet.
    settings
        Limits of all plans together, and seed.
    now
        The moment, by the wall clock: what has begun is not touched. Where None, the moment at
        which the last disruption became known, or people were told of changes last.
    until
        Last day on which anything may change, inclusive; the end of the disruptions where None.
    plans
        Of ``fewest`` (people disturbed), ``balanced`` and ``most`` (cover); all where None.
    earlier
        Disruptions that the schedule takes into account already; one of the incident replaces
        an earlier one of the same name.
    changes
        What earlier re-plans have announced, as :attr:`Reading.changes` gives it.
    listener
        Told of each improvement of each plan while the search goes on, from any thread.

    Raises
    ------
    WorkbookError
        Where now is after the end of the schedule.
    """
    from rotaplan.domain.disruption import merged
    from rotaplan.replanning import PLANS, Question, dated, replanned, told_before

    horizon = scenario.horizon
    if now is not None:
        moment = horizon.instant_of(now)
    else:
        moments = [one.known_since for one in incident] + [one.announced for one in changes]
        moment = max(moments, default=horizon.instant(0))
    if moment >= horizon.instant(horizon.days):
        last = str(horizon.date(horizon.days - 1))
        raise WorkbookError([Problem(code="replan-too-late", facts={"last": last})])
    wanted, chosen = tuple(plans or PLANS), settings or Settings()
    limit = chosen.seconds or DEFAULT_REPLAN_SECONDS
    shares = _shares(limit, len(wanted), even=chosen.reproducible)
    question = Question(
        scenario=scenario,
        assignments=tuple(planning),
        new=tuple(dated(one, moment, horizon.zone) for one in incident),
        now=moment,
        last_day=None if until is None else horizon.day(until),
        earlier=merged((), tuple(earlier)),
        **told_before(changes),
    )

    def find(asked: Scenario, start: Sequence[Assignment]) -> Result:
        return solve(
            asked, replace_fields(chosen, seconds=next(shares)), listener=listener, start=start
        )

    return replanned(question, find, wanted)


def absence(
    scenario: Scenario, person: str, first: dt.date, last: dt.date, known: dt.datetime | None = None
) -> Disruption:
    """Return the disruption of somebody who is away for whole days.

    Parameters
    ----------
    scenario
        The question.
    person
        Staff number, or a name that only one person has.
    first, last
        Days away, both inclusive.
    known
        When that became known, by the wall clock; the beginning of the first day where None.

    Raises
    ------
    WorkbookError
        Where the person is not known, the days are reversed or not of the schedule.
    """
    from rotaplan.asked import day_of, person_of
    from rotaplan.domain.disruption import Disruption, Effect
    from rotaplan.domain.people import People

    horizon = scenario.horizon
    found, opens, closes = (
        person_of(scenario, person),
        day_of(scenario, first),
        day_of(scenario, last),
    )
    if closes < opens:
        raise WorkbookError([Problem(code="dates-reversed", facts={"found": f"{first} – {last}"})])
    return Disruption(
        effect=Effect.ABSENT,
        start=horizon.instant(opens),
        end=horizon.instant(closes + 1),
        known=None if known is None else horizon.instant_of(known),
        people=People(ids=frozenset({found.id})),
        told=(
            ("type", "absence"),
            ("start", f"{first:%d/%m/%Y}"),
            ("end", f"{last:%d/%m/%Y}"),
            *(() if known is None else (("known", f"{known:%d/%m/%Y %H:%M}"),)),
            ("target", found.id),
        ),
    )


def _shares(seconds: float, parts: int, *, even: bool) -> Iterator[float]:
    """Yield how long each part of a search may take.

    What a part leaves unused, because nothing was left to prove, is for the later ones; where
    ``even`` they are alike on every machine.
    """
    started = time.monotonic()
    for left in range(parts, 0, -1):
        passed = seconds * (parts - left) / parts if even else time.monotonic() - started
        yield max(1.0, (seconds - passed) / left)
