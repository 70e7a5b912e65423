"""What a person sees in the terminal: live progress, then the verdict."""

from __future__ import annotations

import queue
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

import click
from rich.console import Console
from rich.live import Live
from rich.text import Text

from rotaplan import api
from rotaplan.domain.report import Report, Unverifiable, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.result import Result
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.figures import Figures
from rotaplan.write.sentences import (
    date_text,
    heading,
    told_of,
    unverifiable_text,
)

if TYPE_CHECKING:
    from rotaplan.domain.lines import Placed
    from rotaplan.engines.cpsat import Watch
    from rotaplan.strategies.asked import Progress

T = TypeVar("T")
_LINE_EVERY = 5.0
_SHOWN = 10
_MANY = 20
"""Of a row with more breaches than that, the number and the worst one are printed."""


def follow(scenario: Scenario, settings: api.Settings, language: str) -> Result:
    """Solve a scenario and show how it goes; Ctrl-C ends the search and keeps the best.

    Parameters
    ----------
    scenario, settings
        As for :func:`rotaplan.api.solve`.
    language
        Of what is shown.
    """
    limit = settings.seconds or scenario.time_limit_seconds or api.DEFAULT_SECONDS
    _announce(scenario, limit, language)
    from rotaplan.engines.cpsat import Watch

    watch = Watch()
    news: queue.SimpleQueue[Progress] = queue.SimpleQueue()
    done: list[Result | BaseException] = []
    over = threading.Event()

    def work() -> None:
        try:
            done.append(api.solve(scenario, settings, listener=news.put, watch=watch))
        except BaseException as failure:
            done.append(failure)
        over.set()

    threading.Thread(target=work, daemon=True).start()
    console = Console(stderr=True)
    show = _show_live if console.is_terminal else _show_lines
    with _interrupt_stops(watch):
        show(over, news, limit, language, console)
    outcome = done[0]
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _announce(scenario: Scenario, limit: float, language: str) -> None:
    needs = sum(max(n.minimum, n.target) for day in scenario.needs.values() for n in day)
    click.echo(
        say(
            language,
            "cli-asked",
            people=len(scenario.people),
            days=scenario.horizon.days,
            start=date_text(scenario.horizon.start, language),
            needs=str(needs),
            rules=len(scenario.rules),
        ),
        err=True,
    )
    click.echo(say(language, "cli-limit", seconds=f"{limit:g}"), err=True)


def stoppable(work: Callable[[Watch], T]) -> T:
    """Return what a search returns; Ctrl-C ends it with the best so far.

    Parameters
    ----------
    work
        The search, with what lets another thread stop it.
    """
    from rotaplan.engines.cpsat import Watch

    watch = Watch()
    done: list[tuple[T | None, BaseException | None]] = []
    over = threading.Event()

    def run() -> None:
        try:
            done.append((work(watch), None))
        except BaseException as failure:
            done.append((None, failure))
        over.set()

    threading.Thread(target=run, daemon=True).start()
    with _interrupt_stops(watch):
        while _alive(over):
            pass
    result, failure = done[0]
    if failure is not None:
        raise failure
    return cast(T, result)


@contextmanager
def _interrupt_stops(watch: Watch) -> Iterator[None]:
    """Let Ctrl-C stop the search, whatever is being shown at that moment."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are of the main thread alone
        return
    before = signal.signal(signal.SIGINT, lambda *_: watch.stop())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _alive(over: threading.Event) -> bool:
    """Wait a moment; tell whether the search still runs."""
    return not over.wait(0.2)


def _latest(news: queue.SimpleQueue[Progress], known: Progress | None) -> Progress | None:
    while not news.empty():
        known = news.get()
    return known


def _show_live(
    over: threading.Event,
    news: queue.SimpleQueue[Progress],
    limit: float,
    language: str,
    console: Console,
) -> None:
    """One line that changes: best so far, distance to the bound, time left."""
    started, known = time.monotonic(), None
    with Live(console=console, refresh_per_second=4, transient=True) as live:
        while _alive(over):
            known = _latest(news, known)
            elapsed = time.monotonic() - started
            left = say(language, "cli-time-left", seconds=f"{max(0, limit - elapsed):.0f}")
            live.update(Text(f"{_line(elapsed, known, language)} · {left}"))


def _show_lines(
    over: threading.Event,
    news: queue.SimpleQueue[Progress],
    limit: float,
    language: str,
    console: Console,
) -> None:
    """Plain lines, one every few seconds and only where something changed."""
    started, printed, shown = time.monotonic(), float("-inf"), None
    known: Progress | None = None
    while _alive(over):
        known = _latest(news, known)
        now = time.monotonic()
        if known is not None and known is not shown and now - printed >= _LINE_EVERY:
            click.echo(_line(now - started, known, language), err=True)
            shown, printed = known, now


def _line(elapsed: float, known: Progress | None, language: str) -> str:
    if known is None or known.repairing:
        state = say(language, "cli-repairing")
    else:
        state = ", ".join(_levels(known.levels, known.costs, known.bounds, language))
    return say(language, "cli-progress", seconds=f"{elapsed:.0f}", state=state)


def _levels(
    levels: Iterable[int], costs: Iterable[int], bounds: Iterable[int], language: str
) -> list[str]:
    """Return each level with its cost and its distance to the bound, in words."""
    return [
        say(
            language,
            "cli-level",
            name=say(language, f"level-{LEVELS[level]}"),
            cost=str(cost),
            distance=_distance(cost, bound, language),
        )
        for level, cost, bound in zip(levels, costs, bounds, strict=True)
    ]


def _distance(cost: int, bound: int, language: str) -> str:
    if cost <= bound:
        return say(language, "cli-distance-proven")
    if bound <= 0:
        return say(language, "cli-distance-units", units=str(cost - bound))
    percent = 100 * (cost - bound) / bound
    return say(language, "cli-distance-near", percent=f"{percent:.1f}")


def print_result(result: Result, language: str) -> None:
    """Print the verdict of a solve: what is proven, what stays open, what it costs."""
    from rotaplan.write.quality import quality_lines

    seconds = f"{result.seconds:.1f}"
    if result.schedule is None:
        if result.impossible is not None:
            text = say(language, "cli-infeasible-person", person=result.impossible)
        else:
            text = say(language, f"cli-{result.status}")
        click.echo(text)
        return
    if result.placed is not None:
        _print_lines(result.placed, language)
    if result.first_seconds is not None:
        click.echo(say(language, "cli-first", seconds=f"{result.first_seconds:.1f}"))
    click.echo(say(language, f"cli-{result.status}", seconds=seconds))
    for line in quality_lines(api.quality(result), language):
        click.echo(f"  {line}")
    print_check(result, language, _SHOWN)


def _print_lines(placed: Placed, language: str) -> None:
    """Print which lines were chosen, and where one does not fit whoever got it."""
    key = "cli-lines-proven" if placed.proven else "cli-lines"
    click.echo(say(language, key, count=len(placed.placements)))
    for one in placed.placements:
        facts = {"person": one.person, "rotation": one.seat.rotation, "line": str(one.seat.line)}
        told = say(language, "cli-line", **facts)
        for name in ("broken", "barred", "away"):
            if count := getattr(one, name):
                told += " ; " + say(language, f"cli-line-{name}", count=count)
        click.echo(f"  {told}")


def print_check(
    result: Result, language: str, most: int | None = None, everything: str = ""
) -> None:
    """Print what the judge found: open posts, broken strict rules, soft departures.

    Of a row with many breaches one line tells how many, of how many people, and the worst.

    Parameters
    ----------
    result
        With its schedule and report.
    language
        Of what is printed.
    most
        Lines of each list, where a workbook holds the others; None to print all.
    everything
        Told last where a row was summed up: where all of its breaches are to be found.
    """
    assert result.schedule is not None
    assert result.report is not None
    scenario, report = result.scenario, result.report
    figures = Figures(scenario=scenario, schedule=result.schedule)
    summed_up = _print_cover(result, figures.demanded, language, most)
    if report.broken:
        click.echo(say(language, "cli-broken", count=len(report.broken)))
    else:
        reserved = report.derogated or report.unverifiable
        click.echo(say(language, "cli-clean-but" if reserved else "cli-clean"))
    summed_up |= _print_violations(report.broken, scenario, language, most)
    summed_up |= _print_open_verdicts(report, scenario, language, most)
    if report.soft:
        click.echo(say(language, "cli-soft", count=len(report.soft), cost=str(report.cost)))
    if scenario.wishes:
        granted = sum(figures.is_granted(wish) for wish in scenario.wishes)
        click.echo(say(language, "cli-wishes", granted=granted, wishes=len(scenario.wishes)))
    if summed_up and everything:
        click.echo(everything)


def _print_violations(
    violations: Sequence[Violation], scenario: Scenario, language: str, most: int | None
) -> bool:
    """Print breaches, row by row where a row has many; return whether one was summed up."""
    counts = Counter(one.row for one in violations)
    many = {row for row, count in counts.items() if most is None and count > _MANY}
    for violation in violations[:most]:
        if violation.row in many:
            continue
        click.echo("  " + _violation_line(violation, scenario, language))
    for row in sorted(many, key=lambda row: -counts[row]):
        _print_summed_up([one for one in violations if one.row == row], scenario, language)
    _print_more(len(violations), language, most)
    return bool(many)


def _violation_line(violation: Violation, scenario: Scenario, language: str) -> str:
    told = told_of(violation, scenario, language)
    if violation.reference and violation.broken:
        told = say(language, "cli-cited", sentence=told, reference=violation.reference)
    return _line_of(violation, told, language)


def _print_summed_up(same: Sequence[Violation], scenario: Scenario, language: str) -> None:
    """Print how often a row is broken, by how many people, and the worst breach of it."""
    worst = max(same, key=lambda one: one.amount)
    told = say(
        language,
        "cli-many",
        rule=heading(worst.rule, language),
        count=len(same),
        people=len({one.person for one in same} - {""}),
    )
    click.echo("  " + (told if worst.row == worst.rule else _line_of(worst, told, language)))
    line = _violation_line(worst, scenario, language)
    click.echo("    " + say(language, "cli-worst", line=line))


def _print_open_verdicts(
    report: Report, scenario: Scenario, language: str, most: int | None
) -> bool:
    """Print the breaches that an exception allows, and what cannot be judged."""
    if report.derogated:
        click.echo(say(language, "cli-derogated", count=len(report.derogated)))
    summed_up = _print_violations(report.derogated, scenario, language, most)
    if report.unverifiable:
        click.echo(say(language, "cli-unverifiable", count=len(report.unverifiable)))
    for one in report.unverifiable[:most]:
        name = heading(one.rule, language)
        told = f"{name}. {unverifiable_text(one, scenario, language)}"
        if one.reference:
            told = say(language, "cli-cited", sentence=told, reference=one.reference)
        click.echo("  " + (told if one.row == one.rule else _line_of(one, told, language)))
    _print_more(len(report.unverifiable), language, most)
    return summed_up


def _line_of(one: Violation | Unverifiable, told: str, language: str) -> str:
    """Return a line that begins with the row of a rule; with its name where it has no row."""
    row = heading(one.rule, language) if one.row == one.rule else one.row
    return say(language, "cli-breach", row=row, sentence=told)


def _print_cover(result: Result, needs: int, language: str, most: int | None) -> bool:
    """Print the open posts; return whether those of some shift were summed up."""
    assert result.schedule is not None
    scenario = result.scenario
    open_posts = list(result.schedule.uncovered())
    missing = sum(count for _, count in open_posts)
    if not missing:
        told = say(language, "cli-covered", needs=str(needs))
        click.echo(told if needs else say(language, "cli-nothing-asked"))
        return False
    click.echo(say(language, "cli-uncovered", missing=missing, needs=str(needs)))
    counts = Counter((need.shift, need.skill) for need, _ in open_posts)
    many = {post for post, count in counts.items() if most is None and count > _MANY}
    for need, count in open_posts[:most]:
        if (need.shift, need.skill) in many:
            continue
        line = say(
            language,
            "cli-uncovered-line",
            date=date_text(scenario.horizon.date(need.day), language),
            shift=need.shift,
            skill=f" ({need.skill})" if need.skill else "",
            missing=count,
        )
        click.echo(f"  {line}")
    for shift, skill in sorted(many, key=lambda post: -counts[post]):
        line = say(
            language,
            "cli-uncovered-many",
            shift=shift,
            skill=f" ({skill})" if skill else "",
            days=counts[shift, skill],
            missing=sum(n for need, n in open_posts if (need.shift, need.skill) == (shift, skill)),
        )
        click.echo(f"  {line}")
    _print_more(len(open_posts), language, most)
    return bool(many)


def _print_more(count: int, language: str, most: int | None) -> None:
    if most is not None and count > most:
        click.echo("  " + say(language, "cli-and-more", count=count - most))
