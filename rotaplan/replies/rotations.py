"""A designed rotation as it is printed: the grid, its figures and what is proven of them."""

from __future__ import annotations

import time
from collections.abc import Callable

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rotaplan.domain.rotation import WEEK
from rotaplan.rotating import GoalReached, Grid, RotationResult
from rotaplan.text import decimal, say
from rotaplan.write.rotation_figures import departure_text, figure_text, labels, proof, rows_of
from rotaplan.write.sentences import duration

_MOMENT = 2.0
"""Seconds after which a search begins to tell how far it is."""
_SHOWN = 40
"""Lines of a grid that a terminal shows; the workbook has them all."""
_TOLD = 10
"""Departures from rules with a price that it tells."""


def progress_of(language: str) -> Callable[[GoalReached], None]:
    """Return what prints each goal as it is settled, once a search takes longer than a moment.

    Parameters
    ----------
    language
        Of what is printed.
    """
    began = time.monotonic()

    def tell(news: GoalReached) -> None:
        elapsed = time.monotonic() - began
        if elapsed < _MOMENT:
            return
        figure = duration(news.figure) if news.goal == "hours_gap" else str(news.figure)
        proven = say(language, "rotate-proven") if news.proven else ""
        state = f"{figure_text(news.goal, language)} {figure} {proven}".strip()
        click.echo(say(language, "cli-progress", seconds=f"{elapsed:.0f}", state=state), err=True)

    return tell


def print_rotation(found: RotationResult, language: str) -> None:
    """Print a rotation, or what is known where there is none.

    Parameters
    ----------
    found
        What the design found.
    language
        Of what is printed.
    """
    if found.fewest is not None:
        _print_fewest(found, language)
    if not found.grids:
        if not found.problems:
            click.echo(say(language, f"rotate-{found.status}", lines=found.question.lines))
        return
    if found.on_table:
        rows = ", ".join(found.on_table)
        click.echo(say(language, "rotate-on-table", rows=rows), err=True)
    _print_grid(found, found.grids[0], language)
    _print_comparison(found, language)
    _print_departures(found, language)
    judged = "rotate-judged-lines" if found.question.weeks else "rotate-judged"
    click.echo(say(language, judged, count=len(found.rows)))
    click.echo(say(language, "rotate-seconds", seconds=decimal(language, found.seconds)))


def _print_fewest(found: RotationResult, language: str) -> None:
    fewest = found.fewest
    assert fewest is not None
    if fewest.lines is None:
        click.echo(say(language, "rotate-fewest-unknown"))
        return
    click.echo(say(language, "rotate-fewest", lines=fewest.lines))
    if fewest.by_arithmetic:
        click.echo(say(language, "rotate-fewest-arithmetic", lines=fewest.by_arithmetic))
    if fewest.by_search:
        numbers = ", ".join(map(str, fewest.by_search))
        click.echo(say(language, "rotate-fewest-search", lines=numbers))


def _print_grid(found: RotationResult, grid: Grid, language: str) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column(say(language, "rotate-line"), justify="right")
    for weekday in range(WEEK):
        table.add_column(say(language, f"rotate-day-{weekday}"))
    shown = grid.rotation.lines[:_SHOWN]
    for label, line in zip(labels(found.question), shown, strict=False):
        table.add_row(label, *(code or "·" for code in line))
    Console().print(table)
    if len(grid.rotation.lines) > _SHOWN:
        hidden = len(grid.rotation.lines) - _SHOWN
        click.echo("  " + say(language, "cli-and-more", count=hidden))


def _print_comparison(found: RotationResult, language: str) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for number in range(len(found.grids)):
        table.add_column(say(language, "rotate-grid", number=number + 1), justify="right")
    for row in rows_of(found, language):
        cells = [
            f"{row.shown(one)} {proof(found.question, one, row.goal, language)}".strip()
            for one in found.grids
        ]
        table.add_row(Text(row.label), *cells)
    Console().print(table)


def _print_departures(found: RotationResult, language: str) -> None:
    """Print in what the first grid departs from rules that have a price."""
    departures = found.grids[0].departures
    for one in departures[:_TOLD]:
        sentence = departure_text(found.question, one, language)
        click.echo(say(language, "cli-breach", row=one.violation.row, sentence=sentence))
    if len(departures) > _TOLD:
        click.echo("  " + say(language, "cli-and-more", count=len(departures) - _TOLD))
