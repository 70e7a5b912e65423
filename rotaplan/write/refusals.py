"""Why wishes were refused and posts stay open, in words: for the workbook and the JSON."""

from __future__ import annotations

from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.explanation.posts import REASONS, Account
from rotaplan.explanation.values import Explanation
from rotaplan.explanation.weighing import Change, Grant
from rotaplan.explanation.wishes import Refusal
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.sentences import date_text, sentence
from rotaplan.write.whys import change_text, price_text

_MOVES_TOLD = 4
"""Cells of a change that are named one by one; of more, the number alone is told."""


def reason_text(one: Refusal, scenario: Scenario, language: str) -> str:
    """Return why a wish was refused."""
    if one.change is not None:
        if one.change.better:
            return say(language, "refused-free")
        rising = [level for level, price in one.change.prices.items() if price > 0]
        if not rising:
            # At an equal price something else gives way: the search has missed nothing.
            return say(language, "refused-even")
        return say(language, "refused-price", level=say(language, f"level-{LEVELS[min(rising)]}"))
    if one.breach is not None:
        return sentence(one.breach, scenario, language)
    return say(language, "refused-unknown" if one.searched else "refused-time")


def granting_text(one: Refusal, scenario: Scenario, language: str) -> str:
    """Return what granting a wish costs, and how; empty where that is not known."""
    if one.change is None:
        return ""
    text = grant_text(Grant(change=one.change, proven=one.proven), scenario, language)
    if one.alone is None:
        return text
    alone = price_text(one.alone.prices, one.alone.uncovered, language)
    return f"{text} {say(language, 'granting-alone', price=alone)}"


def grant_text(one: Grant, scenario: Scenario, language: str) -> str:
    """Return a change that grants what was asked, with its price and whether that is proven."""
    key = "granting-free"
    if one.change.prices and not one.change.better:
        key = "granting-proven" if one.proven else "granting-found"
    return say(language, key, how=_how(one.change, scenario, language))


def _how(one: Change, scenario: Scenario, language: str) -> str:
    """Return a change with its price: cell by cell, or as a number of cells."""
    if is_short(one):
        return change_text(one, scenario, language)
    cells = {(each.person, each.day) for each in (*one.removed, *one.added)}
    price = price_text(one.prices, one.uncovered, language)
    return say(language, "granting-cells", count=len(cells), price=price)


def is_short(one: Change) -> bool:
    """Whether a change is told cell by cell: a few cells of one day."""
    cells = {(each.person, each.day) for each in (*one.removed, *one.added)}
    return len(cells) <= _MOVES_TOLD and len({day for _, day in cells}) == 1


def post_title(one: Account, scenario: Scenario, language: str) -> str:
    """Return which post is open, and how many people it lacks."""
    return say(
        language,
        "open-post",
        date=date_text(scenario.horizon.date(one.need.day), language),
        post=f"{one.need.shift} {one.need.skill}".strip(),
        missing=one.missing,
        staff=len(scenario.people),
    )


def cheapest_text(one: Account, scenario: Scenario, language: str) -> str:
    """Return the cheapest way to fill an open post."""
    if one.cheapest is None:
        return say(language, "open-post-no-way")
    way = change_text(one.cheapest, scenario, language)
    left = dict.fromkeys(duty.shift for duty in one.cheapest.removed)
    if left and one.cheapest.uncovered >= 0:
        return say(language, "open-post-exchanged", way=way, posts=tuple(left))
    return say(language, "open-post-cheapest", way=way)


def reasons_json(found: Explanation, language: str) -> dict[str, Any]:
    """Return reasons in the stable JSON form; ``proven`` tells whether a price is."""
    scenario = found.scenario
    return {
        "refused_wishes": [
            {
                "person": one.wish.person,
                "date": scenario.horizon.date(one.wish.day).isoformat(),
                "reason": reason_text(one, scenario, language),
                "granting": granting_text(one, scenario, language) or None,
                "rule": None if one.breach is None else one.breach.row,
                "prices": None if one.change is None else _prices(one.change),
                "removed": [] if one.change is None else _duties(one.change.removed, scenario),
                "added": [] if one.change is None else _duties(one.change.added, scenario),
                "proven": one.proven,
            }
            for one in found.refusals
        ],
        "open_posts": [
            {
                "date": scenario.horizon.date(one.need.day).isoformat(),
                "shift": one.need.shift,
                "skill": one.need.skill or None,
                "missing": one.missing,
                "staff": {name: list(one.of(name)) for name in REASONS if one.of(name)},
                "cheapest": cheapest_text(one, scenario, language) if one.cheapest else None,
            }
            for one in found.accounts
        ],
        "reasons_complete": found.complete,
    }


def _prices(one: Change) -> dict[str, int]:
    return {str(level): price for level, price in one.prices.items()}


def _duties(duties: Any, scenario: Scenario) -> list[dict[str, Any]]:
    return [
        {
            "person": one.person,
            "date": scenario.horizon.date(one.day).isoformat(),
            "shift": one.shift,
            "skill": one.skill or None,
        }
        for one in duties
    ]
