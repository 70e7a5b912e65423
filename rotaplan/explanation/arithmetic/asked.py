"""What strict rows ask for, one post after the other, so that each can be counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rotaplan.model.build import Model
from rotaplan.model.requirements import OFF, Cover, Total


@dataclass(frozen=True, slots=True)
class Asked:
    """People whom a strict row asks for on one day.

    Attributes
    ----------
    cover
        What it asks.
    able
        Numbers of the people whose cell can hold one of its options.
    """

    cover: Cover
    able: frozenset[int]

    @property
    def least(self) -> int:
        """How many it asks for."""
        return self.cover.least or 0


def asked_on(model: Model) -> dict[int, tuple[Asked, ...]]:
    """Return by day what must be held at least, whatever else happens."""
    found: dict[int, list[Asked]] = {}
    for index, one in enumerate(model.requirements):
        if (
            isinstance(one, Cover)
            and one.grade.must
            and one.least
            and not one.given
            and OFF not in one.options
            and index not in model.conceded
        ):
            able = frozenset(
                person
                for person in one.people
                if not one.options.isdisjoint(model.domains[person, one.day])
            )
            found.setdefault(one.day, []).append(Asked(one, able))
    return {day: tuple(rows) for day, rows in sorted(found.items())}


def apart(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return some of what is asked for, such that nobody can count for two of them on a day.

    What names the fewest options comes first: a function before everybody on the shift.
    """
    chosen: list[Asked] = []
    for one in sorted(asked, key=lambda each: (len(each.cover.options), -each.least)):
        if all(_differ(one.cover, other.cover) for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def widest(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Return some of what is asked for like :func:`apart`, the most people first."""
    chosen: list[Asked] = []
    for one in sorted(asked, key=lambda each: (-each.least, sorted(each.cover.options))):
        if all(_differ(one.cover, other.cover) for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def _differ(one: Cover, other: Cover) -> bool:
    return one.options.isdisjoint(other.options) or set(one.people).isdisjoint(other.people)


def limits(model: Model) -> Iterator[Total]:
    """Yield what limits the sum over some days of one person, none of them decided by hand."""
    for index, one in enumerate(model.requirements):
        if (
            isinstance(one, Total)
            and one.grade.must
            and one.most is not None
            and index not in model.conceded
            and not model.decided_in(one)
            and _never_less(one)
        ):
            yield one


def duties(model: Model) -> Iterator[Total]:
    """Yield what one person owes at least over some days, none of them decided by hand."""
    for index, one in enumerate(model.requirements):
        if (
            isinstance(one, Total)
            and one.grade.must
            and one.least is not None
            and index not in model.conceded
            and not model.decided_in(one)
        ):
            yield one


def _never_less(one: Total) -> bool:
    """Whether each day adds to the sum or leaves it as it is."""
    return all(worth >= 0 for values in one.values for worth in values.values())
