"""Drawings of a roster, in the colours of the workbook; nothing in them needs a network."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from rotaplan.domain.scenario import Scenario
from rotaplan.exploring.comparison import changed_cells
from rotaplan.exploring.html import code_and_fill
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.figures import Figures, Tally
from rotaplan.write.xlsx.colours import (
    CHANGED,
    GRID,
    HOLIDAY_BAND,
    NOTE_TEXT,
    STRICT,
    WEEKEND_BAND,
    text_on,
)

_HELD, _MISSING, _BAR = "#5B9BD5", "#E06C4F", "#5B9BD5"
_NAMED = 40
"""Up to how many people have their names beside their bars."""
_AROUND = 2
"""Days that are drawn before and after those on which something changes."""
_MEASURES: tuple[tuple[str, Callable[[Tally], float]], ...] = (
    ("hours", lambda tally: tally.acquired["hours"] / 60),
    ("night", lambda tally: tally.nights),
    ("weekend", lambda tally: tally.weekends),
    ("free-day", lambda tally: tally.free_days),
)


class Picture:
    """A drawing that a notebook shows, and that can be saved."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        """The matplotlib figure, to be changed further."""

    def save(self, path: Path | str) -> None:
        """Write the drawing; the ending of the name says in which format (.png, .svg, .pdf)."""
        self.figure.savefig(path, bbox_inches="tight")

    def __repr__(self) -> str:
        return "<Picture>"

    def _repr_png_(self) -> bytes:
        target = io.BytesIO()
        self.figure.savefig(
            target, format="png", dpi=90, bbox_inches="tight", metadata={"Software": None}
        )
        return target.getvalue()


class Plots:
    """What can be drawn of an answer; each raises ValueError where it has no schedule."""

    def __init__(self, result: Result) -> None:
        self._result = result

    def roster(self) -> Picture:
        """Draw the roster: people down, days across, codes in their colours."""
        scenario = self._drawn().scenario
        figure, axes = _paper(
            2 + 0.36 * scenario.horizon.days, 0.9 + 0.26 * max(1, len(scenario.people))
        )
        ids = [person.id for person in scenario.people]
        self._grid(axes, ids)
        return Picture(figure)

    def coverage(self) -> Picture:
        """Draw by day how many of the people wished for are there, and how many are missing."""
        result = self._drawn()
        scenario, language = result.scenario, result.scenario.language
        held, missing = [0] * scenario.horizon.days, [0] * scenario.horizon.days
        for post in _figures(result).posts:
            held[post.need.day] += post.wanted - post.missing
            missing[post.need.day] += post.missing
        days = list(scenario.horizon.planned)
        figure, axes = _paper(max(6.0, 1.5 + 0.32 * len(days)), 3.0)
        axes.bar(days, held, color=_HELD, label=say(language, "explore-held"))
        axes.bar(
            days, missing, bottom=held, color=_MISSING, label=say(language, "explore-missing-posts")
        )
        for day in days:
            if missing[day]:
                axes.text(
                    day,
                    held[day] + missing[day],
                    f"−{missing[day]}",
                    ha="center",
                    va="bottom",
                    fontsize=8,
                    color=STRICT,
                )
        _days(axes, scenario)
        axes.set_ylabel(say(language, "explore-posts"))
        axes.set_ylim(0, 1.12 * max([1, *(a + b for a, b in zip(held, missing, strict=True))]))
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=2, frameon=False)
        _bare(axes)
        return Picture(figure)

    def equity(self) -> Picture:
        """Draw hours against the target, nights, weekends, Sundays and holidays of each person.

        All are per full-time equivalent; the line is the mean.
        """
        result = self._drawn()
        language = result.scenario.language
        present = [
            tally
            for tally in _figures(result).tallies
            if tally.person.fte > 0 and result.scenario.presence_days(tally.person)
        ]
        few = len(present) <= _NAMED
        height = 1.2 + (0.22 * len(present) if few else 5.0)
        figure = Figure(figsize=(11, height), layout="constrained")
        FigureCanvasAgg(figure)
        panels = figure.subplots(1, len(_MEASURES), sharey=True)
        for axes, (name, measure) in zip(panels, _MEASURES, strict=True):
            values = [measure(tally) / float(tally.person.fte) for tally in present]
            if not few:
                values.sort()
            axes.barh(range(len(values)), values, color=_BAR, height=0.8 if few else 1.0)
            if values:
                axes.axvline(sum(values) / len(values), color=STRICT, linewidth=1)
            axes.set_title(say(language, f"out-spread-{name}"), fontsize=10)
            axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
            _bare(axes)
        panels[0].invert_yaxis()
        if few:
            names = [tally.person.name or tally.person.id for tally in present]
            panels[0].set_yticks(range(len(names)), names, fontsize=8)
        else:
            panels[0].set_yticks([])
            panels[0].set_ylabel(say(language, "explore-sorted"))
        return Picture(figure)

    def changes(self, other: Result) -> Picture:
        """Draw what another roster changes: people and days concerned, changed cells framed.

        Parameters
        ----------
        other
            The roster after the change, of the same days.
        """
        result = self._drawn()
        language, horizon = result.scenario.language, result.scenario.horizon
        cells = {
            (person, horizon.day(when)): (before, after)
            for person, _, when, before, after in changed_cells(result, other)
        }
        people = {**other.scenario.person, **result.scenario.person}
        ids = [one for one in people if any(person == one for person, _ in cells)]
        texts = {cell: f"{before or '·'}→{after or '·'}" for cell, (before, after) in cells.items()}
        days = [day for _, day in cells] or list(horizon.planned)
        first, last = max(0, min(days) - _AROUND), min(horizon.days - 1, max(days) + _AROUND)
        column = max(0.5, 0.09 * max([0, *map(len, texts.values())]))
        figure, axes = _paper(2 + column * (last - first + 1), 0.9 + 0.3 * max(1, len(ids)))
        Plots(other)._grid(axes, ids, pale=frozenset(cells))
        axes.set_xlim(first - 0.5, last + 0.5)
        for (person, day), text in sorted(texts.items()):
            row = ids.index(person)
            frame = Rectangle(
                (day - 0.5, row - 0.5), 1, 1, fill=False, edgecolor=CHANGED, linewidth=1.8
            )
            axes.add_patch(frame)
            axes.text(day, row, text, ha="center", va="center", fontsize=7.5)
        axes.set_title(
            say(language, "explore-changed", count=len(cells)), fontsize=10, color=NOTE_TEXT
        )
        return Picture(figure)

    def _drawn(self) -> Result:
        if self._result.schedule is None:
            raise ValueError("there is no schedule to draw")
        return self._result

    def _grid(
        self, axes: Axes, ids: Sequence[str], pale: frozenset[tuple[str, int]] | None = None
    ) -> None:
        """Draw the cells of some people; all but the named ones pale where some are named."""
        result = self._drawn()
        scenario = result.scenario
        _bands(axes, scenario, len(ids))
        for row, person in enumerate(ids):
            for day in scenario.horizon.planned:
                code, fill = code_and_fill(result, person, day)
                if not code:
                    continue
                faded = pale is not None and (person, day) not in pale
                box = Rectangle(
                    (day - 0.5, row - 0.5), 1, 1, facecolor=fill or "none", edgecolor="none"
                )
                box.set_alpha(0.35 if pale is not None else 1)
                axes.add_patch(box)
                if pale is None or faded:
                    colour = NOTE_TEXT if faded else text_on(fill)
                    size = 8 if len(code) < 4 else 5.5
                    axes.text(
                        *(day, row, code),
                        ha="center",
                        va="center",
                        fontsize=size,
                        color=colour,
                        clip_on=True,
                    )
        names = [scenario.person[one].name or one if one in scenario.person else one for one in ids]
        axes.set_yticks(range(len(ids)), names, fontsize=8)
        axes.set_ylim(len(ids) - 0.5, -0.5)
        axes.set_yticks([row + 0.5 for row in range(len(ids))], minor=True)
        axes.set_xticks([day + 0.5 for day in scenario.horizon.planned], minor=True)
        axes.grid(which="minor", color=GRID, linewidth=0.5)
        axes.tick_params(which="both", length=0)
        _days(axes, scenario, top=True)


def _figures(result: Result) -> Figures:
    assert result.schedule is not None
    return Figures(scenario=result.scenario, schedule=result.schedule)


def _paper(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(min(width, 24.0), min(height, 32.0)))
    FigureCanvasAgg(figure)
    return figure, figure.subplots()


def _bands(axes: Axes, scenario: Scenario, rows: int) -> None:
    for day in scenario.horizon.planned:
        when = scenario.horizon.date(day)
        holiday = scenario.calendar.is_holiday(when)
        if holiday or when.weekday() >= 5:
            colour = HOLIDAY_BAND if holiday else WEEKEND_BAND
            axes.add_patch(Rectangle((day - 0.5, -0.5), 1, rows, facecolor=colour, zorder=0))


def _days(axes: Axes, scenario: Scenario, *, top: bool = False) -> None:
    """Name the days beneath the drawing, or above it: the weekday's letter, and the date."""
    letters = say(scenario.language, "explore-weekdays").split()
    dates = [scenario.horizon.date(day) for day in scenario.horizon.planned]
    labels = [f"{letters[when.weekday()]}\n{when.day}" for when in dates]
    axes.set_xticks(list(scenario.horizon.planned), labels, fontsize=8)
    axes.set_xlim(-0.5, scenario.horizon.days - 0.5)
    if top:
        axes.xaxis.tick_top()


def _bare(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=0)
