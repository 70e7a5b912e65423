"""How far a search is, beneath a cell of a notebook; nothing where there is no notebook."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rotaplan.rules.base import LEVELS
from rotaplan.text import say

if TYPE_CHECKING:
    from rotaplan.result import Result
    from rotaplan.strategies.asked import Progress


class Line:
    """One line that changes while the search goes on, and ends with what was proven."""

    def __init__(self, handle: Any, language: str) -> None:
        self._handle, self._language = handle, language

    def tell(self, progress: Progress) -> None:
        """Show where the search stands."""
        self._show(state_of(progress, self._language))

    def end(self, result: Result) -> None:
        """Show how it ended; no time, so that a notebook run again has the same outputs."""
        status = say(self._language, f"out-status-{result.status}")
        self._show(say(self._language, "explore-ended", status=status))

    def end_with(self, count: int) -> None:
        """Show that several rosters were searched, and how many different ones were found."""
        self._show(say(self._language, "explore-ended-several", count=count))

    def _show(self, text: str) -> None:
        self._handle.update({"text/plain": text}, raw=True)


def line_of(language: str) -> Line | None:
    """Return a line beneath the present cell; None outside a notebook."""
    shell = sys.modules.get("IPython")
    if shell is None or type(shell.get_ipython()).__name__ != "ZMQInteractiveShell":
        return None
    from IPython.display import display

    first = say(language, "explore-searching")
    handle = display({"text/plain": first}, raw=True, display_id=True)  # type: ignore[no-untyped-call]
    return Line(handle, language)


def listener_of(
    line: Line | None, listener: Callable[[Progress], None] | None
) -> Callable[[Progress], None] | None:
    """Return the caller's own listener, else the line's; None where there is neither."""
    return listener or (None if line is None else line.tell)


def state_of(progress: Progress, language: str) -> str:
    """Return where a search stands: the price of each level, and the least that is proven.

    A choice of rosters is searched at levels of its own, which have no name.
    """
    named = all(level in LEVELS for level in progress.levels)
    if progress.repairing or not progress.levels or not named:
        return say(language, "explore-searching")
    levels = zip(progress.levels, progress.costs, progress.bounds, strict=True)
    return " · ".join(
        say(
            language,
            "explore-level",
            name=say(language, f"level-{LEVELS[level]}"),
            cost=str(cost),
            bound=str(bound),
        )
        for level, cost, bound in levels
    )
