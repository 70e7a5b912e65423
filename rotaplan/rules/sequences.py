"""Sequences: what may follow what, and for how many days on end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.model.frame import Frame, clashes
from rotaplan.model.released import without_excused
from rotaplan.model.requirements import Requirement, Runs, Succession, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_NIGHT = Shifts(codes=frozenset({"N"}))
_EARLY = Shifts(codes=frozenset({"E"}))
_CALL = {
    "shifts": (
        Shift(code="E", spans=(Span(start=360, end=840),)),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": (Demand(shift="E"), Demand(shift="H")),
}


@rule("forbidden_succession", level=1, weight=10, derogable=True, alone=True)
class ForbiddenSuccession(RuleBase):
    """After one of the shifts named, none of the shifts ``then`` starts ``days`` days later.

    For each person and planned day d: not (a shift of Postes on day d - days, and one of
    ``then`` on day d). With ``days`` 1 it speaks of two days in a row, with 2 of the day but one
    after, whatever lies between. The first shift may be of the history. Where days are named,
    they are those of the first shift. Priced per pair.
    """

    then: Shifts = param("value", "shifts", sample="M")
    days: int = param("value", "days", default=1, least=1, most=14, sample=1)

    examples = (
        Example("night, then early", "N E", breaks=1, params={"shifts": _NIGHT, "then": _EARLY}),
        Example("a day off between", "N . E", breaks=0, params={"shifts": _NIGHT, "then": _EARLY}),
        Example(
            "the night is in the history",
            "N | E",
            breaks=1,
            params={"shifts": _NIGHT, "then": _EARLY},
        ),
        Example(
            "two days later, whatever lies between",
            "N . E E",
            breaks=1,
            params={"shifts": _NIGHT, "then": _EARLY, "days": 2},
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            line = schedule.timeline(person)
            for a in line:
                if not self.shifts.has(a.shift) or not self.on(scenario, a.day):
                    continue
                for b in line:
                    if b.day >= 0 and b.day - a.day == self.days and self.then.has(b.shift):
                        yield self.violation(person=person, days=(a.day, b.day), shift=b.shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        firsts, thens = frame.on(self.shifts), frame.on(self.then)
        table = clashes({(first, then): 1 for first in firsts for then in thens})
        if not table:
            return
        for day in range(-min(self.days, horizon.history_days), horizon.days - self.days):
            if day + self.days < 0 or not self.on(frame.scenario, day):
                continue
            for number, _ in self.bound(frame, (day, day + self.days)):
                if day >= 0 or frame.past(number, day) in firsts:
                    yield Succession(rule, self.grade, number, day, self.days, table)


@rule("code_run", scope=("who", "shifts"), level=4, weight=10, derogable=True, alone=True)
class CodeRun(RuleBase):
    """Days on end with the shifts named: at least ``minimum``, at most ``maximum``.

    A run is a longest stretch of consecutive days on each of which the person starts one of
    these shifts; any of them continues it. The history belongs to it. Too long: days beyond the
    maximum, counted from what the history alone holds where that is more already. Too short:
    days missing to the minimum, for runs of which both ends are known: not for a run that the
    end of the horizon cuts, nor for one that begins with the first known day; with ``edges``
    for these too, as though the other kind lay beyond the known days. Priced by these days.
    """

    minimum: int | None = param("min", "days", default=None, least=1, most=31, sample=2)
    maximum: int | None = param("max", "days", default=None, least=0, most=60, sample=4)
    edges: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "five nights where four may be",
            ". N N N N N .",
            breaks=1,
            amount=1,
            params={"shifts": _NIGHT, "maximum": 4},
        ),
        Example(
            "a late between does not count",
            "N N L N N N",
            breaks=0,
            params={"shifts": _NIGHT, "maximum": 4},
        ),
        Example(
            "the history continues",
            "N N N | N N .",
            breaks=1,
            amount=1,
            params={"shifts": _NIGHT, "maximum": 4},
        ),
        Example(
            "a single night",
            "D N D N",
            breaks=1,
            amount=2,
            params={"shifts": _NIGHT, "minimum": 3},
        ),
        Example(
            "the run of the history ends too soon",
            ". N | D D",
            breaks=1,
            amount=1,
            params={"shifts": _NIGHT, "minimum": 2},
        ),
        Example(
            "runs at both ends are judged where that is asked for",
            "N N . . N",
            breaks=2,
            amount=3,
            params={"shifts": _NIGHT, "minimum": 3, "edges": True},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the maximum allows."""
        return () if self.maximum is None else horizon.windows(self.maximum + 1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            days = {d.day for d in schedule.timeline(person) if self.shifts.has(d.shift)}
            yield from _judged(self, scenario, person, days, self.minimum, self.maximum)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        options = frame.on(self.shifts)
        for number, _ in frame.people(self.who):
            yield from _asked(self, frame, rule, number, options, self.minimum, self.maximum)


@rule("work_run", scope=("who",), level=4, weight=10, derogable=True, alone=True)
class WorkRun(RuleBase):
    """Days worked on end: at least ``minimum``, at most ``maximum``.

    A run is a longest stretch of consecutive days on each of which the person starts a duty,
    whatever the shift. On call at home one rests (code du travail L.3121-10), unless ``at_home``
    says otherwise. History, both ends of the known days and price are those of runs of one shift
    (``code_run``).
    """

    minimum: int | None = param("min", "days", default=None, least=1, most=31, sample=2)
    maximum: int | None = param("max", "days", default=None, least=1, most=31, sample=5)
    edges: bool = param("value", "flag", default=False)
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("six days", "E E D D L L .", breaks=1, amount=1, params={"maximum": 5}),
        Example("five days, twice", "E E D D L . E E D D L", breaks=0, params={"maximum": 5}),
        Example("four of them in the history", "E E E E | E E", breaks=1, params={"maximum": 5}),
        Example(
            "the history alone is too long: only what is added counts",
            "E E E E E E | E .",
            breaks=1,
            amount=1,
            params={"maximum": 4},
        ),
        Example("cut by the end", ". . E", breaks=0, params={"minimum": 2}),
        Example(
            "cut by both ends, and judged",
            "E . . E E",
            breaks=2,
            amount=3,
            params={"minimum": 3, "edges": True},
        ),
        Example("one day alone", ". E . E E", breaks=1, params={"minimum": 2}),
        Example("on call at home in between", "E E H E E", 0, 0, {"maximum": 3}, given=_CALL),
        Example(
            "where that is work",
            "E E H E E",
            1,
            2,
            {"maximum": 3, "at_home": True},
            given=_CALL,
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as the maximum allows."""
        return () if self.maximum is None else horizon.windows(self.maximum + 1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            days = schedule.days_worked(person, at_home=self.at_home)
            yield from _judged(self, scenario, person, days, self.minimum, self.maximum)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        work = frame.at_work(at_home=self.at_home)
        for number, _ in frame.people(self.who):
            yield from _asked(self, frame, rule, number, work, self.minimum, self.maximum)


@rule("off_run", scope=("who",), level=4, weight=10, alone=True)
class OffRun(RuleBase):
    """Days off on end: at least ``minimum``, at most ``maximum``.

    A run is a longest stretch of consecutive days on which the person starts no duty; leave
    and absence are days off too, and so are days on call at home (code du travail L.3121-10),
    unless ``at_home`` says otherwise. For the maximum, a day of firm absence or outside the
    contract ends the stretch: nobody is asked to work in order to interrupt a leave. History,
    both ends of the known days and price are those of runs of one shift (``code_run``).
    """

    minimum: int | None = param("min", "days", default=None, least=1, most=31, sample=2)
    maximum: int | None = param("max", "days", default=None, least=1, most=31, sample=4)
    edges: bool = param("value", "flag", default=False)
    at_home: bool = param("value", "flag", default=False)

    examples = (
        Example("a single day off", "E . E E . . E", breaks=1, params={"minimum": 2}),
        Example("days off at both ends", ". E E .", breaks=0, params={"minimum": 2}),
        Example(
            "where these are judged too",
            ". E E .",
            breaks=2,
            params={"minimum": 2, "edges": True},
        ),
        Example("off since yesterday, back too soon", "E . | E E", breaks=1, params={"minimum": 2}),
        Example("three days off", "E . . . E", breaks=1, params={"maximum": 2}),
        Example(
            "two of them are leave",
            "E . . . E",
            breaks=0,
            params={"maximum": 2},
            given={"absences": (Absence(person="A", first=2, last=3),)},
        ),
        Example("a day off and one on call at home", "E . H E", 0, 0, {"minimum": 2}, given=_CALL),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        present = present_days(scenario)
        for person in self.people(scenario):
            worked = schedule.days_worked(person, at_home=self.at_home)
            off = set(scenario.horizon.known) - worked
            yield from _judged(self, scenario, person, off, self.minimum, None)
            rest = off & present[person.id]
            yield from _judged(self, scenario, person, rest, None, self.maximum)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario = frame.scenario
        off = frame.at_rest(at_home=self.at_home)
        present = present_days(scenario)
        for number, person in frame.people(self.who):
            always = len(present[person.id]) == len(scenario.horizon.known)
            whole = self.maximum if always else None
            yield from _asked(self, frame, rule, number, off, self.minimum, whole)
            if self.maximum is None or always:
                continue
            work = dict.fromkeys(sorted(frame.at_work(at_home=self.at_home)), 1)
            for window in scenario.horizon.windows(self.maximum + 1):
                if window.complete and present[person.id].issuperset(window.days):
                    days = tuple(window.days)
                    values = (work,) * len(days)
                    yield Total(rule, self.grade, number, days, values, least=1)


def _judged(
    rule: CodeRun | WorkRun | OffRun,
    scenario: Scenario,
    person: Person,
    inside: Set[int],
    least: int | None,
    most: int | None,
) -> Iterator[Violation]:
    """Yield the runs of consecutive days of a set that are too short or too long."""
    known = scenario.horizon.known
    for first in sorted(day for day in inside if day - 1 not in inside):
        after = first
        while after in inside:
            after += 1
        length, decided = after - first, min(after, 0) - min(first, 0)
        if after < 0:
            continue
        beyond = 0 if most is None else length - max(most, decided)
        if most is not None and beyond > 0:
            yield rule.violation(
                person=person,
                days=range(first, after),
                measured=length,
                limit=most,
                amount=beyond,
            )
        whole = rule.edges or (first > known.start and after < known.stop)
        if least is not None and whole and length < least:
            yield rule.violation(
                person=person,
                days=range(first, after),
                measured=length,
                limit=least,
                amount=least - length,
            )


def _asked(
    rule: CodeRun | WorkRun | OffRun,
    frame: Frame,
    index: int,
    person: int,
    options: frozenset[int],
    least: int | None,
    most: int | None,
) -> Iterator[Requirement]:
    """Yield the requirement on the runs of some options of one person, if there is any."""
    if (least is None or least <= 1) and most is None:
        return
    history = frame.scenario.horizon.history_days
    before = 0
    while before < history and frame.past(person, -1 - before) in options:
        before += 1
    runs = Runs(
        index,
        rule.grade,
        person,
        options,
        least=least or 0,
        most=most,
        before=before,
        before_open=before == history and not rule.edges,
        closed=rule.edges,
    )
    one = frame.scenario.people[person].id
    if rule.derogable and rule.must and any(d.person == one for d in frame.scenario.derogations):
        yield from without_excused(
            frame, runs, lambda days: frame.scenario.derogation(rule, one, days) is not None
        )
    else:
        yield runs
