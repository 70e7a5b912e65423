"""``rotaplan complete``: a roster begun by hand in, the rest of it planned around that."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import hand_out, read_workbook, refuse_overwriting, stop
from rotaplan.cli.options import (
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
    search_options,
    search_settings,
)
from rotaplan.cli.searching import find
from rotaplan.text import say


@click.command(help=help_text("complete"))
@click.argument("file", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("output"))
@search_options
@language_option
@json_option
@force_option
def complete(
    file: Path,
    output: Path | None,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Plan the empty cells of the sheet Planning; the filled ones stay."""
    from rotaplan import api

    target = api.output_path(file, output)
    refuse_overwriting([target, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    if reading.filled is None:
        stop(language, "cli-nothing-to-complete", file)
    filled = len(reading.filled.pins) + len(reading.filled.absences)
    cells = len(reading.scenario.people) * reading.scenario.horizon.days
    click.echo(say(language, "cli-completing", filled=filled, open=cells - filled), err=True)
    settings = search_settings(time_limit, seed, workers, reproducible)
    asked = api.completing(reading)
    foreseen = api.foresee(asked, settings)
    if foreseen.impossible:
        nothing = api.without_schedule(asked, settings)
        sys.exit(hand_out(nothing, target, file, json_file, language, foreseen))
    result, told = find(asked, settings, language)
    sys.exit(hand_out(result, target, file, json_file, language, told))
