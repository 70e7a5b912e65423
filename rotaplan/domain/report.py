"""What the judge says of a schedule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.derogation import Derogation


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """Something that a schedule breaks, with the figures.

    Attributes
    ----------
    rule
        Key of the rule.
    row
        Where the rule was written (``Règles!A7``), or its key.
    person
        Staff number; empty where it concerns nobody in particular.
    days
        Days concerned, in order.
    shift
        Code concerned; empty where none.
    skill
        Function concerned; empty where none.
    measured, limit
        What was found, and what it should have been, in the rule's unit (see its
        reference); a limit of 0 where the thing is forbidden as such.
    aspect
        Where a rule asks for several things, which one this is about: a stable word, empty for
        the main one.
    amount
        Units beyond the limit, at least 1; the price is ``amount`` times the weight.
    must
        Whether it may never be broken.
    level, weight
        Of the price; 0 where it must hold.
    reference
        Source of the rule as the planner's row gives it: an article, an agreement.
    derogation
        The recorded exception that allows it; None where there is none.
    locked
        The cells decided by hand, or by the time that has passed, that force it, as staff number
        and day; empty where no decision does. It stays a breach.
    """

    rule: str
    row: str
    person: str = ""
    days: tuple[int, ...] = ()
    shift: str = ""
    skill: str = ""
    measured: int = 0
    limit: int = 0
    aspect: str = ""
    amount: int = 1
    must: bool = False
    level: int = 0
    weight: int = 0
    reference: str = ""
    derogation: Derogation | None = None
    locked: tuple[tuple[str, int], ...] = ()

    @property
    def broken(self) -> bool:
        """Whether it must hold, and no exception allows it."""
        return self.must and self.derogation is None

    @property
    def cost(self) -> int:
        """The price, 0 where it must hold."""
        return 0 if self.must else self.amount * self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Unverifiable:
    """What cannot be judged, because it depends on days before the known ones.

    Attributes
    ----------
    rule
        Key of the rule.
    row
        Where the rule was written, or its key.
    person
        Staff number; empty where it concerns everybody whom the rule means and who was there
        before the known days.
    days
        Planned days on which the verdict stays open, in order.
    missing_days
        How many more days of history would settle it.
    reference
        As of a violation.
    """

    rule: str
    row: str
    person: str = ""
    days: tuple[int, ...] = ()
    missing_days: int = 0
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What the judge says: three verdicts that are never mixed, and what all of it costs.

    Attributes
    ----------
    violations
        Everything that is not as a rule says: broken, allowed by an exception, or priced.
    unverifiable
        Rules that must hold, of which the known days are too few to tell.
    """

    violations: tuple[Violation, ...]
    unverifiable: tuple[Unverifiable, ...] = ()

    @cached_property
    def broken(self) -> tuple[Violation, ...]:
        """Violations of rules that must hold, which no exception allows."""
        return tuple(v for v in self.violations if v.broken)

    @cached_property
    def derogated(self) -> tuple[Violation, ...]:
        """Violations of rules that must hold, which a recorded exception allows."""
        return tuple(v for v in self.violations if v.must and v.derogation is not None)

    @cached_property
    def soft(self) -> tuple[Violation, ...]:
        """Violations of rules that have a price."""
        return tuple(v for v in self.violations if not v.must)

    @cached_property
    def debts(self) -> Mapping[str, int]:
        """Minutes of rest due to each person for the exceptions used, each exception once."""
        used = {v.derogation for v in self.derogated if v.derogation is not None}
        found: dict[str, int] = {}
        for one in used:
            if one.compensation_minutes:
                found[one.person] = found.get(one.person, 0) + one.compensation_minutes
        return dict(sorted(found.items()))

    @property
    def clean(self) -> bool:
        """Whether no rule that must hold is broken."""
        return not self.broken

    @cached_property
    def cost_by_row(self) -> Mapping[str, int]:
        """Price by rule row, rows without price left out."""
        found: dict[str, int] = {}
        for violation in self.violations:
            if violation.cost:
                found[violation.row] = found.get(violation.row, 0) + violation.cost
        return found

    @cached_property
    def cost_by_level(self) -> Mapping[int, int]:
        """Price by level, levels without price left out."""
        found: dict[int, int] = {}
        for violation in self.violations:
            if violation.cost:
                found[violation.level] = found.get(violation.level, 0) + violation.cost
        return dict(sorted(found.items()))

    @property
    def cost(self) -> int:
        """Sum of all prices, whatever their level."""
        return sum(self.cost_by_level.values())


def new_breaches(before: Iterable[Violation], after: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return what must hold and is broken after a change, but was not before, or less so.

    Parameters
    ----------
    before, after
        What the judge finds in the roster without and with the change.

    Notes
    -----
    What was broken before, on these days or more of them, by as much or more, is not new: a
    change that only mends is never blamed for what it leaves.
    """
    known: dict[tuple[str, ...], list[Violation]] = {}
    for one in before:
        if one.broken:
            known.setdefault(_kind(one), []).append(one)
    return tuple(
        one
        for one in after
        if one.broken and not any(_within(one, other) for other in known.get(_kind(one), ()))
    )


def price_change(before: Iterable[Violation], after: Iterable[Violation]) -> Mapping[int, int]:
    """Return by level what the second costs beyond the first; levels that stay alike left out."""
    found: dict[int, int] = {}
    for sign, violations in ((-1, before), (1, after)):
        for one in violations:
            found[one.level] = found.get(one.level, 0) + sign * one.cost
    return {level: price for level, price in sorted(found.items()) if price}


def _kind(one: Violation) -> tuple[str, ...]:
    return (one.rule, one.row, one.person, one.shift, one.skill, one.aspect)


def _within(one: Violation, other: Violation) -> bool:
    """Whether a breach is no more than another one of its kind."""
    return (
        set(one.days) <= set(other.days)
        and one.amount <= other.amount
        and abs(one.measured - one.limit) <= abs(other.measured - other.limit)
    )
