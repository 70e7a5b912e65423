"""Why this person has this duty, or has it not: what stands in the way, and at which price."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rotaplan.domain.report import Violation, new_breaches, price_change
from rotaplan.domain.scenario import Need, Pin, Scenario, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import Shifts
from rotaplan.explanation.posts import Account, account
from rotaplan.explanation.weighing import Change, Grant, open_posts, without
from rotaplan.explanation.wishes import is_granted, ways
from rotaplan.result import Result
from rotaplan.trial import Bench

Solve = Callable[[Scenario, Sequence[Assignment]], Result]
"""Finds and has judged the best schedule of a scenario, from a roster to start from."""
Granting = Callable[[Wish], Grant | None]
"""Finds the best roster around the present one in which a wish is granted."""
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forced:
    """The best roster found in which the cell holds what was asked.

    Attributes
    ----------
    prices
        What it costs more by level, less where negative.
    uncovered
        How many posts more stay open, fewer where negative.
    changes
        Cells that differ from the roster.
    broken
        Strict rules that the cell alone forces to be broken.
    grant
        The roster as a change of the present one, where one was found around it that breaks no
        strict rule; None where a search of the whole was made instead.
    """

    prices: Mapping[int, int] = field(default_factory=dict)
    uncovered: int = 0
    changes: int = 0
    broken: tuple[Violation, ...] = ()
    grant: Grant | None = None


@dataclass(frozen=True, kw_only=True)
class Why:
    """Why a cell holds what it holds.

    Attributes
    ----------
    scenario
        The question.
    asked
        What the cell could hold instead: the refused wish of that cell, work on some shift, or
        none.
    holds
        What it holds; None for a day off.
    account
        What keeps everybody else from the duty, or everybody from the post asked for; None
        where no single post is meant.
    ways
        Ways to what was asked that break no strict rule, the cheapest of those tried first.
    breaches
        Strict rules in the way where there is no such way.
    forced
        What a new search finds with the cell as asked; None where none was made, or it found
        no roster.
    """

    scenario: Scenario
    asked: Wish
    holds: Assignment | None
    account: Account | None = None
    ways: tuple[Change, ...] = ()
    breaches: tuple[Violation, ...] = ()
    forced: Forced | None = None


def why(
    bench: Bench,
    person: str,
    day: int,
    shift: str | None,
    grant: Granting | None = None,
    solve: Solve | None = None,
) -> Why:
    """Return why somebody has a duty on a day, or has not.

    Parameters
    ----------
    bench
        The roster.
    person, day
        Staff number and planned day.
    shift
        What the cell could hold instead; where None, what the person has wished there, if that
        was refused; otherwise rest instead of a duty, or any work instead of rest.
    grant
        Solves again around the roster with the cell as asked, as for refused wishes; None to
        leave that out.
    solve
        Searches again where that finds nothing; None to leave that out.
    """
    holds = next(
        (
            one
            for one in bench.roster.assignments
            if (one.person, one.day) == (person, day) and bench.scenario.shift[one.shift].works
        ),
        None,
    )
    if shift is None or (holds is not None and holds.shift == shift):
        asked = _wished(bench, person, day) or Wish(person=person, day=day, on=holds is None)
    else:
        asked = Wish(person=person, day=day, on=True, shifts=Shifts(codes=frozenset({shift})))
    found = list(ways(bench, asked))
    fine = sorted((one for one in found if not one.breaches), key=lambda one: one.rank)
    blocked = () if fine else next((one.breaches for one in found), ())
    return Why(
        scenario=bench.scenario,
        asked=asked,
        holds=holds,
        account=_account(bench, asked, holds),
        ways=tuple(fine[:_SHOWN]),
        breaches=blocked,
        forced=_granted(asked, grant) or (solve and _forced(bench, asked, fine, solve)),
    )


def _wished(bench: Bench, person: str, day: int) -> Wish | None:
    """Return the strongest refused wish of a cell."""
    found = [
        wish
        for wish in bench.scenario.wishes
        if (wish.person, wish.day) == (person, day) and not is_granted(bench, wish)
    ]
    return max(found, key=lambda wish: wish.weight, default=None)


def _account(bench: Bench, asked: Wish, holds: Assignment | None) -> Account | None:
    """Return what keeps people from the duty held, or from the post asked for."""
    day = asked.day
    if not asked.on and holds is not None:
        need = _need(bench, day, holds.shift, holds.skill)
        return None if need is None else account(without(bench, holds), need)
    shift = _single(asked)
    need = None if shift is None else _need(bench, day, shift, "")
    return None if need is None else account(bench, need)


def _single(asked: Wish) -> str | None:
    """Return the one shift asked for; None where that is none, or any of several."""
    codes = frozenset() if asked.shifts is None else asked.shifts.codes
    return next(iter(codes)) if asked.on and len(codes) == 1 else None


def _granted(asked: Wish, grant: Granting | None) -> Forced | None:
    """Return the best roster around the present one in which the cell is as asked."""
    found = None if grant is None else grant(asked)
    if found is None:
        return None
    change = found.change
    cells = {(one.person, one.day) for one in (*change.removed, *change.added)}
    return Forced(prices=change.prices, uncovered=change.uncovered, changes=len(cells), grant=found)


def _need(bench: Bench, day: int, shift: str, skill: str) -> Need | None:
    """Return the need of a post; that of a named function first."""
    found = [need for need in bench.scenario.needs[day] if need.shift == shift]
    exact = [need for need in found if need.skill == skill]
    return next(iter((*exact, *found)), None)


def _forced(bench: Bench, asked: Wish, fine: Sequence[Change], solve: Solve) -> Forced | None:
    """Return what a search finds in which the cell is as asked."""
    scenario, roster = bench.scenario, bench.roster
    code = _single(asked)
    if code is None and (asked.on or asked.shifts is not None):
        return None
    others = (pin for pin in scenario.pins if (pin.person, pin.day) != (asked.person, asked.day))
    pin = Pin(person=asked.person, day=asked.day, shift=code)
    start = roster.changed(fine[0].removed, fine[0].added) if fine else roster
    result = solve(replace(scenario, pins=(*others, pin)), start.assignments)
    if result.schedule is None or result.report is None:
        return None
    before = tuple(one for found in bench.found for one in found)
    cells = {(one.person, one.day): (one.shift, one.skill) for one in roster.assignments}
    after = {(one.person, one.day): (one.shift, one.skill) for one in result.schedule.assignments}
    return Forced(
        prices=price_change(before, result.report.violations),
        uncovered=open_posts(result.schedule) - open_posts(roster),
        changes=sum(cells.get(cell) != after.get(cell) for cell in cells.keys() | after.keys()),
        broken=new_breaches(before, result.report.violations),
    )
