"""Counters at the end of a roster: what was brought forward, and what the roster adds."""

from __future__ import annotations

from collections.abc import Mapping

from rotaplan.domain.scenario import Scenario
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.figures import (
    COUNTERS,
    REST_DUE,
    Figures,
    Tally,
    carried_by,
    opening,
    standing_counter,
)


def closing(result: Result) -> Mapping[str, Mapping[str, int]]:
    """Return the counters of each person after a roster, by staff number and name.

    A counter that a rule carries on gains what that rule counts; any other one what the sheet
    Compteurs says. Hours and rest due are in minutes.

    Parameters
    ----------
    result
        An answer with a schedule and its report.
    """
    assert result.schedule is not None
    assert result.report is not None
    figures = Figures(scenario=result.scenario, schedule=result.schedule)
    names = _names(result.scenario)
    found: dict[str, dict[str, int]] = {}
    for tally in figures.tallies:
        person = tally.person
        brought = {name: person.opening.get(name, 0) for name in names}
        found[person.id] = {name: brought[name] + _gain(figures, tally, name) for name in names}
        owed = opening(person, REST_DUE) + result.report.debts.get(person.id, 0)
        if owed:
            found[person.id][REST_DUE] = owed
    return found


def _names(scenario: Scenario) -> tuple[str, ...]:
    """Return what is counted: the planner's own names, then the standing ones not among them."""
    own = {name for person in scenario.people for name in person.opening} - {REST_DUE}
    own |= carried_by(scenario).keys() - {"hours"}
    known = {standing_counter(name) for name in own}
    missing = [name for name in COUNTERS if name not in known]
    heads = [
        name if name == "hours" else say(scenario.language, f"out-counter-{name}").casefold()
        for name in missing
    ]
    return (*sorted(own), *heads)


def _gain(figures: Figures, tally: Tally, name: str) -> int:
    standing = standing_counter(name)
    ruled = name in carried_by(figures.scenario)
    if standing == "hours" or (standing is not None and not ruled):
        return tally.acquired[standing]
    return figures.acquired(tally.person, name)
