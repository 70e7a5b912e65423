"""Summary: can this be published, and what should be looked at first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotaplan.domain.report import Violation
from rotaplan.result import LevelOutcome
from rotaplan.text import decimal
from rotaplan.write.comparison import plan_name
from rotaplan.write.sentences import (
    date_text,
    duration,
    heading,
    row_text,
    told_of,
)
from rotaplan.write.xlsx.alerts import alert_row, level_name, severity_of, where
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.colours import SOFT, STRICT

_WIDTHS = (34, 20, 16, 16, 16, 34)
_TOP_PROBLEMS, _TOP_POSTS = 5, 10
_GOOD = "#375623"
_SEVERITIES = ("strict", "derogated", "soft")


def write_summary(book: Book) -> None:
    """Write the sheet; without a schedule it holds the verdict and the levels alone."""
    sheet = book.sheet("summary")
    sheet.fit_to_pages(1, 1)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, book.title, book.heading)
    text, colour = verdict(book)
    last = len(_WIDTHS) - 1
    style = book.style(bold=True, font_size=11, font_color=colour, text_wrap=True)
    sheet.merge_range(1, 0, 1, last, text, style)
    sheet.set_row(1, 32)
    row = 3
    if book.result.schedule is not None:
        row = _write_figures(book, sheet, row)
        row = _write_problems(book, sheet, row + 1)
        row = _write_unfilled(book, sheet, row + 1)
        row = _write_rules(book, sheet, row + 1)
        row = _write_spreads(book, sheet, row + 1)
    _write_levels(book, sheet, row + 1)


def verdict(book: Book) -> tuple[str, str]:
    """Return whether the roster can be published, in one sentence, and its colour."""
    result = book.result
    if result.schedule is None or result.report is None:
        return book.say(f"verdict-{result.status}"), STRICT
    broken = len(result.report.broken)
    if broken:
        return book.say("verdict-broken", count=broken), STRICT
    text, colour = _fit_verdict(book)
    derogated, unknown = len(result.report.derogated), len(book.unverifiable)
    if derogated:
        text, colour = book.say("verdict-derogated", verdict=text, count=derogated), SOFT
    if unknown:
        text, colour = book.say("verdict-unverifiable", verdict=text, count=unknown), SOFT
    return text, colour


def _fit_verdict(book: Book) -> tuple[str, str]:
    """Return the verdict on a roster that breaks no rule, as far as is known."""
    missing = book.figures.missing
    if missing:
        return book.say("verdict-missing", count=missing, coverage=_percent(book)), SOFT
    key = "verdict-proven" if book.result.status == "optimal" else "verdict-complete"
    return book.say(key), _GOOD


def _percent(book: Book) -> str:
    """Return the coverage in percent, with the decimal sign of the language."""
    return decimal(book.language, book.figures.coverage * 100)


def _section(book: Book, sheet: Any, row: int, key: str) -> None:
    """Write the title of a block."""
    sheet.write_string(row, 0, book.say(key), book.style(bold=True, font_size=10))


def _write_figures(book: Book, sheet: Any, row: int) -> int:
    """Write the key figures; return the first row below."""
    figures, report = book.figures, book.result.report
    wishes = [
        wish
        for wish in book.scenario.wishes
        if 0 <= wish.day < book.horizon.days and wish.person in book.scenario.person
    ]
    granted = sum(figures.is_granted(wish) for wish in wishes)
    known = [tally for tally in figures.tallies if tally.target_minutes is not None]
    balance = sum(tally.acquired["hours"] for tally in known)
    strict = len(report.broken) if report else 0
    soft = len(report.soft) if report else 0
    derogated = len(report.derogated) if report else 0
    none = book.say("none")
    pairs: tuple[tuple[str, str], ...] = (
        ("coverage", f"{_percent(book)} %"),
        ("missing-posts", book.say("of", part=figures.missing, whole=figures.demanded)),
        ("strict-breaches", str(strict)),
        ("derogated-breaches", str(derogated)),
        ("unverifiable-checks", str(len(book.unverifiable))),
        ("soft-breaches", book.say("soft-cost", count=soft, price=report.cost if report else 0)),
        ("wishes-granted", book.say("of", part=granted, whole=len(wishes)) if wishes else none),
        ("hours-balance", duration(balance) if known else none),
        ("time-used", book.say("seconds", seconds=round(book.result.seconds))),
    )
    pairs += _replan_pairs(book)
    for line, (key, text) in enumerate(pairs, start=row):
        sheet.write_string(line, 0, book.say(key), book.cell)
        sheet.write_string(line, 1, text, book.style(border=1, border_color="#BFBFBF", bold=True))
    return row + len(pairs)


def _replan_pairs(book: Book) -> tuple[tuple[str, str], ...]:
    """Return what a re-plan changes, in short; nothing of a new roster."""
    if book.replan is None:
        return ()
    plan = book.replan.plan
    return (
        ("replan-plan", plan_name(plan.name, book.language)),
        ("replan-cells", str(plan.figures.cells)),
        ("replan-told", str(plan.figures.told)),
    )


def _write_problems(book: Book, sheet: Any, row: int) -> int:
    """Write the gravest problems with links; return the first row below."""
    _section(book, sheet, row, "top-problems")
    if not book.violations:
        count = len(book.unverifiable)
        text = f"{book.say('unverifiable-checks')} : {count}" if count else book.say("no-alert")
        sheet.write_string(row + 1, 0, text, book.style())
        return row + 2
    last = len(_WIDTHS) - 1
    for index, one in _worst(book.violations):
        row += 1
        name = heading(one.rule, book.language)
        target = book.address(book.names["alerts"], alert_row(index), 0)
        sheet.write_url(row, 0, target, book.link, name)
        text = told_of(one, book.scenario, book.language, book.carried)
        sheet.merge_range(row, 1, row, last - 1, text, book.wrapped)
        place = where(book, one)
        if place:
            sheet.write_url(row, last, place, book.link, book.say("see"))
        sheet.set_row(row, 14.0 * (1 + len(text) // 85))
    return row + 1


def _worst(violations: Sequence[Violation]) -> list[tuple[int, Violation]]:
    """Return the first problems with their places, at most two of one rule row."""
    found: list[tuple[int, Violation]] = []
    seen: dict[str, int] = {}
    for index, one in enumerate(violations):
        seen[one.row] = seen.get(one.row, 0) + 1
        if seen[one.row] <= 2:
            found.append((index, one))
        if len(found) == _TOP_PROBLEMS:
            break
    return found


def _write_unfilled(book: Book, sheet: Any, row: int) -> int:
    """Write the posts that lack people, the most important first; return the first row below."""
    short = sorted(
        (post for post in book.figures.posts if post.missing),
        key=lambda post: (
            post.need.priority,
            len(post.held) >= post.need.minimum,
            -post.missing,
            post.need.day,
            post.need.shift,
            post.need.skill,
        ),
    )
    if not short:
        return row - 1
    _section(book, sheet, row, "unfilled-posts")
    book.headings(sheet, row + 1, ("date", "shift", "function", "held", "target", "go-to-cover"))
    for line, post in enumerate(short[:_TOP_POSTS], start=row + 2):
        need = post.need
        date = date_text(book.horizon.date(need.day), book.language)
        for column, text in enumerate((date, need.shift, need.skill)):
            sheet.write_string(line, column, text, book.cell)
        sheet.write_number(line, 3, len(post.held), book.number(align="left"))
        sheet.write_number(line, 4, post.wanted, book.number(align="left"))
        place = book.cover_row_of[need.day, need.shift, need.skill]
        target = book.address(book.names["cover"], place, 0)
        sheet.write_url(line, 5, target, book.link, book.say("see"))
    row += 1 + min(len(short), _TOP_POSTS)
    if len(short) > _TOP_POSTS:
        row += 1
        rest = book.say("and-more", count=len(short) - _TOP_POSTS)
        sheet.write_url(row, 0, book.address(book.names["cover"], 0, 0), book.link, rest)
    return row + 1


def _write_rules(book: Book, sheet: Any, row: int) -> int:
    """Write breaches by rule row; return the first row below."""
    found: dict[tuple[int, int, str, str], tuple[int, int]] = {}
    for one in book.violations:
        key = (_SEVERITIES.index(severity_of(one)), one.level, one.row, one.rule)
        count, cost = found.get(key, (0, 0))
        found[key] = (count + 1, cost + one.cost)
    if not found:
        return row - 1
    _section(book, sheet, row, "breaches-by-rule")
    book.headings(sheet, row + 1, ("rule", "row", "severity", "breaches", "price", "level"))
    for line, (key, (count, cost)) in enumerate(sorted(found.items()), start=row + 2):
        rank, level, written, rule = key
        severity = book.say(_SEVERITIES[rank])
        place = row_text(rule, written, book.language)
        for column, text in enumerate((heading(rule, book.language), place, severity)):
            sheet.write_string(line, column, text, book.wrapped)
        sheet.write_number(line, 3, count, book.number(align="left"))
        sheet.write_number(line, 4, cost, book.number(align="left"))
        sheet.write_string(line, 5, level_name(book, level), book.cell)
    return row + 2 + len(found)


def _write_spreads(book: Book, sheet: Any, row: int) -> int:
    """Write how evenly burdens are spread; return the first row below."""
    if not book.figures.spreads:
        return row - 1
    _section(book, sheet, row, "fairness")
    book.headings(sheet, row + 1, ("per-fte", "least", "mean", "most", "spread"))
    style = book.number("0.0", align="left")
    for line, one in enumerate(book.figures.spreads, start=row + 2):
        name = one.name.replace("_", "-")
        sheet.write_string(line, 0, book.say(f"spread-{name}"), book.cell)
        for column, value in enumerate((one.least, one.mean, one.most, one.most - one.least)):
            sheet.write_number(line, column + 1, round(value, 2), style)
    return row + 2 + len(book.figures.spreads)


def _write_levels(book: Book, sheet: Any, row: int) -> None:
    """Write how far each level of goals is from the best that is proven possible."""
    if not book.result.levels:
        return
    _section(book, sheet, row, "distance")
    book.headings(sheet, row + 1, ("level", "price"))
    last = len(_WIDTHS) - 1
    sheet.merge_range(row + 1, 2, row + 1, last, book.say("distance-words"), book.column_heading)
    for line, one in enumerate(book.result.levels, start=row + 2):
        sheet.write_string(line, 0, f"{one.level} · {level_name(book, one.level)}", book.cell)
        sheet.write_number(line, 1, one.cost, book.number(align="left"))
        sheet.merge_range(line, 2, line, last, distance(book, one), book.cell)


def distance(book: Book, level: LevelOutcome) -> str:
    """Return in words how much better a level could still become."""
    gap = level.cost - level.bound
    if gap <= 0:
        return book.say("gap-none")
    if level.bound <= 0:
        return book.say("gap-open", gap=gap)
    return book.say("gap-some", gap=gap, percent=-(-gap * 100 // level.cost))
