"""How a roster stands absences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule

if TYPE_CHECKING:
    from rotaplan.resilience import Robustness

DEFAULT_RATE = 0.05


def robustness(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    rates: Mapping[str, float] | None = None,
    runs: int = 500,
    seed: int = 0,
    most_posts: int = 600,
    critical: int = 20,
) -> Robustness:
    """Return what absences drawn at random would do to a roster.

    Nobody's duties are planned again: each hole is filled by the first person to call who is
    there. Absences of one day do not depend on those of another.

    Parameters
    ----------
    scenario, planning
        The question, and the roster in force.
    rates
        Chance, 0 to 1, that somebody is away on a day, by team; that of an empty text is for
        all other teams, and 0.05 where it is not given.
    runs
        How many times the roster is gone through.
    seed
        Of the random numbers: the same seed, the same absences.
    most_posts
        How many posts are looked at, from the first day on.
    critical
        For how many of the posts most often open it is told whom to call.

    Raises
    ------
    ValueError
        Where a rate lies outside 0 to 1, a team is not known, or there is nothing to simulate.
    """
    from rotaplan.resilience import Inquiry
    from rotaplan.resilience import robustness as simulated

    given = {"": DEFAULT_RATE, **(rates or {})}
    unknown = sorted(given.keys() - {"", *(person.team for person in scenario.people)})
    if unknown:
        raise ValueError(f"no such team: {', '.join(unknown)}")
    if not all(0 <= rate <= 1 for rate in given.values()):
        raise ValueError("rates are between 0 and 1")
    if runs < 1 or most_posts < 1 or critical < 0:
        raise ValueError("there is nothing to simulate")
    inquiry = Inquiry(rates=given, runs=runs, seed=seed, most_posts=most_posts, critical=critical)
    return simulated(scenario, Schedule.of(scenario, planning), inquiry)


def rates_of(
    scenario: Scenario, written: Mapping[str, float], given: Mapping[str, float]
) -> Mapping[str, float]:
    """Return the rates of a workbook, and before them those given besides.

    Parameters
    ----------
    scenario
        The question; rates written for teams that it no longer has are left out.
    written, given
        Chance, 0 to 1, that somebody is away on a day, by team; by an empty text for all others.
    """
    teams = {"", *(person.team for person in scenario.people)}
    kept = {team: rate for team, rate in written.items() if team in teams}
    return {**kept, **given}


def write_robustness(found: Robustness, path: Path, *, language: Language) -> None:
    """Write the sheets Robustesse and Plan B.

    Parameters
    ----------
    found
        What the simulations gave.
    path
        New file.
    language
        Of the sheets.
    """
    from rotaplan.resilience.workbook import write_robustness as write_it

    write_it(found, path, language)
