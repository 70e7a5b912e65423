"""The second opinion on rotations objects to each constraint."""

from __future__ import annotations

import pytest

from tests.formats.evaluate_rws import CLASSICAL, FOLDER, Problem, breaches, read

needs_instances = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public instances are not beside this repository"
)
SMALL = Problem(
    employees=2,
    required={"D": [1, 1, 1, 0, 0, 1, 1], "N": [0, 0, 1, 1, 1, 0, 0]},
    blocks={"D": (2, 3), "N": (3, 3)},
    off=(2, 3),
    work=(3, 6),
    pairs={("N", "D")},
    triples={("N", "D")},
)


def grid(*lines: str) -> list[list[str | None]]:
    return [[None if code == "-" else code for code in line] for line in lines]


def test_what_each_constraint_says_of_a_grid() -> None:
    found = breaches(SMALL, grid("DDD----", "--NNNDD"))
    assert found == ["run - of 6", "run x of 8", "run D of 5", "sequence N D at 11"]
    assert breaches(SMALL, grid("DDD----")) == ["size"]
    assert "demand D 0: 0 for 1" in breaches(SMALL, grid("-DD----", "--NNNDD"))
    assert "sequence N - D at 11" in breaches(SMALL, grid("DDD----", "--NNN-D"))
    assert "run N of 2" in breaches(SMALL, grid("DDD----", "---NNDD"))
    assert "run - never ends" in breaches(SMALL, grid("-------", "-------"))


@needs_instances
@pytest.mark.parametrize("path", CLASSICAL, ids=lambda path: path.stem)
def test_the_two_public_forms_say_the_same(path) -> None:
    other = read(FOLDER / "musliu20_dzn" / f"{path.stem}.dzn")
    assert read(path) == other
