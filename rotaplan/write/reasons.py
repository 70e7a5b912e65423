"""Explanations in words: the same sentences in the terminal, the workbook and the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rotaplan.domain.scenario import Need, Scenario
from rotaplan.explanation.pricing import least
from rotaplan.explanation.values import Concession, Conflict, Explanation, Item, Price, Scope
from rotaplan.problem import Cell
from rotaplan.rules.base import LEVELS, RuleBase
from rotaplan.text import say
from rotaplan.write.sentences import date_text, dates_text, heading, row_text

_NAMED, _CELLS = 6, 5
"""People and cells that a sentence names; more would hide what it says."""
_HEADINGS: Mapping[Scope, str] = {
    "roster": "explain-concessions",
    "days": "explain-concessions-near",
    "conflict": "explain-concessions-others",
}
Line = tuple[str, Concession | None]
"""A line on concessions: a heading or a note where it is about none."""


def conflict_title(one: Conflict, scenario: Scenario, language: str) -> str:
    """Return what a conflict is, before its items: how many rows clash, and which."""
    rows = list(dict.fromkeys(cell for item in one.items for cell in item.rows))
    key = "explain-conflict" if one.minimal else "explain-conflict-rough"
    told = cells_text(rows)
    number = say(language, "explain-number", count=len(rows))
    text = say(
        language,
        key if rows else "explain-conflict-default",
        count=len(rows),
        number=number,
        rows=told,
    )
    if one.alike:
        people = people_text(one.alike, scenario, language)
        text = f"{text}. {say(language, 'explain-alike', people=people)}"
    if one.alike_days:
        dates = dates_text(one.alike_days, scenario, language)
        text = f"{text}. {say(language, 'explain-alike-days', dates=dates)}"
    return text


def item_text(item: Item, scenario: Scenario, language: str) -> str:
    """Return one item of a conflict: where it is written, what it asks, of whom and when."""
    return say(
        language,
        _sentence(item, scenario),
        where=where_text(item, language),
        rule=heading(item.rule.key, language),
        people=people_text(item.people, scenario, language),
        posts=posts_text(item.needs, scenario, language),
        dates=dates_text(item.days, scenario, language),
    )


def concession_lines(one: Conflict, scenario: Scenario, language: str) -> Iterator[Line]:
    """Yield what could give way, under a heading for each way in which it was proven."""
    lowest = least(one.concessions)
    for scope, key in _HEADINGS.items():
        proven = [each for each in one.concessions if each.scope == scope]
        if proven:
            yield say(language, key), None
        for each in proven:
            price = price_of(each.price, lowest, language)
            yield concession_text(each, scenario, language) + price, each
    if len([each for each in one.concessions if each.price is not None]) > 1:
        yield say(language, "explain-price-note"), None


def together_lines(one: Explanation, language: str) -> Iterator[Line]:
    """Yield what settles all conflicts at once, under a heading; nothing where nothing does."""
    if one.together is None:
        return
    told = one.together.price
    price = price_of(told, {} if told is None else told.levels, language)
    key = "explain-together-fewest" if one.together.fewest else "explain-together"
    yield say(language, key, price=price), None
    for each in one.together.concessions:
        yield concession_text(each, one.scenario, language), each


def price_of(price: Price | None, lowest: Mapping[int, int], language: str) -> str:
    """Return a price, as an end of its sentence; empty where there is none."""
    if price is None:
        return ""
    posts = say(language, "explain-concede-price", count=price.open_posts)
    more = [
        f"{say(language, f'level-{LEVELS[level]}')} {cost:+d}"
        for level, cost in price.above(lowest).items()
    ]
    mark = " " if language == "fr" else ""
    return ", ".join([f"{mark}{posts}", *more])


def concession_text(one: Concession, scenario: Scenario, language: str) -> str:
    """Return what could give way, and on which days that was solved again if not on all."""
    text = say(
        language,
        f"explain-concede-{one.kind}",
        where=where_text(one.item, language),
        reference=one.item.rule.reference if isinstance(one.item.rule, RuleBase) else "",
        people=people_text((one.person,) if one.person else (), scenario, language),
        dates=dates_text(one.days, scenario, language),
        moved=dates_text(one.moved, scenario, language),
        by=f"{one.moved[0] - one.days[0]:+d}" if one.moved else "",
        count=one.count,
        skill=one.skill or ("" if one.need is None else one.need.skill),
        skills=0 if one.need is None or not one.need.skill else 1,
        post="" if one.need is None else f"{one.need.shift} {one.need.skill}".strip(),
    )
    days = verified_days(one, scenario)
    if not days:
        return text
    dates = dates_text(days, scenario, language)
    return f"{text} {say(language, 'explain-concede-days', dates=dates)}"


def verified_days(one: Concession, scenario: Scenario) -> list[int]:
    """Return the planned days on which a change was solved again; none where that was all."""
    if one.first is None or one.last is None:
        return []
    return [day for day in range(one.first, one.last + 1) if day in scenario.horizon.planned]


def _is_day_off(item: Item, scenario: Scenario) -> bool:
    """Whether it is the weekdays on which somebody never works."""
    origins = {scenario.person[one].origin for one in item.people}
    return set(item.cells) <= origins


def _sentence(item: Item, scenario: Scenario) -> str:
    """Return the key of the sentence that fits an item."""
    if item.rule.key == "availability" and item.cells:
        return "explain-item-day-off" if _is_day_off(item, scenario) else "explain-item-absence"
    if item.rule.key == "required_skill" and item.cells:
        return "explain-item-lapsed"
    if item.rule.key == "fixed":
        return "explain-item-pin"
    if item.needs:
        return "explain-item-posts"
    return "explain-item-people" if item.people else "explain-item-rule"


def where_text(item: Item, language: str) -> str:
    """Return the cells of an item: of the rule's row, then of what it stands on."""
    told = [cells_text(item.cells)] if item.cells else []
    row = row_text(item.rule.key, item.rule.row or item.rule.key, language)
    written = (item.rule.row or item.rule.key) != item.rule.key
    return ", ".join([row, *told] if written or not told else told)


def cells_text(cells: Sequence[Cell]) -> str:
    """Return rows of the sheets, a few of many."""
    more = len(cells) - _CELLS
    return ", ".join(
        [*(str(cell) for cell in cells[:_CELLS]), *([f"+ {more}"] if more > 0 else [])]
    )


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
    """Return an explanation in the stable JSON form.

    Each conflict is the list of its items; each concession names its conflict, counted from 0.
    """
    return {
        "conflicts": [conflict.to_json(one.scenario) for conflict in one.conflicts],
        "concessions": [
            {"conflict": number, **_concession_json(each, one.scenario, language)}
            for number, conflict in enumerate(one.conflicts)
            for each in conflict.concessions
        ],
        **_together_json(one, language),
    }


def _together_json(one: Explanation, language: str) -> dict[str, Any]:
    """Return concessions that leave a roster together; nothing where there are none."""
    if one.together is None:
        return {}
    return {
        "together": {
            "concessions": [
                _concession_json(each, one.scenario, language) for each in one.together.concessions
            ],
            "fewest": one.together.fewest,
            "price": _price_json(one.together.price),
        }
    }


def _concession_json(one: Concession, scenario: Scenario, language: str) -> dict[str, Any]:
    """Return a concession; ``verified`` says what was solved again with success.

    That is a ``roster``, the ``days`` listed (``verified_dates``), or this ``conflict`` alone
    while others remain; prices are totals by level.
    """

    def dates(days: Iterable[int]) -> list[str]:
        return [scenario.horizon.date(day).isoformat() for day in days]

    return {
        "kind": one.kind,
        "text": concession_text(one, scenario, language),
        "sheet": None if one.cell is None else one.cell.sheet,
        "cell": None if one.cell is None else one.cell.reference,
        "rule": one.item.rule.key,
        "person": one.person or None,
        "dates": dates(one.days),
        "moved_to": dates(one.moved),
        "shift": None if one.need is None else one.need.shift,
        "skill": one.skill or (None if one.need is None else one.need.skill or None),
        "count": one.count or None,
        "verified": one.scope,
        "verified_dates": dates(verified_days(one, scenario) or scenario.horizon.planned),
        "price": _price_json(one.price),
    }


def _price_json(price: Price | None) -> dict[str, Any] | None:
    if price is None:
        return None
    return {
        "levels": {str(level): cost for level, cost in sorted(price.levels.items())},
        "uncovered": price.open_posts,
    }
