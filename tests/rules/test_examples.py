"""The worked examples of every rule hold as they stand, for the check and for its requirements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rotaplan.model.frame import Frame
from rotaplan.rules.base import Example, RuleBase, all_rules
from tests.agreement.weighing import cells_of, weigh
from tests.rules.drawn import example_of

EXAMPLES = [(rule, example) for rule in all_rules().values() for example in rule.examples]
names = [f"{rule.key}: {example.title}" for rule, example in EXAMPLES]


@pytest.mark.parametrize(("rule_class", "example"), EXAMPLES, ids=names)
def test_check_finds_what_the_example_says(rule_class: type[RuleBase], example: Example) -> None:
    scenario, schedule = example_of(rule_class, example)
    found = list(scenario.rules[0].check(scenario, schedule))
    assert len(found) == example.breaks, found
    if example.amount is not None:
        assert sum(violation.amount for violation in found) == example.amount, found


@pytest.mark.parametrize(("rule_class", "example"), EXAMPLES, ids=names)
def test_requirements_say_the_same(rule_class: type[RuleBase], example: Example) -> None:
    """The requirements reject what breaks, and price it as the check does."""
    scenario, schedule = example_of(rule_class, example)
    hard = replace(scenario.rules[0], must=True)  # type: ignore[type-var]
    strict = replace(scenario, rules=(hard,))
    assert weigh(strict, schedule).rejected == (example.breaks > 0)
    if cells_of(Frame.of(scenario), schedule) is None:
        return  # no solver can make this roster, so no price of it can differ
    priced = replace(hard, must=False, level=4, weight=10)
    soft = replace(scenario, rules=(priced,))
    amounts = sum(v.amount for v in priced.check(soft, schedule))
    assert weigh(soft, schedule).cost == 10 * amounts
