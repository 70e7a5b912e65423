"""``rotaplan sweep``: a workbook in, the table of its variants out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rotaplan.cli.files import print_problems, read_workbook, refuse_overwriting, write_json
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
from rotaplan.packs import pack_names
from rotaplan.text import say

_PACK = click.Choice(pack_names(), case_sensitive=False)


@click.command(help=help_text("sweep"))
@click.argument("file", type=file_path())
@click.option("--staff", default="0", metavar="N[..N]", help=help_text("staff"))
@click.option("--like", metavar="ID", help=help_text("like"))
@click.option("--fte", metavar="SHARE", help=help_text("fte"))
@click.option("--minimum", default="0", metavar="N[..N]", help=help_text("minimum"))
@click.option("--leave", metavar="N[..N]", help=help_text("leave"))
@click.option("--pack", "packs", multiple=True, type=_PACK, help=help_text("sweep-pack"))
@click.option("--first-days", type=click.IntRange(1), help=help_text("first-days"))
@click.option("-o", "--output", type=file_path(), help=help_text("sweep-output"))
@click.option("--time-limit", type=click.FloatRange(min=0.1), help=help_text("sweep-time-limit"))
@click.option("--seed", type=click.IntRange(min=0), help=help_text("seed"))
@click.option("--processes", type=click.IntRange(min=1), help=help_text("processes"))
@click.option("--cluster", metavar="ADDRESS", help=help_text("cluster"))
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help=help_text("cache"))
@click.option("--reproducible", is_flag=True, help=help_text("reproducible"))
@language_option
@json_option
@force_option
def sweep(
    file: Path,
    staff: str,
    like: str | None,
    fte: str | None,
    minimum: str,
    leave: str | None,
    packs: tuple[str, ...],
    first_days: int | None,
    output: Path | None,
    time_limit: float | None,
    seed: int | None,
    processes: int | None,
    cluster: str | None,
    cache: Path | None,
    reproducible: bool,
    lang: str | None,
    json_file: Path | None,
    force: bool,
) -> None:
    """Solve the variants and write their table beside the file."""
    from rotaplan.errors import WorkbookError
    from rotaplan.exploring import sweep as swept
    from rotaplan.exploring import variants
    from rotaplan.replies.sweeps import print_sweep
    from rotaplan.write.xlsx.sweep import write_sweep

    target = output or file.with_name(f"{file.stem}_variantes.xlsx")
    refuse_overwriting([target, json_file], [file], force, known_language(lang))
    reading, language = read_workbook(file, lang)
    scenario = reading.scenario
    assert scenario is not None
    if first_days is not None and first_days > scenario.horizon.days:
        _refuse("sweep-no-days", language, days=scenario.horizon.days)
    try:
        found = swept(
            scenario,
            search_settings(time_limit, seed, 1, reproducible),
            staff=_numbers(staff, language),
            like=like,
            quotite=fte,
            minimum=_numbers(minimum, language),
            leave=() if leave is None else _numbers(leave, language, least=0),
            packs=dict.fromkeys(packs),
            first_days=first_days,
            variants=variants(file),
            processes=processes,
            cluster=cluster,
            cache=cache,
        )
    except WorkbookError as error:
        print_problems(error.problems, language)
        sys.exit(BAD_INPUT)
    except ConnectionError:
        _refuse("sweep-no-cluster", language, address=cluster)
    except ImportError:
        _refuse("sweep-no-dask", language)
    print_sweep(found, language)
    if json_file is not None:
        write_json(json_file, found.to_json())
    write_sweep(found, target, language)
    click.echo(say(language, "cli-written", file=str(target)))
    solved = all(line.result.schedule is not None for line in found.lines)
    sys.exit(DONE if solved else NOT_CLEAN)


def _numbers(text: str, language: str, least: int | None = None) -> tuple[int, ...]:
    """Return the numbers of an option: one, several after commas, or first..last."""
    found: list[int] = []
    try:
        for part in text.split(","):
            first, _, last = part.partition("..")
            found += range(int(first), int(last or first) + 1)
    except ValueError:
        found = []
    if not found or (least is not None and min(found) < least):
        _refuse("sweep-no-number", language, found=text)
    return tuple(sorted(set(found)))


def _refuse(key: str, language: str, **facts: object) -> None:
    click.echo(say(language, key, **facts), err=True)
    sys.exit(BAD_INPUT)
