"""Messages: one row and one text per person told, those first whose time comes first."""

from __future__ import annotations

from typing import Any

from rotaplan.write.messages import Message, messages
from rotaplan.write.sentences import duration
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.changes import announced

_COLUMNS = {
    "message-order": 5,
    "agent": 11,
    "name": 18,
    "message-before": 17,
    "change-notice": 17,
    "change-consent": 14,
    "message-text": 88,
    "message-told": 15,
    "message-by": 12,
}
_HEAD = 3
_LINE_POINTS = 12
_LINE_LETTERS = 105
"""About what a line of the message column holds."""


def write_messages(book: Book) -> None:
    """Write the sheet, with room to note who was told when, and by whom."""
    replan = book.of_replan
    told = messages(replan.found, replan.plan, book.language)
    sheet = book.sheet("messages")
    sheet.write_string(0, 0, book.title, book.heading)
    sheet.write_string(1, 0, book.say("messages-note", count=len(told)), book.style())
    book.headings(sheet, _HEAD, _COLUMNS)
    for column, width in enumerate(_COLUMNS.values()):
        sheet.set_column(column, column, width)
    for order, one in enumerate(told, start=1):
        _write_message(book, sheet, _HEAD + order, order, one)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)


def _write_message(book: Book, sheet: Any, row: int, order: int, one: Message) -> None:
    top = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
    style = book.style(**top)
    sheet.write_number(row, 0, order, book.style(align="center", **top))
    texts = {
        1: one.person,
        2: book.person_name(one.person),
        4: f"{duration(one.notice_minutes)} · {book.say(f'notice-{one.notice.value}')}",
        5: book.say(f"change-consent-{one.consent}"),
        6: one.text,
        7: "",
        8: "",
    }
    for column, text in texts.items():
        sheet.write_string(row, column, text, style)
    moment = book.style(num_format="dd/mm/yyyy hh:mm", align="left", **top)
    sheet.write_datetime(row, 3, announced(book, one.before), moment)
    lines = sum(1 + len(line) // _LINE_LETTERS for line in one.text.split("\n"))
    sheet.set_row(row, _LINE_POINTS * lines + 4)
