"""Wishes of people for single days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import ALL_WORK, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, rule


@rule("requests", scope=("who",), basic=True, must=False, level=6, weight=1, alone=True)
class Requests(RuleBase):
    """Wishes to work, or not to work, some shifts on a day.

    A wish to work is granted if one of its shifts starts on the day; a wish not to work is
    granted if none does; a wish that names no shift speaks of any work. Each wish that is not
    granted costs its own strength times the weight of the rule. Measured 1 against 0: works and
    wished not to; 0 against 1: wished to work and does not.
    """

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
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {person.id for person in self.people(scenario)}
        for wish in scenario.wishes:
            if wish.person not in meant or wish.day not in scenario.horizon.planned:
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
        for wish in frame.scenario.wishes:
            if wish.person in numbers and wish.day in frame.scenario.horizon.planned:
                wished = frame.work if wish.shifts is None else frame.on(wish.shifts)
                yield Allowed(
                    rule,
                    self.grade,
                    numbers[wish.person],
                    wish.day,
                    wished if wish.on else frame.every - wished,
                    amount=wish.weight,
                )
