"""Sequences of days, as written in a cell: what stands on each of some consecutive days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rotaplan.domain.work import ALL_WORK, Shift, Shifts


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What stands on one day of a sequence.

    Attributes
    ----------
    shifts
        Shifts that fit; None where none does.
    off
        Whether a day off fits.
    """

    shifts: Shifts | None = None
    off: bool = False

    def fits(self, worked: Collection[Shift]) -> bool:
        """Whether a day with these shifts, or with none, is as described."""
        if not worked:
            return self.off
        return self.shifts is not None and any(self.shifts.has(shift) for shift in worked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Steps for consecutive days.

    Attributes
    ----------
    steps
        One for each day, in order.
    text
        The words as the planner wrote them.
    """

    steps: tuple[Step, ...]
    text: str = ""

    @staticmethod
    def of(text: str) -> Sequence:
        """Return a sequence of codes between spaces: ``.`` off, ``*`` any work, ``?`` anything.

        ``E|L`` stands for either code.
        """
        return Sequence(steps=tuple(map(_step, text.split())), text=text)

    def __str__(self) -> str:
        return self.text


def _step(word: str) -> Step:
    names = word.split("|")
    off = not {".", "?"}.isdisjoint(names)
    if not {"*", "?"}.isdisjoint(names):
        return Step(shifts=ALL_WORK, off=off)
    codes = frozenset(names) - {"."}
    return Step(shifts=Shifts(codes=codes, text=word) if codes else None, off=off)
