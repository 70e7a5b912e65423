"""``rotaplan robustness``: a roster in, what absences would do to it and a plan B out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from rotaplan.cli.files import read_workbook, refuse_overwriting, stop, write_json
from rotaplan.cli.options import (
    BAD_INPUT,
    DONE,
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
)
from rotaplan.text import say

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Scenario


@click.command(help=help_text("robustness"))
@click.argument("file", type=file_path())
@click.option("--rate", "rates", multiple=True, metavar="[TEAM=]RATE", help=help_text("rate"))
@click.option("--runs", type=click.IntRange(1, 100_000), default=500, help=help_text("runs"))
@click.option("--seed", type=click.IntRange(min=0), default=0, help=help_text("seed"))
@click.option("--posts", type=click.IntRange(1), default=600, help=help_text("posts"))
@click.option("-o", "--output", type=file_path(), help=help_text("robustness-output"))
@language_option
@json_option
@force_option
def robustness(
    file: Path,
    rates: tuple[str, ...],
    runs: int,
    seed: int,
    posts: int,
    output: Path | None,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Simulate absences over the sheet Planning and write a plan B beside the file."""
    from rotaplan import api
    from rotaplan.replies.risks import print_robustness

    target = output or file.with_name(f"{file.stem}_plan_b.xlsx")
    refuse_overwriting([target, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    scenario = reading.scenario
    assert scenario is not None
    given = dict(_rate(text, scenario, language) for text in rates)
    chances = api.rates_of(scenario, reading.rates, given)
    found = api.robustness(
        scenario, reading.planning, rates=chances, runs=runs, seed=seed, most_posts=posts
    )
    print_robustness(found, language)
    if json_file is not None:
        write_json(json_file, found.to_json())
    api.write_robustness(found, target, language=language)
    click.echo(say(language, "cli-written", file=str(target)))
    sys.exit(DONE)


def _rate(text: str, scenario: Scenario, language: str) -> tuple[str, float]:
    """Return the team and the rate of an option; an empty team stands for all others."""
    from rotaplan.sheets.headings import fold

    written, _, rate = text.rpartition("=")
    teams = {fold(one.team): one.team for one in scenario.people if one.team}
    team = teams.get(fold(written)) if written.strip() else ""
    if team is None:
        known = tuple(sorted(teams.values())) or ("–",)
        _refuse("risk-no-team", language, found=written.strip(), known=known)
    return team, _share(rate, text, language)


def _share(rate: str, text: str, language: str) -> float:
    """Return a rate as typed: 0.05, 0,05 or 5 %."""
    cleaned = rate.strip().replace(",", ".")
    percent = cleaned.endswith("%")
    try:
        value = float(cleaned.rstrip("% ")) / (100 if percent else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        _refuse("risk-no-rate", language, found=text)
    return value


def _refuse(key: str, language: str, **facts: object) -> NoReturn:
    click.echo(say(language, key, **facts), err=True)
    sys.exit(BAD_INPUT)
