"""What rules ask of an endless walk through a cycle: windows of days that recur every week.

Rules post their requirements on some weeks of one person, as for any plan. What they ask of a
week in the middle, far from both ends, they ask of every week. A requirement becomes windows: on
consecutive days each option is worth something, and the sum has bounds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.model.build import Model, build
from rotaplan.model.requirements import (
    Allowed,
    Event,
    Grade,
    GroupRuns,
    Groups,
    Occurrences,
    Requirement,
    Runs,
    Succession,
    Total,
)

_FIRST_WEEK = 4
"""The week that is looked at, and the one after it: both must ask the same."""
_LONGEST = 8 * WEEK
"""Windows of more days would need too many states."""

MUST = Grade(True)
Worths = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day of a window.

    Attributes
    ----------
    worths
        What options are worth; those not named are worth nothing.
    closes
        Whether a group of days ends with it: the greatest worth of a group is what counts.
    """

    worths: Worths
    closes: bool = True

    def worth(self, option: int) -> int:
        """Return what an option is worth."""
        return dict(self.worths).get(option, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Consecutive days whose sum of worths has bounds, every week anew.

    Attributes
    ----------
    weekday
        On which it begins, 0 Monday to 6 Sunday.
    steps
        Its days.
    least, most
        Bounds of the sum, inclusive; None where open.
    unit
        What is missing or too much is counted in started units of it.
    grade
        Whether it must hold, or its level and price.
    """

    weekday: int
    steps: tuple[Step, ...]
    least: int | None = None
    most: int | None = None
    unit: int = 1
    grade: Grade = MUST

    def amount(self, total: int) -> int:
        """Return what is missing or too much, in started units."""
        low = 0 if self.least is None else self.least - total
        high = 0 if self.most is None else total - self.most
        return -(-max(low, high, 0) // self.unit)


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """The walk as an engine takes it.

    Attributes
    ----------
    options
        By weekday, the options that may stand there, off among them.
    windows
        What is asked of the walk.
    unfit
        Indices of the rules of which something could not be said in windows.
    """

    options: tuple[frozenset[int], ...]
    windows: tuple[Window, ...]
    unfit: frozenset[int]


def cycle_model(question: RotationQuestion, days: int) -> Model:
    """Return what the rules ask of one person who walks for so many days."""
    return build(question.unrolled(days))


def cycle_of(question: RotationQuestion) -> Cycle:
    """Return what the rules ask of the walk in every week."""
    weeks = _FIRST_WEEK + 2 + -(-max(question.reach_days, _LONGEST) // WEEK)
    model = cycle_model(question, WEEK * weeks)
    unfit, priced = set[int](), question.priced
    by_rule: dict[int, tuple[Counter[Window], Counter[Window]]] = {}
    for requirement in model.requirements:
        if getattr(requirement, "person", 0) and requirement.rule in priced:
            continue
        pieces = windows_of(requirement, model)
        if pieces is None:
            unfit.add(requirement.rule)
            continue
        sides = by_rule.setdefault(requirement.rule, (Counter(), Counter()))
        for first, window in pieces:
            week = first // WEEK - _FIRST_WEEK
            if week in (0, 1):
                sides[week][window] += 1
    windows: list[Window] = []
    for rule, (here, after) in sorted(by_rule.items()):
        if here != after or question.period(rule) > 1:
            unfit.add(rule)
        # What must hold is said once. A price is counted as often as it is asked, or not here.
        if rule not in priced:
            windows += sorted((here & after).keys(), key=_order)
        elif rule not in unfit:
            windows += sorted(here.elements(), key=_order)
    return Cycle(
        options=_options(question, model),
        windows=tuple(windows),
        unfit=frozenset(unfit),
    )


def _order(window: Window) -> tuple[object, ...]:
    steps = tuple((step.worths, step.closes) for step in window.steps)
    bounds = (-1 if window.least is None else window.least, window.most or 0, window.unit)
    grade = (window.grade.must, window.grade.level, window.grade.weight)
    return (window.weekday, len(steps), steps, bounds, grade)


def _options(question: RotationQuestion, model: Model) -> tuple[frozenset[int], ...]:
    """Return by weekday the options that needs and musts on single days leave."""
    asked: list[set[int]] = [{0} for _ in range(WEEK)]
    for need in question.needs:
        if need.most > 0:
            asked[need.weekday] |= model.frame.by_code[need.shift]
    start = _FIRST_WEEK * WEEK
    return tuple(
        frozenset(asked[weekday]).intersection(model.domains[0, start + weekday])
        for weekday in range(WEEK)
    )


def windows_of(requirement: Requirement, model: Model) -> list[tuple[int, Window]] | None:
    """Return a requirement as windows with the days on which they begin; None if it is none."""
    every = model.frame.every
    match requirement:
        case Allowed():
            worths = _ones(every - requirement.options, requirement.amount)
            return [_window(requirement.day, [Step(worths=worths)], requirement.grade, most=0)]
        case Succession():
            return list(_succession(requirement))
        case Runs():
            days = model.frame.scenario.horizon.days
            return list(_runs(requirement, every, days))
        case Total():
            return _total(requirement)
        case Groups():
            return _groups(requirement)
        case GroupRuns():
            return _group_runs(requirement)
        case Occurrences():
            return _occurrences(requirement)
    return None


def _window(
    first: int,
    steps: Iterable[Step],
    grade: Grade,
    *,
    least: int | None = None,
    most: int | None = None,
    unit: int = 1,
) -> tuple[int, Window]:
    window = Window(
        weekday=first % WEEK, steps=tuple(steps), least=least, most=most, unit=unit, grade=grade
    )
    return first, window


def _ones(options: Iterable[int], worth: int = 1) -> Worths:
    return tuple((option, worth) for option in sorted(options))


_NOTHING = Step(worths=())


def _succession(one: Succession) -> Iterator[tuple[int, Window]]:
    between = [_NOTHING] * (one.gap - 1)
    for clash in one.table:
        steps = [Step(worths=_ones(clash.first, clash.amount)), *between]
        steps.append(Step(worths=_ones(clash.then, clash.amount)))
        yield _window(one.day, steps, one.grade, most=clash.amount)


def _runs(one: Runs, every: frozenset[int], days: int) -> Iterator[tuple[int, Window]]:
    """Yield runs as windows: one day too many, or too few between two days outside."""
    inside, outside = one.options, every - one.options
    for day in range(days):
        if one.most is not None:
            steps = [Step(worths=_ones(inside))] * (one.most + 1)
            yield _window(day, steps, one.grade, most=one.most)
        for length in range(1, one.least):
            amount = one.least - length
            middle = [Step(worths=_ones(inside, amount))] * length
            edge = Step(worths=_ones(outside, amount))
            yield _window(day, [edge, *middle, edge], one.grade, most=amount * (length + 1))


def _total(one: Total) -> list[tuple[int, Window]] | None:
    first, last = min(one.days, default=0), max(one.days, default=0)
    if last - first >= _LONGEST:
        return None
    worths = dict(zip(one.days, one.values, strict=True))
    steps = [Step(worths=_worths(worths.get(day, {}))) for day in range(first, last + 1)]
    least, most = _less(one.least, one.base), _less(one.most, one.base)
    return [_window(first, steps, one.grade, least=least, most=most, unit=one.unit)]


def _worths(values: Mapping[int, int]) -> Worths:
    return tuple(sorted((option, worth) for option, worth in values.items() if worth))


def _less(bound: int | None, base: int) -> int | None:
    return None if bound is None else bound - base


def _groups(one: Groups) -> list[tuple[int, Window]] | None:
    days = [day for group in one.groups for day in group]
    if not days:
        return []
    if max(days) - min(days) >= _LONGEST or sorted(days) != days:
        return None
    steps = _group_steps(one.groups, {day: one.instead.get(day, one.options) for day in days})
    least, most = _less(one.least, one.base), _less(one.most, one.base)
    return [_window(days[0], steps, one.grade, least=least, most=most)]


def _group_steps(
    groups: Iterable[tuple[int, ...]], options: Mapping[int, frozenset[int]]
) -> list[Step]:
    """Return groups of days as steps; days between two groups are worth nothing."""
    steps: list[Step] = []
    before: int | None = None
    for group in groups:
        steps += [_NOTHING] * (0 if before is None else group[0] - before - 1)
        for day in range(group[0], group[-1] + 1):
            worths = _ones(options[day]) if day in group else ()
            steps.append(Step(worths=worths, closes=day == group[-1]))
        before = group[-1]
    return steps


def _group_runs(one: GroupRuns) -> list[tuple[int, Window]] | None:
    """Return bounds on runs of weekends, as long as only their greatest length has one."""
    if one.least > 1 or one.most is None:
        return None
    found = []
    for start in range(len(one.groups) - one.most):
        groups = one.groups[start : start + one.most + 1]
        options = {day: one.options for group in groups for day in group}
        if len(options) != sum(map(len, groups)) or max(options) - min(options) >= _LONGEST:
            return None
        least, most = (1, None) if one.empty else (None, one.most)
        steps = _group_steps(groups, options)
        found.append(_window(groups[0][0], steps, one.grade, least=least, most=most))
    return found


def _occurrences(one: Occurrences) -> list[tuple[int, Window]] | None:
    """Return events none of which may happen, or each of which has its price."""
    days = [day for event in one.events for day, _ in event.cells]
    if one.least is not None or one.base or one.most != 0 or not days:
        return None
    if any(max(dict(e.cells)) - min(dict(e.cells)) >= _LONGEST for e in one.events):
        return None
    return [_event(event, one.grade) for event in one.events]


def _event(event: Event, grade: Grade) -> tuple[int, Window]:
    """Return what must not happen: all cells of an event, or any of them, counted once."""
    cells = dict(event.cells)
    first, last = min(cells), max(cells)
    steps = [
        Step(worths=_ones(cells.get(day, ())), closes=event.every or day == last)
        for day in range(first, last + 1)
    ]
    return _window(first, steps, grade, most=len(cells) - 1 if event.every else 0)
