"""No sum is said to fail where a roster is known: rules of every kind, and the scenarios."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rotaplan.api import read
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.explanation.arithmetic import shortages
from rotaplan.judge import judge
from rotaplan.model.build import build
from rotaplan.rules.base import RuleBase, all_rules, basic_rules
from rotaplan.strategies.concede import concede_between
from tests.agreement.cases import STRUCTURAL, cases
from tests.explanation.test_arithmetic import COVER, tight
from tests.solve.small import row

BOOKS = Path(__file__).parents[2] / "scenarios"
KEYS = sorted(set(all_rules()) - STRUCTURAL)


def held(one: Scenario, rule: RuleBase, schedule: Schedule, rng: Random) -> Scenario:
    """Return a question with all those strict rows that a roster keeps."""
    rows = (
        replace(rule, must=True),
        COVER,
        row("cover_maximum", must=True),
        row("min_presence", must=True, minimum=1),
        *basic_rules([rule]),
        *tight(rng, one, schedule),
    )
    kept = tuple(each for each in rows if not judge(replace(one, rules=(each,)), schedule).broken)
    return replace(one, rules=kept)


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_told_beside_any_rule(key: str) -> None:
    """History, leave, pins, derogations and on-call duties, the limits as tight as can be."""
    for number, (one, schedule) in enumerate(cases(all_rules()[key], 2)):
        rule = one.rules[0]
        assert isinstance(rule, RuleBase)
        made = held(one, rule, schedule, Random(f"{key}-{number}"))
        assert not judge(made, schedule).broken
        assert shortages(concede_between(build(made))) == ()


@pytest.mark.slow
@pytest.mark.parametrize("book", ["chemins_de_fer/base", "regie_transports/tendu"])
def test_nothing_is_told_of_the_scenarios(book: str) -> None:
    one = read(BOOKS / f"{book}.xlsx").scenario
    assert one is not None
    assert shortages(concede_between(build(one))) == ()
