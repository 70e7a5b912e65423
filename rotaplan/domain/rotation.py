"""Cyclic rotations: a grid of weeks through which everybody walks, one line further each week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """A cycle of weeks: one line a week, Monday to Sunday, read without end.

    Whoever works line k in one week works line k + 1 in the next, and line 1 again after the
    last. With as many people as lines, each on a line of its own, every line is held every week.

    Attributes
    ----------
    name
        As the planner calls it.
    lines
        The weeks in order, seven codes each; an empty text is a day off.
    """

    name: str
    lines: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.lines or any(len(line) != WEEK for line in self.lines):
            raise ValueError(f"rotation {self.name}: needs lines of {WEEK} days")

    @staticmethod
    def of(name: str, codes: Iterable[str]) -> Rotation:
        """Return the rotation of a sequence of days, the first of them a Monday.

        Raises ValueError where they are not whole weeks.
        """
        days = tuple(codes)
        starts = range(0, len(days), WEEK)
        return Rotation(name=name, lines=tuple(days[start : start + WEEK] for start in starts))

    @property
    def days(self) -> tuple[str, ...]:
        """The codes of the whole cycle as one sequence."""
        return tuple(code for line in self.lines for code in line)

    def code(self, line: int, day: int) -> str:
        """Return what somebody works who sits on a line in the week of day 0.

        Parameters
        ----------
        line
            From 0, the line worked in the week that begins with day 0.
        day
            Days after that Monday; before it where negative.
        """
        week, weekday = divmod(day, WEEK)
        return self.lines[(line + week) % len(self.lines)][weekday]

    def turned(self, weeks: int) -> Rotation:
        """Return the same cycle with another week as its first line."""
        start = weeks % len(self.lines)
        return Rotation(name=self.name, lines=self.lines[start:] + self.lines[:start])

    def parted(self, weeks: int) -> tuple[Rotation, ...]:
        """Return the lines as cycles of their own, so many weeks each, in order."""
        starts = range(0, len(self.lines), weeks)
        return tuple(
            Rotation(name=self.name, lines=self.lines[start : start + weeks]) for start in starts
        )

    def held(self, code: str) -> tuple[int, ...]:
        """Return on how many lines a code stands, Monday to Sunday."""
        return tuple(sum(line[day] == code for line in self.lines) for day in range(WEEK))

    def rows(self) -> list[list[str | None]]:
        """Return the grid in the stable JSON form: one row a line, null for a day off."""
        return [[code or None for code in line] for line in self.lines]
