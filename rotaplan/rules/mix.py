"""Who makes up a post: skills among the people on it, skills not to waste, teams whole or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Cover, Joint, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_PERCENT = 100
_NURSE = Person(id="A", skills=(HeldSkill(skill="IDE"),))
_MIXED = {"people": (_NURSE, Person(id="B"), Person(id="C"))}
_CREW = {"demand": (Demand(shift="E", minimum=0), Demand(shift="L", minimum=0))}


@rule("skill_cover", scope=("shifts", "when"), level=2, weight=100)
class SkillCover(RuleBase):
    """Each shift has people who hold a skill among those on it: so many, or such a share.

    For each day meant and each shift named: people on it who hold ``skill``, valid on that
    date, >= minimum; asked only on days on which the needs ask for somebody on it. With
    ``share``, whenever people are on it: holders >= share percent of all of them. With
    ``together`` the shifts named are counted together. The function filled does not matter: a
    post that must be filled in a function is a line of the needs. Priced per holder missing,
    for either limit on its own.
    """

    skill: str = param("value", "skill", sample="IDE")
    minimum: int = param("min", "count", default=1, most=50, sample=1)
    share: int = param("value", "count", default=0, most=_PERCENT, sample=50)
    together: bool = param("value", "flag", default=False)

    examples = (
        Example("no nurse at night", "E\nN\nN", 1, 1, {"skill": "IDE"}, {"N": 1, "E": 0}, _MIXED),
        Example("one nurse is there", "N\nN\nE", 0, 0, {"skill": "IDE"}, {"N": 1, "E": 0}, _MIXED),
        Example("nobody is asked for", "E\nN\n.", 0, 0, {"skill": "IDE"}, {}, _MIXED),
        Example(
            "one of three is less than half",
            "N\nN\nN",
            1,
            1,
            {"skill": "IDE", "share": 50},
            {"N": 1},
            _MIXED,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        named = {s.code for s in scenario.shifts if s.works and self.shifts.has(s)}
        posts = [named] if self.together else [{code} for code in sorted(named)]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            asked = {n.shift for n in scenario.needs[day] if n.minimum > 0 or n.target > 0}
            for post in posts:
                people = [one for code in sorted(post) for one in schedule.on_shift(day, code)]
                date = scenario.horizon.date(day)
                held = sum(scenario.person[one].holds(self.skill, date) for one in people)
                limits = [-(-self.share * len(people) // _PERCENT)]
                if not post.isdisjoint(asked):
                    limits.append(self.minimum)
                for limit in limits:
                    if held < limit:
                        yield self.violation(
                            days=(day,),
                            shift=min(post) if len(post) == 1 else self.shifts.text,
                            skill=self.skill,
                            measured=held,
                            limit=limit,
                            amount=limit - held,
                        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        options = frame.on(self.shifts)
        posts = [options]
        if not self.together:
            posts = [kind & options for _, kind in sorted(frame.by_code.items())]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            date = scenario.horizon.date(day)
            holds = [person.holds(self.skill, date) for person in scenario.people]
            holders = tuple(number for number, held in enumerate(holds) if held)
            asked: set[int] = set()
            for need in scenario.needs[day]:
                if max(need.minimum, need.target) > 0:
                    asked |= frame.by_code.get(need.shift, frozenset())
            for post in posts:
                if asked & post and self.minimum:
                    yield Cover(rule, self.grade, day, post, holders, least=self.minimum)
                if self.share and post:
                    with_it = dict.fromkeys(sorted(post), _PERCENT - self.share)
                    without = dict.fromkeys(sorted(post), -self.share)
                    yield Joint(
                        rule,
                        self.grade,
                        tuple((number, day) for number in range(len(holds))),
                        tuple(with_it if held else without for held in holds),
                        least=0,
                        unit=_PERCENT,
                    )


@rule("avoid_skill_use", must=False, level=7, weight=10, alone=True)
class AvoidSkillUse(RuleBase):
    """Holders of a rare skill are kept for the posts that ask for it.

    For each person meant who holds ``skill``, valid on that date, and each day meant: no shift
    named, unless the shift asks for the skill or the person fills it as a function. Priced per
    duty.
    """

    skill: str = param("value", "skill", sample="CADRE")

    examples = (
        Example("a nurse on a post for anybody", "E\nL\n.", 1, 1, {"skill": "IDE"}, {}, _MIXED),
        Example("somebody without that skill", ".\nL\nE", 0, 0, {"skill": "IDE"}, {}, _MIXED),
        Example(
            "on a post that asks for a nurse",
            "N/IDE",
            0,
            0,
            {"skill": "IDE"},
            given={"people": (_NURSE,), "demand": (Demand(shift="N", skill="IDE"),)},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day < 0 or not self.on(scenario, duty.day):
                    continue
                wasted = self.skill != duty.skill and self.skill not in duty.shift.skills
                held = person.holds(self.skill, scenario.horizon.date(duty.day))
                if wasted and held and self.shifts.has(duty.shift):
                    yield self.violation(
                        person=person, days=(duty.day,), shift=duty.shift.code, skill=self.skill
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        named = frame.on(self.shifts)
        useful = {
            number
            for number, option in frame.numbered
            if option.skill == self.skill or self.skill in option.shift.skills
        }
        left = frame.every - (named - useful)
        for number, person in frame.people(self.who):
            for day in frame.scenario.horizon.planned:
                date = frame.scenario.horizon.date(day)
                if self.on(frame.scenario, day) and person.holds(self.skill, date):
                    yield Allowed(rule, self.grade, number, day, left)


@rule("post_group", scope=("shifts", "when"), must=False, level=4, weight=10)
class PostGroup(RuleBase):
    """Posts that go together: all of them are filled, or none.

    For each day meant: either nobody is on any of the shifts named, or each of them has at
    least ``minimum`` people. Shifts that the needs never name are left out. A team of three on
    one shift is a row with that shift and a minimum of 3. Priced, day by day, by the people
    missing.
    """

    minimum: int = param("min", "count", default=1, least=1, most=50, sample=1)

    examples = (
        Example("nobody on the late shift", "E\n.", breaks=1, amount=1, given=_CREW),
        Example("both shifts, or neither", "E .\nL .", breaks=0, given=_CREW),
        Example(
            "one of a team of three",
            "E\n.\n.",
            breaks=1,
            amount=2,
            params={"minimum": 3},
            given={"demand": (Demand(shift="E", minimum=0),)},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        codes = [
            code for code in sorted(scenario.demanded) if self.shifts.has(scenario.shift[code])
        ]
        for day in scenario.horizon.planned:
            if not self.on(scenario, day):
                continue
            counts = [len(schedule.on_shift(day, code)) for code in codes]
            missing = sum(max(0, self.minimum - count) for count in counts)
            if missing and sum(counts):
                yield self.violation(
                    days=(day,),
                    shift=", ".join(codes),
                    measured=sum(counts),
                    limit=self.minimum * len(codes),
                    amount=missing,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        group = frame.on(self.shifts) & frame.demanded
        posts = [options & group for _, options in sorted(frame.by_code.items())]
        everybody = tuple(range(len(frame.scenario.people)))
        for day in frame.scenario.horizon.planned:
            if self.on(frame.scenario, day):
                for post in posts:
                    if post:
                        yield Cover(
                            rule,
                            self.grade,
                            day,
                            post,
                            everybody,
                            least=self.minimum,
                            given=group,
                        )
