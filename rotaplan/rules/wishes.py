"""Wishes of people for single days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import People, Person
from rotaplan.domain.quota import within_quota
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import PeriodName
from rotaplan.domain.work import ALL_WORK, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_BOTH = {"wishes": (Wish(person="A", day=0), Wish(person="B", day=0, weight=2))}
_SENIOR = {
    "people": (Person(id="A", opening={"rang": 4}), Person(id="B")),
    "wishes": (Wish(person="A", day=0, weight=3), Wish(person="B", day=0)),
}


@rule("requests", scope=("who",), basic=True, must=False, level=6, weight=1, alone=True)
class Requests(RuleBase):
    """Wishes to work, or not to work, some shifts on a day.

    A wish to work is granted if one of its shifts starts on the day; a wish not to work is
    granted if none does; a wish that names no shift speaks of any work. Each wish that is not
    granted costs its own strength times the weight of the rule. Measured 1 against 0: works and
    wished not to; 0 against 1: wished to work and does not.

    With ``quota``, everybody has so many points in a period, and a wish spends its strength: in
    the order of the sheet, a wish for which too few points are left does not count; a weaker one
    after it still may. Reading the workbook names the wishes that do not count.
    """

    quota: int | None = param("value", "count", default=None, most=10**4, sample=5)
    period: PeriodName = param("window", "period", default="month", sample="month")

    examples = (
        Example(
            "rest wished, work planned",
            "D .",
            1,
            3,
            given={"wishes": (Wish(person="A", day=0, weight=3),)},
        ),
        Example(
            "night wished, late planned",
            "L .",
            1,
            2,
            given={
                "wishes": (
                    Wish(person="A", day=0, shifts=Shifts(codes=frozenset("N")), on=True, weight=2),
                )
            },
        ),
        Example(
            "no night wished, late planned",
            "L .",
            0,
            0,
            given={"wishes": (Wish(person="A", day=0, shifts=Shifts(codes=frozenset("N"))),)},
        ),
        Example(
            "work wished on a day off",
            ". D",
            1,
            1,
            given={"wishes": (Wish(person="A", day=0, on=True),)},
        ),
        Example(
            "three points: the second wish is one too many, the third is not",
            "D D D",
            2,
            3,
            {"quota": 3},
            given={
                "wishes": (
                    Wish(person="A", day=0, weight=2),
                    Wish(person="A", day=1, weight=2),
                    Wish(person="A", day=2, weight=1),
                )
            },
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {person.id for person in self.people(scenario)}
        for wish in within_quota(scenario, self.quota, self.period):
            if wish.person not in meant:
                continue
            person = scenario.person[wish.person]
            shifts = wish.shifts or ALL_WORK
            works = any(
                shifts.has(duty.shift) for duty in schedule.by_day(person).get(wish.day, ())
            )
            if works != wish.on:
                yield self.violation(
                    person=person,
                    days=(wish.day,),
                    shift=shifts.text or ", ".join(sorted(shifts.codes)),
                    measured=int(works),
                    limit=int(wish.on),
                    amount=wish.weight,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        numbers = {person.id: number for number, person in frame.people(self.who)}
        for wish in within_quota(frame.scenario, self.quota, self.period):
            if wish.person in numbers:
                wished = frame.work if wish.shifts is None else frame.on(wish.shifts)
                yield Allowed(
                    rule,
                    self.grade,
                    numbers[wish.person],
                    wish.day,
                    wished if wish.on else frame.every - wished,
                    amount=wish.weight,
                )


@rule("priority", scope=("who",), must=False, level=6, weight=1, alone=True)
class Priority(RuleBase):
    """Priority among people: the wishes of some weigh more than those of the others.

    Whoever is named (by seniority, situation, team...) has a rank: ``factor``, or with
    ``counter`` the figure that the person brings forward under that name, such as years of
    service; no figure, or one below 1, is a rank of 1. A wish of somebody of rank r weighs r
    times as much as it says: where it is not granted, it costs (r - 1) times its strength here,
    beside its strength in ``requests``. Whether a wish is granted is said there; one beyond a
    quota weighs here all the same. One row for each rank; with a rank beyond all that the others
    could wish together, these wishes go first whatever the others wish. Strict, every wish of
    these people is granted that has a rank beyond 1.
    """

    factor: int = param("value", "count", default=2, least=1, most=1000, sample=3)
    counter: str = param("value", "word", default="")

    examples = (
        Example(
            "A goes before B",
            "D .\nD .",
            1,
            2,
            {"factor": 3, "who": People(ids=frozenset("A"))},
            given=_BOTH,
        ),
        Example("rest for A", ". .\nD .", 0, 0, {"who": People(ids=frozenset("A"))}, given=_BOTH),
        Example(
            "four years of service, three more times a strength of three",
            "D .\nD .",
            1,
            9,
            {"counter": "Rang"},
            given=_SENIOR,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            rank = max(1, self._rank(person))
            for wish in scenario.wishes if rank > 1 else ():
                if wish.person != person.id or wish.day not in scenario.horizon.planned:
                    continue
                shifts = wish.shifts or ALL_WORK
                duties = schedule.by_day(person).get(wish.day, ())
                works = any(shifts.has(duty.shift) for duty in duties)
                if works != wish.on:
                    yield self.violation(
                        person=person,
                        days=(wish.day,),
                        shift=shifts.text or ", ".join(sorted(shifts.codes)),
                        measured=int(works),
                        limit=int(wish.on),
                        amount=wish.weight * (rank - 1),
                    )

    def _rank(self, person: Person) -> int:
        return person.opening.get(self.counter.casefold(), 1) if self.counter else self.factor

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        ranks = {
            person.id: (
                number,
                person.opening.get(self.counter.casefold(), 1) if self.counter else self.factor,
            )
            for number, person in frame.people(self.who)
        }
        for wish in frame.scenario.wishes:
            number, rank = ranks.get(wish.person, (0, 0))
            if rank > 1 and wish.day in frame.scenario.horizon.planned:
                wished = frame.work if wish.shifts is None else frame.on(wish.shifts)
                kept = wished if wish.on else frame.every - wished
                amount = wish.weight * (rank - 1)
                yield Allowed(rule, self.grade, number, wish.day, kept, amount)
