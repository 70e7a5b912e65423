"""The next period: a roster becomes the history of the days after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan.domain.scenario import Language, Scenario
from rotaplan.errors import WorkbookError
from rotaplan.result import Result

if TYPE_CHECKING:
    from rotaplan.domain.disruption import Disruption
    from rotaplan.following import Prepared
    from rotaplan.sheets import Reading


def next_period(
    result: Result, base: Scenario, source: Path, *, weeks: int | None = None
) -> tuple[Scenario, Scenario, tuple[Disruption, ...]]:
    """Return the question of the days after a roster, with its seam, counters and leave.

    Parameters
    ----------
    result
        The roster, judged.
    base
        Its question without disruptions.
    source
        The workbook, which is read again for what it says of the next days.
    weeks
        How many weeks; where None, as many days as before, and after a whole calendar month
        the whole next one.

    Returns
    -------
    tuple
        The question as the disruptions of the workbook leave it, the question without them, and
        these disruptions.

    Raises
    ------
    ValueError
        Where the result has no schedule.
    WorkbookError
        Where the workbook cannot be read for the next days.
    """
    from rotaplan.following import days_after, following, reread
    from rotaplan.problem import Problems
    from rotaplan.sheets.parse.aftermath import disturbed, in_force
    from rotaplan.sheets.read import read_sheets

    if result.schedule is None:
        raise ValueError("there is no schedule to go on from")
    problems = Problems()
    raw = read_sheets(source, problems)
    if problems.errors:
        raise WorkbookError(problems.errors)
    horizon = base.horizon
    reading = reread(raw, horizon.date(horizon.days), days_after(horizon, weeks))
    undisturbed = following(result, base, _sound(reading))
    known = in_force(reading.disruptions, Problems())
    return disturbed(undisturbed, known, None), undisturbed, reading.disruptions


def write_next(
    reading: Reading,
    source: Path,
    path: Path,
    *,
    weeks: int | None = None,
    language: Language | None = None,
) -> Prepared:
    """Write the workbook of the next period, ready to be solved: its sheets, history, counters.

    Parameters
    ----------
    reading
        What was made of the workbook of the period before, with its roster.
    source
        That workbook.
    path
        New file.
    weeks
        As for :func:`next_period`.
    language
        Of the headings that are new; that of the workbook where None.

    Raises
    ------
    ValueError
        Where the workbook has no roster.
    WorkbookError
        Where it cannot be read for the next days.
    """
    from rotaplan.api.files import draft_of
    from rotaplan.api.solving import check
    from rotaplan.following import closing, days_after, past_of, prepared
    from rotaplan.problem import Problems
    from rotaplan.sheets.read import read_sheets
    from rotaplan.write.xlsx.carried import InputSheet, sort_out
    from rotaplan.write.xlsx.carried import read_sheets as read_values
    from rotaplan.write.xlsx.plain import write_plain

    if reading.scenario is None or reading.planning is None:
        raise ValueError("there is no roster to go on from")
    result = check(reading.scenario, reading.planning)
    if language is not None:
        result = replace(result, scenario=replace(result.scenario, language=language))
    own = {one.name: one for one in sort_out(read_values(source), reading.scenario, answered=True)}
    raw = [one for one in read_sheets(source, Problems()) if one.name in own]
    days = days_after(result.scenario.horizon, weeks)
    found = prepared(raw, result, days, past_of(result), closing(result))
    _sound(found.reading)
    with draft_of(path) as draft:
        sheets = [
            InputSheet(
                name=one.name, rows=one.rows, hidden=one.name in own and own[one.name].hidden
            )
            for one in found.sheets
        ]
        write_plain(result, sheets, draft)
    return found


def _sound(reading: Reading) -> Scenario:
    """Return the question that was read; raises WorkbookError where an error was found."""
    scenario = reading.undisturbed
    if scenario is None or reading.scenario is None:
        raise WorkbookError([one for one in reading.problems if one.severity == "error"])
    return scenario
