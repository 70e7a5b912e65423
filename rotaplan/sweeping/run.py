"""Solve variants side by side, and hold each against the one with fewer people."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.result import Result
from rotaplan.sweeping.store import Store
from rotaplan.sweeping.values import Line, Sweep, Variant

Roster = tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Task:
    """One search, as it is sent to another process or machine.

    Attributes
    ----------
    key
        Fingerprint of all that decides the answer.
    scenario, start
        The question, and a roster to start from.
    """

    key: str
    scenario: Scenario
    start: Roster


@dataclass(frozen=True, kw_only=True)
class Found:
    """How answers are found and judged.

    Attributes
    ----------
    run
        Solves tasks side by side and returns their answers in order.
    key
        Returns the fingerprint of a question and a start.
    result
        Makes of an answer a result, judged here.
    """

    run: Callable[[Sequence[Task]], list[dict[str, Any]]]
    key: Callable[[Scenario, Roster], str]
    result: Callable[[Scenario, dict[str, Any]], Result | None]


def swept(variants: Sequence[Variant], found: Found, store: Store) -> Sweep:
    """Return the table of the variants.

    The first variant is solved alone; all others start from its roster. Where one has more
    people than another and yet more posts open, it is solved again from that one's roster,
    which the people it has besides leave as it is.

    Parameters
    ----------
    variants
        What to solve; names are unique.
    found
        How.
    store
        Answers known.
    """
    started = time.monotonic()
    lines: dict[str, Line] = {}
    search = _Search(found, store)
    if variants:
        lines.update(search.lines([variants[0]], ()))
        start = _roster(lines[variants[0].name].result)
        lines.update(search.lines(variants[1:], start))
    worse: list[tuple[str, str]] = []
    for one in variants:
        below = lines.get(one.above or "")
        if below is None or not _more(lines[one.name], below):
            continue
        again = search.lines([one], _roster(below.result), again=True)[one.name]
        if not _more(again, lines[one.name]):
            lines[one.name] = again
        if _more(lines[one.name], below):
            worse.append((one.name, below.name))
    return Sweep(
        lines=tuple(lines[one.name] for one in variants),
        worse=tuple(worse),
        seconds=time.monotonic() - started,
    )


class _Search:
    """Answers, known or found."""

    def __init__(self, found: Found, store: Store) -> None:
        self._found, self._store = found, store

    def lines(
        self, variants: Iterable[Variant], start: Roster, *, again: bool = False
    ) -> Mapping[str, Line]:
        """Return the lines of some variants, those not known solved side by side."""
        asked = {}
        for one in variants:
            known = tuple(cell for cell in start if cell[0] in one.scenario.person)
            key = self._found.key(one.scenario, known)
            asked[one.name] = Task(key=key, scenario=one.scenario, start=known)
        results: dict[str, Result] = {}
        for name, task in asked.items():
            answer = self._store.get(task.key)
            result = None if answer is None else self._found.result(task.scenario, answer)
            if result is not None:
                results[name] = result
        cached = frozenset(results)
        todo = {name: task for name, task in asked.items() if name not in results}
        answers = self._found.run(list(todo.values())) if todo else []
        for (name, task), answer in zip(todo.items(), answers, strict=True):
            result = self._found.result(task.scenario, answer)
            if result is None:
                raise ValueError(f"the answer to {name} is not one of this question")
            self._store.put(task.key, answer)
            results[name] = result
        return {
            name: Line.of(name, results[name], again=again, cached=name in cached) for name in asked
        }


def _more(one: Line, other: Line) -> bool:
    """Whether a line has more posts open than another, the vital ones first."""
    return _open(one) > _open(other)


def _open(line: Line) -> tuple[int, int]:
    if line.open_posts is None or line.below_minimum is None:
        return (10**9, 10**9)
    return (line.below_minimum, line.open_posts)


def _roster(result: Result) -> Roster:
    if result.schedule is None:
        return ()
    return tuple((one.person, one.day, one.shift, one.skill) for one in result.schedule.assignments)


def assignments_of(roster: Iterable[Sequence[Any]]) -> tuple[Assignment, ...]:
    """Return a roster as duties."""
    return tuple(
        Assignment(person=str(person), day=int(day), shift=str(shift), skill=str(skill))
        for person, day, shift, skill in roster
    )
