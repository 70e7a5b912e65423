"""The sheets together: structure, then cells, then references between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from rotaplan.domain.calendar import Calendar
from rotaplan.domain.disruption import Disruption
from rotaplan.domain.people import Person
from rotaplan.domain.published import PastChange, PersonDay, Post, posts_of
from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.scenario import (
    Absence,
    Availability,
    Demand,
    Language,
    Past,
    Pin,
    Scenario,
    Wish,
)
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Shift
from rotaplan.problem import Cell, Problems, nearest
from rotaplan.rules.base import RuleBase
from rotaplan.sheets import headings, tables, vocabulary
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames
from rotaplan.sheets.parse import history as past
from rotaplan.sheets.parse import leave, people, roster, rules, work
from rotaplan.sheets.parse.aftermath import disturbed, in_force, with_variants
from rotaplan.sheets.parse.changes import read_changes
from rotaplan.sheets.parse.derogations import read_derogations
from rotaplan.sheets.parse.disruptions import read_disruptions
from rotaplan.sheets.parse.grid import CodeReader
from rotaplan.sheets.parse.rates import read_rates
from rotaplan.sheets.parse.rotations import read_rotations, seated
from rotaplan.sheets.parse.scopes import check_quotas, check_scopes
from rotaplan.sheets.parse.settings import (
    Settings,
    country_of,
    horizon_of,
    public_holidays,
    read_calendar,
    read_settings,
    school_holidays,
)
from rotaplan.sheets.read import RawSheet
from rotaplan.sheets.reading import Filled, Reading
from rotaplan.sheets.selectors import DaysSelector, PeopleSelector, ShiftsSelector
from rotaplan.sheets.structure import Sheet, check_columns, check_rows, locate, recognise

T = TypeVar("T")
_YEAR = 366
_SOME_DAY = dt.date(2027, 1, 1)
_SOME_MONDAY = dt.date(2027, 1, 4)


def parse_workbook(raw: Sequence[RawSheet], problems: Problems, *, cyclic: bool = False) -> Reading:
    """Make a scenario, and a roster where there is one, of the sheets of a workbook.

    A cyclic question needs no people and no dates (see :func:`rotaplan.sheets.read_workbook`).
    """
    named = recognise(raw, problems, {"agents"} if cyclic else ())
    reader = _Parser(named, problems, cyclic=cyclic)
    undisturbed = reader.scenario()
    found = None if undisturbed is None else reader.reading(undisturbed)
    if found is None or problems.errors:
        return Reading(
            scenario=None, planning=None, problems=problems.sorted(), language=reader.language
        )
    return replace(found, problems=problems.sorted())


class _Parser:
    """One workbook being read; the steps share what they have found so far."""

    def __init__(
        self, named: Mapping[str, RawSheet], problems: Problems, *, cyclic: bool = False
    ) -> None:
        self._raw, self._problems, self._cyclic = named, problems, cyclic
        self._sheets: dict[str, Sheet] = {}
        for name, raw in named.items():
            table = tables.BY_NAME[name]
            if table.layout == "rows" and name != "records":
                sheet = locate(raw, table, problems)
                if name == "demand" and work.is_matrix(sheet):
                    sheet = replace(sheet, unknown={})
                if check_columns(sheet, problems):
                    check_rows(sheet, problems)
                    self._sheets[name] = sheet
        self._settings = (
            read_settings(named["settings"], problems)
            if "settings" in named
            else Settings({}, {}, {})
        )
        self.language = self._language()
        self._skills = SkillNames()
        self._people = PersonNames(())
        self._codes = CodeNames(())
        self._reader = CodeReader(self._codes, frozenset())
        self._context: leave.Context | None = None
        self._disruptions: tuple[Disruption, ...] = ()

    def _language(self) -> Language:
        if self._settings.get("language"):
            return cast(Language, self._settings.get("language"))
        found = [
            (text, headings.names_of("settings", name))
            for name, text in self._settings.written.items()
        ]
        for name, raw in self._raw.items():
            found.append((raw.name, vocabulary.SHEETS[name]))
        for name, sheet in self._sheets.items():
            found += [(sheet.heading(one), headings.names_of(name, one)) for one in sheet.columns]
        return cast(Language, headings.language_of(found))

    def _read(self, name: str, step: Callable[[Sheet], T], default: T) -> T:
        return step(self._sheets[name]) if name in self._sheets else default

    def scenario(self) -> Scenario | None:
        """Return the scenario; None where even its days or sheets are not known."""
        problems = self._problems
        name = self._raw["settings"].name if "settings" in self._raw else ""
        horizon = self._horizon(name) if name else None
        shifts: tuple[Shift, ...] = self._read(
            "shifts", lambda s: work.read_shifts(s, self._skills, problems), ()
        )
        self._codes = CodeNames(shifts)
        shift_choice = ShiftsSelector(self._codes)
        staff: tuple[Person, ...] = self._read(
            "agents", lambda s: people.read_people(s, shift_choice, self._skills, problems), ()
        )
        self._people = PersonNames(staff)
        staff = self._read(
            "skills",
            lambda s: people.read_skills(s, self._people, self._skills, problems),
            staff,
        )
        self._people = PersonNames(staff)
        peopled = "agents" in self._sheets or (self._cyclic and "agents" not in self._raw)
        if not peopled or "shifts" not in self._sheets:
            return None
        if horizon is None:
            self._look_further(staff, shift_choice)
            return None
        return self._complete(horizon, staff, shift_choice)

    def _horizon(self, sheet: str) -> Horizon | None:
        """Return the days to plan; any week where a cycle is asked for and no day is given."""
        dated = [self._settings.get(one) for one in ("start", "end", "days", "weeks")]
        if self._cyclic and all(one is None for one in dated):
            return Horizon(start=_SOME_MONDAY, days=WEEK)
        return horizon_of(self._settings, sheet, self._problems)

    def _look_further(self, staff: tuple[Person, ...], shift_choice: ShiftsSelector) -> None:
        """Report what is wrong elsewhere too, where the days to plan are not known.

        The sheets are read as for a year, without the history; only errors are kept, for what
        is outside the days to plan is a warning.
        """
        kept, self._problems = self._problems, Problems()
        self._raw = {name: raw for name, raw in self._raw.items() if name != "history"}
        start = self._settings.get("start", _SOME_DAY)
        self._complete(Horizon(start=start, days=_YEAR), staff, shift_choice)
        found, self._problems = self._problems, kept
        for problem in found.errors:
            kept.keep(problem)

    def _complete(
        self, horizon: Horizon, staff: tuple[Person, ...], shift_choice: ShiftsSelector
    ) -> Scenario:
        problems, settings = self._problems, self._settings
        calendar = self._calendar(horizon)
        days = DaysSelector(calendar)
        demand: tuple[Demand, ...] = self._read(
            "demand",
            lambda s: work.read_demand(s, self._codes, self._skills, days, problems),
            (),
        )
        context = leave.Context(
            horizon, calendar, self._people, self._codes, shift_choice, days, problems
        )
        self._context = context
        absences, availability, wishes, pins = self._leave(context)
        free = frozenset(one.code.casefold() for one in absences if one.code)
        self._reader = CodeReader(self._codes, free)
        rotations: tuple[Rotation, ...] = self._read(
            "rotations", lambda s: read_rotations(s, self._reader, problems), ()
        )
        if "agents" in self._sheets:
            named = rotations if "rotations" in self._sheets else None
            staff = seated(self._sheets["agents"], staff, named, horizon.start, problems)
        staff, done, known, unknown = self._history(horizon, staff)
        selectors = rules.Selectors(PeopleSelector(self._people, self._skills), shift_choice, days)
        instances = rules.read_rules(self._sheets.get("rules"), selectors, problems)
        if "agents" in self._raw:
            self._check_skills(staff, demand, instances)
            if not staff and not self._cyclic:
                problems.add("agents-none", severity="warning")
        self._note_assumed()
        found = Scenario(
            title=settings.get("title", ""),
            horizon=replace(horizon, history_days=known),
            calendar=calendar,
            people=staff,
            shifts=self._codes.shifts,
            demand=demand,
            absences=absences,
            availability=availability,
            wishes=wishes,
            pins=pins,
            rotations=rotations,
            rules=instances,
            derogations=self._read(
                "derogations", lambda s: read_derogations(s, context, instances), ()
            ),
            history=done,
            without_history=unknown,
            language=self.language,
            country=country_of(settings),
            subdivision=settings.get("subdivision", ""),
            school_zone=settings.get("school_zone", ""),
            rotation_lines=settings.get("lines"),
            seed=settings.get("seed"),
            time_limit_seconds=settings.get("time_limit"),
        )
        if "rules" in self._sheets:
            check_scopes(self._sheets["rules"], instances, found, problems)
            check_quotas(instances, found, problems)
        if "demand" in self._sheets and not problems.errors:
            work.check_demand(found, problems)
        self._disruptions = self._read(
            "disruptions", lambda s: read_disruptions(s, found, problems), ()
        )
        return found

    def _calendar(self, horizon: Horizon) -> Calendar:
        earliest = horizon.date(-_YEAR) if "history" in self._raw else horizon.start
        latest = horizon.date(horizon.days + 7)
        found = public_holidays(self._settings, earliest, latest, self.language, self._problems)
        school = school_holidays(self._settings, earliest, latest, self._problems)
        return read_calendar(self._sheets.get("calendar"), found, school, self._problems)

    def _leave(
        self, context: leave.Context
    ) -> tuple[tuple[Absence, ...], tuple[Availability, ...], tuple[Wish, ...], tuple[Pin, ...]]:
        absences: tuple[Absence, ...] = self._read(
            "absences", lambda s: leave.read_absences(s, context), ()
        )
        hours: tuple[tuple[Availability, ...], tuple[Wish, ...]] = ((), ())
        hours = self._read("availability", lambda s: leave.read_availability(s, context), hours)
        wishes: tuple[Wish, ...] = self._read("wishes", lambda s: leave.read_wishes(s, context), ())
        pins: tuple[Pin, ...] = self._read("pins", lambda s: leave.read_pins(s, context), ())
        leave.check_pins(pins, absences, context)
        leave.check_volunteers(hours[0], context)
        return absences, hours[0], (*wishes, *hours[1]), pins

    def _history(
        self, horizon: Horizon, staff: tuple[Person, ...]
    ) -> tuple[tuple[Person, ...], tuple[Past, ...], int, frozenset[str]]:
        """Return the people with their counters, what they did, how far back, and who is new."""
        read = (horizon, self._people, self._reader, self._problems)
        found = None
        if "history" in self._raw:
            found = past.read_history(self._raw["history"], *read)
        if (found is None or not found.days) and "planning" in self._raw and not self._cyclic:
            earlier = past.read_earlier(self._raw["planning"], *read)
            if earlier is not None:
                found = replace(earlier, counters=found.counters if found else {})
        if found is None:
            return staff, (), 0, frozenset()
        past.check_history(found, staff, horizon, self._problems)
        unknown = past.strangers(found, staff, horizon) if found.days else frozenset()
        return past.with_counters(staff, found), found.past, found.days, unknown

    def _check_skills(
        self,
        staff: Iterable[Person],
        demand: Iterable[Demand],
        instances: Iterable[RuleBase],
    ) -> None:
        """Warn of skills that are asked for and held by nobody; note those never asked for."""
        held: dict[str, Cell | None] = {}
        for person in staff:
            for one in person.skills:
                held.setdefault(one.skill, one.origin)
        asked: dict[str, Cell | None] = {}
        for shift in self._codes.shifts:
            for skill in sorted(shift.skills):
                asked.setdefault(skill, shift.origin)
        for line in demand:
            if line.skill:
                asked.setdefault(line.skill, line.origin)
        for skill, origin in asked.items():
            if skill not in held:
                self._problems.add(
                    "skill-unheld",
                    origin,
                    severity="warning",
                    found=skill,
                    suggestion=nearest(skill, held),
                )
        named = {skill for rule in instances for skill in rules.skills_of(rule)}
        for skill, origin in held.items():
            if skill not in asked and skill not in named:
                self._problems.add("skill-unasked", origin, severity="notice", found=skill)

    def _note_assumed(self) -> None:
        if self._reader.assumed:
            first = next(iter(self._reader.assumed.values()))
            self._problems.add(
                "codes-assumed",
                first,
                severity="notice",
                found=tuple(sorted(self._reader.assumed)),
            )

    def reading(self, undisturbed: Scenario) -> Reading:
        """Return what is made of the workbook, its own disruptions taken into account."""
        known = in_force(self._disruptions, self._problems)
        grids = [self._raw[name] for name in ("planning", "changes") if name in self._raw]
        undisturbed = with_variants(undisturbed, known, grids)
        scenario = disturbed(undisturbed, known, None)
        self._reader = CodeReader(CodeNames(scenario.shifts), self._reader.free)
        planning = self.planning(scenario)
        return Reading(
            scenario=disturbed(undisturbed, known, planning),
            undisturbed=undisturbed,
            planning=planning,
            disruptions=self._disruptions,
            changes=self.changes(None if planning is None else posts_of(scenario, planning)),
            away=frozenset() if planning is None else self.away(scenario),
            filled=None if planning is None else self.filled(scenario),
            problems=(),
            language=self.language,
            rates=self._read("rates", lambda s: read_rates(s, scenario.people, self._problems), {}),
        )

    def planning(self, scenario: Scenario) -> tuple[Assignment, ...] | None:
        """Return the roster of the sheet Planning, with functions; None where there is none."""
        if "planning" not in self._raw:
            return None
        codes = roster.read_roster(
            self._raw["planning"], scenario, self._people, self._reader, self._problems
        )
        if codes is None:
            return None
        known = roster.read_functions(
            self._raw.get("records"), scenario, self._people, self._skills
        )
        return roster.assignments(scenario, codes, known)

    def changes(self, posts: Mapping[PersonDay, Post] | None) -> tuple[PastChange, ...]:
        """Return what earlier re-plans announced, held against the roster."""
        if self._context is None or "changes" not in self._sheets:
            return ()
        sheet = self._sheets["changes"]
        return read_changes(sheet, self._context, self._reader, self._skills, posts)

    def away(self, scenario: Scenario) -> frozenset[tuple[str, int]]:
        """Return who is on leave or absent on which day, as the sheet Planning says."""
        return roster.read_away(self._raw["planning"], scenario, self._people, self._reader)

    def filled(self, scenario: Scenario) -> Filled:
        """Return the cells of the sheet Planning that hold something, as decisions."""
        return roster.read_filled(self._raw["planning"], scenario, self._people, self._reader)
