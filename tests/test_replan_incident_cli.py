"""``rotaplan replan FILE INCIDENT``: incidents from workbooks, one after the other.

The service is the example of ``rotaplan init``: Monday 8 to Sunday 21 March 2027.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from rotaplan import read
from rotaplan.cli import main
from rotaplan.domain.disruption import Effect
from rotaplan.domain.published import posts_of
from tests.sheets.books import write_xlsx

HEADINGS = ["Id", "Type", "Début", "Fin", "Connu le", "Cible", "Effet", "Horaires"]
TUESDAY = dt.date(2027, 3, 9)
KNOWN = dt.datetime(2027, 3, 9, 6, 0)
LIMITS = ("--reproducible", "--time-limit", "1", "--lang", "fr")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the answer to the example workbook, without its example of a disruption."""
    folder = tmp_path_factory.mktemp("published")
    assert run("init", folder / "a.xlsx", "--lang", "fr").exit_code == 0
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book["Perturbations"].delete_rows(2)
    book.save(folder / "a.xlsx")
    done = run("solve", folder / "a.xlsx", "--reproducible", "--time-limit", "1")
    assert done.exit_code == 0, done.output
    return folder / "a_planning.xlsx"


def incident(path: Path, *rows: list[Any], sheet: str = "Perturbations") -> Path:
    table = [HEADINGS, *([*row, *[None] * (len(HEADINGS) - len(row))] for row in rows)]
    return write_xlsx(path, {sheet: table})


def on_duty(file: Path, day: int, code: str) -> str:
    """Return somebody who is published on a shift of a day."""
    planning = read(file).planning
    assert planning is not None
    return next(one.person for one in planning if (one.day, one.shift) == (day, code))


def replan(file: Path, *words: object) -> Result:
    return run("replan", file, *words, *LIMITS)


def test_an_incident_and_what_comes_of_it(published: Path, tmp_path: Path) -> None:
    sick = on_duty(published, 2, "M")
    first = incident(
        tmp_path / "i1.xlsx",
        ["A1", "absence", dt.date(2027, 3, 10), None, KNOWN, sick],
        ["B1", "ajout", "11/03", "11/03", KNOWN, "INFO", "+1", "09:00-12:00/13:00-16:00"],
        ["F1", "fermeture", "12/03 18:00", "12/03 24:00", KNOWN, "S"],
    )
    before = published.read_bytes(), first.read_bytes()
    told = replan(published, first, "-o", tmp_path / "r.xlsx", "--plan", "most")
    assert told.exit_code == 0, told.output
    assert "mar. 9 mars 06:00" in told.output
    assert (published.read_bytes(), first.read_bytes()) == before

    again = read(tmp_path / "r.xlsx")
    assert again.problems == ()
    assert [(one.name, one.effect) for one in again.disruptions] == [
        ("A1", Effect.ABSENT),
        ("B1", Effect.ADDED),
        ("F1", Effect.CLOSED),
    ]
    assert again.scenario is not None
    assert again.planning is not None
    posts = posts_of(again.scenario, again.planning)
    assert (sick, 2) not in posts
    assert {post.shift for (_, day), post in posts.items() if day == 4} >= {"S≤18:00"}
    assert "INFO" in {post.shift for (_, day), post in posts.items() if day == 3}
    assert {(one.person, one.day) for one in again.changes} >= {(sick, 2)}
    at = again.scenario.horizon.instant
    assert {one.announced for one in again.changes} == {at(1, 360)}
    check = run("check", tmp_path / "r.xlsx", "--lang", "fr")
    assert check.exit_code == 0, check.output

    # The same file once more says nothing new; the second report does.
    nothing = replan(tmp_path / "r.xlsx", first, "-o", tmp_path / "n.xlsx")
    assert nothing.exit_code == 0
    assert "Rien de nouveau" in nothing.output
    later = dt.datetime(2027, 3, 9, 15, 0)
    second = incident(
        tmp_path / "i2.xlsx",
        ["a1", "absence", dt.date(2027, 3, 10), dt.date(2027, 3, 11), later, sick],
    )
    told = replan(tmp_path / "r.xlsx", second, "-o", tmp_path / "s.xlsx", "--plan", "most")
    assert told.exit_code == 0, told.output
    last = read(tmp_path / "s.xlsx")
    assert (last.disruptions[0].name, last.disruptions[0].end) == ("a1", at(4))
    assert len(last.disruptions) == 3
    assert last.scenario is not None
    assert last.scenario.away(last.scenario.person[sick], 3)
    assert {one.announced for one in last.changes} >= {at(1, 360)}


def test_rows_typed_into_the_published_file(published: Path, tmp_path: Path) -> None:
    sick = on_duty(published, 2, "M")
    book = openpyxl.load_workbook(published)
    row = ["A1", "absence", dt.datetime(2027, 3, 10), None, None, KNOWN, sick]
    for at, value in enumerate(row, start=1):
        book["Perturbations"].cell(2, at, value)
    book.save(tmp_path / "p.xlsx")
    answer = tmp_path / "p.json"
    told = replan(tmp_path / "p.xlsx", "--plan", "balanced", "--json", answer)
    assert told.exit_code == 0, told.output
    (plan,) = json.loads(answer.read_text(encoding="utf-8"))["plans"]
    assert (sick, 2) in {(one["person"], one["day"]) for one in plan["changes"]}
    nothing = replan(tmp_path / "p_replan.xlsx", "--json", tmp_path / "n.json")
    assert nothing.exit_code == 0
    assert "Rien de nouveau" in nothing.output
    assert json.loads((tmp_path / "n.json").read_text(encoding="utf-8")) == {"plans": []}


@pytest.fixture(scope="module")
def announced(published: Path) -> Path:
    """Return a re-plan of the published roster, after an absence."""
    sick, file = on_duty(published, 2, "M"), published.with_name("announced.xlsx")
    event = incident(
        published.with_name("i.xlsx"), ["A1", "absence", "10/03/2027", None, KNOWN, sick]
    )
    told = replan(published, event, "--plan", "balanced", "-o", file)
    assert told.exit_code == 0, told.output
    return file


@pytest.mark.parametrize("command", ["solve", "complete", "check"])
def test_what_was_announced_is_known_after_another_command(
    announced: Path, tmp_path: Path, command: str
) -> None:
    """Neither forgets what people were told, nor is the incident news for the next re-plan."""
    file = tmp_path / "next.xlsx"
    limits = () if command == "check" else ("--reproducible", "--time-limit", "0.3")
    done = run(command, announced, "-o", file, "--lang", "fr", *limits)
    assert done.exit_code == 0, done.output
    before, after = read(announced), read(file)
    assert before.changes
    assert after.changes == before.changes
    assert after.news() == ()
    book = openpyxl.load_workbook(file)
    assert not {"Messages", "Comparaison", "Note"} & set(book.sheetnames), "of the re-plan alone"
    sheet = book["Modifications"]
    assert "annoncée avant ce planning" in sheet["A2"].value
    assert sheet.max_row == 4 + len(before.changes)


def test_an_empty_incident_changes_nothing(published: Path, tmp_path: Path) -> None:
    before = published.read_bytes()
    told = replan(published, incident(tmp_path / "i.xlsx"), "-o", tmp_path / "r.xlsx")
    assert told.exit_code == 0, told.output
    assert "Rien de nouveau" in told.output
    assert published.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["i.xlsx"]
    assert replan(published, "-o", tmp_path / "r.xlsx").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["i.xlsx"]


def test_a_row_known_before_the_last_announcement_is_not_passed_over_in_silence(
    published: Path, tmp_path: Path
) -> None:
    sick, other = on_duty(published, 2, "M"), on_duty(published, 3, "M")
    path = incident(tmp_path / "i.xlsx", ["A1", "absence", "10/03", None, KNOWN, sick])
    done = replan(published, path, "--plan", "fewest", "-o", tmp_path / "r.xlsx")
    assert done.exit_code == 0, done.output
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    row = ["A2", "absence", dt.datetime(2027, 3, 11), None, None, dt.datetime(2027, 3, 9), other]
    for at, value in enumerate(row, start=1):
        book["Perturbations"].cell(3, at, value)
    book.save(tmp_path / "r.xlsx")
    told = replan(tmp_path / "r.xlsx")
    assert told.exit_code == 1, told.output
    assert "« rotaplan check » dit où" in told.output


def test_a_row_that_does_not_say_since_when_it_is_known_is_known_now(
    published: Path, tmp_path: Path
) -> None:
    """Otherwise an absence of next Friday would be news again at every re-plan until then."""
    person = on_duty(published, 4, "M")
    path = incident(tmp_path / "i.xlsx", ["A1", "absence", "12/03", None, None, person])
    words = ("--now", "2027-03-09 06:00", "--plan", "fewest", "-o", tmp_path / "r.xlsx")
    done = replan(published, path, *words)
    assert done.exit_code == 0, done.output
    (row,) = read(tmp_path / "r.xlsx").disruptions
    assert dict(row.told)["known"] == "09/03/2027 06:00"
    nothing = replan(tmp_path / "r.xlsx", path)
    assert "Rien de nouveau" in nothing.output


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["X", "fermeture", "01/06/2027 10:00", None, KNOWN, "M"], "Perturbations!C2"),
        (["X", "fermeture", KNOWN, "08/03/2027 10:00", KNOWN, "M"], "Perturbations!D2"),
        (["X", "fermeture", KNOWN, None, KNOWN, "T1"], "Perturbations!F2"),
        (["X", "absence", KNOWN, None, KNOWN, "9999"], "Perturbations!F2"),
        (["X", "météorite", KNOWN, None, KNOWN, "M"], "Perturbations!B2"),
        (["X", "retard", KNOWN, None, KNOWN, "0001"], "Perturbations!G2"),
    ],
)
def test_what_is_wrong_with_an_incident_is_said_and_nothing_written(
    published: Path, tmp_path: Path, row: list[Any], sentence: str
) -> None:
    path = incident(tmp_path / "i.xlsx", row)
    told = replan(published, path, "-o", tmp_path / "r.xlsx")
    assert told.exit_code == 2, told.output
    assert f"{sentence} [erreur]" in told.output
    assert "i.xlsx" in told.output
    assert [one.name for one in tmp_path.iterdir()] == ["i.xlsx"]
    english = run("replan", published, path, "-o", tmp_path / "r.xlsx", "--lang", "en")
    assert f"{sentence} [error]" in english.output


def test_an_incident_is_found_by_its_sheet(published: Path, tmp_path: Path) -> None:
    row = ["A1", "absence", dt.date(2027, 3, 10), None, KNOWN, "9999"]
    alone = incident(tmp_path / "a.xlsx", row, sheet="Feuil1")
    assert "Feuil1!F2 [erreur]" in replan(published, alone).output
    other = write_xlsx(tmp_path / "b.xlsx", {"Notes": [["x", "y"]], "Feuil1": [["a", "b"]]})
    told = replan(published, other)
    assert told.exit_code == 2
    assert "Perturbations" in told.output
    missing = replan(published, tmp_path / "none.xlsx")
    assert missing.exit_code == 2
    assert "none.xlsx" in missing.output


def test_the_published_file_is_never_overwritten(published: Path, tmp_path: Path) -> None:
    path = incident(tmp_path / "i.xlsx", ["A1", "absence", TUESDAY, None, KNOWN, "0001"])
    before = published.read_bytes(), path.read_bytes()
    for target in (published, path):
        told = replan(published, path, "--plan", "most", "-o", target, "--force")
        assert told.exit_code == 2, told.output
    assert (published.read_bytes(), path.read_bytes()) == before


def test_a_roster_that_breaks_rules_already_says_so_and_goes_on(
    published: Path, tmp_path: Path
) -> None:
    """A night before a morning is put into the published roster by hand."""
    book = openpyxl.load_workbook(published)
    sheet = book["Planning"]
    rows = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    dated = next(row for row in rows.values() if any(isinstance(c.value, dt.datetime) for c in row))
    column = {c.value.date(): c.column - 1 for c in dated if isinstance(c.value, dt.datetime)}
    for day, code in ((9, "N"), (10, "M")):
        rows["0001"][column[dt.date(2027, 3, day)]].value = code
    book.save(tmp_path / "p.xlsx")
    path = incident(
        tmp_path / "i.xlsx",
        ["A1", "absence", dt.date(2027, 3, 18), None, dt.datetime(2027, 3, 16, 9, 0), "0002"],
    )
    told = replan(tmp_path / "p.xlsx", path, "--plan", "fewest")
    assert "le planning enfreint déjà" in told.output
    assert (tmp_path / "p_replan.xlsx").exists(), told.output


def test_a_duty_that_was_worked_is_still_read_when_its_row_has_changed(
    published: Path, tmp_path: Path
) -> None:
    """S began at 16:00 only; in the evening the row says that it could have run from 15:30 on."""
    friday = dt.datetime(2027, 3, 12)
    row = ["F1", "fermeture", friday.replace(hour=8), friday.replace(hour=16)]
    first = incident(tmp_path / "i1.xlsx", [*row, friday.replace(hour=6), "S"])
    words = ("--plan", "fewest", "-o")
    done = replan(published, first, *words, tmp_path / "r.xlsx")
    assert done.exit_code == 0, done.output
    row[3] = friday.replace(hour=15, minute=30)
    second = incident(tmp_path / "i2.xlsx", [*row, friday.replace(hour=19), "S"])
    replan(tmp_path / "r.xlsx", second, *words, tmp_path / "s.xlsx")
    last = read(tmp_path / "s.xlsx")
    assert [p for p in last.problems if p.severity == "error"] == []
    assert {one.shift for one in last.planning or () if one.day == 4} >= {"S≥16:00"}
    again = incident(tmp_path / "i3.xlsx", ["A1", "absence", "18/03", None, "13/03", "0001"])
    replan(tmp_path / "s.xlsx", again, *words, tmp_path / "t.xlsx")
    third = read(tmp_path / "t.xlsx")
    assert {one.shift for one in third.planning or () if one.day == 4} >= {"S≥16:00"}
