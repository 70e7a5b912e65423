"""Scenarios and schedules from the drawings of ``rotaplan.rules.base.Example``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Demand, Past, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.rules.base import Example, RuleBase
from tests.agreement.contents import DEMANDED, shifts_of

MONDAY = dt.date(2027, 2, 1)
"""Day 0 of every drawing; no clock change, holiday or month end comes near it."""


def drawn(
    roster: str,
    *rules: RuleBase,
    needs: Mapping[str, int] | None = None,
    start: dt.date = MONDAY,
    **more: object,
) -> tuple[Scenario, Schedule]:
    """Return the scenario and the schedule of a drawing.

    Parameters
    ----------
    roster
        One line per person (``A``, ``B``, ...): codes or ``.`` by day, ``|`` before day 0 where
        there is a history. Two codes joined with ``+`` stand for two duties on one day;
        ``E/LIC`` is E in the function LIC.
    rules
        In force.
    needs
        People by shift code, on every day; without it each shift has a line asking for nobody.
    start
        Date of day 0.
    more
        Further attributes of the scenario.
    """
    lines = [line.split("|") for line in roster.strip().splitlines()]
    fronts = [line[0].split() if len(line) > 1 else [] for line in lines]
    plans = [line[-1].split() for line in lines]
    assert len({len(p) for p in plans}) == len({len(f) for f in fronts}) == 1, "ragged drawing"
    ids = [chr(ord("A") + index) for index in range(len(lines))]
    asked = needs or dict.fromkeys(DEMANDED)
    given: dict[str, object] = {
        "horizon": Horizon(start=start, days=len(plans[0]), history_days=len(fronts[0])),
        "people": tuple(Person(id=name) for name in ids),
        "shifts": shifts_of(),
        "demand": tuple(Demand(shift=code, minimum=count) for code, count in asked.items()),
        "rules": rules,
        "history": tuple(
            Past(person=name, day=day - len(front), shift=code)
            for name, front in zip(ids, fronts, strict=True)
            for day, code in enumerate(front)
            if code != "."
        ),
    }
    scenario = Scenario(**{**given, **more})  # type: ignore[arg-type]
    assignments = [
        Assignment(person=name, day=day, shift=code.split("/")[0], skill=code.partition("/")[2])
        for name, plan in zip(ids, plans, strict=True)
        for day, cell in enumerate(plan)
        for code in cell.split("+")
        if code != "."
    ]
    return scenario, Schedule.of(scenario, assignments)


def example_of(rule_class: type[RuleBase], example: Example) -> tuple[Scenario, Schedule]:
    """Return the scenario and the schedule of a worked example."""
    rule = rule_class(**dict(example.params))
    return drawn(example.roster, rule, needs=example.needs, **dict(example.given))
