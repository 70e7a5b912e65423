"""No output of any command hits an input, another output, or a file that happens to be beside it.

A command refuses before it reads anything, so that the inputs here need no content.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from rotaplan.api import check, write
from rotaplan.cli import main
from tests.replanning.test_plans import service

CELL = ("--person", "007", "--date", "2027-03-09")
OUTPUTS: list[tuple[str, ...]] = [
    ("solve", "in.xlsx", "-o"),
    ("solve", "in.xlsx", "--json"),
    ("complete", "in.xlsx", "-o"),
    ("complete", "in.xlsx", "--json"),
    ("check", "in.xlsx", "-o"),
    ("check", "in.xlsx", "--json"),
    ("replan", "in.xlsx", "event.xlsx", "--plan", "most", "-o"),
    ("replan", "in.xlsx", "event.xlsx", "--json"),
    ("replace", "in.xlsx", *CELL, "--json"),
    ("swap", "in.xlsx", *CELL, "--with", "009", "--json"),
    ("explain", "in.xlsx", *CELL, "--json"),
    ("rotate", "in.xlsx", "-o"),
    ("rotate", "in.xlsx", "--json"),
    ("rotate", "in.xlsx", "--picture"),
    ("export", "rerostering", "event.xlsx", "in.xlsx", "-o"),
    ("import", "inrc1", "in.xlsx", "-o"),
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two inputs, in which commands run."""
    monkeypatch.chdir(tmp_path)
    for name in ("in.xlsx", "event.xlsx"):
        Path(name).write_text(name, encoding="utf-8")
    return tmp_path


def refused(*words: str) -> str:
    """Run a command that must refuse, whatever --force says; return what it says."""
    told = CliRunner().invoke(main, [*words, "--force", "--lang", "en"], catch_exceptions=False)
    assert told.exit_code == 2, told.output
    for name in ("in.xlsx", "event.xlsx"):
        assert Path(name).read_text(encoding="utf-8") == name
    return told.output


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_no_output_hits_an_input(here: Path, words: tuple[str, ...]) -> None:
    inputs = [word for word in words if word.endswith(".xlsx")]
    for name in inputs:
        os.link(name, f"link-{name}")
        os.symlink(name, f"soft-{name}")
        for target in (name, f"../{here.name}/{name}", f"link-{name}", f"soft-{name}"):
            assert "is the input file" in refused(*words, target), target


def test_no_plan_goes_to_an_input_by_the_name_that_it_gets(here: Path) -> None:
    """Names of plans are made up by the command: the second one here is that of the incident."""
    (here / "event.xlsx").rename("in_replan_2_balanced.xlsx")
    words = ("replan", "in.xlsx", "in_replan_2_balanced.xlsx", "--force", "--lang", "en")
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 2
    assert "in_replan_2_balanced.xlsx is the input file" in told.output


@pytest.mark.parametrize("file", ["Sc-n005w4.txt", "n005w4/WD-n005w4-1.txt"])
def test_no_file_of_a_data_set_is_hit(here: Path, file: str) -> None:
    """Such an instance is told by a name that is no file."""
    (here / "n005w4").mkdir()
    (here / file).write_text("weeks", encoding="utf-8")
    told = refused("import", "inrc2", "n005w4_0_1-2-3-3", "-o", file)
    assert "is the input file" in told
    assert (here / file).read_text(encoding="utf-8") == "weeks"


@pytest.mark.parametrize(
    "words",
    [
        ("solve", "in.xlsx", "-o", "out", "--json", "out"),
        ("complete", "in.xlsx", "-o", "out", "--json", "./out"),
        ("check", "in.xlsx", "-o", "out", "--json", "out"),
        ("replan", "in.xlsx", "-o", "p.xlsx", "--json", "p_3_most.xlsx"),
        ("rotate", "in.xlsx", "--json", "out", "--picture", "out"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("here")
def test_no_two_outputs_are_one_file(words: tuple[str, ...]) -> None:
    assert "Two answers would go to" in refused(*words)


def test_an_answer_is_drafted_where_no_other_file_is(tmp_path: Path) -> None:
    scenario, schedule = service("E", E=1)
    beside = tmp_path / "plan.part.xlsx"
    beside.write_text("the input of somebody", encoding="utf-8")
    write(check(scenario, schedule.assignments), tmp_path / "plan.xlsx")
    assert beside.read_text(encoding="utf-8") == "the input of somebody"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.part.xlsx", "plan.xlsx"]
