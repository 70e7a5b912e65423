"""``rotaplan replace`` and ``rotaplan swap``: one hole, or one exchange, without a solve."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rotaplan.cli.dates import read_date, read_moment
from rotaplan.cli.files import (
    print_problems,
    read_workbook,
    refuse_overwriting,
    stop,
    write_json,
)
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
)

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Language, Scenario
    from rotaplan.domain.schedule import Assignment
    from rotaplan.sheets import Reading

_SHOWN = 10


@click.command(help=help_text("replace"))
@click.argument("file", type=file_path())
@click.option("--person", required=True, help=help_text("replace-person"))
@click.option("--date", required=True, callback=read_date, help=help_text("replace-date"))
@click.option("--now", callback=read_moment, help=help_text("now"))
@click.option("--limit", type=click.IntRange(min=1), default=_SHOWN, help=help_text("limit"))
@click.option("--all", "everybody", is_flag=True, help=help_text("all"))
@language_option
@json_option
@force_option
def replace(
    file: Path,
    person: str,
    date: dt.date,
    now: dt.datetime | None,
    limit: int,
    everybody: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Print whom to call for one hole."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError
    from rotaplan.replies.calls import print_call_list

    refuse_overwriting([json_file], [file], force, known_language(lang))
    reading, scenario, planning, language = _roster(file, lang)
    try:
        found = api.replace(
            scenario, planning, person=person, date=date, now=now, away=reading.away
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    print_call_list(found, language, limit, everybody)
    if json_file is not None:
        write_json(json_file, found.to_json(language))
    sys.exit(DONE if found.candidates else NOT_CLEAN)


@click.command(help=help_text("swap"))
@click.argument("file", type=file_path())
@click.option("--person", required=True, help=help_text("swap-person"))
@click.option("--date", required=True, callback=read_date, help=help_text("swap-date"))
@click.option("--with", "other", required=True, help=help_text("swap-with"))
@click.option("--date2", callback=read_date, help=help_text("swap-date2"))
@language_option
@json_option
@force_option
def swap(
    file: Path,
    person: str,
    date: dt.date,
    other: str,
    date2: dt.date | None,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Print whether two people may exchange."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError
    from rotaplan.replies.swaps import print_exchange

    refuse_overwriting([json_file], [file], force, known_language(lang))
    reading, scenario, planning, language = _roster(file, lang)
    try:
        found = api.swap(
            scenario,
            planning,
            person=person,
            date=date,
            other=other,
            other_date=date2,
            away=reading.away,
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    print_exchange(found, language)
    if json_file is not None:
        write_json(json_file, found.to_json(language))
    sys.exit(DONE if found.accepted else NOT_CLEAN)


def _roster(
    file: Path, lang: str | None
) -> tuple[Reading, Scenario, tuple[Assignment, ...], Language]:
    """Read a workbook that must have a roster."""
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    if reading.planning is None:
        stop(language, "cli-no-planning", file)
    return reading, reading.scenario, reading.planning, language
