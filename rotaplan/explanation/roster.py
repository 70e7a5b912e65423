"""A finished roster explained: every open post, every refused wish."""

from __future__ import annotations

import time
from itertools import takewhile

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.engines.cpsat import Watch
from rotaplan.explanation.granting import Granter
from rotaplan.explanation.posts import account
from rotaplan.explanation.values import Explanation
from rotaplan.explanation.wishes import is_granted, refusal
from rotaplan.trial import Bench

_MOST_WISHES, _MOST_POSTS = 200, 100


def reasons(
    scenario: Scenario,
    roster: Schedule,
    seconds: float | None = None,
    *,
    seed: int = 0,
    watch: Watch | None = None,
) -> Explanation:
    """Return what keeps people from each open post, and why each refused wish was refused.

    Parameters
    ----------
    scenario, roster
        The question and its answer.
    seconds
        After which nothing further is looked at. Wishes have the first half of it, the strongest
        first, those left over being told the rule in the way alone; then come the most important
        posts. Where None, a number of both is looked at, however long that takes: the same
        answer on every machine.
    seed
        Of the solver that looks for ways to grant a wish.
    watch
        Lets another thread stop it.
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
    granter = Granter(bench=bench, seed=seed, watch=watch or Watch())
    refusals = tuple(
        refusal(bench, wish, granter.grant if number < _MOST_WISHES and in_time(0.5) else None)
        for number, wish in enumerate(takewhile(lambda _: in_time(0.7), refused))
    )
    accounts = tuple(
        account(bench, need) for need in takewhile(lambda _: in_time(1), needs[:_MOST_POSTS])
    )
    return Explanation(
        scenario=scenario,
        refusals=refusals,
        accounts=accounts,
        complete=len(refusals) == len(refused)
        and len(accounts) == len(needs)
        and all(one.searched for one in refusals),
    )
