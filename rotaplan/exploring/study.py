"""A question as one explores it: each edit gives another question and leaves this one alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rotaplan import api
from rotaplan.domain.disruption import Disruption
from rotaplan.domain.published import PastChange
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.time import Horizon
from rotaplan.errors import WorkbookError
from rotaplan.exploring import law, leave, needs, rule_rows, staff
from rotaplan.exploring.words import entry, read_here, refused, spoken
from rotaplan.sheets import Reading
from rotaplan.sheets.kinds import parse_moment

if TYPE_CHECKING:
    from rotaplan.result import Result

Edit = Callable[[Scenario], Scenario]


@dataclass(frozen=True, kw_only=True, repr=False)
class Study:
    """A planning question, with edits that return a new one.

    What is named in an edit (people, shifts, days, rules) is written as in a cell of the
    workbook, in French or English: ``"nuit"``, ``"samedi; dimanche"``, ``"équipe:Nord"``.
    Each edit raises WorkbookError, which says in the language of the workbook what is not
    understood.

    Attributes
    ----------
    scenario
        The question, as the disruptions of the workbook leave it.
    undisturbed
        The question without any of them; None where there are none.
    planning
        The roster that people know; None where there is none.
    disruptions
        What the workbook says has happened.
    changes
        What earlier re-plans announced.
    incidents
        What has happened besides, and the roster does not take into account yet.
    source
        The workbook that it was read from; None where it was made in Python.
    rates
        Chance that somebody is away on a day, 0 to 1, by team; by an empty text for all others.
        :func:`robustness` takes it from here.
    """

    scenario: Scenario
    undisturbed: Scenario | None = None
    planning: tuple[Assignment, ...] | None = None
    disruptions: tuple[Disruption, ...] = ()
    changes: tuple[PastChange, ...] = ()
    incidents: tuple[Disruption, ...] = ()
    source: Path | None = None
    rates: Mapping[str, float] = field(default_factory=dict)

    def without(self, *people: str) -> Study:
        """Return the question without some people.

        Parameters
        ----------
        people
            Staff numbers, or names that only one person has.

        Raises
        ------
        WorkbookError
            Where somebody is not known.
        """
        return self._edited(lambda scenario: staff.without(scenario, people))

    def with_staff(
        self,
        count: int = 1,
        *,
        like: str | None = None,
        skills: object = None,
        quotite: object = None,
        hours: object = None,
    ) -> Study:
        """Return the question with more people, hired on the first planned day.

        They have no past, no counters, no leave and no seat in a cycle; their staff numbers
        are ``+1``, ``+2``...

        Parameters
        ----------
        count
            How many people.
        like
            Staff number or name of somebody with the same contract and skills; where None, the
            contract that most people have, without any skill.
        skills
            What they hold instead: a list, or a text with semicolons.
        quotite
            Working share, 0 to 1 or ``"80 %"``; the hours follow it.
        hours
            Contractual hours a week: ``"35:00"`` or 35.

        Raises
        ------
        WorkbookError
            Where somebody or a skill is not known, or a figure cannot be read.
        """
        return self._edited(
            lambda scenario: staff.with_staff(
                scenario, count, like=like, skills=skills, quotite=quotite, hours=hours
            )
        )

    def demand(
        self,
        *,
        scale: float = 1.0,
        add: int = 0,
        where: object = None,
        skill: str | None = None,
        when: object = None,
    ) -> Study:
        """Return the question with needs that are larger or smaller.

        Parameters
        ----------
        scale
            Factor of minimum, target and maximum of each line, rounded to whole people, halves
            up: 1.1 leaves a line of 3 people as it is.
        add
            People to add to each of these figures, after that; negative to take some away.
            None falls below 0.
        where
            Which shifts: a code, a family, a site or a tag; all where None.
        skill
            Which function; all where None.
        when
            Which days: weekdays, dates, holidays; all where None.

        Raises
        ------
        WorkbookError
            Where a word means nothing, or no line of the needs is meant.
        """
        return self._edited(
            lambda scenario: needs.demand(
                scenario, scale=scale, add=add, where=where, skill=skill, when=when
            )
        )

    def rule(
        self,
        name: str,
        *,
        row: str | None = None,
        add: bool = False,
        off: bool = False,
        **columns: object,
    ) -> Study:
        """Return the question with a rule changed, added or switched off.

        Parameters
        ----------
        name
            Key or name of the rule, as ``rotaplan rules`` gives it. Its row is changed; where
            it has none, one is added.
        row
            Which of its rows, such as ``"Règles!A7"``, where it has several.
        add
            Whether to add a row beside the ones that are there.
        off
            Whether to switch it off.
        columns
            What the row says: ``who``, ``shifts``, ``when``, ``min``, ``max``, ``window``, a
            parameter by name, ``must`` (yes or no), ``level`` (1 to 7), ``weight``. Durations
            are written ``"11:00"``; a bare number counts hours.

        Raises
        ------
        WorkbookError
            Where the rule or a column is not known, or a value is out of its bounds.
        """
        return self._edited(
            lambda scenario: rule_rows.rule(scenario, name, columns, row=row, add=add, off=off)
        )

    def leave(self, *, most: int) -> Study:
        """Return the question in which only so many people may be on leave on one day.

        Leave is granted in the order of the sheet of absences, each row whole or not at all;
        the rest is asked for only, and keeps nobody from work. Illness and the like is no leave.
        Whoever is refused under a higher cap is refused under a lower one.

        Parameters
        ----------
        most
            How many people, half days of leave counting as well.

        Raises
        ------
        WorkbookError
            Where it is no whole number, or negative.
        """
        return self._edited(lambda scenario: leave.leave(scenario, most))

    def pack(self, name: str) -> Study:
        """Return the question under the law of a regime.

        Everybody gets the regime of the pack, and its rows are added to the rules but for those
        that are there already; rows for people of another regime mean nobody any more.

        Parameters
        ----------
        name
            Of the pack, as ``rotaplan rules`` lists them: ``"fph"``.

        Raises
        ------
        WorkbookError
            Where there is no such pack.
        """
        return self._edited(lambda scenario: law.under(scenario, name))

    def publish(self, result: Result) -> Study:
        """Return the question with a roster that people know from now on.

        Raises
        ------
        ValueError
            Where the result has no schedule.
        """
        if result.schedule is None:
            raise ValueError("there is no schedule to publish")
        return replace(self, planning=result.schedule.assignments, incidents=())

    def next_period(self, result: Result, *, weeks: int | None = None) -> Study:
        """Return the question of the days after a roster, which becomes their history.

        Rest, runs and weekends across the seam are judged like anywhere else. The counters go
        on from what the sheet Compteurs closes with; what a rule carries on (its ``counter``)
        gains what that rule counts. People, needs and rules stay as edited; leave, wishes,
        imposed days and holidays of the new days are read from the workbook again.

        Parameters
        ----------
        result
            The roster of this question.
        weeks
            How many weeks to plan; where None, as many days as before, and after a whole
            calendar month the whole next one. Hours expected are in proportion to the days.

        Raises
        ------
        ValueError
            Where the result has no schedule, or the question was not read from a workbook.
        WorkbookError
            Where the workbook cannot be read for the new days.
        """
        if result.schedule is None:
            raise ValueError("there is no schedule to go on from")
        if self.source is None:
            raise ValueError("only a question read from a workbook knows its next days")
        with spoken(self.language):
            scenario, undisturbed, known = api.next_period(
                api.check(result.scenario, result.schedule.assignments),
                self.base,
                self.source,
                weeks=weeks,
            )
        return Study(
            scenario=scenario,
            undisturbed=undisturbed if known else None,
            disruptions=known,
            source=self.source,
            rates=self.rates,
        )

    def incident(
        self,
        source: Path | str | None = None,
        *,
        absent: str | None = None,
        first: object = None,
        last: object = None,
        known: object = None,
    ) -> Study:
        """Return the question after something has happened to its published roster.

        Parameters
        ----------
        source
            A workbook with the sheet of disruptions.
        absent
            Staff number or name of somebody who is away.
        first, last
            Days away, both inclusive; one day where only the first is given.
        known
            When that became known, by the wall clock; the beginning of the first day where None.

        Raises
        ------
        WorkbookError
            Where nothing is published, or the incident cannot be read.
        """
        with spoken(self.language):
            if self.planning is None:
                raise refused("explore-unpublished")
            told = [*self._file(source)] if source is not None else []
            if absent is not None:
                told.append(self._absence(absent, first, last, known))
            return replace(self, incidents=(*self.incidents, *told))

    @property
    def base(self) -> Scenario:
        """The question without any disruption."""
        return self.undisturbed or self.scenario

    @property
    def language(self) -> str:
        """Language of the workbook, ``fr`` or ``en``."""
        return self.scenario.language

    @property
    def reading(self) -> Reading:
        """The same as what is made of a workbook, for what the command line does with it."""
        return Reading(
            scenario=self.scenario,
            planning=self.planning,
            problems=(),
            language=self.scenario.language,
            changes=self.changes,
            disruptions=self.disruptions,
            undisturbed=self.base,
            rates=self.rates,
        )

    def _file(self, source: Path | str) -> Iterable[Disruption]:
        rows, problems = api.read_incident(source, self.reading)
        errors = [one for one in problems if one.severity == "error"]
        if errors:
            raise WorkbookError(errors)
        return rows

    def _absence(self, person: str, first: object, last: object, known: object) -> Disruption:
        horizon = self.base.horizon
        opens = horizon.start if first is None else _date(first, horizon)
        closes = opens if last is None else _date(last, horizon)
        return api.absence(self.base, person, opens, closes, known=_moment(known, horizon))

    def _edited(self, edit: Edit) -> Study:
        """Return the question after an edit; who is gone is gone from the roster too."""
        with spoken(self.language):
            scenario = edit(self.scenario)
            undisturbed = None if self.undisturbed is None else edit(self.undisturbed)
        planning = self.planning
        if planning is not None:
            planning = tuple(one for one in planning if one.person in scenario.person)
        return replace(
            self,
            scenario=scenario,
            undisturbed=undisturbed,
            planning=planning,
            changes=tuple(one for one in self.changes if one.person in scenario.person),
        )

    def __repr__(self) -> str:
        horizon = self.scenario.horizon
        return f"<Study: {len(self.scenario.people)} people, {horizon.days} days, {horizon.start}>"

    def _repr_html_(self) -> str:
        from rotaplan.exploring import html

        return html.of_scenario(self.scenario, published=self.planning is not None)


def _date(value: object, horizon: Horizon) -> dt.date:
    """Return a day as a cell says it; the year may be left out."""
    with read_here():
        return parse_moment(entry(value)).day(horizon)


def _moment(value: object, horizon: Horizon) -> dt.datetime | None:
    """Return a moment as a cell says it: ``16/03 10:40``; None where none is given."""
    if value is None:
        return None
    with read_here():
        found = parse_moment(entry(value))
    midnight = dt.datetime.combine(found.day(horizon), dt.time())
    return midnight + dt.timedelta(minutes=found.minute or 0)
