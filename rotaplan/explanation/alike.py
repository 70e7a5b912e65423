"""Conflicts that differ by a person or by a day alone, told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from rotaplan.explanation.values import Conflict


def merged_by_person(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return conflicts of one person each, those that are about the same rows told once."""
    found: dict[Hashable, list[Conflict]] = {}
    for one in conflicts:
        # The rows of absences differ from person to person; the rules do not.
        key = tuple((item.rule.row, bool(item.cells)) for item in one.items)
        found.setdefault(key, []).append(one)
    return tuple(
        replace(
            alike[0],
            alike=tuple(one.items[0].people[0] for one in alike[1:]),
        )
        for alike in found.values()
    )


def merged_by_day(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return conflicts between people, those that differ by their days alone told once."""
    found: dict[Hashable, list[Conflict]] = {}
    for one in conflicts:
        found.setdefault(kind_by_day(one), []).append(one)
    return tuple(
        replace(
            alike[0],
            alike_days=tuple(sorted({day for one in alike[1:] for day in _days(one)})),
        )
        for alike in found.values()
    )


def _days(one: Conflict) -> set[int]:
    """Return the days of the posts of a conflict; those of everything where it names no post."""
    posts = [item for item in one.items if item.needs]
    return {day for item in posts or one.items for day in item.days}


def kind_by_day(one: Conflict) -> Hashable:
    """Return the same for conflicts of the same rules and posts, whoever is away or imposed."""
    return tuple(
        (
            item.rule.row,
            item.cells if item.needs else bool(item.cells),
            tuple(sorted({(need.shift, need.skill) for need in item.needs})),
        )
        for item in one.items
    )
