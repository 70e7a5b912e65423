"""``rotaplan check``: the roster of a workbook, judged."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from rotaplan.cli.files import read_workbook, refuse_overwriting, stop, write_json
from rotaplan.cli.options import (
    DONE,
    NOT_CLEAN,
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
)
from rotaplan.text import say


@click.command(help=help_text("check"))
@click.argument("file", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("check-output"))
@language_option
@json_option
@force_option
def check(
    file: Path, output: Path | None, lang: str | None, json_file: Path | None, force: bool
) -> None:
    """Judge the roster in the Planning sheet."""
    from rotaplan import api
    from rotaplan.terminal import print_check

    # What is read is kept to the end: looking for garbage in it takes a tenth of the time.
    gc.disable()
    refuse_overwriting([output, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    result = api.check(reading.scenario, reading.planning)
    files = ", ".join(str(path) for path in (output, json_file) if path is not None)
    where = say(language, "cli-all-in", files=files) if files else say(language, "cli-all-how")
    print_check(result, language, everything=where)
    if json_file is not None:
        write_json(json_file, result.to_json())
    if output is not None:
        api.write(result, output, source=file, language=language)
        click.echo(say(language, "cli-written", file=str(output)))
    assert result.report is not None
    sys.exit(DONE if result.report.clean else NOT_CLEAN)
