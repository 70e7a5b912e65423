"""Words about absences that the terminal and the sheets share."""

from __future__ import annotations

from rotaplan.domain.scenario import Scenario
from rotaplan.resilience.values import Robustness
from rotaplan.text import percent, say
from rotaplan.write.sentences import date_text


def post_name(scenario: Scenario, day: int, shift: str, skill: str, language: str) -> str:
    """Return a post with its day."""
    return f"{shift} {skill}".strip() + f" {date_text(scenario.horizon.date(day), language)}"


def person_name(scenario: Scenario, person: str) -> str:
    """Return the name of somebody; the staff number where there is none."""
    return scenario.person[person].name or person


def rates_text(found: Robustness, language: str) -> str:
    """Return the rates of absence, that of all other teams last."""
    named = [f"{team} {percent(language, rate)}" for team, rate in found.rates.items() if team]
    rate = percent(language, found.rates[""])
    if not named:
        return say(language, "risk-rate", rate=rate)
    return say(language, "risk-rates", teams=", ".join(named), rate=rate)
