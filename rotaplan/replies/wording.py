"""Words that both replies share."""

from __future__ import annotations

import click

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Duty
from rotaplan.domain.time import local_time
from rotaplan.text import say
from rotaplan.write.sentences import duration, heading, sentence

_SHOWN = 8


def named(person: Person) -> str:
    """Return the name of somebody; the staff number where there is none."""
    return person.name or person.id


def print_broken(broken: tuple[Violation, ...], scenario: Scenario, language: str) -> None:
    """Print on the error stream which strict rules the roster broke before."""
    if broken:
        click.echo(say(language, "replace-broken-before", count=len(broken)), err=True)
    for one in broken[:_SHOWN]:
        click.echo(f"  {breach_line(one, scenario, language)}", err=True)
    if len(broken) > _SHOWN:
        click.echo("  " + say(language, "cli-and-more", count=len(broken) - _SHOWN), err=True)


def breach_line(one: Violation, scenario: Scenario, language: str) -> str:
    """Return a breach with the row of its rule; with the name of a rule that has no row."""
    row = heading(one.rule, language) if one.row == one.rule else one.row
    return say(language, "cli-breach", row=row, sentence=sentence(one, scenario, language))


def hours_of(scenario: Scenario, duty: Duty) -> str:
    """Return when a duty begins and ends, piece by piece."""
    return ", ".join(
        f"{clock(scenario, start)}–{clock(scenario, end)}"
        for start, end in scenario.spans(duty.shift, duty.day)
    )


def known(minutes: int | None, language: str) -> str:
    """Return minutes as planners write them; a dash where they are not known."""
    return say(language, "replace-unknown") if minutes is None else duration(minutes)


def clock(scenario: Scenario, instant: int) -> str:
    """Return the time of an instant on the wall clock."""
    return f"{local_time(instant, scenario.horizon.zone):%H:%M}"
