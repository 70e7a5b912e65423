"""What the judge says of a schedule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


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
    amount
        Units beyond the limit, at least 1; the price is ``amount`` times the weight.
    must
        Whether it may never be broken.
    level, weight
        Of the price; 0 where it must hold.
    """

    rule: str
    row: str
    person: str = ""
    days: tuple[int, ...] = ()
    shift: str = ""
    skill: str = ""
    measured: int = 0
    limit: int = 0
    amount: int = 1
    must: bool = False
    level: int = 0
    weight: int = 0

    @property
    def cost(self) -> int:
        """The price, 0 where it must hold."""
        return 0 if self.must else self.amount * self.weight


@dataclass(frozen=True, kw_only=True)
class Report:
    """All violations of a schedule, and what they cost."""

    violations: tuple[Violation, ...]

    @cached_property
    def broken(self) -> tuple[Violation, ...]:
        """Violations of rules that must hold."""
        return tuple(v for v in self.violations if v.must)

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
