"""Working time between two rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rotaplan.domain.attribution import Attribution
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import OFF, Requirement, Total
from rotaplan.rules.base import Example, RuleBase, param, rule

_HOUR = 60
_USUAL_DAY = 8 * _HOUR


@rule("work_period", scope=("who",), level=4, weight=10, derogable=True, alone=True)
class WorkPeriod(RuleBase):
    """Hours of work between two rests (the long work period of the railways), at most.

    A work period is a longest stretch of consecutive days on each of which the person starts a
    duty, whatever the shift: it lasts from one day off to the next. Sum of the minutes of its
    duties, each whole, <= maximum. Pauses of a split shift of at most ``counted_pause`` are time
    worked. That a day off is a rest long enough is the matter of the rules of rest; how many
    days a period may have, of ``work_run``.

    A period that began in the history counts from its first known day; what it already exceeds
    there is not charged. One that the end of the plan cuts is judged on what it holds. Priced
    per started hour, once a period.
    """

    maximum: int = param("max", "duration", most=500 * _HOUR, sample="48:00")
    counted_pause: int = param("value", "duration", default=0, most=12 * _HOUR, sample="0:30")

    examples = (
        Example("seven days of eight hours", ". D D D D D D D .", 1, 8, {"maximum": 48 * _HOUR}),
        Example("a day off begins a new period", "D D D D . D D D", 0, 0, {"maximum": 32 * _HOUR}),
        Example("two periods too long", "D D D . D D D D", 2, 24, {"maximum": 16 * _HOUR}),
        Example("the history counts", "D . D D | D D .", 1, 8, {"maximum": 24 * _HOUR}),
        Example(
            "what the history alone exceeds is not charged",
            "D D D | . D",
            0,
            0,
            {"maximum": 16 * _HOUR},
        ),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the days with as many before them as duties of eight hours need to reach it."""
        return horizon.windows(-(-self.maximum // _USUAL_DAY) + 1)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        account = Attribution(scenario=scenario, counted_pause=self.counted_pause)
        for person in self.people(scenario):
            worked = {
                day: sum(sum(account.by_day(duty.shift, day).values()) for duty in duties)
                for day, duties in schedule.by_day(person).items()
            }
            for first in sorted(day for day in worked if day - 1 not in worked):
                after = first
                while after in worked:
                    after += 1
                found = sum(worked[day] for day in range(first, after))
                past = sum(worked[day] for day in range(first, min(after, 0)))
                beyond = found - max(self.maximum, past)
                if beyond > 0:
                    yield self.violation(
                        person=person,
                        days=range(first, after),
                        measured=found,
                        limit=self.maximum,
                        amount=-(-beyond // _HOUR),
                    )

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        horizon = frame.scenario.horizon
        worths = {day: self._worth(frame, day) for day in horizon.known}
        longest = {day: max(worths[day].values(), default=0) for day in horizon.planned}
        for first in horizon.known:
            most = 0
            for last in range(max(first, 0), horizon.days):
                most += longest[last]
                # Nothing but work on these days, and none on either side: every cell that is
                # otherwise takes off all that the others can bring, and the sum is silent.
                inside = range(max(first, 0), last + 1)
                beside = [day for day in (first - 1, last + 1) if day in horizon.planned]
                values = (
                    *({OFF: -most, **worths[day]} for day in inside),
                    *(dict.fromkeys(frame.work, -most) for _ in beside),
                )
                for number, _ in self.bound(frame, range(first, last + 1)):
                    if not _begins(frame, number, first):
                        continue
                    past = sum(
                        worths[day].get(frame.past(number, day), 0) for day in range(first, 0)
                    )
                    cap = max(self.maximum, past)
                    if past + most > cap:
                        days = (*inside, *beside)
                        yield Total(
                            rule, self.grade, number, days, values, past, most=cap, unit=_HOUR
                        )

    def _worth(self, frame: Frame, day: int) -> Mapping[int, int]:
        """Return the minutes of every option on a day."""
        account = Attribution(scenario=frame.scenario, counted_pause=self.counted_pause)
        return {
            number: sum(account.by_day(option.shift, day).values())
            for number, option in frame.numbered
        }


def _begins(frame: Frame, person: int, first: int) -> bool:
    """Whether a work period of a person can begin on a day, as far as the history tells.

    One that begins in the history goes on to its end.
    """
    if first > 0:
        return True
    return frame.past(person, first - 1) == OFF and all(
        frame.past(person, day) != OFF for day in range(first, 0)
    )
