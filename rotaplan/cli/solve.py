"""``rotaplan solve``: a workbook in, a judged schedule out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rotaplan.cli.files import hand_out, read_workbook, refuse_overwriting
from rotaplan.cli.options import (
    file_path,
    force_option,
    help_text,
    json_option,
    known_language,
    language_option,
    search_options,
    search_settings,
)

if TYPE_CHECKING:
    from rotaplan.api import Settings
    from rotaplan.domain.scenario import Scenario
    from rotaplan.explanation import Explanation

_MUST_HOLD = frozenset({"cover_minimum", "min_presence"})
_SHARE, _LEAST_SECONDS = 0.1, 3.0
"""Share of the time limit, and seconds at least, for what can be seen before a search."""


@click.command(help=help_text("solve"))
@click.argument("file", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("output"))
@search_options
@language_option
@json_option
@force_option
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
    refuse_overwriting([target, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    assert reading.scenario is not None
    settings = search_settings(time_limit, seed, workers, reproducible)
    foreseen = _foreseen(reading.scenario, settings)
    if foreseen.conflicts:
        nothing = api.without_schedule(reading.scenario, settings)
        sys.exit(hand_out(nothing, target, file, json_file, language, foreseen))
    result = follow(reading.scenario, settings, language)
    sys.exit(hand_out(result, target, file, json_file, language))


def _foreseen(scenario: Scenario, settings: Settings) -> Explanation:
    """Return what cannot hold on a day, or two in a row, before any search.

    Only where some cover must hold: otherwise posts can stay open, and such a day is no obstacle.
    """
    from rotaplan import api
    from rotaplan.explanation import Explanation

    if not any(rule.must and rule.key in _MUST_HOLD for rule in scenario.rules):
        return Explanation(scenario=scenario)
    limit = settings.seconds or scenario.time_limit_seconds or api.DEFAULT_SECONDS
    asked = replace(settings, seconds=max(_LEAST_SECONDS, _SHARE * limit))
    return api.conflicts(scenario, asked, alone=False, longest=2)
