"""What is wrong with an input, and where: problems are collected, never raised one at a time."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Fact = str | int | float | tuple[str, ...]
Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cell:
    """A place in a workbook, as the planner sees it.

    Attributes
    ----------
    sheet
        Name of the sheet as written in the workbook.
    row
        Row number, from 1.
    column
        Column number, from 1; 0 where the whole row is meant.
    """

    sheet: str
    row: int
    column: int = 0

    @property
    def reference(self) -> str:
        """The reference in spreadsheet form, such as ``B12`` (``A12`` for a whole row)."""
        letters, rest = "", max(self.column, 1)
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.reference}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend in a workbook.

    Attributes
    ----------
    code
        Stable code; the sentences live in ``text/*.ftl`` under ``problem-<code>``.
    cell
        Where it is; None where it concerns the file as a whole.
    facts
        What the sentence names: found, expected, suggestion...
    severity
        An ``error`` stops the work, a ``warning`` or a ``notice`` does not.
    """

    code: str
    cell: Cell | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    severity: Severity = "error"


class Problems:
    """Collects problems while an input is read; duplicates are kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Cell | None, str], Problem] = {}

    def add(
        self, code: str, cell: Cell | None = None, *, severity: Severity = "error", **facts: Fact
    ) -> None:
        """Record one problem."""
        self.keep(Problem(code=code, cell=cell, facts=facts, severity=severity))

    def keep(self, problem: Problem) -> None:
        """Record a problem as found by another collector."""
        key = (problem.code, problem.cell, repr(sorted(problem.facts.items())))
        self._found.setdefault(key, problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.sorted())

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems, errors first, then in the order of the workbook's cells."""
        order = {"error": 0, "warning": 1, "notice": 2}
        return tuple(
            sorted(
                self._found.values(),
                key=lambda p: (
                    order[p.severity],
                    p.cell or Cell(sheet="", row=0),
                    p.code,
                    repr(sorted(p.facts.items())),
                ),
            )
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Only those that stop the work."""
        return tuple(p for p in self.sorted() if p.severity == "error")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like ``word``; empty where none comes close."""
    by_folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), sorted(by_folded), n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""
