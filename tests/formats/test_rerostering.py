"""Re-rostering cases become workbooks whose re-plans cost what the set says."""

from __future__ import annotations

import copy
import gzip
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from rotaplan.api import Settings, replan
from rotaplan.cli import main
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import WorkbookError
from rotaplan.formats.rerostering import answer, convert, date_of, person_id, read_case
from rotaplan.judge import judge
from rotaplan.replanning import Replanning
from rotaplan.sheets import Reading, read_workbook
from tests.formats.evaluate_rerostering import (
    CASES,
    Cells,
    breaches,
    cells_of_answer,
    load,
    name_of,
    objectives,
    proven,
    reference,
)
from tests.formats.test_evaluate_rerostering import needs_cases, tiny

SAME = Settings(reproducible=True, seconds=60)
CODES = {1: "E", 2: "L", 3: "N"}
WORDS = {
    "cover_minimum": "asked for",
    "availability": "is closed",
    "allowed_codes": "is closed",
    "forbidden_succession": "follows",
    "freeze": "is frozen",
    "minutes_period": "h in the week",
}


def written(folder: Path, case: dict[str, Any]) -> Path:
    """Write a case as a packed file."""
    source = folder / f"{case['case_id']}.json.gz"
    source.write_bytes(gzip.compress(json.dumps(case).encode()))
    return source


def read(source: Path, target: Path, language: Language = "fr") -> Reading:
    convert(source, target, language)
    reading = read_workbook(target)
    assert reading.problems == ()
    return reading


def replanned(case: dict[str, Any], reading: Reading, settings: Settings = SAME) -> Replanning:
    assert reading.undisturbed is not None
    assert reading.planning is not None
    return replan(
        *(reading.undisturbed, reading.planning, reading.news(), settings),
        until=date_of(case["dimensions"]["T"]),
        plans=("fewest",),
    )


def assignments(cells: Cells) -> list[Assignment]:
    return [
        Assignment(person=person_id(i), day=t - 1, shift=CODES[shift])
        for (i, t), shift in cells.items()
    ]


def verdict(scenario: Scenario, cells: Cells) -> Report:
    return judge(scenario, Schedule.of(scenario, assignments(cells)))


def test_the_published_schedule_is_the_reference(tmp_path: Path) -> None:
    case = tiny()
    reading = read(written(tmp_path, case), tmp_path / "c.xlsx")
    assert reading.planning is not None
    assert {(int(one.person[1:]), one.day + 1): one.shift for one in reading.planning} == {
        cell: CODES[shift] for cell, shift in reference(case).items()
    }


def test_both_languages_read_as_the_same_scenario(tmp_path: Path) -> None:
    source = written(tmp_path, closed(tiny(), Random(3)))
    french = read(source, tmp_path / "f.xlsx", "fr").scenario
    english = read(source, tmp_path / "e.xlsx", "en").scenario
    assert french is not None
    assert english is not None
    assert (french.language, english.language) == ("fr", "en")
    assert [one.key for one in french.rules] == [one.key for one in english.rules]
    assert len(french.availability) == len(english.availability) > 0
    assert len(french.wishes) == len(english.wishes) > 0
    assert french.horizon == english.horizon


def closed(case: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Close some cells, and all nights of person 1, and price the others at random."""
    made, data = copy.deepcopy(case), case["params"]
    for i, t in ((i, t) for i in range(3) for t in range(1, 15)):
        for shift in (1, 2, 3):
            shut = (i, shift) == (1, 3) or rng.random() < 0.2
            if shut and data["sigma"][i][t] != shift:
                made["params"]["a_base"][i][t][shift] = made["params"]["a"][i][t][shift] = 0
            made["params"]["c"][i][t][shift] = rng.randint(0, 8)
    return made


def draw(rng: Random, case: dict[str, Any]) -> Cells:
    """Return the reference with some cells changed, days of absence free."""
    cells = reference(case)
    for _ in range(rng.randint(0, 12)):
        cells[rng.randrange(3), rng.randint(1, 14)] = rng.randint(0, 3)
    return {
        (i, t): shift
        for (i, t), shift in cells.items()
        if shift and any(case["params"]["a"][i][t][1:])
    }


@pytest.mark.parametrize("seed", range(5))
def test_judge_and_evaluator_agree_on_random_schedules(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    case = closed(tiny(), rng)
    reading = read(written(tmp_path, case), tmp_path / "c.xlsx")
    scenario = replanned(case, reading, Settings(reproducible=True, seconds=1)).scenario
    lost = sum(cell in reference(case) for cell in ((0, 9), (0, 10)))
    seen: Counter[str] = Counter()
    for _ in range(60):
        cells = draw(rng, case)
        report, sentences = verdict(scenario, cells), list(breaches(case, cells))
        strict = Counter(WORDS[one.rule] for one in report.violations if one.must)
        assert strict == Counter(
            word for word in set(WORDS.values()) for text in sentences if word in text
        )
        seen += strict
        costs = {level: report.cost_by_level.get(level, 0) for level in (3, 6)}
        expected = objectives(case, cells)
        assert costs[3] == expected["f_stab"] + strict["is frozen"] - lost
        if not strict["is closed"]:
            assert costs[6] == expected["f_pref"]
    assert min(seen[word] for word in set(WORDS.values())) > 0


def test_a_replan_changes_as_little_as_can_be(tmp_path: Path) -> None:
    """Earlies of days 9 and 10 are lost; one of the others takes each, at four changes in all."""
    case = tiny()
    reading = read(written(tmp_path, case), tmp_path / "c.xlsx")
    (plan,) = replanned(case, reading).alternatives
    assert plan.result.status == "optimal"
    assert {one.level: one.cost for one in plan.result.levels}[3] == 2
    given = answer(read_case(tmp_path / "tiny-1.json.gz"), plan.schedule.assignments)
    cells = cells_of_answer(case, given)
    assert list(breaches(case, cells)) == []
    assert given["F"] == objectives(case, cells)
    assert given["F"]["f_stab"] == 4


def test_answer_in_the_form_of_the_set(tmp_path: Path) -> None:
    case = tiny()
    source = read_case(written(tmp_path, case))
    cells = {**reference(case), (2, 14): 3, (1, 9): 1}
    del cells[0, 9]
    given = answer(source, assignments(cells))
    assert (given["dataset_id"], given["case_id"]) == ("tiny", "tiny-1")
    assert given["schedule_delta"] == {
        "encoding": "delta_vs_sigma",
        "changes": [{"i": 0, "t": 9, "s": 0}, {"i": 1, "t": 9, "s": 1}, {"i": 2, "t": 14, "s": 3}],
    }
    assert given["F"] == objectives(case, cells)
    again = answer(source, reversed(assignments(cells)))
    assert again == given
    assert answer(source, assignments(reference(case)))["solution_id"] != given["solution_id"]


@pytest.mark.parametrize(
    "foreign",
    [
        Assignment(person="X", day=0, shift="E"),
        Assignment(person="P000", day=0, shift="D"),
        Assignment(person="P000", day=14, shift="E"),
        Assignment(person="P000", day=-1, shift="E"),
    ],
)
def test_an_answer_to_another_case_is_refused(foreign: Assignment, tmp_path: Path) -> None:
    case = read_case(written(tmp_path, tiny()))
    with pytest.raises(WorkbookError) as raised:
        answer(case, [foreign])
    (problem,) = raised.value.problems
    assert problem.code == "format-reference"


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Return what puts a value in the place of another one."""

    def put(case: dict[str, Any]) -> None:
        *way, last = path.split(".")
        place: Any = case
        for name in way:
            place = place[int(name) if name.isdigit() else name]
        place[int(last) if last.isdigit() else last] = value

    return put


@pytest.mark.parametrize(
    ("spoil", "code", "field"),
    [
        (_set("params.sigma.1.3", 4), "format-field", "params.sigma[1][3]"),
        (_set("params.sigma.1.3", True), "format-field", "params.sigma[1][3]"),
        (_set("params.sigma.1.3", None), "format-field", "params.sigma[1][3]"),
        (_set("params.sigma.1", [0] * 14), "format-field", "params.sigma[1]"),
        (_set("params.r.9.1", -1), "format-field", "params.r[9][1]"),
        (_set("params.h", [0, 8, 8, 10]), "format-field", "params.h"),
        (_set("params.T_fix", [1, 2, 4]), "format-field", "params.T_fix"),
        (_set("params.T_rep", [8]), "format-field", "params.T_rep"),
        (_set("weeks.T_w", [list(range(1, 15))]), "format-field", "weeks.T_w"),
        (_set("params.a.2.9", [1, 0, 1, 1]), "format-field", "params.a[2][9]"),
        (_set("params.a_base.2.9", [0, 1, 1, 1]), "format-field", "params.a_base[2][9][0]"),
        (_set("params.c.2.9", [1, 1, 1, 1]), "format-field", "params.c[2][9][0]"),
        (_set("scenario.events.0.i", 3), "format-field", "scenario.events[0].i"),
        (_set("scenario.events.0.duration", 7), "format-field", "scenario.events[0].duration"),
        (_set("scenario.events", 7), "format-field", "scenario.events"),
        (_set("dimensions.I", 0), "format-field", "dimensions.I"),
        (_set("case_id", 5), "format-field", "case_id"),
        (_set("params", {}), "format-section", "params.T_fix"),
        (_set("scenario.events.0", {}), "format-section", "scenario.events[0].t_start"),
    ],
)
def test_what_has_no_sense_is_named(
    spoil: Callable[[dict[str, Any]], None], code: str, field: str, tmp_path: Path
) -> None:
    case = tiny()
    source = tmp_path / "tiny.json"
    spoil(case)
    source.write_text(json.dumps(case), encoding="utf-8")
    with pytest.raises(WorkbookError) as raised:
        convert(source, tmp_path / "tiny.xlsx")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert problem.facts["field" if code == "format-field" else "section"] == field
    assert not (tmp_path / "tiny.xlsx").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\x1f\x8b broken",
        b"\xff\xfe",
        b"[" * 100_000,
        # The time of packing is written into the bytes, and the bytes name the test.
        gzip.compress(b"[1", mtime=0),
    ],
)
def test_a_file_that_is_no_json_is_named(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "case.json.gz"
    source.write_bytes(content)
    with pytest.raises(WorkbookError) as raised:
        read_case(source)
    (problem,) = raised.value.problems
    assert problem.code == "format-json"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "case.json.gz"
    source.write_bytes(gzip.compress(b" " * (51 * 1024 * 1024)))
    with pytest.raises(WorkbookError) as raised:
        read_case(source)
    (problem,) = raised.value.problems
    assert problem.code == "file-too-large"


def test_command_line_imports_and_tells_what_is_wrong(tmp_path: Path) -> None:
    source = written(tmp_path, tiny())
    target = tmp_path / "c.xlsx"
    words = ["import", "rerostering", str(source), "-o", str(target), "--lang", "en"]
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 0, told.output
    assert read_workbook(target).scenario is not None
    case = tiny()
    _set("params.h", [0, 8, 8, 10])(case)
    written(tmp_path, case)
    told = CliRunner().invoke(main, [*words, "--force"])
    assert told.exit_code == 2
    assert "params.h" in told.output
    missing = CliRunner().invoke(main, ["import", "rerostering", str(tmp_path / "no.json")])
    assert missing.exit_code == 2
    assert "no.json" in missing.output


def test_command_line_from_a_case_to_the_answer(tmp_path: Path) -> None:
    case, book, plan = tiny(), tmp_path / "c.xlsx", tmp_path / "plan.xlsx"
    source = written(tmp_path, case)
    told = [
        CliRunner().invoke(main, [str(word) for word in words])
        for words in (
            ("import", "rerostering", source, "-o", book),
            ("replan", book, "--until", date_of(14), "--plan", "fewest", "-o", plan),
            ("export", "rerostering", source, plan),
        )
    ]
    assert [one.exit_code for one in told] == [0, 0, 0], told[-1].output
    given = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    cells = cells_of_answer(case, given)
    assert list(breaches(case, cells)) == []
    assert given["F"] == objectives(case, cells)
    assert given["F"]["f_stab"] == 4
    again = CliRunner().invoke(main, ["export", "rerostering", str(source), str(plan)])
    assert again.exit_code == 2
    assert "plan.json" in again.output


def test_command_line_refuses_the_answer_to_another_case(tmp_path: Path) -> None:
    source, book = written(tmp_path, tiny()), tmp_path / "c.xlsx"
    convert(source, book)
    case = tiny()
    case["dimensions"]["I"] = 2
    for name in ("sigma", "a_base", "a", "c", "H_max"):
        case["params"][name].pop()
    other = written(tmp_path, case)
    told = CliRunner().invoke(main, ["export", "rerostering", str(other), str(book)])
    assert told.exit_code == 2
    assert "P002" in told.output
    assert not (tmp_path / "c.json").exists()


@needs_cases
@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=name_of)
def test_fewest_changes_are_the_proven_optimum(path: Path, tmp_path: Path) -> None:
    case = load(path)
    found = replanned(case, read(path, tmp_path / "c.xlsx"))
    (plan,) = found.alternatives
    assert plan.result.status == "optimal"
    assert plan.result.report is not None
    assert plan.result.report.clean
    given = answer(read_case(path), plan.schedule.assignments)
    cells = cells_of_answer(case, given)
    assert list(breaches(case, cells)) == []
    assert given["F"] == objectives(case, cells)
    assert given["F"]["f_stab"] == len(plan.modifications) == proven()[name_of(path)]
    assert given["F"]["f_pref"] == {one.level: one.cost for one in plan.result.levels}[6]
