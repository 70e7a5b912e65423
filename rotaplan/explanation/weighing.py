"""What a change of a roster would do: the judge's own verdict, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rotaplan.domain.report import Violation, new_breaches, price_change
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.trial import Bench, Move, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of a roster, and what it does.

    Attributes
    ----------
    removed, added
        Duties taken out and put in.
    breaches
        Strict rules that it breaks and that were not broken before.
    prices
        What the soft rules cost more by level, less where negative; levels that stay alike are
        left out.
    uncovered
        How many posts more stay open, fewer where negative.
    """

    removed: tuple[Assignment, ...] = ()
    added: tuple[Assignment, ...] = ()
    breaches: tuple[Violation, ...] = ()
    prices: Mapping[int, int] = field(default_factory=dict)
    uncovered: int = 0

    @property
    def rank(self) -> tuple[object, ...]:
        """What is to be kept small: the prices, the most important level first."""
        return (bool(self.breaches), price_rank(self.prices), len(self.added) + len(self.removed))

    @property
    def better(self) -> bool:
        """Whether the roster is better with it: the first level that changes costs less."""
        return not self.breaches and price_rank(self.prices) < price_rank({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A roster in which a wish is granted, as a change of the present one.

    Attributes
    ----------
    change
        The change, weighed by the judge.
    proven
        Whether no roster that grants the wish is better; otherwise only one was found that is
        so good.
    """

    change: Change
    proven: bool = False


def price_rank(prices: Mapping[int, int]) -> tuple[int, ...]:
    """Return prices in the order in which levels count."""
    return tuple(prices.get(level, 0) for level in range(1, 8))


def weigh(bench: Bench, removed: Iterable[Assignment], added: Iterable[Assignment]) -> Change:
    """Return what a change would do; every rule is asked about the roster as it would be."""
    removed, added = tuple(removed), tuple(added)
    return between(bench, bench.changed(removed, added), removed, added)


def between(
    before: Bench, after: Bench, removed: tuple[Assignment, ...], added: tuple[Assignment, ...]
) -> Change:
    """Return what a change has done, from what the judge finds before and after it."""
    breaches: list[Violation] = []
    prices: Counter[int] = Counter()
    for earlier, later in zip(before.found, after.found, strict=True):
        breaches += new_breaches(earlier, later)
        prices.update(price_change(earlier, later))
    return Change(
        removed=removed,
        added=added,
        breaches=tuple(breaches),
        prices={level: price for level, price in sorted(prices.items()) if price},
        uncovered=open_posts(after.roster) - open_posts(before.roster),
    )


def without(bench: Bench, *duties: Assignment) -> Bench:
    """Return the bench of the roster without some duties."""
    return bench.changed(duties, [])


def open_posts(roster: Schedule) -> int:
    """Return how many people are missing to the needs."""
    return sum(missing for _, missing in roster.uncovered())


def takers(
    bench: Bench, post: Assignment, people: Iterable[str]
) -> tuple[Mapping[str, Trial], Sequence[str]]:
    """Return what each person on a post would do by the rules on people alone.

    Returned beside it are those who would break none of them, the cheapest first.
    """
    moves = {
        person: Move(
            added=Assignment(person=person, day=post.day, shift=post.shift, skill=post.skill)
        )
        for person in people
    }
    tried = bench.trials(moves, priced=False, others=False)
    able = {person: move for person, move in moves.items() if not tried[person].breaches}
    prices = bench.trials(able, others=False) if able else {}
    return tried, sorted(able, key=lambda one: (price_rank(prices[one].prices), one))
