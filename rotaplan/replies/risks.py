"""How a roster stands absences, as it is printed."""

from __future__ import annotations

import click

from rotaplan.resilience import Robustness
from rotaplan.resilience.words import person_name, post_name, rates_text
from rotaplan.text import decimal, percent, say
from rotaplan.write.sentences import date_text

_SHOWN = 5


def print_robustness(found: Robustness, language: str) -> None:
    """Print the means, the posts most often open, the key people and the days for a reserve.

    Parameters
    ----------
    found
        What the simulations gave.
    language
        Of what is printed.
    """
    scenario = found.scenario
    last = date_text(scenario.horizon.date(found.last_day), language)
    rates = rates_text(found, language)
    click.echo(say(language, "risk-asked", runs=found.runs, rates=rates, last=last))
    click.echo(
        say(
            language,
            "risk-means",
            absences=decimal(language, found.absences),
            before=decimal(language, found.open_before),
            after=decimal(language, found.open_after, 2),
        )
    )
    for team in found.teams if len(found.teams) > 1 else ():
        told = {
            "team": team.team or say(language, "out-risk-no-one-team"),
            "rate": percent(language, team.rate),
            "absences": decimal(language, team.absences),
            "open": decimal(language, team.open, 2),
        }
        click.echo("  " + say(language, "risk-team", **told))
    for post in found.posts[:_SHOWN]:
        name = post_name(scenario, post.day, post.shift, post.skill, language)
        facts = {"post": name, "open": decimal(language, post.open, 3), "takers": post.takers}
        click.echo("  " + say(language, "risk-post", **facts))
    for one in found.people[:_SHOWN]:
        name = person_name(scenario, one.person)
        facts = {"person": name, "alone": one.alone, "duties": one.duties}
        click.echo("  " + say(language, "risk-person", **facts))
    days = [
        f"{date_text(scenario.horizon.date(day), language)} ({decimal(language, saved, 2)})"
        for day, saved in list(found.reserve.items())[:_SHOWN]
    ]
    if days:
        click.echo(say(language, "risk-reserve", days=", ".join(days)))
