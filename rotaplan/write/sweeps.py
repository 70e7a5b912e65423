"""Which figures of a variant are shown, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rotaplan.rules.base import LEVELS
from rotaplan.sweeping import Line, Sweep
from rotaplan.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One figure of every variant; None where there is no roster."""

    title: str
    value: Callable[[Line], int | str | None]
    text: bool = False

    def shown(self, line: Line) -> str:
        """Return the figure as it is printed."""
        value = self.value(line)
        return "–" if value is None else str(value)


def columns_of(found: Sweep, language: str) -> tuple[Column, ...]:
    """Return the columns of a sweep; prices of the levels that cost something somewhere."""
    levels = sorted({level for line in found.lines for level in line.prices})

    def price(level: int) -> Callable[[Line], int | None]:
        return lambda line: None if line.open_posts is None else line.prices.get(level, 0)

    def hours(line: Line) -> int | None:
        return None if line.minutes is None else round(line.minutes / 60)

    def title(key: str) -> str:
        return say(language, f"sweep-{key}")

    return (
        Column(title=title("variant"), value=lambda line: line.name, text=True),
        Column(title=title("people"), value=lambda line: line.people),
        Column(title=title("asked"), value=lambda line: line.asked),
        Column(title=title("open"), value=lambda line: line.open_posts),
        Column(title=title("below"), value=lambda line: line.below_minimum),
        Column(title=title("hours"), value=hours),
        *(Column(title=_priced(level, language), value=price(level)) for level in levels),
        Column(
            title=title("status"),
            value=lambda line: say(language, f"sweep-status-{line.result.status}"),
            text=True,
        ),
    )


def _priced(level: int, language: str) -> str:
    """Return the heading of the prices of a level: what it stands for."""
    return say(language, "sweep-price", level=say(language, f"level-{LEVELS[level]}"))
