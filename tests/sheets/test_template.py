"""New workbooks: what is written is what is read, and the example can be solved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from rotaplan.sheets import example as sample
from rotaplan.sheets import headings, read_workbook, tables, vocabulary
from rotaplan.sheets.reference import rules_reference
from rotaplan.sheets.template import write_template


def written(folder: Path, language: str, *, example: bool) -> Path:
    path = folder / f"{language}.xlsx"
    write_template(path, language=language, example=example)
    return path


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_reads_back_without_a_word(tmp_path: Path, language: str) -> None:
    reading = read_workbook(written(tmp_path, language, example=True))
    assert reading.problems == ()
    assert reading.language == language
    assert reading.scenario is not None
    found = reading.scenario
    rows = sample.rows(language)
    assert found.horizon.start == sample.START
    assert (found.horizon.days, found.horizon.history_days) == (14, 14)
    assert len(found.people) == len(rows["agents"]) == 10
    assert [shift.code for shift in found.shifts] == ["M", "S", "N", "RH", "CA"]
    assert len(found.demand) == len(rows["demand"])
    assert len(found.absences) == len(rows["absences"])
    assert len(found.wishes) == len(rows["wishes"])
    assert len(found.availability) == len(rows["availability"])
    assert [rule.key for rule in found.rules if "!" in rule.row] == [
        *(
            "rest_between",
            "weekly_rest",
            "minutes_period",
            "minutes_period",
            "work_run",
            "code_run",
            "off_run",
        ),
        *("weekend_complete", "balance_count"),
    ]
    assert len(found.history) == sum(
        code != "" for line in sample.history().values() for code in line
    )


def test_both_languages_hold_the_same_example(tmp_path: Path) -> None:
    french = read_workbook(written(tmp_path, "fr", example=True)).scenario
    english = read_workbook(written(tmp_path, "en", example=True)).scenario
    assert french is not None
    assert english is not None
    assert french.history == english.history
    assert [shift.spans for shift in french.shifts] == [shift.spans for shift in english.shifts]
    assert [(r.key, r.must, r.level, r.weight) for r in french.rules] == [
        (r.key, r.must, r.level, r.weight) for r in english.rules
    ]
    for day in french.horizon.planned:
        assert [(n.shift, n.minimum, n.target) for n in french.needs[day]] == [
            (n.shift, n.minimum, n.target) for n in english.needs[day]
        ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_blank_workbook_lacks_nothing_but_its_start(tmp_path: Path, language: str) -> None:
    path = written(tmp_path, language, example=False)
    reading = read_workbook(path)
    settings = headings.sheet_heading("settings", language)
    assert [(p.code, str(p.cell)) for p in reading.problems] == [
        ("cell-required", f"{settings}!B3")
    ]
    book = openpyxl.load_workbook(path)
    assert all(sheet.max_row == 1 for sheet in book.worksheets[1:-2])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_heading_has_a_comment_and_every_word_a_drop_down(
    tmp_path: Path, language: str
) -> None:
    book = openpyxl.load_workbook(written(tmp_path, language, example=False))
    for table in tables.TABLES:
        if not table.template or table.layout != "rows":
            continue
        sheet = book[headings.sheet_heading(table.name, language)]
        shown = [column for column in table.columns if column.template]
        titles = [cell.value for cell in sheet[1]]
        assert titles == [headings.heading(table.name, c.name, language) for c in shown]
        assert all(cell.comment is not None and cell.comment.text for cell in sheet[1])
        listed = {str(one.sqref)[0] for one in sheet.data_validations.dataValidation}
        wanted = {
            chr(65 + index)
            for index, column in enumerate(shown)
            if column.kind in ("word", "flag", "level", "weekday") or column.name == "rule"
        }
        assert listed == wanted
    assert book.worksheets[-1].sheet_state == "hidden"


def test_two_columns_of_one_sheet_never_share_a_heading() -> None:
    for table in tables.TABLES:
        for language in ("fr", "en"):
            titles = [
                headings.fold_heading(headings.heading(table.name, column.name, language))
                for column in table.columns
            ]
            assert len(set(titles)) == len(titles), (table.name, language)
            known = headings.headings_of(table.name)
            for column, title in zip(table.columns, titles, strict=True):
                assert known[title] == column.name, (table.name, column.name, language)


def test_two_words_of_one_kind_never_share_a_spelling() -> None:
    for kind, meanings in vocabulary.WORDS.items():
        for value, words in meanings.items():
            for word in words[:2]:
                assert headings.meaning(kind, word) == value, (kind, word)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path, "fr", example=True).read_bytes()
    assert written(tmp_path, "fr", example=True).read_bytes() == first


def test_an_example_dates_from_a_monday() -> None:
    assert sample.START.weekday() == 0
    assert isinstance(sample.START, dt.date)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_reference_tells_all_of_every_rule(language: str) -> None:
    from rotaplan.rules.base import all_rules, params_of

    text = rules_reference(language)
    for key, cls in all_rules().items():
        part = text.split(f"`{key}`\n", 1)[1].split("\n## ", 1)[0]
        assert part.count("\n| ") == (len(params_of(cls)) + 2 if params_of(cls) else 0), key
        assert len(part.splitlines()) > 6


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_reference_gives_examples_as_cells_hold_them(language: str) -> None:
    text = rules_reference(language)
    assert "frozenset" not in text
    assert "datetime" not in text
    heading = {"fr": "Qui A; C, tuteurs B, ratio 2", "en": "Who A; C, tutors B, ratio 2"}[language]
    assert heading in text


def test_the_reference_is_in_its_language() -> None:
    assert "Clé" in rules_reference("fr")
    assert "At least `minimum` hours" not in rules_reference("fr")
    french, english = rules_reference("fr"), rules_reference("en")
    assert french != english
