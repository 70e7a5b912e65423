"""The command line: parse, call the api, print, exit. Heavy imports stay inside commands."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

import click

from rotaplan.cli.check import check
from rotaplan.cli.complete import complete
from rotaplan.cli.explain import explain
from rotaplan.cli.export import export
from rotaplan.cli.following import following
from rotaplan.cli.options import BAD_INPUT, HOME, OWN_FAULT, help_text
from rotaplan.cli.replace import replace, swap
from rotaplan.cli.replan import replan
from rotaplan.cli.robustness import robustness
from rotaplan.cli.rotate import rotate
from rotaplan.cli.solve import solve
from rotaplan.cli.start import import_, init, rules
from rotaplan.cli.sweep import sweep
from rotaplan.cli.tradeoff import tradeoff
from rotaplan.text import say

_NEW_OBJECTS = 100_000
"""A workbook makes millions of small values that live until the end: looking for cycles among
them every 700 (Python's own choice) takes a tenth of a re-plan's time."""


class _Guarded(click.Group):
    """Turns what goes wrong into one sentence and an exit code: never a traceback.

    With ``ROTAPLAN_DEBUG`` set, a fault of rotaplan's own is raised as it is.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OSError as problem:
            name = problem.filename or "rotaplan"
            reason = problem.strerror or str(problem)
            click.echo(say(HOME, "cli-file", file=str(name), reason=reason), err=True)
            sys.exit(BAD_INPUT)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as fault:
            if os.environ.get("ROTAPLAN_DEBUG"):
                raise
            told = f"{type(fault).__name__}: {fault}"
            click.echo(say(HOME, "cli-fault", message=told), err=True)
            sys.exit(OWN_FAULT)


@click.group(cls=_Guarded, help=help_text("rotaplan"))
@click.version_option(package_name="rotaplan")
def main() -> None:
    """See the help text."""
    gc.set_threshold(_NEW_OBJECTS, 50, 50)


for command in (
    solve,
    check,
    complete,
    explain,
    replan,
    replace,
    swap,
    rotate,
    following,
    tradeoff,
    robustness,
    sweep,
    init,
    rules,
    import_,
    export,
):
    main.add_command(command)
