"""Recorded exceptions: from which rule, for whom, when, by whose leave, against how much rest."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from rotaplan.domain.derogation import Derogation
from rotaplan.problem import nearest
from rotaplan.rules import all_rules
from rotaplan.rules.base import RuleBase
from rotaplan.sheets import headings
from rotaplan.sheets.headings import fold
from rotaplan.sheets.parse.leave import Context, inside, person_of, span_of
from rotaplan.sheets.parse.rules import heading_of, rule_key
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.structure import Sheet

_ROW = re.compile(r"(?:.+!)?\$?[A-Z]?\$?(?P<row>\d+)")


def read_derogations(
    sheet: Sheet, context: Context, rules: Sequence[RuleBase]
) -> tuple[Derogation, ...]:
    """Read the sheet of exceptions.

    Parameters
    ----------
    sheet
        The sheet.
    context
        What its rows may name.
    rules
        The rules in force: an exception names one of their rows (``A7``), the reference of a
        row, or a rule (then every row of it).
    """
    found: list[Derogation] = []
    for record in records(sheet, context.problems):
        person, span = person_of(record, context), span_of(record)
        meant = _rows(record, rules)
        if person is None or span is None or not meant:
            continue
        if not _binding(record, meant):
            continue
        if not _owing(record, context, span) and not inside(record, context, span, "from"):
            continue
        if {"deadline", "compensation"} & record.broken:
            continue
        _note_unconcerned(record, context, person, meant)
        one_row = len(meant) == 1 and not _is_name(record)
        found.append(
            Derogation(
                rule=meant[0].key,
                row=meant[0].row if one_row else "",
                person=person,
                first=context.horizon.day(span[0]),
                last=context.horizon.day(span[1]),
                authority=record.get("authority", ""),
                deadline=record.get("deadline"),
                compensation_minutes=record.get("compensation", 0),
                origin=record.cell("rule"),
            )
        )
    return tuple(found)


def _owing(record: Record, context: Context, span: tuple[dt.date, dt.date]) -> bool:
    """Whether a row is over, and rest is still due for it."""
    deadline = record.get("deadline")
    start = context.horizon.start
    return span[1] < start and deadline is not None and deadline >= start


def _is_name(record: Record) -> bool:
    return rule_key(record.get("rule")) is not None


def _rows(record: Record, rules: Sequence[RuleBase]) -> list[RuleBase]:
    """Return the rows in force that a cell means, all of one rule; none where it means none."""
    written = record.get("rule")
    key = rule_key(written)
    number = _ROW.fullmatch(written.strip())
    if key is not None:
        found = [rule for rule in rules if rule.key == key]
    elif number is not None:
        row = int(number["row"])
        found = [rule for rule in rules if rule.origin is not None and rule.origin.row == row]
    else:
        found = [rule for rule in rules if rule.reference and _cites(rule.reference, written)]
        if len({rule.key for rule in found}) > 1:
            rows = tuple(rule.row for rule in found)
            record.add("derogation-ambiguous", "rule", found=written, expected=rows)
            return []
    if found:
        return found
    if key is not None or number is not None:
        record.add("derogation-idle", "rule", severity="warning", found=written)
        return []
    names = [heading_of(one, language) for one in all_rules() for language in headings.LANGUAGES]
    record.add("rule-unknown", "rule", found=written, suggestion=nearest(written, names))
    return []


def _cites(reference: str, written: str) -> bool:
    """Whether a word stands for a reference: all of it, or the identifier that it begins with."""
    return fold(written) in (fold(reference), fold(reference.split(" ", 1)[0]))


def _binding(record: Record, rules: Sequence[RuleBase]) -> bool:
    """Whether an exception to these rows is possible, and needed."""
    written = record.get("rule")
    if not rules[0].derogable:
        record.add("derogation-impossible", "rule", found=written)
        return False
    if not any(rule.must for rule in rules):
        record.add("derogation-needless", "rule", severity="warning", found=written)
        return False
    return True


def _note_unconcerned(
    record: Record, context: Context, person: str, rules: Sequence[RuleBase]
) -> None:
    """Warn where none of the rows means the person."""
    somebody = next(one for one in context.people.people if one.id == person)
    if not any(rule.who.has(somebody) for rule in rules):
        record.add(
            "derogation-unconcerned",
            "person",
            severity="warning",
            found=record.get("rule"),
            person=person,
        )
