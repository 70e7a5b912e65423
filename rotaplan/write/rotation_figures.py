"""The figures of rotations in words, for the terminal and the workbook alike."""

from __future__ import annotations

from collections.abc import Callable

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Shift
from rotaplan.rotating.values import GAPS, Grid, RotationResult, goals_of
from rotaplan.text import say
from rotaplan.write.sentences import duration

_ROWS: tuple[tuple[str, Callable[[Grid], str]], ...] = (
    ("missing", lambda one: str(one.figures.missing)),
    ("hours_gap", lambda one: duration(one.figures.hours_gap)),
    ("nights_gap", lambda one: str(one.figures.nights_gap)),
    ("sundays_gap", lambda one: str(one.figures.sundays_gap)),
    ("weekends_gap", lambda one: str(one.figures.weekends_gap)),
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


def rows_of(question: RotationQuestion) -> list[tuple[str, Callable[[Grid], str]]]:
    """Return the keys of the figures that mean something for a question, and how to show each."""
    idle = {"longest_wait"} if question.weeks else set(GAPS)
    return [(key, shown) for key, shown in _ROWS if key not in idle]


def proof(question: RotationQuestion, grid: Grid, key: str, language: str) -> str:
    """Return what is proven of a figure: the best, or the best still thinkable; else nothing."""
    for goal in goals_of(question):
        if goal == key and grid.proven(goal):
            return say(language, "rotate-proven")
        if goal == key and goal in grid.bounds:
            bound = grid.bounds[goal]
            told = duration(bound) if goal == "hours_gap" else str(bound)
            return say(language, "rotate-bound", bound=told)
    return ""


def parts(found: RotationResult) -> list[tuple[str, Rotation]]:
    """Return the cycles of all grids with their names: one a grid, or one a line kept.

    Whoever keeps a line is put on the cycle of that name, and begins on its line 1.
    """
    weeks = found.question.weeks
    if not weeks:
        pairs = zip(names(found), found.grids, strict=True)
        return [(name, grid.rotation) for name, grid in pairs]
    return [
        (f"{name} - {number}", line)
        for name, grid in zip(names(found), found.grids, strict=True)
        for number, line in enumerate(grid.rotation.parted(weeks), start=1)
    ]


def labels(question: RotationQuestion) -> list[str]:
    """Return what the weeks of a grid are called: line, and week of it where it has several."""
    if question.weeks < 2:
        return [str(number + 1) for number in range(question.all_weeks)]
    return [
        f"{line + 1}.{week + 1}" for line in range(question.lines) for week in range(question.weeks)
    ]


def held_text(question: RotationQuestion, shift: str, language: str) -> str:
    """Return the heading of how often a shift is held: in a week, or in all weeks of the lines."""
    if question.weeks < 2:
        return say(language, "rotate-held", shift=shift)
    return say(language, "rotate-held-weeks", shift=shift, weeks=question.weeks)


def names(found: RotationResult) -> list[str]:
    """Return the names of the grids, all different."""
    name = found.question.name or "R"
    return [name if not number else f"{name} {number + 1}" for number in range(len(found.grids))]


def worked_minutes(shift: Shift) -> int:
    """Return how long a duty is without its unpaid break, in minutes."""
    return sum(span.end - span.start for span in shift.spans) - shift.unpaid_break_minutes
