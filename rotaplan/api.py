"""All that the command line and the notebooks call: load, solve, check, write."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import Disagreement, WorkbookError
from rotaplan.judge import judge
from rotaplan.problem import Problem
from rotaplan.result import LevelOutcome, Result

if TYPE_CHECKING:
    import datetime as dt

    from rotaplan.domain.disruption import Disruption
    from rotaplan.domain.lines import Placed
    from rotaplan.domain.published import PastChange
    from rotaplan.domain.rotation_question import RotationQuestion
    from rotaplan.engines.cpsat import Watch
    from rotaplan.exchange import Exchange
    from rotaplan.explanation import Explanation, Why
    from rotaplan.model.build import Model
    from rotaplan.replacement import CallList
    from rotaplan.replanning import Replanning
    from rotaplan.replanning.values import PlanName
    from rotaplan.rotating import RotationResult
    from rotaplan.sheets import Reading
    from rotaplan.strategies.plan import Outcome, Progress
    from rotaplan.write.xlsx import Replan

DEFAULT_SECONDS = 60.0
DEFAULT_EXPLAIN_SECONDS = 60.0
DEFAULT_REPLAN_SECONDS = 45.0
"""Of the three plans of a re-plan together."""
_NOON = 12 * 60
_UNHURRIED = 10.0**6
_STANDS_ON = ("ortools", "pandas", "python-calamine", "XlsxWriter", "holidays")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How to solve; what is None is taken from the workbook, else from the defaults.

    Attributes
    ----------
    seconds
        Time limit; 60 where neither says.
    seed
        Of every random choice; 0 where neither says.
    workers
        Searches side by side; as many as there are processors, at most 8, where None.
    reproducible
        One worker and a limit on effort instead of time: the same answer on every machine.
    """

    seconds: float | None = None
    seed: int | None = None
    workers: int | None = None
    reproducible: bool = False


def read(path: Path | str) -> Reading:
    """Read a workbook (.xlsx, .ods, .xls) with everything that is wrong with it.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Reading
        ``scenario`` is None where an error was found; ``problems`` names each with its cell.
    """
    from rotaplan.sheets import read_workbook

    return read_workbook(Path(path))


def read_incident(
    path: Path | str, reading: Reading
) -> tuple[tuple[Disruption, ...], tuple[Problem, ...]]:
    """Read an incident from a workbook that holds the sheet of disruptions alone.

    Parameters
    ----------
    path
        The file.
    reading
        The workbook of the published schedule.

    Returns
    -------
    tuple
        What has happened, nothing where an error was found, and everything found.
    """
    from rotaplan.sheets import read_incident as read_it

    return read_it(Path(path), reading)


def load(path: Path | str) -> Scenario:
    """Read a workbook that is expected to be sound.

    Raises
    ------
    WorkbookError
        With every problem found, where one of them is an error.
    """
    reading = read(path)
    if reading.scenario is None:
        raise WorkbookError([p for p in reading.problems if p.severity == "error"])
    return reading.scenario


def solve(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    listener: Callable[[Progress], None] | None = None,
    watch: Watch | None = None,
    start: Iterable[Assignment] | None = None,
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
    from rotaplan.strategies.plan import Options, Plan

    settings = settings or Settings()
    options = Options(
        seconds=_first(settings.seconds, scenario.time_limit_seconds, DEFAULT_SECONDS),
        seed=int(_first(settings.seed, scenario.seed, 0)),
        workers=1 if settings.reproducible else int(_first(settings.workers, _processors())),
        reproducible=settings.reproducible,
    )
    scenario, placed = assign_lines(scenario)
    model = build(scenario)
    known = None if start is None else _known(model, start)
    outcome = Plan(model, options, listener, watch or NewWatch(), known).run()
    schedule = _schedule(scenario, outcome, model.frame.options)
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


def _first(*values: float | None) -> float:
    """Return the first value that is given."""
    return next(value for value in values if value is not None)


def _processors() -> int:
    import os

    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)


def _schedule(scenario: Scenario, outcome: Outcome, options: Iterable[object]) -> Schedule | None:
    from rotaplan.model.frame import Option

    if outcome.roster is None:
        return None
    table = list(options)
    return Schedule.of(
        scenario,
        (
            Assignment(
                person=scenario.people[person].id,
                day=day,
                shift=option.shift.code,
                skill=option.skill,
            )
            for (person, day), number in outcome.roster.items()
            if isinstance(option := table[number], Option)
        ),
    )


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


def conflicts(
    scenario: Scenario,
    settings: Settings | None = None,
    *,
    alone: bool = True,
    longest: int | None = None,
    watch: Watch | None = None,
) -> Explanation:
    """Return which strict rows cannot hold together, each conflict proven by solving again.

    Parameters
    ----------
    scenario
        The question.
    settings
        Limit of the search for conflicts, 60 s where it gives none, and seed.
    alone
        Whether to look at each person alone first; not needed where a search has found a
        roster that keeps everybody's own strict rules.
    longest
        Days of the longest part of the horizon that is looked at; all of it where None.
    watch
        Lets another thread stop the search; what is found by then is returned.
    """
    from rotaplan.engines.cpsat import Watch as NewWatch
    from rotaplan.explanation import Clauses, Conceder, Explanation, find_conflicts
    from rotaplan.model.build import build
    from rotaplan.strategies.concede import concede

    settings, watch = settings or Settings(), watch or NewWatch()
    seed = int(_first(settings.seed, scenario.seed, 0))
    seconds = _first(settings.seconds, DEFAULT_EXPLAIN_SECONDS)
    until = time.monotonic() + seconds
    found = find_conflicts(
        concede(build(scenario), seed, watch),
        seconds=seconds,
        seed=seed,
        watch=watch,
        alone=alone,
        longest=longest,
    )
    conceder = Conceder(
        scenario=scenario,
        prepare=lambda changed: Clauses.of(concede(build(changed), seed, watch)),
        until=until,
        seed=seed,
        watch=watch,
    )
    told = tuple(
        replace_fields(one, concessions=conceder.concessions(one)) for one in found.conflicts
    )
    return Explanation(scenario=scenario, conflicts=told, complete=found.complete)


def without_schedule(scenario: Scenario, settings: Settings | None = None) -> Result:
    """Return the answer to a question that is proven to have no roster before any search."""
    settings = settings or Settings()
    return Result(
        scenario=scenario,
        status="infeasible",
        schedule=None,
        report=None,
        seed=int(_first(settings.seed, scenario.seed, 0)),
        time_limit_seconds=settings.seconds,
        versions=versions(),
    )


def explain(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    shift: str | None = None,
    settings: Settings | None = None,
) -> Why:
    """Return why somebody has a duty on a day, or has not, and what the other way would cost.

    Parameters
    ----------
    scenario, planning
        The question, and the roster to explain.
    person
        Staff number, or a name that only one person has.
    date
        The day.
    shift
        What the person could have instead; where None, rest instead of a duty, or any work
        instead of rest.
    settings
        Of the new search in which the cell holds what was asked; no such search where None.

    Raises
    ------
    WorkbookError
        Where person, date or shift mean nothing.
    """
    from rotaplan.asked import day_of, person_of, shift_of
    from rotaplan.explanation import why
    from rotaplan.trial import Bench

    who, day = person_of(scenario, person), day_of(scenario, date)
    code = None if shift is None else shift_of(scenario, shift).code

    def find(asked: Scenario, start: Sequence[Assignment]) -> Result:
        return solve(asked, settings, start=start)

    bench = Bench.of(scenario, Schedule.of(scenario, planning))
    return why(bench, who.id, day, code, None if settings is None else find)


def reasons(result: Result, *, seconds: float | None = None) -> Explanation:
    """Return what keeps people from each open post, and why each refused wish was refused.

    Parameters
    ----------
    result
        With its schedule.
    seconds
        After which nothing further is looked at; everything is where None.

    Raises
    ------
    ValueError
        Where there is no schedule.
    """
    from rotaplan.explanation import reasons as reasons_of

    if result.schedule is None:
        raise ValueError("there is no schedule to explain")
    return reasons_of(result.scenario, result.schedule, seconds)


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
        versions=versions(),
    )


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


def replan(
    scenario: Scenario,
    planning: Iterable[Assignment],
    incident: Sequence[Disruption],
    settings: Settings | None = None,
    *,
    now: dt.datetime | None = None,
    until: dt.date | None = None,
    plans: Iterable[PlanName] | None = None,
    earlier: Sequence[Disruption] = (),
    changes: Sequence[PastChange] = (),
) -> Replanning:
    """Plan a published schedule again after an incident, in up to three graded plans.

    Parameters
    ----------
    scenario, planning
        The question without any disruption, and the schedule in force.
    incident
        What has happened, and the schedule does not take into account yet.
    settings
        Limits of all plans together, and seed.
    now
        The moment, by the wall clock: what has begun is not touched. Where None, the moment at
        which the last disruption became known, or people were told of changes last.
    until
        Last day on which anything may change, inclusive; the end of the disruptions where None.
    plans
        Of ``fewest`` (people disturbed), ``balanced`` and ``most`` (cover); all where None.
    earlier
        Disruptions that the schedule takes into account already; one of the incident replaces
        an earlier one of the same name.
    changes
        What earlier re-plans have announced, as :attr:`Reading.changes` gives it.

    Raises
    ------
    WorkbookError
        Where now is after the end of the schedule.
    """
    from rotaplan.domain.disruption import merged
    from rotaplan.replanning import PLANS, Question, dated, replanned, told_before

    horizon = scenario.horizon
    if now is not None:
        moment = horizon.instant(horizon.day(now.date()), now.hour * 60 + now.minute)
    else:
        moments = [one.known_since for one in incident] + [one.announced for one in changes]
        moment = max(moments, default=horizon.instant(0))
    if moment >= horizon.instant(horizon.days):
        last = str(horizon.date(horizon.days - 1))
        raise WorkbookError([Problem(code="replan-too-late", facts={"last": last})])
    wanted, chosen = tuple(plans or PLANS), settings or Settings()
    limit = chosen.seconds or DEFAULT_REPLAN_SECONDS
    shares = _shares(limit, len(wanted), even=chosen.reproducible)
    question = Question(
        scenario=scenario,
        assignments=tuple(planning),
        new=tuple(dated(one, moment, horizon.zone) for one in incident),
        now=moment,
        last_day=None if until is None else horizon.day(until),
        earlier=merged((), tuple(earlier)),
        **told_before(changes),
    )

    def find(asked: Scenario, start: Sequence[Assignment]) -> Result:
        return solve(asked, replace_fields(chosen, seconds=next(shares)), start=start)

    return replanned(question, find, wanted)


def _shares(seconds: float, parts: int, *, even: bool) -> Iterator[float]:
    """Yield how long each part of a search may take.

    What a part leaves unused, because nothing was left to prove, is for the later ones; where
    ``even`` they are alike on every machine.
    """
    started = time.monotonic()
    for left in range(parts, 0, -1):
        passed = seconds * (parts - left) / parts if even else time.monotonic() - started
        yield max(1.0, (seconds - passed) / left)


def rotation_question(
    path: Path | str, lines: int | None = None
) -> tuple[RotationQuestion | None, tuple[Problem, ...]]:
    """Read a rotation to design: from a workbook, or a public instance (.txt, .dzn).

    Of a workbook neither people (sheet Agents) nor dates are needed, and no other reader of it
    is as lenient.

    Parameters
    ----------
    path
        The file.
    lines
        Lines of the cycle, where not those of the file.

    Returns
    -------
    tuple
        The question, None where an error was found; and every problem with its cell, rows that
        have no place in a cycle among them.
    """
    from rotaplan.formats import rws
    from rotaplan.rotating import question_of
    from rotaplan.sheets import read_workbook

    path = Path(path)
    try:
        if path.suffix.lower() in rws.SUFFIXES:
            asked = rws.question(rws.read_instance(path))
            return replace_fields(asked, lines=lines or asked.lines), ()
        reading = read_workbook(path, cyclic=True)
        if reading.scenario is None:
            return None, reading.problems
        question, aside = question_of(reading.scenario, lines)
    except WorkbookError as error:
        return None, error.problems
    return question, (*reading.problems, *aside)


def rotate(
    question: RotationQuestion,
    settings: Settings | None = None,
    *,
    alternatives: int = 1,
    fewest: bool = False,
    watch: Watch | None = None,
) -> RotationResult:
    """Design a cyclic rotation, judged by every rule across its seam.

    Goals in order, none of which suffers for a later one: posts that targets ask for, most full
    weekends off, the shortest wait between them, fewest changes of shift, longest rests.

    Parameters
    ----------
    question
        What is asked (see :func:`rotation_question`).
    settings
        Limits and seed; the search has one worker. ``reproducible`` limits each step's effort.
    alternatives
        How many grids that are really different, the best one among them.
    fewest
        Whether to look for the least number of lines instead of those of the question.
    watch
        Lets another thread stop the search; the best grid so far is kept.

    Raises
    ------
    Disagreement
        Where the judge rejects what the search found: a fault of rotaplan.
    """
    from rotaplan.engines.cpsat import Watch
    from rotaplan.rotating import Clock, design, with_fewest

    chosen = settings or Settings()
    seconds = chosen.seconds or DEFAULT_SECONDS
    clock = Clock(
        ends=time.monotonic() + (_UNHURRIED if chosen.reproducible else seconds),
        seed=chosen.seed or 0,
        watch=watch or Watch(),
        effort=seconds / 2 if chosen.reproducible else None,
    )
    found = (with_fewest if fewest else design)(question, clock, alternatives)
    return replace_fields(found, seed=clock.seed, versions=versions())


def write_rotation(found: RotationResult, target: Path, *, language: Language) -> None:
    """Write the grids of a rotation as a workbook whose sheet Roulements is input again.

    Parameters
    ----------
    found
        With a grid at least.
    target
        File to write; an existing one is replaced, so callers ask first.
    language
        Of the sheets.
    """
    from rotaplan.write.xlsx.rotation import write_rotations

    write_rotations(found, target, language)


def draw_rotation(found: RotationResult, target: Path, *, language: Language) -> None:
    """Draw the grids of a rotation as a picture (SVG) that needs nothing outside itself.

    Parameters
    ----------
    found
        With a grid at least.
    target
        File to write; an existing one is replaced, so callers ask first.
    language
        Of the heads.
    """
    from rotaplan.write.rotation_picture import picture_of

    target.write_text(picture_of(found, language), encoding="utf-8")


def absence(
    scenario: Scenario, person: str, first: dt.date, last: dt.date, known: dt.datetime | None = None
) -> Disruption:
    """Return the disruption of somebody who is away for whole days.

    Parameters
    ----------
    scenario
        The question.
    person
        Staff number, or a name that only one person has.
    first, last
        Days away, both inclusive.
    known
        When that became known, by the wall clock; the beginning of the first day where None.

    Raises
    ------
    WorkbookError
        Where the person is not known, the days are reversed or not of the schedule.
    """
    from rotaplan.asked import day_of, person_of
    from rotaplan.domain.disruption import Disruption, Effect
    from rotaplan.domain.people import People

    horizon = scenario.horizon
    found, opens, closes = (
        person_of(scenario, person),
        day_of(scenario, first),
        day_of(scenario, last),
    )
    if closes < opens:
        raise WorkbookError([Problem(code="dates-reversed", facts={"found": f"{first} – {last}"})])
    return Disruption(
        effect=Effect.ABSENT,
        start=horizon.instant(opens),
        end=horizon.instant(closes + 1),
        known=None
        if known is None
        else horizon.instant(horizon.day(known.date()), known.hour * 60 + known.minute),
        people=People(ids=frozenset({found.id})),
        told=(
            ("type", "absence"),
            ("start", f"{first:%d/%m/%Y}"),
            ("end", f"{last:%d/%m/%Y}"),
            *(() if known is None else (("known", f"{known:%d/%m/%Y %H:%M}"),)),
            ("target", found.id),
        ),
    )


def replace(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    now: dt.datetime | None = None,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> CallList:
    """Return whom to call for the duty of somebody who is missing, and why nobody else.

    Parameters
    ----------
    scenario, planning
        The question, and the roster in force.
    person
        Staff number, or a name that only one person has.
    date
        Day on which the duty begins.
    now
        When the calls are made, by the wall clock; noon of the eve of the duty where None.
    away
        Who is on leave or absent on which day, as :attr:`Reading.away` gives it.

    Raises
    ------
    WorkbookError
        Where nobody, or nothing that they work, is meant by person and date.
    """
    from rotaplan.asked import day_of, duty_of, person_of
    from rotaplan.replacement import call_list

    published = Schedule.of(scenario, planning)
    missing, day = person_of(scenario, person), day_of(scenario, date)
    hole = duty_of(published, missing, day)
    horizon = scenario.horizon
    if now is None:
        calls = horizon.instant(day - 1, _NOON)
    else:
        calls = horizon.instant(horizon.day(now.date()), now.hour * 60 + now.minute)
    return call_list(scenario, published, hole, now=calls, away=away)


def swap(
    scenario: Scenario,
    planning: Iterable[Assignment],
    *,
    person: str,
    date: dt.date,
    other: str,
    other_date: dt.date | None = None,
    away: frozenset[tuple[str, int]] = frozenset(),
) -> Exchange:
    """Return whether two people may exchange what they work, and what it does to each.

    The first gives the duty of ``date`` to the other, who gives that of ``other_date`` in
    return; either may be rest.

    Parameters
    ----------
    scenario, planning
        The question, and the roster in force.
    person, other
        Staff numbers, or names that only one person has.
    date, other_date
        Days on which the duties begin; the second is the first where None.
    away
        Who is on leave or absent on which day, as :attr:`Reading.away` gives it.

    Raises
    ------
    WorkbookError
        Where a name or a date means nothing, both are the same person, or neither works.
    """
    from rotaplan.asked import day_of, person_of, swapped
    from rotaplan.exchange import exchange

    published = Schedule.of(scenario, planning)
    people = person_of(scenario, person), person_of(scenario, other)
    days = day_of(scenario, date), day_of(scenario, other_date or date)
    given, returned = swapped(published, people, days)
    return exchange(scenario, published, given, returned, people, away=away)


def output_path(source: Path, chosen: Path | None = None) -> Path:
    """Return where the answer goes: beside the input, unless chosen otherwise."""
    return chosen or source.with_name(f"{source.stem}_planning.xlsx")


def write(
    result: Result,
    path: Path,
    *,
    source: Path | None = None,
    language: Language | None = None,
    replan: Replan | None = None,
    explanation: Explanation | None = None,
) -> None:
    """Write the answer as a workbook that carries its input and can be read again.

    It is written under another name first, so that an interruption never leaves half a file
    in the place of a whole one.

    Parameters
    ----------
    result
        The answer.
    path
        New file.
    source
        The input workbook whose sheets are carried over.
    language
        Of the headings; that of the input where None.
    replan
        What the answer changes of the schedule in the input; see :func:`write_plan`.
    explanation
        What goes on the sheet Explications; no such sheet where None.
    """
    from rotaplan.write.xlsx import write_xlsx

    draft = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        write_xlsx(
            result,
            draft,
            source=source,
            language=language or result.scenario.language,
            replan=replan,
            explanation=explanation,
        )
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_plan(
    found: Replanning,
    name: str,
    path: Path,
    *,
    source: Path | None = None,
    language: Language | None = None,
) -> None:
    """Write one plan of a re-plan as a whole workbook, which the next re-plan can read.

    Parameters
    ----------
    found
        All plans.
    name
        Of the plan.
    path
        New file.
    source
        The workbook of the published schedule, whose sheets are carried over.
    language
        Of the headings; that of the input where None.

    Raises
    ------
    KeyError
        Where there is no such plan.
    """
    from rotaplan.write.xlsx import Replan

    plan = found.plan(name)
    replan = Replan(found=found, plan=plan)
    write(plan.result, path, source=source, language=language, replan=replan)


def replan_json(found: Replanning, language: Language) -> dict[str, Any]:
    """Return a re-plan in a stable form: disruptions, plans, figures, changes and messages.

    Parameters
    ----------
    found
        All plans.
    language
        Of the messages.
    """
    from rotaplan.write.replan_json import replan_json as form

    return form(found, language)


def versions() -> dict[str, str]:
    """Return the versions of rotaplan and of what its answers depend on."""
    found = {"rotaplan": version("rotaplan"), "python": platform.python_version()}
    found.update({name: version(name) for name in _STANDS_ON})
    return found


def write_template(
    path: Path, *, language: Language, example: bool, packs: Sequence[str] = ()
) -> None:
    """Write a workbook to start from.

    Parameters
    ----------
    path
        New file.
    language
        Of its headings.
    example
        With a complete small example, or blank.
    packs
        Names of legal packs, such as ``fph``, whose rows are added to the rules.
    """
    from rotaplan.packs import load_pack
    from rotaplan.sheets.template import write_template as write_it

    chosen = [load_pack(name) for name in dict.fromkeys(packs)]
    write_it(path, language=language, example=example, packs=chosen)


def rules_reference(language: Language) -> str:
    """Return the reference of all rules as text."""
    from rotaplan.sheets.reference import rules_reference as refer

    return refer(language)


def import_instance(form: str, source: Path, target: Path, *, language: Language) -> None:
    """Turn a public benchmark instance into a workbook.

    Parameters
    ----------
    form
        ``schedulingbenchmarks``, ``inrc1``, ``inrc2``, ``rws`` or ``rerostering``.
    source, target
        The instance (of ``inrc2``, folder and name of one), and the workbook to write.
    language
        Of the workbook's headings.

    Raises
    ------
    WorkbookError
        Where the instance cannot be read.
    """
    from importlib import import_module

    import_module(f"rotaplan.formats.{form}").convert(source, target, language)


def answer_of_instance(form: str, source: Path, planning: Iterable[Assignment]) -> dict[str, Any]:
    """Return a roster as an answer in the form of the public set that its instance is from.

    Parameters
    ----------
    form
        ``rerostering``.
    source
        The instance.
    planning
        A roster with the people and shifts of the instance's workbook.

    Raises
    ------
    WorkbookError
        Where the instance cannot be read, or the roster is not one of it.
    """
    from importlib import import_module

    module = import_module(f"rotaplan.formats.{form}")
    found: dict[str, Any] = module.answer(module.read_case(source), planning)
    return found
