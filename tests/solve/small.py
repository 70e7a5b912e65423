"""Small scenarios that a person can check by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.rules.base import RuleBase, basic_rules, rule_class

EARLY = Shift(code="E", spans=(Span(start=360, end=840),), family=Family.MORNING)
LATE = Shift(code="L", spans=(Span(start=840, end=1320),), family=Family.EVENING)
NIGHT = Shift(code="N", spans=(Span(start=1320, end=1800),), family=Family.NIGHT)


def row(key: str, **given: Any) -> RuleBase:
    """Return a rule of the rules sheet, with its own defaults where nothing is given."""
    cls = rule_class(key)
    grade = {"must": cls.default_must, "level": cls.default_level, "weight": cls.default_weight}
    return cls(**{**grade, "row": f"Règles!{key}", **given})


def scenario(
    people: int,
    days: int,
    needs: Mapping[str, int],
    rules: Sequence[RuleBase] = (),
    **given: Any,
) -> Scenario:
    """Return a scenario from Monday 1 March 2027, with people A, B, C... and daily needs."""
    return Scenario(
        horizon=Horizon(start=dt.date(2027, 3, 1), days=days),
        **{
            "people": tuple(Person(id=chr(ord("A") + index)) for index in range(people)),
            "shifts": (EARLY, LATE, NIGHT),
            "demand": tuple(
                Demand(shift=code, minimum=count, target=count, maximum=count)
                for code, count in needs.items()
            ),
            "rules": (*rules, *basic_rules(rules)),
            **given,
        },
    )
