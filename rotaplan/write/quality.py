"""How good a roster is, in words: the same in the terminal, the workbook and the JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from rotaplan.explanation.quality import LevelQuality, RowShare
from rotaplan.rules.base import LEVELS
from rotaplan.text import say
from rotaplan.write.sentences import heading, row_text

_TOLD = 3
"""Rows of each level that are written out; the rest is told as one sum."""


def quality_lines(found: Iterable[LevelQuality], language: str) -> list[str]:
    """Return at most three lines: what is proven, what is open, and which rows pay most."""
    paying = [one for one in found if one.cost]
    kinds = [_kind(one) for one in paying]
    bounded = [
        level_text(one, language) for one, kind in zip(paying, kinds, strict=True) if kind != "open"
    ]
    unknown = [
        f"{level_name(one, language)} {one.cost}"
        for one, kind in zip(paying, kinds, strict=True)
        if kind == "open"
    ]
    rows = [_dearest(one, language) for one in paying if len(one.rows) > 1]
    told = (("bounded", bounded), ("unknown", unknown), ("rows", rows))
    return [
        say(language, f"quality-line-{key}", what=" ; ".join(texts)) for key, texts in told if texts
    ]


def _dearest(one: LevelQuality, language: str) -> str:
    """Return the row that pays most of a level, in short."""
    first = one.rows[0]
    return say(
        language,
        "quality-dearest",
        level=level_name(one, language),
        name=_name(first, language),
        row=row_text(first.rule.key, first.rule.row or first.rule.key, language),
        percent=_percent(first),
    )


def level_name(one: LevelQuality, language: str) -> str:
    """Return the name of a level."""
    return say(language, f"level-{LEVELS[one.level]}")


def level_text(one: LevelQuality, language: str) -> str:
    """Return how far a level is from the best that is proven, in posts where that is known."""
    return say(
        language,
        f"quality-{_kind(one)}",
        name=level_name(one, language),
        cost=str(one.cost),
        posts=one.posts,
        better=0 if one.posts_to_gain is None else one.posts_to_gain,
        percent=math.ceil(100 * one.gain),
    )


def _kind(one: LevelQuality) -> str:
    """Return which sentence fits a level."""
    if one.cost == 0:
        return "nothing"
    if one.proven:
        return "posts-proven" if one.posts else "proven"
    if one.posts and one.posts_to_gain is not None:
        return "posts" if one.posts_to_gain < one.posts else "posts-open"
    return "share" if one.bound > 0 else "open"


def shares_of(one: LevelQuality) -> tuple[RowShare, ...]:
    """Return the rows of a level that are worth a line of their own, the dearest first."""
    return one.rows[:_TOLD]


def share_text(one: RowShare, language: str) -> str:
    """Return what a row pays of its level."""
    return say(
        language,
        "quality-share-of",
        name=_name(one, language),
        row=row_text(one.rule.key, one.rule.row or one.rule.key, language),
        percent=_percent(one),
        count=one.count,
        cost=str(one.cost),
    )


def rest_text(one: LevelQuality, language: str) -> str:
    """Return what the other rows of a level pay together; empty where there are none."""
    rest = one.rows[_TOLD:]
    if not rest:
        return ""
    cost = str(sum(each.cost for each in rest))
    return say(language, "quality-rest", rows=len(rest), cost=cost)


def _name(one: RowShare, language: str) -> str:
    return heading(one.rule.key, language)


def _percent(one: RowShare) -> int:
    return round(100 * one.share)


def quality_json(found: Iterable[LevelQuality], language: str) -> list[dict[str, Any]]:
    """Return how good a roster is in the stable JSON form, each level as ``text`` too.

    ``missing`` counts people; ``missing_to_gain`` is null where nothing is known of it; ``share``
    is 0 to 1.
    """
    return [
        {
            "level": one.level,
            "cost": one.cost,
            "bound": one.bound,
            "proven": one.proven,
            "missing": one.posts,
            "missing_to_gain": one.posts_to_gain,
            "text": level_text(one, language),
            "rows": [
                {
                    "rule": each.rule.key,
                    "row": each.rule.row or each.rule.key,
                    "count": each.count,
                    "cost": each.cost,
                    "share": round(each.share, 4),
                }
                for each in one.rows
            ],
        }
        for one in found
    ]
