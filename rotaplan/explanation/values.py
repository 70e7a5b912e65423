"""What an explanation holds: the items that clash, open posts and refused wishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rotaplan.domain.scenario import Need, Rule, Scenario
from rotaplan.explanation.arithmetic import Shortage
from rotaplan.explanation.posts import Account
from rotaplan.explanation.wishes import Refusal
from rotaplan.problem import Cell


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """One change that settles a conflict, proven by solving again.

    Attributes
    ----------
    kind
        ``post``, ``pin``, ``leave-day``, ``leave``, ``person``, ``soft`` or ``law``, the
        cheapest first.
    item
        The item of the conflict that gives way.
    scenario
        The question as changed.
    days
        Planned days of the change; empty where it is about a whole row.
    person
        Whose imposed day or leave gives way; empty for anything else.
    need, count
        Posts left uncovered and how many of them, or a post that asks for the skill of one more.
    first, last
        Days solved again, both inclusive; None where all of them were.
    others
        Whether other conflicts are proven to remain.
    """

    kind: str
    item: Item
    scenario: Scenario
    days: tuple[int, ...] = ()
    person: str = ""
    need: Need | None = None
    count: int = 0
    first: int | None = None
    last: int | None = None
    others: bool = False


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
    concessions
        Changes that settle it, the cheapest first.
    """

    items: tuple[Item, ...]
    minimal: bool = True
    alike: tuple[str, ...] = ()
    concessions: tuple[Concession, ...] = ()

    def to_json(self, scenario: Scenario) -> list[dict[str, Any]]:
        """Return the items in the stable JSON form; ``cell`` is null for a rule without a row."""
        return [entry for item in self.items for entry in _entries(item, scenario)]


def _entries(item: Item, scenario: Scenario) -> list[dict[str, Any]]:
    cells: list[Cell | None] = list(item.cells)
    origin = getattr(item.rule, "origin", None)
    if origin is not None or not cells:
        cells.insert(0, origin)
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
    """

    scenario: Scenario
    conflicts: tuple[Conflict, ...] = ()
    complete: bool = True
    accounts: tuple[Account, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    shortages: tuple[Shortage, ...] = ()

    @property
    def impossible(self) -> bool:
        """Whether it is proven that strict rows cannot hold together."""
        return bool(self.conflicts or self.shortages)
