"""Variants side by side, and what absences would do, as a notebook shows them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from rotaplan.resilience import Robustness
from rotaplan.resilience.words import person_name, post_name, rates_text
from rotaplan.sweeping import Sweep
from rotaplan.text import decimal, percent, say
from rotaplan.write.sentences import date_text
from rotaplan.write.sweeps import columns_of

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 5


class Variants(Sweep):
    """The table of a sweep; see :class:`rotaplan.sweeping.Sweep`."""

    @staticmethod
    def of(found: Sweep) -> Variants:
        """Return a table with these abilities."""
        return Variants(**{one.name: getattr(found, one.name) for one in fields(Sweep)})

    def __repr__(self) -> str:
        return f"<Variants: {', '.join(line.name for line in self.lines)}>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        if not self.lines:
            return ""
        language = self.lines[0].result.scenario.language
        columns = columns_of(self, language)
        rows = [[column.shown(line) for column in columns] for line in self.lines]
        return html.table([column.title for column in columns], rows)


class Risks(Robustness):
    """How a roster stands absences; see :class:`rotaplan.resilience.Robustness`."""

    @staticmethod
    def of(found: Robustness) -> Risks:
        """Return what was found with these abilities."""
        return Risks(**{one.name: getattr(found, one.name) for one in fields(Robustness)})

    def to_frame(self) -> pd.DataFrame:
        """Return a row a post that stayed open once, the worst first: ``open`` a simulation."""
        import pandas as pd

        date = self.scenario.horizon.date
        return pd.DataFrame(
            [
                (date(one.day), one.shift, one.skill, ", ".join(one.holders), one.takers, one.open)
                for one in self.posts
            ],
            columns=["date", "shift", "skill", "holders", "takers", "open"],
        )

    def __repr__(self) -> str:
        return f"<Risks: {self.open_after:.2f} posts open a simulation>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        scenario, language = self.scenario, self.scenario.language

        def title(key: str) -> str:
            return say(language, f"out-{key}")

        last = date_text(scenario.horizon.date(self.last_day), language)
        rates = rates_text(self, language)
        asked = say(language, "risk-asked", runs=self.runs, rates=rates, last=last)
        means = [
            (title("risk-absences"), decimal(language, self.absences, 2)),
            (title("risk-before"), decimal(language, self.open_before, 2)),
            (title("risk-after"), decimal(language, self.open_after, 2)),
        ]
        teams = [
            (
                one.team or title("risk-no-one-team"),
                percent(language, one.rate),
                decimal(language, one.absences, 2),
                decimal(language, one.open, 2),
            )
            for one in self.teams
        ]
        team_keys = ("risk-teams", "risk-team-rate", "risk-team-absences", "risk-team-open")
        posts = [
            (
                post_name(scenario, one.day, one.shift, one.skill, language),
                ", ".join(person_name(scenario, who) for who in one.holders),
                decimal(language, one.open, 3),
                str(one.takers),
            )
            for one in self.posts[:_SHOWN]
        ]
        post_keys = ("plan-b-shift", "plan-b-holder", "plan-b-open", "plan-b-takers")
        parts = [html.table([asked, ""], means)]
        if len(self.teams) > 1:
            parts.append(html.table([title(key) for key in team_keys], teams))
        if posts:
            parts.append(html.table([title(key) for key in post_keys], posts))
        return "".join(parts)
