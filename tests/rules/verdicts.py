"""What a rule finds in a drawn roster, its check and its requirements heard together."""

from __future__ import annotations

from dataclasses import replace

from rotaplan.domain.report import Violation
from rotaplan.rules.base import RuleBase
from tests.agreement.weighing import weigh
from tests.rules.drawn import drawn


def found(roster: str, rule: RuleBase, **more: object) -> list[Violation]:
    """Return what the check finds, once its requirements are seen to say the same.

    Parameters
    ----------
    roster
        A drawing as in :func:`tests.rules.drawn.drawn`.
    rule
        Judged as one that must hold, and as one with a price.
    more
        Further attributes of the scenario.
    """
    hard, schedule = drawn(roster, replace(rule, must=True), **more)  # type: ignore[arg-type]
    violations = list(hard.rules[0].check(hard, schedule))
    assert weigh(hard, schedule).rejected == bool(violations)
    soft, _ = drawn(roster, replace(rule, must=False), **more)  # type: ignore[arg-type]
    assert weigh(soft, schedule).cost == sum(v.amount for v in violations) * rule.weight
    return violations
