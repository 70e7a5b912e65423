"""What commands do with files: read a workbook, refuse to overwrite, write JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from rotaplan.cli.options import BAD_INPUT, DONE, NOT_CLEAN, known_language
from rotaplan.text import say

if TYPE_CHECKING:
    from rotaplan.domain.scenario import Language
    from rotaplan.explanation import Explanation
    from rotaplan.problem import Problem
    from rotaplan.result import Result
    from rotaplan.sheets import Reading


def refuse_overwriting(
    targets: Iterable[Path | None], sources: Iterable[Path], force: bool, language: str
) -> None:
    """Stop before anything is computed if a file would be overwritten; an input never is.

    Nor may two answers go to one file: the later one would be all that is left.
    """
    inputs, taken = tuple(sources), list[Path]()
    for target in targets:
        if target is None:
            continue
        if any(_one_file(target, source) for source in inputs):
            stop(language, "cli-is-input", target)
        if any(_one_file(target, other) for other in taken):
            stop(language, "cli-two-answers", target)
        taken.append(target)
        if target.exists() and not force:
            stop(language, "cli-exists", target)
        if not target.parent.is_dir():
            stop(language, "cli-no-folder", target)
        if target.exists() and not _can_write(target):
            stop(language, "cli-locked", target)


def _one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by links or another spelling too."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def stop(language: str, key: str, file: Path) -> NoReturn:
    """Say what is wrong with a file, and end the command."""
    click.echo(say(language, key, file=str(file)), err=True)
    sys.exit(BAD_INPUT)


def _can_write(target: Path) -> bool:
    """Whether an existing file can be replaced: a spreadsheet program may hold it open."""
    try:
        with target.open("r+b"):
            return True
    except OSError:
        return False


def read_workbook(file: Path, lang: str | None) -> tuple[Reading, Language]:
    """Read a workbook; print what is wrong with it and stop if that is an error."""
    from rotaplan import api

    reading = api.read(file)
    written = reading.scenario.language if reading.scenario else reading.language
    language = written if lang is None else known_language(lang)
    print_problems(reading.problems, language)
    if reading.scenario is None:
        errors = sum(problem.severity == "error" for problem in reading.problems)
        click.echo(say(language, "cli-input-errors", count=errors, file=str(file)), err=True)
        sys.exit(BAD_INPUT)
    return reading, language


def print_problems(problems: Iterable[Problem], language: str) -> None:
    """Print each problem of an input with its cell."""
    from rotaplan.sheets.problems import render_all

    for line in render_all(problems, language):
        click.echo(line, err=True)


def hand_out(
    result: Result,
    target: Path,
    source: Path,
    json_file: Path | None,
    language: Language,
    explanation: Explanation | None = None,
) -> int:
    """Print the verdict of a search, and why where there is no roster; return the exit code.

    ``explanation`` says why where that is known; otherwise the cause is looked for. Of a roster
    it says why posts are open and wishes refused.
    """
    from dataclasses import replace

    from rotaplan import api
    from rotaplan.replies.conflicts import print_conflicts
    from rotaplan.terminal import print_result
    from rotaplan.write.quality import quality_json
    from rotaplan.write.reasons import explanation_json
    from rotaplan.write.refusals import reasons_json
    from rotaplan.write.shortages import shortages_json

    if result.report is None and explanation is None:
        explanation = _explained(result, language)
    if explanation is not None and explanation.impossible:
        result = replace(result, status="infeasible")
    print_result(result, language)
    if explanation is not None and result.schedule is None:
        print_conflicts(explanation, language)
    if json_file is not None:
        told = {} if explanation is None else explanation_json(explanation, language)
        if explanation is not None and explanation.shortages:
            told["shortages"] = shortages_json(
                explanation.shortages, explanation.scenario, language
            )
        if result.schedule is not None:
            told["quality"] = quality_json(api.quality(result), language)
            if explanation is not None:
                told |= reasons_json(explanation, language)
        write_json(json_file, {**result.to_json(), **told})
    api.write(result, target, source=source, language=language, explanation=explanation)
    click.echo(say(language, "cli-written", file=str(target)))
    return DONE if result.report is not None and result.report.clean else NOT_CLEAN


def _explained(result: Result, language: Language) -> Explanation:
    """Return why a search has found no roster."""
    from rotaplan import api

    seconds = min(result.time_limit_seconds or api.DEFAULT_SECONDS, api.DEFAULT_EXPLAIN_SECONDS)
    click.echo(say(language, "explain-searching", seconds=f"{seconds:g}"), err=True)
    settings = api.Settings(seconds=seconds, seed=result.seed)
    return api.conflicts(result.scenario, settings, alone=result.impossible is not None)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write the stable form of an answer."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
