"""Records of a foreign text file, and things grouped by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from rotaplan.errors import WorkbookError
from rotaplan.problem import Cell, Problem

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Sections = Mapping[str, Sequence[tuple[int, list[str]]]]
"""Records by section, each with the number of its line."""


class Records:
    """Turns the records of a section into values, and a failure into a problem with its line.

    Parameters
    ----------
    file
        Name of the file, for problems.
    found
        Its records.
    """

    def __init__(self, file: str, found: Sections) -> None:
        self._file, self._found = file, found

    def all(self, section: str, make: Callable[[list[str]], T]) -> tuple[T, ...]:
        """Return what ``make`` makes of each record; nothing where the section is missing.

        Raises
        ------
        WorkbookError
            Where ``make`` fails on a record; the problem names its line.
        """
        made = []
        for line, record in self._found.get(section, ()):
            try:
                made.append(make(record))
            except (ValueError, IndexError) as fault:
                place = Cell(sheet=self._file, row=line)
                facts = {"section": section, "found": ",".join(record)}
                problem = Problem(code="format-record", cell=place, facts=facts)
                raise WorkbookError([problem]) from fault
        return tuple(made)

    def some(self, section: str, make: Callable[[list[str]], T]) -> tuple[T, ...]:
        """Return the same of a section that must be there; raises WorkbookError otherwise."""
        made = self.all(section, make)
        if not made:
            facts = {"section": section, "file": self._file}
            raise WorkbookError([Problem(code="format-section", facts=facts)])
        return made


def grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Return things by key, both in the order of the file."""
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
