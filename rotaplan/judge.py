"""The judge: every rule over any schedule, without a solver."""

from __future__ import annotations

from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule


def judge(scenario: Scenario, schedule: Schedule) -> Report:
    """Return everything that a schedule breaks and what it costs.

    Parameters
    ----------
    scenario
        With the rules in force.
    schedule
        Any schedule of that scenario, made by the solver or by hand.
    """
    return Report(
        violations=tuple(
            violation for rule in scenario.rules for violation in rule.check(scenario, schedule)
        )
    )
