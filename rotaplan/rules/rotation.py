"""The cycle that people follow, and what it costs to leave it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.cycle import cycle_days
from rotaplan.domain.people import Person, Seat
from rotaplan.domain.report import Violation
from rotaplan.domain.rotation import Rotation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_MONDAY = dt.date(2027, 2, 1)
_CYCLE = Rotation(name="2×8", lines=(("E", "E", "", "", "", "", ""), ("L", "", "", "", "", "", "")))
_FOLLOWED: dict[str, object] = {
    "rotations": (_CYCLE,),
    "people": (Person(id="A", seat=Seat(rotation="2×8", line=1, week=_MONDAY)),),
}


@rule("follow_rotation", scope=("who", "when"), basic=True, must=False, level=3, alone=True)
class FollowRotation(RuleBase):
    """Whoever has a place in a cycle works what the cycle gives.

    For each person with a place in a cycle (sheet Roulements) and each planned day meant: a cell
    that holds something else than the cycle is a departure. It costs ``swapped`` where another
    shift is worked, ``to_rest`` where a shift of the cycle becomes a rest, ``from_rest`` where
    one of its rests becomes a shift; 0 makes it free, and no departure. None is a day of firm
    absence, whole or half, or outside the contract, nor a weekday that the person never works,
    nor a rest on a public holiday: whoever is not there has left no cycle, and those who stand
    in for them pay for it only where they have a cycle of their own. Priced per cell.
    """

    swapped: int = param("value", "count", default=1, most=1000)
    to_rest: int = param("value", "count", default=1, most=1000)
    from_rest: int = param("value", "count", default=2, most=1000)

    examples = (
        Example("the cycle as it is, and its second week", "E E . . . . . L", 0, given=_FOLLOWED),
        Example("late instead of early", "L E .", 1, 1, given=_FOLLOWED),
        Example("rest instead of early", "E . .", 1, 1, given=_FOLLOWED),
        Example("a rest of the cycle is worked", "E E L", 1, 2, given=_FOLLOWED),
        Example("dearer than others", "E E L", 1, 7, {"from_rest": 7}, given=_FOLLOWED),
        Example("leave is none", "E . .", 0, given={
            **_FOLLOWED, "absences": (Absence(person="A", first=1, last=1),)}),
        Example("nor is rest on a public holiday", "E . .", 0, given={
            **_FOLLOWED, "calendar": Calendar(holidays={dt.date(2027, 2, 2): "fête"})}),
        Example("another shift on it is", "E L .", 1, given={
            **_FOLLOWED, "calendar": Calendar(holidays={dt.date(2027, 2, 2): "fête"})}),
        Example("whoever has no cycle follows none", "L L .", 0),
    )  # fmt: skip

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        prices = {"swapped": self.swapped, "to_rest": self.to_rest, "from_rest": self.from_rest}
        for person in self.people(scenario):
            worked = schedule.by_day(person)
            for given in cycle_days(scenario, person):
                found = {duty.shift.code for duty in worked.get(given.day, ())}
                if found == ({given.code} - {""}) or (given.holiday and not found):
                    continue
                aspect = "from_rest" if not given.code else "swapped" if found else "to_rest"
                if prices[aspect] and self.on(scenario, given.day):
                    yield self.violation(
                        person=person,
                        days=(given.day,),
                        shift=given.code or min(found),
                        aspect=aspect,
                        amount=prices[aspect],
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        for number, person in frame.people(self.who):
            for given in cycle_days(frame.scenario, person):
                if not self.on(frame.scenario, given.day):
                    continue
                others = frame.work - frame.by_code.get(given.code, frozenset())
                left = {others: self.swapped if given.code else self.from_rest}
                if given.code and not given.holiday:
                    left[frozenset({OFF})] = self.to_rest
                for options, price in left.items():
                    if options and price:
                        fine = frame.every - options
                        yield Allowed(rule, self.grade, number, given.day, fine, price)
