"""``rotaplan solve``: a workbook in, a judged schedule out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal

import click

from rotaplan.cli.files import hand_out, read_workbook, refuse_overwriting
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


@click.command(help=help_text("solve"))
@click.argument("file", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("output"))
@search_options
@click.option(
    "--strategy",
    type=click.Choice(["auto", "model", "search", "columns"]),
    default="auto",
    help=help_text("strategy"),
)
@language_option
@json_option
@force_option
def solve(
    file: Path,
    output: Path | None,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool,
    strategy: Literal["auto", "model", "search", "columns"],
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Solve a workbook and write the answer beside it."""
    from rotaplan import api

    target = api.output_path(file, output)
    refuse_overwriting([target, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    given = search_settings(time_limit, seed, workers, reproducible)
    settings = replace(given, strategy=strategy)
    foreseen = api.foresee(reading.scenario, settings)
    if foreseen.impossible:
        nothing = api.without_schedule(reading.scenario, settings)
        sys.exit(hand_out(nothing, target, file, json_file, language, foreseen))
    result, told = find(reading.scenario, settings, language)
    sys.exit(hand_out(result, target, file, json_file, language, told))
