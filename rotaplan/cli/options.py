"""Options that several commands have, the exit codes, and the language of the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rotaplan.text import LANGUAGES, say

if TYPE_CHECKING:
    from rotaplan.api import Settings
    from rotaplan.domain.scenario import Language

DONE, NOT_CLEAN, BAD_INPUT, OWN_FAULT = 0, 1, 2, 3


def environment_language() -> Language:
    """Return the language of the terminal; French where it is neither English nor known."""
    given = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "en" if given.lower().startswith("en") else "fr"


HOME = environment_language()


def known_language(language: str | None) -> Language:
    """Return a language as given on the command line; that of the terminal where None."""
    return HOME if language is None else ("en" if language == "en" else "fr")


def help_text(key: str) -> str:
    """Return the help of a command or an option, in the language of the terminal."""
    return say(HOME, f"cli-help-{key}")


def file_path(**kwargs: Any) -> click.Path:
    """Return the type of a file argument."""
    return click.Path(path_type=Path, dir_okay=False, **kwargs)


language_option = click.option("--lang", type=click.Choice(LANGUAGES), help=help_text("lang"))
json_option = click.option("--json", "json_file", type=file_path(), help=help_text("json"))
force_option = click.option("--force", is_flag=True, help=help_text("force"))


def search_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that computes."""
    for option in (
        click.option("--time-limit", type=click.FloatRange(min=0.1), help=help_text("time-limit")),
        click.option("--seed", type=click.IntRange(min=0), help=help_text("seed")),
        click.option("--workers", type=click.IntRange(min=1), help=help_text("workers")),
        click.option("--reproducible", is_flag=True, help=help_text("reproducible")),
    ):
        command = option(command)
    return command


def search_settings(
    time_limit: float | None, seed: int | None, workers: int | None, reproducible: bool
) -> Settings:
    """Return what the options of :func:`search_options` say."""
    from rotaplan.api import Settings

    return Settings(seconds=time_limit, seed=seed, workers=workers, reproducible=reproducible)
