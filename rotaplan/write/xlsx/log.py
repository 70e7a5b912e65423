"""Log: from what, with what and how the answer was made."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from rotaplan.domain.scenario import Rule
from rotaplan.rules.base import RuleBase, params_of
from rotaplan.write.sentences import duration, heading, row_text
from rotaplan.write.xlsx.alerts import level_name
from rotaplan.write.xlsx.book import Book

Row = tuple[str, object]


def write_log(book: Book, fingerprint: str, source_name: str) -> None:
    """Write the sheet.

    Parameters
    ----------
    fingerprint
        SHA-256 of the input file; empty where there was none.
    source_name
        Name of the input file, without its folder.
    """
    sheet = book.sheet("log")
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 64)
    sheet.set_column(2, 6, 16)
    sheet.write_string(0, 0, book.title, book.heading)
    row = _write_pairs(book, sheet, 2, "log-run", _run(book, fingerprint, source_name))
    versions = sorted(book.result.versions.items())
    row = _write_pairs(book, sheet, row + 1, "log-versions", list(versions))
    row = _write_levels(book, sheet, row + 1)
    _write_rules(book, sheet, row + 1)


def _run(book: Book, fingerprint: str, source_name: str) -> list[Row]:
    """Return how the answer was made."""
    result, scenario = book.result, book.scenario
    return [
        (book.say("log-input"), source_name),
        ("SHA-256", fingerprint),
        (book.say("log-status"), book.say(f"status-{result.status}")),
        (book.say("log-start"), scenario.horizon.date(0).isoformat()),
        (book.say("log-days"), scenario.horizon.days),
        (book.say("log-zone"), scenario.horizon.zone),
        (
            book.say("log-holidays"),
            " ".join(filter(None, (scenario.country, scenario.subdivision, scenario.school_zone))),
        ),
        (book.say("log-history"), scenario.horizon.history_days),
        (book.say("log-seed"), result.seed),
        (book.say("log-workers"), result.workers),
        (book.say("log-strategy"), _strategy(book)),
        *_barrier(book),
        (book.say("log-limit"), result.time_limit_seconds),
        (book.say("log-seconds"), round(result.seconds, 1)),
        (
            book.say("log-first"),
            None if result.first_seconds is None else round(result.first_seconds, 1),
        ),
        (book.say("log-objective"), result.objective),
        (book.say("log-bound"), result.bound),
    ]


def _strategy(book: Book) -> str | None:
    """Return how the first worker went about it."""
    used = book.result.strategy
    return None if used is None else book.say(f"strategy-{used}")


def _barrier(book: Book) -> list[Row]:
    """Return why no rosters of one person were put together, where that would have been tried."""
    barrier = book.result.barrier
    if barrier is None:
        return []
    keys = dict.fromkeys(book.scenario.rules[index].key for index in barrier.rules)
    named = ", ".join(heading(key, book.language) for key in keys)
    return [
        (book.say("log-without-columns"), named or book.say(f"strategy-without-{barrier.reason}"))
    ]


def _write_pairs(book: Book, sheet: Any, row: int, key: str, pairs: list[Row]) -> int:
    """Write a block of names and values; return the first row below."""
    sheet.write_string(row, 0, book.say(key), book.style(bold=True, font_size=10))
    for line, (name, value) in enumerate(pairs, start=row + 1):
        sheet.write_string(line, 0, name, book.cell)
        if isinstance(value, (int, float)):
            sheet.write_number(line, 1, value, book.number("General", align="left"))
        else:
            text = book.say("none") if value is None else str(value)
            sheet.write_string(line, 1, text, book.cell)
    return row + len(pairs) + 1


def _write_levels(book: Book, sheet: Any, row: int) -> int:
    """Write price and bound of each level; return the first row below."""
    if not book.result.levels:
        return row
    sheet.write_string(row, 0, book.say("log-levels"), book.style(bold=True, font_size=10))
    book.headings(sheet, row + 1, ("level", "price", "bound"))
    row += 2
    for one in book.result.levels:
        sheet.write_string(row, 0, f"{one.level} · {level_name(book, one.level)}", book.cell)
        sheet.write_number(row, 1, one.cost, book.number(align="left"))
        sheet.write_number(row, 2, one.bound, book.number(align="left"))
        row += 1
    return row


def _write_rules(book: Book, sheet: Any, row: int) -> None:
    """Write the rules in force, with their parameters and what each of them cost."""
    sheet.write_string(row, 0, book.say("log-rules"), book.style(bold=True, font_size=10))
    keys = ("rule", "parameters", "row", "status", "level", "weight", "price")
    book.headings(sheet, row + 1, keys)
    costs = book.result.report.cost_by_row if book.result.report else {}
    for line, rule in enumerate(book.scenario.rules, start=row + 2):
        texts = (
            heading(rule.key, book.language),
            parameters(rule),
            row_text(rule.key, rule.row, book.language),
            book.say("strict" if rule.must else "soft"),
            "" if rule.must else level_name(book, rule.level),
        )
        for column, text in enumerate(texts):
            sheet.write_string(line, column, text, book.wrapped)
        for column, number in enumerate((rule.weight, costs.get(rule.row, 0)), start=5):
            if rule.must:
                sheet.write_blank(line, column, None, book.cell)
            else:
                sheet.write_number(line, column, number, book.number(align="left"))


def parameters(rule: Rule) -> str:
    """Return the parameters and the scope of a rule, as ``name=value`` pairs."""
    if not isinstance(rule, RuleBase):
        return ""
    kinds = params_of(type(rule))
    parts = []
    for one in fields(rule):
        value = getattr(rule, one.name)
        if one.name in ("who", "shifts", "when") and not value.every:
            parts.append(f"{one.name}={value.text or '...'}")
        if one.name in kinds and value is not None:
            timed = kinds[one.name].kind == "duration" and isinstance(value, int)
            parts.append(f"{one.name}={duration(value) if timed else _plain(value)}")
    return "; ".join(parts)


def _plain(value: object) -> str:
    """Return a parameter as text: a choice of shifts as it was written."""
    text = getattr(value, "text", None)
    return str(value) if text is None else str(text)
