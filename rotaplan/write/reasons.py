"""Explanations in words: the same sentences in the terminal, the workbook and the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rotaplan.domain.scenario import Need, Scenario
from rotaplan.explanation.values import Concession, Conflict, Explanation, Item
from rotaplan.text import say
from rotaplan.write.sentences import date_text, dates_text, heading, row_text

_NAMED, _CELLS = 6, 5
"""People and cells that a sentence names; more would hide what it says."""


def conflict_title(one: Conflict, scenario: Scenario, language: str) -> str:
    """Return what a conflict is, before its items."""
    key = "explain-conflict" if one.minimal else "explain-conflict-rough"
    text = say(language, key, count=len(one.items))
    if not one.alike:
        return text
    people = people_text(one.alike, scenario, language)
    return f"{text} {say(language, 'explain-alike', people=people)}"


def item_text(item: Item, scenario: Scenario, language: str) -> str:
    """Return one item of a conflict: where it is written, what it asks, of whom and when."""
    return say(
        language,
        _sentence(item),
        where=where_text(item, language),
        rule=heading(item.rule.key, language),
        people=people_text(item.people, scenario, language),
        posts=posts_text(item.needs, scenario, language),
        dates=dates_text(item.days, scenario, language),
    )


def concession_text(one: Concession, scenario: Scenario, language: str) -> str:
    """Return what could give way, and how far that was solved again."""
    text = say(
        language,
        f"explain-concede-{one.kind}",
        where=where_text(one.item, language),
        people=people_text((one.person,) if one.person else (), scenario, language),
        dates=dates_text(one.days, scenario, language),
        count=one.count,
        skill="" if one.need is None else one.need.skill,
        post="" if one.need is None else f"{one.need.shift} {one.need.skill}".strip(),
    )
    if one.first is None or one.last is None:
        return text
    days = [day for day in range(one.first, one.last + 1) if day in scenario.horizon.planned]
    key = "explain-concede-others" if one.others else "explain-concede-part"
    return f"{text} {say(language, key, dates=dates_text(days, scenario, language))}"


def _sentence(item: Item) -> str:
    """Return the key of the sentence that fits an item."""
    if item.rule.key == "availability" and item.cells:
        return "explain-item-absence"
    if item.rule.key == "fixed":
        return "explain-item-pin"
    if item.needs:
        return "explain-item-posts"
    return "explain-item-people" if item.people else "explain-item-rule"


def where_text(item: Item, language: str) -> str:
    """Return the cells of an item: of the rule's row, then of what it stands on."""
    cells = [str(cell) for cell in item.cells]
    more = len(cells) - _CELLS
    told = cells[:_CELLS] + ([f"+ {more}"] if more > 0 else [])
    row = row_text(item.rule.key, item.rule.row or item.rule.key, language)
    written = (item.rule.row or item.rule.key) != item.rule.key
    return ", ".join([row, *told] if written or not told else told)


def people_text(people: Sequence[str], scenario: Scenario, language: str) -> str:
    """Return some people by name; everybody in one word, many as a few and a number."""
    if len(people) == len(scenario.people) and len(people) > 1:
        return say(language, "explain-everybody", count=len(people))
    names = [scenario.person[one].name or one for one in people]
    more = len(names) - _NAMED
    if more <= 1:
        return ", ".join(names)
    return say(language, "explain-and-others", names=", ".join(names[:_NAMED]), count=more)


def posts_text(needs: Iterable[Need], scenario: Scenario, language: str) -> str:
    """Return posts by shift, function and day, with the people that they ask for."""
    parts = []
    for need in needs:
        post = f"{need.shift} {need.skill}".strip()
        date = date_text(scenario.horizon.date(need.day), language)
        parts.append(f"{need.minimum} {post} {date}")
    more = len(parts) - _NAMED
    if more <= 1:
        return ", ".join(parts)
    return say(language, "explain-and-others", names=", ".join(parts[:_NAMED]), count=more)


def explanation_json(one: Explanation, language: str) -> dict[str, Any]:
    """Return an explanation in the stable JSON form, each conflict as the list of its items."""
    return {
        "conflicts": [conflict.to_json(one.scenario) for conflict in one.conflicts],
        "concessions": [
            [
                {"kind": each.kind, "text": concession_text(each, one.scenario, language)}
                for each in conflict.concessions
            ]
            for conflict in one.conflicts
        ],
    }
