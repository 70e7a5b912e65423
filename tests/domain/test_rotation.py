"""A cycle is read without end, one line further each week."""

import pytest

from rotaplan.domain.rotation import Rotation

GRID = Rotation(
    name="3x8",
    lines=(
        ("N", "N", "", "", "", "M", "M"),
        ("S", "", "", "S", "S", "S", "S"),
        ("", "M", "M", "", "", "", ""),
    ),
)


@pytest.mark.parametrize(
    ("line", "day", "code"),
    [(0, 0, "N"), (0, 7, "S"), (2, 7, "N"), (2, 8, "N"), (0, -1, ""), (1, -1, "M"), (0, 26, "M")],
)
def test_the_next_week_is_the_next_line_and_the_first_follows_the_last(line, day, code):
    assert GRID.code(line, day) == code


def test_every_line_is_held_every_week_by_as_many_people_as_lines():
    for day in range(-21, 42):
        today = sorted(GRID.code(line, day) for line in range(3))
        assert today == sorted(line[day % 7] for line in GRID.lines)


def test_a_turned_cycle_is_the_same_cycle_begun_later():
    later = GRID.turned(2)
    assert later.lines[0] == GRID.lines[2]
    assert all(later.code(0, day) == GRID.code(2, day) for day in range(-30, 30))
    assert GRID.turned(3) == GRID


def test_sequence_counts_and_rows():
    assert Rotation.of("3x8", GRID.days) == GRID
    assert GRID.held("S") == (1, 0, 0, 1, 1, 1, 1)
    assert GRID.rows()[0] == ["N", "N", None, None, None, "M", "M"]


@pytest.mark.parametrize("codes", [(), ("M",) * 6, ("M",) * 15])
def test_weeks_are_whole(codes):
    with pytest.raises(ValueError, match="7 days"):
        Rotation.of("x", codes)
