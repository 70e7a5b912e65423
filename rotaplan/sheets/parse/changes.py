"""What earlier re-plans announced: the sheet of changes of a workbook that was re-planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rotaplan.domain.published import Change, PastChange, PersonDay, Post
from rotaplan.problem import nearest
from rotaplan.sheets.kinds import Fault
from rotaplan.sheets.names import SkillNames
from rotaplan.sheets.parse.grid import CodeReader
from rotaplan.sheets.parse.leave import Context, inside, person_of
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.structure import Sheet

_FREED = (Change.FREED, Change.REUSED)
"""What becomes of somebody whose duty the incident itself has taken or cut."""


def read_changes(
    sheet: Sheet,
    context: Context,
    reader: CodeReader,
    skills: SkillNames,
    posts: Mapping[PersonDay, Post] | None = None,
) -> tuple[PastChange, ...]:
    """Read the sheet of changes, the oldest announcement first.

    Parameters
    ----------
    sheet
        The sheet.
    context
        What its rows may name.
    reader
        Knows the shifts as disruptions leave them, variants of cut duties included.
    skills
        Every skill known.
    posts
        The roster of the same workbook: a cell that is not as it was announced last is worth a
        warning; None where there is none.
    """
    found: list[tuple[PastChange, Record]] = []
    for record in records(sheet, context.problems):
        person, date = person_of(record, context), record.get("date")
        before, after = (_post(record, name, reader, skills) for name in ("before", "after"))
        if person is None or before is None or after is None or "kind" in record.broken:
            continue
        if inside(record, context, (date, date), "date"):
            change = PastChange(
                person=person,
                day=context.horizon.day(date),
                before=before or None,
                after=after or None,
                announced=record.get("announced").begins(context.horizon),
                freed=record.get("kind") in _FREED,
            )
            found.append((change, record))
    found.sort(key=lambda one: one[0].announced)
    if posts is not None:
        _compare({(one.person, one.day): (one, row) for one, row in found}, posts)
    return tuple(one for one, _ in found)


def _compare(
    last: Mapping[PersonDay, tuple[PastChange, Record]], posts: Mapping[PersonDay, Post]
) -> None:
    """Warn of cells of the roster that do not hold what was announced last."""
    for cell, (change, record) in last.items():
        told, stands = (post.shift if post else "" for post in (change.after, posts.get(cell)))
        if told != stands:
            record.add("change-differs", "after", severity="warning", found=stands, expected=told)


def _post(
    record: Record, name: str, reader: CodeReader, skills: SkillNames
) -> Post | Literal[False] | None:
    """Return what a cell says stood there, False for a day off; None where it says nothing."""
    entry = record.entry(name)
    if name in record.broken:
        return None
    try:
        shift = None if entry is None else reader.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell(name))
        return None
    if shift is None:
        return False
    written = record.get(f"{name}_skill", "")
    skill = skills.known(written) if written else ""
    if skill is None:
        suggestion = nearest(written, skills.all)
        record.add("skill-unknown", f"{name}_skill", found=written, suggestion=suggestion)
        return None
    return Post(shift=shift.code, skill=skill)
