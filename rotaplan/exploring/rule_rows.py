"""One row of the rules changed, added or switched off, checked as the workbook's rows are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.exploring.words import entry, read_here, refused, selectors_of
from rotaplan.problem import nearest
from rotaplan.rules import all_rules
from rotaplan.rules.base import RuleBase, params_of
from rotaplan.sheets.kinds import check_bounds, parse_count, parse_flag, parse_graded
from rotaplan.sheets.parse.rules import (
    Selectors,
    heading_of,
    read_param,
    required_params,
    rule_key,
)

_SCOPE = ("who", "shifts", "when")
_GRADE = ("must", "level", "weight")


def rule(
    scenario: Scenario,
    name: str,
    given: Mapping[str, object],
    *,
    row: str | None,
    add: bool,
    off: bool,
) -> Scenario:
    """Return a scenario with other rules; see :meth:`rotaplan.exploring.Study.rule`."""
    key = rule_key(name)
    if key is None:
        headings = [heading_of(one, scenario.language) for one in all_rules()]
        suggestion = nearest(name, [*headings, *all_rules()])
        raise refused("rule-unknown", found=name, suggestion=suggestion)
    own = [one for one in scenario.rules if one.key == key and row in (None, one.row)]
    if (row is not None or off) and not own:
        raise refused("explore-no-row", found=name if row is None else f"{name} ({row})")
    if add or not own:
        values = _values(scenario, all_rules()[key], given)
        made = _made(scenario, all_rules()[key], values, name)
        return replace(scenario, rules=(*scenario.rules, made))
    if len(own) > 1:
        raise refused("explore-rows", found=name, rows=tuple(one.row for one in own))
    if off:
        return replace(scenario, rules=tuple(one for one in scenario.rules if one is not own[0]))
    old = own[0]
    assert isinstance(old, RuleBase)
    new = _with(old, _values(scenario, type(old), given), name)
    return replace(scenario, rules=tuple(new if one is old else one for one in scenario.rules))


def _values(scenario: Scenario, cls: type[RuleBase], given: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of a rule that are given, each read as its cell would be."""
    selectors = selectors_of(scenario)
    found: dict[str, Any] = {}
    with read_here():
        for word, value in given.items():
            found.update(_value(cls, word, value, selectors))
    return found


def _value(cls: type[RuleBase], word: str, value: object, selectors: Selectors) -> dict[str, Any]:
    if word in _GRADE:
        return {word: _grade(word, value)}
    if word in _SCOPE and word in cls.scope:
        return {word: getattr(selectors, word).read(entry(value))}
    params = params_of(cls)
    names = [word] if word in params else [n for n, p in params.items() if p.column == word]
    if not names or (word == "value" and len(names) > 1):  # the column holds several, by name
        bounds = [
            one for one in ("min", "max", "window") if any(p.column == one for p in params.values())
        ]
        expected = (*params, *bounds, *cls.scope, *_GRADE)
        raise refused(
            "rule-parameter-unknown",
            found=word,
            expected=tuple(dict.fromkeys(expected)),
            suggestion=nearest(word, expected),
        )
    return {
        name: None if value is None else read_param(entry(value), params[name], selectors)
        for name in names
    }


def _grade(word: str, value: object) -> bool | int:
    if word == "must":
        return parse_flag(entry(value))
    if word == "level":
        level = parse_graded(entry(value), "level")
        check_bounds(entry(value), level, 1, 7, unit="count")
        return level
    weight = parse_count(entry(value))
    check_bounds(entry(value), weight, 0, 10**6, unit="count")
    return weight


def _made(
    scenario: Scenario, cls: type[RuleBase], values: Mapping[str, Any], name: str
) -> RuleBase:
    """Return a row of its own, named by its key and where needed a number."""
    for missing in required_params(cls):
        if missing not in values:
            column = params_of(cls)[missing].column
            raise refused("rule-parameter-missing", rule=name, column=column, parameter=missing)
    grade = {"must": cls.default_must, "level": cls.default_level, "weight": cls.default_weight}
    rows = {one.row for one in scenario.rules}
    rank, row = 1, f"rule({cls.key})"
    while row in rows:
        rank += 1
        row = f"rule({cls.key}) {rank}"
    try:
        made = cls(**{**grade, **values, "row": row})
    except ValueError as error:
        raise _invalid(error, name) from None
    return _limited(made)


def _with(old: RuleBase, values: Mapping[str, Any], name: str) -> RuleBase:
    try:
        return _limited(replace(old, **values))
    except ValueError as error:
        raise _invalid(error, name) from None


def _limited(made: RuleBase) -> RuleBase:
    """Return a rule whose least is not above its most."""
    limits = {
        param.column: getattr(made, name)
        for name, param in params_of(type(made)).items()
        if param.column in ("min", "max") and getattr(made, name) is not None
    }
    if len(limits) == 2 and limits["min"] > limits["max"]:
        raise refused("min-above-max", found=str(limits["min"]), most=str(limits["max"]))
    return made


def _invalid(error: ValueError, name: str) -> Exception:
    one, _, other = str(error).partition(": ")
    return refused("rule-invalid", found=name, one=one, other=other)
