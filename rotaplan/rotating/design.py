"""From a question to judged grids: arithmetic, then the flow, then the table where it must be."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.scenario import Rule
from rotaplan.engines.circulation import TooLarge
from rotaplan.errors import Disagreement
from rotaplan.result import Status
from rotaplan.rotating.arithmetic import barred, density, fewest_lines, impossible
from rotaplan.rotating.climb import best
from rotaplan.rotating.departures import departures_of
from rotaplan.rotating.grid import figures_of
from rotaplan.rotating.search import Clock, Found, Search
from rotaplan.rotating.values import FewestLines, Grid, Method, RotationResult
from rotaplan.rotating.verdict import broken_rows, disagreement

_STAGGERED = 0.25
"""Share of the time for the rotation from which lines that do not rotate start."""
_FEW = 10
"""Weeks up to which the table finds alternatives."""
_APART = (2, 3, 4, 5)
"""Sixths of its days in which an alternative goes ways of its own, tried one after the other."""


def design(question: RotationQuestion, clock: Clock, alternatives: int = 1) -> RotationResult:
    """Design a rotation: the best grid, and others that are really different.

    Parameters
    ----------
    question
        What is asked.
    clock
        Until when; all grids share the time.
    alternatives
        How many grids, the best one among them; the first one has half of the time for it.
    """
    began = time.monotonic()
    problems = impossible(question)
    if problems:
        return RotationResult(question=question, status="infeasible", problems=problems)
    desk = _Desk(question)
    status, first = desk.grid(clock.earlier((clock.ends - began) / min(alternatives, 2)))
    grids = [] if first is None else [first]
    while first is not None and len(grids) < alternatives and not clock.over:
        share = (clock.ends - time.monotonic()) / (alternatives - len(grids))
        other = desk.other(clock.earlier(share), grids)
        if other is None:
            break
        grids.append(other)
    return RotationResult(
        question=question,
        status=status,
        grids=tuple(grids),
        on_table=desk.on_table,
        seconds=time.monotonic() - began,
    )


def with_fewest(question: RotationQuestion, clock: Clock, alternatives: int = 1) -> RotationResult:
    """Design the rotation with as few lines as can be; see :func:`design`.

    The number of lines of the question is not read. Half of the time is for finding it.
    """
    began = time.monotonic()
    problems = tuple(barred(question))
    if problems:
        return RotationResult(question=question, status="infeasible", problems=problems)
    lines, found, fewest = _fewest(question, clock.earlier((clock.ends - began) / 2))
    if found is None:
        beyond: Status = "infeasible" if lines > _most_lines(question) else "unknown"
        return RotationResult(question=question, status=beyond, fewest=fewest)
    asked = replace(question, lines=lines)
    designed = design(asked, clock, alternatives)
    if not designed.grids:
        plain = Grid(
            rotation=found[0],
            figures=figures_of(asked, found[0]),
            bounds={},
            method=found[1],
            departures=departures_of(asked, found[0]),
        )
        designed = replace(designed, status="feasible", grids=(plain,))
    return replace(designed, fewest=fewest, seconds=time.monotonic() - began)


def _fewest(
    question: RotationQuestion, clock: Clock
) -> tuple[int, tuple[Rotation, Method] | None, FewestLines]:
    """Return the least number of lines with a grid, the grid, and the proof.

    Numbers are tried one by one from the first that arithmetic does not rule out: a grid for
    one number says nothing about the next.
    """
    first = lines = fewest_lines(question)
    found, by_search = None, list[int]()
    while lines <= _most_lines(question) and not clock.over:
        asked = replace(question, lines=lines)
        if not impossible(asked):
            status, found = _Desk(asked).any(clock)
            if found is not None or status != "infeasible":
                break
            by_search.append(lines)
        lines += 1
    fewest = FewestLines(
        lines=None if found is None else lines,
        by_arithmetic=first - 1,
        by_search=tuple(by_search),
        proven=found is not None,
    )
    return lines, found, fewest


_MOST_LINES = 1000


def _most_lines(question: RotationQuestion) -> int:
    """Return a number of lines beyond which there are too few posts for all of them."""
    least = density(question).least
    posts = sum(one.most for one in question.needs)
    return min(_MOST_LINES, int(posts / least)) if least else _MOST_LINES


class _Desk:
    """Asks the flow first, has the judge look, and goes to the table where the judge objects."""

    def __init__(self, question: RotationQuestion) -> None:
        self._question = question
        # The flow cannot close each of several lines on itself.
        self._search = Search(question, "table" if question.weeks else "circulation")
        self._table: Search | None = None
        self.on_table: tuple[str, ...] = ()

    def any(self, clock: Clock) -> tuple[Status, tuple[Rotation, Method] | None]:
        """Return whether there is a grid, and one."""
        found = self._found(clock, lambda search: search.any(clock))
        if found.rotation is None:
            return found.status, None
        return found.status, (found.rotation, found.method)

    def grid(self, clock: Clock) -> tuple[Status, Grid | None]:
        """Return the best grid."""
        start = self._staggered(clock)
        found = self._found(clock, lambda search: best(search, clock, start=start))
        if found.rotation is None:
            return found.status, None
        return found.status, self._made(found, found.rotation, None)

    def _staggered(self, clock: Clock) -> Rotation | None:
        """Return lines that are one rotation, each begun a week later than the one before.

        All carry the same. It takes as many weeks as lines, or some times as many.
        """
        asked = self._question
        if not asked.weeks or asked.weeks % asked.lines:
            return None
        walk = replace(asked, weeks=0, phases=min(asked.phases, asked.lines))
        quiet = replace(clock, listener=None)
        _, grid = _Desk(walk).grid(quiet.earlier(_STAGGERED * (clock.ends - time.monotonic())))
        if grid is None:
            return None
        turns = [grid.rotation.turned(line).days for line in range(asked.lines)]
        times = asked.weeks // asked.lines
        lines = Rotation.of(asked.name, (code for days in turns for code in days * times))
        return None if broken_rows(asked, lines) else lines

    def other(self, clock: Clock, grids: Sequence[Grid]) -> Grid | None:
        """Return a good grid of whose weeks each of some others has half at most."""
        known, first = [one.rotation for one in grids], grids[0].rotation
        weeks = self._question.all_weeks
        if weeks <= _FEW or self._search.method == "table":
            # The table can say it week by week; the flow knows days only.
            self._table = self._table or self._search.on_table()
            found = self._judged(best(self._table, clock, known, WEEK * -(-weeks // 2)))
            return None if found.rotation is None else self._made(found, found.rotation, first)
        for number, sixths in enumerate(_APART):
            share = (clock.ends - time.monotonic()) / (len(_APART) - number)
            ask = self._apart_from(clock.earlier(share), known, WEEK * weeks * sixths // 6)
            found = self._found(clock, ask)
            if found.rotation is None:
                return None
            made = self._made(found, found.rotation, first)
            if all(2 * shared_weeks(made.rotation, one) <= weeks for one in known):
                return made
        return None

    def _apart_from(
        self, clock: Clock, known: Sequence[Rotation], apart: int
    ) -> Callable[[Search], Found]:
        return lambda search: best(search, clock, known, apart)

    def _found(self, clock: Clock, ask: Callable[[Search], Found]) -> Found:
        """Return what one method finds and the judge accepts: the flow, else the table."""
        try:
            found = ask(self._search)
        except TooLarge:
            return self._on_table(ask, tuple(sorted({_row(one) for one in self._question.strict})))
        broken = self._broken(found)
        if not broken:
            self.on_table = found.on_table or self.on_table
            return found
        unfit = {_row(self._question.rules[number]) for number in self._search.cycle.unfit}
        if found.method == "table" or not broken <= unfit:
            raise self._disagreement(found)
        if clock.over:
            return Found(status="unknown")
        return self._on_table(ask, tuple(sorted(broken)))

    def _on_table(self, ask: Callable[[Search], Found], rows: tuple[str, ...]) -> Found:
        """Ask again cell by cell, and from now on."""
        self.on_table = rows
        self._search = self._search.on_table()
        return self._judged(ask(self._search))

    def _judged(self, found: Found) -> Found:
        """Return what the table found, which the judge must accept."""
        if self._broken(found):
            raise self._disagreement(found)
        return found

    def _broken(self, found: Found) -> frozenset[str]:
        """Return the rows that a grid breaks on its walk."""
        if found.rotation is None:
            return frozenset()
        return broken_rows(self._question, found.rotation)

    def _disagreement(self, found: Found) -> Disagreement:
        assert found.rotation is not None
        return disagreement(self._question, found.rotation)

    def _made(self, found: Found, rotation: Rotation, first: Rotation | None) -> Grid:
        return Grid(
            rotation=rotation,
            figures=figures_of(self._question, rotation),
            bounds=found.bounds,
            method=found.method,
            departures=departures_of(self._question, rotation),
            shared_weeks=0 if first is None else shared_weeks(rotation, first),
        )


def _row(rule: Rule) -> str:
    return rule.row or rule.key


def shared_weeks(rotation: Rotation, other: Rotation) -> int:
    """Return how many weeks of a grid stand in another one too."""
    return sum((Counter(rotation.lines) & Counter(other.lines)).values())
