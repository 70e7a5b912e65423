"""Rows of the rules sheet that reach nobody, no shift or no day: each is told at its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import People, Person
from rotaplan.domain.quota import within_quota
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Shifts
from rotaplan.problem import Cell, Problems, Severity
from rotaplan.rules.base import RuleBase, params_of
from rotaplan.rules.wishes import Requests
from rotaplan.sheets.structure import Sheet


def check_scopes(
    sheet: Sheet, rules: Iterable[RuleBase], scenario: Scenario, problems: Problems
) -> None:
    """Tell of choices in the rules sheet that choose nothing, or people who have left.

    A choice can be well written and still be empty: all members of a team left out again, a
    kind that no shift has, dates outside the plan. Such a row is kept, but has no effect. Kinds
    of shifts and of days that do not occur this time are worth a notice, all else a warning.
    """
    told = {problem.cell for problem in problems}
    for rule in rules:
        if rule.origin is None:
            continue
        for choice, column in _choices(rule):
            index = sheet.columns.get(column)
            if index is None or (choice.every and not getattr(choice, "without", None)):
                continue
            cell = Cell(sheet=rule.origin.sheet, row=rule.origin.row, column=index + 1)
            if cell in told:
                continue
            if isinstance(choice, People):
                _check_people(choice, cell, scenario, problems)
            elif isinstance(choice, Shifts):
                _check_shifts(choice, cell, scenario, problems)
            else:
                _check_days(choice, cell, scenario, problems)


def _choices(rule: RuleBase) -> Iterator[tuple[People | Shifts | Days, str]]:
    """Yield the choices that a row makes, each with its column."""
    yield rule.who, "who"
    yield rule.shifts, "shifts"
    yield rule.when, "when"
    for name, param in params_of(type(rule)).items():
        value = getattr(rule, name)
        if isinstance(value, People | Shifts):
            yield value, param.column


def _check_people(choice: People, cell: Cell, scenario: Scenario, problems: Problems) -> None:
    chosen = [person for person in scenario.people if choice.has(person)]
    if not chosen:
        if scenario.people:
            problems.add("scope-without-people", cell, severity="warning", found=choice.text)
        return
    there = [person for person in chosen if _under_contract(person, scenario)]
    if not there:
        problems.add("scope-not-under-contract", cell, severity="warning", found=choice.text)
        return
    for person in chosen:
        if person.id in choice.ids and person not in there:
            problems.add(
                "scope-not-under-contract", cell, severity="warning", found=person.name or person.id
            )


def _under_contract(person: Person, scenario: Scenario) -> bool:
    """Whether the contract holds on some day of the plan."""
    horizon = scenario.horizon
    return any(person.under_contract(horizon.date(day)) for day in horizon.planned)


def _check_shifts(choice: Shifts, cell: Cell, scenario: Scenario, problems: Problems) -> None:
    if not any(choice.has(shift) for shift in scenario.shifts):
        only_kinds = bool(choice.families) and not choice.without
        severity: Severity = "notice" if only_kinds else "warning"
        problems.add("scope-without-shift", cell, severity=severity, found=choice.text)


def _check_days(choice: Days, cell: Cell, scenario: Scenario, problems: Problems) -> None:
    """Look at all known days: some rules speak of the history too."""
    horizon = scenario.horizon
    if not any(choice.has(horizon.date(day), scenario.calendar) for day in horizon.known):
        severity: Severity = "warning" if choice.spans else "notice"
        problems.add("scope-without-day", cell, severity=severity, found=choice.text)


def check_quotas(rules: Iterable[RuleBase], scenario: Scenario, problems: Problems) -> None:
    """Name each wish that does not count, as its author has spent all points of the period."""
    for rule in rules:
        if not isinstance(rule, Requests) or rule.quota is None:
            continue
        counted = {id(wish) for wish in within_quota(scenario, rule.quota, rule.period)}
        for wish in scenario.wishes:
            person = scenario.person[wish.person]
            there = wish.day in scenario.horizon.planned and rule.who.has(person)
            if there and id(wish) not in counted:
                problems.add(
                    "wish-beyond-quota",
                    wish.origin,
                    severity="warning",
                    person=person.name or person.id,
                    most=rule.quota,
                    row=rule.row,
                )
