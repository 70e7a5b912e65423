"""What a re-plan hands out, read back cell by cell: day 0 is Monday 1 February 2027, 07:00."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from rotaplan.api import check, write, write_plan
from rotaplan.domain.disruption import COLUMNS, Disruption, Effect
from rotaplan.domain.people import People
from rotaplan.domain.published import Change
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.replanning import Question, Replanning, replanned
from rotaplan.sheets.headings import fold, headings_of, meaning
from rotaplan.text import LANGUAGES, say
from rotaplan.write.xlsx.changes import COLUMNS as CHANGE_COLUMNS
from rotaplan.write.xlsx.changes import heading_key
from tests.replanning.test_plans import HOUR, away, find, plans, service

HEAD = 4
"""Row of the headings on the sheet of changes."""
ROSTER = "E E . E\nL L . L\nR R R R\n. . E .\n. . L ."


@pytest.fixture(scope="module")
def asked() -> tuple[Scenario, Schedule]:
    return service(ROSTER, E=1, L=1, R=1)


@pytest.fixture(scope="module")
def sick(asked: tuple[Scenario, Schedule]) -> Replanning:
    """Return the plans for somebody who is away on Tuesday."""
    return plans(*asked, away(asked[0], "A", 1))


@pytest.fixture(scope="module")
def file(sick: Replanning, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("replan") / "plan.xlsx"
    write_plan(sick, "balanced", path, language="fr")
    return path


def grid(path: Path, sheet: str = "Planning") -> dict[tuple[str, dt.date], str]:
    """Return the codes of a roster by person and date, days off left out."""
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    dates = rows[3]
    return {
        (str(row[0]), date.date()): str(code)
        for row in rows[4:]
        for date, code in zip(dates, row, strict=True)
        if isinstance(date, dt.datetime) and row[0] and code
    }


def table(sheet: Worksheet, head: int = HEAD) -> list[dict[str, object]]:
    """Return the rows below the headings, by heading."""
    names, *rows = list(sheet.iter_rows(min_row=head, values_only=True))
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def test_reported_changes_are_the_true_difference_of_two_files(
    asked: tuple[Scenario, Schedule], file: Path
) -> None:
    scenario, schedule = asked
    before = file.with_name("published.xlsx")
    write(check(scenario, schedule.assignments), before, language="fr")
    old, new = grid(before), grid(file)
    true = {
        (*cell, old.get(cell), new.get(cell))
        for cell in old | new
        if old.get(cell) != new.get(cell)
    }
    told = {
        (row["Agent"], row["Date"].date(), row["Avant"], row["Après"])  # type: ignore[union-attr]
        for row in table(openpyxl.load_workbook(file)["Modifications"])
    }
    assert true == told
    assert len(told) >= 2


def test_a_change_says_when_where_why_and_since_when(file: Path) -> None:
    rows = table(openpyxl.load_workbook(file)["Modifications"])
    by_person = {row["Agent"]: row for row in rows}
    assert by_person["A"] == {
        "Agent": "A",
        "Nom": "A",
        "Date": dt.datetime(2027, 2, 2),
        "Avant": "E",
        "Fonction avant": None,
        "Après": None,
        "Fonction après": None,
        "Prise de service": None,
        "Lieu": None,
        "Nature": "absent",
        "Préavis": "23 h · urgent",
        "Motif": "absence",
        "Accord": "pas nécessaire",
        "Annoncé le": dt.datetime(2027, 2, 1, 7),
    }
    reserve = by_person["C"]
    assert (reserve["Après"], reserve["Prise de service"]) == ("E", dt.time(6))
    assert (reserve["Nature"], reserve["Motif"]) == ("réserve appelée", "réorganisation")


def test_changed_cells_are_framed_and_say_what_was_published(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    changed = {
        (row["Agent"], row["Date"]): row["Avant"] or "repos" for row in table(book["Modifications"])
    }
    sheet = book["Planning"]
    dates = {cell.column: cell.value for cell in sheet[4] if isinstance(cell.value, dt.datetime)}
    found = {}
    for row in sheet.iter_rows(min_row=5, max_row=9):
        for cell in row:
            if cell.column in dates and cell.border.left.style == "thick":
                assert cell.comment is not None
                found[row[0].value, dates[cell.column]] = cell.comment.text
    assert found.keys() == changed.keys()
    for cell, before in changed.items():
        assert found[cell] == f"Avant : {before} (annoncé le 01/02/2027 07:00)"


def test_the_summary_says_what_changes_in_short(sick: Replanning, file: Path) -> None:
    rows = openpyxl.load_workbook(file)["Synthèse"].iter_rows(values_only=True)
    told = {row[0]: row[1] for row in rows if row[0]}
    plan = sick.plan("balanced")
    assert told["Cases modifiées"] == str(plan.figures.cells)
    assert told["Personnes à prévenir"] == str(plan.figures.told)


def test_a_new_roster_has_none_of_it(asked: tuple[Scenario, Schedule], tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    write(check(asked[0], asked[1].assignments), path, language="fr")
    book = openpyxl.load_workbook(path)
    assert not {"Modifications", "Perturbations"} & set(book.sheetnames)
    texts = {cell.value for row in book["Planning"].iter_rows() for cell in row}
    assert "modifié" not in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_knows_every_heading_and_kind(language: str) -> None:
    for name in CHANGE_COLUMNS:
        written = say(language, f"out-{heading_key(name)}")
        assert headings_of("changes")[fold(written)] == name
    for kind in Change:
        written = say(language, f"out-change-kind-{kind.value.replace('_', '-')}")
        assert meaning("change", written) == kind.value


def test_sheets_speak_both_languages(sick: Replanning, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan(sick, "balanced", path, language="en")
    book = openpyxl.load_workbook(path)
    assert {"Changes", "Disruptions"} <= set(book.sheetnames)
    assert [row["Kind"] for row in table(book["Changes"])] == ["absent", "reserve called"]


# Disruptions


def told(scenario: Scenario, name: str, **texts: str) -> Disruption:
    """Return somebody's absence, as a planner wrote it."""
    return replace(away(scenario, name, 1), name=f"i-{name}", told=tuple(texts.items()))


def test_disruptions_are_written_as_they_were_and_replaced_ones_left_out(
    asked: tuple[Scenario, Schedule], tmp_path: Path
) -> None:
    scenario, schedule = asked
    first = told(scenario, "A", id="1", type="absence", start="02/02/2027", target="A")
    later = replace(first, end=scenario.horizon.instant(3))
    later = replace(later, told=(*first.told, ("end", "03/02/2027"), ("note", "=1+1")))
    other = told(scenario, "B", start="02/02/2027 00:00", end="04/02/2027 04:40", effect="niveau 2")
    question = Question(
        scenario=scenario,
        assignments=schedule.assignments,
        earlier=(first, other),
        new=(later,),
        now=scenario.horizon.instant(0, 7 * HOUR),
    )
    found = replanned(question, find, ["fewest"])
    path = tmp_path / "plan.xlsx"
    write_plan(found, "fewest", path, language="fr")
    sheet = openpyxl.load_workbook(path)["Perturbations"]
    rows = table(sheet, 1)
    assert len(sheet[1]) == len(COLUMNS)
    shown = [{name: value for name, value in row.items() if value} for row in rows]
    assert shown == [
        {
            "Id": "1",
            "Type": "absence",
            "Début": dt.datetime(2027, 2, 2),
            "Fin": dt.datetime(2027, 2, 3),
            "Cible": "A",
            "Note": "=1+1",
        },
        {
            "Début": "02/02/2027 00:00",  # a true midnight would be read as the whole day
            "Fin": dt.datetime(2027, 2, 4, 4, 40),
            "Effet": "niveau 2",
        },
    ]
    assert sheet.cell(2, len(COLUMNS)).data_type == "s", "never a formula"


# A second re-plan


def again(
    scenario: Scenario, schedule: Schedule, first: Replanning, *new: Disruption, at: int
) -> Replanning:
    """Return the second re-plan, which takes the first one's balanced plan as announced."""
    before = first.plan("balanced")
    cells = [(one.person, one.day) for one in before.modifications]
    question = Question(
        scenario=scenario,
        assignments=before.schedule.assignments,
        earlier=first.new,
        new=new,
        now=scenario.horizon.instant(0, at * HOUR),
        announced=dict.fromkeys(cells, first.published.now),
        original={(one.person, one.day): one.before for one in before.modifications},
        last_day=scenario.horizon.days - 1,
    )
    return replanned(question, find)


def kept(rows: Iterable[dict[str, object]], when: dt.datetime) -> list[dict[str, object]]:
    return [row for row in rows if row["Annoncé le"] == when]


def test_what_was_announced_stays_on_the_sheet(
    asked: tuple[Scenario, Schedule], sick: Replanning, file: Path, tmp_path: Path
) -> None:
    scenario, schedule = asked
    second = again(scenario, schedule, sick, away(scenario, "B", 3), at=9)
    path = tmp_path / "second.xlsx"
    write_plan(second, "balanced", path, source=file, language="fr")
    book = openpyxl.load_workbook(path)
    assert [name for name in book.sheetnames if name.startswith("Modif")] == ["Modifications"]
    rows = table(book["Modifications"])
    before = table(openpyxl.load_workbook(file)["Modifications"])
    assert kept(rows, dt.datetime(2027, 2, 1, 7)) == before
    new = kept(rows, dt.datetime(2027, 2, 1, 9))
    assert next((row["Agent"], row["Date"]) for row in new) == ("B", dt.datetime(2027, 2, 4))
    assert len(rows) == len(before) + len(new)
    assert len(table(book["Perturbations"], 1)) == 2
    dashed = [
        cell.comment.text
        for row in book["Planning"].iter_rows(min_row=5, max_row=9)
        for cell in row
        if cell.border.left.style == "mediumDashed"
    ]
    assert sorted(dashed) == [
        "Avant : E (annoncé le 01/02/2027 07:00)",
        "Avant : R (annoncé le 01/02/2027 07:00)",
    ]


def test_a_new_roster_drops_the_sheets_of_a_re_plan(
    asked: tuple[Scenario, Schedule], file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.xlsx"
    write(check(asked[0], asked[1].assignments), path, source=file, language="en")
    book = openpyxl.load_workbook(path)
    assert not {"Modifications", "Messages", "Comparaison", "Note"} & set(book.sheetnames)
    assert "Perturbations" in book.sheetnames, "what has happened is still true"
    told = [list(row.values()) for row in table(openpyxl.load_workbook(file)["Modifications"])]
    assert [list(row.values()) for row in table(book["Changes"])] == told, "so is what was said"


def test_a_re_plan_that_changed_nothing_leaves_no_sheet_of_changes(
    asked: tuple[Scenario, Schedule], tmp_path: Path
) -> None:
    source, path = tmp_path / "source.xlsx", tmp_path / "new.xlsx"
    nothing = plans(*asked, away(asked[0], "E", 0))
    write_plan(nothing, "balanced", source, language="fr")
    assert openpyxl.load_workbook(source)["Modifications"].max_row == HEAD
    write(check(asked[0], asked[1].assignments), path, source=source, language="fr")
    assert "Modifications" not in openpyxl.load_workbook(path).sheetnames


@pytest.mark.parametrize(
    ("cell", "text"),
    [("O4", "Remarque"), ("O5", "appelé deux fois"), ("A9", "à rappeler")],
    ids=["a column", "beside a row", "below the rows"],
)
def test_a_sheet_of_changes_that_a_planner_has_written_on_is_kept_as_it_is(
    asked: tuple[Scenario, Schedule], file: Path, tmp_path: Path, cell: str, text: str
) -> None:
    source, path = tmp_path / "source.xlsx", tmp_path / "new.xlsx"
    book = openpyxl.load_workbook(file)
    book["Modifications"][cell] = text
    book.save(source)
    for _ in range(2):
        write(check(asked[0], asked[1].assignments), path, source=source, language="fr")
        assert openpyxl.load_workbook(path)["Modifications"][cell].value == text
        source = path.rename(tmp_path / "again.xlsx")


def test_a_note_of_the_planner_is_kept(asked: tuple[Scenario, Schedule], tmp_path: Path) -> None:
    source, path = tmp_path / "source.xlsx", tmp_path / "new.xlsx"
    write(check(asked[0], asked[1].assignments), source, language="fr")
    book = openpyxl.load_workbook(source)
    book.create_sheet("Note")["A1"] = "à ne pas perdre"
    book.save(source)
    write(check(asked[0], asked[1].assignments), path, source=source, language="fr")
    assert openpyxl.load_workbook(path)["Note"]["A1"].value == "à ne pas perdre"


def test_a_change_without_a_row_gets_one(
    asked: tuple[Scenario, Schedule], sick: Replanning, tmp_path: Path
) -> None:
    second = again(*asked, sick, away(asked[0], "B", 3), at=9)
    path = tmp_path / "second.xlsx"
    write_plan(second, "balanced", path, language="fr")
    rows = kept(table(openpyxl.load_workbook(path)["Modifications"]), dt.datetime(2027, 2, 1, 7))
    assert [(row["Agent"], row["Avant"], row["Après"]) for row in rows] == [
        ("A", "E", "repos"),
        ("C", "R", "E"),
    ]


def test_cut_duties_keep_their_code(tmp_path: Path) -> None:
    scenario, schedule = service("E\nD\nL", E=1, D=1, L=1)
    closed = Disruption(
        effect=Effect.CLOSED,
        start=scenario.horizon.instant(0, 10 * HOUR),
        end=scenario.horizon.instant(1),
        shifts=Shifts(codes=frozenset({"E", "L"})),
    )
    bus = Shift(code="=BUS", spans=(Span(start=15 * HOUR, end=22 * HOUR),), site="Nord")
    added = replace(closed, effect=Effect.ADDED, shifts=Shifts(), made=bus, priority=1)
    found = plans(scenario, schedule, closed, added, now=10 * HOUR)
    path = tmp_path / "plan.xlsx"
    write_plan(found, "fewest", path, language="fr")
    sheet = openpyxl.load_workbook(path)["Modifications"]
    rows = [(row["Avant"], row["Après"], row["Lieu"], row["Nature"]) for row in table(sheet)]
    assert rows == [("E", "E≤10:00", None, "libéré"), ("L", "=BUS", "Nord", "réemploi")]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    monday = scenario.horizon.date(0)
    assert grid(path) == {("A", monday): "E≤10:00", ("B", monday): "D", ("C", monday): "=BUS"}


def test_work_on_a_day_of_rest_says_who_agreed(tmp_path: Path) -> None:
    scenario, schedule = service("E E E .\n. . . .", E=1)
    ill = away(scenario, "A", 2)
    agreed = replace(ill, effect=Effect.VOLUNTEER, people=People(ids=frozenset({"B"})))
    path = tmp_path / "plan.xlsx"
    write_plan(plans(scenario, schedule, ill, agreed), "most", path, language="fr")
    rows = table(openpyxl.load_workbook(path)["Modifications"])
    assert [(row["Avant"], row["Après"], row["Nature"], row["Accord"]) for row in rows] == [
        ("E", None, "absent", "pas nécessaire"),
        ("repos", "E", "service sur repos", "volontaire"),
    ]
