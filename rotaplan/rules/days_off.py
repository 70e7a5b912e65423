"""What makes a day a day off: the facts that rules on days of rest share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rotaplan.domain.scenario import Demand
from rotaplan.domain.schedule import Duty
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Family, Shift, Span
from rotaplan.model.chains import Step
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Event

ON_CALL_AT_HOME = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="D"), Demand(shift="H")),
}


def taken_days(line: Iterable[Duty], whole: bool) -> set[int]:
    """Return the days on which duties start; with ``whole``, those too into which they run."""
    return {
        day
        for duty in line
        for day in range(duty.day, duty.day + (2 if whole and duty.shift.end > DAY_MINUTES else 1))
    }


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
