"""What makes a day no day off, said of the options of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rotaplan.domain.time import DAY_MINUTES
from rotaplan.model.chains import Step
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Event


@dataclass(frozen=True, slots=True)
class DayCells:
    """Which options make a day no day off.

    Attributes
    ----------
    frame
        The cells.
    work, rest
        Options that are work on their day, and the others.
    late
        Those that spoil the next day too; none where days off need not be whole.
    """

    frame: Frame
    work: frozenset[int]
    rest: frozenset[int]
    late: frozenset[int]

    @staticmethod
    def of(frame: Frame, *, at_home: bool, whole: bool) -> DayCells:
        """Return what a row says of options."""
        work = frame.at_work(at_home=at_home)
        late = frozenset(
            number
            for number, option in frame.numbered
            if whole and number in work and option.shift.end > DAY_MINUTES
        )
        return DayCells(frame, work, frame.every - work, late)

    def spoilt(self, person: int, day: int) -> bool:
        """Whether the history leaves no day off there."""
        return (day < 0 and self.frame.past(person, day) in self.work) or (
            day <= 0 and self.frame.past(person, day - 1) in self.late
        )

    def busy(self, day: int) -> Event:
        """Return the event that a planned day is no day off."""
        eve = ((day - 1, self.late),) if day > 0 else ()
        return Event(((day, self.work), *eve))

    def calm(self, day: int) -> Iterator[Step]:
        """Yield that nothing of a day, where it is known, runs into the next one."""
        if self.late and day in self.frame.scenario.horizon.known:
            yield day, self.frame.every - self.late
