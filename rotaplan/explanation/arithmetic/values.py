"""A sum that cannot come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rotaplan.domain.scenario import Rule
from rotaplan.problem import Cell

Kind = Literal["day", "posts", "worth", "person", "limits", "owed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """More is asked for than there can be: a proof that strict rows cannot hold together.

    Attributes
    ----------
    kind
        ``day``: posts of one day, and those who can hold any of them. ``posts``: the same over
        days on which everybody's number of duties is limited. ``worth``: the same in the unit
        of a limit, hours mostly. ``person``: what one person owes, and can do. ``limits``: what
        each of some people owes, and what other rows leave. ``owed``: what several people owe
        together, and what the posts allow.
    days
        Planned days that it is about, in order.
    needed, available
        What is asked for and what there can be at most; minutes where ``rules`` measure time.
    posts
        Shift and function of the posts that are asked for.
    people
        Staff numbers of those who can hold them, or who owe; in the order of the sheet.
    absent
        How many others are away on the only day that it is about.
    rules
        The rows: those that ask first, then those that limit.
    cells
        Lines of needs.
    """

    kind: Kind
    days: tuple[int, ...]
    needed: int
    available: int
    posts: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    absent: int = 0
    rules: tuple[Rule, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def missing(self) -> int:
        """What is asked for beyond what there can be."""
        return self.needed - self.available
