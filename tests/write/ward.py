"""A small ward, made by hand: four weeks over the spring clock change and Easter Monday."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import xlsxwriter

from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Pin, Scenario, Wish
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.judge import judge
from rotaplan.problem import Cell
from rotaplan.result import LevelOutcome, Result
from rotaplan.rules import basic_rules, rule_class

START = dt.date(2027, 3, 8)
DAYS = 28
CHANGE = 19
"""Saturday 27 March: its night loses an hour."""
PEOPLE = 12
FORMULA = "=1+1"
"""A name that would be a formula if it were not written as text."""
SHIFTS = (
    Shift(
        code="M",
        label="Matin",
        spans=(Span(start=405, end=855),),
        family=Family.MORNING,
        origin=Cell(sheet="Postes", row=2),
        hardship=1,
    ),
    Shift(
        code="S",
        label="Soir",
        spans=(Span(start=825, end=1275),),
        family=Family.EVENING,
        origin=Cell(sheet="Postes", row=3),
    ),
    Shift(
        code="J",
        label="Journée",
        spans=(Span(start=540, end=1020),),
        unpaid_break_minutes=30,
        family=Family.DAY,
        colour="#7030A0",
        origin=Cell(sheet="Postes", row=4),
    ),
    Shift(
        code="N",
        label="Nuit",
        spans=(Span(start=1260, end=1860),),
        family=Family.NIGHT,
        hardship=3,
        origin=Cell(sheet="Postes", row=5),
    ),
    Shift(
        code="C",
        label="Coupé",
        spans=(Span(start=420, end=660), Span(start=960, end=1170)),
        family=Family.SPLIT,
        origin=Cell(sheet="Postes", row=6),
    ),
)
STAFF_HEADINGS = (
    "Matricule",
    "Nom",
    "Quotité",
    "Équipe",
    "Qualifications",
    "Heures hebdo",
    "Date début",
    "Solde heures",
    "Téléphone",
)
SHIFT_HEADINGS = (
    "Code",
    "Libellé",
    "Début",
    "Fin",
    "Début 2",
    "Fin 2",
    "Pause (min)",
    "Nature",
    "Couleur",
    "Pénibilité",
)
CYCLE = "MMMSS..NNN...SSJJJ..MM.CSSN"
"""Each person walks through it, three days behind the one before."""
DEMAND = (
    ("M", "", 2, 3, 4),
    ("S", "", 2, 2, None),
    ("N", "", 1, 1, 1),
    ("J", "IDE", 1, 1, None),
    ("J", "AS", 0, 1, None),
)


def people(count: int = PEOPLE) -> tuple[Person, ...]:
    """Return the staff; the last one comes part-time and joins after a week."""
    return tuple(
        Person(
            id=f"{index:03d}",
            name=FORMULA if index == 3 else f"Agent {index:02d}",
            fte=Fraction(4, 5) if index == count else Fraction(1),
            weekly_minutes=28 * 60 if index == count else 35 * 60,
            team="Est" if index % 2 else "Ouest",
            skills=(HeldSkill(skill="IDE" if index % 3 else "AS"),),
            contract_from=START + dt.timedelta(days=7) if index == count else None,
            opening={"hours": 90, "night": index % 4, "c": 1},
            origin=Cell(sheet="Agents", row=index + 1),
        )
        for index in range(1, count + 1)
    )


def scenario(count: int = PEOPLE, history_days: int = 0) -> Scenario:
    """Return the question, its cells as in the workbook of ``write_source``."""
    rest = rule_class("rest_between")(
        minimum=11 * 60, row="Règles!A2", origin=Cell(sheet="Règles", row=2), must=True
    )
    weekly = rule_class("weekly_rest")(
        minimum=36 * 60, row="Règles!A3", must=False, level=4, weight=7
    )
    given = (rest, weekly)
    return Scenario(
        title="Médecine & soins",
        horizon=Horizon(start=START, days=DAYS, history_days=history_days),
        calendar=Calendar(holidays={dt.date(2027, 3, 29): "Lundi de Pâques"}),
        people=people(count),
        shifts=SHIFTS,
        demand=tuple(
            Demand(
                shift=shift,
                skill=skill,
                minimum=least,
                target=target,
                maximum=most,
                days=Days(weekdays=frozenset(range(5))) if shift == "J" else Days(),
                origin=Cell(sheet="Besoins", row=row),
            )
            for row, (shift, skill, least, target, most) in enumerate(DEMAND, start=2)
        ),
        absences=(
            Absence(person="002", first=7, last=13, code="CA"),
            Absence(person="005", first=3, last=4, code="CMO"),
            Absence(person="006", first=15, last=15, code="RTT", part="morning"),
        ),
        wishes=(
            Wish(person="001", day=5, origin=Cell(sheet="Souhaits", row=2)),
            Wish(person="001", day=6, origin=Cell(sheet="Souhaits", row=2)),
            Wish(
                person="004",
                day=2,
                shifts=Shifts(codes=frozenset({"N"}), text="N"),
                on=True,
                weight=3,
                origin=Cell(sheet="Souhaits", row=3),
            ),
        ),
        pins=(Pin(person="007", day=20, shift="N"), Pin(person="008", day=1, shift=None)),
        rules=(*given, *basic_rules(given)),
    )


def schedule(asked: Scenario) -> Schedule:
    """Return a roster with gaps in cover and breaches of rest in it."""
    made = []
    for index, person in enumerate(asked.people):
        for day in asked.horizon.planned:
            code = CYCLE[(day + 3 * index) % len(CYCLE)]
            free = asked.absent.get((person.id, day)) or not person.under_contract(
                asked.horizon.date(day)
            )
            if code == "." or (free and code != "S"):
                continue
            if free and any(a.part == "all" for a in asked.absent.get((person.id, day), ())):
                continue
            if not person.under_contract(asked.horizon.date(day)):
                continue
            skill = person.skills[0].skill if code == "J" else ""
            made.append(Assignment(person=person.id, day=day, shift=code, skill=skill))
    return Schedule.of(asked, made)


def result(count: int = PEOPLE) -> Result:
    """Return the answer as a solve would hand it back."""
    asked = scenario(count)
    answer = schedule(asked)
    return Result(
        scenario=asked,
        status="feasible",
        schedule=answer,
        report=judge(asked, answer),
        levels=(
            LevelOutcome(level=2, cost=400, bound=400),
            LevelOutcome(level=4, cost=210, bound=180),
            LevelOutcome(level=6, cost=5, bound=0),
        ),
        seconds=12.3,
        first_seconds=1.5,
        seed=7,
        workers=2,
        time_limit_seconds=60,
        versions={"rotaplan": "0.1.0", "ortools": "9.15"},
    )


def write_source(path: Path) -> None:
    """Write the workbook that a planner would have given for this ward."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        settings = book.add_worksheet("Paramètres")
        settings.write_row(0, 0, ("Paramètre", "Valeur"))
        settings.write_row(1, 0, ("Titre", "Médecine & soins"))
        settings.write_string(2, 0, "Début")
        settings.write_datetime(2, 1, START, day)
        settings.write_row(3, 0, ("Jours", DAYS))
        staff = book.add_worksheet("Agents")
        staff.write_row(0, 0, STAFF_HEADINGS)
        for row, person in enumerate(people(), start=1):
            staff.write_string(row, 0, person.id)
            staff.write_string(row, 1, person.name)
            staff.write_number(row, 2, float(person.fte))
            staff.write_string(row, 3, person.team)
            staff.write_string(row, 4, person.skills[0].skill)
            staff.write_number(row, 5, (person.weekly_minutes or 0) / 60)
            if person.contract_from is not None:
                staff.write_datetime(row, 6, person.contract_from, day)
            staff.write_number(row, 7, 1.5)
            staff.write_string(row, 8, "01 99 00 00 00")
        shifts = book.add_worksheet("Postes")
        shifts.write_row(0, 0, SHIFT_HEADINGS)
        for row, (shift, nature) in enumerate(
            zip(SHIFTS, ("matin", "soir", "jour", "nuit", "coupé"), strict=True), start=1
        ):
            shifts.write_row(row, 0, (shift.code, shift.label))
            for column, span in zip((2, 4), shift.spans, strict=False):
                shifts.write_datetime(row, column, _clock(span.start), clock)
                shifts.write_datetime(row, column + 1, _clock(span.end), clock)
            shifts.write_number(row, 6, shift.unpaid_break_minutes)
            shifts.write_string(row, 7, nature)
            shifts.write_string(row, 8, shift.colour)
            shifts.write_number(row, 9, shift.hardship)
        needs = book.add_worksheet("Besoins")
        needs.write_row(0, 0, ("Code", "Qualification", "Min", "Cible", "Max", "Jour"))
        for row, line in enumerate(DEMAND, start=1):
            needs.write_row(row, 0, ["" if value is None else value for value in line])
            needs.write_string(row, 5, "lu-ve" if line[0] == "J" else "")
        leave = book.add_worksheet("Absences")
        leave.write_row(0, 0, ("Agent", "Du", "Au", "Code", "Demi-journée"))
        for row, absence in enumerate(scenario().absences, start=1):
            leave.write_string(row, 0, absence.person)
            for column, when in ((1, absence.first), (2, absence.last)):
                leave.write_datetime(row, column, START + dt.timedelta(days=when), day)
            leave.write_string(row, 3, absence.code)
            leave.write_string(row, 4, "matin" if absence.part == "morning" else "")
        fixed = book.add_worksheet("Fixes")
        fixed.write_row(0, 0, ("Agent", "Date", "Code"))
        for row, pin in enumerate(scenario().pins, start=1):
            fixed.write_string(row, 0, pin.person)
            fixed.write_datetime(row, 1, START + dt.timedelta(days=pin.day), day)
            fixed.write_string(row, 2, pin.shift or "repos")
        wishes = book.add_worksheet("Souhaits")
        wishes.write_row(0, 0, ("Agent", "Du", "Au", "Souhait", "Force"))
        wishes.write_row(1, 0, ("001", "", "", "repos", 1))
        wishes.write_datetime(1, 1, START + dt.timedelta(days=5), day)
        wishes.write_datetime(1, 2, START + dt.timedelta(days=6), day)
        wishes.write_row(2, 0, ("004", "", "", "N", 3))
        wishes.write_datetime(2, 1, START + dt.timedelta(days=2), day)
        rules = book.add_worksheet("Règles")
        rules.write_row(0, 0, ("Règle", "Min", "Statut", "Niveau", "Poids"))
        rules.write_row(1, 0, ("rest_between", "11:00", "strict"))
        rules.write_row(2, 0, ("weekly_rest", "36:00", "souple", 4, 7))
        roster = book.add_worksheet("Planning")
        roster.write_row(0, 0, ("Matricule", "Nom"))
        roster.write_datetime(0, 2, START, day)
        roster.write_row(1, 0, ("001", "Agent 01", "N"))


def _clock(minute: int) -> dt.time:
    return dt.time(minute % 1440 // 60, minute % 60)
