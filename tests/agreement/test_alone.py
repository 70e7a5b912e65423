"""A rule that says it judges each person alone does: nobody else's duties change its findings."""

from __future__ import annotations

from random import Random

import pytest

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.rules.base import RuleBase, all_rules
from rotaplan.trial import Bench
from tests.agreement.cases import cases

CASES = 80
CHANGED = 10
RULES = sorted(all_rules().items())
ALONE = [(key, cls) for key, cls in RULES if cls.alone]


def others_changed(rng: Random, scenario: Scenario, schedule: Schedule, kept: str) -> Schedule:
    """Return the roster in which everybody but one person works on other days, and less or more."""
    codes = [(one.shift, one.skill) for one in schedule.assignments] or [("E", "")]
    line = [one for one in schedule.assignments if one.person == kept]
    for person in scenario.people:
        for day in scenario.horizon.planned if person.id != kept else ():
            if rng.random() < 0.6:
                code, skill = rng.choice(codes)
                line.append(Assignment(person=person.id, day=day, shift=code, skill=skill))
    return Schedule.of(scenario, line)


def depends_on_others(rule_class: type[RuleBase]) -> bool:
    """Whether, in some case, the findings on a person change with the duties of others."""
    for number, (scenario, schedule) in enumerate(cases(rule_class, CASES)):
        rule = scenario.rules[0]
        found = list(rule.check(scenario, schedule))
        if not all(one.person for one in found):
            return True
        for person in scenario.people if len(scenario.people) > 1 else ():
            rng = Random(f"{rule_class.key}-{number}-{person.id}")
            other = others_changed(rng, scenario, schedule, person.id)
            then = [v for v in rule.check(scenario, other) if v.person == person.id]
            if then != [v for v in found if v.person == person.id]:
                return True
    return False


@pytest.mark.parametrize("rule_class", [c for _, c in ALONE], ids=[k for k, _ in ALONE])
def test_it_is_alone(rule_class: type[RuleBase]) -> None:
    assert not depends_on_others(rule_class)


def test_every_rule_on_persons_says_so() -> None:
    """The others are those that count or compare people: the test above would see each of them."""
    joint = {key: cls for key, cls in RULES if not cls.alone}
    assert {key for key, cls in joint.items() if not depends_on_others(cls)} == set()


@pytest.mark.parametrize("rule_class", [c for _, c in ALONE], ids=[k for k, _ in ALONE])
def test_a_bench_judges_a_change_as_the_judge_does(rule_class: type[RuleBase]) -> None:
    """Only what a change touches is judged again, and nothing of the verdict is lost."""
    for number, (scenario, schedule) in enumerate(cases(rule_class, CHANGED)):
        rng = Random(f"{rule_class.key}-{number}")
        person = rng.choice(scenario.people).id
        other = others_changed(rng, scenario, schedule, person)
        here, there = set(schedule.assignments), set(other.assignments)
        changed = Bench.of(scenario, schedule).changed(here - there, sorted(there - here, key=str))
        whole = tuple(rule_class.check(scenario.rules[0], scenario, other))
        assert sorted(map(str, changed.found[0])) == sorted(map(str, whole))
