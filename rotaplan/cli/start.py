"""``rotaplan init``, ``rules`` and ``import``: workbooks to start from, and the reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import print_problems, refuse_overwriting
from rotaplan.cli.options import (
    BAD_INPUT,
    file_path,
    force_option,
    help_text,
    known_language,
    language_option,
)
from rotaplan.packs import pack_names
from rotaplan.text import say

FORMATS = ("schedulingbenchmarks", "inrc1", "inrc2", "rws", "rerostering")


@click.command(help=help_text("init"))
@click.argument("file", type=file_path(), required=False)
@click.option("--empty", is_flag=True, help=help_text("empty"))
@click.option(
    "--pack", "packs", multiple=True, type=click.Choice(pack_names()), help=help_text("pack")
)
@language_option
@force_option
def init(
    file: Path | None, empty: bool, packs: tuple[str, ...], lang: str | None, force: bool
) -> None:
    """Write a workbook to start from."""
    from rotaplan.api import write_template

    language = known_language(lang)
    target = file or Path("rotaplan.xlsx")
    refuse_overwriting([target], [], force, language)
    write_template(target, language=language, example=not empty, packs=packs)
    click.echo(say(language, "cli-written", file=str(target)))


@click.command(help=help_text("rules"))
@language_option
def rules(lang: str | None) -> None:
    """Print the reference of all rules."""
    from rotaplan.api import rules_reference

    click.echo(rules_reference(known_language(lang)))


@click.command("import", help=help_text("import"))
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("source", type=file_path())
@click.option("-o", "--output", type=file_path(), help=help_text("import-output"))
@language_option
@force_option
def import_(form: str, source: Path, output: Path | None, lang: str | None, force: bool) -> None:
    """Turn a public instance into a workbook."""
    from rotaplan.api import import_instance
    from rotaplan.errors import WorkbookError

    language = known_language(lang)
    target = output or Path(f"{source.stem}.xlsx")
    refuse_overwriting([target], _files_of(source), force, language)
    try:
        import_instance(form, source, target, language=language)
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    click.echo(say(language, "cli-written", file=str(target)))


def _files_of(source: Path) -> list[Path]:
    """Return the files of an instance; it may be named by its data set, whose files are texts.

    They stand in the folder of that name, or in the one of the set inside it.
    """
    if source.exists():
        return [source]
    folders = (source.parent, source.parent / source.name.partition("_")[0])
    return [file for folder in folders for file in sorted(folder.glob("*.txt"))]
