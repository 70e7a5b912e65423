"""What a re-plan changes, cell by cell, and below it what was announced before.

The sheet is read back by the next re-plan: what people have been told already must be known then,
also where a schedule that is no re-plan was written in between.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rotaplan.domain.published import Change, Post, Published
from rotaplan.domain.time import local_time
from rotaplan.replanning import Modification
from rotaplan.text import LANGUAGES, say
from rotaplan.write.sentences import duration
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.carried import InputSheet, Value, changes_sheet, fold, write_value

COLUMNS: Mapping[str, float] = {
    "person": 11,
    "name": 17,
    "date": 15,
    "before": 13,
    "before_skill": 10,
    "after": 13,
    "after_skill": 10,
    "sign_on": 9,
    "place": 8,
    "kind": 17,
    "notice": 15,
    "reason": 14,
    "consent": 13,
    "announced": 15,
}
"""Names of the columns, in order, and their widths."""
_HEAD = 3
_CENTRED = frozenset({"before", "after", "sign_on"})
_EARLIER: Mapping[str, object] = {"italic": True, "font_color": "#595959"}
_BOX: Mapping[str, object] = {"border": 1, "border_color": "#BFBFBF"}
Row = Mapping[str, Value]


def write_changes(book: Book, source: InputSheet | None) -> None:
    """Write the sheet; ``source`` is the input's sheet of changes announced before."""
    made = book.of_replan.plan.modifications
    people = len({one.person for one in made})
    note = book.say("changes-note", cells=len(made), people=people)
    rows = [_row(book, one) for one in made]
    _write_table(book, note, rows, tuple(announced_before(book, source)))


def write_announced(book: Book, source: InputSheet) -> None:
    """Write what was announced before a schedule that is no re-plan, row by row as it stands.

    ``source`` is the input's sheet of changes; see :func:`announced_sheet`.
    """
    rows = tuple(_filled(source))
    _write_table(book, book.say("changes-before", cells=len(rows)), (), rows)


def has_rows(source: InputSheet) -> bool:
    """Whether anything was announced: a re-plan that changes no cell writes the headings alone."""
    return any(_filled(source))


def _filled(source: InputSheet) -> Iterator[Row]:
    return (row for row in _rows(source) if any(row.values()))


def announced_sheet(sheets: Iterable[InputSheet]) -> InputSheet | None:
    """Return the input's sheet of changes if it can be written anew without losing anything.

    None where there is none, or where a planner has columns or remarks of their own on it.
    """
    source = changes_sheet(sheets)
    return source if source is not None and _is_ours(source) else None


def _is_ours(source: InputSheet) -> bool:
    """Whether a sheet holds our columns and no other, and each filled row below has a date."""
    head = next(filter(_is_head, source.rows), ())
    filled = {at for at, value in enumerate(head) if value not in (None, "")}
    columns = _columns(head)
    if filled != set(columns) or sorted(columns.values()) != sorted(COLUMNS):
        return False
    below = source.rows[source.rows.index(head) + 1 :]
    beside = any(v not in (None, "") for row in below for v in row[max(filled) + 1 :])
    undated = any(_date(row["date"]) is None for row in _filled(source))
    return not beside and not undated


def _write_table(book: Book, note: str, made: Iterable[Row], earlier: Iterable[Row]) -> None:
    """Write the sheet: a title, a line under it, and the rows; those of before stand back."""
    sheet = book.sheet("changes")
    sheet.write_string(0, 0, book.title, book.heading)
    sheet.write_string(1, 0, note, book.style())
    book.headings(sheet, _HEAD, map(heading_key, COLUMNS))
    for column, width in enumerate(COLUMNS.values()):
        sheet.set_column(column, column, width)
    row = _HEAD + 1
    for look, rows in (({}, made), (_EARLIER, earlier)):
        for values in rows:
            _write_row(book, sheet, row, values, look)
            row += 1
    sheet.autofilter(_HEAD, 0, max(row - 1, _HEAD + 1), len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.repeat_rows(_HEAD)


def _write_row(book: Book, sheet: Any, row: int, values: Row, look: Mapping[str, object]) -> None:
    for column, name in enumerate(COLUMNS):
        form: dict[str, object] = {"align": "center" if name in _CENTRED else "left"}
        if name == "date":
            form["num_format"] = book.dated
        write_value(book, sheet, row, column, values.get(name), {**_BOX, **form, **look})


def _row(book: Book, one: Modification) -> Row:
    """Return what a change says in each column."""
    scenario, when = book.scenario, book.horizon.date(one.day)
    return {
        "person": one.person,
        "name": book.person_name(one.person),
        "date": when,
        "before": shown(book, one.before, one.kind),
        "before_skill": one.before.skill if one.before else "",
        "after": shown(book, one.after, one.kind),
        "after_skill": one.after.skill if one.after else "",
        "sign_on": None if one.after is None else sign_on(book, one.after, one.day).time(),
        "place": scenario.shift[one.after.shift].site if one.after else "",
        "kind": book.say(f"change-kind-{one.kind.value.replace('_', '-')}"),
        "notice": notice_text(book, one),
        "reason": book.say(f"change-reason-{one.reason}"),
        "consent": book.say(f"change-consent-{one.consent}"),
        "announced": announced(book, book.of_replan.found.published.now),
    }


def shown(book: Book, post: Post | None, kind: Change) -> str:
    """Return what stands in a cell; nobody who is away, or whose duty is lost, has a day off."""
    if post is not None:
        return post.shift
    return "" if kind in (Change.ABSENT, Change.FREED) else book.say("rest")


def sign_on(book: Book, post: Post, day: int) -> dt.datetime:
    """Return when a duty begins, by the wall clock."""
    start = book.horizon.instant(day, book.scenario.shift[post.shift].start)
    return announced(book, start)


def announced(book: Book, instant: int) -> dt.datetime:
    """Return an instant by the wall clock, as a file holds it."""
    return local_time(instant, book.horizon.zone).replace(tzinfo=None)


def notice_text(book: Book, one: Modification) -> str:
    """Return how early somebody learns of a change, and the class of that."""
    name = book.say(f"notice-{one.notice.value}")
    return f"{duration(one.notice_minutes)} · {name}"


def announced_before(book: Book, source: InputSheet | None) -> Iterator[Row]:
    """Yield what earlier re-plans announced: the rows of the input as they stand there.

    A cell that was announced but has no row gets one, so that nothing is forgotten.
    """
    told = set()
    for row in [] if source is None else _rows(source):
        if _date(row.get("date")) is None:
            continue
        told.add((str(row.get("person")), _date(row["date"])))
        yield row
    published = book.of_replan.found.published
    for (person, day), when in sorted(published.announced.items()):
        if (person, book.horizon.date(day)) not in told:
            yield _bare(book, published, person, day, when)


def _bare(book: Book, published: Published, person: str, day: int, when: int) -> Row:
    """Return a row with what a re-plan has to know of a cell announced before."""
    posts = published.original.get((person, day)), published.cells.get((person, day))
    rest = Change.TO_REST
    return {
        "person": person,
        "name": book.person_name(person),
        "date": book.horizon.date(day),
        "before": shown(book, posts[0], rest),
        "before_skill": posts[0].skill if posts[0] else "",
        "after": shown(book, posts[1], rest),
        "after_skill": posts[1].skill if posts[1] else "",
        "announced": announced(book, when),
    }


def _rows(source: InputSheet) -> Iterator[Row]:
    """Yield the rows below the headings that rotaplan writes, in either language."""
    for head, values in enumerate(source.rows):
        if _is_head(values):
            columns, below = _columns(values), source.rows[head + 1 :]
            yield from ({name: row[at] for at, name in columns.items()} for row in below)
            return


def _is_head(values: tuple[Value, ...]) -> bool:
    """Whether a row holds the headings without which a change cannot be told."""
    return {"person", "date", "announced"} <= set(_columns(values).values())


def _columns(values: tuple[Value, ...]) -> Mapping[int, str]:
    """Return which column of ours stands in which place of a row of headings."""
    names = {
        fold(say(language, f"out-{heading_key(name)}")): name
        for language in LANGUAGES
        for name in COLUMNS
    }
    texts = {at: fold(value) for at, value in enumerate(values) if isinstance(value, str)}
    return {at: names[text] for at, text in texts.items() if text in names}


def heading_key(name: str) -> str:
    """Return the key of the heading of a column."""
    return f"change-{name.replace('_', '-')}"


def _date(value: Value) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
