"""The design of a cyclic rotation."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan.api.files import draft_of
from rotaplan.api.settings import DEFAULT_SECONDS, Settings, versions
from rotaplan.domain.scenario import Language
from rotaplan.errors import WorkbookError
from rotaplan.problem import Problem

if TYPE_CHECKING:
    from rotaplan.domain.rotation_question import RotationQuestion
    from rotaplan.engines.cpsat import Watch
    from rotaplan.rotating import GoalReached, RotationResult

_UNHURRIED = 10.0**6


def rotation_question(
    path: Path | str, lines: int | None = None, weeks: int = 0
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
    weeks
        After which each line begins anew where people keep their line; 0 where everybody walks
        through all lines.

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
            return replace_fields(asked, lines=lines or asked.lines, weeks=weeks), ()
        reading = read_workbook(path, cyclic=True)
        if reading.scenario is None:
            return None, reading.problems
        question, aside = question_of(reading.scenario, lines, weeks)
    except WorkbookError as error:
        return None, error.problems
    return question, (*reading.problems, *aside)


def rotation_problems(question: RotationQuestion) -> tuple[Problem, ...]:
    """Return what arithmetic alone rules out of a rotation, before any search.

    Parameters
    ----------
    question
        What is asked, for the number of lines that it names.

    Returns
    -------
    tuple
        Each with its sum; empty where only a search can tell.
    """
    from rotaplan.rotating import impossible

    return impossible(question)


def rotate(
    question: RotationQuestion,
    settings: Settings | None = None,
    *,
    alternatives: int = 1,
    fewest: bool = False,
    watch: Watch | None = None,
    listener: Callable[[GoalReached], None] | None = None,
) -> RotationResult:
    """Design a cyclic rotation, judged by every rule across its seam.

    Goals in order, none of which suffers for a later one: posts that targets ask for, most full
    weekends off, the shortest wait between them, fewest changes of shift, longest rests. Where
    people keep their line, the lines are made alike after the posts: in hours, nights, Sundays
    and weekends off.

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
    listener
        Told of each goal that is settled while the search goes on.

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
        listener=listener,
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

    with draft_of(target) as draft:
        write_rotations(found, draft, language)


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

    with draft_of(target) as draft:
        draft.write_text(picture_of(found, language), encoding="utf-8")
