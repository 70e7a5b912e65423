"""``rotaplan replan``: a published schedule and what has happened in, graded plans out."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

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
    from rotaplan.sheets import Reading

PLANS = ("fewest", "balanced", "most")


@click.command(help=help_text("replan"))
@click.argument("file", type=file_path())
@click.argument("incident", type=file_path(), required=False)
@click.option("--absent", multiple=True, metavar="ID:DATE[..DATE]", help=help_text("absent"))
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
    incident: Path | None,
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
    """Plan a published schedule again after an incident."""
    from rotaplan import api
    from rotaplan.errors import WorkbookError
    from rotaplan.replies.plans import print_replanning

    base = output or file.with_name(f"{file.stem}_replan.xlsx")
    names = (plan,) if plan else PLANS
    targets = {name: base if plan else _named(base, name) for name in names}
    inputs = [file] if incident is None else [file, incident]
    refuse_overwriting([*targets.values(), json_file], inputs, force, known_language(lang))
    reading, language = read_workbook(file, lang)
    if reading.planning is None or reading.undisturbed is None:
        stop(language, "cli-no-planning", file)
    rows = [] if incident is None else _incident(incident, reading, language)
    settings = search_settings(time_limit, seed, workers, reproducible)
    try:
        away = [_absence(reading.undisturbed, text, now) for text in absent]
        news = reading.news([*rows, *away])
        if not news:
            _nothing_new(reading, file, language, json_file)
        found = api.replan(
            *(reading.undisturbed, reading.planning, news, settings),
            now=now,
            until=until,
            plans=names,  # type: ignore[arg-type]
            earlier=[one for one in reading.disruptions if one not in news],
            changes=reading.changes,
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    print_replanning(found, language)
    if json_file is not None:
        write_json(json_file, api.replan_json(found, language))
    _write(found, targets, file, language)
    clean = bool(found.alternatives) and all(_clean(found, one.name) for one in found.different)
    sys.exit(DONE if clean else NOT_CLEAN)


def _incident(path: Path, reading: Reading, language: Language) -> tuple[Disruption, ...]:
    """Return what a workbook says has happened; print what is wrong with it."""
    from rotaplan import api

    rows, problems = api.read_incident(path, reading)
    print_problems(problems, language)
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        click.echo(say(language, "cli-input-errors", count=errors, file=str(path)), err=True)
        sys.exit(BAD_INPUT)
    return rows


def _nothing_new(
    reading: Reading, file: Path, language: Language, json_file: Path | None
) -> NoReturn:
    """Say that the published schedule stays as it is, and whether it can; end the command."""
    from rotaplan import api

    click.echo(say(language, "replan-nothing-new", file=str(file)))
    if json_file is not None:
        write_json(json_file, {"plans": []})
    assert reading.scenario is not None
    report = api.check(reading.scenario, reading.planning or ()).report
    if report is None or report.clean:
        sys.exit(DONE)
    click.echo(say(language, "replan-yet-broken", count=len(report.broken)), err=True)
    sys.exit(NOT_CLEAN)


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
