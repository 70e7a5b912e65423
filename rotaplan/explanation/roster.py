"""A finished roster explained: every open post, every refused wish."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import takewhile

from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Schedule
from rotaplan.engines.cpsat import Watch
from rotaplan.explanation.granting import Granter
from rotaplan.explanation.polishing import polish
from rotaplan.explanation.posts import Account, account
from rotaplan.explanation.values import Explanation
from rotaplan.explanation.wishes import Refusal, is_granted, refusal
from rotaplan.trial import Bench

_MOST_WISHES, _MOST_POSTS = 200, 100
_WISHES = 0.75
"""Share of the time for wishes where posts are open; all of it where none is."""
_POLISHED, _SEARCHED = 0.6, 0.9
"""Shares of that by which wishes are granted where it costs nothing, and searched for; in what is
left they are told with the rule in the way alone, and after that without."""


def reasons(
    scenario: Scenario,
    roster: Schedule,
    seconds: float | None = None,
    *,
    polishing: bool = False,
    seed: int = 0,
    watch: Watch | None = None,
) -> Explanation:
    """Return what keeps people from each open post, and why each refused wish was refused.

    Parameters
    ----------
    scenario, roster
        The question and its answer.
    seconds
        After which nothing further is looked at. Wishes have most of it, the strongest first,
        those left over being told the rule in the way alone; then come the most important
        posts. Where None, a number of both is looked at, however long that takes: the same
        answer on every machine.
    polishing
        Whether wishes are granted first where that makes the roster better; the explanation is
        then of the better roster, and holds it.
    seed
        Of the solver that looks for ways to grant a wish.
    watch
        Lets another thread stop it.
    """
    in_time = _within(seconds)
    granter = Granter(bench=Bench.of(scenario, roster), seed=seed, watch=watch or Watch())
    for_wishes = _for_wishes(roster)
    if polishing:
        granter = _granted(granter, in_time)
    bench = granter.bench
    refused = _refused(bench)
    refusals = _refusals(granter, refused, lambda share: in_time(share * for_wishes))
    accounts, all_posts = _accounts(bench, lambda: in_time(1))
    searched = all(one.searched for one in refusals)
    return Explanation(
        scenario=scenario,
        refusals=refusals,
        accounts=accounts,
        complete=all_posts and searched,
        roster=bench.roster,
    )


def polished(
    scenario: Scenario,
    roster: Schedule,
    seconds: float | None = None,
    *,
    seed: int = 0,
    watch: Watch | None = None,
) -> Schedule:
    """Return the roster in which refused wishes are granted wherever that makes it better.

    It is the one that :func:`reasons` explains with ``polishing``; nothing is told of it here.

    Parameters
    ----------
    scenario, roster
        The question and its answer.
    seconds, seed, watch
        As for :func:`reasons`.
    """
    in_time = _within(seconds)
    granter = Granter(bench=Bench.of(scenario, roster), seed=seed, watch=watch or Watch())
    return _granted(granter, in_time).bench.roster


def _within(seconds: float | None) -> Callable[[float], bool]:
    """Return what says whether a share of the seconds from now on is not over yet."""
    started = time.monotonic()
    return lambda share: seconds is None or time.monotonic() - started < share * seconds


def _for_wishes(roster: Schedule) -> float:
    return _WISHES if any(roster.uncovered()) else 1.0


def _granted(granter: Granter, in_time: Callable[[float], bool]) -> Granter:
    """Return what solves around the roster with the wishes that make it better."""
    share = _POLISHED * _for_wishes(granter.bench.roster)
    wishes = _refused(granter.bench)[:_MOST_WISHES]
    return polish(granter, wishes, lambda: in_time(share))


def _refused(bench: Bench) -> list[Wish]:
    """Return the wishes that did not come true, the strongest first."""
    scenario = bench.scenario
    found = (
        wish
        for wish in scenario.wishes
        if wish.day in scenario.horizon.planned
        and wish.person in scenario.person
        and not is_granted(bench, wish)
    )
    return sorted(found, key=lambda wish: (-wish.weight, wish.day, wish.person))


def _refusals(
    granter: Granter, refused: list[Wish], in_time: Callable[[float], bool]
) -> tuple[Refusal, ...]:
    """Return why wishes were refused, with what granting them costs as far as time allows."""

    def told(number: int, wish: Wish) -> Refusal:
        if number < _MOST_WISHES and in_time(_SEARCHED):
            return refusal(granter.bench, wish, granter.grant)
        if in_time(1):
            return refusal(granter.bench, wish, None)
        return Refusal(wish=wish, searched=False)

    return tuple(told(number, wish) for number, wish in enumerate(refused))


def _accounts(bench: Bench, in_time: Callable[[], bool]) -> tuple[tuple[Account, ...], bool]:
    """Return what keeps people from open posts, and whether that is all of them."""
    needs = sorted(
        (need for need, _ in bench.roster.uncovered()),
        key=lambda need: (need.priority, need.day, need.shift, need.skill),
    )
    looked_at = takewhile(lambda _: in_time(), needs[:_MOST_POSTS])
    found = tuple(account(bench, need) for need in looked_at)
    return found, len(found) == len(needs)
