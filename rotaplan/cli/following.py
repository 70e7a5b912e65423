"""``rotaplan next``: a workbook with its roster in, the workbook of the next period out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import print_problems, read_workbook, refuse_overwriting, stop
from rotaplan.cli.options import (
    BAD_INPUT,
    DONE,
    file_path,
    force_option,
    help_text,
    known_language,
    language_option,
)
from rotaplan.text import say


@click.command("next", help=help_text("next"))
@click.argument("file", type=file_path())
@click.option("--weeks", type=click.IntRange(1, 57), help=help_text("next-weeks"))
@click.option("-o", "--output", type=file_path(), help=help_text("next-output"))
@language_option
@force_option
def following(
    file: Path, weeks: int | None, output: Path | None, lang: str | None, force: bool
) -> None:
    """Write the workbook of the days after the sheet Planning, ready to be solved."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError

    target = output or file.with_name(f"{file.stem}_suivant.xlsx")
    refuse_overwriting([target], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    try:
        found = api.write_next(reading, file, target, weeks=weeks, language=language)
    except WorkbookError as error:
        print_problems(error.problems, language)
        click.echo(say(language, "next-refused"), err=True)
        sys.exit(BAD_INPUT)
    scenario = found.reading.scenario
    assert scenario is not None
    horizon = scenario.horizon
    click.echo(
        say(
            language,
            "next-days",
            first=str(horizon.start),
            last=str(horizon.date(horizon.days - 1)),
            count=horizon.days,
            known=horizon.history_days,
        )
    )
    if found.left_out:
        click.echo(say(language, "next-left-out", count=found.left_out))
    click.echo(say(language, "cli-written", file=str(target)))
    sys.exit(DONE)
