"""The figures of rotations in words, for the terminal and the workbook alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Shift
from rotaplan.rotating.departures import Departure
from rotaplan.rotating.grid import PRICE
from rotaplan.rotating.values import GAPS, Grid, RotationResult, goals_of
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.sentences import duration, heading, told_by

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure of the grids: what it is called, what it is for one of them, and the goal it is.

    Attributes
    ----------
    goal
        Key of the figure; empty where it is none of its own.
    label
        In words.
    shown
        The figure of a grid.
    """

    goal: str
    label: str
    shown: Callable[[Grid], str]


def rows_of(found: RotationResult, language: str) -> list[Row]:
    """Return the figures that mean something for an answer: goals in order, then the rest."""
    question = found.question
    idle = {"longest_wait"} if question.weeks else set(GAPS)
    idle |= set() if len(found.grids) > 1 else {"shared"}
    plain = [
        Row(goal=key, label=figure_text(key, language), shown=shown)
        for key, shown in _ROWS
        if key not in idle
    ]
    order: dict[str, int] = {goal: n for n, goal in enumerate(goals_of(question))}
    goals = [*(one for one in plain if one.goal in order), *_prices(question, language)]
    goals.sort(key=lambda one: order[one.goal])
    rows = []
    for one in goals:
        rows.append(one)
        if one.goal.startswith(PRICE):
            rows += _priced_rows(question, int(one.goal.removeprefix(PRICE)), language)
    return [*rows, *(one for one in plain if one.goal not in order)]


def figure_text(key: str, language: str) -> str:
    """Return what a figure, or the price of rules at a level, is called."""
    if not key.startswith(PRICE):
        return say(language, f"rotate-row-{key}")
    level = LEVELS[int(key.removeprefix(PRICE))]
    return say(language, "rotate-price", level=say(language, f"level-{level}"))


def _prices(question: RotationQuestion, language: str) -> Iterator[Row]:
    """Yield what departures cost, level by level."""
    for level in question.levels:
        goal = f"{PRICE}{level}"
        yield Row(goal=goal, label=figure_text(goal, language), shown=partial(_figure, goal))


def _figure(goal: str, grid: Grid) -> str:
    return str(grid.figures.of(goal))


def _priced_rows(question: RotationQuestion, level: int, language: str) -> Iterator[Row]:
    """Yield how often grids depart from each row of a level, and what that costs."""
    for rule in question.priced.values():
        if rule.level != level:
            continue
        row = rule.row or rule.key
        name = heading(rule.key, language)

        def shown(grid: Grid, row: str = row) -> str:
            found = [d.violation for d in grid.departures if d.violation.row == row]
            price = sum(one.cost for one in found)
            return say(language, "rotate-departures", count=len(found), price=price)

        yield Row(goal="", label=f"   {row} {name}", shown=shown)


def departure_text(question: RotationQuestion, one: Departure, language: str) -> str:
    """Return a departure as a sentence."""
    first = one.cells[0][0] if one.cells else -1
    who = say(language, "rotate-walk")
    if first >= 0:
        who = say(language, "rotate-on-line", line=labels(question)[first])
    return told_by(one.violation, who, place_text(question, one, language), language)


def place_text(question: RotationQuestion, one: Departure, language: str) -> str:
    """Return where a departure is: line and weekday of the first and last of days on end."""
    if not one.cells:
        return say(language, "rotate-endless")
    named = labels(question)
    runs: list[list[tuple[int, int]]] = []
    before = None
    for day, cell in zip(one.violation.days, one.cells, strict=True):
        if before is None or day != before + 1:
            runs.append([])
        runs[-1].append(cell)
        before = day
    ends = [(run[0], run[-1]) if len(run) > 1 else (run[0],) for run in runs]
    return ", ".join(
        " – ".join(f"{named[week]} {say(language, f'rotate-day-{day}')}" for week, day in cells)
        for cells in ends
    )


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
