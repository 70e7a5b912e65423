"""``check`` and the requirements that ``post`` yields agree on every rule, both ways."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.measure import amount
from rotaplan.rules.base import RuleBase, all_rules
from tests.agreement.cases import STRUCTURAL, cases
from tests.agreement.weighing import cells_of, judged, reading, weigh

CASES = 240
RULES = sorted(all_rules().items())
every_rule = pytest.mark.parametrize("rule_class", [c for _, c in RULES], ids=[k for k, _ in RULES])
posting_rule = pytest.mark.parametrize(
    "rule_class",
    [c for k, c in RULES if k not in STRUCTURAL],
    ids=[k for k, _ in RULES if k not in STRUCTURAL],
)


def told(scenario: Scenario, schedule: Schedule) -> str:
    """Return a case in words, for the message of a failing test."""
    lines = [f"{scenario.rules[0]!r}", f"{scenario.horizon!r}"]
    for person in scenario.people:
        past = {past.day: past.shift for past in scenario.history if past.person == person.id}
        days = range(-scenario.horizon.history_days, 0)
        front = " ".join(past.get(day, ".") for day in days)
        plan = " ".join(schedule.code(person.id, d) or "." for d in scenario.horizon.planned)
        lines.append(f"{person.id}: {front} | {plan}")
    lines += [f"{v!r}" for v in scenario.rules[0].check(scenario, schedule)]
    return "\n".join(lines)


@every_rule
def test_same_verdict_and_same_price(rule_class: type[RuleBase]) -> None:
    """Accepted exactly where ``check`` is silent, and priced alike; each verdict often enough."""
    verdicts: Counter[bool] = Counter()
    for index, (scenario, schedule) in enumerate(cases(rule_class, CASES)):
        mine, theirs = judged(scenario, schedule), weigh(scenario, schedule)
        assert mine == theirs, f"case {index}\n{told(scenario, schedule)}"
        verdicts[mine.rejected or mine.cost > 0] += 1
    assert min(verdicts[True], verdicts[False]) >= CASES // 5, verdicts


@every_rule
def test_violations_carry_row_grade_and_figures(rule_class: type[RuleBase]) -> None:
    """Each violation names its row, grade, known people and days, and at least one unit."""
    for scenario, schedule in cases(rule_class, 40):
        rule = scenario.rules[0]
        for violation in rule.check(scenario, schedule):
            assert (violation.rule, violation.row) == (rule_class.key, rule.row)
            assert violation.must == rule.must
            assert (violation.level, violation.weight) == (
                (0, 0) if rule.must else (rule.level, rule.weight)
            )
            assert violation.amount >= 1
            assert violation.person in {"", *scenario.person}
            assert set(violation.days) <= set(scenario.horizon.known) | {-1, scenario.horizon.days}


@every_rule
def test_a_must_finds_at_least_as_much_amiss(rule_class: type[RuleBase]) -> None:
    """Made a must, the requirements of a row find no less amiss than ``check`` of each person.

    What is conceded to decided cells is measured by the first and held against the second.
    """
    for scenario, schedule in cases(rule_class, 40):
        strict = replace(scenario.rules[0], must=True)  # type: ignore[type-var]
        one = replace(scenario, rules=(strict,), derogations=())
        frame = Frame.of(one)
        chosen = cells_of(frame, schedule)
        if chosen is None:
            continue
        value = reading(frame, chosen)
        asked: Counter[str] = Counter()
        for requirement in strict.post(frame, 0):  # type: ignore[attr-defined]
            person = getattr(requirement, "person", None)
            name = "" if person is None else one.people[person].id
            asked[name] += amount(requirement, value, frame)
        found: Counter[str] = Counter()
        for violation in strict.check(one, schedule):
            found[violation.person if asked[violation.person] else ""] += violation.amount
        assert all(found[name] <= asked[name] for name in found), told(one, schedule)


@posting_rule
def test_dropped_requirements_are_noticed(
    rule_class: type[RuleBase], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that asks for nothing disagrees with its ``check`` in some case."""
    monkeypatch.setattr(rule_class, "post", lambda *_: ())
    assert any(
        judged(scenario, schedule) != weigh(scenario, schedule)
        for scenario, schedule in cases(rule_class, 40)
    )


@posting_rule
def test_one_cell_spoils_a_clean_roster(rule_class: type[RuleBase]) -> None:
    """Some clean roster is objected to, by both, when one cell is changed."""
    spoilt = 0
    for scenario, schedule in cases(rule_class, 60):
        if any(scenario.rules[0].check(scenario, schedule)):
            continue
        for other in neighbours(scenario, schedule):
            mine = judged(scenario, other)
            if mine.rejected or mine.cost:
                assert weigh(scenario, other) == mine, told(scenario, other)
                spoilt += 1
                break
        if spoilt == 5:
            return
    assert spoilt, "no clean roster could be spoilt by one cell"


def neighbours(scenario: Scenario, schedule: Schedule) -> list[Schedule]:
    """Return the rosters that differ in one cell: off, or one demanded option instead."""
    frame = Frame.of(scenario)
    options = [frame.options[number] for number in sorted(frame.demanded)]
    found = []
    for person in scenario.people:
        for day in scenario.horizon.planned:
            rest = [a for a in schedule.assignments if (a.person, a.day) != (person.id, day)]
            found.append(replace(schedule, assignments=tuple(rest)))
            for option in options:
                assert option is not None
                one = Assignment(
                    person=person.id, day=day, shift=option.shift.code, skill=option.skill
                )
                found.append(Schedule.of(scenario, [*rest, one]))
    return found
