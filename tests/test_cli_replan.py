"""``rotaplan replan`` from the command line: files, exit codes, messages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rotaplan import read
from rotaplan.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the answer to the example workbook."""
    folder = tmp_path_factory.mktemp("published")
    assert run("init", folder / "a.xlsx", "--lang", "fr").exit_code == 0
    done = run("solve", folder / "a.xlsx", "--reproducible", "--time-limit", "1")
    assert done.exit_code == 0, done.output
    return folder / "a_planning.xlsx"


def test_replan_writes_plans_and_leaves_the_published_file(published: Path, tmp_path: Path) -> None:
    reading = read(published)
    assert reading.scenario is not None
    assert reading.planning is not None
    horizon = reading.scenario.horizon
    duty = next(one for one in reading.planning if one.day == 3)
    before, date = published.read_bytes(), horizon.date(duty.day)
    words = ["--absent", f"{duty.person}:{date}", "--now", f"{horizon.date(1)} 07:00"]
    limits = ["--reproducible", "--time-limit", "1"]
    answer = tmp_path / "r.json"
    told = run(
        *("replan", published, *words, *limits),
        *("-o", tmp_path / "r.xlsx", "--json", answer, "--lang", "fr"),
    )
    assert told.exit_code == 0, told.output
    assert published.read_bytes() == before
    plans = json.loads(answer.read_text(encoding="utf-8"))["plans"]
    assert plans
    for plan in plans:
        gone = {"person": duty.person, "day": duty.day, "kind": "absent"}
        assert any(gone.items() <= change.items() for change in plan["changes"])
    written = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert len(written) == len(plans)
    assert run("check", tmp_path / written[0]).exit_code == 0
    assert read(tmp_path / written[0]).problems == (), "it reads what it has written itself"
    again = run("replan", published, *words, *limits, "-o", tmp_path / "r.xlsx")
    assert again.exit_code == 2, "nothing is overwritten without --force"


@pytest.mark.parametrize(
    ("absent", "now", "sentence"),
    [
        ("personne-inconnue:{date}", "{date} 00:30", "personne-inconnue"),
        ("{person}:2031-01-01", "{date} 00:30", "2031"),
        ("{person}:{date}..{eve}", "{date} 00:30", "–"),
        ("{person}:{date}", "2031-01-01 00:00", "après la fin du planning"),
        ("{person}:demain", "{date} 00:30", "demain"),
    ],
)
def test_what_cannot_be_is_said(
    published: Path, tmp_path: Path, absent: str, now: str, sentence: str
) -> None:
    reading = read(published)
    assert reading.scenario is not None
    names = {
        "person": reading.scenario.people[0].id,
        "date": str(reading.scenario.horizon.date(3)),
        "eve": str(reading.scenario.horizon.date(2)),
    }
    told = run(
        *("replan", published, "--absent", absent.format(**names), "--now", now.format(**names)),
        *("-o", tmp_path / "r.xlsx", "--lang", "fr"),
    )
    assert told.exit_code == 2, told.output
    assert sentence in told.output
    assert not list(tmp_path.glob("*.xlsx"))
