"""Who is best for a shift, and at which hours people are used to work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import People
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_A = People(ids=frozenset({"A"}))
_NIGHT = Shifts(codes=frozenset({"N"}))


@rule("preferred_person", must=False, level=6, alone=True)
class PreferredPerson(RuleBase):
    """The shifts named go to the people named rather than to others, or to others instead.

    On the days meant, with ``choice`` ``prefer``: a shift named that somebody else works is
    charged. With ``avoid``: one that somebody of the people meant works. A strict row makes
    that exclusive, or bans these people. Priced per shift.
    """

    choice: str = param("value", "word", default="prefer", choices=("prefer", "avoid"))

    examples = (
        Example("B on the night meant for A", ". N\nN .", 1, 1, {"who": _A, "shifts": _NIGHT}),
        Example("A alone on nights", "N N\nE E", 0, 0, {"who": _A, "shifts": _NIGHT}),
        Example(
            "A is to be avoided on nights",
            "N E\nE N",
            1,
            1,
            {"who": _A, "shifts": _NIGHT, "choice": "avoid"},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in scenario.people:
            if self.who.has(person) is (self.choice == "prefer"):
                continue
            for duty in schedule.timeline(person):
                planned = duty.day >= 0
                if planned and self.shifts.has(duty.shift) and self.on(scenario, duty.day):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        meant = {number for number, _ in frame.people(self.who)}
        charged = set(range(len(frame.scenario.people))) - meant
        if self.choice == "avoid":
            charged = meant
        fine = frame.every - frame.on(self.shifts)
        for day in frame.scenario.horizon.planned:
            if self.on(frame.scenario, day):
                for number in sorted(charged):
                    yield Allowed(rule, self.grade, number, day, fine)


@rule("usual_hours", must=False, level=6, alone=True)
class UsualHours(RuleBase):
    """Duties start near the usual hour of the people named.

    For each duty of a shift named on a day meant: its start on the clock lies within
    ``maximum`` of ``start``, before or after, the shorter way round midnight. Priced by the
    hours beyond, started hours counting whole.
    """

    start: int = param("value", "duration", most=DAY_MINUTES, sample="8:00")
    maximum: int = param("max", "duration", most=DAY_MINUTES // 2, sample="1:00")

    examples = (
        Example("a late shift at 14:00", "L .", 1, 5, {"start": 480, "maximum": 60}),
        Example("at 06:00 and 09:00", "E D", 0, 0, {"start": 450, "maximum": 90}),
        Example("22:00 is two hours before midnight", "N .", 1, 1, {"start": 0, "maximum": 60}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day < 0 or not self.shifts.has(duty.shift) or not duty.shift.spans:
                    continue
                turn = (duty.shift.start - self.start) % DAY_MINUTES
                away = min(turn, DAY_MINUTES - turn)
                if away > self.maximum and self.on(scenario, duty.day):
                    yield self.violation(
                        person=person,
                        days=(duty.day,),
                        shift=duty.shift.code,
                        measured=away,
                        limit=self.maximum,
                        amount=-(-(away - self.maximum) // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        chosen = frame.on(self.shifts)
        half = DAY_MINUTES // 2
        priced: dict[int, set[int]] = {}
        for number, option in frame.numbered:
            if number in chosen and option.shift.spans:
                begins = option.shift.spans[0].start
                beyond = abs((begins - self.start + half) % DAY_MINUTES - half) - self.maximum
                if beyond > 0:
                    priced.setdefault((beyond + _HOUR - 1) // _HOUR, set()).add(number)
        for day in frame.scenario.horizon.planned:
            if not self.on(frame.scenario, day):
                continue
            for amount, options in sorted(priced.items()):
                fine = frame.every - options
                for person, _ in frame.people(self.who):
                    yield Allowed(rule, self.grade, person, day, fine, amount)
