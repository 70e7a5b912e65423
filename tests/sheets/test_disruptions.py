"""The sheet of disruptions: what a row means, and each fault with its cell.

The plan is Monday 8 to Sunday 21 March 2027; M 06:45-14:15 with the tag sol, N 21:15-07:00.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.sheets import Reading, read_incident
from tests.sheets.books import Book, base, places, read, write_ods, write_xls, write_xlsx

HEADINGS = {
    "id": "Id",
    "type": "Type",
    "start": "Début",
    "end": "Fin",
    "certainty": "Certitude",
    "known": "Connu le",
    "target": "Cible",
    "effect": "Effet",
    "hours": "Horaires",
    "skills": "Qualifications",
    "label": "Libellé",
    "site": "Site",
    "priority": "Priorité",
    "source": "Source",
    "note": "Note",
}
COLUMNS = {name: "ABCDEFGHIJKLMNO"[at] for at, name in enumerate(HEADINGS)}
MORNING = dt.datetime(2027, 3, 10, 10, 40)


def book(*rows: dict[str, Any]) -> Book:
    """Return the sound workbook with skills, a site, a day type, and a sheet of disruptions."""
    made = base()
    made["Agents"][0].append("Qualifications")
    for row in made["Agents"][1:]:
        row.append("LIC:D")
    made["Postes"][0] += ["Site", "Qualification requise"]
    made["Postes"][1].append("Dépôt")
    made["Postes"][2] += [None, "LIC:D"]
    made["Besoins"][0].append("Type de jour")
    made["Besoins"].append(["M", None, 0, 1, "niveau 2"])
    made["Calendrier"] = [["Date", "Type"], [dt.date(2027, 3, 20), "niveau 2"]]
    table = [[row.get(name) for name in HEADINGS] for row in rows]
    made["Perturbations"] = [list(HEADINGS.values()), *table]
    return made


def reading(folder: Path, *rows: dict[str, Any]) -> Reading:
    return read(folder, book(*rows))


def one(folder: Path, **cells: Any) -> Disruption:
    """Return what a row means; it must be read without a word."""
    found = reading(folder, {"start": MORNING, **cells})
    assert [p for p in found.problems if p.severity != "notice"] == []
    (row,) = found.disruptions
    return row


def at(day: int, minute: int = 0) -> int:
    """Return an instant, Paris time in winter."""
    midnight = dt.datetime(2027, 3, 8, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    return int(midnight.timestamp()) // 60 + day * 1440 + minute


def codes(*names: str) -> Shifts:
    return Shifts(codes=frozenset(names), text=";".join(names))


# When


@pytest.mark.parametrize(
    ("kind", "start", "end", "expected"),
    [
        ("absence", MORNING, None, (at(2, 640), at(3))),
        ("absence", dt.date(2027, 3, 10), None, (at(2), at(3))),
        ("absence", dt.date(2027, 3, 10), dt.date(2027, 3, 11), (at(2), at(4))),
        ("absence", "10/03 05:00", "11/03 12:30", (at(2, 300), at(3, 750))),
        ("absence", MORNING, "10/03/2027 24:00", (at(2, 640), at(3))),
        ("absence", MORNING, "11/03/2027 00:00", (at(2, 640), at(3))),
        ("volontaire", dt.date(2027, 3, 10), None, (at(2), at(3))),
    ],
)
def test_a_day_as_end_is_inclusive_a_time_is_not(
    tmp_path: Path, kind: str, start: Any, end: Any, expected: tuple[int, int]
) -> None:
    row = one(tmp_path, type=kind, start=start, end=end, target="007")
    assert (row.start, row.end) == expected


def test_other_types_last_until_somebody_says_so(tmp_path: Path) -> None:
    row = one(tmp_path, type="fermeture", target="sol")
    assert (row.start, row.end, row.known, row.known_since) == (at(2, 640), None, None, at(2, 640))


@pytest.mark.parametrize(("kind", "said"), [("ajout", True), ("panne", False), ("absence", False)])
def test_what_has_no_end_is_said_where_it_may_not_be_meant(
    tmp_path: Path, kind: str, said: bool
) -> None:
    target = "007" if kind == "absence" else "M"
    found = reading(tmp_path, {"type": kind, "start": MORNING, "target": target})
    assert places(found.problems) == [("disruption-open", "Perturbations!D2")] * said


def test_certainty_and_since_when_it_is_known(tmp_path: Path) -> None:
    known = dt.datetime(2027, 3, 10, 11, 5)
    row = one(tmp_path, id="P1", type="panne", target="M", certainty="Estimé", known=known)
    assert (row.name, row.estimated, row.known) == ("P1", True, at(2, 665))


# What


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            {"type": "absence", "target": "007; Grand Luc"},
            {"effect": Effect.ABSENT, "people": {"007", "008"}},
        ),
        ({"type": "Grève", "target": "Nord"}, {"people": {"007", "008"}}),
        ({"type": "malade", "target": "tous; sauf 009"}, {"people": {"007", "008", "010"}}),
        (
            {"type": "retard", "target": "007", "effect": "07:15"},
            {"effect": Effect.LATE, "minute": 435, "shifts": Shifts()},
        ),
        ({"type": "retard", "target": "007", "effect": dt.time(7, 15)}, {"minute": 435}),
        ({"type": "delay", "target": "007", "effect": "not before 7h15"}, {"minute": 435}),
        (
            {"type": "retard", "target": "007", "effect": "en retard, pas avant 7h15"},
            {"minute": 435},
        ),
        (
            {"type": "inaccessible", "target": "007", "effect": "pas avant 7h", "site": "depot"},
            {
                "effect": Effect.LATE,
                "minute": 420,
                "shifts": Shifts(sites=frozenset({"Dépôt"}), text="Dépôt"),
            },
        ),
        (
            {"type": "habilitation perdue", "target": "007", "effect": "lic:d"},
            {"effect": Effect.SKILL_LOST, "skill": "LIC:D"},
        ),
        ({"type": "skill lost", "target": "007", "skills": "LIC:D"}, {"skill": "LIC:D"}),
        ({"type": "volontaire", "target": "007"}, {"effect": Effect.VOLUNTEER}),
        (
            {"type": "fermeture", "target": "ligne:sol"},
            {"effect": Effect.CLOSED, "shifts": Shifts(tags=frozenset({"sol"}), text="ligne:sol")},
        ),
        (
            {"type": "fermeture", "target": "Dépôt"},
            {"shifts": Shifts(sites=frozenset({"Dépôt"}), text="Dépôt")},
        ),
        (
            {"type": "suppression", "target": "nuit"},
            {
                "effect": Effect.CANCELLED,
                "shifts": Shifts(families=frozenset({Family.NIGHT}), text="nuit"),
            },
        ),
        (
            {"type": "horaires modifiés", "target": "M", "hours": "07:30-11:00 / 13:00-16:00"},
            {
                "effect": Effect.CHANGED,
                "shifts": codes("M"),
                "made": Shift(code="", spans=(Span(start=450, end=660), Span(start=780, end=960))),
            },
        ),
        ({"type": "ajout", "target": "M"}, {"effect": Effect.ADDED, "count": 1}),
        (
            {"type": "ajout", "target": "M", "effect": "+2", "priority": 1},
            {"count": 2, "priority": 1},
        ),
        ({"type": "ajout", "target": "M", "effect": 2}, {"count": 2}),
        ({"type": "ajout", "target": "sol", "effect": "2"}, {"made": None, "count": 2}),
        ({"type": "ajout", "target": "M", "hours": "6h45-14h15"}, {"count": 1}),
        ({"type": "besoin", "target": "M", "effect": "+2"}, {"count": 2, "factor": None}),
        ({"type": "besoin", "target": "M", "effect": "−1"}, {"count": -1}),
        ({"type": "besoin", "target": "M", "effect": -1}, {"count": -1}),
        ({"type": "besoin", "target": "M", "effect": "×0,5"}, {"factor": Fraction(1, 2)}),
        ({"type": "besoin", "target": "M", "effect": "besoin x 1.5"}, {"factor": Fraction(3, 2)}),
        ({"type": "besoin", "target": "M", "effect": "80 %"}, {"factor": Fraction(4, 5)}),
        ({"type": "besoin", "target": "M", "effect": "-20 %"}, {"factor": Fraction(4, 5)}),
        ({"type": "besoin", "target": "M", "effect": 0.5}, {"factor": Fraction(1, 2)}),
        ({"type": "besoin", "target": "tous", "effect": "*0"}, {"factor": Fraction(0)}),
        (
            {"type": "service réduit", "effect": "comme dimanche"},
            {
                "effect": Effect.SERVICE,
                "like": Days(weekdays=frozenset({6}), text="comme dimanche"),
                "shifts": Shifts(),
            },
        ),
        (
            {"type": "reduced service", "target": "M", "effect": "as on a Sunday"},
            {"like": Days(weekdays=frozenset({6}), text="as on a Sunday"), "shifts": codes("M")},
        ),
        (
            {"type": "service réduit", "effect": "férié"},
            {"like": Days(holidays=True, text="férié")},
        ),
        (
            {"type": "service réduit", "effect": "Niveau 2"},
            {"like": Days(types=frozenset({"niveau 2"}), text="Niveau 2")},
        ),
    ],
)
def test_what_a_row_means(tmp_path: Path, cells: dict[str, Any], expected: dict[str, Any]) -> None:
    row, staff = one(tmp_path, **cells), read(tmp_path, book()).scenario
    assert staff is not None
    meant = {person.id for person in staff.people if row.people.has(person)}
    for name, value in expected.items():
        assert (meant if name == "people" else getattr(row, name)) == value, name


def test_an_added_duty_comes_with_its_hours_and_what_it_asks_for(tmp_path: Path) -> None:
    row = one(
        tmp_path,
        type="ajout",
        target="BR-04",
        hours="22:35-00:35/01:45-05:20",
        skills="lic:d",
        label="Bus de remplacement",
        site="depot",
    )
    assert row.made is not None
    assert row.made == Shift(
        code="BR-04",
        label="Bus de remplacement",
        spans=(Span(start=1355, end=1475), Span(start=1545, end=1760)),
        family=Family.SPLIT,
        skills=frozenset({"LIC:D"}),
        site="Dépôt",
        origin=row.made.origin,
    )
    assert str(row.made.origin) == "Perturbations!G2"


@pytest.mark.parametrize(
    ("late", "family"), [(None, Family.EVENING), ("17:40", Family.NIGHT), ("15:00", Family.EVENING)]
)
def test_an_added_duty_is_a_night_where_the_service_calls_such_hours_one(
    tmp_path: Path, late: str | None, family: Family
) -> None:
    """People unfit for nights must not drive the last replacement bus."""
    made = book(
        {"start": MORNING, "type": "ajout", "target": "BR-9", "hours": "17:05-00:25"},
    )
    if late is not None:
        row = dict(zip(made["Postes"][0], made["Postes"][1], strict=False))
        row |= {"Code": "T", "Début": late, "Fin": "01:00", "Nature": "nuit"}
        made["Postes"][0] += [head for head in row if head not in made["Postes"][0]]
        made["Postes"].append([row.get(head) for head in made["Postes"][0]])
    (found,) = read(tmp_path, made).disruptions
    assert found.made is not None
    assert found.made.family is family


def test_rows_of_one_duty_agree_and_others_may_name_it(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {"type": "suppression", "start": "12/03", "end": "12/03", "target": "BR-1"},
        {"type": "ajout", "start": "10/03", "end": "10/03", "target": "BR-1", "hours": "12h-19h"},
        {"type": "ajout", "start": "11/03", "end": "11/03", "target": "br-1", "hours": "12h-19:00"},
        {"type": "ajout", "start": "13/03", "end": "13/03", "target": "BR-1"},
    )
    assert found.problems == ()
    gone, *added = found.disruptions
    assert gone.shifts == codes("BR-1")
    assert {row.made for row in added} == {added[0].made}


def test_the_row_is_kept_as_it_was_written(tmp_path: Path) -> None:
    row = one(
        tmp_path,
        id=7,
        type="Besoin",
        end=dt.date(2027, 3, 11),
        known="10/03 10:50",
        target="M;\nN",
        effect=-1,
        source="PC",
        note="à revoir",
    )
    assert row.told == (
        ("id", "7"),
        ("type", "Besoin"),
        ("start", "10/03/2027 10:40"),
        ("end", "11/03/2027"),
        ("known", "10/03/2027 10:50"),
        ("target", "M;\nN"),
        ("effect", "-1"),
        ("source", "PC"),
        ("note", "à revoir"),
    )
    written = dict(row.told)
    again = one(tmp_path, **written)
    assert again.told == row.told
    assert (again.start, again.end, again.known, again.count) == (
        *(row.start, row.end),
        *(row.known, row.count),
    )
    assert (again.shifts.codes, again.name) == (row.shifts.codes, row.name)


def test_english_headings_and_words(tmp_path: Path) -> None:
    made = book()
    del made["Perturbations"]
    made["Disruptions"] = [
        ["Id", "Type", "Start", "End", "Known since", "Target", "Effect"],
        ["A", "delay", MORNING, dt.date(2027, 3, 11), MORNING, "007", "from 06:15"],
    ]
    (row,) = read(tmp_path, made).disruptions
    assert (row.effect, row.start, row.end) == (Effect.LATE, at(2, 640), at(4))


# Faults, each with its cell


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"type": "météorite", "target": "M"}, "word-unknown", "type"),
        ({"type": None, "target": "M"}, "cell-required", "type"),
        ({"type": "fermeture", "target": "M", "start": None}, "cell-required", "start"),
        ({"type": "fermeture", "target": "M", "start": "mardi"}, "moment-unreadable", "start"),
        ({"type": "fermeture", "target": "M", "end": "32/03/2027"}, "date-impossible", "end"),
        ({"type": "fermeture", "target": "M", "end": "10/03/2027 10:39"}, "dates-reversed", "end"),
        ({"type": "fermeture", "target": "M", "end": "10/03/2027 10:40"}, "dates-reversed", "end"),
        ({"type": "absence", "target": "007", "end": "09/03/2027"}, "dates-reversed", "end"),
        ({"type": "fermeture", "target": "M", "known": "hier"}, "moment-unreadable", "known"),
        ({"type": "fermeture", "target": "M", "certainty": "bof"}, "word-unknown", "certainty"),
        ({"type": "fermeture"}, "disruption-incomplete", "target"),
        ({"type": "fermeture", "target": "T9"}, "shifts-unknown", "target"),
        ({"type": "suppression", "target": "007"}, "shifts-unknown", "target"),
        ({"type": "absence"}, "disruption-incomplete", "target"),
        ({"type": "absence", "target": "999"}, "people-unknown", "target"),
        ({"type": "absence", "target": "007; Norrd"}, "people-unknown", "target"),
        ({"type": "retard", "target": "007"}, "disruption-incomplete", "effect"),
        ({"type": "retard", "target": "007", "effect": "60 min"}, "disruption-delay", "effect"),
        ({"type": "retard", "target": "007", "effect": "retard 1 h"}, "disruption-delay", "effect"),
        ({"type": "delay", "target": "007", "effect": "+1h30"}, "disruption-delay", "effect"),
        ({"type": "retard", "target": "007", "effect": "tard"}, "disruption-sign-on", "effect"),
        (
            {"type": "retard", "target": "007", "effect": "06:15", "site": "Dépôts Nord"},
            "site-unknown",
            "site",
        ),
        ({"type": "habilitation perdue", "target": "007"}, "disruption-incomplete", "effect"),
        (
            {"type": "habilitation perdue", "target": "007", "effect": "LIC:C"},
            "skill-unknown",
            "effect",
        ),
        (
            {"type": "habilitation perdue", "target": "007", "skills": "LIC:C"},
            "skill-unknown",
            "skills",
        ),
        ({"type": "horaires modifiés", "target": "M"}, "disruption-incomplete", "hours"),
        (
            {"type": "horaires modifiés", "target": "M", "hours": "7h"},
            "hours-unreadable",
            "hours",
        ),
        (
            {"type": "horaires modifiés", "target": "M", "hours": "7h-8h/9h-10h/11h-12h"},
            "hours-unreadable",
            "hours",
        ),
        (
            {"type": "horaires modifiés", "target": "M", "hours": "7h-25h99"},
            "clock-impossible",
            "hours",
        ),
        ({"type": "ajout", "target": "BR-1"}, "disruption-added", "target"),
        (
            {"type": "ajout", "target": "BR-1", "hours": "12:00-19:00", "skills": "LIC:D; FC0"},
            "skill-unknown",
            "skills",
        ),
        (
            {"type": "ajout", "target": "BR-1", "hours": "12:00-19:00", "effect": "-1"},
            "disruption-count",
            "effect",
        ),
        (
            {"type": "ajout", "target": "BR-1", "hours": "12:00-19:00", "priority": 9},
            "number-out-of-range",
            "priority",
        ),
        (
            {"type": "ajout", "target": "M", "hours": "07:00-14:15"},
            "disruption-code-taken",
            "target",
        ),
        ({"type": "ajout", "target": "M", "skills": "LIC:D"}, "disruption-code-taken", "target"),
        ({"type": "ajout", "target": "RH", "hours": "7h-9h"}, "disruption-code-taken", "target"),
        ({"type": "ajout", "target": "repos", "hours": "7h-9h"}, "disruption-code", "target"),
        ({"type": "ajout", "target": "B1; B2", "hours": "7h-9h"}, "disruption-code", "target"),
        ({"type": "ajout", "target": "B1≤9", "hours": "7h-9h"}, "disruption-code", "target"),
        ({"type": "besoin", "target": "M"}, "disruption-incomplete", "effect"),
        ({"type": "besoin", "target": "M", "effect": "moins"}, "disruption-change", "effect"),
        ({"type": "besoin", "target": "M", "effect": "+0"}, "disruption-change", "effect"),
        ({"type": "besoin", "target": "M", "effect": "×-0,5"}, "disruption-factor", "effect"),
        ({"type": "besoin", "target": "M", "effect": "-120 %"}, "disruption-factor", "effect"),
        ({"type": "besoin", "target": "M", "effect": -0.5}, "disruption-factor", "effect"),
        ({"type": "besoin", "target": "M", "effect": "×1000"}, "disruption-factor", "effect"),
        ({"type": "service réduit"}, "disruption-incomplete", "effect"),
        ({"type": "service réduit", "effect": "niveau 3"}, "day-kind-unknown", "effect"),
        ({"type": "service réduit", "effect": "week-end"}, "day-kind-unknown", "effect"),
    ],
)
def test_a_fault_is_named_with_its_cell(
    tmp_path: Path, cells: dict[str, Any], code: str, column: str
) -> None:
    found = reading(tmp_path, {"start": MORNING, **cells})
    errors = [p for p in found.problems if p.severity == "error"]
    assert places(errors) == [(code, f"Perturbations!{COLUMNS[column]}2")]
    assert found.scenario is None


@pytest.mark.parametrize(
    ("cells", "suggestion"),
    [
        ({"type": "absence", "target": "Norrd"}, "Nord"),
        ({"type": "absence", "target": "Ane Petit"}, "Anne Petit"),
        ({"type": "fermeture", "target": "soll"}, "sol"),
        ({"type": "fermeture", "target": "Dépô"}, "Dépôt"),
        ({"type": "fermetur", "target": "M"}, "fermeture"),
        ({"type": "habilitation perdue", "target": "007", "effect": "LIC:E"}, "LIC:D"),
        ({"type": "service réduit", "effect": "niveau 3"}, "niveau 2"),
    ],
)
def test_what_was_meant_is_suggested(
    tmp_path: Path, cells: dict[str, Any], suggestion: str
) -> None:
    found = reading(tmp_path, {"start": MORNING, **cells})
    assert [p.facts.get("suggestion") for p in found.problems if p.severity == "error"] == [
        suggestion
    ]


def test_a_code_belongs_to_one_duty(tmp_path: Path) -> None:
    first = {
        "type": "ajout",
        "start": MORNING,
        "end": "13/03",
        "target": "BR-1",
        "hours": "12h-19h",
    }
    found = reading(tmp_path, first, {**first, "hours": "12:15-19:00"})
    assert places(found.problems) == [("disruption-code-taken", "Perturbations!G3")]
    assert found.problems[0].facts["other"] == "Perturbations!G2"


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (
            {"type": "fermeture", "target": "M", "start": "01/05/2027"},
            "date-off-horizon",
            "start",
        ),
        (
            {"type": "absence", "target": "007", "start": "01/02/2027"},
            "date-off-horizon",
            "start",
        ),
        ({"type": "fermeture", "target": "RH"}, "disruption-idle", "target"),
        ({"type": "absence", "target": "007; sauf 007"}, "disruption-idle", "target"),
        ({"type": "retard", "target": "007", "effect": "1 h"}, "disruption-early", "effect"),
        ({"type": "retard", "target": "007", "effect": dt.time(1)}, "disruption-early", "effect"),
        ({"type": "absence", "target": "007", "hours": "7h-9h"}, "disruption-unused", "hours"),
        ({"type": "fermeture", "target": "M", "priority": 2}, "disruption-unused", "priority"),
        ({"type": "besoin", "target": "M", "effect": "2"}, "disruption-unsigned", "effect"),
        ({"type": "besoin", "target": "M", "effect": 2}, "disruption-unsigned", "effect"),
        (
            {"type": "ajout", "target": "BR-1", "hours": "7h-9h", "site": "Gare"},
            "site-unknown",
            "site",
        ),
    ],
)
def test_what_may_not_be_meant_is_a_warning(
    tmp_path: Path, cells: dict[str, Any], code: str, column: str
) -> None:
    found = reading(tmp_path, {"start": MORNING, **cells})
    warnings = [p for p in found.problems if p.severity == "warning"]
    assert places(warnings) == [(code, f"Perturbations!{COLUMNS[column]}2")]
    assert len(found.disruptions) == 1


def test_all_faults_are_collected_at_once(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {"type": "absence", "start": MORNING, "end": "demain", "target": "999"},
        {
            "type": "ajout",
            "start": MORNING,
            "end": "13/03",
            "target": "X1",
            "hours": "7h",
            "effect": "0",
            "skills": "LIC:X",
        },
    )
    assert places(found.problems) == [
        ("moment-unreadable", "Perturbations!D2"),
        ("people-unknown", "Perturbations!G2"),
        ("disruption-count", "Perturbations!H3"),
        ("hours-unreadable", "Perturbations!I3"),
        ("skill-unknown", "Perturbations!J3"),
    ]


# What the rows make of the question


def test_the_question_is_read_as_the_rows_leave_it(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        {"type": "absence", "start": dt.date(2027, 3, 10), "target": "007"},
        {"type": "fermeture", "start": MORNING, "end": "10/03 24:00", "target": "M"},
        {
            "type": "service réduit",
            "start": dt.date(2027, 3, 11),
            "effect": "niveau 2",
            "end": dt.date(2027, 3, 11),
        },
    )
    assert found.scenario is not None
    assert found.undisturbed is not None
    assert found.undisturbed.absences == ()
    assert found.scenario.away(found.scenario.person["007"], 2)
    asked = {n.shift: n.target for n in found.scenario.needs[2]}
    assert asked == {"M": 0, "M≤10:40": 2, "N": 1}
    assert {n.shift: n.target for n in found.scenario.needs[3]} == {"M": 1, "N": 1}
    assert {n.shift: n.target for n in found.undisturbed.needs[2]} == {"M": 2, "N": 1}


def test_without_rows_both_questions_are_one(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert found.scenario is found.undisturbed
    assert found.disruptions == ()


def test_a_later_row_of_the_same_name_replaces_the_earlier_one_and_that_is_said(
    tmp_path: Path,
) -> None:
    row = {"id": "P1", "type": "fermeture", "start": MORNING, "target": "M"}
    found = reading(
        tmp_path, {**row, "end": "10/03 24:00"}, {**row, "id": "p1", "end": "11/03 24:00"}
    )
    assert places(found.problems) == [("disruption-replaced", "Perturbations!B2")]
    assert found.problems[0].severity == "notice"
    assert found.scenario is not None
    assert [n.target for n in found.scenario.needs[3] if n.shift == "M"] == [0]


def test_the_roster_may_hold_what_is_left_of_duties(tmp_path: Path) -> None:
    made = book(
        {"type": "fermeture", "start": MORNING, "end": "10/03 24:00", "target": "M"},
        {"type": "ajout", "start": MORNING, "target": "BR", "hours": "12:00-19:00"},
    )
    dates = [dt.date(2027, 3, 8) + dt.timedelta(days=day) for day in range(14)]
    cells = {"007": "M≤10:40", "008": "BR", "009": "M≤09:30*"}
    rows = [[who, None, None, code, *[None] * 11] for who, code in cells.items()]
    made["Planning"] = [["Matricule", *dates], *rows]
    found = read(tmp_path, made)
    assert [p.code for p in found.problems if p.severity == "error"] == []
    assert [(a.person, a.shift) for a in found.planning or ()] == [
        ("007", "M≤10:40"),
        ("008", "BR"),
        ("009", "M≤09:30"),  # of a row that has been replaced since
    ]
    del made["Perturbations"]
    codes_unknown = [p.code for p in read(tmp_path, made).problems]
    assert codes_unknown == ["code-unknown"] * 3


def test_all_formats_give_the_same_rows(tmp_path: Path) -> None:
    pytest.importorskip("xlwt")
    pytest.importorskip("odfdo")
    base_reading = reading(tmp_path)
    rows = [
        {"id": 1, "type": "retard", "start": MORNING, "target": "007", "effect": dt.time(7, 15)},
        {"type": "fermeture", "start": "10/03 00:00", "end": dt.date(2027, 3, 10), "target": "M"},
        {"type": "besoin", "start": "11/03", "end": "12/03", "target": "N", "effect": -1},
    ]
    table = {"Perturbations": book(*rows)["Perturbations"]}
    found = [
        read_incident(write(tmp_path / name, table), base_reading)
        for write, name in ((write_xlsx, "i.xlsx"), (write_xls, "i.xls"), (write_ods, "i.ods"))
    ]
    assert [problems for _, problems in found] == [(), (), ()]
    assert len(found[0][0]) == 3
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_an_incident_may_name_what_earlier_rows_added(tmp_path: Path) -> None:
    added = {"id": "B", "type": "ajout", "start": MORNING, "target": "BR", "hours": "12:00-19:00"}
    published = reading(tmp_path, added)

    def said(row: dict[str, Any]) -> list[tuple[str, str]]:
        table = {"Perturbations": book({"start": MORNING, "end": "13/03", **row})["Perturbations"]}
        return places(read_incident(write_xlsx(tmp_path / "i.xlsx", table), published)[1])

    assert said({"type": "suppression", "target": "BR"}) == []
    assert said({"type": "ajout", "target": "br", "effect": "+2"}) == []
    assert said({**added, "hours": "12:15-19:00"}) == [
        ("disruption-code-taken", "Perturbations!G2")
    ]
    assert said({"type": "suppression", "target": "BS"}) == [("shifts-unknown", "Perturbations!G2")]
    assert said({"type": "absence", "target": "007", "start": "01/05/2027", "end": None}) == [
        ("date-off-horizon", "Perturbations!C2")
    ]


def test_what_is_new_is_what_nobody_was_told_of(tmp_path: Path) -> None:
    """People were told of changes on 10 March at 12:00."""
    row = {"type": "absence", "start": dt.date(2027, 3, 12), "target": "007"}
    made = book(
        {**row, "id": "old", "known": "10/03 10:00"},
        {**row, "id": "new", "known": "10/03 12:01"},
        {**row, "id": "gone", "start": "01/03/2027", "known": "11/03"},
        {**row, "id": "open", "target": "008"},
    )
    made["Modifications"] = [
        ["Agent", "Date", "Avant", "Après", "Nature", "Annoncé le"],
        ["009", dt.date(2027, 3, 12), "M", None, "absent", dt.datetime(2027, 3, 10, 12, 0)],
    ]
    found = read(tmp_path, made)
    assert [one.name for one in found.news()] == ["new", "open"]
    again, other = found.disruptions[0], found.disruptions[1]
    assert again.end is not None
    longer = replace(again, end=again.end + 1440)
    elsewhere = replace(other, origin=None, told=(), known=at(3))
    assert found.news([again, longer, elsewhere]) == (*found.news(), longer)


def test_older_news_of_an_event_never_replaces_newer_ones(tmp_path: Path) -> None:
    """The first report is handed in again after the second one."""
    row = {"id": "P1", "type": "fermeture", "start": MORNING, "target": "M"}
    first = {**row, "end": "11/03 24:00", "known": MORNING}
    second = {**row, "end": "10/03 24:00", "known": "10/03 15:00"}
    third = {**first, "known": "10/03 18:00"}
    published = reading(tmp_path, first, second)

    def read_of(row: dict[str, Any]) -> tuple[tuple[Disruption, ...], list[tuple[str, str]]]:
        table = {"Perturbations": book(row)["Perturbations"]}
        rows, problems = read_incident(write_xlsx(tmp_path / "i.xlsx", table), published)
        return published.news(rows), places(problems)

    own = published.news()
    assert read_of(first) == (own, [("disruption-outdated", "Perturbations!B2")])
    news, said = read_of(third)
    assert [one.known for one in news] == [*(one.known for one in own), at(2, 1080)]
    assert said == []


def test_two_events_of_one_sheet_cannot_share_an_identifier(tmp_path: Path) -> None:
    row = {"id": "1", "type": "absence", "start": MORNING, "target": "007"}
    found = reading(tmp_path, row, {**row, "type": "fermeture", "target": "M"})
    assert places(found.problems) == [("disruption-other-event", "Perturbations!B3")]
    assert found.scenario is None


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"type": "suppression"}, ["disruption-other-event"]),
        ({"target": "N"}, []),  # it has spread
        ({"target": "N", "known": "10/03 09:00"}, ["disruption-other-event"]),
        ({"known": "10/03 09:00"}, ["disruption-outdated"]),
    ],
)
def test_an_identifier_belongs_to_one_event(
    tmp_path: Path, cells: dict[str, Any], said: list[str]
) -> None:
    row = {"id": "1", "type": "fermeture", "start": MORNING, "target": "M", "known": MORNING}
    published = reading(tmp_path, row)
    later = {**row, "known": "10/03 12:00", "end": "11/03", **cells}
    table = {"Perturbations": book(later)["Perturbations"]}
    rows, problems = read_incident(write_xlsx(tmp_path / "i.xlsx", table), published)
    assert places(problems) == [(code, "Perturbations!B2") for code in said]
    assert len(rows) == (0 if said else 1)
