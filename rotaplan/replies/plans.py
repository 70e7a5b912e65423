"""The plans of a re-plan as they are printed: side by side, with what stays open in each."""

from __future__ import annotations

from collections import Counter

import click
from rich.console import Console
from rich.table import Table

from rotaplan.domain.published import Notice
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.time import local_time
from rotaplan.replanning import Alternative, Figures, Replanning
from rotaplan.replies.wording import print_broken
from rotaplan.text import decimal, say
from rotaplan.write.comparison import SECTIONS, Line, plan_name, post_text
from rotaplan.write.messages import messages, notice_name
from rotaplan.write.sentences import date_text, duration, ended

_SHOWN = 12
_BRIEF = tuple(line for lines in SECTIONS.values() for line in lines if line.brief)


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
        _print_plan(found, one, language)
    if found.first_seconds is not None:
        first, whole = decimal(language, found.first_seconds), decimal(language, found.seconds)
        click.echo(say(language, "replan-seconds", first=first, seconds=whole))


def _print_table(found: Replanning, language: str) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column(say(language, "replan-untouched"), justify="right")
    for one in found.alternatives:
        table.add_column(plan_name(one.name, language), justify="right")
    everything = [found.untouched, *(one.figures for one in found.alternatives)]
    for line in _BRIEF:
        shown = [_shown(line, one) for one in everything]
        table.add_row(say(language, f"replan-row-{line.key}"), *shown)
    Console().print(table)


def _shown(line: Line, figures: Figures) -> str:
    value = line.value(figures)
    if line.key == "held":
        return f"{value}/{figures.asked}"
    return duration(value) if line.unit == "minutes" else str(value)


def _print_plan(found: Replanning, one: Alternative, language: str) -> None:
    name = plan_name(one.name, language)
    if one.same_as is not None:
        other = plan_name(one.same_as, language)
        click.echo(say(language, "replan-same", plan=name, other=other))
        return
    if one.figures.broken:
        click.echo(say(language, "replan-broken", count=one.figures.broken, plan=name))
    _print_open(one, name, found.scenario, language)
    told = Counter(message.notice for message in messages(found, one, language))
    if told:
        classes = [
            f"{told[notice]} {notice_name(notice, language)}" for notice in Notice if told[notice]
        ]
        count = sum(told.values())
        click.echo(say(language, "replan-tell", count=count, classes=", ".join(classes)))


def _print_open(one: Alternative, name: str, scenario: Scenario, language: str) -> None:
    if not one.uncovered:
        click.echo(say(language, "replan-all-held", plan=name))
        return
    posts = [post_text(need, scenario, language, missing) for need, missing in one.uncovered]
    more = len(posts) - _SHOWN
    told = ", ".join(posts[:_SHOWN])
    if more > 0:
        told += " " + say(language, "cli-and-more", count=more)
    click.echo(ended(say(language, "replan-open", plan=name, posts=told)))
