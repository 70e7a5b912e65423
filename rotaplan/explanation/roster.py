"""A finished roster explained: every open post, every refused wish."""

from __future__ import annotations

import time
from itertools import takewhile

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.explanation.posts import account
from rotaplan.explanation.values import Explanation
from rotaplan.explanation.wishes import is_granted, refusal
from rotaplan.trial import Bench


def reasons(scenario: Scenario, roster: Schedule, seconds: float | None = None) -> Explanation:
    """Return what keeps people from each open post, and why each refused wish was refused.

    Parameters
    ----------
    scenario, roster
        The question and its answer.
    seconds
        After which nothing further is looked at; everything is where None. Wishes have the
        first half of it, the strongest first; then the most important posts.
    """
    bench = Bench.of(scenario, roster)
    started = time.monotonic()

    def in_time(share: float) -> bool:
        return seconds is None or time.monotonic() - started < share * seconds

    refused = sorted(
        (
            wish
            for wish in scenario.wishes
            if wish.day in scenario.horizon.planned
            and wish.person in scenario.person
            and not is_granted(bench, wish)
        ),
        key=lambda wish: (-wish.weight, wish.day, wish.person),
    )
    needs = sorted(
        (need for need, _ in roster.uncovered()),
        key=lambda need: (need.priority, need.day, need.shift, need.skill),
    )
    refusals = tuple(refusal(bench, wish) for wish in takewhile(lambda _: in_time(0.5), refused))
    accounts = tuple(account(bench, need) for need in takewhile(lambda _: in_time(1), needs))
    return Explanation(
        scenario=scenario,
        refusals=refusals,
        accounts=accounts,
        complete=len(refusals) == len(refused) and len(accounts) == len(needs),
    )
