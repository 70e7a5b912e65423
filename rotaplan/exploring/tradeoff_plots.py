"""The drawing of a choice of rosters: what each costs in each goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from rotaplan.exploring.plots import Picture
from rotaplan.text import say

if TYPE_CHECKING:
    from rotaplan.exploring.choices import Choices

_BEST, _OTHER = "#2E75B6", "#BDD7EE"
_PANEL = 2.4


class TradeoffPlots:
    """What can be drawn of a choice."""

    def __init__(self, found: Choices) -> None:
        self._found = found

    def prices(self) -> Picture:
        """Draw a panel a goal and a bar a roster: its price there; the cheapest is dark.

        Prices are in the weights of the workbook, and compare within a goal alone.

        Raises
        ------
        ValueError
            Where there is no roster, or no goal to weigh.
        """
        found = self._found
        if not found.choices or not found.goals:
            raise ValueError("there is nothing to draw")
        language, names = found.scenario.language, found.names
        width, height = 2.2 + _PANEL * len(found.goals), 0.9 + 0.36 * len(names)
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        panels = figure.subplots(1, len(found.goals), sharey=True, squeeze=False)[0]
        for axes, goal in zip(panels, found.goals, strict=True):
            values = [one.prices[goal] for one in found.choices]
            colours = [_BEST if value == min(values) else _OTHER for value in values]
            bars = axes.barh(range(len(values)), values, color=colours)
            axes.bar_label(bars, padding=3, fontsize=8)
            axes.set_xlim(0, 1.25 * max(1, *values))
            axes.set_title(say(language, f"choice-goal-{goal}"), fontsize=10)
            axes.set_xticks([])
            axes.spines[["top", "right", "bottom"]].set_visible(False)
            axes.tick_params(length=0)
        panels[0].set_yticks(range(len(names)), names, fontsize=8)
        panels[0].invert_yaxis()
        return Picture(figure)
