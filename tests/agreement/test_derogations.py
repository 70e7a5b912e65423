"""Recorded exceptions bind judge and model alike: the same rosters are accepted with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from rotaplan.domain.derogation import Derogation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.judge import judge
from rotaplan.rules.base import RuleBase, all_rules
from tests.agreement.cases import cases
from tests.agreement.weighing import Verdict, weigh

CASES = 120
DEROGABLE = [(key, cls) for key, cls in sorted(all_rules().items()) if cls.derogable]


def excused(rng: Random, scenario: Scenario, schedule: Schedule) -> Scenario:
    """Return a scenario with exceptions, some of them made to measure for what is found amiss."""
    rule = scenario.rules[0]
    assert isinstance(rule, RuleBase)
    rule = replace(rule, must=rng.random() < 0.8)
    scenario = replace(scenario, rules=(rule,))
    found = [v for v in rule.check(scenario, schedule) if v.person]
    made = []
    for _ in range(rng.randint(1, 3)):
        first = rng.randint(-3, scenario.horizon.days - 1)
        last = first + rng.choice([0, 1, 3, 7, 40])
        person = rng.choice(scenario.people).id
        if found and rng.random() < 0.8:
            wanted = rng.choice(found)
            planned = [day for day in wanted.days if day >= 0] or [0]
            person, first, last = wanted.person, min(planned), max(planned)
            if rng.random() < 0.3:
                first += rng.choice([-1, 0, 1])
                last += rng.choice([-1, 0, 1])
        row = rng.choice(["", rule.row, rule.row, "Règles!A99"])
        made.append(Derogation(rule=rule.key, row=row, person=person, first=first, last=last))
    return replace(scenario, derogations=tuple(made))


@pytest.mark.parametrize("rule_class", [c for _, c in DEROGABLE], ids=[k for k, _ in DEROGABLE])
def test_judge_and_model_agree_on_exceptions(rule_class: type[RuleBase]) -> None:
    """Accepted by both or by neither, at one price; each outcome often enough."""
    seen: Counter[str] = Counter()
    for index, (plain, schedule) in enumerate(cases(rule_class, CASES)):
        rng = Random(f"{rule_class.key}-derogated-{index}")
        scenario = excused(rng, plain, schedule)
        report = judge(scenario, schedule)
        mine = Verdict(not report.clean, report.cost)
        assert mine == weigh(scenario, schedule), f"case {index}: {scenario.rules[0]!r}"
        seen["broken"] += bool(report.broken)
        seen["derogated"] += bool(report.derogated and report.clean)
    assert min(seen["broken"], seen["derogated"]) >= CASES // 20, seen


def test_rules_of_law_can_be_derogated() -> None:
    keys = {key for key, _ in DEROGABLE}
    assert {"rest_between", "weekly_rest", "minutes_window", "day_max", "work_run"} <= keys


@pytest.mark.parametrize("key", ["one_per_day", "availability", "contract_dates", "required_skill"])
def test_what_is_never_derogable(key: str) -> None:
    assert not all_rules()[key].derogable
