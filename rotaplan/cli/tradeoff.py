"""``rotaplan tradeoff``: a workbook in, a few different good rosters and their table out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import read_workbook, refuse_overwriting, write_json
from rotaplan.cli.options import (
    BAD_INPUT,
    DONE,
    NOT_CLEAN,
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
    search_options,
    search_settings,
)
from rotaplan.text import say

_GOALS = ("cover", "fairness", "wishes", "changes", "cost")
_MOST = 12


@click.command(help=help_text("tradeoff"))
@click.argument("file", type=file_path())
@click.option("--plans", type=click.IntRange(1, _MOST), default=4, help=help_text("plans"))
@click.option("--distance", type=click.IntRange(min=1), default=20, help=help_text("distance"))
@click.option("--goal", "goals", multiple=True, type=click.Choice(_GOALS), help=help_text("goal"))
@click.option("--give", type=click.FloatRange(0, 10), default=0.25, help=help_text("give"))
@click.option("-o", "--output", type=file_path(), help=help_text("tradeoff-output"))
@search_options
@language_option
@json_option
@force_option
def tradeoff(
    file: Path,
    plans: int,
    distance: int,
    goals: tuple[str, ...],
    give: float,
    output: Path | None,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Search rosters to choose from, and write each and their table beside the file."""
    from rotaplan import api
    from rotaplan.replies.choices import print_tradeoff
    from rotaplan.terminal import stoppable

    table = output or file.with_name(f"{file.stem}_choix.xlsx")
    targets = [table.with_name(f"{table.stem}_{n}{table.suffix}") for n in range(1, plans + 1)]
    refuse_overwriting([table, *targets, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    scenario = reading.scenario
    assert scenario is not None
    if distance > api.most_apart(scenario):
        most = api.most_apart(scenario)
        click.echo(say(language, "choice-too-far", found=distance, most=most), err=True)
        sys.exit(BAD_INPUT)
    settings = search_settings(time_limit, seed, workers, reproducible)
    found = stoppable(
        lambda watch: api.tradeoff(
            scenario,
            settings,
            goals=goals or _GOALS,
            plans=plans,
            distance=distance,
            give=give,
            watch=watch,
        )
    )
    print_tradeoff(found, language)
    if json_file is not None:
        write_json(json_file, found.to_json())
    if not found.choices:
        sys.exit(NOT_CLEAN)
    written = targets[: len(found.choices)]
    for one, target in zip(found.choices, written, strict=True):
        api.write(one.result, target, source=file, language=language)
    api.write_tradeoff(found, written, table, language=language)
    for target in (table, *written):
        click.echo(say(language, "cli-written", file=str(target)))
    clean = all(one.result.report and one.result.report.clean for one in found.choices)
    sys.exit(DONE if clean else NOT_CLEAN)
