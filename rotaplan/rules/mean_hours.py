"""Working time as a weekly mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.attribution import Attribution, ledger
from rotaplan.domain.presence import present_days, whole_weeks
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.model.frame import Frame
from rotaplan.model.minutes import MinuteBoard
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_WEEK = 7
_Worths = tuple[tuple[int, ...], tuple[Mapping[int, int], ...]]


@rule(
    "minutes_average",
    source=(
        "décret 2000-815 art. 3 (44 h over any 12 consecutive weeks); "
        "Directive 2003/88 art. 16 b (leave is left out)"
    ),
    scope=("who", "shifts"),
    level=1,
    weight=10,
    derogable=True,
    alone=True,
)
class MinutesAverage(RuleBase):
    """Mean weekly hours over any run of consecutive ISO weeks, at most.

    For each person and each run of n whole weeks, those of the history included: sum of the
    minutes worked <= n * maximum. ``window`` gives n, as weeks or as days; started weeks count
    whole. Where fewer whole weeks are known, the mean is taken over these. Weeks that the known
    days cut are left out. With ``split``, minutes fall on the calendar day (and so the week) in
    which they are worked; otherwise all of a duty counts on its start day. Pauses of a split
    shift of at most ``counted_pause`` are time worked. What the history alone holds beyond is
    not charged. Priced per started hour beyond n * maximum.

    With ``neutralised``, ISO weeks that hold a full day of firm absence, or a day out of
    contract, count neither in the sum nor in n; where no week is left, nothing is judged.
    """

    maximum: int = param("max", "duration", most=100 * _HOUR, sample="44:00")
    window: int = param("window", "window", default=84, least=7, most=364, sample="84")
    split: bool = param("value", "flag", default=False)
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")
    neutralised: bool = param("value", "flag", default=False)

    examples = (
        Example(
            "48 and 40 hours make 44",
            "D D D D D D . D D D D D . .",
            0,
            0,
            {"maximum": 44 * _HOUR, "window": 14},
        ),
        Example(
            "48 hours twice",
            "D D D D D D . D D D D D D .",
            1,
            8,
            {"maximum": 44 * _HOUR, "window": 14},
        ),
        Example(
            "only one whole week is known",
            "D D D D D D . D D D D D",
            1,
            4,
            {"maximum": 44 * _HOUR, "window": 14},
        ),
        Example(
            "the week before counts",
            "D D D D D D . | D D D D D D .",
            1,
            8,
            {"maximum": 44 * _HOUR, "window": 14},
        ),
        Example(
            "a week with leave in it does not lower the mean",
            "D D D D D D . . . . . . . .",
            1,
            4,
            {"maximum": 44 * _HOUR, "window": 14, "neutralised": True},
            given={"absences": (Absence(person="A", first=9, last=10),)},
        ),
        Example(
            "nothing is judged where every week is left out",
            "D D D D D D . ",
            0,
            0,
            {"maximum": 44 * _HOUR, "window": 14, "neutralised": True},
            given={"absences": (Absence(person="A", first=6, last=6),)},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of weeks."""
        return horizon.week_runs(-(-self.window // _WEEK))

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario, split=self.split, counted_pause=self.counted_pause)
        present = present_days(scenario)
        for person in self.people(scenario):
            whole, past = ledger(schedule.timeline(person), self.shifts, account)
            kept = frozenset(scenario.horizon.known)
            if self.neutralised:
                kept = whole_weeks(scenario.horizon, present[person.id])
            for run in scenario.horizon.week_runs(-(-self.window // _WEEK)):
                days = [day for day in run.days if day in kept]
                weeks = len(days) // _WEEK
                found = sum(whole[day] for day in days)
                allowed = max(weeks * self.maximum, sum(past[day] for day in days))
                if found > allowed:
                    yield self.violation(
                        person=person,
                        days=run.days,
                        measured=-(-found // weeks),
                        limit=self.maximum,
                        amount=-(-(found - allowed) // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        account = Attribution(
            scenario=frame.scenario, split=self.split, counted_pause=self.counted_pause
        )
        attended = {
            person: whole_weeks(horizon, days)
            for person, days in present_days(frame.scenario).items()
        }
        for run in horizon.week_runs((self.window + _WEEK - 1) // _WEEK):
            # People with the same weeks of leave share what the cells are worth.
            boards: dict[frozenset[int], MinuteBoard] = {}
            worths: dict[frozenset[int], _Worths] = {}
            for number, person in self.bound(frame, run.days):
                kept = frozenset(run.days)
                if self.neutralised:
                    kept &= attended[person.id]
                if kept not in boards:
                    boards[kept] = MinuteBoard(
                        frame=frame, shifts=self.shifts, account=account, meant=kept
                    )
                    worths[kept] = boards[kept].cells(run)
                days, values = worths[kept]
                past = boards[kept].past(number, run)
                cap = max(self.maximum * (len(kept) // _WEEK), past)
                yield Total(rule, self.grade, number, days, values, past, most=cap, unit=_HOUR)
