"""Working time: in a period, in any run of days, in any window to the minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rotaplan.domain.attribution import Attribution, ledger, openings, within
from rotaplan.domain.people import Person
from rotaplan.domain.presence import present_days, prorated
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import DAY_MINUTES, Cycle, Horizon, Period, PeriodName
from rotaplan.model.frame import Frame
from rotaplan.model.instants import InstantBoard
from rotaplan.model.minutes import MinuteBoard
from rotaplan.model.requirements import Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60


@rule("minutes_period", derogable=True, alone=True)
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
        Example(
            "a cycle of two weeks, the second of which is planned",
            "D D D D D . . | D D D D . . .",
            1,
            2,
            {
                "maximum": 70 * _HOUR,
                "period": Cycle(weeks=2, begins=dt.date(2027, 2, 22)),
            },
        ),
        Example(
            "a cycle of two weeks that begins with the plan",
            "D D D D D . . | D D D D . . .",
            0,
            0,
            {"maximum": 70 * _HOUR, "period": Cycle(weeks=2)},
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
    alone=True,
)
class MinutesWindow(RuleBase):
    """Hours of the shifts named in any run of consecutive days, at most.

    For each person and each run of ``window`` days, those that begin in the history included:
    sum of the minutes worked <= maximum. With ``split``, minutes fall on the calendar day on
    which they are worked; otherwise all of a duty counts on its start day. Pauses of a split
    shift of at most ``counted_pause`` are time worked. Where fewer days than that are known,
    they are one run. What the history alone holds beyond the maximum is
    not charged. Priced per started hour, each run on its own.

    With ``exact``, a window is that many times 24 h to the minute, wherever it begins, and
    counts the part of each duty that lies in it: of duties that begin on a day meant, unpaid
    breaks taken off their beginning (``split`` has no say). Priced are the windows that open
    with a piece of such a duty or close at the end of one; no other one holds more.
    """

    maximum: int = param("max", "duration", most=500 * _HOUR, sample="48:00")
    window: int = param("window", "window", default=7, least=1, most=91, sample="7")
    split: bool = param("value", "flag", default=False)
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")
    exact: bool = param("value", "flag", default=False)

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
        Example(
            "late, then early: 16 h in 24 h, seen from either end",
            "L E .",
            2,
            8,
            {"maximum": 12 * _HOUR, "window": 1, "exact": True},
        ),
        Example(
            "three hours of the second day lie in 24 h",
            "E D .",
            0,
            0,
            {"maximum": 8 * _HOUR, "window": 1, "exact": True},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the runs of days; a window to the minute touches one more."""
        return horizon.windows(self.window + self.exact)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        if self.exact:
            yield from self._check_exact(scenario, schedule)
            return
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

    def _check_exact(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        horizon, length = scenario.horizon, self.window * DAY_MINUTES
        account = Attribution(scenario=scenario, counted_pause=self.counted_pause)
        for person in self.people(scenario):
            worked = [
                (duty.day, account.pieces(duty.shift, duty.day))
                for duty in schedule.timeline(person)
                if self.shifts.has(duty.shift) and self.on(scenario, duty.day)
            ]
            for _, pieces in worked:
                for opens in sorted(openings(pieces, length)):
                    closes = opens + length
                    found = sum(within(one, opens, closes) for _, one in worked)
                    past = sum(within(one, opens, closes) for day, one in worked if day < 0)
                    beyond = found - max(self.maximum, past)
                    if beyond > 0:
                        days = horizon.days_between(opens, closes)
                        yield self.violation(
                            person=person,
                            days=[day for day in days if day in horizon.known],
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
        if self.exact:
            yield from self._post_exact(frame, rule, account, meant)
            return
        board = MinuteBoard(frame=frame, shifts=self.shifts, account=account, meant=meant)
        for run in horizon.windows(self.window):
            days, values = board.cells(run)
            for number, _ in self.bound(frame, run.days):
                past = board.past(number, run)
                cap = max(self.maximum, past)
                yield Total(rule, self.grade, number, days, values, past, most=cap, unit=_HOUR)

    def _post_exact(
        self, frame: Frame, rule: int, account: Attribution, meant: frozenset[int]
    ) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        board = InstantBoard(
            frame=frame,
            shifts=self.shifts,
            account=account,
            meant=meant,
            length=self.window * DAY_MINUTES,
        )
        for one in board.openings():
            days, values = board.cells(one)
            # What the planned days can bring at most. Taken off unless a duty opens the window,
            # it leaves no more than the history, so the sum speaks only of windows there are.
            idle = sum(max(worth.values()) for worth in values)
            opened = tuple(
                {option: m + idle * (option in one.options) for option, m in worth.items()}
                if day == one.day
                else worth
                for day, worth in zip(days, values, strict=True)
            )
            spoken = [d for d in horizon.days_between(one.opens, one.closes) if d in horizon.known]
            for number, _ in self.bound(frame, spoken):
                if one.day < 0 and frame.past(number, one.day) not in one.options:
                    continue
                past = board.past(number, one)
                cap = max(self.maximum, past)
                base = past if one.day < 0 else past - idle
                if past + idle > cap:
                    yield Total(rule, self.grade, number, days, opened, base, most=cap, unit=_HOUR)
