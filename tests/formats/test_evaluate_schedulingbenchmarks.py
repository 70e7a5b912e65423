"""The evaluator reproduces the published rosters' objectives, and objects to spoiled ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.formats.evaluate_schedulingbenchmarks import (
    INSTANCES,
    Roster,
    Verdict,
    evaluate,
    roster_of,
    sections,
)

needs_instances = pytest.mark.skipif(
    not INSTANCES.is_dir(), reason="the public instances are not beside this repository"
)
ROSTERS = sorted((INSTANCES / "rosters_monolith").glob("*.out.txt"))


def printed_rosters(path: Path) -> list[tuple[Roster, int, int, int]]:
    """Return the rosters of a printed run, each with total, cover and request cost."""
    found = []
    roster: Roster = {}
    costs: list[int] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r" *(\w+): (.*)", line):
            cells = [match[2][at : at + 2] for at in range(0, len(match[2]), 2)]
            codes = [cell.strip(" =.") for cell in cells]
            roster[match[1]] = {day: code for day, code in enumerate(codes) if code}
        elif match := re.match(r"(?:Final solution|-- \w+ costs).*: *(\d+)", line):
            costs.append(int(match[1]))
            if len(costs) == 3:
                found.append((roster, *costs))
                roster, costs = {}, []
    return found


@needs_instances
@pytest.mark.parametrize("path", ROSTERS, ids=lambda path: path.name.split(".")[0])
def test_reproduces_the_printed_objectives(path: Path) -> None:
    instance = INSTANCES / "instances" / path.name.replace(".out", "")
    printed = printed_rosters(path)
    assert len(printed) == 2
    for roster, total, cover, requests in printed:
        verdict = evaluate(instance, roster)
        assert verdict == Verdict(cover, requests, ())
        assert verdict.cost == total


@needs_instances
def test_reads_all_sections() -> None:
    parts = sections(INSTANCES / "instances/Instance4.txt")
    assert {name: len(rows) for name, rows in parts.items()} == {
        "HORIZON": 1,
        "SHIFTS": 2,
        "STAFF": 10,
        "DAYS_OFF": 10,
        "SHIFT_ON_REQUESTS": 52,
        "SHIFT_OFF_REQUESTS": 19,
        "COVER": 56,
    }


TINY = """
SECTION_HORIZON
14
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
A,E=3|L=9,2400,960,3,2,2,1
SECTION_DAYS_OFF
A,3
SECTION_SHIFT_ON_REQUESTS
A,0,E,2
SECTION_SHIFT_OFF_REQUESTS
A,1,E,5
SECTION_COVER
0,E,1,100,1
1,E,0,100,1
"""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("EE............", ()),
        ("....LE........", ("E follows L",)),
        ("EE..EE........", ("4 shifts E",)),
        ("LLL..LL.......", ("3000 minutes",)),
        ("E.............", ("480 minutes",)),
        ("..............", ("0 minutes",)),
        ("EE.LL.........", ("only 1 days off", "day off 3")),
        ("....E..L......", ("only 1 days of work",)),
        (".....EE.....EE", ("4 shifts E", "2 weekends")),
        ("....LLLL......", ("works 4 days",)),
        ("..XX..........", ("X on day 2",)),
    ],
)
def test_objects_to_each_hard_rule(line: str, words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    roster = {"A": {day: code for day, code in enumerate(line) if code != "."}}
    breaches = evaluate(path, roster).breaches
    assert bool(breaches) == bool(words)
    for word in words:
        assert any(word in breach for breach in breaches), breaches


def test_two_shifts_on_one_day_are_a_breach(tmp_path: Path) -> None:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    roster, doubles = roster_of(
        [
            {"person": "A", "day": 0, "shift": "E"},
            {"person": "A", "day": 0, "shift": "L"},
            {"person": "A", "day": 1, "shift": "E"},
        ]
    )
    assert "A has two shifts on day 0" in evaluate(path, roster, doubles).breaches


def test_costs(tmp_path: Path) -> None:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    assert evaluate(path, {"A": {0: "E", 1: "E"}}) == Verdict(1, 5, ())
    assert evaluate(path, {"A": {0: "L", 1: "L"}}) == Verdict(100, 2, ())
