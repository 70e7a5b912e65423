"""The sheet of disruptions: when a row holds, and what it means."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Effect
from rotaplan.domain.work import Family, Shift, Shifts, Span
from tests.sheets.books import places, read
from tests.sheets.incidents import MORNING, at, book, event, one, reading


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
    found = reading(tmp_path, event(kind, target))
    assert places(found.problems) == [("disruption-open", "Perturbations!D2")] * said


def test_certainty_and_since_when_it_is_known(tmp_path: Path) -> None:
    known = dt.datetime(2027, 3, 10, 11, 5)
    row = one(tmp_path, id="P1", type="panne", target="M", certainty="Estimé", known=known)
    assert (row.name, row.estimated, row.known) == ("P1", True, at(2, 665))


# What


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (event("absence", "007; Grand Luc"), {"effect": Effect.ABSENT, "people": {"007", "008"}}),
        (event("Grève", "Nord"), {"people": {"007", "008"}}),
        (event("malade", "tous; sauf 009"), {"people": {"007", "008", "010"}}),
        (
            event("retard", "007", effect="07:15"),
            {"effect": Effect.LATE, "minute": 435, "shifts": Shifts()},
        ),
        (event("retard", "007", effect=dt.time(7, 15)), {"minute": 435}),
        (event("delay", "007", effect="not before 7h15"), {"minute": 435}),
        (event("retard", "007", effect="en retard, pas avant 7h15"), {"minute": 435}),
        (
            event("inaccessible", "007", effect="pas avant 7h", site="depot"),
            {
                "effect": Effect.LATE,
                "minute": 420,
                "shifts": Shifts(sites=frozenset({"Dépôt"}), text="Dépôt"),
            },
        ),
        (
            event("habilitation perdue", "007", effect="lic:d"),
            {"effect": Effect.SKILL_LOST, "skill": "LIC:D"},
        ),
        (event("skill lost", "007", skills="LIC:D"), {"skill": "LIC:D"}),
        (event("volontaire", "007"), {"effect": Effect.VOLUNTEER}),
        (
            event("fermeture", "ligne:sol"),
            {"effect": Effect.CLOSED, "shifts": Shifts(tags=frozenset({"sol"}), text="ligne:sol")},
        ),
        (event("fermeture", "Dépôt"), {"shifts": Shifts(sites=frozenset({"Dépôt"}), text="Dépôt")}),
        (
            event("suppression", "nuit"),
            {
                "effect": Effect.CANCELLED,
                "shifts": Shifts(families=frozenset({Family.NIGHT}), text="nuit"),
            },
        ),
        (
            event("horaires modifiés", "M", hours="07:30-11:00 / 13:00-16:00"),
            {
                "effect": Effect.CHANGED,
                "shifts": codes("M"),
                "made": Shift(code="", spans=(Span(start=450, end=660), Span(start=780, end=960))),
            },
        ),
        (event("ajout", "M"), {"effect": Effect.ADDED, "count": 1}),
        (event("ajout", "M", effect="+2", priority=1), {"count": 2, "priority": 1}),
        (event("ajout", "M", effect=2), {"count": 2}),
        (event("ajout", "sol", effect="2"), {"made": None, "count": 2}),
        (event("ajout", "M", hours="6h45-14h15"), {"count": 1}),
        (event("besoin", "M", effect="+2"), {"count": 2, "factor": None}),
        (event("besoin", "M", effect="−1"), {"count": -1}),
        (event("besoin", "M", effect=-1), {"count": -1}),
        (event("besoin", "M", effect="×0,5"), {"factor": Fraction(1, 2)}),
        (event("besoin", "M", effect="besoin x 1.5"), {"factor": Fraction(3, 2)}),
        (event("besoin", "M", effect="80 %"), {"factor": Fraction(4, 5)}),
        (event("besoin", "M", effect="-20 %"), {"factor": Fraction(4, 5)}),
        (event("besoin", "M", effect=0.5), {"factor": Fraction(1, 2)}),
        (event("besoin", "tous", effect="*0"), {"factor": Fraction(0)}),
        (
            event("service réduit", effect="comme dimanche"),
            {
                "effect": Effect.SERVICE,
                "like": Days(weekdays=frozenset({6}), text="comme dimanche"),
                "shifts": Shifts(),
            },
        ),
        (
            event("reduced service", "M", effect="as on a Sunday"),
            {"like": Days(weekdays=frozenset({6}), text="as on a Sunday"), "shifts": codes("M")},
        ),
        (event("service réduit", effect="férié"), {"like": Days(holidays=True, text="férié")}),
        (
            event("service réduit", effect="Niveau 2"),
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
    made = book(event("ajout", "BR-9", hours="17:05-00:25"))
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
        event("suppression", "BR-1", start="12/03", end="12/03"),
        event("ajout", "BR-1", start="10/03", end="10/03", hours="12h-19h"),
        event("ajout", "br-1", start="11/03", end="11/03", hours="12h-19:00"),
        event("ajout", "BR-1", start="13/03", end="13/03"),
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
