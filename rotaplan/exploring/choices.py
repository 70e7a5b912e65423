"""A few rosters to choose from, as one explores them: figures, and what is given up for what."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from rotaplan.choosing import Tradeoff
from rotaplan.exploring.answer import Answer
from rotaplan.exploring.words import drawing
from rotaplan.text import say
from rotaplan.write.choices import lines_of, name_of

if TYPE_CHECKING:
    import pandas as pd

    from rotaplan.exploring.tradeoff_plots import TradeoffPlots


class Choices(Tradeoff):
    """Rosters none of which is better than another in every goal; see :class:`Tradeoff`."""

    @staticmethod
    def of(found: Tradeoff) -> Choices:
        """Return rosters with these abilities."""
        return Choices(**{one.name: getattr(found, one.name) for one in fields(Tradeoff)})

    def plan(self, number: int) -> Answer:
        """Return one of the rosters, from 1.

        Raises
        ------
        KeyError
            Where there is none of this number.
        """
        for one in self.choices:
            if one.number == number:
                return Answer.of(one.result)
        raise KeyError(number)

    @property
    def names(self) -> tuple[str, ...]:
        """What the rosters are called, with their numbers, in the language of the workbook."""
        language = self.scenario.language
        return tuple(f"{one.number}. {name_of(one, language)}" for one in self.choices)

    def to_frame(self) -> pd.DataFrame:
        """Return a column a roster: prices by goal, open posts, breaches, person-days apart."""
        import pandas as pd

        lines = list(lines_of(self, self.scenario.language))
        return pd.DataFrame(
            [line.values for line in lines],  # noqa: PD011 (a tuple)
            index=[line.title for line in lines],
            columns=list(self.names),
        )

    @property
    def plot(self) -> TradeoffPlots:
        """Drawings of the choice: ``prices``.

        Raises
        ------
        ImportError
            Where matplotlib is missing.
        """
        with drawing(self.scenario.language):
            from rotaplan.exploring.tradeoff_plots import TradeoffPlots
        return TradeoffPlots(self)

    def __repr__(self) -> str:
        return f"<Choices: {len(self.choices)} rosters>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        language = self.scenario.language
        if not self.choices:
            return f"<p>{say(language, 'choice-none')}</p>"
        rows = [(line.title, *map(str, line.values)) for line in lines_of(self, language)]
        return html.table(["", *self.names], rows)
