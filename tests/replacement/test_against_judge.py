"""The call list against the judge: everybody listed fits, and every exclusion is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rotaplan import api
from rotaplan.domain.report import Report, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Family
from rotaplan.engines.cpsat import Watch
from rotaplan.judge import judge
from rotaplan.replacement import CallList, Candidate, Excluded, call_list
from rotaplan.replacement.values import SOURCES
from rotaplan.rules.base import RuleBase, all_rules, basic_rules
from tests.agreement.cases import STRUCTURAL, draw_rule, draw_schedule
from tests.agreement.contents import draw_scenario

REGIE = Path(__file__).resolve().parents[2] / "scenarios/regie_transports/base.xlsx"
SMALL = 250
HOLES = 3
LOOKED_AT = 8
"""How many of the excluded are judged in full for each hole of the large roster."""


def broken_anew(before: Report, after: Report) -> list[Violation]:
    """Return the strict breaches of the second that the first neither has nor exceeds."""
    return [
        one
        for one in after.broken
        if one not in before.broken
        and not any(
            (one.row, one.person, one.shift, one.skill, one.aspect)
            == (old.row, old.person, old.shift, old.skill, old.aspect)
            and set(one.days) <= set(old.days)
            and abs(one.measured - one.limit) <= abs(old.measured - old.limit)
            and one.amount <= old.amount
            for old in before.broken
        )
    ]


class Trials:
    """One hole, with the roster around it judged in full for each person."""

    def __init__(self, scenario: Scenario, roster: Schedule, hole: Assignment) -> None:
        self.scenario, self.hole = scenario, hole
        self.rest = [one for one in roster.assignments if one != hole]
        self.before = judge(scenario, Schedule.of(scenario, self.rest))

    def after(self, person: str, *, leaves: bool) -> Report:
        """Return what the judge says once a person has the duty."""
        there = {
            one
            for one in self.rest
            if (one.person, one.day) == (person, self.hole.day)
            and self.scenario.shift[one.shift].works
        }
        kept = [one for one in self.rest if not (leaves and one in there)]
        return judge(
            self.scenario, Schedule.of(self.scenario, [*kept, replace(self.hole, person=person)])
        )

    def confirm_candidate(self, one: Candidate) -> None:
        """Nothing is newly broken, and the prices are those of the judge."""
        after = self.after(one.person.id, leaves=True)
        assert broken_anew(self.before, after) == []
        levels = {*self.before.cost_by_level, *after.cost_by_level}
        dearer = {
            level: after.cost_by_level.get(level, 0) - self.before.cost_by_level.get(level, 0)
            for level in levels
        }
        assert one.prices == {level: price for level, price in dearer.items() if price}

    def confirm_excluded(self, one: Excluded, away: frozenset[tuple[str, int]]) -> None:
        """What is said to be broken is; nobody is called absent or occupied who is not."""
        person, day = one.person, self.hole.day
        after = self.after(person.id, leaves=one.reason != "occupied")
        assert set(one.breaches) <= set(broken_anew(self.before, after))
        if one.reason == "rule":
            assert one.breaches
        elif one.reason == "occupied":
            assert one.works is not None
            assert "one_per_day" in {breach.rule for breach in one.breaches}
        else:
            assert (person.id, day) in {*self.scenario.absent, *away}
        if one.movable:
            assert broken_anew(self.before, self.after(person.id, leaves=True)) == []


def counted(found: CallList) -> None:
    """Everybody but the missing person is listed or excluded, once."""
    listed = [one.person.id for one in (*found.candidates, *found.excluded)]
    others = [one.id for one in found.scenario.people if one.id != found.hole.person.id]
    assert sorted(listed) == sorted(others)


def small() -> Iterator[tuple[Scenario, Schedule]]:
    """Yield random scenarios under several random rules, with a random roster each."""
    pool = [cls for key, cls in sorted(all_rules().items()) if key not in STRUCTURAL]
    for number in range(SMALL):
        rng = Random(f"hole-{number}")
        rules: list[RuleBase] = [draw_rule(rng, cls) for cls in rng.sample(pool, 5)]
        scenario = _busier(rng, draw_scenario(rng, rules[0]))
        basic = [one for one in basic_rules(rules) if rng.random() < 0.8 or one.key in STRUCTURAL]
        yield replace(scenario, rules=(*rules, *basic)), draw_schedule(rng, scenario)


def _busier(rng: Random, scenario: Scenario) -> Scenario:
    """Add two people; now and then ask for one on each shift, and make some reserve or on call."""
    people = (*scenario.people, *(replace(scenario.people[0], id=name) for name in "DE"))
    demand = scenario.demand
    if rng.random() < 0.5:
        demand = tuple(replace(one, minimum=1, target=1, maximum=None) for one in demand)
    ready = rng.choice([{}, {"D": Family.RESERVE}, {"D": Family.RESERVE, "L": Family.ON_CALL}])
    shifts = tuple(replace(one, family=ready.get(one.code, one.family)) for one in scenario.shifts)
    return replace(scenario, people=people, demand=demand, shifts=shifts)


def test_small_random_holes() -> None:
    """Rules of all kinds, on rosters that break some already."""
    met: Counter[str] = Counter()
    for number, (scenario, roster) in enumerate(small()):
        rng = Random(number)
        for hole in rng.sample(roster.assignments, min(2, len(roster.assignments))):
            trials = Trials(scenario, roster, hole)
            others = [one.id for one in scenario.people]
            away = frozenset({(rng.choice(others), hole.day)} if rng.random() < 0.1 else ())
            now = scenario.horizon.instant(hole.day - 1, 720)
            found = call_list(scenario, roster, hole, now=now, away=away)
            counted(found)
            for one in found.candidates:
                trials.confirm_candidate(one)
            for other in found.excluded:
                trials.confirm_excluded(other, away)
            met.update(one.source for one in found.candidates)
            met.update(one.reason for one in found.excluded)
            met["movable"] += len(found.movable)
            met["joint"] += any(
                not all_rules()[breach.rule].alone
                for one in found.excluded
                for breach in one.breaches
            )
    kinds = [*SOURCES, "absent", "occupied", "rule", "movable", "joint"]
    assert all(met[kind] >= 10 for kind in kinds), met


@pytest.mark.slow
def test_holes_of_a_large_roster() -> None:
    """The first roster found for 112 drivers; some holes, everybody listed, some excluded."""
    scenario, watch = api.load(REGIE), Watch()
    settings = api.Settings(seconds=60, workers=1, reproducible=True)
    result = api.solve(scenario, settings, watch=watch, listener=lambda _: watch.stop())
    assert result.schedule is not None
    rng = Random("regie")
    met: Counter[str] = Counter()
    for hole in rng.sample(result.schedule.assignments, HOLES):
        trials = Trials(scenario, result.schedule, hole)
        now = scenario.horizon.instant(hole.day - 1, 720)
        found = call_list(scenario, result.schedule, hole, now=now)
        counted(found)
        for one in found.candidates:
            trials.confirm_candidate(one)
        blocked = [one for one in found.excluded if one.reason == "rule"]
        rest = [one for one in found.excluded if one.reason != "rule"]
        for group in (blocked, rest):
            for other in rng.sample(group, min(LOOKED_AT // 2, len(group))):
                trials.confirm_excluded(other, frozenset())
        met["listed"] += len(found.candidates)
        met["blocked"] += len(blocked)
    assert min(met["listed"], met["blocked"]) > 0, met
