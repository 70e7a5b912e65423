"""Shifts and needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rotaplan.domain.calendar import Days
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.work import FREE_FAMILIES, Family, Shift, Span
from rotaplan.problem import Cell, Problems
from rotaplan.sheets import headings
from rotaplan.sheets.kinds import Entry, Fault, is_empty, shown
from rotaplan.sheets.names import CodeNames, SkillNames
from rotaplan.sheets.records import Record, records
from rotaplan.sheets.selectors import DaysSelector, parse_heads
from rotaplan.sheets.structure import Line, Sheet

_DAY_MINUTES = 1440


def read_shifts(sheet: Sheet, skills: SkillNames, problems: Problems) -> tuple[Shift, ...]:
    """Read the sheet of shifts."""
    found: dict[str, Shift] = {}
    for record in records(sheet, problems):
        shift = _shift(record, skills)
        if shift.code in found:
            first = found[shift.code].origin
            record.add("code-duplicate", "code", found=shift.code, other=str(first))
        else:
            found[shift.code] = shift
    return tuple(found.values())


def _shift(record: Record, skills: SkillNames) -> Shift:
    spans = _spans(record)
    written = record.get("family")
    family = Family(written) if written else family_of(spans)
    works = record.get("works", bool(spans or _timed(record)) and family not in FREE_FAMILIES)
    shift = Shift(
        code=record.get("code"),
        label=record.get("label", ""),
        spans=spans,
        unpaid_break_minutes=record.get("pause", 0),
        credited_minutes=record.get("paid"),
        family=family,
        works=works,
        skills=frozenset(skills.canonical(skill) for skill in record.get("skills", ())),
        tags=frozenset(tag.casefold() for tag in record.get("tags", ())),
        site=record.get("site", ""),
        colour=record.get("colour", ""),
        hardship=record.get("hardship", 0),
        origin=record.cell("code"),
    )
    _check_hours(record, shift)
    return shift


def family_of(spans: tuple[Span, ...]) -> Family:
    """Return what kind of shift the times make, where the planner does not say."""
    if not spans:
        return Family.REST
    if len(spans) > 1:
        return Family.SPLIT
    start, end = spans[0].start, spans[0].end
    if end > _DAY_MINUTES + 60 or start < 4 * 60:
        return Family.NIGHT
    if start >= 12 * 60:
        return Family.AFTERNOON if end <= 21 * 60 else Family.EVENING
    return Family.MORNING if end <= 15 * 60 else Family.DAY


def _spans(record: Record) -> tuple[Span, ...]:
    """Return one or two pieces of work; an end before its start is of the next day."""
    spans: list[Span] = []
    floor = 0
    for opens, closes in (("start", "end"), ("start2", "end2")):
        start, end = record.get(opens), record.get(closes)
        if start is None or end is None:
            if (start is None) != (end is None) and not {opens, closes} & record.broken:
                missing = opens if start is None else closes
                record.add("span-half", missing, found=record.get("code"))
            continue
        while start < floor:
            start += _DAY_MINUTES
        while end <= start:
            end += _DAY_MINUTES
        if end - start > _DAY_MINUTES or end > 2 * _DAY_MINUTES:
            record.add("span-too-long", closes, found=record.get("code"))
            continue
        spans.append(Span(start=start, end=end))
        floor = end
    return tuple(spans)


def _timed(record: Record) -> bool:
    """Whether any time is written, readable or not."""
    return any(record.entry(name) is not None for name in ("start", "end", "start2", "end2"))


def _check_hours(record: Record, shift: Shift) -> None:
    """Check what depends on the times: pause, effective time, work without times."""
    if {"start", "end", "start2", "end2", "pause"} & record.broken:
        return
    length = sum(span.end - span.start for span in shift.spans)
    if shift.works and not shift.spans and not _timed(record):
        record.add("shift-without-times", "start", found=shift.code)
        return
    if (
        not shift.works
        and not shift.spans
        and shift.family not in FREE_FAMILIES
        and record.get("works") is None
    ):
        record.add("shift-untimed", "start", severity="warning", found=shift.code)
    if shift.spans and shift.unpaid_break_minutes >= length:
        record.add("pause-too-long", "pause", found=shift.unpaid_break_minutes, most=length)
        return
    worked = record.get("worked")
    if worked is not None and worked != length - shift.unpaid_break_minutes:
        record.add(
            "worked-time-differs",
            "worked",
            found=worked,
            expected=length - shift.unpaid_break_minutes,
        )


def read_demand(
    sheet: Sheet, codes: CodeNames, skills: SkillNames, days: DaysSelector, problems: Problems
) -> tuple[Demand, ...]:
    """Read the sheet of needs, one line a need or a matrix of codes and weekdays."""
    matrix = _matrix_columns(sheet)
    lines = (
        _from_matrix(sheet, matrix, codes, problems)
        if matrix
        else _from_rows(sheet, codes, days, problems)
    )
    return tuple(
        replace(line, skill=skills.canonical(line.skill) if line.skill else "") for line in lines
    )


def _matrix_columns(sheet: Sheet) -> dict[int, Days]:
    """Return which column speaks of which days, where the sheet is a matrix."""
    if sheet.header is None or {"min", "target", "max"} & set(sheet.columns):
        return {}
    found: dict[int, Days] = {}
    for index, value in enumerate(sheet.raw.rows[sheet.header]):
        text = shown(value)
        weekday = headings.meaning("weekday", text) if text else None
        if weekday is not None:
            found[index] = Days(weekdays=frozenset({int(weekday)}), text=text)
        elif text and headings.meaning("grid_holiday", text):
            found[index] = Days(holidays=True, text=text)
    return found if len(found) > 1 else {}


def is_matrix(sheet: Sheet) -> bool:
    """Whether a sheet of needs has weekdays as its columns."""
    return bool(_matrix_columns(sheet))


def _from_matrix(
    sheet: Sheet, columns: dict[int, Days], codes: CodeNames, problems: Problems
) -> Iterator[Demand]:
    for line in sheet.lines():
        place = line.cell(sheet.columns["code"])
        raw = line.value(sheet.columns["code"])
        if is_empty(raw):
            continue
        try:
            code = _worked(codes, Entry(raw, place, problems))
        except Fault as fault:
            if any(not is_empty(line.value(index)) for index in columns):
                fault.report(problems, place)
            continue
        for index, days in columns.items():
            if not is_empty(line.value(index)):
                yield from _matrix_cell(sheet, line, index, code, days, problems)


def _worked(codes: CodeNames, entry: Entry) -> str:
    """Return the code of a shift that counts as work; needs cannot ask for any other."""
    shift = codes.read(entry)
    if not shift.works:
        raise Fault("demand-not-work", found=shift.code)
    return shift.code


def _matrix_cell(
    sheet: Sheet, line: Line, index: int, code: str, days: Days, problems: Problems
) -> Iterator[Demand]:
    place = line.cell(index)
    try:
        low, mid, high = parse_heads(line.value(index))
    except Fault as fault:
        fault.report(problems, place)
        return
    demand = Demand(
        shift=code,
        days=days,
        minimum=low,
        target=mid,
        maximum=high,
        skill=_text(sheet, line, "skill"),
        site=_text(sheet, line, "site"),
        origin=place,
    )
    if _check_heads(demand, {}, place, problems):
        yield demand


def _text(sheet: Sheet, line: Line, name: str) -> str:
    index = sheet.columns.get(name)
    return "" if index is None else shown(line.value(index))


def _from_rows(
    sheet: Sheet, codes: CodeNames, days: DaysSelector, problems: Problems
) -> Iterator[Demand]:
    for record in records(sheet, problems):
        entry = record.entry("code")
        assert entry is not None
        try:
            code = _worked(codes, entry)
        except Fault as fault:
            fault.report(record.problems, record.cell("code"))
            continue
        when = _days(record, days)
        demand = Demand(
            shift=code,
            days=when if when is not None else Days(),
            minimum=record.get("min"),
            target=record.get("target"),
            maximum=record.get("max"),
            skill=record.get("skill", ""),
            site=record.get("site", ""),
            priority=record.get("priority", 5),
            origin=record.cell("code"),
        )
        places = {name: record.cell(name) for name in ("min", "target", "max")}
        broken = record.broken & {"min", "target", "max"}
        if (
            when is not None
            and not broken
            and _check_heads(demand, places, record.cell("code"), problems)
        ):
            yield demand


def _days(record: Record, days: DaysSelector) -> Days | None:
    """Return the days of a line, from whichever of its three columns is filled."""
    parts = []
    for name in ("weekday", "date", "day_type"):
        entry = record.entry(name)
        if entry is None:
            continue
        try:
            parts.append(days.read(entry))
        except Fault as fault:
            fault.report(record.problems, record.cell(name))
            return None
    if any(part.every for part in parts):
        return Days()
    return Days(
        weekdays=frozenset[int]().union(*(part.weekdays for part in parts)),
        spans=tuple(span for part in parts for span in part.spans),
        holidays=any(part.holidays for part in parts),
        types=frozenset[str]().union(*(part.types for part in parts)),
        text=", ".join(part.text for part in parts),
    )


def _check_heads(demand: Demand, places: dict[str, Cell], place: Cell, problems: Problems) -> bool:
    """Report numbers of people that contradict each other; returns whether they are sound."""
    given = {"min": demand.minimum, "target": demand.target, "max": demand.maximum}
    for low, high in (("min", "target"), ("min", "max"), ("target", "max")):
        least, most = given[low], given[high]
        if least is not None and most is not None and least > most:
            problems.add(
                "min-above-max",
                places.get(low, place),
                found=least,
                most=most,
                columns=(low, high),
            )
            return False
    if all(value is None for value in given.values()):
        problems.add("demand-empty", place, severity="warning", found=demand.shift)
        return False
    return True


def check_demand(scenario: Scenario, problems: Problems) -> None:
    """Warn of needs that ask for nothing, or that other lines replace."""
    if not scenario.demand:
        problems.add("demand-none", severity="warning")
    told: set[tuple[Cell | None, Cell | None]] = set()
    for day in scenario.horizon.planned:
        lines = scenario.demand_on(day)
        date = str(scenario.horizon.date(day))
        for *replaced, last in lines.values():
            for one in replaced:
                if (one.origin, last.origin) not in told:
                    told.add((one.origin, last.origin))
                    problems.add(
                        "demand-replaced",
                        one.origin,
                        severity="warning",
                        found=one.shift,
                        date=date,
                        other=str(last.origin),
                    )
