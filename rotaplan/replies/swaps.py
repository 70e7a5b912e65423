"""The verdict on an exchange as it is printed."""

from __future__ import annotations

from collections.abc import Mapping

import click

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Duty
from rotaplan.exchange import Exchange, Side
from rotaplan.replies.wording import breach_line, hours_of, known, named, print_broken
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.sentences import (
    date_text,
    dates_text,
    duration,
)


def print_exchange(found: Exchange, language: str) -> None:
    """Print whether two people may exchange, and what it is for each of them.

    Parameters
    ----------
    found
        The verdict.
    language
        Of what is printed.
    """
    scenario = found.scenario
    print_broken(found.broken, scenario, language)
    click.echo(say(language, "swap-accepted" if found.accepted else "swap-refused"))
    for side in found.sides:
        _print_side(side, scenario, language)
    if found.others:
        click.echo(say(language, "swap-others"))
        for one in found.others:
            click.echo(f"  {breach_line(one, scenario, language)}")
    prices = _prices(found.prices, language)
    if prices:
        click.echo(say(language, "swap-prices", prices=prices))
    else:
        click.echo(say(language, "swap-no-price"))


def _print_side(side: Side, scenario: Scenario, language: str) -> None:
    click.echo(
        say(
            language,
            "swap-side",
            person=named(side.person),
            gives=_duties(side.gives, scenario, language),
            takes=_duties(side.takes, scenario, language),
        )
    )
    if side.absent:
        dates = dates_text(side.absent, scenario, language)
        told = say(language, "swap-absent", person=named(side.person), dates=dates)
        click.echo(f"  {told}")
    for one in side.breaches:
        if not (side.absent and one.rule == "availability"):
            click.echo(f"  {breach_line(one, scenario, language)}")
    click.echo(f"    {' · '.join(_consequences(side, scenario, language))}")


def _duties(duties: tuple[Duty, ...], scenario: Scenario, language: str) -> str:
    if not duties:
        return say(language, "swap-rest")
    return ", ".join(
        say(
            language,
            "swap-duty",
            shift=duty.shift.code,
            date=date_text(scenario.horizon.date(duty.day), language),
            hours=hours_of(scenario, duty),
        )
        for duty in duties
    )


def _consequences(side: Side, scenario: Scenario, language: str) -> list[str]:
    said = []
    for duty, (before, after) in zip(side.takes, side.rests, strict=True):
        facts = {"before": known(before, language), "after": known(after, language)}
        said.append(say(language, "swap-rests", shift=duty.shift.code, **facts))
    for monday, (first, second) in side.weeks.items():
        date = date_text(scenario.horizon.date(monday), language)
        hours = {"before": duration(first), "after": duration(second)}
        said.append(say(language, "swap-week", date=date, **hours))
    if side.balance is not None:
        first, second = side.balance
        hours = {"before": duration(first), "after": duration(second)}
        said.append(say(language, "swap-balance", **hours))
    if prices := _prices(side.prices, language):
        said.append(prices)
    return said


def _prices(prices: Mapping[int, int], language: str) -> str:
    return ", ".join(
        say(
            language,
            "swap-price",
            level=say(language, f"level-{LEVELS[level]}"),
            price=f"{price:+d}",
        )
        for level, price in prices.items()
    )
