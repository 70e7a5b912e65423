"""The judge: every rule over any schedule, without a solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rotaplan.domain.report import Report, Violation
from rotaplan.domain.scenario import Rule, Scenario
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
            one for rule in scenario.rules for one in found_by(rule, scenario, schedule)
        ),
        unverifiable=tuple(
            one for rule in scenario.rules if rule.must for one in rule.unverifiable(scenario)
        ),
    )


def found_by(rule: Rule, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
    """Yield what one rule finds, with the recorded exception that allows it, if there is one."""
    for violation in rule.check(scenario, schedule):
        allowed = scenario.derogation(rule, violation.person, violation.days)
        yield violation if allowed is None else replace(violation, derogation=allowed)
