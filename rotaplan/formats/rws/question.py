"""An instance as the rotation to design, its rules those of every workbook."""

from __future__ import annotations

from collections.abc import Iterator

from rotaplan.domain.rotation_question import RotationQuestion, WeekNeed
from rotaplan.domain.scenario import Language
from rotaplan.domain.sequences import Sequence
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.formats.rws.instance import Block, Instance
from rotaplan.rules.base import RuleBase
from rotaplan.rules.patterns import Pattern
from rotaplan.rules.sequences import CodeRun, ForbiddenSuccession, OffRun, WorkRun

REFERENCE = "Musliu, Gärtner, Slany (2002)"
_FAMILIES = {"D": Family.DAY, "A": Family.AFTERNOON, "N": Family.NIGHT}


def family(code: str) -> Family:
    """Return what kind of shift a name usually stands for."""
    return _FAMILIES.get(code, Family.DAY)


def question(instance: Instance, language: Language = "fr") -> RotationQuestion:
    """Return an instance as the rotation to design."""
    return RotationQuestion(
        name=instance.name,
        lines=instance.employees,
        shifts=tuple(_shift(one) for one in instance.blocks),
        needs=tuple(
            WeekNeed(shift=one.code, weekday=weekday, least=held, target=held, most=held)
            for one, row in zip(instance.blocks, instance.demand, strict=True)
            for weekday, held in enumerate(row)
        ),
        rules=tuple(_rules(instance)),
        reach_days=2 + max(instance.work[1], instance.off[1], *(b.most for b in instance.blocks)),
        language=language,
    )


def _shift(one: Block) -> Shift:
    span = Span(start=one.start, end=one.start + one.minutes)
    return Shift(code=one.code, label=one.code, spans=(span,), family=family(one.code))


def _rules(instance: Instance) -> Iterator[RuleBase]:
    work, off = instance.work, instance.off
    yield WorkRun(minimum=work[0], maximum=work[1], row="rws work", reference=REFERENCE)
    yield OffRun(minimum=off[0], maximum=off[1], row="rws off", reference=REFERENCE)
    for one in instance.blocks:
        yield CodeRun(
            shifts=_only(one.code),
            minimum=one.least,
            maximum=one.most,
            row=f"rws code_run {one.code}",
            reference=REFERENCE,
        )
    for first, then in instance.after:
        yield ForbiddenSuccession(
            shifts=_only(first),
            then=_only(then),
            row=f"rws forbidden_succession {first} {then}",
            reference=REFERENCE,
        )
    for first, then in instance.after_rest:
        sequence = Sequence.of(f"{first} . {then}")
        yield Pattern(sequence=sequence, row=f"rws pattern {sequence}", reference=REFERENCE)


def _only(code: str) -> Shifts:
    return Shifts(codes=frozenset({code}), text=code)
