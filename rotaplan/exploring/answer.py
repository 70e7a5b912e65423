"""An answer as one explores it: its indicators, its comparison with another, its plots."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan import api
from rotaplan.exploring.comparison import Comparison
from rotaplan.exploring.indicators import indicators, named
from rotaplan.exploring.words import drawing
from rotaplan.result import Result

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from rotaplan.explanation import Explanation, Why
    from rotaplan.exploring.plots import Plots


@dataclass(frozen=True, kw_only=True, repr=False)
class Answer(Result):
    """The answer to a question, with what a notebook asks of it; see :class:`Result`."""

    @staticmethod
    def of(result: Result) -> Answer:
        """Return a result with these abilities."""
        return Answer(**{one.name: getattr(result, one.name) for one in fields(Result)})

    def indicators(self, *, labels: bool = False) -> pd.Series:
        """Return cover, open posts, spreads, wishes, changes and prices, one figure each.

        Parameters
        ----------
        labels
            Whether to name them in the language of the workbook instead of by stable keys.

        Returns
        -------
        pandas.Series
            ``coverage`` from 0 to 1; ``open_posts``, ``below_minimum`` in people; ``broken``,
            ``derogated``, ``unverifiable`` counted; ``hours`` worked; ``..._spread``: most less
            least per full-time equivalent, of hours against the target in hours; ``wishes``
            and ``wishes_granted``; ``changes``: cells that differ from the published roster,
            None where there is none; ``cost_1`` to ``cost_7``: price by level.

        Raises
        ------
        ValueError
            Where there is no schedule.
        """
        import pandas as pd

        if self.schedule is None:
            raise ValueError("there is no schedule to count")
        found = dict(indicators(self))
        language = self.scenario.language
        index = [named(key, language) if labels else key for key in found]
        return pd.Series(list(found.values()), index=index, dtype=object, name=self.scenario.title)

    def compare(self, other: Result, names: tuple[str, str] | None = None) -> Comparison:
        """Return this roster beside another: indicators and changed cells.

        Parameters
        ----------
        other
            The other one, of the same days or not, with the same people or not.
        names
            What to call this one and the other one.

        Raises
        ------
        ValueError
            Where one of them has no schedule.
        """
        if self.schedule is None or other.schedule is None:
            raise ValueError("there is no schedule to compare")
        return Comparison.of(self, other, names)

    def explain(
        self,
        person: str | None = None,
        date: dt.date | None = None,
        shift: str | None = None,
        *,
        seconds: float | None = None,
    ) -> Explanation | Why:
        """Return why the roster is as it is, why a cell is, or why there is no roster.

        Parameters
        ----------
        person, date
            Staff number (or a name that only one person has) and day of a cell; where both are
            None, every open post and every refused wish is explained, or what clashes where
            there is no roster.
        shift
            What the person could have instead; see :func:`rotaplan.api.explain`.
        seconds
            Limit of the search; of a cell, no new search is made where None.

        Raises
        ------
        ValueError
            Where only one of person and date is given, or there is no schedule to hold a cell.
        WorkbookError
            Where person, date or shift mean nothing.
        """
        if (person is None) != (date is None):
            raise ValueError("person and date go together")
        settings = None if seconds is None else api.Settings(seconds=seconds, seed=self.seed)
        if person is not None and date is not None:
            if self.schedule is None:
                raise ValueError("there is no schedule to explain")
            roster = self.schedule.assignments
            return api.explain(
                self.scenario, roster, person=person, date=date, shift=shift, settings=settings
            )
        if self.schedule is None:
            return api.conflicts(self.scenario, settings)
        return api.reasons(self, seconds=seconds)

    @property
    def plot(self) -> Plots:
        """Drawings of the roster: ``roster``, ``coverage``, ``equity``, ``changes``.

        Raises
        ------
        ImportError
            Where matplotlib is missing.
        """
        with drawing(self.scenario.language):
            from rotaplan.exploring.plots import Plots
        return Plots(self)

    def to_excel(
        self, path: Path | str, *, source: Path | str | None = None, force: bool = False
    ) -> None:
        """Write the answer as a workbook that can be read again.

        Parameters
        ----------
        path
            New file (.xlsx).
        source
            The input workbook whose sheets are carried over; edits of a study are not in it.
        force
            Whether a file that is there already is replaced.

        Raises
        ------
        FileExistsError
            Where the file is there already.
        """
        target = Path(path)
        if target.exists() and not force:
            raise FileExistsError(target.name)
        api.write(self, target, source=None if source is None else Path(source))

    def __repr__(self) -> str:
        return f"<Answer: {self.status}, {len(self.scenario.people)} people>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        return html.of_result(self)
