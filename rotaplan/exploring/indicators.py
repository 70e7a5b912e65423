"""What a roster amounts to, in a column of figures that can be held against another one."""

from __future__ import annotations

from collections.abc import Iterator

from rotaplan.replanning.figures import modifications
from rotaplan.result import Result
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.figures import Figures

_SPREADS = ("hours", "night", "weekend", "free_day")

Indicator = tuple[str, int | float | None]


def indicators(result: Result) -> tuple[Indicator, ...]:
    """Return the figures of a roster by key, in the order in which they are shown.

    Cover is a share, spreads are most less least per full-time equivalent (hours in hours),
    prices have no unit; what cannot be told is None.
    """
    if result.schedule is None or result.report is None:
        return ()
    return tuple(_all(result, Figures(scenario=result.scenario, schedule=result.schedule)))


def _all(result: Result, figures: Figures) -> Iterator[Indicator]:
    report, scenario, schedule = result.report, result.scenario, result.schedule
    assert report is not None
    assert schedule is not None
    yield "coverage", figures.coverage
    yield "asked", figures.demanded
    yield "open_posts", figures.missing
    yield "below_minimum", sum(max(0, p.need.minimum - len(p.held)) for p in figures.posts)
    yield "broken", len(report.broken)
    yield "derogated", len(report.derogated)
    yield "unverifiable", len(report.unverifiable)
    yield "people", len(scenario.people)
    yield "hours", round(sum(one.minutes for one in figures.tallies) / 60, 1)
    spreads = {one.name: one.most - one.least for one in figures.spreads}
    for name in _SPREADS:
        yield f"{name}_spread", round(spreads[name], 1) if name in spreads else None
    yield "wishes", len(scenario.wishes)
    yield "wishes_granted", sum(map(figures.is_granted, scenario.wishes))
    changed = None if scenario.published is None else len(modifications(scenario, schedule))
    yield "changes", changed
    for level in LEVELS:
        yield f"cost_{level}", report.cost_by_level.get(level, 0)


def named(key: str, language: str) -> str:
    """Return what an indicator is called."""
    if key.startswith("cost_"):
        level = say(language, f"out-level-{key.removeprefix('cost_')}")
        return say(language, "explore-cost", level=level)
    return say(language, f"explore-{key.replace('_', '-')}")


def shown(key: str, value: object, language: str) -> str:
    """Return an indicator as it is read: a share in percent, a hole as a dash."""
    if value is None:
        return "–"
    text = f"{value:.1%}" if key == "coverage" and isinstance(value, float) else str(value)
    if language != "fr":
        return text
    return text.replace(".", ",").replace("%", " %").replace("-", "−")
