"""The graded plans of a re-plan, as one explores them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan import api
from rotaplan.exploring.answer import Answer
from rotaplan.replanning import Figures, Replanning
from rotaplan.text import say
from rotaplan.write.comparison import SECTIONS, Line, plan_name
from rotaplan.write.note import note
from rotaplan.write.sentences import duration

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True, repr=False)
class Plans:
    """The answer to an incident: up to three plans, held against doing nothing.

    Attributes
    ----------
    found
        All that was found, as the command line has it.
    before
        The published roster, judged as if nothing had happened.
    """

    found: Replanning
    before: Answer

    def plan(self, name: str) -> Answer:
        """Return a plan: ``fewest`` (people disturbed), ``balanced`` or ``most`` (cover).

        Raises
        ------
        KeyError
            Where no such plan was found.
        """
        return Answer.of(self.found.plan(name).result)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The plans that are really different, fewest people disturbed first."""
        return tuple(one.name for one in self.found.different)

    def to_frame(self) -> pd.DataFrame:
        """Return the figures of the plans: figures down, doing nothing and each plan across.

        People, posts and cells are counted; time is in minutes.
        """
        import pandas as pd

        lines = [line for section in SECTIONS.values() for line in section]
        columns = {"untouched": self.found.untouched}
        columns |= {one.name: one.figures for one in self.found.different}
        return pd.DataFrame(
            {name: [line.value(figures) for line in lines] for name, figures in columns.items()},
            index=pd.Index([line.key for line in lines], name="figure"),
        )

    def note(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return the page for whoever decides: situation, causes, options, decision.

        Raises
        ------
        KeyError
            Where no such plan was found.
        """
        return note(self.found, self.found.plan(name), self.before.scenario.language)

    def to_excel(
        self, name: str, path: Path | str, *, source: Path | str | None = None, force: bool = False
    ) -> None:
        """Write one plan as a workbook: roster, changes, messages, and the page for a decision.

        Parameters
        ----------
        name
            Of the plan.
        path
            New file (.xlsx).
        source
            The workbook of the published roster, whose sheets are carried over.
        force
            Whether a file that is there already is replaced.

        Raises
        ------
        FileExistsError
            Where the file is there already.
        KeyError
            Where no such plan was found.
        """
        target = Path(path)
        if target.exists() and not force:
            raise FileExistsError(target.name)
        api.write_plan(self.found, name, target, source=None if source is None else Path(source))

    def __repr__(self) -> str:
        return f"<Plans: {', '.join(self.names)}>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        language = self.before.scenario.language
        lines = [line for section in SECTIONS.values() for line in section if line.brief]
        plans = self.found.different
        heads = [say(language, "explore-untouched"), *(plan_name(p.name, language) for p in plans)]
        figures = [self.found.untouched, *(one.figures for one in plans)]
        rows = [
            (say(language, f"replan-row-{line.key}"), [_shown(line, one) for one in figures])
            for line in lines
        ]
        return html.table(["", *heads], [[label, *values] for label, values in rows])


def _shown(line: Line, figures: Figures) -> str:
    value = line.value(figures)
    return duration(value) if line.unit == "minutes" else str(value)
