"""Fairness beyond counts: hours, points of hardship, the worst-off, wishes refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from rotaplan.domain.fairness import fair_share
from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import ALL_WORK, Shift, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Pool, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_HALF = {"people": (Person(id="A"), Person(id="B", fte=Fraction(1, 2)))}
_POINTS = {
    "shifts": (
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="N", spans=(Span(start=1320, end=1800),), hardship=3),
    )
}
_WISHES = {
    "wishes": (
        Wish(person="A", day=0, weight=2),
        Wish(person="A", day=1),
        Wish(person="B", day=0),
    )
}


@rule("balance_minutes", must=False, level=5, alone=True)
class BalanceMinutes(RuleBase):
    """Each one's hours on the shifts named, close to a fair part of what is asked for.

    The fair part is that of shifts (``balance_count``), every shift that the needs ask for
    weighing its minutes: worked time, breaks off, or with ``credited`` the time that the
    planner credits. Allowed: hours of a person between that part less ``tolerance``, and that
    part plus ``tolerance``. ``counter`` names the counter of minutes brought forward. Nobody's
    part goes beyond one shift a day, the longest that is open to the person. Priced per started
    hour above or below.
    """

    tolerance: int = param("max", "duration", most=400 * _HOUR, sample="7:00")
    credited: bool = param("value", "flag", default=False)
    counter: str = param("value", "word", default="")

    shared = True
    examples = (
        Example(
            "three shifts of eight hours and one",
            "E E E .\n. . . E",
            2,
            8,
            {"tolerance": 240},
            needs={"E": 1},
        ),
        Example("two and two", "E E . .\n. . E E", 0, 0, {"tolerance": 240}, needs={"E": 1}),
        Example(
            "half time, half the hours",
            "E . E E E .\n. E . . . E",
            0,
            0,
            {"tolerance": 0},
            needs={"E": 1},
            given=_HALF,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        worth = scenario.credited if self.credited else scenario.minutes
        meant = {day for day in scenario.horizon.planned if self.on(scenario, day)}
        people = tuple(self.people(scenario))
        fair = fair_share(scenario, people, self.shifts, sorted(meant), self.counter, worth)
        for person in people:
            if person.id not in fair:
                continue
            duties = [
                duty
                for duty in schedule.timeline(person)
                if duty.day in meant and self.shifts.has(duty.shift)
            ]
            found = sum(worth(duty.shift, duty.day) for duty in duties)
            lowest = max(0, floor(fair[person.id]) - self.tolerance)
            highest = ceil(fair[person.id]) + self.tolerance
            if not lowest <= found <= highest:
                nearest = lowest if found < lowest else highest
                yield self.violation(
                    person=person,
                    days=(duty.day for duty in duties),
                    shift=self.shifts.text,
                    measured=found,
                    limit=nearest,
                    amount=-(-abs(found - nearest) // _HOUR),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        worth = scenario.credited if self.credited else scenario.minutes
        days = tuple(day for day in scenario.horizon.planned if self.on(scenario, day))
        numbered = list(frame.people(self.who))
        fair = fair_share(
            scenario, [person for _, person in numbered], self.shifts, days, self.counter, worth
        )
        chosen = frame.on(self.shifts)
        values = tuple(
            {i: worth(option.shift, day) for i, option in frame.numbered if i in chosen}
            for day in days
        )
        for number, person in numbered:
            if person.id in fair:
                part = fair[person.id]
                least, most = max(0, part // 1 - self.tolerance), -(-part // 1) + self.tolerance
                yield Total(
                    rule, self.grade, number, days, values, least=least, most=most, unit=_HOUR
                )


@rule("balance_points", must=False, level=5, alone=True)
class BalancePoints(RuleBase):
    """Each one's points of hardship, close to a fair part of what is asked for.

    The fair part is that of shifts (``balance_count``), every shift that the needs ask for
    weighing its points of hardship (of the sheet of shifts). Allowed: points of a person
    between floor(part) - ``tolerance`` and ceil(part) + ``tolerance``. ``counter`` names the
    counter of points brought forward. Priced per point above or below.
    """

    tolerance: int = param("value", "count", default=0, most=100, sample=2)
    counter: str = param("value", "word", default="")

    shared = True
    examples = (
        Example("both nights for A", "N N\n. .", 2, 6, needs={"N": 1, "E": 0}, given=_POINTS),
        Example("one each", "N E\nE N", 0, 0, needs={"N": 1, "E": 1}, given=_POINTS),
        Example(
            "three points more or less are tolerated",
            "N N\n. .",
            0,
            0,
            {"tolerance": 3},
            needs={"N": 1, "E": 0},
            given=_POINTS,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {day for day in scenario.horizon.planned if self.on(scenario, day)}
        people = tuple(self.people(scenario))
        days = sorted(meant)
        fair = fair_share(
            scenario, people, self.shifts, days, self.counter, lambda shift, _: shift.hardship
        )
        for person in people:
            if person.id not in fair:
                continue
            duties = [
                duty
                for duty in schedule.timeline(person)
                if duty.day in meant and self.shifts.has(duty.shift)
            ]
            points = sum(duty.shift.hardship for duty in duties)
            lowest = max(0, floor(fair[person.id]) - self.tolerance)
            highest = ceil(fair[person.id]) + self.tolerance
            if not lowest <= points <= highest:
                nearest = lowest if points < lowest else highest
                yield self.violation(
                    person=person,
                    days=(duty.day for duty in duties if duty.shift.hardship),
                    measured=points,
                    limit=nearest,
                    amount=abs(points - nearest),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        days = tuple(day for day in scenario.horizon.planned if self.on(scenario, day))
        numbered = list(frame.people(self.who))
        fair = fair_share(
            scenario,
            [person for _, person in numbered],
            self.shifts,
            days,
            self.counter,
            lambda shift, _: shift.hardship,
        )
        chosen = frame.on(self.shifts)
        points = {i: o.shift.hardship for i, o in frame.numbered if i in chosen}
        for number, person in numbered:
            if person.id in fair:
                part = fair[person.id]
                least, most = max(0, part // 1 - self.tolerance), -(-part // 1) + self.tolerance
                values = (points,) * len(days)
                yield Total(rule, self.grade, number, days, values, least=least, most=most)


@rule("balance_worst", must=False, level=5, weight=5)
class BalanceWorst(RuleBase):
    """The person furthest above a fair part of the shifts named is as little above as can be.

    The fair part is that of ``balance_count``, working share and presence included. The price
    is that of the worst-off alone: max over people of (shifts worked - ceil(part)), less
    ``tolerance``, where that is above 0. Beside a row of ``balance_count`` it keeps the last
    unit from falling on somebody who has most already. Priced per shift of that person.
    """

    tolerance: int = param("value", "count", default=0, most=5, sample=1)
    counter: str = param("value", "word", default="")

    examples = (
        Example("A has all four", "N N N N\n. . . .", 1, 2, needs={"N": 1}),
        Example("two and two", "N N . .\n. . N N", 0, 0, needs={"N": 1}),
        Example(
            "one too many, tolerated",
            "N N N .\n. . . N",
            0,
            0,
            {"tolerance": 1},
            needs={"N": 1},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {day for day in scenario.horizon.planned if self.on(scenario, day)}
        people = tuple(self.people(scenario))
        fair = fair_share(scenario, people, self.shifts, sorted(meant), self.counter)
        worst: tuple[int, Person, list[int]] | None = None
        for person in people:
            if person.id not in fair:
                continue
            worked = [
                duty.day
                for duty in schedule.timeline(person)
                if duty.day in meant and self.shifts.has(duty.shift)
            ]
            excess = len(worked) - ceil(fair[person.id]) - self.tolerance
            if excess > (worst[0] if worst else 0):
                worst = (excess, person, worked)
        if worst:
            excess, person, worked = worst
            yield self.violation(
                person=person,
                days=worked,
                shift=self.shifts.text,
                measured=len(worked),
                limit=len(worked) - excess,
                amount=excess,
            )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        days = tuple(day for day in scenario.horizon.planned if self.on(scenario, day))
        values = (dict.fromkeys(sorted(frame.on(self.shifts)), 1),) * len(days)
        numbered = list(frame.people(self.who))
        fair = fair_share(
            scenario, [person for _, person in numbered], self.shifts, days, self.counter
        )
        members = tuple(
            Total(rule, self.grade, number, days, values, most=-(-fair[person.id] // 1))
            for number, person in numbered
            if person.id in fair
        )
        if members:
            yield Pool(rule, self.grade, members, most=self.tolerance, worst=True)


@rule("wish_equity", scope=("who",), must=False, level=6, weight=2)
class WishEquity(RuleBase):
    """Nobody has many more wishes refused than others: the worst-off person counts.

    For each person: strengths of the wishes not granted, added up (a wish is granted as in
    ``requests``). The price is that of the worst-off alone: the largest of these sums, less
    ``tolerance``, where that is above 0. Priced per unit of strength.
    """

    tolerance: int = param("value", "count", default=0, most=100, sample=2)

    examples = (
        Example("both wishes of A are refused", "D D\n. .", 1, 3, given=_WISHES),
        Example("one of each", ". D\nD .", 1, 1, given=_WISHES),
        Example("that much is tolerated", ". D\nD .", 0, 0, {"tolerance": 1}, given=_WISHES),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        refused: dict[str, list[Wish]] = {}
        for wish in scenario.wishes:
            person = scenario.person[wish.person]
            if not self.who.has(person) or wish.day not in scenario.horizon.planned:
                continue
            duties = schedule.by_day(person).get(wish.day, ())
            works = any((wish.shifts or ALL_WORK).has(duty.shift) for duty in duties)
            if works != wish.on:
                refused.setdefault(person.id, []).append(wish)
        sums = {name: sum(wish.weight for wish in wishes) for name, wishes in refused.items()}
        worst = max(sorted(sums), key=lambda name: sums[name], default="")
        if worst and sums[worst] > self.tolerance:
            yield self.violation(
                person=scenario.person[worst],
                days=(wish.day for wish in refused[worst]),
                measured=sums[worst],
                limit=self.tolerance,
                amount=sums[worst] - self.tolerance,
            )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        numbers = {person.id: number for number, person in frame.people(self.who)}
        lost: dict[int, dict[int, dict[int, int]]] = {}
        for wish in frame.scenario.wishes:
            if wish.person not in numbers or wish.day not in frame.scenario.horizon.planned:
                continue
            wished = frame.work if wish.shifts is None else frame.on(wish.shifts)
            refusing = frame.every - wished if wish.on else wished
            table = lost.setdefault(numbers[wish.person], {}).setdefault(wish.day, {})
            for option in sorted(refusing):
                table[option] = table.get(option, 0) + wish.weight
        members = tuple(
            Total(rule, self.grade, number, tuple(tables), tuple(tables.values()), most=0)
            for number, tables in sorted(lost.items())
        )
        if members:
            yield Pool(rule, self.grade, members, most=self.tolerance, worst=True)
