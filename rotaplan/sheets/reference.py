"""The reference of all rules, from their declarations and the catalogue of texts."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields

from rotaplan.domain.calendar import Days
from rotaplan.domain.people import People
from rotaplan.domain.time import Cycle
from rotaplan.domain.work import Shifts
from rotaplan.packs import all_packs
from rotaplan.rules import all_rules
from rotaplan.rules.base import Example, Param, RuleBase, params_of
from rotaplan.sheets import headings, packs
from rotaplan.sheets.parse.rules import heading_of, other_names, param_heading
from rotaplan.text import has, say


def rules_reference(language: str) -> str:
    """Return the reference of all rules as Markdown.

    Parameters
    ----------
    language
        ``fr`` or ``en``.
    """
    lines = [f"# {say(language, 'reference-title')}", "", say(language, "reference-intro"), ""]
    lines += [say(language, "reference-shifts"), ""]
    for key, cls in all_rules().items():
        lines += [*_rule(key, cls, language), ""]
    lines += packs.reference(all_packs(), language)
    return "\n".join(lines).rstrip() + "\n"


def _rule(key: str, cls: type[RuleBase], language: str) -> Iterator[str]:
    """Yield the lines on one rule."""
    yield f"## {heading_of(key, language)}"
    yield ""
    yield _line("key", f"`{key}`", language)
    if also := other_names(key, language):
        yield _line("also", ", ".join(also), language)
    if cls.basic:
        yield f"- {say(language, 'reference-basic')}"
    if cls.source:
        yield _line("source", cls.source, language)
    yield _line("grade", _grade(cls, language), language)
    scope = ", ".join(headings.heading("rules", name, language) for name in cls.scope)
    yield _line("scope", scope or say(language, "reference-none"), language)
    yield ""
    yield prose(key, cls, language)
    if params_of(cls):
        yield ""
        yield from _params(cls, language)
    yield ""
    yield f"### {say(language, 'reference-examples')}"
    yield ""
    for one in cls.examples:
        yield f"- {_example(one, cls, language)}"


def _line(name: str, value: str, language: str) -> str:
    return (
        f"- {say(language, 'reference-line', name=say(language, f'reference-{name}'), value=value)}"
    )


def _example(one: Example, cls: type[RuleBase], language: str) -> str:
    """Return an example on one line; its title only in the language in which it is written."""
    roster = " / ".join(line.strip() for line in one.roster.splitlines())
    params = ", ".join(_given(name, value, cls, language) for name, value in one.params.items())
    title = f"{one.title}: " if language == "en" else ""
    verdict = say(language, "reference-breaks", count=one.breaks)
    return f"{title}`{roster}`{f' ({params})' if params else ''} → {verdict}"


def _given(name: str, value: object, cls: type[RuleBase], language: str) -> str:
    """Return what an example gives for a column, or for a name in the column of values."""
    param = params_of(cls).get(name)
    if param is None:
        return f"{headings.heading('rules', name, language)} {_chosen(value, language)}"
    heading = param_heading(name, language)
    if param.column != "value":
        heading = headings.heading("rules", param.column, language)
    return f"{heading} {_shown(value, param, language)}"


def prose(key: str, cls: type[RuleBase], language: str) -> str:
    """Return what a rule says: its own English text, or the French one of the catalogue."""
    name = f"rule-{key.replace('_', '-')}-text"
    return say(language, name) if has(language, name) else inspect.cleandoc(cls.__doc__ or "")


def _grade(cls: type[RuleBase], language: str) -> str:
    if cls.default_must:
        return say(language, "reference-strict")
    return say(language, "reference-soft", level=cls.default_level, weight=str(cls.default_weight))


def _params(cls: type[RuleBase], language: str) -> Iterator[str]:
    """Yield the table of the parameters of a rule."""
    titles = ("column", "parameter", "kind", "bounds", "default", "sample")
    yield "| " + " | ".join(say(language, f"reference-{title}") for title in titles) + " |"
    yield "| " + " | ".join("---" for _ in titles) + " |"
    defaults = {one.name: one.default for one in fields(cls)}
    for name, param in params_of(cls).items():
        cells = (
            headings.heading("rules", param.column, language),
            f"`{param_heading(name, language)}=`" if param.column == "value" else "",
            say(language, f"kind-{param.kind}"),
            _bounds(param),
            _default(defaults[name], param, language),
            _shown(param.sample, param, language),
        )
        yield "| " + " | ".join(cells) + " |"


def _bounds(param: Param) -> str:
    """Return least and most, in the unit in which they are written."""
    if param.kind == "duration":
        return f"{_hours(param.least)} – {_hours(param.most)}"
    if param.kind in ("count", "days", "window"):
        return f"{param.least} – {param.most}"
    return ", ".join(param.choices)


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _default(value: object, param: Param, language: str) -> str:
    if value is MISSING:
        return say(language, "reference-required")
    return _shown(value, param, language)


def _shown(value: object, param: Param, language: str) -> str:
    """Return a value as a planner writes it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return headings.word("flag", "yes" if value else "no", language)
    if param.kind == "period" and isinstance(value, str):
        return headings.word("period", value, language)
    if param.kind == "duration" and isinstance(value, int):
        return _hours(value)
    return _chosen(value, language)


def _chosen(value: object, language: str) -> str:
    """Return a choice of people, shifts or days made in the code as a cell may hold it."""
    if isinstance(value, Cycle):
        if value.begins is None:
            return say(language, "reference-cycle", weeks=value.weeks)
        begins = f"{value.begins:%d/%m/%Y}"
        return say(language, "reference-cycle-from", weeks=value.weeks, begins=begins)
    if isinstance(value, Days):
        days = [headings.word("weekday", str(day), language) for day in sorted(value.weekdays)]
        return "; ".join([*days, *(f"{first:%d/%m/%Y}" for first, _ in value.spans)])
    if isinstance(value, People | Shifts):
        named = (getattr(value, field.name) for field in fields(value) if field.name != "without")
        return "; ".join(one for group in named if group for one in sorted(group))
    return str(value)
