"""Posts of some days against what limits let everybody do on them, in duties and in hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rotaplan.domain.scenario import Rule
from rotaplan.explanation.arithmetic.asked import Asked, apart, widest
from rotaplan.model.build import Model
from rotaplan.model.requirements import Total

Days = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Posts that ask for more than there can be.

    Attributes
    ----------
    asked
        The posts.
    people
        Numbers of those who can hold one.
    needed, available
        In duties, or in the unit of a limit.
    limits
        Rules that limit somebody.
    """

    asked: tuple[Asked, ...]
    people: frozenset[int]
    needed: int
    available: int
    limits: tuple[Rule, ...]


def families(asked: Iterable[Asked], model: Model) -> Iterator[tuple[Asked, ...]]:
    """Yield choices of posts to be counted together: all, those of a function, of a shift."""
    rows = tuple(asked)
    posts = [_post(model, one) for one in rows]
    yield from dict.fromkeys((by_day(rows, apart), by_day(rows, widest)))
    for skill in sorted({skill for _, skill in posts if skill}):
        chosen = [one for one, (_, each) in zip(rows, posts, strict=True) if each == skill]
        yield by_day(chosen, apart)
    for shift in sorted({shift for shift, _ in posts if shift}):
        chosen = [one for one, (each, _) in zip(rows, posts, strict=True) if each == shift]
        yield by_day(chosen, apart)
        yield by_day(chosen, widest)


def by_day(
    rows: Iterable[Asked], choose: Callable[[Iterable[Asked]], tuple[Asked, ...]]
) -> tuple[Asked, ...]:
    """Return what may be counted together of some rows, day by day."""
    days: dict[int, list[Asked]] = {}
    for one in rows:
        days.setdefault(one.cover.day, []).append(one)
    return tuple(each for day in sorted(days) for each in choose(days[day]))


def _post(model: Model, one: Asked) -> tuple[str, str]:
    """Return the shift and the function that a row asks for; empty where it is about several."""
    options = [model.frame.options[number] for number in sorted(one.cover.options)]
    shifts = {each.shift.code for each in options if each is not None}
    skills = {each.skill for each in options if each is not None}
    return (
        next(iter(shifts)) if len(shifts) == 1 else "",
        next(iter(skills)) if len(skills) == 1 else "",
    )


def in_duties(
    model: Model, asked: Sequence[Asked], limits: Mapping[int, Sequence[Total]]
) -> Short | None:
    """Return whether some posts are more than the duties that limits leave; None where not."""
    people = frozenset().union(*(one.able for one in asked))
    needed, available = sum(one.least for one in asked), 0
    open_days = _open_days(model, asked)
    named: dict[int, Rule] = {}
    for person in sorted(people):
        most = len(open_days[person])
        for total in limits.get(person, ()):
            count = _duties_within(total, open_days[person])
            if count < most:
                most = count
                named[total.rule] = model.rules[total.rule]
        available += most
        if available >= needed:
            return None
    return Short(
        asked=tuple(asked),
        people=people,
        needed=needed,
        available=available,
        limits=tuple(named[index] for index in sorted(named)),
    )


def _open_days(model: Model, asked: Iterable[Asked]) -> dict[int, dict[int, frozenset[int]]]:
    """Return for each person the days on which some posts can be held, with their options."""
    found: dict[int, dict[int, frozenset[int]]] = {}
    for one in asked:
        for person in one.able:
            days = found.setdefault(person, {})
            mine = one.cover.options.intersection(model.domains[person, one.cover.day])
            days[one.cover.day] = days.get(one.cover.day, frozenset()) | mine
    return found


def _duties_within(total: Total, days: Mapping[int, frozenset[int]]) -> int:
    """Return how many days with a post a limit leaves, the lightest posts first."""
    assert total.most is not None
    values = dict(zip(total.days, total.values, strict=True))
    light = sorted(
        min(values[day].get(option, 0) for option in options) if day in values else 0
        for day, options in days.items()
    )
    left, count = total.most - total.base, 0
    for worth in light:
        if worth > left:
            break
        left -= worth
        count += 1
    return count


def in_worth(
    model: Model, asked: Sequence[Asked], rule: int, limits: Mapping[int, Total]
) -> Short | None:
    """Return whether posts are worth more than a rule lets everybody do; None where not.

    Parameters
    ----------
    model
        With the cells.
    asked
        Posts of the days of the rule's period.
    rule
        Index of the rule.
    limits
        Its limit on each person, over the same days.
    """
    pattern = next(iter(limits.values()))
    if any(total.values != pattern.values for total in limits.values()):
        return None
    values = dict(zip(pattern.days, pattern.values, strict=True))
    people = frozenset().union(*(one.able for one in asked))
    needed = sum(
        one.least * min(values[one.cover.day].get(option, 0) for option in one.cover.options)
        for one in asked
        if one.cover.day in values
    )
    available, open_days = 0, _open_days(model, asked)
    for person in sorted(people):
        total = limits.get(person)
        there = sum(
            max(values[day].get(option, 0) for option in options)
            for day, options in open_days[person].items()
            if day in values
        )
        if total is not None and total.most is not None:
            there = min(there, max(0, total.most - total.base))
        available += there
        if available >= needed:
            return None
    return Short(
        asked=tuple(asked),
        people=people,
        needed=needed,
        available=available,
        limits=(model.rules[rule],),
    )
