"""The sheet of changes: what earlier re-plans announced, read back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from rotaplan.domain.published import PastChange, Post
from rotaplan.sheets import Reading
from tests.sheets.books import MONDAY, places, read, with_sheet

HEADINGS = ["Agent", "Date", "Avant", "Fonction avant", "Après", "Fonction après"]
HEADINGS += ["Nature", "Annoncé le"]
TOLD = dt.datetime(2027, 3, 9, 7, 10)


def row(**cells: Any) -> list[Any]:
    """Return a row of the sheet; a cell given by the start of its heading is another one."""
    made = ["007", MONDAY, "M", None, None, None, "libéré", TOLD]
    for name, value in cells.items():
        made[next(at for at, title in enumerate(HEADINGS) if title.startswith(name))] = value
    return made


def reading(folder: Path, *rows: list[Any]) -> Reading:
    book = with_sheet("Modifications", HEADINGS, *rows)
    book["Compétences"] = [["Agent", "Compétence"], ["007", "CHEF"], ["008", "CHEF"]]
    return read(folder, book)


def test_changes_come_back_in_the_order_of_their_announcements(tmp_path: Path) -> None:
    later = row(Agent="008", Avant="RH", Après="N", Fonction="", Nature="service sur repos")
    later[5], later[7] = "CHEF", dt.datetime(2027, 3, 10, 15, 0)
    found = reading(tmp_path, later, row())
    assert found.scenario is not None
    at = found.scenario.horizon.instant
    assert found.changes == (
        PastChange(
            person="007",
            day=0,
            before=Post(shift="M"),
            after=None,
            announced=at(1, 430),
            freed=True,
        ),
        PastChange(
            person="008",
            day=0,
            before=None,
            after=Post(shift="N", skill="CHEF"),
            announced=at(2, 900),
        ),
    )


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"Agent": "999"}, "person-unknown", "A2"),
        ({"Date": "31/06/2027"}, "date-impossible", "B2"),
        ({"Date": None}, "cell-required", "B2"),
        ({"Avant": "MM"}, "code-unknown", "C2"),
        ({"Après": "T1"}, "code-unknown", "E2"),
        ({"Fonction": "CHEFS"}, "skill-unknown", "D2"),
        ({"Nature": "envolé"}, "word-unknown", "G2"),
        ({"Annoncé": "hier"}, "moment-unreadable", "H2"),
        ({"Annoncé": None}, "cell-required", "H2"),
    ],
)
def test_a_fault_is_named_with_its_cell(
    tmp_path: Path, cells: dict[str, Any], code: str, place: str
) -> None:
    found = reading(tmp_path, row(**cells))
    errors = [one for one in found.problems if one.severity == "error"]
    assert places(errors) == [(code, f"Modifications!{place}")]
    assert found.changes == ()


def test_a_change_of_another_period_is_left_out_and_said(tmp_path: Path) -> None:
    found = reading(tmp_path, row(Date=dt.date(2027, 1, 4)))
    assert ("date-off-horizon", "Modifications!B2") in places(found.problems)
    assert found.changes == ()
    assert found.scenario is not None


def test_a_roster_that_is_not_as_announced_is_worth_a_warning(tmp_path: Path) -> None:
    later = row(Avant=None, Après="N", Nature="rétabli", Annoncé=dt.datetime(2027, 3, 9, 15, 0))
    book = with_sheet("Modifications", HEADINGS, later, row())
    dates = [MONDAY + dt.timedelta(days=day) for day in range(14)]
    for code, expected in (("N", []), ("M", [("change-differs", "Modifications!E2")])):
        book["Planning"] = [["Matricule", *dates], ["007", code, *[None] * 13]]
        assert places(read(tmp_path, book).problems) == expected
