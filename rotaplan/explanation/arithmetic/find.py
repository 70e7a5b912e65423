"""All sums of a model that cannot come out: days, periods, people, and what people owe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.scenario import Rule
from rotaplan.explanation.arithmetic.asked import (
    Asked,
    apart,
    asked_on,
    duties,
    limits,
    widest,
)
from rotaplan.explanation.arithmetic.days import too_few
from rotaplan.explanation.arithmetic.owing import Overdue, overdue
from rotaplan.explanation.arithmetic.periods import Short, families, in_duties, in_worth
from rotaplan.explanation.arithmetic.values import Kind, Shortage
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover, Total
from rotaplan.problem import Cell

Days = tuple[int, ...]


def shortages(model: Model) -> tuple[Shortage, ...]:
    """Return every sum of strict rows that cannot come out; each is a proof by itself.

    Parameters
    ----------
    model
        With what decisions force of the musts between people conceded.

    Notes
    -----
    Each check leaves something out (rests, successions, wishes) and never adds anything, so
    that a roster that keeps every strict row passes all of them. A period is told only where no
    day of it is short by itself.
    """
    asked = asked_on(model)
    found = [*_days(model, asked), *_people(model)]
    short = {day for one in found for day in one.days if one.kind == "day"}
    found += _periods(model, asked, short)
    alone = {(one.rules, one.days) for one in found if one.kind in ("person", "limits")}
    found += [one for one in _owed(model) if (one.rules[:1], one.days) not in alone]
    return tuple(found)


def _days(model: Model, asked: dict[int, tuple[Asked, ...]]) -> Iterator[Shortage]:
    for day, rows in asked.items():
        for choose in (apart, widest):
            found = too_few(choose(rows))
            if found is not None:
                some, people = found
                needed = sum(one.least for one in some)
                yield _shortage(model, "day", (day,), some, people, needed, len(people))
                break


def _periods(
    model: Model, asked: dict[int, tuple[Asked, ...]], short: set[int]
) -> Iterator[Shortage]:
    """Yield the periods of limits in which posts are worth more than everybody may do."""
    if not asked:
        return
    by_row: dict[tuple[int, Days], dict[int, Total]] = {}
    by_person: dict[int, list[Total]] = {}
    for one in limits(model):
        by_row.setdefault((one.rule, one.days), {})[one.person] = one
        by_person.setdefault(one.person, []).append(one)
    told: set[int] = set()
    for (rule, days), of_people in by_row.items():
        if not told.isdisjoint(days) or not short.isdisjoint(days):
            continue
        rows = [each for day in days for each in asked.get(day, ())]
        for some in families(rows, model) if rows else ():
            kind: Kind = "posts" if _counts(of_people) else "worth"
            found = in_worth(model, some, rule, of_people)
            if found is None:
                kind, found = "posts", in_duties(model, some, by_person)
            if found is not None:
                told.update(days)
                yield _of_period(model, kind, days, found)
                break


def _counts(of_people: Mapping[int, Total]) -> bool:
    """Whether limits count duties, each as one."""
    pattern = next(iter(of_people.values()))
    return all(worth in (0, 1) for values in pattern.values for worth in values.values())


def _of_period(model: Model, kind: Kind, days: Days, found: Short) -> Shortage:
    return _shortage(
        model, kind, days, found.asked, found.people, found.needed, found.available, found.limits
    )


def _people(model: Model) -> Iterator[Shortage]:
    """Yield what people owe and cannot do, on the days there are or by their other rows.

    Two rows that owe against each other are told once, and so are people alike.
    """
    told: dict[tuple[int, frozenset[int]], set[int]] = {}
    alike: dict[tuple[object, ...], list[Overdue]] = {}
    for one in overdue(model):
        days = told.setdefault((one.owes.person, frozenset((one.owes.rule, *one.rules))), set())
        if days.isdisjoint(one.owes.days):
            days.update(one.owes.days)
            single = None if one.rules else one.owes.person
            key = (single, one.owes.rule, one.owes.days, one.rules, one.needed, one.available)
            alike.setdefault(key, []).append(one)
    people = model.frame.scenario.people
    for group in alike.values():
        first = group[0]
        yield Shortage(
            kind="limits" if first.rules else "person",
            days=first.owes.days,
            needed=first.needed,
            available=first.available,
            people=tuple(people[one.owes.person].id for one in group),
            rules=tuple(
                model.rules[rule] for rule in dict.fromkeys((first.owes.rule, *first.rules))
            ),
        )


def _owed(model: Model) -> Iterator[Shortage]:
    """Yield what several people owe together and the posts do not allow."""
    rows: dict[tuple[int, Days], list[Total]] = {}
    for one in duties(model):
        rows.setdefault((one.rule, one.days), []).append(one)
    caps: dict[int, list[Cover]] = {}
    for index, cover in enumerate(model.requirements):
        if (
            isinstance(cover, Cover)
            and cover.grade.must
            and cover.most is not None
            and index not in model.conceded
        ):
            caps.setdefault(cover.day, []).append(cover)
    for (rule, days), totals in rows.items():
        allowed = _allowed(model, totals, caps)
        owed = sum((one.least or 0) - one.base for one in totals)
        if allowed is not None and owed > allowed[0]:
            people = model.frame.scenario.people
            yield Shortage(
                kind="owed",
                days=days,
                needed=owed,
                available=allowed[0],
                people=tuple(people[one.person].id for one in totals),
                rules=(model.rules[rule], *allowed[1]),
            )


def _allowed(
    model: Model, totals: list[Total], caps: dict[int, list[Cover]]
) -> tuple[int, tuple[Rule, ...]] | None:
    """Return the most that posts with a limit allow some people; None where any has no limit."""
    pattern, people = totals[0], [one.person for one in totals]
    worth, rules = 0, {}
    for day, values in zip(pattern.days, pattern.values, strict=True):
        open_here = {
            option
            for person in people
            for option in model.domains.get((person, day), ())
            if values.get(option, 0) > 0
        }
        for cover in sorted(caps.get(day, ()), key=lambda each: each.most or 0):
            shared = open_here & cover.options
            if not shared or not set(people) <= set(cover.people):
                continue
            worth += (cover.most or 0) * max(values[option] for option in shared)
            open_here -= shared
            rules[cover.rule] = model.rules[cover.rule]
        if open_here:
            return None
    return worth, tuple(rules[index] for index in sorted(rules))


def _shortage(
    model: Model,
    kind: Kind,
    days: Days,
    asked: Iterable[Asked],
    people: Iterable[int],
    needed: int,
    available: int,
    limiting: tuple[Rule, ...] = (),
) -> Shortage:
    scenario, rows = model.frame.scenario, tuple(asked)
    able = frozenset(people)
    rules = {one.cover.rule: model.rules[one.cover.rule] for one in rows}
    posts: dict[tuple[str, str], None] = {}
    for one in rows:
        for number in sorted(one.cover.options):
            option = model.frame.options[number]
            if option is not None:
                posts[option.shift.code, option.skill] = None
    absent = (
        sum(
            number not in able and scenario.away(person, days[0])
            for number, person in enumerate(scenario.people)
        )
        if len(days) == 1
        else 0
    )
    return Shortage(
        kind=kind,
        days=days,
        needed=needed,
        available=available,
        posts=tuple(posts),
        people=tuple(one.id for number, one in enumerate(scenario.people) if number in able),
        absent=absent,
        rules=(*(rules[index] for index in sorted(rules)), *limiting),
        cells=_lines(model, rows),
    )


def _lines(model: Model, rows: Iterable[Asked]) -> tuple[Cell, ...]:
    """Return the lines of needs that some rows speak of."""
    found: set[Cell] = set()
    for one in rows:
        if not model.rules[one.cover.rule].key.startswith("cover_"):
            continue
        posts = [
            (option.shift.code, option.skill)
            for number in sorted(one.cover.options)
            if (option := model.frame.options[number]) is not None
        ]
        needs = [need for need in model.frame.scenario.needs[one.cover.day] if need.origin]
        exact = [need for need in needs if len(posts) == 1 and (need.shift, need.skill) in posts]
        codes = {code for code, _ in posts}
        wide = [need for need in needs if need.shift in codes and not need.skill]
        found |= {need.origin for need in exact or wide if need.origin is not None}
    return tuple(sorted(found))
