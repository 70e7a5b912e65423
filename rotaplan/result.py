"""What a solve hands back: the schedule, what the judge says of it, and how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule

if TYPE_CHECKING:
    import pandas as pd

    from rotaplan.domain.lines import Placed
    from rotaplan.strategies.asked import Barrier

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOutcome:
    """One level of goals: what it costs and what is proven.

    Attributes
    ----------
    level
        1 safety and law ... 7 cost.
    cost
        Price of the schedule at this level.
    bound
        Proven least price, given what the levels before it cost.
    """

    level: int
    cost: int
    bound: int


@dataclass(frozen=True, kw_only=True)
class Result:
    """The answer to a scenario.

    Attributes
    ----------
    scenario
        The question.
    status
        What the solver proved.
    schedule
        The best schedule found, judged; None where there is none.
    report
        What the judge says; None without a schedule.
    levels
        Price and bound of each priced level, in order.
    seconds
        Time spent, first schedule included.
    first_seconds
        When the first complete roster stood; None without a schedule.
    seed, workers, time_limit_seconds, strategy
        As used; the strategy is none where nothing was searched.
    barrier
        What kept rosters of one person from being put together; None where nothing did, or where
        that was not tried.
    versions
        Of rotaplan and of what it stands on.
    impossible
        A person whose own strict rules contradict each other; None otherwise.
    placed
        Lines of cycles that were chosen before the search; None where none was open.
    """

    scenario: Scenario
    status: Status
    schedule: Schedule | None
    report: Report | None
    levels: tuple[LevelOutcome, ...] = ()
    seconds: float = 0.0
    first_seconds: float | None = None
    seed: int = 0
    workers: int = 1
    strategy: str | None = None
    barrier: Barrier | None = None
    time_limit_seconds: float | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    impossible: str | None = None
    placed: Placed | None = None

    @property
    def objective(self) -> int | None:
        """Sum of the prices of all levels; None without a schedule."""
        return None if self.report is None else self.report.cost

    @property
    def bound(self) -> int:
        """Sum of the proven bounds of all levels."""
        return sum(level.bound for level in self.levels)

    def to_json(self) -> dict[str, Any]:
        """Return the result in the stable form of the command line's ``--json``.

        ``day`` counts from 0 at the start of the horizon; ``skill`` is null where the post asks
        for no function; days off are left out; ``assignments`` is null without a schedule.
        """
        horizon = self.scenario.horizon
        schedule, report = self.schedule, self.report
        return {
            "status": self.status,
            "objective": self.objective,
            "bound": self.bound,
            "levels": [
                {"level": one.level, "cost": one.cost, "bound": one.bound} for one in self.levels
            ],
            "seconds": round(self.seconds, 3),
            "seed": self.seed,
            "versions": dict(self.versions),
            "assignments": None
            if schedule is None
            else [
                {
                    "person": one.person,
                    "date": horizon.date(one.day).isoformat(),
                    "day": one.day,
                    "shift": one.shift,
                    "skill": one.skill or None,
                }
                for one in schedule.assignments
            ],
            "uncovered": []
            if schedule is None
            else [
                {
                    "date": horizon.date(need.day).isoformat(),
                    "day": need.day,
                    "shift": need.shift,
                    "skill": need.skill or None,
                    "missing": missing,
                }
                for need, missing in schedule.uncovered()
            ],
            "violations": [] if report is None else violations_json(report, self.scenario),
            "unverifiable": [] if report is None else unverifiable_json(report, self.scenario),
            **({} if self.placed is None else {"lines": lines_json(self.placed)}),
        }

    def to_frame(self) -> pd.DataFrame:
        """Return the roster as a table: people down, dates across, codes in the cells.

        Days off are empty texts. Raises ValueError where there is no schedule.
        """
        import pandas as pd

        if self.schedule is None:
            raise ValueError("there is no schedule to show")
        horizon = self.scenario.horizon
        return pd.DataFrame(
            [
                [self.schedule.code(person.id, day) for day in horizon.planned]
                for person in self.scenario.people
            ],
            index=pd.Index([person.id for person in self.scenario.people], name="person"),
            columns=pd.Index([horizon.date(day) for day in horizon.planned], name="date"),
        )


def lines_json(placed: Placed) -> list[dict[str, Any]]:
    """Return the chosen lines, counted from 1, in the stable JSON form."""
    return [
        {
            "person": one.person,
            "rotation": one.seat.rotation,
            "line": one.seat.line,
            "week": one.seat.week.isoformat(),
        }
        for one in placed.placements
    ]


def violations_json(report: Report, scenario: Scenario) -> list[dict[str, Any]]:
    """Return the violations of a report in the stable JSON form.

    ``derogated`` is null where no recorded exception allows the breach; ``compensation`` in it
    is in minutes. ``locked`` says that cells decided by hand, or already
    worked, force it.
    """
    return [
        {
            "rule": one.rule,
            "row": one.row,
            "person": one.person or None,
            "dates": [scenario.horizon.date(day).isoformat() for day in one.days],
            "measured": one.measured,
            "limit": one.limit,
            "strict": one.must,
            "locked": bool(one.locked),
            "reference": one.reference or None,
            "derogated": None
            if one.derogation is None
            else {
                "authority": one.derogation.authority or None,
                "deadline": None
                if one.derogation.deadline is None
                else one.derogation.deadline.isoformat(),
                "compensation": one.derogation.compensation_minutes,
            },
        }
        for one in report.violations
    ]


def unverifiable_json(report: Report, scenario: Scenario) -> list[dict[str, Any]]:
    """Return what cannot be judged in the stable JSON form; ``person`` null means everybody."""
    return [
        {
            "rule": one.rule,
            "row": one.row,
            "person": one.person or None,
            "dates": [scenario.horizon.date(day).isoformat() for day in one.days],
            "missing_days": one.missing_days,
            "reference": one.reference or None,
        }
        for one in report.unverifiable
    ]
