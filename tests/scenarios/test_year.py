"""The year that is measured: it reads without error, and the judge sees what is in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks.year import DAYS, PEOPLE, write_year
from rotaplan.api import check
from rotaplan.sheets import read_workbook


def test_a_year_of_86_people_is_read_and_judged(tmp_path: Path) -> None:
    """47 h 30 in six days break nothing, except with the hour that the last October night adds."""
    write_year(tmp_path / "year.xlsx")
    reading = read_workbook(tmp_path / "year.xlsx")
    assert reading.scenario is not None
    assert reading.planning is not None
    assert len(reading.scenario.people) == PEOPLE
    assert reading.scenario.horizon.days == DAYS
    report = check(reading.scenario, reading.planning).report
    assert report is not None
    long_weeks = [one for one in report.broken if one.rule == "minutes_window"]
    clock_back = reading.scenario.horizon.day(dt.date(2026, 10, 25))
    assert {one.measured for one in long_weeks} == {48 * 60 + 30}
    assert all(clock_back in one.days or clock_back - 1 in one.days for one in long_weeks)
    assert {one.rule for one in report.unverifiable} == {"minutes_window", "rest_between"}
