"""From a workbook's scenario to the rotation to design: needs by weekday, and rules that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.people import EVERYBODY
from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion, WeekNeed
from rotaplan.domain.scenario import Demand, Need, Scenario
from rotaplan.domain.time import Cycle, Horizon
from rotaplan.errors import WorkbookError
from rotaplan.model.cycle_prices import idle_rules
from rotaplan.problem import Fact, Problem
from rotaplan.rules.base import RuleBase, params_of

_A_MONDAY = date(2027, 1, 4)
_SHORTEST_REACH = 28
_PERIODS = {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}


def question_of(
    scenario: Scenario, lines: int | None = None, weeks: int = 0
) -> tuple[RotationQuestion, tuple[Problem, ...]]:
    """Return the rotation that a scenario asks for, and what of it has no place in a cycle.

    Rules count that hold for everybody and judge one person by that person's own duties; needs
    by weekday count, those of dates and holidays do not. Whatever is left out is said.

    Parameters
    ----------
    scenario
        As read from a workbook.
    lines
        Of the cycle; what the settings say where None, else as many as there are people.
    weeks
        After which each line begins anew where people keep their line; 0 where they rotate.

    Raises
    ------
    WorkbookError
        Where there is nothing to plan on any weekday, or the number of lines is not known.
    """
    number = lines or scenario.rotation_lines or len(scenario.people)
    if not number:
        raise WorkbookError([Problem(code="rotation-lines")])
    needs = tuple(_needs(scenario))
    if not any(one.most for one in needs):
        raise WorkbookError([Problem(code="rotation-needs")])
    kept, aside = [], list(_demand_aside(scenario.demand))
    for rule in scenario.rules:
        assert isinstance(rule, RuleBase)
        reason = _left_out(rule, scenario)
        if reason is None:
            # All of them are meant, so that whoever walks is, whatever regime that may be.
            kept.append(replace(rule, who=EVERYBODY))
        elif reason and rule.row != rule.key:
            aside.append(_aside(rule, reason))
    codes = {one.shift for one in needs if one.most}
    whole = _asking(
        RotationQuestion(
            name=scenario.title,
            lines=number,
            shifts=tuple(one for one in scenario.shifts if one.code in codes),
            needs=tuple(one for one in needs if one.shift in codes),
            weeks=weeks,
            language=scenario.language,
        ),
        kept,
    )
    silent = idle_rules(whole)
    if not silent:
        return whole, tuple(aside)
    aside += [_aside(rule, "silent") for number, rule in enumerate(kept) if number in silent]
    kept = [rule for number, rule in enumerate(kept) if number not in silent]
    return _asking(whole, kept), tuple(aside)


def _asking(question: RotationQuestion, rules: Sequence[RuleBase]) -> RotationQuestion:
    """Return a question with these rules, and with what follows from how far they look."""
    periods = tuple(_weeks(rule) for rule in rules)
    return replace(
        question,
        rules=tuple(rules),
        reach_days=max([_SHORTEST_REACH, *(_reach(rule) for rule in rules)]),
        phases=min(question.turn_weeks, max([1, *periods])),
        periods=periods,
    )


def _aside(rule: RuleBase, reason: str) -> Problem:
    facts: dict[str, Fact] = {"rule": rule.key, "reason": reason}
    return Problem(code="rotation-rule-aside", cell=rule.origin, facts=facts, severity="notice")


def _left_out(rule: RuleBase, scenario: Scenario) -> str | None:
    """Return why a rule has no place in a cycle; None where it has one, nothing if it is cover."""
    if not rule.alone:
        return "" if rule.key.startswith("cover_") else "together"
    if not rule.must and (rule.row == rule.key or rule.shared):
        return "together"
    if not all(rule.who.has(person) for person in scenario.people) or (
        not scenario.people and not rule.who.every
    ):
        return "people"
    if rule.when.spans or rule.when.holidays or rule.when.types:
        return "dates"
    civil = any(_civil(period) for period in _periods(rule))
    return "period" if civil or rule.counts_plan else None


def _periods(rule: RuleBase) -> Iterator[object]:
    """Yield the periods that a rule counts by: none where it counts in runs of days instead."""
    named = {name: param.kind for name, param in params_of(type(rule)).items()}
    if any(kind == "window" and getattr(rule, name) is not None for name, kind in named.items()):
        return
    for name, kind in named.items():
        if kind == "period" and getattr(rule, name) is not None:
            yield getattr(rule, name)


def _civil(period: object) -> bool:
    """Whether a period is one of the calendar, which a cycle does not know."""
    return not isinstance(period, Cycle) and period not in _PERIODS


def _reach(rule: RuleBase) -> int:
    """Return over how many days a rule looks."""
    days = [_SHORTEST_REACH]
    for name, param in params_of(type(rule)).items():
        value = getattr(rule, name, None)
        if isinstance(value, int) and param.kind in ("window", "days"):
            days.append(value + WEEK)
    for period in _periods(rule):
        weeks = period.weeks if isinstance(period, Cycle) else 1
        days.append(2 * WEEK * weeks)
    return max(days)


def _weeks(rule: RuleBase) -> int:
    """Return in how many weeks the weeks that a rule counts off come round."""
    weeks = (
        period.weeks if isinstance(period, Cycle) else _PERIODS.get(str(period), 1) // WEEK
        for period in _periods(rule)
    )
    return max([1, *weeks])


def _demand_aside(demand: Iterable[Demand]) -> Iterator[Problem]:
    """Yield the lines of needs that name dates, holidays or day types."""
    for one in demand:
        if one.days.spans or one.days.holidays or one.days.types:
            facts: dict[str, Fact] = {"shift": one.shift}
            yield Problem(
                code="rotation-need-aside", cell=one.origin, facts=facts, severity="notice"
            )


def _needs(scenario: Scenario) -> Iterator[WeekNeed]:
    """Yield how many lines hold a shift on each day of a plain week."""
    plain = replace(
        scenario,
        horizon=Horizon(start=_A_MONDAY, days=WEEK, zone="UTC"),
        calendar=Calendar(),
        demand=tuple(
            replace(one, days=replace(one.days, spans=(), holidays=False, types=frozenset()))
            for one in scenario.demand
            if one.days.weekdays or one.days.every
        ),
    )
    for weekday in range(WEEK):
        by_shift: dict[str, list[Need]] = {}
        for need in plain.needs[weekday]:
            by_shift.setdefault(need.shift, []).append(need)
        for shift, needs in by_shift.items():
            if plain.shift[shift].works:
                yield _together(shift, weekday, needs)


def _together(shift: str, weekday: int, needs: Sequence[Need]) -> WeekNeed:
    """Return the needs of a shift in all functions as one: those of a function are among all.

    Without a minimum the target is one; without a maximum nobody is planned beyond the target.
    """
    apart, whole = [n for n in needs if n.skill], [n for n in needs if not n.skill]
    least = max(sum(n.minimum for n in apart), *(n.minimum for n in whole), 0)
    target = max(sum(n.target for n in apart), *(n.target for n in whole), least)
    limits = [n.maximum for n in whole] or [n.maximum for n in apart]
    known = [one for one in limits if one is not None]
    most = max(sum(known), target) if len(known) == len(limits) else target
    return WeekNeed(
        shift=shift,
        weekday=weekday,
        least=least or target,
        target=target,
        most=most,
        origin=needs[0].origin,
    )
