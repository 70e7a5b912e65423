"""What one person owes against what that person's limits leave: rows that contradict each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rotaplan.explanation.arithmetic.asked import duties
from rotaplan.model.build import Model
from rotaplan.model.requirements import Runs, Total

Worths = Mapping[int, int]
"""What each option of a day is worth; nothing where it is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit on the cells of one person.

    Attributes
    ----------
    rule
        Index of the rule.
    days
        Planned days, in order, with what each option is worth on each.
    most
        What they may come to at most.
    """

    rule: int
    days: Mapping[int, Worths]
    most: int

    @property
    def first(self) -> int:
        """The first day."""
        return min(self.days)

    @property
    def last(self) -> int:
        """The last day."""
        return max(self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """Somebody owes more than that person's limits leave.

    Attributes
    ----------
    owes
        What is owed.
    needed, available
        What the planned days have to bring, and the most that they can, in the unit of the row
        that asks for it.
    rules
        Indices of the rules that limit; none where the open cells alone are too few.
    """

    owes: Total
    needed: int
    available: int
    rules: tuple[int, ...]


def overdue(model: Model) -> Iterator[Overdue]:
    """Yield what people owe and cannot do, by the fewest rows that rule it out.

    Parameters
    ----------
    model
        With what decisions force to be broken conceded.

    Notes
    -----
    Each limit is weighed with a price on what it limits (a Lagrangian bound), and limits of
    days apart are added up: never less than what can be done.
    """
    owed = tuple(duties(model))
    limits = _limits(model) if owed else {}
    for one in owed:
        found = _overdue(model, one, limits.get(one.person, ()))
        if found is not None:
            yield found


def _overdue(model: Model, owes: Total, limits: Sequence[Limit]) -> Overdue | None:
    assert owes.least is not None
    worths = dict(zip(owes.days, owes.values, strict=True))
    needed = owes.least - owes.base
    free = {day: _greatest(model, owes.person, day, worth) for day, worth in worths.items()}
    available = sum(free.values())
    if available < needed:
        return Overdue(owes=owes, needed=needed, available=available, rules=())
    saving = [
        (saved, limit)
        for limit in limits
        if not worths.keys().isdisjoint(limit.days)
        and (saved := _saved(model, owes.person, worths, free, limit)) > 0
    ]
    by_rule: dict[int, list[tuple[int, Limit]]] = {}
    for saved, limit in saving:
        by_rule.setdefault(limit.rule, []).append((saved, limit))
    choices = list(by_rule.values()) + ([saving] if len(by_rule) > 1 else [])
    for choice in choices:
        total, used = _most_saved(choice)
        if available - total < needed:
            rules = tuple(sorted({limit.rule for limit in used}))
            return Overdue(owes=owes, needed=needed, available=available - total, rules=rules)
    return None


def _options(model: Model, person: int, day: int) -> tuple[int, ...]:
    return (model.frame.past(person, day),) if day < 0 else model.domains[person, day]


def _greatest(model: Model, person: int, day: int, worth: Worths) -> int:
    return max((worth.get(option, 0) for option in _options(model, person, day)), default=0)


def _saved(
    model: Model, person: int, worths: Mapping[int, Worths], free: Mapping[int, int], limit: Limit
) -> int:
    """Return by how much a limit lowers the most that its days can bring to what is owed."""
    pairs = [
        {(worths.get(day, {}).get(option, 0), heavy.get(option, 0)) for option in options}
        for day, heavy in limit.days.items()
        if (options := _options(model, person, day))
    ]
    prices = {(gain, load) for cell in pairs for gain, load in cell if gain > 0 and load > 0}
    highest = sum(free.get(day, 0) for day in limit.days)
    least = highest
    for gain, load in sorted(prices):
        bound = sum(max(load * one - gain * other for one, other in cell) for cell in pairs)
        least = min(least, (bound + gain * limit.most) // load)
    return highest - least


def _most_saved(choice: Iterable[tuple[int, Limit]]) -> tuple[int, tuple[Limit, ...]]:
    """Return the most that limits of days apart save together, and these limits."""
    ordered = sorted(choice, key=lambda one: (one[1].last, one[1].first, one[1].rule))
    lasts = [limit.last for _, limit in ordered]
    best: list[tuple[int, tuple[Limit, ...]]] = [(0, ())]
    for saved, limit in ordered:
        before, used = best[bisect_left(lasts, limit.first)]
        taken = (before + saved, (*used, limit))
        best.append(max(best[-1], taken, key=lambda one: one[0]))
    return best[-1]


def _limits(model: Model) -> dict[int, list[Limit]]:
    """Return by person the limits on sums and on runs of days that must hold.

    What is owed of something is a limit on everything else.
    """
    found: dict[int, list[Limit]] = {}
    for index, one in enumerate(model.requirements):
        if not isinstance(one, Total | Runs) or not one.grade.must:
            continue
        if index in model.conceded or model.decided_in(one):
            continue
        read = _of_run(model, one) if isinstance(one, Runs) else _of_total(model, one)
        found.setdefault(one.person, []).extend(read)
    return found


def _of_total(model: Model, one: Total) -> Iterator[Limit]:
    days = dict(zip(one.days, one.values, strict=True))
    if days and one.most is not None:
        yield Limit(rule=one.rule, days=days, most=one.most - one.base)
    if days and one.least is not None:
        tops = {day: _greatest(model, one.person, day, worth) for day, worth in days.items()}
        others = {
            day: {o: top - days[day].get(o, 0) for o in _options(model, one.person, day)}
            for day, top in tops.items()
        }
        yield Limit(rule=one.rule, days=others, most=sum(tops.values()) + one.base - one.least)


def _of_run(model: Model, one: Runs) -> Iterator[Limit]:
    """Yield what the greatest length of a run says of each window that is a day longer."""
    if one.most is None:
        return
    worth = dict.fromkeys(sorted(one.options), 1)
    for first in range(model.frame.scenario.horizon.days - one.most):
        days = range(first, first + one.most + 1)
        yield Limit(rule=one.rule, days=dict.fromkeys(days, worth), most=one.most)
