"""The table of a sweep: a line a variant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rotaplan.domain.scenario import Scenario
from rotaplan.result import Result

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One variant of a question.

    Attributes
    ----------
    name
        Unique in the sweep.
    scenario
        The variant as a question of its own.
    above
        Name of the variant of which this one has all the people and more, and the same needs:
        posts open here are no more than there. None where nothing is known beforehand.
    """

    name: str
    scenario: Scenario
    above: str | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """What a variant comes to.

    Attributes
    ----------
    name
        Of the variant.
    people
        How many there are.
    asked, open_posts, below_minimum
        Posts asked for (targets), people missing to them, and to the minima.
    minutes
        Minutes worked in all.
    prices
        By level, levels without price left out.
    result
        The answer, judged; without a schedule where none was found.
    again
        Whether it was solved again, from the roster of the variant below it.
    cached
        Whether the answer was known from an earlier sweep.
    """

    name: str
    people: int
    asked: int
    open_posts: int | None
    below_minimum: int | None
    minutes: int | None
    prices: Mapping[int, int]
    result: Result
    again: bool = False
    cached: bool = False

    @staticmethod
    def of(name: str, result: Result, *, again: bool, cached: bool) -> Line:
        """Return the line of an answer."""
        scenario, schedule, report = result.scenario, result.schedule, result.report
        needs = [need for day in scenario.horizon.planned for need in scenario.needs[day]]
        missing = minutes = below = None
        if schedule is not None:
            missing = sum(count for _, count in schedule.uncovered())
            below = sum(max(0, need.minimum - len(schedule.on_need(need))) for need in needs)
            minutes = sum(
                scenario.minutes(scenario.shift[one.shift], one.day)
                for one in schedule.assignments
                if scenario.shift[one.shift].works
            )
        return Line(
            name=name,
            people=len(scenario.people),
            asked=sum(max(need.minimum, need.target) for need in needs),
            open_posts=missing,
            below_minimum=below,
            minutes=minutes,
            prices={} if report is None else report.cost_by_level,
            result=result,
            again=again,
            cached=cached,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the line in a stable form, without what depends on the machine."""
        return {
            "name": self.name,
            "status": self.result.status,
            "people": self.people,
            "asked": self.asked,
            "open_posts": self.open_posts,
            "below_minimum": self.below_minimum,
            "minutes": self.minutes,
            "prices": {str(level): price for level, price in self.prices.items()},
        }


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """All variants, in the order asked for.

    Attributes
    ----------
    lines
        One a variant.
    worse
        Pairs of names where the first has people more and yet more posts open than the second:
        a strict rule keeps the second's roster from the first, or the time was too short.
    seconds
        Time used in all.
    """

    lines: tuple[Line, ...]
    worse: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the table in a stable form: the same wherever it was computed."""
        return {
            "variants": [line.to_json() for line in self.lines],
            "worse": [list(pair) for pair in self.worse],
        }

    def to_frame(self) -> pd.DataFrame:
        """Return the table: variants down, figures across; prices by level, hours worked."""
        import pandas as pd

        levels = sorted({level for line in self.lines for level in line.prices})
        return pd.DataFrame(
            [
                {
                    "people": line.people,
                    "asked": line.asked,
                    "open_posts": line.open_posts,
                    "below_minimum": line.below_minimum,
                    "hours": None if line.minutes is None else line.minutes / 60,
                    **{f"price_{level}": line.prices.get(level, 0) for level in levels},
                    "status": line.result.status,
                }
                for line in self.lines
            ],
            index=pd.Index([line.name for line in self.lines], name="variant"),
        )
