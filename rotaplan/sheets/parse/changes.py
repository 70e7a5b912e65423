"""What earlier re-plans announced: the sheet of changes of a workbook that was re-planned."""

from __future__ import annotations

from rotaplan.domain.published import Change, PastChange, Post
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
    sheet: Sheet, context: Context, reader: CodeReader, skills: SkillNames
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
    """
    found: list[PastChange] = []
    for record in records(sheet, context.problems):
        person, date = person_of(record, context), record.get("date")
        posts = [_posts(record, name, reader, skills) for name in ("before", "after")]
        if person is None or not (posts[0] and posts[1]) or "kind" in record.broken:
            continue
        if inside(record, context, (date, date), "date"):
            found.append(
                PastChange(
                    person=person,
                    day=context.horizon.day(date),
                    before=posts[0][0],
                    after=posts[1][0],
                    announced=record.get("announced").begins(context.horizon),
                    freed=record.get("kind") in _FREED,
                )
            )
    return tuple(sorted(found, key=lambda one: one.announced))


def _posts(
    record: Record, name: str, reader: CodeReader, skills: SkillNames
) -> tuple[Post | None] | None:
    """Return what a cell says stood there, None in it for a day off; None where it says nothing."""
    entry = record.entry(name)
    if name in record.broken:
        return None
    try:
        shift = None if entry is None else reader.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell(name))
        return None
    if shift is None:
        return (None,)
    written = record.get(f"{name}_skill", "")
    skill = skills.known(written) if written else ""
    if skill is None:
        suggestion = nearest(written, skills.all)
        record.add("skill-unknown", f"{name}_skill", found=written, suggestion=suggestion)
        return None
    return (Post(shift=shift.code, skill=skill),)
