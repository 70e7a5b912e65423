"""Who makes up the crew of a shift: tutors beside trainees, some of a group, the same people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import People
from rotaplan.domain.presence import present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.requirements import Cover, Joint, Requirement, Succession
from rotaplan.rules.base import Example, RuleBase, param, rule

_A = People(ids=frozenset({"A"}))
_B = People(ids=frozenset({"B"}))
_A_AND_C = People(ids=frozenset({"A", "C"}))
_EARLY_TWICE = {"demand": (Demand(shift="E", minimum=2), Demand(shift="L"))}


@rule("tutor", level=2, weight=10)
class Tutor(RuleBase):
    """Trainees work the shifts named only beside a tutor.

    For each day meant and each shift named: trainees on it (the people meant) <= ratio *
    tutors on it. ``tutors`` chooses people by name, skill, role...; somebody meant as a trainee
    is no tutor. Priced per trainee without a tutor.
    """

    tutors: People = param("value", "people", sample="Cadre")
    ratio: int = param("value", "count", default=1, least=1, most=20, sample=1)

    examples = (
        Example("alone on the late shift", "L\nE", 1, 1, {"who": _A, "tutors": _B}),
        Example("beside the tutor", "L\nL", 0, 0, {"who": _A, "tutors": _B}),
        Example("two for one tutor", "L\nL\nL", 1, 1, {"who": _A_AND_C, "tutors": _B}),
        Example(
            "two for one tutor are allowed",
            "L\nL\nL",
            0,
            0,
            {"who": _A_AND_C, "tutors": _B, "ratio": 2},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        codes = [shift.code for shift in scenario.shifts if self.shifts.has(shift)]
        for day in scenario.horizon.planned:
            for code in codes if self.on(scenario, day) else ():
                present = [scenario.person[name] for name in schedule.on_shift(day, code)]
                trainees = [one for one in present if self.who.has(one)]
                tutors = [one for one in present if self.tutors.has(one) and one not in trainees]
                for person in trainees[self.ratio * len(tutors) :]:
                    yield self.violation(
                        person=person, days=(day,), shift=code, limit=1, measured=len(tutors)
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        trainees = [number for number, _ in frame.people(self.who)]
        tutors = [number for number, _ in frame.people(self.tutors) if number not in trainees]
        chosen = frame.on(self.shifts)
        for day in frame.scenario.horizon.planned:
            if not trainees or not self.on(frame.scenario, day):
                continue
            cells = tuple((number, day) for number in (*trainees, *tutors))
            for _, options in sorted(frame.by_code.items()):
                if options <= chosen:
                    asks = dict.fromkeys(sorted(options), 1)
                    gives = dict.fromkeys(sorted(options), -self.ratio)
                    values = (asks,) * len(trainees) + (gives,) * len(tutors)
                    yield Joint(rule, self.grade, cells, values, most=0)


@rule("group_mix", level=4, weight=10)
class GroupMix(RuleBase):
    """At least, and at most, so many of a group on each shift (not all beginners).

    For each day meant and each shift named: minimum <= number of the people meant who work it
    <= maximum. The minimum is asked only on days on which the needs ask for the shift. With
    ``together`` the shifts named are counted together. Priced per person.
    """

    minimum: int | None = param("min", "count", default=None, most=50)
    maximum: int | None = param("max", "count", default=None, most=50, sample=2)
    together: bool = param("value", "flag", default=False)

    examples = (
        Example("two beginners", "E E\nE L\nL .", 1, 1, {"maximum": 1}, needs={"E": 1, "L": 1}),
        Example("one each day", "E L\nL E", 0, 0, {"maximum": 1}, needs={"E": 1, "L": 1}),
        Example(
            "nobody of the group on the early shift",
            "L\nE",
            1,
            1,
            {"who": _A, "minimum": 1},
            given=_EARLY_TWICE,
        ),
        Example(
            "counted over both shifts",
            "L\nE",
            0,
            0,
            {"who": _A, "minimum": 1, "together": True},
            needs={"E": 1, "L": 1},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        codes = [shift.code for shift in scenario.shifts if self.shifts.has(shift)]
        groups = [codes] if self.together else [[code] for code in codes]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            asked = {n.shift for n in scenario.needs[day] if max(n.minimum, n.target) > 0}
            for group in groups:
                names = {name for code in group for name in schedule.on_shift(day, code)}
                held = sum(self.who.has(scenario.person[name]) for name in names)
                bounds = []
                if self.minimum is not None and asked.intersection(group):
                    bounds.append((self.minimum, self.minimum - held))
                if self.maximum is not None:
                    bounds.append((self.maximum, held - self.maximum))
                for limit, gap in bounds:
                    if gap > 0:
                        code = self.shifts.text if self.together else group[0]
                        yield self.violation(
                            days=(day,), shift=code, measured=held, limit=limit, amount=gap
                        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        people = tuple(number for number, _ in frame.people(self.who))
        chosen = frame.on(self.shifts)
        for day in frame.scenario.horizon.planned:
            if not self.on(frame.scenario, day):
                continue
            wanted: frozenset[int] = frozenset()
            for need in frame.scenario.needs[day]:
                if need.minimum > 0 or need.target > 0:
                    wanted |= frame.by_code.get(need.shift, frozenset())
            sets = [chosen] if self.together else [o & chosen for o in frame.by_code.values()]
            for options in sets:
                if self.minimum is not None and options & wanted:
                    yield Cover(rule, self.grade, day, options, people, least=self.minimum)
                if self.maximum is not None and options:
                    yield Cover(rule, self.grade, day, options, people, most=self.maximum)


@rule("continuity", must=False, level=6, alone=True)
class Continuity(RuleBase):
    """The same person on the same post, day after day, as long as the post runs.

    For each person and each planned day meant: if the person worked a shift named the day
    before, history included, and the needs ask for that shift on this day too, the person works
    it again. Nobody is held to it on days of absence or outside the contract. Priced per day on
    which a post is handed over.
    """

    examples = (
        Example("handed over on the second day", "E L\nL E", 2, 2, needs={"E": 1, "L": 1}),
        Example("each on one post", "E E\nL L", 0, 0, needs={"E": 1, "L": 1}),
        Example("yesterday is in the history", "E | L", 1, 1, needs={"E": 1, "L": 0}),
        Example("nobody asks for it any more", "E | L", 0, 0, needs={"E": 0, "L": 1}),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days, each with the one before."""
        return horizon.windows(2)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        for person in self.people(scenario):
            by_day = schedule.by_day(person)
            for day in scenario.horizon.planned:
                if day not in present[person.id] or not self.on(scenario, day):
                    continue
                now = {duty.shift.code for duty in by_day.get(day, ())}
                asked = {n.shift for n in scenario.needs[day] if n.minimum > 0 or n.target > 0}
                for duty in by_day.get(day - 1, ()):
                    code = duty.shift.code
                    if self.shifts.has(duty.shift) and code in asked and code not in now:
                        yield self.violation(person=person, days=(day - 1, day), shift=code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        present = present_days(scenario)
        chosen = frame.on(self.shifts)
        for day in scenario.horizon.planned:
            if day - 1 not in scenario.horizon.known or not self.on(scenario, day):
                continue
            asked = {n.shift for n in scenario.needs[day] if max(n.minimum, n.target) > 0}
            pairs = {
                (first, then): 1
                for code in sorted(asked)
                for first in frame.by_code.get(code, frozenset()) & chosen
                for then in frame.every - frame.by_code[code]
            }
            if not pairs:
                continue
            table = clashes(pairs)
            for number, person in frame.people(self.who):
                if day in present[person.id]:
                    yield Succession(rule, self.grade, number, day - 1, 1, table)
