"""Working time: in a period, in any run of days, as a weekly mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.attribution import Attribution, ledger
from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days, prorated, whole_weeks
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.minutes import MinuteBoard
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_WEEK = 7
_Worths = tuple[tuple[int, ...], tuple[Mapping[int, int], ...]]


@rule("minutes_period", derogable=True)
class MinutesPeriod(RuleBase):
    """Hours of the shifts named in each period, at least and at most.

    For each person and period: minimum <= sum of the minutes <= maximum, over duties that count
    on a day of the period. The time worked counts (breaks off), or with ``credited`` the time
    that the planner credits. With ``split``, minutes fall on the calendar day on which they are
    worked; otherwise all of a duty counts on its start day. Pauses of a split shift that last at
    most ``counted_pause`` are time worked (30 min in urban transport). With ``prorata`` both
    limits are scaled by the working share and by the share of the period's days on which the
    person is there, halves rounded up.

    A minimum is asked of whole periods only; in one that began in the history, of what the
    planned days can still bring (the longest demanded shift on each). A maximum already
    exceeded in the history is charged for what the plan adds. Priced per started hour.
    """

    minimum: int | None = param("min", "duration", default=None, most=2000 * _HOUR)
    maximum: int | None = param("max", "duration", default=None, most=2000 * _HOUR, sample="151:40")
    period: PeriodName = param("window", "period", default="horizon", sample="month")
    credited: bool = param("value", "flag", default=False)
    prorata: bool = param("value", "flag", default=False)
    split: bool = param("value", "flag", default=False)
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")

    examples = (
        Example("five days, 35 hours at most", "D D D D D . .", 1, 5, {"maximum": 2100}),
        Example("four days", "D D D D . . .", 0, 0, {"maximum": 2100}),
        Example("three hours short", "D D D D . . .", 1, 3, {"minimum": 2100}),
        Example(
            "each week is counted apart",
            "D D D D D . . D D D D . . .",
            1,
            5,
            {"maximum": 2100, "period": "week"},
        ),
        Example(
            "a week that the plan cuts short has no minimum yet",
            "D D D D D . . D",
            0,
            0,
            {"minimum": 2400, "period": "week"},
        ),
        Example(
            "the year began in the history: what the plan adds beyond is charged",
            "D D D D D | D .",
            1,
            8,
            {"maximum": 2100, "period": "year"},
        ),
        Example(
            "too much in the history alone",
            "D D D D D | . .",
            0,
            0,
            {"maximum": 2100, "period": "year"},
        ),
        Example(
            "two hours of a night fall on its own day",
            "N .",
            1,
            4,
            {"maximum": 120, "period": "day", "split": True},
        ),
        Example("all of a night on its own day", "N .", 1, 6, {"maximum": 120, "period": "day"}),
        Example(
            "a pause of six hours that counts", "S", 1, 6, {"maximum": 420, "counted_pause": 360}
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(
            scenario=scenario,
            credited=self.credited,
            split=self.split,
            counted_pause=self.counted_pause,
        )
        present = present_days(scenario)
        meant = {day for day in scenario.horizon.known if self.on(scenario, day)}
        for person in self.people(scenario):
            whole, past = ledger(schedule.timeline(person), self.shifts, account)
            for period in scenario.horizon.periods(self.period):
                days = [day for day in period.days if day in meant]
                found = sum(whole[day] for day in days)
                decided = sum(past[day] for day in days)
                least, most = (
                    prorated(limit, person, present[person.id], period)
                    if limit is not None and self.prorata
                    else limit
                    for limit in (self.minimum, self.maximum)
                )
                if least is not None and period.complete:
                    owed = least
                    if period.first < 0:
                        to_come = [account.longest(self.shifts, day) for day in days if day >= 0]
                        owed = min(least, decided + sum(to_come))
                    if found < owed:
                        yield self._breach(person, period, found, least, owed - found)
                if most is not None and found > max(most, decided):
                    yield self._breach(person, period, found, most, found - max(most, decided))

    def _breach(
        self, person: Person, period: Period, found: int, limit: int, gap: int
    ) -> Violation:
        return self.violation(
            person=person, days=period.days, measured=found, limit=limit, amount=-(-gap // _HOUR)
        )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        account = Attribution(
            scenario=frame.scenario,
            credited=self.credited,
            split=self.split,
            counted_pause=self.counted_pause,
        )
        meant = frozenset(day for day in horizon.known if self.on(frame.scenario, day))
        board = MinuteBoard(frame=frame, shifts=self.shifts, account=account, meant=meant)
        present = present_days(frame.scenario)
        for period in horizon.periods(self.period):
            days, values = board.cells(period)
            planned = (day for day in horizon.planned if day in meant and day in period.days)
            ahead = sum(account.longest(self.shifts, day) for day in planned)
            for number, person in self.bound(frame, period.days):
                past = board.past(number, period)
                least, most = (
                    prorated(limit, person, present[person.id], period)
                    if limit is not None and self.prorata
                    else limit
                    for limit in (self.minimum, self.maximum)
                )
                if least is not None and period.complete:
                    owed = least if period.first >= 0 else min(least, past + ahead)
                    yield Total(
                        rule, self.grade, number, days, values, past, least=owed, unit=_HOUR
                    )
                if most is not None:
                    cap = max(most, past)
                    yield Total(rule, self.grade, number, days, values, past, most=cap, unit=_HOUR)


@rule(
    "minutes_window",
    source="décret 2002-9; Conseil d'État, 4 April 2018, no 398069",
    level=1,
    weight=10,
    derogable=True,
)
class MinutesWindow(RuleBase):
    """Hours of the shifts named in any run of consecutive days, at most.

    For each person and each run of ``window`` days, those that begin in the history included:
    sum of the minutes worked <= maximum. With ``split``, minutes fall on the calendar day on
    which they are worked; otherwise all of a duty counts on its start day. Pauses of a split
    shift of at most ``counted_pause`` are time worked. Where fewer days than that are known,
    they are one run. What the history alone holds beyond the maximum is
    not charged. Priced per started hour, each run on its own.
    """

    maximum: int = param("max", "duration", most=500 * _HOUR, sample="48:00")
    window: int = param("window", "window", default=7, least=1, most=91, sample="7")
    split: bool = param("value", "flag", default=False)
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")

    examples = (
        Example(
            "seven days of eight hours in a row, over two weeks",
            ". . D D D D D D D . .",
            1,
            8,
            {"maximum": 48 * _HOUR},
        ),
        Example("six of them", ". . D D D D D D . . .", 0, 0, {"maximum": 48 * _HOUR}),
        Example("the history counts", "D D D D | D D D", 1, 8, {"maximum": 48 * _HOUR}),
        Example(
            "what the history alone exceeds is not charged",
            "D D D | . .",
            0,
            0,
            {"maximum": 16 * _HOUR, "window": 3},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of days."""
        return horizon.windows(self.window)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario, split=self.split, counted_pause=self.counted_pause)
        meant = {day for day in scenario.horizon.known if self.on(scenario, day)}
        for person in self.people(scenario):
            whole, past = ledger(schedule.timeline(person), self.shifts, account)
            for run in scenario.horizon.windows(self.window):
                days = [day for day in run.days if day in meant]
                found = sum(whole[day] for day in days)
                beyond = found - max(self.maximum, sum(past[day] for day in days))
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=run.days,
                        measured=found,
                        limit=self.maximum,
                        amount=-(-beyond // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        meant = frozenset(day for day in horizon.known if self.on(frame.scenario, day))
        account = Attribution(
            scenario=frame.scenario, split=self.split, counted_pause=self.counted_pause
        )
        board = MinuteBoard(frame=frame, shifts=self.shifts, account=account, meant=meant)
        for run in horizon.windows(self.window):
            days, values = board.cells(run)
            for number, _ in self.bound(frame, run.days):
                past = board.past(number, run)
                cap = max(self.maximum, past)
                yield Total(rule, self.grade, number, days, values, past, most=cap, unit=_HOUR)


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
