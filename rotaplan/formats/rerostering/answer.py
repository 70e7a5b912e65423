"""A re-planned schedule in the form in which the set keeps its solutions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rotaplan.domain.schedule import Assignment
from rotaplan.errors import WorkbookError
from rotaplan.formats.rerostering.case import HOURS, Case
from rotaplan.formats.rerostering.workbook import CODES, person_id
from rotaplan.problem import Problem

Cells = list[list[int]]
"""Entries by person and day; entry 0 of a line means nothing."""


def answer(case: Case, assignments: Iterable[Assignment]) -> dict[str, Any]:
    """Return a schedule as the set writes one: its objectives, and the cells that changed.

    Parameters
    ----------
    case
        The case.
    assignments
        The new schedule, with the people and codes of the case's workbook.

    Returns
    -------
    dict
        ``F`` with the four objectives; ``schedule_delta`` with the changed cells (``i`` the
        person from 0, ``t`` the day from 1, ``s`` the new entry), by day; ``solution_id``, which
        tells equal schedules.

    Raises
    ------
    WorkbookError
        Where a person, code or day is none of the case.
    """
    cells = _cells(case, assignments)
    changes = sorted(_changes(case, cells))
    whole = "\n".join(",".join(map(str, line)) for line in cells)
    return {
        "dataset_id": case.dataset,
        "case_id": case.name,
        "solution_id": hashlib.sha256(whole.encode()).hexdigest(),
        "F": dict(_objectives(case, cells)),
        "schedule_delta": {
            "encoding": "delta_vs_sigma",
            "changes": [{"i": i, "t": t, "s": cells[i][t]} for t, i in changes],
        },
    }


def _cells(case: Case, assignments: Iterable[Assignment]) -> Cells:
    people = {person_id(person): person for person in range(case.people)}
    entries: Mapping[str, int] = {code: entry for entry, code in enumerate(CODES) if code}
    cells = [[0] * (case.days + 1) for _ in people]
    for one in assignments:
        known = one.person in people and one.shift in entries and 0 <= one.day < case.days
        if not known:
            found = f"{one.person} {one.shift} {one.day + 1}"
            raise WorkbookError([Problem(code="format-reference", facts={"found": found})])
        cells[people[one.person]][one.day + 1] = entries[one.shift]
    return cells


def _changes(case: Case, cells: Cells) -> Iterator[tuple[int, int]]:
    """Yield day and person of each cell that is not as it was."""
    for person, line in enumerate(cells):
        for day in range(1, case.days + 1):
            if line[day] != case.published[person][day]:
                yield day, person


def _objectives(case: Case, cells: Cells) -> Iterator[tuple[str, int]]:
    """Yield the objectives: cells changed, hours more, preferences, changes of one person."""
    changed = [0] * case.people
    for day, person in _changes(case, cells):
        changed[person] += day > case.frozen
    yield "f_stab", sum(changed)
    yield (
        "f_ot",
        sum(
            max(0, sum(HOURS[line[day]] - HOURS[before[day]] for day in week))
            for line, before in zip(cells, case.published, strict=True)
            for week in case.weeks
        ),
    )
    yield (
        "f_pref",
        sum(
            case.cost[person][day][line[day]]
            for person, line in enumerate(cells)
            for day in range(case.frozen + 1, case.days + 1)
        ),
    )
    yield "f_fair", max(changed)
