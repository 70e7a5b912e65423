"""The sheet of disruptions: what it makes of the question, and what an incident adds to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rotaplan.domain.disruption import Disruption
from rotaplan.sheets import read_incident
from tests.sheets.books import places, read, write_ods, write_xls, write_xlsx
from tests.sheets.incidents import MORNING, at, book, event, incident, reading


def test_the_question_is_read_as_the_rows_leave_it(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        event("absence", "007", start=dt.date(2027, 3, 10)),
        event("fermeture", "M", end="10/03 24:00"),
        event(
            "service réduit",
            start=dt.date(2027, 3, 11),
            effect="niveau 2",
            end=dt.date(2027, 3, 11),
        ),
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
    row = event("fermeture", "M", id="P1")
    found = reading(
        tmp_path, {**row, "end": "10/03 24:00"}, {**row, "id": "p1", "end": "11/03 24:00"}
    )
    assert places(found.problems) == [("disruption-replaced", "Perturbations!B2")]
    assert found.problems[0].severity == "notice"
    assert found.scenario is not None
    assert [n.target for n in found.scenario.needs[3] if n.shift == "M"] == [0]


def test_the_roster_may_hold_what_is_left_of_duties(tmp_path: Path) -> None:
    made = book(
        event("fermeture", "M", end="10/03 24:00"),
        event("ajout", "BR", hours="12:00-19:00"),
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
        event("retard", "007", id=1, effect=dt.time(7, 15)),
        event("fermeture", "M", start="10/03 00:00", end=dt.date(2027, 3, 10)),
        event("besoin", "N", start="11/03", end="12/03", effect=-1),
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
    added = event("ajout", "BR", id="B", hours="12:00-19:00")
    published = reading(tmp_path, added)

    def said(row: dict[str, Any]) -> list[tuple[str, str]]:
        return incident(tmp_path, published, {"end": "13/03", **row})[1]

    assert said(event("suppression", "BR")) == []
    assert said(event("ajout", "br", effect="+2")) == []
    assert said({**added, "hours": "12:15-19:00"}) == [
        ("disruption-code-taken", "Perturbations!G2")
    ]
    assert said(event("suppression", "BS")) == [("shifts-unknown", "Perturbations!G2")]
    assert said(event("absence", "007", start="01/05/2027", end=None)) == [
        ("date-off-horizon", "Perturbations!C2")
    ]


def test_what_is_new_is_what_nobody_was_told_of(tmp_path: Path) -> None:
    """People were told of changes on 10 March at 12:00."""
    row = event("absence", "007", start=dt.date(2027, 3, 12))
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
    row = event("fermeture", "M", id="P1")
    first = {**row, "end": "11/03 24:00", "known": MORNING}
    second = {**row, "end": "10/03 24:00", "known": "10/03 15:00"}
    third = {**first, "known": "10/03 18:00"}
    published = reading(tmp_path, first, second)

    def read_of(row: dict[str, Any]) -> tuple[tuple[Disruption, ...], list[tuple[str, str]]]:
        rows, said = incident(tmp_path, published, row)
        return published.news(rows), said

    own = published.news()
    assert read_of(first) == (own, [("disruption-outdated", "Perturbations!B2")])
    news, said = read_of(third)
    assert [one.known for one in news] == [*(one.known for one in own), at(2, 1080)]
    assert said == []


def test_two_events_of_one_sheet_cannot_share_an_identifier(tmp_path: Path) -> None:
    row = event("absence", "007", id="1")
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
    row = event("fermeture", "M", id="1", known=MORNING)
    published = reading(tmp_path, row)
    later = {**row, "known": "10/03 12:00", "end": "11/03", **cells}
    rows, found = incident(tmp_path, published, later)
    assert found == [(code, "Perturbations!B2") for code in said]
    assert len(rows) == (0 if said else 1)
