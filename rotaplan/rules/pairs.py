"""People who belong together on duty, and people to keep apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.work import Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Cover, Joint, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_LATE = Shifts(codes=frozenset({"L"}))
_B_AWAY = {"absences": (Absence(person="B", first=0, last=0),)}
_TEAM = {"people": (Person(id="A", team="1"), Person(id="B", team="1"), Person(id="C", team="2"))}


@rule("apart", level=3, weight=10)
class Apart(RuleBase):
    """Of the people named, no two work the same shift on the same day (incompatibility).

    For each day meant and each shift named: number of the people meant who work it <= maximum
    (1, unless given). With ``together`` the shifts named are counted together: no two of these
    people are on duty the same day, whatever the shift. One row keeps one set of people apart.
    Priced per person too many.
    """

    maximum: int = param("max", "count", default=1, least=1, most=20)
    together: bool = param("value", "flag", default=False)

    examples = (
        Example("both on the early shift", "E L\nE D", 1, 1),
        Example("never the same shift", "E L\nD D", 0, 0),
        Example("never the same day", "E . L\nD D .", 1, 1, {"together": True}),
        Example("three people, two at most", "E L\nE L\nE D", 1, 1, {"maximum": 2}),
        Example("only the late shift is named", "E L\nE D", 0, 0, {"shifts": _LATE}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        people = list(self.people(scenario))
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            held: dict[str, set[str]] = {}
            for person in people:
                for duty in schedule.by_day(person).get(day, ()):
                    if self.shifts.has(duty.shift):
                        code = self.shifts.text if self.together else duty.shift.code
                        held.setdefault(code, set()).add(person.id)
            for code, present in sorted(held.items()):
                if len(present) > self.maximum:
                    yield self.violation(
                        days=(day,),
                        shift=code,
                        measured=len(present),
                        limit=self.maximum,
                        amount=len(present) - self.maximum,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        people = tuple(number for number, _ in frame.people(self.who))
        chosen = frame.on(self.shifts)
        sets = [chosen]
        if not self.together:
            sets = [options & chosen for _, options in sorted(frame.by_code.items())]
        if len(people) <= self.maximum:
            return
        for day in frame.scenario.horizon.planned:
            if self.on(frame.scenario, day):
                for options in sets:
                    if options:
                        yield Cover(rule, self.grade, day, options, people, most=self.maximum)


@rule("together", level=3, weight=10)
class Together(RuleBase):
    """The people named always work the same shift on the same day (pair, binôme).

    For each pair of them, each day meant on which both are there (under contract and not absent
    all day) and each shift named: both work it, or neither does. One row keeps one set of
    people together. Priced per shift that one of a pair works without the other.
    """

    examples = (
        Example("B stays at home", "E E\nE .", 1, 1),
        Example("two shifts, each alone", "E E\nE L", 2, 2),
        Example("always the same", "E . L\nE . L", 0, 0),
        Example("B is on leave", "E E\n. E", 0, 0, given=_B_AWAY),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        for one, other in combinations(list(self.people(scenario)), 2):
            for day in sorted(present[one.id] & present[other.id]):
                if day < 0 or not self.on(scenario, day):
                    continue
                mine, theirs = (
                    {d.shift.code for d in schedule.by_day(who).get(day, ()) if self._means(d)}
                    for who in (one, other)
                )
                for code in sorted(mine ^ theirs):
                    alone = one if code in mine else other
                    yield self.violation(person=alone, days=(day,), shift=code)

    def _means(self, duty: Duty) -> bool:
        return self.shifts.has(duty.shift)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        present = present_days(scenario)
        sets = _by_code(frame, self.shifts)
        for (first, one), (second, other) in combinations(list(frame.people(self.who)), 2):
            for day in scenario.horizon.planned:
                if day not in present[one.id] or day not in present[other.id]:
                    continue
                if self.on(scenario, day):
                    yield from _alike(self, rule, day, first, second, sets)


@rule("team_block", must=False, level=4, weight=5)
class TeamBlock(RuleBase):
    """People of one team work the same shift, or are all off.

    Teams are those of the sheet of people; people without a team are not meant. On each day
    meant, among the members of a team who are there (under contract and not absent all day),
    each one is compared with the first of them in the order of the sheet: both work a shift
    named, or neither does. Priced per shift that one of the two works without the other.
    """

    examples = (
        Example("B is not with the team", "E E\nE L\nN .", 2, 2, given=_TEAM),
        Example("B is off", "E E\nE .\nN .", 1, 1, given=_TEAM),
        Example("the team as one; C has another", "E E\nE E\nN .", 0, 0, given=_TEAM),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            led: dict[str, set[str]] = {}
            for person in self.people(scenario):
                if not person.team or day not in present[person.id]:
                    continue
                duties = schedule.by_day(person).get(day, ())
                mine = {duty.shift.code for duty in duties if self.shifts.has(duty.shift)}
                first = led.setdefault(person.team, mine)
                for code in sorted(mine ^ first):
                    yield self.violation(person=person, days=(day,), shift=code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        present = present_days(scenario)
        sets = _by_code(frame, self.shifts)
        teams: dict[str, list[tuple[int, Person]]] = {}
        for number, person in frame.people(self.who):
            if person.team:
                teams.setdefault(person.team, []).append((number, person))
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            for _, members in sorted(teams.items()):
                there = [number for number, person in members if day in present[person.id]]
                for number in there[1:]:
                    yield from _alike(self, rule, day, there[0], number, sets)


def _by_code(frame: Frame, shifts: Shifts) -> tuple[frozenset[int], ...]:
    """Return the options of each of the shifts named."""
    chosen = frame.on(shifts)
    return tuple(options for _, options in sorted(frame.by_code.items()) if options <= chosen)


def _alike(
    rule: RuleBase,
    index: int,
    day: int,
    first: int,
    second: int,
    sets: Iterable[frozenset[int]],
) -> Iterator[Requirement]:
    """Ask that two people both take one of some options on a day, or neither."""
    for options in sets:
        mine = dict.fromkeys(sorted(options), 1)
        theirs = dict.fromkeys(sorted(options), -1)
        cells = ((first, day), (second, day))
        yield Joint(index, rule.grade, cells, (mine, theirs), least=0, most=0)
