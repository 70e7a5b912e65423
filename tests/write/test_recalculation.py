"""Another program recalculates the answer and finds the values that were written with it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from rotaplan.domain.calendar import Calendar
from rotaplan.judge import judge
from rotaplan.result import Result
from rotaplan.write.xlsx import write_xlsx
from tests.write import ward

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Makes the program recalculate every formula when it loads a file."""


AUTUMN = dt.date(2027, 10, 24)
"""A Sunday: both weekends at the ends are cut, and the clock goes back after a week."""


def begun(start: dt.date) -> Result:
    """Return the ward's answer with another first day."""
    result = ward.result()
    horizon = replace(result.scenario.horizon, start=start)
    holidays = {start + dt.timedelta(days=8): "Holiday", start + dt.timedelta(days=14): "Sunday"}
    scenario = replace(
        result.scenario, horizon=horizon, calendar=Calendar(holidays=holidays), rules=()
    )
    schedule = ward.schedule(scenario)
    report = judge(scenario, schedule)
    return replace(result, scenario=scenario, schedule=schedule, report=report)


def spoil(path: Path, spoiled: Path) -> int:
    """Copy a workbook with every value of a formula wrong; return how many there were."""
    count = 0
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(spoiled, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data, found = re.subn(rb"(</f><v>)[-0-9.]+(</v>)", rb"\g<1>99999\2", data)
                count += found
            after.writestr(name, data)
    return count


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("start", [ward.START, AUTUMN])
def test_values_written_with_formulas_are_those_of_the_formulas(start: dt.date, tmp_path: Path):
    answer, spoiled = tmp_path / "answer.xlsx", tmp_path / "spoiled.xlsx"
    write_xlsx(begun(start), answer)
    assert spoil(answer, spoiled) > 300
    profile = tmp_path / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    where = tmp_path / "recalculated"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(where), str(spoiled)]
    subprocess.run(command, check=True, capture_output=True)
    before = CalamineWorkbook.from_path(str(answer))
    after = CalamineWorkbook.from_path(str(where / "spoiled.xlsx"))
    for name in ("Planning", "Couverture", "Compteurs"):
        ours = before.get_sheet_by_name(name).to_python(skip_empty_area=False)
        theirs = after.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, expected in enumerate(ours):
            found = theirs[row][: len(expected)]
            numbers = [value for value in expected if isinstance(value, float)]
            assert [value for value in found if isinstance(value, float)] == pytest.approx(numbers)
