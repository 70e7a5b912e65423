"""Sums that cannot come out, in words: what is asked for, what there is, and the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.explanation.arithmetic import Shortage
from rotaplan.text import say
from rotaplan.write.reasons import people_text
from rotaplan.write.sentences import dates_text, heading, quantity, row_text

_CELLS = 5


def shortage_lines(
    found: Sequence[Shortage], scenario: Scenario, language: str, most: int | None = None
) -> list[str]:
    """Return sums in words; with ``most``, the first few of them and how many more there are."""
    lines = [shortage_text(one, scenario, language) for one in found[:most]]
    if len(found) > len(lines):
        lines.append(say(language, "cli-and-more", count=len(found) - len(lines)))
    return lines


def shortage_text(one: Shortage, scenario: Scenario, language: str) -> str:
    """Return one sum as a planner would do it."""
    limit = one.rules[-1 if one.kind == "worth" else 0].key

    def told(amount: int) -> str:
        return str(amount) if one.kind in ("day", "posts") else quantity(limit, amount)

    return say(
        language,
        f"explain-short-{one.kind}",
        dates=dates_text(one.days, scenario, language),
        posts=_posts(one),
        needed=told(one.needed),
        plural=one.needed,
        available=told(one.available),
        missing=told(one.missing),
        count=len(one.people),
        people=people_text(one.people, scenario, language),
        absent=one.absent,
        rule=heading(limit, language),
        where=_where(one, language),
    )


def _posts(one: Shortage) -> str:
    names = [f"{shift} {skill}".strip() for shift, skill in one.posts]
    return ", ".join(names[:_CELLS]) + ("…" if len(names) > _CELLS else "")


def _where(one: Shortage, language: str) -> str:
    """Return the rows that ask and limit: lines of needs, then rules."""
    cells = [str(cell) for cell in one.cells]
    more = len(cells) - _CELLS
    rows = dict.fromkeys(row_text(rule.key, rule.row or rule.key, language) for rule in one.rules)
    return ", ".join([*cells[:_CELLS], *([f"+ {more}"] if more > 0 else []), *rows])


def shortages_json(
    found: Sequence[Shortage], scenario: Scenario, language: str
) -> list[dict[str, Any]]:
    """Return sums in the stable JSON form; amounts of rules on time are minutes."""
    return [
        {
            "kind": one.kind,
            "dates": [scenario.horizon.date(day).isoformat() for day in one.days],
            "needed": one.needed,
            "available": one.available,
            "posts": [{"shift": shift, "skill": skill or None} for shift, skill in one.posts],
            "people": list(one.people),
            "rows": [rule.row or rule.key for rule in one.rules],
            "cells": [str(cell) for cell in one.cells],
            "text": shortage_text(one, scenario, language),
        }
        for one in found
    ]
