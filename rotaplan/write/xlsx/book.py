"""What the sheets share: the file, its styles, its names, and where things stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rotaplan.domain.report import Unverifiable, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon
from rotaplan.replanning import Alternative, Replanning
from rotaplan.result import Result
from rotaplan.text import say
from rotaplan.write.figures import Figures
from rotaplan.write.xlsx.colours import (
    GRID,
    HEADER,
    HOLIDAY_HEADER,
    OVER,
    UNDER,
    WEEKEND_HEADER,
)

OUTPUTS = (
    "summary",
    "roster",
    "by_post",
    "cover",
    "counters",
    "requests",
    "alerts",
    "log",
)
"""Sheets of the answer, in order."""
REPLAN_OUTPUTS = (
    "summary",
    "note",
    "comparison",
    "roster",
    "changes",
    "messages",
    "by_post",
    "cover",
    "counters",
    "requests",
    "alerts",
    "log",
    "disruptions",
)
"""Sheets of the answer to an incident, in order."""
EXPLANATIONS = "explanations"
"""A sheet of the answer where something is to be explained."""
DATA, CODES = "_donnees", "_listes"
MARGIN_INCHES = 8 / 25.4
A4, A3 = 9, 8
_HEADER_LETTERS = 90
"""What a page header takes of a title, whose limit of 255 signs counts its codes too."""


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    found, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        found = chr(ord("A") + letter) + found
    return found


def legal(name: str) -> str:
    """Return a sheet name that a workbook of this kind can hold.

    Other kinds of workbook allow longer names and signs that are forbidden here.
    """
    return re.sub(r"[\[\]:*?/\\]", "_", name)[:31].strip("'") or "_"


def span(row: int, first: int, last: int, *, fixed: str = "") -> str:
    """Return part of a row as a reference; rows and columns count from 0.

    ``fixed`` names what stays put when copied: ``row``, ``column``, both or nothing.
    """
    across, down = "$" * ("column" in fixed), "$" * ("row" in fixed)
    return ":".join(f"{across}{letters(column)}{down}{row + 1}" for column in (first, last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where people and days stand on the roster sheet; rows and columns count from 0.

    Attributes
    ----------
    first_row, first_column
        Of the first person, and of the first day.
    people, days
        How many there are.
    """

    first_row: int
    first_column: int
    people: int
    days: int

    @property
    def last_row(self) -> int:
        """Row of the last person."""
        return self.first_row + max(self.people, 1) - 1

    @property
    def last_column(self) -> int:
        """Column of the last day."""
        return self.first_column + self.days - 1

    def column(self, day: int) -> int:
        """Return the column of a planned day."""
        return self.first_column + day


@dataclass(frozen=True, kw_only=True)
class Replan:
    """One plan of a re-plan, as a workbook of its own shows it.

    Attributes
    ----------
    found
        All plans of the incident.
    plan
        The one whose schedule is written.
    """

    found: Replanning
    plan: Alternative


@dataclass(kw_only=True)
class Book:
    """The workbook while it is written.

    Attributes
    ----------
    workbook
        The XlsxWriter workbook.
    result
        The answer to write.
    language
        Of everything that is not the planner's own.
    names
        Sheet names by key.
    carried
        Names, in the input, of the sheets that the file carries, so that links reach them.
    replan
        What the answer changes of a published schedule; None where it is a new one.
    """

    workbook: Any
    result: Result
    language: str
    names: Mapping[str, str]
    carried: frozenset[str]
    replan: Replan | None = None
    _styles: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    @property
    def scenario(self) -> Scenario:
        """The question."""
        return self.result.scenario

    @property
    def horizon(self) -> Horizon:
        """The days planned."""
        return self.result.scenario.horizon

    @property
    def schedule(self) -> Schedule:
        """The schedule; raises ValueError where there is none."""
        if self.result.schedule is None:
            raise ValueError("there is no schedule to write")
        return self.result.schedule

    @cached_property
    def figures(self) -> Figures:
        """What the schedule amounts to."""
        return Figures(scenario=self.scenario, schedule=self.schedule)

    @cached_property
    def grid(self) -> Grid:
        """Where people and days stand on the roster sheet."""
        teams = any(person.team for person in self.scenario.people)
        return Grid(
            first_row=4,
            first_column=3 if teams else 2,
            people=len(self.scenario.people),
            days=self.horizon.days,
        )

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Row of each person on the roster sheet."""
        return {
            person.id: self.grid.first_row + index
            for index, person in enumerate(self.scenario.people)
        }

    @cached_property
    def cover_row_of(self) -> Mapping[tuple[int, str, str], int]:
        """Row of each need on the cover sheet, by day, shift and function."""
        return {
            (post.need.day, post.need.shift, post.need.skill): index + 3
            for index, post in enumerate(self.figures.posts)
        }

    @cached_property
    def held_on(self) -> Mapping[tuple[int, str], int]:
        """How many people stand on each shift, by day and code."""
        found: dict[tuple[int, str], int] = {}
        for one in self.schedule.assignments:
            found[one.day, one.shift] = found.get((one.day, one.shift), 0) + 1
        return found

    @cached_property
    def imposed_rest(self) -> Mapping[tuple[str, int], str]:
        """How imposed days off are written, by person and day."""
        return {
            (pin.person, pin.day): pin.text
            for pin in self.scenario.pins
            if pin.shift is None and pin.text
        }

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """All violations, the gravest first."""
        report = self.result.report
        return tuple(
            sorted(
                () if report is None else report.violations,
                key=lambda one: (
                    not one.must,
                    one.derogation is not None,
                    one.level,
                    -one.cost,
                    one.row,
                    one.days,
                    one.person,
                    one.shift,
                    one.skill,
                ),
            )
        )

    @cached_property
    def unverifiable(self) -> tuple[Unverifiable, ...]:
        """What the known days are too few to judge."""
        report = self.result.report
        return () if report is None else report.unverifiable

    def say(self, key: str, **facts: object) -> str:
        """Return a message of the answer in its language."""
        return say(self.language, f"out-{key}", **facts)

    def sheet(self, key: str, paper: int = A4, *, one_wide: bool = True) -> Any:
        """Add a sheet of the answer, set up for print."""
        sheet = self.workbook.add_worksheet(self.names[key])
        self.print_setup(sheet, paper, one_wide=one_wide)
        return sheet

    def print_setup(self, sheet: Any, paper: int = A4, *, one_wide: bool = True) -> None:
        """Set a sheet up for print: landscape, narrow margins, page numbers."""
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(MARGIN_INCHES, MARGIN_INCHES, 0.55, 0.55)
        title = self.title[:_HEADER_LETTERS].replace("&", "&&")
        sheet.set_header(f"&L&9{title}&R&9&A", {"margin": 0.25})
        sheet.set_footer(f"&L&9{self.say('footer')}&R&9&P / &N", {"margin": 0.25})
        if one_wide:
            sheet.fit_to_pages(1, 0)

    @cached_property
    def title(self) -> str:
        """Name of the service, and the days planned."""
        from babel.dates import format_date

        first, last = (self.horizon.date(day) for day in (0, self.horizon.days - 1))
        dates = [format_date(date, "d MMMM y", locale=self.language) for date in (first, last)]
        title = self.say("period", first=dates[0], last=dates[1])
        return f"{self.scenario.title} · {title}" if self.scenario.title else title

    def style(self, **properties: object) -> Any:
        """Return the format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            given = {"font_name": "Arial", "font_size": 9, "valign": "vcenter", **properties}
            self._styles[key] = self.workbook.add_format(given)
        return self._styles[key]

    @cached_property
    def heading(self) -> Any:
        """Style of sheet titles."""
        return self.style(bold=True, font_size=13)

    @cached_property
    def column_heading(self) -> Any:
        """Style of column headings."""
        return self.style(
            bold=True,
            bg_color=HEADER,
            border=1,
            border_color=GRID,
            text_wrap=True,
            align="left",
            font_size=8,
        )

    @cached_property
    def cell(self) -> Any:
        """Style of text in a table."""
        return self.style(border=1, border_color=GRID)

    @cached_property
    def wrapped(self) -> Any:
        """Style of long text in a table."""
        return self.style(border=1, border_color=GRID, text_wrap=True)

    @cached_property
    def link(self) -> Any:
        """Style of links in a table."""
        return self.style(border=1, border_color=GRID, font_color="#0563C1", underline=1)

    @cached_property
    def under(self) -> Any:
        """What a conditional format adds where people are missing."""
        return self.workbook.add_format({"bg_color": UNDER, "bold": True})

    @cached_property
    def over(self) -> Any:
        """What a conditional format adds where there are more people than wished for."""
        return self.workbook.add_format({"bg_color": OVER})

    def number(self, pattern: str = "0", **properties: object) -> Any:
        """Return the style of a number in a table."""
        return self.style(border=1, border_color=GRID, num_format=pattern, **properties)

    @property
    def of_replan(self) -> Replan:
        """The re-plan; raises ValueError where the answer is a new schedule."""
        if self.replan is None:
            raise ValueError("there is no published schedule that changes")
        return self.replan

    @property
    def dated(self) -> str:
        """Number format of a date with its weekday, in the language of the answer."""
        return "[$-40C]ddd dd/mm/yyyy" if self.language == "fr" else "[$-809]ddd dd/mm/yyyy"

    def day_fill(self, day: int, free: tuple[str, str] | None = None) -> str:
        """Return the band of a planned day: holiday, weekend or nothing."""
        holiday, weekend = free or (HOLIDAY_HEADER, WEEKEND_HEADER)
        date = self.horizon.date(day)
        if self.scenario.calendar.is_holiday(date):
            return holiday
        return weekend if date.weekday() >= 5 else ""

    def headings(self, sheet: Any, row: int, keys: Iterable[str]) -> None:
        """Write column headings by their message keys."""
        for column, key in enumerate(keys):
            sheet.write_string(row, column, self.say(key), self.column_heading)

    def address(self, sheet_name: str, row: int, column: int) -> str:
        """Return the target of a link inside the file; row and column count from 0."""
        quoted = sheet_name.replace("'", "''")
        return f"internal:'{quoted}'!{letters(column)}{row + 1}"

    def person_name(self, person_id: str) -> str:
        """Return the display name of somebody."""
        person = self.scenario.person.get(person_id)
        return (person.name or person.id) if person else person_id
