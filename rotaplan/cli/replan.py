"""``rotaplan replan``: a published schedule and people who are absent in, graded plans out."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rotaplan.cli.dates import date_of, read_date, read_moment
from rotaplan.cli.files import print_problems, read_workbook, refuse_overwriting, stop, write_json
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

if TYPE_CHECKING:
    from rotaplan.domain.disruption import Disruption
    from rotaplan.domain.scenario import Language, Scenario
    from rotaplan.replanning import Replanning

PLANS = ("fewest", "balanced", "most")


@click.command(help=help_text("replan"))
@click.argument("file", type=file_path())
@click.option(
    "--absent",
    multiple=True,
    required=True,
    metavar="ID:DATE[..DATE]",
    help=help_text("absent"),
)
@click.option("--now", callback=read_moment, help=help_text("replan-now"))
@click.option("--until", callback=read_date, help=help_text("until"))
@click.option("--plan", type=click.Choice(PLANS), help=help_text("plan"))
@click.option("-o", "--output", type=file_path(), help=help_text("replan-output"))
@search_options
@language_option
@json_option
@force_option
def replan(
    file: Path,
    absent: tuple[str, ...],
    now: dt.datetime | None,
    until: dt.date | None,
    plan: str | None,
    output: Path | None,
    time_limit: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Plan a published schedule again while people are absent."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError
    from rotaplan.replies import print_replanning

    base = output or file.with_name(f"{file.stem}_replan.xlsx")
    names = (plan,) if plan else PLANS
    targets = {name: base if plan else _named(base, name) for name in names}
    refuse_overwriting([*targets.values(), json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    if reading.planning is None or reading.scenario is None:
        stop(language, "cli-no-planning", file)
    settings = search_settings(time_limit, seed, workers, reproducible)
    try:
        incident = [_absence(reading.scenario, text, now) for text in absent]
        found = api.replan(
            *(reading.scenario, reading.planning, incident, settings),
            now=now,
            until=until,
            plans=names,  # type: ignore[arg-type]
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    print_replanning(found, language)
    if json_file is not None:
        write_json(json_file, found.to_json())
    _write(found, targets, file, language)
    clean = bool(found.alternatives) and all(_clean(found, one.name) for one in found.different)
    sys.exit(DONE if clean else NOT_CLEAN)


def _named(base: Path, name: str) -> Path:
    return base.with_name(f"{base.stem}_{PLANS.index(name) + 1}_{name}{base.suffix}")


def _absence(scenario: Scenario, text: str, now: dt.datetime | None) -> Disruption:
    """Return what an option says: staff number, first day, and last day if it is another."""
    from rotaplan import api

    person, _, days = text.rpartition(":")
    first, _, last = days.partition("..")
    return api.absence(scenario, person, date_of(first), date_of(last or first), known=now)


def _write(found: Replanning, targets: dict[str, Path], file: Path, language: Language) -> None:
    """Write each plan that is really different."""
    from rotaplan import api

    for one in found.different:
        api.write_plan(found, one.name, targets[one.name], source=file, language=language)
        click.echo(say(language, "cli-written", file=str(targets[one.name])))


def _clean(found: Replanning, name: str) -> bool:
    report = found.plan(name).result.report
    return report is not None and report.clean
