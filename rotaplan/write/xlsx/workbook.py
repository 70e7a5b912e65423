"""The workbook as a whole: which sheets, in which order, under which names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from rotaplan.explanation.values import Explanation
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.xlsx.alerts import write_alerts
from rotaplan.write.xlsx.book import (
    CODES,
    DATA,
    EXPLANATIONS,
    OUTPUTS,
    REPLAN_OUTPUTS,
    Book,
    Replan,
    legal,
)
from rotaplan.write.xlsx.by_post import write_by_post
from rotaplan.write.xlsx.carried import (
    InputSheet,
    changes_sheet,
    fingerprint,
    read_sheets,
    requests_sheet,
    sort_out,
    write_carried,
)
from rotaplan.write.xlsx.changes import (
    announced_sheet,
    has_rows,
    write_announced,
    write_changes,
)
from rotaplan.write.xlsx.codes import write_codes
from rotaplan.write.xlsx.comparison import write_comparison
from rotaplan.write.xlsx.counters import write_counters
from rotaplan.write.xlsx.cover import write_cover
from rotaplan.write.xlsx.data import write_data, write_empty_data
from rotaplan.write.xlsx.disruptions import write_disruptions
from rotaplan.write.xlsx.explanations import write_explanations
from rotaplan.write.xlsx.lines import with_lines
from rotaplan.write.xlsx.log import write_log
from rotaplan.write.xlsx.messages import write_messages
from rotaplan.write.xlsx.note import write_note
from rotaplan.write.xlsx.requests import write_requests
from rotaplan.write.xlsx.roster import write_roster
from rotaplan.write.xlsx.summary import write_summary


def write_xlsx(
    result: Result,
    path: Path,
    *,
    source: Path | None = None,
    language: str | None = None,
    inputs: Sequence[InputSheet] | None = None,
    replan: Replan | None = None,
    explanation: Explanation | None = None,
) -> None:
    """Write the answer as a workbook that can be read again as input.

    Parameters
    ----------
    result
        The answer. Without a schedule, the workbook holds the verdict, the log and the input.
    path
        File to write; an existing one is replaced, so callers ask first.
    source
        The input workbook, whose sheets are carried over and whose fingerprint is noted; None
        where the scenario was not read from a workbook.
    language
        Of headings and sentences; that of the scenario where it is not given.
    inputs
        The sheets of the input where they are known already; otherwise read from ``source``.
    replan
        What the answer changes of the published schedule in the input; None for a new schedule.
    explanation
        What goes on the sheet Explications; no such sheet where None.
    """
    import xlsxwriter

    language = language or result.scenario.language
    answered = result.schedule is not None
    if inputs is None:
        inputs = () if source is None else read_sheets(source)
    inputs = with_lines(inputs, result, language)
    announced = None if replan else announced_sheet(inputs)
    kept = sort_out(inputs, result.scenario, answered=answered, replan=replan)
    kept = tuple(sheet for sheet in kept if sheet is not announced)
    requests = requests_sheet(kept, result.scenario, language) if answered else None
    carried = [sheet for sheet in kept if sheet is not requests]
    keys = REPLAN_OUTPUTS if replan else OUTPUTS if answered else ("summary", "log")
    if announced is not None and has_rows(announced):
        keys = (*keys, "changes")
    explained = explanation is not None or (bool(result.levels) and replan is None)
    if explained:
        keys = (*keys, EXPLANATIONS)
    names = _names(language, keys, (sheet.name for sheet in carried))
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as workbook:
        # The date of the plan and not of the clock: the same answer gives the same file.
        made = dt.datetime.combine(result.scenario.horizon.date(0), dt.time())
        workbook.set_properties({"title": result.scenario.title, "created": made})
        workbook.set_calc_mode("auto")
        book = Book(
            workbook=workbook,
            result=result,
            language=language,
            names=names,
            carried=frozenset(sheet.name for sheet in kept),
            replan=replan,
        )
        write_summary(book)
        if replan:
            write_note(book)
            write_comparison(book)
        if explained and not answered:
            write_explanations(book, explanation)
        if answered:
            write_roster(book)
            if replan:
                write_changes(book, changes_sheet(inputs))
                write_messages(book)
            write_by_post(book)
            write_cover(book)
            write_counters(book)
            write_requests(book, requests, explanation)
            write_alerts(book)
        if explained and answered:
            write_explanations(book, explanation)
        if announced is not None and "changes" in names:
            write_announced(book, announced)
        write_log(book, fingerprint(source) if source else "", source.name if source else "")
        if replan:
            write_disruptions(book)
        for sheet in carried:
            write_carried(book, sheet)
        if answered:
            write_data(book)
            write_codes(book)
        else:
            write_empty_data(book)


def _names(language: str, keys: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Return the names of our sheets; a number sets them apart from the planner's own."""
    used = {legal(name).casefold() for name in (*taken, DATA, CODES)}
    names = {}
    for key in keys:
        wanted = name = say(language, f"out-sheet-{key}")
        number = 2
        while name.casefold() in used:
            name = f"{wanted} ({number})"
            number += 1
        used.add(name.casefold())
        names[key] = name
    return names
