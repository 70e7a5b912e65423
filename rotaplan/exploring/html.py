"""How questions and answers look in a notebook; every text from a workbook is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario
from rotaplan.exploring.indicators import indicators, named, shown
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.sentences import date_text, heading
from rotaplan.write.xlsx.colours import (
    GRID,
    HEADER,
    HOLIDAY_BAND,
    HOLIDAY_HEADER,
    WEEKEND_BAND,
    WEEKEND_HEADER,
    absence_fill,
    fill_of,
    shown_absence,
    text_on,
)

_PEOPLE, _DAYS, _CELLS = 30, 31, 20
"""Most rows and columns of a roster, and changed cells, that are shown."""
_RULES = 12
_BRIEF = ("coverage", "open_posts", "broken", "hours_spread", "night_spread", "wishes_granted")
_CELL = f"border:1px solid {GRID};padding:2px 5px;text-align:center"


def of_scenario(scenario: Scenario, *, published: bool = False) -> str:
    """Return a question in brief: when, who, what is asked, which rules."""
    language, horizon = scenario.language, scenario.horizon
    last = horizon.date(horizon.days - 1)
    rows = [
        (
            say(language, "explore-days"),
            say(
                language,
                "explore-span",
                first=_long(horizon.start, language),
                last=_long(last, language),
                count=horizon.days,
            ),
        ),
        (say(language, "explore-people"), str(len(scenario.people))),
        (say(language, "explore-shifts"), ", ".join(_worked(scenario))),
        (say(language, "explore-asked"), str(_asked(scenario))),
        (say(language, "explore-absences"), str(len(scenario.absences))),
        (say(language, "explore-wishes"), str(len(scenario.wishes))),
        (say(language, "explore-rules"), _rules(scenario)),
    ]
    if published:
        rows.append((say(language, "explore-published"), say(language, "explore-yes")))
    title = f"<b>{escape(scenario.title)}</b>" if scenario.title else ""
    return title + table([], rows)


def _worked(scenario: Scenario) -> list[str]:
    codes = [shift.code for shift in scenario.shifts if shift.works]
    more = [f"… ({len(codes)})"] if len(codes) > _RULES else []
    return codes[:_RULES] + more


def _asked(scenario: Scenario) -> int:
    return sum(
        max(need.minimum, need.target)
        for day in scenario.horizon.planned
        for need in scenario.needs[day]
    )


def _rules(scenario: Scenario) -> str:
    names = list(dict.fromkeys(heading(one.key, scenario.language) for one in scenario.rules))
    more = [f"… ({len(names)})"] if len(names) > _RULES else []
    return ", ".join(names[:_RULES] + more)


def of_result(result: Result) -> str:
    """Return an answer: what is proven, what it amounts to, its levels and its roster."""
    language = result.scenario.language
    status = say(language, f"out-status-{result.status}")
    parts = [f"<p><b>{escape(say(language, 'out-status'))}</b> : {escape(status)}</p>"]
    figures = dict(indicators(result))
    if figures:
        brief = [(named(key, language), shown(key, figures[key], language)) for key in _BRIEF]
        parts.append(table([], brief))
    if any(one.cost or one.bound for one in result.levels):
        parts.append(_levels(result))
    if result.schedule is not None:
        parts.append(roster(result))
    return "".join(parts)


def _levels(result: Result) -> str:
    language = result.scenario.language
    heads = [say(language, f"explore-{one}") for one in ("level-head", "price", "bound")]
    rows = [
        (say(language, f"out-level-{one.level}"), str(one.cost), str(one.bound))
        for one in result.levels
    ]
    return table(heads, rows)


def roster(result: Result) -> str:
    """Return the roster in the colours of the workbook, its first rows and days."""
    scenario, language = result.scenario, result.scenario.language
    days = list(scenario.horizon.planned)[:_DAYS]
    people = scenario.people[:_PEOPLE]
    heads = [_cell("", HEADER), *(_day_head(scenario, day) for day in days)]
    rows = [_row(heads)]
    rows += [_row(_person_cells(result, person, days)) for person in people]
    left = len(scenario.people) - len(people), scenario.horizon.days - len(days)
    more = (
        f"<p>{escape(say(language, 'explore-more', people=left[0], days=left[1]))}</p>"
        if any(left)
        else ""
    )
    return _framed(rows) + more


def _day_head(scenario: Scenario, day: int) -> str:
    when = scenario.horizon.date(day)
    weekday = date_text(when, scenario.language)[:1].upper()
    return _cell(f"{weekday} {when.day}", _band(scenario, day, head=True))


def _band(scenario: Scenario, day: int, *, head: bool = False) -> str:
    when = scenario.horizon.date(day)
    if scenario.calendar.is_holiday(when):
        return HOLIDAY_HEADER if head else HOLIDAY_BAND
    if when.weekday() >= 5:
        return WEEKEND_HEADER if head else WEEKEND_BAND
    return HEADER if head else ""


def _person_cells(result: Result, person: Person, days: Iterable[int]) -> Iterator[str]:
    yield _cell(person.name or person.id, HEADER, align="left")
    for day in days:
        code, fill = code_and_fill(result, person.id, day)
        yield _cell(code, fill or _band(result.scenario, day))


def code_and_fill(result: Result, person: str, day: int) -> tuple[str, str]:
    """Return what stands in a cell, and its colour; an absence shows no private reason."""
    scenario, schedule = result.scenario, result.schedule
    assert schedule is not None
    code = schedule.code(person, day)
    if code:
        return code, fill_of(scenario.shift[code])
    for absence in scenario.absent.get((person, day), ()):
        shown_code = shown_absence(scenario, absence.code)
        return shown_code, absence_fill(scenario, absence.code)
    return "", ""


def of_comparison(
    names: tuple[str, str],
    rows: Sequence[tuple[str, object, object, object]],
    changed: Sequence[tuple[str, str, dt.date, str, str]],
    language: str,
) -> str:
    """Return two rosters side by side: indicators that are not both empty, then changed cells."""
    told = [
        (named(key, language), *(shown(key, value, language) for value in (one, two, gap)))
        for key, one, two, gap in rows
        if (one, two) not in ((None, None), (0, 0))
    ]
    parts = [table(["", *names, say(language, "explore-difference")], told)]
    parts.append(f"<p>{escape(say(language, 'explore-changed', count=len(changed)))}</p>")
    if changed:
        heads = [say(language, "explore-person"), say(language, "explore-date"), *names]
        cells = [
            (name, date_text(when, language), before or "–", after or "–")
            for _, name, when, before, after in changed[:_CELLS]
        ]
        parts.append(table(heads, cells))
    if len(changed) > _CELLS:
        parts.append(f"<p>{escape(say(language, 'out-and-more', count=len(changed) - _CELLS))}</p>")
    return "".join(parts)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a plain table; its first column is the label of each row."""
    lines = [_row(_cell(head, HEADER) for head in heads)] if heads else []
    for label, *values in rows:
        lines.append(_row([_cell(label, HEADER, align="left"), *map(_cell, values)]))
    return _framed(lines)


def _framed(rows: Iterable[str]) -> str:
    style = "border-collapse:collapse;font-size:90%;margin:4px 0"
    return f'<table style="{style}">{"".join(rows)}</table>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, fill: str = "", align: str = "center") -> str:
    style = _CELL if align == "center" else _CELL.replace("center", align)
    if fill:
        style += f";background:{fill};color:{text_on(fill)}"
    return f'<td style="{escape(style)}">{escape(text)}</td>'


def _long(when: dt.date, language: str) -> str:
    return f"{date_text(when, language)} {when.year}"
