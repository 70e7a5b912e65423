"""Why a wish was refused, and what granting it would cost: the cheapest of a few ways tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import Shift
from rotaplan.explanation.weighing import Change, between, takers, weigh, without
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
        was found.
    breach
        The first strict rule in the way, where there is no way.
    """

    wish: Wish
    change: Change | None = None
    breach: Violation | None = None


def is_granted(bench: Bench, wish: Wish) -> bool:
    """Whether a wish came true."""
    return bool(_meant(bench, wish)) == wish.on


def refusal(bench: Bench, wish: Wish) -> Refusal:
    """Return why a wish of a planned day was refused.

    Parameters
    ----------
    bench
        The roster in which it is refused.
    wish
        The wish.
    """
    best: Change | None = None
    breach: Violation | None = None
    for one in ways(bench, wish):
        if one.breaches:
            breach = breach or one.breaches[0]
        elif best is None or one.rank < best.rank:
            best = one
    return Refusal(wish=wish, change=best, breach=None if best else breach)


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
    return tuple(
        one
        for one in bench.roster.assignments
        if (one.person, one.day) == (wish.person, wish.day) and _shift(bench, one).works
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
