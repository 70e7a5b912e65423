"""The command line: parse, call the api, print, exit. Heavy imports stay inside commands."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rotaplan.packs import pack_names
from rotaplan.text import LANGUAGES, say

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Language
    from rotaplan.result import Result
    from rotaplan.sheets import Reading

DONE, NOT_CLEAN, BAD_INPUT, OWN_FAULT = 0, 1, 2, 3
FORMATS = ("schedulingbenchmarks", "inrc1", "inrc2")


def _environment_language() -> str:
    """Return the language of the terminal; French where it is neither English nor known."""
    given = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "en" if given.lower().startswith("en") else "fr"


_HOME = _environment_language()


def _help(key: str) -> str:
    return say(_HOME, f"cli-help-{key}")


def _file(**kwargs: Any) -> click.Path:
    return click.Path(path_type=Path, **kwargs)


_language = click.option("--lang", type=click.Choice(LANGUAGES), help=_help("lang"))
_json = click.option("--json", "json_file", type=_file(dir_okay=False), help=_help("json"))
_force = click.option("--force", is_flag=True, help=_help("force"))


def _search_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that computes."""
    for option in (
        click.option("--time-limit", type=click.FloatRange(min=0.1), help=_help("time-limit")),
        click.option("--seed", type=click.IntRange(min=0), help=_help("seed")),
        click.option("--workers", type=click.IntRange(min=1), help=_help("workers")),
        click.option("--reproducible", is_flag=True, help=_help("reproducible")),
    ):
        command = option(command)
    return command


class _Guarded(click.Group):
    """Turns what goes wrong into one sentence and an exit code: never a traceback.

    With ``ROTAPLAN_DEBUG`` set, a fault of rotaplan's own is raised as it is.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OSError as problem:
            name = problem.filename or ""
            reason = problem.strerror or str(problem)
            click.echo(say(_HOME, "cli-file", file=str(name), reason=reason), err=True)
            sys.exit(BAD_INPUT)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as fault:
            if os.environ.get("ROTAPLAN_DEBUG"):
                raise
            told = f"{type(fault).__name__}: {fault}"
            click.echo(say(_HOME, "cli-fault", message=told), err=True)
            sys.exit(OWN_FAULT)


@click.group(cls=_Guarded, help=_help("rotaplan"))
@click.version_option(package_name="rotaplan")
def main() -> None:
    """See the help text."""


@main.command(help=_help("solve"))
@click.argument("file", type=_file(dir_okay=False))
@click.option("-o", "--output", type=_file(dir_okay=False), help=_help("output"))
@_search_options
@_language
@_json
@_force
def solve(
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
    """Solve a workbook and write the answer beside it."""
    from rotaplan import api
    from rotaplan.terminal import follow

    target = api.output_path(file, output)
    _refuse_overwriting([target, *([json_file] if json_file else [])], file, force, lang or _HOME)
    reading, language = _read(file, lang)
    assert reading.scenario is not None
    settings = api.Settings(
        seconds=time_limit, seed=seed, workers=workers, reproducible=reproducible
    )
    result = follow(reading.scenario, settings, language)
    _print_result(result, language)
    if json_file is not None:
        _write_json(json_file, result.to_json())
    if result.schedule is None:
        sys.exit(NOT_CLEAN)
    api.write(result, target, source=file, language="en" if language == "en" else "fr")
    click.echo(say(language, "cli-written", file=str(target)))


@main.command(help=_help("check"))
@click.argument("file", type=_file(dir_okay=False))
@click.option("-o", "--output", type=_file(dir_okay=False), help=_help("check-output"))
@_language
@_json
@_force
def check(
    file: Path, output: Path | None, lang: str | None, json_file: Path | None, force: bool
) -> None:
    """Judge the roster in the Planning sheet."""
    from rotaplan import api
    from rotaplan.terminal import print_check

    written = [path for path in (output, json_file) if path is not None]
    _refuse_overwriting(written, file, force, lang or _HOME)
    reading, language = _read(file, lang)
    assert reading.scenario is not None
    if reading.planning is None:
        click.echo(say(language, "cli-no-planning", file=str(file)), err=True)
        sys.exit(BAD_INPUT)
    result = api.check(reading.scenario, reading.planning)
    print_check(result, language)
    if json_file is not None:
        _write_json(json_file, result.to_json())
    if output is not None:
        api.write(result, output, source=file, language="en" if language == "en" else "fr")
        click.echo(say(language, "cli-written", file=str(output)))
    assert result.report is not None
    sys.exit(DONE if result.report.clean else NOT_CLEAN)


@main.command(help=_help("init"))
@click.argument("file", type=_file(dir_okay=False), required=False)
@click.option("--empty", is_flag=True, help=_help("empty"))
@click.option("--pack", "packs", multiple=True, type=click.Choice(pack_names()), help=_help("pack"))
@_language
@_force
def init(
    file: Path | None, empty: bool, packs: tuple[str, ...], lang: str | None, force: bool
) -> None:
    """Write a workbook to start from."""
    from rotaplan.api import write_template

    language = lang or _HOME
    target = file or Path("rotaplan.xlsx")
    _refuse_overwriting([target], None, force, language)
    known: Language = "en" if language == "en" else "fr"
    write_template(target, language=known, example=not empty, packs=packs)
    click.echo(say(language, "cli-written", file=str(target)))


@main.command(help=_help("rules"))
@_language
def rules(lang: str | None) -> None:
    """Print the reference of all rules."""
    from rotaplan.api import rules_reference

    click.echo(rules_reference("en" if (lang or _HOME) == "en" else "fr"))


@main.command("import", help=_help("import"))
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("source", type=_file(dir_okay=False))
@click.option("-o", "--output", type=_file(dir_okay=False), help=_help("import-output"))
@_language
@_force
def import_(form: str, source: Path, output: Path | None, lang: str | None, force: bool) -> None:
    """Turn a public instance into a workbook."""
    from rotaplan.api import import_instance
    from rotaplan.errors import WorkbookError

    language = lang or _HOME
    target = output or Path(f"{source.stem}.xlsx")
    _refuse_overwriting([target], source, force, language)
    try:
        import_instance(form, source, target, language="en" if language == "en" else "fr")
    except WorkbookError as error:
        _print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    click.echo(say(language, "cli-written", file=str(target)))


def _refuse_overwriting(
    targets: list[Path], source: Path | None, force: bool, language: str
) -> None:
    """Stop before anything is computed if a file would be overwritten; the input never is."""
    for target in targets:
        if source is not None and target.resolve() == source.resolve():
            click.echo(say(language, "cli-is-input", file=str(target)), err=True)
            sys.exit(BAD_INPUT)
        if target.exists() and not force:
            click.echo(say(language, "cli-exists", file=str(target)), err=True)
            sys.exit(BAD_INPUT)
        if not target.parent.is_dir():
            click.echo(say(language, "cli-no-folder", file=str(target)), err=True)
            sys.exit(BAD_INPUT)
        if target.exists() and not _can_write(target):
            click.echo(say(language, "cli-locked", file=str(target)), err=True)
            sys.exit(BAD_INPUT)


def _can_write(target: Path) -> bool:
    """Whether an existing file can be replaced: a spreadsheet program may hold it open."""
    try:
        with target.open("r+b"):
            return True
    except OSError:
        return False


def _read(file: Path, lang: str | None) -> tuple[Reading, str]:
    """Read a workbook; print what is wrong with it and stop if that is an error."""
    from rotaplan import api

    reading = api.read(file)
    language = lang or (reading.scenario.language if reading.scenario else reading.language)
    _print_problems(reading.problems, language)
    if reading.scenario is None:
        errors = sum(problem.severity == "error" for problem in reading.problems)
        click.echo(say(language, "cli-input-errors", count=errors, file=str(file)), err=True)
        sys.exit(BAD_INPUT)
    return reading, language


def _print_problems(problems: Any, language: str) -> None:
    from rotaplan.sheets.problems import render

    for problem in problems:
        click.echo(render(problem, language), err=True)


def _print_result(result: Result, language: str) -> None:
    from rotaplan.terminal import print_result

    print_result(result, language)


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
