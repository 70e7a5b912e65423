"""A search with what comes after it: wishes granted for nothing, and why others were refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rotaplan.text import say

if TYPE_CHECKING:
    from rotaplan.api import Settings
    from rotaplan.domain.scenario import Scenario
    from rotaplan.explanation import Explanation
    from rotaplan.result import Result


def find(
    scenario: Scenario, settings: Settings, language: str
) -> tuple[Result, Explanation | None]:
    """Return the best answer within the time limit, and its reasons; none without a roster.

    Parameters
    ----------
    scenario, settings
        The question and the limits; where effort is limited, so it is for the reasons.
    language
        Of what is printed.
    """
    from rotaplan import api
    from rotaplan.terminal import follow

    searching, explaining = api.divided(scenario, settings)
    result = follow(scenario, searching, language)
    if result.schedule is None:
        return result, None
    better, told = api.polish(result, seconds=explaining)
    more = _granted(better) - _granted(result)
    if more > 0:
        click.echo(say(language, "cli-polished", count=more), err=True)
    return better, told


def _granted(result: Result) -> int:
    from rotaplan.write.figures import Figures

    assert result.schedule is not None
    figures = Figures(scenario=result.scenario, schedule=result.schedule)
    return sum(figures.is_granted(wish) for wish in result.scenario.wishes)
