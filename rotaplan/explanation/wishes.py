"""Why a wish was refused, and what granting it would cost: the cheapest of a few ways tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import Shift
from rotaplan.explanation.weighing import Change, Grant, between, takers, weigh, without
from rotaplan.trial import Bench

_TRIED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why one wish was not granted.

    Attributes
    ----------
    wish
        The wish.
    change
        The cheapest way found to grant it without breaking a strict rule; None where no way
        was found, or none was looked for.
    proven
        Whether its price is proven: no roster grants the wish for less at the first level that
        rises. Otherwise it is the least that was found.
    alone
        For a day off wished: the duty left to nobody; None where that breaks a strict rule, or
        is no other way than ``change``.
    breach
        The first strict rule that the wish alone would break, where there is no way.
    searched
        Whether a way was looked for; otherwise effort or time was over.
    """

    wish: Wish
    change: Change | None = None
    proven: bool = False
    alone: Change | None = None
    breach: Violation | None = None
    searched: bool = True


def is_granted(bench: Bench, wish: Wish) -> bool:
    """Whether a wish came true."""
    return bool(_meant(bench, wish)) == wish.on


def refusal(bench: Bench, wish: Wish, grant: Callable[[Wish], Grant | None] | None) -> Refusal:
    """Return why a wish of a planned day was refused.

    Parameters
    ----------
    bench
        The roster in which it is refused.
    wish
        The wish.
    grant
        Looks for a way to grant it; None to tell the rule in the way alone.
    """
    searched = grant is not None
    found = None if grant is None else grant(wish)
    bare = _bare(bench, wish)
    if found is None:
        breach = next(iter(bare.breaches), None) if bare else None
        return Refusal(wish=wish, breach=breach, searched=searched)
    alone = None if wish.on or bare is None or bare.breaches else bare
    if alone is not None and set(alone.removed) == set(found.change.removed):
        alone = None  # nobody else moves in the cheapest way either
    return Refusal(wish=wish, change=found.change, proven=found.proven, alone=alone)


def _bare(bench: Bench, wish: Wish) -> Change | None:
    """Return the wish granted and nothing else moved, whatever that breaks."""
    if not wish.on:
        return weigh(bench, _meant(bench, wish), [])
    asked = [*_posts(bench, wish), *_named(bench, wish)]
    return weigh(bench, _own(bench, wish), asked[:1]) if asked else None


def _named(bench: Bench, wish: Wish) -> Iterator[Assignment]:
    """Yield the posts of a day that a wish names, whoever may hold them."""
    for need in bench.scenario.needs[wish.day]:
        if wish.shifts is None or wish.shifts.has(bench.scenario.shift[need.shift]):
            yield Assignment(person=wish.person, day=wish.day, shift=need.shift, skill=need.skill)


def ways(bench: Bench, wish: Wish) -> Iterator[Change]:
    """Yield a few ways to what a wish asks for, those that break strict rules too."""
    return _to_work(bench, wish) if wish.on else _to_rest(bench, wish)


def _meant(bench: Bench, wish: Wish) -> tuple[Assignment, ...]:
    """Return the duties of a person that a wish speaks of."""
    return tuple(
        one
        for one in _own(bench, wish)
        if wish.shifts is None or wish.shifts.has(_shift(bench, one))
    )


def _own(bench: Bench, wish: Wish) -> tuple[Assignment, ...]:
    """Return the duties of a person on the day of a wish: asked of thousands of wishes."""
    duties = bench.roster.by_day(bench.scenario.person[wish.person]).get(wish.day, ())
    return tuple(
        Assignment(person=wish.person, day=wish.day, shift=one.shift.code, skill=one.skill)
        for one in duties
    )


def _shift(bench: Bench, one: Assignment) -> Shift:
    return bench.scenario.shift[one.shift]


def _to_rest(bench: Bench, wish: Wish) -> Iterator[Change]:
    """Yield ways to free somebody of a duty: nobody takes it, or somebody at rest does."""
    duties = _meant(bench, wish)
    hole = without(bench, *duties)
    yield between(bench, hole, duties, ())
    if len(duties) != 1:
        return
    busy = {one.person for one in bench.roster.assignments if one.day == wish.day}
    resting = [one.id for one in bench.scenario.people if one.id not in busy]
    _, able = takers(hole, duties[0], resting)
    for person in able[:_TRIED]:
        yield weigh(bench, duties, [replace(duties[0], person=person)])


def _to_work(bench: Bench, wish: Wish) -> Iterator[Change]:
    """Yield ways to give somebody a duty: one more on the post, or in exchange for another."""
    own = _own(bench, wish)
    for post in _posts(bench, wish):
        yield weigh(bench, own, [post])
        holders = [
            one
            for one in bench.roster.assignments
            if (one.day, one.shift, one.skill) == (post.day, post.shift, post.skill)
        ]
        for other in holders[:_TRIED]:
            given = [replace(one, person=other.person) for one in own]
            yield weigh(bench, [*own, other], [post, *given])


def _posts(bench: Bench, wish: Wish) -> Iterator[Assignment]:
    """Yield the posts asked for on the day that a wish would be content with."""
    scenario = bench.scenario
    wanted = {
        (need.shift, need.skill)
        for need in scenario.needs[wish.day]
        if max(need.minimum, need.target) > 0
        and (wish.shifts is None or wish.shifts.has(scenario.shift[need.shift]))
    }
    person = scenario.person[wish.person]
    for code, skill in sorted(wanted):
        if scenario.open_to(person, scenario.shift[code]) and (
            not skill or person.holds(skill, scenario.horizon.date(wish.day))
        ):
            yield Assignment(person=wish.person, day=wish.day, shift=code, skill=skill)
