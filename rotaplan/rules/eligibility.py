"""Who may work what: skills, contracts, codes open to a person, imposed and forbidden days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Pin, Scenario
from rotaplan.domain.schedule import Duty, Schedule
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
# Worked examples begin on Monday 1 February 2027.
_TUESDAY = dt.date(2027, 2, 2)
_LICENSED = {"demand": (Demand(shift="N", skill="LIC"),)}


def _licensed(last: dt.date | None = None, first: dt.date | None = None) -> dict[str, object]:
    """Return an example's person with a licence of some dates, and a need that asks for it."""
    held = HeldSkill(skill="LIC", valid_from=first, valid_to=last)
    return {"people": (Person(id="A", skills=(held,)),), **_LICENSED}


def _licensed_shift(first: dt.date) -> dict[str, object]:
    """Return the same where the night itself asks for the licence, whatever the need."""
    night = Shift(
        code="N",
        spans=(Span(start=22 * _HOUR, end=30 * _HOUR),),
        family=Family.NIGHT,
        skills=frozenset({"LIC"}),
    )
    return {**_licensed(first=first), "shifts": (night,), "demand": (Demand(shift="N"),)}


@rule("one_per_day", scope=(), basic=True, level=1, weight=1000, alone=True)
class OnePerDay(RuleBase):
    """Nobody starts two duties on one day.

    For each person and planned day: number of duties <= 1. A split shift is one duty, and a
    night belongs to the day on which it starts. Every roster that the solver makes keeps this
    by construction, whatever the row says; the check is for rosters made by hand. Priced by the
    duties too many.
    """

    examples = (
        Example("early and late on one day", "E+L .", breaks=1),
        Example("early today, late tomorrow", "E L", breaks=0),
        Example("three duties are two too many", "E+D+L", breaks=1, amount=2),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in scenario.people:
            for day, duties in sorted(schedule.by_day(person).items()):
                if day >= 0 and len(duties) > 1:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        measured=len(duties),
                        limit=1,
                        amount=len(duties) - 1,
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        # A cell takes one option: there is nothing left to ask.
        return ()


@rule("required_skill", scope=("who", "shifts"), basic=True, level=1, weight=1000, alone=True)
class RequiredSkill(RuleBase):
    """Who works a shift holds its skills, and that of the function filled, from start to end.

    For each duty: every skill of the shift, and the function filled, is held on the date on
    which the duty starts and on the one on which it ends (a licence that expires on Saturday
    does not carry a night to Sunday morning, nor one that begins on Sunday); and where all
    needs of a shift name functions, the duty fills one of them. Priced per duty.
    """

    examples = (
        Example("a shift that asks for nothing", "E", breaks=0),
        Example("a licence without end", "N/LIC", breaks=0, given=_licensed()),
        Example(
            "B holds no licence",
            "N/LIC",
            breaks=1,
            given={"people": (Person(id="A"),), **_LICENSED},
        ),
        Example(
            "the licence ends on Tuesday, the night on Wednesday morning",
            "N/LIC N/LIC .",
            breaks=1,
            given=_licensed(_TUESDAY),
        ),
        Example(
            "the licence begins on Tuesday, Monday's night ends that day",
            "N/LIC N/LIC",
            breaks=1,
            given=_licensed(first=_TUESDAY),
        ),
        Example(
            "nor does a licence of the shift that begins on Tuesday carry Monday's night",
            "N N",
            breaks=1,
            given=_licensed_shift(_TUESDAY),
        ),
        Example("every need of N names a function", "N", breaks=1, given=_licensed()),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day < 0 or not self.shifts.has(duty.shift):
                    continue
                if not self._fit(scenario, person, duty):
                    yield self.violation(
                        person=person, days=(duty.day,), shift=duty.shift.code, skill=duty.skill
                    )

    def _fit(self, scenario: Scenario, person: Person, duty: Duty) -> bool:
        """Whether a duty is worked with all that it asks for."""
        first = scenario.horizon.date(duty.day)
        last = first + dt.timedelta(days=max(duty.shift.end - 1, 0) // 1440)
        functions = scenario.functions.get(duty.shift.code, ("",))
        return (
            scenario.qualified(person, duty.shift, duty.day)
            and duty.skill in functions
            and (not duty.skill or person.holds(duty.skill, first))
            and (not duty.skill or person.holds(duty.skill, last))
        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        # Options that ask for the same skills, over the same nights, stand or fall together.
        alike: dict[tuple[frozenset[str], str, int], list[int]] = {}
        for index, option in frame.numbered:
            shift = option.shift
            nights = (shift.end - 1) // 1440 if shift.end else 0
            if self.shifts.has(shift) and (shift.skills or option.skill):
                alike.setdefault((shift.skills, option.skill, nights), []).append(index)
        for number, person in frame.people(self.who):
            for day in scenario.horizon.planned:
                first = scenario.horizon.date(day)
                refused: set[int] = set()
                for (skills, function, nights), indices in alike.items():
                    last = scenario.horizon.date(day + nights)
                    asked = skills | {function} if function else skills
                    if not all(person.holds(s, first) and person.holds(s, last) for s in asked):
                        refused.update(indices)
                if refused:
                    yield Allowed(rule, self.grade, number, day, frame.every - refused)


@rule("allowed_codes", scope=("who",), basic=True, level=1, weight=1000, alone=True)
class AllowedCodes(RuleBase):
    """People work only the shifts open to them: codes forbidden, codes allowed, fit for nights.

    What the Agents sheet says of a person holds on every planned day: none of the forbidden
    shifts; where allowed shifts are named, none but these; where the person is not fit for
    nights, no shift of the night family. Priced per duty.
    """

    examples = (
        Example(
            "early shifts only",
            "E E L",
            breaks=1,
            given={"people": (Person(id="A", allowed=Shifts(codes=frozenset({"E"}))),)},
        ),
        Example(
            "B is not fit for nights",
            "N .\nN L",
            breaks=1,
            given={"people": (Person(id="A"), Person(id="B", night_fit=False))},
        ),
        Example("nothing is said of either", "E L\nN .", breaks=0),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day >= 0 and not scenario.open_to(person, duty.shift):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        for number, person in frame.people(self.who):
            closed = {i for i, o in frame.numbered if not frame.scenario.open_to(person, o.shift)}
            if closed:
                for day in frame.scenario.horizon.planned:
                    yield Allowed(rule, self.grade, number, day, frame.every - closed)


@rule("contract_dates", scope=("who",), basic=True, level=1, weight=1000, alone=True)
class ContractDates(RuleBase):
    """Nobody starts a duty before the first or after the last day of the contract.

    Both days belong to the contract. A night that starts on the last day is allowed. Priced per
    duty.
    """

    examples = (
        Example(
            "the contract ends on Tuesday",
            "E N E",
            breaks=1,
            given={"people": (Person(id="A", contract_to=_TUESDAY),)},
        ),
        Example(
            "it starts on Tuesday",
            ". E E",
            breaks=0,
            given={"people": (Person(id="A", contract_from=_TUESDAY),)},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day >= 0 and not person.under_contract(scenario.horizon.date(duty.day)):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        only_off = frozenset({OFF})
        for number, person in frame.people(self.who):
            first = 0 if person.contract_from is None else horizon.day(person.contract_from)
            last = horizon.days if person.contract_to is None else horizon.day(person.contract_to)
            for day in horizon.planned:
                if day < first or day > last:
                    yield Allowed(rule, self.grade, number, day, only_off)


@rule("fixed", scope=("who",), basic=True, level=3, weight=1000, alone=True, decides=True)
class Fixed(RuleBase):
    """Imposed days are kept: the cell holds that shift alone, or is off where off is imposed.

    For each line of the Fixes sheet; a code that is not work (leave, rest) imposes a day off.
    Any function of the shift will do. As long as this rule is strict, an imposed day stays even
    where it breaks another strict rule, which is then reported as broken. Priced per imposed day
    that is not kept.
    """

    examples = (
        Example(
            "late instead of the imposed early",
            "L .",
            breaks=1,
            given={"pins": (Pin(person="A", day=0, shift="E"),)},
        ),
        Example(
            "imposed early, imposed day off",
            "E .",
            breaks=0,
            given={"pins": (Pin(person="A", day=0, shift="E"), Pin(person="A", day=1, shift=None))},
        ),
        Example(
            "work on an imposed leave",
            "E",
            breaks=1,
            given={"pins": (Pin(person="A", day=0, shift="CA"),)},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        meant = {person.id for person in self.people(scenario)}
        for pin in scenario.pins:
            if pin.person not in meant or pin.day not in scenario.horizon.planned:
                continue
            person = scenario.person[pin.person]
            duties = schedule.by_day(person).get(pin.day, ())
            imposed = None if pin.shift is None else scenario.shift[pin.shift]
            wanted = [] if imposed is None or not imposed.works else [imposed.code]
            if [duty.shift.code for duty in duties] != wanted:
                yield self.violation(person=person, days=(pin.day,), shift="".join(wanted))

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        meant = {person.id: number for number, person in frame.people(self.who)}
        for pin in frame.scenario.pins:
            if pin.person in meant and pin.day in frame.scenario.horizon.planned:
                options = frame.by_code.get(pin.shift or "", frozenset({OFF}))
                yield Allowed(rule, self.grade, meant[pin.person], pin.day, options)


@rule(
    "span_max",
    source="décret 2000-815 art. 3; décret 2002-9",
    scope=("who", "shifts"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class SpanMax(RuleBase):
    """From the first start to the last end of a day's work, at most ``maximum`` (amplitude).

    For each person and planned day: end of the last duty that starts on the day, less start of
    the first one, <= maximum; the pause of a split shift counts. Real minutes, over midnight and
    clock changes. Only duties of the shifts named are looked at. French civil service: 12 h
    (décret 2000-815 art. 3); hospitals: 10 h 30 for discontinuous work (décret 2002-9).
    Priced by the hours beyond, started hours counting whole.
    """

    maximum: int = param("max", "duration", least=0, most=24 * 60, sample="12:00")

    examples = (
        Example(
            "a split day of thirteen hours", "S D", breaks=1, amount=1, params={"maximum": 720}
        ),
        Example("exactly as long as allowed", "S D", breaks=0, params={"maximum": 780}),
        Example("two hours and a half too long", "S", breaks=1, amount=3, params={"maximum": 630}),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for day, duties in sorted(schedule.by_day(person).items()):
                meant = [duty for duty in duties if self.shifts.has(duty.shift)]
                if day < 0 or not meant:
                    continue
                spread = max(d.end for d in meant) - min(d.start for d in meant)
                if spread > self.maximum:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        shift=meant[-1].shift.code,
                        measured=spread,
                        limit=self.maximum,
                        amount=-((self.maximum - spread) // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        for day in frame.scenario.horizon.planned:
            people = [number for number, _ in self.bound(frame, (day,))]
            too_long: dict[int, set[int]] = {}
            for option in sorted(options):
                opens, closes = frame.span(option, day)
                hours = (closes - opens - self.maximum + _HOUR - 1) // _HOUR
                if hours > 0:
                    too_long.setdefault(hours, set()).add(option)
            for hours, refused in sorted(too_long.items()):
                for number in people:
                    yield Allowed(rule, self.grade, number, day, frame.every - refused, hours)


@rule("forbidden", scope=("who", "shifts", "when"), level=1, weight=10, alone=True)
class Forbidden(RuleBase):
    """The people named never work the shifts named on the days named.

    A duty belongs to the day on which it starts. With no shift named, any work is forbidden on
    these days. Priced per duty.
    """

    examples = (
        Example(
            "no night for anybody",
            "E N",
            breaks=1,
            params={"shifts": Shifts(codes=frozenset({"N"}))},
        ),
        Example(
            "the night of the history is past",
            "N | E L",
            breaks=0,
            params={"shifts": Shifts(codes=frozenset({"N"}))},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            for duty in schedule.timeline(person):
                if duty.day >= 0 and self.shifts.has(duty.shift) and self.on(scenario, duty.day):
                    yield self.violation(person=person, days=(duty.day,), shift=duty.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.every - frame.on(self.shifts)
        days = [day for day in frame.scenario.horizon.planned if self.on(frame.scenario, day)]
        for number, _ in frame.people(self.who):
            for day in days:
                yield Allowed(rule, self.grade, number, day, options)
