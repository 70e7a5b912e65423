"""What a result hands to a table library."""

from __future__ import annotations

import datetime as dt

import pytest

from rotaplan.api import check
from rotaplan.domain.schedule import Assignment
from rotaplan.result import Result
from tests.solve.small import scenario


def test_frame_has_people_down_and_dates_across() -> None:
    """One row a person, one column a date, the code in the cell, nothing on a day off."""
    result = check(scenario(2, 3, {"E": 1}), [Assignment(person="B", day=1, shift="E")])
    table = result.to_frame()
    assert list(table.index) == ["A", "B"]
    assert list(table.columns) == [dt.date(2027, 3, day) for day in (1, 2, 3)]
    assert table.to_numpy().tolist() == [["", "", ""], ["", "E", ""]]


def test_no_schedule_no_frame() -> None:
    """Without a schedule there is nothing to show, and that is said."""
    one = scenario(1, 1, {"E": 1})
    with pytest.raises(ValueError, match="no schedule"):
        Result(scenario=one, status="unknown", schedule=None, report=None).to_frame()
