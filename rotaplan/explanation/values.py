"""What an explanation holds: the items that clash, open posts and refused wishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rotaplan.domain.scenario import Need, Rule, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.explanation.arithmetic import Shortage
from rotaplan.explanation.posts import Account
from rotaplan.explanation.wishes import Refusal
from rotaplan.problem import Cell
from rotaplan.rules.base import RuleBase

Scope = Literal["roster", "days", "conflict"]
KINDS = ("post", "pin", "move", "leave-day", "leave", "skill", "person", "soft", "law")
"""Kinds of concessions from the cheapest to the dearest: a post left uncovered, an imposed day
lifted, leave moved, a day of it given up, all of it, a skill made valid, more people, a row made
soft, one of them law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing in a conflict: a strict row, as far as it has a part in it.

    Attributes
    ----------
    rule
        The row.
    cells
        Rows of other sheets that it stands on: absences, imposed days, lines of needs.
    people
        Staff numbers of those whom it binds here, in order of the sheet; empty where it binds
        posts.
    days
        Planned days that it speaks of here.
    needs
        Posts that it speaks of here.
    """

    rule: Rule
    cells: tuple[Cell, ...] = ()
    people: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def rows(self) -> tuple[Cell, ...]:
        """The rule's own row, where it has one, and the rows that it stands on."""
        own = row_of(self.rule)
        return self.cells if own is None else (own, *self.cells)


def row_of(rule: Rule) -> Cell | None:
    """Return where a planner wrote a rule; None for one that is there by itself."""
    return rule.origin if isinstance(rule, RuleBase) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a concession leaves of the other goals, by the best roster that a short search finds.

    Attributes
    ----------
    levels
        What the soft rules cost, by level.
    open_posts
        How many people are missing to the targets of the needs as they were.
    """

    levels: Mapping[int, int] = field(default_factory=dict)
    open_posts: int = 0

    @property
    def rank(self) -> tuple[int, ...]:
        """What is to be kept small: the most important level first, then open posts."""
        return (*(self.levels.get(level, 0) for level in range(1, 8)), self.open_posts)

    def above(self, least: Mapping[int, int]) -> Mapping[int, int]:
        """Return what it costs more than something else, by level; levels alike left out."""
        more = {level: cost - least.get(level, 0) for level, cost in sorted(self.levels.items())}
        return {level: cost for level, cost in more.items() if cost}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """One change that settles a conflict, proven by solving again.

    Attributes
    ----------
    kind
        One of ``KINDS``.
    item
        The item of the conflict that gives way.
    scenario
        The question as changed.
    cell
        The row that gives way; None where it is not written anywhere.
    days
        Planned days of the change; empty where it is about a whole row. Of leave that moves, the
        days on which it was.
    moved
        Days on which leave that moves would be; empty for anything else.
    person
        Whose imposed day, leave or skill it is about; empty for anything else.
    need, count
        Posts left uncovered and how many of them, or a post that asks for more people.
    skill
        The skill made valid again; empty for anything else.
    first, last
        Days solved again, both inclusive; None where all of them were.
    others
        Whether other conflicts are proven to remain.
    price
        What it leaves of the other goals; None where no roster was made.
    """

    kind: str
    item: Item
    scenario: Scenario
    cell: Cell | None = None
    days: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    person: str = ""
    need: Need | None = None
    count: int = 0
    skill: str = ""
    first: int | None = None
    last: int | None = None
    others: bool = False
    price: Price | None = None

    @property
    def scope(self) -> Scope:
        """What was proven: a roster for the whole, for some days, or of this conflict alone."""
        if self.others:
            return "conflict"
        return "roster" if self.first is None else "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Several concessions that leave a roster together, proven by solving again.

    Attributes
    ----------
    concessions
        All of them are made; a post left open may be one of several days, with their number.
    scenario
        The question with all of them.
    fewest
        Whether it is proven that no fewer people can be missing, each counted by the priority
        of its post.
    price
        What they leave of the other goals; None where no roster was made.
    """

    concessions: tuple[Concession, ...]
    scenario: Scenario
    fewest: bool = False
    price: Price | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Strict rows that cannot hold together.

    Attributes
    ----------
    items
        What clashes, what a planner can change first.
    minimal
        Whether it was proven that the rest can hold as soon as any one item is let go of;
        otherwise time ran out, and an item or two may be without a part in it.
    alike
        People, one each, for whom the same rows clash in the same way.
    alike_days
        Other days on which the same rows clash in the same way, whoever is away then.
    concessions
        Changes that settle it, the cheapest first.
    """

    items: tuple[Item, ...]
    minimal: bool = True
    alike: tuple[str, ...] = ()
    alike_days: tuple[int, ...] = ()
    concessions: tuple[Concession, ...] = ()

    def to_json(self, scenario: Scenario) -> list[dict[str, Any]]:
        """Return the items in the stable JSON form; ``cell`` is null for a rule without a row."""
        return [entry for item in self.items for entry in _entries(item, scenario)]


def _entries(item: Item, scenario: Scenario) -> list[dict[str, Any]]:
    cells: tuple[Cell | None, ...] = item.rows or (None,)
    return [
        {
            "sheet": None if cell is None else cell.sheet,
            "cell": None if cell is None else cell.reference,
            "rule": item.rule.key,
            "people": list(item.people),
            "dates": [scenario.horizon.date(day).isoformat() for day in item.days],
        }
        for cell in cells
    ]


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why there is no roster, or why it is as it is.

    Attributes
    ----------
    scenario
        The question.
    conflicts
        Strict rows that cannot hold together; each is proven by itself.
    complete
        Whether all that was to be looked at was looked at within the time given.
    accounts
        What keeps people from the posts that stay open.
    refusals
        Why wishes were refused.
    shortages
        Sums that cannot come out: seen before any search.
    together
        Concessions that settle all conflicts at once where no single one does, unless a whole
        row is given up; None where none were found or needed.
    roster
        The roster that reasons are about; None where there is none.
    """

    scenario: Scenario
    conflicts: tuple[Conflict, ...] = ()
    complete: bool = True
    accounts: tuple[Account, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    shortages: tuple[Shortage, ...] = ()
    together: Remedy | None = None
    roster: Schedule | None = None

    @property
    def impossible(self) -> bool:
        """Whether it is proven that strict rows cannot hold together."""
        return bool(self.conflicts or self.shortages)
