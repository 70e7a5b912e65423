"""The answer workbook, read back cell by cell."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Demand
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.judge import judge
from rotaplan.problem import Cell
from rotaplan.result import Result
from rotaplan.strategies.asked import Barrier
from rotaplan.write.figures import Figures
from rotaplan.write.sentences import heading
from rotaplan.write.xlsx import write_xlsx
from rotaplan.write.xlsx.carried import InputSheet
from rotaplan.write.xlsx.colours import text_on
from tests.write import ward

OURS = [
    "Synthèse",
    "Planning",
    "Par poste",
    "Couverture",
    "Compteurs",
    "Souhaits",
    "Alertes",
    "Explications",
    "Journal",
]
INPUTS = ["Paramètres", "Agents", "Postes", "Besoins", "Absences", "Fixes", "Règles"]
FIRST_ROW, FIRST_COLUMN = 4, 3


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ward") / "ward.xlsx"
    ward.write_source(path)
    return path


@pytest.fixture(scope="module")
def answer(source: Path) -> Path:
    path = source.with_name("ward_planning.xlsx")
    write_xlsx(ward.result(), path, source=source)
    return path


def cells(path: Path, sheet: str) -> list[list[object]]:
    """Return the cells of a sheet as values, from A1 on."""
    book = CalamineWorkbook.from_path(str(path))
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def texts(path: Path, sheet: str) -> set[str]:
    """Return every text of a sheet."""
    return {value for row in cells(path, sheet) for value in row if isinstance(value, str)}


def test_sheets_stand_in_order_and_helpers_are_hidden(answer: Path):
    book = openpyxl.load_workbook(answer)
    assert book.sheetnames == [*OURS, *INPUTS, "_donnees", "_listes"]
    assert [name for name in book.sheetnames if book[name].sheet_state != "visible"] == [
        "_donnees",
        "_listes",
    ]


def test_the_grid_holds_dates_people_and_listes(answer: Path):
    rows = cells(answer, "Planning")
    dates = rows[3][FIRST_COLUMN : FIRST_COLUMN + ward.DAYS]
    assert dates == [ward.START + dt.timedelta(days=day) for day in range(ward.DAYS)]
    assert rows[2][FIRST_COLUMN : FIRST_COLUMN + 7] == list("LMMJVSD")
    assert rows[1][FIRST_COLUMN] == "S10"
    result = ward.result()
    for index, person in enumerate(result.scenario.people):
        row = rows[FIRST_ROW + index]
        assert row[0] == person.id
        for day in range(ward.DAYS):
            code = result.schedule.code(person.id, day)
            absences = result.scenario.absent.get((person.id, day), ())
            shown = {"": "", "CA": "CA", "RTT": "RTT"}
            expected = code or shown.get(absences[0].code if absences else "", "ABS")
            assert row[FIRST_COLUMN + day] == expected


def test_the_posted_sheets_hold_no_reason_of_absence(answer: Path):
    """Sickness and the like stay in the sheet of absences; leave may be seen."""
    reasons = {absence.code for absence in ward.result().scenario.absences} - {"CA", "RTT"}
    assert reasons
    for sheet in ("Planning", "Par poste", "Couverture"):
        texts = {value for row in cells(answer, sheet) for value in row if isinstance(value, str)}
        assert not reasons & texts


def test_totals_of_the_grid_are_formulas_with_their_values(answer: Path):
    formulas = openpyxl.load_workbook(answer)["Planning"]
    rows = cells(answer, "Planning")
    figures = Figures(scenario=ward.scenario(), schedule=ward.schedule(ward.scenario()))
    first = FIRST_COLUMN + ward.DAYS
    for index, tally in enumerate(figures.tallies):
        row = rows[FIRST_ROW + index]
        assert tally.target_minutes is not None
        target = tally.target_minutes / 60
        assert row[first : first + 4] == pytest.approx(
            [float(tally.person.fte), tally.minutes / 60, target, tally.minutes / 60 - target]
        )
        assert row[first + 4 : first + 7] == [tally.nights, tally.weekends, tally.free_days]
        for column in (first + 1, first + 3, first + 4, first + 5, first + 6):
            assert formulas.cell(FIRST_ROW + index + 1, column + 1).data_type == "f"


def test_cover_under_the_grid_is_held_of_wanted(answer: Path):
    sheet = openpyxl.load_workbook(answer)["Planning"]
    rows = cells(answer, "Planning")
    at = next(index for index, row in enumerate(rows) if row[1] == "Tenus / demandés")
    assert [rows[at + below][1] for below in (1, 2, 3, 4)] == ["M", "S", "J", "N"]
    assert rows[at + 1][0] == ""
    morning = sum(one.day == 0 and one.shift == "M" for one in ward.result().schedule.assignments)
    assert rows[at + 1][FIRST_COLUMN] == morning
    assert sheet.cell(at + 2, FIRST_COLUMN + 1).number_format == '0"/3"'


def test_text_of_the_input_never_becomes_a_formula(answer: Path):
    book = openpyxl.load_workbook(answer)
    found = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if ward.FORMULA in str(cell.value).splitlines():
                    assert cell.data_type == "s"
                    found += 1
    assert found > 5


def test_the_planner_s_colour_wins_and_text_stands_out(answer: Path):
    sheet = openpyxl.load_workbook(answer)["Planning"]
    found = {
        cell.value: (cell.fill.fgColor.rgb[2:], cell.font.color.rgb[2:])
        for cell in sheet[FIRST_ROW + 6]
        if cell.value in ("J", "S", "N", "CMO") and not cell.font.bold
    }
    found |= {
        c.value: (c.fill.fgColor.rgb[2:], c.font.color.rgb[2:])
        for c in sheet[9]
        if c.value == "ABS"
    }
    assert found["J"] == ("7030A0", "FFFFFF")
    assert found["S"] == ("FCE4D6", "000000")
    assert found["ABS"] == ("D9D9D9", "000000")


@pytest.mark.parametrize(
    ("fill", "text"),
    [
        ("#FFFFFF", "#000000"),
        ("#1F3864", "#FFFFFF"),
        ("#FFF2CC", "#000000"),
        ("#777777", "#000000"),
        ("#0000FF", "#FFFFFF"),
        ("", "#000000"),
    ],
)
def test_text_is_black_or_white_by_contrast(fill: str, text: str):
    assert text_on(fill) == text


def test_strict_breaches_are_framed_and_pins_noted(answer: Path):
    sheet = openpyxl.load_workbook(answer)["Planning"]
    one = next(v for v in ward.result().report.violations if v.rule == "rest_between")
    row = FIRST_ROW + int(one.person)
    cell = sheet.cell(row, FIRST_COLUMN + 1 + one.days[0])
    assert cell.border.top.style == "medium"
    assert cell.border.top.color.rgb == "FFC00000"
    pinned = sheet.cell(FIRST_ROW + 7, FIRST_COLUMN + 1 + 20)
    assert "! Imposé : N" in pinned.comment.text
    assert "Absent le matin (RTT)" in sheet.cell(FIRST_ROW + 6, FIRST_COLUMN + 1 + 15).comment.text


def test_names_and_gaps_stand_by_post(answer: Path):
    rows = cells(answer, "Par poste")
    by_post = {(row[0], row[2]): row for row in rows[4:]}
    held = sorted(
        one.person for one in ward.result().schedule.assignments if (one.day, one.shift) == (0, "M")
    )
    names = "\n".join(ward.scenario().person[person].name for person in held)
    assert by_post["M", ""][FIRST_COLUMN] == names
    assert by_post["J", "IDE"][FIRST_COLUMN] == "à pourvoir"


def test_cover_lists_every_need_with_its_gap(answer: Path):
    rows = cells(answer, "Couverture")[3:]
    posts = Figures(scenario=ward.scenario(), schedule=ward.result().schedule).posts
    assert len(rows) == len(posts)
    for row, post in zip(rows, posts, strict=True):
        assert row[0] == ward.START + dt.timedelta(days=post.need.day)
        assert (row[1], row[3]) == (post.need.shift, post.need.skill)
        assert row[7:10] == [
            len(post.held),
            len(post.held) - post.wanted,
            f"{len(post.held)}/{post.wanted}",
        ]


def test_counters_close_with_opening_and_acquired(answer: Path):
    rows = cells(answer, "Compteurs")
    assert rows[2][2::3] == [
        "Heures (solde)",
        "Nuits",
        "Week-ends",
        "Dimanches",
        "Jours fériés",
        "Pénibilité",
        "c",
    ]
    tally = Figures(scenario=ward.scenario(), schedule=ward.result().schedule).tallies[2]
    row = rows[4 + 2]
    assert row[2:5] == pytest.approx([1.5, tally.acquired["hours"] / 60, 1.5 + row[3]])
    assert row[5:8] == [3, tally.nights, 3 + tally.nights]
    split = sum(
        one.person == "003" and one.shift == "C" for one in ward.result().schedule.assignments
    )
    assert row[20:23] == [1, split, 1 + split]


def test_wishes_keep_their_columns_and_gain_the_outcome(answer: Path, source: Path):
    before, after = cells(source, "Souhaits"), cells(answer, "Souhaits")
    assert [row[:5] for row in after] == [row[:5] for row in before]
    assert after[0][5:] == ["Accordé", "Obtenu"]
    codes = [ward.result().schedule.code("001", day) for day in (5, 6)]
    assert codes == ["", ""]
    assert after[1][5] == "2 / 2"
    assert after[2][5:] == ["non", "repos"]


def test_alerts_lead_to_the_cell_and_to_the_rule(answer: Path):
    book = openpyxl.load_workbook(answer)
    sheet = book["Alertes"]
    report = ward.result().report
    assert sheet.max_row - 3 == len(report.violations) + len(report.unverifiable)
    rows = [row for row in sheet.iter_rows(min_row=4) if row[2].value == "repos quotidien"]
    assert rows
    for row in rows:
        if row[0].value == "non vérifiable":
            assert row[10].hyperlink.location == "'Planning'!D4"
            continue
        name, cell = row[10].hyperlink.location.rsplit("!", 1)
        assert name == "'Planning'"
        assert book["Planning"][cell].row == FIRST_ROW + int(row[4].value)
        assert book["Planning"][cell].border.top.style == "medium"
        assert row[11].hyperlink.location == "'Règles'!A2"
    strict = [row[0].value for row in sheet.iter_rows(min_row=4)]
    assert strict == sorted(strict, key=["strict", "souple", "non vérifiable"].index)
    assert "non vérifiable" in strict


def test_every_link_reaches_a_cell_of_the_file(answer: Path):
    book = openpyxl.load_workbook(answer)
    count = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    name, target = cell.hyperlink.location.rsplit("!", 1)
                    assert book[name.strip("'")][target].row <= book[name.strip("'")].max_row
                    count += 1
    assert count > 100


def test_log_names_input_versions_and_parameters(answer: Path, source: Path):
    rows = cells(answer, "Journal")
    pairs = {row[0]: row[1] for row in rows}
    assert pairs["SHA-256"] == hashlib.sha256(source.read_bytes()).hexdigest()
    assert pairs["Classeur lu"] == "ward.xlsx"
    assert pairs["Graine"] == 7
    assert pairs["ortools"] == "9.15"
    assert "minimum=11 h" in texts(answer, "Journal")
    assert not any(str(source.parent) in text for name in OURS for text in texts(answer, name))


def test_log_says_why_columns_were_not_used(source: Path):
    first = ward.result().scenario.rules[0].key
    for barrier, text in (
        (Barrier("rules", (0, 0)), heading(first, "fr")),
        (Barrier("levels"), "prix à plusieurs niveaux"),
    ):
        path = source.with_name(f"{barrier.reason}.xlsx")
        write_xlsx(replace(ward.result(), barrier=barrier), path, source=source)
        pairs = {row[0]: row[1] for row in cells(path, "Journal")}
        assert pairs["Pas par colonnes, à cause de"] == text


def test_summary_answers_first_whether_it_can_be_published(answer: Path):
    rows = cells(answer, "Synthèse")
    broken = len(ward.result().report.broken)
    assert rows[1][0] == f"Ne pas publier : les règles strictes sont enfreintes {broken} fois."
    pairs = {row[0]: row[1] for row in rows}
    assert pairs["Souhaits accordés"] == "2 / 3"
    assert "prouvé : on ne peut pas faire mieux" in texts(answer, "Synthèse")


def test_phone_numbers_stay_in_the_input_sheet(answer: Path):
    assert "01 99 00 00 00" in texts(answer, "Agents")
    assert not any("01 99" in text for name in OURS for text in texts(answer, name))


def test_the_long_table_has_real_minutes_and_wall_clock_times(answer: Path):
    rows = cells(answer, "_donnees")
    head, body = rows[0], rows[1:]
    assert head == [
        "date",
        "day",
        "agent",
        "code",
        "function",
        "start",
        "end",
        "minutes",
        "site",
    ]
    assert len(body) == len(ward.result().schedule.assignments)
    short = [row for row in body if row[3] == "N" and row[1] == ward.CHANGE]
    assert short
    assert {row[7] for row in short} == {540}
    assert {row[6] for row in short} == {dt.datetime(2027, 3, 28, 7, 0)}


def test_input_sheets_keep_their_values_and_types(answer: Path, source: Path):
    for name in INPUTS:
        assert cells(answer, name) == cells(source, name)


def test_the_same_answer_gives_the_same_bytes(answer: Path, source: Path, tmp_path: Path):
    again = tmp_path / "again.xlsx"
    write_xlsx(ward.result(), again, source=source)
    assert again.read_bytes() == answer.read_bytes()


def test_an_answer_is_input_for_the_next(answer: Path, tmp_path: Path):
    again = tmp_path / "again.xlsx"
    write_xlsx(ward.result(), again, source=answer)
    assert openpyxl.load_workbook(again).sheetnames == openpyxl.load_workbook(answer).sheetnames
    for name in ("Souhaits", "Planning", "Agents"):
        assert cells(again, name) == cells(answer, name)


def test_the_next_answer_may_speak_the_other_language(answer: Path, tmp_path: Path):
    english = tmp_path / "english.xlsx"
    write_xlsx(ward.result(), english, source=answer, language="en")
    names = openpyxl.load_workbook(english).sheetnames
    assert names[:5] == ["Summary", "Roster", "By post", "Cover", "Counters"]
    assert names[5:9] == ["Souhaits", "Alerts", "Explanations", "Log"]
    assert names[9:-2] == INPUTS
    assert cells(english, "Summary")[1][0].startswith("Do not publish")


def test_a_sheet_that_was_read_is_kept_whatever_its_name(source: Path, tmp_path: Path):
    named = tmp_path / "named.xlsx"
    book = openpyxl.load_workbook(source)
    book["Besoins"].title = "Couverture"
    book.save(named)
    result = ward.result()
    demand = tuple(
        replace(one, origin=Cell(sheet="Couverture", row=row))
        for row, one in enumerate(result.scenario.demand, start=2)
    )
    renamed = replace(result, scenario=replace(result.scenario, demand=demand))
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    write_xlsx(renamed, first, source=named)
    write_xlsx(renamed, second, source=first)
    for path in (first, second):
        names = openpyxl.load_workbook(path).sheetnames
        assert names.count("Couverture") == 1
        assert [name for name in names if name.startswith("Couv")] == [
            "Couverture (2)",
            "Couverture",
        ]
        assert cells(path, "Couverture") == cells(named, "Couverture")


def test_names_and_titles_beyond_the_limits_of_the_format(source: Path, tmp_path: Path):
    result = ward.result()
    titled = replace(result, scenario=replace(result.scenario, title="Unité & soins " * 40))
    sheets = (InputSheet(name="Notes [2027/03] de l'unité de médecine", rows=(("a", "b"),)),)
    path = tmp_path / "long.xlsx"
    write_xlsx(titled, path, inputs=sheets)
    book = openpyxl.load_workbook(path)
    assert "Notes _2027_03_ de l'unité de m" in book.sheetnames
    assert len(book["Planning"].oddHeader.left.text) < 255


def test_without_a_schedule_the_verdict_and_the_input_remain(source: Path, tmp_path: Path):
    path = tmp_path / "none.xlsx"
    result = Result(
        scenario=ward.scenario(), status="infeasible", schedule=None, report=None, seed=1
    )
    write_xlsx(result, path, source=source)
    names = openpyxl.load_workbook(path).sheetnames
    assert names[:2] == ["Synthèse", "Journal"]
    assert {"Souhaits", "Planning", *INPUTS} <= set(names)
    assert cells(path, "Synthèse")[1][0].startswith("Aucun planning possible")


def test_a_scenario_without_workbook_is_written_too(tmp_path: Path):
    path = tmp_path / "alone.xlsx"
    write_xlsx(ward.result(), path)
    assert openpyxl.load_workbook(path).sheetnames == [*OURS, "_donnees", "_listes"]
    assert cells(path, "Souhaits")[1][0] == "001"
    assert cells(path, "Souhaits")[1][2] == "repos"


def test_a_cell_with_two_listes_shows_both_and_its_totals_stay_true(tmp_path: Path):
    scenario = ward.scenario()
    made = [Assignment(person="001", day=0, shift=code) for code in ("M", "N")]
    schedule = Schedule.of(scenario, made)
    result = replace(ward.result(), schedule=schedule, report=judge(scenario, schedule))
    path = tmp_path / "twice.xlsx"
    write_xlsx(result, path)
    row = cells(path, "Planning")[FIRST_ROW]
    assert row[FIRST_COLUMN] == "M+N"
    assert row[FIRST_COLUMN + ward.DAYS + 1] == 17.5


def test_many_shifts_are_summed_by_family(tmp_path: Path):
    scenario = ward.scenario()
    shifts = tuple(
        replace(ward.SHIFTS[index % 2], code=f"{'MS'[index % 2]}{index:02d}", origin=None)
        for index in range(14)
    )
    demand = tuple(Demand(shift=shift.code, minimum=1) for shift in shifts)
    many = replace(scenario, shifts=shifts, demand=demand, pins=(), wishes=())
    made = [
        Assignment(person="001", day=0, shift="M00"),
        Assignment(person="002", day=0, shift="M02"),
    ]
    schedule = Schedule.of(many, made)
    path = tmp_path / "many.xlsx"
    result = replace(ward.result(), scenario=many, schedule=schedule, report=judge(many, schedule))
    write_xlsx(result, path)
    rows = cells(path, "Planning")
    family = next(row for row in rows if str(row[1]).startswith("Famille matin"))
    assert family[FIRST_COLUMN : FIRST_COLUMN + 2] == [2, 0]
    sheet = openpyxl.load_workbook(path)["Planning"]
    folded = [sheet.cell(n, 2).value for n, d in sheet.row_dimensions.items() if d.hidden]
    assert folded == sorted((shift.code for shift in shifts), key=lambda code: (code[0], code))


def test_print_set_up_is_landscape_with_repeated_heads(answer: Path):
    sheet = openpyxl.load_workbook(answer)["Planning"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 8
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.freeze_panes == "D5"
    assert "Médecine && soins" in str(sheet.oddHeader.left.text)


def test_names_shared_by_two_people_carry_the_staff_number(tmp_path: Path):
    scenario = ward.scenario()
    twins = (Person(id="1", name="Même Nom"), Person(id="2", name="Même Nom"))
    pair = replace(scenario, people=twins, absences=(), wishes=(), pins=())
    schedule = Schedule.of(pair, [Assignment(person="2", day=0, shift="M")])
    path = tmp_path / "twins.xlsx"
    write_xlsx(
        replace(ward.result(), scenario=pair, schedule=schedule, report=judge(pair, schedule)), path
    )
    row = next(row for row in cells(path, "Par poste") if row[0] == "M")
    assert row[FIRST_COLUMN] == "Même Nom (2)\nà pourvoir : 2"


@pytest.mark.parametrize("days", [1, 14, 84])
def test_short_and_long_rosters(days: int, tmp_path: Path):
    asked = ward.scenario()
    horizon = replace(asked.horizon, days=days)
    scenario = replace(asked, horizon=horizon, absences=(), wishes=(), pins=())
    schedule = ward.schedule(scenario)
    report = judge(scenario, schedule)
    path = tmp_path / "answer.xlsx"
    write_xlsx(replace(ward.result(), scenario=scenario, schedule=schedule, report=report), path)
    row = cells(path, "Planning")[FIRST_ROW]
    codes = [schedule.code("001", day) for day in range(days)]
    assert row[FIRST_COLUMN : FIRST_COLUMN + days] == codes
    sheet = openpyxl.load_workbook(path)["Planning"]
    assert bool(sheet.sheet_properties.pageSetUpPr.fitToPage) is (days < 84)
    assert [one.id for one in sheet.col_breaks.brk] == ([31, 59] if days == 84 else [])


def test_nobody_and_nothing_is_written_too(tmp_path: Path):
    scenario = replace(
        ward.scenario(), people=(), shifts=(), demand=(), absences=(), wishes=(), pins=()
    )
    schedule = Schedule.of(scenario, ())
    path = tmp_path / "empty.xlsx"
    result = replace(
        ward.result(), scenario=scenario, schedule=schedule, report=judge(scenario, schedule)
    )
    write_xlsx(result, path)
    assert cells(path, "Synthèse")[3][1] == "100,0 %"
