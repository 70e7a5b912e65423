"""Fairness: a burden shared by working share and presence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from rotaplan.domain.fairness import fair_share
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HALF = {
    "people": (Person(id="A"), Person(id="B", fte=Fraction(1, 2))),
}
_OPENING = {
    "people": (Person(id="A", opening={"nights": 2}), Person(id="B")),
}


@rule("balance_count", must=False, level=5, alone=True)
class BalanceCount(RuleBase):
    """Each one's number of the shifts named, close to a fair part of what is asked for.

    With E the number of these shifts that the needs ask for on the days meant (target, or
    minimum where higher), and share = working share * days present, over the people meant who
    could work at least one of them::

        fair(p) = share(p) / sum(share) * (E + sum(opening)) - opening(p)
        floor(fair(p)) - tolerance <= shifts worked(p) <= ceil(fair(p)) + tolerance

    where fair(p) never goes below 0 nor beyond the days on which p could work such a shift (what
    that leaves over is shared among the others). ``counter`` names the counter brought forward
    (opening) that this row carries on. What the needs ask for is shared among the people meant,
    all of it: name everybody who may work these shifts. The history counts by its counter alone.

    A fixed part for each person, rather than the gap between the highest and the lowest: the
    price is a sum of one linear bound per person, so it stays exact when only some people are
    planned again, it does not hang on the one person who is worst off, and a planner can work
    it out by hand before the roster is made. Priced per shift above or below.
    """

    tolerance: int = param("value", "count", default=0, most=10, sample=1)
    counter: str = param("value", "word", default="")

    shared = True
    examples = (
        Example(
            "four nights for two people: three and one",
            "N N N .\n. . . N",
            2,
            2,
            needs={"N": 1},
        ),
        Example("two and two", "N N . .\n. . N N", 0, 0, needs={"N": 1}),
        Example(
            "one more or less is tolerated",
            "N N N .\n. . . N",
            0,
            0,
            {"tolerance": 1},
            needs={"N": 1},
        ),
        Example(
            "half time, half the nights",
            "N . N N N .\n. N . . . N",
            0,
            0,
            needs={"N": 1},
            given=_HALF,
        ),
        Example(
            "A brings two nights forward",
            "N . N .\n. N . N",
            2,
            2,
            {"counter": "nights"},
            needs={"N": 1},
            given=_OPENING,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {day for day in scenario.horizon.planned if self.on(scenario, day)}
        people = tuple(self.people(scenario))
        fair = fair_share(scenario, people, self.shifts, sorted(meant), self.counter)
        for person in people:
            if person.id not in fair:
                continue
            worked = [
                duty.day
                for duty in schedule.timeline(person)
                if duty.day in meant and self.shifts.has(duty.shift)
            ]
            part = fair[person.id]
            lowest = max(0, floor(part) - self.tolerance)
            highest = ceil(part) + self.tolerance
            if not lowest <= len(worked) <= highest:
                nearest = lowest if len(worked) < lowest else highest
                yield self.violation(
                    person=person,
                    days=worked,
                    shift=self.shifts.text,
                    measured=len(worked),
                    limit=nearest,
                    amount=abs(len(worked) - nearest),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        days = tuple(day for day in scenario.horizon.planned if self.on(scenario, day))
        values = (dict.fromkeys(sorted(frame.on(self.shifts)), 1),) * len(days)
        numbered = list(frame.people(self.who))
        fair = fair_share(
            scenario, [person for _, person in numbered], self.shifts, days, self.counter
        )
        for number, person in numbered:
            if person.id in fair:
                least = fair[person.id] // 1 - self.tolerance
                most = -(-fair[person.id] // 1) + self.tolerance
                yield Total(rule, self.grade, number, days, values, least=max(0, least), most=most)
