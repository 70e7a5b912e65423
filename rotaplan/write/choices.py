"""Rosters side by side: which figures are shown, and how they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rotaplan.choosing import Choice, Tradeoff
from rotaplan.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure of every roster."""

    title: str
    values: tuple[int, ...]


def name_of(one: Choice, language: str) -> str:
    """Return what a roster is called."""
    return say(language, f"choice-name-{one.name}")


def lines_of(found: Tradeoff, language: str) -> Iterator[Line]:
    """Yield the figures of all rosters, line by line."""
    for goal in found.goals:
        title = say(language, "choice-price", goal=say(language, f"choice-goal-{goal}"))
        yield Line(title=title, values=tuple(one.prices[goal] for one in found.choices))
    yield Line(
        title=say(language, "choice-open"), values=tuple(one.open_posts for one in found.choices)
    )
    yield Line(
        title=say(language, "choice-broken"),
        values=tuple(
            len(one.result.report.broken) if one.result.report else 0 for one in found.choices
        ),
    )
    for other in found.choices:
        yield Line(
            title=say(language, "choice-apart", number=other.number),
            values=tuple(found.apart(one, other) for one in found.choices),
        )
