"""The sheet of rules: one row, one rule instance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from rotaplan import text
from rotaplan.problem import Problems, nearest
from rotaplan.rules import all_rules, basic_rules
from rotaplan.rules.base import Param, RuleBase, params_of
from rotaplan.sheets import headings
from rotaplan.sheets.headings import fold
from rotaplan.sheets.kinds import (
    Entry,
    Fault,
    check_bounds,
    is_empty,
    parse_count,
    parse_duration,
    parse_flag,
    split,
)
from rotaplan.sheets.parse.periods import is_period, parse_period, parse_window
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector
from rotaplan.sheets.structure import Sheet


@dataclass(frozen=True, slots=True)
class Selectors:
    """Readers of the three columns that every rule may have."""

    who: PeopleSelector
    shifts: ShiftsSelector
    when: DaysSelector


def heading_of(key: str, language: str) -> str:
    """Return what a rule is called in a language; its key where no text is there."""
    name = f"rule-{key.replace('_', '-')}"
    return text.say(language, name) if text.has(language, name) else key


def param_heading(name: str, language: str) -> str:
    """Return what a named parameter is called in a language."""
    key = f"param-{name.replace('_', '-')}"
    return text.say(language, key) if text.has(language, key) else name


def other_names(key: str, language: str) -> tuple[str, ...]:
    """Return further names of a rule: what it says covers them too."""
    name = f"rule-{key.replace('_', '-')}-also"
    return split(text.say(language, name)) if text.has(language, name) else ()


def _titles(key: str, language: str) -> tuple[str, ...]:
    return key, heading_of(key, language)


def rule_key(written: str) -> str | None:
    """Return the key of the rule that a name means, in either language; None where none is."""
    folded = fold(written)
    # Headings go first; the other names are read only where somebody uses one.
    return _by_name(_titles).get(folded) or _by_name(other_names).get(folded)


@cache
def _by_name(naming: Callable[[str, str], tuple[str, ...]]) -> Mapping[str, str]:
    """Return rule keys by folded name."""
    found: dict[str, str] = {}
    for key in all_rules():
        for language in headings.LANGUAGES:
            for name in naming(key, language):
                found.setdefault(fold(name), key)
    return found


def read_rules(
    sheet: Sheet | None, selectors: Selectors, problems: Problems
) -> tuple[RuleBase, ...]:
    """Return the rules in force: the active rows, and the basic rules that no row sets."""
    active: list[RuleBase] = []
    set_by_row: list[RuleBase] = []
    for record in records(sheet, problems) if sheet else ():
        cls = _class(record)
        if cls is None:
            continue
        if record.get("state") == "off":
            if cls.basic:
                set_by_row.append(cls())
            continue
        made = _instance(record, cls, selectors)
        if made is not None:
            active.append(made)
    return (*basic_rules([*active, *set_by_row]), *active)


def _class(record: Record) -> type[RuleBase] | None:
    written = record.get("rule")
    key = rule_key(written)
    if key is None:
        names = [heading_of(key, one) for key in all_rules() for one in headings.LANGUAGES]
        record.add(
            "rule-unknown",
            "rule",
            found=written,
            suggestion=nearest(written, [*names, *all_rules()]),
        )
        return None
    return all_rules()[key]


def _instance(record: Record, cls: type[RuleBase], selectors: Selectors) -> RuleBase | None:
    """Return the rule of a row; None where something in the row is wrong."""
    before = len(record.problems.errors)
    given = {**_scope(record, cls, selectors), **_params(record, cls, selectors)}
    state = record.get("state")
    if len(record.problems.errors) > before or record.broken:
        return None
    try:
        return cls(
            **given,
            must=cls.default_must if state is None else state == "strict",
            level=record.get("level", cls.default_level),
            weight=record.get("weight", cls.default_weight),
            row=str(record.line.cell(0)),
            reference=record.get("reference", ""),
            note=record.get("note", ""),
            origin=record.cell("rule"),
        )
    except ValueError as error:
        one, _, other = str(error).partition(": ")
        record.add(
            "rule-invalid",
            "rule",
            found=record.get("rule"),
            one=_said(cls, one),
            other=_said(cls, other),
        )
        return None


def _said(cls: type[RuleBase], name: str) -> str:
    """Return what a parameter is called in both languages, or the column that holds it.

    A word that is no parameter of the rule is returned as it is.
    """
    if name not in params_of(cls):
        return name
    column = params_of(cls)[name].column
    if column == "value":
        return " / ".join(_spoken([name]))
    return " / ".join(dict.fromkeys(headings.names_of("rules", column)[:2]))


def _scope(record: Record, cls: type[RuleBase], selectors: Selectors) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, selector in (
        ("who", selectors.who),
        ("shifts", selectors.shifts),
        ("when", selectors.when),
    ):
        entry = record.entry(name)
        if entry is None:
            continue
        if name not in cls.scope:
            _unused(record, name)
            continue
        try:
            found[name] = selector.read(entry)
        except Fault as fault:
            fault.report(record.problems, record.cell(name))
    return found


def _unused(record: Record, name: str) -> None:
    record.add(
        "rule-column-unused",
        name,
        severity="warning",
        column=record.sheet.heading(name),
        rule=record.get("rule"),
    )


def _params(record: Record, cls: type[RuleBase], selectors: Selectors) -> dict[str, Any]:
    declared = params_of(cls)
    cells = dict(_cells(record, declared))
    found: dict[str, Any] = {}
    for name, (entry, column) in cells.items():
        try:
            found[name] = read_param(entry, declared[name], selectors)
        except Fault as fault:
            fault.report(record.problems, record.cell(column))
    for name in required_params(cls):
        if name not in cells:
            param = declared[name]
            column = "value" if param.column == "value" else param.column
            record.add(
                "rule-parameter-missing",
                column,
                rule=record.get("rule"),
                column=headings.names_of("rules", column)[0],
                parameter=" / ".join(_spoken([name])) if column == "value" else "none",
            )
    _check_limits(record, cls, found)
    return found


def skills_of(rule: RuleBase) -> frozenset[str]:
    """Return the skills that a rule names, in its scope or as a parameter."""
    given = [getattr(rule, name) for name, p in params_of(type(rule)).items() if p.kind == "skill"]
    return rule.who.skills | {skill for skill in given if skill}


def required_params(cls: type[RuleBase]) -> tuple[str, ...]:
    """Return the parameters of a rule that have no default."""
    return tuple(
        one.name
        for one in fields(cls)
        if "param" in one.metadata and one.default is MISSING and one.default_factory is MISSING
    )


def _cells(
    record: Record, declared: Mapping[str, Param]
) -> Iterator[tuple[str, tuple[Entry, str]]]:
    """Yield the cell, or the part of one, that gives each parameter."""
    for column in ("min", "max", "window"):
        entry = record.entry(column)
        if entry is None:
            continue
        names = [name for name, param in declared.items() if param.column == column]
        if not names:
            _unused(record, column)
        for name in names:
            yield name, (entry, column)
    entry = record.entry("value")
    if entry is not None:
        names = [name for name, param in declared.items() if param.column == "value"]
        if not names:
            _unused(record, "value")
        else:
            periods = [name for name in names if declared[name].kind == "period"]
            if len(periods) == 1 and is_period(entry.text):
                yield periods[0], (entry, "value")  # a period alone can only be meant for it
            else:
                yield from _named(record, entry, names)


def _named(
    record: Record, entry: Entry, names: list[str]
) -> Iterator[tuple[str, tuple[Entry, str]]]:
    """Yield the parameters of the column for values: ``name=value; name=value``."""
    exact = {
        word.casefold(): name
        for name in names
        for word in (name, *(param_heading(name, one) for one in headings.LANGUAGES))
    }
    known = {fold(word): name for word, name in exact.items()}
    if "=" not in entry.text and len(names) == 1 and fold(entry.text) not in known:
        yield names[0], (entry, "value")
        return
    for part in re.split(r"[;\n]", str(entry.raw)):
        if is_empty(part):
            continue
        word, mark, value = part.partition("=")
        name = exact.get(word.strip().casefold()) or known.get(fold(word))
        if name is None:
            record.add(
                "rule-parameter-unknown",
                "value",
                found=word.strip(),
                expected=tuple(_spoken(names)),
                suggestion=nearest(word.strip(), [*known.values(), *_spoken(names)]),
            )
        else:
            yield name, (entry.piece(value.strip() if mark else "oui"), "value")


def _spoken(names: Sequence[str]) -> list[str]:
    """Return the words for some parameters, in both languages, each once."""
    words = (param_heading(name, one) for name in names for one in headings.LANGUAGES)
    return list(dict.fromkeys(words))


def read_param(entry: Entry, param: Param, selectors: Selectors) -> Any:
    """Read the value of a parameter as its declaration says; raises Fault where that fails."""
    if param.kind == "shifts":
        return selectors.shifts.read(entry)
    if param.kind == "people":
        return selectors.who.read(entry)
    if param.kind == "skill":
        return selectors.who.skill(entry)
    if param.kind == "sequence":
        sequence = selectors.shifts.sequence(entry)
        check_bounds(entry, len(sequence.steps), param.least, param.most, unit="days")
        return sequence
    if param.kind == "flag":
        return parse_flag(entry)
    if param.kind == "period":
        return parse_period(entry)
    if param.kind == "word":
        return _choice(entry, param)
    value = _whole(entry, param)
    check_bounds(entry, value, param.least, param.most, unit=param.kind)
    return value


def _whole(entry: Entry, param: Param) -> int:
    if param.kind == "duration":
        return parse_duration(entry)
    if param.kind in ("window", "days"):
        return parse_window(entry)
    return parse_count(entry)


def _choice(entry: Entry, param: Param) -> str:
    """Return one of the words that a parameter may be; any word where none are named."""
    written = entry.text.casefold()
    if not param.choices:
        return written
    for choice in param.choices:
        names = (choice, *(word_heading(choice, one) for one in headings.LANGUAGES))
        if fold(written) in map(fold, names):
            return choice
    raise Fault(
        "word-unknown",
        found=entry.text,
        expected=param.choices,
        suggestion=nearest(entry.text, param.choices),
    )


def word_heading(choice: str, language: str) -> str:
    """Return what a choice of a parameter is called in a language."""
    key = f"choice-{choice.replace('_', '-')}"
    return text.say(language, key) if text.has(language, key) else choice


def _check_limits(record: Record, cls: type[RuleBase], found: Mapping[str, Any]) -> None:
    """Report limits that contradict each other, and a row that limits nothing."""
    declared = params_of(cls)
    limits = {
        column: found[name]
        for name, param in declared.items()
        for column in ("min", "max")
        if param.column == column and found.get(name) is not None
    }
    if "min" in limits and "max" in limits and limits["min"] > limits["max"]:
        record.add(
            "min-above-max",
            "min",
            found=record.entry("min").text,  # type: ignore[union-attr]
            most=record.entry("max").text,  # type: ignore[union-attr]
            columns=("min", "max"),
        )
    defaults = {one.name: one.default for one in fields(cls)}
    limiting = [name for name, param in declared.items() if param.column in ("min", "max")]
    # A further limit may stand among the values, as an option that is otherwise left open.
    named = [name for name in found if declared[name].column == "value" and defaults[name] is None]
    if (
        limiting
        and not limits
        and not named
        and not {"min", "max"} & _filled(record)
        and all(defaults[name] is None for name in limiting)
    ):
        record.add("rule-says-nothing", "rule", severity="warning", rule=record.get("rule"))


def _filled(record: Record) -> set[str]:
    return {name for name in record.sheet.columns if record.entry(name) is not None}
