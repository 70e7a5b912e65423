"""Cells of the roster that a re-plan has changed: a frame that stands out without colour too."""

from __future__ import annotations

from collections.abc import Mapping

from rotaplan.domain.published import PersonDay, Post
from rotaplan.write.xlsx.book import Book
from rotaplan.write.xlsx.changes import announced
from rotaplan.write.xlsx.colours import CHANGED

THICK, DASHED = 5, 8
"""Frames of what changes now, and of what an earlier re-plan has changed."""


def changed_cells(book: Book) -> Mapping[PersonDay, tuple[int, str]]:
    """Return the frame of each changed cell, and what stood there before; none of a new roster."""
    if book.replan is None:
        return {}
    published = book.replan.found.published
    found = {
        cell: (DASHED, _note(book, published.original.get(cell), when))
        for cell, when in published.announced.items()
    }
    for one in book.replan.plan.modifications:
        found[one.person, one.day] = (THICK, _note(book, one.before, published.now))
    return found


def frame(found: tuple[int, str] | None) -> dict[str, object]:
    """Return the properties that frame a changed cell."""
    return {} if found is None else {"border": found[0], "border_color": CHANGED}


def _note(book: Book, before: Post | None, when: int) -> str:
    shown = book.say("rest") if before is None else f"{before.shift} {before.skill}".strip()
    return book.say("changed-from", before=shown, when=f"{announced(book, when):%d/%m/%Y %H:%M}")
