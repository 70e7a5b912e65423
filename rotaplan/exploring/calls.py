"""The calls of a notebook: load a question, solve it, judge a roster, plan again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan import api
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.errors import WorkbookError
from rotaplan.exploring.answer import Answer
from rotaplan.exploring.choices import Choices
from rotaplan.exploring.plans import Plans
from rotaplan.exploring.progress import line_of, listener_of
from rotaplan.exploring.study import Study
from rotaplan.exploring.tables import Risks
from rotaplan.exploring.words import refused, spoken

if TYPE_CHECKING:
    from rotaplan.engines.cpsat import Watch
    from rotaplan.replanning.values import PlanName
    from rotaplan.strategies.asked import Progress


def load(path: Path | str) -> Study:
    """Read a workbook that is expected to be sound.

    Parameters
    ----------
    path
        The file (.xlsx, .ods, .xls).

    Returns
    -------
    Study
        The question, to be edited and solved; with the roster of its sheet Planning.

    Raises
    ------
    WorkbookError
        With every problem found, where one of them is an error; its text says each with its
        cell.
    """
    reading = api.read(path)
    if reading.scenario is None:
        with spoken(reading.language):
            raise WorkbookError([one for one in reading.problems if one.severity == "error"])
    return Study(
        scenario=reading.scenario,
        undisturbed=reading.undisturbed if reading.disruptions else None,
        planning=reading.planning,
        disruptions=reading.disruptions,
        changes=reading.changes,
        source=Path(path),
        rates=reading.rates,
    )


def solve(
    question: Study | Scenario,
    settings: api.Settings | None = None,
    *,
    seconds: float | None = None,
    seed: int | None = None,
    workers: int | None = None,
    reproducible: bool | None = None,
    listener: Callable[[Progress], None] | None = None,
    watch: Watch | None = None,
    start: Iterable[Assignment] | None = None,
) -> Answer:
    """Find the best schedule within the time limit, and have it judged.

    As at the command line, the last fifth of the time is for refused wishes: those that make the
    schedule better are granted. In a notebook a line beneath the cell tells how far the search is.

    Parameters
    ----------
    question
        The question; the incidents of a study are for :func:`replan`.
    settings
        Limits and seed.
    seconds, seed, workers, reproducible
        The same one by one; each goes before that of ``settings``.
    listener
        Told of each improvement while the search goes on, from any thread.
    watch
        Lets another thread stop the search; the best schedule so far is kept.
    start
        A roster to start from, as much of it as the strict rules allow; None to make one.

    Raises
    ------
    Disagreement
        Where the judge rejects the schedule, or finds another price for it, than the solver:
        a fault of rotaplan. Nothing is handed out.
    ModelError
        Where the solver calls the model invalid: a fault of rotaplan.
    """
    scenario = _scenario(question)
    line = line_of(scenario.language)
    limits = _settings(settings, seconds, seed, workers, reproducible)
    searching, after = api.divided(scenario, limits)
    found = api.solve(
        scenario, searching, listener=listener_of(line, listener), watch=watch, start=start
    )
    if found.schedule is not None and not (watch and watch.stopped):
        found = api.grant(found, seconds=after, watch=watch)
    if line is not None:
        line.end(found)
    return Answer.of(found)


def check(question: Study | Scenario, assignments: Iterable[Assignment] | None = None) -> Answer:
    """Judge any roster, also one made by hand, without a solver.

    Parameters
    ----------
    question
        With the rules in force.
    assignments
        The roster; the published one of a study where None.

    Raises
    ------
    WorkbookError
        Where no roster is given and none is published.
    """
    scenario = _scenario(question)
    if assignments is None and isinstance(question, Study):
        assignments = question.planning
    if assignments is None:
        with spoken(scenario.language):
            raise refused("explore-unpublished")
    return Answer.of(api.check(scenario, assignments))


def replan(
    study: Study,
    settings: api.Settings | None = None,
    *,
    seconds: float | None = None,
    seed: int | None = None,
    workers: int | None = None,
    reproducible: bool | None = None,
    now: dt.datetime | None = None,
    until: dt.date | None = None,
    plans: Iterable[PlanName] | None = None,
) -> Plans:
    """Plan a published roster again after the incidents of a study.

    In a notebook a line beneath the cell tells how far the search is.

    Parameters
    ----------
    study
        With a published roster, and incidents or news in its workbook.
    settings
        Limits of all plans together, and seed.
    seconds, seed, workers, reproducible
        The same one by one; each goes before that of ``settings``.
    now
        The moment, by the wall clock: what has begun is not touched. Where None, the moment at
        which the last disruption became known.
    until
        Last day on which anything may change, inclusive; the end of the disruptions where None.
    plans
        Of ``fewest``, ``balanced`` and ``most``; all where None.

    Raises
    ------
    WorkbookError
        Where nothing is published, or now is after the end of the schedule.
    """
    with spoken(study.language):
        if study.planning is None:
            raise refused("explore-unpublished")
        line = line_of(study.language)
        news = study.reading.news(study.incidents)
        found = api.replan(
            study.base,
            study.planning,
            news,
            _settings(settings, seconds, seed, workers, reproducible),
            now=now,
            until=until,
            plans=plans,
            earlier=[one for one in study.disruptions if one not in news],
            changes=study.changes,
            listener=listener_of(line, None),
        )
    if line is not None:
        line.end_with(len(found.different))
    return Plans(found=found, before=Answer.of(api.check(study.base, study.planning)))


def tradeoff(
    question: Study | Scenario,
    settings: api.Settings | None = None,
    *,
    goals: Sequence[str] = api.GOAL_NAMES,
    plans: int = api.DEFAULT_PLANS,
    distance: int = api.DEFAULT_DISTANCE,
    give: float = api.DEFAULT_GIVE,
    seconds: float | None = None,
    seed: int | None = None,
    workers: int | None = None,
    reproducible: bool | None = None,
) -> Choices:
    """Return a few different good rosters, none of which beats another in every goal.

    In a notebook a line beneath the cell tells how far the search is.

    Parameters
    ----------
    question
        The question.
    settings
        Limits of the search of each roster, and seed.
    goals, plans, distance, give
        As for :func:`rotaplan.api.tradeoff`.
    seconds, seed, workers, reproducible
        Settings one by one; each goes before that of ``settings``.

    Raises
    ------
    ValueError
        Where a goal is not known, or a number is out of range.
    """
    scenario = _scenario(question)
    line = line_of(scenario.language)
    found = api.tradeoff(
        scenario,
        _settings(settings, seconds, seed, workers, reproducible),
        goals=goals,
        plans=plans,
        distance=distance,
        give=give,
        listener=listener_of(line, None),
    )
    if line is not None:
        line.end_with(len(found.choices))
    return Choices.of(found)


def robustness(
    question: Study | Scenario,
    assignments: Iterable[Assignment] | None = None,
    *,
    rates: Mapping[str, float] | None = None,
    runs: int = 500,
    seed: int = 0,
) -> Risks:
    """Return what absences drawn at random would do to a roster.

    Parameters
    ----------
    question
        With the rules in force.
    assignments
        The roster; the published one of a study where None.
    rates
        Chance, 0 to 1, that somebody is away on a day, by team; that of an empty text is for
        all other teams, and 0.05 where it is not given. Each goes before that of the workbook.
    runs
        How many times the roster is gone through.
    seed
        Of the random numbers: the same seed, the same absences.

    Raises
    ------
    WorkbookError
        Where no roster is given and none is published.
    ValueError
        Where a rate lies outside 0 to 1, or a team is not known.
    """
    scenario = _scenario(question)
    if assignments is None and isinstance(question, Study):
        assignments = question.planning
    if assignments is None:
        with spoken(scenario.language):
            raise refused("explore-unpublished")
    written = question.rates if isinstance(question, Study) else {}
    chances = api.rates_of(scenario, written, rates or {})
    found = api.robustness(scenario, assignments, rates=chances, runs=runs, seed=seed)
    return Risks.of(found)


def _scenario(question: Study | Scenario) -> Scenario:
    return question.scenario if isinstance(question, Study) else question


def _settings(
    settings: api.Settings | None,
    seconds: float | None,
    seed: int | None,
    workers: int | None,
    reproducible: bool | None,
) -> api.Settings:
    chosen = settings or api.Settings()
    return replace(
        chosen,
        seconds=chosen.seconds if seconds is None else seconds,
        seed=chosen.seed if seed is None else seed,
        workers=chosen.workers if workers is None else workers,
        reproducible=chosen.reproducible if reproducible is None else reproducible,
    )
