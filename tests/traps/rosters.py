"""Hand-made rosters for the traps, and what the judge says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rotaplan.domain.report import Report
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.judge import judge
from rotaplan.rules.base import RuleBase, rule_class
from tests.agreement.contents import shifts_of
from tests.agreement.weighing import weigh
from tests.rules.drawn import drawn

HOUR = 60
Found = list[tuple[str, str, tuple[int, ...]]]


def rule(key: str, **given: object) -> RuleBase:
    """Return a rule that must hold, named by its key in what is found."""
    return rule_class(key)(**{"must": True, "row": key, **given})


def codes(*names: str) -> Shifts:
    """Return a choice of shifts by code."""
    return Shifts(codes=frozenset(names))


def shift(code: str, *spans: tuple[int, int], family: Family = Family.DAY, **more: object) -> Shift:
    """Return a shift of work from its pieces, in minutes after midnight."""
    made = tuple(Span(start=start, end=end) for start, end in spans)
    return Shift(code=code, spans=made, family=family, **more)  # type: ignore[arg-type]


def with_shifts(*more: Shift) -> tuple[Shift, ...]:
    """Return the shifts of the drawings with further ones, which replace those of their code."""
    new = {one.code for one in more}
    return (*(one for one in shifts_of() if one.code not in new), *more)


def report(
    roster: str, rules: Iterable[RuleBase], start: dt.date = dt.date(2027, 2, 1), **more: object
) -> Report:
    """Return what the judge says of a drawing, once the model is heard to say the same."""
    shifts = more.get("shifts", shifts_of())
    asked = {s.code: 0 for s in shifts if s.works}  # type: ignore[attr-defined]
    scenario, schedule = drawn(roster, *rules, **{"needs": asked, "start": start, **more})
    found = judge(scenario, schedule)
    if not any("+" in cell for cell in roster.split()):
        assert weigh(scenario, schedule).rejected == bool(found.broken)
    return found


def found(
    roster: str, *rules: RuleBase, start: dt.date = dt.date(2027, 2, 1), **more: object
) -> Found:
    """Return key, person and days of each breach."""
    return [(v.rule, v.person, v.days) for v in report(roster, rules, start, **more).broken]
