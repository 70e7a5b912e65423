"""Two rosters side by side: what each amounts to, and the cells in which they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rotaplan.exploring.indicators import Indicator, indicators
from rotaplan.result import Result
from rotaplan.text import say

if TYPE_CHECKING:
    import pandas as pd

Cell = tuple[str, str, dt.date, str, str]


@dataclass(frozen=True, kw_only=True, repr=False)
class Comparison:
    """Two rosters side by side.

    Attributes
    ----------
    names
        What the two are called.
    first, second
        Their indicators.
    changed
        Cells in which they differ: staff number, name, date, code in the first and in the
        second one; a day off, or somebody who is not there, is an empty text.
    language
        Of the headings.
    """

    names: tuple[str, str]
    first: tuple[Indicator, ...]
    second: tuple[Indicator, ...]
    changed: tuple[Cell, ...]
    language: str

    @staticmethod
    def of(first: Result, second: Result, names: tuple[str, str] | None) -> Comparison:
        """Return the comparison of two results with schedules."""
        language = first.scenario.language
        usual = (say(language, "explore-this"), say(language, "explore-other"))
        return Comparison(
            names=names or usual,
            first=indicators(first),
            second=indicators(second),
            changed=tuple(changed_cells(first, second)),
            language=language,
        )

    @property
    def indicators(self) -> pd.DataFrame:
        """Indicators down, the two rosters and their difference across.

        A difference is that of the second against the first; None where one of them is.
        """
        import pandas as pd

        rows = [(one, two, gap(one, two)) for (_, one), (_, two) in self._pairs()]
        difference = say(self.language, "explore-difference")
        return pd.DataFrame(
            rows,
            index=pd.Index([key for key, _ in self.first], name="indicator"),
            columns=[*self.names, difference],
            dtype=object,
        )

    @property
    def cells(self) -> pd.DataFrame:
        """The changed cells, one a row: person, name, date, and the two codes."""
        import pandas as pd

        return pd.DataFrame(self.changed, columns=["person", "name", "date", *self.names])

    def _pairs(self) -> Iterator[tuple[Indicator, Indicator]]:
        return zip(self.first, self.second, strict=True)

    def __repr__(self) -> str:
        return f"<Comparison: {len(self.changed)} changed cells>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        rows = [(key, one, two, gap(one, two)) for (key, one), (_, two) in self._pairs()]
        return html.of_comparison(self.names, rows, self.changed, self.language)


def gap(first: float | None, second: float | None) -> int | float | None:
    """Return how much more the second figure is."""
    if first is None or second is None:
        return None
    difference = second - first
    return round(difference, 3) if isinstance(difference, float) else difference


def changed_cells(first: Result, second: Result) -> Iterator[Cell]:
    """Yield the cells in which two schedules differ, person by person of either."""
    codes = [_codes(first), _codes(second)]
    people = {**second.scenario.person, **first.scenario.person}
    dates = sorted({when for one in codes for _, when in one})
    for person in people.values():
        for when in dates:
            before, after = (one.get((person.id, when), "") for one in codes)
            if before != after:
                yield person.id, person.name or person.id, when, before, after


def _codes(result: Result) -> dict[tuple[str, dt.date], str]:
    assert result.schedule is not None
    found: dict[tuple[str, dt.date], str] = {}
    for one in result.schedule.assignments:
        key = (one.person, result.scenario.horizon.date(one.day))
        found[key] = f"{found[key]}+{one.shift}" if key in found else one.shift
    return found
