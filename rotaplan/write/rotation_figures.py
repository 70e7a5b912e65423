"""The figures of rotations in words, for the terminal and the workbook alike."""

from __future__ import annotations

from collections.abc import Callable

from rotaplan.domain.work import Shift
from rotaplan.rotating.values import GOALS, Grid, RotationResult
from rotaplan.text import say
from rotaplan.write.sentences import duration

ROWS: tuple[tuple[str, Callable[[Grid], str]], ...] = (
    ("missing", lambda one: str(one.figures.missing)),
    ("full_weekends", lambda one: f"{one.figures.full_weekends}/{len(one.rotation.lines)}"),
    ("longest_wait", lambda one: str(one.figures.longest_wait)),
    ("changes", lambda one: str(one.figures.changes)),
    ("rests", lambda one: str(one.figures.rests)),
    ("free_sundays", lambda one: f"{one.figures.free_sundays}/{len(one.rotation.lines)}"),
    ("mean_rest", lambda one: duration(one.figures.mean_rest_minutes)),
    ("shortest_rest", lambda one: duration(one.figures.shortest_rest_minutes)),
    ("weekly", lambda one: duration(one.figures.weekly_minutes)),
    ("shared", lambda one: str(one.shared_weeks)),
)
"""Goals in order, then what planners look at besides."""


def proof(grid: Grid, key: str, language: str) -> str:
    """Return what is proven of a figure: the best, or the best still thinkable; else nothing."""
    for goal in GOALS:
        if goal == key and grid.proven(goal):
            return say(language, "rotate-proven")
        if goal == key and goal in grid.bounds:
            return say(language, "rotate-bound", bound=str(grid.bounds[goal]))
    return ""


def names(found: RotationResult) -> list[str]:
    """Return the names of the grids, all different."""
    name = found.question.name or "R"
    return [name if not number else f"{name} {number + 1}" for number in range(len(found.grids))]


def worked_minutes(shift: Shift) -> int:
    """Return how long a duty is without its unpaid break, in minutes."""
    return sum(span.end - span.start for span in shift.spans) - shift.unpaid_break_minutes
