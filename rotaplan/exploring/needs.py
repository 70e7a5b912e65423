"""More posts, or fewer: needs that grow, shrink, or grow on some days only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from rotaplan.domain.calendar import Days
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.exploring.words import entry, read_here, refused, selectors_of
from rotaplan.sheets.kinds import number_of, parse_count


def demand(
    scenario: Scenario,
    *,
    scale: float,
    add: int,
    where: object,
    skill: str | None,
    when: object,
) -> Scenario:
    """Return a scenario with other needs; see :meth:`rotaplan.exploring.Study.demand`."""
    selectors = selectors_of(scenario)
    factor = number_of(scale)
    if factor is None or factor < 0:
        raise refused("explore-scale", found=str(scale))
    with read_here():
        more = parse_count(entry(add))
        shifts = None if where is None else selectors.shifts.read(entry(where))
        days = None if when is None else selectors.when.read(entry(when))
        function = None if skill is None else selectors.who.skill(entry(skill))

    def meant(line: Demand) -> bool:
        return (shifts is None or shifts.has(scenario.shift[line.shift])) and (
            function is None or line.skill == function
        )

    if not any(map(meant, scenario.demand)):
        raise refused("explore-no-need", found=_told(where, skill))

    def grown(line: Demand) -> Demand:
        return _grown(line, Fraction(repr(factor)), more)

    if days is None:
        lines = tuple(grown(line) if meant(line) else line for line in scenario.demand)
        return replace(scenario, demand=lines)
    dated = _dated(scenario, days, meant, grown)
    if not dated:
        raise refused("explore-no-need", found=_told(where, skill, when))
    return replace(scenario, demand=(*scenario.demand, *dated))


def _told(*choices: object) -> str:
    return ", ".join(entry(one).text for one in choices if one is not None)


def _grown(line: Demand, factor: Fraction, more: int) -> Demand:
    def figure(people: int | None) -> int | None:
        # Halves are rounded up: a need of one at half the service stays one.
        return None if people is None else max(0, int(people * factor + Fraction(1, 2)) + more)

    return replace(
        line,
        minimum=figure(line.minimum),
        target=figure(line.target),
        maximum=figure(line.maximum),
    )


def _dated(
    scenario: Scenario,
    days: Days,
    meant: Callable[[Demand], bool],
    grown: Callable[[Demand], Demand],
) -> list[Demand]:
    """Return the lines in force on some days, each grown and bound to these dates.

    A line that names dates goes before all others, so the lines of the sheet stay as they are.
    """
    spans: dict[Demand, list[date]] = {}
    for day in scenario.horizon.planned:
        when = scenario.horizon.date(day)
        if days.has(when, scenario.calendar):
            for lines in scenario.demand_on(day).values():
                if meant(lines[-1]):
                    spans.setdefault(lines[-1], []).append(when)
    return [
        replace(grown(line), days=Days(spans=tuple((one, one) for one in dates)))
        for line, dates in spans.items()
    ]
