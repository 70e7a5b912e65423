"""The table of a sweep as it is printed."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from rotaplan.sweeping import Sweep
from rotaplan.text import decimal, say
from rotaplan.write.sweeps import Column, columns_of


def print_sweep(found: Sweep, language: str) -> None:
    """Print a line a variant, and where more people did not help.

    Parameters
    ----------
    found
        The variants.
    language
        Of what is printed.
    """
    columns = columns_of(found, language)
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns:
        # Where the screen is narrow, headings and names are folded between words.
        least = _widest(column, found)
        if column.text:
            table.add_column(column.title, overflow="fold", min_width=least)
        else:
            table.add_column(column.title, justify="right", width=least)
    for line in found.lines:
        table.add_row(*(column.shown(line) for column in columns))
    Console().print(table)
    for one, other in found.worse:
        click.echo(say(language, "sweep-worse", one=one, other=other))
    again = sum(line.again for line in found.lines)
    cached = sum(line.cached for line in found.lines)
    seconds = decimal(language, found.seconds)
    click.echo(say(language, "sweep-seconds", seconds=seconds, again=again, cached=cached))


def _widest(column: Column, found: Sweep) -> int:
    """Return how wide a column is that is cut between words alone."""
    texts = (column.title, *(column.shown(line) for line in found.lines))
    return max(len(word) for text in texts for word in text.split())
