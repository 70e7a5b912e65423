"""Instances of rotating workforce scheduling: all public forms, as questions and as workbooks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.errors import WorkbookError
from rotaplan.formats.rws import convert, question, read_instance
from rotaplan.sheets import read_workbook
from tests.formats.evaluate_rws import CLASSICAL, FOLDER, read
from tests.formats.test_evaluate_rws import needs_instances

TEXT = """#Length of the schedule
7
#Number of Employees
3
##Number of Shifts
2
# Temporal Requirements Matrix
1 1 1 1 1 0 0
1 1\t1 1 1 1 1
#ShiftName, Start, Length, Name, MinlengthOfBlocks, MaxLengthOfBlocks
D  360 480 2 5
N  1320 480 2 4
# Minimum and maximum length of days-off blocks
1 4
# Minimum and maximum length of work blocks
2 6
# Number of not allowed shift sequences: NrSequencesOfLength2, NrSequencesOfLength3:
1 1
# Not allowed shift sequences
N D
N - D
"""
ALL = [*CLASSICAL, *sorted(FOLDER.glob("minizinc_challenge/mznc201*.dzn"))]


def written(tmp_path: Path, text: str, name: str = "small.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_instance_is_read_whole(tmp_path: Path) -> None:
    found = read_instance(written(tmp_path, TEXT))
    assert (found.name, found.employees, found.off, found.work) == ("small", 3, (1, 4), (2, 6))
    assert [(one.code, one.start, one.least, one.most) for one in found.blocks] == [
        ("D", 360, 2, 5),
        ("N", 1320, 2, 4),
    ]
    assert found.demand == ((1, 1, 1, 1, 1, 0, 0), (1,) * 7)
    assert (found.after, found.after_rest) == ((("N", "D"),), (("N", "D"),))


@needs_instances
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_reads_what_another_reader_reads(path: Path) -> None:
    ours, theirs = read_instance(path), read(path)
    assert ours.employees == theirs.employees
    assert {
        b.code: list(row) for b, row in zip(ours.blocks, ours.demand, strict=True)
    } == theirs.required
    assert {b.code: (b.least, b.most) for b in ours.blocks} == theirs.blocks
    assert (ours.off, ours.work) == (theirs.off, theirs.work)
    assert (set(ours.after), set(ours.after_rest)) == (theirs.pairs, theirs.triples)


@needs_instances
@pytest.mark.parametrize("path", CLASSICAL, ids=lambda path: path.stem)
def test_the_minizinc_form_is_the_same_instance(path: Path) -> None:
    ours = read_instance(path)
    other = read_instance(FOLDER / "musliu20_dzn" / f"{path.stem}.dzn")
    assert replace(other, after=tuple(sorted(other.after))) == replace(
        ours, after=tuple(sorted(ours.after))
    )


@pytest.mark.parametrize(
    ("old", "new", "row", "section"),
    [
        ("7\n#Number of E", "14\n#Number of E", 2, "length of the schedule"),
        ("1 1\t1", "1 x\t1", 9, "requirements"),
        ("D  360 480 2 5", "D  360 480 2", 11, "shift"),
        ("N - D", "N D", 21, "sequence"),
        ("N - D", "N - D\n5", 22, "end"),
        ("N D\nN -", "N Q\nN -", 1, "bounds"),
        ("2 6\n", "6 2\n", 1, "bounds"),
    ],
)
def test_a_line_without_sense_is_named(
    tmp_path: Path, old: str, new: str, row: int, section: str
) -> None:
    assert old in TEXT
    with pytest.raises(WorkbookError) as caught:
        read_instance(written(tmp_path, TEXT.replace(old, new, 1)))
    (problem,) = caught.value.problems
    assert problem.cell is not None
    assert (problem.code, problem.cell.row) == ("format-record", row)
    assert problem.facts["section"] == section


def test_a_file_that_stops_early_and_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        read_instance(written(tmp_path, TEXT.split("# Not allowed")[0]))
    assert caught.value.problems[0].code == "format-section"
    with pytest.raises(WorkbookError) as caught:
        read_instance(tmp_path / "nothing.txt")
    assert caught.value.problems[0].code == "file-missing"
    with pytest.raises(WorkbookError) as caught:
        read_instance(written(tmp_path, "groups = 3;", "x.dzn"))
    assert caught.value.problems[0].code == "format-section"


def said(rule: object) -> tuple[object, ...]:
    """Return what a rule says, whatever the words it was written in."""
    sequence = getattr(rule, "sequence", None)
    return (
        *(getattr(rule, name, None) for name in ("key", "must", "minimum", "maximum", "wanted")),
        sorted(rule.shifts.codes),
        sorted(getattr(rule, "then", rule.shifts).codes),
        sequence and [(sorted(s.shifts.codes) if s.shifts else [], s.off) for s in sequence.steps],
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_workbook_asks_the_same(tmp_path: Path, language) -> None:
    source, target = written(tmp_path, TEXT), tmp_path / "small.xlsx"
    convert(source, target, language)
    reading = read_workbook(target)
    assert reading.problems == ()
    scenario = reading.scenario
    assert scenario is not None
    asked: RotationQuestion = question(read_instance(source))
    assert (scenario.rotation_lines, len(scenario.people), scenario.language) == (3, 3, language)
    assert [said(rule) for rule in scenario.rules if rule.row != rule.key] == [
        said(rule) for rule in asked.rules
    ]
    for need in asked.needs:
        (found,) = [n for n in scenario.needs[need.weekday] if n.shift == need.shift]
        assert (found.minimum, found.maximum) == (need.least, need.most)
    for one in asked.shifts:
        same = scenario.shift[one.code]
        assert (same.spans, same.works) == (one.spans, True)
