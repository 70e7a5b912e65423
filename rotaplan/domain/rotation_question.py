"""A rotation to design: lines, needs by weekday, and rules that hold across its seam."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

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
        Weeks of the cycle, and people who walk through it.
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
    language: Language = "fr"

    def unrolled(self, days: int, *, history_days: int = 0) -> Scenario:
        """Return the walk through the cycle as an ordinary scenario, for rules to speak of.

        Day 0 is a Monday in weeks without holidays and clock changes. As many people walk as
        there are phases, each a line behind the one before, and hold every skill asked for.

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
            people=tuple(Person(id=f"{number + 1}", skills=held) for number in range(self.phases)),
            shifts=self.shifts,
            demand=tuple(Demand(shift=shift.code, minimum=0) for shift in self.shifts),
            rules=self.rules,
            language=self.language,
        )

    def walked(self, rotation: Rotation) -> Schedule:
        """Return a rotation as the roster of people who walk through it, for the judge.

        Person k begins on line k. The plan is a turn longer than any rule looks, and as much
        is known before it: whatever the cycle holds, its seam too, lies whole in the plan.
        """
        back = WEEK * -(-self.reach_days // WEEK)
        days = WEEK * len(rotation.lines) + back
        scenario = self.unrolled(days, history_days=back)
        lines = [(person.id, line) for line, person in enumerate(scenario.people)]
        history = tuple(
            Past(person=person, day=day, shift=code)
            for person, line in lines
            for day in range(-back, 0)
            if (code := rotation.code(line, day))
        )
        return Schedule.of(
            replace(scenario, history=history),
            (
                Assignment(person=person, day=day, shift=code)
                for person, line in lines
                for day in range(days)
                if (code := rotation.code(line, day))
            ),
        )
