"""Why this person has this duty, or has it not, in the terminal."""

from __future__ import annotations

import click

from rotaplan.explanation import Why
from rotaplan.replies.wording import breach_line
from rotaplan.text import say
from rotaplan.write.refusals import grant_text, is_short
from rotaplan.write.whys import account_lines, change_text, move_lines, price_text, question_text


def print_why(one: Why, language: str) -> None:
    """Print what stands in the way, who else could, and what the other way would cost."""
    scenario = one.scenario
    click.echo(question_text(one, language))
    if one.breaches:
        click.echo(say(language, "explain-blocked"))
        for breach in one.breaches:
            click.echo(f"  {breach_line(breach, scenario, language)}")
    elif not one.ways:
        click.echo(say(language, "explain-no-post"))
    if one.ways:
        click.echo(say(language, "explain-ways", count=len(one.ways)))
    for way in one.ways:
        click.echo(f"  {change_text(way, scenario, language)}")
    if one.account is not None:
        need = one.account.need
        post = f"{need.shift} {need.skill}".strip()
        staff = len(scenario.people)
        click.echo(say(language, "explain-account", post=post, count=staff))
        for line in account_lines(one.account, scenario, language):
            click.echo(f"  {line}")
    _print_forced(one, language)


def _print_forced(one: Why, language: str) -> None:
    if one.forced is None:
        return
    if one.forced.grant is not None:
        how = grant_text(one.forced.grant, one.scenario, language)
        click.echo(say(language, "explain-around", how=how))
        change = one.forced.grant.change
        for line in [] if is_short(change) else move_lines(change, one.scenario, language):
            click.echo(f"  {line}")
        return
    price = price_text(one.forced.prices, one.forced.uncovered, language)
    click.echo(say(language, "explain-forced", price=price, changes=one.forced.changes))
    for breach in one.forced.broken:
        click.echo(f"  {breach_line(breach, one.scenario, language)}")
