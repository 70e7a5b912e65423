"""The planner's workbook: one schema for reading, checking, templates and reference."""

from __future__ import annotations

from pathlib import Path

from rotaplan.problem import Problems
from rotaplan.sheets.incident import read_incident
from rotaplan.sheets.reading import Reading


def read_workbook(path: str | Path, *, cyclic: bool = False) -> Reading:
    """Read a workbook (.xlsx, .xlsm, .ods or .xls).

    Never raises for what a planner may have done: everything found is in the reading's
    problems, and with an error among them there is no scenario.

    Parameters
    ----------
    path
        The file.
    cyclic
        Whether only a cycle is asked for, which knows neither people nor dates: the sheet of
        staff and the days to plan may then be missing. What is there is read as ever.
    """
    from rotaplan.sheets.parse import parse_workbook
    from rotaplan.sheets.read import read_sheets

    problems = Problems()
    raw = read_sheets(Path(path), problems)
    if not raw and problems.errors:
        return Reading(scenario=None, planning=None, problems=problems.sorted(), language="fr")
    return parse_workbook(raw, problems, cyclic=cyclic)


__all__ = ["Reading", "read_incident", "read_workbook"]
