"""Why there is no roster, in the terminal."""

from __future__ import annotations

import click

from rotaplan.explanation import Explanation
from rotaplan.text import say
from rotaplan.write.reasons import concession_lines, conflict_title, item_text, together_lines
from rotaplan.write.shortages import shortage_lines

_SHOWN, _SUMS = 12, 5


def print_conflicts(explanation: Explanation, language: str) -> None:
    """Print each conflict with its items."""
    scenario = explanation.scenario
    if explanation.shortages:
        click.echo(say(language, "explain-short"))
    for line in shortage_lines(explanation.shortages, scenario, language, _SUMS):
        click.echo(f"  - {line}")
    if not explanation.impossible:
        click.echo(say(language, "explain-none"))
    for one in explanation.conflicts:
        click.echo(conflict_title(one, scenario, language))
        for item in one.items[:_SHOWN]:
            click.echo(f"  - {item_text(item, scenario, language)}")
        if len(one.items) > _SHOWN:
            more = len(one.items) - _SHOWN
            click.echo("  " + say(language, "cli-and-more", count=more))
        for text, concession in concession_lines(one, scenario, language):
            click.echo(text if concession is None else f"  - {text}")
    for text, concession in together_lines(explanation, language):
        click.echo(text if concession is None else f"  - {text}")
