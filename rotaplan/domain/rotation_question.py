"""A rotation to design: lines, needs by weekday, and rules that hold across its seam."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from math import gcd, lcm

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.scenario import Demand, Language, Past, Rule, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Shift
from rotaplan.problem import Cell

_A_MONDAY = dt.date(2027, 1, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNeed:
    """How many lines of a rotation hold a shift on one weekday.

    Attributes
    ----------
    shift
        Code of the shift.
    weekday
        0 Monday to 6 Sunday.
    least, target, most
        Lines that must hold it, that should, and that may; all inclusive.
    origin
        Where it was read.
    """

    shift: str
    weekday: int
    least: int
    target: int
    most: int
    origin: Cell | None = None


@dataclass(frozen=True, kw_only=True)
class RotationQuestion:
    """A rotation to design: so many lines for these needs, under these rules.

    Attributes
    ----------
    name
        Of the rotation.
    lines
        Weeks of the cycle, and people who walk through it; people with a line each where lines
        do not rotate.
    shifts
        The shifts that the needs name, in the planner's order.
    needs
        By shift and weekday; what is not named is not worked.
    rules
        Rules that judge one person by that person's own duties: on a cycle they hold across the
        seam as everywhere else.
    reach_days
        Over how many days the rule that looks farthest does.
    phases
        In how many weeks a week of the calendar comes round again for a rule that counts weeks
        off (two for fortnights): so many people must walk before all has been seen.
    weeks
        Weeks after which each line begins anew where people keep their line; 0 where everybody
        walks through all lines. The grid then holds these weeks line after line.
    periods
        In how many weeks each rule comes round, in the order of the rules: two for one that
        counts by fortnights. Empty where all do every week.
    language
        Of the answer.
    """

    name: str
    lines: int
    shifts: tuple[Shift, ...]
    needs: tuple[WeekNeed, ...]
    rules: tuple[Rule, ...] = ()
    reach_days: int = 28
    phases: int = 1
    weeks: int = 0
    periods: tuple[int, ...] = ()
    language: Language = "fr"

    @property
    def strict(self) -> tuple[Rule, ...]:
        """The rules that every grid keeps."""
        return tuple(one for one in self.rules if one.must)

    @property
    def priced(self) -> dict[int, Rule]:
        """The rules whose departures have a price, by their place among all."""
        return {number: one for number, one in enumerate(self.rules) if not one.must}

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels at which departures have a price, in order."""
        return tuple(sorted({one.level for one in self.priced.values()}))

    def period(self, rule: int) -> int:
        """Return in how many weeks a rule comes round, by its place among all."""
        return self.periods[rule] if self.periods else 1

    def counted(self, rule: int) -> tuple[int, range]:
        """Return the walkers and days on which departures of a rule are counted, each once.

        A turn of one walker, far enough from the start that all before it is known. For a rule
        that counts by several weeks, as many walkers and turns as make each week of the cycle
        the first of them once.

        Parameters
        ----------
        rule
            Place of the rule among all.
        """
        period = self.period(rule)
        first = period * -(-self.reach_days // (WEEK * period))
        weeks = lcm(self.turn_weeks, period)
        return gcd(self.turn_weeks, period), range(WEEK * first, WEEK * (first + weeks))

    @property
    def cycles(self) -> int:
        """How many walks there are that close on themselves: one, or one a line."""
        return self.lines if self.weeks else 1

    @property
    def turn_weeks(self) -> int:
        """After how many weeks a walk begins anew."""
        return self.weeks or self.lines

    @property
    def all_weeks(self) -> int:
        """How many weeks the grid has."""
        return self.cycles * self.turn_weeks

    def alone(self) -> RotationQuestion:
        """Return the question of one walk: all of them follow the same rules."""
        return replace(self, lines=self.turn_weeks, weeks=0)

    def unrolled(self, days: int, *, history_days: int = 0) -> Scenario:
        """Return the walk through the cycle as an ordinary scenario, for rules to speak of.

        Day 0 is a Monday in weeks without holidays and clock changes. As many people walk as
        there are phases, each a line behind the one before, and hold every skill asked for;
        where lines do not rotate, as many on each line, a week behind one another.

        Parameters
        ----------
        days, history_days
            Planned days, and known days before them.
        """
        skills = sorted(frozenset[str]().union(*(shift.skills for shift in self.shifts)))
        held = tuple(HeldSkill(skill=skill) for skill in skills)
        return Scenario(
            title=self.name,
            horizon=Horizon(start=_A_MONDAY, days=days, zone="UTC", history_days=history_days),
            people=tuple(
                Person(id=f"{number + 1}", skills=held)
                for number in range(self.cycles * self.phases)
            ),
            shifts=self.shifts,
            demand=tuple(Demand(shift=shift.code, minimum=0) for shift in self.shifts),
            rules=self.rules,
            language=self.language,
        )

    def stretched(self, walk: Rotation, weeks: int, walkers: int) -> Schedule:
        """Return one walk over so many weeks, with nothing known before them.

        Parameters
        ----------
        walk
            A cycle that closes on itself: a line of its own where lines do not rotate.
        weeks
            Planned.
        walkers
            People on it, each a line behind the one before.
        """
        days = WEEK * weeks
        scenario = replace(self.alone(), phases=walkers).unrolled(days)
        return Schedule.of(
            scenario,
            (
                Assignment(person=person.id, day=day, shift=code)
                for line, person in enumerate(scenario.people)
                for day in range(days)
                if (code := walk.code(line, day))
            ),
        )

    def walked(self, rotation: Rotation) -> Schedule:
        """Return a rotation as the roster of people who walk through it, for the judge.

        Person k begins on line k; where lines do not rotate, each line has its own people. The
        plan is a turn longer than any rule looks, and as much is known before it: whatever a
        cycle holds, its seam too, lies whole in the plan.
        """
        back = WEEK * -(-self.reach_days // WEEK)
        parts = rotation.parted(self.weeks or len(rotation.lines))
        days = WEEK * len(parts[0].lines) + back
        scenario = self.unrolled(days, history_days=back)
        walks = [
            (person.id, parts[number // self.phases], number % self.phases)
            for number, person in enumerate(scenario.people)
        ]
        history = tuple(
            Past(person=person, day=day, shift=code)
            for person, walk, line in walks
            for day in range(-back, 0)
            if (code := walk.code(line, day))
        )
        return Schedule.of(
            replace(scenario, history=history),
            (
                Assignment(person=person, day=day, shift=code)
                for person, walk, line in walks
                for day in range(days)
                if (code := walk.code(line, day))
            ),
        )
