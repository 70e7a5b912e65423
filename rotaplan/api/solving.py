"""A roster, found or made by hand, and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rotaplan.api.settings import DEFAULT_SECONDS, Settings, first_given, processors, versions
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import Disagreement
from rotaplan.judge import judge
from rotaplan.result import LevelOutcome, Result
from rotaplan.rules.base import LEVELS

if TYPE_CHECKING:
    from rotaplan.domain.lines import Placed
    from rotaplan.engines.cpsat import Watch
    from rotaplan.model.build import Model
    from rotaplan.model.frame import Frame
    from rotaplan.sheets import Reading
    from rotaplan.strategies.asked import Outcome, Progress


def solve(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    listener: Callable[[Progress], None] | None = None,
    watch: Watch | None = None,
    start: Iterable[Assignment] | None = None,
    allowed: Mapping[int, int] | None = None,
) -> Result:
    """Find the best schedule within the time limit, and have it judged.

    Parameters
    ----------
    scenario
        The question.
    settings
        Limits and seed.
    listener
        Told of each improvement while the search goes on, from any thread.
    watch
        Lets another thread stop the search; the best schedule so far is kept.
    start
        A roster to start from, as much of it as the strict rules allow; None to make one.
    allowed
        By level, a price that is good enough: below it nothing later gives way for that level.

    Raises
    ------
    Disagreement
        Where the judge rejects the schedule, or finds another price for it, than the solver:
        a fault of rotaplan. Nothing is handed out.
    ModelError
        Where the solver calls the model invalid: a fault of rotaplan.
    """
    from rotaplan.engines.cpsat import Watch as NewWatch
    from rotaplan.model.build import build
    from rotaplan.strategies.asked import Options
    from rotaplan.strategies.plan import Plan

    settings = settings or Settings()
    options = Options(
        seconds=first_given(settings.seconds, scenario.time_limit_seconds, DEFAULT_SECONDS),
        seed=int(first_given(settings.seed, scenario.seed, 0)),
        workers=1 if settings.reproducible else int(first_given(settings.workers, processors())),
        reproducible=settings.reproducible,
        allowed=allowed or {},
        strategy=settings.strategy,
        proofs=settings.proofs,
    )
    scenario, placed = assign_lines(scenario)
    model = build(scenario)
    known = None if start is None else _known(model, start)
    outcome = Plan(model, options, listener, watch or NewWatch(), known).run()
    schedule = _schedule(scenario, outcome, model.frame)
    report = None if schedule is None else _judged(scenario, schedule, outcome)
    return Result(
        scenario=scenario,
        status=outcome.status,
        schedule=schedule,
        report=report,
        levels=tuple(
            LevelOutcome(level=level, cost=cost, bound=bound)
            for level, cost, bound in zip(
                outcome.levels, outcome.costs, outcome.bounds, strict=True
            )
        ),
        seconds=outcome.seconds,
        first_seconds=outcome.first_seconds,
        seed=options.seed,
        workers=options.workers,
        strategy=None if outcome.strategy == "auto" else outcome.strategy,
        barrier=outcome.barrier,
        time_limit_seconds=options.seconds,
        versions=versions(),
        impossible=None if outcome.impossible is None else scenario.people[outcome.impossible].id,
        placed=placed,
    )


def assign_lines(scenario: Scenario) -> tuple[Scenario, Placed | None]:
    """Give a line to everybody who has a cycle and no line yet.

    Fewest breaches of strict rules come first, then fewest posts that the person may not hold,
    then fewest that fall on leave, then wishes and the other soft rules, level after level.

    Returns
    -------
    tuple
        The question with these lines, and what was chosen; None where nothing was open.
    """
    if not any(one.seat and one.seat.line is None for one in scenario.people):
        return scenario, None
    from rotaplan.rules.base import RuleBase
    from rotaplan.strategies.lines import place

    alone = [one for one in scenario.rules if isinstance(one, RuleBase) and one.alone]
    return place(scenario, alone)


def check(scenario: Scenario, assignments: Iterable[Assignment]) -> Result:
    """Judge any roster, also one made by hand, without a solver.

    Parameters
    ----------
    scenario
        With the rules in force.
    assignments
        The roster.

    Returns
    -------
    Result
        With the schedule and its report; nothing is proven of it.
    """
    schedule = Schedule.of(scenario, assignments)
    report = judge(scenario, schedule)
    return Result(
        scenario=scenario,
        status="feasible" if report.clean else "infeasible",
        schedule=schedule,
        report=report,
        levels=tuple(
            LevelOutcome(level=level, cost=cost, bound=0)
            for level, cost in report.cost_by_level.items()
        ),
        seed=scenario.seed or 0,
        versions=versions(),
    )


def with_schedule(result: Result, schedule: Schedule) -> Result:
    """Return an answer with a better schedule, judged; what was proven of it still is.

    Parameters
    ----------
    result
        With the schedule that a search has found.
    schedule
        One that breaks no other strict rule, and costs less at the first level that changes.

    Raises
    ------
    Disagreement
        Where the judge finds it no better: a fault of rotaplan. Nothing is handed out.
    """
    assert result.report is not None
    report = judge(result.scenario, schedule)
    if any(one.locked for one in result.report.violations):
        from rotaplan.engines.cpsat import Watch
        from rotaplan.locked import mark_locked
        from rotaplan.model.build import build
        from rotaplan.strategies.concede import concede

        report = mark_locked(report, concede(build(result.scenario), result.seed, Watch()))
    before, after = result.report.cost_by_level, report.cost_by_level
    if len(report.broken) > len(result.report.broken) or _rank(after) >= _rank(before):
        raise Disagreement(
            f"the judge prices {dict(after)}, {dict(before)} before", schedule, report
        )
    levels = [replace(one, cost=after.get(one.level, 0)) for one in result.levels]
    return replace(result, schedule=schedule, report=report, levels=tuple(levels))


def _rank(costs: Mapping[int, int]) -> list[int]:
    return [costs.get(level, 0) for level in LEVELS]


def completing(reading: Reading) -> Scenario:
    """Return the question in which what the sheet Planning holds stays as it is.

    Its empty cells are open. What the filled ones break is reported, never changed.

    Raises
    ------
    ValueError
        Where the workbook has no scenario, or no sheet Planning.
    """
    if reading.scenario is None or reading.filled is None:
        raise ValueError("there is nothing to complete")
    return reading.filled.decided(reading.scenario)


def without_schedule(scenario: Scenario, settings: Settings | None = None) -> Result:
    """Return the answer to a question that is proven to have no roster before any search."""
    settings = settings or Settings()
    return Result(
        scenario=scenario,
        status="infeasible",
        schedule=None,
        report=None,
        seed=int(first_given(settings.seed, scenario.seed, 0)),
        time_limit_seconds=settings.seconds,
        versions=versions(),
    )


def _known(model: Model, start: Iterable[Assignment]) -> dict[tuple[int, int], int]:
    """Return a roster as the options of cells; what the model does not offer is left out."""
    from rotaplan.domain.published import Post
    from rotaplan.model.requirements import OFF

    frame = model.frame
    known = dict.fromkeys(model.domains, OFF)
    for one in start:
        option = frame.option_by_post.get(Post(shift=one.shift, skill=one.skill), OFF)
        known[frame.number[one.person], one.day] = option
    return known


def _schedule(scenario: Scenario, outcome: Outcome, frame: Frame) -> Schedule | None:
    if outcome.roster is None:
        return None
    duties = (frame.duty(*cell, option) for cell, option in outcome.roster.items())
    return Schedule.of(scenario, [one for one in duties if one is not None])


def _judged(scenario: Scenario, schedule: Schedule, outcome: Outcome) -> Report:
    """Return the judge's report; refuse where it differs from what the solver accepted.

    A rule that must hold may be broken where cells decided by hand force it, and no further.
    """
    from rotaplan.locked import mark_locked

    report = mark_locked(judge(scenario, schedule), outcome.model)
    first = next((one for one in report.broken if not one.locked), None)
    if first is not None:
        raise Disagreement(f"{first.row}: broken, though the solver held it", schedule, report)
    priced = {
        level: cost for level, cost in zip(outcome.levels, outcome.costs, strict=True) if cost
    }
    if dict(report.cost_by_level) != priced:
        raise Disagreement(
            f"the judge prices {dict(report.cost_by_level)}, the solver {priced}",
            schedule,
            report,
        )
    return report
