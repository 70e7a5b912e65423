"""Rosters to choose from as they are printed: a column each."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

from rotaplan.choosing import Tradeoff
from rotaplan.text import decimal, say
from rotaplan.write.choices import lines_of, name_of


def print_tradeoff(found: Tradeoff, language: str) -> None:
    """Print the rosters side by side, and what was left out.

    Parameters
    ----------
    found
        The rosters.
    language
        Of what is printed.
    """
    if not found.choices:
        click.echo(say(language, "choice-none"))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for one in found.choices:
        table.add_column(f"{one.number}. {name_of(one, language)}", justify="right")
    for line in lines_of(found, language):
        table.add_row(line.title, *(str(value) for value in line.values))
    Console().print(table)
    click.echo(say(language, "choice-distance", days=found.least_distance))
    if found.dominated:
        click.echo(say(language, "choice-dominated", count=found.dominated))
    if found.without:
        click.echo(say(language, "choice-without", count=found.without))
    click.echo(say(language, "choice-seconds", seconds=decimal(language, found.seconds)))
