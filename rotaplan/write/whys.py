"""Why a cell holds what it holds, in words: people by name, changes with their price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.explanation.posts import REASONS, Account
from rotaplan.explanation.weighing import Change
from rotaplan.explanation.why import Why
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.reasons import people_text
from rotaplan.write.sentences import breaches_json, date_text, heading

_NAMED = 8
"""Shifts or rules that a line names; more would hide what it says."""


def account_lines(one: Account, scenario: Scenario, language: str) -> list[str]:
    """Return what keeps people from a post, one reason a line; the numbers add up to the staff."""
    lines = []
    for reason in REASONS:
        people = one.of(reason)
        if people:
            told = people_text(people, scenario, language)
            details = _details(one, reason, language)
            key = f"explain-kept-{reason}"
            lines.append(say(language, key, count=len(people), people=told, details=details))
    return lines


def _details(one: Account, reason: str, language: str) -> str:
    """Return where people work instead, or which rules stand in the way, with numbers."""
    found: Counter[str] = Counter()
    for person in one.of(reason):
        kept = one.people[person]
        if reason == "elsewhere" and kept.works is not None:
            found[kept.works.shift] += 1
        elif kept.breach is not None:
            row = kept.breach.row
            name = heading(kept.breach.rule, language)
            found[name if row == kept.breach.rule else f"{name}, {row}"] += 1
    told = [f"{name} : {count}" for name, count in sorted(found.items())]
    more = len(told) - _NAMED
    return " ; ".join(told if more <= 1 else [*told[:_NAMED], f"+ {more}"])


def change_text(one: Change, scenario: Scenario, language: str) -> str:
    """Return a change, person by person, with what it costs."""
    told = ", ".join(text for _, text in _moves(one, scenario, language))
    return f"{told} ({price_text(one.prices, one.uncovered, language)})"


def move_lines(one: Change, scenario: Scenario, language: str) -> list[str]:
    """Return a change, a line a day, without its price."""
    by_day: dict[int, list[str]] = {}
    for day, text in _moves(one, scenario, language):
        by_day.setdefault(day, []).append(text)
    mark = " " if language == "fr" else ""
    return [
        f"{date_text(scenario.horizon.date(day), language)}{mark}: {', '.join(texts)}"
        for day, texts in sorted(by_day.items())
    ]


def _moves(one: Change, scenario: Scenario, language: str) -> Iterator[tuple[int, str]]:
    """Yield day and text of each cell that changes, person by person."""
    rest = say(language, "explain-rest")
    for person, day in sorted({(each.person, each.day) for each in (*one.removed, *one.added)}):
        before, after = (
            "+".join(each.shift for each in side if (each.person, each.day) == (person, day))
            for side in (one.removed, one.added)
        )
        name = scenario.person[person].name or person
        yield day, f"{name} {before or rest} → {after or rest}"


def price_text(prices: Mapping[int, int], uncovered: int, language: str) -> str:
    """Return prices by level, and how many posts more or fewer stay open."""
    parts = [say(language, "explain-posts", count=f"{uncovered:+d}")] if uncovered else []
    parts += [
        f"{say(language, f'level-{LEVELS[level]}')} {price:+d}" for level, price in prices.items()
    ]
    return ", ".join(parts) or say(language, "explain-free")


def why_json(one: Why, language: str) -> dict[str, Any]:
    """Return an explanation of a cell in a stable JSON form; prices are by level."""
    scenario, asked = one.scenario, one.asked
    account, forced = one.account, one.forced
    return {
        "person": asked.person,
        "date": scenario.horizon.date(asked.day).isoformat(),
        "holds": None if one.holds is None else one.holds.shift,
        "asked": _asked_json(asked),
        "staff": {}
        if account is None
        else {reason: list(account.of(reason)) for reason in REASONS if account.of(reason)},
        "ways": [
            {
                "text": change_text(way, scenario, language),
                "prices": {str(level): price for level, price in way.prices.items()},
                "uncovered": way.uncovered,
            }
            for way in one.ways
        ],
        "breaches": breaches_json(one.breaches, scenario, language),
        "forced": None
        if forced is None
        else {
            "prices": {str(level): price for level, price in forced.prices.items()},
            "uncovered": forced.uncovered,
            "changes": forced.changes,
            "proven": forced.grant is not None and forced.grant.proven,
            "broken": breaches_json(forced.broken, scenario, language),
        },
    }


def _asked_json(asked: Wish) -> str | list[str]:
    """Return the shifts asked for; "work" for any, "rest" for none, "other" for none of some."""
    if not asked.on:
        return "rest" if asked.shifts is None else "other"
    return "work" if asked.shifts is None else sorted(asked.shifts.codes) or [asked.shifts.text]


def question_text(one: Why, language: str) -> str:
    """Return what is explained: who holds what on which day."""
    person = one.scenario.person[one.asked.person]
    return say(
        language,
        "explain-question",
        person=person.name or person.id,
        date=date_text(one.scenario.horizon.date(one.asked.day), language),
        holds=say(language, "explain-rest") if one.holds is None else one.holds.shift,
        asked=_asked_text(one.asked, language),
    )


def _asked_text(asked: Wish, language: str) -> str:
    if asked.shifts is None:
        return say(language, "explain-work" if asked.on else "explain-rest")
    codes = asked.shifts.text or ", ".join(sorted(asked.shifts.codes))
    return codes if asked.on else say(language, "explain-other", codes=codes)
