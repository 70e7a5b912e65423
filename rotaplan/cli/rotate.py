"""``rotaplan rotate``: needs by weekday and rules in, a cyclic rotation out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import print_problems, refuse_overwriting, write_json
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
    search_settings,
)
from rotaplan.text import say


@click.command(help=help_text("rotate"))
@click.argument("file", type=file_path())
@click.option("--lines", type=click.IntRange(1, 1000), help=help_text("rotate-lines"))
@click.option("--fixed-lines", is_flag=True, help=help_text("fixed-lines"))
@click.option("--weeks", type=click.IntRange(1, 52), help=help_text("rotate-weeks"))
@click.option("--min-staff", is_flag=True, help=help_text("min-staff"))
@click.option(
    "--alternatives", type=click.IntRange(1, 9), default=1, help=help_text("alternatives")
)
@click.option("-o", "--output", type=file_path(), help=help_text("rotate-output"))
@click.option("--picture", type=file_path(), help=help_text("rotate-picture"))
@click.option("--time-limit", type=click.FloatRange(min=0.1), help=help_text("time-limit"))
@click.option("--seed", type=click.IntRange(min=0), help=help_text("seed"))
@click.option("--reproducible", is_flag=True, help=help_text("reproducible"))
@language_option
@json_option
@force_option
def rotate(
    file: Path,
    lines: int | None,
    fixed_lines: bool,
    weeks: int | None,
    min_staff: bool,
    alternatives: int,
    output: Path | None,
    picture: Path | None,
    time_limit: float | None,
    seed: int | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Design a rotation and write it beside the file."""
    from dataclasses import replace

    from rotaplan import api
    from rotaplan.replies.rotations import print_rotation, progress_of
    from rotaplan.terminal import stoppable

    target = output or file.with_name(f"{file.stem}_roulement.xlsx")
    refuse_overwriting([target, json_file, picture], [file], force, known_language(lang))
    question, problems = api.rotation_question(file, lines, weeks or int(fixed_lines))
    written = api.read(file).language if question is None else question.language
    language = known_language(lang) if lang else written
    print_problems(problems, language)
    if question is None:
        errors = sum(problem.severity == "error" for problem in problems)
        click.echo(say(language, "cli-input-errors", count=errors, file=str(file)), err=True)
        sys.exit(BAD_INPUT)
    settings = search_settings(time_limit, seed, None, reproducible)
    if min_staff or not api.rotation_problems(question):
        limit = f"{settings.seconds or api.DEFAULT_SECONDS:g}"
        click.echo(say(language, "cli-limit", seconds=limit), err=True)
    found = stoppable(
        lambda watch: api.rotate(
            question,
            settings,
            alternatives=alternatives,
            fewest=min_staff,
            watch=watch,
            listener=progress_of(language),
        )
    )
    found = replace(found, aside=tuple(one for one in problems if one.severity == "notice"))
    print_problems(found.problems, language)
    print_rotation(found, language)
    if found.grids and len(found.grids) < alternatives:
        click.echo(say(language, "rotate-fewer", count=len(found.grids), asked=alternatives))
    if json_file is not None:
        write_json(json_file, found.to_json())
    if found.problems:
        sys.exit(BAD_INPUT)
    if not found.grids:
        sys.exit(NOT_CLEAN)
    api.write_rotation(found, target, language=language)
    click.echo(say(language, "cli-written", file=str(target)))
    if picture is not None:
        api.draw_rotation(found, picture, language=language)
        click.echo(say(language, "cli-written", file=str(picture)))
    sys.exit(DONE)
