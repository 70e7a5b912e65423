"""``rotaplan export``: the answer to a public instance, in the form of its set."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import print_problems, read_workbook, refuse_overwriting, stop, write_json
from rotaplan.cli.options import (
    BAD_INPUT,
    file_path,
    force_option,
    help_text,
    known_language,
    language_option,
)
from rotaplan.text import say

FORMATS = ("rerostering",)


@click.command(help=help_text("export"))
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("source", type=file_path())
@click.argument("file", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("export-output"))
@language_option
@force_option
def export(
    form: str, source: Path, file: Path, output: Path | None, lang: str | None, force: bool
) -> None:
    """Write the roster of a workbook as the answer to the instance that it was made from."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError

    target = output or file.with_suffix(".json")
    refuse_overwriting([target], [source, file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    try:
        content = api.answer_of_instance(form, source, reading.planning)
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    write_json(target, content)
    click.echo(say(language, "cli-written", file=str(target)))
