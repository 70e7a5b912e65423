"""People and the skills that they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.work import Shifts
from rotaplan.problem import Problems
from rotaplan.sheets.headings import meaning, starts_with
from rotaplan.sheets.kinds import Fault
from rotaplan.sheets.names import PersonNames, SkillNames
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.selectors import ShiftsSelector
from rotaplan.sheets.structure import Sheet


def read_people(
    sheet: Sheet, shifts: ShiftsSelector, skills: SkillNames, problems: Problems
) -> tuple[Person, ...]:
    """Read the sheet of people."""
    found: dict[str, Person] = {}
    for record in records(sheet, problems):
        person = _person(record, shifts, skills)
        if person.id in found:
            first = found[person.id].origin
            record.add("person-duplicate", "person", found=person.id, other=str(first))
        else:
            found[person.id] = person
    return tuple(found.values())


def _person(record: Record, shifts: ShiftsSelector, skills: SkillNames) -> Person:
    first, last = record.get("from"), record.get("to")
    if first is not None and last is not None and last < first:
        record.add("dates-reversed", "to", found=f"{first} – {last}")
    name = " ".join(
        part for part in (record.get("first_name", ""), record.get("last_name", "")) if part
    )
    balance = record.get("balance")
    return Person(
        id=record.get("person"),
        name=name or record.get("person"),
        fte=record.get("fte", Fraction(1)),
        weekly_minutes=record.get("weekly_hours"),
        contract=record.get("contract", ""),
        team=record.get("team", ""),
        site=record.get("site", ""),
        regime=record.get("regime", ""),
        status=record.get("status", ""),
        role=record.get("role", ""),
        skills=tuple(
            HeldSkill(skill=skills.canonical(skill), origin=record.cell("skills"))
            for skill in dict.fromkeys(record.get("skills", ()))
        ),
        contract_from=first,
        contract_to=last,
        fixed_days_off=record.get("days_off", frozenset()),
        forbidden=_shifts(record, "forbidden", shifts),
        allowed=_shifts(record, "allowed", shifts),
        night_fit=record.get("night_fit", True),
        reserve=record.get("reserve", False),
        volunteer=any(_volunteers(record.get(name, "")) for name in ("status", "regime")),
        target_minutes=record.get("target"),
        opening={} if balance is None else {"hours": balance},
        hourly_cost=record.get("hourly_cost", 0),
        reach_minutes=record.get("reach"),
        language=record.get("language", ""),
        origin=record.cell("person"),
    )


def _volunteers(text: str) -> bool:
    """Whether a status or regime is that of a volunteer: ``BEN``, ``bénévole (santé)``."""
    return bool(meaning("volunteer", text) or starts_with("volunteer", text))


def _shifts(record: Record, name: str, shifts: ShiftsSelector) -> Shifts | None:
    """Return a choice of shifts; None where the cell is empty."""
    entry = record.entry(name)
    if entry is None:
        return None
    try:
        return shifts.read(entry)
    except Fault as fault:
        fault.report(record.problems, record.cell(name))
        return None


def read_skills(
    sheet: Sheet, names: PersonNames, skills: SkillNames, problems: Problems
) -> tuple[Person, ...]:
    """Read the sheet of skills; return the people with what they hold.

    A skill with dates here goes before the same skill without dates in the sheet of people.
    """
    held: dict[str, list[HeldSkill]] = {}
    for record in records(sheet, problems):
        entry = record.entry("person")
        assert entry is not None
        try:
            person = names.read(entry)
        except Fault as fault:
            fault.report(record.problems, record.cell("person"))
            continue
        first, last = record.get("from"), record.get("to")
        if first is not None and last is not None and last < first:
            record.add(
                "validity-reversed", "to", found=f"{first} – {last}", skill=record.get("skill")
            )
            continue
        held.setdefault(person, []).append(
            HeldSkill(
                skill=skills.canonical(record.get("skill")),
                level=record.get("level", ""),
                valid_from=first,
                valid_to=last,
                origin=record.cell("skill"),
            )
        )
    return tuple(_with_skills(person, held) for person in names.people)


def _with_skills(person: Person, held: Mapping[str, list[HeldSkill]]) -> Person:
    dated = held.get(person.id, [])
    named = {one.skill for one in dated}
    rest = tuple(one for one in person.skills if one.skill not in named)
    return replace(person, skills=(*rest, *dated)) if dated else person
