"""``rotaplan explain``: why this person has this duty on that day, or has it not."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from rotaplan.cli.dates import read_date
from rotaplan.cli.files import print_problems, read_workbook, refuse_overwriting, stop, write_json
from rotaplan.cli.options import (
    BAD_INPUT,
    DONE,
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
    search_options,
    search_settings,
)


@click.command(help=help_text("explain"))
@click.argument("file", type=file_path())
@click.option("--person", required=True, help=help_text("explain-person"))
@click.option("--date", required=True, callback=read_date, help=help_text("explain-date"))
@click.option("--shift", help=help_text("explain-shift"))
@search_options
@language_option
@json_option
@force_option
def explain(
    file: Path,
    person: str,
    date: dt.date,
    shift: str | None,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Print why a cell of the sheet Planning holds what it holds."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError
    from rotaplan.replies.why import print_why
    from rotaplan.write.whys import why_json

    refuse_overwriting([json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    settings = search_settings(time_limit, seed, workers, reproducible)
    try:
        found = api.explain(
            reading.scenario,
            reading.planning,
            person=person,
            date=date,
            shift=shift,
            settings=settings,
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    print_why(found, language)
    if json_file is not None:
        write_json(json_file, why_json(found, language))
    sys.exit(DONE)
