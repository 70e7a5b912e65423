"""Legal packs as rows of the sheet of rules, with their citations, in either language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from rotaplan.packs import Article, Pack, PackRow, Written
from rotaplan.rules.base import Param, all_rules, params_of
from rotaplan.sheets.headings import word
from rotaplan.sheets.parse.rules import heading_of, param_heading
from rotaplan.text import say

Row = Mapping[str, object]


def rule_rows(pack: Pack, language: str) -> Iterator[Row]:
    """Yield the rows of a pack by column of the sheet of rules."""
    for row in pack.rows:
        declared = params_of(all_rules()[row.rule])
        yield {
            "rule": heading_of(row.rule, language),
            "who": _who(pack, row, language),
            "shifts": _shifts(row, language),
            "min": _cell(row.min, "min", declared, language),
            "max": _cell(row.max, "max", declared, language),
            "window": _cell(row.window, "window", declared, language),
            "value": "; ".join(
                f"{param_heading(name, language)}={_word(value, declared[name], language)}"
                for name, value in row.value.items()
            ),
            "state": word("rule_state", "strict" if row.active else "off", language),
            "reference": citation(pack, row, language),
            "note": _note(row, language),
        }


def citation(pack: Pack, article: Article, language: str) -> str:
    """Return how an article is cited: identifier, text, place in it, and what is unverified."""
    details = [article.text or pack.text, article.article]
    if article.status in ("secondary", "unverified"):
        details.append(say(language, f"pack-status-{article.status}"))
    if not article.article_verified:
        details.append(say(language, "pack-article-unverified"))
    given = ", ".join(filter(None, details))
    return say(language, "pack-citation", id=article.id, details=given) if given else article.id


def label(article: Article, language: str) -> str:
    """Return what an article asks for."""
    return say(language, f"pack-{article.id.lower()}")


def title(pack: Pack, language: str) -> str:
    """Return the field to which a pack belongs."""
    return say(language, f"pack-title-{pack.name}")


def reference(packs: tuple[Pack, ...], language: str) -> Iterator[str]:
    """Yield the lines of the reference on packs, as Markdown."""
    yield f"## {say(language, 'pack-reference-title')}"
    yield ""
    yield say(language, "pack-reference-intro")
    for pack in packs:
        yield ""
        yield f"### `{pack.name}` · {title(pack, language)}"
        yield ""
        heads = say(language, "pack-reference-rows")
        yield heads
        yield "|" + " --- |" * (heads.count("|") - 1)
        for row, article in zip(rule_rows(pack, language), pack.rows, strict=True):
            limits = [_plain(row[name]) for name in ("min", "max", "window", "value")]
            cells = (
                citation(pack, article, language),
                str(row["rule"]),
                ", ".join(filter(None, limits)),
                _note(article, language),
            )
            yield "| " + " | ".join(cells) + " |"
        if pack.not_expressed:
            yield ""
            yield say(language, "pack-reference-missing")
            yield ""
        for one in pack.not_expressed:
            yield f"- {citation(pack, one, language)}: {label(one, language)}."


def _who(pack: Pack, row: PackRow, language: str) -> str | None:
    if not pack.regime or "who" not in all_rules()[row.rule].scope:
        return None
    return f"{word('prefix', 'regime', language)}:{pack.regime}"


def _shifts(row: PackRow, language: str) -> str | None:
    """Return the kinds of shifts meant, or left out, as a planner writes them."""
    named = [word("family", one, language) for one in row.shifts.get("families", ())]
    left_out = [word("family", one, language) for one in row.shifts.get("except", ())]
    parts = [", ".join(named)]
    if left_out:
        parts.append(f"{word('without', 'without', language)} {', '.join(left_out)}")
    return " ".join(filter(None, parts)) or None


def _cell(
    value: Written | None, column: str, declared: Mapping[str, Param], language: str
) -> object:
    """Return a cell: durations as such, periods in words, numbers as they are."""
    if value is None or isinstance(value, int):
        return value
    kind = next(param.kind for param in declared.values() if param.column == column)
    if kind == "duration":
        hours, _, minutes = value.partition(":")
        return dt.timedelta(hours=int(hours), minutes=int(minutes))
    return word("period", value, language) if kind == "period" else value


def _word(value: Written | bool, param: Param, language: str) -> str:
    """Return the value of a named parameter as a planner writes it."""
    if isinstance(value, bool):
        return word("flag", "yes" if value else "no", language)
    return word("period", str(value), language) if param.kind == "period" else str(value)


def _note(row: PackRow, language: str) -> str:
    """Return what a row asks for, and which derogations its text allows."""
    if not row.derogations:
        return label(row, language)
    kinds = tuple(
        say(language, f"pack-kind-{kind.lower().replace('_', '-')}") for kind in row.derogations
    )
    key = "pack-derogation"
    if row.derogated:
        key = "pack-derogation-to" if row.derogated_verified else "pack-derogation-to-unverified"
        told = say(language, key, kinds=kinds, limit=row.derogated)
    else:
        told = say(language, key, kinds=kinds)
    return say(language, "pack-note", label=label(row, language), derogation=told)


def _plain(value: object) -> str:
    """Return a cell in the reference."""
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return "" if value is None else str(value)
