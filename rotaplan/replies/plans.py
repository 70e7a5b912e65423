"""The plans of a re-plan as they are printed: side by side, with what stays open in each."""

from __future__ import annotations

from collections.abc import Callable

import click
from rich.console import Console
from rich.table import Table

from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.time import local_time
from rotaplan.replanning import Alternative, Figures, Replanning
from rotaplan.replies.wording import print_broken
from rotaplan.text import say
from rotaplan.write.sentences import date_text, duration

_SHOWN = 12
_ROWS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("held", lambda f: f"{f.held}/{f.asked}"),
    ("open", lambda f: str(f.open_posts)),
    ("peak", lambda f: str(f.peak)),
    ("told", lambda f: str(f.told)),
    ("disturbed", lambda f: str(f.disturbed)),
    ("decided", lambda f: str(f.decided)),
    ("more", lambda f: duration(f.more_minutes)),
)


def print_replanning(found: Replanning, language: str) -> None:
    """Print the plans of an incident side by side, and what stays open in each.

    Parameters
    ----------
    found
        What the re-plan found.
    language
        Of what is printed.
    """
    scenario = found.scenario
    print_broken(found.broken_before, scenario, language)
    moment = local_time(found.published.now, scenario.horizon.zone)
    now = f"{date_text(moment.date(), language)} {moment:%H:%M}"
    click.echo(say(language, "replan-now", now=now, count=len(found.new)))
    if not found.alternatives:
        click.echo(say(language, "replan-none"))
        return
    if not any(one.modifications for one in found.alternatives):
        click.echo(say(language, "replan-unchanged"))
    _print_table(found, language)
    for one in found.alternatives:
        _print_plan(one, scenario, language)
    if found.first_seconds is not None:
        first, whole = f"{found.first_seconds:.1f}", f"{found.seconds:.1f}"
        click.echo(say(language, "replan-seconds", first=first, seconds=whole))


def _print_table(found: Replanning, language: str) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column(say(language, "replan-untouched"), justify="right")
    for one in found.alternatives:
        table.add_column(say(language, f"replan-plan-{one.name}"), justify="right")
    everything = [found.untouched, *(one.figures for one in found.alternatives)]
    for key, shown in _ROWS:
        table.add_row(say(language, f"replan-row-{key}"), *(shown(one) for one in everything))
    Console().print(table)


def _print_plan(one: Alternative, scenario: Scenario, language: str) -> None:
    name = say(language, f"replan-plan-{one.name}")
    if one.same_as is not None:
        other = say(language, f"replan-plan-{one.same_as}")
        click.echo(say(language, "replan-same", plan=name, other=other))
        return
    if not one.uncovered:
        click.echo(say(language, "replan-all-held", plan=name))
        return
    posts = [_open_post(need, missing, scenario, language) for need, missing in one.uncovered]
    more = len(posts) - _SHOWN
    told = ", ".join(posts[:_SHOWN])
    if more > 0:
        told += " " + say(language, "cli-and-more", count=more)
    click.echo(say(language, "replan-open", plan=name, posts=told))


def _open_post(need: Need, missing: int, scenario: Scenario, language: str) -> str:
    date = date_text(scenario.horizon.date(need.day), language)
    post = f"{need.shift} {need.skill}".strip()
    return f"{post} {date}" + (f" (×{missing})" if missing > 1 else "")
