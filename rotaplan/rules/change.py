"""Changes to a schedule that is published: what is frozen, who may be called, what they cost.

Without a published schedule these rules ask for nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rotaplan.domain.people import Person
from rotaplan.domain.published import (
    UNNOTICED,
    Change,
    Notice,
    Post,
    Published,
    change_of,
    changes_site,
    notice_class,
    notice_minutes,
    on_standby,
    posts_of,
)
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Arrival, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES, Horizon
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Allowed, Event, Occurrences, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_MONDAY = 30_023_940
"""Midnight of day 0 of the examples, in minutes since 1970 (UTC)."""
_E, _L = Post(shift="E"), Post(shift="L")


def _was(post: Post | None, day: int, **more: Any) -> dict[str, object]:
    """Return what an example is given: A's only duty as published, seen on Monday at 07:00."""
    cells = {} if post is None else {("A", day): post}
    given: dict[str, Any] = {"now": _MONDAY + 7 * _HOUR, "cells": cells, "stands": cells, **more}
    return {"published": Published(**given)}


_NOT_BY_NAME = frozenset({Change.POST, Change.FREED, Change.ABSENT})
"""Kinds of change that are free, or whose price has another name than the kind."""


@rule("freeze", scope=("who",), basic=True, level=1, weight=1000, alone=True, decides=True)
class Freeze(RuleBase):
    """What is worked, or begins too soon to be changed, stays as it was published.

    Where a schedule is re-planned: a cell that differs from what stands of the published one is
    objected to where the first start concerned (of the duty that stands, of the new one) is not
    after now, or less than ``minimum`` after it. For people who are there to be told late (in
    reserve or on call that day, those whose duty the incident took, volunteers of that day)
    ``standby`` takes the place of ``minimum``. Days after the last one that is open to change
    stay as they are. What the incident itself takes is no change. As long as this rule is strict,
    what is frozen stays even where it breaks another strict rule, which is then reported. Priced
    per cell.
    """

    minimum: int = param("min", "duration", default=48 * _HOUR, most=366 * DAY_MINUTES)
    standby: int = param("value", "duration", default=0, most=366 * DAY_MINUTES)

    examples = (
        Example("this afternoon's duty becomes a rest", ".", 1, given=_was(_L, 0)),
        Example("Thursday's may", ". . . .", 0, given=_was(_L, 3)),
        Example("a volunteer comes this afternoon", "L", 0, given=_was(
            None, 0, volunteers={"A": frozenset({0})})),
        Example("with two hours' notice at least", "E .", 1, given=_was(
            _E, 1, volunteers={"A": frozenset({0})}), params={"minimum": 120, "standby": 120}),
        Example("the incident took a duty; another one takes its place", "L", 0, given=_was(
            _L, 0, cells={("A", 0): Post(shift="D")}, stands={}, freed=frozenset({("A", 0)}))),
        Example("nothing changes after Tuesday", ". . L", 1, given=_was(
            None, 0, last_day=1), params={"minimum": 0}),
    )  # fmt: skip

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        published = scenario.published
        if published is None:
            return
        posts = posts_of(scenario, schedule.assignments)
        for person in self.people(scenario):
            for day in scenario.horizon.planned:
                post, stands = posts.get((person.id, day)), published.stands.get((person.id, day))
                if post == stands:
                    continue
                closed = published.last_day is not None and day > published.last_day
                left = _first_start(scenario, day, post, stands) - published.now
                told_late = (
                    on_standby(scenario, published, person, day)
                    or (person.id, day) in published.freed
                    or published.volunteers_on(person.id, day)
                )
                least = self.standby if told_late else self.minimum
                if closed or left <= 0 or left < least:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        shift=post.shift if post else "",
                        measured=max(0, left),
                        limit=least,
                        aspect="closed" if closed else "worked" if left <= 0 else "",
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario, published = frame.scenario, frame.scenario.published
        if published is None:
            return
        for number, person in frame.people(self.who):
            for day in scenario.horizon.planned:
                cell = (person.id, day)
                stands = frame.option_of(published.stands.get(cell))
                fine = {stands}
                quick = cell in published.freed or published.volunteers_on(*cell)
                quick = quick or on_standby(scenario, published, person, day)
                opens = published.now + max(1, self.standby if quick else self.minimum)
                shut = published.last_day is not None and published.last_day < day
                if not shut and (stands == OFF or _begins(frame, stands, day) >= opens):
                    fine |= {o for o in frame.work if _begins(frame, o, day) >= opens}
                    fine.add(OFF)
                if len(fine) < len(frame.every):
                    yield Allowed(rule, self.grade, number, day, frozenset(fine))


def _first_start(scenario: Scenario, day: int, *posts: Post | None) -> int:
    """Return the instant at which the first of some posts of a day begins."""
    return min(
        scenario.horizon.instant(day, scenario.shift[post.shift].start) for post in posts if post
    )


def _begins(frame: Frame, option: int, day: int) -> int:
    """Return the instant at which an option begins on a day."""
    return frame.span(option, day)[0]


@rule("recall_rule", scope=("who",), basic=True, level=1, weight=1000, alone=True, decides=True)
class RecallRule(RuleBase):
    """Nobody is called on a published day of rest without having agreed to it.

    Where a schedule is re-planned: a duty in a cell that was published as a day off is objected
    to, unless the person is a volunteer of that day, or the incident had taken the duty that
    stood there. Leave is kept by the rule on availability. As long as this rule is strict, such
    a day stays off even where another strict rule would need it worked, which is then reported.
    Priced per duty.
    """

    examples = (
        Example("called on Thursday, a day of rest", ". . . E", 1, given=_was(None, 0)),
        Example("a volunteer of that day", ". . . E", 0, given=_was(
            None, 0, volunteers={"A": frozenset({3})})),
        Example("another duty on a day of work", ". . . E", 0, given=_was(_L, 3)),
        Example("the duty was taken by the incident", ". . . E", 0, given=_was(
            None, 0, freed=frozenset({("A", 3)}))),
    )  # fmt: skip

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        published = scenario.published
        if published is None:
            return
        for person in self.people(scenario):
            for day, duties in schedule.by_day(person).items():
                cell = (person.id, day)
                if day < 0 or cell in published.cells or cell in published.freed:
                    continue
                if not published.volunteers_on(*cell):
                    yield self.violation(person=person, days=(day,), shift=duties[0].shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        published = frame.scenario.published
        if published is None:
            return
        at_rest = frozenset((OFF,))
        for number, person in frame.people(self.who):
            asked = published.volunteers.get(person.id, frozenset())
            for day in frame.scenario.horizon.planned:
                cell = (person.id, day)
                if cell not in published.cells and cell not in published.freed and day not in asked:
                    yield Allowed(rule, self.grade, number, day, at_rest)


@rule("change_cost", scope=("who",), basic=True, must=False, level=3, alone=True)
class ChangeCost(RuleBase):
    """A change costs what it is to the person, times how late they learn of it.

    Where a schedule is re-planned, for each cell that differs from what stands of the published
    one: the price of its kind (another post at the same hours ``post``; begins up to an hour
    earlier or later ``moved``; other hours ``swapped``; a duty becomes a rest ``to_rest``, a
    rest a duty ``from_rest``; the duty before the incident comes back ``restored``), and
    ``site`` more where the place is another one, times the weight of the notice
    (``immediate`` ... ``early``; 1 beyond), times one more than the changes that the person has
    borne already (four at most), times ``announced_before`` where an earlier re-plan had
    announced the cell. A duty at much the same hours in place of one that the incident took
    (``reused``), or of a reserve duty (``reserve``), needs no notice; a call of somebody on call
    (``called``)
    does. Classes of notice: hospitals 48 h, 15 days (décret 2002-9, art. 13); rail 1 h, 24 h, 3
    days, 7 days (décret 2016-755, art. 5); otherwise 1 h, 24 h, 48 h, 7 days, 15 days.
    """

    reused: int = param("value", "count", default=1, most=1000)
    reserve: int = param("value", "count", default=2, most=1000)
    restored: int = param("value", "count", default=1, most=1000)
    post_changed: int = param("value", "count", default=2, most=1000)
    moved: int = param("value", "count", default=3, most=1000)
    swapped: int = param("value", "count", default=4, most=1000)
    to_rest: int = param("value", "count", default=4, most=1000)
    from_rest: int = param("value", "count", default=6, most=1000)
    called: int = param("value", "count", default=10, most=1000)
    site: int = param("value", "count", default=2, most=1000)
    announced_before: int = param("value", "count", default=2, least=1, most=100)
    immediate: int = param("value", "count", default=40, least=1, most=1000)
    urgent: int = param("value", "count", default=20, least=1, most=1000)
    short: int = param("value", "count", default=10, least=1, most=1000)
    late: int = param("value", "count", default=4, least=1, most=1000)
    early: int = param("value", "count", default=2, least=1, most=1000)

    timed = True
    examples = (
        Example("another duty on Thursday: 4, at 3 days 4", ". . . E", 1, 16, given=_was(_L, 3)),
        Example("the same duty", ". . . L", 0, given=_was(_L, 3)),
        Example("a duty on Thursday becomes a rest", ".", 1, 16, given=_was(_L, 3) | {
            "horizon": Horizon(start=dt.date(2027, 2, 1), days=4)}),
        Example("for the third time", ". . . E", 1, 96, given=_was(_L, 3, announced={
            ("A", 3): _MONDAY, ("A", 1): _MONDAY})),
        Example("a duty in place of the one that is cancelled", "D", 1, 1, given=_was(
            None, 0, cells={("A", 0): Post(shift="D", skill="LIC")}, freed=frozenset({("A", 0)}))),
    )  # fmt: skip

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        published = scenario.published
        if published is None:
            return
        posts = posts_of(scenario, schedule.assignments)
        for person in self.people(scenario):
            for day in scenario.horizon.planned:
                post = posts.get((person.id, day))
                kind = change_of(scenario, published, person, day, post)
                if kind is None or kind is Change.FREED:
                    continue
                notice = notice_minutes(scenario, published, person.id, day, post)
                price = self._price_of_kind(kind)
                if changes_site(scenario, published, person.id, day, post):
                    price += self.site
                if kind not in UNNOTICED:
                    price *= self._weight_of_notice(notice_class(person, notice))
                price *= 1 + min(4, published.borne.get(person.id, 0))
                if (person.id, day) in published.announced:
                    price *= self.announced_before
                if price:
                    yield self.violation(
                        person=person,
                        days=(day,),
                        shift=post.shift if post else "",
                        measured=notice,
                        aspect=kind,
                        amount=price,
                    )

    def _price_of_kind(self, kind: Change) -> int:
        return self.post_changed if kind is Change.POST else int(getattr(self, kind))

    def _weight_of_notice(self, notice: Notice) -> int:
        return 1 if notice is Notice.AMPLE else int(getattr(self, notice))

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        scenario, published = frame.scenario, frame.scenario.published
        if published is None:
            return
        tables: dict[object, Mapping[int, int]] = {}
        for number, person in frame.people(self.who):
            borne = min(4, published.borne.get(person.id, 0)) + 1
            days, values = [], []
            for day in scenario.horizon.planned:
                cell = (person.id, day)
                factor = borne * (self.announced_before if cell in published.announced else 1)
                # Cells of the same past have the same prices: most are days off.
                alike = (
                    *(day, person.regime, factor, cell in published.freed),
                    *(published.cells.get(cell), published.stands.get(cell)),
                    *(cell in published.original, published.original.get(cell)),
                )
                if alike not in tables:
                    tables[alike] = dict(self._prices(frame, published, person, day, factor))
                if tables[alike]:
                    days.append(day)
                    values.append(tables[alike])
            if days:
                yield Total(rule, self.grade, number, tuple(days), tuple(values), most=0)

    def _prices(
        self, frame: Frame, published: Published, person: Person, day: int, factor: int
    ) -> Iterator[tuple[int, int]]:
        """Yield (option, price) of the options that cost something in a cell."""
        scenario = frame.scenario
        kinds = {
            kind: getattr(self, kind) for kind in Change if kind not in ("post", "freed", "absent")
        }
        kinds[Change.POST] = self.post_changed
        weights: dict[Notice, int] = {
            one: getattr(self, one) for one in Notice if one is not Notice.AMPLE
        }
        for option in sorted(frame.every):
            chosen = frame.options[option]
            post = Post(shift=chosen.shift.code, skill=chosen.skill) if chosen else None
            kind = change_of(scenario, published, person, day, post)
            if kind not in kinds:
                continue
            elsewhere = changes_site(scenario, published, person.id, day, post)
            each = kinds[kind] + (self.site if elsewhere else 0)
            late = notice_minutes(scenario, published, person.id, day, post)
            weight = weights.get(notice_class(person, late), 1)
            cost = each * factor * (1 if kind in UNNOTICED else weight)
            if cost:
                yield option, cost


@rule("people_disturbed", scope=("who",), basic=True, must=False, level=3, weight=50, alone=True)
class PeopleDisturbed(RuleBase):
    """As few people as possible have their schedule changed.

    Where a schedule is re-planned: each person with at least one cell that differs from what
    stands of the published one is charged once; whom the incident itself concerns must be told
    of it anyway, and is not.
    """

    examples = (
        Example("one person, two days", "E E . .", 1, 1, given=_was(_L, 3)),
        Example("nothing new", ". . . L", 0, given=_was(_L, 3)),
        Example("told already", "E .", 0, given=_was(None, 0, cells={("A", 0): _L}, stands={})),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        published = scenario.published
        if published is None:
            return
        posts = posts_of(scenario, schedule.assignments)
        for person in self.people(scenario):
            if person.id in published.told:
                continue
            days = [
                day
                for day in scenario.horizon.planned
                if posts.get((person.id, day)) != published.stands.get((person.id, day))
            ]
            if days:
                yield self.violation(person=person, days=days, measured=len(days))

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        published = frame.scenario.published
        if published is None:
            return
        for number, person in frame.people(self.who):
            if person.id not in published.told:
                cells = tuple(_other(frame, published, person.id))
                event = Event(cells=cells)
                yield Occurrences(rule, self.grade, number, events=(event,), most=0)


def _other(frame: Frame, published: Published, person: str) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield each day of a person with the options that are not what stands."""
    for day in frame.scenario.horizon.planned:
        stands = frame.option_of(published.stands.get((person, day)))
        yield day, frame.every - {stands}


@rule("change_cap", scope=("who",), level=3, alone=True)
class ChangeCap(RuleBase):
    """Nobody has more than so many days changed by a re-plan.

    Where a schedule is re-planned: cells of each person that differ from what stands of the
    published one <= maximum. Priced per cell beyond.
    """

    maximum: int = param("max", "count", default=2, least=0, most=366, sample=2)

    examples = (
        Example("three days changed", "E E . .", 1, 1, given=_was(_L, 3)),
        Example("two days changed", "E . . .", 0, given=_was(_L, 3)),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        published = scenario.published
        if published is None:
            return
        posts = posts_of(scenario, schedule.assignments)
        for person in self.people(scenario):
            days = [
                day
                for day in scenario.horizon.planned
                if posts.get((person.id, day)) != published.stands.get((person.id, day))
            ]
            if len(days) > self.maximum:
                yield self.violation(
                    person=person,
                    days=days,
                    measured=len(days),
                    limit=self.maximum,
                    amount=len(days) - self.maximum,
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        published = frame.scenario.published
        if published is None:
            return
        for number, person in frame.people(self.who):
            days, values = [], []
            for day, options in _other(frame, published, person.id):
                days.append(day)
                values.append(dict.fromkeys(sorted(options), 1))
            yield Total(*(rule, self.grade, number, tuple(days), tuple(values)), most=self.maximum)


@rule("reachable", scope=("who",), basic=True, level=1, weight=1000, alone=True)
class Reachable(RuleBase):
    """Nobody begins work before the hour at which they can be there.

    While a disruption lasts (a line that people come by does not run): a duty that begins
    before the earliest sign-on of that person on that day is objected to. Priced per duty.
    """

    timed = True
    examples = (
        Example("not before 06:15", "E", 1, given={
            "arrivals": (Arrival(person="A", day=0, minute=375),)}),
        Example("from 06:15 on", "L E", 0, given={
            "arrivals": (Arrival(person="A", day=0, minute=375),)}),
    )  # fmt: skip

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        by_id = {person.id: person for person in self.people(scenario)}
        for one in schedule.assignments:
            shift = scenario.shift[one.shift]
            if one.person not in by_id or not shift.works:
                continue
            hours = [a.minute for a in scenario.arrivals if a.bars(one.person, one.day, shift)]
            if hours:
                yield self.violation(
                    person=by_id[one.person],
                    days=(one.day,),
                    shift=one.shift,
                    measured=shift.start,
                    limit=max(hours),
                )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        meant = {person.id: number for number, person in frame.people(self.who)}
        early: dict[tuple[int, int], set[int]] = {}
        for one in frame.scenario.arrivals:
            if one.person in meant and one.day in frame.scenario.horizon.planned:
                options = frame.on(one.shifts) if not one.shifts.every else frame.work
                early.setdefault((meant[one.person], one.day), set()).update(
                    o
                    for o in options
                    if (chosen := frame.options[o]) and chosen.shift.start < one.minute
                )
        for (number, day), refused in sorted(early.items()):
            yield Allowed(rule, self.grade, number, day, frame.every - refused)
